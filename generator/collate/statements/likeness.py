"""Whether two passages carry the same words of the same utterance: a decision about the two alone.

Nothing here may look at a third passage or count in the folder: then one more article would change what was decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from rapidfuzz.distance import LCSseq, MatchingBlock

from generator.collate.statements.passages import Passage
from generator.collate.words.tokens import Word, weight_of

Relation = Literal["same", "within"]
LONG_ENOUGH = 5  # words: from here on, equal or contained words of one speaker are one statement


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far the words of two passages are the same; weights are sums over words, see `Word.weight`."""

    matched: float
    """Weight of the words that both have in the same order; a lone common word counts little."""
    longest: int
    """Weight of the longest stretch that both have word for word."""
    shorter: float
    """Share of the lighter passage's weight that matched, 0 to 1."""
    longer: float
    """The same of the heavier passage."""
    context: int
    """Weight of the words around a fragment that the other passage has in or around it."""
    verbatim: bool
    """The lighter passage stands in the other one, word for word."""
    run: int
    """Words of the longest stretch that both have in the same order, but for a word or two here and there."""
    parted: bool = False
    """Behind that stretch each goes on with much that the other has not, so that they are two sentences."""


SLIP = 2  # words that a reading may have otherwise in the middle of a run: "in a position", "[the company]"
MIN_STRETCH = 2  # a lone common word between two stretches is no part of a run
OWN_END = 30  # weight of the words with which a sentence ends otherwise; less may be an editor's
OWN_SHARE = 0.4  # of them that the other may have as well: "of the", "in their efforts"
ELISION = 4  # code points between two words: " ... ", and not ", " or " – "
LONE_WORD = 8  # a single matching word that is commoner than this proves little
LONE_SHARE = 0.3


def likeness(part: Passage, whole: Passage) -> Likeness:
    """Compare the lighter passage with the heavier one, see `ordered`."""
    blocks = LCSseq.editops(part.stems, whole.stems).as_matching_blocks()
    matched, longest = 0.0, 0
    for block in blocks:
        weights = [word.weight for word in part.words[block.a : block.a + block.size]]
        weight = sum(weights)
        lone = block.size == 1 and weight < LONE_WORD
        matched += weight * LONE_SHARE if lone else weight
        longest = max(longest, weight)
    return Likeness(
        matched,
        longest,
        matched / max(part.weight, 1),
        matched / max(whole.weight, 1),
        _shared_context(part, whole),
        contains(whole.stems, part.stems),
        *_longest_run(part, whole, blocks),
    )


def _longest_run(part: Passage, whole: Passage, blocks: Sequence[MatchingBlock]) -> tuple[int, bool]:
    """Return the words of the longest chain of stretches that at most `SLIP` words of either side part.

    And whether the two are parted behind it, see `Likeness.parted`.
    """
    longest = run = end_a = end_b = 0
    ends = (0, 0)
    for block in blocks:
        if block.size < MIN_STRETCH:
            continue
        run = run + block.size if block.a - end_a <= SLIP and block.b - end_b <= SLIP else block.size
        end_a, end_b = block.a + block.size, block.b + block.size
        if run >= longest:
            longest, ends = run, (end_a, end_b)
    shared = sum(word.weight for block in blocks for word in part.words[max(block.a, ends[0]) : block.a + block.size])
    return longest, all(_goes_on(passage.words, end, shared) for passage, end in zip((part, whole), ends, strict=True))


def _goes_on(words: Sequence[Word], end: int, shared: int) -> bool:
    """Return whether the words behind a stretch are many and most of them its own, and none is said to be missing."""
    weight = sum(word.weight for word in words[end:])
    around = words[max(0, end - 1) :]
    elided = any(right.span.start - left.span.end >= ELISION for left, right in pairwise(around))
    return end > 0 and not elided and weight >= OWN_END and shared <= weight * OWN_SHARE


def ordered(left: Passage, right: Passage) -> tuple[Passage, Passage]:
    """Return the lighter passage, then the heavier; of two equal ones the order does not depend on the call's."""
    a, b = sorted(
        (left, right),
        key=lambda passage: (passage.weight, len(passage.keys), passage.keys, passage.article_id, passage.span),
    )
    return a, b


