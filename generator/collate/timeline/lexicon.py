"""Words of a sentence as the timeline compares them: stems, event words, function words, by small lists and rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.wordlists import lines

# Letters with inner apostrophes and hyphens, or a number with its separators. No nested repeats: linear on any input.
_TOKEN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_VOWELS = frozenset("aeiouy")
KEPT_STEMS = 50_000  # words of the news repeat; memory stays bounded on any input
MIN_STEM = 3  # "red" and "sing" keep their endings


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text and what it is compared by."""

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


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of `text` in order; offsets are code points of `text`."""
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    for found in _TOKEN.finditer(text):
        printed = found[0]
        plain = _POSSESSIVE.sub("", printed)
        if not plain:
            continue
        yield Word(found.start(), found.end(), printed, stem(plain), printed[0].isupper())


@lru_cache(maxsize=KEPT_STEMS)
def stem(word: str) -> str:
    """Return the stem of a word: irregular forms by list, regular endings by rule.

    Only meant for comparing: "use", "used" and "using" share "us", which is no word.
    """
    lower = word.lower().replace("’", "'")
    return _regular(_irregular().get(lower, lower))


def _regular(word: str) -> str:
    if word[-1:].isdigit():
        return word.replace(",", "")
    bare = _cut(word)
    if len(bare) > MIN_STEM and bare[-1] == bare[-2] and bare[-1] not in "aeiouls" and bare != word:
        bare = bare[:-1]  # "planned" is "plan"; "called", "missed" keep both letters
    return bare[:-1] if bare.endswith("e") and len(bare) > MIN_STEM else bare


def _cut(word: str) -> str:
    if word.endswith(("ies", "ied")) and len(word) > MIN_STEM + 1:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("ings"):
        word = word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= MIN_STEM and _VOWELS & set(rest):
            return rest
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > MIN_STEM:
        return word[:-1]
    return word


def is_function_word(word: Word) -> bool:
    """Return whether the word tells nothing about which happening is meant."""
    return word.stem in _function_stems() or len(word.stem) < 2


def families(stem_: str) -> tuple[str, ...]:
    """Return the families of event words that a stem belongs to, in alphabetical order; () when it is none."""
    return _families().get(stem_, ())


def phrase_family(words: Sequence[Word], i: int) -> tuple[str, ...]:
    """Return the families of two words listed together: "news conference" at its second, "step down" at its first."""
    before = families(words[i - 1].stem + "+" + words[i].stem) if i else ()
    if before or i + 1 >= len(words) or words[i].capital:
        return before
    return families(words[i].stem + "+" + words[i + 1].stem)


def is_finite(word: Word) -> bool:
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
def _irregular() -> dict[str, str]:
    forms: dict[str, str] = {}
    for base, *others in _lines("irregular_verbs.txt"):
        # "found" is a form of "find" and "left" of "leave"; the first line that claims a form keeps it.
        for form in others:
            forms.setdefault(form, base)
    return forms


@cache
def _finite_forms() -> frozenset[str]:
    past = {form for form in _irregular() if not form.endswith(("ing", "en"))}
    return named("auxiliaries") | frozenset(past)


@cache
def _function_stems() -> frozenset[str]:
    listed = {word for line in _lines("function_words.txt") for word in line}
    return frozenset(stem(word) for word in listed) | frozenset(listed)


@cache
def _families() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for name, *members in _lines("event_words.txt"):
        for member in members:
            key = "+".join(stem(part) for part in member.split("+"))
            found.setdefault(key, set()).add(name.rstrip(":"))
    return {key: tuple(sorted(names)) for key, names in found.items()}


def _lines(name: str) -> Iterable[list[str]]:
    return [line.split() for line in lines(name)]
