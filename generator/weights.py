"""Signs weighed by a learned table: what is described by short words, each with a weight, comes out as odds.

A table is a commented file of `generator/data`, a sign and its weight a line. What a rule cannot decide alone is so
decided by many small observations, each true of news in general.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from math import exp

from generator.wordlists import lines

ALWAYS = "always"
"""The sign of everything: what the odds are before anything is known."""
MOST = 30.0  # odds beyond which a likelihood does not change


@cache
def weights(table: str) -> dict[str, float]:
    """Return the weight of each sign of `generator/data/TABLE`."""
    return {sign: float(weight) for sign, weight in (line.rsplit(" ", 1) for line in lines(table))}


def odds(table: str, signs: Iterable[str]) -> float:
    """Return the natural logarithm of the odds that what has these signs is what the table tells of.

    A sign that the table does not have adds nothing, and one that is given twice counts once.
    """
    known = weights(table)
    return known[ALWAYS] + sum(known.get(sign, 0.0) for sign in sorted(set(signs)))


def likelihood(table: str, signs: Iterable[str]) -> float:
    """Return how likely what has these signs is what the table tells of, from 0 to 1."""
    return 1 / (1 + exp(-at_most(odds(table, signs), MOST)))


def band(value: float, bounds: Sequence[float]) -> int:
    """Return between which bounds, in order, a value lies: 0 up to the first one, a sign for "long=2"."""
    return bisect_left(bounds, value)


def at_most(value: float, most: float) -> float:
    """Return a value of either sign, no further from 0 than `most`."""
    return max(-most, min(most, value))
