"""JSON, JSON Lines and CSV: many articles a file, each record read by the names of its fields."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any

from generator.errors import Problem
from generator.read import csl, feed, fields
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
    articles = []
    for number, record in enumerate(records, start=1):
        named = Named(source, kind, number if len(records) > 1 or extension != "json" else None)
        read_one = csl.read_record if csl.is_csl(record) else fields.read_record
        try:
            article, wrong = read_one(record, named)
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


def _find_records(loaded: object, depth: int = 0) -> list[Record]:
    """Return the records of a list, of an object with a list, or the one object itself."""
    if isinstance(loaded, list):
        return [found for found in loaded if isinstance(found, dict)]
    if not isinstance(loaded, dict) or depth > 2:
        return []
    if any(isinstance(loaded.get(name), str) for name in fields.TEXT):
        return [loaded]
    for key in _LISTS:
        if isinstance(loaded.get(key), (list, dict)) and (found := _find_records(loaded[key], depth + 1)):
            return found
    return [loaded] if loaded and depth == 0 else []


def _rows(text: str) -> Iterator[Record]:
    """Yield the rows of a table with a header. Commas, semicolons and tabs part the columns."""
    header = text.lstrip("\ufeff\r\n").partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
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


def _cells(names: list[str], row: list[str]) -> Iterator[tuple[str, str]]:
    """Return the cells of a row, each with the name of its column; those of more columns than there are names too."""
    return zip_longest(names[: len(row)], row, fillvalue="")


def _check_columns(names: list[str]) -> None:
    if set(names) & set(fields.TEXT) or ("container-title" in names and set(names) & {"abstract", "note"}):
        return
    if set(names) >= _HIGHLIGHTS:
        raise Unreadable("is a list of highlights and holds no article's whole text", "Save the pages that they are of")
    if any(columns <= set(names) for columns in _ADDRESS_LISTS):
        raise Unreadable("is a list of addresses and holds no article text", "Save the pages that it names")
    what = "has no column that holds an article's text"
    raise Unreadable(what, "Name the column of the texts “text” in its first line")
