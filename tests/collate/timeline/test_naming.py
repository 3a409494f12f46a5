"""Behind the "he" or "she" of a label stands whom it means, where nobody else can be meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

import pytest

from generator.collate.timeline.labels import Label
from generator.collate.timeline.naming import Naming
from generator.records import AnnotatedArticle, Span
from tests.collate.timeline.timeline_articles import article, named_label

GENDERS: Mapping[str, Literal["", "m", "f"]] = {"Ortiz": "f", "Lund": "f", "Brandt": "m"}


def named(text: str, word: str) -> Label:
    """Return the label of what the event word tells, with whom it means."""
    found = article("post", "2024-06-12", text, GENDERS)
    mentions = tuple(
        replace(each, standing=replace(each.standing, gender=GENDERS[each.name], subject=True))
        for each in found.mentions
    )
    found = replace(found, mentions=mentions)
    return named_label(found, word)


@pytest.mark.parametrize(
    ("word", "text", "shown"),
    [
        (
            "sailed",
            "Ortiz has left the town hall of Havn. She sailed for Norland on Monday.",
            "She [Rosa Ortiz] sailed for Norland on Monday",
        ),
        (
            "burned",
            "Brandt is looking for a new boat. His old ferry burned in the harbour on Monday.",
            "His [Karl Brandt's] old ferry burned in the harbour on Monday",
        ),
        (
            "sailed",
            "Ortiz thanked Brandt for the boat. She sailed for Norland on Monday.",
            "She [Rosa Ortiz] sailed for Norland on Monday",
        ),
        (
            "sailed",
            "Lund had sold the pier. Ortiz has left the town hall of Havn. She sailed for Norland on Monday.",
            "She [Rosa Ortiz] sailed for Norland on Monday",
        ),
        (
            "closed",
            "Nobody works in Lind County any more. The county closed its offices on Monday.",
            "The county [Lind County] closed its offices on Monday",
        ),
        (
            "sailed",
            "Lund met Brandt in Havn. The fate of Rosa Ortiz is open. She sailed for Norland on Monday.",
            "She [Rosa Ortiz] sailed for Norland on Monday",
        ),
        (
            "sailed",
            "Lund had sold the pier. The fate of Rosa Ortiz is open. She was ill in Havn when she sailed on Monday.",
            "she [Rosa Ortiz] sailed on Monday",
        ),
        (
            "closed",
            "Nobody trusts the Ports and Ferries Board. The board closed its offices on Monday.",
            "The board [Ports and Ferries Board] closed its offices on Monday",
        ),
        (
            "said",
            "Ortiz thanked the town. Ortiz said on Monday that the pier “belongs to all of us. We keep it.”",
            "Ortiz said on Monday that the pier “belongs to all of us”",
        ),
    ],
)
def test_a_pronoun_has_behind_it_whom_it_means(word: str, text: str, shown: str) -> None:
    label = named(text, word)
    assert label.shown == shown
    assert " [" not in label.text


def test_a_label_that_says_whom_it_means_is_clearer() -> None:
    text = "{} has left the town hall of Havn. She sailed for Norland on Monday."
    assert named(text.format("Ortiz"), "sailed").fair > named(text.format("Somebody"), "sailed").fair


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("sailed", "Ortiz thanked Lund for the boat. She sailed for Norland on Monday."),
        ("sailed", "Brandt has left the town hall of Havn. She sailed for Norland on Monday."),
        ("resigned", "Ortiz has left the town hall of Havn. The mayor said she resigned on Monday."),
        ("sailed", "Ortiz has left the town hall of Havn. She's sailed for Norland on Monday."),
        ("sailed", "Lund had sold the pier. Ortiz met a guard. She sailed for Norland on Monday."),
        ("closed", "Lind County and Holm County are poor. The county closed its offices on Monday."),
        ("closed", "Nobody trusts Norland and Ferries Board. The board closed its offices on Monday."),
        ("sailed", "Ortiz has left the town hall of Havn. Ortiz and her crew sailed for Norland on Monday."),
    ],
    ids=[
        "two women",
        "a man alone",
        "behind another",
        "no word of its own",
        "a guard",
        "two counties",
        "named there",
        "part of a name",
    ],
)
def test_nobody_is_named_where_somebody_else_may_be_meant(word: str, text: str) -> None:
    assert named(text, word).shown == ""


def test_a_long_run_of_pronouns_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told = " ".join(f"She said she had left since she was tired and she knew she had {n} boats." for n in range(20, 60))
    asked: list[int] = []
    suited = Naming._suited

    def counted(naming: Naming, span: Span, pronoun: int, found: AnnotatedArticle) -> set[str]:
        asked.append(pronoun)
        assert len(asked) < 4_000  # three of each of some two hundred pronouns; twenty times that is no single look
        return suited(naming, span, pronoun, found)

    monkeypatch.setattr(Naming, "_suited", counted)
    named(f"Ortiz met Lund in Havn. Ortiz came with Lund. {told} She sailed for Norland on Monday.", "sailed")
    assert asked
