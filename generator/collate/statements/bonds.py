"""Which passages belong together: every sure pair, found without comparing copies of the same words twice.

Units of equal words, speaker, days and surroundings are one class: they are the same to each other, and whatever holds
for one of them holds for all. So a story that five hundred outlets carry costs little more than one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.collate.statements.candidates import alike
from generator.collate.statements.likeness import (
    LONG_ENOUGH,
    REWORDING,
    UNKNOWN,
    UNKNOWN_SPEAKER,
    WORD_FOR_WORD,
    Bond,
    relation,
)
from generator.collate.statements.passages import Passage
from generator.records import ArticleId

SURE_OCCASION = 30  # weight of a shared statement that shows two articles to report one speech; below are catchphrases

Edge = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Kin:
    """Units that are the same to each other."""

    members: tuple[int, ...]
    articles: frozenset[ArticleId]


def sure_bonds(passages: Sequence[Passage]) -> list[tuple[Edge, Bond]]:
    """Return the pairs of passages that belong together, as far as needed to tie all of them."""
    classes = _classes(passages)
    first = [passages[kin.members[0]] for kin in classes]
    bonds: dict[Edge, Bond] = {}
    open_pairs: list[Edge] = []
    for left, right in alike(first):
        one, other = _members(passages, classes[left], classes[right])
        if (found := relation(one, other)) is not None:
            bonds[left, right] = found
        else:
            open_pairs.append((left, right))
    occasions = _occasions(classes, first, bonds)
    for left, right in open_pairs:
        speaker = first[left].speaker
        if speaker is not None and speaker == first[right].speaker:
            here, there = (
                frozenset().union(*(occasions.get((speaker, article), frozenset()) for article in kin.articles))
                for kin in (classes[left], classes[right])
            )
            one, other = _members(passages, classes[left], classes[right])
            if here & there and (found := relation(one, other, one_occasion=True)) is not None:
                bonds[left, right] = found
    kept = [
        ((classes[left].members[0], classes[right].members[0]), bond)
        for (left, right), bond in _mutually_best(classes, bonds)
    ]
    return [*_kinship(passages, classes), *kept]


def _classes(passages: Sequence[Passage]) -> list[Kin]:
    """Return the classes in the order of their first passage. Short passages are alone: they hang on their place."""
    held: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, passage in enumerate(passages):
        plain = (
            len(passage.stems) >= LONG_ENOUGH
            if passage.speaker is not None
            else passage.weight >= UNKNOWN_SPEAKER[0].matched
        )
        key = (passage.speaker, passage.stems, passage.day, passage.said, passage.context) if plain else (number,)
        held[key].append(number)
    return [Kin(tuple(members), frozenset(passages[m].article_id for m in members)) for members in held.values()]


def _kinship(passages: Sequence[Passage], classes: Sequence[Kin]) -> list[tuple[Edge, Bond]]:
    made = []
    for kin in classes:
        head = passages[kin.members[0]]
        bond = Bond("same", WORD_FOR_WORD if head.speaker is not None else UNKNOWN, head.weight)
        made += [((kin.members[0], member), bond) for member in kin.members[1:]]
    return made


def _members(passages: Sequence[Passage], left: Kin, right: Kin) -> tuple[Passage, Passage]:
    """Return a passage of each class, of two articles if there are two."""
    one = passages[left.members[0]]
    for member in right.members:
        if passages[member].article_id != one.article_id:
            return one, passages[member]
    other = passages[right.members[0]]
    for member in left.members:
        if passages[member].article_id != other.article_id:
            return passages[member], other
    return one, other


def _occasions(
    classes: Sequence[Kin], first: Sequence[Passage], bonds: dict[Edge, Bond]
) -> dict[tuple[str, ArticleId], frozenset[Edge]]:
    """Return (speaker, article) to the bonds of that speaker's longer statements that the article has a part in.

    Two articles that have one in common report the same speech.
    """
    held: defaultdict[tuple[str, ArticleId], set[Edge]] = defaultdict(set)
    sure = {(number, number): passage.weight for number, passage in enumerate(first)}
    sure |= {pair: int(bond.matched) for pair, bond in bonds.items()}
    for (left, right), weight in sure.items():
        speaker = first[left].speaker
        articles = classes[left].articles | classes[right].articles
        if weight >= SURE_OCCASION and speaker is not None and speaker == first[right].speaker and len(articles) > 1:
            for article in articles:
                held[speaker, article].add((left, right))
    return {key: frozenset(pairs) for key, pairs in held.items()}


def _mutually_best(classes: Sequence[Kin], bonds: dict[Edge, Bond]) -> list[tuple[Edge, Bond]]:
    """Return the bonds; of the reworded ones only those that are each other's best between two articles.

    A speaker who builds sentences alike would otherwise tie all of them together.
    """
    best: defaultdict[tuple[int, ArticleId], float] = defaultdict(float)
    for (left, right), bond in bonds.items():
        for one, other in ((left, right), (right, left)):
            for article in classes[other].articles:
                best[one, article] = max(best[one, article], bond.matched)
    return [
        (pair, bond)
        for pair, bond in sorted(bonds.items())
        if bond.reason != REWORDING or _best_somewhere(pair, bond.matched, classes, best)
    ]


def _best_somewhere(pair: Edge, score: float, classes: Sequence[Kin], best: dict[tuple[int, ArticleId], float]) -> bool:
    left, right = pair
    there = {article for article in classes[right].articles if score >= best[left, article]}
    here = {article for article in classes[left].articles if score >= best[right, article]}
    return bool(there and here) and len(there | here) > 1
