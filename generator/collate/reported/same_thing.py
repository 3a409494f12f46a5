"""Whether two wordings tell the same thing said: a decision about the two alone, precision before recall.

A paraphrase shares the words that carry the thing and not their order. Another number, a "not" or another object is
another thing, and so is another kind of saying: who denies something did not state it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from generator.collate.statements.variants import negations
from generator.collate.words.numbers import number_words
from generator.collate.words.tokens import Word, words_of
from generator.records import CueClass, PersonId, Report, Span, StatementId

CONTENT = 7  # weight from which a word says what a sentence is about
# The bars were set on the pairs of nine events that have two reports or a report and a statement alike, all read, and
# set anew on 53 events; the share of the heavier on 45 read pairs more.
# Names count for what is matched, and do not tell by themselves what was said of them.
MATCHED = 24  # weight that both must have in common
TELLING = 3  # words in common that are no names
OF_LIGHTER, OF_HEAVIER = 0.62, 0.33  # shares of the weight of either
# A wording that stands nearly whole in the other one needs fewer.
WHOLE, WHOLE_MATCHED, WHOLE_TELLING, WHOLE_WORDS = 0.8, 18, 2, 4
ALL = 0.95
# Who tells more around it has more to match: one thing of several.
MUCH, MUCH_TELLING, OF_LIGHTER_MUCH = 34, 4, 0.38
IN_ORDER = 0.75  # of these: what a whole story is about ("the boy's mother", "the invoice") comes in any order
OF_QUOTING = 0.6  # of a report whose own quotes are readings of a statement: less, and it tells more than that
COMMON_NUMBERS = frozenset({"1", "2"})  # "one of the", "the two sides": nobody counts
STATES = frozenset({"says", "believes", "promises", "denies"})
# Behind these another clause begins, to which a "not" before them does not reach: "is not sure how, but it is broken".
_TURN = re.compile(r"[;:.?!—–]|--|,\s+(?=(?:but|and|while|although|though|because)\b)|\s(?=but\b)")


@dataclass(frozen=True)
class ToldWords:
    """One wording of something said."""

    speaker: PersonId
    cue_class: CueClass
    words: tuple[str, ...]
    """Keys, in order."""
    stems: dict[str, int]
    """The words that carry it, by stem in their order, with their weights."""
    names: frozenset[str]
    """Those of them that are names."""
    numbers: frozenset[str]
    places: dict[str, tuple[int, ...]]
    """By stem, the numbers of the clauses that it stands in."""
    negated: tuple[int, ...]
    """The numbers of the clauses with a "not", once for each of them."""
    name: StatementId | str = ""
    """The statement that it is a wording of; "" for a report."""

    @classmethod
    def of(cls, text: str, speaker: PersonId, cue_class: CueClass, name: StatementId | str = "") -> ToldWords:
        """Return a wording as it is compared."""
        words = words_of(text, Span(0, len(text)))
        keys = tuple(word.key for word in words)
        carrying = [word for word in words if word.weight >= CONTENT and not _number(word)]
        stems = {word.stem: word.weight for word in carrying}
        names = {word.stem for word in carrying if text[word.span.start].isupper() and word != words[0]}
        numbers = frozenset(filter(None, map(_number, words))) - COMMON_NUMBERS
        turns = [turn.start() for turn in _TURN.finditer(text)]
        clauses = [bisect_right(turns, word.span.start) for word in words]
        places: defaultdict[str, list[int]] = defaultdict(list)
        for word, clause in zip(words, clauses, strict=True):
            places[word.stem].append(clause)
        negated = tuple(clause for key, clause in zip(keys, clauses, strict=True) if key in negations())
        stands = {stem: tuple(places[stem]) for stem in stems}
        return cls(speaker, cue_class, keys, stems, frozenset(names), numbers, stands, negated, name)

    @cached_property
    def weight(self) -> int:
        """Sum over its words."""
        return sum(self.stems.values())

    def shared(self, other: ToldWords) -> int:
        """Return the weight of the words that both have."""
        return sum(weight for stem, weight in self.stems.items() if stem in other.stems)

    def contrary(self, stems: Collection[str]) -> tuple[bool, bool]:
        """Return whether the clauses that have these words say that it is not so, and whether they have any "not".

        "Did not pay", "denied having paid"; what is neither sure nor missing has two, and is like none of them.
        """
        clauses = [clause for stem in stems for clause in self.places[stem]]
        low, high = min(clauses, default=0), max(clauses, default=0)
        negatives = sum(low <= clause <= high for clause in self.negated) + (self.cue_class == "denies")
        return negatives % 2 == 1, negatives > 0


def told_in(report: Report, text: str) -> ToldWords:
    """Return the words of a report as they are compared."""
    assert report.speaker is not None
    words = " ".join(span.of(text) for span in report.content)
    return ToldWords.of(words, report.speaker, report.cue_class)


def same_thing(left: ToldWords, right: ToldWords) -> bool:
    """Return whether two wordings of one speaker tell the same thing."""
    if left.speaker != right.speaker or not _one_kind(left, right) or not _one_count(left, right):
        return False
    both = left.stems.keys() & right.stems.keys()
    if left.contrary(both) != right.contrary(both):
        return False
    if left.words == right.words and len(left.words) >= WHOLE_WORDS:
        return True
    telling = len(both - left.names - right.names)
    shared = left.shared(right)
    lighter, heavier = sorted((left.weight, right.weight))
    if shared >= MATCHED and shared >= OF_LIGHTER * lighter and shared >= OF_HEAVIER * heavier:
        return telling >= (WHOLE_TELLING if shared >= WHOLE * lighter else TELLING)
    if shared >= MUCH and shared >= OF_LIGHTER_MUCH * lighter and shared >= OF_HEAVIER * heavier:
        told = telling >= MUCH_TELLING and "believes" not in (left.cue_class, right.cue_class)
        return told and _in_order(left, right) >= IN_ORDER * shared
    whole = shared >= WHOLE_MATCHED and shared >= (WHOLE if shared >= WHOLE * heavier else ALL) * lighter
    # "To build a wall" is said of any wall: two words that tell something do where they are nearly all of both.
    return (
        whole
        and telling >= (WHOLE_TELLING if shared >= WHOLE * heavier else TELLING)
        and min(len(left.words), len(right.words)) >= WHOLE_WORDS
        and _in_order(left, right) == shared
    )


def quotes_same(report: ToldWords, statement: ToldWords) -> bool:
    """Return whether a report tells what a statement has that quotes of its own words are readings of.

    Whoever denies that it was “a ruin” quotes the word and does not say so.
    """
    same = report.cue_class != "denies" and report.speaker == statement.speaker and _one_count(report, statement)
    return same and report.shared(statement) >= OF_QUOTING * report.weight


def _one_kind(left: ToldWords, right: ToldWords) -> bool:
    """Return whether two may tell one thing by their kind of saying; what a quotation does is not known."""
    return (
        left.cue_class == right.cue_class
        or {left.cue_class, right.cue_class} <= STATES
        or bool(left.name or right.name)
    )


def _one_count(left: ToldWords, right: ToldWords) -> bool:
    """Return whether the one has no number that the other contradicts."""
    less, more = sorted((left.numbers, right.numbers), key=len)
    return less <= more


def _in_order(left: ToldWords, right: ToldWords) -> int:
    """Return the weight of the words that both have in one order: of "timber or granite", "granite and timber" one."""
    mine = [stem for stem in left.stems if stem in right.stems]
    place = {stem: at for at, stem in enumerate(right.stems)}
    best: list[int] = []  # by word, the heaviest run in order that ends with it
    for at, stem in enumerate(mine):
        before = (best[earlier] for earlier in range(at) if place[mine[earlier]] < place[stem])
        best.append(left.stems[stem] + max(before, default=0))
    return max(best, default=0)


def _number(word: Word) -> str:
    if word.key in number_words():
        return str(number_words()[word.key])
    return word.key if word.key[:1].isdigit() else ""
