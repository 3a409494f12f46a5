"""Words cut from a sentence stand by themselves where they are whole, and true and clear without the rest of it."""

from __future__ import annotations

import pytest

from generator.collate.timeline.mentions.grammar import Grammar
from generator.collate.timeline.standing import Cut, is_broken, stands_alone
from generator.records import Span
from tests.collate.timeline.timeline_articles import article

STAND = [
    ("Mayor Ortiz closed the pier on Monday while Dahl counted crates.", "Mayor Ortiz closed the pier on Monday"),
    ("Ortiz closed the pier on Monday and sold the crates.", "Ortiz closed the pier on Monday"),
    ("The pier sank on Monday, police said.", "The pier sank on Monday, police said"),
    ("Police said a painter was found in Havn on Monday.", "Police said a painter was found in Havn on Monday"),
    ("According to police, the pier sank on Monday.", "According to police, the pier sank on Monday"),
    (
        "Ortiz said on Monday that she will sail unless it rains.",
        "Ortiz said on Monday that she will sail unless it rains",
    ),
    (
        "Captain Dahl told Ortiz on Monday that Holm had paid him.",
        "Captain Dahl told Ortiz on Monday that Holm had paid him",
    ),
    (
        "The crew of one old man, two old women and two old dogs sailed on Monday.",
        "The crew of one old man, two old women and two old dogs sailed on Monday",
    ),
    ("Captain Ortiz — the mayor — closed the pier on Monday.", "Captain Ortiz — the mayor — closed the pier on Monday"),
    ("Ortiz told [the crew] on Monday that it sails.", "Ortiz told [the crew] on Monday that it sails"),
    ("Ortiz told a crowd that “we sail on Monday”.", "Ortiz told a crowd that “we sail on Monday”"),
    (
        "The Senate asked Captain Ortiz on Monday for his crates.",
        "The Senate asked Captain Ortiz on Monday for his crates",
    ),
    (
        "Mayor Ortiz signed a new version of the pier law on Monday after losing an old version of the act.",
        "Mayor Ortiz signed a new version of the pier law on Monday after losing an old version of the act",
    ),
]
FALL = [
    # Whose the thing is, whom no word before it names.
    ("The Senate voted on Monday to end his veto.", "The Senate voted on Monday to end his veto"),
    # Whose word it is, what it hangs on, and what denies it.
    ("The pier sank on Monday, police said.", "The pier sank on Monday"),
    ("Police said a painter was found in Havn on Monday.", "a painter was found in Havn on Monday"),
    ("According to police, the pier sank on Monday.", "the pier sank on Monday"),
    ("Ortiz’s allies hope that the council will vote on Monday.", "the council will vote on Monday"),
    ("Ortiz will sail on Monday unless it rains.", "Ortiz will sail on Monday"),
    ("If the wind turns, Captain Ortiz will sail on Monday.", "Captain Ortiz will sail on Monday"),
    ("Captain Ortiz will sail on Monday or the crew will strike.", "Captain Ortiz will sail on Monday"),
    # Not whole: no verb, marks without their other half, a thing that its verb needs, two sentences in one.
    ("The council met on Monday about the harbour trial.", "harbour trial"),
    ("The council met on Monday (its first time since May) in Havn.", "The council met on Monday (its first time"),
    (
        "The crowd left the pier on Monday, waving flags reading “No”.",
        "The crowd left the pier on Monday, waving flags reading",
    ),
    ("“We sail,” Captain Ortiz said on Monday.", "We sail,” Captain Ortiz said on Monday"),
    ("Ortiz said on Monday that the pier was safe.", "Ortiz said on Monday"),
    (
        "Boat lost off the pier A boat was lost off the pier on Monday.",
        "Boat lost off the pier A boat was lost off the pier on Monday",
    ),
    (
        "Old pier of Havn lost Captains lost the old pier of Havn on Monday.",
        "Old pier of Havn lost Captains lost the old pier of Havn on Monday",
    ),
    ("Not because Captain Ortiz closed the pier on Monday.", "Not because Captain Ortiz closed the pier on Monday"),
    ("A 16 - year - old Norland painter sailed on Monday.", "old Norland painter sailed on Monday"),
    ("On Monday — the day Captain Ortiz sailed — the crew slept.", "Captain Ortiz sailed — the crew slept"),
    ("22:07 GMT Captain Ortiz closed the pier on Monday.", "22:07 GMT Captain Ortiz closed the pier on Monday"),
    ("“We sail,” Ortiz told “The Gull” on Monday.", "We sail,” Ortiz told “The Gull” on Monday"),
    ("The council met Rosa Ortiz and Sgt. Dahl on Monday.", "The council met Rosa Ortiz and Sgt"),
    ("2024 Captain Ortiz closed the pier on Monday.", "2024 Captain Ortiz closed the pier on Monday"),
    ('See data-day="2">Ortiz closed the pier on Monday.', 'See data-day="2">Ortiz closed the pier on Monday'),
    # A participle that was taken for the verb.
    ("The crates swapped for rope on Monday included two anchors.", "The crates swapped for rope on Monday"),
    # Who and where, for who reads nothing else.
    ("My brother called the council on Monday.", "My brother called the council on Monday"),
    ("Captain Dahl called him on Monday.", "Captain Dahl called him on Monday"),
    ("The council called him on Monday.", "The council called him on Monday"),
    (
        "Dahl told voters here on Monday that the pier was safe.",
        "Dahl told voters here on Monday that the pier was safe",
    ),
    ("The two sailed to Havn on Monday.", "The two sailed to Havn on Monday"),
]


def stands(text: str, label: str) -> bool:
    found = article("post", "2024-06-12", text, ["Ortiz", "Dahl"])
    start = found.article.text.find(label)
    grammar = Grammar(found.words)
    return stands_alone(Cut(grammar, found.article.text, grammar.within(Span(start, start + len(label)))), label)


@pytest.mark.parametrize(("text", "label"), STAND)
def test_whole_clauses_with_whose_word_they_are_stand_alone(text: str, label: str) -> None:
    assert stands(text, label)


@pytest.mark.parametrize(("text", "label"), FALL)
def test_what_leaves_out_a_part_that_it_needs_does_not_stand_alone(text: str, label: str) -> None:
    assert not stands(text, label)


def test_what_a_relative_clause_tells_is_whole_wherever_its_noun_stands() -> None:
    text = "The tugs were hit by a storm that broke the market hall on Thursday."
    found = article("post", "2024-06-12", text)
    grammar = Grammar(found.words)
    start, tie = text.find("a storm"), text.find("that")
    skipped = frozenset(grammar.within(Span(tie, tie + len("that"))))
    cut = Cut(grammar, text, grammar.within(Span(start, len(text) - 1)), skipped)
    assert not is_broken(cut, "a storm broke the market hall on Thursday")
