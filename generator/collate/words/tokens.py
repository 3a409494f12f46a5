"""The words of a stretch of text as collation compares them: key, stem, how rare they are, where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.collate.words.stems import KEPT_STEMS, stem_of
from generator.records import Span
from generator.wordlists import lines

RAREST = 13
"""Weight of a word that is in no band of the table."""
KEPT_STRETCHES = 4096
"""Stretches of text whose words are kept: statements, reports and facts ask for those of the same sentences."""
_NUMBER = r"\d+(?:[.,:]\d+)*"
_ACRONYM = r"(?:[A-Za-z]\.)+[A-Za-z]\b\.?"
_WORD = re.compile(rf"{_NUMBER}|{_ACRONYM}|[^\W_]+(?:['’][^\W\d_]+)*")
_CLITIC = re.compile(r"(?<=[^\W_])(n['’]t|['’](?:re|ve|ll|m|d))$", re.I)
_IS = re.compile(r"^(?:it|he|she|that|there|what|who|here|let|where|how)(['’]s)$", re.I)
_POSSESSIVE = re.compile(r"['’](?:s)?$", re.I)
_CLITIC_KEYS = {"nt": "not", "re": "are", "ve": "have", "ll": "will", "m": "am", "d": "would", "s": "is"}
_BEFORE_NOT = {"ca": "can", "wo": "will", "sha": "shall"}


_COUNTRY = frozenset({"US", "U.S.", "U.S", "USA", "U.S.A."})  # in lower case "us" would be the pronoun


@dataclass(frozen=True, slots=True, init=False)
class Word:
    """One word. "don't" is two ("do", "n't"), so that it equals "do not"; "China's" is one."""

    key: str
    """Lower case, American spelling, without apostrophe and possessive: equal keys are the same word."""
    stem: str
    """The key without inflection: "agree" and "agreed" share it."""
    weight: int
    """Binary logarithm of the word's rank in general English, 0 for "the" to `RAREST`."""
    span: Span

    def __init__(self, key: str, stem: str, weight: int, span: Span) -> None:  # as `Span` does, for the same reason
        _set_key(self, key)
        _set_stem(self, stem)
        _set_weight(self, weight)
        _set_span(self, span)


_set_key, _set_stem, _set_weight, _set_span = (vars(Word)[name].__set__ for name in ("key", "stem", "weight", "span"))


@lru_cache(maxsize=KEPT_STRETCHES)
def words_of(text: str, within: Span) -> tuple[Word, ...]:
    """Return the words of `text[within]` in order; spans are of `text`."""
    return tuple(
        Word(key, stem, weight, Span(match.start() + start, match.start() + end))
        for match in _WORD.finditer(text, within.start, within.end)
        for key, stem, weight, start, end in _parts(match[0])
    )


_Part = tuple[str, str, int, int, int]
"""Key, stem and weight of a word, and where it stands in the words as printed."""


@lru_cache(maxsize=KEPT_STEMS)  # the words of the news repeat
def _parts(surface: str) -> tuple[_Part, ...]:
    """Return the words that stand in one word as printed."""
    tail = _CLITIC.search(surface) or _IS.match(surface)
    if tail:
        cut = tail.start(1)
        head = _key(surface[:cut])
        tail_key = re.sub(r"['’]", "", tail[1]).casefold()
        first = _part(_BEFORE_NOT.get(head, head) if tail[1][0] in "nN" else head, 0, cut)
        return first, _part(_CLITIC_KEYS[tail_key], cut, len(surface))
    if surface.casefold() == "cannot":
        return _part("can", 0, 3), _part("not", 3, len(surface))
    return (_part(_key(surface), 0, len(surface)),)


def _part(key: str, start: int, end: int) -> _Part:
    return key, stem_of(key), weight_of(key), start, end


def _key(surface: str) -> str:
    if surface in _COUNTRY:
        return "usa"
    plain = _POSSESSIVE.sub("", surface).replace("'", "").replace("’", "").casefold()
    if plain[:1].isdigit():
        return plain.replace(",", "")
    return american(plain.replace(".", ""))


@cache
def american(word: str) -> str:
    """Return the American spelling of a lower-case word, for comparing only: "advise" too gets its "z"."""
    pairs = _pairs()
    if word in pairs:
        return pairs[word]
    if len(word) > 5:
        word = re.sub(r"(?<=[a-z])is(e|es|ed|er|ers|ing|ation|ations)$", r"iz\1", word)
    if len(word) > 4:
        word = re.sub(r"our(s|ed|ing|able|ite|al|ful)?$", r"or\1", word)
    if len(word) > 7:
        word = re.sub(r"ll(ed|ing)$", r"l\1", word)
    return word


@cache
def weight_of(key: str) -> int:
    """Return how rare a word is in English at large. Never depends on the folder: see `data/word_bands.txt`."""
    bands = _bands()
    if key in bands:
        return bands[key]
    if key.isdigit() and len(key) == 1:
        return 6
    for ending in ("s", "es", "ed", "d", "ing", "ly"):  # the table has not every form of a common word
        if key.endswith(ending) and (band := bands.get(key[: -len(ending)])) is not None:
            return min(RAREST, band + 1)
    return RAREST


@cache
def _bands() -> dict[str, int]:
    bands: dict[str, int] = {}
    for line in lines("word_bands.txt"):
        band, _, words = line.partition(": ")
        for word in words.split():
            key = american(word)
            bands[key] = min(int(band), bands.get(key, RAREST))
    return bands


@cache
def _pairs() -> dict[str, str]:
    return dict(line.split() for line in lines("spellings.txt"))
