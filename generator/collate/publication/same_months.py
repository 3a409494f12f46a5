"""The year of a bare month, where the folder's other sentences put that month into another: "won it in November".

A past verb beside "in November" may tell of what is to come ("voters preferred her in November") and a future one of
what is over. The articles of a folder tell one story, so one "November" is mostly all of them: of 91 events four had
the same bare month in two years, and the lesser side was wrong in each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.records import AnnotatedArticle, TimeExpression

CLEARLY = 2  # times as many sentences must put the month into the other year, and so many at least
_SAID_WHICH = frozenset(("last", "next", "this", "that", "past", "coming", "previous", "year", "every", "each"))


def in_same_months(articles: Sequence[AnnotatedArticle]) -> list[AnnotatedArticle]:
    """Return the articles, each bare month in the year into which the sentences of all clearly put it."""
    counted: dict[str, Counter[str]] = {}
    for found in articles:
        for time in found.time_expressions:
            if (month := _bare_month(found, time)) and time.value:
                counted.setdefault(month, Counter())[time.value[:4]] += 1
    years = {month: year for month, told in counted.items() if (year := _clear(told))}
    return [_in_years(found, years) for found in articles] if years else list(articles)


def _clear(told: Counter[str]) -> str:
    """Return the year that is told clearly more often than any other; "" where there is but one, or none is."""
    ranked = sorted(told.values(), reverse=True)
    if len(ranked) < 2 or ranked[0] < CLEARLY * ranked[1]:
        return ""
    return max(told, key=lambda year: told[year])


def _in_years(found: AnnotatedArticle, years: dict[str, str]) -> AnnotatedArticle:
    def placed(time: TimeExpression) -> TimeExpression:
        year = years.get(_bare_month(found, time))
        return replace(time, value=year + time.value[4:]) if year and time.value else time

    return replace(found, time_expressions=tuple(map(placed, found.time_expressions)))


def _bare_month(found: AnnotatedArticle, time: TimeExpression) -> str:
    """Return the number of a month of which the words tell no year; "" for any other time."""
    bare = time.rule == "month" and time.type == "DATE" and time.precision == "month" and time.anchor is not None
    if not bare or not time.value or time.end:
        return ""
    text = found.article.text
    words = {
        *time.span.of(text).lower().split(),
        *text[max(0, time.span.start - len("that ")) : time.span.start].split(),
    }
    return "" if _SAID_WHICH & words else time.value[5:7]