def contains(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Return whether `part` stands in `whole` without a gap."""
    if not part or len(part) > len(whole):
        return False
    return f"\x1f{chr(31).join(part)}\x1f" in f"\x1f{chr(31).join(whole)}\x1f"


def _shared_context(part: Passage, whole: Passage) -> int:
    around = whole.context | frozenset(word.stem for word in whole.words if word.weight >= LONE_WORD)
    inside = frozenset(part.stems)
    return sum(weight_of(stem) for stem in sorted((part.context & around) - inside))


# ---- the decision ----------------------------------------------------------------------------------------------------
#
# The bars were set on 98 pairs of sentences that share 24 of weight and half of the lighter one, and on 55 pairs
# of short fragments, all read, from 840 articles of an election year (PolNeAR, training part), and on the five seeds.
# Precision goes before recall: one pair of sentences above the bars was wrong, a line of a stump speech given twice.


@dataclass(frozen=True, slots=True)
class Bar:
    """What a pair must reach, all of it."""

    shorter: float
    matched: int = 0
    longest: int = 0


SAME_FROM = 0.75  # share of the heavier passage that makes two readings one sentence and not a part and its whole
REWORDED = (Bar(0.78, 28), Bar(0.68, 60, 30))  # the second: translated there and back (seed 003)
# Speakers repeat themselves: with publication days this far apart, likeness alone is no sign of one occasion.
FAR_APART_DAYS = 10
MUCH_LATER_DAYS = 60  # from here on no fragment is taken for the same words
REWORDED_LATER = (Bar(0.85, 70),)
UNKNOWN_SPEAKER = (Bar(1.0, longest=40), Bar(0.75, 70, 40))
OTHER_SPEAKER = (Bar(1.0, longest=44), Bar(0.85, 60, 36))

# Short fragments are slogans as often as not ("bread for all"), so the words alone are not enough.
RARE_FRAGMENT = 16  # enough when the two articles have another statement of the speaker in common
TELLING_WORDS = 4  # three may be a term that the speaker uses in every other sentence ("bread for all")
ANY_FRAGMENT = 9  # enough when the words around the fragment agree as well
AROUND = 11
AROUND_ON_ONE_OCCASION = 6
AROUND_LATER = 20
FEWEST = 2  # words that two outlets quote alike within some days, and nothing else: in 26 of 27 pairs one statement


@dataclass(frozen=True, slots=True)
class Bond:
    """How two passages belong together, why, and the weight of the words that they share."""

    kind: Relation
    reason: str
    matched: float


def relation(left: Passage, right: Passage, one_occasion: bool = False) -> Bond | None:
    """Return how two passages belong together; None: they do not, or it is not sure.

    `one_occasion`: their articles have another, longer statement of the same speaker in common.
    """
    if said_later(left, right):
        return None
    part, whole = ordered(left, right)
    found = likeness(part, whole)
    reason = _reason(part, whole, found, one_occasion)
    if reason is None:
        return None
    same = part.stems == whole.stems or (found.longer >= SAME_FROM and len(part.keys) >= LONG_ENOUGH)
    return Bond("same" if same else "within", reason, found.matched)


def _reason(part: Passage, whole: Passage, found: Likeness, one_occasion: bool) -> str | None:
    reason = _by_rare_words(part, whole, found, one_occasion)
    if found.parted and found.run >= SAME_RUN and reason in (None, REWORDING):
        return None  # two sentences that begin alike: "nobody found that he had lied", "nobody found that he had paid"
    if reason in (None, REWORDING):
        return _by_run(part, whole, found) or reason  # what stands in a row needs not be the best of its article
    return reason


# Eight words in a row are not said alike by chance, however common they are. A speaker repeats a line on other days,
# and an answer may take up the words of another: then more of them must be the same.
SAME_RUN = 8
SAME_RUN_LATER = 16
RUN_SHARE = 0.5  # of the lighter passage; two speakers: most of it
RUN_SHARE_OF_TWO = 0.8
# One speaker: an outlet may begin or end a long sentence elsewhere. Then nothing may be otherwise within the run.
RUN_SHARE_OF_ONE = 0.3
WHOLE_RUN = 44  # weight


def _by_run(part: Passage, whole: Passage, found: Likeness) -> str | None:
    if part.article_id == whole.article_id:
        return None
    known = part.speaker is not None and whole.speaker is not None
    share = RUN_SHARE_OF_TWO if known and part.speaker != whole.speaker else RUN_SHARE
    if known and part.speaker == whole.speaker and found.longest >= WHOLE_RUN:
        share = RUN_SHARE_OF_ONE
    long_enough = run_long_enough(part, whole)
    enough = found.run >= long_enough and found.shorter >= share
    return IN_A_ROW if enough else None


def run_long_enough(left: Passage, right: Passage) -> int:
    """Return how many words in a row make two passages of two articles one, whoever spoke."""
    return SAME_RUN_LATER if _days_apart(left, right) > FAR_APART_DAYS else SAME_RUN


def _by_rare_words(part: Passage, whole: Passage, found: Likeness, one_occasion: bool) -> str | None:
    if part.speaker is None or whole.speaker is None:
        same = part.speaker is whole.speaker and _is_same_fragment(part, whole, found)
        return UNKNOWN if same or _reaches(found, UNKNOWN_SPEAKER) else None
    if part.speaker != whole.speaker:
        return "same rare words, speakers differ" if _reaches(found, OTHER_SPEAKER) else None
    later = _days_apart(part, whole) > FAR_APART_DAYS
    if found.verbatim:
        short = SAME_FRAGMENT if _is_same_fragment(part, whole, found) else None
        return _verbatim(part, whole, found, one_occasion, later) or short
    if part.article_id == whole.article_id:
        return None
    return REWORDING if _reaches(found, REWORDED_LATER if later else REWORDED) else None


REWORDING = "reworded"
UNKNOWN = "same words, one speaker not known"
WORD_FOR_WORD = "word for word"
IN_A_ROW = "the same words in a row"
SAME_FRAGMENT = "the same words within some days"


def _verbatim(part: Passage, whole: Passage, found: Likeness, one_occasion: bool, later: bool) -> str | None:
    if len(part.keys) >= LONG_ENOUGH:
        return WORD_FOR_WORD
    if len(part.keys) < 2 and len(whole.keys) > len(part.keys):
        return None  # a single quoted word stands in too many sentences
    if not part.whole_quote or _days_apart(part, whole) > MUCH_LATER_DAYS:
        return None
    telling = part.stems == whole.stems or len(part.keys) >= TELLING_WORDS
    if one_occasion and not later and telling and part.weight >= RARE_FRAGMENT:
        return "the same rare words on the same occasion"
    around = AROUND_LATER if later else AROUND_ON_ONE_OCCASION if one_occasion else AROUND
    if part.weight >= (RARE_FRAGMENT if later else ANY_FRAGMENT) and found.context >= around:
        return "the same words about the same thing"
    return None


def _is_same_fragment(part: Passage, whole: Passage, found: Likeness) -> bool:
    """Return whether two outlets quote the same few words, and nothing else, within some days.

    Nobody known says them only where they are rare, or told of the same.
    """
    if part.article_id == whole.article_id or _days_apart(part, whole) > FAR_APART_DAYS:
        return False
    whole_quotes = part.whole_quote and whole.whole_quote and min(len(part.keys), len(whole.keys)) >= FEWEST
    if not whole_quotes or without_article(part.stems) != without_article(whole.stems):
        return False
    if part.speaker is not None:
        return part.weight >= ANY_FRAGMENT and not _said_apart(part, whole)
    return part.weight >= RARE_FRAGMENT or (part.weight >= ANY_FRAGMENT and found.context >= AROUND)


def without_article(stems: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a fragment without "a" or "the" before them, with which an outlet may begin it."""
    return stems[1:] if stems[:1] in (("a",), ("an",), ("the",)) else stems


def _said_apart(left: Passage, right: Passage) -> bool:
    """Return whether two articles tell different days on which the words were said."""
    return _days_between(left.said, right.said) > DAY_OF_GRACE


def _reaches(found: Likeness, bars: tuple[Bar, ...]) -> bool:
    return any(
        found.matched >= bar.matched and found.shorter >= bar.shorter and found.longest >= bar.longest for bar in bars
    )


DAY_OF_GRACE = 1  # an article may call a day what elsewhere in the world is the day before


def said_later(left: Passage, right: Passage) -> bool:
    """Return whether one was printed before the day on which the other is told to have been said: said once more."""
    return any(
        one.said is not None
        and other.day is not None
        and (date.fromisoformat(one.said) - date.fromisoformat(other.day)).days > DAY_OF_GRACE
        for one, other in ((left, right), (right, left))
    )


def _days_apart(left: Passage, right: Passage) -> int:
    """Return the days between two publications; 0 when one is not stated."""
    return _days_between(left.day, right.day)


def _days_between(one: str | None, other: str | None) -> int:
    """Return the days between two days, YYYY-MM-DD; 0 when one is not stated."""
    if one is None or other is None:
        return 0
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
