"""The times of an article of which only the year is known: what means the same on all its days, or on those near it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from generator.annotate.dates import resolve_times
from generator.days import bounds
from generator.records import AnnotatedArticle, TimeExpression

# How far a month or day without its year lies from the article: of 95 told as past 90 are no farther back.
REACH = {"day": timedelta(92), "month": timedelta(250)}
_WITHOUT_YEAR = frozenset(("month", "month_first", "day_first", "dated_weekday", "listed_day", "named_day"))
LONGEST_WINDOW = timedelta(31)  # a longer one makes hardly a month certain
STEP = timedelta(15)  # between the days on which an article of a known year is read


def times_of_year(found: AnnotatedArticle, window: tuple[date, date]) -> tuple[TimeExpression, ...]:
    """Return the time expressions of an article that appeared on some day of a window: with what holds on all days.

    "Last year" is the same all year, "yesterday" never. "On 3 December", told as past, is said in the weeks after.
    """
    days = [window[0] + n * STEP for n in range((window[1] - window[0]) // STEP + 1)]
    readings = [resolve_times(found.article.text, found.time_places, day.isoformat()) for day in days]
    return tuple(_steady(list(zip(days, times, strict=True))) for times in zip(*readings, strict=True))


def _steady(read: Sequence[tuple[date, TimeExpression]]) -> TimeExpression:
    near = {(time.value, time.end): time for day, time in read if _is_near(time, day)}
    if len(near) == 1:
        return next(iter(near.values()))
    return replace(read[0][1], value=None, anchor=None, end=None)


def _is_near(time: TimeExpression, day: date) -> bool:
    reach = REACH.get(time.precision)
    if time.rule not in _WITHOUT_YEAR or time.anchor is None or reach is None or not time.value:
        return True
    first, last = bounds(time.value[:10])
    return first - reach <= day <= last + reach
