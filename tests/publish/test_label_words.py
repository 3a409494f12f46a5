"""Where the words of a label stand in its sources, and what of it no source has."""

from __future__ import annotations

import pytest

from generator.publish.excerpts import holds_label
from generator.publish.label_words import without_names


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("She [Rosa Ortiz] sailed for Norland", "She sailed for Norland"),
        ("His [Karl Brandt's] ferry burned", "His ferry burned"),
        ("Rosa Ortiz sailed for Norland", "Rosa Ortiz sailed for Norland"),
    ],
)
def test_the_names_in_brackets_are_no_words_of_a_source(label: str, words: str) -> None:
    assert without_names(label) == words


def test_a_sentence_holds_a_label_with_a_name_in_brackets() -> None:
    assert holds_label("On Monday, she sailed for Norland.", "she [Rosa Ortiz] sailed for Norland")
    assert not holds_label("On Monday, he sailed for Norland.", "she [Rosa Ortiz] sailed for Norland")
