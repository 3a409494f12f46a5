"""JSON, JSON Lines and CSV: many articles a file, each record read by the names of its fields."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any

from generator.errors import Problem
from generator.field_names import meaning_of
from generator.read import csl, feed, fields, telegram
from generator.read.encoding import decode
from generator.read.fields import Named, Record
from generator.read.input_file import MAX_BYTES, Contents, InputFile, Unreadable, refuse_more
from generator.read.mojibake import mend_mojibake

_LISTS = ("articles", "items", "results", "data", "news", "documents", "docs", "entries", "records", "response",
          "value", "hits")  # fmt: skip
"""Keys under which services put the list of articles."""
_ADDRESS_LISTS = (
    frozenset({"url", "title", "time_added"}),
    frozenset({"url", "title", "folder", "timestamp"}),
    frozenset({"url", "title", "saved date"}),
    frozenset({"url", "title", "excerpt", "folder"}),
)
"""Column names of the exports of Pocket, Instapaper, Readwise Reader and Raindrop."""
_HIGHLIGHTS = frozenset({"highlight", "book title"})
"""Column names of the highlights of Readwise."""


def read(source: InputFile) -> Contents:
    """Return the articles of a JSON, JSON Lines or CSV file, and one line for each record that holds none."""
    decoded = decode(source.data)
    problems = [source.problem(note, "Compare it with the original") for note in decoded.notes]
    extension = source.file.lower().rpartition(".")[2]
    if extension in ("csv", "tsv"):
        records: list[Record] = list(_rows(decoded.text))
        kind = "CSV column"
    else:
        found, wrong = _json_records(decoded.text, source, lines=extension in ("jsonl", "ndjson"))
        if isinstance(found, Contents):
            return Contents(found.articles, tuple(problems) + found.problems)
        records, kind = found, "JSON field"
        problems += wrong
    refuse_more(len(records), "records")
    day_first = fields.order_of_days(records)
    articles = []
    for number, record in enumerate(records, start=1):
        named = Named(source, kind, number if len(records) > 1 or extension != "json" else None)
        try:
            if csl.is_csl(record):
                article, wrong = csl.read_record(record, named)
            else:
                article, wrong = fields.read_record(record, named, day_first)
        except RecursionError:
            article, wrong = None, [source.problem("is nested too deep to be read", "Mend it", named.at)]
        articles += [article] if article else []
        problems += wrong
    return Contents(tuple(articles), tuple(problems))


def _json_records(text: str, source: InputFile, lines: bool) -> tuple[list[Record] | Contents, list[Problem]]:
    if lines:
        return _json_lines(text, source)
    try:
        loaded = json.loads(text, object_pairs_hook=_with_all)
    except json.JSONDecodeError as error:
        if "\n" in text.strip() and text.lstrip().startswith("{") and error.msg == "Extra data":
            return _json_lines(text, source)  # JSON Lines under the name of JSON
        raise Unreadable(
            f"is not valid JSON (line {error.lineno}: {error.msg})", "Mend it or export it again"
        ) from None
    except ValueError:
        raise Unreadable("holds a number of thousands of digits", "Mend it or export it again") from None
    notes: list[str] = []
    loaded = _mended(loaded, notes)
    problems = [source.problem(note, "Compare it with the original") for note in notes[:1]]
    if feed.is_json_feed(loaded):
        contents = feed.read_json(loaded, source)
        return Contents(contents.articles, (*problems, *contents.problems)), []
    if telegram.is_export(loaded):
        contents = telegram.read(loaded, source)
        return Contents(contents.articles, (*problems, *contents.problems)), []
    records = _find_records(loaded)
    if not records:
        raise Unreadable("holds no list of articles", "Put the articles into a list, each with a field “text”")
    return records, problems


def _with_all(pairs: Iterable[tuple[str, Any]]) -> Record:
    """Return a record of its fields. The last of equal names has the name, the ones before it get a number behind."""
    made: dict[str, Any] = {}
    for name, value in pairs:
        if name in made:
            made[fields.free_name(name, made)] = made[name]
        made[name] = value
    return made


def _mended(value: Any, notes: list[str]) -> Any:
    """Return loaded JSON with its texts put right: its escapes hide broken characters from the decoder."""
    if isinstance(value, str):
        mended, told = mend_mojibake(value) if not value.isascii() else (value, ())
        notes += told
        return mended
    if isinstance(value, list):
        return [_mended(part, notes) for part in value]
    if isinstance(value, dict):
        return {key: _mended(part, notes) for key, part in value.items()}
    return value


def _json_lines(text: str, source: InputFile) -> tuple[list[Record], list[Problem]]:
    records: list[Record] = []
    problems = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        notes: list[str] = []
        try:
            loaded = _mended(json.loads(line, object_pairs_hook=_with_all), notes)
        except (ValueError, RecursionError) as error:
            what = getattr(error, "msg", "nested too deep or not a value")
            problems.append(source.problem(f"is not valid JSON ({what})", "Mend the line", f":{number}"))
            continue
        if isinstance(loaded, dict):
            records.append(loaded)
            problems += [source.problem(note, "Compare it with the original", f":{number}") for note in notes[:1]]
        else:
            problems.append(source.problem("is no JSON object", "Write one {…} a line", f":{number}"))
    if not records and not problems:
        raise Unreadable("holds no article", "Write one JSON object a line")
    return records, problems


def _find_records(loaded: Any) -> list[Record]:
    """Return the records of a list, of an object with a list, or the one object itself.

    They may lie a few levels down, each within what a search engine notes of it. Without one that holds a text, those
    of a list that services call so are returned, and each will say what it lacks.
    """
    found = _with_text(loaded)
    if found or isinstance(loaded, list):
        return found or [record for record in loaded if isinstance(record, dict)]
    return _named_list(loaded) or ([loaded] if loaded and isinstance(loaded, dict) else [])


def _with_text(loaded: object, depth: int = 0) -> list[Record]:
    if depth > MOST_LEVELS:
        return []
    if isinstance(loaded, list):
        records = [_unwrapped(record) for record in loaded if isinstance(record, dict)]
        return records if any(map(fields.holds_text, records)) else []
    if not isinstance(loaded, dict):
        return []
    if fields.holds_text(loaded):
        return [loaded]
    inner: list[Record] = [value for value in loaded.values() if isinstance(value, dict)]
    if len(inner) > 1 and all(fields.holds_text(value) for value in inner):
        return inner  # by their ids
    names = [*(name for name in _LISTS if name in loaded), *(name for name in loaded if name not in _LISTS)]
    return next((found for name in names if (found := _with_text(loaded[name], depth + 1))), [])


MOST_LEVELS = 3


def _unwrapped(record: Record) -> Record:
    """Return a record with the fields that lie one level down, "_source" or "attributes", where its text is there."""
    if fields.holds_text(record):
        return record
    inner = next((v for v in record.values() if isinstance(v, dict) and fields.holds_text(v)), None)
    return {**inner, **{name: value for name, value in record.items() if value is not inner}} if inner else record


def _named_list(loaded: Any, depth: int = 0) -> list[Record]:
    if isinstance(loaded, list):
        return [record for record in loaded if isinstance(record, dict)]
    if not isinstance(loaded, dict) or depth >= MOST_LEVELS:
        return []
    for key in _LISTS:
        if isinstance(loaded.get(key), (list, dict)) and (found := _named_list(loaded[key], depth + 1)):
            return found
    return []


def _rows(text: str) -> Iterator[Record]:
    """Yield the rows of a table with a header. Commas, semicolons, tabs or bars part the columns.

    The title of a table, or the line with which Excel notes its delimiter, may stand above the header.
    """
    text = _DELIMITER_NOTED.sub("", text.lstrip("\ufeff\r\n"))
    above = text.split("\n", MOST_ABOVE)[:MOST_ABOVE]
    delimiter = max(",;\t|", key=lambda mark: (_names_text(above[0].split(mark)), above[0].count(mark)))
    if not _names_text(above[0].split(delimiter)):
        titled = [(line, mark) for line in above[1:] for mark in ",;\t|" if _names_text(line.split(mark), LEAST_NAMES)]
        if titled:
            text, delimiter = text[text.index(titled[0][0]) :], titled[0][1]
    before = csv.field_size_limit(MAX_BYTES)  # an article is longer than the default of the library
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise Unreadable(f"is no table that can be read ({error})", "Export it again as CSV") from None
    finally:
        csv.field_size_limit(before)
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        raise Unreadable("holds no rows", "Put the articles into it, one a row, or delete it")
    names = [name.strip().lower() for name in rows[0]]
    _check_columns(names)
    for row in rows[1:]:
        yield _with_all((name or f"column {place}", cell) for place, (name, cell) in enumerate(_cells(names, row), 1))


_DELIMITER_NOTED = re.compile(r"\Asep=.\r?\n", re.IGNORECASE)
MOST_ABOVE = 10  # lines
LEAST_NAMES = 3  # of a header below other lines, whose meaning is known


def _names_text(cells: list[str], least: int = 1) -> bool:
    """Whether cells are the names of columns, one of them that of the text."""
    names = [cell.strip(' "\r').lower() for cell in cells]
    known = [name for name in names if name in fields.TEXT or meaning_of(name)]
    return len(known) >= least and any(name in fields.TEXT or meaning_of(name) == "text" for name in known)


def _cells(names: list[str], row: list[str]) -> Iterator[tuple[str, str]]:
    """Return the cells of a row, each with the name of its column; those of more columns than there are names too."""
    return zip_longest(names[: len(row)], row, fillvalue="")


def _check_columns(names: list[str]) -> None:
    if _names_text(names) or ("container-title" in names and set(names) & {"abstract", "note"}):
        return
    if set(names) >= _HIGHLIGHTS:
        raise Unreadable("is a list of highlights and holds no article's whole text", "Save the pages that they are of")
    if any(columns <= set(names) for columns in _ADDRESS_LISTS):
        raise Unreadable("is a list of addresses and holds no article text", "Save the pages that it names")
    what = "has no column that holds an article's text"
    raise Unreadable(what, "Name the column of the texts “text” in its first line")
