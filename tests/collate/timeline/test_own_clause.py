"""A relative clause is told as a clause of its own, where it is true of its noun alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.collate.timeline import happenings_of
from generator.collate.timeline.dating import When
from generator.collate.timeline.label_choices import choices_of
from generator.collate.timeline.labels import label_of
from generator.collate.timeline.likeness import MentionLikeness
from generator.collate.timeline.mentions.grammar import Grammar, grammars_of
from tests.collate.timeline.timeline_articles import article


def told(text: str, word: str) -> str:
    """Return the label of what the event word tells."""
    found = article("post", "2024-06-12", text, ["Ortiz", "Brandt"])
    group = [m for mentions in happenings_of([found])[0] for m in mentions if m.printed == word]
    return label_of(group, When("2024-06-10", "day"), {"post": found}, grammars_of([found])).text


@pytest.mark.parametrize(
    ("word", "text", "label"),
    [
        (
            "sailed",
            "The harbour thanked Rosa Ortiz, who sailed for Norland on Monday.",
            "Rosa Ortiz sailed for Norland on Monday",
        ),
        (
            "opened",
            "Crowds filled the museum, which opened its doors on Monday.",
            "the museum opened its doors on Monday",
        ),
        (
            "hearing",
            "The mayor thanked the captain who refused to speak at a public hearing on Monday.",
            "the captain refused to speak at a public hearing on Monday",
        ),
        (
            "escaped",
            "Police are looking for the two goats that escaped from a farm on Monday.",
            "the two goats escaped from a farm on Monday",
        ),
        (
            "unveiled",
            "Critics praised Rosa Ortiz, the painter, who unveiled a mural on Monday.",
            "Rosa Ortiz, the painter, unveiled a mural on Monday",
        ),
        (
            "unveiled",
            "Critics praised Rosa Ortiz, a painter who unveiled a mural on Monday.",
            "Rosa Ortiz unveiled a mural on Monday",
        ),
    ],
)
def test_a_relative_clause_stands_by_itself_without_its_tie(word: str, text: str, label: str) -> None:
    assert told(text, word) == label


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("accused", "Critics praised Mayor Rosa Ortiz of Norland, who accused Brandt of theft on Monday."),
        ("sank", "The town counted a handful of Norlanders from ports that sank on Monday."),
        ("sailed", "The harbour will fine every captain who sailed on Monday."),
        ("sailed", "The harbour has not found a captain who sailed on Monday."),
        ("sank", "The town counted a few captains from ports that sank on Monday."),
        ("sold", "The town mourns a map of the harbour, which was sold on Monday."),
        ("closed", "The harbour praised the museum, which closed on Monday but which will open again."),
    ],
)
def test_what_may_be_true_of_another_or_of_nobody_keeps_its_tie(word: str, text: str) -> None:
    label = told(text, word)
    assert any(f" {tie} {rest}" in f" {label} " for tie in ("who", "that", "which") for rest in (word, "was"))


def test_what_was_told_to_somebody_is_no_clause_about_him() -> None:
    sentence = "Ortiz told a harbour board that Brandt will be admitted on Monday"
    assert told(f"{sentence}.", "admitted") == sentence


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "The harbour will stay open, the city council said in a report published on Monday.",
            "The harbour will stay open, the city council said in a report published on Monday",
        ),
    ],
)
def test_what_came_out_is_told_with_what_was_in_it(text: str, label: str) -> None:
    assert told(text, "published") == label


def test_another_source_that_tells_it_in_a_clause_is_preferred_to_a_noun() -> None:
    post = article(
        "post",
        "2024-06-12",
        "Brandt missed the train to Ortiz’s speech on harbour fees on Monday.",
        ["Ortiz", "Brandt"],
    )
    echo = article("echo", "2024-06-12", "The mayor, Rosa Ortiz, spoke on harbour fees in the hall.", ["Ortiz"])
    articles = {"post": post, "echo": echo}
    group = [m for mentions in happenings_of([post, echo])[0] for m in mentions if m.printed in ("speech", "spoke")]
    dated = [replace(m, time=replace(post.time_expressions[0])) if m.printed == "speech" else m for m in group]
    label = label_of(dated, When("2024-06-10", "day"), articles, grammars_of([post, echo]), MentionLikeness(dated))
    assert label.text == "The mayor, Rosa Ortiz, spoke on harbour fees in the hall"


def test_a_clause_that_its_noun_cannot_have_is_no_label() -> None:
    found = article("post", "2024-06-12", "Ortiz wept, on a film of her jokes that was sold by Brandt on Monday.")
    kept = [m for mentions in happenings_of([found])[0] for m in mentions if m.printed == "sold"]
    words = Grammar(found.words)
    assert kept
    assert not any(
        choice.whole and choice.outward == 0 for choice in choices_of(kept[0], found, words) if choice.phrase
    )


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("begun", "The harbour would have begun the work on Monday without the deal."),
        ("strike", "The deal averted a strike, which would have been called on Monday."),
        ("called", "The deal averted a strike, which would have been called on Monday."),
    ],
)
def test_what_would_have_happened_did_not(word: str, text: str) -> None:
    found = article("post", "2024-06-12", text)
    dated = {m.printed for mentions in happenings_of([found])[0] for m in mentions if m.time}
    assert word not in dated
