"""Independent texts: which articles share copy, so that repetition is not taken for corroboration."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from generator.collate.grouping import Groups
from generator.ids import normalised
from generator.records import AnnotatedArticle, ArticleId

SHINGLE_WORDS = 5
# Of 200 edited copies among 840 articles, 0.3 to 0.5 found 99.5 to 100 % with no false pair; the most alike pair of
# separate reports stood at 0.23, and Jaccard similarity instead of containment missed three shortened copies in ten.
MIN_CONTAINMENT = 0.4
MAX_ARTICLES = 20  # words that stand in more articles than this are furniture, and would make the cost quadratic
MIN_SHINGLES = 10  # a text of a sentence or two shares them by chance


def text_groups(articles: Sequence[AnnotatedArticle]) -> tuple[tuple[ArticleId, ...], ...]:
    """Return the groups of articles that share copy; every article is in exactly one.

    Two articles share copy when `MIN_CONTAINMENT` of the five-word shingles of the shorter one stand in the other.
    """
    ids = [found.article.id for found in articles]
    shingles = [_shingles(found.article.text) for found in articles]
    groups = Groups(len(ids))
    for (left, right), shared in _shared_counts(shingles).items():
        smaller = min(len(shingles[left]), len(shingles[right]))
        if smaller >= MIN_SHINGLES and shared >= MIN_CONTAINMENT * smaller:
            groups.unite(left, right)
    return tuple(sorted(tuple(sorted(ids[member] for member in group)) for group in groups.all()))


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = normalised(text).split()
    return {tuple(words[at : at + SHINGLE_WORDS]) for at in range(len(words) - SHINGLE_WORDS + 1)}


def _shared_counts(shingles: Sequence[set[tuple[str, ...]]]) -> Counter[tuple[int, int]]:
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, found in enumerate(shingles):
        for shingle in found:
            holders[shingle].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if 1 < len(numbers) <= MAX_ARTICLES:
            shared.update(combinations(numbers, 2))
    return shared
