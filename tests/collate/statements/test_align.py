"""Readings side by side: the cases of `align.md`, and that no order of the readings changes the table."""

from __future__ import annotations

from itertools import pairwise, permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.collate.statements import join_statements
from generator.collate.statements.align import Table, align
from generator.collate.statements.passages import passages_of
from generator.records import AnnotatedArticle, Statement
from tests.cases import Case, cases
from tests.collate.press import article, articles_of


def table(statement: Statement, articles: list[AnnotatedArticle]) -> list[str]:
    texts = {found.article.id: found.article.text for found in articles}
    lines = ["readings: " + " | ".join(reading.article_id for reading in statement.readings)]
    for column in statement.columns:
        cells = [
            cell.of(texts[reading.article_id]) if cell else "—"
            for cell, reading in zip(column.cells, statement.readings, strict=True)
        ]
        lines.append(f"{column.kind}: " + " | ".join(cells))
    return [*lines, "flags: " + (", ".join(statement.flags) or "none")]


@pytest.mark.parametrize("case", cases(Path(__file__).with_name("align.md")))
def test_side_by_side(case: Case) -> None:
    articles = articles_of(case)
    (statement,) = join_statements(articles, ())
    assert table(statement, articles) == case.expected


WORDINGS = [
    "I promised that… regular dredging in deep channels is the cheapest means to safely run ferries",
    "Close inspection and regular dredging in deep channels is the cheapest means to safely run ferries",
    "On each tour, I repeat that thorough inspection and regular dredging in the deep channel is the cheapest means "
    "to run ferries with safety",
    "On each crossing, I promised that close inspection and regular dredging in deep channels is the cheapest means to "
    "safely run our ferries",
]


def test_four_wordings_give_one_table_in_all_their_orders() -> None:
    tables = set()
    for order in permutations(range(4)):
        folder = [article(f"a{number}", [("Captain Lind", f"“{WORDINGS[number]},” she said.")]) for number in order]
        (statement,) = join_statements(folder, ())
        tables.add("\n".join(table(statement, folder)))
    assert len(tables) == 1


def test_a_reading_alone_has_no_table() -> None:
    folder = [article("gazette", [("Lowe", "“The brass lamp of Skarvik shines again,” he said.")])]
    assert align(passages_of(folder), {}, 1) == Table((), ("only in one outlet",))


def test_of_what_is_too_long_for_a_sentence_the_first_words_are_aligned() -> None:
    told = " ".join(f"lamp{number}" for number in range(1, 402))
    folder = [article(name, [("Lowe", f"“{name} {told}” is a poem.")]) for name in ("gazette", "herald")]
    texts = {found.article.id: found.article.text for found in folder}
    last = align(passages_of(folder), texts, 1).columns[-1]
    ends = [cell and cell.of(found.article.text) for cell, found in zip(last.cells, folder, strict=True)]
    assert [end and end.rpartition(" ")[2] for end in ends] == ["lamp399", "lamp399"]


words = st.sampled_from(
    ["the", "harbour", "wall,", "was", "not", "never", "in", "1987", "1978", "colour", "color", "didn't", "did", "sand"]
)
readings = st.lists(st.lists(words, min_size=0, max_size=6), min_size=2, max_size=4)


@settings(max_examples=80)
@given(readings)
def test_cells_of_a_reading_stand_in_its_order_and_hold_all_of_its_words(tails: list[list[str]]) -> None:
    core = "The reservoir gates were opened before the hurricane reached the valley and flooded Brevik"
    folder = [
        article(f"a{number}", [("Dr Lind", f'"{" ".join([core, *tail])}" she said.')])
        for number, tail in enumerate(tails)
    ]
    texts = {found.article.id: found.article.text for found in folder}
    for statement in join_statements(folder, ()):
        for number, reading in enumerate(statement.readings if len(statement.readings) > 1 else ()):
            cells = [column.cells[number] for column in statement.columns]
            spans = [cell for cell in cells if cell is not None]
            assert spans == sorted(spans)
            assert all(left.end <= right.start for left, right in pairwise(spans))
            letters = "".join(c for span in spans for c in span.of(texts[reading.article_id]) if c.isalnum())
            assert letters == "".join(c for c in reading.span.of(texts[reading.article_id]) if c.isalnum())
        for column in statement.columns:
            assert len(column.cells) == len(column.kinds) == len(statement.readings)
