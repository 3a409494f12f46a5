"""A label goes on to the end of what it tells where its short form ends before the point."""

from __future__ import annotations

import pytest

from generator.collate.timeline import build_timeline, happenings_of
from generator.collate.timeline.dating import When
from generator.collate.timeline.labels import label_of
from generator.collate.timeline.mentions.grammar import grammars_of
from tests.collate.timeline.timeline_articles import article, day


def _longer(word: str, text: str) -> str | None:
    found = article("a", "2024-06-11", text, ["Ortiz", "Brandt"])
    group = [m for mentions in happenings_of([found])[0] for m in mentions if m.printed == word]
    label = label_of(group, When("2024-06-10", "day"), {found.article.id: found}, grammars_of([found]))
    return label.longer and label.longer.text


@pytest.mark.parametrize(
    ("word", "text", "end"),
    [
        (
            "told",
            "Ortiz told the captains of the harbour council in Havn on Monday that she felt for their lost crates "
            "and boats, but warned that the pier would close.",
            "but warned that the pier would close",
        ),
    ],
)
def test_label_goes_on_to_the_point(word: str, text: str, end: str) -> None:
    assert (_longer(word, text) or "").endswith(end)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        # What only describes somebody named at the end of a clear label is no part of what it tells.
        (
            "praised",
            "Mayor Ortiz praised the harbour council of Havn on Monday beside its old captain Nils Brandt, a painter "
            "best known for the whimsical name of his boat.",
        ),
        # A second happening.
        (
            "closed",
            "Mayor Ortiz closed the old harbour museum of Havn on Monday, and the captains took their crates away to "
            "another town far up the coast.",
        ),
    ],
)
def test_label_does_not_go_on(word: str, text: str) -> None:
    assert _longer(word, text) is None


def test_entry_shows_the_words_to_the_end() -> None:
    text = (
        "Ortiz told the captains of the harbour council in Havn on Monday that she felt for their lost crates and "
        "boats, but warned that the pier would close."
    )
    events = build_timeline([article("a", "2024-06-11", text)], [day("2024-06-11")], ())
    assert any(event.label.endswith("but warned that the pier would close") for event in events)
