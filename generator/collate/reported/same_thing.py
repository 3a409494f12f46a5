"""Whether two wordings tell the same thing said: a decision about the two alone, precision before recall.

A paraphrase shares the words that carry the thing and not their order. Another number, a "not" or another object is
another thing, and so is another kind of saying: who denies something did not state it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.collate.statements.variants import negations
from generator.collate.words.numbers import number_words
from generator.collate.words.tokens import Word, words_of
from generator.records import CueClass, PersonId, Report, Span, StatementId

CONTENT = 7  # weight from which a word says what a sentence is about
# The bars were set on the pairs of nine events that have two reports or a report and a statement alike, all read. Names
# count for what is matched, and do not tell by themselves what was said of them.
MATCHED = 24  # weight that both must have in common
TELLING = 3  # words in common that are no names
OF_LIGHTER, OF_HEAVIER = 0.62, 0.25  # shares of the weight of either
# A wording that stands nearly whole in the other one needs fewer.
WHOLE, WHOLE_MATCHED, WHOLE_TELLING, WHOLE_WORDS = 0.8, 18, 2, 4
ALL = 0.95
COMMON_NUMBERS = frozenset({"1", "2"})  # "one of the", "the two sides": nobody counts
STATES = frozenset({"says", "believes", "promises", "denies"})


@dataclass(frozen=True)
class Told:
    """One wording of something said."""

    speaker: PersonId
    cue_class: CueClass
    words: tuple[str, ...]
    """Keys, in order."""
    stems: dict[str, int]
    """The words that carry it, by stem, with their weights."""
    names: frozenset[str]
    """Those of them that are names."""
    numbers: frozenset[str]
    contrary: bool
    """Whether it says that something is not so: "did not pay", "denied having paid"."""
    name: StatementId | str = ""
    """The statement that it is a wording of; "" for a report."""

    @classmethod
    def of(cls, text: str, speaker: PersonId, cue_class: CueClass, name: StatementId | str = "") -> Told:
        """Return a wording as it is compared."""
        words = words_of(text, Span(0, len(text)))
        keys = tuple(word.key for word in words)
        carrying = [word for word in words if word.weight >= CONTENT and not _number(word)]
        stems = {word.stem: word.weight for word in carrying}
        names = {word.stem for word in carrying if text[word.span.start].isupper() and word != words[0]}
        numbers = frozenset(filter(None, map(_number, words))) - COMMON_NUMBERS
        contrary = (sum(key in negations() for key in keys) + (cue_class == "denies")) % 2 == 1
        return cls(speaker, cue_class, keys, stems, frozenset(names), numbers, contrary, name)

    @cached_property
    def weight(self) -> int:
        """Sum over its words."""
        return sum(self.stems.values())

    def shared(self, other: Told) -> int:
        """Return the weight of the words that both have."""
        return sum(weight for stem, weight in self.stems.items() if stem in other.stems)


def told_in(report: Report, text: str) -> Told:
    """Return the words of a report as they are compared."""
    assert report.speaker is not None
    words = " ".join(span.of(text) for span in report.content)
    return Told.of(words, report.speaker, report.cue_class)


def same_thing(left: Told, right: Told) -> bool:
    """Return whether two wordings of one speaker tell the same thing."""
    if left.speaker != right.speaker or not _one_kind(left, right):
        return False
    if left.contrary != right.contrary or (left.numbers and right.numbers and left.numbers != right.numbers):
        return False
    if left.words == right.words and len(left.words) >= WHOLE_WORDS:
        return True
    both = left.stems.keys() & right.stems.keys()
    telling = len(both - left.names - right.names)
    shared = left.shared(right)
    lighter, heavier = sorted((left.weight, right.weight))
    if shared >= MATCHED and shared >= OF_LIGHTER * lighter and shared >= OF_HEAVIER * heavier:
        return telling >= (WHOLE_TELLING if shared >= WHOLE * lighter else TELLING)
    whole = shared >= WHOLE_MATCHED and shared >= (WHOLE if shared >= WHOLE * heavier else ALL) * lighter
    return whole and telling >= WHOLE_TELLING and min(len(left.words), len(right.words)) >= WHOLE_WORDS


def _one_kind(left: Told, right: Told) -> bool:
    """Return whether two may tell one thing by their kind of saying; what a quotation does is not known."""
    return (
        left.cue_class == right.cue_class
        or {left.cue_class, right.cue_class} <= STATES
        or bool(left.name or right.name)
    )


def _number(word: Word) -> str:
    if word.key in number_words():
        return str(number_words()[word.key])
    return word.key if word.key[:1].isdigit() else ""
