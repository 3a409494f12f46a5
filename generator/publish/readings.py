"""The readings of a statement side by side: which words a reading adds, changes or leaves out against the others."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from markupsafe import Markup

from generator.publish.edition import Edition
from generator.publish.markup import escape
from generator.records import Column, Reading, Span, Statement, VariantKind

CLASSES: dict[VariantKind, str] = {
    "spelling": "spelling",
    "typography": "spelling",
    "insertion": "added",
    "substitution": "changed",
    "number": "changed",
    "negation": "changed",
}
Wording = str  # "full", "part", "shorter", "longer", "reworded", "only": how a reading stands to the statement's text


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One reading as the pages show it."""

    reading: Reading
    html: Markup
    wording: Wording


def rows(edition: Edition, statement: Statement) -> list[ReadingRow]:
    """Return the readings of a statement in order, with their marks."""
    return [
        ReadingRow(reading, _marked(edition, statement, number), wording(edition, statement, number))
        for number, reading in enumerate(statement.readings)
    ]


def wording(edition: Edition, statement: Statement, number: int) -> Wording:
    """Return how a reading's words stand to the fullest: the same, shorter, or other words.

    What its article prints in other readings of the statement it does not leave out: "part", where that is all.
    """
    if len(statement.readings) == 1:
        return "only"
    elsewhere = [_is_elsewhere(statement, column, number) for column in statement.columns]
    kinds = {
        _kind(column.kinds, column.kind, number)
        for column, told in zip(statement.columns, elsewhere, strict=True)
        if not told
    }
    found = _named(kinds)
    return "part" if found == "full" and any(elsewhere) else found


def wording_of_article(statement: Statement, number: int) -> Wording:
    """Return how all that the article of a reading prints of a statement stands to the fullest wording."""
    if len(statement.readings) == 1:
        return "only"
    own = statement.readings[number].article_id
    numbers = [at for at, reading in enumerate(statement.readings) if reading.article_id == own]
    return _named(
        {
            _kind(column.kinds, column.kind, at)
            for column in statement.columns
            for at in numbers
            if not _is_elsewhere(statement, column, at)
        }
    )


def _named(kinds: set[VariantKind]) -> Wording:
    if kinds & {"substitution", "number", "negation"}:
        return "reworded"
    if "omission" in kinds:
        return "shorter"
    return "longer" if "insertion" in kinds else "full"


def _is_elsewhere(statement: Statement, column: Column, number: int) -> bool:
    """Return whether another reading of the same article has the words that this one has not."""
    if column.cells[number] is not None or _kind(column.kinds, column.kind, number) != "omission":
        return False
    own = statement.readings[number].article_id
    return any(
        cell is not None and reading.article_id == own
        for reading, cell in zip(statement.readings, column.cells, strict=True)
    )


def _kind(kinds: tuple[VariantKind, ...], whole: VariantKind, number: int) -> VariantKind:
    return kinds[number] if number < len(kinds) else whole


def _marked(edition: Edition, statement: Statement, number: int) -> Markup:
    reading = statement.readings[number]
    text = edition.articles[reading.article_id].article.text
    out: list[Markup] = []
    at = reading.span.start
    missing: list[tuple[bool, str]] = []
    told = edition.settings.publish == "full"
    for column in statement.columns:
        cell = column.cells[number]
        kind = _kind(column.kinds, column.kind, number)
        if cell is None:
            if kind in ("omission", "negation"):  # a "not" that this reading has not
                words = _base_words(edition, statement, column.cells)
                missing.append((_is_elsewhere(statement, column, number), words))
            continue
        if cell.start < at:
            continue  # a cell outside the reading's order cannot be shown in place
        out.append(escape(text[at : cell.start]))
        if missing:
            out += [_gaps(missing, told), Markup(" ")]
            missing = []
        out.append(_word(text, cell, kind))
        at = cell.end
    out.append(escape(text[at : reading.span.end]))
    if missing:
        out += [Markup(" "), _gaps(missing, told)]
    return _joined(Markup("").join(out))


def _gaps(missing: list[tuple[bool, str]], told: bool) -> Markup:
    """Return the gaps for words that a reading has not, each with whether its article prints them elsewhere."""
    runs = [(elsewhere, [words for _, words in run]) for elsewhere, run in groupby(missing, key=itemgetter(0))]
    return Markup(" ").join(_elsewhere(run, told) if elsewhere else _left_out(run, told) for elsewhere, run in runs)


def _elsewhere(words: list[str], told: bool) -> Markup:
    """Return the gap for words that the same article prints in another reading: nothing is left out there."""
    said = f": {' '.join(word for word in words if word)}" if told else ""
    return Markup(
        '<span title="elsewhere in the same article{0}"><span aria-hidden="true">…</span>'
        '<span class="ed-sr">(elsewhere in the same article{0})</span></span>'
    ).format(escape(said))


def _word(text: str, cell: Span, kind: VariantKind) -> Markup:
    words = escape(cell.of(text))
    if kind in ("insertion",):
        return Markup("<ins>{0}</ins>").format(words)
    if kind in CLASSES:
        return Markup('<mark class="ed-{0}">{1}</mark>').format(escape(CLASSES[kind]), words)
    return words


def _joined(html: Markup) -> Markup:
    """Let a run of marked words share one mark, so that a changed phrase reads as one."""
    for end, start in (("</ins>", "<ins>"), ("</mark>", '<mark class="ed-changed">')):
        html = Markup(str(html).replace(f"{end} {start}", " "))
    return html


def _base_words(edition: Edition, statement: Statement, cells: tuple[Span | None, ...]) -> str:
    for reading, cell in zip(statement.readings, cells, strict=True):
        if cell is not None:
            return edition.words(reading.article_id, cell)
    return ""


def _left_out(words: list[str], told: bool) -> Markup:
    """Return the gap for words of another reading. `told`: it spells them out; where words are withheld it does not."""
    said = " ".join(word for word in words if word)
    dots = "·" * max(3, min(14, len(said) // 3))
    if not told:
        return Markup(
            '<del><span aria-hidden="true">{0}</span><span class="ed-sr">(words not in this reading)</span></del>'
        ).format(dots)
    return Markup('<del title="not in this reading: {0}"><span aria-hidden="true">{1}</span><span class="ed-sr">'
                  "(not in this reading: {0})</span></del>").format(escape(said), escape(dots))  # fmt: skip
