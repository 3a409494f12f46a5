"""Which happening "the meeting" means: the one of that kind that the article told last."""

from __future__ import annotations

from collections.abc import Sequence

from generator.collate.timeline.mentions.event_mention import Unit

REACH = 6  # sentences back
MOST = 8  # mentions of the kind looked at, so that a long article stays linear


def antecedents(units: Sequence[Unit]) -> dict[Unit, Unit]:
    """Return, for each mention that points back, the mention it points to; the units of one article in order."""
    back: dict[Unit, Unit] = {}
    told: dict[str, list[Unit]] = {}
    for unit in units:
        if unit.anaphoric and unit.time is None:
            found = [first for name in unit.families for first in told.get(name, ())[-MOST:] if _fits(unit, first)]
            if found:
                back[unit] = max(found, key=lambda first: first.trigger)
                continue
        for name in unit.families:
            told.setdefault(name, []).append(unit)
    return back


def _fits(unit: Unit, first: Unit) -> bool:
    """Return whether "the meeting" can mean `first`: near, of the same number, not of other people, no background."""
    if first.time is not None and first.time.precision != "day":
        return False
    strangers = bool(unit.people and first.people and not unit.people & first.people)
    return unit.sentence - first.sentence <= REACH and unit.plural == first.plural and not strangers
