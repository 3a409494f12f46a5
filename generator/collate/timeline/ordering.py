"""The order of events within a day, where the sources tell it; where they contradict each other, none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.collate.timeline.dating import When
from generator.collate.timeline.links import Link
from generator.collate.timeline.units import Unit


def order_within_days(whens: Sequence[When], links: Iterable[Link], group_of: Mapping[Unit, int]) -> list[int]:
    """Return each event's place within its day, from 1; 0 when no source orders it against another of that day."""
    before: set[tuple[int, int]] = set()
    for link in links:
        first, second = group_of.get(link.first), group_of.get(link.second)
        if link.relation == "during" or first is None or second is None or first == second:
            continue
        if _same_day(whens[first], whens[second]):
            before.add((first, second) if link.relation == "before" else (second, first))
    before = {(a, b) for a, b in before if (b, a) not in before}
    return _places(len(whens), before)


def _same_day(left: When, right: When) -> bool:
    # An interval has no place among the hours of one day.
    return left.precision == "day" == right.precision and left.date == right.date and not (left.end or right.end)


def _places(count: int, before: set[tuple[int, int]]) -> list[int]:
    """Return 1 for what nothing comes before, else one more than the last that does; 0 in a circle or alone."""
    places = [0] * count
    waiting = {node for pair in before for node in pair}
    place = 0
    while waiting:
        place += 1
        ready = {node for node in waiting if not any(a in waiting and b == node for a, b in before)}
        if not ready:
            break  # the rest goes round in a circle: no order that all sources allow
        for node in ready:
            places[node] = place
        waiting -= ready
    return places
