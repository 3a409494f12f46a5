"""Readings of one statement in, one alignment table out: a column a word or phrase, a row a reading.

Progressive alignment (Feng and Doolittle 1987) of each reading onto the table of those before it, in an order that the
words alone decide, so no order of the articles changes the table. Words are aligned, never punctuation marks.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.collate.statements.passages import Passage
from generator.collate.statements.variants import Row, column_of, flags_of, graver, surroundings_of
from generator.collate.words.stems import stem_of
from generator.collate.words.tokens import Word
from generator.records import ArticleId, Column, Span

GAP = -1.0  # for a word that the other side has not
UNLIKE = -1.6  # for two words set against each other; dearer than one gap, cheaper than two
MAX_UNEVEN = 6  # difference in weight up to which one word may stand for another
NEVER = float("-inf")
MAX_WORDS = 400  # a longer passage is no sentence, and the table's cost is the product of two lengths


@dataclass(frozen=True, slots=True)
class Table:
    """An alignment: columns of phrases, and what they show."""

    columns: tuple[Column, ...]
    flags: tuple[str, ...]


def align(passages: Sequence[Passage], texts: Mapping[ArticleId, str], speakers: int) -> Table:
    """Return the table of the passages, its rows in their order.

    `texts`: article id to canonical text. `speakers`: how many the passages have.

    The first passage is the base that variants are told against. Give the passages in an order that depends on their
    words alone: fullest first.
    """
    if len(passages) == 1:
        return Table((), flags_of(passages, (), speakers))
    passages = _as_one_word(passages)
    rows = _rows(passages)
    surroundings = [surroundings_of(rows, number) for number in range(len(passages))]
    words = [column_of(row, at, surroundings, passages, texts) for at, row in enumerate(rows)]
    columns = tuple(_merged(words))
    return Table(columns, flags_of(passages, columns, speakers))


def _as_one_word(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages with two words put together where another prints them as one: "work force", "workforce"."""
    known = {key for passage in passages for key in passage.keys}
    return [_put_together(passage, known) for passage in passages]


def _put_together(passage: Passage, known: Container[str]) -> Passage:
    words: list[Word] = []
    for word in passage.words:
        last = words[-1] if words else None
        whole = f"{last.key}{word.key}" if last else ""
        # What is put together is no part of a third word, and "no" and "t" are no word of two.
        if last and len(last.key) > 1 and len(word.key) > 1 and whole in known and last.span.end < word.span.start:
            words[-1] = Word(whole, stem_of(whole), max(last.weight, word.weight), Span(last.span.start, word.span.end))
        else:
            words.append(word)
    if len(words) == len(passage.words):
        return passage
    return replace(passage, words=tuple(words), keys=tuple(w.key for w in words), stems=tuple(w.stem for w in words))


def _rows(passages: Sequence[Passage]) -> list[Row]:
    """Return the aligned words of the passages. Readings of the same words are aligned once."""
    same: dict[tuple[str, ...], int] = {}
    shape = [same.setdefault(passage.keys, len(same)) for passage in passages]
    distinct = [passages[shape.index(number)].words[:MAX_WORDS] for number in range(len(same))]
    rows: list[Row] = [(word,) for word in distinct[0]]
    for number, words in enumerate(distinct[1:], start=1):
        rows = _onto(rows, words, number)
    place = [{word.span: at for at, word in enumerate(words)} for words in distinct]
    return [
        tuple(
            passage.words[place[number][word.span]] if (word := row[number]) is not None else None
            for passage, number in zip(passages, shape, strict=True)
        )
        for row in rows
    ]


def _onto(rows: list[Row], words: Sequence[Word], number: int) -> list[Row]:
    """Needleman and Wunsch, the columns so far on one side and the words of one more reading on the other."""
    blank: Row = (None,) * number
    result = []
    for at, word in _path(rows, words):
        result.append(((rows[at] if at is not None else blank), word))
    return [(*row, word) for row, word in result]


def _path(rows: list[Row], words: Sequence[Word]) -> list[tuple[int | None, Word | None]]:
    height, width = len(rows), len(words)
    best = [[0.0] * (width + 1) for _ in range(height + 1)]  # what a reading leaves out at its end costs nothing
    for j in range(width):
        best[height][j] = GAP * (width - j)
    for i in range(height - 1, -1, -1):
        for j in range(width - 1, -1, -1):
            skip = best[i + 1][j] + (GAP if j else 0.0)
            best[i][j] = max(_score(rows[i], words[j]) + best[i + 1][j + 1], skip, best[i][j + 1] + GAP)
    path: list[tuple[int | None, Word | None]] = []
    i = j = 0
    while i < height or j < width:
        if i < height and j < width and best[i][j] == _score(rows[i], words[j]) + best[i + 1][j + 1]:
            path.append((i, words[j]))
            i, j = i + 1, j + 1
        elif i < height and (j == width or best[i][j] == best[i + 1][j] + (GAP if j else 0.0)):
            path.append((i, None))
            i += 1
        else:
            path.append((None, words[j]))
            j += 1
    return path


def _score(row: Row, word: Word) -> float:
    return max(_likeness(cell, word) for cell in row if cell is not None)


def _likeness(left: Word, right: Word) -> float:
    if left.key == right.key:
        return 1.0 + left.weight / 4
    if left.stem == right.stem:
        return 1.0 + left.weight / 6
    if abs(left.weight - right.weight) > MAX_UNEVEN:
        return NEVER  # "the" against "engagement" tells nothing: better a gap on either side
    return UNLIKE


def _merged(columns: Sequence[Column]) -> list[Column]:
    """Put neighbouring columns together: parts of one word ("do", "n't"), and words that are alike in all readings."""
    whole: list[Column] = []
    for column in columns:
        whole.append(_joined(whole.pop(), column) if whole and _one_word(whole[-1], column) else column)
    merged: list[Column] = []
    for column in whole:
        merged.append(_joined(merged.pop(), column) if merged and _one_phrase(merged[-1], column) else column)
    return merged


def _one_word(left: Column, right: Column) -> bool:
    return any(
        a is not None and b is not None and a.end == b.start for a, b in zip(left.cells, right.cells, strict=True)
    )


def _one_phrase(left: Column, right: Column) -> bool:
    same_cells = [cell is None for cell in left.cells] == [cell is None for cell in right.cells]
    return same_cells and left.kind == right.kind and left.kinds == right.kinds and left.kind != "number"


def _joined(left: Column, right: Column) -> Column:
    cells = tuple(_spanning(a, b) for a, b in zip(left.cells, right.cells, strict=True))
    kinds = tuple(graver(a, b) for a, b in zip(left.kinds, right.kinds, strict=True))
    return Column(cells, graver(left.kind, right.kind), kinds)


def _spanning(left: Span | None, right: Span | None) -> Span | None:
    if left is None or right is None:
        return left or right
    return Span(left.start, right.end)
