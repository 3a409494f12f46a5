"""RTF files (extra "rtf"): exports of news databases, or a text kept in a word processor, as a scrape."""

from __future__ import annotations

from collections.abc import Callable

from generator.read.databases import split_lines
from generator.read.input_file import Contents, InputFile, Unreadable, foreign, needs_extra


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
        text = to_text(source.data.decode("latin-1"), encoding="cp1252", errors="replace")
    lines = text.split("\n")
    if not text.strip():
        raise Unreadable("holds no text", "Put the article's text into it, or take it out")
    export = split_lines(lines, source)
    return export or Contents((source.article("\n\n".join(line for line in lines if line.strip())),))
