"""What the parser sees: an article's paragraphs with quotations in, their parses in the article's offsets out.

A long quotation confuses the parser and costs its time, and its inside says nothing about who speaks. So a stretch that
reads like speech is parsed as three stand-in words, and a fragment of the reporter's sentence without its marks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from sys import intern

from generator.annotate.main_verbs import with_main_verbs
from generator.annotate.misread_names import with_misread_names
from generator.annotate.quotations import Marked
from generator.annotate.quoted_words import FINAL, reads_like_clause
from generator.language import Language, Token
from generator.records import ParsedWord, Span

STAND_IN = "We know it"  # a whole clause, so that "said" governs it as it governs the words that it stands for
DATELINE_LENGTH = 80
# PHILADELPHIA, July 25 (UPI) — : no subject of what follows, though the parser takes it for one.
_DATELINE = re.compile(
    r"(?:[^.!?()—–“”\"]|\b[A-Z][a-z]?\.){2,50}\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}\s"
    r"\([A-Z][^()]{1,20}\)\s?(?:—|–|―|--|-)\s|"
    r"[A-Z][A-Z.'’ /-]{2,40}(?:,[^—–()“”\"]{1,30})?\s?(?:\([^()]{2,20}\)\s?)?"
    r"(?:(?:—|–|―|--|-)\s|[—–―](?=[A-Z“\"]))"
)
# "But Lind - who owns it - said": the parser knows the dash, and takes the hyphen for a part of the words beside it.
# One character for one, so that every offset stands; between numbers it is a range, a score or a telephone's.
_HYPHEN_FOR_DASH = re.compile(r"(?<=[^\W\d][ ])-(?=[ ]\w)|(?<=[”’,.)\"][ ])-(?=[ ]\w)|(?<=\d[ ])-(?=[ ][^\W\d])")


@dataclass(frozen=True, slots=True)
class Parse:
    """One parsed paragraph."""

    paragraph: int
    tokens: tuple[Token, ...]
    """Offsets are the article's. Tokens of a stand-in all have the span of the stretch's inner words."""
    marked: tuple[int, ...]
    """For each token the index of the marked stretch that it lies in, or -1."""


@dataclass(frozen=True, slots=True)
class _Piece:
    at: int
    """Where the piece begins in the skeleton."""
    origin: Span
    exact: bool
    """Whether the piece is the article's own words."""
    marked: int


def parse_paragraphs(
    text: str,
    paragraphs: Sequence[Span],
    marked: Sequence[Marked],
    wanted: Sequence[int],
    language: Language,
) -> dict[int, Parse]:
    """Return the parse of each wanted paragraph, by its number."""
    inside: dict[int, list[int]] = {}
    for index, stretch in enumerate(marked):
        inside.setdefault(stretch.paragraph, []).append(index)
    built = [_skeleton(text, paragraphs[number], [(i, marked[i]) for i in inside.get(number, [])]) for number in wanted]
    parses = language.parse([_HYPHEN_FOR_DASH.sub("–", skeleton) for skeleton, _ in built])
    return {
        number: _in_article(number, with_misread_names(tokens), pieces)
        for number, (_, pieces), tokens in zip(wanted, built, parses, strict=True)
    }


def words_of(parses: Mapping[int, Parse]) -> tuple[ParsedWord, ...]:
    """Return the words of all parses in the order of the text, their heads counted through the whole article.

    A sentence that the parser left without a main verb has one, whoever looks at it afterwards.
    """
    words: list[ParsedWord] = []
    for number in sorted(parses):
        parse, base = parses[number], len(words)
        for token, marked in zip(parse.tokens, parse.marked, strict=True):
            quoted = marked >= 0 and token.end - token.start != len(token.text)
            words.append(
                ParsedWord(
                    token.start,
                    token.end,
                    intern(token.lemma),
                    intern(token.tag),
                    intern(token.dep),
                    base + token.head,
                    quoted,
                )
            )
    return with_main_verbs(words)


def _skeleton(text: str, paragraph: Span, marked: list[tuple[int, Marked]]) -> tuple[str, list[_Piece]]:
    parts: list[str] = []
    pieces: list[_Piece] = []
    dateline = _DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + DATELINE_LENGTH))
    at, start = 0, dateline.end() if dateline else paragraph.start
    marked = [(index, stretch) for index, stretch in marked if stretch.outer.start >= start]

    def add(words: str, origin: Span, exact: bool, index: int) -> None:
        nonlocal at
        if words:
            parts.append(words)
            pieces.append(_Piece(at, origin, exact, index))
            at += len(words)

    for index, stretch in marked:
        add(text[start : stretch.outer.start], Span(start, stretch.outer.start), True, -1)
        inner = stretch.inner.of(text)
        if reads_like_clause(text, stretch) or not stretch.closed:
            final = FINAL.search(inner)
            add('"' + STAND_IN + (final[0] if final else "") + '"', stretch.inner, False, index)
        else:
            add(inner, stretch.inner, True, index)
        start = stretch.outer.end
    add(text[start : paragraph.end], Span(start, paragraph.end), True, -1)
    return "".join(parts), pieces


def _in_article(number: int, tokens: Sequence[Token], pieces: list[_Piece]) -> Parse:
    placed, marks = [], []
    piece = 0
    for token in tokens:
        while piece + 1 < len(pieces) and pieces[piece + 1].at <= token.start:
            piece += 1
        here = pieces[piece]
        if here.exact:
            shift = here.origin.start - here.at
            start, end = token.start + shift, min(token.end + shift, max(here.origin.end, token.start + shift + 1))
        else:
            start, end = here.origin.start, here.origin.end
        placed.append(
            Token(
                start,
                end,
                token.text,
                token.lemma,
                token.pos,
                token.tag,
                token.dep,
                token.head,
                token.entity,
                token.begins,
            )
        )
        marks.append(here.marked)
    return Parse(number, tuple(placed), tuple(marks))
