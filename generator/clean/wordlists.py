"""The word lists of `generator/data/` that cleaning uses: one entry a line, "#" begins a comment."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def entries(name: str) -> tuple[str, ...]:
    """Return the entries of a list, as written."""
    lines = (_DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(entry for line in lines if (entry := line.partition("#")[0].strip()))


@cache
def folded(name: str) -> frozenset[str]:
    """Return the entries of a list in lower case."""
    return frozenset(entry.casefold() for entry in entries(name))


@cache
def names(name: str) -> dict[str, str]:
    """Return the entries of a list by their lower-case form."""
    return {entry.casefold(): entry for entry in entries(name)}
