"""One report of an article as grammar has it: no words in, the record out that rules and weights look at."""

from __future__ import annotations

from dataclasses import dataclass

from generator.records import CueClass, Mood, Span

DETAILS = frozenset({"verb_below", "thing_below", "noun_clause"})


@dataclass(frozen=True, slots=True)
class Found:
    """One report before anybody knows who its source is."""

    content: tuple[Span, ...]
    cue: Span
    cue_class: CueClass
    mood: Mood
    source: Span | None
    rule: str
    aside: Span | None = None
    """The reporting clause where it is set into or behind the words: ", she said"."""
    sure: bool = True
    """Whether it is likely right as it stands."""

    @property
    def is_of_wish(self) -> bool:
        """Whether it tells no words but whom or what somebody is for or after: "praised the crew that said"."""
        return self.mood == "unspoken" and self.rule in DETAILS

    @property
    def order(self) -> tuple[Span, Span]:
        """By what reports are sorted."""
        return self.content[0], self.cue
