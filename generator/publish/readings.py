"""The readings of a statement side by side: which words a reading adds, changes or leaves out against the others."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.publish.edition import Edition
from generator.publish.markup import escape
from generator.records import Reading, Span, Statement, VariantKind

CLASSES: dict[VariantKind, str] = {
    "spelling": "spelling",
    "typography": "spelling",
    "insertion": "added",
    "substitution": "changed",
    "number": "changed",
    "negation": "changed",
}
Wording = str  # "full", "shorter", "longer", "reworded", "only": how a reading stands to the statement's text


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
    """Return how a reading's words stand to the fullest: the same, shorter, or other words."""
    if len(statement.readings) == 1:
        return "only"
    kinds = {_kind(column.kinds, column.kind, number) for column in statement.columns}
    if kinds & {"substitution", "number", "negation"}:
        return "reworded"
    if "omission" in kinds:
        return "shorter"
    return "longer" if "insertion" in kinds else "full"


def _kind(kinds: tuple[VariantKind, ...], whole: VariantKind, number: int) -> VariantKind:
    return kinds[number] if number < len(kinds) else whole


def _marked(edition: Edition, statement: Statement, number: int) -> Markup:
    reading = statement.readings[number]
    text = edition.articles[reading.article_id].article.text
    out: list[Markup] = []
    at = reading.span.start
    missing: list[str] = []
    for column in statement.columns:
        cell = column.cells[number]
        kind = _kind(column.kinds, column.kind, number)
        if cell is None:
            if kind in ("omission", "negation"):  # a "not" that this reading has not
                missing.append(_base_words(edition, statement, column.cells))
            continue
        if cell.start < at:
            continue  # a cell outside the reading's order cannot be shown in place
        if missing:
            out += [escape(text[at : cell.start]), _left_out(missing, edition.settings.publish == "full"), Markup(" ")]
            missing = []
        else:
            out.append(escape(text[at : cell.start]))
        out.append(_word(text, cell, kind))
        at = cell.end
    out.append(escape(text[at : reading.span.end]))
    if missing:
        out += [Markup(" "), _left_out(missing, edition.settings.publish == "full")]
    return _joined(Markup("").join(out))


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
            '<del><span aria-hidden="true">{0}</span><span class="ed-sr">(words left out here)</span></del>'
        ).format(dots)
    return Markup('<del title="not in this reading: {0}"><span aria-hidden="true">{1}</span><span class="ed-sr">'
                  "(left out here: {0})</span></del>").format(escape(said), escape(dots))  # fmt: skip
