"""How often each rule is right: counted on labelled news, kept in a data file, never asserted."""

from __future__ import annotations

from functools import cache

from generator.annotate.wordlists import lines

CERTAIN = 0.9  # from here on a quote's speaker is published as certain; below, as likely


@cache
def measured() -> dict[str, tuple[int, int]]:
    """Return for each rule how many quotes it got right, and how many it answered."""
    counts = {}
    for line in lines("rule_counts.txt"):
        rule, right, answered = line.split()
        counts[rule] = (int(right), int(answered))
    return counts


def confidence_of(rule: str) -> float:
    """Return the share of right answers of a rule, 0 to 1.

    Laplace's rule of succession: a rule that was right 3 times of 3 is no certainty.
    """
    right, answered = measured().get(rule, (0, 0))
    return round((right + 1) / (answered + 2), 3)
