"""Whether those who are told to do something can be the same: by name, or by what they are called."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from generator.collate.timeline.lexicon import people_nouns
from generator.collate.words.stems import stem_of


def may_be_same(left: Set[str], right: Set[str]) -> bool:
    """Return whether two sets of actors can be the same: one shared, or none told, or a name beside a description."""
    left, right = left - {""}, right - {""}
    if not left or not right or left & right:
        return True
    named_left, named_right = (any(actor.startswith("@") for actor in side) for side in (left, right))
    # "the officers", "three soldiers", "the trio": people are described in many ways.
    return named_left != named_right or (not named_left and bool(left & people_stems() and right & people_stems()))


@cache
def people_stems() -> frozenset[str]:
    """Return the stems of the words for people, by what they are or hold."""
    return frozenset(stem_of(word) for word in people_nouns())
