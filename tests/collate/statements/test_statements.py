"""Which quotations are one statement: the cases of `statements.md`, and what must hold for any input."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.collate.statements import join_statements
from generator.overrides.statements import StatedBonds
from generator.records import AnnotatedArticle, Statement
from tests.cases import Case, cases
from tests.collate.press import article, articles_of, told


@pytest.mark.parametrize("case", cases(Path(__file__).with_name("statements.md")))
def test_joined(case: Case) -> None:
    articles = articles_of(case)
    statements = join_statements(articles, ())
    assert sorted(told(one, articles) for one in statements if len(one.readings) > 1) == sorted(case.expected)


SENTENCES = [
    "The ferry will sail again before the summer holidays.",
    "The ferry will sail again before the holidays.",
    "We have repaired the harbour wall and the ferry will sail again before the summer holidays.",
    "The reservoir is dangerously low and nobody should expect rain.",
    "Nobody should expect rain.",
    "dangerously low",
    "the harbour wall",
    "I went there. I saw it. The gates were open.",
    "I saw it. The gates were open.",
    "The gates were not open.",
]
SPEAKERS = ["Mayor Okafor", "Dr Lind", "-"]
paragraphs = st.tuples(
    st.sampled_from(SPEAKERS), st.sampled_from(SENTENCES).map(lambda words: f'"{words}" it was said.')
)
folders = st.lists(st.lists(paragraphs, min_size=1, max_size=4), min_size=1, max_size=5).map(
    lambda told: [article(f"a{number}", paragraphs) for number, paragraphs in enumerate(told)]
)


def readings(statement: Statement) -> frozenset[str]:
    return frozenset(reading.id for reading in statement.readings)


@settings(max_examples=60)
@given(folders, st.randoms())
def test_order_of_articles_changes_nothing(folder: list[AnnotatedArticle], random: object) -> None:
    shuffled = list(folder)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert join_statements(shuffled, ()) == join_statements(folder, ())


@settings(max_examples=60)
@given(folders)
def test_one_more_article_splits_no_statement_and_kills_no_link(folder: list[AnnotatedArticle]) -> None:
    before, after = join_statements(folder[:-1], ()), join_statements(folder, ())
    for statement in before:
        assert any(readings(statement) <= readings(later) for later in after)
    assert {one.id for one in before} <= {link for later in after for link in readings(later)}


@settings(max_examples=60)
@given(folders)
def test_every_quote_is_read_and_no_place_twice_in_a_statement(folder: list[AnnotatedArticle]) -> None:
    statements = join_statements(folder, ())
    for statement in statements:
        places = [(reading.article_id, reading.span) for reading in statement.readings]
        assert not [
            (a, b) for at, a in enumerate(places) for b in places[at + 1 :] if a[0] == b[0] and a[1].overlaps(b[1])
        ]
        assert statement.id in readings(statement)
    assert len({one.id for one in statements}) == len(statements)
    read = {reading.quote_id for one in statements for reading in one.readings}
    assert read == {quote.id for found in folder for quote in found.quotes}


LONG = (
    "Engineers warn of every harbour that dredging companies, surveyors and lighthouse keepers and their neighbours "
    "ever dreamt of in the ballroom above the lottery"
)


def test_a_part_that_an_editor_joins_with_longer_words_gives_its_name_to_none_of_two_statements() -> None:
    mayor = "Mayor Okafor"
    folder = [
        article(
            "a0", [(mayor, '"Whatever it takes, we shall rebuild the northern pier before winter comes," she said.')]
        ),
        article("a1", [(mayor, '"Shopkeepers asked me to rebuild the northern pier before winter comes," she said.')]),
        article("a2", [(mayor, 'She wants to "rebuild the northern pier before winter comes".')]),
        article("a3", [(mayor, f'"{LONG}," she said.')]),
    ]
    part, longer = ((found.article.id, found.quotes[0].inner) for found in folder[2:])
    statements = join_statements(folder, (), StatedBonds(same=((part, longer, "overrides.yml:3"),)))
    shared = [{reading.article_id for reading in one.readings} for one in statements]
    assert sorted(map(sorted, shared)) == [["a0", "a2", "a3"], ["a1", "a2", "a3"]]
    assert len({one.id for one in statements}) == 2
