"""The one place where words become markup: text goes in, safe HTML, front-matter and script data come out.

Pages are Markdown files, and python-markdown acts on far more than `<` and `&`: fences, brackets, colons, pipes. So
every ASCII punctuation mark of a text is written as a numeric character reference, and every block of HTML stands on
one line. No preprocessor, whatever extension is switched on, then finds anything to act on.
"""

from __future__ import annotations

import math
import re
import string
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import yaml
from markupsafe import Markup

REPLACEMENT = "�"
_ACTIVE = {ord(mark): f"&#{ord(mark)};" for mark in string.punctuation}
# What some line splitter takes for the end of a line would end the one line that a block stands on.
_LINE_ENDS = {code: f"&#{code};" for code in (0x09, 0x0A, 0x0D, 0x2028, 0x2029)}
# No HTML can carry these; python-markdown keeps two of them (2, 3) for its own marks.
_CONTROLS = {code: REPLACEMENT for code in (*range(0x00, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0))}
_TABLE = {**_CONTROLS, **_ACTIVE, **_LINE_ENDS}
# Controls that turn the direction of what follows, so that a page says something else than its letters do. Marks that
# are only letters without a shape (U+200F) do no harm.
_TURNS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_PRINTED = {**_TABLE, **{code: f'<bdi class="ed-turn" data-code="U+{code:04X}">&#{code};</bdi>' for code in _TURNS}}
_NAMED = {code: f"[U+{code:04X}]" for code in _TURNS}
SURROGATE = re.compile("[\ud800-\udfff]")


def _replacing(table: Mapping[int, str]) -> Callable[[str], str]:
    """Return what writes a text with the characters of a table replaced, and lone surrogates too.

    Few characters of a text are in it: an expression finds them in half the time in which `str.translate` asks for all.
    """
    listed = "".join(f"\\U{code:08x}" for code in sorted(table))
    found_by, written = re.compile(f"[{listed}\ud800-\udfff]"), {chr(code): text for code, text in table.items()}
    return lambda text: found_by.sub(lambda found: written.get(found[0], REPLACEMENT), text)


_as_html, _as_printed = _replacing(_TABLE), _replacing(_PRINTED)
_PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9_./#?= -]*")
_ESCAPED = re.compile(r"[^A-Za-z0-9 ./:,;?!()'@%+=-]")  # of texts in a script
_BLOCKS = re.compile(r"\n\s*\n")


def escape(text: object) -> Markup:
    """Return `text` as HTML that shows exactly these characters, in an element or in a quoted attribute.

    `Markup`, which only code of this package makes, passes as it is. Characters that no page can carry (controls, lone
    surrogates) show as U+FFFD.
    """
    if isinstance(text, Markup):
        return text
    words = str(text)
    if words.replace(" ", "").isalnum():
        return Markup(words)  # names and days: no letter and no digit of any script is in the table
    return Markup(_as_html(words))


def shown(text: object) -> Markup:
    """Return `text` as HTML, with the names of the characters that would turn it: "[U+202E]". Templates print so."""
    return text if isinstance(text, Markup) else _shown(str(text))


@lru_cache(maxsize=4096)  # sigla, names and days are printed over and over
def _shown(text: str) -> Markup:
    return escape(named(text))


def printed(text: str) -> Markup:
    """Return words of an article as HTML for an element: every character of them, each that turns the text by itself.

    Isolated so, it has no letter to turn, and the style sheet prints its name.
    """
    return Markup(_as_printed(text))


def named(value: Any) -> Any:
    """Return a text, or the texts of a list, with the names of what would turn them: for titles and what is drawn."""
    if isinstance(value, list | tuple):
        return [named(inner) for inner in value]
    return value.translate(_NAMED) if isinstance(value, str) and not value.isascii() else value


def address(to: str) -> Markup:
    """Return an address of this site as an attribute's value, readable where it holds nothing but URL-safe marks."""
    return Markup(to) if _PLAIN_ADDRESS.fullmatch(to) else escape(to)


