"""Numbers that articles quote alike: "ten thousand workers" in the words of somebody whom two of them quote."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.collate.comparison.matters import Matter
from generator.collate.comparison.sentences import ComparedSentence, Corpus
from generator.collate.comparison.value_words import pairs
from generator.collate.comparison.values import Value, values_of
from generator.collate.comparison.values_told import KIND
from generator.records import ArticleId, FactValue, Reading, Span, Statement

FEWEST = 3  # of what comes in twos


def quoted_values(statements: Sequence[Statement], corpus: Corpus) -> list[Matter]:
    """Return a matter for every number that two readings of one statement give of one thing."""
    sentences = {several[0].article_id: several for several in corpus.sentences if several}
    matters = []
    for statement in statements:
        if len(statement.articles) < 2:
            continue
        told: defaultdict[tuple[str, str, str, float], dict[ArticleId, FactValue]] = defaultdict(dict)
        for reading in statement.readings:
            for value in _values(reading, sentences.get(reading.article_id, ())):
                key = value.dimension, value.thing, value.hedge, value.number
                told[key].setdefault(reading.article_id, FactValue(reading.article_id, _span(value)))
        for (dimension, *_), values in sorted(told.items()):
            if len(values) > 1:
                matters.append(Matter(KIND.get(dimension, "amount"), statement.text, "agree", tuple(values.values())))
    return matters


def _values(reading: Reading, sentences: Sequence[ComparedSentence]) -> Iterator[Value]:
    first = bisect_right(sentences, reading.span.start, key=lambda sentence: sentence.span.end)
    for at in range(first, len(sentences)):
        if not sentences[at].span.overlaps(reading.span):
            return
        for value in values_of(sentences[at]):
            if reading.span.covers(value.span) and _tells(value):
                yield value


def _tells(value: Value) -> bool:
    """Return whether a value says something by itself: no "both of them", nor the "two sides" of any talks."""
    if value.dimension != "count":
        return True
    return bool(value.thing) and (value.number >= FEWEST or value.thing not in pairs())


def _span(value: Value) -> Span:
    """Return a number with the thing that it is of where that stands behind it."""
    thing = value.thing_span
    return (
        Span(value.span.start, max(value.span.end, thing.end))
        if thing is not None and thing.start >= value.span.start
        else value.span
    )
