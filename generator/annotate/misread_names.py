"""Names that the parser took for verbs: the tokens of a parse in, the same with such forenames as parts of their names.

A small model has seen few names. Before a surname it takes what ends or looks like a verb for one, so that a sentence
loses its subject: "“...,” Tshering Okoro said" is somebody's tshering him.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.language import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AS_NOUN = {"csubj": "nsubj", "csubjpass": "nsubjpass", "pcomp": "pobj"}
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def with_misread_names(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens of a parse, verbs with a name's capital that govern the name behind them as its first part."""
    mended = list(tokens)
    for index in range(len(tokens) - 1):
        if (dep := _as_a_name(tokens, index)) is not None:
            _take_in(mended, index, dep)
    return tuple(mended)


def _as_a_name(tokens: Sequence[Token], index: int) -> str | None:
    """Return what a name is in its sentence, of which a verb at `index` is the first word; None for a verb."""
    verb, name = tokens[index], tokens[index + 1]
    printed = verb.pos == "VERB" and verb.text[:1].isupper() and verb.text[1:].islower()
    joined = name.pos == "PROPN" and name.text[:1].isupper() and name.head == index and name.start == verb.end + 1
    if not (printed and joined) or verb.head == index:
        return None
    head = tokens[verb.head]
    subjects = [token for token in tokens if token.head == verb.head and token.dep in SUBJECTS]
    lacks = verb.head > index and head.tag in _FINITE and not subjects
    if verb.dep == "advcl":
        return "nsubj" if lacks else None  # "Praising Okoro, the mayor left" has its subject
    if verb.dep in ("csubj", "csubjpass"):
        return _AS_NOUN[verb.dep] if lacks else None
    return _AS_NOUN.get(verb.dep) if not _opens(tokens, index) else None


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a word has its capital from the sentence or the marks that it opens."""
    return index == 0 or tokens[index - 1].pos == "PUNCT"


def _take_in(tokens: list[Token], index: int, dep: str) -> None:
    """Make the word at `index` a part of the name behind it, which stands in its place."""
    verb, name = tokens[index], tokens[index + 1]
    for at, token in enumerate(tokens):
        if token.head == index and at != index:
            tokens[at] = replace(token, head=index + 1)
    tokens[index] = replace(verb, pos="PROPN", tag="NNP", lemma=verb.text, dep="compound", head=index + 1)
    tokens[index + 1] = replace(name, dep=dep, head=verb.head)
