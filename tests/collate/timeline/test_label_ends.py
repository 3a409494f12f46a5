"""A label ends before a word that leads on to what it leaves out, and holds quotations whole."""

from __future__ import annotations

import pytest

from generator.collate.timeline import happenings_of
from generator.collate.timeline.label_choices import choices_of, leads_on
from generator.collate.timeline.mentions.grammar import Grammar
from tests.annotate.test_main_verbs import Parse, words
from tests.collate.timeline.timeline_articles import article

# As a small model parses "sailed for the port after Ito called and she agreed to": the "after" governs nothing.
SAILED: Parse = [
    ("sailed", "VBD", "ROOT", 0), ("for", "IN", "prep", 0), ("the", "DT", "det", 3), ("port", "NN", "pobj", 1),
    ("after", "IN", "prep", 3), ("Ito", "NNP", "nsubj", 6), ("called", "VBD", "conj", 0), ("and", "CC", "cc", 6),
    ("she", "PRP", "nsubj", 9), ("agreed", "VBD", "conj", 6), ("to", "IN", "prep", 9), (".", ".", "punct", 0),
]  # fmt: skip


# As a small model parses "Setting the tone, the gardeners began": both hang on the verb as its subject.
BEGAN: Parse = [
    ("Setting", "VBG", "csubj", 6), ("the", "DT", "det", 2), ("tone", "NN", "dobj", 0), (",", ",", "punct", 6),
    ("the", "DT", "det", 5), ("gardeners", "NNS", "nsubj", 6), ("began", "VBD", "ROOT", 6),
]  # fmt: skip


def test_what_opens_a_sentence_is_not_its_subject() -> None:
    assert Grammar(words(BEGAN)).own_subject(6) == 5


@pytest.mark.parametrize(("word", "leads"), [(1, True), (3, False), (4, True), (6, False), (7, True), (10, False)])
def test_a_word_leads_on_when_what_it_opens_stands_behind_it(word: int, leads: bool) -> None:
    assert leads_on(word, Grammar(words(SAILED))) is leads


def test_of_two_quotations_in_marks_that_look_alike_both_are_whole() -> None:
    text = '"We waited long," Rosa Ortiz told a briefing on Tuesday, and added that "nobody is to blame".'
    found = article("herald", "2024-06-12", text, ["Ortiz"])
    told = [mention for mentions in happenings_of([found])[0] for mention in mentions if mention.printed == "told"]
    labels = [choice.span.of(text) for choice in choices_of(told[0], found, Grammar(found.words))]
    assert any(label.startswith('"We waited') for label in labels)
    assert all(label.count('"') % 2 == 0 and not label.startswith("We waited") for label in labels)
