"""Opens the part of an article that a page keeps folded until its reader asks for more."""

from __future__ import annotations

import re
from typing import Any

from generator.read.page_places import marks_of

_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\s*;?", re.IGNORECASE)
_OTHER = re.compile(
    r"modal|popup|pop-up|overlay|menu|nav|comment|relat|recommend|cookie|consent|newsletter|login|sign|share|social|"
    r"gallery|lightbox|transcript|sidebar|search|paywall|promo|advert|tooltip|footer|header|dialog|print-only|tab-?pane",
    re.IGNORECASE,
)
LEAST_PARAGRAPHS, PARAGRAPH = 2, 60  # of what is the story's; characters of one
LINKED = 0.2  # of its words at most
_HOMES = frozenset({"article", "main"})
_HOME_MARK = re.compile(r"article|story|entry-content|post-content|body", re.IGNORECASE)


def unfold(root: Any) -> None:
    """Show the hidden elements of the page that go on with the paragraphs which stand right before them.

    They hold paragraphs themselves, few links, and are of no box by any name. Changes `root`.
    """
    for element in root.xpath("//body//*[@hidden or contains(@style, 'none') or contains(@style, 'hidden')]")[:200]:
        if element.tag not in ("div", "section", "span", "p") or _OTHER.search(marks_of(element)):
            continue
        if _goes_on(element) and _told(element):
            element.attrib.pop("hidden", None)
            if style := element.get("style"):
                element.set("style", _HIDING.sub("", style[:1000]))


def _goes_on(element: Any) -> bool:
    """Whether paragraphs of the same home stand right before an element, a button between them left aside."""
    before = element.getprevious()
    while before is not None and (not isinstance(before.tag, str) or before.tag in ("button", "a", "input", "label")):
        before = before.getprevious()
    if before is None:
        return False
    home = any(up.tag in _HOMES or _HOME_MARK.search(marks_of(up)) for up in element.iterancestors())
    paragraphs = [before] if before.tag == "p" else list(before.iter("p"))
    return home and any(len(_text(paragraph)) >= PARAGRAPH for paragraph in paragraphs)


def _told(element: Any) -> bool:
    paragraphs = [len(_text(paragraph)) for paragraph in element.iter("p")]
    linked = sum(len(_text(link)) for link in element.iter("a"))
    long = sum(length >= PARAGRAPH for length in paragraphs)
    return long >= LEAST_PARAGRAPHS and linked <= LINKED * sum(paragraphs)


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
