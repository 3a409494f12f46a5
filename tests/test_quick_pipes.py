"""The parts of the language model that are made quick say what they said before."""

from __future__ import annotations

import importlib
from typing import Any

import pytest
import spacy

from generator import quick_pipes
from generator.language import SpacyLanguage
from generator.quick_pipes import quicken
from generator.records import Digest

TEXTS = [
    "The farmers weren't told that there's no hay left, so they're riding home. Y'all should've seen it!",
    "It ain't so; ain't it? I'm gonna say what I got to say and I gotta go. C'm on, let's go, she gets us.",
    "Give it to me, he said to her: you do know what I did, and who'd have had it done by then?\n \nDo I? I do.",
    "  Mice, geese and oxen were the worst-kept secrets of Havn's bakeries , which bakers' wives better forget.",
    "THE COUNCIL VOTED 12-3 ON MAY 4. There are two that were, for once, there. That's his; this one is hers.",
]


def told(doc: Any) -> list[tuple[str, ...]]:
    """Return all that the model says of words."""
    return [
        (word.text, word.lemma_, word.pos_, word.tag_, word.dep_, str(word.morph), word.ent_type_, word.ent_iob_)
        for word in doc
    ]


@pytest.fixture(scope="module")
def plain() -> Any:
    """Give the model as it is."""
    return importlib.import_module(SpacyLanguage.load().model).load()


@pytest.fixture(scope="module")
def quick() -> Any:
    """Give the model that is made quick."""
    nlp = importlib.import_module(SpacyLanguage.load().model).load(exclude=["senter"])
    quicken(nlp)
    return nlp


def test_words_are_told_as_before_when_they_are_new_and_when_they_are_known(plain: Any, quick: Any) -> None:
    for text in (*TEXTS, *(text.swapcase() for text in TEXTS), *TEXTS):
        assert told(quick(text)) == told(plain(text))


def test_the_seeds_are_told_as_before(plain: Any, quick: Any, seeds_digest: Digest) -> None:
    texts = [found.article.text for found in seeds_digest.articles]
    for doc, before in zip(quick.pipe(texts), plain.pipe(texts), strict=True):
        assert told(doc) == told(before)


def test_kinds_of_words_are_forgotten_before_they_are_too_many(
    plain: Any, quick: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quick_pipes, "KEPT", 3)
    for text in TEXTS:
        assert told(quick(text)) == told(plain(text))


def test_rules_that_look_at_more_are_left_as_they_are() -> None:
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"IS_TITLE": True}]], {"POS": "PROPN"})
    quicken(nlp)
    assert "match" not in vars(ruler)
    assert [word.pos_ for word in nlp("Brandt opened mills")] == ["PROPN", "", ""]


def test_a_pipeline_without_these_parts_stays() -> None:
    nlp = spacy.blank("en")
    quicken(nlp)
    assert [word.text for word in nlp("Rain fell.")] == ["Rain", "fell", "."]
