"""The head of the home page: a headline that an article has, and a sentence that opens the story.

Both are taken from a source as they stand, and both are left out rather than guessed: a caption, a post, a teaser or a
joke at the head of a page is the first thing that everybody reads.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from generator.clean.datelines import city_of
from generator.ids import normalised
from generator.publish.lookups import Lookups
from generator.records import ArticleId, QuoteId, Reading, Span

FEWEST, MOST = 3, 22  # words of a headline
SHORTEST, LONGEST = 12, 60  # words of an opening sentence; as a headline it has at most `MOST_AS_HEADLINE`
MOST_AS_HEADLINE = 34
OPENINGS = 3  # sentences of an article of which one may open the story
SHARED = 0.3  # of the longer words of a headline that another article has too
LONG_WORD = 4  # letters of a word that tells something
# What posts, addresses and page furniture have and a headline has not.
_NO_HEADLINE = re.compile(
    r"[#@]\w|https?:|www\.|\.com\b|\(\+?video\)|^(?:photo|video|watch|gallery|live)\b"
    r"|^\W*(?:updated?|correction|clarification|editor.?s note)\b|\*\*",
    re.I,
)
# "The woman had taken a nap": a line beneath a headline, which leans on it.
_LEANING_TITLE = re.compile(r"(?:The|This|These|He|She|It|They) [\da-z]")
# Words with which a sentence begins that leans on another one, on the reader or on the day of reading.
_LEANS = frozenset(
    """it its it's it’s he she they we you i there here this that these those what when why how if so but and yes no
    yesterday today tomorrow tonight now then meanwhile later earlier also still updated update correction imagine
    remember meet let let's let’s forget""".split()  # noqa: SIM905
)
_LABEL = re.compile(r"^(?:\([^)]*\)|[A-Z][\w ]{0,20}:|[A-Z]{3,}[^a-z]*[-–—―:(]|[^\w\"“‘'])")
# "Okoro said ...", "Mrs. Okoro held ...": somebody whom a sentence before has named in full.
_NAMED_BEFORE = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Mx|Dr)\b|[^\W\d_][\w'’-]+ (?:said|says|added|told|wrote|noted|insisted)\b)"
)


def headline_of(lookups: Lookups) -> tuple[str, ArticleId | None, Reading | None]:
    """Return the headline, the article that it is of, and the opening sentence beneath it.

    The editor's title goes first, then that of an article that an editor pinned, then the title of the article that
    shares most with the others. Where no article has one that is fit, the opening sentence is the headline, and where
    no sentence is, the name of the site.
    """
    if lookups.settings.title:
        return lookups.settings.title, None, opening_of(lookups, None)
    for pinned in lookups.pinned("article"):
        return lookups.headline(ArticleId(pinned)), ArticleId(pinned), opening_of(lookups, ArticleId(pinned))
    best = min(_titles(lookups), key=lambda choice: choice[0], default=None)
    if best is not None:
        identity = best[1]
        return lookups.headline(identity), identity, opening_of(lookups, identity)
    opening = opening_of(lookups, None, MOST_AS_HEADLINE)
    if opening is None:
        return lookups.settings.site_name, None, opening_of(lookups, None)
    return lookups.words(opening.article_id, opening.span), opening.article_id, None


def _titles(lookups: Lookups) -> Iterator[tuple[tuple[int, float, str], ArticleId]]:
    """Yield the titles that are headlines, with what ranks them."""
    carried = Counter(article for statement in lookups.shared for article in statement.articles)
    bags = {found.article.id: telling_words(found.article.text) for found in lookups.digest.articles}
    for found in lookups.digest.articles:
        title = found.article.metadata.title
        if title is None or _NO_HEADLINE.search(title.value) or not FEWEST <= len(title.value.split()) <= MOST:
            continue
        words = telling_words(title.value)
        others = [bag for identity, bag in bags.items() if identity != found.article.id]
        known = sum(any(word in bag for bag in others) for word in words) / (len(words) or 1)
        if (known >= SHARED or not others) and not _LEANING_TITLE.match(title.value):
            yield (-carried[found.article.id], -known, found.article.id), found.article.id


def telling_words(text: str) -> frozenset[str]:
    """Return the longer words of a text."""
    return frozenset(word for word in normalised(text).split() if len(word) >= LONG_WORD)


def opening_of(lookups: Lookups, headline_from: ArticleId | None, most: int = LONGEST) -> Reading | None:
    """Return the opening sentence that is nearest to all openings: the one that most sources would sign.

    An article of the days before what most tell opens with what was then to come, so its sentence goes last.
    """
    if lookups.settings.publish != "full":
        return None
    leading = max(lookups.core_events, key=lambda event: len(event.told_by), default=None)
    happened = (leading.date or "") if leading is not None and len(leading.told_by) > 1 else ""
    openings = {identity: spans for identity in lookups.articles if (spans := _openings(lookups, identity, most))}
    bags = {
        (identity, span): telling_words(lookups.words(identity, span))
        for identity, spans in openings.items()
        for span in spans[:1]
    }
    usual = Counter(word for bag in bags.values() for word in bag)
    best = min(
        bags,
        key=lambda place: (
            (lookups.days[place[0]].value or happened) < happened,
            _farness(place, bags, usual, headline_from),
        ),
        default=None,
    )
    return Reading(QuoteId(""), best[0], best[1]) if best else None


def _farness(
    place: tuple[ArticleId, Span],
    bags: Mapping[tuple[ArticleId, Span], frozenset[str]],
    usual: Counter[str],
    headline_from: ArticleId | None,
) -> tuple[bool, float, str]:
    bag = bags[place]
    return place[0] == headline_from, -sum(usual[word] - 1 for word in bag) / (len(bag) or 1), place[0]


def _openings(lookups: Lookups, identity: ArticleId, most: int) -> list[Span]:
    """Return the first sentences of an article that stand by themselves."""
    found = lookups.articles[identity]
    return [s.span for s in found.sentences[:OPENINGS] if _stands_alone(s.span.of(found.article.text), most)]


def _stands_alone(sentence: str, most: int) -> bool:
    """Return whether a sentence is whole, tells something, and leans on nothing that was said before it."""
    words = sentence.split()
    if not SHORTEST <= len(words) <= most or _LABEL.match(sentence) or words[0].lower().strip("\"“‘',") in _LEANS:
        return False
    if _NAMED_BEFORE.match(sentence):
        return False
    whole = sentence.rstrip("\"”’')")[-1:] == "." and sentence.count("“") == sentence.count("”")
    return whole and sentence.count('"') % 2 == 0 and sentence[:1].isupper()


def place_of(lookups: Lookups) -> str:
    """Return the place that the datelines name: the same in all that have one, and half of the articles tell of it.

    One reporter's dateline alone tells where that reporter sat.
    """
    articles = [found.article for found in lookups.digest.articles]
    named = {a.id: place for a in articles if a.metadata.dateline and (place := city_of(a.metadata.dateline.value))}
    if len(set(named.values())) != 1:
        return ""
    place = next(iter(named.values()))
    there = re.compile(rf"\b(?:in|at|to|from|near|outside)\s{re.escape(place)}\b(?!\s[A-Z])", re.I)
    return place if 2 * sum(a.id in named or bool(there.search(a.text)) for a in articles) >= len(articles) else ""
