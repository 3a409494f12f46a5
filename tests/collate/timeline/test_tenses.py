"""A bare weekday is on the side to which its verb looks, in the article itself, so that page and timeline agree."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.annotate.dates import tag
from tests.cases import Case, cases
from tests.collate.timeline.timeline_articles import article

WEDNESDAY = "2024-06-12"
TIMES = Path(__file__).parents[2] / "annotate" / "dates.md"


@pytest.mark.parametrize("case", cases(TIMES))
def test_no_kind_of_time_is_lost_or_made_anew_by_its_verb(case: Case) -> None:
    published, text = None if case.note == "undated" else case.note, " ".join(case.quoted)
    found = article("post", published, text).time_expressions
    assert [(time.span, time.type, time.rule) for time in found] == [
        (time.span, time.type, time.rule) for time in tag(text, published)
    ]
    days = [time.value[:10] for time in found if time.precision == "day" and time.value]
    assert all(map(date.fromisoformat, days))


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The museum closes its doors on Tuesday.", "2024-06-18"),
        ("The museum closed its doors on Tuesday.", "2024-06-11"),
        ("The mayor says Tuesday was a good day.", "2024-06-11"),
        ("The council will meet again on Thursday.", "2024-06-13"),
        ("Two sailors went missing on Saturday.", "2024-06-08"),
        ("Ortiz said the fair is booked for Friday.", "2024-06-14"),
        ("The fair was opened on Friday.", "2024-06-07"),
        ("Ortiz was told of the fair opened on Friday.", "2024-06-07"),
        ("The museum closed its doors last Monday.", "2024-06-10"),
        ("The planned meeting on Monday was short.", "2024-06-17"),
        ("Ortiz said on Monday she would reopen the port.", "2024-06-10"),
    ],
)
def test_the_verb_that_a_weekday_hangs_on_decides_its_week(sentence: str, day: str) -> None:
    found = article("post", WEDNESDAY, sentence)
    assert [time.value for time in found.time_expressions] == [day]


@pytest.mark.parametrize(("month", "value"), [("October", "2023-10"), ("April", "2024-04")])
def test_a_month_of_what_was_done_lies_behind_publication_where_that_is_nearer(month: str, value: str) -> None:
    deed = f"The woman who allegedly shot and robbed two bakers - both old - in {month} at the mill"
    found = article("post", "2024-02-12", f"{deed} will face trial on two counts.")
    assert [time.value for time in found.time_expressions] == [value]


@pytest.mark.parametrize("sentence", ["Ortiz resigned on Thursday.", "Ortiz showed the letter sent on Thursday."])
def test_a_past_weekday_of_six_days_before_has_no_day(sentence: str) -> None:
    found = article("post", WEDNESDAY, sentence)
    assert [time.value for time in found.time_expressions] == [None]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Ortiz resigned on Thursday and left the house that day.", [None, None]),
        ("The museum closed on Tuesday and reopened that day.", ["2024-06-11", "2024-06-11"]),
    ],
)
def test_what_is_counted_from_a_weekday_is_known_when_that_is(sentence: str, days: list[str | None]) -> None:
    found = article("post", WEDNESDAY, sentence)
    assert [time.value for time in found.time_expressions] == days


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Ortiz swims every Monday.", "XXXX-WXX-1"),
        ("The vote fell on a Friday, in May.", "XXXX-WXX-5"),
        ("The museum closes on Mondays.", "XXXX-WXX-1"),
    ],
)
def test_a_weekday_that_is_no_day_stays_as_it_is(sentence: str, value: str) -> None:
    found = article("post", WEDNESDAY, sentence)
    assert found.time_expressions[0].value == value


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Ortiz called on the mayor to resign in a statement on Tuesday.", "2024-06-11"),
        ("Ortiz called on the mayor to resign in a statement on Thursday.", None),
    ],
)
def test_what_is_asked_for_in_a_statement_does_not_move_its_day(sentence: str, day: str | None) -> None:
    found = article("post", WEDNESDAY, sentence)
    assert [time.value for time in found.time_expressions] == [day]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("The council said Tuesday the regatta is still booked for Friday.", ["2024-06-11", "2024-06-14"]),
        ("The council said Tuesday the fair will open on Friday.", ["2024-06-11", "2024-06-14"]),
        ("Ortiz told reporters Tuesday the ferry is safe.", ["2024-06-11"]),
        ("Ortiz said Monday is a holiday.", ["2024-06-17"]),
    ],
)
def test_a_weekday_right_behind_a_verb_of_saying_is_when_it_was_said(sentence: str, days: list[str]) -> None:
    found = article("post", WEDNESDAY, sentence)
    assert [time.value for time in found.time_expressions] == days


def test_a_weekday_that_says_which_week_is_not_moved() -> None:
    found = article("post", WEDNESDAY, "The museum opens next Tuesday and has been full since last Friday.")
    assert [time.value for time in found.time_expressions] == ["2024-06-18", "2024-06-07"]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Critics sent a letter on Tuesday, ahead of the mayor's visit there on Friday.", ["2024-06-11", "2024-06-14"]),
        ("Critics sent a letter on Tuesday, in advance of Friday's visit.", ["2024-06-11", "2024-06-14"]),
        ("Ito said on Tuesday that before the visit on Friday she had asked.", ["2024-06-11", "2024-06-07"]),
        ("Critics sent a letter on Tuesday. They met before a visit on Friday.", ["2024-06-11", "2024-06-07"]),
    ],
)
def test_what_another_day_comes_before_in_its_sentence_is_later(sentence: str, days: list[str]) -> None:
    found = article("post", WEDNESDAY, sentence)
    assert [time.value for time in found.time_expressions] == days
