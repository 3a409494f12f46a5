"""Which clauses of two articles are set side by side because all their signs together say that they tell the same."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest

from generator.annotate import annotate
from generator.collate import collate, comparison
from generator.collate.comparison import told_clauses
from generator.collate.comparison.told_clauses import TABLE
from generator.language import Language
from generator.records import Agreement, Digest
from generator.single import raw_article
from generator.weights import weights

HERALD = (
    "The ferry Solveig ran aground off Marstal harbour on Tuesday with 40 passengers aboard.\n\n"
    "Captain Ingrid Lind blamed the pumps. The port authority of Marstal closed the harbour for a night."
)
GAZETTE = (
    "Forty passengers waited for hours after the ferry Solveig hit the rocks at Marstal harbour.\n\n"
    "Divers searched the hull while the port authority kept every other ship away from captain Ingrid Lind."
)


def digest_of(language: Language, *texts: str) -> Digest:
    # Three lines have few signs; and rows of the rules would stand in the place of these.
    with patch.object(told_clauses, "BAR", 0.2), patch.object(comparison, "told_alike", lambda *_: []):
        return collate(
            [annotate(raw_article(text, "2024-06-12", f"paper{at}"), language) for at, text in enumerate(texts)]
        )


def told(digest: Digest) -> list[set[str]]:
    text = {found.article.id: found.article.text for found in digest.articles}

    def words(row: Agreement) -> set[str]:
        return {value.span.of(text[value.article_id]) for value in row.values}

    return [words(row) for row in digest.agreements if row.verdict == "told"]


@pytest.mark.parametrize(
    ("here", "there", "together"),
    [
        (
            "Lind turned down the salvage offer and went on to tow the ferry to the yard at Svendborg.",
            "Captain Ingrid Lind went on to tow the ferry to the Svendborg yard after the storm.",
            True,
        ),
        (
            "Lind towed the ferry to the yard at Svendborg on Monday.",
            "Captain Ingrid Lind did not tow the ferry to the Svendborg yard.",
            False,
        ),
        (
            "Captain Ingrid Lind told the inquiry at the Svendborg yard that the harbour had to be dredged.",
            "Tomas Brandt told the inquiry at the Svendborg yard that the harbour had to be dredged.",
            False,
        ),
        (
            "Captain Ingrid Lind said the Svendborg yard had made progress with the keel of the ferry.",
            "Tomas Brandt said that he saw how the Svendborg yard had made progress with the keel of the ferry.",
            False,
        ),
        (
            "The yard at Svendborg repaired 12 hulls for Captain Ingrid Lind.",
            "The yard at Svendborg repaired 31 hulls for Captain Ingrid Lind.",
            False,
        ),
    ],
)
def test_clauses_are_set_side_by_side_unless_one_denies_counts_or_names_another(
    language: Language, here: str, there: str, together: bool
) -> None:
    rows = told(digest_of(language, HERALD + "\n\n" + here, GAZETTE + "\n\n" + there))
    assert any(all("vendborg" in words for words in row) and len(row) > 1 for row in rows) == together


def test_no_sign_is_a_word_of_a_story() -> None:
    words = {word for sign in weights(TABLE) for word in re.findall(r"[a-z]{3,}", sign.lower())}
    assert len(words) < 120
    assert not words & {"trump", "obama", "president", "police", "court"}


def test_a_copy_is_no_second_teller(language: Language) -> None:
    assert told(digest_of(language, HERALD, HERALD)) == []
