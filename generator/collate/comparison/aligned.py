"""Which sentences of two articles tell the same: each is the other's nearest by all that they name.

Verb against verb, outlets that word a thing in their own way share nothing; their sentences still share who, what, when
and how many. Sentence alignment by weighted overlap, as for comparable texts (Barzilay and Elhadad 2003), with persons
behind pronouns, countries behind "Danish", kinds of happenings, days and numbers among what is compared. A long
sentence tells several things: so of both the stretches are weighed that have most in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import sqrt
from operator import itemgetter
from typing import NamedTuple

from generator.collate.comparison.scenes import Account, Part, Rarity, Scene
from generator.collate.comparison.sentences import Corpus
from generator.records import ArticleId, Span

MOST = 40  # sentences that hold a word by which two are still brought together
FURTHER = 0.25  # of the bits of each further word of a phrase: "press secretary" is one thing
LONGEST = 150  # words that tell something in a sentence of prose
REACH = 24  # words of a stretch that both sentences have
NEAR = 8.0  # bits that two stretches share, by the share of what both tell, for them to tell of one thing
ROUNDED = 1e-6  # bits by which sums over the same words in another order may differ, and far more
SentencePlace = tuple[ArticleId, Span]
"""A sentence of an article."""
SentencePair = tuple[SentencePlace, SentencePlace]


@dataclass(frozen=True, slots=True)
class Shared:
    """The stretches of two sentences that tell the same."""

    bits: float
    left: Span
    right: Span
    features: frozenset[str]
    acts: frozenset[str]
    """Those of them that tell what happens, in both: no "form" of one and "formed" of the other."""


class Weighed(NamedTuple):
    """What stretches of a sentence are weighed by, of one word of it."""

    feature: str
    phrase: int
    bits: float
    acts: bool


class Alignment:
    """The pairs of sentences that tell the same, with the bits that tell it."""

    def __init__(self, accounts: Mapping[ArticleId, Account], corpus: Corpus, rarity: Rarity) -> None:
        self._rarity = rarity
        told = {
            (identity, sentence.span): told
            for identity in sorted(accounts)
            for sentence in accounts[identity].found.sentences
            if len(told := accounts[identity].told_in(sentence.span)) <= LONGEST
        }
        # By their numbers from here on: those are compared and hashed far faster than places.
        self._places = sorted(told)
        self._told = [told[place] for place in self._places]
        self._features = [frozenset(part.feature for part in parts) for parts in self._told]
        self._acts = [frozenset(part.feature for part in parts if part.acts) for parts in self._told]
        self._weighed = [
            [Weighed(part.feature, part.phrase, rarity.bits[part.feature], part.acts) for part in parts]
            for parts in self._told
        ]
        self._words = [_worded(parts, place[1].start) for place, parts in zip(self._places, self._told, strict=True)]
        """What a sentence tells and how far from its beginning: of two sentences with the same none is first."""
        self.near = self._nearest(corpus)

    def of(self, one: Scene, other: Scene) -> Shared | None:
        """Return what the sentences of two scenes tell alike; None where they are not each other's nearest."""
        return self.near.get(_pair(one, other))

    def _nearest(self, corpus: Corpus) -> dict[SentencePair, Shared]:
        """Return the pairs of which each is the other's nearest in its article."""
        found: dict[tuple[int, int], Shared] = {}
        article = [place[0] for place in self._places]
        best: defaultdict[tuple[int, ArticleId], float] = defaultdict(lambda: NEAR)
        for most, left, right in self._likest_first(corpus):
            here, there = (left, article[right]), (right, article[left])
            least = min(best[here], best[there])
            if most < least - ROUNDED:
                continue  # for both a nearer one is known, whatever the two share
            shared = self.shared(left, right, least)
            if shared is not None:
                found[left, right] = shared
                best[here] = max(best[here], shared.bits)
                best[there] = max(best[there], shared.bits)
        return {
            (self._places[left], self._places[right]): shared
            for (left, right), shared in sorted(found.items(), key=itemgetter(0))
            if shared.bits >= best[left, article[right]] and shared.bits >= best[right, article[left]]
        }

    def _likest_first(self, corpus: Corpus) -> list[tuple[float, int, int]]:
        """Return the pairs that may share `NEAR` or more, with the bits of all that both tell: no stretch has more."""
        pairs = [
            (most, left, right)
            for left, right in self._candidates(corpus)
            if len(common := self._common(left, right)) > 1 and (most := self._rarity.sum(common)) >= NEAR
        ]
        return sorted(pairs, key=lambda pair: -pair[0])

    def _common(self, left: int, right: int) -> frozenset[str]:
        """Return what two sentences tell both; nothing where no action is among it."""
        if self._acts[left].isdisjoint(self._acts[right]):
            return frozenset()
        return self._features[left] & self._features[right]

    def _candidates(self, corpus: Corpus) -> list[tuple[int, int]]:
        event = [corpus.event_of[place[0]] for place in self._places]
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for number, features in enumerate(self._features):
            for feature in features:
                holders[feature].append(number)
        article = [place[0] for place in self._places]
        return sorted(
            {
                (left, right)
                for held in holders.values()
                if 1 < len(held) <= MOST
                for left, right in combinations(held, 2)
                if event[left] == event[right]
                and article[left] != article[right]
                and not corpus.are_apart(article[left], article[right])
            }
        )

    def shared(self, left: int, right: int, least: float = NEAR) -> Shared | None:
        """Return the stretches of two sentences that share most; None where that is fewer bits than `least`.

        Of two that share as much the first stands, so that which sentence is read first is left to their words and not
        to what their articles are called.
        """
        if self._words[right] < self._words[left]:
            turned_round = self.shared(right, left, least)
            return turned_round and replace(turned_round, left=turned_round.right, right=turned_round.left)
        common = self._common(left, right)
        if len(common) < 2 or self._rarity.sum(common) < NEAR:
            return None
        found = list(self._stretches(left, right, common, least))
        least = max((each.bits for each in found), default=least)
        turned = self._stretches(right, left, common, least)
        found += (replace(each, left=each.right, right=each.left) for each in turned)
        best = min(found, key=_rank, default=None)
        if best is None or self._words[left] != self._words[right]:
            return best
        # Copied: neither of the two is read first.
        return _alike(best, self._places[left][1].start, self._places[right][1].start)

    def _stretches(self, left: int, right: int, common: frozenset[str], least: float) -> Iterator[Shared]:
        """Yield the stretches of one sentence, each with what of the other one holds the same.

        Those that share fewer bits than `least`, or than one before them, may be left out: no stretch shares more than
        its words tell, nor more than their share of all that it tells, so most need not be weighed.
        """
        one, other = self._weighed[left], self._weighed[right]
        facing_at = [(at, word[0]) for at, word in enumerate(other) if word[0] in common]
        acting = self._acts[left] & self._acts[right]
        for start, end, most in self._windows(left, common, least - ROUNDED):
            if most < least - ROUNDED:
                continue
            window = one[start : end + 1]
            wanted = common.intersection([word[0] for word in window])
            if wanted.isdisjoint(acting):
                continue
            places = [at for at, feature in facing_at if feature in wanted]
            first, last = places[0], places[-1]
            facing = other[first : last + 1]
            bits, acts = weigh(window, facing, wanted, least)
            if acts and bits >= least:
                least = bits
                here, there = self._told[left][start : end + 1], self._told[right][first : last + 1]
                yield Shared(bits, _across(here), _across(there), wanted, acts)

    def _windows(self, sentence: int, common: frozenset[str], least: float) -> Iterator[tuple[int, int, float]]:
        """Yield where stretches begin and end that hold two words or more that both sentences have.

        With each the most bits that it can share: those of such words in it, by their share of all in it. They are
        summed as the stretch grows, and so are right but for the last digits. Those that cannot share `least` are left
        out.
        """
        words = self._weighed[sentence]
        places = [at for at, word in enumerate(words) if word[0] in common]
        left = sum(words[at][2] for at in places)
        for number, start in enumerate(places):
            if left < least:
                return  # nor has any stretch that begins later
            left -= words[start][2]
            seen: set[str] = set()
            most: dict[int, float] = {}
            most_shared: dict[int, float] = {}
            everything = shared = 0.0
            for at in range(start, places[min(number + REACH, len(places)) - 1] + 1):
                feature, phrase, bits, _ = words[at]
                both = feature in common
                if feature not in seen:
                    seen.add(feature)
                    everything += _further(most, phrase, bits) if phrase in most else most.setdefault(phrase, bits)
                    if both and phrase in most_shared:
                        shared += _further(most_shared, phrase, bits)
                    elif both:
                        shared += most_shared.setdefault(phrase, bits)
                if both and at > start and (share := _by_share(shared, everything)) >= least:
                    yield start, at, share


