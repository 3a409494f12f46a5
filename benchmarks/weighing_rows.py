"""Which rows of shared facts a reader is glad of: learns `generator/data/row_weights.txt`, counts how sure it is.

    python benchmarks/weighing_rows.py LABELS.jsonl [--signs SIGNS.jsonl] [--folds 5] [--write]

One folder of articles a line: {"seeds": its path, "rows": [{"verdict", "values": [[article, start], ...], "label"}]},
the label "useful", "empty" (true, but everybody knows it, or it says nothing) or "false" (the values are not of one
thing). Each folder is built with all rows that the rules make; those without a label are passed over. Building takes
long, so `--signs` keeps what was found, and is read instead where it is there. Prints, for folders that were left out
of the learning, how many rows of each label are above each bar. `--write` learns from all of them.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks._learning import Rates, Told, known_signs, learned, left_out, write  # noqa: E402
from generator.collate import comparison  # noqa: E402
from generator.collate.comparison.matters import Matter  # noqa: E402
from generator.collate.comparison.weighing import TABLE, Weighing  # noqa: E402
from generator.language import SpacyLanguage  # noqa: E402
from generator.pipeline import build_digest  # noqa: E402
from generator.read.folder import read_folder  # noqa: E402

TARGET = ROOT / "generator" / "data" / TABLE
HEAD = (
    "What each sign of a row of the compare page adds to the odds that a reader is glad of it: that it is",
    "neither false nor empty. Learned by benchmarks/weighing_rows.py from the rows of 171 folders of news, which",
    "strict readers judged. A sign tells of grammar, numbers and lists; no word of any story is in it.",
)
LABELS = ("useful", "empty", "false")
FALSE = 2.0  # how much a false row counts: one costs a reader's trust, an empty one a second
FEWEST = 8  # folders that have a sign which is weighed
RATES = Rates(rate=0.03)
BARS = (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)
Place = tuple[str, tuple[tuple[str, int], ...]]


class Row(NamedTuple):
    """One row that was judged: its folder, its signs, its label."""

    folder: str
    signs: frozenset[str]
    label: str


def rows_of(folder: dict[str, object], language: SpacyLanguage) -> Iterator[Row]:
    """Yield the judged rows of a folder, which is built for it."""
    labels: dict[Place, str] = {
        (row["verdict"], tuple(sorted((article, start) for article, start in row["values"]))): row["label"]
        for row in folder["rows"]  # type: ignore[attr-defined]
    }
    found: list[tuple[Place, frozenset[str]]] = []

    def noted(matters: Iterable[Matter], weighing: Weighing) -> list[Matter]:
        matters = list(matters)
        for matter in matters:
            values = tuple(sorted({(value.article_id, value.span.start) for value in matter.values}))
            if matter.verdict != "differ":
                found.append(((matter.verdict, values), frozenset(weighing.signs(matter))))
        return matters

    raws, _ = read_folder(Path(str(folder["seeds"])))
    with patch.object(comparison, "weighed", noted):
        build_digest(raws, language)
    for place, signs in found:
        if place in labels:
            yield Row(str(folder["seeds"]), signs, labels[place])


def rows_in(labels: Path, kept: Path | None) -> list[Row]:
    """Return the judged rows of all folders, from what was kept of an earlier run where it is there."""
    if kept is not None and kept.exists():
        told = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
        return [Row(row["folder"], frozenset(row["signs"]), row["label"]) for row in told]
    language = SpacyLanguage.load()
    with labels.open(encoding="utf-8") as file:
        rows = [row for line in file for row in rows_of(json.loads(line), language)]
    if kept is not None:
        lines = (json.dumps({**row._asdict(), "signs": sorted(row.signs)}) for row in rows)
        kept.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return rows


def kept_signs(rows: Iterable[Row]) -> frozenset[str]:
    """Return the signs that rows of enough folders have."""
    return known_signs(((row.folder, row.signs) for row in rows), FEWEST)


def learn(rows: Sequence[Row]) -> dict[str, float]:
    """Return the weights of the signs of useful rows."""
    known = kept_signs(rows)
    told = (Told(row.signs & known, row.label == "useful", FALSE if row.label == "false" else 1.0) for row in rows)
    return learned(told, RATES)


def count(rows: Sequence[Row], folds: int) -> None:
    """Print what is above each bar, each folder weighed by what was learned from the others."""
    folders = sorted({row.folder for row in rows})
    random.Random(1).shuffle(folders)
    fold_of = {folder: number % folds for number, folder in enumerate(folders)}
    sure = [(likely, row.label) for likely, row in left_out(rows, lambda row: fold_of[row.folder], folds, learn)]
    useful = max(1, sum(label == "useful" for _, label in sure))
    for bar in (0.0, *BARS):
        above = Counter(label for likely, label in sure if likely >= bar)
        shares = ", ".join(f"{above[label] / max(1, above.total()):.3f} {label}" for label in LABELS)
        print(f"  above {bar}: {above.total()} rows, {shares}; {above['useful'] / useful:.3f} of the useful ones")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--signs", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    rows = rows_in(args.labels, args.signs)
    print(f"{len(rows)} rows of {len({row.folder for row in rows})} folders")
    if args.folds:
        count(rows, args.folds)
    if args.write:
        write(TARGET, HEAD, learn(rows))


if __name__ == "__main__":
    main()
