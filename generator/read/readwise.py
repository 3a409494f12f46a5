"""Readwise's Markdown: a list of metadata, the whole document where it was exported with it, and the highlights."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.read.databases.clipping import iso_day_of
from generator.read.days import stated_day
from generator.read.front_matter import unlinked
from generator.read.input_file import Unreadable
from generator.read.markdown_text import Plain, plain_text
from generator.read.page_metadata import web_address
from generator.records import Metadata, Removed, Stated

_HEADING = re.compile(r"^(#{1,3})[ \t]{1,9}(\S.{0,200})$", re.MULTILINE)
_ITEM = re.compile(
    r"^[ \t]{0,3}[-*+][ \t]+(?:\*\*)?([A-Z][A-Za-z ]{1,30}?)(?:\*\*)?:(?:\*\*)?[ \t]*(.*)$", re.MULTILINE
)
_ITEMS = frozenset({"full title", "category", "document note", "document tags", "summary", "url", "author", "title"})
_SURE = frozenset({"full title", "category", "document note", "document tags"})
_FULL = re.compile(r"full (?:document|text|article)|document text", re.IGNORECASE)
_MARKED = re.compile(r"(?:new )?highlights?(?: added.*)?|notes?|annotations", re.IGNORECASE)
_FIELDS: dict[str, tuple[tuple[str, ...], Callable[[str], str | None]]] = {
    "title": (("full title", "title"), lambda value: value or None),
    "byline": (("author",), lambda value: value or None),
    "outlet": (("site", "publication", "publisher", "source name"), lambda value: value or None),
    "published": (("published", "published date", "publication date", "date"), lambda value: _day(value)),
    "url": (("url", "source url"), web_address),
}  # fmt: skip


def split(text: str) -> tuple[Plain, Metadata, tuple[Removed, ...]] | None:
    """Return the document of an export, what is stated of it and all else; None where the text is no such export.

    Raises `Unreadable` when it has the highlights alone.
    """
    headings = list(_HEADING.finditer(text))
    parts = {at: text[h.end() : headings[at + 1].start() if at + 1 < len(headings) else len(text)]
             for at, h in enumerate(headings)}  # fmt: skip
    first = next((at for at, h in enumerate(headings[:4]) if _name(h).casefold() == "metadata"), None)
    if first is None:
        return None
    items = {found[1].casefold(): found[2].strip() for found in _ITEM.finditer(parts[first])}
    if len(_ITEMS & set(items)) < 2 or not _SURE & set(items):
        return None
    full = next((at for at in range(first + 1, len(headings)) if _FULL.fullmatch(_name(headings[at]))), None)
    marked = [at for at in range(first + 1, len(headings)) if _MARKED.fullmatch(_name(headings[at]))]
    if full is None:
        what = "holds highlights and not the article's whole text"
        raise Unreadable(what, "Export it with its full document, or save the page that it is of")
    end = next((headings[at].start() for at in marked if at > full), len(text))
    removed = [Removed(line, "list of metadata (Readwise)") for line in _lines(text[: headings[full].start()])]
    removed.append(Removed(headings[full][2], "heading (Readwise)"))
    removed += [Removed(line, "highlight and note (Readwise)") for line in _lines(text[end:])]
    return plain_text(text[headings[full].end() : end]), _given(items), tuple(removed)


def _given(items: dict[str, str]) -> Metadata:
    found: dict[str, Stated] = {}
    for name, (labels, check) in _FIELDS.items():
        for label in labels:
            value = check(unlinked(items.get(label, "")))
            if value and name not in found:
                found[name] = Stated(value, f"“{label.capitalize()}” (Readwise)")
    return Metadata(**found)


def _name(heading: re.Match[str]) -> str:
    return heading[2].strip(" \t#")


def _day(value: str) -> str | None:
    return stated_day(value) or iso_day_of(value)


def _lines(part: str) -> list[str]:
    return [line.strip() for line in part.splitlines() if line.strip()]
