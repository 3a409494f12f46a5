"""Rows that say again what another one says: one of them is enough."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from generator.collate.comparison.matters import Matter
from generator.records import ArticleId, FactValue, Span

NUMBERS = frozenset(["age", "amount", "count", "duration", "percentage"])  # kinds of row
SURROUNDED = frozenset(["hearer", "name", "place", "words"])
"""Kinds of row that say where, of whom or in which words: no more than the sentences that another row sets out."""
NAMED = frozenset(["name", "place"])  # of them, those that may stand elsewhere in a sentence than what is told of it
WHO = frozenset(["age", "kind", "party", "role", "speaker", "state"])  # kinds of row that set out no sentence
ALIKE, FEWEST = 0.6, 2  # of what all sources of a row tell, that those of another one tell too; and how much at least


class Tellings(Protocol):
    """What is known of the places of values."""

    def events_of(self, value: FactValue) -> frozenset[int]:
        """Return the numbers of the happenings of the timeline that the sentence of a value tells."""
        ...

    def features_of(self, value: FactValue) -> frozenset[str]:
        """Return what the words of a value tell."""
        ...

    def sentence_of(self, value: FactValue) -> Span:
        """Return the sentence of a value."""
        ...


def without_repeats(matters: Sequence[Matter], told: Tellings) -> list[Matter]:
    """Return the rows, in their order, without those that another one makes needless.

    Needless is what is told alike around a number, or in the sentences of a day, that has a row for the same articles;
    a name or place within what another row tells; an office that agrees where a row sets the same wordings against
    each other; a second day that the same articles give one happening of the timeline; and what is told again elsewhere
    in the articles. A name or place in sentences that the row of a number or a day sets out is minor beside it.
    """
    beside: defaultdict[ArticleId, list[int]] = defaultdict(list)  # whatever repeats a row is of its articles too
    for at, matter in enumerate(matters):
        for article_id in _articles(matter):
            beside[article_id].append(at)
    left = [
        matter
        for number, matter in enumerate(matters)
        if not any(
            _repeats(matter, matters[at], told, later=at < number)
            for at in beside[matter.values[0].article_id]
            if at != number
        )
    ]
    left = _told_once(left, told)
    rows: defaultdict[tuple[ArticleId, Span], set[int]] = defaultdict(set)
    for number, matter in enumerate(left):
        for sentence in _sentences(matter, told) if matter.kind in NUMBERS | {"date"} else ():
            rows[sentence].add(number)
    return [
        replace(matter, minor=True)
        if matter.kind in NAMED
        and matter.verdict == "agree"
        and set.intersection(*(rows[sentence] for sentence in _sentences(matter, told)))
        else matter
        for matter in left
    ]


def _repeats(matter: Matter, other: Matter, told: Tellings, *, later: bool) -> bool:
    """Return whether a row says no more than another one. `later`: whether it comes behind it, of two alike."""
    if matter.verdict == "agree" and matter.kind in SURROUNDED and other.kind not in SURROUNDED | WHO:
        if matter.kind in NAMED:
            return _lies_within(matter, other)
        return _sentences(matter, told) <= _sentences(other, told)
    if other.minor and not matter.minor:
        return False
    if matter.verdict == "told":
        if other.verdict != "agree":
            return False
        dated = other.kind == "date" and _sentences(matter, told) <= _sentences(other, told)
        return dated or (other.kind in NUMBERS and _lies_around(matter, other))
    if matter.verdict != "agree":
        return False
    if matter.kind == "role":
        return other.kind == "role" and other.verdict == "differ" and {*matter.values} <= {*other.values}
    if other.verdict == "differ" and matter.kind == other.kind and matter.kind in NUMBERS | {"date"}:
        return any(overlap(one, value) for one in matter.values for value in other.values)
    if matter.kind == other.kind == "date" and other.verdict == "agree":
        here, there = _articles(matter), _articles(other)
        alike = here == there and (later or matter.minor > other.minor)
        shared = (here < there or alike) and frozenset.intersection(
            *map(told.events_of, (*matter.values, *other.values))
        )
        return bool(shared)
    return False


def _told_once(matters: Sequence[Matter], told: Tellings) -> list[Matter]:
    """Return the rows without happenings that another row tells: of two, what stands open and more articles tell."""
    cores = {
        number: frozenset.intersection(*_told_by_each(matter, told).values())
        for number, matter in enumerate(matters)
        if matter.verdict == "told"
    }
    kept: set[int] = set()
    telling: defaultdict[str, list[int]] = defaultdict(list)  # of what is told, the rows kept that tell it
    for number in sorted(cores, key=lambda each: (matters[each].minor, -len(_articles(matters[each])), each)):
        core = cores[number]
        shared = Counter(other for feature in core for other in telling[feature])
        if any(_are_alike(both, core, cores[other]) for other, both in shared.items()):
            continue
        kept.add(number)
        for feature in core:
            telling[feature].append(number)
    return [matter for number, matter in enumerate(matters) if number not in cores or number in kept]


def _told_by_each(matter: Matter, told: Tellings) -> dict[ArticleId, frozenset[str]]:
    found: defaultdict[ArticleId, frozenset[str]] = defaultdict(frozenset)
    for value in matter.values:
        found[value.article_id] |= told.features_of(value)
    return found


def _are_alike(shared: int, one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two rows that have so much in common tell the same."""
    return shared >= FEWEST and shared >= ALIKE * min(len(one), len(other))


def overlap(one: FactValue, other: FactValue) -> bool:
    """Return whether two values have words of an article in common."""
    return one.article_id == other.article_id and one.span.overlaps(other.span)


def _lies_around(matter: Matter, other: Matter) -> bool:
    """Return whether each value of a row holds one of another row, in its article."""
    return all(
        any(one.article_id == value.article_id and value.span.covers(one.span) for one in other.values)
        for value in matter.values
    )


def _lies_within(matter: Matter, other: Matter) -> bool:
    """Return whether each value of a row lies in one of another row."""
    return all(
        any(one.article_id == value.article_id and one.span.covers(value.span) for one in other.values)
        for value in matter.values
    )


def _sentences(matter: Matter, told: Tellings) -> frozenset[tuple[ArticleId, Span]]:
    return frozenset((value.article_id, told.sentence_of(value)) for value in matter.values)


def _articles(matter: Matter) -> frozenset[ArticleId]:
    return frozenset(value.article_id for value in matter.values)
