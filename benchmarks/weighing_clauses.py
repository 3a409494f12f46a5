"""Which clauses of two articles tell the same: learns `generator/data/clause_weights.txt`.

    python benchmarks/weighing_clauses.py LABELS.jsonl [--write]

One folder of articles a line: {"seeds": its path, "pairs": [{"clauses": [[article, start], [article, start]], "label",
"weight"}]}, the starts those of the clauses in the articles' texts, the label true where both tell the same, the weight
how much it counts (a pair of a folder with hundreds counts less). Pairs without a label are passed over. Prints how
many pairs are known; `--write` learns from all of them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks._learning import Rates, Told, learned, write  # noqa: E402
from generator.collate import comparison  # noqa: E402
from generator.collate.comparison.propositions import Clauses  # noqa: E402
from generator.collate.comparison.told_clauses import TABLE  # noqa: E402
from generator.language import SpacyLanguage  # noqa: E402
from generator.pipeline import build_digest  # noqa: E402
from generator.read.folder import read_folder  # noqa: E402

TARGET = ROOT / "generator" / "data" / TABLE
HEAD = (
    "What each sign of two clauses of two articles adds to the odds that they tell the same. Learned by",
    "benchmarks/weighing_clauses.py from pairs of clauses of 73 folders of news, which careful readers judged.",
    "A sign tells of grammar, numbers and rarity; no word of any story is in it.",
)
FEWEST = 6  # folders that have a sign which is weighed
RATES = Rates(rate=0.03)


class Pair(NamedTuple):
    """One pair of clauses that was judged: its folder, its signs, the label and what it counts."""

    folder: str
    signs: frozenset[str]
    label: bool
    weight: float


def pairs_of(folder: Mapping[str, object], language: SpacyLanguage) -> Iterator[Pair]:
    """Yield the judged pairs of a folder, which is built for it."""
    judged = {tuple(sorted(map(tuple, each["clauses"]))): each for each in folder["pairs"]}  # type: ignore[attr-defined]
    made: list[Clauses] = []

    def noted(_: object, clauses: Clauses, *__: object) -> list[object]:
        made.append(clauses)
        return []

    raws, _ = read_folder(Path(str(folder["seeds"])))
    with patch.object(comparison, "told_in_clauses", noted):
        build_digest(raws, language)
    for clauses in made:
        for left, right in clauses.pairs:
            both = (clauses.all[left], clauses.all[right])
            known = judged.get(tuple(sorted((each.article_id, each.span.start) for each in both)))
            if known is not None:
                signs = frozenset(clauses.signs(left, right))
                yield Pair(str(folder["seeds"]), signs, known["label"], known.get("weight", 1.0))


def learn(pairs: Sequence[Pair]) -> dict[str, float]:
    """Return the weights of the signs of pairs that tell the same."""
    folders: defaultdict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        for sign in pair.signs:
            folders[sign].add(pair.folder)
    known = frozenset(sign for sign, bearers in folders.items() if len(bearers) >= FEWEST)
    return learned((Told(pair.signs & known, pair.label, pair.weight) for pair in pairs), RATES)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    language = SpacyLanguage.load()
    with args.labels.open(encoding="utf-8") as file:
        pairs = [pair for line in file for pair in pairs_of(json.loads(line), language)]
    print(f"{len(pairs)} pairs of {len({pair.folder for pair in pairs})} folders")
    if args.write:
        write(TARGET, HEAD, learn(pairs))


if __name__ == "__main__":
    main()
