"""Words of a sentence as the timeline compares them: stems, event words, function words, by small lists and rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from generator.collate.words.stems import MIN_STEM, irregular_forms, stem_of
from generator.collate.words.stops import is_function_stem
from generator.wordlists import lines

# Letters with inner apostrophes and hyphens, or a number with its separators. No nested repeats: linear on any input.
_TOKEN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Form:
    """One printed word of a sentence, hyphens and all, with what the timeline compares it by."""

    start: int
    end: int
    text: str
    stem: str
    """Lower case, without inflection; a name keeps its form."""
    capital: bool

    @property
    def number(self) -> bool:
        """Whether the word is written in digits."""
        return self.text[0].isdigit()


def forms_of(text: str) -> tuple[Form, ...]:
    """Return the words of `text` in order; offsets are code points of `text`."""
    return tuple(_words(text))


def _words(text: str) -> Iterator[Form]:
    for found in _TOKEN.finditer(text):
        printed = found[0]
        plain = _POSSESSIVE.sub("", printed)
        if not plain:
            continue
        yield Form(found.start(), found.end(), printed, stem_of(plain), printed[0].isupper())


def is_function_word(word: Form) -> bool:
    """Return whether the word tells nothing about which happening is meant."""
    return is_function_stem(word.stem)


def families(stem_: str) -> tuple[str, ...]:
    """Return the families of event words that a stem belongs to, in alphabetical order; () when it is none."""
    return _families().get(stem_, ())


def phrase_family(words: Sequence[Form], i: int) -> tuple[str, ...]:
    """Return the families of two words listed together: "news conference" at its second, "step down" at its first."""
    before = families(words[i - 1].stem + "+" + words[i].stem) if i else ()
    if before or i + 1 >= len(words) or words[i].capital:
        return before
    return families(words[i].stem + "+" + words[i + 1].stem)


def is_finite(word: Form) -> bool:
    """Return whether the word looks like a finite verb: an auxiliary, a past form, or "-s" of a known event verb."""
    lower = word.text.lower()
    if word.capital:
        return False
    return lower in _finite_forms() or (lower.endswith("ed") and len(lower) > MIN_STEM + 1)


@cache
def named(name: str) -> frozenset[str]:
    """Return a class of words of `timeline_words.txt`, lower case."""
    return frozenset(word for head, *listed in _lines("timeline_words.txt") if head == f"{name}:" for word in listed)


@cache
def _finite_forms() -> frozenset[str]:
    past = {form for form in irregular_forms() if not form.endswith(("ing", "en"))}
    return named("auxiliaries") | frozenset(past)


@cache
def _families() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for name, *members in _lines("event_words.txt"):
        for member in members:
            key = "+".join(stem_of(part) for part in member.split("+"))
            found.setdefault(key, set()).add(name.rstrip(":"))
    return {key: tuple(sorted(names)) for key, names in found.items()}


def _lines(name: str) -> Iterable[list[str]]:
    return [line.split() for line in lines(name)]
