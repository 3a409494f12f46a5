"""Who carries what: statements and events against articles, each cell a place to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.records import AnnotatedArticle, ArticleId, Digest, Event, Reading, Span, Statement, VariantKind

State = Literal["full", "varies", "part", "none"]
"""How an article carries a row: in the fullest wording, in other words, a part of it, or not at all."""

SLIGHT: frozenset[VariantKind] = frozenset({"same", "typography", "spelling"})
PART = 0.75  # share of the fullest reading's characters below which a reading is a part of it


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """What one article has of one row."""

    article_id: ArticleId
    state: State
    span: Span | None
    """The words to link to; None: the article has none of it."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One statement or event."""

    kind: Literal["statement", "event"]
    id: str
    label: str
    """Words of a source."""
    cells: tuple[CoverageCell, ...]
    """One cell an article, in the order of `Coverage.articles`."""
    carried: int
    """Number of articles that have it."""
    texts: int
    """Number of independent texts among them."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The matrix."""

    articles: tuple[ArticleId, ...]
    rows: tuple[CoverageRow, ...]
    """What several articles carry first, the most carried at the top; statements before events."""


def coverage_of(digest: Digest) -> Coverage:
    """Return the matrix of the digest's statements and events."""
    articles = tuple(found.article.id for found in digest.articles)
    group_of = {article: number for number, group in enumerate(digest.text_groups) for article in group}
    texts = {found.article.id: found for found in digest.articles}
    rows = [_statement_row(statement, articles, group_of) for statement in digest.statements]
    rows += [_event_row(event, articles, group_of, texts) for event in digest.events]
    rows.sort(key=lambda row: (row.carried < 2, row.kind != "statement", -row.carried, row.label, row.id))
    return Coverage(articles, tuple(rows))


def _statement_row(
    statement: Statement, articles: tuple[ArticleId, ...], group_of: Mapping[ArticleId, int]
) -> CoverageRow:
    held: dict[ArticleId, CoverageCell] = {}
    for number, reading in enumerate(statement.readings):
        state = _state(statement, number)
        known = held.get(reading.article_id)
        if known is None or _ORDER[state] < _ORDER[known.state]:
            held[reading.article_id] = CoverageCell(reading.article_id, state, reading.span)
    return _row("statement", statement.id, statement.text, held, articles, group_of)


_ORDER: dict[State, int] = {"full": 0, "varies": 1, "part": 2, "none": 3}


def _state(statement: Statement, number: int) -> State:
    kinds = {column.kinds[number] for column in statement.columns if column.kinds}
    if kinds & {"substitution", "number", "negation", "insertion"}:
        return "part" if _length(statement.readings[number]) < PART * _fullest(statement) else "varies"
    return "full" if kinds <= SLIGHT else "part"


def _length(reading: Reading) -> int:
    return reading.span.end - reading.span.start


def _fullest(statement: Statement) -> int:
    return max(_length(reading) for reading in statement.readings)


def _event_row(
    event: Event,
    articles: tuple[ArticleId, ...],
    group_of: Mapping[ArticleId, int],
    texts: Mapping[ArticleId, AnnotatedArticle],
) -> CoverageRow:
    held: dict[ArticleId, CoverageCell] = {}
    for evidence in event.evidence:
        if evidence.article_id in texts:
            # An article that gives the day itself tells the event in full; one that another dates tells a part of it.
            state: State = "full" if evidence.day is not None else "part"
            known = held.get(evidence.article_id)
            if known is None or _ORDER[state] < _ORDER[known.state]:
                held[evidence.article_id] = CoverageCell(evidence.article_id, state, evidence.span)
    return _row("event", event.id, event.label, held, articles, group_of)


def _row(
    kind: Literal["statement", "event"],
    row_id: str,
    label: str,
    held: Mapping[ArticleId, CoverageCell],
    articles: tuple[ArticleId, ...],
    group_of: Mapping[ArticleId, int],
) -> CoverageRow:
    cells = tuple(held.get(article, CoverageCell(article, "none", None)) for article in articles)
    texts = len({group_of.get(article, -1) for article in held})
    return CoverageRow(kind, row_id, label, cells, len(held), texts)
