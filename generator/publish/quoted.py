"""Who quotes whom, and when each source was published: what the small pictures of *Compare* and *Sources* show."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.days import in_words
from generator.publish import charts
from generator.publish.edition import Edition
from generator.records import AnnotatedArticle, ArticleId, Person, PersonId, Quote

QUOTING_ROWS = 40  # sources, at 1.6 KB each; the page of each has its own picture
MOST_VOICES = 6  # speakers of one source by name; the others are counted
MOST_ROWS = 14  # days that a screen holds; with more the sources are listed by month, then by year


@dataclass(frozen=True, slots=True)
class Voice:
    """How many words of somebody one source has in quotation marks."""

    person: Person | None
    """None: nobody is known to have said them."""
    words: int
    share: float
    """Of the most words that any source has of anybody: all pictures have one scale."""


@dataclass(frozen=True, slots=True)
class Quoting:
    """One source and whom it quotes."""

    article_id: ArticleId
    words: int
    """In quotation marks."""
    voices: tuple[Voice, ...]
    """The most quoted first."""
    others: int
    """Speakers who are not among them."""
    places: Markup
    where: str
    """What `places` draws, in words."""


def quoting(edition: Edition) -> list[Quoting]:
    """Return whom each source quotes, in how many words; a source without a quotation is left out.

    Of more than `QUOTING_ROWS` these are those that quote most words.
    """
    counted = {found.article.id: words for found in edition.digest.articles if (words := _words(edition, found))}
    most = max((number for each in counted.values() for number in each.values()), default=1)
    shown = set(sorted(counted, key=lambda article: (-counted[article].total(), article))[:QUOTING_ROWS])
    return [
        _quoting(edition, found, counted[found.article.id], most)
        for found in edition.digest.articles
        if found.article.id in shown
    ]


def quoting_sources(edition: Edition) -> int:
    """Return how many sources quote anybody."""
    return sum(any(_marked(found)) for found in edition.digest.articles)


def _words(edition: Edition, found: AnnotatedArticle) -> Counter[PersonId | None]:
    words: Counter[PersonId | None] = Counter()
    for quote in _marked(found):
        speaker = quote.speaker if quote.speaker in edition.people else None
        words[speaker] += len(quote.inner.of(found.article.text).split())
    return words


def _marked(found: AnnotatedArticle) -> list[Quote]:
    """Return what stands in quotation marks and was said."""
    return [quote for quote in found.quotes if quote.kind in ("direct", "fragment")]


def _quoting(edition: Edition, found: AnnotatedArticle, words: Counter[PersonId | None], most: int) -> Quoting:
    # Whom nobody knows stands last, however much of it there is: it is no one voice.
    ranked = sorted(words, key=lambda who: (who is None, -words[who], who or ""))
    named = ranked if len(ranked) <= MOST_VOICES + 1 else ranked[:MOST_VOICES]
    voices = tuple(Voice(edition.people[who] if who else None, words[who], words[who] / most) for who in named)
    marked = _marked(found)
    drawn, told = places_of(edition, found, marked), places_told(found, marked)
    return Quoting(found.article.id, words.total(), voices, len(ranked) - len(named), drawn, told)


def places_of(edition: Edition, found: AnnotatedArticle, quotes: Sequence[Quote]) -> Markup:
    """Draw where in an article its quotes stand; `places_told` tells it in words."""
    length = len(found.article.text) or 1
    return charts.stretches(
        [
            charts.QuoteBar(
                quote.content.start / length,
                quote.content.end / length,
                edition.colour.get(quote.speaker, 0) if quote.speaker else 0,
            )
            for quote in quotes
        ]
    )


def places_told(found: AnnotatedArticle, quotes: Sequence[Quote]) -> str:
    """Return in words where in an article its quotes stand."""
    length = len(found.article.text) or 1
    thirds = Counter(min(2, 3 * quote.content.start // length) for quote in quotes)
    return ", ".join(f"{thirds[place]} in the {name} third" for place, name in enumerate(("first", "second", "last")))


@dataclass(frozen=True, slots=True)
class Printed:
    """One day, month or year in which sources were published."""

    when: str
    """In words; "" where nobody knows."""
    stated: tuple[ArticleId, ...]
    inferred: tuple[ArticleId, ...]
    drawn: Markup
    """Where in the time of all sources it lies; nothing where there is one day alone."""


def printings(edition: Edition) -> list[Printed]:
    """Return when the sources were published, the first first; those of which nobody knows it last."""
    known = {article_id: day.value for article_id, day in edition.days.items() if day.value}
    length = next((n for n in (10, 7) if len({value[:n] for value in known.values()}) <= MOST_ROWS), 4)
    listed: defaultdict[str, list[ArticleId]] = defaultdict(list)
    for article_id in edition.articles:
        listed[known.get(article_id, "")[:length]].append(article_id)
    unknown = listed.pop("", [])
    ordinals = {value: _ordinal(value) for value in sorted(listed)}
    rows = [
        Printed(
            in_words(value),
            tuple(a for a in listed[value] if not edition.days[a].inferred),
            tuple(a for a in listed[value] if edition.days[a].inferred),
            _on_line(at, [*ordinals.values()]),
        )
        for value, at in ordinals.items()
    ]
    return [*rows, Printed("", (), tuple(unknown), Markup(""))] if unknown else rows


def _ordinal(value: str) -> int:
    """Return a day as a number; the first of a month or a year."""
    return date.fromisoformat(f"{value}-01-01"[:10]).toordinal()


def _on_line(at: int, all_days: Sequence[int]) -> Markup:
    first, last = min(all_days), max(all_days)
    if first == last:
        return Markup("")
    place = (at - first) / (last - first) * (1 - charts.TICK)
    return charts.stretches([charts.QuoteBar(place, place + charts.TICK, 0)])
