"""Words of a sentence as the timeline compares them: stems, event words, function words, by small lists and rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.annotate.titles import role_nouns
from generator.collate.words.stems import KEPT_STEMS, stem_of
from generator.collate.words.stops import is_function_stem
from generator.wordlists import lines, words

# Letters with inner apostrophes and hyphens, or a number with its separators. No nested repeats: linear on any input.
_TOKEN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
KEPT_TEXTS = 1024  # texts whose words are kept: of a label and its sentence several rules ask for them


@dataclass(frozen=True, slots=True)
class WordForm:
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


@lru_cache(maxsize=KEPT_TEXTS)
def forms_of(text: str) -> tuple[WordForm, ...]:
    """Return the words of `text` in order; offsets are code points of `text`."""
    return tuple(_words(text))


def _words(text: str) -> Iterator[WordForm]:
    for found in _TOKEN.finditer(text):
        printed = found[0]
        if stem := _stem_printed(printed):
            yield WordForm(found.start(), found.end(), printed, stem, printed[0].isupper())


def stems_in(text: str) -> Iterator[str]:
    """Yield the stems of the words of `text` in order, where nothing else of them is asked for."""
    return (stem for printed in _TOKEN.findall(text) if (stem := _stem_printed(printed)))


@lru_cache(maxsize=KEPT_STEMS)  # the words of the news repeat
def _stem_printed(printed: str) -> str:
    """Return the stem of a word as it is printed; "" for a possessive without a word."""
    plain = _POSSESSIVE.sub("", printed)
    return stem_of(plain) if plain else ""


def is_function_word(word: WordForm) -> bool:
    """Return whether the word tells nothing about which happening is meant."""
    return is_function_stem(word.stem)


def families(stem_: str) -> tuple[str, ...]:
    """Return the families of event words that a stem belongs to, in alphabetical order; () when it is none."""
    return _families().get(stem_, ())


def is_somebody(word: str) -> bool:
    """Return whether a lower-case noun is what people are: "reporter", "mayor"."""
    return word in people_nouns()


@cache
def people_nouns() -> frozenset[str]:
    """Return nouns for what people are, lower case."""
    return role_nouns() | words("people_nouns.txt")


def is_listed(word: str) -> bool:
    """Return whether a word itself is an event word, and not only one of its stem is."""
    return word in _listed()


@cache
def _listed() -> frozenset[str]:
    return frozenset(member for _, *members in _lines("event_words.txt") for member in members)


@cache
def named(name: str) -> frozenset[str]:
    """Return a class of words of `timeline_words.txt`, lower case. Raises `KeyError` where there is no such class."""
    found = [listed for head, *listed in _lines("timeline_words.txt") if head == f"{name}:"]
    if not found:
        raise KeyError(name)
    return frozenset(word for listed in found for word in listed)


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
