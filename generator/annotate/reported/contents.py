"""The rules that find what a verb reports: a paragraph and a verb in, the indices of what is said out.

They are asked in order; the first that does not abstain answers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.annotate.reported.clauses import clause_below
from generator.annotate.reported.ground import Ground
from generator.annotate.reported.set_in import set_in_clause
from generator.annotate.reported.verbs import thing_below, verb_below


@dataclass(frozen=True, slots=True)
class Said:
    """What one rule answers."""

    rule: str
    words: frozenset[int]


RULES: tuple[Callable[[int, Ground], frozenset[int] | None], ...] = (
    clause_below,
    set_in_clause,
    verb_below,
    thing_below,
)
EXPLANATIONS = {
    **{rule.__name__: (rule.__doc__ or "").partition("\n")[0].rstrip(".") for rule in RULES},
    "according_to": "The sentence names its source: “according to”",
    "in_words": "The sentence gives somebody's words: “in her words”",
    "headline": "A line begins with a name and a colon",
    "noun_clause": "A noun stands for what was said: “the claim that”",
}
"""What each rule looks at, by its name."""


def said_by(index: int, ground: Ground) -> Said | None:
    """Return what a verb reports; None where it reports nothing."""
    for rule in RULES:
        words = rule(index, ground)
        if words:
            return Said(rule.__name__, words)
    return None
