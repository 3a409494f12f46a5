"""How a clause says a matter came out: done, not done, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from generator.collate.comparison.sentences import ComparedSentence
from generator.collate.statements.variants import negations
from generator.collate.words.tokens import Word, american
from generator.records import Span
from generator.wordlists import lines

Outcome = Literal["done", "undone", ""]
NEGATION_REACH = 4  # words before "agreed" that a "not" may stand


def outcome_of(sentence: ComparedSentence, within: Span) -> Outcome:
    """Return what the clause says of its matter; "undone" when any word of it does."""
    words = [word for word in sentence.words if within.covers(word.span)]
    outcome: Outcome = ""
    for at in range(len(words)):
        told = _told(words, at)
        if told & outcome_words("undone"):
            return "undone"
        if told & outcome_words("done"):
            lead = words[max(0, at - NEGATION_REACH) : at]
            if any(each.key in negations() for each in lead):
                return "undone"
            outcome = "done"
    return outcome


def _told(words: Sequence[Word], at: int) -> frozenset[str]:
    """Return a word, and it with the next one: "turned down" is one word in two."""
    return frozenset([words[at].key, " ".join(word.key for word in words[at : at + 2])])


@cache
def outcome_words(section: str) -> frozenset[str]:
    """Return the words of a section of `data/outcomes.txt`."""
    return frozenset(" ".join(map(american, line.split("_"))) for line in lines("outcomes.txt", section))


TURNED = 4  # words behind a "not" among which the one stands that it turns round: "has not yet been declared"
# Words behind which a "not" does not reach.
_BREAKS = frozenset(
    "in of on at for by from with over about between that because as if when while who which and or but than".split()  # noqa: SIM905
)
_NO_TURN = frozenset(["just", "only", "merely", "solely", "simply", "even"])
TELLING = 7  # weight from which a word is worth turning


def turned_words(sentence: ComparedSentence, within: Span) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems that a clause says plainly, and those that it turns round with a "not"."""
    words = [word for word in sentence.words if within.covers(word.span)]
    turned = set()
    for at, word in enumerate(words):
        only = words[at + 1 : at + 2] and words[at + 1].key in _NO_TURN
        if word.key in negations() and not only:
            turned |= _turned_by(words[at + 1 : at + 1 + TURNED])
    plain = {word.stem for word in words if word.weight >= TELLING} - turned
    return frozenset(plain), frozenset(turned)


def leaves_open(sentence: ComparedSentence, within: Span) -> bool:
    """Return whether a clause has a "not" of its own kind ("unable", "out of") or tells of what is not real ("if")."""
    unsaid = outcome_words("unsaid") | outcome_words("undone")
    words = [word for word in sentence.words if within.covers(word.span)]
    return any(_told(words, at) & unsaid for at in range(len(words)))


def _turned_by(following: Sequence[Word]) -> set[str]:
    for word in following:
        if word.key in _BREAKS:
            break
        if word.weight >= TELLING:
            return {word.stem}
    return set()
