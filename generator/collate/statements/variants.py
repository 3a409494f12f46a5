"""What kind of variant each column of an alignment holds, and what a reader should be warned of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import takewhile
from typing import Literal

from generator.collate.statements.passages import Passage
from generator.collate.words.numbers import number_words
from generator.collate.words.tokens import Word
from generator.records import ArticleId, Column, Span, VariantKind
from generator.wordlists import lines

# The gravest kind of its cells is the column's.
GRAVITY: tuple[VariantKind, ...] = (
    "same",
    "typography",
    "spelling",
    "insertion",
    "omission",
    "substitution",
    "number",
    "negation",
)
_GLUE = ' \t\r\n"“”„‟«»'


Row = tuple[Word | None, ...]
"""One column of words, a cell a reading."""

Surrounding = Literal["apart", "inside", "turned"]
"""Where a column lies for one reading: outside of what it quotes, within it, or within it and so that only a "not" and
a word or two beside it are different there."""
TURNED_WORDS = 3  # "did not agree" against "agreed"


def surroundings_of(rows: Sequence[Row], number: int) -> list[Surrounding]:
    """Return where each column lies for one reading, against the first reading of the table.

    What only one of the two begins with or ends with lies apart: where the quotation marks open behind "did not", the
    article may well say so in its own words.
    """
    held = [[at for at, row in enumerate(rows) if row[each] is not None] for each in (0, number)]
    found: list[Surrounding] = ["apart"] * len(rows)
    if not all(held):
        return found
    run: list[int] = []
    for at in range(max(each[0] for each in held), min(each[-1] for each in held) + 1):
        base, word = rows[at][0], rows[at][number]
        found[at] = "inside"
        if base is not None and word is not None and base.stem == word.stem:
            run = []
        elif base is not None or word is not None:
            run.append(at)
            for each in run:
                found[each] = "turned" if len(run) <= TURNED_WORDS else "inside"
    return found


def column_of(
    row: Row,
    at: int,
    surroundings: Sequence[Sequence[Surrounding]],
    passages: Sequence[Passage],
    texts: Mapping[ArticleId, str],
) -> Column:
    """Return the column of one row of aligned words, its kinds told against the first reading that has a word here.

    `surroundings`: of each reading, see `surroundings_of`. What a reading does not quote is an omission only.
    """
    base = next(number for number, word in enumerate(row) if word is not None)
    base_word = row[base]
    assert base_word is not None
    kinds: list[VariantKind] = []
    for number, word in enumerate(row):
        turned = surroundings[number][at] == "turned"
        if word is None:
            kinds.append(_missing(base_word, base == 0, turned))
        elif base:
            kinds.append("negation" if turned and _negates(word) else "insertion")
        else:
            ends = word == passages[number].words[-1] or base_word == passages[0].words[-1]
            surfaces = _compared(_surface(base_word, passages[0], texts), _surface(word, passages[number], texts), ends)
            kinds.append(_kind(base_word, surfaces[0], word, surfaces[1], turned))
    grave = max(kinds, key=GRAVITY.index)
    cells = tuple(
        _cell(word, passages[number], texts, marks=grave == "typography") if word else None
        for number, word in enumerate(row)
    )
    return Column(cells, grave, tuple(kinds))


def graver(left: VariantKind, right: VariantKind) -> VariantKind:
    """Return the kind that matters more to a reader."""
    return max(left, right, key=GRAVITY.index)


def _cell(word: Word, passage: Passage, texts: Mapping[ArticleId, str], marks: bool) -> Span:
    """Return the words of a cell, with the marks behind them where these are the difference."""
    return Span(word.span.start, word.span.start + len(_surface(word, passage, texts))) if marks else word.span


def _missing(word: Word, base_has_it: bool, turned: bool) -> VariantKind:
    if not base_has_it:
        return "same"  # nobody misses what the fullest reading has not
    return "negation" if turned and _negates(word) else "omission"


_MARKS = ".,;:!?…-–— "


def _surface(word: Word, passage: Passage, texts: Mapping[ArticleId, str]) -> str:
    """Return the word with the marks that follow it, except at the reading's end, where the outlet sets its own."""
    text = texts[passage.article_id]
    at = bisect_right(passage.words, word.span.start, key=lambda each: each.span.start)
    return (
        text[word.span.start : passage.words[at].span.start].strip(_GLUE)
        if at < len(passage.words)
        else word.span.of(text)
    )


