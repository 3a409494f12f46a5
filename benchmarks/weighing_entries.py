"""Whether labels, entries and sources of a timeline are right: learns the three tables of `generator/data` for them.

    python -m benchmarks weighing_entries ROWS.jsonl [--folds 6] [--write]

One thing that a reader judged a line: {"table": "label", "entry" or "source", "event": the folder it is from, "signs":
what `generator/collate/timeline/weighing.py` says of it, "right": whether the words can stand as a label, the entry
tells a happening, the sentence reports what the label tells}. Prints, for events that were left out of the learning,
how many are at or above each bar, how many of these are right, and how many right ones are lost. `--write` learns from
all of them. Logistic regression with L2, by Newton's method with conjugate gradients; one order, no chance in it.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks._learning import known_signs, left_out, print_bars, write  # noqa: E402
from generator.weights import ALWAYS, MOST, at_most  # noqa: E402

DATA = ROOT / "generator" / "data"
ABOUT = {
    "label": "of words adds to the odds that they can stand as the label of an entry: whole, clear and true.",
    "entry": "of an entry adds to the odds that it tells a happening.",
    "source": "of a sentence adds to the odds that it reports what the label of its entry tells.",
}
THINGS = {"label": "labels", "entry": "entries", "source": "sentences"}
HOLDS = {"label": 10.0, "entry": 20.0, "source": 20.0}  # L2: how much a square of a weight costs, times two
FEWEST = 8  # events that have a sign which is weighed
LEAST = 0.04  # a weight that is nearer to 0 is left out
STEPS, WITHIN = 30, 1e-6  # of Newton's method at most, and how small its last one is
BARS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
Vector = list[float]


class Row(NamedTuple):
    """One thing that was judged."""

    table: str
    event: str
    signs: frozenset[str]
    right: bool


def rows_in(path: Path) -> list[Row]:
    told = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [Row(row["table"], row["event"], frozenset(row["signs"]), bool(row["right"])) for row in told]


def learn(rows: Sequence[Row], holds: float) -> dict[str, float]:
    """Return the weights of the signs that enough events have, rounded to two digits. `holds`: see `HOLDS`."""
    names = sorted(known_signs(((row.event, row.signs) for row in rows), FEWEST))
    place = {sign: at for at, sign in enumerate(names)}
    # The last place is that of what everything has, which costs nothing.
    table = [[*sorted(place[sign] for sign in row.signs if sign in place), len(names)] for row in rows]
    found = fitted(table, [row.right for row in rows], [*[holds] * len(names), 0.0])
    kept = {sign: round(found[at], 2) for sign, at in place.items() if abs(round(found[at], 2)) >= LEAST}
    return {ALWAYS: round(found[-1], 2), **kept}


def fitted(table: Sequence[Sequence[int]], right: Sequence[bool], holds: Sequence[float]) -> Vector:
    """Return the weights of least loss. `table`: which weights each row has; `holds`: what each costs."""
    weights = [0.0] * len(holds)

    def summed(slopes: Iterable[float], of: Vector) -> Vector:
        """Return what the rows ask of each weight, with what the weights themselves cost."""
        total = [cost * value for cost, value in zip(holds, of, strict=True)]
        for signs, slope in zip(table, slopes, strict=True):
            for at in signs:
                total[at] += slope
        return total

    for _ in range(STEPS):
        likely = [_likely(sum(weights[at] for at in signs)) for signs in table]
        slope = summed((one - is_so for one, is_so in zip(likely, right, strict=True)), weights)
        curved = [one * (1 - one) for one in likely]

        def bent(way: Vector, curved: Sequence[float] = curved) -> Vector:
            moved = (one * sum(way[at] for at in signs) for one, signs in zip(curved, table, strict=True))
            return summed(moved, way)

        step = _solved(bent, [-value for value in slope])
        weights = [value + by for value, by in zip(weights, step, strict=True)]
        if max(map(abs, step)) < WITHIN:
            break
    return weights


def _solved(bent: Callable[[Vector], Vector], wanted: Vector) -> Vector:
    """Return what `bent`, a symmetric positive matrix, makes `wanted` of: by conjugate gradients."""
    found = [0.0] * len(wanted)
    left, way = list(wanted), list(wanted)
    size = first = _product(left, left)
    for _ in range(len(wanted)):
        if size <= first * WITHIN**2:
            break
        turned = bent(way)
        length = size / _product(way, turned)
        found = [value + length * by for value, by in zip(found, way, strict=True)]
        left = [value - length * by for value, by in zip(left, turned, strict=True)]
        before, size = size, _product(left, left)
        way = [value + size / before * by for value, by in zip(left, way, strict=True)]
    return found


def _product(one: Vector, other: Vector) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def _likely(odds: float) -> float:
    return 1 / (1 + math.exp(-at_most(odds, MOST)))


def count(rows: Sequence[Row], holds: float, folds: int) -> None:
    """Print what is above each bar, each event weighed by what was learned from the others."""
    fold_of = {event: number % folds for number, event in enumerate(sorted({row.event for row in rows}))}
    told = left_out(rows, lambda row: fold_of[row.event], folds, lambda known: learn(known, holds))
    print_bars([(likely, row.right) for likely, row in told], (0.0, *BARS))


def head_of(table: str, rows: Sequence[Row]) -> list[str]:
    """Return the comment of a table."""
    what = f"{len(rows)} {THINGS[table]} of {len({row.event for row in rows})} folders of news"
    return [
        f"What each sign {ABOUT[table]}",
        f"Learned by benchmarks/weighing_entries.py from {what}, which readers judged.",
        "Of words only function words and closed lists of the timeline are weighed.",
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    all_rows = rows_in(args.rows)
    for table, holds in HOLDS.items():
        rows = [row for row in all_rows if row.table == table]
        if not rows:
            continue
        print(f"{table}: {len(rows)} rows of {len({row.event for row in rows})} events")
        if args.folds:
            count(rows, holds, args.folds)
        if args.write:
            write(DATA / f"{table}_weights.txt", head_of(table, rows), learn(rows, holds))


if __name__ == "__main__":
    main()
