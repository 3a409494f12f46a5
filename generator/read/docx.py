"""Word files (extra "docx"): clippings out of a news database or a browser, as a scrape."""

from __future__ import annotations

import io
import re
from collections import Counter
from contextlib import suppress
from typing import Any
from xml.parsers import expat

from generator.read import page_text
from generator.read.clippings import contents
from generator.read.input_file import MAX_ARCHIVE_BYTES, Contents, InputFile, Unreadable, foreign, needs_extra
from generator.read.tidy import fit
from generator.read.zipped import open_zip

MAX_XML = 10_000_000  # of all parts together, unpacked: they are read into trees of some forty times their size
MAX_TAGS = 250_000  # of all parts: some 300 articles, and some 5 seconds
MAX_OPEN_FIELDS = 100  # one in another; Word makes twenty
MAX_MARKS_OF_NOTE = 3  # in a text: Word makes one
_AS_TEXT = "Save its text as .txt"
_NOTE_MARK = re.compile(r'<sup><a href="#(?:foot|end)note-\d+"[^<>]*>\[\d+\]</a></sup>')
_WAY_BACK = re.compile(r'<a href="#(?:foot|end)note-ref-\d+">↑</a>')


def read(source: InputFile) -> Contents:
    """Return the articles of a Word file: one, unless it is an export.

    Pictures and files that it refers to are never opened.
    """
    try:
        import mammoth
    except ImportError:
        raise needs_extra("docx", "mammoth") from None
    with open_zip(source.data, MAX_ARCHIVE_BYTES, "Word file") as archive:
        source.spend(_check(archive))
    with foreign("is no Word file that can be read", "Save it again as .docx, or its text as .txt"):
        made = mammoth.convert_to_html(io.BytesIO(source.data), convert_image=_no_picture)
        markup = _WAY_BACK.sub("", _NOTE_MARK.sub("", made.value))
    root = page_text.parse(f"<div>{fit(markup)}</div>")
    found = page_text.blocks(root) if root is not None else []
    return contents(found, source, "Word")


def _check(archive: Any) -> int:
    """Return how many tags are to be read.

    Refuse what is no Word file, and XML that defines entities, which grow without bound when they are read.
    """
    with foreign("is broken inside", "Save it again as .docx"):
        parts = [member for member in archive.infolist() if _is_markup(archive, member)]
    if sum(member.file_size for member in parts) > MAX_XML:
        raise Unreadable(f"holds more than {MAX_XML // 1_000_000} MB of text and formats, the limit", "Split it")
    tags = 0
    for member in parts:
        with foreign("is broken inside", "Save it again as .docx"):
            data = archive.read(member).replace(b"\0", b"")  # in UTF-16 each letter has one
        if b"<!ENTITY" in data or b"<!DOCTYPE" in data:
            raise Unreadable("defines entities of its own, which are not read", "Save it again from Word")
        tags += data.count(b"<")
        if b"fldChar" in data or b"noteReference" in data:
            _refuse_mazes(archive.read(member))
    if tags > MAX_TAGS:
        raise Unreadable(f"holds more than {MAX_TAGS:,} marks of paragraphs and formats, the limit", "Split it")
    if "word/document.xml" not in archive.namelist():
        raise Unreadable("is a zip archive, but no Word file", "Save it again as .docx")
    return tags


def _is_markup(archive: Any, member: Any) -> bool:
    """Return whether a part may be read as XML: any may be named as the document, whatever it is called."""
    if member.filename.lower().endswith((".xml", ".rels")):
        return True
    with archive.open(member) as part:
        head = part.read(64).replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return not head or head.startswith(b"<")


def _refuse_mazes(part: bytes) -> None:
    """Refuse a part whose fields stand in one another without end, or that shows one note again and again.

    The library looks through all open fields at each run of letters, and writes a note out for each mark of it.
    """
    fields = 0
    notes = Counter[str]()

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal fields
        if name.endswith("fldChar"):
            kind = next((value for key, value in attributes.items() if key.endswith("fldCharType")), "")
            fields += (kind == "begin") - (kind == "end" and fields > 0)
            if fields > MAX_OPEN_FIELDS:
                raise Unreadable(f"holds more than {MAX_OPEN_FIELDS} fields one in another, the limit", _AS_TEXT)
        elif name.endswith("noteReference"):
            marks = [f"{name} {key} {value}" for key, value in attributes.items() if key.endswith("id")]
            notes.update(marks)
            if any(notes[mark] > MAX_MARKS_OF_NOTE for mark in marks):
                raise Unreadable("shows one of its notes again and again", _AS_TEXT)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    with suppress(expat.ExpatError):  # what is broken, the library that reads it tells
        parser.Parse(part, True)


def _no_picture(image: Any) -> list[Any]:
    return []
