"""RTF files (extra "rtf"): exports of news databases, or a text kept in a word processor, as a scrape."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.read.databases import split_lines
from generator.read.input_file import Contents, InputFile, Unreadable, foreign, needs_extra

# What the library seeks with expressions that take cubic time over what is never closed.
_LINK = re.compile(r"(\\\*\\fldinst)\{", re.IGNORECASE)
_FONTS = re.compile(r"\{[^{}]*\\fonttbl")
_FONT = re.compile(r"\\f(\d{1,9})(?!\d)")
_CHARSET = re.compile(r"\\fcharset(\d{1,9})(?!\d)")
_PICTURE = re.compile(r"[\da-f\r\n]{2000,}", re.IGNORECASE)  # in the figures that stand for its bytes
MAX_CHARACTERS_OF_FILE = 10_000_000  # without its pictures: the library looks at each, which takes five seconds
_BRACE = re.compile(r"[{}]")


def read(source: InputFile) -> Contents:
    """Return the articles of an RTF file; pictures and files in it are passed over."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        raise needs_extra("rtf", "striprtf") from None
    if not source.data.lstrip().startswith(b"{\\rtf"):
        raise Unreadable("is no RTF file", "Name it by what it is, or save its text as .txt")
    to_text: Callable[..., str] = rtf_to_text
    with foreign("is no RTF file that can be read", "Save it as .docx, or its text as .txt"):
        marked = _PICTURE.sub("", source.data.decode("latin-1"))
        if len(marked) > MAX_CHARACTERS_OF_FILE:
            raise Unreadable(
                f"holds more than {MAX_CHARACTERS_OF_FILE // 1_000_000} MB of text and formats, the limit", "Split it"
            )
        text = to_text(_plain(marked), encoding="cp1252", errors="replace")
    lines = text.split("\n")
    if not text.strip():
        raise Unreadable("holds no text", "Put the article's text into it, or take it out")
    export = split_lines(lines, source)
    return export or Contents((source.article("\n\n".join(line for line in lines if line.strip())),))


def _plain(marked: str) -> str:
    """Return the marked text in a form that the library reads in linear time, with the same words.

    The blank behind the mark of a field keeps the library from writing the address of a link into the text behind it,
    where no reader of the file sees it.
    """
    marked = _LINK.sub(r"\1 {", marked)
    if (start := _FONTS.search(marked)) is None:
        return marked
    depth, end = 1, len(marked)
    for brace in _BRACE.finditer(marked, start.end()):
        depth += 1 if brace.group() == "{" else -1
        if not depth:
            end = brace.start()
            break
    return f"{marked[: start.end()]}{''.join(_fonts(marked[start.end() : end]))}{marked[end:]}"


def _fonts(table: str) -> Iterator[str]:
    """Yield of each font of a table what its letters are read by: its number and its character set."""
    for entry in table.split(";"):
        font = _FONT.search(entry)
        charset = _CHARSET.search(entry, font.end()) if font else None
        if font and charset:
            yield f"{{\\f{font.group(1)}\\fcharset{charset.group(1)} x;}}"