def _worded(parts: Sequence[Part], start: int) -> list[tuple[str, int, int, bool]]:
    """Return all that stretches of a sentence are weighed by, wherever in its article the sentence starts."""
    first: dict[int, int] = {}
    return [
        (part.feature, part.span.start - start, first.setdefault(part.phrase, number), part.acts)
        for number, part in enumerate(parts)
    ]


def weigh(
    one: Sequence[Weighed], other: Sequence[Weighed], common: frozenset[str], least: float = 0.0
) -> tuple[float, frozenset[str]]:
    """Return the bits that two stretches share, by their share of all, and the actions that both tell.

    0 where they tell none; fewer than `least` may be given as 0.
    """
    here, there = [word for word in one if word[0] in common], [word for word in other if word[0] in common]
    acts = frozenset([word[0] for word in here if word[3]]).intersection([word[0] for word in there if word[3]])
    if not acts:
        return 0.0, acts
    bits, phrases = _phrased(here)
    if phrases < 2 or bits < least:
        return 0.0, acts
    facing, phrases = _phrased(there)
    if phrases < 2 or facing < least:
        return 0.0, acts
    return _by_share(min(bits, facing), _phrased((*one, *other))[0]), acts


def _phrased(words: Iterable[Weighed]) -> tuple[float, int]:
    """Return the bits of words, and the phrases that hold them: of "press secretary" one word counts in full."""
    seen: set[str] = set()
    most: dict[int, float] = {}
    together: dict[int, float] = {}
    for feature, phrase, bits, _ in words:
        if feature not in seen:
            seen.add(feature)
            if phrase not in most:
                most[phrase] = together[phrase] = bits
            else:
                together[phrase] += bits
                if bits > most[phrase]:
                    most[phrase] = bits
    return sum([bits + FURTHER * (together[phrase] - bits) for phrase, bits in sorted(most.items())]), len(most)


