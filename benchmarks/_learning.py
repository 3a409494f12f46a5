"""How the tables of `generator/weights.py` are learned: one deterministic program for all of them."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from generator.weights import ALWAYS, MOST, at_most


class Rates(NamedTuple):
    """How fast it learns, how many weights stay zero (L1), how small the others (L2), how often it sees each row."""

    rate: float = 0.1
    sparse: float = 1.0
    small: float = 2.0
    rounds: int = 6


USUAL = Rates()


class Told(NamedTuple):
    """One thing that was judged: its signs, whether it is what the table tells of, and how much it counts."""

    signs: Iterable[str]
    is_so: bool
    weight: float


def learned(told: Iterable[Told], rates: Rates = USUAL) -> dict[str, float]:
    """Return the weights of the signs: logistic regression by FTRL-proximal (McMahan et al. 2013), one order.

    They are rounded to two digits, and those that come out as 0 are left out.
    """
    table = [(sorted({ALWAYS, *each.signs}), each.is_so, each.weight) for each in told]
    z: defaultdict[str, float] = defaultdict(float)
    n: defaultdict[str, float] = defaultdict(float)
    order = random.Random(7)

    def weight_of(sign: str) -> float:
        at = z[sign]
        if abs(at) <= rates.sparse:
            return 0.0
        return -(at - math.copysign(rates.sparse, at)) / ((1 + math.sqrt(n[sign])) / rates.rate + rates.small)

    for _ in range(rates.rounds):
        order.shuffle(table)
        for signs, is_so, weight in table:
            now = {sign: weight_of(sign) for sign in signs}
            slope = (1 / (1 + math.exp(-at_most(sum(now.values()), MOST))) - is_so) * weight
            square = slope * slope
            for sign, value in now.items():
                before = n[sign]
                n[sign] = before + square
                z[sign] += slope - (math.sqrt(before + square) - math.sqrt(before)) / rates.rate * value
    return {sign: value for sign in sorted(z) if (value := round(weight_of(sign), 2))}


class Signed(Protocol):
    """What has signs, whatever was judged of it."""

    @property
    def signs(self) -> Iterable[str]: ...


Each = TypeVar("Each", bound=Signed)


def known_signs(borne: Iterable[tuple[str, Iterable[str]]], fewest: int) -> frozenset[str]:
    """Return the signs that enough articles or folders have. `borne`: the name of each with the signs of one thing."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for name, signs in borne:
        for sign in signs:
            bearers[sign].add(name)
    return frozenset(sign for sign, names in bearers.items() if len(names) >= fewest)


def left_out(
    things: Sequence[Each], fold_of: Callable[[Each], int], folds: int, learn: Callable[[list[Each]], dict[str, float]]
) -> Iterator[tuple[float, Each]]:
    """Yield each thing with how likely it is so by what `learn` makes of the other folds."""
    for fold in range(folds):
        weights = learn([each for each in things if fold_of(each) != fold])
        yield from ((sureness(weights, each.signs), each) for each in things if fold_of(each) == fold)


def print_bars(told: Sequence[tuple[float, bool]], bars: Iterable[float]) -> None:
    """Print how many things are at or above each bar, how many of these are right, and how many right ones are lost."""
    right = sum(is_so for _, is_so in told)
    for bar in bars:
        above = [is_so for likely, is_so in told if likely >= bar]
        share = sum(above) / max(1, len(above))
        print(f"  from {bar}: {len(above)} kept, {share:.3f} of them right; {right - sum(above)} of {right} right lost")


def sureness(weights: Mapping[str, float], signs: Iterable[str]) -> float:
    """Return how likely what has such signs is so by weights that are in no table yet."""
    odds = weights.get(ALWAYS, 0.0) + sum(weights.get(sign, 0.0) for sign in sorted(set(signs)))
    return 1 / (1 + math.exp(-at_most(odds, MOST)))


def write(table: Path, head: Sequence[str], weights: Mapping[str, float]) -> None:
    """Write a table of `generator/weights.py`. `head`: the lines of its comment."""
    rows = [f"{sign} {value:g}" for sign, value in sorted(weights.items())]
    table.write_text("\n".join([*(f"# {line}" for line in head), *rows]) + "\n", encoding="utf-8")
