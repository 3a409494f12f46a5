"""Rows that another one makes needless."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from generator.collate.comparison.matters import Matter
from generator.collate.comparison.repeats import without_repeats
from generator.records import ArticleId, FactValue, Span, Verdict

EVENT = frozenset([1])


@dataclass(frozen=True)
class Places:
    """Every value tells `events` and `features`; a sentence is `size` characters long."""

    events: frozenset[int] = frozenset()
    size: int = 1
    features: Mapping[int, str] = field(default_factory=dict)
    """Of a value, by where it begins."""

    def events_of(self, value: FactValue) -> frozenset[int]:
        return self.events

    def features_of(self, value: FactValue) -> frozenset[str]:
        return frozenset(self.features.get(value.span.start, "").split())

    def sentence_of(self, value: FactValue) -> Span:
        start = value.span.start // self.size * self.size
        return Span(start, start + self.size)


def row(kind: str, verdict: Verdict, *, minor: bool = False, **values: tuple[int, int]) -> Matter:
    told = tuple(FactValue(ArticleId(name), Span(*span)) for name, span in values.items())
    return Matter(kind, "the tide mill", verdict, told, minor=minor)


def left(*rows: Matter, events: frozenset[int] = frozenset()) -> list[Matter]:
    return without_repeats(rows, Places(events))


def test_what_is_told_around_a_number_of_the_same_articles_is_its_row() -> None:
    count = row("count", "agree", gazette=(10, 20), herald=(40, 50), tribune=(0, 9))
    assert left(row("happening", "told", gazette=(0, 60), herald=(30, 70)), count) == [count]


@pytest.mark.parametrize(
    "count",
    [
        row("count", "agree", gazette=(10, 20), tribune=(40, 50)),  # other articles
        row("count", "agree", gazette=(10, 20), herald=(90, 99)),  # another place
        row("date", "agree", gazette=(10, 20), herald=(40, 50)),  # a day is no more than when it was
        row("count", "agree", gazette=(10, 20), herald=(40, 50), minor=True),  # folded
    ],
)
def test_what_is_told_around_no_such_number_stays(count: Matter) -> None:
    told = row("happening", "told", gazette=(0, 60), herald=(30, 70))
    assert left(told, count) == [told, count]


def test_an_office_does_not_agree_where_its_wordings_differ() -> None:
    differs = row("role", "differ", gazette=(0, 20), herald=(0, 30))
    assert left(differs, row("role", "agree", gazette=(0, 20), herald=(0, 30), minor=True)) == [differs]


def test_a_happening_of_the_timeline_is_dated_once() -> None:
    first, second = (row("date", "agree", gazette=(at, at + 6), herald=(at, at + 6)) for at in (0, 50))
    most = row("date", "agree", gazette=(0, 6), herald=(0, 6), tribune=(0, 6))
    assert left(first, second, events=EVENT) == [first]
    assert left(first, most, events=EVENT) == [most]
    assert left(first, second) == [first, second]


@pytest.mark.parametrize("kind", ["words", "hearer"])
def test_few_words_are_no_row_of_their_own_in_sentences_that_another_sets_out(kind: str) -> None:
    name = row(kind, "agree", gazette=(10, 20), herald=(40, 50))
    told = row("happening", "told", gazette=(30, 60), herald=(0, 30), tribune=(0, 30))
    assert without_repeats([name, told], Places(size=100)) == [told]
    assert without_repeats([name, told], Places(size=10)) == [name, told]
    office = row("role", "agree", gazette=(30, 60), herald=(0, 30))
    assert without_repeats([name, office], Places(size=100)) == [name, office]


@pytest.mark.parametrize("kind", ["name", "place"])
def test_a_name_is_no_row_of_its_own_within_what_is_told(kind: str) -> None:
    told = row("happening", "told", gazette=(0, 60), herald=(30, 70))
    name, beside = (row(kind, "agree", gazette=(at, at + 9), herald=(at, at + 9)) for at in (40, 65))
    assert without_repeats([name, told], Places(size=100)) == [told]
    assert without_repeats([beside, told], Places(size=100)) == [beside, told]


@pytest.mark.parametrize("kind", ["name", "place"])
def test_a_name_in_the_sentences_of_a_day_or_number_is_folded(kind: str) -> None:
    name = row(kind, "agree", gazette=(40, 50), herald=(10, 20))
    folded = row(kind, "agree", minor=True, gazette=(40, 50), herald=(10, 20))
    for outer in ("date", "count"):
        day = row(outer, "agree", gazette=(10, 20), herald=(40, 50), tribune=(0, 9))
        assert without_repeats([name, day], Places(size=100)) == [folded, day]
        assert without_repeats([name, day], Places(size=10)) == [name, day]


def test_what_is_told_in_the_sentences_of_a_day_is_its_row() -> None:
    day = row("date", "agree", gazette=(10, 20), herald=(40, 50))
    told = row("happening", "told", gazette=(30, 60), herald=(0, 30))
    assert without_repeats([told, day], Places(size=100)) == [day]


def test_a_day_does_not_agree_that_another_row_tells_to_differ() -> None:
    agrees = row("date", "agree", gazette=(10, 20), herald=(40, 50))
    differs, other = (row("date", "differ", gazette=(at, at + 9), tribune=(40, 50)) for at in (10, 30))
    assert without_repeats([agrees, differs], Places(size=100)) == [differs]
    assert without_repeats([agrees, other], Places(size=100)) == [agrees, other]


def test_what_is_told_twice_is_told_once_by_most() -> None:
    features = {0: "mill burn night", 100: "mill burn roof", 200: "mill burn down"}
    few = row("happening", "told", gazette=(0, 60), herald=(100, 150))
    most = row("happening", "told", gazette=(100, 150), herald=(200, 250), tribune=(0, 50))
    assert without_repeats([few, most], Places(features=features)) == [most]
    other = row("happening", "told", gazette=(0, 60), herald=(300, 350))
    assert without_repeats([other, most], Places(features={**features, 300: "ferry sail"})) == [other, most]
