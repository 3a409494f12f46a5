"""The visible text of a web page, block by block, and which of it is not in the article's body."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

_UNSEEN = frozenset((
    "script", "style", "template", "head", "noscript", "iframe", "object", "embed", "audio", "video", "canvas",
    "svg", "math", "datalist", "area", "meta", "link",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hgroup", "hr", "html", "label", "legend", "li", "main", "menu", "nav", "ol",
    "optgroup", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td", "textarea",
    "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_CAPTIONS = frozenset({"figcaption", "caption"})
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
LOOK_AHEAD = 20_000  # characters of the body in which a block is looked for: keeps the time linear in the page


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One stretch of visible text that begins and ends with a line of its own."""

    text: str
    tag: str
    """The block element that it stands in: "p", "h1"."""
    caption: bool = False
    """Whether it stands in a caption of a picture or table."""
    linked: bool = False
    """Whether all of it is the text of links."""
    element: Any = field(default=None, compare=False, repr=False)
    """The block element that it stands in, of the parsed page."""


def parse(page: str) -> Any:
    """Return the root element of a page; None when there is nothing in it. Depth does not matter."""
    from lxml import etree, html

    parser = html.HTMLParser(huge_tree=True, remove_pis=True)
    try:
        return html.document_fromstring(XML_DECLARATION.sub("", page), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def blocks(root: Any) -> list[PageBlock]:
    """Return the visible text below `root` in reading order, white space folded, blank blocks left out."""
    found: list[PageBlock] = []
    parts: list[str] = []
    open_blocks = [root]
    captions = links = 0
    unlinked = False

    def close() -> None:
        nonlocal unlinked
        text = " ".join("".join(parts).split())
        parts.clear()
        if text:
            element = open_blocks[-1]
            tag = element.tag if element is not root else "body"
            found.append(PageBlock(text, tag, captions > 0, not unlinked, element))
        unlinked = False

    def add(text: str | None) -> None:
        nonlocal unlinked
        if text:
            parts.append(text)
            unlinked = unlinked or (not links and not text.isspace())

    for event, element, tag in _walk(root):
        if event == "start":
            if tag in _BLOCKS:
                close()
                if tag not in ("br", "hr"):
                    open_blocks.append(element)
                captions += tag in _CAPTIONS
            links += tag == "a"
            add(element.text)
        else:
            if tag in _BLOCKS:
                close()
                if tag not in ("br", "hr"):
                    open_blocks.pop()
                captions -= tag in _CAPTIONS
            links -= tag == "a"
            if element is not root:
                add(element.tail)
    close()
    return found


def _walk(root: Any) -> Iterator[tuple[str, Any, str]]:
    """Yield ("start" or "end", element, tag) of what is visible; of what is not, the end only, for the text after."""
    from lxml import etree

    walker = etree.iterwalk(root, events=("start", "end", "comment"))
    unseen = None  # the last one that was skipped, whose end comes next
    for event, element in walker:
        if event == "comment" or element is unseen:
            yield "end", element, ""
            continue
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if event == "start" and _is_unseen(element, tag):
            walker.skip_subtree()
            unseen = element
        else:
            yield event, element, tag


def _is_unseen(element: Any, tag: str) -> bool:
    if tag in _UNSEEN or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style[:1000]))


def outermost(root: Any, wanted: Callable[[Any], bool]) -> list[Any]:
    """Return the elements that are wanted and stand in no other one that is, in order."""
    from lxml import etree

    found = []
    walker = etree.iterwalk(root, events=("start",))
    for _, element in walker:
        if isinstance(element.tag, str) and wanted(element):
            found.append(element)
            walker.skip_subtree()
    return found


def paragraphs(root: Any) -> tuple[str, list[str]]:
    """Return the text of a piece of HTML that is all body, blank lines between paragraphs, and its captions."""
    found = blocks(root)
    text = "\n\n".join(block.text for block in found if not block.caption)
    return text, [block.text for block in found if block.caption]


def compact(text: str) -> str:
    """Return the text without its white space: what two renderings of the same words agree on."""
    return "".join(text.split())


def left_out(page: Iterable[PageBlock], body: str, known: Iterable[str]) -> list[str]:
    """Return the visible words of a page that are neither in `body` nor in `known`, a string a block, in order.

    `known`: metadata. Blocks and body run in the same order, so a place is kept in the body and each block is looked
    for at it and a little beyond. Each line of the body answers for one block. Of a block that is only partly there,
    the missing words are returned.
    """
    whole = _Body(body)
    said = {compact(value) for value in known}
    missing: list[str] = []
    for block in page:
        key = compact(block.text)
        if whole.take(key):
            continue
        if key in said:
            said.discard(key)
        else:
            missing += _missing_words(block.text, whole)
    return missing


class _Body:
    """A body without white space, and how far the blocks of its page have been found in it."""

    def __init__(self, body: str) -> None:
        lines = [compact(line) for line in body.split("\n")]
        self.text = "".join(lines)
        self.place = 0
        self.starts = [0, *accumulate(len(line) for line in lines)]
        self.used: set[int] = set()
        """Starts of the lines that have answered for a block."""
        self.lines: dict[str, list[int]] = {}
        """Line to the places where it stands, the last first."""
        for line, at in zip(reversed(lines), reversed(self.starts[:-1]), strict=True):
            self.lines.setdefault(line, []).append(at)

    def ahead(self, length: int) -> str:
        """Return the stretch in which a block of this length is to be looked for."""
        return self.text[self.place : self.place + length + LOOK_AHEAD // 4]

    def take(self, key: str) -> bool:
        """Return whether the block is in the body, and take its words out of what can answer for others."""
        at = self._find(key)
        if at is None:
            return False
        self.use(at, at + len(key))
        if at - self.place < LOOK_AHEAD:
            self.place = max(self.place, at + len(key))
        return True

    def use(self, start: int, end: int) -> None:
        """Take the lines that have words between the two out of what can answer for a block."""
        self.used.update(self.starts[max(0, bisect_right(self.starts, start) - 1) : bisect_left(self.starts, end)])

    def _find(self, key: str) -> int | None:
        if self.text.startswith(key, self.place):
            return self.place
        places = self.lines.get(key, [])
        while places and places[-1] in self.used:
            places.pop()
        if places:
            return places[-1]
        if len(key) >= 20:  # shorter ones ("Share", "Home") are found inside of words by chance
            at = self.text.find(key, self.place, self.place + len(key) + LOOK_AHEAD)
            return at if at >= 0 else None
        return None


def _missing_words(text: str, body: _Body) -> list[str]:
    """Return the words of a block that the next stretch of the body does not have in the same order."""
    words = text.split()
    if len(words) < 8 or len(words) > 2000:
        return [text]
    kept = [False] * len(words)
    stretch = body.ahead(len(text))
    at = end = 0
    for index in range(len(words) - 2):  # three words in a row are no chance find
        run = "".join(words[index : index + 3])
        place = stretch.find(run, at)
        if place >= 0:
            kept[index : index + 3] = [True] * 3
            at, end = place + len(words[index]), place + len(run)
    if sum(kept) * 2 < len(words):
        return [text]
    body.use(body.place, body.place + end)
    body.place += end
    return list(_runs(words, kept))


def _runs(words: list[str], kept: list[bool]) -> Iterator[str]:
    run: list[str] = []
    for word, is_kept in zip(words, kept, strict=True):
        if not is_kept:
            run.append(word)
        elif run:
            yield " ".join(run)
            run = []
    if run:
        yield " ".join(run)
