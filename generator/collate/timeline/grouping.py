"""Event mentions that report one happening: alike in their event word and in the words, people and day around it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from generator.collate.timeline.linking import Vector, average_link, candidate_pairs, dot
from generator.collate.timeline.units import Unit
from generator.records import PersonId

# All five tuned on the train topics of ECB+ (66 folders), by the pair score of side events, in thirds of the topics.
THRESHOLD = 0.24
NEAR = 3  # telling words on each side of the event word that count in full
FAR_WEIGHT = 0.15  # of the sentence's other words
FAMILY_WEIGHT = 2.0  # of the event word's family, against one plain word
OTHER_DAY = 0.5  # factor on the likeness of two mentions that give different days
OTHER_PEOPLE = 0.4  # ... that name different people
OTHER_LIKELY = 0.6  # ... of which one says "he" and probably means another person
OTHER_NUMBER = 0.7  # ... of which one is "meetings" and the other "the meeting"
OTHER_MOOD = 0.7  # ... of which one is planned and the other told as having happened
OTHER_NUMBERS = 0.7  # ... that have numbers near the event word ("aged 36", "31-24"), and none in common
SAME_PERSON = 0.13  # added for each of up to two people that both name
COMMON = 400  # a family or word that more mentions share makes no candidate pair by itself


def group(units: Sequence[Unit]) -> list[list[Unit]]:
    """Return the mentions in groups, one a happening, in the order of their first mention. Order in does not matter."""
    units = sorted(units, key=lambda unit: unit.key)
    vectors = _vectors(units)
    telling = _telling(units)
    likeness = {}
    for i, j in candidate_pairs((unit.families for unit in units), COMMON):
        value = alike(units[i], units[j], vectors[i], vectors[j], telling)
        if value > 0:
            likeness[i, j] = value
    return [[units[i] for i in cluster] for cluster in average_link(len(units), likeness, THRESHOLD)]


def alike(left: Unit, right: Unit, a: Vector, b: Vector, telling: Mapping[PersonId, float]) -> float:
    """Return how alike two mentions are, 0 to 1. `telling`: how much it says that they share a person."""
    same_sentence = left.article_id == right.article_id and left.sentence == right.sentence
    if same_sentence and (left.span != right.span or left.people != right.people):
        return 0.0  # two clauses, or two partners, of one sentence tell two happenings
    value = dot(a, b)
    numbers = left.numbers, right.numbers
    if all(numbers) and not numbers[0] & numbers[1]:
        value *= OTHER_NUMBERS
    strangers = bool(left.people - right.people and right.people - left.people)
    if not strangers and left.listed and right.listed:
        shared = (left.people | left.likely) & (right.people | right.likely)
        value += SAME_PERSON * sum(sorted((telling[person] for person in shared), reverse=True)[:2])
    if left.day and right.day and left.day != right.day:
        value *= OTHER_DAY
    if strangers:
        value *= OTHER_PEOPLE
    elif (left.people | left.likely) - (right.people | right.likely) and (right.people | right.likely) - (
        left.people | left.likely
    ):
        value *= OTHER_LIKELY
    if left.plural != right.plural:
        value *= OTHER_NUMBER
    if left.planned != right.planned:
        value *= OTHER_MOOD
    return min(value, 1.0)


def _telling(units: Sequence[Unit]) -> dict[PersonId, float]:
    """Return how much it says that two mentions share a person: 0.5 for one named everywhere, up to 1.5."""
    named = Counter(person for unit in units for person in unit.people | unit.likely)
    return {person: 1.5 - math.log(1 + count) / math.log(1 + len(units)) for person, count in named.items()}


def _vectors(units: Sequence[Unit]) -> list[Vector]:
    sentences = {(unit.article_id, unit.sentence): {stem for stem, _ in unit.content} for unit in units}
    words = Counter(stem for stems in sentences.values() for stem in stems)
    told: dict[str, set[tuple[str, int]]] = {}
    for unit in units:
        for family in unit.families:
            told.setdefault(family, set()).add((unit.article_id, unit.sentence))
    total = len(sentences)
    return [_vector(unit, words, told, total) for unit in units]


def _vector(unit: Unit, words: Counter[str], told: dict[str, set[tuple[str, int]]], total: int) -> Vector:
    weights: dict[str, float] = {}
    for stem, distance in unit.content:
        weight = (1.0 if distance <= NEAR else FAR_WEIGHT) * (math.log((1 + total) / (1 + words[stem])) + 1)
        weights[stem] = max(weights.get(stem, 0.0), weight)
    for family in unit.families:
        rarity = math.log((1 + total) / (1 + len(told[family])) + 1)
        weights["#" + family] = FAMILY_WEIGHT * rarity / math.sqrt(len(unit.families))
    length = math.sqrt(sum(weights[name] ** 2 for name in sorted(weights))) or 1.0
    return {name: weight / length for name, weight in weights.items()}
