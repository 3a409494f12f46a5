"""The front-matter of a Markdown file, read and written safely: every value is text, a list of texts, or a problem.

YAML between lines `---`, and TOML between lines `+++`, which is read and never written.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from generator.errors import Problem
from generator.lined_yaml import Lined
from generator.read.input_file import InputFile

MAX_CHARACTERS = 100_000
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands between the two lines `---`, and the text below."""

    values: dict[str, str | list[str]]
    body: str
    unread: str = ""
    """The front-matter itself when it could not be read."""
    problems: tuple[Problem, ...] = ()


class _Loader(Lined, yaml.BaseLoader):
    """YAML of texts, lists and mappings alone: every scalar is the text that stands there, "007" and "no" too.

    Refused are tags, since what they make is none of these, and aliases: a few lines of them can stand for gigabytes.
    No clipper writes either.
    """

    def compose_node(self, parent: Any, index: Any) -> Any:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]
        is_alias = isinstance(event, yaml.AliasEvent)
        if is_alias or getattr(event, "tag", None):
            what = f"has {'an alias (*)' if is_alias else 'a tag (!)'}, which is not supported"
            raise yaml.composer.ComposerError(None, None, what, event.start_mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        names: set[str] = set()
        for key, _ in node.value:
            name = _name(key.value)
            if name in names:
                raise yaml.constructor.ConstructorError(None, None, f"has the key “{name}” twice", key.start_mark)
            names.add(name)
        return super().construct_mapping(node, deep)


_Loader.add_implicit_resolver(_NULL, re.compile(r"(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
_Loader.add_constructor(_NULL, lambda loader, node: None)


class _Handler(YAMLHandler):
    """Front-matter of our articles: between two lines of exactly three dashes, each key with its evidence behind it."""

    FM_BOUNDARY = re.compile(r"^---[ \t]*\r?$\n?", re.MULTILINE)

    def load(self, fm: str, **kwargs: object) -> Any:
        if len(fm) > MAX_CHARACTERS:
            raise yaml.YAMLError("is too long")
        return super().load(fm, Loader=_Loader, **kwargs)

    def export(self, metadata: dict[str, object], **kwargs: object) -> str:
        evidence = kwargs.pop("evidence", {})
        assert isinstance(evidence, Mapping)
        lines = []
        for key, value in metadata.items():
            flow = None if isinstance(value, list) else False
            line = super().export({key: value}, Dumper=yaml.SafeDumper, default_flow_style=flow, width=10**9, **kwargs)
            lines.append(f"{line}  # {evidence[key]}" if key in evidence else line)
        return "\n".join(lines)


_HANDLER = _Handler()


def split(text: str, source: InputFile) -> FrontMatter:
    """Return the front-matter of a file and its body. What cannot be read is kept as `unread` and told."""
    if (toml := _TOML.match(text)) is not None and len(toml["front"]) <= MAX_CHARACTERS:
        return _of_toml(toml["front"], text[toml.end() :], source)
    parts = _parts(text)
    if parts is None:
        return FrontMatter({}, text)
    front, body, first = parts
    try:
        loaded = _HANDLER.load(front)
    except (yaml.YAMLError, RecursionError) as error:
        return FrontMatter({}, body, front, (_complaint(error, front, first, source),))
    return _values(loaded, body, front, first, source)


_TOML = re.compile(r"\s*\+\+\+[ \t]*\r?\n(?P<front>.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


def _of_toml(front: str, body: str, source: InputFile) -> FrontMatter:
    """Return a front-matter in TOML. The keys of a table within it count as its own, where it has none of the name."""
    try:
        loaded = tomllib.loads(front.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        problem = source.problem(
            f"the front-matter cannot be read: {error}", "Mend the line; the text below it was kept", ":1"
        )
        return FrontMatter({}, body, front, (problem,))
    tables = [table for table in loaded.values() if isinstance(table, dict)]
    values: dict[str, str | list[str]] = {}
    unread: list[str] = []
    for table in (loaded, *tables):
        for key, value in table.items():
            name = _name(key)
            if isinstance(value, dict) and table is loaded:
                continue
            texts = (
                [str(part) for part in value if not isinstance(part, (list, dict))] if isinstance(value, list) else []
            )
            if isinstance(value, dict) or (isinstance(value, list) and len(texts) < len(value)) or name in values:
                unread.append(f"{key} = {value}")
            elif texts or (not isinstance(value, list) and str(value).strip()):
                values[name] = texts or str(value)
    return FrontMatter(values, body, "\n".join(unread))


def joined(values: Mapping[str, str | list[str]], evidence: Mapping[str, str], body: str) -> str:
    """Return a file's text: a body below front-matter. `evidence`: how some of the values are known, as comments."""
    return frontmatter.dumps(frontmatter.Post(body, _HANDLER, **values), evidence=evidence) + "\n"


def _parts(text: str) -> tuple[str, str, int] | None:
    """Return the front-matter, the body and the number of the front-matter's first line; None: there is none."""
    start = text.lstrip()
    if not _HANDLER.detect(start):
        return None
    try:
        front, body = _HANDLER.split(start)
    except ValueError:  # the second line of dashes is missing
        return None
    return front, body, text.count("\n", 0, len(text) - len(start)) + 2


def _complaint(error: Exception, front: str, first: int, source: InputFile) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line = mark.line if mark else front.count("\n", 0, getattr(error, "position", 0) or 0)
    told = getattr(error, "problem", None) or getattr(error, "reason", None)
    what = told or ("is nested too deep" if isinstance(error, RecursionError) else str(error))
    next_step = "Mend the line; the text below it was kept"
    return source.problem(f"the front-matter cannot be read: {what}", next_step, f":{first + line}")


def _values(loaded: object, body: str, front: str, first: int, source: InputFile) -> FrontMatter:
    if not isinstance(loaded, dict):
        if loaded is None:
            return FrontMatter({}, body)
        problem = source.problem(
            "the front-matter is no list of keys", "Write one `key: value` a line", f":{first - 1}"
        )
        return FrontMatter({}, body, front, (problem,))
    values: dict[str, str | list[str]] = {}
    problems, unread = [], []
    for key, value in loaded.items():
        name = _name(key)
        if value is None or value == "" or value == []:
            continue
        if isinstance(value, str):
            values[name] = value
        elif isinstance(value, list) and (texts := _texts(value)):
            values[name] = texts
        else:
            unread.append(f"{key}: {value}")
            kind = "a list of lists or keys" if isinstance(value, list) else "keys of its own"
            problems.append(
                source.problem(
                    f"front-matter key “{name}” has {kind}", "Write text after it", _line_of(name, front, first)
                )
            )
    return FrontMatter(values, body, "\n".join(unread), tuple(problems))


def _texts(value: list[object]) -> list[str]:
    """Return a list's texts; [] when something else is among them. An unquoted `[[Ann Lee]]` is a list of lists."""
    texts = []
    for part in value:
        while isinstance(part, list) and len(part) == 1:
            part = part[0]
        if part is None:
            continue
        if not isinstance(part, str):
            return []
        texts.append(part)
    return texts


def _name(key: object) -> str:
    return str(key).strip().lower()


def _line_of(key: str, front: str, first: int) -> str:
    named = re.compile(rf"[\"']?{re.escape(key)}[\"']?[ \t]*:", re.IGNORECASE)
    lines = (number for number, line in enumerate(front.splitlines(), first) if named.match(line))
    return f":{next(lines, first - 1)}"


def line_of(key: str, text: str) -> str:
    """Return ":N" for the line of `text` that has the front-matter key."""
    parts = _parts(text)
    return _line_of(key, parts[0], parts[2]) if parts else ":1"


def unlinked(text: str) -> str:
    """Return the words of Obsidian links: "[[People/Ann Lee|Ann Lee]]" is "Ann Lee"."""
    return _WIKI_LINK.sub(lambda found: found.group(1).strip(), text)
