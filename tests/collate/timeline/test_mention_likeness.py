"""What keeps two mentions apart, whatever their sentences share."""

from __future__ import annotations

import pytest

from generator.collate.timeline.likeness import MentionLikeness
from generator.collate.timeline.mentions.find import event_mentions_of
from tests.collate.timeline.timeline_articles import article


def likeness(word: str, left: str, other: str, right: str) -> float:
    told = [
        mention
        for name, text in (("herald", left), ("post", right))
        for mention in event_mentions_of(article(name, "2024-06-11", text, ("Ito", "Dahl")))
    ]
    at = {(mention.article_id, mention.printed): number for number, mention in enumerate(told)}
    return MentionLikeness(told).of(at["herald", word], at["post", other])


@pytest.mark.parametrize(
    ("word", "left", "other", "right"),
    [
        ("charged", "Ito was charged over the lost ferry.", "charged", "Dahl was charged over the lost ferry."),
        ("charges", "Ito was indicted on charges of fraud.", "charges", "Dahl was indicted on charges of fraud."),
        ("told", "Ito told reporters about the ferry.", "told", "Dahl told reporters about the ferry."),
        ("tweeted", "Ito tweeted about the ferry.", "tweeted", "Dahl tweeted about the ferry."),
        ("won", "Ito won the race to the ferry.", "won", "Dahl won praise for the race to the ferry."),
        ("beat", "Ito beat Dahl in the race to Havn.", "won", "Dahl won the race to Tolm."),
    ],
)
def test_what_two_suffer_or_tell_is_two(word: str, left: str, other: str, right: str) -> None:
    assert likeness(word, left, other, right) == 0


@pytest.mark.parametrize(
    ("word", "left", "other", "right"),
    [
        ("met", "Ito met Dahl aboard the ferry.", "met", "Dahl met Ito aboard the ferry."),
        ("charged", "Ito was charged over the lost ferry.", "charged", "Ito was charged over the lost ferry."),
        ("wrote", "Ito wrote about the lost ferry.", "wrote", "The captain wrote about the lost ferry."),
        ("charged", "Ito was charged over the ferry.", "charged", "A captain was charged over the ferry."),
        ("signed", "Ito signed the lease with Dahl.", "signed", "Dahl signed the lease of the ferry."),
    ],
)
def test_what_two_do_to_each_other_or_one_suffers_may_be_one(word: str, left: str, other: str, right: str) -> None:
    assert likeness(word, left, other, right) > 0
