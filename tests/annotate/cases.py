"""Case files: Markdown in which a heading is a behaviour, a quote block an article, a list the whole result."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple


class Case(NamedTuple):
    """One behaviour."""

    heading: str
    articles: list[str]
    """The text of each article; a line `> ---` parts them. Paragraphs are parted by a blank line."""
    expected: list[str]


def read_cases(path: Path) -> list[Case]:
    """Return the cases of a file in order."""
    found = []
    for block in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
        heading, *lines = block.splitlines()
        quoted = [line[1:].removeprefix(" ") for line in lines if line.startswith(">")]
        texts = re.split(r"^---$", "\n".join(quoted), flags=re.M)
        found.append(
            Case(heading, [text.strip("\n") for text in texts], [ln[2:] for ln in lines if ln.startswith("- ")])
        )
    return found
