"""How often the source of a report is right: counted on labelled news, kept in a data file, never asserted."""

from __future__ import annotations

from functools import cache

from generator.records import SourceKind
from generator.wordlists import lines


@cache
def measured() -> dict[tuple[str, str], tuple[int, int]]:
    """Return right answers and answers by rule and kind of source, as `data/report_counts.txt` has them."""
    counts = {}
    for line in lines("report_counts.txt"):
        rule, source, right, answered = line.split()
        counts[rule, source] = int(right), int(answered)
    return counts


def confidence_of(rule: str, source: SourceKind) -> float:
    """Return the share of right answers, 0 to 1, by Laplace's rule of succession."""
    right, answered = measured().get((rule, source), (0, 0))
    return round((right + 1) / (answered + 2), 3)
