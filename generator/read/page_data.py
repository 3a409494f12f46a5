"""The text of an article that a page carries in its data alone: a JSON-LD article, or the state of its program.

Pages that are drawn by a script show nothing, a teaser or a lock when they are saved; their words stand in a script.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from generator.read import page_text
from generator.read.json_ld import MAX_CHARACTERS, described, plain

LEAST_WORDS = 60  # of a field that is an article's text; a summary has fewer
SHOWN_SHARE = 0.6  # of the words in the data: a page that shows more of them shows the article
_BODY_KEY = re.compile(
    r"(?:article_?)?(?:body|text|content)(?:_?(?:html|text|plain))?|html|full_?text|story|paragraphs", re.IGNORECASE
)
_TAG = re.compile(r"</?(?:p|br|div|h[1-6]|ul|li|blockquote)\b[^<>]{0,300}>", re.IGNORECASE)
SENTENCE, OPENING = 11, 60  # spaces in a line that is no headline; characters of it that are looked for
_MAX_STEPS = 20_000  # values of a page's state that are looked at


def lines_in_data(root: Any, shown: list[str]) -> list[str] | None:
    """Return the paragraphs of the article in the page's data; None where the page shows it, or has no such data.

    `shown`: the body's lines as the page shows them. One sentence of theirs must be in the data: a page's state holds
    other stories too.
    """
    scripts = [script for script in root.iter("script") if "json" in (script.get("type") or "").lower()]
    if not scripts:
        return None
    told = described(scripts).article.get("articleBody")
    candidates = [told] if isinstance(told, str) else []
    candidates += [text for script in scripts for text in _texts(script.text or "")]
    words = sum(len(line.split()) for line in shown)
    # A headline, a byline and "Subscribe to go on" stand beside the first sentence.
    sentences = [page_text.compact(line)[:OPENING] for line in shown if line.count(" ") >= SENTENCE]
    for text in candidates:
        lines = _lines(text)
        count = sum(len(line.split()) for line in lines)
        if count >= LEAST_WORDS and words < SHOWN_SHARE * count:
            whole = page_text.compact("".join(lines))
            if not sentences or any(sentence in whole for sentence in sentences):
                return lines
    return None


def _texts(script: str) -> Iterator[str]:
    """Yield the long texts under the names that articles have in a page's state, the longest first."""
    if len(script) > MAX_CHARACTERS or "{" not in script:
        return
    try:
        waiting: list[Any] = [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        return
    found: list[str] = []
    for _ in range(_MAX_STEPS):
        if not waiting:
            break
        part = waiting.pop()
        if isinstance(part, list):
            waiting += part
        elif isinstance(part, dict):
            for key, value in part.items():
                if isinstance(value, str) and value.count(" ") >= LEAST_WORDS and _BODY_KEY.fullmatch(str(key)):
                    found.append(value)
                elif isinstance(value, list) and value and all(isinstance(line, str) for line in value):
                    if _BODY_KEY.fullmatch(str(key)) and " ".join(value).count(" ") >= LEAST_WORDS:
                        found.append("\n".join(value))
                elif isinstance(value, dict | list):
                    waiting.append(value)
    yield from sorted(found, key=len, reverse=True)


def _lines(text: str) -> list[str]:
    """Return the paragraphs of a field, which may be HTML."""
    if _TAG.search(text) or "&lt;p" in text:
        root = page_text.parse(unescape(text) if "&lt;p" in text else text)
        return [block.text for block in page_text.blocks(root) if not block.caption] if root is not None else []
    return [line for line in (plain(part) for part in text.splitlines()) if line]
