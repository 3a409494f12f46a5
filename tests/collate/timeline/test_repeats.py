"""Which of two entries of a day keeps its label where they are one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import pytest

from generator.collate.timeline.dating import When
from generator.collate.timeline.labels import Label
from generator.collate.timeline.mentions.event_mention import EventMention
from generator.collate.timeline.mentions.find import event_mentions_of
from generator.collate.timeline.nominal import SOME_MONDAY
from generator.collate.timeline.repeats import LabelRarity, told_once, worded_once
from tests.collate.timeline.timeline_articles import article

DONE = "Ito named Dahl as the harbour master on Friday."
WILL = "Ito will name Dahl as the harbour master on Friday."
SET = "The naming of Dahl by Ito is scheduled for Friday."


@pytest.mark.parametrize(("often", "once", "kept"), [(WILL, DONE, DONE), (DONE, WILL, DONE), (WILL, SET, WILL)])
def test_what_was_done_is_told_rather_than_its_plan_and_that_rather_than_when_it_was_set(
    often: str, once: str, kept: str
) -> None:
    found = [article(f"a{n}", "2024-06-14", text, ("Ito", "Dahl")) for n, text in enumerate((often, often, once))]

    def told_in(number: int) -> EventMention:
        return next(m for m in event_mentions_of(found[number]) if m.finite)

    happenings = [[told_in(0), told_in(1)], [told_in(2)]]
    labels = {n: Label(text.rstrip("."), True, mention=happenings[n][0]) for n, text in enumerate((often, once))}
    whens = [When("2024-06-14", "day")] * 2
    told = told_once(labels, whens, happenings, LabelRarity(found), lambda one, other: True)
    assert [labels[index].text for index in told] == [kept.rstrip(".")]
    assert [len(mentions) for mentions in told.values()] == [3]


@pytest.mark.parametrize("worse", [{"signs": ("verb=VBZ",)}, {"fair": -1.0}], ids=["a caption", "hard to understand"])
def test_what_a_sentence_tells_is_told_rather_than_a_caption_of_it(worse: Mapping[str, Any]) -> None:
    found = [article("a", "2024-06-14", f"Ito speaks of Dahl on Friday. {DONE}", ("Ito", "Dahl"))]
    caption, done = (next(m for m in event_mentions_of(found[0]) if m.sentence == n and m.finite) for n in (0, 1))
    labels = {
        0: Label("Ito speaks of Dahl on Friday", True, mention=caption, **worse),
        1: Label(DONE.rstrip("."), True, mention=done, signs=("verb=VBD",)),
    }
    whens = [When("2024-06-14", "day")] * 2
    told = told_once(labels, whens, [[caption], [done]], LabelRarity(found), lambda one, other: True)
    assert list(told) == [1]


def test_what_has_a_date_is_held_against_its_own_day_alone_and_what_only_words_date_against_other_such_words() -> None:
    lines = [f"The {thing} closed its gates." for thing in ("mill", "pier", "school", "market", "museum")]
    found = [article(f"a{n}", None, text) for n, text in enumerate(lines)]
    happenings = [[next(m for m in event_mentions_of(each) if m.finite)] for each in found]
    labels = {n: Label(text.rstrip("."), True, mention=happenings[n][0]) for n, text in enumerate(lines)}
    whens = [
        When("2024-06-14", "day"),
        When("2024-06-15", "day"),
        When(words="Monday", place=SOME_MONDAY.isoformat()),
        When(words="yesterday", place=(SOME_MONDAY + timedelta(1)).isoformat()),
        When(words="Friday", place=(SOME_MONDAY + timedelta(4)).isoformat()),
    ]
    asked: list[tuple[int, int]] = []

    def are_one(one: int, other: int) -> bool:
        asked.append((one, other))
        return False

    assert len(told_once(labels, whens, happenings, LabelRarity(found), are_one)) == len(lines)
    assert {frozenset(pair) for pair in asked} == {frozenset([2, 3]), frozenset([3, 4])}


@pytest.mark.parametrize("days", [("2024-06-10", "2024-06-14"), ("2024-06-10", None), (None, None)])
def test_the_same_words_stand_under_the_day_of_what_they_begin_with_alone(days: tuple[str | None, str | None]) -> None:
    sentence = "Ito said on Monday that the pier will close on Friday."
    mentions = [m for m in event_mentions_of(article("a", "2024-06-12", sentence, ("Ito",))) if m.finite]
    said = next(m for m in mentions if m.printed == "said")
    closes = next(m for m in mentions if m.printed == "close")
    labels = {
        0: Label(sentence, True, mention=closes, verb=said.word),
        1: Label(sentence, True, mention=said, verb=said.word),
        2: Label("Ito was there", True, mention=said, verb=said.word),
    }
    told = {0: [closes], 1: [said], 2: [said]}
    assert worded_once(told, labels, [_of(days[1]), _of(days[0]), _of(days[0])]) == {1: [said], 2: [said]}
    both = worded_once(told, labels, [_of(days[1]), _of(days[0]), _of(days[0])], lambda mention: mention == closes)
    assert both == told


VAGUE, EXACT = "Ito was fined over the pier", "A court in Havn fined Ito over the pier"
MONDAY = When("2024-06-10", "day")


@pytest.mark.parametrize(
    ("vague", "exact", "one"),
    [
        (When(), MONDAY, True),
        (When(), When(words="Monday", place=SOME_MONDAY.isoformat()), True),
        (When("2024-06", "month"), MONDAY, True),
        (When("2024", "year"), When("2024-06", "month"), True),
        (When("2024-06-08", "day", "2024-06-09"), When("2024-06-08", "day"), True),
        (When(words="last month", place="2001-05"), MONDAY, True),
        (When("2024-05", "month"), MONDAY, False),
        (When("2024-06-09", "day", "2024-06-10"), MONDAY, False),
        (When("2020", "year", "2024"), MONDAY, False),
        (When("2024-06-09", "day"), MONDAY, False),
        (When(words="Friday", place=(SOME_MONDAY + timedelta(4)).isoformat()), MONDAY, False),
    ],
)
def test_what_is_told_of_no_day_or_of_a_longer_time_joins_the_only_entry_that_it_surely_is(
    vague: When, exact: When, one: bool
) -> None:
    told, asked = _joined([(VAGUE, vague), (EXACT, exact)])
    assert told == ([EXACT] if one else [VAGUE, EXACT])
    assert asked == ([(0, 1)] if one else [])


def test_what_two_entries_may_tell_with_their_day_stays_without_one() -> None:
    told, _ = _joined([(VAGUE, When()), (EXACT, MONDAY), ("Dahl fined Ito over the pier", When("2024-06-11", "day"))])
    assert len(told) == 3


def _joined(entries: Sequence[tuple[str, When]]) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the labels that stay where each is surely every other one, and which were asked for."""
    found = [article(f"a{n}", "2024-06-14", f"{text}.", ("Ito",)) for n, (text, _) in enumerate(entries)]
    happenings = [[next(m for m in event_mentions_of(each) if m.finite)] for each in found]
    labels = {n: Label(text, True, mention=happenings[n][0]) for n, (text, _) in enumerate(entries)}
    asked: list[tuple[int, int]] = []

    def surely(vague: int, other: int) -> bool:
        asked.append((vague, other))
        return True

    whens = [when for _, when in entries]
    told = told_once(labels, whens, happenings, LabelRarity(found), lambda one, other: False, surely)
    return [labels[index].text for index in told], asked


