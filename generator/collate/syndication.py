"""Independent texts: which articles share copy, so that repetition is not taken for corroboration."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from generator.collate.words.runs import runs_of, word_numbers
from generator.groups import Groups
from generator.ids import normalised
from generator.records import AnnotatedArticle, ArticleId

SHINGLE_WORDS = 5
# Of 200 edited copies among 840 articles, 0.3 to 0.5 found 99.5 to 100 % with no false pair; the most alike pair of
# separate reports stood at 0.23, and Jaccard similarity instead of containment missed three shortened copies in ten.
MIN_CONTAINMENT = 0.4
MAX_ARTICLES = 20  # words that stand in more articles than this are furniture, and would make the cost quadratic
# ... unless nearly all of an article stands in so many others: then it is a story that everybody carries.
MOSTLY_CARRIED = 0.6
MIN_SHINGLES = 10  # a text of a sentence or two shares them by chance
# Copy that somebody has gone through word by word keeps few whole sentences and no row of shingles, but runs of words.
# Of 8 pairs of real reports that these bounds add to 18, each had one text behind it; below a quarter few had.
RUN_WORDS, MIN_IN_RUNS = 8, 1 / 3
FEW_IN_RUNS = 40  # words: a notice of two lines shares its one sentence with whoever tells the same


def text_groups(articles: Sequence[AnnotatedArticle]) -> tuple[tuple[ArticleId, ...], ...]:
    """Return the groups of articles that share copy; every article is in exactly one.

    Two articles share copy when `MIN_CONTAINMENT` of the five-word shingles of the shorter one stand in the other,
    those left out that some article has in quotation marks; or when `MIN_IN_RUNS` of its words, and
    `FEW_IN_RUNS` at least, stand there in runs of `RUN_WORDS` or more, not all of them in its second half: what
    two stories tell of the past closes both.
    """
    ids = [found.article.id for found in articles]
    texts = [_Numbered.of(found) for found in articles]
    said = frozenset[int]().union(*(text.quoted(SHINGLE_WORDS) for text in texts))
    shingles = [{*runs_of(text.words, SHINGLE_WORDS)} - said for text in texts]
    groups = Groups(len(ids))
    holders = _holders(shingles)
    own, carried = _shared_counts(holders)
    everywhere = _carried(holders)
    for left, right in sorted(own.keys() | carried.keys()):
        smaller = min((left, right), key=lambda number: (len(shingles[number]), number))
        size, shared = len(shingles[smaller]), own[left, right]
        if everywhere[smaller] > MOSTLY_CARRIED * size:
            shared += carried[left, right]
        if size >= MIN_SHINGLES and shared >= MIN_CONTAINMENT * size:
            groups.unite(left, right)
    for left, right in _pairs_by_runs(texts):
        groups.unite(left, right)
    return tuple(sorted(tuple(sorted(ids[member] for member in group)) for group in groups.all()))


@dataclass(frozen=True, slots=True)
class _Numbered:
    """The words of an article, each as a number: runs of two lengths are made of them."""

    words: list[int]
    quotes: tuple[list[int], ...]
    """Those of each quote."""

    @classmethod
    def of(cls, found: AnnotatedArticle) -> _Numbered:
        text = found.article.text
        spans = (quote.inner for quote in found.quotes if quote.kind in ("direct", "fragment"))
        return cls(_numbers(text), tuple(_numbers(span.of(text)) for span in spans))

    def quoted(self, length: int) -> set[int]:
        """Return the runs of what is quoted: who prints the same words of somebody has copied nobody's report.

        One that sets them apart tells so of the others, who may print a letter without marks.
        """
        return {run for words in self.quotes for run in runs_of(words, length)}


def _numbers(text: str) -> list[int]:
    return word_numbers(normalised(text).split())


def _pairs_by_runs(texts: Sequence[_Numbered]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of articles of which the shorter one has enough of its words in runs of the other's."""
    said = frozenset[int]().union(*(text.quoted(RUN_WORDS) for text in texts))
    runs = [runs_of(text.words, RUN_WORDS) for text in texts]
    holders = _holders([set(found) - said for found in runs])
    for number, found in enumerate(runs):
        size = len(found) + RUN_WORDS - 1
        starts: defaultdict[int, list[int]] = defaultdict(list)
        for at, run in enumerate(found):
            others = holders.get(run, ())
            for other in others if 1 < len(others) <= MAX_ARTICLES else ():
                if (size, number) < (len(runs[other]) + RUN_WORDS - 1, other):
                    starts[other].append(at)
        for other, places in sorted(starts.items()):
            words = RUN_WORDS + sum(min(RUN_WORDS, after - before) for before, after in pairwise(places))
            if words >= max(FEW_IN_RUNS, MIN_IN_RUNS * size) and places[0] < size / 2:
                yield number, other


PairCounts = Counter[tuple[int, int]]


def _shared_counts(holders: Mapping[int, Sequence[int]]) -> tuple[PairCounts, PairCounts]:
    """Return how many shingles pairs of articles share: those of few articles, and those of many.

    Of many articles only the pairs with the first few are counted, which ties copies together all the same.
    """
    own: PairCounts = Counter()
    carried: PairCounts = Counter()
    for numbers in holders.values():
        if 1 < len(numbers) <= MAX_ARTICLES:
            own.update(combinations(numbers, 2))
        elif len(numbers) > MAX_ARTICLES:
            first = numbers[:ANCHORS]
            carried.update((anchor, number) for anchor in first for number in numbers if anchor < number)
    return own, carried


ANCHORS = 3


def _holders(shingles: Sequence[set[int]]) -> dict[int, list[int]]:
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for number, found in enumerate(shingles):
        for shingle in found:
            holders[shingle].append(number)
    return holders


def _carried(holders: Mapping[int, Sequence[int]]) -> Counter[int]:
    """Return how many shingles of each article stand in many others."""
    counts: Counter[int] = Counter()
    for numbers in holders.values():
        if len(numbers) > MAX_ARTICLES:
            counts.update(numbers)
    return counts
