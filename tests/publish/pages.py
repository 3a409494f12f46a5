"""Reads pages as a browser would: Markdown rendered with the extensions of mkdocs.yml, tags taken off."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import markdown
from mkdocs.config import load_config

ROOT = Path(__file__).resolve().parents[2]


class Text(HTMLParser):
    """The visible text of the elements that `wanted` picks, and every tag that was met."""

    def __init__(self, tag: str = "", name: str = "") -> None:
        super().__init__()
        self.tag, self.name = tag, name
        self.depth = 0
        self.found: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if self.depth:
            self.depth += tag == self.tag
        elif tag == self.tag and self.name in (dict(attrs).get("class") or "").split():
            self.depth = 1
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if self.depth and tag == self.tag:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.found[-1] += data


@cache
def _extensions() -> tuple[str, ...]:
    return tuple(load_config(str(ROOT / "mkdocs.yml"))["markdown_extensions"])


def rendered(page: bytes) -> str:
    """Return the HTML of a Markdown page with front-matter."""
    body = page.decode().split("---\n", 2)[2]
    return markdown.markdown(body, extensions=list(_extensions()))


def texts(html: str, tag: str, name: str) -> list[str]:
    """Return the visible text of each element of a tag and a class."""
    reader = Text(tag, name)
    reader.feed(html)
    return reader.found


def tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    """Return every start tag with its attributes."""
    reader = Text()
    reader.feed(html)
    return reader.tags
