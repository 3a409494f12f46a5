"""Reporting words: which verb forms report speech, made from the base forms of `data/cues.txt`."""

from __future__ import annotations

from functools import cache
from typing import Literal

from generator.wordlists import lines, words

CueKind = Literal["speech", "about"]


@cache
def cue_forms() -> dict[str, tuple[str, CueKind]]:
    """Return every form of a reporting verb: its base, and whether it reports words or characterises with them.

    A verb that reports only with its particle has both in its form and its base: "lashed out" of "lash out".
    """
    forms: dict[str, tuple[str, CueKind]] = {}
    kinds: tuple[CueKind, ...] = ("about", "speech")  # a verb in both lists reports
    for kind in kinds:
        for base in sorted(words("cues.txt", kind)):
            verb, _, particle = base.partition("+")
            behind = f" {particle}" if particle else ""
            forms.update(dict.fromkeys((form + behind for form in _forms(verb)), (verb + behind, kind)))
    return forms


@cache
def particles() -> frozenset[str]:
    """Return the particles that make some verb a reporting one."""
    listed = words("cues.txt", "speech") | words("cues.txt", "about")
    return frozenset(base.partition("+")[2] for base in listed if "+" in base)


def _forms(verb: str) -> list[str]:
    return [*_inflected(verb), *_irregular().get(verb, ())]


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {base: tuple(forms) for base, *forms in (line.split() for line in lines("irregular_verbs.txt"))}


def _inflected(base: str) -> list[str]:
    if base.endswith("e"):
        return [base, base + "s", base + "d", base[:-1] + "ing"]
    if base.endswith("y") and base[-2] not in "aeiou":
        return [base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return [base, third, base + "ed", base + "ing", base + base[-1] + "ed", base + base[-1] + "ing"]


def cue_kind(word: str) -> CueKind | None:
    """Return what a verb form reports, its particle included; None for a verb that does not."""
    found = cue_forms().get(word.lower())
    return found[1] if found else None


def base_form(word: str) -> str:
    """Return the base of a reporting verb's form; the word itself when it is none."""
    found = cue_forms().get(word.lower())
    return found[0] if found else word.lower()
