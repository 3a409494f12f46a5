"""Which clause a day belongs to, and which clauses tell of no happening at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.collate.timeline import build_timeline
from generator.collate.timeline.dating import When
from generator.collate.timeline.joining import join_same_day
from generator.collate.timeline.mentions.find import event_mentions_of
from generator.records import Event
from tests.collate.timeline.timeline_articles import article, day

WEDNESDAY = "2024-06-12"


def timeline(*texts: str, people: tuple[str, ...] = ()) -> tuple[Event, ...]:
    articles = [article(f"a{n}", WEDNESDAY, text, people) for n, text in enumerate(texts)]
    return build_timeline(articles, [day(WEDNESDAY)] * len(articles), ())


def told(*texts: str, people: tuple[str, ...] = ()) -> list[tuple[str | None, str]]:
    return [(event.date, event.label) for event in timeline(*texts, people=people)]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Ortiz opened the hearing scheduled for Friday.", {"2024-06-14"}),
        ("Ortiz called off the joint rally slated for Friday in Havn.", {"2024-06-14"}),
        ("Ortiz had been scheduled to sail on Friday, but the ferry burned on Monday.", {"2024-06-07", "2024-06-10"}),
        ("The reason for the fire had not been made public on Tuesday afternoon.", set()),
        ("The cook had yet to regain consciousness Tuesday and was on a ventilator.", set()),
        ("The cook had to resign on Tuesday.", {"2024-06-11"}),
        ("Ortiz resigned shortly before midnight on Tuesday.", {"2024-06-11"}),
        ("Ortiz doubted that there would be a deal by Friday.", set()),
        ("Hopes that Ortiz and the council will reach a deal before Friday have waned.", set()),
        ("She is a former clerk of one of the mills that might have closed as recently as a week ago.", set()),
        ("The council is likely to vote on the plan on Friday.", {"2024-06-14"}),
    ],
)
def test_days_that_a_sentence_gives(sentence: str, days: set[str]) -> None:
    assert {date for date, _ in told(sentence, people=("Ortiz",))} == days


def test_what_was_planned_and_came_to_nothing_is_not_shown_as_to_come() -> None:
    found = timeline("Ortiz had been scheduled to speak on Wednesday, two days after the fire.", people=("Ortiz",))
    assert not any(event.planned for event in found)


@pytest.mark.parametrize(
    ("sentence", "dated"),
    [
        ("At the mill on Monday, police say a gunman shot to death two sailors.", ["shot"]),
        ("On Monday, police said a gunman shot two sailors.", []),
        ("The cook was arraigned on Tuesday on murder and other charges.", ["arraigned"]),
        ("The cook was charged on Tuesday in the killing of a sailor.", ["charged"]),
        ("June 12, 2024 A jury in the town of Havn convicted the cook of fraud.", []),
        ("UPDATED: 12 June 2024 A jury in the town of Havn convicted the cook of fraud.", []),
        ("On June 11, 2024 Ortiz convicted the cook of fraud and theft.", ["convicted"]),
        ("Dahl beat Ortiz in six rounds to retain the title on Monday.", ["beat", "retain"]),
        ("A quake hit Havn on Sunday, killing ten people.", ["hit", "killing"]),
        ("Ortiz announced on Tuesday on a visit to Havn that the mill is sold.", ["announced", "visit"]),
    ],
)
def test_event_words_that_a_day_dates(sentence: str, dated: list[str]) -> None:
    found = event_mentions_of(article("post", WEDNESDAY, sentence, ("Ortiz",)))
    assert [mention.printed for mention in found if mention.time] == dated


def test_last_tuesday_is_the_nearest_one_before() -> None:
    found = article("post", WEDNESDAY, "The mill burned last Tuesday. The pier burned last Monday.")
    assert [time.value for time in found.time_expressions] == ["2024-06-11", "2024-06-10"]


def test_a_concert_is_after_the_one_that_it_follows() -> None:
    found = article("post", WEDNESDAY, "The band had hoped to play on Wednesday, followed by a concert on Thursday.")
    assert [time.value for time in found.time_expressions] == ["2024-06-12", "2024-06-13"]


def test_what_happened_as_something_else_did_has_its_day() -> None:
    found = timeline(
        "A bomb killed three clerks on Tuesday as police fought strikers in the square of Havn.",
        "Police fought strikers in the square of Havn.",
    )
    assert [(event.date, len(event.evidence)) for event in found] == [("2024-06-11", 2)]


def test_a_shot_and_a_dismissal_are_two() -> None:
    found = timeline(
        "Dahl was fired on Monday as a clerk at the mill.",
        "Dahl then fired at the clerk of the mill.",
        people=("Dahl",),
    )
    assert [len(event.evidence) for event in found if event.date] == [1]


def test_what_she_did_is_not_what_another_person_did() -> None:
    found = timeline(
        "Dahl issued a statement on the attack on Tuesday.",
        "Ortiz first wrote a note on the attack. She issued a statement on the attack.",
        people=("Dahl", "Ortiz"),
    )
    assert [len(event.evidence) for event in found if event.date] == [1]


def test_two_of_a_kind_in_one_sentence_are_two_happenings_only_where_it_dates_both() -> None:
    murder, pigs, killed = (
        mention
        for number, text in enumerate(
            [
                "The murder of two sailors on Tuesday by a man who wrote of killing pigs shook Havn.",
                "A man killed two sailors on Tuesday.",
            ]
        )
        for mention in event_mentions_of(article(f"a{number}", WEDNESDAY, text))
        if "kill" in mention.families
    )
    tuesday = When("2024-06-11", "day")
    assert len(join_same_day([[murder], [pigs, killed]], [tuesday, tuesday])) == 1
    dated = replace(pigs, time=murder.time)
    assert len(join_same_day([[murder], [dated, killed]], [tuesday, tuesday])) == 2
