"""Durations, counts, sums and shares that articles of one event give of the same thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from generator.collate.comparison.matters import Matter
from generator.collate.comparison.same_value import compatible, sureness
from generator.collate.comparison.sentences import Corpus
from generator.collate.comparison.value_words import pairs
from generator.collate.comparison.values import Value, values_of
from generator.collate.words.stems import stem_of
from generator.groups import Groups
from generator.records import ArticleId, FactValue, Span

KIND = {"duration": "duration", "count": "count", "percent": "percentage", "magnitude": "magnitude"}


def compared_values(corpus: Corpus) -> list[Matter]:
    """Return a matter for every thing that two articles of one event measure or count."""
    values = [value for several in corpus.accompanied() for sentence in several for value in values_of(sentence)]
    groups = Groups(len(values))
    for left, right in _best_pairs(values, corpus):
        groups.unite(left, right)
    together = ([values[number] for number in group] for group in groups.all() if len(group) > 1)
    return [matter for group in together if (matter := _matter(group)) is not None]


def _best_pairs(values: Sequence[Value], corpus: Corpus) -> list[tuple[int, int]]:
    """Return the pairs of values of one thing that are each other's surest between their two articles."""
    buckets: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, value in enumerate(values):
        if (key := _bucket(value)) is not None:
            buckets[key].append(number)
    times = Counter(_named(value) for value in values)
    best: dict[tuple[int, ArticleId], float] = {}
    found: dict[tuple[int, int], float] = {}
    for numbers in buckets.values():
        for left, right in combinations(numbers, 2):
            one, other = values[left], values[right]
            if not corpus.related(one.sentence.article_id, other.sentence.article_id):
                continue
            score = sureness(one, other, times[_named(one)] == 1 == times[_named(other)], corpus)
            if score is not None:
                found[left, right] = score
                for number, article in ((left, other.sentence.article_id), (right, one.sentence.article_id)):
                    best[number, article] = max(best.get((number, article), score), score)
    return [
        (left, right)
        for (left, right), score in sorted(found.items())
        if score >= max(best[left, values[right].sentence.article_id], best[right, values[left].sentence.article_id])
    ]


def _bucket(value: Value) -> tuple[str, ...] | None:
    """Return what must be equal for two values to be of one thing; None: nothing is said of what it is."""
    if value.dimension == "count":
        few = not value.manner and value.number < 3 and value.thing in pairs()
        return None if few else ("count", value.thing)
    if value.dimension == "duration":
        if value.manner == "length" and not value.thing:
            return None
        return ("duration", value.manner, value.thing if value.manner == "length" else "")
    return (value.dimension,)


def _named(value: Value) -> tuple[str, ...]:
    return (value.sentence.article_id, value.dimension, value.thing, value.manner)


def _matter(values: Sequence[Value]) -> Matter | None:
    """Return the matter; None where one article gives two values itself, so that they may be of two things."""
    agree = all(compatible(left, right) for left, right in combinations(values, 2))
    stated = {(value.sentence.article_id, value.number, value.hedge) for value in values}
    if not agree and len(stated) > len({article for article, _, _ in stated}):
        return None
    first = min(values, key=lambda value: (_about(value).isupper(), value.sentence.article_id, value.span))
    return Matter(
        KIND.get(first.dimension, "amount"),
        _about(first),
        "agree" if agree else "differ",
        tuple(FactValue(value.sentence.article_id, _shown(value), value.hedge != "exact") for value in values),
    )


def _shown(value: Value) -> Span:
    """Return the value with the thing it is of, when that follows at once: "90-minute delay"."""
    thing = value.thing_span
    if thing is not None and thing.start >= value.span.end:
        return Span(value.span.start, thing.end)
    return value.span


def _about(value: Value) -> str:
    text = value.sentence.text
    if value.manner == "since":
        return _of_its_kind(value)
    if value.dimension == "magnitude":
        return value.dimension
    if value.thing_span is None:
        return value.manner if value.dimension == "count" else value.span.of(text)
    thing = value.thing_span.of(text)
    told = value.thing == stem_of(value.manner)  # "arrests"
    return f"{thing} {value.manner}" if value.dimension == "count" and value.manner and not told else thing


def _of_its_kind(value: Value) -> str:
    """Return the words from "first" or "worst" to the value: "worst drought on the southern plain"."""
    text = value.sentence.text
    lead = [word for word in value.sentence.words if word.span.end <= value.span.start]
    starts = [word for word in lead if word.key == "first" or (word.key.endswith("est") and len(word.key) > 5)]
    return text[(starts or lead)[0].span.start : value.span.start].rstrip().removesuffix(" in")
