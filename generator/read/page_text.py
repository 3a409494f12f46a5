"""The visible text of a web page, block by block, and which of it is not in the article's body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
_SPACE = re.compile(r"\s+")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
LOOK_AHEAD = 20_000  # characters of the body in which a block is looked for: keeps the time linear in the page


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of visible text that begins and ends with a line of its own."""

    text: str
    tag: str
    """The block element that it stands in: "p", "h1"."""
    caption: bool = False
    """Whether it stands in a caption of a picture or table."""


def parse(page: str) -> Any:
    """Return the root element of a page; None when there is nothing in it. Depth does not matter."""
    from lxml import etree, html

    parser = html.HTMLParser(huge_tree=True, remove_pis=True)
    try:
        return html.document_fromstring(_XML_DECLARATION.sub("", page), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def blocks(root: Any) -> list[Block]:
    """Return the visible text below `root` in reading order, white space folded, blank blocks left out."""
    found: list[Block] = []
    parts: list[str] = []
    open_blocks = ["body"]
    captions = 0

    def close() -> None:
        text = _SPACE.sub(" ", "".join(parts)).strip()
        parts.clear()
        if text:
            found.append(Block(text, open_blocks[-1], captions > 0))

    for event, element, tag in _walk(root):
        if event == "start":
            if tag in _BLOCKS:
                close()
                if tag not in ("br", "hr"):
                    open_blocks.append(tag)
                captions += tag in _CAPTIONS
            parts.append(element.text or "")
        else:
            if tag in _BLOCKS:
                close()
                if tag not in ("br", "hr"):
                    open_blocks.pop()
                captions -= tag in _CAPTIONS
            if element is not root:
                parts.append(element.tail or "")
    close()
    return found


def _walk(root: Any) -> Iterator[tuple[str, Any, str]]:
    """Yield ("start" or "end", element, tag) of what is visible; of what is not, the end only, for the text after."""
    from lxml import etree

    walker = etree.iterwalk(root, events=("start", "end", "comment"))
    for event, element in walker:
        if event == "comment":
            yield "end", element, ""
        elif not isinstance(element.tag, str):
            continue
        elif _is_unseen(element):
            if event == "start":
                walker.skip_subtree()
            else:
                yield "end", element, ""
        else:
            yield event, element, element.tag


def _is_unseen(element: Any) -> bool:
    if element.tag in _UNSEEN or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style[:1000]))


def paragraphs(root: Any) -> tuple[str, list[str]]:
    """Return the text of a piece of HTML that is all body, blank lines between paragraphs, and its captions."""
    found = blocks(root)
    text = "\n\n".join(block.text for block in found if not block.caption)
    return text, [block.text for block in found if block.caption]


def compact(text: str) -> str:
    """Return the text without its white space: what two renderings of the same words agree on."""
    return _SPACE.sub("", text)


def left_out(page: Iterable[Block], body: str, known: Iterable[str]) -> list[str]:
    """Return the visible words of a page that are neither in `body` nor in `known`, a string a block, in order.

    `known`: metadata. Blocks and body run in the same order, so a place is kept in the body and each block is looked
    for at it and a little beyond. Of a block that is only partly there, the missing words are returned.
    """
    lines = [compact(line) for line in body.split("\n")]
    whole = "".join(lines)
    starts: dict[str, int] = {}
    at = 0
    for line in lines:
        starts.setdefault(line, at)
        at += len(line)
    said = {compact(value) for value in known}
    place = 0
    missing: list[str] = []
    for block in page:
        key = compact(block.text)
        found = _place_of(key, whole, starts, place)
        if found is not None:
            place = max(place, found + len(key)) if found - place < LOOK_AHEAD else place
        elif key not in said:
            missing += _missing_words(block.text, whole[place : place + len(key) + LOOK_AHEAD // 4])
    return missing


def _place_of(key: str, whole: str, starts: dict[str, int], place: int) -> int | None:
    if whole.startswith(key, place):
        return place
    if key in starts:
        return starts[key]
    if len(key) >= 20:  # shorter ones ("Share", "Home") are found inside of words by chance
        at = whole.find(key, place, place + len(key) + LOOK_AHEAD)
        return at if at >= 0 else None
    return None


def _missing_words(text: str, body: str) -> list[str]:
    """Return the words of a block that `body`, a stretch without white space, does not have in the same order."""
    words = text.split()
    if len(words) < 8 or len(words) > 2000:
        return [text]
    kept = [False] * len(words)
    at = 0
    for index in range(len(words) - 2):  # three words in a row are no chance find
        run = "".join(words[index : index + 3])
        place = body.find(run, at)
        if place >= 0:
            kept[index : index + 3] = [True] * 3
            at = place
    if sum(kept) * 2 < len(words):
        return [text]
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
