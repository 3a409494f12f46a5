"""How the tables of `generator/weights.py` are learned: one deterministic program for all of them."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.weights import ALWAYS, MOST, at_most

ROUNDS = 6


class Told(NamedTuple):
    """One thing that was judged: its signs, whether it is what the table tells of, and how much it counts."""

    signs: Iterable[str]
    is_so: bool
    weight: float


def learned(told: Iterable[Told], rate: float = 0.1, sparse: float = 1.0, small: float = 2.0) -> dict[str, float]:
    """Return the weights of the signs, by FTRL-proximal: `sparse` is its L1, `small` its L2.

    They are rounded to two digits, and those that come out as 0 are left out.
    """
    table = [(sorted({ALWAYS, *each.signs}), each.is_so, each.weight) for each in told]
    z: defaultdict[str, float] = defaultdict(float)
    n: defaultdict[str, float] = defaultdict(float)
    order = random.Random(7)

    def weight_of(sign: str) -> float:
        at = z[sign]
        if abs(at) <= sparse:
            return 0.0
        return -(at - math.copysign(sparse, at)) / ((1 + math.sqrt(n[sign])) / rate + small)

    for _ in range(ROUNDS):
        order.shuffle(table)
        for signs, is_so, weight in table:
            now = {sign: weight_of(sign) for sign in signs}
            slope = (1 / (1 + math.exp(-at_most(sum(now.values()), MOST))) - is_so) * weight
            square = slope * slope
            for sign, value in now.items():
                before = n[sign]
                n[sign] = before + square
                z[sign] += slope - (math.sqrt(before + square) - math.sqrt(before)) / rate * value
    return {sign: value for sign in sorted(z) if (value := round(weight_of(sign), 2))}


def sureness(weights: Mapping[str, float], signs: Iterable[str]) -> float:
    """Return how likely what has such signs is so by weights that are in no table yet."""
    odds = weights.get(ALWAYS, 0.0) + sum(weights.get(sign, 0.0) for sign in sorted(set(signs)))
    return 1 / (1 + math.exp(-at_most(odds, MOST)))
