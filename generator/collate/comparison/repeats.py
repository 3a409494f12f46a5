"""Rows that say again what another one says: one of them is enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from generator.collate.comparison.matters import Matter
from generator.records import ArticleId, FactValue

NUMBERS = frozenset(["age", "amount", "count", "duration", "percentage"])  # kinds of row
EventsOf = Callable[[FactValue], frozenset[int]]
"""Returns the numbers of the happenings of the timeline that the sentence of a value tells."""


def without_repeats(matters: Sequence[Matter], events_of: EventsOf) -> list[Matter]:
    """Return the rows, in their order, without those that another one makes needless.

    Needless is what is told alike around a number that has a row for the same articles, an office that agrees where a
    row sets the same wordings against each other, and a second day that the same articles give one happening
    of the timeline.
    """
    beside: defaultdict[ArticleId, list[int]] = defaultdict(list)  # whatever repeats a row is of its articles too
    for at, matter in enumerate(matters):
        for article_id in _articles(matter):
            beside[article_id].append(at)
    return [
        matter
        for number, matter in enumerate(matters)
        if not any(
            _repeats(matter, matters[at], events_of, later=at < number)
            for at in beside[matter.values[0].article_id]
            if at != number
        )
    ]


def _repeats(matter: Matter, other: Matter, events_of: EventsOf, *, later: bool) -> bool:
    """Return whether a row says no more than another one. `later`: whether it comes behind it, of two alike."""
    if other.minor and not matter.minor:
        return False
    if matter.verdict == "told":
        return other.verdict == "agree" and other.kind in NUMBERS and _lies_around(matter, other)
    if matter.verdict != "agree":
        return False
    if matter.kind == "role":
        return other.kind == "role" and other.verdict == "differ" and {*matter.values} <= {*other.values}
    if matter.kind == other.kind == "date" and other.verdict == "agree":
        here, there = _articles(matter), _articles(other)
        alike = here == there and (later or matter.minor > other.minor)
        told = (here < there or alike) and frozenset.intersection(*map(events_of, (*matter.values, *other.values)))
        return bool(told)
    return False


def _lies_around(matter: Matter, other: Matter) -> bool:
    """Return whether each value of a row holds one of another row, in its article."""
    return all(
        any(one.article_id == value.article_id and value.span.covers(one.span) for one in other.values)
        for value in matter.values
    )


def _articles(matter: Matter) -> frozenset[ArticleId]:
    return frozenset(value.article_id for value in matter.values)