def one_line_blocks(html: str) -> str:
    """Return rendered HTML with one block a line: what stands between two blank lines is joined to one line."""
    blocks = (" ".join(line.strip() for line in block.splitlines() if line.strip()) for block in _BLOCKS.split(html))
    return "\n\n".join(block for block in blocks if block) + "\n"


_ANGLES = str.maketrans("<>", "‹›")


def page(meta: Mapping[str, Any], html: str) -> bytes:
    """Return a Markdown page: front-matter, which YAML itself escapes, and raw HTML blocks."""
    kept = {key: value for key, value in meta.items() if value not in (None, "", [], ())}
    front = "".join(_front_matter(key, value) for key, value in _plain(kept).items()) or "{}\n"
    return f"---\n{front}---\n\n{one_line_blocks(html)}".encode("utf-8", "replace")


# Texts that YAML writes as they are, or in single marks for a colon in them. It looks at each character several times
# to find that out, which took longer than to render a page.
_BARE = re.compile(r"[A-Za-z/][A-Za-z0-9À-ÖØ-öø-ÿ.,()“”‘’–—…/:_'-]*(?: [A-Za-z0-9À-ÖØ-öø-ÿ.,()“”‘’–—…/:_'-]+)*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NO_TEXTS = frozenset(["yes", "no", "true", "false", "on", "off", "null"])


def _front_matter(key: str, value: Any) -> str:
    """Return the lines of one entry of front-matter, as `yaml.safe_dump` writes them."""
    if isinstance(value, str) and (scalar := _scalar(value)):
        return f"{key}: {scalar}\n"
    if isinstance(value, list) and all(isinstance(each, str) and _scalar(each) for each in value):
        return f"{key}:\n" + "".join(f"- {_scalar(each)}\n" for each in value)
    if type(value) is int:
        return f"{key}: {value}\n"
    if isinstance(value, dict) and all(isinstance(each, str | bool) for each in value.values()):
        return _dumped_items(key, tuple(value.items()))
    return _dumped(key, value) if isinstance(value, str) else _dumped.__wrapped__(key, value)


@lru_cache(maxsize=4096)  # names of people and outlets
def _scalar(text: str) -> str:
    """Return a text as a scalar of YAML where that is sure, else ""."""
    if _DAY.fullmatch(text):
        return f"'{text}'"
    if not _BARE.fullmatch(text) or text.lower() in _NO_TEXTS:
        return ""
    return "'" + text.replace("'", "''") + "'" if ": " in text or text.endswith(":") else text


@lru_cache(maxsize=4096)
def _dumped(key: str, value: Any) -> str:
    dumped: str = yaml.safe_dump({key: value}, allow_unicode=True, sort_keys=False, width=math.inf)
    return dumped


@lru_cache(maxsize=64)  # what is the same on every page
def _dumped_items(key: str, items: tuple[tuple[str, str | bool], ...]) -> str:
    return _dumped.__wrapped__(key, dict(items))


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        # The theme prints front-matter values by itself, and its search shows a page's title and tags as HTML: so they
        # hold no control, no surrogate, and no "<". The heading of the page has the words as they are.
        return SURROGATE.sub(REPLACEMENT, str(value)).translate(_CONTROLS).translate(_ANGLES)
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value


def script_data(value: Any) -> Markup:
    """Return JSON for a `<script>` data block; of its texts, most marks are numeric escapes.

    "<" is among them, so no text can close the element; so is any mark that begins something in Markdown.
    """
    return Markup(_json(value))


def _json(value: Any) -> str:
    if isinstance(value, str):
        return '"' + _ESCAPED.sub(_json_escape, value) + '"'
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{_json(str(key))}:{_json(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ",".join(map(_json, value)) + "]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(int(value))


def _json_escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def web_address(url: str) -> str | None:
    """Return `url` when a browser may be sent there, else None: only http and https, no white space, no controls."""
    return url if re.fullmatch(r"https?://[^\s\x00-\x20\x7f<>\"'`\\]+", url, re.I) else None
