"""Headlines that ran into the first sentence of their text."""

from __future__ import annotations

import pytest

from generator.clean import clean
from generator.records import Metadata, RawArticle, Stated

MORE = "Nobody was hurt, the harbour board said, and barges went round by Karlsund until the evening."


@pytest.mark.parametrize(
    ("headline", "sentence"),
    [
        (
            "Broken hinge shuts old lock",
            "The gate of the lock at Sele was shut on Monday after a hinge of the old lock had broken.",
        ),
        (
            "Harbour vigil ends in anger",
            "Anger broke out again in Port Hale late on Monday when police cleared the quay.",
        ),
        (
            "Sele lock shut by broken gate",
            "Skippers waited for hours at the lock of Sele on Monday, shut by a broken gate.",
        ),
    ],
)
def test_a_headline_run_into_the_first_sentence_is_parted_from_it(headline: str, sentence: str) -> None:
    article = clean(RawArticle("a.txt", "", f"{headline} {sentence}\n\n{MORE}"))
    assert article.metadata.title is not None
    assert article.metadata.title.value == headline
    assert [span.of(article.text) for span in article.paragraphs] == [sentence, MORE]


@pytest.mark.parametrize(
    "sentence",
    [
        "The keeper of the lock told Ann Marlow of the museum that the keeper before her had told the museum so too.",
        "Skippers waiting at the lock of Sele on Monday heard that the lock was shut by the skippers before them.",
        "Police in the town of Port Hale said that The Hale Messenger had been told of it by police in the town.",
    ],
)
def test_a_whole_sentence_is_parted_nowhere(sentence: str) -> None:
    article = clean(RawArticle("a.txt", "", f"{sentence}\n\n{MORE}"))
    assert [span.of(article.text) for span in article.paragraphs] == [sentence, MORE]


def test_a_text_with_a_title_of_its_own_is_parted_nowhere() -> None:
    text = f"Broken hinge shuts old lock The gate of the old lock at Sele was shut after a hinge had broken.\n\n{MORE}"
    title = Metadata(title=Stated("Nine hours at the lock", "front-matter"))
    assert clean(RawArticle("a.txt", "", text, "scrape", title)).text == text
