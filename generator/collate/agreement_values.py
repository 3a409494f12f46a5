"""Durations, counts, sums and shares that articles of one event give of the same thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from generator.collate.grouping import Groups
from generator.collate.matters import Matter
from generator.collate.scenes import Scene, Stage
from generator.collate.values import Value, values_of
from generator.records import FactValue, Span

MAX_RATIO = {"duration": 2.0, "count": 3.0, "percent": 1.5, "magnitude": 1.2}
DEFAULT_RATIO = 3.0  # values further apart than this are not of one thing
LOOSE = ("ago", "before", "after", "for", "within", "over", "every", "next", "last")
LITTLE_IN_COMMON = 8  # weight of the words that two sentences share besides the thing itself
MUCH_IN_COMMON = 24
NEARLY_ONE_SENTENCE = 0.65
# A thing that each of two articles counts only once is the same thing, when it is no everyday word.
ONLY_WEIGHT = 9
ONLY_RATIO = 1.5
KIND = {"duration": "duration", "count": "count", "percent": "percentage", "magnitude": "magnitude"}


def compared_values(stage: Stage) -> list[Matter]:
    """Return a matter for every thing that two articles of one event measure or count."""
    values = [value for several in stage.accompanied() for scene in several for value in values_of(scene)]
    buckets: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, value in enumerate(values):
        if (key := _bucket(value)) is not None:
            buckets[key].append(number)
    times = Counter((value.scene.article_id, *_named(value)) for value in values)
    best: dict[tuple[int, str], float] = {}
    found: dict[tuple[int, int], float] = {}
    for numbers in buckets.values():
        for left, right in combinations(numbers, 2):
            only = all(times[(values[one].scene.article_id, *_named(values[one]))] == 1 for one in (left, right))
            score = _score(values[left], values[right], only, stage)
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
        if not value.manner and value.number < 3 and not value.scene.text[value.span.start].isupper():
            return None if value.number < 2 or value.thing in COMMON_PAIRS else ("count", value.thing)
        return ("count", value.thing)
    if value.dimension == "duration":
        if value.manner == "length" and not value.thing:
            return None
        return ("duration", value.manner, value.thing if value.manner == "length" else "")
    return (value.dimension,)


COMMON_PAIRS = frozenset(
    {"sid", "country", "nation", "government", "power", "leader", "men", "women", "people", "party"}
)


def _named(value: Value) -> tuple[str, str, str]:
    return (value.dimension, value.thing, value.manner)


def _score(left: Value, right: Value, only: bool, stage: Stage) -> float | None:
    """Return how sure it is that two values are of one thing; None: not sure.

    `only`: each is the only value of its thing in its article.
    """
    if left.scene.article_id == right.scene.article_id:
        return None
    if not stage.related(left.scene.article_id, right.scene.article_id):
        return None
    low, high = sorted((left.number, right.number))
    ratio = high / low if low else float("inf")
    if ratio > MAX_RATIO.get(left.dimension, DEFAULT_RATIO) or _of_other_years(left, right):
        return None
    if left.manner and right.manner and left.manner != right.manner:
        return None
    common = sum(stage.weights[f] for f in left.scene.features & right.scene.features if f.casefold() != left.thing)
    if only and ratio <= ONLY_RATIO and _same_counted_once(left, right, stage):
        return common + 10 / ratio
    if common < (MUCH_IN_COMMON if _needs_much(left, right) else LITTLE_IN_COMMON):
        return None
    if _needs_much(left, right) and left.number != right.number:
        # A topic has many numbers: to say that two of them differ takes more than the topic.
        return common + 10 / ratio if common >= NEARLY_ONE_SENTENCE * _lighter(left, right, stage) else None
    return common + 10 / ratio


def _needs_much(left: Value, right: Value) -> bool:
    """Return whether dimension and thing alone say little: a share of voters, a sum, five emails."""
    if left.dimension == "count":
        return not (left.manner and right.manner)
    return left.dimension not in ("duration", "magnitude") or left.manner in LOOSE


def _same_counted_once(left: Value, right: Value, stage: Stage) -> bool:
    """Return whether what both articles give one value of is so special that it is one thing."""
    if not stage.closely_related(left.scene.article_id, right.scene.article_id) or left.manner != right.manner:
        return False
    if left.dimension in ("percent", "duration"):
        return False
    fate = left.dimension == "count" and left.manner != ""
    return fate or left.dimension == "magnitude" or stage.weights.get(left.thing, 0) >= ONLY_WEIGHT


def _lighter(left: Value, right: Value, stage: Stage) -> int:
    return min(sum(stage.weights[feature] for feature in value.scene.features) for value in (left, right))


def _of_other_years(left: Value, right: Value) -> bool:
    """Return whether two values may be of things that happened in two years."""
    one, other = _years(left.scene), _years(right.scene)
    return one != other and (left.number != right.number or bool(one and other and not one & other))


def _years(scene: Scene) -> frozenset[str]:
    """Return the years that a sentence names."""
    return frozenset(
        word.key for word in scene.words if len(word.key) == 4 and word.key.isdigit() and word.key[:2] in ("19", "20")
    )


def _matter(values: Sequence[Value]) -> Matter:
    agree = all(_compatible(left, right) for left, right in combinations(values, 2))
    first = min(values, key=lambda value: (value.scene.article_id, value.span))
    return Matter(
        KIND.get(first.dimension, "amount"),
        _about(first),
        "agree" if agree else "differ",
        tuple(FactValue(value.scene.article_id, _shown(value), value.hedge != "exact") for value in values),
    )


ABOUT_SHARE = 0.05  # "about 1,000" and "987" are one figure, "about 30" and "35" are two


def _compatible(left: Value, right: Value) -> bool:
    """Return whether two values say the same. "Five" and "almost five" do not: an exact and a hedged telling differ.

    Of two numbers a bound agrees with what lies within it: "more than 100" and "about 120".
    """
    if left.number == right.number:
        return left.hedge == right.hedge
    low, high = sorted((left, right), key=lambda value: value.number)
    if low.hedge == "over" and high.hedge in ("exact", "about"):
        return True
    if high.hedge == "under" and low.hedge in ("exact", "about"):
        return True
    return "about" in (low.hedge, high.hedge) and high.number - low.number <= ABOUT_SHARE * high.number


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
    if value.dimension == "magnitude":
        return value.dimension
    if value.thing_span is None and value.dimension == "count":
        return value.manner
    thing = value.thing_span.of(scene.text) if value.thing_span else value.span.of(scene.text)
    return f"{thing} {value.manner}" if value.dimension == "count" and value.manner else thing
