"""Texts that an export gives in parts: a sentence as runs of plain, bold and linked words, a story as a list of blocks.

Chats, editors and systems for pages all do so, each with names of its own; what they have in common is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_INLINE = frozenset((
    "plain", "bold", "italic", "underline", "strikethrough", "strong", "em", "code", "link", "text_link", "url",
    "mention", "mention_name", "hashtag", "cashtag", "custom_emoji", "emoji", "spoiler", "email", "phone",
    "bot_command", "span", "run", "hard_break", "hardbreak",
))  # fmt: skip
_TEXTS = frozenset((
    "text", "paragraph", "p", "doc", "document", "root", "block", "header", "heading", "h1", "h2", "h3", "h4", "h5",
    "h6", "unstyled", "header_one", "header_two", "unordered_list_item",
    "ordered_list_item", "quote", "blockquote", "pullquote", "list", "list_item", "listitem", "li", "ul", "ol",
    "bulletlist",
    "orderedlist", "bullet_list", "ordered_list", "section", "body", "html", "correction", "endorsement",
))  # fmt: skip
_WITHIN = ("text", "content", "children", "items", "nodes", "blocks", "data", "value", "html", "body")
"""Where a part has its words or the parts that it is made of."""
DEEPEST = 30  # parts within parts
MOST = 50  # parts that are looked at


@dataclass(slots=True)
class Parts:
    """What a list of parts holds."""

    paragraphs: list[str] = field(default_factory=list)
    """As they stand there, some of them with HTML in them."""
    left_out: list[str] = field(default_factory=list)
    """Words of parts that are no text: captions, cards of other stories, boxes."""


def is_in_parts(value: object) -> bool:
    """Return whether a value is a text in parts, or one object that holds such."""
    if isinstance(value, Mapping):
        return _kind(value) in ("doc", "document", "root") and any(is_in_parts(value.get(name)) for name in _WITHIN)
    return isinstance(value, list) and any(isinstance(part, Mapping) and _has_words(part) for part in value[:MOST])


def in_parts(value: object) -> Parts:
    """Return the paragraphs of a text in parts, and the words of what is none."""
    made = Parts()
    _take(value, made, 0)
    return made


def run_of(value: object) -> str:
    """Return the words of a run: of one text, or of plain and marked ones in a list."""
    return "".join(_run(value, 0))


def _run(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth < DEEPEST:
        for part in value:
            yield from _run(part, depth + 1)
    elif isinstance(value, Mapping) and depth < DEEPEST:
        if _kind(value) in ("hard_break", "hardbreak"):
            yield "\n"
        yield from _run(next((value[name] for name in _WITHIN if value.get(name)), None), depth + 1)


def _take(value: object, made: Parts, depth: int) -> None:
    if depth >= DEEPEST:
        return
    if isinstance(value, str):
        made.paragraphs += filter(None, [value.strip()])
    elif isinstance(value, list):
        if _is_run(value):
            made.paragraphs += filter(None, [run_of(value).strip()])
            return
        for part in value:
            _take(part, made, depth + 1)
    elif isinstance(value, Mapping):
        if _kind(value) and _kind(value) not in _TEXTS | _INLINE:
            made.left_out += dict.fromkeys(_all_words(value, depth))
            return
        _take(next((value[name] for name in _WITHIN if value.get(name)), None), made, depth + 1)


def _is_run(parts: list[object]) -> bool:
    """Whether parts are the words of one paragraph: some are marked words, or bare texts beside others."""
    named = [part for part in parts if isinstance(part, Mapping)]
    if not named or len(named) < len([part for part in parts if not isinstance(part, str)]):
        return False
    # "text" is a run where it has its words under that name, and a block where it has them under another.
    inline = all(_kind(part) in _INLINE or (_kind(part) in ("", "text") and _is_leaf(part)) for part in named)
    return inline or len(named) < len(parts)


def _is_leaf(part: Mapping[str, object]) -> bool:
    return isinstance(part.get("text"), str)


def _kind(part: Mapping[str, object]) -> str:
    kind = part.get("type", part.get("_type", part.get("nodeType", "")))
    return kind.casefold().replace("-", "_") if isinstance(kind, str) else ""


def _has_words(part: Mapping[str, object]) -> bool:
    """Whether a part has words, or parts of its own, and says what it is."""
    told = bool(_kind(part)) or set(part) <= {*_WITHIN, "bold", "italic", "underline", "attributes"}
    return told and any(isinstance(part.get(name), (str, list, Mapping)) and part.get(name) for name in _WITHIN)


def _all_words(value: object, depth: int) -> Iterator[str]:
    """Yield every text of words below a part that is no text: a caption, the words of a card."""
    if isinstance(value, str):
        if " " in value.strip():
            yield value.strip()
    elif isinstance(value, (list, Mapping)) and depth < DEEPEST:
        for part in value if isinstance(value, list) else value.values():
            yield from _all_words(part, depth + 1)
