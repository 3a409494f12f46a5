"""The digest without what rests on words that an excerpt does not show: no page says a thing that it cannot show."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from generator.publish.label_words import without_names
from generator.records import (
    Agreement,
    AnnotatedArticle,
    ArticleId,
    Column,
    Digest,
    Event,
    Quote,
    QuoteId,
    Span,
    Statement,
    StatementId,
)

# Of an event and of a role, where their words are not shown otherwise: fewer than the 12 in a row that are a copy.
LABEL_WORDS = 8
Visible = Mapping[ArticleId, Sequence[Span]]


def only_shown(digest: Digest, visible: Visible) -> Digest:
    """Return the digest with the quotes, readings, evidence and values that stand wholly in what is shown.

    `visible`: the sentences of each article that are shown, in order.
    """
    texts = {found.article.id: found.article.text for found in digest.articles}
    shown = _Shown(digest, visible)
    articles = tuple(_article(found, shown) for found in digest.articles)
    kept = {quote.id for found in articles for quote in found.quotes}
    statements = tuple(left for each in digest.statements if (left := _statement(each, kept, shown, texts)))
    events = tuple(told for event in digest.events if (told := _event(event, shown, texts)))
    agreements = tuple(row for each in digest.agreements if (row := _agreement(each, shown)))
    return replace(digest, articles=articles, statements=statements, events=events, agreements=agreements)


class _Shown:
    """Tells whether all of a stretch is shown: every sentence that it has a part in."""

    def __init__(self, digest: Digest, visible: Visible) -> None:
        self._sentences = {found.article.id: [s.span for s in found.sentences] for found in digest.articles}
        self._visible = {article: frozenset(spans) for article, spans in visible.items()}

    def holds(self, article: ArticleId, span: Span) -> bool:
        sentences = self._sentences[article]
        first = max(0, bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1)
        touched = []
        for sentence in sentences[first:]:
            if sentence.start >= span.end:
                break
            if sentence.overlaps(span):
                touched.append(sentence)
        return bool(touched) and all(sentence in self._visible[article] for sentence in touched)


def _article(found: AnnotatedArticle, shown: _Shown) -> AnnotatedArticle:
    left = [quote for quote in found.quotes if shown.holds(found.article.id, quote.content)]
    heads = {quote.id for quote in left}
    first: dict[str, QuoteId] = {}
    quotes: list[Quote] = []
    for quote in left:
        head = QuoteId(quote.utterance) if quote.utterance in heads else first.setdefault(quote.utterance, quote.id)
        quotes.append(replace(quote, utterance=head))
    return replace(found, quotes=tuple(quotes))


def _statement(
    statement: Statement, kept: set[QuoteId], shown: _Shown, texts: Mapping[ArticleId, str]
) -> Statement | None:
    numbers = [
        number
        for number, reading in enumerate(statement.readings)
        if reading.quote_id in kept and shown.holds(reading.article_id, reading.span)
    ]
    if len(numbers) == len(statement.readings):
        return statement
    if not numbers:
        return None
    readings = tuple(statement.readings[number] for number in numbers)
    words = [reading.span.of(texts[reading.article_id]) for reading in readings]
    known = {name for reading in readings for name in (reading.id, reading.quote_id)}
    return replace(
        statement,
        id=statement.id if statement.id in known else StatementId(readings[0].id or readings[0].quote_id),
        text=statement.text if statement.text in words else max(words, key=len),
        readings=readings,
        columns=tuple(_column(column, numbers) for column in statement.columns) if len(numbers) > 1 else (),
    )


def _column(column: Column, numbers: Sequence[int]) -> Column:
    kinds = tuple(column.kinds[number] for number in numbers) if column.kinds else ()
    return replace(column, cells=tuple(column.cells[number] for number in numbers), kinds=kinds)


def _event(event: Event, shown: _Shown, texts: Mapping[ArticleId, str]) -> Event | None:
    left = tuple(part for part in event.evidence if shown.holds(part.article_id, part.span))
    if not left:
        return None
    if len(left) == len(event.evidence):
        return event
    told = left[0].span.of(texts[left[0].article_id])
    fits = any(holds_label(part.span.of(texts[part.article_id]), event.label.rstrip(" .…")) for part in left)
    return replace(event, evidence=left, label=event.label if fits else shortened(" ".join(told.split())))


def holds_label(sentence: str, label: str) -> bool:
    """Return whether a sentence has the words of a label, which may leave out what ties a clause to its noun."""
    told, words = " ".join(sentence.split()), without_names(label).split()
    for count in range(len(words), 0, -1):
        first, rest = " ".join(words[:count]), " ".join(words[count:])
        if (at := told.find(first)) >= 0:  # the longest beginning that the sentence has
            return rest in told[at + len(first) :]
    return False


def _agreement(agreement: Agreement, shown: _Shown) -> Agreement | None:
    left = tuple(value for value in agreement.values if shown.holds(value.article_id, value.span))
    return replace(agreement, values=left) if len({value.article_id for value in left}) > 1 else None


def shortened(text: str) -> str:
    """Return words that are no copy: all of a few, the first of many. "28-year-old" is three."""
    words = text.split()
    counts = accumulate(len(re.findall(r"\w+", word)) for word in words)
    fits = sum(count <= LABEL_WORDS for count in counts)
    return text if fits == len(words) else " ".join(words[:fits]) + " …"
