"""OpenDocument texts (.odt, .fodt), as LibreOffice and others write them: clippings as a scrape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.read.clippings import contents
from generator.read.input_file import MAX_ARCHIVE_BYTES, Contents, InputFile, Unreadable, foreign
from generator.read.page_text import PageBlock
from generator.read.tidy import fit, one_line
from generator.read.zipped import open_zip
from generator.records import Removed

MAX_XML = 20_000_000  # of the text and its styles, unpacked
MAX_TAGS = 250_000  # some 300 articles, and some 5 seconds
DEEPEST = 100  # elements in one another; a text in a frame in a cell of a table in a list has twenty
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
# What is no text of the document: what was deleted, remarks at the edge, its list of contents.
_DRAFT = frozenset((f"{_TEXT}tracked-changes", f"{_OFFICE}annotation"))
_UNSEEN = _DRAFT | frozenset((
    f"{_OFFICE}forms", f"{_TEXT}table-of-content", f"{_TEXT}alphabetical-index", f"{_TEXT}illustration-index",
    f"{_TEXT}bibliography", f"{_TEXT}note",
    f"{_TEXT}sequence-decls", f"{_TEXT}variable-decls", f"{_TEXT}user-field-decls", f"{_TEXT}ruby-text",
))  # fmt: skip
_BROKEN = ("is no OpenDocument text that can be read", "Save it again as .odt, or its text as .txt")


def read(source: InputFile) -> Contents:
    """Return the articles of an OpenDocument text: one, unless it holds several. Pictures in it are never opened."""
    packed = source.data.startswith(b"PK")
    data = _content(source.data) if packed else source.data
    if b"<!ENTITY" in data or b"<!DOCTYPE" in data:
        raise Unreadable("defines entities of its own, which are not read", "Save it again from the word processor")
    if len(data) > MAX_XML:
        raise Unreadable(f"holds more than {MAX_XML // 1_000_000} MB of text and formats, the limit", "Split it")
    tags = data.count(b"<")
    if tags > MAX_TAGS:
        raise Unreadable(f"holds more than {MAX_TAGS:,} marks of paragraphs and formats, the limit", "Split it")
    source.spend(tags)
    root = _parsed(data)
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise Unreadable("is an OpenDocument file, but no text", "Save its text as .odt or .txt")
    headings = _heading_styles(root)
    return contents(list(_blocks(body, headings, 0, False)), source, "OpenDocument", tuple(_aside(body)))


def _aside(body: Any) -> Iterator[Removed]:
    """Yield what a reader of the document sees beside its text: notes and lists; not remarks and deleted words."""
    waiting = [body]
    while waiting:
        part = waiting.pop()
        if part.tag in _DRAFT:
            continue
        if part.tag not in _UNSEEN:
            waiting += [child for child in part if isinstance(child.tag, str)][::-1]
        elif words := one_line(fit(" ".join(part.itertext()))):
            yield Removed(words, f"{part.tag.rpartition('}')[2].replace('-', ' ')} (OpenDocument)")


def _content(data: bytes) -> bytes:
    with open_zip(data, MAX_ARCHIVE_BYTES, "OpenDocument text") as archive, foreign(*_BROKEN):
        if "content.xml" not in archive.namelist():
            raise Unreadable("is a zip archive, but no OpenDocument text", "Save it again as .odt")
        if archive.getinfo("content.xml").file_size > MAX_XML:
            raise Unreadable(f"holds more than {MAX_XML // 1_000_000} MB of text and formats, the limit", "Split it")
        return archive.read("content.xml").replace(b"\0", b"")  # in UTF-16 each letter has one


def _parsed(data: bytes) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    with foreign(*_BROKEN):
        return etree.fromstring(data, parser)


def _heading_styles(root: Any) -> dict[str, str]:
    """Return the names of styles that make a paragraph a heading, each with its tag."""
    found = {"Title": "h1"} | {f"Heading_20_{level}": f"h{level}" for level in range(1, 7)}
    parents = {
        style.get(f"{_STYLE}name"): (
            style.get(f"{_STYLE}parent-style-name"),
            style.get(f"{_STYLE}default-outline-level"),
        )
        for style in root.iter(f"{_STYLE}style")
    }
    for name, (parent, level) in parents.items():
        if name and level and level.isdigit():
            found.setdefault(name, f"h{level}")
        elif name and parent in found:
            found.setdefault(name, found[parent])
    return found


def _blocks(element: Any, headings: dict[str, str], depth: int, caption: bool) -> Iterator[PageBlock]:
    """Yield the paragraphs below an element in order, each line of them a block; what a frame holds behind its own."""
    if depth > DEEPEST:
        raise Unreadable("is nested too deep to be read", "Save its text as .txt")
    for part in element:
        if not isinstance(part.tag, str) or part.tag in _UNSEEN:
            continue
        if part.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            tag = headings.get(part.get(f"{_TEXT}style-name") or "", "p")
            if part.tag == f"{_TEXT}h":
                tag = f"h{part.get(f'{_TEXT}outline-level') or 1}"
            lines = [one_line(fit(line)) for line in "".join(_words(part)).split("\n")]
            is_caption = caption or (part.get(f"{_TEXT}style-name") or "") in ("Illustration", "Figure", "Caption")
            yield from (PageBlock(line, tag, is_caption) for line in lines if line)
            for frame in _frames(part):
                yield from _blocks(frame, headings, depth + 1, True)
        else:
            yield from _blocks(part, headings, depth + 1, caption or part.tag == f"{_DRAW}frame")


def _frames(paragraph: Any) -> list[Any]:
    """Return the outermost frames in a paragraph: boxes of text, and pictures with their captions."""
    found = []
    waiting = list(paragraph)[::-1]
    while waiting:
        part = waiting.pop()
        if part.tag in (f"{_DRAW}frame", f"{_DRAW}custom-shape", f"{_DRAW}g"):
            found.append(part)
        elif isinstance(part.tag, str) and part.tag not in _UNSEEN:
            waiting += list(part)[::-1]
    return found


def _words(paragraph: Any) -> Iterator[str]:
    """Yield the words of a paragraph, a line break as a line end; without notes, remarks and frames."""
    waiting: list[Any] = [paragraph]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
            continue
        if part is not paragraph and part.tail:
            waiting.append(part.tail.replace("\n", " "))
        if not isinstance(part.tag, str) or part.tag in _UNSEEN or part.tag.startswith(_DRAW):
            if isinstance(part.tag, str) and part.tag == f"{_DRAW}a":
                waiting += list(part)[::-1]
            continue
        if part.tag in (f"{_TEXT}s", f"{_TEXT}tab"):
            yield " "
        elif part.tag == f"{_TEXT}line-break":
            yield "\n"
        else:
            waiting += list(part)[::-1]
            if part.text:
                yield part.text.replace("\n", " ")
