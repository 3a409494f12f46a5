"""On which day, in which month or year something happened, where two articles or more say so themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generator.collate.comparison.aligned import Pair, Shared, tell_alike
from generator.collate.comparison.facts import Fact, Told, groups_of, pairs_of, shown
from generator.collate.comparison.matters import Matter
from generator.collate.comparison.scenes import Rarity, Scene, Stage, common_head, persons, strangers
from generator.collate.comparison.sentences import Corpus
from generator.collate.comparison.wording import name_of
from generator.collate.timeline.likeness import differ
from generator.collate.timeline.mentions.find import is_quoted
from generator.collate.timeline.mentions.times import DATE_TYPES, plain_value
from generator.records import ArticleId, Event, Span

YEAR = 4  # characters of a year in ISO 8601
SURE = 5.0  # bits that day, happening and what stands with it tell together, for it to be one in both
SURE_OF_YEAR = 10.0  # a year holds many happenings of one kind
# Bits of a day, and of what stands beside it, where the words for what happened are not the same.
RARE, BESIDE = 4.0, 5.0
SURE_OF_OTHER_WORDS = 8.0  # that both tell together, where the day is not as rare


def told_days(
    stages: Mapping[ArticleId, Stage],
    events: Sequence[Event],
    corpus: Corpus,
    rarity: Rarity,
    sure: Mapping[Pair, Shared],
) -> list[Matter]:
    """Return a matter for every happening that two articles date alike in their own words."""
    facts = [fact for identity in sorted(stages) for fact in _dated(stages[identity])]
    told = Told(fact.value for fact in facts)
    humans = frozenset().union(*(stages[identity].humans for identity in sorted(stages)))
    same = {(a, b) for a, b in _same_event(facts, events) if _agree_as_told(facts[a], facts[b], rarity)}
    same |= {
        (left, right)
        for left, right in pairs_of(facts, corpus, _keys)
        if _one_happening(facts[left], facts[right], told, rarity, humans)
        or _in_aligned(facts[left], facts[right], sure, humans)
    }
    matters = []
    for group in groups_of(facts, _without_bridges(facts, same)):
        matters.append(Matter("date", name_of([fact.place for fact in group], stages), "agree", shown(group)))
    return matters


def _keys(fact: Fact) -> list[str]:
    return [*fact.scene.heads, "=" + fact.value]


def _dated(stage: Stage) -> Iterator[Fact]:
    for time in stage.found.time_expressions:
        value = time.value if time.precision == "week" else plain_value(time)[0]
        if (
            time.type not in DATE_TYPES
            or value is None
            or is_quoted(stage.found.quotes, time.span)
            or "past" in time.span.of(stage.text).lower().split()  # "the past year" is a stretch up to now
        ):
            continue
        at = stage.grammar.hangs_on(time.span, stage.is_event)
        within = stage.grammar.within(time.span)
        scene = stage.scene(at if at is not None else within[0]) if within else None
        if scene is not None:
            yield Fact(stage.of_occasion(scene), time.span, value, at is not None)


def _in_aligned(one: Fact, other: Fact, sure: Mapping[Pair, Shared], humans: frozenset[str]) -> bool:
    """Return whether two sentences that tell the same give the same day."""
    alike = one.value == other.value and tell_alike(one.scene, other.scene, sure)
    return alike and not strangers(one.scene, other.scene) and not _name_others(one.scene, other.scene, humans)


def _is_report(scene: Scene) -> bool:
    """Return whether nobody by name says something: "local media reported on Monday"."""
    return scene.says and not persons(scene.doers)


def _same_event(facts: Sequence[Fact], events: Sequence[Event]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of facts that give one entry of the timeline its day."""
    at_sentence: defaultdict[tuple[ArticleId, Span, str], list[int]] = defaultdict(list)
    for number, fact in enumerate(facts):
        at_sentence[fact.scene.article_id, fact.scene.sentence, fact.value].append(number)
    for event in events:
        numbers = [
            at_sentence[evidence.article_id, evidence.span, event.date][0]
            for evidence in event.evidence
            if event.date and evidence.day == event.date
            if len(at_sentence[evidence.article_id, evidence.span, event.date]) == 1
        ]
        yield from combinations(sorted(numbers), 2)


def _agree_as_told(one: Fact, other: Fact, rarity: Rarity) -> bool:
    """Return whether two dates of one entry are of what happened: a year is, where the words for it agree too."""
    same = len(one.value) > YEAR or common_head(one.scene, other.scene, rarity) > 0
    return same and not strangers(one.scene, other.scene)


def _one_happening(one: Fact, other: Fact, told: Told, rarity: Rarity, humans: frozenset[str]) -> bool:
    """Return whether two days are one, or one within the other, and what happened is the same."""
    if not (one.hangs and other.hangs):
        return False
    short, long = sorted((one.value, other.value), key=len)
    head = common_head(one.scene, other.scene, rarity)
    if (
        not long.startswith(short)
        or len(short) == YEAR != len(long)  # a day of the year ties any of its happenings to it
        or strangers(one.scene, other.scene)
        or _name_others(one.scene, other.scene, humans)
        or _is_report(one.scene)
        or _is_report(other.scene)
    ):
        return False
    rare = min(told.rarity(one.value), told.rarity(other.value))
    beside = rarity.sum(one.scene.features & other.scene.features)
    if not head:  # "the 1964 Act" and "a 1964 law"
        sure = rare >= RARE or rare + beside >= SURE_OF_OTHER_WORDS
        return one.value == other.value and beside >= BESIDE and sure
    if one.scene.negated != other.scene.negated or (len(short) == YEAR and not beside):
        return False
    return rare + head + beside >= (SURE_OF_YEAR if len(short) == YEAR else SURE)


def _name_others(one: Scene, other: Scene, humans: frozenset[str]) -> bool:
    """Return whether each names somebody whom the other does not; bodies are named by one and not by the other."""
    return differ(humans & one.features, humans & other.features)


def _without_bridges(facts: Sequence[Fact], pairs: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pairs without those through which a month would tie two of its days together."""
    finer: defaultdict[int, set[str]] = defaultdict(set)
    for left, right in pairs:
        for short, long in ((left, right), (right, left)):
            if len(facts[short].value) < len(facts[long].value):
                finer[short].add(facts[long].value)
    bridges = {number for number, values in finer.items() if len(values) > 1}
    return sorted(pair for pair in pairs if not bridges & set(pair))
