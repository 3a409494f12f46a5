"""Puts back what was left out of the middle of an article: lists and paragraphs among those that were found.

The library that finds the body judges each element for itself, and drops lists of short items and paragraphs of few
words that stand among the article's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from generator.read.page_places import marks_of
from generator.read.page_text import PageBlock, compact

_WHOLE = ("p", "li", "dd", "dt", "blockquote", "h2", "h3", "h4")
_HOLDS = frozenset({"ul", "ol", "dl", "li", "blockquote"})
MAX_GAP = 30  # blocks: more of them are no part of the text that was overlooked
# Boxes that stand among the paragraphs and are none, by the names that pages give them.
_BOX = re.compile(
    r"relat|recommend|promo|newsletter|share|social|advert|\bads?\b|sponsor|outbrain|taboola|more-|also|teaser|widget|"
    r"embed|caption|credit|copyright|author|byline|tags?\b|comment|subscri|sign-?up|meta|footer|nav|menu|button|read-?next",
    re.IGNORECASE,
)


def filled(visible: Sequence[PageBlock], lines: Sequence[str]) -> list[str]:
    """Return the body's lines with those put in that stand between two of them in the very same element."""
    keys = [compact(line) for line in lines]
    places: dict[str, int] = {}
    for at, key in enumerate(keys):
        places.setdefault(key, at)
    held = [(at, places[key]) for at, block in enumerate(visible) if (key := compact(block.text)) in places]
    put: dict[int, list[str]] = {}
    for (first, line), (second, next_line) in pairwise(held):
        gap = visible[first + 1 : second]
        if not gap or next_line != line + 1 or len(gap) > MAX_GAP:
            continue
        home = _home(visible[first].element)
        if home is None or home is not _home(visible[second].element):
            continue
        put[line] = [block.text for block in gap if _belongs(block, home)]
    return [text for at, line in enumerate(lines) for text in (line, *put.get(at, ()))]


def _home(element: Any) -> Any:
    """Return the element that a paragraph, or the list that an item is of, stands in."""
    parent = element.getparent() if element is not None else None
    while parent is not None and parent.tag in _HOLDS:
        parent = parent.getparent()
    return parent


def _belongs(block: PageBlock, home: Any) -> bool:
    if block.tag not in _WHOLE or block.linked or block.caption or _home(block.element) is not home:
        return False
    element = block.element
    while element is not None and element is not home:
        if _BOX.search(marks_of(element)):
            return False
        element = element.getparent()
    return True
