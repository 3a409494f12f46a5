"""How surely a rule names the speaker of quoted words: learns `generator/data/speaker_weights.txt` and counts it.

    python -m benchmarks weighing_speakers CORPUS [--folds 5] [--write]

CORPUS as for `benchmarks/annotating.py`, with labelled attributions: an answer is right there whose words meet the
labelled source. A few words that the corpus gives to nobody count as answered wrongly; a long stretch without a label
somebody said, so it is left out. Prints, for articles that were left out of the learning, how many answers are at or
above each bar, how many of these are right, and how many right ones are lost. `--write` learns from all of them, by
`benchmarks/_learning.py`.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks._learning import Rates, Told, known_signs, learned, left_out, print_bars, write  # noqa: E402
from benchmarks.annotating import attributions, labelled_source  # noqa: E402
from generator.annotate import sureness  # noqa: E402
from generator.annotate.article import context_of  # noqa: E402
from generator.annotate.context import Context  # noqa: E402
from generator.annotate.quoted_words import FEW, WORD  # noqa: E402
from generator.annotate.speakers import attribute  # noqa: E402
from generator.language import SpacyLanguage  # noqa: E402
from generator.single import raw_article  # noqa: E402

TARGET = ROOT / "generator" / "data" / sureness.TABLE
HEAD = (
    "What each sign of an answer adds to the odds that its words name whoever said the quoted words.",
    "Learned by benchmarks/weighing_speakers.py from the {} answers in PolNeAR train; no sentence of any is in it.",
)
FEWEST = 20  # articles that have a sign
RATES = Rates(rate=0.1, sparse=1.0, small=2.0, rounds=6)  # by the articles left out
BARS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95)


class Row(NamedTuple):
    """One answer."""

    article: str
    signs: frozenset[str]
    right: bool


def rows_of(stem: str, context: Context, folder: Path) -> Iterator[Row]:
    """Yield the answers for an article's quoted words. `folder`: of its labels."""
    labelled = [(sources, content) for sources, _, content in attributions(folder, stem)]
    for index, answer in enumerate(attribute(context)):
        inner = context.marked[index].inner
        gold = labelled_source(inner, labelled)
        if answer is None or (gold is None and len(WORD.findall(inner.of(context.text))) >= FEW):
            continue
        right = any(answer.source.start < end and start < answer.source.end for start, end in gold or ())
        yield Row(stem, frozenset(sureness.signs(index, context, answer)), right)


def weights_of(rows: Sequence[Row]) -> dict[str, float]:
    """Return the table that is learned from answers."""
    known = known_signs(((row.article, row.signs) for row in rows), FEWEST)
    return learned((Told(row.signs & known, row.right, 1.0) for row in rows), RATES)


def main() -> int:
    """Print the figures and, if asked, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    language = SpacyLanguage.load()
    rows: list[Row] = []
    for file in sorted((args.corpus / "text").glob("*.txt")):
        article = raw_article(file.read_bytes().decode("utf-8"), None, file.stem)
        rows += rows_of(file.stem, context_of(article, language), args.corpus / "attributions")
    print_folds(rows, args.folds)
    if args.write:
        write(TARGET, [line.format(len(rows)) for line in HEAD], weights_of(rows))
    return 0


def print_folds(rows: Sequence[Row], folds: int) -> None:
    """Print what is at or above each bar, each article judged by the others."""
    judged = left_out(rows, lambda row: zlib.crc32(row.article.encode()) % folds, folds, weights_of)
    print_bars([(likely, row.right) for likely, row in judged], BARS)


if __name__ == "__main__":
    sys.exit(main())
