"""Reporting words without marks: a verb or noun in, what may follow it and what kind of saying it is out."""

from __future__ import annotations

from functools import cache

from generator.annotate.cues import base_form, cue_kind
from generator.annotate.reported.ground import Ground
from generator.language import Token
from generator.records import CueClass
from generator.wordlists import words

LIST = "reported_cues.txt"
CLASSES: tuple[CueClass, ...] = ("denies", "asks", "promises", "orders", "doubts", "believes")
WITHOUT_CLAUSE_RULES = frozenset({"verb_below", "thing_below"})
WITHOUT_CLAUSE: dict[str, CueClass] = {"asks_for": "asks", "promises_to": "promises", "orders_to": "orders"}
VERBS = ("VERB", "AUX")


@cache
def listed(section: str) -> frozenset[str]:
    """Return the words of a section of the list."""
    return words(LIST, section)


@cache
def cue_class(base: str, rule: str = "") -> CueClass:
    """Return what kind of saying a reporting word stands for; "says" where the list knows nothing else.

    `rule`: by which its content was found. Whoever suggests leaving asks, whoever suggests that all is well states it.
    """
    if rule in WITHOUT_CLAUSE_RULES:
        for section, found in WITHOUT_CLAUSE.items():
            if base in listed(section):
                return found
    return next((found for found in CLASSES if base in listed(found)), "says")


def base_of(token: Token) -> str:
    """Return the base form of a verb, as the parser has it or as its form tells."""
    return base_form(token.text) if cue_kind(token.text) else token.lemma.lower()


def takes_clause(token: Token) -> bool:
    """Return whether a verb reports the clause below it: "said the road was closed"."""
    base = base_of(token)
    return base not in listed("no_clause") and (cue_kind(token.text) == "speech" or base in listed("clause"))


def particle_behind(index: int, ground: Ground) -> int | None:
    """Return the word right behind a verb with which alone it reports a clause: "out" of "pointed out that"."""
    tokens, behind = ground.tokens, index + 1
    if behind >= len(tokens) or tokens[behind].head != index:
        return None
    return behind if f"{base_of(tokens[index])}+{tokens[behind].text.lower()}" in listed("clause") else None


def takes(token: Token, section: str) -> bool:
    """Return whether a word takes what the section of the list is about."""
    return base_of(token) in listed(section)


@cache
def prepositions(base: str) -> frozenset[str]:
    """Return the words behind which a verb has what it reports: "for" of "call"."""
    pairs = (entry.split("+") for entry in listed("thing_behind"))
    return frozenset(rest[-1] for verb, *rest in pairs if verb == base)
