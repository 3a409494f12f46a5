"""A label leaves out what hangs behind its clause, and nothing that makes it true or that it is about."""

from __future__ import annotations

import pytest

from generator.collate.timeline import build_timeline, happenings_of
from generator.collate.timeline.dating import When
from generator.collate.timeline.labels import label_of
from generator.collate.timeline.mentions.grammar import grammars_of
from tests.collate.timeline.timeline_articles import article, day


@pytest.mark.parametrize(
    ("word", "text", "label"),
    [
        (
            "closed",
            "Mayor Ortiz closed the harbour museum in Havn on Monday while the captains Brandt and Holm went on "
            "counting the crates that had been left on its roof for longer than anybody could tell.",
            "Mayor Ortiz closed the harbour museum in Havn on Monday",
        ),
        (
            "shut",
            "Brandt shut the old fish market of Havn on Monday in an effort to keep the gulls of the whole bay away "
            "from the crates that the captains had left behind on its roof.",
            "Brandt shut the old fish market of Havn on Monday",
        ),
        (
            "threatened",
            "Ortiz threatened on Monday to close the harbour museum of Havn if the captains keep the crates.",
            "Ortiz threatened on Monday to close the harbour museum of Havn if the captains keep the crates",
        ),
        (
            "closed",
            "On Monday, Ortiz closed the harbour museum at 7 p.m.",
            "Ortiz closed the harbour museum at 7 p.m.",
        ),
        (
            "denied",
            "On Monday, Ortiz denied that she had bought any boat that was built in Norland.",
            "Ortiz denied that she had bought any boat that was built in Norland",
        ),
        (
            "met",
            "On Monday, Ortiz met the town’s chief painter Nils Holm.",
            "Ortiz met the town’s chief painter Nils Holm",
        ),
        (
            "washed",
            "Cleaners washed and painted the hall on Monday.",
            "Cleaners washed and painted the hall on Monday",
        ),
        (
            "issued",
            "The newest count of the harbour office of Havn, issued on Monday, shows that the gulls of the whole bay "
            "have doubled since the last one.",
            "The newest count of the harbour office of Havn, issued on Monday, shows that the gulls of the whole bay "
            "have doubled since the last one",
        ),
        (
            "took",
            "The mayor herself took to the radio on Monday to shoot down the story: “I was NOT told about the nets "
            "when I was on the boat! I was hardly awake on that boat and I want no part of this! Keep me out of it!”",
            "The mayor herself took to the radio on Monday to shoot down the story",
        ),
    ],
)
def test_a_label_ends_where_nothing_is_missed(word: str, text: str, label: str) -> None:
    found = article("post", "2024-06-12", text, ["Ortiz", "Brandt"])
    group = [m for mentions in happenings_of([found])[0] for m in mentions if m.printed == word]
    assert label_of(group, When("2024-06-10", "day"), {"post": found}, grammars_of([found])).text == label


def test_no_other_deed_and_no_sentence_of_another_day_tells_what_is_undated() -> None:
    text = (
        "The guard is investigating Ortiz’s death. A man was shot dead in Havn on Wednesday while captains cleared "
        "the quay. Brandt mourned Ortiz, a baker who died in Havn."
    )
    found = article("post", "2024-06-12", text, ["Ortiz", "Brandt"])
    group = [m for mentions in happenings_of([found])[0] for m in mentions if m.printed in ("death", "dead", "died")]
    assert {mention.printed for mention in group} >= {"death", "died"}
    label = label_of(group, When("2024-06-08", "day"), {"post": found}, grammars_of([found])).text
    assert "investigating" not in label and "man" not in label


@pytest.mark.parametrize(
    ("word", "text", "label"),
    [
        (
            "banned",
            "The May 5 parade, two weeks after the council banned torches, was quiet.",
            "the council banned torches",
        ),
        (
            "dismissed",
            "Three days after Rosa Ortiz dismissed the captain of the ferry, the crew signed the contract.",
            "Rosa Ortiz dismissed the captain of the ferry",
        ),
    ],
)
def test_a_clause_is_told_without_the_sentence_of_another_happening(word: str, text: str, label: str) -> None:
    found = article("post", "2024-06-12", text, ["Ortiz", "Brandt"])
    group = [m for mentions in happenings_of([found])[0] for m in mentions if m.printed == word]
    assert label_of(group, When("2024-06-10", "day"), {"post": found}, grammars_of([found])).text == label


def test_no_label_ends_before_what_it_denies() -> None:
    text = (
        "Holm’s lawyers have sought to delay his hearing, and are expected to file another list of crates by May 1, "
        "following a harbour board motion on 1 February suggesting they did not “believe that the sunken ferry is fit "
        "to be raised from the bottom of the bay at this time”."
    )
    found = article("post", "2018-04-12", text, ["Holm"])
    group = [m for mentions in happenings_of([found])[0] for m in mentions if m.printed == "file"]
    shown = label_of(group, When("2018-05-01", "day"), {"post": found}, grammars_of([found])).text
    assert "suggesting they did" not in shown or "did not" in shown


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Brandt wants back the goats of a neighbour, which escaped from the pen on Monday.", False),
        ("Two mills, founded in a rush on Monday, are within a mile of the harbour.", False),
        ("Rosa Brandt is a painter who was robbed in the harbour on Monday.", True),
        ("The goats of a neighbour in Norland escaped from the pen on Monday.", True),
    ],
)
def test_what_one_article_tells_in_passing_is_not_told_by_a_sentence_of_another_happening(
    text: str, told: bool
) -> None:
    found = article("post", "2024-06-12", text, ["Brandt"])
    events = build_timeline([found], [day("2024-06-12")], ())
    assert [event.date for event in events] == ["2024-06-10"] * told
