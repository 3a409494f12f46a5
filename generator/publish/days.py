"""ISO dates in words for people: "19 June 2023", "June 2023", "18–19 June 2023". English names, whatever the locale."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime",
         "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def in_words(value: str | None, end: str | None = None) -> str:
    """Return the date, or the range, in words; a value of another form as it is; "" for none."""
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
        return f"{in_words(match[1])}, {PARTS.get(match[2], match[2])}"
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{PARTS[match[2]]} {match[1]}"
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
