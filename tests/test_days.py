from __future__ import annotations

import pytest

from generator.days import in_words, weekday


@pytest.mark.parametrize(
    ("value", "end", "words"),
    [
        (None, None, ""),
        ("2023-06-19", None, "19 June 2023"),
        ("2023-06", None, "June 2023"),
        ("2023", None, "2023"),
        ("2023-W25", None, "week 25 of 2023"),
        ("2023-Q2", None, "quarter 2 of 2023"),
        ("2023-SU", None, "summer 2023"),
        ("2023-06-19TMO", None, "19 June 2023, morning"),
        ("2023-06-19T09:30", None, "19 June 2023, 09:30"),
        ("2023-06-18", "2023-06-19", "18–19 June 2023"),
        ("2023-05-30", "2023-06-02", "30 May – 2 June 2023"),
        ("2022-12-30", "2023-01-02", "30 December 2022 – 2 January 2023"),
        ("2023-06-19", "2023-06-19", "19 June 2023"),
        ("199X", None, "199X"),
    ],
)
def test_dates_read_as_people_write_them(value: str | None, end: str | None, words: str) -> None:
    assert in_words(value, end) == words


def test_only_a_whole_day_has_a_weekday() -> None:
    assert weekday("2023-06-19") == "Monday"
    assert weekday("2023-06") == weekday("2023-13-45") == weekday(None) == ""
