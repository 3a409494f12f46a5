"""Web archives (extra "warc"): .warc, .warc.gz and .wacz, one article for each page that holds one."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass, replace
from typing import Any

from generator.errors import Problem
from generator.read import html
from generator.read.encoding import decode
from generator.read.input_file import MAX_BYTES, Contents, InputFile, Unreadable, foreign, needs_extra
from generator.read.zipped import open_zip, refuse_bursting
from generator.records import RawArticle

MAX_UNPACKED = 2_000_000_000
MAX_PAGES = 10_000
LONGEST_HEADER = 1_000_000  # bytes, of one record: its addresses and cookies are a hundredth of it
MIN_WORDS = 50  # of a body: what trafilatura finds in front pages and menus is shorter
_CUT = "its record is longer than it states, so its end may be missing"
_NO_WORD = re.compile(r"<[^<>]*>|&#?\w{1,20};")
_ADDRESS_LINE = re.compile(rb'[^\r\n]*"url"[^\r\n]*')  # of a list of pages, of which any line may be empty
_PAGE_TYPES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class _Page:
    address: str
    data: bytes
    charset: str | None
    cut: bool = False
    """Its record goes on behind the length that it states."""


class _HeaderLines:
    """Reads the lines of headers, which may unpack to more than memory holds, as far as one record's headers go."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read
        self.came = 0

    def __call__(self, length: int | None = None) -> bytes:
        line = self._read(min(length or LONGEST_HEADER, LONGEST_HEADER))
        self.came += len(line)
        if self.came >= LONGEST_HEADER:
            raise ValueError("a header has no end")
        return line


def read(source: InputFile) -> Contents:
    """Return the articles of a web archive, and one line about the pages that hold none."""
    try:
        import warcio  # noqa: F401
    except ImportError:
        raise needs_extra("warc", "warcio") from None
    articles: list[RawArticle] = []
    problems: list[Problem] = []
    without: list[str] = []
    seen: set[str] = set()
    unpacked = 0
    try:
        for page in _all_pages(source):
            if page.address in seen:
                continue
            seen.add(page.address)
            unpacked += len(page.data)
            refuse_bursting(unpacked, len(source.data))
            source.spend(2 * page.data.count(b"<"))
            if len(seen) > MAX_PAGES:  # of all the streams of an archive
                raise Unreadable(f"holds more than {MAX_PAGES:,} pages, the limit", "Split it")
            article, notes = _article(source, page, len(articles) + 1)
            if article is None:
                without.append(page.address)
                continue
            articles.append(article)
            problems += [source.problem(note, "Compare it with the original", f"#{len(articles)}") for note in notes]
    except Unreadable as error:
        if not articles:
            raise
        problems.append(source.problem(f"{error.what}, from behind the page {page.address} on", error.next_step))
    if not seen:
        raise Unreadable("holds no web page", "Archive the pages again")
    if without:
        shown = ", ".join(without[:3]) + (", …" if len(without) > 3 else "")
        what = f"{len(without)} of {len(seen)} pages hold no article ({shown})"
        problems.append(source.problem(what, "If one does, save its text as .txt"))
    return Contents(tuple(articles), tuple(problems))


def _article(source: InputFile, page: _Page, number: int) -> tuple[RawArticle | None, tuple[str, ...]]:
    try:
        decoded = decode(page.data, page.charset or html.declared_charset(page.data))
        if len(_NO_WORD.sub(" ", decoded.text).split()) < MIN_WORDS:  # or thousands of such pages take minutes
            return None, ()
        article, complaint = html.read_page(source, decoded.text, page.address, number)
    except (Unreadable, RecursionError):
        return None, ()
    notes = (*decoded.notes, *([_CUT] if page.cut else []))
    return (None if complaint or len(article.text.split()) < MIN_WORDS else article), notes


def _all_pages(source: InputFile) -> Iterator[_Page]:
    if not source.file.lower().endswith(".wacz"):
        yield from _pages(io.BytesIO(source.data))
        return
    with open_zip(source.data, MAX_UNPACKED, "web archive") as archive:
        listed = _listed(archive)
        for name in sorted(archive.namelist()):
            if name.startswith("archive/") and name.endswith((".warc", ".warc.gz")):
                with foreign("is broken inside", "Archive the pages again"):
                    stream = archive.open(name)
                with stream:
                    yield from (page for page in _pages(stream) if not listed or page.address in listed)


def _listed(archive: zipfile.ZipFile) -> set[str]:
    """Return the addresses of the pages that the archivist chose; none when the archive does not say."""
    found = set()
    for name in ("pages/pages.jsonl", "pages/extraPages.jsonl"):
        if name not in archive.namelist():
            continue
        with foreign("is broken inside", "Archive the pages again"), archive.open(name) as stream:
            for line in _ADDRESS_LINE.findall(stream.read(MAX_BYTES)):
                try:
                    page = json.loads(line)
                except (ValueError, RecursionError):
                    continue
                if isinstance(page, dict) and isinstance(page.get("url"), str):
                    found.add(page["url"])
    return found


def _pages(stream: Any) -> Iterator[_Page]:
    """Yield the web pages of one WARC stream."""
    from warcio.archiveiterator import ArchiveIterator

    broken = ("is no web archive that can be read", "Archive the pages again")
    with foreign(*broken):
        archive = ArchiveIterator(stream)
        lines = archive.reader.readline = _HeaderLines(archive.reader.readline)
        records = iter(archive)
    unpacked = count = 0
    page: _Page | None = None
    while True:
        before, lines.came = archive.err_count, 0
        # warcio writes lines to the terminal where a record is longer than it states, without a word of the file.
        try:
            with foreign(*broken), redirect_stderr(io.StringIO()):
                record = next(records, None)
        except Unreadable:
            if page:
                yield page
            raise
        if page:  # only what follows its record tells whether that is whole
            yield replace(page, cut=archive.err_count > before)
        if record is None:
            return
        with foreign(*broken):
            unpacked += max(0, int(record.rec_headers.get_header("Content-Length") or 0))
            page = _page(record)
        if unpacked > MAX_UNPACKED or count > MAX_PAGES:
            raise Unreadable(f"unpacks to more than {MAX_UNPACKED // 1_000_000} MB or {MAX_PAGES:,} pages", "Split it")
        count += page is not None


def _page(record: Any) -> _Page | None:
    if record.rec_type not in ("response", "resource"):
        return None
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return None
    stated = (headers or record.rec_headers).get_header("Content-Type") or ""
    kind, _, rest = stated.partition(";")
    if kind.strip().lower() not in _PAGE_TYPES:
        return None
    data = record.content_stream().read(MAX_BYTES + 1)
    if not data or len(data) > MAX_BYTES:
        return None
    charset = rest.lower().partition("charset=")[2].strip(" \"'") or None
    return _Page(record.rec_headers.get_header("WARC-Target-URI") or "", data, charset)
