"""Reporting clauses: the parse of a paragraph in, each reporting word with the words that name its speaker out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.annotate.cues import CueKind, cue_kind
from generator.annotate.skeletons import Parse
from generator.annotate.wordlists import words
from generator.language import Token
from generator.records import Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLIMBS = frozenset({"conj", "advcl", "xcomp", "acl", "ccomp", "pcomp", "dep", "parataxis"})
_RELATIVE = frozenset({"who", "which", "that"})
_CUTS = frozenset({"relcl", "acl", "appos", "punct", "advcl", "cc", "conj"})
# Such a subject names nobody; "it" may stand for a ministry and is left to the people list.
_EMPTY = frozenset({"this", "that", "which", "what", "there", "these", "those", "something", "everything", "nothing"})
MAX_CLIMB = 4


@dataclass(frozen=True, slots=True)
class Clause:
    """One reporting clause: "Mr Blinken told reporters"."""

    cue: Span
    cue_word: str
    kind: CueKind
    source: Span
    head: Token
    """The head word of the source."""
    cue_index: int
    passive: bool
    borrowed: bool
    """Whether the source is the subject of a verb further up: "..., adding"."""

    @property
    def start(self) -> int:
        """Where cue and source begin."""
        return min(self.cue.start, self.source.start)

    @property
    def end(self) -> int:
        """Where cue and source end."""
        return max(self.cue.end, self.source.end)


class Tree:
    """A parse with the children of every token."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.tokens = parse.tokens
        self.children: list[list[int]] = [[] for _ in parse.tokens]
        for index, token in enumerate(parse.tokens):
            if token.head != index:
                self.children[token.head].append(index)

    def outside(self, index: int) -> bool:
        """Return whether a token is the reporter's own word."""
        return self.parse.marked[index] < 0

    def ancestors(self, index: int) -> Iterator[int]:
        """Return the heads of a token, nearest first."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def phrase(self, index: int) -> Span:
        """Return the noun phrase of a head word without what only describes it: relative clauses, appositions."""
        tokens = self.tokens
        low = high = index
        stack = [index]
        while stack:
            for child in self.children[stack.pop()]:
                if not self.outside(child):
                    continue
                if child > index and (tokens[child].dep in _CUTS or tokens[child].text in (",", "(", "—", "–", "--")):
                    continue
                if child < index and tokens[child].dep in ("punct", "cc", "preconj", "advmod", "relcl", "acl"):
                    continue
                stack.append(child)
                low, high = min(low, child), max(high, child)
        for between in range(low, index):
            if tokens[between].text in ('"', "“", "”", ":", ";") or "\n" in tokens[between].text:
                low = between + 1
        for between in range(index + 1, high + 1):
            if tokens[between].text in (",", "(", '"', ":", ";", "—", "–"):
                high = between - 1
                break
        return Span(tokens[low].start, tokens[high].end)


def find_clauses(tree: Tree) -> list[Clause]:
    """Return the reporting clauses of a paragraph whose source can be named, in the order of their cues."""
    found = []
    for index, token in enumerate(tree.tokens):
        if not tree.outside(index):
            continue
        kind = cue_kind(token.text)
        if kind is None or not _is_verb(tree, index):
            continue
        clause = clause_of(tree, index, kind)
        if clause is not None:
            found.append(clause)
    return found


def _is_verb(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if token.pos in ("VERB", "AUX"):
        return True
    # The small model takes some inverted verbs for nouns: "... ," quips Ellis. A form in -ed is a verb all the same.
    return (
        token.pos in ("NOUN", "PROPN", "ADJ") and token.text.islower() and token.text.endswith(("ed", "said", "wrote"))
    )


def clause_of(tree: Tree, index: int, kind: CueKind) -> Clause | None:
    """Return the clause of the verb at `index`, or None when nothing beside it can be its speaker."""
    subject, passive, borrowed = _subject(tree, index)
    if subject is None:
        subject, borrowed = _neighbour(tree, index), False
    if subject is None or not tree.outside(subject):
        return None
    head = tree.tokens[subject]
    if head.text.lower() in _EMPTY or head.pos in ("PUNCT", "ADP", "VERB", "AUX"):
        return None
    token = tree.tokens[index]
    return Clause(
        Span(token.start, token.end), token.text.lower(), kind, tree.phrase(subject), head, index, passive, borrowed
    )


def _subject(tree: Tree, index: int, depth: int = 0) -> tuple[int | None, bool, bool]:
    """Return the index of the verb's subject, whether the verb is passive, whether the subject is another verb's."""
    tokens = tree.tokens
    agent = _agent(tree, index)
    if agent is not None:
        return agent, False, depth > 0
    for child in tree.children[index]:
        if tokens[child].dep in _SUBJECTS:
            passive = tokens[child].dep == "nsubjpass"
            if tokens[child].text.lower() in _RELATIVE:
                if tokens[index].dep == "relcl":
                    return tokens[index].head, passive, depth > 0
                return None, passive, depth > 0
            return child, passive, depth > 0
    token = tokens[index]
    if depth >= MAX_CLIMB or token.head == index or token.dep not in _CLIMBS:
        return None, False, depth > 0
    if token.dep == "ccomp" and token.tag not in ("VBG", "VB"):
        return None, False, depth > 0
    if token.dep == "acl" and tokens[token.head].pos in ("NOUN", "PROPN", "PRON"):
        return token.head, False, depth > 0
    return _subject(tree, token.head, depth + 1)


def _agent(tree: Tree, index: int) -> int | None:
    for child in tree.children[index]:
        if tree.tokens[child].dep == "agent":
            for below in tree.children[child]:
                if tree.tokens[below].dep == "pobj":
                    return below
    return None


def _neighbour(tree: Tree, index: int) -> int | None:
    """Return the head of the noun phrase right after or before the verb, for what the parser got wrong."""
    tokens = tree.tokens
    after = index + 1
    last = None
    while after < len(tokens) and tree.outside(after) and tokens[after].pos in ("PROPN", "DET", "ADJ", "NOUN", "PRON"):
        if tokens[after].pos in ("PROPN", "NOUN", "PRON"):
            last = after
        after += 1
    closed_before = index == 0 or not tree.outside(index - 1) or tokens[index - 1].text in ('"', "”", ",")
    if last is not None and closed_before and tokens[last].text not in ("me", "him", "her", "them", "us", "reporters"):
        return last
    before = index - 1
    while before >= 0 and tokens[before].pos in ("ADV", "AUX", "PART"):
        before -= 1
    if before >= 0 and tree.outside(before) and tokens[before].pos in ("PROPN", "PRON", "NOUN"):
        return before
    return None


def attributing_noun(token: Token) -> bool:
    """Return whether a noun stands for something said: "claim", "statement"."""
    return token.text.lower() in words("attributing_nouns.txt")


def possessor(tree: Tree, index: int) -> int | None:
    """Return the index of the possessor of a noun: "Trump" in "Trump's claim", "Xi" in "a speech by Xi"."""
    for child in tree.children[index]:
        if tree.tokens[child].dep == "poss" and tree.outside(child):
            return child
    for child in tree.children[index]:
        if tree.tokens[child].text.lower() in ("by", "from") and tree.outside(child):
            for below in tree.children[child]:
                if tree.tokens[below].dep == "pobj" and tree.outside(below):
                    return below
    return None


def sources_of(clauses: Sequence[Clause]) -> set[Span]:
    """Return the source spans of some clauses."""
    return {clause.source for clause in clauses}
