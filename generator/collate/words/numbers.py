"""Numbers in running English: digits, words, and both with a scale ("1.5 million", "three and a half", "a dozen")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from generator.collate.words.tokens import Word
from generator.wordlists import lines

SCALES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "bn": 1e9,
    "dozen": 12.0,
}
LARGEST = 1e18  # what is larger is no number that news tells: a code, a hash, or thousands of digits to do harm
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\b", re.I)


def read_number(words: Sequence[Word], text: str, at: int) -> tuple[float | None, int]:
    """Read a number that begins with word `at`; return it (None: there is none) and the index of the word after it."""
    number, after = (_digits if words[at].key[:1].isdigit() else _in_words)(words, text, at)
    return (number if number is not None and number <= LARGEST else None), after


def _in_words(words: Sequence[Word], text: str, at: int) -> tuple[float | None, int]:
    start, key = at, words[at].key
    if key in ("a", "an", "half") and at + 1 < len(words) and words[at + 1].key in (*SCALES, "half"):
        total, at = (0.5 if key == "half" else 1.0), at + 1
        if words[at].key == "half":
            return None, start + 1
    elif key in number_words():
        total = 0.0
    else:
        return None, start + 1
    while at < len(words):
        key = words[at].key
        if key in number_words():
            total += number_words()[key]
        elif key in SCALES:
            total = (total or 1.0) * SCALES[key]
        elif key not in ("and", "a", "half") or not _more_number(words, at):
            break
        elif key == "half":
            total += 0.5
        at += 1
    return (total, at) if at > start else (None, start + 1)


def _more_number(words: Sequence[Word], at: int) -> bool:
    """Return whether "and", "a" or "half" at `at` goes on with a number: "and a half", "and twenty"."""
    rest = [word.key for word in words[at : at + 3]]
    return rest[:3] == ["and", "a", "half"] or rest[:2] == ["a", "half"] or rest[:1] == ["half"]


def _digits(words: Sequence[Word], text: str, at: int) -> tuple[float | None, int]:
    word = words[at]
    if ":" in word.key or _ORDINAL.match(text, word.span.start):
        return None, at + 1
    try:
        number = float(word.key)
    except ValueError:  # "7.8.9", "5k"
        return None, at + 1
    after = at + 1
    if after < len(words) and words[after].key in SCALES:
        number *= SCALES[words[after].key]
        after += 1
    if [each.key for each in words[after : after + 3]] == ["and", "a", "half"]:
        number, after = number + 0.5, after + 3
    return number, after


@cache
def number_words() -> dict[str, int]:
    """Return the English number words up to twelve and the tens, with their values."""
    return {word: int(value) for word, value in (line.split() for line in lines("number_words.txt"))}
