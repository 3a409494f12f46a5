"""Where two articles tell one action of a thing and of a part of it, or of what it mainly and what it only is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from generator.collate.comparison.aligned import Alignment
from generator.collate.comparison.facts import Fact, shown, tied
from generator.collate.comparison.matters import Matter
from generator.collate.comparison.scenes import Account, Rarity, Scene
from generator.collate.comparison.tellings import same_clauses
from generator.collate.comparison.wording import name_of
from generator.collate.timeline.mentions.grammar import NOUNS
from generator.records import ArticleId, Span
from generator.wordlists import words

# Extents of one thing of which the one is more than the other; "" is the thing by its name alone.
APART = frozenset([("part", ""), ("part", "all"), ("few", "all"), ("mainly", "only")])
LIMITED = frozenset(["nummod", "relcl", "acl", "conj"])
_ToldExtent = tuple[frozenset[str], str, int]
"""What a noun names, how much of it, and the noun."""


def told_extents(accounts: Mapping[ArticleId, Account], aligned: Alignment, rarity: Rarity) -> list[Matter]:
    """Return a matter for every action that two articles tell of one thing, and in one of them of less of it."""
    pairs = []
    for one, other in same_clauses(accounts, aligned, rarity):
        here, there = accounts[one.article_id], accounts[other.article_id]
        for left, right in (*_amounts(one, other, here, there), *_shares(one, other, here, there)):
            pairs.append((Fact(one, left, ""), Fact(other, right, "")))
    return [
        Matter("extent", name_of([(fact.scene, None) for fact in group], accounts), "differ", shown(group))
        for group in tied(pairs)
    ]


def _amounts(one: Scene, other: Scene, here: Account, there: Account) -> Iterator[tuple[Span, Span]]:
    """Yield the clauses of two verbs whose objects, or sufferers, are of one kind and not as many."""
    left, right = _object(one, here), _object(other, there)
    if left is None or right is None or not left[0] & right[0] or not _are_apart(left[1], right[1]):
        return
    if not (one.features - one.objects) & (other.features - other.objects):
        return
    yield _with_verb(one, left[2], here), _with_verb(other, right[2], there)


def _object(scene: Scene, account: Account) -> _ToldExtent | None:
    grammar = account.grammar
    noun = grammar.own_subject(scene.at) if grammar.is_passive(scene.at) else grammar.object(scene.at)
    if noun is None:
        return None
    of = _behind_of(noun, account)
    extent = _class_of(account.surface(noun)) if of is not None else ""
    if extent == "part" and of is not None:
        return account.features([of]), extent, of
    told = [found for child in grammar.hanging[noun] if (found := _class_of(account.surface(child)))]
    if grammar.words[noun].tag not in NOUNS or (not told and _is_limited(noun, account)):
        return None
    return account.features([noun]), told[0] if told else "", noun


def _behind_of(noun: int, account: Account) -> int | None:
    """Return what a noun is a part of: "the act" of "a part of the act"."""
    words, hanging = account.grammar.words, account.grammar.hanging
    behind = (below for child in hanging[noun] if words[child].lemma.lower() == "of" for below in hanging[child])
    return next((below for below in behind if words[below].dep == "pobj"), None)


def _is_limited(noun: int, account: Account) -> bool:
    """Return whether a phrase tells itself which are meant: "two rules", "expiring rules", "rules and fees"."""
    words, beside = account.grammar.words, account.grammar.hanging[noun]
    telling = (
        at for at in beside if words[at].dep in ("amod", "compound") and account.surface(at).endswith(("ing", "ed"))
    )
    return any(words[at].dep in LIMITED for at in beside) or any(telling)


def _shares(one: Scene, other: Scene, here: Account, there: Account) -> Iterator[tuple[Span, Span]]:
    """Yield the clauses of two verbs of which one holds mainly and the other only."""
    left, right = _adverb(one, here), _adverb(other, there)
    if left is not None and right is not None and _are_apart(left[1], right[1]):
        what = [
            account.features(account.grammar.below(scene.at)) - scene.heads
            for scene, account in ((one, here), (other, there))
        ]
        if what[0] & what[1] - one.doers:
            yield _clause(one, here), _clause(other, there)


def _adverb(scene: Scene, account: Account) -> tuple[int, str] | None:
    grammar = account.grammar
    below = [*grammar.hanging[scene.at]]
    below += [at for child in below if grammar.words[child].dep == "prep" for at in grammar.hanging[child]]
    told = ((at, _class_of(account.surface(at))) for at in below if grammar.words[at].dep == "advmod")
    return next((found for found in told if found[1] in ("mainly", "only")), None)


def _are_apart(one: str, other: str) -> bool:
    return (one, other) in APART or (other, one) in APART


def _with_verb(scene: Scene, noun: int, account: Account) -> Span:
    grammar = account.grammar
    inside = sorted({scene.at, *grammar.below(noun, lambda child: child != noun and grammar.is_clause(child))})
    return account.trimmed(grammar.text_span(range(inside[0], inside[-1] + 1)))


def _clause(scene: Scene, account: Account) -> Span:
    return account.trimmed(account.grammar.text_span([at for at in account.own(scene.at) if at >= scene.at]))


def _class_of(word: str) -> str:
    return _classes().get(word.lower(), "")


@cache
def _classes() -> dict[str, str]:
    return {word: section for section in sorted({*sum(APART, ())} - {""}) for word in words("extents.txt", section)}
