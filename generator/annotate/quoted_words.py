"""How quoted words look: like a clause of speech, like a title. A stretch and the text before it in, yes or no out."""

from __future__ import annotations

import re

from generator.annotate.quotations import Marked

WORD = re.compile(r"\w+(?:[’']\w+)*")
FEW = 5  # words: with fewer, a stretch may as well be a term; of the others 98 % were said (PolNeAR train)
FRAGMENT_WORDS = 12  # tuned on PolNeAR train: longer stretches are parsed as the stand-in whatever they look like
FINAL = re.compile(r"[,.?!…—–-]$")
_DETERMINED = re.compile(r"\b(?:[Aa]n?|[Tt]he)\s$")
_BEHIND_A_WORD = re.compile(r"\w[’']?\s$")
NOUN_FOLLOWS = re.compile(
    r"\s(?!(?:and|or|but|of|in|on|at|to|for|with|by|from|as|that|which|who|when|while|because|is|are|was|were|had|has"
    r"|have|will|would|could|should|can|may|than|about|after|before|over|into|against|if|so|between|among|through"
    r"|during|under|without|within|towards?|throughout|since|until|per|via|like|off|near|upon|amid|despite|not"
    r"|he|she|they|it|we|you|i|said|says|told)\b)[a-z]"
)
_SMALL = frozenset("a an the of and with to in for is on my at by or from as vs".split())  # noqa: SIM905


def reads_like_speech(inner: str) -> bool:
    """Return whether quoted words look like a clause of their own and no part of the reporter's sentence."""
    count = inner.count(" ") + 1
    if count > FRAGMENT_WORDS:
        return True
    return inner[:1].isupper() and bool(FINAL.search(inner))


def reads_like_clause(text: str, stretch: Marked) -> bool:
    """Return whether a stretch reads like speech where it stands.

    What "a" or "the" leads up to is a noun's part, and a short title right behind a word is a name: "known as “JV,”".
    """
    inner = stretch.inner.of(text)
    if not reads_like_speech(inner):
        return False
    before = text[max(0, stretch.outer.start - 5) : stretch.outer.start]
    held = _DETERMINED.search(before) is not None and inner.count(" ") < FRAGMENT_WORDS
    named = len(WORD.findall(inner)) < FEW and reads_like_title(inner) and stands_behind_a_word(text, stretch)
    return not (held or named)


def stands_behind_a_word(text: str, stretch: Marked) -> bool:
    """Return whether nothing parts a stretch from the word before, so that it goes on with the reporter’s sentence."""
    return _BEHIND_A_WORD.search(text, max(0, stretch.outer.start - 3), stretch.outer.start) is not None


def reads_like_title(inner: str) -> bool:
    """Return whether every longer word is capitalised and no sentence ends: "Meet the Press"."""
    if inner[-1:] in "!?":
        return False
    return (inner[:1].isupper() or inner[:1].isdigit()) and all(
        token[:1].isupper() or token.isdigit() or token.lower() in _SMALL or len(token) < 3
        for token in WORD.findall(inner)
    )
