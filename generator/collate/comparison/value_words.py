"""The word lists by which values are read: units, hedges, things, what befell those who are counted."""

from __future__ import annotations

from functools import cache
from typing import Literal

from generator.collate.words.stems import root_of, stem_of
from generator.collate.words.tokens import Word, american
from generator.wordlists import lines

Hedge = Literal["exact", "about", "under", "over", "range"]


def thing_of(word: Word) -> str:
    """Return the stem of a thing, the same for all words of a group in `data/same_things.txt`."""
    return things().get(word.key, word.stem)


def thing_printed(surface: str) -> str:
    """Return the stem of a thing as `thing_of` does, of a word as an article prints it."""
    word = surface.lower()
    return things().get(word, stem_of(american(word)))


@cache
def units() -> dict[str, tuple[str, float]]:
    """Return unit words with their dimension and size."""
    found = {}
    for line in lines("units.txt"):
        dimension, size, *words = line.split()
        found.update({american(word): (dimension, float(size)) for word in words})
    return found


@cache
def currencies() -> dict[str, str]:
    """Return the stems of the words for money with the sign or name of their currency."""
    found = {}
    for line in lines("currencies.txt"):
        sign, *words = line.split()
        found.update({stem_of(american(word)): sign for word in words})
    return found


@cache
def pairs() -> frozenset[str]:
    """Return the stems of what comes in twos wherever two deal with each other."""
    return frozenset(thing for word in lines("pairs.txt") for thing in (stem_of(word), things().get(word, "")) if thing)


@cache
def hedges() -> dict[str, Hedge]:
    """Return hedges, their words joined by hyphens, and what they make of a value."""
    found: dict[str, Hedge] = {}
    for line in lines("hedges.txt"):
        kind, *words = line.split()
        assert kind in ("about", "under", "over")
        found.update(dict.fromkeys(words, kind))  # type: ignore[arg-type]
    return found


@cache
def plurals() -> frozenset[str]:
    """Return words for several that do not end in "s"."""
    return frozenset(lines("plurals.txt"))


@cache
def things() -> dict[str, str]:
    """Return words of one thing with the stem that stands for all of them."""
    return _same_things("")


def alike(thing: str) -> frozenset[str]:
    """Return the stems of all words of a thing: of "police officers" neither tells which are counted."""
    return _alike().get(thing, frozenset())


@cache
def _alike() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, thing in things().items():
        found.setdefault(thing, set()).add(root_of(stem_of(word)))
    return {thing: frozenset(stems) for thing, stems in found.items()}


@cache
def happenings() -> dict[str, str]:
    """Return those of them that take time: meetings, visits, fires."""
    return _same_things("happenings")


def _same_things(section: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines("same_things.txt", section):
        alike = [american(word) for word in line.split()]
        found.update(dict.fromkeys(alike, stem_of(alike[0])))
    return found


def actions(stem: str) -> frozenset[str]:
    """Return the groups of verbs for one action that a stem is of, each by the stem of its first verb."""
    return _actions().get(stem, frozenset())


@cache
def _actions() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lines("same_actions.txt"):
        verbs = ["+".join(stem_of(part) for part in verb.split("+")) for verb in line.split()]
        for verb in verbs:
            found.setdefault(verb, set()).add(verbs[0])
    return {verb: frozenset(groups) for verb, groups in found.items()}


@cache
def offices() -> dict[str, str]:
    """Return the nouns that stand for one office with the stem of the first of their group."""
    return {noun: stem_of(nouns[0]) for nouns in (line.split() for line in lines("same_offices.txt")) for noun in nouns}


@cache
def other_offices() -> tuple[frozenset[tuple[str, str]], ...]:
    """Return the rows of offices of which somebody has one: the stems of a noun and of the word beside it, or ""."""
    return tuple(
        frozenset(
            (stem_of(noun), stem_of(beside)) for entry in line.split() for beside, _, noun in [entry.rpartition("_")]
        )
        for line in lines("other_offices.txt")
    )


@cache
def bodies() -> frozenset[str]:
    """Return the stems of the nouns by which a body is told of again: "the agency"."""
    return frozenset(stem_of(line.partition("=")[0].strip()) for line in lines("body_nouns.txt"))


@cache
def struck() -> frozenset[str]:
    """Return those words for a fate that may stand for the people themselves: "200 injured", "killing 12"."""
    return frozenset(word for word in fates() if word.endswith(("ed", "ing")) or word in ("dead", "hurt"))


@cache
def fates() -> dict[str, str]:
    """Return words for what befell people and things, with the first word of their line."""
    found = {}
    for line in lines("fates.txt"):
        words = [american(word) for word in line.split()]
        found.update(dict.fromkeys(words, words[0]))
    return found


@cache
def outcome_words(section: str) -> frozenset[str]:
    """Return the words of a section of `data/outcomes.txt`."""
    return frozenset(" ".join(map(american, line.split("_"))) for line in lines("outcomes.txt", section))
