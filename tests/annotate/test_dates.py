"""The cases of `dates.md`, and what holds for any text."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import pipeline
from generator.annotate.dates import direction, find_times, resolve_times, tag
from generator.annotate.dates.tagger import rule_names
from generator.language import SpacyLanguage
from generator.records import RawArticle, Span
from tests.cases import Case, cases, read_cases

TIMEX3 = re.compile(
    r"\d{4}-\d\d-\d\d(T(\d\d:\d\dZ?|MO|AF|EV|NI))?|\d{4}-(\d\d|Q[1-4]|H[12]|W\d\d(-WE)?|SP|SU|FA|WI)|\d{2,4}"
    r"|P(T?(\d+(\.\d+)?|X)[SMHDWQYEC](\d+M)?)|(PAST|PRESENT|FUTURE)_REF|XXXX-(\d\d|WXX-[1-7]|SP|SU|FA|WI|XX-XXT\w\w)"
)
PIECES = (
    "Monday June 19 2023 the day before two weeks ago last of 3:30 p.m. 19/06/2023 May may second quarter 1990 to - "
    "Easter this noon Christmas , . nearly five years 31 February 1990s '80s every night later earlier half an hour"
)
WORDS = st.sampled_from(PIECES.split())


@pytest.mark.parametrize("case", cases(Path(__file__).with_name("dates.md")))
def test_case(case: Case) -> None:
    assert case.note, "no publication day in the heading"
    text = " ".join(case.quoted)
    found = [
        " | ".join([time.span.of(text), time.value or "-", time.precision] + ([time.end] if time.end else []))
        for time in tag(text, None if case.note == "undated" else case.note)
    ]
    assert found == case.expected


def test_every_rule_has_a_case() -> None:
    decided = set()
    for case in read_cases(Path(__file__).with_name("dates.md")):
        decided |= {time.rule for time in tag(" ".join(case.quoted), None if case.note == "undated" else case.note)}
    assert decided == rule_names()


@given(
    st.one_of(st.text(), st.lists(WORDS).map(" ".join)),
    st.sampled_from([None, "2023-06-19", "0001-01-01", "9999-12-31"]),
)
def test_any_text_gives_spans_in_order_with_valid_values(text: str, published: str | None) -> None:
    end = 0
    for time in tag(text, published):
        assert end <= time.span.start < time.span.end <= len(text)
        end = time.span.end
        assert time.value is None or TIMEX3.fullmatch(time.value), time
        assert time.precision != "day" or time.value is None or re.match(r"\d{4}-\d\d-\d\d", time.value)


HOSTILE = ("9" * 8_000, "1 " * 4_000, "June 1" * 2_000, "the " * 8_000, "last " * 8_000, "Monday to " * 2_000)
HOSTILE += ("1" + ",111" * 4_000, "twenty-" * 4_000, "1st of " * 2_000, "\n" * 20_000 + "May")
HOSTILE += (
    "9/" * 8_000,
    "3:30 " * 4_000,
    "(" * 40_000,
    "two and a half " * 2_000,
    "at least " * 4_000,
    "-" * 20_000,
)


@pytest.mark.parametrize("piece", HOSTILE, ids=[text[:14] for text in HOSTILE])
def test_time_grows_with_the_length_of_hostile_text_only(piece: str) -> None:
    """Eight times the text may take 24 times as long; what backtracks takes 64 times or never ends."""
    tag(piece[:1000], "2023-06-19")
    times = []
    for factor in (1, 8):
        start = process_time()
        tag(piece * factor, "2023-06-19")
        times.append(process_time() - start)
    assert times[1] < 24 * max(times[0], 0.02)


def test_direction_of_a_clause_can_be_asked_for() -> None:
    text = "They will meet on Monday. They met on Tuesday."
    monday, tuesday = (Span(text.index(day), text.index(day) + len(day)) for day in ("Monday", "Tuesday"))
    assert (direction(text, monday), direction(text, tuesday)) == ("future", "past")


def test_a_text_longer_than_what_is_held_at_a_time_is_read_as_its_parts_are() -> None:
    part = "The two met on Monday, two days after the storm of 12 May 2023, in late June. "
    alone = [(time.value, time.span.of(part)) for time in tag(part, "2023-06-19")]
    text = part * 400
    assert [(time.value, time.span.of(text)) for time in tag(text, "2023-06-19")] == alone * 400


def test_places_found_once_resolve_against_any_day() -> None:
    text = "The ferry left on Monday and came back two days later. Last year it sank on 4 May."
    places = find_times(text)
    for day in (None, "2023-06-19", "2020-02-29"):
        assert resolve_times(text, places, day) == tag(text, day)


def test_an_article_is_searched_for_time_expressions_once(
    monkeypatch: pytest.MonkeyPatch, language: SpacyLanguage
) -> None:
    searched: list[str] = []
    monkeypatch.setattr("generator.annotate.dates.find_times", lambda text: searched.append(text) or ())
    told = ("The ferry left on Monday.", "It left the harbour on Monday, its crew said.", "A storm came on Sunday.")
    raws = [RawArticle(f"{number}.txt", str(number), text, "paragraphs") for number, text in enumerate(told)]
    pipeline.build_digest(raws, language)
    assert sorted(searched) == sorted(told)


def test_times_that_were_resolved_for_a_day_are_not_resolved_again_and_another_day_has_its_own() -> None:
    text = "The ferry sank on Monday."
    places = find_times(text)
    first = resolve_times(text, places, "2024-06-12")
    assert resolve_times(text, places, "2024-06-12") is first
    assert resolve_times(text, places, "2024-06-19") != first
