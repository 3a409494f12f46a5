"""Zotero: a report made of its items, as page (HTML). An article's text may stand in an item's note."""

from __future__ import annotations

import re
from typing import Any

from generator.read.databases.clipping import Clipping, ClippingField, Export
from generator.read.page_text import blocks

NAME = "Zotero"
ADVICE = "Export the saved pages (“Export Files”) with the items, or put each text into a note of its item"
TEXT_WORDS = 40  # of a note that is the article's text; what is shorter is somebody's remark
_FIELDS = {
    "byline": ("author", "autor", "auteur", "autore", "reporter", "contributor", "verfasser"),
    "outlet": ("publication", "publication title", "publikation", "publicación", "pubblicazione", "website title",
               "blog title", "forum title", "program title", "titre du site web", "titel der website", "website-titel"),
    "day": ("date", "datum", "fecha", "data"),
    "url": ("url",),
    "language": ("language", "sprache", "langue", "idioma", "lingua"),
    "section": ("section", "abschnitt", "sección", "sezione"),
}  # fmt: skip
"""Our fields and the labels of a report in some languages."""


def split_page(root: Any) -> Export | None:
    """Return the articles of a report that was saved as a page; None when it is none."""
    lists = root.xpath('//ul[contains(concat(" ", normalize-space(@class), " "), " report ")]')
    items = [item for report in lists[:1] for item in report.iterchildren("li") if _is(item, "item")]
    documents = [item for item in items if not _is(item, "note") and not _is(item, "attachment")]
    if not items or not any(row.find("th") is not None for item in items for row in item.iter("tr")):
        return None
    return Export(NAME, tuple(map(_document, documents)), ADVICE)


def _is(element: Any, mark: str) -> bool:
    return mark in (element.get("class") or "").split()


def _document(item: Any) -> Clipping:
    found: dict[str, list[str]] = {name: [] for name in _FIELDS}
    others: list[ClippingField] = []
    for row in _rows(item):
        label, value = (_words(row.find(tag)) for tag in ("th", "td"))
        name = next((name for name, labels in _FIELDS.items() if label.casefold() in labels), None)
        if name and value and (not found[name] or name == "byline"):
            found[name].append(value)
        elif label or value:
            others.append(ClippingField(label, value))
    notes = [note for kept in _lists(item, "notes") for note in kept.iterchildren("li")]
    texts = [[block.text for block in blocks(note)] for note in notes]
    longest = max(texts, key=_size, default=[])
    body = longest if _size(longest) >= TEXT_WORDS else []
    others += [ClippingField("note", line) for text in texts if text is not body for line in text]
    others += [ClippingField(kind, block.text) for kind in ("tags", "attachments") for kept in _lists(item, kind)
               for block in blocks(kept)]  # fmt: skip
    title = _words(item.find("h2"))
    if body and re.sub(r"\W", "", body[0]).casefold() == re.sub(r"\W", "", title).casefold():
        others.append(ClippingField("note", body.pop(0)))
    return Clipping(
        tuple(body),
        title=title,
        outlet="".join(found["outlet"]),
        day="".join(found["day"]),
        byline="; ".join(found["byline"]),
        url="".join(found["url"]),
        language="".join(found["language"]),
        section="".join(found["section"]),
        others=tuple(others),
    )


def _rows(item: Any) -> list[Any]:
    """Return the rows of the item's own table, not those of a table within a note."""
    return [row for table in item.iterchildren("table") for row in table.iter("tr") if row.find("th") is not None]


def _lists(item: Any, mark: str) -> list[Any]:
    return [kept for kept in item.iterchildren("ul") if _is(kept, mark)]


def _words(element: Any) -> str:
    return " ".join(element.text_content().split()) if element is not None else ""


def _size(text: list[str]) -> int:
    return sum(len(line.split()) for line in text)
