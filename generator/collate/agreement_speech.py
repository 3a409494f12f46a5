"""Whose words the articles say they were, and where their wordings of them differ in a number or a "not"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.collate.matters import Matter
from generator.records import AnnotatedArticle, FactValue, Quote, QuoteId, Span, Statement


def compared_speech(articles: Sequence[AnnotatedArticle], statements: Sequence[Statement]) -> list[Matter]:
    """Return a matter for every statement whose speaker, number or negation differs between articles."""
    quotes = {quote.id: quote for found in articles for quote in found.quotes}
    matters = []
    for statement in statements:
        if len(statement.articles) < 2:
            continue
        if len(statement.speakers) > 1:
            matters.append(_speakers(statement, quotes))
        for kind in ("number", "negation"):
            matters += _differing(statement, kind)
    return matters


def _speakers(statement: Statement, quotes: dict[QuoteId, Quote]) -> Matter:
    values = tuple(
        FactValue(reading.article_id, _attribution(quotes[reading.quote_id]))
        for reading in statement.readings
        if quotes[reading.quote_id].speaker is not None
    )
    return Matter("speaker", statement.text, "differ", values)


def _attribution(quote: Quote) -> Span:
    """Return the source and the cue beside it; the quotation itself when neither is known."""
    spans = [span for span in (quote.source, quote.cue) if span is not None]
    if not spans:
        return quote.content
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    across = Span(start, end)
    return spans[0] if across.overlaps(quote.content) else across


def _differing(statement: Statement, kind: str) -> Iterator[Matter]:
    for column in statement.columns:
        if kind in column.kinds:
            values = tuple(
                FactValue(reading.article_id, cell if cell is not None else reading.span)
                for reading, cell in zip(statement.readings, column.cells, strict=True)
                if cell is not None or kind == "negation"
            )
            yield Matter(f"{kind} in a quotation", statement.text, "differ", values)
