from __future__ import annotations

from dataclasses import replace

from generator.config import Settings
from generator.publish.edition import Edition
from generator.publish.readings import rows, wording_of_article
from generator.records import Column, Digest, PublicationDay, Reading, Span, Statement, StatementId, VariantKind
from tests.articles import article
from tests.publish.pages import texts

FULL, OTHER = "We stress that direct talks are best", "I stress direct dialogue <are> best"
UNKNOWN = PublicationDay(None, "none", "not stated")


def word(text: str, token: str) -> Span:
    start = text.index(token)
    return Span(start, start + len(token))


def made() -> tuple[Edition, Statement]:
    found = tuple(article(name, words) for name, words in (("a", FULL), ("b", OTHER)))
    pairs: list[tuple[str | None, str | None, VariantKind]] = [
        *(("We", "I", "substitution"), ("stress", "stress", "same"), ("that", None, "omission")),
        *(("direct", "direct", "same"), ("talks", "dialogue", "substitution"), ("are", "<are>", "typography")),
        ("best", "best", "same"),
    ]
    columns = tuple(
        Column((word(FULL, one) if one else None, word(OTHER, two) if two else None), kind, ("same", kind))
        for one, two, kind in pairs
    )
    readings = tuple(
        Reading("q", one.article.id, Span(0, len(one.article.text)))  # type: ignore[arg-type]
        for one in found
    )
    statement = Statement(StatementId("s"), (), FULL, readings, columns)
    return Edition(Digest(found, (UNKNOWN, UNKNOWN)), Settings()), statement


def test_each_reading_keeps_its_own_words_and_marks_what_differs() -> None:
    edition, statement = made()
    full, other = rows(edition, statement)
    assert str(full.html) == FULL
    assert full.wording == "full"
    assert other.wording == "reworded"
    html = str(other.html)
    assert texts(html, "mark", "ed-changed") == ["I", "dialogue"]
    assert texts(html, "mark", "ed-spelling") == ["<are>"]
    assert 'title="not in this reading: that"' in html


def test_words_left_out_are_told_to_those_who_cannot_see_the_dots() -> None:
    edition, statement = made()
    html = str(rows(edition, statement)[1].html)
    assert texts(html, "span", "ed-sr") == ["(not in this reading: that)"]


def test_statement_of_one_reading_has_no_marks() -> None:
    edition, statement = made()
    alone = Statement(statement.id, (), FULL, statement.readings[:1])
    (row,) = rows(edition, alone)
    assert (str(row.html), row.wording) == (FULL, "only")


def in_pieces() -> tuple[Edition, Statement]:
    """Return a statement that one article prints whole and another in two pieces, with two words left out of both."""
    whole, cut = "The weir holds and so the ferry sails again", "The weir holds. Later: the ferry sails again"
    found = (article("a", whole), article("b", cut))
    pairs: list[tuple[str, str | None, str | None]] = [
        ("The weir holds", "The weir holds", None),
        ("and so", None, None),
        ("the ferry sails again", None, "the ferry sails again"),
    ]
    columns = tuple(
        Column(
            (word(whole, one), word(cut, two) if two else None, word(cut, three) if three else None),
            "omission",
            ("same", "same" if two else "omission", "same" if three else "omission"),
        )
        for one, two, three in pairs
    )
    readings = (
        Reading("q", found[0].article.id, Span(0, len(whole))),  # type: ignore[arg-type]
        Reading("r", found[1].article.id, word(cut, "The weir holds")),  # type: ignore[arg-type]
        Reading("t", found[1].article.id, word(cut, "the ferry sails again")),  # type: ignore[arg-type]
    )
    return Edition(Digest(found, (UNKNOWN, UNKNOWN)), Settings()), Statement(
        StatementId("s"), (), whole, readings, columns
    )


def test_what_an_article_prints_in_another_piece_is_not_left_out() -> None:
    edition, statement = in_pieces()
    whole, first, second = rows(edition, statement)
    assert [whole.wording, first.wording, second.wording] == ["full", "shorter", "shorter"]
    assert texts(str(first.html), "span", "ed-sr") == [
        "(not in this reading: and so)",
        "(elsewhere in the same article: the ferry sails again)",
    ]
    assert texts(str(second.html), "span", "ed-sr") == [
        "(elsewhere in the same article: The weir holds)",
        "(not in this reading: and so)",
    ]


def test_the_pieces_of_an_article_are_one_wording() -> None:
    edition, statement = in_pieces()
    assert edition.wordings(statement.readings) == 2
    assert edition.wordings(statement.readings[1:]) == 2, "of one article alone its pieces are told apart"


def test_a_piece_is_a_part_where_its_article_prints_all_the_rest() -> None:
    edition, statement = in_pieces()
    first, _, last = statement.columns
    both = replace(statement, columns=(first, last))
    assert [row.wording for row in rows(edition, both)] == ["full", "part", "part"]
    assert wording_of_article(both, 1) == "full"
