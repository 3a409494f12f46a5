"""Which values are of one thing, and which say the same: the cases of `same_value.md`, on each side of every bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.collate.comparison.same_value import compatible, sureness
from generator.collate.comparison.sentences import Corpus, corpus_of
from generator.collate.comparison.values import Value, values_of
from generator.records import ArticleId
from tests.cases import Case, cases
from tests.collate.press import article

GAZETTE, HERALD = ArticleId("gazette"), ArticleId("herald")


def folder(sentences: Sequence[str]) -> tuple[Value, Value, Corpus]:
    """Return the first value of each sentence, with the corpus of two articles that tell much the same."""
    told = zip((GAZETTE, HERALD), sentences, strict=True)
    corpus = corpus_of([article(name, [(None, sentence)]) for name, sentence in told], ())
    one, other = (next(values_of(sentence)) for (sentence,) in corpus.sentences)
    return one, other, replace(corpus, close=frozenset({(GAZETTE, HERALD)}))


def shown(sure: float | None) -> str:
    return "not sure" if sure is None else f"{sure:.1f}"


@pytest.mark.parametrize("case", cases(Path(__file__).with_name("same_value.md")))
def test_two_values(case: Case) -> None:
    one, other, corpus = folder(case.quoted)
    for left, right in ((one, other), (other, one)):
        several, only = (shown(sureness(left, right, only, corpus)) for only in (False, True))
        says = "the same" if compatible(left, right) else "another"
        assert [f"one of several | {several}", f"the only one | {only}", f"says | {says}"] == case.expected


@pytest.mark.parametrize(
    "when",
    [
        *("20 years ago", "20 years earlier", "20 years later", "for 20 years", "within 20 years", "over 20 years"),
        *("every 20 years", "for the next 20 years", "in the last 20 years"),
    ],
)
def test_a_time_that_tells_when_or_how_often_takes_much_in_common(when: str) -> None:
    little = folder([f"The chapel burned {when}.", f"Monks rebuilt the chapel {when}."])
    assert sureness(*little[:2], False, little[2]) is None
    much = folder([f"The chapel by the orchard burned {when}.", f"A chapel in the orchard burned {when}."])
    assert sureness(*much[:2], False, much[2]) == 43.0


def test_what_lasts_or_is_the_first_for_long_takes_little_in_common() -> None:
    one, other, corpus = folder(
        ["It was the first chapel in 20 years.", "The order's first chapel in 20 years opened."]
    )
    assert sureness(one, other, False, corpus) == 20.0


def test_the_only_one_of_its_thing_is_one_thing_only_in_articles_that_tell_much_the_same() -> None:
    one, other, corpus = folder(["Thieves took 10 horses.", "She painted 10 horses."])
    assert sureness(one, other, True, corpus) == 10.0
    assert sureness(one, other, True, replace(corpus, close=frozenset())) is None
