from __future__ import annotations

import pytest

from generator.collate.words.numbers import read_number
from generator.collate.words.tokens import words_of
from generator.records import Span


def number(text: str) -> float | None:
    return read_number(words_of(text, Span(0, len(text))), text, 0)[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 1/2 years", 2.5),
        ("2-1/2 years", 2.5),
        ("3/4 mile", 0.75),
        ("1½ hours", 1.5),
        ("one-half mile", 0.5),
        ("nine and one half barrels", 9.5),
        ("two and a half barrels", 2.5),
    ],
)
def test_a_fraction_is_read(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["4/3", "100m"])
def test_what_is_no_fraction_and_no_scale(text: str) -> None:
    assert number(text) in (None, 100)


def test_letters_behind_a_sum_are_its_scale() -> None:
    text = "£2.3m"
    assert read_number(words_of(text, Span(0, len(text))), text, 0)[0] == 2.3e6


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("1.5 million", 1.5e6), ("two hundred", 200), ("1000000000000000000", 1e18), ("half million", 5e5)],
)
def test_a_number_is_read(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    "text", ["9" * 5_000, "1000000000000001000", "9" * 310 + " million", "two " + "million " * 60, "nan", "inf"]
)
def test_what_is_no_number_of_news_is_none(text: str) -> None:
    assert number(text) is None
