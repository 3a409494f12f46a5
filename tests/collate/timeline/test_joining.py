"""Which happenings without a day are one with a dated one, at the bars that decide it."""

from __future__ import annotations

import pytest

from generator.collate.timeline.clusters import ALIKE, BESIDE, group
from generator.collate.timeline.dating import When
from generator.collate.timeline.joining import join_sole
from generator.collate.timeline.likeness import MentionLikeness
from generator.collate.timeline.mentions.event_mention import EventMention
from generator.collate.timeline.mentions.find import event_mentions_of
from tests.collate.timeline.timeline_articles import article


def mentions(*texts: str, people: tuple[str, ...] = ()) -> list[EventMention]:
    return [
        mention
        for number, text in enumerate(texts)
        for mention in event_mentions_of(article(f"a{number}", "2024-06-12", text, people))
    ]


@pytest.mark.parametrize(("alike", "groups"), [(BESIDE, 1), (BESIDE - 0.01, 2)])
def test_a_kind_and_its_people_join_only_what_is_somewhat_alike(alike: float, groups: int) -> None:
    fired, removed = mentions(
        "The council fired Ortiz on Monday.", "The skipper removed Ortiz from his list of guests.", people=("Ortiz",)
    )
    whens = [When("2024-06-10", "day"), When()]
    assert len(join_sole([[fired], [removed]], whens, alike=lambda one, other: alike)) == groups


@pytest.mark.parametrize(
    ("other", "groups"),
    [
        ("The road closed.", 1),
        ("The mill closed.", 2),
        ("They closed.", 1),
        ("Ortiz closed.", 1),  # a name may be that of what another one describes
    ],
)
def test_what_somebody_else_does_is_not_dated_by_a_likeness(
    other: str, groups: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MentionLikeness, "of", lambda likeness, one, two: (ALIKE + BESIDE) / 2)
    assert len(group(mentions("The road closed on Monday.", other, people=("Ortiz",)))) == groups


@pytest.mark.parametrize(
    ("text", "word", "kinds"),
    [
        ("Ortiz called on the mayor to sell the ferry.", "called", {"urge"}),
        ("Ortiz called for a sale of the ferry.", "called", {"urge"}),
        ("A call to sell the ferry came on Monday.", "call", {"urge"}),
        ("The call for a new ferry came on Monday.", "call", {"urge"}),
        ("Ortiz called the coast guard on Monday.", "called", {"phone"}),
        ("A call to the coast guard came on Monday.", "call", {"phone"}),
        ("The mayor called the ferry a wreck on Monday.", "called", {"=call"}),
    ],
)
def test_to_call_for_something_to_telephone_and_to_name_are_three_kinds(text: str, word: str, kinds: set[str]) -> None:
    [told] = [mention for mention in mentions(text) if mention.printed == word]
    assert set(told.families) == kinds
