"""Which counts that are told of several times stand in one row."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from generator.annotate import annotate
from generator.collate.comparison.measured import Measured
from generator.collate.comparison.same_value import compatible
from generator.collate.comparison.scenes import Account
from generator.collate.comparison.sentences import sentences_of
from generator.collate.comparison.values import values_of
from generator.collate.comparison.values_told import _same_count
from generator.groups import Groups
from generator.language import SpacyLanguage
from generator.single import raw_article


def counted(manner: str) -> Measured:
    value = SimpleNamespace(number=3.0, dimension="count", thing="sailor", manner=manner)
    return cast(Measured, SimpleNamespace(value=value))


def test_which_clause_of_a_count_comes_first_changes_no_row() -> None:
    told = [counted(""), counted("killed"), counted("killed"), counted("")]
    groups = Groups(len(told))
    groups.unite(0, 1)
    groups.unite(2, 3)
    assert _same_count(told, groups) == [[0, 1, 2, 3]]


def test_a_verb_of_two_words_is_a_word_of_its_own(language: SpacyLanguage) -> None:
    account = Account(annotate(raw_article("The balloon took off at dawn.", None, "gazette"), language))
    at = next(at for at in range(len(account.grammar.words)) if account.surface(at) == "took")
    scene = account.scene(at)
    assert scene is not None
    assert "tak+off" in scene.heads


def test_a_hundred_percent_is_no_rounding(language: SpacyLanguage) -> None:
    [all_of_it], [nearly] = (
        list(values_of(sentences_of(annotate(raw_article(text, None, "gazette"), language))[0]))
        for text in ("The clerk counted 100 percent of ballots.", "The clerk counted 96 percent of ballots.")
    )
    assert not compatible(all_of_it, nearly)
