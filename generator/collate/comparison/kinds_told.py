"""Where two articles take the same people for other kinds of people: "two young sailors" and "two young soldiers"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.collate.comparison.aligned import Alignment, SentencePair, SentencePlace
from generator.collate.comparison.facts import Fact, shown, tied
from generator.collate.comparison.matters import Matter
from generator.collate.comparison.scenes import NUMBER, Account
from generator.collate.comparison.wording import name_of
from generator.records import ArticleId
from generator.wordlists import first_of_line

BESIDE = frozenset(["nummod", "amod", "compound", "nmod"])
FEWEST = 2  # words that stand with both, a number among them


def told_kinds(accounts: Mapping[ArticleId, Account], aligned: Alignment) -> list[Matter]:
    """Return a matter for people whom two articles count and describe alike in telling the same, but for their kind."""
    found = [pair for pair in sorted(aligned.near) if _kinds_in(pair, accounts)]
    people = {place: list(_people(place, accounts[place[0]])) for pair in found for place in pair}
    pairs = []
    for left, right in found:
        for one, beside in people[left]:
            for other, near in people[right]:
                same = beside & near
                if one.value != other.value and len(same) >= FEWEST and any(word[0] == NUMBER for word in same):
                    pairs.append((one, other))
    return [
        Matter("kind", name_of([(fact.scene, None) for fact in group], accounts), "differ", shown(group))
        for group in tied(pairs)
    ]


def _kinds_in(pair: SentencePair, accounts: Mapping[ArticleId, Account]) -> bool:
    """Return whether two sentences name no kind of people in common, and a kind each."""
    here, there = ({fact.value for fact, _ in _people(place, accounts[place[0]])} for place in pair)
    return bool(here) and bool(there) and not here & there


def _people(place: SentencePlace, account: Account) -> Iterator[tuple[Fact, frozenset[str]]]:
    """Yield the people of a sentence by their kind, with what tells how many and which they are."""
    grammar = account.grammar
    for at in grammar.within(place[1]):
        kind = _kinds().get(account.surface(at).lower())
        if kind is None or account.is_quoted(at):
            continue
        beside = [child for child in grammar.hanging[at] if grammar.words[child].dep in BESIDE and child < at]
        scene = account.scene(at)
        if scene is not None and beside:
            span = grammar.text_span([*beside, at])
            yield Fact(scene, span, kind), account.features(beside) | account.numbers_in(beside)


def _kinds() -> dict[str, str]:
    return first_of_line("kinds_of_people.txt")
