"""Days, months and years in words, the same on every machine: no locale, no clock."""

from __future__ import annotations

from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def describe(day: str, precision: str) -> str:
    """Return an ISO 8601 day, month or year in words: "Monday 19 June 2023", "June 2023", "2023".

    A value that is not of that shape (a week, a season, "PRESENT_REF") comes back as it is.
    """
    try:
        if precision == "day":
            return in_full(date.fromisoformat(day[:10]))
        if precision == "month":
            return f"{MONTHS[int(day[5:7]) - 1]} {day[:4]}"
        if precision == "quarter" and day[5:6] == "Q":
            return f"{('first', 'second', 'third', 'fourth')[int(day[6]) - 1]} quarter of {day[:4]}"
        if precision == "week" and day[5:6] == "W":
            return f"week of {short(date.fromisocalendar(int(day[:4]), int(day[6:8]), 1))}"
    except (ValueError, IndexError):
        pass
    return day


def in_full(day: date) -> str:
    """Return "Monday 19 June 2023"."""
    return f"{WEEKDAYS[day.weekday()]} {short(day)}"


def short(day: date) -> str:
    """Return "19 June 2023"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def span_of_days(first: date, last: date) -> str:
    """Return "18–19 June 2023", "30 May – 2 June 2023", "30 December 2022 – 2 January 2023"."""
    if first == last:
        return short(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{short(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {short(last)}"
    return f"{short(first)} – {short(last)}"
