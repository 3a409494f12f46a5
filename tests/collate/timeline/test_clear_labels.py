"""A label begins with what it tells, is a clause where it can be one, and says whom "the two" means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.collate.timeline import happenings_of
from generator.collate.timeline.dating import When
from generator.collate.timeline.label_choices import choices_of, printed
from generator.collate.timeline.labels import Label, label_of
from generator.collate.timeline.mentions.grammar import grammars_of
from generator.collate.timeline.naming import Naming
from generator.collate.timeline.run_together import run_of
from generator.records import Mention, Span, Standing
from tests.collate.timeline.timeline_articles import PEOPLE, article, named_label


def told(text: str, word: str) -> Label:
    """Return the label of what the event word tells, as a reader sees it."""
    found = article("post", "2024-06-12", text, ["Ortiz", "Lund", "Brandt"])
    return named_label(found, word)


@pytest.mark.parametrize(
    ("word", "text", "shown"),
    [
        (
            "founded",
            "Lind Ferries, founded by Brandt on Monday, owns no boat.",
            "Lind Ferries [was] founded by Brandt on Monday",
        ),
        (
            "sent",
            "Ortiz reads a letter recently sent by Brandt on Monday.",
            "a letter [was] recently sent by Brandt on Monday",
        ),
    ],
)
def test_a_noun_with_what_was_done_to_it_is_told_as_a_clause(word: str, text: str, shown: str) -> None:
    label = told(text, word)
    assert (label.shown or label.text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Lund knew Brandt from the ferry. The two sailed for Norland on Monday.",
            "The two [Eva Lund and Karl Brandt] sailed for Norland on Monday",
        ),
        (
            "Lund and Brandt left the town hall. They sailed for Norland on Monday.",
            "They [Eva Lund and Karl Brandt] sailed for Norland on Monday",
        ),
        # Nobody is named where others may be meant.
        ("Lund, Ortiz and Brandt left the hall. The two sailed for Norland on Monday.", ""),
        ("Lund and Brandt met two guards. The two sailed for Norland on Monday.", ""),
        ("Lund and Brandt left the guards behind. They sailed for Norland on Monday.", ""),
        ("Lund wrote to Brandt. They sailed for Norland on Monday.", ""),
    ],
)
def test_two_are_named_where_only_they_can_be_meant(text: str, shown: str) -> None:
    assert told(text, "sailed").shown == shown


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("The pier is safe.Ortiz closed it on Monday.", "Ortiz closed it on Monday."),
        ("“We left the pier.”Ortiz closed it on Monday.Brandt swam.", "Ortiz closed it on Monday."),
        ("Gen.Ortiz of the U.S.Navy closed it on Monday.", "Gen.Ortiz of the U.S.Navy closed it on Monday."),
    ],
)
def test_sentences_that_ran_together_are_told_apart(text: str, run: str) -> None:
    assert run_of(Span(0, len(text)), text.index("closed"), text).of(text) == run


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "But Ortiz closed the harbour museum of Havn on Monday.",
            "Ortiz closed the harbour museum of Havn on Monday",
        ),
        (
            "Ortiz said, a day after Brandt closed the harbour museum of Havn on Monday, that she was well.",
            "Brandt closed the harbour museum of Havn on Monday",
        ),
    ],
)
def test_a_label_tells_its_own_deed_from_its_first_word_on(text: str, label: str) -> None:
    found = told(text, "closed")
    assert (found.shown or found.text).startswith(label)


@pytest.mark.parametrize(
    ("text", "alone"),
    [("Brandt sold the pier to Norland.", True), ("The council has no evidence showing Brandt sold the pier.", False)],
)
def test_what_somebody_looks_for_proof_of_is_told_as_no_fact(text: str, alone: bool) -> None:
    assert told(text, "sold").alone is alone


def test_a_comma_that_led_on_to_what_is_left_out_goes() -> None:
    assert printed(Span(0, 27), (), "It was, she said, “a pity,” and left.") == "It was, she said, “a pity”"


def test_a_paper_that_reports_is_nobody_whom_a_pronoun_may_mean() -> None:
    text = "Brandt has left Norland. The Havn Post reported that he sold the pier on Monday."
    found = article("post", "2024-06-12", text, ["Brandt"])
    paper = Mention(Span(text.index("Havn"), text.index("Post") + 4), "Havn Post", "organisation")
    standing = Standing(gender="m", subject=True)
    mentions = (*(replace(each, standing=standing) for each in found.mentions), paper)
    found = replace(found, mentions=tuple(sorted(mentions, key=lambda each: each.span)))
    group = [m for mentions in happenings_of([found])[0] for m in mentions if m.printed == "sold"]
    articles, grammars = {found.article.id: found}, grammars_of([found])
    label = Naming(articles, grammars, PEOPLE).named(label_of(group, When("2024-06-10", "day"), articles, grammars))
    assert "he [Karl Brandt] sold the pier" in label.shown


def test_a_clause_goes_without_the_next_that_is_said_with_it() -> None:
    text = "Ortiz said that the old ferry sailed on Monday, and that the pilots slept."
    found = article("post", "2024-06-12", text, ["Ortiz"])
    (mention,) = (m for mentions in happenings_of([found])[0] for m in mentions if m.printed == "sailed")
    words = {choice.words(text) for choice in choices_of(mention, found, grammars_of([found])[found.article.id])}
    assert "the old ferry sailed on Monday" in words
    assert not {one for one in words if one.startswith("the old ferry") and "pilots" in one}
