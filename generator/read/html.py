"""Saved web pages: the body as trafilatura finds it, what the page states about itself, and all else as removed."""

from __future__ import annotations

import re
from collections.abc import Container

from generator.errors import Problem
from generator.read import page_text
from generator.read.databases import split_page
from generator.read.encoding import Decoded, decode
from generator.read.gaps import filled
from generator.read.index_page import is_index, is_results
from generator.read.input_file import Contents, InputFile, Unreadable
from generator.read.libraries import article_body
from generator.read.page_asides import taken_out
from generator.read.page_data import lines_in_data
from generator.read.page_folds import unfold
from generator.read.page_metadata import calls_itself_article, read_metadata
from generator.read.page_tables import article_cell, is_laid_out
from generator.read.tidy import fit
from generator.read.wall import is_wall
from generator.records import Metadata, RawArticle, Removed

_DECLARED = re.compile(
    rb"""<meta[^>]{1,300}?charset\s*=\s*["']?\s*([\w:.-]{2,30})|<\?xml[^>]{1,100}?encoding\s*=\s*["']([\w.-]{2,30})""",
    re.IGNORECASE,
)
_BOOKMARKS = re.compile(
    r"<!doctype\s+netscape-bookmark-file-1|<title>\s*(?:pocket|instapaper:?) export\s*</title>", re.IGNORECASE
)
# Pictures and fonts that a page saved in one file carries in its tags: megabytes to carry through every step.
_EMBEDDED = re.compile(r"(?<=[\"'(=])data:[\w/+.;=-]{1,80};base64,[A-Za-z0-9+/=]{200,}")
_WALL = (
    "shows a wall (consent, log-in, a check of the browser) and holds no article",
    "Save the page once you are past it",
)
_RESULTS = ("is a page of search results and holds no article", "Save the pages that it leads to")
_INDEX = ("is a page of teasers and holds no article", "Save the pages that it leads to")
_EXPORT_MARKS = ("rticleParagraph", "enArticle", "DocPublicationName", " DOCUMENTS", "1 DOCUMENT", "Dokument 1 von",
                 "Document 1 de", "End of Document", 'class="report', "class='report")  # fmt: skip
TEASER = 200  # words of a body: where a page shows more of its article, its data is not looked into
OUTSIDE = "outside the article (HTML)"
MIN_WORDS = 40  # a page of fewer words, in which no article can be told, is no article


def read(source: InputFile) -> Contents:
    """Return the one article of a saved page."""
    source.spend(2 * source.data.count(b"<"))
    return read_decoded(source, decode(source.data, declared_charset(source.data)))


def read_decoded(source: InputFile, decoded: Decoded, address: str | None = None) -> Contents:
    """Return the article of a page, or those of a database's export. `address`: where its container found it."""
    problems = [source.problem(note, "Compare it with the original") for note in decoded.notes]
    if (export := _database(source, decoded.text)) is not None:
        return Contents(export.articles, (*problems, *export.problems))
    article, complaint = read_page(source, decoded.text, address)
    return Contents((article,), tuple(problems + ([complaint] if complaint else [])))


def _database(source: InputFile, page: str) -> Contents | None:
    """Return the articles of a news database's export; None when the page is none."""
    if not any(mark in page for mark in _EXPORT_MARKS):
        return None
    root = page_text.parse(fit(page))
    return split_page(root, page_text.blocks(root), source) if root is not None else None


def declared_charset(data: bytes) -> str | None:
    """Return the charset that a page names in its first lines."""
    found = _DECLARED.search(data[:8192])
    return (found.group(1) or found.group(2)).decode("ascii", "ignore") if found else None


def read_page(
    source: InputFile, page: str, address: str | None = None, number: int | None = None
) -> tuple[RawArticle, Problem | None]:
    """Return the article of a page, and a complaint when it could not be told from the page around it.

    Raises `Unreadable` when the page holds no article.
    """
    if _BOOKMARKS.search(page[:2000]):
        raise Unreadable("is a list of addresses and holds no article text", "Save the pages that it names")
    page = fit(_EMBEDDED.sub("data:,", page) if ";base64," in page else page)
    root = page_text.parse(page)
    aside: tuple[Removed, ...] = ()
    if root is not None:
        unfold(root)
        aside = taken_out(root)
    visible = page_text.blocks(root) if root is not None else []
    if not visible and (root is None or lines_in_data(root, []) is None):
        if re.search(r"(?:<\w[^<>]{0,50}>\s{0,50}){200}", page):
            raise Unreadable("is nested too deep to be read", "Save the article's text as .txt")
        raise Unreadable("shows no text", "Save the page again once it has loaded")
    given = read_metadata(root, page, visible, address)
    body = article_body(root, visible) if visible else None
    lines = filled(visible, _parted(_without_added_marks(body, visible), visible)) if body is not None else []
    few = sum(len(line.split()) for line in lines) < TEASER
    if few and (told := lines_in_data(root, lines, _below_headline(visible, given))) is not None:
        removed = aside + tuple(Removed(text, OUTSIDE) for text in page_text.left_out(visible, "\n".join(told), ()))
        what = "shows less of its article than its data holds, so the words were taken from there"
        complaint = source.problem(what, "Compare it with the page as a browser shows it")
        return source.article("\n\n".join(told), "paragraphs", given, number=number, removed=removed), complaint
    if is_results(visible) and not calls_itself_article(root):
        raise Unreadable(*_RESULTS)
    if is_wall(lines or [block.text for block in visible]):
        raise Unreadable(*_WALL)
    if (body is None or is_laid_out(body)) and (cell := article_cell(visible)) is not None:
        text = "\n\n".join(block.text for block in cell)
        kept = set(map(id, cell))
        removed = aside + tuple(Removed(block.text, OUTSIDE) for block in visible if id(block) not in kept)
        return source.article(text, "scrape", given, number=number, removed=removed), None
    if body is None:
        return _whole_page(source, visible, given, number, aside)
    if is_index(visible, lines) and not calls_itself_article(root):
        raise Unreadable(*_INDEX)
    known = [stated.value for stated in (given.title, given.outlet, given.origin, given.byline) if stated]
    known += [f"By {given.byline.value}"] if given.byline else []
    removed = aside + tuple(Removed(text, OUTSIDE) for text in page_text.left_out(visible, "\n".join(lines), known))
    return source.article("\n\n".join(lines), "paragraphs", given, number=number, removed=removed), None


