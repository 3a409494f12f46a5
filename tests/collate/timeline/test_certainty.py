"""Which sentences under an entry surely tell what its label tells."""

from __future__ import annotations

from collections.abc import Mapping

from generator.collate.timeline.certainty import Certainty
from generator.collate.timeline.dating import When
from generator.collate.timeline.labels import label_of
from generator.collate.timeline.likeness import MentionLikeness
from generator.collate.timeline.mentions.find import event_mentions_of
from generator.collate.timeline.mentions.grammar import grammars_of
from generator.collate.timeline.repeats import LabelRarity
from tests.collate.timeline.timeline_articles import article


def told(texts: Mapping[str, str], *words: str) -> tuple[str, list[str]]:
    """Return the label of an entry of all mentions by these words, and the sentences that are sure to tell it."""
    articles = {name: article(name, "2024-06-12", text, ("Ortiz", "Brandt")) for name, text in texts.items()}
    found = list(articles.values())
    entry = [mention for each in found for mention in event_mentions_of(each) if mention.printed in words]
    likeness = MentionLikeness(entry)
    label = label_of(entry, When("2024-06-10", "day"), articles, grammars_of(found), likeness)
    sentences = {
        (each.article.id, number): sentence.span.of(each.article.text)
        for each in found
        for number, sentence in enumerate(each.sentences)
    }
    sure = Certainty(likeness, LabelRarity(found)).sure(entry, label, sentences)
    return label.text, [sentences[place] for place in sorted(sure)]


def test_a_sentence_is_sure_that_tells_the_deed_of_the_label_in_whatever_words() -> None:
    label, sure = told(
        {
            "echo": "The old pier of Havn was closed by the council on Monday.",
            "herald": "The council of Havn closed the old pier on Monday. A baker closed for want of flour.",
            "post": "The council closed the old pier of Havn on Monday after a plank broke.",
        },
        "closed",
    )
    assert label == "The council of Havn closed the old pier on Monday"
    assert sure == [
        "The old pier of Havn was closed by the council on Monday.",
        "The council of Havn closed the old pier on Monday.",
        "The council closed the old pier of Havn on Monday after a plank broke.",
    ]


def test_a_sentence_that_shares_the_event_word_alone_or_tells_of_another_or_denies_it_is_not_sure() -> None:
    label, sure = told(
        {
            "echo": "Karl Brandt opened a bakery in Norland on Sunday. Rosa Ortiz did not open the museum.",
            "herald": "Rosa Ortiz opened the new harbour museum in Havn on Monday.",
            "post": "Rosa Ortiz opened the harbour museum on Monday, cheered by a crowd. Brandt opened a letter.",
        },
        "opened",
        "open",
    )
    assert label == "Rosa Ortiz opened the new harbour museum in Havn on Monday"
    assert sure == [
        "Rosa Ortiz opened the new harbour museum in Havn on Monday.",
        "Rosa Ortiz opened the harbour museum on Monday, cheered by a crowd.",
    ]
