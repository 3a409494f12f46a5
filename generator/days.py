"""Days, months and years in English words and out of them, the same on every machine: no locale, no clock.

An ISO date here is `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; TIMEX3 adds weeks, quarters, seasons and parts of a day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# How news shortens them, without the full stop.
_SHORT_MONTHS = ("jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sept sep", "oct", "nov", "dec")
_SHORT_WEEKDAYS = ("mon", "tues tue", "weds wed", "thurs thur thu", "fri", "sat", "sun")
MONTH_NUMBERS = {
    word: number
    for number, (name, short) in enumerate(zip(MONTHS, _SHORT_MONTHS, strict=True), start=1)
    for word in (name.lower(), *short.split())
}
"""Every form of a month's name, in small letters, to its number from 1."""
WEEKDAY_NUMBERS = {
    word: number
    for number, (name, short) in enumerate(zip(WEEKDAYS, _SHORT_WEEKDAYS, strict=True))
    for word in (name.lower(), *short.split())
}
"""Every form of a weekday's name, in small letters, to its number; 0 is Monday."""
MONTH_PATTERN = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
"""A month's name or its short form, as a piece of a regular expression that ignores case."""
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime",
          "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}  # fmt: skip


def in_words(value: str | None, end: str | None = None) -> str:
    """Return a date, or a range, in words: "19 June 2023", "June 2023", "18–19 June 2023".

    A value of another form comes back as it is; "" for none.
    """
    if not value:
        return ""
    if end and end != value:
        return _range(value, end)
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
        return f"{int(match[3])} {MONTHS[int(match[2]) - 1]} {match[1]}"
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return f"{MONTHS[int(match[2]) - 1]} {match[1]}"
    if match := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        return f"week {int(match[2])} of {match[1]}"
    if match := re.fullmatch(r"(\d{4})-Q(\d)", value):
        return f"quarter {match[2]} of {match[1]}"
    if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)T([A-Z]{2}|\d\d:\d\d)(?::\d\d)?", value):
        return f"{in_words(match[1])}, {_PARTS.get(match[2], match[2])}"
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{_PARTS[match[2]]} {match[1]}"
    return value


def _range(first: str, last: str) -> str:
    whole, end = in_words(first), in_words(last)
    if first[:7] == last[:7] and len(first) == len(last) == 10:
        return f"{int(first[8:])}–{end}"
    if first[:4] == last[:4] and whole.endswith(first[:4]):
        return f"{whole[:-5]} – {end}"
    return f"{whole} – {end}"


def weekday(value: str | None) -> str:
    """Return the day of the week of a `YYYY-MM-DD`; "" for anything less exact."""
    try:
        return WEEKDAYS[date.fromisoformat(value or "").weekday()] if value and len(value) == 10 else ""
    except ValueError:
        return ""


def exact(value: str | None) -> str | None:
    """Return the `YYYY-MM-DD` that a statement begins with; None for anything less exact or no day of the calendar."""
    try:
        return date.fromisoformat((value or "")[:10]).isoformat() if len(value or "") >= len("2023-06-19") else None
    except ValueError:
        return None


def bounds(value: str) -> tuple[date, date]:
    """Return the first and the last day that an ISO date of day, month or year can mean, both included.

    Raises `ValueError` for what is no date of the calendar.
    """
    if len(value) == len("2023"):
        return date(int(value), 1, 1), date(int(value), 12, 31)
    if len(value) == len("2023-06"):
        first = date.fromisoformat(f"{value}-01")
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    return date.fromisoformat(value), date.fromisoformat(value)
