"""Names of months and weekdays in languages other than English, by the lists in `data`."""

from __future__ import annotations

from functools import cache

from generator.wordlists import lines
from generator.words_alike import without_accents


def month_abroad(word: str) -> int | None:
    """Return the number of the month that a word names in one of the languages; None when it names none."""
    return _named("months.txt").get(_plain(word))


def weekday_abroad(word: str) -> int | None:
    """Return the number of the weekday that a word names or shortens, Monday 1; None for other words."""
    plain = _plain(word)
    named = _named("weekdays.txt")
    short = (name for name in named if LEAST_SHORT <= len(plain) <= MOST_SHORT and name.startswith(plain))
    return named.get(plain) or next((named[name] for name in short), None)


LEAST_SHORT, MOST_SHORT = 2, 3  # letters of "Sa", "sam", "Sáb"


@cache
def _named(file: str) -> dict[str, int]:
    """Return every form of a name to its number. Few forms stand for two, and those are left out."""
    found: dict[str, set[int]] = {}
    for line in lines(file):
        for number, forms in enumerate(line.partition(":")[2].split(), start=1):
            for form in forms.split("/"):
                found.setdefault(_plain(form), set()).add(number)
    return {form: min(numbers) for form, numbers in found.items() if len(numbers) == 1}


def _plain(word: str) -> str:
    """Return a word in small letters without its accents."""
    return without_accents(word.casefold())