def _further(most: dict[int, float], phrase: int, bits: float) -> float:
    """Return the bits that a further word adds to those of its phrase, of which the largest are kept in `most`."""
    largest = most[phrase]
    if bits <= largest:
        return FURTHER * bits
    most[phrase] = bits
    return bits - (1 - FURTHER) * largest


def _by_share(bits: float, everything: float) -> float:
    """Return bits that two stretches have in common, by their share of all that these tell."""
    return bits * sqrt(bits / max(everything, bits)) if bits else 0.0


def tell_alike(one: Scene, other: Scene, sure: Mapping[SentencePair, Shared]) -> bool:
    """Return whether the sentences of two scenes are among those that surely tell the same."""
    return _pair(one, other) in sure


def shared_by(one: Scene, other: Scene, sure: Mapping[SentencePair, Shared]) -> Shared | None:
    """Return what the sentences of two scenes tell alike; None where they are not among those that surely do."""
    return sure.get(_pair(one, other))


def tell_of(one: Scene, here: Span, other: Scene, there: Span, sure: Mapping[SentencePair, Shared]) -> bool:
    """Return whether two stretches stand in what such sentences tell alike, and not in what only one of them adds."""
    shared = shared_by(one, other, sure)
    if shared is None:
        return False
    if (one.article_id, one.sentence) > (other.article_id, other.sentence):
        here, there = there, here
    return shared.left.covers(here) and shared.right.covers(there)


def _pair(one: Scene, other: Scene) -> SentencePair:
    left, right = sorted(((one.article_id, one.sentence), (other.article_id, other.sentence)))
    return left, right


def _alike(shared: Shared, left: int, right: int) -> Shared:
    """Return the same stretch of two sentences that are the same, and begin at `left` and `right`: the shorter one."""
    spans = (Span(span.start - start, span.end - start) for span, start in ((shared.left, left), (shared.right, right)))
    within = min(spans, key=lambda span: (span.end - span.start, span))
    return replace(
        shared,
        left=Span(within.start + left, within.end + left),
        right=Span(within.start + right, within.end + right),
    )


def _rank(shared: Shared) -> tuple[float, int, list[str]]:
    """Sort what shares most first, then the shorter; whichever of the sentences came first."""
    spans = (shared.left, shared.right)
    return -shared.bits, sum(span.end - span.start for span in spans), sorted(shared.features)


def _across(told: Sequence[Part]) -> Span:
    return Span(told[0].span.start, max(part.span.end for part in told))
