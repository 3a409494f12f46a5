"""The clauses that tell one action in two sentences of which each is the other's nearest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.collate.comparison.aligned import Alignment, SentencePlace
from generator.collate.comparison.scenes import Account, Rarity, Scene, common_head, strangers
from generator.records import ArticleId


def same_clauses(
    accounts: Mapping[ArticleId, Account], aligned: Alignment, rarity: Rarity
) -> Iterator[tuple[Scene, Scene]]:
    """Yield the pairs of clauses, in the reporters' own words, that have one verb and no other people."""
    scenes: dict[SentencePlace, list[Scene]] = {}
    for pair in sorted(aligned.near):
        for place in pair:
            if place not in scenes:
                scenes[place] = list(_clauses(place, accounts[place[0]]))
        for one in scenes[pair[0]]:
            for other in scenes[pair[1]]:
                if one.negated == other.negated and common_head(one, other, rarity) and not strangers(one, other):
                    yield one, other


def _clauses(place: SentencePlace, account: Account) -> Iterator[Scene]:
    grammar = account.grammar
    for at in grammar.within(place[1]):
        if not grammar.is_clause(at) or account.is_quoted(at):
            continue
        if (scene := account.scene(at)) is not None:
            yield scene
