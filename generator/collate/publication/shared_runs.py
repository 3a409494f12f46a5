"""Which articles of a folder carry the same words: the evidence that they tell the same news.

Words inside quotation marks count before others: two outlets that print the same sentence of a speech were there, or
took it from the same wire.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice

from generator.collate.words.stems import KEPT_STEMS
from generator.records import AnnotatedArticle, ArticleId, Statement

RUN = 5  # words: long enough that two English news texts share a run of them by copying, hardly ever by chance
LONG = 4  # letters: a shorter word says little about what is told
SAMPLE = 12  # words of the longest shared stretch that are shown
A_DAY = 4  # articles of one day that are kept for one run of words
MOST_WORDS = 20_000  # of one text; a longer one is no article, and what it shares shows before
COMPARED = 12  # articles: those with most runs in common; more of them would not change what the best ones tell
_TOKEN = re.compile(r"[^\W_]+")
_MARKED = re.compile(r"[“\"]([^”\"\n]{20,800})[”\"]|(?<!\w)[‘']([^\n]{20,400}?)[’'](?!\w)")
_BRITISH = (("isation", "ization"), ("ising", "izing"), ("ise", "ize"))


@dataclass(frozen=True, slots=True)
class Carried:
    """What one article carries that others may carry too."""

    text: str
    runs: Mapping[str, int]
    """Runs of `RUN` words, folded, each with the number of its first word in the text."""
    quoted: frozenset[str]
    """Those of the runs that stand in quotation marks."""
    statements: frozenset[str]


@dataclass(frozen=True, slots=True)
class InCommon:
    """What two articles carry both."""

    statements: int = 0
    quoted: int = 0
    runs: int = 0
    part: float = 0.0
    """Share of the first article's runs."""

    @property
    def weight(self) -> int:
        """A shared statement counts as much as ten shared runs of words, and a run in quotation marks as two."""
        return 10 * self.statements + self.quoted + self.runs


def carried_by(article: AnnotatedArticle, statements: Iterable[Statement]) -> Carried:
    """Return what the article carries; `statements`: those that it shares with others."""
    text = article.article.text
    marked: set[str] = set()
    for found in _MARKED.finditer(text, 0, 10 * MOST_WORDS):
        marked.update(_runs(found.group(1) or found.group(2)))
    return Carried(text, _runs(text), frozenset(marked), frozenset(statement.id for statement in statements))


def statements_of(statements: Sequence[Statement]) -> dict[ArticleId, list[Statement]]:
    """Return the statements that stand in more than one article, by article."""
    found: dict[ArticleId, list[Statement]] = defaultdict(list)
    for statement in statements:
        if len(statement.articles) > 1:
            for identity in statement.articles:
                found[identity].append(statement)
    return found


class Index:
    """Finds the articles that carry most of what one article carries, without comparing each with each.

    Of the carriers of a feature only `A_DAY` of one publication day are kept: more of them would tell nothing else, and
    what everybody carries would make the time grow with the square of the articles.
    """

    def __init__(self) -> None:
        self._carriers: dict[str, list[ArticleId]] = defaultdict(list)
        self._kept: Counter[tuple[str, str]] = Counter()

    def add(self, identity: ArticleId, day: str, features: Iterable[str]) -> None:
        """Add an article of a publication day."""
        for feature in features:
            if self._kept[feature, day] < A_DAY:
                self._kept[feature, day] += 1
                self._carriers[feature].append(identity)

    def nearest(self, features: Iterable[str]) -> list[ArticleId]:
        """Return up to `COMPARED` articles with at least one of the features, most first."""
        counted: Counter[ArticleId] = Counter()
        for feature in features:
            counted.update(self._carriers.get(feature, ()))
        return heapq.nsmallest(COMPARED, counted, key=lambda identity: (-counted[identity], identity))


def shared(one: Carried, other: Carried) -> InCommon:
    """Return what both carry."""
    common = one.runs.keys() & other.runs.keys()
    quoted = common & one.quoted & other.quoted
    part = len(common) / max(1, len(one.runs))
    told = len(one.statements & other.statements)
    return InCommon(told, len(quoted), len(common), part)


def sample(one: Carried, other: Carried) -> str:
    """Return the longest stretch that both carry, in quotation marks if there is any, as `one` prints it."""
    common = one.runs.keys() & other.runs.keys()
    return _longest(one, common & one.quoted & other.quoted or common)


def _runs(text: str) -> dict[str, int]:
    """Return the runs of words of a text; "modernise" and "modernize" are one word."""
    folded = [_folded(word.group()) for word in islice(_TOKEN.finditer(text), MOST_WORDS)]
    long_before = [0, *accumulate(len(word) > LONG for word in folded)]
    runs: dict[str, int] = {}
    for at in range(len(folded) - RUN + 1):
        if long_before[at + RUN] - long_before[at] >= 2:
            runs.setdefault(" ".join(folded[at : at + RUN]), at)
    return runs


@lru_cache(maxsize=KEPT_STEMS)  # the words of the news repeat
def _folded(word: str) -> str:
    word = word.lower()
    for british, american in _BRITISH:
        word = word.replace(british, american)
    return word


def _longest(one: Carried, common: set[str]) -> str:
    """Return the longest stretch of overlapping runs, as printed in `one`, up to `SAMPLE` words."""
    best = length = start = 0
    at_best = before = -2
    for run, at in one.runs.items():
        if run in common:
            start, length = (start, length + 1) if at == before + 1 else (at, 1)
            before = at
            if length > best:
                best, at_best = length, start
    if not best:
        return ""
    words = list(islice(_TOKEN.finditer(one.text), at_best, at_best + min(best + RUN - 1, SAMPLE)))
    return " ".join(one.text[words[0].start() : words[-1].end()].split())