def _below_headline(visible: list[page_text.PageBlock], given: Metadata) -> list[page_text.PageBlock]:
    """Return the blocks right below the headline; none where it is not shown."""
    title = page_text.compact(given.title.value) if given.title else ""
    at = next((at for at, block in enumerate(visible) if page_text.compact(block.text) == title), len(visible))
    return visible[at + 1 : at + 1 + BELOW]


BELOW = 8  # blocks below a headline (standfirst, byline, day, shares) among which the first sentence stands


def _without_added_marks(body: str, visible: list[page_text.PageBlock]) -> list[str]:
    """Return the body's lines without what trafilatura sets and the page does not have: "- " and bars round cells."""
    items = {page_text.compact(block.text) for block in visible if block.tag in ("li", "dd", "dt")}
    shown = {page_text.compact(block.text) for block in visible}
    starts = {text[:PARTED_KEY] for text in shown if len(text) >= SURE_START}
    lines = []
    for line in filter(None, (line.strip() for line in body.split("\n"))):
        key = page_text.compact(line)
        run_in = key not in shown and _start_among(key[1:], starts, SURE_START)  # an item's headline, into its text
        if line.startswith("- ") and (key[1:] in items or run_in):
            line = line[2:]
        elif key.startswith("|") and key.endswith("|") and key not in shown:
            line = " ".join(cell for cell in (cell.strip() for cell in line.split("|")) if cell)
        lines.append(line)
    return [line for line in lines if line]


def _start_among(key: str, starts: Container[str], least: int = 1) -> str | None:
    """Return the longest start of a line with which a block of the page begins; None where none has `least` letters."""
    return next((key[:size] for size in range(PARTED_KEY, least - 1, -1) if key[:size] in starts), None)


def _parted(lines: list[str], visible: list[page_text.PageBlock]) -> list[str]:
    """Return the lines with those parted that run several paragraphs of a table's cell into one.

    Mails, and pages older than style sheets, are laid out in tables.
    """
    shown = [page_text.compact(block.text) for block in visible]
    places: dict[str, int] = {}
    for number, start in enumerate(shown):
        places.setdefault(start[:PARTED_KEY], number)
    parted: list[str] = []
    for line in lines:
        key = page_text.compact(line)
        begins = _start_among(key, places)
        at = places[begins] if begins is not None else None
        run: list[page_text.PageBlock] = []
        done = 0
        while at is not None and at < len(shown) and done < len(key) and key.startswith(shown[at], done):
            run.append(visible[at])
            done += len(shown[at])
            at += 1
        paragraphs = sum(block.tag in _PARAGRAPHS for block in run)
        parted += [block.text for block in run] if done == len(key) and paragraphs >= 2 else [line]
    return parted


SURE_START = 12  # characters of a block that a line does not begin with by chance
PARTED_KEY = 40  # characters by which a block is looked up
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "div", "blockquote"})


def _whole_page(
    source: InputFile,
    visible: list[page_text.PageBlock],
    given: Metadata,
    number: int | None,
    aside: tuple[Removed, ...] = (),
) -> tuple[RawArticle, Problem | None]:
    """Return all of the page's text for the cleaner to sort out, when trafilatura finds no article in it."""
    text = "\n\n".join(block.text for block in visible)
    if is_index(visible, [block.text for block in visible]):
        raise Unreadable(*_INDEX)
    if len(text.split()) < MIN_WORDS:
        raise Unreadable("shows no article", "Save the article's text as .txt")
    what = "no article could be told from the page around it, so all of its text was taken"
    complaint = source.problem(what, "Look at it on the site; if it is not right, save the article's text as .txt")
    return source.article(text, "scrape", given, number=number, removed=aside), complaint
