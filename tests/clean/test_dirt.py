"""Forms of dirt in two halves: those that the rules were tuned on, and those that they were not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.clean import body_paragraphs

HERE = Path(__file__).parent
TITLE = "Bell lifted from harbour after a century"
STORY = [
    "The old bell was lifted from the harbour bed on Monday after three days of work, the museum said.",
    "Divers had found it in April under two metres of mud, still tied to a beam of the ferry that sank in 1911.",
    "“It sang when it came up,” said Ola Berg, who led the divers. “Nobody on the quay spoke a word.”",
    "The council has set aside a small sum for cleaning the bronze, and the school children will choose a name.",
    "It is to be shown from the first week of July in the rope hall beside the lock.",
]
# Shares of the forms that went and took no word of the story with them. A lower one needs a decision.
FLOORS = {"dirt_tuned.md": 0.95, "dirt_unseen.md": 0.85}


def forms(name: str) -> Iterator[tuple[str, str]]:
    """Yield each form of a half with the place where it stands."""
    place = ""
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line.startswith("## "):
            place = line[3:]
        elif line.startswith("> "):
            yield place, line[2:]


def page(place: str, line: str) -> str:
    """Return the story with a line above its headline or first paragraph, between two paragraphs or below the last."""
    at = {"above": 1, "between": 4, "below": 1 + len(STORY)}[place]
    lines = [TITLE, *STORY]
    return "\n\n".join([*lines[:at], line, *lines[at:]])


@pytest.mark.parametrize("name", FLOORS)
def test_forms_of_dirt_go_and_the_story_stays(name: str) -> None:
    missed = [(place, line) for place, line in forms(name) if body_paragraphs(page(place, line)) != STORY]
    total = sum(1 for _ in forms(name))
    assert 1 - len(missed) / total >= FLOORS[name], missed
