"""On which day something happened, where two articles or more say so themselves."""

from __future__ import annotations

from collections.abc import Sequence

from generator.collate.matters import Matter
from generator.records import Event, FactValue


def told_days(events: Sequence[Event]) -> list[Matter]:
    """Return a matter for every event that at least two articles date to a day in their own words.

    They differ only where the timeline found a real dissent; a stray day in one sentence is not shown as one.
    """
    matters = []
    for event in events:
        dated = [evidence for evidence in event.evidence if evidence.day is not None and len(evidence.day) == 10]
        if not event.dissent:
            dated = [evidence for evidence in dated if evidence.day == event.date]
        if len({evidence.article_id for evidence in dated}) > 1:
            verdict = "differ" if event.dissent and len({evidence.day for evidence in dated}) > 1 else "agree"
            values = tuple(FactValue(evidence.article_id, evidence.span) for evidence in dated)
            matters.append(Matter("date", event.label, verdict, values))  # type: ignore[arg-type]
    return matters
