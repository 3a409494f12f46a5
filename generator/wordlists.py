"""Word lists: the commented files of `generator/data`, read once each."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the lines of `generator/data/NAME`, without comments and blank lines."""
    text = (files("generator") / "data" / name).read_text(encoding="utf-8")
    stripped = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(line for line in stripped if line)


@cache
def words(name: str, section: str = "") -> frozenset[str]:
    """Return the words of a list, parted by spaces or commas; of one `[section]` when it is named.

    A phrase is written with "_" for its spaces.
    """
    here = ""
    found: set[str] = set()
    for line in lines(name):
        if line.startswith("[") and line.endswith("]"):
            here = line[1:-1]
        elif not section or here == section:
            found.update(word.replace("_", " ") for word in line.replace(",", " ").split())
    return frozenset(found)
