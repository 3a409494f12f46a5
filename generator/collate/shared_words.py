"""Which articles of a folder carry the same words: the evidence that they tell the same news.

Words inside quotation marks count before others: two outlets that print the same sentence of a speech were there, or
took it from the same wire.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.records import AnnotatedArticle, ArticleId, Statement

RUN = 5  # words: long enough that two English news texts share a run of them by copying, hardly ever by chance
_TOKEN = re.compile(r"[^\W_]+")
_MARKED = re.compile(r"[“\"]([^”\"\n]{20,800})[”\"]|(?<!\w)[‘']([^\n]{20,400}?)[’'](?!\w)")
LONG = 4  # letters: a shorter word says little about what is told


@dataclass(frozen=True, slots=True)
class Carried:
    """What one article carries that others may carry too."""

    runs: Mapping[tuple[str, ...], str]
    """Runs of `RUN` words (folded) to the words as printed."""
    quoted: frozenset[tuple[str, ...]]
    """Those of the runs that stand in quotation marks."""
    statements: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shared:
    """What two articles carry both."""

    statements: int
    quoted: int
    runs: int
    sample: str
    """The longest shared stretch, as the first article prints it."""

    @property
    def weight(self) -> int:
        """A shared statement counts as much as ten shared runs of words, and a run in quotation marks as two."""
        return 10 * self.statements + self.quoted + self.runs


def carried_by(article: AnnotatedArticle, statements: Iterable[Statement]) -> Carried:
    """Return what the article carries."""
    text = article.article.text
    runs = _runs(text)
    marked: set[tuple[str, ...]] = set()
    for found in _MARKED.finditer(text):
        marked.update(_runs(found.group(1) or found.group(2)))
    identity = article.article.id
    carried = frozenset(found.id for found in statements if identity in found.articles)
    return Carried(runs, frozenset(marked), carried)


def statements_of(statements: Sequence[Statement]) -> dict[ArticleId, list[Statement]]:
    """Return the statements that stand in more than one article, by article."""
    found: dict[ArticleId, list[Statement]] = {}
    for statement in statements:
        if len(statement.articles) > 1:
            for identity in statement.articles:
                found.setdefault(identity, []).append(statement)
    return found


def shared(one: Carried, other: Carried) -> Shared:
    """Return what both carry."""
    common = one.runs.keys() & other.runs.keys()
    quoted = common & one.quoted & other.quoted
    return Shared(len(one.statements & other.statements), len(quoted), len(common), _longest(one, quoted or common))


def _runs(text: str) -> dict[tuple[str, ...], str]:
    """Return the runs of words of a text, told apart by spelling variants such as "stabilise" and "stabilize" only."""
    found = list(_TOKEN.finditer(text))
    folded = [_folded(token.group()) for token in found]
    runs: dict[tuple[str, ...], str] = {}
    for at in range(len(found) - RUN + 1):
        run = tuple(folded[at : at + RUN])
        if sum(len(word) > LONG for word in run) >= 2 and run not in runs:
            runs[run] = text[found[at].start() : found[at + RUN - 1].end()]
    return runs


def _folded(word: str) -> str:
    return word.lower().replace("isation", "ization").replace("ise", "ize").replace("ising", "izing")


def _longest(one: Carried, common: Iterable[tuple[str, ...]]) -> str:
    """Return the longest chain of overlapping runs, as printed in `one`."""
    wanted = set(common)
    best: list[str] = []
    chain: list[str] = []
    before: tuple[str, ...] | None = None
    for run, printed in one.runs.items():
        if run in wanted:
            chain = [*chain, printed] if before and before[1:] == run[:-1] else [printed]
            best = max(best, chain, key=len)
            before = run
        else:
            before, chain = None, []
    if not best:
        return ""
    words = best[0].split() + [printed.split()[-1] for printed in best[1:]]
    return " ".join(words[:12])
