"""The order of events within a day, where the sources tell it; where they contradict each other, none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.collate.timeline.dating import When
from generator.collate.timeline.mentions.event_mention import EventMention
from generator.collate.timeline.mentions.links import Link


def order_within_days(whens: Sequence[When], links: Iterable[Link], group_of: Mapping[EventMention, int]) -> list[int]:
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
    later: dict[int, list[int]] = {}
    waits_for = Counter(second for _, second in before)
    for first, second in sorted(before):
        later.setdefault(first, []).append(second)
    places = [0] * count
    ready = sorted(set(later) - set(waits_for))
    for node in ready:
        places[node] = 1
    while ready:  # what goes round in a circle is never ready: no order that all sources allow
        node = ready.pop()
        for second in later.get(node, ()):
            places[second] = max(places[second], places[node] + 1)
            waits_for[second] -= 1
            if not waits_for[second]:
                ready.append(second)
    return [0 if waits_for[node] > 0 else place for node, place in enumerate(places)]
