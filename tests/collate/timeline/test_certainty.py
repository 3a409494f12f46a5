"""Which sentences under an entry surely tell it."""

from __future__ import annotations

from generator.collate.timeline.certainty import Certainty
from generator.collate.timeline.likeness import MentionLikeness
from generator.collate.timeline.mentions.find import event_mentions_of
from generator.collate.timeline.repeats import LabelRarity
from tests.collate.timeline.timeline_articles import article

TOLD = (
    "The council closed the pier of Havn on Monday. The pier was closed after a plank broke. "
    "Elsewhere a baker closed for want of flour. On Monday a school closed too."
)


def test_a_sentence_is_sure_that_shares_the_label_or_has_a_day_of_its_own() -> None:
    found = article("herald", "2024-06-12", TOLD)
    entry = [mention for mention in event_mentions_of(found) if mention.printed == "closed"]
    sentences = {("herald", n): each.span.of(found.article.text) for n, each in enumerate(found.sentences)}
    sure = Certainty(MentionLikeness(entry), LabelRarity([found])).sure(
        entry, "The council closed the pier of Havn on Monday", sentences
    )
    assert sorted(number for _, number in sure) == [0, 1, 3]


def test_what_was_sure_of_an_entry_stays_so_when_another_becomes_one_with_it() -> None:
    text = "Ito told reporters of the pier. Ito told journalists of the lamps. Ito said on Monday that fares fall."
    found = article("herald", "2024-06-12", text, ("Ito",))
    told = [mention for mention in event_mentions_of(found) if mention.printed in ("told", "said")]
    parts = [(told[:2], "Ito told reporters of the pier"), (told[2:], "Ito said on Monday that fares fall")]
    sentences = {("herald", n): each.span.of(found.article.text) for n, each in enumerate(found.sentences)}
    sure = Certainty(MentionLikeness(told), LabelRarity([found])).sure_in(parts, sentences)
    assert sorted(number for _, number in sure) == [0, 1, 2]


def test_a_sentence_that_shares_the_event_word_alone_or_denies_it_is_not_sure() -> None:
    text = (
        "The port released a list of tugs on Monday. A baker released a dove. "
        "The list of the tugs was not released by anybody."
    )
    found = article("herald", "2024-06-12", text)
    entry = [mention for mention in event_mentions_of(found) if mention.printed == "released"]
    sentences = {("herald", n): each.span.of(found.article.text) for n, each in enumerate(found.sentences)}
    sure = Certainty(MentionLikeness(entry), LabelRarity([found])).sure(
        entry, "The port released a list of tugs on Monday", sentences
    )
    assert sorted(number for _, number in sure) == [0]
