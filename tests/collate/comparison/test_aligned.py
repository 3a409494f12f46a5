"""Of two sentences the stretches are found that have most in common, though most stretches are never weighed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from types import SimpleNamespace
from typing import cast

from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.collate.comparison.aligned import NEAR, Alignment, Shared, Weighed, weigh
from generator.collate.comparison.scenes import Account, Part, Rarity
from generator.collate.comparison.sentences import Corpus
from generator.records import ArticleId, Span

WHOLE = Span(0, 1000)
LEFT, RIGHT = (ArticleId("courier"), WHOLE), (ArticleId("echo"), WHOLE)
NUMBERS = (0, 1)  # of the two sentences, in the order of their articles
WORDS = st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 2), st.booleans())
SENTENCES = st.lists(WORDS, max_size=12)


class Bits(Rarity):
    """Words whose rarity is given, and not learned from articles."""

    def __init__(self, bits: Mapping[str, float]) -> None:
        self.bits = dict(bits)


def parts(words: Sequence[tuple[str, int, bool]]) -> tuple[Part, ...]:
    # A phrase is of neighbouring words, so its number grows along the sentence.
    return tuple(
        Part(Span(10 * at, 10 * at + 5), word, at - at % (1 + phrase), acts)
        for at, (word, phrase, acts) in enumerate(words)
    )


def aligned(left: tuple[Part, ...], right: tuple[Part, ...], rarity: Rarity) -> Alignment:
    def account(told: tuple[Part, ...]) -> Account:
        found = SimpleNamespace(sentences=[SimpleNamespace(span=WHOLE)])
        return cast(Account, SimpleNamespace(found=found, told_in=lambda _: told))

    accounts = {LEFT[0]: account(left), RIGHT[0]: account(right)}
    return Alignment(
        accounts, cast(Corpus, SimpleNamespace(event_of=dict.fromkeys(accounts, 0), are_apart=lambda *_: False)), rarity
    )


def weighed(told: Sequence[Part], alignment: Alignment) -> list[Weighed]:
    return [Weighed(part.feature, part.phrase, alignment._rarity.bits[part.feature], part.acts) for part in told]


def every_stretch(one: Sequence[Part], other: Sequence[Part], alignment: Alignment) -> Iterator[Shared]:
    """Yield each stretch of a sentence with what of the other holds the same, weighed."""
    common = {part.feature for part in one} & {part.feature for part in other}
    for start, end in combinations([at for at, part in enumerate(one) if part.feature in common], 2):
        wanted = frozenset(part.feature for part in one[start : end + 1]) & common
        places = [at for at, part in enumerate(other) if part.feature in wanted]
        facing = other[places[0] : places[-1] + 1]
        bits, _ = weigh(weighed(one[start : end + 1], alignment), weighed(facing, alignment), wanted)
        spans = (Span(told[0].span.start, told[-1].span.end) for told in (one[start : end + 1], facing))
        acting = [{part.feature for part in told if part.acts} for told in (one[start : end + 1], facing)]
        yield Shared(bits, *spans, wanted, wanted & acting[0] & acting[1])


@given(SENTENCES, SENTENCES, st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.1, 9), min_size=8))
def test_the_stretches_found_are_the_best_of_all(
    one: list[tuple[str, int, bool]], other: list[tuple[str, int, bool]], bits: dict[str, float]
) -> None:
    left, right = parts(one), parts(other)
    assume(left != right)  # of a copy the same stretch is taken in both
    alignment = aligned(left, right, Bits(bits))
    turned = (replace(each, left=each.right, right=each.left) for each in every_stretch(right, left, alignment))
    every = [each for each in (*every_stretch(left, right, alignment), *turned) if each.bits >= NEAR]
    found = alignment.shared(*NUMBERS)
    assert (found is None) == (not every)
    if found is not None:
        assert found in every
        length = {each: each.left.end - each.left.start + each.right.end - each.right.start for each in every}
        assert min((-each.bits, length[each]) for each in every) == (-found.bits, length[found])


COPIED = [("a", 0, True), ("b", 0, True), ("c", 0, True), ("a", 0, True)]
ACTS_FIRST = [("b", 0, True), *[("a", 0, False)] * 5, ("b", 0, False)]  # the same words, read as deeds elsewhere
ACTS_LAST = [("b", 0, False), *[("a", 0, False)] * 5, ("b", 0, True)]
HEAVY = dict.fromkeys("abcdefgh", 9.0)


@given(SENTENCES, SENTENCES, st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.1, 9), min_size=8))
@example(COPIED, COPIED, HEAVY)
@example(COPIED, COPIED[::-1], HEAVY)
@example(ACTS_FIRST, ACTS_LAST, HEAVY)
def test_which_article_comes_first_changes_no_stretch(
    one: list[tuple[str, int, bool]], other: list[tuple[str, int, bool]], bits: dict[str, float]
) -> None:
    left, right = parts(one), parts(other)
    found = aligned(left, right, Bits(bits)).shared(*NUMBERS)
    turned = aligned(right, left, Bits(bits)).shared(*NUMBERS)
    assert found == (turned and replace(turned, left=turned.right, right=turned.left))
