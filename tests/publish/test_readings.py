from __future__ import annotations

from generator.config import Settings
from generator.publish.edition import Edition
from generator.publish.readings import rows
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
    assert texts(html, "span", "ed-sr") == ["(left out here: that)"]


def test_statement_of_one_reading_has_no_marks() -> None:
    edition, statement = made()
    alone = Statement(statement.id, (), FULL, statement.readings[:1])
    (row,) = rows(edition, alone)
    assert (str(row.html), row.wording) == (FULL, "only")
