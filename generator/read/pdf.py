"""PDF files (extra "pdf"): the text in the order of its pages, as a scrape whose lines are still to be joined."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from generator.read.databases import recognised
from generator.read.days import printed_day
from generator.read.input_file import Contents, InputFile, Unreadable, foreign, needs_extra
from generator.read.page_text import compact
from generator.read.several import REFUSAL, holds_several
from generator.records import Metadata, Removed, Stated

MAX_PAGES = 500
# Bytes and marks that the pages draw, counted page by page, since hundreds of them can share one stream: ten seconds'
# work. A page of a printed article has two thousand marks.
MAX_DRAWN = 4_000_000
MAX_MARKS = 150_000
SHORT_LINE = 0.8  # of the usual width: a line that ends a sentence and is shorter ends its paragraph
_HYPHENATED = re.compile(r"([^\W\d_]{2,40})-[ \t]{0,9}\n([a-z]{2,})")
_PAGE_NUMBER = re.compile(r"\s*(?:page\s+)?[-–|]?\s*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\s*[-–|]?\s*", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’)\]]*$")
# One shape of a font for several letters: "oﬃce" is the word "office", as a reader would search for it.
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
EDGE = 2  # lines at the top and foot of a page that may be its running head


def read(source: InputFile) -> Contents:
    """Return the one article of a PDF. A scan without text and a locked file are refused."""
    try:
        import pypdf
    except ImportError:
        raise needs_extra("pdf", "pypdf") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with foreign("is no PDF that can be read", "Print it to a new PDF, or save its text as .txt"):
        document = pypdf.PdfReader(io.BytesIO(source.data))
        if document.is_encrypted and not document.decrypt(""):
            raise Unreadable("is locked with a password", "Save a copy without the password")
        if len(document.pages) > MAX_PAGES:
            raise Unreadable(f"has {len(document.pages)} pages; {MAX_PAGES} are the limit", "Save only the article")
        texts = _texts(document)
        title = _title(document)
    pages, removed = _without_edges([page.split("\n") for page in texts])
    lines = [line.rstrip() for page in pages for line in page]
    if not any(lines):
        raise Unreadable("holds no text, perhaps it is a scan", "Run text recognition (OCR) on it")
    text = _joined_words(_with_paragraphs(lines))
    paragraphs = [line for line in text.split("\n") if line.strip()]
    if (export := recognised(text.split("\n"))) and len(export.clippings) > 1:
        what = f"is an export of {export.name} with {len(export.clippings)} articles, which cannot be parted in a PDF"
        raise Unreadable(what, export.advice)
    if holds_several(paragraphs):
        raise Unreadable(*REFUSAL)
    on_page = title and compact(title).casefold() in compact(text[:3000]).casefold()
    given = Metadata(title=Stated(title, "title of the PDF")) if on_page else Metadata()
    return Contents((source.article(text, "scrape", given, removed=removed),))


def _texts(document: Any) -> list[str]:
    """Return the text of each page. Raises `Unreadable` when there is more on them than can be read in time."""
    drawn = marks = 0
    forms: dict[str, int] = {}

    def count(mark: bytes, given: Sequence[Any], *_: object) -> None:
        nonlocal drawn, marks
        marks += 1
        drawn += forms.get(str(given[0]), 0) if mark == b"Do" and given else 0
        if marks > MAX_MARKS or drawn > MAX_DRAWN:
            raise Unreadable("draws too much on its pages to be read", "Save only the article, or its text as .txt")

    texts = []
    for page in document.pages:
        content = page.get_contents()
        drawn += len(content.get_data()) if content is not None else 0
        if drawn > MAX_DRAWN:
            raise Unreadable("draws too much on its pages to be read", "Save only the article, or its text as .txt")
        forms = _forms(page)
        texts.append(page.extract_text(visitor_operand_before=count).translate(LIGATURES))
    return texts


def _forms(page: Any) -> dict[str, int]:
    """Return the names of the forms that a page may draw, itself or within another one, with the bytes of the longest.

    A form is drawn as often as its name stands somewhere, and read again each time.
    """
    found: dict[str, int] = {}
    waiting, seen = [page], set[int]()
    while waiting:
        resources = _resolved(waiting.pop().get("/Resources"))
        drawn = _resolved(resources.get("/XObject")) if isinstance(resources, Mapping) else None
        for name, value in drawn.items() if isinstance(drawn, Mapping) else ():
            form = _resolved(value)
            if isinstance(form, Mapping) and form.get("/Subtype") == "/Form" and hasattr(form, "get_data"):
                found[str(name)] = max(found.get(str(name), 0), len(form.get_data()))
                if id(form) not in seen:
                    seen.add(id(form))
                    waiting.append(form)
    return found


def _resolved(value: Any) -> Any:
    return value.get_object() if value is not None else None


def _title(document: Any) -> str:
    information = document.metadata
    title = information.title if information else None
    return title.strip() if isinstance(title, str) else ""


def _without_edges(pages: list[list[str]]) -> tuple[list[list[str]], tuple[Removed, ...]]:
    """Return the pages without page numbers and the heads and feet that come back on every other page."""
    edges = [set(_edge(page)) for page in pages]
    counts = Counter(key for page, at in zip(pages, edges, strict=True) for key in {_mask(page[i]) for i in at})
    often = {key for key, count in counts.items() if key and count >= max(3, len(pages) / 2)}
    if len(pages) == 2:  # what stands on both is no running head, unless it counts the pages
        often = {key for key, count in counts.items() if key and count == 2 and _counts_pages(key, pages)}
    removed: list[Removed] = []
    kept: list[list[str]] = []
    for page, at in zip(pages, edges, strict=True):
        rest = []
        for index, line in enumerate(page):
            is_number = len(pages) > 1 and _PAGE_NUMBER.fullmatch(line) is not None
            if index in at and not kept and _mask(line) in often and printed_day(line):
                rest += [line, ""]  # the first says which paper it is, and of which day
            elif index in at and (_mask(line) in often or is_number):
                removed.append(Removed(line.strip(), "head or foot of the page (PDF)"))
            else:
                rest.append(line)
        kept.append(rest)
    return kept, tuple(removed)


def _counts_pages(key: str, pages: list[list[str]]) -> bool:
    """Whether the lines of a key, one a page, differ: then by nothing but the figures."""
    return len({compact(line) for page in pages for i in _edge(page) if _mask(line := page[i]) == key}) == len(pages)


def _edge(page: list[str]) -> list[int]:
    filled = [index for index, line in enumerate(page) if line.strip()]
    return filled[:EDGE] + filled[-EDGE:]


def _mask(line: str) -> str:
    return re.sub(r"\d+", "0", compact(line)).casefold()


def _with_paragraphs(lines: list[str]) -> str:
    """Return the lines with a blank one after each that ends a paragraph: a PDF sets none."""
    lengths = sorted(len(line) for line in lines if line.strip())
    usual = lengths[int(len(lengths) * 0.9)] if lengths else 0
    parts = []
    for line in lines:
        parts.append(line)
        if _ENDS_SENTENCE.search(line) and len(line) < SHORT_LINE * usual:
            parts.append("")
    return "\n".join(parts)


def _joined_words(text: str) -> str:
    """Return the text with words that a line end parts ("rela-/tions") in one piece.

    A hyphen stays when the same document has the word with its hyphen within a line.
    """
    hyphened = set(re.findall(r"[^\W\d_]{2,40}-[a-z]{2,40}", text))

    def joined(found: re.Match[str]) -> str:
        first, second = found.groups()
        return f"{first}-{second}" if f"{first}-{second}" in hyphened else f"{first}{second}"

    return _HYPHENATED.sub(joined, text)
