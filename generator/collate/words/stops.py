"""Stop words: what tells nothing about which happening or matter a sentence is about."""

from __future__ import annotations

from functools import cache

from generator.collate.words.stems import stem_of
from generator.wordlists import words


def is_function_stem(stem: str) -> bool:
    """Return whether a stem is that of a function word or of one as light, or a single letter."""
    return stem in _function_stems() or len(stem) < 2


@cache
def empty_words() -> frozenset[str]:
    """Return the keys of words that say nothing of what a sentence reports: function words and words of the trade."""
    return words("function_words.txt", "function") | words("function_words.txt", "news")


@cache
def _function_stems() -> frozenset[str]:
    listed = words("function_words.txt", "function") | words("function_words.txt", "light")
    return frozenset(map(stem_of, listed)) | listed
