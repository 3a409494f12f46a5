"""The text of an article that a page carries in its data alone: a JSON-LD article, or the state of its program.

Pages that are drawn by a script show nothing, a teaser or a lock when they are saved; their words stand in a script.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

from generator.read import page_text
from generator.read.json_ld import MAX_CHARACTERS, described, plain
from generator.read.page_state import blocks_told

LEAST_WORDS = 60  # of a field that is an article's text; a summary has fewer
SHOWN_SHARE = 0.6  # of the words in the data: a page that shows more of them shows the article
_BODY_KEY = re.compile(
    r"(?:article_?)?(?:body|text|content)(?:_?(?:html|text|plain))?|html|full_?text|story|paragraphs", re.IGNORECASE
)
_TAG = re.compile(r"</?(?:p|br|div|h[1-6]|ul|li|blockquote)\b[^<>]{0,300}>", re.IGNORECASE)
_ASSIGNED = re.compile(r"[\w$\]\"']\s{0,5}=\s{0,5}(?=\{\s{0,20}\")")
SENTENCE, OPENING = 11, 60  # spaces in a line that is no headline; characters of it that are looked for
AT_TOP = 3  # paragraphs of a list of blocks in which the words that the page shows stand: a list of teasers is none
_MAX_STEPS = 20_000  # values of a page's state that are looked at
MAX_ASSIGNED = 20  # objects that one script sets
_KINDS = re.compile(r"json|^$|javascript|ecmascript|^module$", re.IGNORECASE)


def lines_in_data(root: Any, shown: Sequence[str], top: Sequence[page_text.PageBlock] = ()) -> list[str] | None:
    """Return the paragraphs of the article in the page's data; None where the page shows it, or has no such data.

    `shown`: the body's lines as the page shows them. One sentence of theirs must be in the data: a page's state holds
    other stories too. `top`: the blocks below the headline, one of which will do: a body that was found in the words of
    a lock has not the teaser.
    """
    scripts = [script for script in root.iter("script") if _KINDS.search(script.get("type") or "")]
    if not scripts:
        return None
    stated = [script for script in scripts if "json" in (script.get("type") or "").lower()]
    told = described(stated).article.get("articleBody")
    candidates = [(lines := _lines(told), len(lines))] if isinstance(told, str) else []
    candidates += [found for script in scripts for found in _texts(script)]
    words = sum(len(line.split()) for line in shown)
    # A headline, a byline and "Subscribe to go on" stand beside the first sentence.
    seen = [*shown, *(block.text for block in top if not block.linked)]
    openings = {page_text.compact(line)[:OPENING] for line in seen if line.count(" ") >= SENTENCE}
    for lines, first in candidates:
        count = sum(len(line.split()) for line in lines)
        if count < LEAST_WORDS or words >= count:
            continue
        whole = page_text.compact("".join(lines))
        there = [line for line in shown if page_text.compact(line)[:OPENING] in whole]
        if sum(len(line.split()) for line in there) < SHOWN_SHARE * count and (
            not openings or any(opening in page_text.compact("".join(lines[:first])) for opening in openings)
        ):
            return lines
    return None


def _texts(script: Any) -> Iterator[tuple[list[str], int]]:
    """Yield the long texts under the names that articles have in a page's state, the longest first.

    With each: in how many of its paragraphs, from the first, a sentence of the page must stand.
    """
    found: list[tuple[list[str], int]] = []
    for state in _states(script):
        waiting: list[Any] = [state]
        for _ in range(_MAX_STEPS):
            if not waiting:
                break
            part = waiting.pop()
            if isinstance(part, list):
                waiting += part
                if told := blocks_told(part):
                    found.append((told, AT_TOP))
            elif isinstance(part, dict):
                for key, value in part.items():
                    if isinstance(value, str) and value.count(" ") >= LEAST_WORDS and _BODY_KEY.fullmatch(str(key)):
                        found.append((lines := _lines(value), len(lines)))
                    elif isinstance(value, list) and value and all(isinstance(line, str) for line in value):
                        if _BODY_KEY.fullmatch(str(key)) and " ".join(value).count(" ") >= LEAST_WORDS:
                            found.append((lines := _lines("\n".join(value)), len(lines)))
                    elif isinstance(value, dict | list):
                        waiting.append(value)
    yield from sorted(found, key=lambda found: sum(map(len, found[0])), reverse=True)


def _states(script: Any) -> Iterator[Any]:
    """Yield what a script holds as data: all of it, or the objects that its program sets to a name."""
    text = script.text or ""
    if len(text) > MAX_CHARACTERS or "{" not in text:
        return
    if "json" in (script.get("type") or "").lower():
        try:
            yield json.loads(text, strict=False)
        except (ValueError, RecursionError):
            return
        return
    decoder = json.JSONDecoder(strict=False)
    at = 0
    for _ in range(MAX_ASSIGNED):
        if (found := _ASSIGNED.search(text, at)) is None:
            return
        at = found.end()
        try:
            state, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            continue
        yield state


def _lines(text: str) -> list[str]:
    """Return the paragraphs of a field, which may be HTML."""
    if _TAG.search(text) or "&lt;p" in text:
        root = page_text.parse(unescape(text) if "&lt;p" in text else text)
        return [block.text for block in page_text.blocks(root) if not block.caption] if root is not None else []
    return [line for line in (plain(part) for part in text.splitlines()) if line]
