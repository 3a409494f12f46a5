"""PDF files (extra "pdf"): the text in the order of its pages, as a scrape whose lines are still to be joined."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from generator.read.databases import recognised
from generator.read.days import printed_day
from generator.read.input_file import Contents, InputFile, Unreadable, foreign, needs_extra
from generator.read.page_metadata import is_web_address
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
        texts = _texts(document, source)
        title = _title(document)
    printed = _printed([page.split("\n") for page in texts])
    pages, removed = _without_edges(printed.pages)
    removed = printed.removed + removed
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
    given = Metadata(title=Stated(title, "title of the PDF") if on_page else None, url=printed.url)
    return Contents((source.article(text, "scrape", given, removed=removed),))


@dataclass(frozen=True, slots=True)
class _Printed:
    """The pages of a document without what a browser prints around a web page."""

    pages: list[list[str]]
    url: Stated | None = None
    removed: tuple[Removed, ...] = ()


# "6/21/23, 10:14 AM  Ferry strikes pier - The Courier" above, "https://courier.example/ferry  1/2" below: the day is
# that of the printing.
_PRINTED_HEAD = re.compile(
    r"\s*\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AP]\.?M\.?)?(?:\s+(?P<title>\S.*))?\s*$",
    re.IGNORECASE,
)
_PRINTED_FOOT = re.compile(
    r"\s*(?P<url>https?://\S+?)(?:\s+(?:page\s+)?\d{1,4}\s*(?:/|of)\s*\d{1,4})?\s*$", re.IGNORECASE
)
_FEW = 3  # lines at the top and foot of a page among which a browser's stand


def _printed(pages: list[list[str]]) -> _Printed:
    """Return the pages without the lines that a browser sets around them, and the address that it prints there.

    The title of the page stays at the top of the first one: it tells the headline and often the site.
    """
    removed: list[Removed] = []
    kept: list[list[str]] = []
    url: Stated | None = None
    for number, page in enumerate(pages):
        filled = [at for at, line in enumerate(page) if line.strip()]
        edge = filled[:_FEW] + filled[-_FEW:]
        heads = [at for at in edge if _PRINTED_HEAD.match(page[at])]
        feet = [at for at in edge if _PRINTED_FOOT.match(page[at])]
        if not heads or not feet:
            if not number:
                return _Printed(pages)
            kept.append(page)
            continue
        head, foot = _PRINTED_HEAD.match(page[heads[0]]), _PRINTED_FOOT.match(page[feet[-1]])
        assert head and foot
        url = url or Stated(foot["url"], "address that a browser printed at the foot of the page")
        lines = [line for at, line in enumerate(page) if at not in (heads[0], feet[-1])]
        title = head["title"]
        if title and not number:
            removed.append(Removed(page[heads[0]][: head.start("title")].strip(), "time of printing (PDF)"))
            lines.insert(0, title)
        else:
            removed.append(Removed(page[heads[0]].strip(), "head or foot of the page (PDF)"))
        removed.append(Removed(page[feet[-1]].strip(), "head or foot of the page (PDF)"))
        kept.append(lines)
    return _Printed(kept, url if url and is_web_address(url.value) else None, tuple(removed))


def _texts(document: Any, source: InputFile) -> list[str]:
    """Return the text of each page. Raises `Unreadable` when there is more on them than can be read in time."""
    drawn = marks = 0
    forms: dict[str, int] = {}

    def count(mark: bytes, given: Sequence[Any], *_: object) -> None:
        nonlocal drawn, marks
        marks += 1
        form = forms.get(str(given[0]), 0) if mark == b"Do" and given else 0
        drawn += form
        source.spend(2 + form // 16)
        if marks > MAX_MARKS or drawn > MAX_DRAWN:
            raise Unreadable("draws too much on its pages to be read", "Save only the article, or its text as .txt")

    texts = []
    for page in document.pages:
        content = page.get_contents()
        length = len(content.get_data()) if content is not None else 0
        drawn += length
        source.spend(length // 16)
        if drawn > MAX_DRAWN:
            raise Unreadable("draws too much on its pages to be read", "Save only the article, or its text as .txt")
        forms = _forms(page)
        placed: list[tuple[str, float]] = []
        text = page.extract_text(visitor_operand_before=count, visitor_text=_noting(placed))
        texts.append(_parted_by_gaps(text, placed).translate(LIGATURES))
    return texts


def _noting(placed: list[tuple[str, float]]) -> Callable[..., None]:
    """Return a visitor that notes each piece of text with its height on the page."""

    def note(text: str, page: Sequence[float], line: Sequence[float], *_: object) -> None:
        placed.append((text, line[4] * page[1] + line[5] * page[3] + page[5]))

    return note


def _parted_by_gaps(text: str, placed: list[tuple[str, float]]) -> str:
    """Return the text with a blank line where a wider gap parts two paragraphs, the upper of which ends a sentence.

    The last line of a paragraph may fill its line, so its length does not tell. `placed`: the pieces of the text, with
    their heights.
    """
    if "".join(piece for piece, _ in placed) != text:
        return text
    heights: list[float | None] = [None]
    for piece, height in placed:
        for part, words in enumerate(piece.split("\n")):
            if part:
                heights.append(None)
            if heights[-1] is None and words.strip():
                heights[-1] = height
    lines = text.split("\n")
    gaps = [above - below if above is not None and below is not None else 0.0 for above, below in pairwise(heights)]
    usual = Counter(round(gap, 1) for gap in gaps if gap > 1).most_common(1)
    if not usual or usual[0][1] < LEAST_GAPS:
        return text
    low, high = (times * usual[0][0] for times in WIDER)
    wide = [at for at, gap in enumerate(gaps) if low < gap < high and _ENDS_SENTENCE.search(lines[at].rstrip())]
    return "\n".join(line + "\n" if at in wide else line for at, line in enumerate(lines)) if len(wide) > 1 else text


LEAST_GAPS = 3  # lines at one distance, of which the text is set
WIDER = (1.2, 4)  # times as wide, as browsers, offices and TeX set paragraphs apart


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
        last = max((index for index, line in enumerate(page) if line.strip()), default=-1)
        for index, line in enumerate(page):
            is_number = len(pages) > 1 and _PAGE_NUMBER.fullmatch(line) is not None
            if index in at and not kept and _mask(line) in often and printed_day(line):
                rest += [line, ""]  # the first says which paper it is, and of which day
            elif index in at and (_mask(line) in often or is_number or (index == last and _is_foot(line))):
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
    """Return the lines with a blank one after each that ends a paragraph: a PDF sets none.

    A paragraph ends in a short line, where the next one is set in, and before the address at the foot of a page.
    """
    lengths = sorted(len(line) for line in lines if line.strip())
    usual = lengths[int(len(lengths) * 0.9)] if lengths else 0
    are_set_in = _set_in(lines)
    parts = []
    for at, line in enumerate(lines):
        parts.append(line)
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if _ENDS_SENTENCE.search(line) and (
            len(line) < SHORT_LINE * usual or (are_set_in and _SET_IN.match(following)) or _is_foot(following)
        ):
            parts.append("")
    return "\n".join(parts)


_SET_IN = re.compile(r"[ \t\u2002\u2003]+\S")
LEAST_SET_IN, MOST_SET_IN = 3, 0.5  # lines, and their share: a page on which every line begins so sets none in
_FOOT = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|©", re.IGNORECASE)
_WHOLE_ADDRESS = re.compile(r"(?:\w+\s?:\s*)?(?:https?://|www\.)\S+/\S+", re.IGNORECASE)
FOOT_WORDS, MAX_FOOT = 12, 200  # words and characters


def _set_in(lines: list[str]) -> bool:
    """Return whether first lines of paragraphs are set in: a few lines are, and most of these follow a full stop."""
    filled = [line for line in lines if line.strip()]
    starts = [at for at, line in enumerate(filled) if at and _SET_IN.match(line)]
    behind = sum(_ENDS_SENTENCE.search(filled[at - 1]) is not None for at in starts)
    return LEAST_SET_IN <= len(starts) <= MOST_SET_IN * len(filled) and behind * 4 >= len(starts) * 3


def _is_foot(line: str) -> bool:
    """Return whether a line at the foot of a page names where the paper is found. An article's address does not."""
    if (
        len(line) > MAX_FOOT
        or len(line.split()) > FOOT_WORDS
        or _ENDS_SENTENCE.search(line)
        or _WHOLE_ADDRESS.fullmatch(line.strip())
    ):
        return False
    return _FOOT.search(line) is not None


def _joined_words(text: str) -> str:
    """Return the text with words that a line end parts ("rela-/tions") in one piece.

    A hyphen stays when the same document has the word with its hyphen within a line.
    """
    hyphened = set(re.findall(r"[^\W\d_]{2,40}-[a-z]{2,40}", text))

    def joined(found: re.Match[str]) -> str:
        first, second = found.groups()
        return f"{first}-{second}" if f"{first}-{second}" in hyphened else f"{first}{second}"

    return _HYPHENATED.sub(joined, text)
