"""Which units are worth comparing: an index over rare words, never all pairs, and no cap that a folder could reach."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

from generator.collate.statements.likeness import LONG_ENOUGH, contains
from generator.collate.statements.passages import Unit

CONTENT = 7  # weight from which a word says what a sentence is about
PAIR_WEIGHT = 17  # two neighbouring content words of less than this are a common phrase
RUN = 4
RUN_WEIGHT = 30  # four words in a row that are rare enough to be looked for whoever said them
MAX_FRAGMENT = 4  # words: shorter units are looked up whole

Key = tuple[str, ...]
Pair = tuple[int, int]


def alike(units: Sequence[Unit]) -> list[Pair]:
    """Return the pairs of units that may carry the same words, each once, lower number first."""
    pairs = _sharing(units, _pair_keys) | _sharing(units, _run_keys) | _fragments(units)
    return sorted(pairs)


def _sharing(units: Sequence[Unit], keys_of: Callable[[Unit], set[Key]]) -> set[Pair]:
    holders: defaultdict[Key, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        for key in keys_of(unit):
            holders[key].append(number)
    return {
        (left, right)
        for numbers in holders.values()
        for left, right in combinations(numbers, 2)
        if not _one_utterance(units[left], units[right])
    }


def _one_utterance(left: Unit, right: Unit) -> bool:
    return left.article_id == right.article_id and left.quote.utterance == right.quote.utterance


def _pair_keys(unit: Unit) -> set[Key]:
    """Neighbouring content words, common words between them passed over, of one speaker."""
    if unit.speaker is None:
        return set()
    content = [word for word in unit.words if word.weight >= CONTENT]
    return {
        (unit.speaker, left.stem, right.stem)
        for left, right in pairwise(content)
        if left.weight + right.weight >= PAIR_WEIGHT
    }


def _run_keys(unit: Unit) -> set[Key]:
    return {
        unit.stems[at : at + RUN]
        for at in range(len(unit.words) - RUN + 1)
        if sum(word.weight for word in unit.words[at : at + RUN]) >= RUN_WEIGHT
    }


def _fragments(units: Sequence[Unit]) -> set[Pair]:
    """Pairs of a short unit and another one of the same speaker that has all its words in a row."""
    short: defaultdict[Key, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        if unit.speaker is not None and 0 < len(unit.stems) <= MAX_FRAGMENT:
            short[(unit.speaker, *unit.stems)].append(number)
    pairs: set[Pair] = set()
    for number, unit in enumerate(units):
        if unit.speaker is None:
            continue
        for length in range(1, MAX_FRAGMENT + 1):
            for at in range(len(unit.stems) - length + 1):
                for other in short.get((unit.speaker, *unit.stems[at : at + length]), ()):
                    if other != number and not _one_utterance(unit, units[other]):
                        pairs.add((min(number, other), max(number, other)))
    return pairs


# ---- whole quotations that stand in others ---------------------------------------------------------------------------


def contained(units: Sequence[Unit]) -> Iterator[Pair]:
    """Yield (part, whole) pairs of units where one speaker's whole quotation stands word for word in another one.

    The sentences of the shorter quotation are paired with the sentences of the longer one that they stand in, however
    short they are by themselves.
    """
    quotes: defaultdict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        if unit.speaker is not None:
            quotes[unit.quote.id].append(number)
    copies: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for quote, numbers in quotes.items():
        copies[units[numbers[0]].speaker, tuple(units[number].stems for number in numbers)].append(quote)
    first = {several[0]: quotes[several[0]] for several in copies.values()}
    words = {
        quote: tuple(stem for number in numbers for stem in units[number].stems) for quote, numbers in first.items()
    }
    for several in copies.values():
        if len(words[several[0]]) >= LONG_ENOUGH:
            for copy in several[1:]:
                yield from zip(quotes[copy], quotes[several[0]], strict=True)
    speaker = {quote: units[numbers[0]].speaker or "" for quote, numbers in first.items()}
    probes: defaultdict[Key, list[str]] = defaultdict(list)
    for quote, numbers in first.items():
        if len(words[quote]) >= LONG_ENOUGH:
            probes[(speaker[quote], *_rarest_run(units, numbers))].append(quote)
    for whole, stems in words.items():
        runs = {(speaker[whole], *stems[at : at + LONG_ENOUGH]) for at in range(len(stems) - LONG_ENOUGH + 1)}
        for run in sorted(runs):
            for part in probes.get(run, ()):
                if part != whole and contains(stems, words[part]):
                    yield from _aligned(units, first[part], words[part], first[whole], stems)


def _rarest_run(units: Sequence[Unit], numbers: list[int]) -> Key:
    words = [word for number in numbers for word in units[number].words]
    runs = [words[at : at + LONG_ENOUGH] for at in range(len(words) - LONG_ENOUGH + 1)]
    best = max(runs, key=lambda run: (sum(word.weight for word in run), [word.stem for word in run]))
    return tuple(word.stem for word in best)


def _aligned(
    units: Sequence[Unit], parts: list[int], part_words: Key, wholes: list[int], whole_words: Key
) -> Iterator[Pair]:
    at = next(start for start in range(len(whole_words)) if whole_words[start : start + len(part_words)] == part_words)
    owners = [number for number in wholes for _ in units[number].stems]
    for number in parts:
        length = len(units[number].stems)
        held = Counter(owners[at : at + length])
        if held:
            yield number, min(held, key=lambda owner: (-held[owner], owner))
        at += length
