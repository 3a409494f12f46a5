"""The matrix of who carries what."""

from __future__ import annotations

from generator.collate.coverage import coverage_of
from generator.collate.statements import join_statements
from generator.collate.syndication import text_groups
from generator.records import ArticleId, Digest, Event, EventId, Evidence, PublicationDay, Span
from tests.collate.press import article

FERRY = "The ferry will sail again before the summer holidays"


def digest() -> Digest:
    folder = (
        article("gazette", [("Okafor", f'"{FERRY}, but only if the harbour wall holds," she said.')]),
        article("herald", [("Okafor", f'"{FERRY}," said Okafor.'), ("Okafor", '"I love boats."')]),
        article("tribune", [("Okafor", f'"{FERRY}, but only if the harbor wall does hold," she said.')]),
    )
    event = Event(
        EventId("e"), "2023-06-19", None, "day", "", "The ferry stopped", (Evidence(ArticleId("herald"), Span(0, 9)),)
    )
    return Digest(
        folder,
        tuple(PublicationDay(None, "none", "") for _ in folder),
        statements=join_statements(folder, ()),
        events=(event,),
        text_groups=text_groups(folder),
    )


def test_what_several_carry_stands_first_and_statements_before_events() -> None:
    rows = coverage_of(digest()).rows
    assert [(row.kind, row.carried, row.texts) for row in rows] == [
        ("statement", 3, 1),  # three articles that hold little else than one quotation share their text
        ("statement", 1, 1),
        ("event", 1, 1),
    ]


def test_each_cell_says_how_an_article_carries_it_and_where() -> None:
    matrix = coverage_of(digest())
    assert matrix.articles == ("gazette", "herald", "tribune")
    first = matrix.rows[0]
    assert {cell.article_id: cell.state for cell in first.cells} == {
        "gazette": "varies",
        "herald": "part",
        "tribune": "full",
    }
    assert all((cell.span is None) == (cell.state == "none") for row in matrix.rows for cell in row.cells)
