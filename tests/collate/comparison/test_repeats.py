"""Rows that another one makes needless."""

from __future__ import annotations

import pytest

from generator.collate.comparison.matters import Matter
from generator.collate.comparison.repeats import without_repeats
from generator.records import ArticleId, FactValue, Span, Verdict

EVENT = frozenset([1])


def row(kind: str, verdict: Verdict, *, minor: bool = False, **values: tuple[int, int]) -> Matter:
    told = tuple(FactValue(ArticleId(name), Span(*span)) for name, span in values.items())
    return Matter(kind, "the tide mill", verdict, told, minor=minor)


def left(*rows: Matter, events: frozenset[int] = frozenset()) -> list[Matter]:
    return without_repeats(rows, lambda value: events)


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
