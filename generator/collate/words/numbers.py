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
_FRACTION = re.compile(r"(?:(\d+)(?:[ -]| - ))?([1-7])/([2348])(?![\d/])|(\d*)([½¼¾⅓⅔])")
SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
# Letters that stand for a scale behind a sum: "£2.3m", "$40mn", "€5k".
_SHORT = {"m": 1e6, "mn": 1e6, "b": 1e9, "tn": 1e12, "k": 1e3}
_SUM = "$€£¥₹"


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
            alone = at == start + 1 and total == 1  # "one-half"
            total += -0.5 if alone or _is_one_half(words, at) else 0.5
        at += 1
    return (total, at) if at > start else (None, start + 1)


def _more_number(words: Sequence[Word], at: int) -> bool:
    """Return whether "and", "a" or "half" at `at` goes on with a number: "and a half", "and twenty"."""
    rest = [word.key for word in words[at : at + 3]]
    return (
        rest[:3] in (["and", "a", "half"], ["and", "one", "half"]) or rest[:2] == ["a", "half"] or rest[:1] == ["half"]
    )


def _is_one_half(words: Sequence[Word], at: int) -> bool:
    """Return whether "half" at `at` ends "nine and one half"."""
    return [word.key for word in words[max(0, at - 2) : at]] == ["and", "one"]


def _digits(words: Sequence[Word], text: str, at: int) -> tuple[float | None, int]:
    word = words[at]
    if ":" in word.key or _ORDINAL.match(text, word.span.start):
        return None, at + 1
    if (fraction := _FRACTION.match(text, word.span.start)) is not None:
        return _fraction(fraction), at + sum(each.span.start < fraction.end() for each in words[at : at + 3])
    try:
        number = float(word.key)
    except ValueError:  # "7.8.9", "5k"
        return None, at + 1
    after = at + 1
    if after < len(words) and words[after].key in SCALES:
        number *= SCALES[words[after].key]
        after += 1
    elif after < len(words) and words[after].key in _SHORT and _is_sum(word, words[after], text):
        number *= _SHORT[words[after].key]
        after += 1
    if [each.key for each in words[after : after + 3]] == ["and", "a", "half"]:
        number, after = number + 0.5, after + 3
    return number, after


def _fraction(found: re.Match[str]) -> float | None:
    """Return the number of "2 1/2", "3/4" or "1½"; None for what is none, as "4/3"."""
    whole, over, under, before, sign = found.groups()
    if sign:
        return float(before or 0) + SIGNS[sign]
    return float(whole or 0) + int(over) / int(under) if int(over) < int(under) else None


def _is_sum(number: Word, letters: Word, text: str) -> bool:
    """Return whether letters right behind a number tell its scale: "£2.3m", not "100m"."""
    return letters.span.start == number.span.end and text[max(0, number.span.start - 1)] in _SUM


@cache
def number_words() -> dict[str, int]:
    """Return the English number words up to twelve and the tens, with their values."""
    return {word: int(value) for word, value in (line.split() for line in lines("number_words.txt"))}
