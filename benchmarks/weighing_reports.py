"""Whether reported words are right as they stand: learns `generator/data/report_weights.txt` and counts how sure it is.

    python -m benchmarks weighing_reports CORPUS ROWS.jsonl [--folds 6] [--write]

CORPUS as for `benchmarks/annotating.py`, with labelled attributions: a report is right there whose words are those of
an attribution that has its cue. ROWS: what readers judged, a line each: {"table": "report", "event": the folder it is
from, "signs": what `generator/annotate/reported/weighing.py` says of it, "right": whether it is all that was said, and
nothing else}. A reader's word counts more, and a sign of readers' rows alone tells what only they find wrong. Prints,
for folders that were left out of the learning, how many reports are at or above each bar, how many of these are right,
and how many right ones are lost. `--write` learns from all of them, by `benchmarks/_learning.py`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks._learning import Rates, Told, known_signs, learned, left_out, print_bars, write  # noqa: E402
from benchmarks.annotating import Fragment, attributions  # noqa: E402
from generator.annotate import annotate  # noqa: E402
from generator.annotate.reported import find, found, weighing  # noqa: E402
from generator.annotate.reported.contents import EXPLANATIONS  # noqa: E402
from generator.annotate.reported.ground import Ground  # noqa: E402
from generator.language import Language, SpacyLanguage  # noqa: E402
from generator.records import Span  # noqa: E402
from generator.single import raw_article  # noqa: E402
from generator.weights import ALWAYS  # noqa: E402

TARGET = ROOT / "generator" / "data" / weighing.TABLE
HEAD = (
    "What each sign of a report adds to the odds that its words are what somebody said, all of it and no more.",
    "Learned by benchmarks/weighing_reports.py from PolNeAR train and from reports of {} folders of news that readers",
    "judged. Of words only function words and those of the lists of reporting words are weighed.",
)
FEWEST = 8  # folders or articles that have a sign
RATES = Rates(rate=0.2, sparse=1.5, small=5.0, rounds=6)  # by the folders left out
LABELLED = 0.2  # how much a report of CORPUS counts: its labels mark every attitude, and are of one hand
APART = "labelled"
"""What marks a sign as one of CORPUS alone, so that what is judged otherwise there stays there."""
BARS = (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)
ENDS = frozenset({"that", "to", "and", "but"})

Labelled = tuple[list[Fragment], list[Fragment]]
"""Cue and content of one attribution."""


class Row(NamedTuple):
    """One report that was judged."""

    event: str
    signs: frozenset[str]
    right: bool
    labelled: bool = False


def words_in(spans: Iterable[Span], ground: Ground) -> frozenset[int]:
    """Return the places of the words of stretches, without stops and what only leads to them."""
    tokens = ground.tokens
    places = {at for span in spans for at in ground.within(span) if tokens[at].pos not in ("PUNCT", "SPACE")}
    while places and tokens[min(places)].text.lower() in ENDS:
        places.remove(min(places))
    return frozenset(places)


def recorder(article: str, labelled: Collection[Labelled], rows: list[Row]) -> Callable[[found.Found, Ground], bool]:
    """Return what stands in for `is_right`: it writes down what is seen of a report and what its labels say."""

    def record(report: found.Found, ground: Ground) -> bool:
        own = words_in(report.content, ground)
        contents = [
            words_in((Span(*part) for part in content), ground)
            for cues, content in labelled
            if any(low < report.cue.end and report.cue.start < high for low, high in cues)
        ]
        rows.append(Row(article, frozenset(weighing.signs(report, ground)), own in contents, labelled=True))
        return True

    return record


def labelled_rows(corpus: Path, language: Language) -> list[Row]:
    """Return the reports of a labelled corpus."""
    rows = list[Row]()
    for file in sorted((corpus / "text").glob("*.txt")):
        labelled = [(cue, content) for _, cue, content in attributions(corpus / "attributions", file.stem)]
        find.__dict__["is_right"] = recorder(file.stem, labelled, rows)
        annotate(raw_article(file.read_bytes().decode("utf-8"), None, file.stem), language)
    return rows


def judged_rows(path: Path) -> list[Row]:
    """Return what readers judged."""
    told = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [Row(row["event"], frozenset(row["signs"]), row["right"]) for row in told if row["table"] == "report"]


def learn(rows: Sequence[Row]) -> dict[str, float]:
    """Return the weights of the signs that enough folders have."""
    known = known_signs(((row.event, row.signs) for row in rows), FEWEST)
    told = []
    for row in rows:
        signs = row.signs & known
        if row.labelled:
            told.append(Told([*signs, APART, *(f"{APART} {sign}" for sign in signs)], row.right, LABELLED))
        else:
            told.append(Told(signs, row.right, 1.0))
    kept = {sign: weight for sign, weight in learned(told, RATES).items() if not sign.startswith(APART)}
    return {ALWAYS: 0.0, **kept}


def count(judged: Sequence[Row], labelled: Sequence[Row], folds: int) -> None:
    """Print what is above each bar, of all and by rule, each folder weighed by what was learned from the others."""
    fold_of = {event: number % folds for number, event in enumerate(sorted({row.event for row in judged}))}
    told = list(left_out(judged, lambda row: fold_of[row.event], folds, lambda known: learn([*labelled, *known])))
    print_bars([(likely, row.right) for likely, row in told], (0.0, *BARS))
    for rule in EXPLANATIONS:
        of_rule = [(likely, row.right) for likely, row in told if rule in row.signs]
        print(rule, f"(its bar: {weighing.BARS.get(rule, weighing.RIGHT)})")
        print_bars(of_rule, (0.0, *BARS))


def main() -> None:
    """Print the figures, and write the table where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    judged, labelled = judged_rows(args.rows), labelled_rows(args.corpus, SpacyLanguage.load())
    if args.folds:
        count(judged, labelled, args.folds)
    if args.write:
        head = [line.format(len({row.event for row in judged})) for line in HEAD]
        write(TARGET, head, learn([*labelled, *judged]))


if __name__ == "__main__":
    main()
