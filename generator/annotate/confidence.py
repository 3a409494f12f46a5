"""How often each rule is right: counted on labelled news, kept in a data file, never asserted."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import NamedTuple

from generator.annotate.cues import base_form, cue_kind
from generator.annotate.quoted_words import FEW
from generator.records import SourceKind
from generator.wordlists import lines, words

CERTAIN = 0.93
"""From here on a quote's speaker is published as certain, below as likely. `benchmarks/annotating.py` counts how many
quotes that covers and how many of these are right."""
NAMED = 0.5  # below, a rule is wrong more often than right: its source is shown, nobody is named
# The corpus labels the outer report alone where these find whose words are reported: they were counted by eye.
COUNTED_BY_EYE = frozenset({"owned_words", "attributing_words", "told_further_on"})
ENOUGH = 30  # answers of a rule; with fewer, its parts are the same few answers again and make it no surer
PRIOR = 12  # answers of the whole that a part of it is mixed with: a cell with three answers says little


class Counted(NamedTuple):
    """How a rule's answers of one kind fared on labelled articles."""

    right: int
    answered: int


FigureKey = tuple[str, str, str, str]
"""Rule, kind of cue ("plain", "slight", "speech", "about", "none"), of source ("name", ...), "few" or "many" words."""


@cache
def measured() -> dict[FigureKey, Counted]:
    """Return the counts of `data/rule_counts.txt`."""
    counts = {}
    for line in lines("rule_counts.txt"):
        rule, cue, source, length, right, answered = line.split()
        counts[rule, cue, source, length] = Counted(int(right), int(answered))
    return counts


@cache
def _summed() -> dict[tuple[str, ...], Counted]:
    """Return the counts of each rule, of it by the length of what it answers for, and of that by the kind of cue."""
    right, answered = Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
    for (rule, cue, _, length), counted in measured().items():
        for whole in ((rule,), (rule, length), (rule, length, cue)):
            right[whole] += counted.right
            answered[whole] += counted.answered
    return {whole: Counted(right[whole], answered[whole]) for whole in answered}


def confidence_of(key: FigureKey) -> float:
    """Return the share of right answers of a rule for such a cue, source and length, 0 to 1.

    Laplace's rule of succession for the rule as a whole. Its answers of that length are drawn towards it by `PRIOR`
    answers, those with that kind of cue towards these, and a cell towards those.
    """
    rule, cue, _, length = key
    whole = _summed().get((rule,), Counted(0, 0))
    share = overall = (whole.right + 1) / (whole.answered + 2)
    parts = [_summed().get(part, Counted(0, 0)) for part in ((rule, length), (rule, length, cue))]
    for part in (*parts, measured().get(key, Counted(0, 0))):
        share = (part.right + PRIOR * share) / (part.answered + PRIOR)
    return round(share if whole.answered >= ENOUGH else min(share, overall), 3)


def is_well_counted(rule: str) -> bool:
    """Return whether labels tell so much of a rule's answers that more than their share can be learned."""
    return rule not in COUNTED_BY_EYE and _summed().get((rule,), Counted(0, 0)).answered >= ENOUGH


def key_of(rule: str, cue: str | None, source_kind: SourceKind, count: int) -> FigureKey:
    """Return what the confidence of a rule's answer is read by. `cue`: the reporting words as printed.

    `count`: of the words between the marks.
    """
    word = cue.lower() if cue else ""
    base = "according" if word.startswith("according") else base_form(word) if word else None
    return rule, cue_class(base, cue_kind(word)), source_kind, "few" if count < FEW else "many"


def cue_class(cue: str | None, kind: str | None) -> str:
    """Return the kind of a reporting word for the counts. `cue`: its base form; None: there is none."""
    if cue is None:
        return "none"
    if cue in words("cues.txt", "plain"):
        return "plain"
    return "slight" if cue in words("cues.txt", "slight") else kind or "none"
