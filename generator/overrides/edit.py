"""Puts an entry into the text of an overrides file, or takes one out: every other byte stays as somebody wrote it.

A library that reads YAML and writes it anew keeps comments, and folds long lines, parts lists and changes marks all the
same. So lines are put in and taken out where the parser says that they belong, and the outcome is read back and held
against what was there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast, get_args

import yaml

from generator.errors import DigestError, Problem
from generator.marked_yaml import MarkedLoader
from generator.overrides.entries import Entry, Overrides, Section, parse_overrides

Scalar = str | int | bool | None
Fields = Mapping[str, "Scalar | Sequence[str] | Sequence[Mapping[str, str]]"]
_PLAIN = re.compile(r"[^\W\d_][\w .’'/-]*(?<! )|\d{4}(?:-\d\d){0,2}|https?://[\w./~%-]+")


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a file as it stands there."""

    section: Section
    text: str
    entry: Entry


def added(text: str, section: str, fields: Fields, where: str = "overrides.yml") -> str:
    """Return the text with one entry more, at the end of its section.

    Raises `DigestError` when the text or the entry is no list of overrides.
    """
    before = parse_overrides(text, where)
    lines = _lines(text)
    at, indent, missing = _end_of(section, text, lines)
    entry = [f"{indent}{line}\n" for line in entry_lines(fields)]
    if lines and at and not lines[at - 1].endswith("\n"):
        lines[at - 1] += "\n"
    new = "".join([*lines[:at], *([f"{section}:\n"] if missing else []), *entry, *lines[at:]])
    _hold(before, parse_overrides(new, where), more=1, where=where)
    return new


def removed(text: str, number: int, where: str = "overrides.yml") -> str:
    """Return the text without its entry of that number, counted from 0. Raises `DigestError` when there is none."""
    before = parse_overrides(text, where)
    places = [place for _, places in _sections(text) for place in places]
    if not 0 <= number < len(places):
        what = f"has no entry {number + 1}"
        raise DigestError(Problem(where, what, "List them with `event-digest override list`", fatal=True))
    lines = _lines(text)
    first, last = places[number]
    alone = next((key for key, places in _sections(text) if places == [(first, last)]), None)
    if alone is not None:
        first = next(i for i in range(first, -1, -1) if lines[i].startswith(f"{alone}:"))
    new = "".join([*lines[:first], *lines[last + 1 :]])
    _hold(parse_overrides(new, where), before, more=1, where=where)
    return new


def listed(text: str, where: str = "overrides.yml") -> list[Listed]:
    """Return the entries of a text, in order."""
    lines = _lines(text)
    places = [place for _, places in _sections(text) for place in places]
    entries = parse_overrides(text, where).entries
    return [
        Listed(entry.section, "".join(lines[first : last + 1]), entry)
        for entry, (first, last) in zip(entries, places, strict=True)
    ]


def entry_lines(fields: Fields) -> list[str]:
    """Return an entry as lines of YAML: "- article: courier", "  words: a scandal"."""
    lines: list[str] = []
    for key, value in fields.items():
        if isinstance(value, (str, int)) or value is None:
            lines.append(f"  {key}: {scalar(value)}")
        elif all(isinstance(part, str) for part in value):
            lines.append(f"  {key}: [{', '.join(scalar(cast(str, part), inside=True) for part in value)}]")
        else:
            lines.append(f"  {key}:")
            for place in cast("Sequence[Mapping[str, str]]", value):
                lines += [f"    {line}" for line in entry_lines(place)]
    return ["- " + lines[0][2:], *lines[1:]] if lines else []


def scalar(value: Scalar, inside: bool = False) -> str:
    """Return a value as YAML reads it back. `inside`: of a list on one line."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    plain = _PLAIN.fullmatch(text) and yaml.safe_load(text) is not None and not isinstance(yaml.safe_load(text), bool)
    if plain and not (inside and "," in text):
        return text
    return str(yaml.safe_dump(text, default_style='"', allow_unicode=True, width=1 << 30)).rstrip("\n")


def read_bytes(path: Path) -> str:
    """Return the text of a file to the byte, its line ends and byte order mark included; "" when there is none."""
    try:
        return path.read_bytes().decode("utf-8") if path.is_file() else ""
    except (UnicodeDecodeError, OSError):
        raise DigestError(Problem(path.as_posix(), "cannot be read", "Save it as UTF-8", fatal=True)) from None


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _sections(text: str) -> list[tuple[str, list[tuple[int, int]]]]:
    """Return the name of each section with the first and the last line of each of its entries."""
    root = yaml.compose(text, Loader=MarkedLoader)
    found = []
    for key, node in root.value if isinstance(root, yaml.MappingNode) else ():
        items = node.value if isinstance(node, yaml.SequenceNode) else []
        found.append((str(key.value), [(item.start_mark.line, _last_line(item)) for item in items]))
    return found


def _last_line(node: yaml.Node) -> int:
    """Return the line in which a node ends, comments and blank lines behind it left out."""
    if isinstance(node, yaml.ScalarNode):
        block = node.style in ("|", ">") and node.end_mark.column == 0
        return max(node.start_mark.line, node.end_mark.line - (1 if block else 0))
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.line)
    children = [child for pair in node.value for child in pair] if isinstance(node, yaml.MappingNode) else node.value
    return max(map(_last_line, children))


def _end_of(section: str, text: str, lines: Sequence[str]) -> tuple[int, str, bool]:
    """Return the line before which an entry of a section goes, its indent, and whether the section is missing."""
    if section not in get_args(Section):
        step = "Choose one of: " + ", ".join(get_args(Section))
        raise DigestError(Problem("overrides", f"there is no section {section!r}", step, fatal=True))
    root = yaml.compose(text, Loader=MarkedLoader)
    for key, node in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value != section:
            continue
        if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
            first = node.value[0].start_mark
            dash = lines[first.line].index("-") if "-" in lines[first.line][: first.column] else first.column
            return _last_line(node.value[-1]) + 1, lines[first.line][:dash], False
        if isinstance(node, yaml.ScalarNode):
            return int(key.start_mark.line) + 1, "  ", False
        step = f"Write each entry of `{section}:` on lines of its own first"
        raise DigestError(Problem("overrides", f"the entries of {section} stand on one line", step, fatal=True))
    return len(lines), "  ", True


def _hold(less: Overrides, more_of: Overrides, more: int, where: str) -> None:
    """Raise `DigestError` unless the one has what the other has and so many entries more: nothing else changed."""
    left, rest = [*map(_bare, less.entries)], [*map(_bare, more_of.entries)]
    for entry in left:
        if entry in rest:
            rest.remove(entry)
    if len(rest) != more or len(more_of.entries) != len(less.entries) + more:
        step = "Add the entry by hand; the text is not one that can be changed for you"
        raise DigestError(Problem(where, "would not read as before", step, fatal=True))


def _bare(entry: Entry) -> Entry:
    return replace(entry, where="", settings=tuple(replace(setting, line=0) for setting in entry.settings))
