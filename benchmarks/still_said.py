"""Where reported words end: learns `generator/data/said_weights.txt` and counts how sure the weights are.

    python benchmarks/still_said.py CORPUS [--folds 3] [--write]

CORPUS as for `benchmarks/annotating.py`, with labelled attributions. Each place where the words of a report may end is
held against the labelled content that the words belong to; where the labels leave it open it is passed over. Prints,
for articles that were left out, how many of the ends are above each bar, and how many places where the words go on.
`--write` learns from all articles, by `benchmarks/_learning.py`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks._learning import Rates, Told, known_signs, learned, left_out, write  # noqa: E402
from benchmarks.annotating import Fragment, attributions  # noqa: E402
from generator.annotate import annotate  # noqa: E402
from generator.annotate.reported import find, still_said  # noqa: E402
from generator.annotate.reported.ground import Ground  # noqa: E402
from generator.language import SpacyLanguage  # noqa: E402
from generator.records import Span  # noqa: E402
from generator.single import raw_article  # noqa: E402

TARGET = ROOT / "generator" / "data" / "said_weights.txt"
HEAD = (
    "What each sign of a place in a report adds to the odds that what follows is said no more.",
    "Learned by benchmarks/still_said.py from the 840 articles of PolNeAR train; no sentence of any is in it.",
)
FEWEST = 10  # articles that have a sign
RATES = Rates(rate=0.2, sparse=4.0, small=5.0, rounds=5)  # by the articles left out
BEGUN = 0.6  # share of the words before a place that the content must have
OPEN = (0.2, 0.8)  # shares of the words behind it that leave open whether they are content
BARS = (0.3, 0.4, 0.5, 0.6, 0.7)

Labelled = tuple[list[Fragment], list[Fragment]]
"""Cue and content of one attribution."""


class Place(NamedTuple):
    """A place where words may end: its article, its signs, whether they do."""

    article: str
    signs: list[str]
    ends: bool


def share(words: Iterable[Span], content: Iterable[Fragment]) -> float:
    """Return the share of words that begin in content, 0 to 1."""
    starts = [word.start for word in words]
    return sum(any(low <= start < high for low, high in content) for start in starts) / max(1, len(starts))


def content_of(cue: Span, before: list[Span], labelled: Iterable[Labelled]) -> list[Fragment] | None:
    """Return the content that the words before a place belong to, the last of them too; None where it has none."""
    begun = [
        (
            not any(low < cue.end and cue.start < high for low, high in cues),
            sum(high - low for low, high in content),
            content,
        )
        for cues, content in labelled
        if before and share(before, content) >= BEGUN and share(before[-1:], content)
    ]
    return min(begun)[2] if begun else None


def recorder(
    article: str, labelled: Collection[Labelled], places: list[Place]
) -> Callable[[int, frozenset[int], str, Ground], frozenset[int]]:
    """Return what stands in for `as_far_as_said`: it takes nothing off and writes the places down."""

    def record(cue: int, words: frozenset[int], rule: str, ground: Ground) -> frozenset[int]:
        tokens = ground.tokens
        told = [at for at in sorted(words) if tokens[at].pos not in ("PUNCT", "CCONJ")]
        spans = {at: Span(tokens[at].start, tokens[at].end) for at in (*told, cue)}
        for turn in still_said.turns(cue, words, ground):
            content = content_of(spans[cue], [spans[at] for at in told if at < turn.first], labelled)
            behind = [spans[at] for at in told if at >= turn.first]
            if content is None or not behind or OPEN[0] < (said := share(behind, content)) < OPEN[1]:
                continue
            places.append(Place(article, list(still_said.signs(turn, cue, words, rule, ground)), said < OPEN[1]))
        return words

    return record


def learn(places: Iterable[Place]) -> dict[str, float]:
    """Return the weights of the signs that enough articles have."""
    places = list(places)
    known = known_signs(((place.article, place.signs) for place in places), FEWEST)
    told = (Told([sign for sign in place.signs if sign in known], place.ends, 1.0) for place in places)
    return learned(told, RATES)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    language, places = SpacyLanguage.load(), list[Place]()
    for file in sorted((args.corpus / "text").glob("*.txt")):
        labelled = [(cue, content) for _, cue, content in attributions(args.corpus / "attributions", file.stem)]
        find.__dict__["as_far_as_said"] = recorder(file.stem, labelled, places)
        annotate(raw_article(file.read_bytes().decode("utf-8"), None, file.stem), language)
    articles = sorted({place.article for place in places})
    fold_of = {article: n % max(1, args.folds) for n, article in enumerate(articles)}
    print(f"{len(places)} places of {len(articles)} articles, {sum(place.ends for place in places)} of them ends")
    above = {bar: [0, 0] for bar in BARS}
    for sure, place in left_out(places, lambda place: fold_of[place.article], args.folds, learn):
        for bar in BARS:
            above[bar][place.ends] += sure >= bar
    for bar, (going_on, ends) in above.items() if args.folds else ():
        print(f"  above {bar}: {ends} ends, {going_on} where the words go on")
    if args.write:
        write(TARGET, HEAD, learn(places))


if __name__ == "__main__":
    main()
