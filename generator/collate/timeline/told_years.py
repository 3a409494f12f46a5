"""The year in which articles appeared that state no day, between the years that they tell as past and as to come.

Who writes in 2014 says "in 2013" and "in 2015", and of the year itself "this year", "in May" or nothing. In
88 events with dated articles 94 of 96 years told as past lie before the article's own, 7 of 7 told as to come after it.

Where they tell no such years, a post that an article prints with its day tells the year: news prints fresh ones. In the
5 of 61 events with dated articles that print any, the last is of the day of publication or of the day before.
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
# What stands before the day of a post: "— Ann Lind (@annlind) May 5, 2014", "posted by Ann Lind (@annlind) on May 5".
_SIGNED = re.compile(r"\(@\w{1,30}\)\s{0,2}(?:[-–—·,]\s?)?(?:on\s)?$")
_SIGNATURE = 40  # characters before the day in which the mark of a signature stands
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
    likely = _between(past, coming) or _after_post(articles, past, coming)
    return tuple(day if likely is None or _is_narrow(day.window) else likely for day in published)


def _between(past: Sequence[_Bound], coming: Sequence[_Bound]) -> PublicationDay | None:
    """Return the year between what is told as past and what is told as to come; None: they leave more than one."""
    if not past or not coming:
        return None
    first, last = max(past, key=lambda bound: bound.day), min(coming, key=lambda bound: bound.day)
    if first.day > last.day or first.day.year != last.day.year:
        return None
    why = f"the articles tell of “{first.words}” as past and of “{last.words}” as to come"
    return _likely(first.day, last.day, why)


def _after_post(
    articles: Sequence[AnnotatedArticle], past: Sequence[_Bound], coming: Sequence[_Bound]
) -> PublicationDay | None:
    """Return the year of the last post that the articles print with its day; None: they print none, or it is denied."""
    posts = [post for found in articles for post in _posts_in(found)]
    last = max(posts, key=lambda post: post.day, default=None)
    if last is None or (last.day + LONGEST_WINDOW).year != last.day.year:
        return None  # what prints a post of December may be of January
    end = date(last.day.year, 12, 31)
    if any(bound.day > end for bound in past) or any(bound.day < last.day for bound in coming):
        return None
    return _likely(last.day, end, f"the articles print a post of “{last.words}”")


def _posts_in(found: AnnotatedArticle) -> Iterator[_Bound]:
    text = found.article.text
    for time in resolve_times(text, found.time_places, None):
        if time.value is None or time.anchor is not None or time.precision != "day" or time.rule == "clock":
            continue
        if _SIGNED.search(text, max(0, time.span.start - _SIGNATURE), time.span.start):
            yield _Bound(date.fromisoformat(time.value[:10]), " ".join(time.span.of(text).split()))


def _likely(first: date, last: date, why: str) -> PublicationDay:
    year = f"{first.year:04d}"
    return PublicationDay(year, "year", f"inferred: likely {year}, as {why}", True, (first, last))


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
