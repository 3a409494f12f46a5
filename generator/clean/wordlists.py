"""The word lists of `generator/data/` that cleaning uses: one entry a line, "#" begins a comment."""

from __future__ import annotations

from functools import cache

from generator.wordlists import lines


def entries(name: str) -> tuple[str, ...]:
    """Return the entries of a list, as written."""
    return lines(f"{name}.txt")


@cache
def folded(name: str) -> frozenset[str]:
    """Return the entries of a list in lower case."""
    return frozenset(entry.casefold() for entry in entries(name))


@cache
def names(name: str) -> dict[str, str]:
    """Return the entries of a list by their lower-case form."""
    return {entry.casefold(): entry for entry in entries(name)}
