"""Word files (extra "docx"): clippings out of a news database or a browser, as a scrape."""

from __future__ import annotations

import io
import re
from typing import Any

from generator.ids import digest_of, url_safe
from generator.read import page_text
from generator.read.databases import split_lines
from generator.read.input_file import MAX_ARCHIVE_BYTES, Contents, InputFile, Unreadable, foreign, needs_extra
from generator.read.several import REFUSAL, begins_clipping, holds_several
from generator.read.tidy import fit
from generator.read.zipped import open_zip
from generator.records import Metadata, Removed, Stated

MAX_XML = 10_000_000  # of all parts together, unpacked: they are read into trees of some forty times their size
MAX_TAGS = 250_000  # of all parts: some 300 articles, and some 5 seconds
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
        _check(archive)
    with foreign("is no Word file that can be read", "Save it again as .docx, or its text as .txt"):
        made = mammoth.convert_to_html(io.BytesIO(source.data), convert_image=_no_picture)
        markup = _WAY_BACK.sub("", _NOTE_MARK.sub("", made.value))
    root = page_text.parse(f"<div>{fit(markup)}</div>")
    found = page_text.blocks(root) if root is not None else []
    if not found:
        raise Unreadable("holds no text", "Put the article's text into it, or take it out")
    if (export := split_lines([block.text for block in found], source)) is not None:
        return export
    if (clippings := _clippings(found, source)) is not None:
        return clippings
    if holds_several([block.text for block in found]):
        raise Unreadable(*REFUSAL)
    title = Stated(found[0].text, "first heading (Word)") if found[0].tag == "h1" and len(found) > 1 else None
    text = "\n\n".join(block.text for block in found if not block.caption)
    captions = tuple(Removed(block.text, "caption (Word)") for block in found if block.caption)
    return Contents((source.article(text, "scrape", Metadata(title=title), removed=captions),))


def _clippings(found: list[page_text.PageBlock], source: InputFile) -> Contents | None:
    """Return an article for each first-level heading, when below most of them stands where the clipping is from.

    An article's own headings have none of that. None: the file holds one article.
    """
    starts = [at for at, block in enumerate(found) if block.tag == "h1"]
    if len(starts) < 2:
        return None
    parts = [found[start:end] for start, end in zip(starts, [*starts[1:], len(found)], strict=True)]
    heads = sum(begins_clipping([block.text for block in part[1:]]) for part in parts)
    if heads * 2 < len(parts) or any(len(part) < 2 for part in parts):
        return None
    above = tuple(Removed(block.text, "above the first heading (Word)") for block in found[: starts[0]])
    articles = []
    for number, part in enumerate(parts, start=1):
        text = "\n\n".join(block.text for block in part[1:] if not block.caption)
        captions = tuple(Removed(block.text, "caption (Word)") for block in part if block.caption)
        title = part[0].text
        wanted = f"{url_safe(source.stem) or 'clipping'}-{digest_of(title, text[:200])}"
        given = Metadata(title=Stated(title, "heading (Word)"))
        removed = above + captions if number == 1 else captions
        articles.append(source.article(text, "scrape", given, number=number, removed=removed, wanted_id=wanted))
    return Contents(tuple(articles))


def _check(archive: Any) -> None:
    """Refuse what is no Word file, and XML that defines entities, which grow without bound when they are read."""
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
    if tags > MAX_TAGS:
        raise Unreadable(f"holds more than {MAX_TAGS:,} marks of paragraphs and formats, the limit", "Split it")
    if "word/document.xml" not in archive.namelist():
        raise Unreadable("is a zip archive, but no Word file", "Save it again as .docx")


def _is_markup(archive: Any, member: Any) -> bool:
    """Return whether a part may be read as XML: any may be named as the document, whatever it is called."""
    if member.filename.lower().endswith((".xml", ".rels")):
        return True
    with archive.open(member) as part:
        head = part.read(64).replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return not head or head.startswith(b"<")


def _no_picture(image: Any) -> list[Any]:
    return []
