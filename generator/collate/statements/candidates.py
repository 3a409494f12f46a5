"""Which passages are worth comparing: an index over rare words, never all pairs, no cap that a folder could reach."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

from generator.collate.statements.likeness import (
    FEWEST,
    LONG_ENOUGH,
    SAME_RUN,
    contains,
    run_long_enough,
    without_article,
)
from generator.collate.statements.passages import Passage

CONTENT = 7  # weight from which a word says what a sentence is about
PAIR_WEIGHT = 17  # two neighbouring content words of less than this are a common phrase
RUN = 4
RUN_WEIGHT = 30  # four words in a row that are rare enough to be looked for whoever said them
ANY_RUN = 6  # words in a row, whatever they are
# Passages of one article that are looked up by the same words. No speaker says the same two words in more sentences; a
# text that was made to stall has thousands of them.
MOST = 60
MAX_FRAGMENT = 4  # words: shorter passages are looked up whole
LONG_UNNAMED = 12  # words: quotations of nobody known with as many are found by what they have in a row

Key = tuple[str, ...]
Pair = tuple[int, int]


def alike(passages: Sequence[Passage]) -> list[Pair]:
    """Return the pairs of passages that may carry the same words, each once, lower number first."""
    pairs = _sharing(passages, _pair_keys) | _sharing(passages, _run_keys) | _fragments(passages)
    pairs |= _sharing(passages, _any_run_keys)
    return sorted(pairs)


def _sharing(passages: Sequence[Passage], keys_of: Callable[[Passage], set[Key]]) -> set[Pair]:
    holders = _Holders()
    for number, passage in enumerate(passages):
        for key in keys_of(passage):
            holders.add(key, number, passage.article_id)
    return {
        (left, right)
        for numbers in holders.of.values()
        for left, right in combinations(numbers, 2)
        if not _one_utterance(passages[left], passages[right])
    }


class _Holders:
    """What holds a key, as many of one article as are looked at."""

    def __init__(self) -> None:
        self.of: defaultdict[Key, list[int]] = defaultdict(list)
        self._counts: Counter[tuple[Key, str]] = Counter()

    def add(self, key: Key, number: int, article: str) -> None:
        if self._counts[key, article] < MOST:
            self._counts[key, article] += 1
            self.of[key].append(number)


def _one_utterance(left: Passage, right: Passage) -> bool:
    return left.article_id == right.article_id and left.quote.utterance == right.quote.utterance


def _pair_keys(passage: Passage) -> set[Key]:
    """Neighbouring content words, common words between them passed over, of one speaker."""
    if passage.speaker is None:
        return set()
    content = [word for word in passage.words if word.weight >= CONTENT]
    return {
        (passage.speaker, left.stem, right.stem)
        for left, right in pairwise(content)
        if left.weight + right.weight >= PAIR_WEIGHT
    }


def _run_keys(passage: Passage) -> set[Key]:
    return {
        passage.stems[at : at + RUN]
        for at in range(len(passage.words) - RUN + 1)
        if sum(word.weight for word in passage.words[at : at + RUN]) >= RUN_WEIGHT
    }


def _any_run_keys(passage: Passage) -> set[Key]:
    """Return runs of words that are long enough to be looked for, however common the words are."""
    return {passage.stems[at : at + ANY_RUN] for at in range(len(passage.stems) - ANY_RUN + 1)}


def _fragments(passages: Sequence[Passage]) -> set[Pair]:
    """Pairs of a short passage and another one of the same speaker that has all its words in a row.

    Of a speaker who is not known, only a quotation with the very same words.
    """
    short, unnamed = _Holders(), _Holders()
    for number, passage in enumerate(passages):
        if passage.speaker is not None and 0 < len(passage.stems) <= MAX_FRAGMENT:
            short.add((passage.speaker, *passage.stems), number, passage.article_id)
        elif passage.speaker is None and passage.whole_quote and FEWEST <= len(passage.stems) < LONG_UNNAMED:
            unnamed.add(without_article(passage.stems), number, passage.article_id)
    pairs = {(left, right) for numbers in unnamed.of.values() for left, right in combinations(numbers, 2)}
    for number, passage in enumerate(passages):
        if passage.speaker is None:
            continue
        for length in range(1, MAX_FRAGMENT + 1):
            for at in range(len(passage.stems) - length + 1):
                for other in short.of.get((passage.speaker, *passage.stems[at : at + length]), ()):
                    if other != number and not _one_utterance(passage, passages[other]):
                        pairs.add((min(number, other), max(number, other)))
    return pairs


# ---- whole quotations that stand in others ---------------------------------------------------------------------------


def contained(passages: Sequence[Passage]) -> Iterator[Pair]:
    """Yield (part, whole) pairs of passages where one speaker's whole quotation stands word for word in another one.

    The sentences of the shorter quotation are paired with the sentences of the longer one that they stand in, however
    short they are by themselves.
    """
    quotes: defaultdict[str, list[int]] = defaultdict(list)
    for number, passage in enumerate(passages):
        if passage.speaker is not None:
            quotes[passage.quote.id].append(number)
    copies: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for quote, numbers in quotes.items():
        copies[passages[numbers[0]].speaker, tuple(passages[number].stems for number in numbers)].append(quote)
    first = {several[0]: quotes[several[0]] for several in copies.values()}
    words = {
        quote: tuple(stem for number in numbers for stem in passages[number].stems) for quote, numbers in first.items()
    }
    for several in copies.values():
        if len(words[several[0]]) >= LONG_ENOUGH:
            for copy in several[1:]:
                yield from zip(quotes[copy], quotes[several[0]], strict=True)
    speaker = {quote: passages[numbers[0]].speaker or "" for quote, numbers in first.items()}
    probes: defaultdict[Key, list[str]] = defaultdict(list)
    counts: Counter[tuple[Key, str]] = Counter()
    for quote, numbers in first.items():
        if len(words[quote]) >= LONG_ENOUGH:
            run = (speaker[quote], *_rarest_run(passages, numbers))
            counts[run, passages[numbers[0]].article_id] += 1
            if counts[run, passages[numbers[0]].article_id] <= MOST:
                probes[run].append(quote)
    for whole, stems in words.items():
        runs = {(speaker[whole], *stems[at : at + LONG_ENOUGH]) for at in range(len(stems) - LONG_ENOUGH + 1)}
        for run in sorted(runs):
            for part in probes.get(run, ()):
                if part != whole and contains(stems, words[part]):
                    yield from _aligned(passages, first[part], words[part], first[whole], stems)


def unnamed_in_a_row(passages: Sequence[Passage]) -> Iterator[Pair]:
    """Yield (part, whole) pairs where all of a quotation whose speaker is not known stands in another article's.

    Its sentences may be short and common; together they are so many words in a row that chance does not repeat them.
    """
    quotes: defaultdict[str, list[int]] = defaultdict(list)
    for number, passage in enumerate(passages):
        quotes[passage.quote.id].append(number)
    words = {quote: tuple(s for number in numbers for s in passages[number].stems) for quote, numbers in quotes.items()}
    probes: defaultdict[Key, list[str]] = defaultdict(list)
    counts: Counter[tuple[Key, str]] = Counter()
    for quote, numbers in quotes.items():
        head = passages[numbers[0]]
        run = words[quote][:SAME_RUN]
        counts[run, head.article_id] += 1
        if head.speaker is None and len(run) == SAME_RUN and counts[run, head.article_id] <= MOST:
            probes[run].append(quote)
    for whole, stems in words.items():
        runs = {stems[at : at + SAME_RUN] for at in range(len(stems) - SAME_RUN + 1)}
        there = passages[quotes[whole][0]]
        for part in sorted({part for run in runs & probes.keys() for part in probes[run]}):
            here = passages[quotes[part][0]]
            enough = here.article_id != there.article_id and len(words[part]) >= run_long_enough(here, there)
            if enough and contains(stems, words[part]):
                yield from _aligned(passages, quotes[part], words[part], quotes[whole], stems)


def _rarest_run(passages: Sequence[Passage], numbers: list[int]) -> Key:
    words = [word for number in numbers for word in passages[number].words]
    runs = [words[at : at + LONG_ENOUGH] for at in range(len(words) - LONG_ENOUGH + 1)]
    best = max(runs, key=lambda run: (sum(word.weight for word in run), [word.stem for word in run]))
    return tuple(word.stem for word in best)


def _aligned(
    passages: Sequence[Passage], parts: list[int], part_words: Key, wholes: list[int], whole_words: Key
) -> Iterator[Pair]:
    at = next(start for start in range(len(whole_words)) if whole_words[start : start + len(part_words)] == part_words)
    owners = [number for number in wholes for _ in passages[number].stems]
    for number in parts:
        length = len(passages[number].stems)
        held = Counter(owners[at : at + length])
        if held:
            yield number, min(held, key=lambda owner: (-held[owner], owner))
        at += length
