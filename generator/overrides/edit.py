"""Puts an entry into the text of an overrides file, or takes one out: every other byte stays as somebody wrote it.

A library that reads YAML and writes it anew keeps comments, and folds long lines, parts lists and changes marks all the
same. So lines are put in and taken out where the parser says that they belong, and the outcome is read back and held
against what was there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast, get_args

import yaml

from generator.errors import DigestError, Problem
from generator.files import write_whole
from generator.lined_yaml import LinedLoader
from generator.overrides.entries import (
    ADDS,
    EXCLUSIVE_OF_ONE,
    Entry,
    EntryValue,
    Overrides,
    Section,
    of_what_is_shown,
    parse_overrides,
    plain,
    unreadable,
    where_of,
)
from generator.overrides.targets import fold

Scalar = str | int | bool | None
Fields = Mapping[str, "Scalar | Sequence[str] | Sequence[Mapping[str, str]]"]
MeanOne = Callable[[Entry, Entry, Overrides], bool]
"""Whether two entries name one thing, given all entries."""
SIGNED = ("by", "on")
"""Who states an entry, and on which day: of an entry that takes the place of another, the new one's."""
_BREAKS = "\n\r\x85\u2028\u2029"
_LINE = re.compile(f"[^{_BREAKS}]*(?:\r\n|[{_BREAKS}])|[^{_BREAKS}]+")
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
    at, indent, missing = _end_of(section, text, lines, where)
    parse_overrides(_alone(section, fields), "the new entry")
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    entry = [f"{indent}{line}{end}" for line in entry_lines(fields)]
    if lines and at and lines[at - 1][-1] not in _BREAKS:
        lines[at - 1] += end
    new = "".join([*lines[:at], *([f"{section}:{end}"] if missing else []), *entry, *lines[at:]])
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


def contradicted(
    text: str, section: str, fields: Fields, where: str = "overrides.yml", mean_one: MeanOne | None = None
) -> list[Listed]:
    """Return the entries of a text that one more would contradict, in their order.

    They are found by what they name: the same words of the same article, the same person; by other words where
    `mean_one` tells that two entries name one thing, else that is found when it is built. Raises `DigestError` as
    `added` does, and when an entry says all of it already.
    """
    new = _made_of(section, fields, text, where)
    overrides = parse_overrides(text, where)

    def alike(one: Entry, other: Entry) -> bool:
        return _same_thing(one, other) or (mean_one is not None and mean_one(one, other, overrides))

    there = [each for each in listed(text, where) if each.section == section]
    for each in there:
        if {*_stated(new)} <= {*_stated(each.entry)} and alike(each.entry, new):
            raise DigestError(Problem(each.entry.where, "says this already", "There is nothing to add", fatal=True))
    return [each for each in there if _contradicting(each.entry, new, alike)]


def replaced(
    text: str, section: str, fields: Fields, earlier: Sequence[Listed], where: str = "overrides.yml"
) -> tuple[str, Fields]:
    """Return the text with an entry in the place of those that it contradicts, and that entry.

    What those state besides stays: of the same thing in the new entry, of another in one of its own.
    """
    entry = _made_of(section, fields, text, where)
    fields, others = dict(fields), list[Fields]()
    for old in earlier:
        dropped = _contradicting(old.entry, entry, lambda *both: True)
        rest = {key: value for key, value in _fields_of(text, old, where).items() if key not in dropped}
        if _same_thing(old.entry, entry):
            fields = {**{key: value for key, value in rest.items() if key not in SIGNED}, **fields}
        elif any(setting.key in rest for setting in old.entry.settings):
            others.append(rest)
    for old in earlier:
        there = enumerate(listed(text, where))
        number = next(n for n, each in there if (each.section, each.text) == (section, old.text))
        text = removed(text, number, where)
    for each in (*others, fields):
        text = added(text, section, each, where)
    return text, fields


def listed(text: str, where: str = "overrides.yml") -> list[Listed]:
    """Return the entries of a text, in order. Raises `DigestError` when it is no list of overrides."""
    entries = parse_overrides(text, where).entries
    lines = _lines(text)
    places = [place for _, places in _sections(text) for place in places]
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
                if not isinstance(place, Mapping):
                    what = f"has {place!r} in `{key}`, which is no text and no place"
                    raise DigestError(
                        Problem("the new entry", what, "Write words in quotes, or `key: value`", fatal=True)
                    )
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
    except (UnicodeDecodeError, OSError) as error:
        raise DigestError(unreadable(where_of(path), error)) from None


def change(path: Path, how: Callable[[str], str]) -> tuple[str, str]:
    """Write what `how` makes of a file's text, and return the text before and after.

    Somebody may save the file meanwhile: then it is made again of what stands there now. The file keeps its rights.
    Raises `DigestError` where it may not be written.
    """
    where = where_of(path)
    path = path.resolve()  # a link stays one
    try:
        while True:
            text = read_bytes(path)
            new = how(text)
            mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
            if not mode & 0o222:
                step = "Give yourself the right to write to it, then try again"
                raise DigestError(Problem(where, "is read-only", step, fatal=True))
            if read_bytes(path) == text:
                write_whole(path, new.encode("utf-8"), mode)
                return text, new
    except OSError as error:
        what = f"cannot be written ({error.strerror or type(error).__name__})"
        raise DigestError(Problem(where, what, "Mend its rights or make room, then try again", fatal=True)) from None


