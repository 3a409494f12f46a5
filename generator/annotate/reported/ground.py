"""One paragraph as the rules for reported speech see it: its tree, its sentences, the words below a word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence

from generator.annotate.quotations import Marked
from generator.annotate.reporting_clauses import Tree
from generator.annotate.sentences import boundaries
from generator.language import Token
from generator.records import Span

EDGES = frozenset(",;:.-–—()[]…") | {"--", "...", "?", "!"}
CLOSES = frozenset(")]")


class Ground:
    """A paragraph and its parse."""

    def __init__(self, text: str, paragraph: Span, tree: Tree, marked: Sequence[Marked]) -> None:
        self.text, self.tree, self.marked = text, tree, marked
        self.tokens: Sequence[Token] = tree.tokens
        self._starts = self._sentence_starts(paragraph)
        self._token_starts = [token.start for token in self.tokens]
        self._firsts = [bisect_right(self._token_starts, start - 1) for start in self._starts]

    def _sentence_starts(self, paragraph: Span) -> list[int]:
        """Return where the reporter's sentences start; an end within quoted words is none of the reporter's."""
        outers = [self.marked[index].outer for index in sorted(self.tree.inside) if index >= 0]
        within = (
            following
            for end, following in boundaries(self.text, paragraph)
            if not any(outer.start < end < outer.end for outer in outers)
        )
        return [paragraph.start, *within]

    def sentence(self, index: int) -> range:
        """Return the indices of the words of the sentence that a word stands in."""
        number = bisect_right(self._starts, self.tokens[index].start) - 1
        number = max(number, 0)
        end = self._firsts[number + 1] if number + 1 < len(self._firsts) else len(self.tokens)
        return range(self._firsts[number], end)

    def within(self, span: Span) -> range:
        """Return the indices of the words that begin in a stretch of the text."""
        return range(*(bisect_left(self._token_starts, end) for end in (span.start, span.end)))

    def below(self, index: int, without: Callable[[int], bool] = lambda _: False) -> set[int]:
        """Return the word and all below it in its sentence; branches for which `without` holds are left out."""
        sentence, found, waiting = self.sentence(index), set[int](), [index]
        while waiting:
            at = waiting.pop()
            if at in found or at not in sentence:
                continue
            found.add(at)
            waiting += [child for child in self.tree.children[at] if not without(child)]
        return found

    def child(self, index: int, relations: Collection[str], after: bool = True) -> int | None:
        """Return the first word behind another (before it: `after` false) that hangs on it in one of the relations."""
        for child in sorted(self.tree.children[index]):
            if self.tokens[child].dep in relations and (child > index) == after:
                return child
        return None

    def is_speech(self, mark: int) -> bool:
        """Return whether a marked stretch is a clause of its own: parsed as a stand-in, or with subject and verb."""
        inside = self.tree.inside[mark]
        if any(self.tokens[at].end - self.tokens[at].start != len(self.tokens[at].text) for at in inside):
            return True
        return any(self.tokens[at].dep == "nsubj" and self.tokens[at].head in inside for at in inside)

    def spans(self, indices: Iterable[int]) -> tuple[Span, ...]:
        """Return the stretches of text that words make up, without stops at their ends; what is quoted is whole."""
        runs: list[list[int]] = []
        for index in self._with_whole_words(indices):
            if runs and (index - runs[-1][-1] == 1 or self._only_stops(runs[-1][-1] + 1, index)):
                runs[-1].append(index)
            else:
                runs.append([index])
        trimmed = (self._trimmed(run) for run in runs)
        return tuple(self._span(run) for run in trimmed if run)

    def _with_whole_words(self, indices: Iterable[int]) -> list[int]:
        """Return the words in order with what a hyphen ties to them: "re" of "re-elects", which the parser parted."""
        tokens, found = self.tokens, set(indices)
        for index in sorted(found):
            at = index
            while at > 1 and tokens[at - 1].text == "-" and tokens[at - 2].end + 1 == tokens[at].start:
                at -= 2
                found |= {at, at + 1}
            at = index
            while at + 2 < len(tokens) and tokens[at + 1].text == "-" and tokens[at].end + 1 == tokens[at + 2].start:
                at += 2
                found |= {at - 1, at}
        return sorted(found)

    def _only_stops(self, start: int, end: int) -> bool:
        tokens = self.tokens
        return all(tokens[at].pos == "PUNCT" and tokens[at].text not in ",—–" for at in range(start, end))

    def _trimmed(self, run: list[int]) -> list[int]:
        while run and self._hangs_over(run[0], EDGES):
            run = run[1:]
        while run and self._hangs_over(run[-1], EDGES - CLOSES):
            run = run[:-1]
        return run if any(self.tokens[at].pos != "PUNCT" for at in run) else []

    def _hangs_over(self, index: int, edges: Collection[str]) -> bool:
        """Return whether a word at an end belongs to no clause: a stop, an "and", but no "neither"."""
        token = self.tokens[index]
        joins = token.tag == "CC" and not (token.dep == "preconj" and token.head > index)
        return self.tree.outside(index) and (token.text in edges or joins or token.tag == "_SP")

    def _span(self, run: list[int]) -> Span:
        first, last = self.tree.parse.marked[run[0]], self.tree.parse.marked[run[-1]]
        start = self.marked[first].outer.start if first >= 0 else self.tokens[run[0]].start
        end = self.marked[last].outer.end if last >= 0 else self.tokens[run[-1]].end
        return Span(start, end)
