"""Where articles agree and differ: the cases of `agreements.md`, and what must hold for any input."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.collate.comparison.same_value import compatible
from generator.collate.comparison.sentences import sentences_of
from generator.collate.comparison.values import Value, values_of
from generator.language import SpacyLanguage
from tests.cases import Case, cases
from tests.collate.comparison.compared import digest_of, texts_of, told
from tests.collate.press import article


@pytest.mark.parametrize("case", cases(Path(__file__).with_name("agreements.md")))
def test_compared(case: Case, language: SpacyLanguage) -> None:
    digest = digest_of(texts_of(case), language)
    assert told(digest.agreements, digest.articles) == case.expected


PARAGRAPHS = [
    "A fire at the Halden paper mill in Brevik killed four workers and injured 11 people on Tuesday.",
    "At least five workers died in the blaze at the Halden paper mill in Brevik, fire chief Anders Holt said.",
    "The Halden paper mill, which employs 640 people, was fined for blocked exits, fire chief Andres Holt said.",
    '"The solvents should never have been stored beside the exits," Anders Holt told reporters in Brevik.',
    '"The solvents should have been stored beside the exits," Anders Holt told reporters in Brevik.',
    "The owner did not close the mill. About 100 firefighters fought the flames for nine hours.",
    "The owner closed the mill after the fire. More than 90 firefighters fought the flames.",
]
folders = st.lists(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=5), min_size=2, max_size=4)
LAWS = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@LAWS
@given(folders, st.randoms())
def test_order_of_articles_changes_nothing(language: SpacyLanguage, folder: list[list[str]], random: object) -> None:
    texts = {f"a{number}": "\n\n".join(paragraphs) for number, paragraphs in enumerate(folder)}
    shuffled = list(texts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    other = digest_of({name: texts[name] for name in shuffled}, language)
    assert other.agreements == digest_of(texts, language).agreements


@LAWS
@given(folders)
def test_other_names_for_the_outlets_change_no_finding(language: SpacyLanguage, folder: list[list[str]]) -> None:
    rows = []
    for name in ("a", "zz"):
        texts = {f"{name}{number}": "\n\n".join(paragraphs) for number, paragraphs in enumerate(folder)}
        digest = digest_of(texts, language)
        rows.append([line.replace("zz", "a") for line in told(digest.agreements, digest.articles)])
    assert rows[0] == rows[1]


def test_the_marks_of_a_row_are_those_of_no_outlet_that_happens_to_come_first(language: SpacyLanguage) -> None:
    one = "“He’s seen the mill burn twice and he’s tired of it,” Anders Holt said in Brevik on Tuesday."
    other = "\"He's seen the mill burn twice and he's tired of it,\" said the foreman, Katrin Prat, in Brevik."
    rows = []
    for names in (("a", "b"), ("b", "a")):
        digest = digest_of(dict(zip(names, (one, other), strict=True)), language)
        rows.append((sorted(each.about for each in digest.agreements), [each.text for each in digest.statements]))
    assert rows[0] == rows[1]


@LAWS
@given(folders)
def test_every_agreement_has_two_articles_and_words_of_theirs(language: SpacyLanguage, folder: list[list[str]]) -> None:
    texts = {f"a{number}": "\n\n".join(paragraphs) for number, paragraphs in enumerate(folder)}
    found = digest_of(texts, language).agreements
    for one in found:
        assert len({value.article_id for value in one.values}) > 1
        assert all(value.span.of(texts[value.article_id]).strip() for value in one.values)
        assert one.about.rstrip("…")
        assert bool(one.contrast) == (one.verdict == "differ")
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
        ("some 150 kilometres", "90 miles", True),
    ],
)
def test_two_spellings_of_a_unit_are_one_unit_and_no_conversion(one: str, other: str, same: bool) -> None:
    left, right = (value_of(f"The pipeline stretches for {told} of coast.", told) for told in (one, other))
    assert compatible(left, right) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("$66 billion", "about $66 billion", True),
        ("$449,000", "nearly $449,000", True),
        ("$4.2 million", "$4 million", True),
        ("about $64 million", "roughly $63 million", False),
        ("$840 million", "$850 million", False),
        ("more than $50 million", "more than $54 million", True),
        ("$30.5 million", "at least $31 million", False),
        ("almost $8 million", "at least $8 million", False),
        ("less than $5 million", "$4 million", True),
    ],
)
def test_rounding_and_hedges_of_one_figure_are_no_difference(one: str, other: str, same: bool) -> None:
    left, right = (value_of(f"The bridge over the river cost {told}.", told) for told in (one, other))
    assert compatible(left, right) is same
    assert compatible(right, left) is same


def test_ten_people_are_not_twelve_and_about_a_thousand_may_be_987() -> None:
    ten, twelve, thousand, fewer = (
        value_of(f"Police counted {told} marchers in the square.", told) for told in ("10", "12", "about 1,000", "987")
    )
    assert not compatible(ten, twelve)
    assert compatible(thousand, fewer)