def _lines(text: str) -> list[str]:
    """Return the lines of a text as YAML counts them."""
    return _LINE.findall(text)


def _sections(text: str) -> list[tuple[str, list[tuple[int, int]]]]:
    """Return the name of each section with the first and the last line of each of its entries."""
    root = yaml.compose(text, Loader=LinedLoader)
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


def _end_of(section: str, text: str, lines: Sequence[str], where: str) -> tuple[int, str, bool]:
    """Return the line before which an entry of a section goes, its indent, and whether the section is missing."""
    if section not in get_args(Section):
        step = "Choose one of: " + ", ".join(get_args(Section))
        raise DigestError(Problem(where, f"there is no section {section!r}", step, fatal=True))
    root = yaml.compose(text, Loader=LinedLoader)
    for key, node in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value != section:
            continue
        if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
            first = node.value[0].start_mark
            dash = lines[first.line].index("-") if "-" in lines[first.line][: first.column] else first.column
            return _last_line(node.value[-1]) + 1, lines[first.line][:dash], False
        if isinstance(node, yaml.ScalarNode) and not node.value:
            return int(key.start_mark.line) + 1, "  ", False
        line = f"{where}:{key.start_mark.line + 1}"
        step = f"Write each entry of `{section}:` on lines of its own first"
        raise DigestError(Problem(line, f"what {section} has stands on one line", step, fatal=True))
    return len(lines), "  ", True


def _hold(less: Overrides, more_of: Overrides, more: int, where: str) -> None:
    """Raise `DigestError` unless the one has what the other has and so many entries more: nothing else changed."""
    left, rest = [*map(_bare, less.entries)], [*map(_bare, more_of.entries)]
    for entry in left:
        if entry in rest:
            rest.remove(entry)
    if len(rest) != more or len(more_of.entries) != len(less.entries) + more:
        step = "Make it by hand: the file is written in a way that cannot be changed for you"
        raise DigestError(Problem(where, "would not read as before with this change", step, fatal=True))


def _made_of(section: str, fields: Fields, text: str, where: str) -> Entry:
    """Return the entry of these fields. Raises `DigestError` when the text cannot take it."""
    added(text, section, fields, where)
    return parse_overrides(_alone(section, fields), where).entries[0]


def _alone(section: str, fields: Fields) -> str:
    """Return the text of a file that has nothing but this entry."""
    return "".join(f"{line}\n" for line in (f"{section}:", *entry_lines(fields)))


def _same_thing(one: Entry, other: Entry) -> bool:
    return _target(one) == _target(other)


def _target(entry: Entry) -> tuple[str, ...]:
    words = (fold(part).casefold() for part in (entry.words, entry.prefix, entry.suffix, entry.name, entry.which))
    return (entry.section, entry.article, *words)


def _stated(entry: Entry) -> list[tuple[str, EntryValue]]:
    return [(setting.key, setting.value) for setting in entry.settings]


def _contradicting(earlier: Entry, new: Entry, alike: Callable[[Entry, Entry], bool]) -> set[str]:
    """Return the keys of an earlier entry that cannot stand beside a new one. `alike`: both are on the same thing."""
    if earlier.section == "articles" and earlier.article != new.article:
        return {"pin"} if earlier.get("pin") and new.get("pin") else set()  # one headline leads the home page
    if earlier.get("add") or new.get("add"):
        return set()  # one sentence may tell of several events that no rule has found
    said = dict(_stated(new))
    other = {key for key, value in _stated(earlier) if key not in ADDS and key in said and said[key] != value}
    for keys in EXCLUSIVE_OF_ONE:
        if any(key in said for key in keys):
            other |= {key for key, _ in _stated(earlier) if key in keys and key not in said}
    if "hide" in said:
        other |= {*of_what_is_shown(earlier.section, (key for key, _ in _stated(earlier)))}
    elif of_what_is_shown(new.section, said):
        other |= {key for key, _ in _stated(earlier) if key == "hide"}
    return other if other and alike(earlier, new) else set()


def _fields_of(text: str, entry: Listed, where: str) -> dict[str, Any]:
    """Return the fields of an entry as the file has them, notes included."""
    root = cast(yaml.MappingNode, yaml.compose(text, Loader=LinedLoader))
    nodes = [item for _, node in root.value if isinstance(node, yaml.SequenceNode) for item in node.value]
    number = next(n for n, each in enumerate(listed(text, where)) if each.text == entry.text)
    return {str(key.value): plain(value) for key, value in nodes[number].value}


def _bare(entry: Entry) -> Entry:
    return replace(entry, where="", settings=tuple(replace(setting, line=0) for setting in entry.settings))
