"""The label of an entry tells what most of its sources tell."""

from __future__ import annotations

from generator.collate.timeline import happenings_of
from generator.collate.timeline.dating import When
from generator.collate.timeline.labels import label_of
from generator.collate.timeline.likeness import MentionLikeness
from generator.collate.timeline.mentions.grammar import grammars_of
from tests.collate.timeline.timeline_articles import article


def test_an_entry_is_named_after_what_most_of_its_sources_tell() -> None:
    told = [
        article("echo", "2024-06-11", "Ito won much praise in Havn on Monday.", ["Ito"]),
        article("herald", "2024-06-11", "Ito won the boat race on Monday.", ["Ito"]),
        article("post", "2024-06-11", "Ito won the boat race.", ["Ito"]),
        article("wire", "2024-06-11", "Ito won the boat race by a length.", ["Ito"]),
    ]
    group = [m for mentions in happenings_of(told)[0] for m in mentions if m.printed == "won"]
    articles, when = {found.article.id: found for found in told}, When("2024-06-10", "day")
    by_likeness = label_of(group, when, articles, grammars_of(told), MentionLikeness(group))
    assert by_likeness.text == "Ito won the boat race on Monday"
    assert label_of(group, when, articles, grammars_of(told)).text.startswith("Ito won much praise")
