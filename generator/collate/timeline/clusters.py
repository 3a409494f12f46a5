"""Event mentions that report one happening: alike in their event word and in the words, people and day around it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from generator.collate.timeline.average_link import Vector, average_link, candidate_pairs, dot
from generator.collate.timeline.mentions.event_mention import EventMention
from generator.collate.timeline.mentions.times import plain_value
from generator.records import PersonId

# Tuned on the train topics of ECB+ (66 folders) by the pair score of side events, and held against eighteen other
# folders; those about people on the seeds, since ECB+ comes without people.
THRESHOLD = 0.24
NEAR = 3  # telling words on each side of the event word that count in full
FAR_WEIGHT = 0.4  # of the sentence's other words
FAMILY_WEIGHT = 3.2  # of the event word's family, against one plain word
OTHER_DAY = 0.5  # factor on the likeness of two mentions that give different days; twice over for different years
OTHER_TIME = 0.8  # ... of which one is told of a year or month, which is mostly background, and the other of no time
OTHER_PEOPLE = 0.4  # ... that name different people
OTHER_LIKELY = 0.6  # ... of which one says "he" and probably means another person
OTHER_NUMBER = 0.7  # ... of which one is "meetings" and the other "the meeting"
OTHER_MOOD = 0.7  # ... of which one is planned and the other told as having happened
OTHER_NUMBERS = 0.7  # ... that have numbers near the event word ("aged 36", "31-24"), and none in common
SAME_ACTOR = 0.12  # added for who does it, and for whom or what it is done to, when both tell and agree
SAME_PERSON = 0.13  # added for each of up to two people that both name
FULL = 100  # mentions of one kind up to which all are compared with each other
FULL_RARE = 30  # ... of one kind that share a rare word or a person, where there are more of the kind
RARE_WORDS = 3  # by which a mention looks for others where its kind has too many


def group(mentions: Sequence[EventMention]) -> list[list[EventMention]]:
    """Return the mentions in groups, one a happening, in the order of their first mention. Order in does not matter."""
    mentions = sorted(mentions, key=lambda mention: mention.key)
    vectors = _vectors(mentions)
    telling = _telling(mentions)
    pairs = candidate_pairs((mention.families for mention in mentions), FULL) | candidate_pairs(
        _rare_keys(mentions), FULL_RARE
    )
    likeness = {(i, j): alike(mentions[i], mentions[j], vectors[i], vectors[j], telling) for i, j in sorted(pairs)}
    return [[mentions[i] for i in cluster] for cluster in average_link(len(mentions), likeness, THRESHOLD)]


def _rare_keys(mentions: Sequence[EventMention]) -> list[list[str]]:
    """Return the keys by which the mentions of a kind that is told too often find each other."""
    kinds = Counter(family for mention in mentions for family in mention.families)
    words = Counter(stem for mention in mentions for stem in _near(mention))
    keys = []
    for mention in mentions:
        rare = sorted((stem for stem in _near(mention) if words[stem] > 1), key=lambda stem: (words[stem], stem))
        names = [*rare[:RARE_WORDS], *(f"@{person}" for person in sorted(mention.people))]
        keys.append([f"{family} {name}" for family in mention.families if kinds[family] > FULL for name in names])
    return keys


def _near(mention: EventMention) -> set[str]:
    return {stem for stem, distance in mention.content if distance <= NEAR}


def alike(left: EventMention, right: EventMention, a: Vector, b: Vector, telling: Mapping[PersonId, float]) -> float:
    """Return how alike two mentions are, 0 to 1. `telling`: how much it says that they share a person."""
    same_sentence = left.article_id == right.article_id and left.sentence == right.sentence
    if same_sentence and (left.clause != right.clause or left.people != right.people):
        return 0.0  # two clauses, or two partners, of one sentence tell two happenings
    value = dot(a, b)
    if left.numbers and right.numbers and not left.numbers & right.numbers:
        value *= OTHER_NUMBERS
    if (left.people or left.likely) and (right.people or right.likely):
        value = _with_people(value, left, right, telling)
    if left.time or right.time or (left.weak_time and right.weak_time):
        value *= _days(left, right)
    if left.plural != right.plural:
        value *= OTHER_NUMBER
    if left.planned != right.planned:
        value *= OTHER_MOOD
    value += SAME_ACTOR * (bool(left.doer) and left.doer == right.doer)
    value += SAME_ACTOR * (bool(left.done_to) and left.done_to == right.done_to)
    return min(value, 1.0)


def _with_people(value: float, left: EventMention, right: EventMention, telling: Mapping[PersonId, float]) -> float:
    """Return the likeness with what the people say: more where both name them, less where each names another."""
    here, there = left.people | left.likely, right.people | right.likely
    if _differ(left.people, right.people):
        return value * OTHER_PEOPLE
    if left.listed and right.listed:
        value += SAME_PERSON * sum(sorted((telling[person] for person in here & there), reverse=True)[:2])
    return value * OTHER_LIKELY if _differ(here, there) else value


def _days(left: EventMention, right: EventMention) -> float:
    """Return the factor for the times of two mentions: 1 when one can lie within the other."""
    times = [plain_value(time)[0] for mention in (left, right) if (time := mention.time or mention.weak_time)]
    if len(times) < 2:
        return OTHER_TIME if any(mention.time and mention.time.precision != "day" for mention in (left, right)) else 1.0
    first, second = times[0] or "", times[1] or ""
    if first.startswith(second) or second.startswith(first):
        return 1.0
    return OTHER_DAY if first[:4] == second[:4] else OTHER_DAY * OTHER_DAY


def _differ(left: frozenset[PersonId], right: frozenset[PersonId]) -> bool:
    """Return whether each side names somebody whom the other does not."""
    return bool(left - right and right - left)


def _telling(mentions: Sequence[EventMention]) -> dict[PersonId, float]:
    """Return how much it says that two mentions share a person: 0.5 for one named everywhere, up to 1.5."""
    named = Counter(person for mention in mentions for person in mention.people | mention.likely)
    return {person: 1.5 - math.log(1 + count) / math.log(1 + len(mentions)) for person, count in named.items()}


def _vectors(mentions: Sequence[EventMention]) -> list[Vector]:
    sentences = {(mention.article_id, mention.sentence): {stem for stem, _ in mention.content} for mention in mentions}
    words = Counter(stem for stems in sentences.values() for stem in stems)
    told: dict[str, set[tuple[str, int]]] = {}
    for mention in mentions:
        for family in mention.families:
            told.setdefault(family, set()).add((mention.article_id, mention.sentence))
    total = len(sentences)
    return [_vector(mention, words, told, total) for mention in mentions]


def _vector(mention: EventMention, words: Counter[str], told: dict[str, set[tuple[str, int]]], total: int) -> Vector:
    weights: dict[str, float] = {}
    for stem, distance in mention.content:
        weight = (1.0 if distance <= NEAR else FAR_WEIGHT) * (math.log((1 + total) / (1 + words[stem])) + 1)
        weights[stem] = max(weights.get(stem, 0.0), weight)
    for family in mention.families:
        rarity = math.log((1 + total) / (1 + len(told[family])) + 1)
        weights["#" + family] = FAMILY_WEIGHT * rarity / math.sqrt(len(mention.families))
    length = math.sqrt(sum(weights[name] ** 2 for name in sorted(weights))) or 1.0
    return {name: weight / length for name, weight in weights.items()}
