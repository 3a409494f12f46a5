"""Weights of signs, learned: rows of signs with what they turned out to be in, a weight for each sign out.

Logistic regression by FTRL-proximal (McMahan et al. 2013), whose weights are mostly zero; one order, so one result.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple


class Rates(NamedTuple):
    """How fast it learns, how many weights stay zero (L1), how small the others (L2), how often it sees each row."""

    rate: float
    sparse: float
    small: float
    rounds: int


def fit(rows: Iterable[tuple[list[str], bool, float]], rates: Rates) -> dict[str, float]:
    """Return the weights, to two places. A row: its signs in order, what it is, how much it counts."""
    table, order = list(rows), random.Random(7)
    z: defaultdict[str, float] = defaultdict(float)
    n: defaultdict[str, float] = defaultdict(float)

    def weight_of(sign: str) -> float:
        at = z[sign]
        if abs(at) <= rates.sparse:
            return 0.0
        return -(at - math.copysign(rates.sparse, at)) / ((1 + math.sqrt(n[sign])) / rates.rate + rates.small)

    for _ in range(rates.rounds):
        order.shuffle(table)
        for found, truth, weight in table:
            now = {sign: weight_of(sign) for sign in found}
            total = max(-30.0, min(30.0, sum(now.values())))
            slope = (1 / (1 + math.exp(-total)) - truth) * weight
            square = slope * slope
            for sign, value in now.items():
                before = n[sign]
                n[sign] = before + square
                z[sign] += slope - (math.sqrt(before + square) - math.sqrt(before)) / rates.rate * value
    return {sign: value for sign in sorted(z) if (value := round(weight_of(sign), 2))}
