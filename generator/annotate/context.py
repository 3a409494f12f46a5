"""What the speaker rules look at: the marked stretches of one article with the reporter's sentences around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.annotate.quotations import Marked
from generator.annotate.quoted_words import reads_like_clause
from generator.annotate.reporting_clauses import ReportingClause, Tree, find_reporting_clauses
from generator.annotate.sentences import boundaries
from generator.annotate.skeletons import Parse
from generator.records import QuoteKind, Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a rule answers: the words that name the speaker, and how they were found."""

    source: Span
    cue: Span | None
    rule: str
    follows: int | None = None
    """Index of the marked stretch with the same speaker, mostly the one before; None: it has a source of its own."""


class Context:
    """One article for the rules: stretches, sentences, clauses, and the answers so far."""

    def __init__(
        self, text: str, paragraphs: Sequence[Span], marked: Sequence[Marked], parses: dict[int, Parse]
    ) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.marked = marked
        self.parses = parses
        self.trees = {number: Tree(parse) for number, parse in parses.items()}
        self.clauses: dict[int, list[ReportingClause]] = {
            number: find_reporting_clauses(tree) for number, tree in self.trees.items()
        }
        self.answers: list[Attribution | None] = [None] * len(marked)
        self.kinds: list[QuoteKind] = []
        """What the stretches are, as far as that is decided: from the first one on."""
        self.not_theirs: set[int] = set()
        """The stretches that nobody whom their sentence names said, as far as the rules asked."""
        self.kinds_of_things: set[int] = set()
        """The stretches of these that only tell which thing is meant: "the “gull” issue"."""
        self.doubles = any(not stretch.single for stretch in marked)
        """Whether double marks quote in this article."""
        self.inside: dict[int, list[int]] = {}
        for index, stretch in enumerate(marked):
            self.inside.setdefault(stretch.paragraph, []).append(index)
        self._starts = {number: self._sentence_starts(number) for number in self.inside}

    def _sentence_starts(self, number: int) -> list[int]:
        """Return where the reporter's sentences start; an end within quoted words is none of the reporter's."""
        paragraph = self.paragraphs[number]
        outers = [self.marked[index].outer for index in self.inside[number]]
        starts = [paragraph.start]
        at = 0
        for end, following in boundaries(self.text, paragraph):
            while at < len(outers) and outers[at].end < end:
                at += 1
            if not (at < len(outers) and outers[at].start < end < outers[at].end):
                starts.append(following)
        return starts

    def sentence(self, index: int) -> Span:
        """Return the reporter's sentence that a marked stretch stands in, the stretch included."""
        stretch = self.marked[index]
        starts = self._starts[stretch.paragraph]
        first = bisect_right(starts, stretch.outer.start) - 1
        last = bisect_right(starts, max(stretch.outer.start, stretch.outer.end - 1)) - 1
        end = starts[last + 1] if last + 1 < len(starts) else self.paragraphs[stretch.paragraph].end
        return Span(starts[first], end)

    def sentence_after(self, index: int) -> Span | None:
        """Return the reporter's sentence that begins right after a marked stretch, or None."""
        stretch = self.marked[index]
        starts = self._starts[stretch.paragraph]
        at = bisect_right(starts, stretch.outer.end)
        if at >= len(starts) or self.text[stretch.outer.end : starts[at]].strip():
            return None
        end = starts[at + 1] if at + 1 < len(starts) else self.paragraphs[stretch.paragraph].end
        return Span(starts[at], end)

    def inner(self, index: int) -> str:
        """Return the words between the marks."""
        return self.marked[index].inner.of(self.text)

    def is_speech(self, index: int) -> bool:
        """Return whether the stretch reads like a clause of its own."""
        return reads_like_clause(self.text, self.marked[index])

    def between(self, start: int, end: int, number: int) -> str:
        """Return the reporter's words from `start` to `end`; quoted words are left out."""
        parts, at = [], start
        for index in self.inside.get(number, []):
            outer = self.marked[index].outer
            if outer.start >= start and outer.end <= end:
                parts.append(self.text[at : outer.start])
                at = outer.end
        parts.append(self.text[at:end])
        return " ".join(parts)

    def clauses_in(self, number: int, stretch: Span) -> list[ReportingClause]:
        """Return the reporting clauses of a paragraph that lie in a stretch of it."""
        return [
            clause
            for clause in self.clauses.get(number, [])
            if stretch.start <= clause.start and clause.end <= stretch.end
        ]
