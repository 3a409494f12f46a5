"""Exports of Omnivore: lists of what it knows of each page, and the pages' texts in a folder beside them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.errors import Problem
from generator.read import fields
from generator.read.input_file import Contents, InputFile, Unreadable

_LIST = re.compile(r"(?P<folder>(?:.*/)?)metadata_\d+_to_\d+\.json")
_OWN = ("thumbnail", "savedAt", "updatedAt", "state", "slug")
"""What the list knows of whoever kept the page, or of the copy."""

Bytes = Callable[[str], bytes]
"""The bytes of one file of the export. Raises `Unreadable`."""


@dataclass(frozen=True, slots=True)
class KeptPage:
    """One page as a list knows it."""

    item: Mapping[str, object]
    text: str
    """Path of the file that holds its text, which may be missing."""
    of: InputFile
    """The list."""
    number: int

    def contents(self, page: bytes | None, own_file: bool = False) -> Contents:
        """Return its article. `own_file`: it is known by the file of its text, which an unpacked export has."""
        known = {key: value for key, value in self.item.items() if key not in _OWN and not (own_file and key == "id")}
        text = (page or b"").decode("utf-8", "replace")
        source = InputFile(self.text, page or b"", self.of.where) if own_file else self.of
        named = fields.Named(source, "Omnivore field", None if own_file else self.number)
        article, problems = fields.read_record({**known, "content": text}, named)
        if article is not None and not own_file:
            article = replace(article, sha256=InputFile("", text.encode(), "").sha256)
        return Contents((article,) if article else (), tuple(problems))


def lists_among(names: Iterable[str]) -> list[str]:
    """Return which files are the lists of an export."""
    return [name for name in names if _LIST.fullmatch(name)]


def parts_beside(lists: Iterable[str], names: Iterable[str]) -> set[str]:
    """Return which files are texts and notes that an export has beside its lists."""
    folders = {found["folder"] for name in lists if (found := _LIST.fullmatch(name))}
    beside = tuple(f"{folder}{part}/" for folder in sorted(folders) for part in ("content", "highlights"))
    return {name for name in names if beside and name.startswith(beside)}


def pages_of(lists: Iterable[str], where: Callable[[str], str], data: Bytes) -> Iterator[KeptPage | Problem]:
    """Yield the pages of each list, and what is wrong with a list. `where`: a file as messages name it."""
    for name in lists:
        found = _LIST.fullmatch(name)
        folder = found["folder"] if found else ""
        try:
            items = json.loads(data(name))
        except (ValueError, RecursionError):
            yield Problem(where(name), "is not valid JSON", "Export it again")
            continue
        except Unreadable as error:
            yield Problem(where(name), error.what, error.next_step)
            continue
        of = InputFile(name, b"", where(name))
        for number, item in enumerate(items if isinstance(items, list) else [], start=1):
            if isinstance(item, dict):
                yield KeptPage(item, f"{folder}content/{item.get('slug')}.html", of, number)
