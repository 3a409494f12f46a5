"""The head of the home page: a headline that an article has, and the place of the story.

Both are taken from a source as they stand, and both are left out rather than guessed: a caption, a post, a teaser or a
joke at the head of a page is the first thing that everybody reads. Of several, one writer's view goes last.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from generator.annotate.cues import cue_kind
from generator.clean.datelines import city_of
from generator.collate.words.stems import irregular_forms, stem_of
from generator.publish.heads import words_at_head
from generator.publish.label_words import telling_words
from generator.publish.lookups import Lookups
from generator.publish.openings import leading_event, opening_of, surely
from generator.publish.seams import seam
from generator.publish.titles import is_open, is_to_come, plain_title, tells_news
from generator.publish.voices import is_a_column
from generator.records import ArticleId, Reading

FEWEST, MOST = 3, 22  # words of a headline
MOST_AS_HEADLINE = 34  # words of an opening sentence that stands as the headline
SHARED = 0.3  # of the longer words of a headline that another article has too
# What posts, addresses and page furniture have and a headline has not.
_NO_HEADLINE = re.compile(
    r"[#@]\w|https?:|www\.|\.com\b|\(\+?video\)|^(?:photo|video|watch|gallery|live)\b"
    r"|^\W*(?:updated?|correction|clarification|editor.?s note)\b|\*\*|(?:…|\.\.\.)\W*$",
    re.I,
)
# "The woman had taken a nap": a line beneath a headline, which leans on it.
_LEANING_TITLE = re.compile(r"(?:The|This|These|He|She|It|They) [\da-z]")
VERBAL = frozenset(["VB", "VBD", "VBN", "VBP", "VBZ"])
NAMING = frozenset(["NNP", "NNPS"])
LEADING = 2  # times that a word of a title counts that a sentence on the leading event has


def headline_of(lookups: Lookups) -> tuple[str, ArticleId | None, Reading | None]:
    """Return the headline, the article that it is of, and the opening sentence beneath it.

    The editor's title goes first, then that of an article that an editor pinned, then the title of the article that
    shares most with the others. Where no article has one that is fit, or the best asks, urges, heads a column or shares
    nothing, the opening sentence is the headline, and where no sentence is, such a title or the name of the site.
    """
    if lookups.settings.title:
        return lookups.settings.title, None, opening_of(lookups, None)
    for pinned in lookups.pinned("article"):
        return lookups.headline(ArticleId(pinned)), ArticleId(pinned), opening_of(lookups, ArticleId(pinned))
    best = min(_titles(lookups), key=lambda choice: choice[0], default=None)
    opening = opening_of(lookups, None, MOST_AS_HEADLINE)
    if best is not None and (
        opening is None
        or not (best[0][0] or _asks_or_views(lookups, best[1]) or _is_overtaken(lookups, best[1], opening))
    ):
        identity = best[1]
        return title_of(lookups, identity), identity, opening_of(lookups, identity)
    if opening is None:
        return lookups.settings.site_name, None, opening_of(lookups, None)
    return lookups.words(opening.article_id, opening.span), opening.article_id, None


def _asks_or_views(lookups: Lookups, identity: ArticleId) -> bool:
    return not tells_news(title_of(lookups, identity)) or is_a_column(lookups, identity)


def _is_overtaken(lookups: Lookups, identity: ArticleId, opening: Reading) -> bool:
    """Return whether a title tells what was then to come, and the sentence that opens the story is of a later day."""
    day, later = lookups.days[identity].value, lookups.days[opening.article_id].value
    return is_to_come(title_of(lookups, identity)) and bool(day and later) and (later or "") > (day or "")


def title_of(lookups: Lookups, identity: ArticleId) -> str:
    """Return what is a title at the head of an article, without the sentence that it runs into; "" for none."""
    found = lookups.articles[identity].article
    first = found.paragraphs[0].of(found.text) if found.paragraphs else ""
    title = plain_title(found.metadata.title.value if found.metadata.title else first)
    end = seam(title, lookups.cases)
    return title[:end].strip(" :|–—-") if end or found.metadata.title else ""


def _titles(lookups: Lookups) -> Iterator[tuple[tuple[object, ...], ArticleId]]:
    """Yield the titles that are headlines, with what ranks them: news first, then what most others open with.

    One of which no other article has the words goes last. What was still open when it was written, and later articles
    have gone past, goes behind what was done.
    """
    carried = Counter(article for statement in lookups.shared for article in statement.articles)
    bags = {found.article.id: telling_words(found.article.text) for found in lookups.digest.articles}
    heads = {found.article.id: words_at_head(lookups, found) for found in lookups.digest.articles}
    leading = leading_event(lookups)
    happened = (leading.date or "") if leading else ""
    told = [telling_words(lookups.words(it.article_id, it.span)) for it in surely(leading)]
    last = max((day.value for day in lookups.days.values() if day.value), default="")
    verbs = {word.lemma for found in lookups.articles.values() for word in found.words if word.tag in VERBAL}
    deeds = {stem_of(verb) for verb in verbs}
    named = {
        found.article.text[word.start : word.end].lower()
        for found in lookups.articles.values()
        for word in found.words
        if word.tag in NAMING
    }
    holders = [Counter(word for bag in kind.values() for word in bag) for kind in (bags, heads)]
    for found in lookups.digest.articles:
        identity = found.article.id
        title = title_of(lookups, identity)
        if _NO_HEADLINE.search(title) or _LEANING_TITLE.match(title) or not FEWEST <= len(title.split()) <= MOST:
            continue
        words = frozenset(word for word in telling_words(title) if cue_kind(word) is None)
        others = len(bags) - 1
        # How many other articles have each word, anywhere and at their head.
        anywhere, at_head = (
            {word: held[word] - (word in own) for word in words}
            for held, own in zip(holders, (bags[identity], heads[identity]), strict=True)
        )
        alone = bool(others) and sum(map(bool, anywhere.values())) < SHARED * len(words)
        told_by = sum(anywhere.values()) + sum(at_head.values())
        happens = max((len(words & sentence) for sentence in told), default=0)
        early = (lookups.days[identity].value or happened) < happened
        overtaken = is_open(title) and (lookups.days[identity].value or last) < last
        yield (
            (
                alone,
                is_a_column(lookups, identity),
                not tells_news(title),
                "?" in title,
                not _tells_a_deed(title, deeds, named),
                early,
                is_to_come(title) or overtaken,
                -(told_by / (others or 1) + LEADING * happens) / (len(words) or 1),
                -carried[identity],
                identity,
            ),
            identity,
        )


def _tells_a_deed(title: str, deeds: Collection[str], named: Collection[str] = ()) -> bool:
    """Return whether a title may have a verb: a form of one that the articles have, or what ends as one does.

    "The folly of the pier" and "Ito holding the cup" name something and tell nothing of it; nor does "The Council of
    Saint Hallows", of which the articles have every word as a name.
    """
    plain = [re.sub(r"['’]s?$", "", word.strip("\"'“”‘’,;:.")).lower() for word in title.split()]
    return any(
        not word.endswith("ing")
        and (
            stem_of(word) in deeds
            or word in irregular_forms()
            or (word.endswith(("s", "ed")) and word[-2:] != "ss" and word not in named)
        )
        for word in plain[1:]
    )


def place_of(lookups: Lookups) -> str:
    """Return the place that the datelines name: the same in all that have one, and where what most articles tell was.

    A dateline tells where a reporter sat, so a sentence of what happened has to name the place too; where no two
    articles tell one thing, half of them name it.
    """
    articles = [found.article for found in lookups.digest.articles]
    named = {a.id: place for a in articles if a.metadata.dateline and (place := city_of(a.metadata.dateline.value))}
    if len(set(named.values())) != 1:
        return ""
    place = next(iter(named.values()))
    there = re.compile(rf"\b(?:in|at|to|from|near|outside)\s{re.escape(place)}\b(?!\s(?-i:[A-Z]))", re.I)
    happened = [lookups.words(it.article_id, it.span) for it in surely(leading_event(lookups))]
    if happened:
        return place if any(map(there.search, happened)) else ""
    return place if 2 * sum(a.id in named or bool(there.search(a.text)) for a in articles) >= len(articles) else ""