@pytest.mark.parametrize(
    ("sentence", "whole", "part", "kept"),
    [
        (
            "The Havn Post wrote in May that Ito met Dahl on 3 January.",
            "wrote",
            ("Ito met Dahl on 3 January", "met"),
            1,
        ),
        ("Ito vowed in 2020 that the pier will close by 2030.", "vowed", ("the pier will close by 2030", "close"), 0),
    ],
)
def test_a_part_of_a_sentence_is_not_told_again_under_another_day(
    sentence: str, whole: str, part: tuple[str, str], kept: int
) -> None:
    mentions = event_mentions_of(article("a", "2024-06-12", sentence, ("Ito", "Dahl")))
    told = {n: [next(m for m in mentions if m.printed == word)] for n, word in enumerate((whole, part[1]))}
    labels = {
        0: Label(sentence.rstrip("."), True, mention=told[0][0]),
        1: Label(part[0], True, mention=told[1][0]),
    }
    days = [_of("2024-05-01"), _of("2024-01-03")]
    assert list(worded_once(told, labels, days)) == [0, 1]
    assert list(worded_once(told, labels, days, tells_of=lambda one, other: one is labels[0])) == [kept]


def test_a_deed_is_told_rather_than_what_was_said_of_it() -> None:
    said, done = "“My time is up,” Ito wrote on Friday", "Ito resigned on Friday"
    found = [article(f"a{n}", "2024-06-14", f"{text}.", ("Ito",)) for n, text in enumerate((said, said, done))]
    happenings = [[next(m for m in event_mentions_of(found[n]) if m.finite)] for n in (0, 1, 2)]
    labels = {n: Label(text, True, mention=happenings[n][0]) for n, text in enumerate((said, said, done))}
    told = told_once(labels, [_of("2024-06-14")] * 3, happenings, LabelRarity(found), lambda one, other: True)
    assert [labels[index].text for index in told] == [done]


def _of(day: str | None) -> When:
    return When(day, "day") if day else When()
