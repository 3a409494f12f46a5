"""Events: the sentences of all articles that report one happening, and its day by their vote."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from types import MappingProxyType

from generator.alone import Alone
from generator.collate.timeline.certainty import Certainty
from generator.collate.timeline.clusters import group
from generator.collate.timeline.dating import OPEN, Calendar, When, date_through, given_days
from generator.collate.timeline.entries import UNDERSTOOD, chosen
from generator.collate.timeline.entry_likeness import EntryLikeness
from generator.collate.timeline.joining import agreeing, join_same_day, join_sole, join_within
from generator.collate.timeline.labels import Label, label_of
from generator.collate.timeline.leads import OPENING, opens_an_article
from generator.collate.timeline.lexicon import forms_of, named
from generator.collate.timeline.likeness import MentionLikeness
from generator.collate.timeline.mentions.anaphora import antecedents
from generator.collate.timeline.mentions.event_mention import SAYING, EventMention, MentionPlace, is_of_one_article
from generator.collate.timeline.mentions.find import event_words_of, names_within
from generator.collate.timeline.mentions.grammar import Grammar, grammars_of
from generator.collate.timeline.mentions.links import Link, links_of
from generator.collate.timeline.mentions.modality import is_attempt, is_definite, is_disowned, is_state
from generator.collate.timeline.mentions.times import is_mere_saying
from generator.collate.timeline.naming import Naming
from generator.collate.timeline.narrative import with_narrated_days
from generator.collate.timeline.nominal import NominalTimes, is_of_these_days
from generator.collate.timeline.ordering import order_within_days
from generator.collate.timeline.repeats import LabelRarity, begins_with_a_quotation, told_once, worded_once
from generator.collate.timeline.sayings import Sayings, join_said
from generator.collate.timeline.splitting import APART, split_background, split_by_time
from generator.collate.timeline.undated import is_told_by_several
from generator.collate.timeline.years import in_stated_years
from generator.days import MONTH_NUMBERS, WEEKDAY_NUMBERS, WEEKDAYS, bounds
from generator.ids import word_id
from generator.records import (
    AnnotatedArticle,
    ArticleId,
    Event,
    EventId,
    Evidence,
    Person,
    PersonId,
    PublicationDay,
    Span,
    TimeExpression,
)

# Days before the first article that still belong to the event that the folder is about.
BACKGROUND_BEFORE = timedelta(days=10)

TELLING = frozenset([SAYING, "announce", "confirm"])
"""Families of verbs that bring out what was done."""

LAST = "~"  # sorts behind every day
# Odds of a label from which an entry may stand for itself: of 22 on home pages that had less, readers refused 15.
CLEAR = 0.7

_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b(?!['’])")

Happening = list[EventMention]
"""The mentions of one happening, in the order of `EventMention.key`."""


def build_timeline(
    articles: Sequence[AnnotatedArticle],
    published: Sequence[PublicationDay],
    people: tuple[Person, ...],
    grammars: Mapping[ArticleId, Grammar] = MappingProxyType({}),
    alone: Alone | None = None,
    sayings: Sayings | None = None,
) -> tuple[Event, ...]:
    """Return the events in the order of the timeline: by day, then by their order within it.

    `grammars`: those of the articles; found anew where not given. `alone`: what was made of single articles before.
    """
    by_id = {found.article.id: found for found in articles}
    grammars = grammars or grammars_of(articles)
    calendar = Calendar.of(articles, published)
    sayings = sayings or Sayings()
    happenings, links = happenings_of(articles, people, grammars, alone, calendar.weekdays_without_dates(), sayings)
    happenings = in_stated_years(happenings, by_id)
    happenings = split_by_time(split_background(happenings, calendar.published), calendar.published)
    happenings = join_said(happenings, calendar.whens(happenings), sayings)
    likeness = MentionLikeness([mention for mentions in happenings for mention in mentions])
    happenings = join_sole(happenings, calendar.whens(happenings), calendar.published, likeness.between)
    happenings = join_same_day(happenings, calendar.whens(happenings))
    happenings = join_within(happenings, calendar.whens(happenings))
    whens = whens_of(happenings, links, calendar)
    orders = order_within_days(whens, links, _group_of(happenings))
    happenings = [
        told if when.date or when.words else agreeing(told) for told, when in zip(happenings, whens, strict=True)
    ]
    naming = Naming(by_id, grammars, people)

    def words_of(index: int) -> Label:
        mentions = _without_mere_sayings(happenings[index])
        return naming.named(label_of(mentions, whens[index], by_id, grammars, likeness))

    single = {i for i, mentions in enumerate(happenings) if is_of_one_article(mentions)}
    leads = {i for i in single if whens[i] == OPEN and opens_an_article(happenings[i], grammars)}
    labels = chosen(happenings, whens, words_of, len(articles), sayings, leads)
    at_word = {(mention.article_id, mention.word): mention for mentions in happenings for mention in mentions}
    days = _stated_days(calendar.published.values())
    first, last = days[0] if days else _last_of_the_past(happenings, whens), days[-1] if days else ""
    labels = {
        i: label
        for i, label in labels.items()
        if not _is_lapsed(happenings[i], whens[i], first) and not (last and _is_mere_aim(happenings[i], whens[i], last))
    }
    whens = with_narrated_days(happenings, whens, labels, grammars, calendar.published)
    labels = {
        i: label
        for i, label in labels.items()
        if not _is_done_ahead(label, whens[i], days, calendar.published, grammars)
        if _leaves_its_day_out(label) or not names_another_weekday(label.text, whens[i])
    }
    labels = {i: label for i, label in labels.items() if not _is_of_another_day(label, whens[i], at_word, grammars)}
    labels = _without_sayings_of(labels, happenings, whens, grammars)
    known = {person.id for person in people}
    rarity = LabelRarity(articles)
    alike = EntryLikeness(happenings, labels, by_id, likeness, rarity, links)

    def is_told_surer(vague: int, other: int) -> bool:
        # What an article opens with is its own news, and rarely what another one tells of somebody else.
        return vague not in leads and alike.are_surely_one(vague, other)

    told = told_once(labels, whens, happenings, rarity, alike.are_one, is_told_surer, alike.near)
    is_beside, tells_of = partial(_is_beside, grammars=grammars), partial(_tells_of, grammars=grammars)
    told = worded_once(told, labels, whens, is_beside, tells_of, alike.near)
    past = _told_to_explain({i: whens[i] for i in told}, days or _days_of_posts(calendar.published.values()))
    untimed = {i: told[i] for i in past if whens[i] == OPEN}
    past -= (leads & untimed.keys()) | _opening(untimed) | (set() if days else _told_by_half(untimed, len(articles)))
    told = {i: mentions for i, mentions in told.items() if i in past or not _is_named_in_passing(mentions, labels[i])}
    certainty = Certainty(likeness, rarity)
    shown = {i: _to_the_end(labels[i], naming) for i in told}

    def is_told(i: int) -> bool:
        known = whens[i] != OPEN or sayings.are_carried(told[i])
        named_only = _only_names_a_thing(labels[i]) or _has_no_verb(shown[i])
        if whens[i] == OPEN and begins_with_a_quotation(labels[i]):
            return False  # a statement, which has a page of its own; of five on timelines readers refused all
        if (known or i in leads) and not named_only:
            return True
        sure = certainty.sure(told[i], labels[i], _sentences_of(told[i], by_id))
        if named_only and len({article_id for article_id, _ in sure}) <= 1:
            return False
        return known or is_told_by_several(told[i], labels[i], sure, grammars)

    def leans(i: int) -> bool:
        return i in past and is_of_one_article(told[i]) and naming.leans(shown[i])

    told = {i: mentions for i, mentions in told.items() if is_told(i) and not leans(i)}
    events = {
        i: _event(
            mentions,
            calendar.in_likely_year(whens[i], mentions),
            orders[i],
            shown[i],
            by_id,
            calendar.published,
            known,
            i in past,
            partial(certainty.sure, mentions, labels[i]),
            sayings,
        )
        for i, mentions in told.items()
    }
    dated = sorted((e for e in events.values() if e.date), key=lambda event: (event.date, event.order or 999, event.id))
    return (*dated, *_undated({event: whens[i].place or LAST for i, event in events.items() if event.date is None}))


def _to_the_end(label: Label, naming: Naming) -> Label:
    """Return a label as a reader sees it: to the end of what it tells."""
    return label if label.longer is None else naming.named(label.longer)


def _without_mere_sayings(mentions: Happening) -> Happening:
    """Return the mentions by which a happening is named: of those with a time no words that only say something else.

    "“I will fight,” he said" beside "she was sworn in on Friday" is one source more, and no word for what it is called.
    """
    if not _dated(mentions):
        return mentions
    return [each for each in mentions if each.families != (SAYING,) or each.time or each.told] or mentions


def _undated(places: Mapping[Event, str]) -> list[Event]:
    """Return what nobody can date in the order of what the sources say instead, numbered as far as that tells it."""
    ordered = sorted(places, key=lambda event: (places[event], event.id))
    numbers = {place: number for number, place in enumerate(sorted(set(places.values()) - {LAST}), 1)}
    return [replace(event, order=numbers.get(places[event], 0)) for event in ordered]


def whens_of(happenings: Sequence[Happening], links: Sequence[Link], calendar: Calendar) -> list[When]:
    """Return when each happening was: by its own sentences, else by a dated one that they link it to."""
    return date_through(links, _group_of(happenings), calendar.whens(happenings))


def _group_of(happenings: Sequence[Happening]) -> dict[EventMention, int]:
    return {mention: index for index, mentions in enumerate(happenings) for mention in mentions}


def happenings_of(
    articles: Sequence[AnnotatedArticle],
    people: Sequence[Person] = (),
    grammars: Mapping[ArticleId, Grammar] = MappingProxyType({}),
    alone: Alone | None = None,
    nominal: NominalTimes = MappingProxyType({}),
    sayings: Sayings | None = None,
) -> tuple[list[Happening], list[Link]]:
    """Return the mentions of all articles in groups, one a happening, dated or not, and the links between mentions.

    What only says that somebody spoke is in none of them, but where several articles carry the words: see `Sayings`.

    This is what the benchmark on labelled event chains measures. `nominal`: see `Calendar.weekdays_without_dates`.
    """
    names = {name: person.id for person in people if person.kind == "person" for name in person.names if " " in name}
    alone = alone or Alone()
    mentions: list[EventMention] = []
    links: list[Link] = []
    back: dict[EventMention, EventMention] = {}
    said: list[Happening] = []
    for found in sorted(articles, key=lambda found: found.article.id):
        here = names_within(found, names)
        grammar = grammars.get(found.article.id)
        told = alone.made("mentions", found, here, partial(_told_in, names=here, grammar=grammar))
        mentions += _with_days(told[0], nominal.get(found.article.id, {}))
        links += told[1]
        back |= told[2]
        said += [[mention] for mention in told[3] if sayings and sayings.said_by(mention) is not None]
    happenings = group([mention for mention in mentions if mention not in back])
    group_of = _group_of(happenings)
    for mention, first in back.items():
        happenings[group_of[first]].append(mention)
    happenings += said
    return [sorted(mentions, key=lambda mention: mention.key) for mentions in happenings], links


def _with_days(mentions: Iterable[EventMention], nominal: Mapping[Span, TimeExpression]) -> Iterator[EventMention]:
    for mention in mentions:
        told = nominal.get(mention.told.span) if mention.told else None
        yield mention if told is None else replace(mention, nominal=told)


def _told_in(
    found: AnnotatedArticle, names: Mapping[str, PersonId], grammar: Grammar | None
) -> tuple[list[EventMention], list[Link], dict[EventMention, EventMention], list[EventMention]]:
    """Return the mentions of one article, the links between them, what those mean that point back, and mere sayings."""
    grammar = grammar or Grammar(found.words)
    told: list[EventMention] = []
    said: list[EventMention] = []
    for mention in event_words_of(found, names, grammar):
        if not _left_out(mention, grammar):
            (said if is_mere_saying(grammar, mention) else told).append(mention)
    return told, links_of(told, grammar), antecedents(told), said


def _left_out(mention: EventMention, grammar: Grammar) -> bool:
    """Return whether the mention tells no happening of its own: supposed, or said in a quotation without a day.

    "Could meet in May", "asked to meet in May" and "a plan to vote on in May" tell of no act; "could hold talks in May"
    is kept as a plan. Of 14 verbs that "could" or "might" led, in forty folders without answers, 11 told of nothing
    that was planned.
    """
    if mention.mood == "hypothetical" and (mention.word == mention.clause or mention.negated):
        return True  # "should not run in the June election"
    named_again = mention.word != mention.clause and is_definite(
        grammar, mention.word
    )  # "denied that the vote was fair"
    if not named_again and is_disowned(grammar, mention.clause):
        return True
    if mention.time is None and mention.told is None and is_attempt(grammar, mention.word):
        return True
    if mention.finite and is_state(grammar, mention.word) and not {"until", "till"} & set(mention.words):
        return True  # "had not been told by Friday afternoon"
    if (
        mention.mood == "reported"
        and mention.negated
        and mention.time
        and mention.time.precision not in ("day", "none")
    ):
        # "Did not meddle in last year's election" is no happening, "did not register until June" is one.
        return not {"until", "till", "before"} & set(mention.words)
    return (mention.mood == "hypothetical" or mention.quoted) and mention.time is None


def _event(
    mentions: Sequence[EventMention],
    when: When,
    order: int,
    label: Label,
    articles: Mapping[ArticleId, AnnotatedArticle],
    published: Mapping[ArticleId, PublicationDay],
    known: set[PersonId],
    past: bool,
    sure_among: Callable[[Mapping[MentionPlace, str]], Set[MentionPlace]],
    sayings: Sayings,
) -> Event:
    lead = min(
        mentions, key=lambda mention: (mention.time is None, published[mention.article_id].value or "~", mention.key)
    )
    given = given_days(mentions)
    told: dict[MentionPlace, set[EventId]] = {}
    for mention in mentions:
        told.setdefault(mention.place, set()).add(_id_of(mention, articles[mention.article_id]))
    spans = {key: articles[key[0]].sentences[key[1]].span for key in told}
    sure = sure_among(_sentences_of(mentions, articles))
    if label.mention is not None:
        sure |= {mention.place for mention in mentions if sayings.say_the_same(mention, label.mention)}
    dated = _dated(mentions) or mentions
    tellers = [published[key[0]] for key in told]
    foretold = all(mention.planned for mention in dated) and not _is_over(when, tellers)
    planned = foretold or _is_to_come(when, tellers)
    if not planned:
        sure -= _told_too_early(mentions, when, published)
        late = _told_too_late(mentions, when, published, articles)
        sure -= late - ({label.mention.place} if label.mention is not None else set())
    evidence = tuple(
        Evidence(key[0], spans[key], given.get(key), tuple(sorted(told[key])), key == lead.place or key in sure)
        for key in sorted(told, key=lambda key: (key != lead.place, key))
    )
    return Event(
        _id_of(lead, articles[lead.article_id]),
        when.date,
        when.end,
        when.precision,
        when.reason,
        label.shown or label.text,
        evidence,
        people=tuple(sorted({person for mention in mentions for person in mention.people if person in known})),
        planned=planned,
        background=past and not planned,
        order=order,
        dissent=when.dissent,
        when=when.words,
        clear=label.fair >= CLEAR,
    )


def _sentences_of(
    mentions: Iterable[EventMention], articles: Mapping[ArticleId, AnnotatedArticle]
) -> dict[MentionPlace, str]:
    """Return the sentences that hold some mentions by their places, white space folded."""
    found: dict[MentionPlace, str] = {}
    for article_id, sentence in dict.fromkeys(mention.place for mention in mentions):
        told = articles[article_id]
        found[article_id, sentence] = " ".join(told.sentences[sentence].span.of(told.article.text).split())
    return found


def _told_too_early(
    mentions: Iterable[EventMention], when: When, published: Mapping[ArticleId, PublicationDay]
) -> set[MentionPlace]:
    """Return the sentences of articles that came out before it happened, but for those that tell it as to come then.

    "She planned to sign it, but backed off" of Wednesday is no report of what she signed on Thursday.
    """
    if when.date is None:
        return set()
    first = bounds(when.date)[0].isoformat()
    early = [m for m in mentions if "" < (_day_of(published[m.article_id]) or "") < first]
    foretold = {m.place for m in early if (m.day or "") >= first or (m.planned and (m.time or m.told))}
    return {mention.place for mention in early} - foretold


def _told_too_late(
    mentions: Iterable[EventMention],
    when: When,
    published: Mapping[ArticleId, PublicationDay],
    articles: Mapping[ArticleId, AnnotatedArticle],
) -> set[MentionPlace]:
    """Return the sentences without a day of articles that came out days after it and name its day nowhere.

    "Ito spoke with Dahl by phone", in an article that came out ten days after their call, may be another call.
    """
    if when.date is None or when.precision != "day":
        return set()
    last = date.fromisoformat(when.end or when.date)
    dated = {mention.place for mention in mentions if mention.time or mention.told}
    appeared = {mention.article_id: _day_of(published[mention.article_id]) for mention in mentions}
    late = {
        article_id
        for article_id, day in appeared.items()
        if day
        if date.fromisoformat(day) - last >= APART
        if not any((time.value or "")[: len(day)] == when.date for time in articles[article_id].time_expressions)
    }
    return {mention.place for mention in mentions if mention.article_id in late} - dated


def _day_of(day: PublicationDay) -> str | None:
    return day.value if day.precision == "day" else None


def _id_of(lead: EventMention, found: AnnotatedArticle) -> EventId:
    """Return the id of an event: the words of its lead sentence and the event word, never a position.

    The lead is the first dated mention of the article that came out first, so a later article moves no id.
    """
    text, span = found.article.text, found.sentences[lead.sentence].span
    word = lead.trigger.of(text)
    # "Apologised on Monday, and apologised again on Friday"
    earlier = len(re.findall(rf"\b{re.escape(word)}\b", text[span.start : lead.trigger.start]))
    again = [str(earlier)] if earlier else []
    return EventId(word_id(lead.article_id, " ".join([span.of(text), word, lead.partner, *again])))


def _is_lapsed(mentions: Happening, when: When, first: str) -> bool:
    """Return whether what was planned or supposed had its time before a day: that of the first article.

    "In 2011 a ban might have led to a strike" and "she had planned to sail in May" tell of nothing that happened.
    """
    return when.date is not None and _are_planned(mentions) and bounds(when.end or when.date)[1].isoformat() < first


def _is_done_ahead(
    label: Label,
    when: When,
    days: Sequence[str],
    published: Mapping[ArticleId, PublicationDay],
    grammars: Mapping[ArticleId, Grammar],
) -> bool:
    """Return whether a label tells as done what its day puts behind all articles, or its own: one was misread.

    "They voted on Monday" of an article of Tuesday, "they agreed to stay until Friday". `days`: of the articles.
    """
    if label.mention is None or label.mention.planned:
        return False
    if not _lies_behind(when, days) and not _lies_behind(when, _stated_days([published[label.mention.article_id]])):
        return False
    grammar = grammars[label.mention.article_id]
    if not grammar.is_clause(label.mention.word):
        return False  # "called off the rally slated for Friday"
    verb = label.mention.clause if label.verb is None else label.verb
    return grammar.is_finite(verb) and grammar.is_past(verb)


def _leaves_its_day_out(label: Label) -> bool:
    """Return whether a sentence told its day where a label does without: "(In a letter of Tuesday,) Ito disputed"."""
    if label.mention is None or label.span is None or label.mention.time is None:
        return False
    return not label.span.covers(label.mention.time.span)


def names_another_weekday(label: str, when: When) -> bool:
    """Return whether words tell by themselves of a weekday that is not that of their entry: "sailed on Friday".

    Not "criticised Friday's vote", nor what is counted from the day of another happening.
    """
    if when.date is None or when.precision != "day" or when.through:
        return False
    named_days = {WEEKDAY_NUMBERS[found[0].lower()] for found in _WEEKDAY.finditer(label)}
    first = date.fromisoformat(when.date)
    days = (date.fromisoformat(when.end) - first).days if when.end else 0
    return bool(named_days) and named_days.isdisjoint((first.weekday() + day) % 7 for day in range(days + 1))


def _is_of_another_day(
    label: Label,
    when: When,
    at_word: Mapping[tuple[ArticleId, int], EventMention],
    grammars: Mapping[ArticleId, Grammar],
) -> bool:
    """Return whether a label begins with what was done on another day: "Ito said on Monday Dahl sailed on Friday".

    Under the day of the sailing a reader takes it for the day of what Ito said. What stands beside the first deed is
    told with its own day: "Dahl was dismissed on Thursday and sailed on Friday".
    """
    if label.mention is None or label.verb is None or when.precision != "day":
        return False
    if _is_beside(label.mention, grammars):
        return False
    done = at_word.get((label.mention.article_id, label.verb))
    return done is not None and done != label.mention and done.day is not None and done.day != when.date


def _is_beside(mention: EventMention, grammars: Mapping[ArticleId, Grammar]) -> bool:
    """Return whether a mention tells a second deed: "Ito resigned and | sailed on Friday"."""
    return grammars[mention.article_id].words[mention.clause].dep == "conj"


def _tells_of(whole: Label, part: Label, grammars: Mapping[ArticleId, Grammar]) -> bool:
    """Return whether a label says what another one tells, or begins with it and goes on with its doer's next deed.

    "The Post reported in April that | Ito met Dahl", "Ito came in 2009 | and left this month". Not "Ito left on Monday
    after | the council had met on Friday", nor "Ito left on Monday, and | Dahl came on Friday".
    """
    one, other = whole.mention, part.mention
    if one is None or other is None or one.place != other.place or one.clause == other.clause:
        return False
    grammar = grammars[one.article_id]
    if grammar.words[other.clause].dep == "ccomp" and grammar.words[other.clause].head == one.clause:
        return True
    begins = whole.text.startswith(part.text) and whole.text != part.text
    return begins and _is_beside(one, grammars) and grammar.own_subject(one.clause) is None


def _without_sayings_of(
    labels: Mapping[int, Label],
    happenings: Sequence[Happening],
    whens: Sequence[When],
    grammars: Mapping[ArticleId, Grammar],
) -> dict[int, Label]:
    """Return the labels without those that only say what another entry of the day tells as done.

    "Ito said on Friday that she was closing the pier" beside "Ito closed the pier on Friday"; "Ito was charged, the
    police announced on Friday" beside "Ito was charged on Friday". What is joined without a day is no word for or
    against that.
    """
    told = {(mention.article_id, mention.word): i for i in labels for mention in happenings[i]}

    def is_told(i: int, mention: EventMention) -> bool:
        grammar = grammars[mention.article_id]
        said = [at for at in grammar.hanging[mention.word] if grammar.words[at].dep == "ccomp"]
        others = [told.get((mention.article_id, at), i) for at in said]
        return any(other != i and whens[other].date == whens[i].date for other in others)

    return {
        i: label
        for i, label in labels.items()
        if whens[i].date is None
        or not all(
            m.finite and TELLING.intersection(m.families) and is_told(i, m)
            for m in _dated(happenings[i]) or happenings[i]
        )
    }


def _only_names_a_thing(label: Label) -> bool:
    """Return whether a label is a noun with a clause that describes it, of which a reader makes nothing.

    "A letter that Ito had sent on Friday": whose sentence tells something else, and perhaps that it was called off. Not
    "the storm, which broke on Friday", which tells what it did.
    """
    return {"phrase", "thing"} <= {*label.signs} and not label.shown and label.fair < UNDERSTOOD


def _has_no_verb(label: Label) -> bool:
    """Return whether a label names a happening and tells nothing of it: "Ito's nomination on Monday"."""
    return label.named and "verbs=0" in label.signs


def _is_named_in_passing(mentions: Happening, label: Label) -> bool:
    """Return whether one article alone names it, and nobody with it: "ahead of the close of polls on Tuesday"."""
    if label.whole or not label.named or not is_of_one_article(mentions):
        return False
    days = WEEKDAY_NUMBERS.keys() | MONTH_NUMBERS.keys()
    return not any(form.capital and form.text.lower() not in days for form in forms_of(label.text)[1:])


def _are_planned(mentions: Happening) -> bool:
    dated = _dated(mentions)
    return bool(dated) and all(mention.planned for mention in dated)


def _dated(mentions: Sequence[EventMention]) -> list[EventMention]:
    """Return the mentions that a time stands beside, whether or not its day is known."""
    return [mention for mention in mentions if mention.time or mention.told]


def _last_of_the_past(happenings: Sequence[Happening], whens: Sequence[When]) -> str:
    """Return the last date of what has happened; "" where nothing is dated."""
    past = (when.date for told, when in zip(happenings, whens, strict=True) if when.date and not _are_planned(told))
    return max(past, default="")


def _is_mere_aim(mentions: Happening, when: When, last: str) -> bool:
    """Return whether a coming month or year is no time of what is told as done: "ordered a cut of a third by 2040".

    `last`: the day of the last article.
    """
    if when.precision == "day" or not _lies_behind(when, [last]):
        return False
    return not any(mention.planned or named("foretells") & set(mention.words) for mention in _dated(mentions))


def _is_to_come(when: When, published: Iterable[PublicationDay]) -> bool:
    """Return whether the event lies after every article that tells of it."""
    return _lies_behind(when, _stated_days(published))


def _is_over(when: When, published: Iterable[PublicationDay]) -> bool:
    """Return whether the event lies before every article that tells of it."""
    days = _stated_days(published)
    return bool(days) and when.date is not None and bounds(when.end or when.date)[1] < date.fromisoformat(days[0])


def _lies_behind(when: When, days: Sequence[str]) -> bool:
    """Return whether a date begins after the last of some days, in order; not where either is unknown."""
    return bool(days) and when.date is not None and bounds(when.date)[0] > date.fromisoformat(days[-1])


def _told_to_explain(whens: Mapping[int, When], days: Sequence[str]) -> set[int]:
    """Return which events explain the story: of a month or year, or well before the first article. `days`: theirs.

    Where nobody knows the day of any article, "on Friday" is the story, and what has a date in it is older.
    """
    recent = {i for i, when in whens.items() if when.date is None and is_of_these_days(when.words, when.place)}
    exact = {i for i, when in whens.items() if when.precision == "day" and when.date is not None}
    if not days:
        return set(whens) - (recent or exact)
    first = date.fromisoformat(days[0]) - BACKGROUND_BEFORE
    return set(whens) - recent - {i for i in exact if bounds(whens[i].end or whens[i].date or "")[1] >= first}


def _days_of_posts(published: Iterable[PublicationDay]) -> list[str]:
    """Return the day on or after which articles without a day appeared, where it is one and not a month or a year."""
    first = [day.window[0] for day in published if day.precision == "year" and day.inferred and day.window]
    return [max(first).isoformat()] if first and max(first).day > 1 else []


def _opening(told: Mapping[int, Happening]) -> set[int]:
    """Return which happenings, told without any time, open two articles or more: they are the story."""
    opening = {
        i: {mention.article_id for mention in mentions if mention.sentence < OPENING and mention.finite}
        for i, mentions in told.items()
    }
    return {i for i, articles in opening.items() if len(articles) > 1}


def _told_by_half(told: Mapping[int, Happening], articles: int) -> set[int]:
    """Return which happenings at least half of the articles tell: in a folder without days these are the story."""
    return {i for i, mentions in told.items() if 2 * len({mention.article_id for mention in mentions}) >= articles}


def _stated_days(published: Iterable[PublicationDay]) -> list[str]:
    """Return the days of articles that are known, the first first."""
    return sorted(day.value for day in published if day.value and day.precision == "day")
