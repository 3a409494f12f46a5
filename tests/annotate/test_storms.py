"""Texts made to stall the annotation of an article: each is done in time near to linear."""

from __future__ import annotations

import time

import pytest

from generator.annotate import annotate
from generator.clean import clean_folder
from generator.language import SpacyLanguage
from generator.read.tidy import tidied
from generator.records import RawArticle

SECONDS = 10  # of CPU time; what is quadratic takes minutes

STORMS = {
    "marks without a space": "\"'“‘«„”’»" * 3_000,
    "marks and letters": "a“b”'c\"" * 4_000,
    "brackets": "[](" * 20_000,
    "quotations in one paragraph": "“Yes,” he said. " * 4_000,
    "opened and never closed": "“word " * 10_000,
    "digits": "1/" * 30_000,
}


@pytest.mark.parametrize("name", STORMS)
def test_a_storm_is_annotated_in_time(name: str, language: SpacyLanguage) -> None:
    language.parse(["The model is loaded."])
    started = time.process_time()
    for article in clean_folder([tidied(RawArticle("storm.txt", "0" * 64, STORMS[name]))]):
        annotate(article, language)
    assert time.process_time() - started < SECONDS


def test_words_after_an_endless_run_keep_their_places(language: SpacyLanguage) -> None:
    text = "«" * 300 + " Ann Smith spoke."
    tokens = language.parse([text])[0]
    assert [text[token.start : token.end] for token in tokens[-4:]] == ["Ann", "Smith", "spoke", "."]
