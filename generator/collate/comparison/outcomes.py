"""The words that tell how a matter came out: done or not done."""

from __future__ import annotations

from functools import cache

from generator.collate.words.tokens import american
from generator.wordlists import lines


@cache
def outcome_words(section: str) -> frozenset[str]:
    """Return the words of a section of `data/outcomes.txt`."""
    return frozenset(" ".join(map(american, line.split("_"))) for line in lines("outcomes.txt", section))
