"""Each bar of `same_value`, with a pair of values on each side of it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from generator.collate.comparison.same_value import another_thing, compatible
from generator.collate.comparison.sentences import ComparedSentence
from generator.collate.comparison.values import Hedge, Value
from generator.records import Span

NO_YEARS: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def value(
    number: float,
    dimension: str = "count",
    hedge: Hedge = "exact",
    *,
    thing: str | None = "soldiers",
    manner: str = "",
    unit: float = 1.0,
) -> Value:
    """Return a value in base units; `thing`: the words of what is counted, None where there are none."""
    sentence = cast(ComparedSentence, SimpleNamespace(text=thing or ""))
    span = Span(0, len(thing)) if thing else None
    return Value(sentence, Span(0, 0), number, dimension, hedge, thing or "", span, manner, unit)


@pytest.mark.parametrize(
    ("dimension", "high", "apart"),
    [
        ("duration", 200, False),
        ("duration", 205, True),
        ("count", 300, False),
        ("count", 310, True),
        ("percent", 150, False),
        ("percent", 155, True),
        ("magnitude", 110, False),
        ("magnitude", 114, True),
        ("length", 300, False),
        ("length", 310, True),
    ],
)
def test_values_too_far_apart_are_of_two_things(dimension: str, high: float, apart: bool) -> None:
    assert another_thing(value(100, dimension), value(high, dimension), NO_YEARS) is apart
    assert another_thing(value(high, dimension), value(100, dimension), NO_YEARS) is apart


def test_none_and_some_are_of_two_things() -> None:
    assert another_thing(value(0), value(5), NO_YEARS) is True


@pytest.mark.parametrize(
    ("one", "other", "number", "apart"),
    [
        ("2014", "2015", 100, True),
        ("2014", "", 100, False),
        ("", "2014", 100, False),
        ("2014", "", 101, True),
        ("2014 2015", "2015", 100, False),
        ("2014 2015", "2015", 101, True),
        ("2014", "2014", 101, False),
    ],
)
def test_years_beside_two_values_part_them(one: str, other: str, number: int, apart: bool) -> None:
    years = (frozenset(one.split()), frozenset(other.split()))
    assert another_thing(value(100), value(number), years) is apart


@pytest.mark.parametrize(
    ("one", "other", "apart"), [("since", "ago", True), ("since", "", False), ("", "ago", False), ("for", "for", False)]
)
def test_durations_told_in_two_ways_are_two(one: str, other: str, apart: bool) -> None:
    assert another_thing(value(90, "duration", manner=one), value(90, "duration", manner=other), NO_YEARS) is apart


@pytest.mark.parametrize(
    ("one", "other", "high", "apart"),
    [
        ("over", "over", 115, False),
        ("over", "over", 110, False),
        ("over", "over", 120, True),
        ("under", "under", 120, True),
        ("about", "about", 120, False),
        ("over", "under", 120, False),
        ("exact", "exact", 120, False),
    ],
)
def test_two_bounds_far_apart_say_nothing_of_each_other(one: Hedge, other: Hedge, high: int, apart: bool) -> None:
    assert another_thing(value(100, hedge=one), value(high, hedge=other), NO_YEARS) is apart


@pytest.mark.parametrize(
    ("one", "other", "hedge", "apart"),
    [
        ("Okafor", "Lind", "exact", True),
        ("Okafor", "Okafor", "exact", False),
        ("Okafor", "lanterns", "exact", False),
        ("lanterns", "Okafor", "exact", False),
        ("Okafor", None, "exact", False),
        ("Okafor", "Lind", "about", False),
    ],
)
def test_sums_for_two_names_are_two(one: str, other: str | None, hedge: Hedge, apart: bool) -> None:
    left, right = value(100, hedge=hedge, thing=one), value(120, hedge=hedge, thing=other)
    assert another_thing(left, right, NO_YEARS) is apart


@pytest.mark.parametrize(
    ("one", "other", "manner", "same"),
    [
        ("exact", "about", "", True),
        ("over", "exact", "", True),
        ("over", "under", "", False),
        ("exact", "about", "since", False),
        ("about", "about", "since", True),
    ],
)
def test_one_number_with_two_hedges(one: Hedge, other: Hedge, manner: str, same: bool) -> None:
    assert compatible(value(9, hedge=one, manner=manner), value(9, hedge=other, manner=manner)) is same


@pytest.mark.parametrize(
    ("low", "high", "same"),
    [
        ("over", "exact", True),
        ("over", "under", False),
        ("exact", "under", True),
        ("exact", "over", False),
        ("under", "exact", False),
    ],
)
def test_a_bound_and_what_lies_within_it_can_both_be_true(low: Hedge, high: Hedge, same: bool) -> None:
    assert compatible(value(1000, hedge=low), value(1004, hedge=high)) is same
    assert compatible(value(1004, hedge=high), value(1000, hedge=low)) is same


@pytest.mark.parametrize(
    ("about", "exact", "same"),
    [
        (1000, 987, True),
        (1000, 950, True),
        (1000, 949, False),
        (1000, 1052, True),
        (1000, 1053, False),
        (2.0, 1.9, True),
        (1234, 1235, False),
        (110, 115, False),
        (210, 214, True),
        (210, 218, False),
    ],
)
def test_about_a_figure_reaches_as_far_as_its_last_digit(about: float, exact: float, same: bool) -> None:
    assert compatible(value(about, hedge="about"), value(exact)) is same


@pytest.mark.parametrize(
    ("told", "exact", "dimension", "same"),
    [
        (1000, 1004, "count", True),
        (990, 992, "count", False),
        (1230, 1234, "count", True),
        (1230, 1235, "count", True),
        (1230, 1236, "count", False),
        (30, 31, "percent", True),
        (30, 31, "count", False),
        (10, 10.52, "percent", True),
        (11, 11.52, "percent", False),
        (5, 5.2, "length", True),
        (5.8, 5.84, "length", True),
        (5.8, 5.85, "length", True),
        (5.8, 5.852, "length", False),
        (5.85, 5.854, "length", True),
        (5.85, 5.858, "length", False),
        (100_000, 104_999, "count", True),
        (110_000, 115_499, "count", False),
    ],
)
def test_a_rounded_figure_and_the_whole_one_are_one(told: float, exact: float, dimension: str, same: bool) -> None:
    assert compatible(value(told, dimension), value(exact, dimension)) is same
    assert compatible(value(exact, dimension), value(told, dimension)) is same


@pytest.mark.parametrize(
    ("low", "dimension", "hedge", "unit", "same"),
    [
        (98, "length", "exact", 2.0, True),
        (98, "area", "exact", 2.0, True),
        (98, "weight", "exact", 2.0, True),
        (98, "volume", "exact", 2.0, True),
        (98, "duration", "exact", 2.0, False),
        (98, "length", "exact", 1.0, False),
        (97.9, "length", "exact", 2.0, False),
        (95, "length", "about", 2.0, True),
        (94.8, "length", "about", 2.0, False),
    ],
)
def test_one_measure_in_two_units(low: float, dimension: str, hedge: Hedge, unit: float, same: bool) -> None:
    assert compatible(value(low, dimension, hedge, unit=unit), value(100, dimension)) is same
    assert compatible(value(100, dimension), value(low, dimension, hedge, unit=unit)) is same
