"""An article that a page's program holds as a list of blocks: its paragraphs, without what stands between.

Systems of publishing name them each in their own way: `{"type": "text", "content": "..."}`, `{"nodeType": "paragraph",
"content": [{"nodeType": "text", "value": "..."}]}`, `{"type": "paragraph", "model": {"text": "..."}}`,
`{"__typename": "ParagraphBlock", "content": [...]}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.read import page_text

LEAST_BLOCKS, LEAST_WORDS = 2, 60  # of a list that is an article's text
DEEPEST = 8  # blocks in one another
MAX_BLOCKS = 3_000  # of one list
_KIND = ("type", "_type", "nodeType", "node_type", "__typename", "blockType", "kind", "name", "tag")
_WORDS = ("content", "text", "html", "value", "body", "bodyHtml", "paragraph", "markup")
_WITHIN = (
    "content",
    "children",
    "content_elements",
    "items",
    "blocks",
    "elements",
    "model",
    "data",
    "attributes",
    "attrs",
    "columns",
)
_PARAGRAPH = re.compile(r"para|^p$|^block$|textblock|head|^h[1-6]$|quote|list_?item|^li$", re.IGNORECASE)
_TEXT = re.compile(
    r"text|html|markdown|paragraph|^(?:root|document|doc|body|ul|ol|list|column\w*)$|list", re.IGNORECASE
)
_OTHER = re.compile(
    r"link|image|photo|picture|video|audio|gallery|embed|promo|relat|advert|newsletter|interstitial|caption|credit"
    r"|byline|author|subscri|social|tweet|comment|poll|pull_?quote|timestamp|topic|divider|metadata",
    re.IGNORECASE,
)  # fmt: skip


def blocks_told(value: list[Any]) -> list[str]:
    """Return the paragraphs of a list of blocks that is an article's text; [] for any other list."""
    if not 0 < len(value) <= MAX_BLOCKS or not all(isinstance(part, dict) for part in value):
        return []
    told = [line for text in _paragraphs(value, 0) for line in _lines(text)]
    return told if len(told) >= LEAST_BLOCKS and sum(len(line.split()) for line in told) >= LEAST_WORDS else []


def _paragraphs(parts: list[Any], depth: int) -> Iterator[str]:
    """Yield the text of each block that is told to be one of text, in order."""
    for part in parts if depth < DEEPEST else ():
        if not isinstance(part, dict):
            continue
        kind = _kind(part)
        if _OTHER.search(kind) or not (_PARAGRAPH.search(kind) or _TEXT.search(kind)):
            continue
        own = _own(part)
        if own is not None:
            yield own
        elif _PARAGRAPH.search(kind):
            yield "".join(_run(part, depth))
        else:
            for name in _WITHIN:
                below = part.get(name)
                yield from _paragraphs(below if isinstance(below, list) else [], depth + 1)
                if isinstance(below, dict):
                    for inner in _WITHIN:
                        rest = below.get(inner)
                        yield from _paragraphs(rest if isinstance(rest, list) else [], depth + 2)


def _kind(part: dict[str, Any]) -> str:
    return next((part[name] for name in _KIND if isinstance(part.get(name), str)), "")


def _own(part: dict[str, Any]) -> str | None:
    """Return the text that a block has as one string, itself or in what describes it."""
    for holder in (part, part.get("model"), part.get("data"), part.get("attributes")):
        if isinstance(holder, dict):
            found = [holder[name] for name in _WORDS if isinstance(holder.get(name), str)]
            if found:
                return str(found[0])
    return None


def _run(part: dict[str, Any], depth: int) -> Iterator[str]:
    """Yield the strings of a paragraph that is made of pieces: plain ones, those of links and those in bold."""
    if depth >= DEEPEST:
        return
    for name in _WITHIN:
        below = part.get(name)
        for piece in below if isinstance(below, list) else [below]:
            if isinstance(piece, str):
                if name in ("content", "children"):
                    yield piece
            elif isinstance(piece, dict):
                own = _own(piece)
                if own is not None:
                    yield own
                else:
                    yield from _run(piece, depth + 1)


def _lines(text: str) -> list[str]:
    """Return the lines of a block's text, which may have the marks of HTML in it."""
    if "<" not in text and "&" not in text:
        return [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]
    root = page_text.parse(f"<div>{text}</div>")
    return [block.text for block in page_text.blocks(root) if not block.caption] if root is not None else []
