"""The front-matter of a Markdown file, read safely: every value is text, a list of texts, or a problem."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from generator.errors import Problem
from generator.read.source import Source

MAX_CHARACTERS = 100_000
_FENCED = re.compile(r"\s*---[ \t]*\r?\n(.*?)^---[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands between the two lines `---`, and the text below."""

    values: dict[str, str | list[str]]
    body: str
    unread: str = ""
    """The front-matter itself when it could not be read."""
    problems: tuple[Problem, ...] = ()


class _Loader(yaml.SafeLoader):
    """YAML in which every scalar is the text that stands there: "007" stays "007", "no" is not false.

    Aliases are refused: a few lines of them can stand for gigabytes, and no clipper writes them.
    """

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "has an alias (*), which is not supported", mark)
        return super().compose_node(parent, index)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def split(text: str, source: Source) -> FrontMatter:
    """Return the front-matter of a file and its body. What cannot be read is kept as `unread` and told."""
    from frontmatter.default_handlers import YAMLHandler

    found = _FENCED.match(text)
    if found is None:
        return FrontMatter({}, text)
    front, body = found.group(1), text[found.end() :]
    try:
        if len(front) > MAX_CHARACTERS:
            raise yaml.YAMLError("is too long")
        loaded = YAMLHandler().load(front, Loader=_Loader)
    except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
        return FrontMatter({}, body, front, (_complaint(error, source),))
    return _values(loaded, body, front, source)


def _complaint(error: Exception, source: Source) -> Problem:
    mark = getattr(error, "problem_mark", None)
    at = f":{mark.line + 2}" if mark else ":1"
    told = getattr(error, "problem", None) or getattr(error, "reason", None)
    what = told or ("is nested too deep" if isinstance(error, RecursionError) else str(error))
    return source.problem(f"the front-matter cannot be read: {what}", "Mend the line; the text below it was kept", at)


def _values(loaded: object, body: str, front: str, source: Source) -> FrontMatter:
    if not isinstance(loaded, dict):
        if loaded is None:
            return FrontMatter({}, body)
        problem = source.problem("the front-matter is no list of keys", "Write one `key: value` a line", ":1")
        return FrontMatter({}, body, front, (problem,))
    values: dict[str, str | list[str]] = {}
    problems, unread = [], []
    for key, value in loaded.items():
        name = str(key).strip().lower()
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
                source.problem(f"front-matter key “{name}” has {kind}", "Write text after it", _line_of(name, front))
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


def _line_of(key: str, front: str) -> str:
    for number, line in enumerate(front.splitlines(), start=2):
        if line.lower().startswith(key):
            return f":{number}"
    return ":1"


def line_of(key: str, text: str) -> str:
    """Return ":N" for the line of `text` that has the front-matter key."""
    found = _FENCED.match(text)
    return _line_of(key, found.group(1)) if found else ":1"


def unlinked(text: str) -> str:
    """Return the words of Obsidian links: "[[People/Ann Lee|Ann Lee]]" is "Ann Lee"."""
    return _WIKI_LINK.sub(lambda found: found.group(1).strip(), text)
