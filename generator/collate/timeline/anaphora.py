"""Which happening "the meeting" means: the one of that kind that the article told last."""

from __future__ import annotations

from collections.abc import Sequence

from generator.collate.timeline.units import Unit

REACH = 6  # sentences back


def antecedents(units: Sequence[Unit]) -> dict[Unit, Unit]:
    """Return, for each mention that points back, the mention it points to; the units of one article in order."""
    back: dict[Unit, Unit] = {}
    last: dict[str, Unit] = {}
    for unit in units:
        if unit.anaphoric and unit.time is None:
            found = [
                last[name] for name in unit.families if name in last and unit.sentence - last[name].sentence <= REACH
            ]
            if found:
                back[unit] = max(found, key=lambda first: first.trigger)
                continue
        last.update(dict.fromkeys(unit.families, unit))
    return back
