"""Days as pages in other languages than English print them: "28. Januar 2022", "5 de mayo de 2021", "28.01.2022"."""

from __future__ import annotations

import re

from generator.months import month_abroad
from generator.read.days import iso_day

_NAMED = re.compile(
    r"(?<!\d)(\d{1,2})(?:\.|er|º|ª|°|e)?\s{0,3}(?:de |of |d')?\s{0,3}([^\W\d_]{3,14})"
    r"\.?,?\s{0,3}(?:de |del )?(\d{4})(?!\d)",
    re.IGNORECASE,
)
_EASTERN = re.compile(r"(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_NUMBERS = re.compile(r"(?<![\d/.:-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|[.-]\d)")
MONTH_FIRST = frozenset({"en-US", "en-PH"})
"""Where numbers have the month first; an English page that does not say from where is left open."""
OPEN = frozenset({"en", "en-CA"})  # both orders are in use
YEARS_OF_TWO = 2000  # what is added to "22"; pages are younger


def named_day(text: str) -> str | None:
    """Return the first full day with the month in a word of one of the languages; None when there is none."""
    if eastern := _EASTERN.search(text):
        return iso_day(*eastern.groups())
    for day, month, year in _NAMED.findall(text):
        if (number := month_abroad(month)) and (value := iso_day(year, str(number), day)):
            return value
    return None


def numeric_day(text: str, language: str | None) -> str | None:
    """Return the first day in numbers that can be read in one way, by the numbers themselves or by the language.

    With full stops between them the day comes first wherever they are used so. `language`: a BCP 47 tag, if known.
    """
    for first, mark, second, year in _NUMBERS.findall(text):
        if len(year) == 2:
            if mark != ".":
                continue
            year = str(YEARS_OF_TWO + int(year))
        value = _ordered(first, second, year, mark, language)
        if value:
            return value
    return None


def _ordered(first: str, second: str, year: str, mark: str, language: str | None) -> str | None:
    day_first, month_first = iso_day(year, second, first), iso_day(year, first, second)
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first
    if mark == ".":
        return day_first
    if language in MONTH_FIRST:
        return month_first
    return day_first if language and language not in OPEN else None
