"""Durations, counts, sums and shares that articles of one event give of the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from generator.collate.grouping import Groups
from generator.collate.matters import Matter
from generator.collate.scenes import Scene, Stage
from generator.collate.values import Value, values_of
from generator.records import FactValue, Span

MAX_RATIO = {"duration": 2.0, "count": 3.0, "percent": 1.5}
DEFAULT_RATIO = 3.0  # values further apart than this are not of one thing
LOOSE = ("ago", "before", "after", "for", "within", "over", "every", "next", "last")
LITTLE_IN_COMMON = 8  # weight of the words that two sentences share besides the thing itself
MUCH_IN_COMMON = 24
NEARLY_ONE_SENTENCE = 0.5
KIND = {"duration": "duration", "count": "count", "percent": "percentage"}


def compared_values(stage: Stage) -> list[Matter]:
    """Return a matter for every thing that two articles of one event measure or count."""
    values = [value for several in stage.scenes for scene in several for value in values_of(scene)]
    buckets: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, value in enumerate(values):
        if (key := _bucket(value)) is not None:
            buckets[key].append(number)
    best: dict[tuple[int, str], float] = {}
    found: dict[tuple[int, int], float] = {}
    for numbers in buckets.values():
        for left, right in combinations(numbers, 2):
            score = _score(values[left], values[right], stage)
            if score is not None:
                found[left, right] = score
                for one, other in ((left, right), (right, left)):
                    key2 = (one, values[other].scene.article_id)
                    best[key2] = max(best.get(key2, score), score)
    groups = Groups(len(values))
    for (left, right), score in sorted(found.items()):
        if score >= best[left, values[right].scene.article_id] and score >= best[right, values[left].scene.article_id]:
            groups.unite(left, right)
    return [_matter([values[number] for number in group]) for group in groups.all() if len(group) > 1]


def _bucket(value: Value) -> tuple[str, ...] | None:
    """Return what must be equal for two values to be of one thing; None: nothing is said of what it is."""
    if value.dimension == "count":
        if not value.manner and value.number < 3:
            return None  # "the two countries" of every article about two countries
        return ("count", value.thing, value.manner)
    if value.dimension == "duration":
        if value.manner == "length" and not value.thing:
            return None
        return ("duration", value.manner, value.thing if value.manner == "length" else "")
    return (value.dimension,)


def _score(left: Value, right: Value, stage: Stage) -> float | None:
    """Return how sure it is that two values are of one thing; None: not sure."""
    if left.scene.article_id == right.scene.article_id:
        return None
    if not stage.related(left.scene.article_id, right.scene.article_id):
        return None
    low, high = sorted((left.number, right.number))
    ratio = high / low if low else float("inf")
    if ratio > MAX_RATIO.get(left.dimension, DEFAULT_RATIO) or _years(left.scene) != _years(right.scene):
        return None
    common = sum(stage.weights[f] for f in left.scene.features & right.scene.features if f.casefold() != left.thing)
    strict = left.dimension not in ("duration", "count") or left.manner in LOOSE
    if left.dimension == "count" and not left.manner:
        strict = True
    if common < (MUCH_IN_COMMON if strict else LITTLE_IN_COMMON):
        return None
    if strict and left.number != right.number and common < NEARLY_ONE_SENTENCE * _lighter(left, right, stage):
        return None  # a topic has many numbers: to say that two of them differ takes more than the topic
    return common + 10 / ratio


def _lighter(left: Value, right: Value, stage: Stage) -> int:
    return min(sum(stage.weights[feature] for feature in value.scene.features) for value in (left, right))


def _years(scene: Scene) -> frozenset[str]:
    """Return the years that a sentence names: what happened in another year is another thing."""
    return frozenset(
        word.key for word in scene.words if len(word.key) == 4 and word.key.isdigit() and word.key[:2] in ("19", "20")
    )


def _matter(values: Sequence[Value]) -> Matter:
    stated = {(value.number, value.hedge) for value in values}
    first = min(values, key=lambda value: (value.scene.article_id, value.span))
    return Matter(
        KIND.get(first.dimension, "amount"),
        _about(first),
        "agree" if len(stated) == 1 else "differ",
        tuple(FactValue(value.scene.article_id, _shown(value), value.hedge != "exact") for value in values),
    )


def _shown(value: Value) -> Span:
    """Return the value with the thing it is of, when that follows at once: "35-minute meeting"."""
    thing = value.thing_span
    if thing is not None and thing.start >= value.span.end:
        return Span(value.span.start, thing.end)
    return value.span


def _about(value: Value) -> str:
    scene = value.scene
    if value.manner == "since":
        lead = [word for word in scene.words if word.span.end <= value.span.start]
        start = next(
            (word for word in lead if word.key == "first" or (word.key.endswith("est") and len(word.key) > 5)), lead[0]
        )
        before = scene.text[start.span.start : value.span.start].rstrip()
        return before.removesuffix(" in")
    thing = value.thing_span.of(scene.text) if value.thing_span else value.span.of(scene.text)
    return f"{thing} {value.manner}" if value.dimension == "count" and value.manner else thing
