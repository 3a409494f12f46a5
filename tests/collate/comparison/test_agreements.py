"""Where articles agree and differ: the cases of `agreements.md`, and what must hold for any input."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.collate.comparison import find_agreements
from generator.collate.comparison.same_value import compatible
from generator.collate.comparison.sentences import sentences_of
from generator.collate.comparison.values import Value, values_of
from generator.collate.statements import join_statements
from generator.records import Agreement, AnnotatedArticle
from tests.cases import Case, cases
from tests.collate.press import article, articles_of


def agreements(articles: list[AnnotatedArticle]) -> tuple[Agreement, ...]:
    return find_agreements(articles, (), (), join_statements(articles, ()), ())


def told(agreement: Agreement, articles: list[AnnotatedArticle]) -> str:
    """Return an agreement as the case file writes it; "~" stands before a hedged value."""
    texts = {found.article.id: found.article.text for found in articles}
    values = [f"{v.article_id}: {'~' if v.hedged else ''}{v.span.of(texts[v.article_id])}" for v in agreement.values]
    return " | ".join([agreement.kind, agreement.verdict, agreement.about, *values])


@pytest.mark.parametrize("case", cases(Path(__file__).with_name("agreements.md")))
def test_compared(case: Case) -> None:
    articles = articles_of(case)
    assert [told(one, articles) for one in agreements(articles)] == case.expected


PARAGRAPHS = [
    (None, "A fire at the Halden paper mill in Brevik killed four workers and injured 11 people on Tuesday."),
    (None, "At least five workers died in the blaze at the Halden paper mill in Brevik, fire chief Anders Holt said."),
    (
        None,
        "The Halden paper mill, which employs 640 people, was fined for blocked exits, fire chief Andres Holt said.",
    ),
    ("Anders Holt", '"The solvents should never have been stored beside the exits," Holt told reporters in Brevik.'),
    ("Anders Holt", '"The solvents should have been stored beside the exits," Holt told reporters in Brevik.'),
    (None, "The owner did not close the mill. About 100 firefighters fought the flames for nine hours."),
    (None, "The owner closed the mill after the fire. More than 90 firefighters fought the flames."),
]
folders = st.lists(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=5), min_size=2, max_size=4).map(
    lambda told: [article(f"a{number}", paragraphs) for number, paragraphs in enumerate(told)]
)


@settings(max_examples=50)
@given(folders, st.randoms())
def test_order_of_articles_changes_nothing(folder: list[AnnotatedArticle], random: object) -> None:
    shuffled = list(folder)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert agreements(shuffled) == agreements(folder)


@settings(max_examples=50)
@given(folders)
def test_every_agreement_has_two_articles_and_words_of_theirs(folder: list[AnnotatedArticle]) -> None:
    texts = {found.article.id: found.article.text for found in folder}
    found = agreements(folder)
    for one in found:
        assert len({value.article_id for value in one.values}) > 1
        assert all(value.span.of(texts[value.article_id]).strip() for value in one.values)
        assert one.about.rstrip("…")
    assert len({one.id for one in found}) == len(found)


def value_of(sentence: str, name: str) -> Value:
    (sentence,) = sentences_of(article(name, [(None, sentence)]))
    return next(iter(values_of(sentence)))


def test_one_measure_in_two_units_is_no_difference() -> None:
    miles, kilometres, other = (
        value_of("The suspect drove 30 miles north of the town before police stopped the silver van.", "wire"),
        value_of("The suspect drove 48km north of the town before police stopped the silver van.", "daily"),
        value_of("The suspect drove 55km north of the town before police stopped the silver van.", "post"),
    )
    assert compatible(miles, kilometres)
    assert not compatible(miles, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("100 kilometres", "101 km", False),
        ("100 kilometres", "101 kilometres", False),
        ("100 kilometres", "100 km", True),
        ("100 kilometres", "62 miles", True),
    ],
)
def test_two_spellings_of_a_unit_are_one_unit_and_no_conversion(one: str, other: str, same: bool) -> None:
    left, right = (value_of(f"The pipeline stretches for {told} of coast.", told) for told in (one, other))
    assert compatible(left, right) is same
