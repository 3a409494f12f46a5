"""The year in which articles appeared that state no day, between the years that they tell as past and as to come.

Who writes in 2014 says "in 2013" and "in 2015", and of the year itself "this year", "in May" or nothing. In
88 events with dated articles 94 of 96 years told as past lie before the article's own, 7 of 7 told as to come after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.annotate.dates import resolve_times
from generator.collate.publication.year_times import LONGEST_WINDOW
from generator.collate.timeline.mentions.find import is_quoted
from generator.collate.timeline.mentions.grammar import Grammar
from generator.collate.timeline.mentions.tenses import side_of
from generator.days import bounds
from generator.records import AnnotatedArticle, ArticleId, PublicationDay

_BARE = re.compile(r"(?:the\s|year\s|calendar\s)*\d{4}", re.IGNORECASE)
_PART_OF = re.compile(r"(?:\bof|\bearly|\blate|\bmid|\bthis year|[-–])[\s,]*$", re.IGNORECASE)  # "the end of 2015"


@dataclass(frozen=True, slots=True)
class _Bound:
    """A day that an article appeared on or after, or on or before, and the words that say so."""

    day: date
    words: str


def in_told_years(
    articles: Sequence[AnnotatedArticle], published: Sequence[PublicationDay], grammars: Mapping[ArticleId, Grammar]
) -> tuple[PublicationDay, ...]:
    """Return the days of publication; where no article of the folder has any, with the year that they tell together.

    The articles tell one story, so that one of them gives the year before and another the year after.
    """
    if any(day.value for day in published):
        return tuple(published)
    past: list[_Bound] = []
    coming: list[_Bound] = []
    for found in sorted(articles, key=lambda found: found.article.id):
        for side, bound in _bounds_in(found, grammars[found.article.id]):
            (past if side == "past" else coming).append(bound)
    if not past or not coming:
        return tuple(published)
    first, last = max(past, key=lambda bound: bound.day), min(coming, key=lambda bound: bound.day)
    if first.day > last.day or first.day.year != last.day.year:
        return tuple(published)
    year = f"{first.day.year:04d}"
    reason = (
        f"inferred: likely {year}, as the articles tell of “{first.words}” as past and of “{last.words}” as to come"
    )
    likely = PublicationDay(year, "year", reason, True, (first.day, last.day))
    return tuple(day if _is_narrow(day.window) else likely for day in published)


def _is_narrow(window: tuple[date, date] | None) -> bool:
    """Return whether the days that an article's own dates leave tell more than the year."""
    return window is not None and window[1] - window[0] <= LONGEST_WINDOW


def _bounds_in(found: AnnotatedArticle, grammar: Grammar) -> Iterator[tuple[str, _Bound]]:
    """Yield the bounds that the dates with their year set to the day of an article."""
    text = found.article.text
    for time in resolve_times(text, found.time_places, None):
        dated = time.value and time.anchor is None and time.type == "DATE" and time.rule != "clock"
        if not dated or time.precision not in ("day", "month", "year") or is_quoted(found.quotes, time.span):
            continue
        side, words = side_of(time, found, grammar), " ".join(time.span.of(text).split())
        first, last = bounds((time.value or "")[:10])
        before = text[max(0, time.span.start - 12) : time.span.start]
        if time.precision == "year" and _BARE.fullmatch(words) and not _PART_OF.search(before):
            first, last = date(first.year + 1, 1, 1), date(first.year - 1, 12, 31)
        if side == "past":
            yield side, _Bound(first, words)
        elif side == "future":
            yield side, _Bound(last, words)
