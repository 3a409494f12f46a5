"""Names of months in languages other than English, by the list in `data/months.txt`."""

from __future__ import annotations

from functools import cache

from generator.wordlists import lines
from generator.words_alike import without_accents


def month_abroad(word: str) -> int | None:
    """Return the number of the month that a word names in one of the languages; None when it names none."""
    return _months().get(_plain(word))


@cache
def _months() -> dict[str, int]:
    """Return every form of a month's name to its number. Few forms stand for two months, and those are left out."""
    found: dict[str, set[int]] = {}
    for line in lines("months.txt"):
        for number, forms in enumerate(line.partition(":")[2].split(), start=1):
            for form in forms.split("/"):
                found.setdefault(_plain(form), set()).add(number)
    return {form: min(numbers) for form, numbers in found.items() if len(numbers) == 1}


def _plain(word: str) -> str:
    """Return a word in small letters without its accents."""
    return without_accents(word.casefold())
