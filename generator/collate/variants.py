"""What kind of variant each column of an alignment holds, and what a reader should be warned of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from generator.collate.numerals import number_words
from generator.collate.units import Unit
from generator.collate.wording import Word, data_lines
from generator.records import ArticleId, Column, VariantKind

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


def column_of(
    row: Sequence[Word | None],
    at: int,
    extents: Sequence[tuple[int, int]],
    units: Sequence[Unit],
    texts: Mapping[ArticleId, str],
) -> Column:
    """Return the column of one row of aligned words, its kinds told against the first reading that has a word here.

    `extents`: first and last column of each reading. Outside of them it was cut, which is an omission, but no negation.
    """
    base = next(number for number, word in enumerate(row) if word is not None)
    base_word = row[base]
    assert base_word is not None
    surface = _surface(base_word, units[base], texts)
    kinds: list[VariantKind] = []
    for number, word in enumerate(row):
        inside = extents[number][0] <= at <= extents[number][1]
        if number == base:
            kinds.append("same" if base == 0 else "insertion")
        elif word is None:
            kinds.append(_missing(base_word, base == 0, inside))
        else:
            kind = _kind(base_word, surface, word, _surface(word, units[number], texts))
            kinds.append(kind if base == 0 or kind != "same" else "insertion")
    grave = max(kinds, key=GRAVITY.index)
    return Column(tuple(word.span if word else None for word in row), grave, tuple(kinds))


def _missing(word: Word, base_has_it: bool, inside: bool) -> VariantKind:
    if inside and _negates(word):
        return "negation"
    return "omission" if base_has_it else "same"


def _surface(word: Word, unit: Unit, texts: Mapping[ArticleId, str]) -> str:
    """Return the word with the marks that follow it, except at the reading's end, where the outlet sets its own."""
    text = texts[unit.article_id]
    following = [other.span.start for other in unit.words if other.span.start >= word.span.end]
    return text[word.span.start : following[0]].strip(_GLUE) if following else word.span.of(text)


def _kind(base: Word, base_surface: str, word: Word, surface: str) -> VariantKind:
    if base.key == word.key:
        if surface == base_surface:
            return "same"
        return "spelling" if _letters(surface) != _letters(base_surface) else "typography"
    if _number(base.key) is not None and _number(word.key) is not None:
        return "spelling" if _number(base.key) == _number(word.key) else "number"
    if _negates(base) != _negates(word):
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
    return frozenset(data_lines("negations.txt"))


# ---- flags -----------------------------------------------------------------------------------------------------------

TURNS = frozenset({"but", "although", "though", "unless", "except", "however", "if", "while", "yet", "until"})
MIN_CUT = 3  # words that the other reading goes on with; fewer are a tail like "he said"


def flags_of(units: Sequence[Unit], columns: Sequence[Column], texts: Mapping[ArticleId, str]) -> tuple[str, ...]:
    """Return what a reader should be warned of, in a fixed order; see `Statement.flags`."""
    flags = []
    if len({unit.article_id for unit in units}) == 1:
        flags.append("only in one outlet")
    if len({unit.speaker for unit in units if unit.speaker is not None}) > 1:
        flags.append("speaker differs")
    kinds = {kind for column in columns for kind in column.kinds}
    if "number" in kinds:
        flags.append("number differs")
    if "negation" in kinds:
        flags.append("negation differs")
    if "substitution" in kinds:
        flags.append("reworded")
    if any(_cut_off(unit, units[0], columns, number) for number, unit in enumerate(units) if number):
        flags.append("cut-off")
    return tuple(flags)


def _cut_off(unit: Unit, base: Unit, columns: Sequence[Column], number: int) -> bool:
    held = [at for at, column in enumerate(columns) if column.cells[number] is not None]
    if not held:
        return False
    rest = [column.cells[0] for column in columns[held[-1] + 1 :] if column.cells[0] is not None]
    words = [word for word in base.words if rest and word.span.start >= rest[0].start]
    return len(words) >= MIN_CUT
