"""How often each rule is right: counted on labelled news, kept in a data file, never asserted."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import NamedTuple

from generator.annotate.cues import base_form, cue_kind
from generator.records import SourceKind
from generator.wordlists import lines, words

CERTAIN = 0.93
"""From here on a quote's speaker is published as certain, below as likely. `benchmarks/annotating.py` counts how many
quotes that covers and how many of these are right."""
PRIOR = 12  # answers of the whole rule that a cell is mixed with: a cell with three answers says little


class Counted(NamedTuple):
    """How a rule's answers of one kind fared on labelled articles."""

    right: int
    answered: int


FigureKey = tuple[str, str, str]
"""Rule, kind of cue ("plain", "speech", "about", "none"), kind of source ("name", "pronoun", ...)."""


@cache
def measured() -> dict[FigureKey, Counted]:
    """Return the counts of `data/rule_counts.txt`."""
    counts = {}
    for line in lines("rule_counts.txt"):
        rule, cue, source, right, answered = line.split()
        counts[rule, cue, source] = Counted(int(right), int(answered))
    return counts


@cache
def _by_rule() -> dict[str, Counted]:
    right, answered = Counter[str](), Counter[str]()
    for (rule, _, _), counted in measured().items():
        right[rule] += counted.right
        answered[rule] += counted.answered
    return {rule: Counted(right[rule], answered[rule]) for rule in answered}


def confidence_of(key: FigureKey) -> float:
    """Return the share of right answers of a rule for such a cue and source, 0 to 1.

    Laplace's rule of succession for the rule as a whole; a cell is drawn towards its rule by `PRIOR` answers.
    """
    whole = _by_rule().get(key[0], Counted(0, 0))
    overall = (whole.right + 1) / (whole.answered + 2)
    cell = measured().get(key, Counted(0, 0))
    return round((cell.right + PRIOR * overall) / (cell.answered + PRIOR), 3)


def key_of(rule: str, cue: str | None, source_kind: SourceKind) -> FigureKey:
    """Return what the confidence of a rule's answer is read by. `cue`: the reporting words as printed."""
    word = cue.lower() if cue else ""
    base = "according" if word.startswith("according") else base_form(word) if word else None
    return rule, cue_class(base, cue_kind(word)), source_kind


def cue_class(cue: str | None, kind: str | None) -> str:
    """Return the kind of a reporting word for the counts. `cue`: its base form; None: there is none."""
    if cue is None:
        return "none"
    if cue in words("cues.txt", "plain"):
        return "plain"
    return kind or "none"
