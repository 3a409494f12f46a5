"""Values of one kind out of the scenes of all articles, and which of them are of one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log2

from generator.collate.comparison.scenes import Scene
from generator.collate.comparison.sentences import Corpus
from generator.groups import Groups
from generator.records import FactValue, Span

MOST = 60  # facts that share a head and are still compared with one another: beyond that the word tells nothing


@dataclass(frozen=True, slots=True)
class Fact:
    """One value as one article tells it."""

    scene: Scene
    span: Span
    """The words of the value."""
    value: str
    """What is compared."""
    hangs: bool = True
    """Whether the grammar tells what it is told of, and as a fact: no infinitive."""
    hours: str = ""
    """Of a day the time of it, as TIMEX3 writes it: "13:30", "NI" for the night."""

    @property
    def place(self) -> tuple[Scene, Span]:
        """Its scene and its words."""
        return self.scene, self.span


class ToldValues:
    """How often the folder gives each value."""

    def __init__(self, values: Iterable[str]) -> None:
        self._times = Counter(values)
        self._all = sum(self._times.values())

    def rarity(self, value: str) -> float:
        """Return the bits that it tells that two articles both give a value: 0 where all values are that one."""
        return log2(self._all / self._times[value])


def _heads(fact: Fact) -> Iterable[str]:
    return fact.scene.heads


def pairs_of(
    facts: Sequence[Fact], corpus: Corpus, keys: Callable[[Fact], Iterable[str]] = _heads
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of facts of related articles that share a key: by default, whose scenes hang on one word."""
    by_head: defaultdict[str, list[int]] = defaultdict(list)
    for number, fact in enumerate(facts):
        for head in keys(fact):
            by_head[head].append(number)
    seen = set()
    for head in sorted(by_head):
        if len(by_head[head]) > MOST:
            continue
        for left, right in combinations(by_head[head], 2):
            one, other = facts[left].scene.article_id, facts[right].scene.article_id
            if one != other and (left, right) not in seen and corpus.related(one, other):
                seen.add((left, right))
                yield left, right


def tied(pairs: Iterable[tuple[Fact, Fact]]) -> list[list[Fact]]:
    """Return the facts that pairs of them tie together, the ones of each group in the order of the pairs."""
    pairs = list(pairs)
    facts: dict[tuple[Scene, Span], Fact] = {}
    for pair in pairs:
        for fact in pair:
            facts.setdefault(fact.place, fact)
    numbers = {place: number for number, place in enumerate(facts)}
    return groups_of(list(facts.values()), ((numbers[one.place], numbers[other.place]) for one, other in pairs))


def groups_of(facts: Sequence[Fact], pairs: Iterable[tuple[int, int]]) -> list[list[Fact]]:
    """Return the facts that pairs tie together, two or more a group."""
    groups = Groups(len(facts))
    for left, right in pairs:
        groups.unite(left, right)
    return [[facts[number] for number in group] for group in groups.all() if len(group) > 1]


def tied_groups(
    facts: Sequence[Fact], pairs: Iterable[tuple[int, int]], strength: Callable[[int, int], float] = lambda *_: 0.0
) -> list[list[Fact]]:
    """Return groups of facts, one an article, each tied to most of the others: no chain leads from thing to thing.

    `strength`: how sure a pair is; the surest begin the groups.
    """
    tied = {(min(pair), max(pair)) for pair in pairs}
    ties = Counter(at for pair in tied for at in pair)

    def rank(pair: tuple[int, int]) -> tuple[float, int, list[tuple[str, Span, Span]]]:  # whatever articles are called
        places = sorted((facts[at].value, *_spans(facts[at])) for at in pair)
        return -strength(*pair), -sum(ties[at] for at in pair), places

    groups: list[list[int]] = []
    held: dict[int, int] = {}
    for left, right in sorted(tied, key=rank):
        if left not in held and right not in held:
            held[left] = held[right] = len(groups)
            groups.append([left, right])
        elif (left in held) != (right in held):
            new, known = (right, left) if left in held else (left, right)
            group = groups[held[known]]
            if _fits(new, group, facts, tied):
                group.append(new)
                held[new] = held[known]
    return [[facts[at] for at in sorted(group)] for group in groups]


def _spans(fact: Fact) -> tuple[Span, Span]:
    return fact.scene.sentence, fact.span


def _fits(new: int, group: Sequence[int], facts: Sequence[Fact], tied: Container[tuple[int, int]]) -> bool:
    if any(facts[new].scene.article_id == facts[at].scene.article_id for at in group):
        return False
    links = sum((min(new, at), max(new, at)) in tied for at in group)
    return 3 * links >= 2 * len(group)


def shown(group: Iterable[Fact]) -> tuple[FactValue, ...]:
    """Return the words of facts as a comparison shows them."""
    return tuple(FactValue(fact.scene.article_id, fact.span) for fact in group)
