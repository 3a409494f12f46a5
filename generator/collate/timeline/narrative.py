"""The day of what no sentence dates, where two articles tell it right behind what happened on one day.

One article alone proves little: of 480 past verbs behind a dated one, in thirty events with answers, fewer than half
were of its day. Of thirteen happenings that two articles tell so, and none behind another day, nine were of that day
alone, and four stood in sentences that tell something else too. What was said is mostly told behind the news that it
answers, and mostly later: it is of that day only if an article that tells it came out on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from generator.annotate.cues import cue_kind
from generator.collate.timeline.dating import OPEN, When
from generator.collate.timeline.lexicon import named
from generator.collate.timeline.mentions.event_mention import PRESS, SAYING, EventMention
from generator.collate.timeline.mentions.grammar import Grammar
from generator.days import exact, in_words
from generator.records import ArticleId, PublicationDay

TELLERS = 2  # articles that must tell it behind that day


def with_narrated_days(
    happenings: Sequence[Sequence[EventMention]],
    whens: Sequence[When],
    told: Iterable[int],
    grammars: Mapping[ArticleId, Grammar],
    published: Mapping[ArticleId, PublicationDay] = MappingProxyType({}),
) -> list[When]:
    """Return the dates, of the happenings `told` with those added that only their place in the articles gives."""
    before = _told_before(happenings, whens)
    dated = list(whens)
    for index in told:
        if whens[index] == OPEN:
            dated[index] = _narrated(happenings[index], before, grammars, published) or OPEN
    return dated


def _told_before(happenings: Sequence[Sequence[EventMention]], whens: Sequence[When]) -> dict[EventMention, When]:
    """Return when that was behind which each undated mention is told: the last happening of its article with a day.

    What is told in between of a month, a year or an unknown time ends that day; what is planned or wished does not.
    """
    of_article: dict[ArticleId, list[tuple[EventMention, When]]] = defaultdict(list)
    for mentions, when in zip(happenings, whens, strict=True):
        for mention in mentions:
            of_article[mention.article_id].append((mention, when))
    before: dict[EventMention, When] = {}
    for found in of_article.values():
        last: When | None = None
        for mention, when in sorted(found, key=lambda pair: pair[0].key):
            if mention.time or mention.told:
                if mention.mood == "reported":
                    last = when if _has_a_day(mention, when) else None
            elif last is not None:
                before[mention] = last
    return before


def _has_a_day(mention: EventMention, when: When) -> bool:
    """Return whether a mention itself tells what happened on the one day of its happening."""
    if not mention.finite or mention.quoted or when.end or when.through:
        return False
    return mention.day == when.date if when.date else mention.nominal is not None and bool(exact(when.place))


def _narrated(
    mentions: Sequence[EventMention],
    before: Mapping[EventMention, When],
    grammars: Mapping[ArticleId, Grammar],
    published: Mapping[ArticleId, PublicationDay],
) -> When | None:
    tellers: dict[str, set[ArticleId]] = defaultdict(set)
    whens: dict[str, When] = {}
    for mention in mentions:
        if mention in before and _is_told_on(mention, grammars[mention.article_id]):
            when = before[mention]
            tellers[when.day].add(mention.article_id)
            whens.setdefault(when.day, when)
    if len(tellers) != 1:
        return None
    ((day, articles),) = tellers.items()
    if len(articles) < TELLERS:
        return None
    when = whens[day]
    if any(_is_said(mention) for mention in mentions) and not _came_out_on(when, articles, published):
        return None
    words = in_words(when.date) if when.date else f"“{when.words}”"
    reason = f"told by {len(articles)} articles right behind what happened on {words}"
    return replace(when, reason=reason, dissent="", through="behind")


def _is_said(mention: EventMention) -> bool:
    return mention.families in ((SAYING,), (PRESS,)) or cue_kind(mention.printed) == "speech"


def _came_out_on(when: When, articles: Iterable[ArticleId], published: Mapping[ArticleId, PublicationDay]) -> bool:
    """Return whether an article that tells it came out on that day: what answers the day's news was said by then."""
    days = (published.get(article_id) for article_id in articles)
    return any(day is not None and day.precision == "day" and day.value == when.date for day in days)


def _is_told_on(mention: EventMention, grammar: Grammar) -> bool:
    """Return whether a mention goes on with a story: a verb in the simple past that tells what was done."""
    if not mention.finite or mention.mood != "reported" or mention.quoted or mention.negated:
        return False
    if not grammar.is_past(mention.word):
        return False
    if grammar.words[mention.word].lemma.lower() in named("sets-a-day"):  # "was listed among the staff"
        return False
    return not any(grammar.words[aux].lemma == "have" for aux in grammar.auxiliaries(mention.word))
