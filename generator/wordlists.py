"""Word lists: the commented files of `generator/data`, read once each."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lines(name: str, section: str = "") -> tuple[str, ...]:
    """Return the lines of `generator/data/NAME`, of one `[section]` if named, without comments and blank lines."""
    text = (files("generator") / "data" / name).read_text(encoding="utf-8")
    stripped = (line.partition("#")[0].strip() for line in text.splitlines())
    here = ""
    found = []
    for line in stripped:
        if line.startswith("[") and line.endswith("]"):
            here = line[1:-1]
        elif line and (not section or here == section):
            found.append(line)
    return tuple(found)


@cache
def first_of_line(name: str) -> dict[str, str]:
    """Return every word of a list with the first of its line, which stands for all of them.

    A phrase is written with "_" for its spaces.
    """
    rows = ([word.replace("_", " ") for word in line.split()] for line in lines(name))
    return {word: row[0] for row in rows for word in row}


@cache
def pairs(name: str) -> dict[str, str]:
    """Return the left of each line of a list, "long name = short name", with the right of it."""
    split = (line.partition(" = ") for line in lines(name))
    return {left: right for left, _, right in split}


@cache
def words(name: str, section: str = "") -> frozenset[str]:
    """Return the words of a list, parted by spaces or commas; of one `[section]` when it is named.

    A phrase is written with "_" for its spaces.
    """
    found = (word for line in lines(name, section) for word in line.replace(",", " ").split())
    return frozenset(word.replace("_", " ") for word in found)
