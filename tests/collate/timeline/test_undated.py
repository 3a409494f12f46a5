"""What no source dates is told where several articles tell it, and not where they only have a verb in common."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.collate.timeline import build_timeline
from tests.collate.timeline.timeline_articles import article, day

FILLER = "The port of Havn is old. Its pier is older."


def labels_of(texts: Sequence[str]) -> list[str]:
    articles = [article(f"a{n}", "2024-06-12", text) for n, text in enumerate(texts)]
    return [event.label for event in build_timeline(articles, [day("2024-06-12")] * len(articles), ())]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Inspectors found rust in the hull of the ferry.", "The inspectors found rust below its hull."),
        ("A diver repaired the ferry's broken rudder.", "The rudder of the ferry was repaired by a diver."),
    ],
)
def test_what_two_articles_tell_of_is_an_entry(one: str, other: str) -> None:
    assert len(labels_of([f"{FILLER} {one}", f"{FILLER} {other}"])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ito told reporters that the hull was sound.", "The owner told reporters no fuel had been aboard."),
        ("The owners expressed concern that insurers might leave.", "Fishermen expressed concern about stray nets."),
        ("Villagers asked for a bridge before the storm began.", "A choir was singing when the storm began."),
    ],
)
def test_what_shares_a_verb_alone_is_none(one: str, other: str) -> None:
    assert labels_of([f"{FILLER} {one}", f"{FILLER} {other}"]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Captains have routinely ignored the lamps of Havn.",
            "Captains have routinely ignored the lamps of the pier.",
        ),
        ("Surveys have shown support for a new pier.", "Two surveys have shown support for a pier at Havn."),
    ],
)
def test_what_is_done_again_and_again_or_only_shown_is_none(one: str, other: str) -> None:
    assert labels_of([f"{FILLER} {one}", f"{FILLER} {other}"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "The panel found no evidence that Ito sank the ferry on Monday.",
        "There was no sign Ito sank the ferry on Monday.",
        "Dahl insisted evidence showing Ito sank the ferry on Monday exists.",
    ],
)
def test_what_there_is_no_evidence_of_is_not_told_as_done(text: str) -> None:
    assert labels_of([text]) == []
    assert labels_of(["The panel found that Ito sank the ferry on Monday."])


OPENS = "The mayor of Havn dismissed the pilots of the port, after they had refused to sail to the island."


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (f"{OPENS} {FILLER}", [OPENS.rstrip(".")]),
        (f"{FILLER} {OPENS}", []),
        (f"{OPENS.replace('dismissed', 'has dismissed')} {FILLER}", []),
        (f"{OPENS.replace('mayor', 'charter')} {FILLER}", []),
        ("The mayor of Havn may dismiss the pilots of the port.", []),
        ("“The mayor dismissed the pilots of the port,” she said.", []),
    ],
)
def test_what_an_article_opens_with_is_told_on_its_word_alone(text: str, labels: list[str]) -> None:
    assert labels_of([text, FILLER]) == labels
    assert labels_of([text, FILLER, FILLER, FILLER]) == []
