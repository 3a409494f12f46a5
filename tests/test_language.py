"""What the model's words are given besides what the model says of them."""

from __future__ import annotations

import subprocess
import sys

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


WITHOUT_COMMANDS = """
import sys
from generator.language import SpacyLanguage
assert SpacyLanguage.load().parse(["The mayor visited the mill."])[0][1].text == "mayor"
assert not {"spacy.cli", "httpx", "requests"} & sys.modules.keys()
import spacy
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
import spacy.cli
assert callable(spacy.cli.download)
"""


def test_the_model_is_loaded_without_the_commands_of_spacy_and_they_are_there_for_who_wants_them() -> None:
    subprocess.run([sys.executable, "-c", WITHOUT_COMMANDS], check=True)


def test_commands_that_are_there_already_are_left_alone() -> None:
    code = "import spacy.cli\nfrom generator.language import SpacyLanguage\nSpacyLanguage.load().parse(['Rain fell.'])"
    check = "import sys; assert spacy.info is spacy.cli.info and spacy.info.__module__ == 'spacy.cli.info'"
    subprocess.run([sys.executable, "-c", f"{code}\n{check}"], check=True)


def test_a_rank_written_short_ends_no_sentence(language: SpacyLanguage) -> None:
    (tokens,) = language.parse(["The mill was shut, said Sgt. Nora Lind of the guards."])
    assert [token.text for token in tokens if token.dep == "ROOT"] == ["said"]
    assert "Sgt." in [token.text for token in tokens]