def _compared(base: str, other: str, ends: bool) -> tuple[str, str]:
    """Return two surfaces without the marks behind them when a reading ends there: the other's mark leads on."""
    return (base.rstrip(_MARKS), other.rstrip(_MARKS)) if ends else (base, other)


def _kind(base: Word, base_surface: str, word: Word, surface: str, turned: bool) -> VariantKind:
    if base.key == word.key:
        if surface == base_surface:
            return "same"
        return "spelling" if _letters(surface) != _letters(base_surface) else "typography"
    if _number(base.key) is not None and _number(word.key) is not None:
        return "spelling" if _number(base.key) == _number(word.key) else "number"
    if turned and _negates(base) != _negates(word):
        return "negation"
    return "substitution"


def _letters(surface: str) -> str:
    return "".join(letter for letter in surface.casefold() if letter.isalnum())


def _number(key: str) -> float | None:
    if key in number_words():
        return float(number_words()[key])
    try:
        return float(key)
    except ValueError:
        return None


def _negates(word: Word) -> bool:
    return word.key in negations()


@cache
def negations() -> frozenset[str]:
    """Return the words that turn a clause into its contrary."""
    return frozenset(lines("negations.txt"))


# ---- flags -----------------------------------------------------------------------------------------------------------

# A sentence that stops before one of these may say the contrary of the whole.
TURNS = frozenset(["but", "although", "though", "unless", "except", "however", "if", "while", "yet", "until", "only"])
NEAR_CUT = 2  # words after the cut among which such a turn stands
MIN_CUT = 3  # words that the other reading of a whole sentence goes on with; fewer are no matter


def flags_of(passages: Sequence[Passage], columns: Sequence[Column], speakers: int) -> tuple[str, ...]:
    """Return what a reader should be warned of, in a fixed order; see `Statement.flags`. `speakers`: their number."""
    kinds = {kind for column in columns for kind in column.kinds}
    cut = any(_cut_off(passages, columns, number) for number in range(1, len(passages)))
    raised = {
        "only in one outlet": len({passage.article_id for passage in passages}) == 1,
        "speaker differs": speakers > 1,
        "number differs": "number" in kinds,
        "negation differs": "negation" in kinds,
        "reworded": "substitution" in kinds,
        "cut-off": cut,
    }
    return tuple(flag for flag, stands in raised.items() if stands)


def _cut_off(passages: Sequence[Passage], columns: Sequence[Column], number: int) -> bool:
    """Return whether a reading stops where the fullest goes on: before a turn, or where it looks like a sentence.

    Where its article prints the next words in another reading, it goes on there.
    """
    passage, base = passages[number], passages[0]
    held = [at for at, column in enumerate(columns) if column.cells[number] is not None]
    behind = columns[held[-1] + 1 :] if held else ()
    siblings = [at for at, other in enumerate(passages) if other.article_id == passage.article_id]
    missing = list(takewhile(lambda column: all(column.cells[at] is None for at in siblings), behind))
    rest = [cell for column in missing if (cell := column.cells[0]) is not None]
    words = [word.key for word in base.words if rest and rest[0].start <= word.span.start < rest[-1].end]
    resumed = len(missing) < len(behind) and len(words) < MIN_CUT
    if passage.goes_on or resumed or not words:
        return False
    return bool(TURNS & set(words[:NEAR_CUT])) or (passage.quote.kind == "direct" and len(words) >= MIN_CUT)
