"""What the model's words are given besides what the model says of them."""

from __future__ import annotations

import pytest

from generator.language import SpacyLanguage


@pytest.mark.parametrize(
    ("sentence", "word", "base"),
    [
        ("The farmers hoped for rain.", "hoped", "hope"),
        ("The choir staged an opera.", "staged", "stage"),
        ("The trial is slated for May.", "slated", "slate"),
        ("They are riding home.", "riding", "ride"),
        ("She rated the soup.", "rated", "rate"),
        ("The hare hopped away.", "hopped", "hop"),
        ("The choir planned an opera.", "planned", "plan"),
        ("They were rubbing their eyes.", "rubbing", "rub"),
        ("The mayor visited the mill.", "visited", "visit"),
        ("The smith fixed the bell.", "fixed", "fix"),
        ("The rain soaked the hay.", "soaked", "soak"),
        ("The bakers opened early.", "opened", "open"),
        ("Rats ate the hay.", "Rats", "rat"),
    ],
)
def test_a_verb_of_one_syllable_that_doubles_nothing_ends_in_e(
    sentence: str, word: str, base: str, language: SpacyLanguage
) -> None:
    (tokens,) = language.parse([sentence])
    assert [token.lemma for token in tokens if token.text == word] == [base]
