"""Evernote's exports (.enex): one article a note, with its title, author and the address that it was clipped from."""

from __future__ import annotations

import re
from typing import Any

from generator.errors import Problem
from generator.ids import digest_of, url_safe
from generator.read import page_text
from generator.read.days import day_in_address, stated_day
from generator.read.encoding import decode
from generator.read.input_file import Contents, InputFile, Unreadable, refuse_more
from generator.read.page_metadata import web_address
from generator.read.page_text import XML_DECLARATION
from generator.read.tidy import fit, fit_references
from generator.records import Metadata, RawArticle, Removed, Stated

_DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[]{0,300}>")


def read(source: InputFile) -> Contents:
    """Return the articles of an export. Pictures and files in the notes are passed over."""
    decoded = decode(source.data, "utf-8")
    problems = [source.problem(note, "Compare it with the original") for note in decoded.notes]
    root = _parsed(decoded.text)
    notes = [element for element in root if element.tag == "note"] if root is not None else []
    if root is None or root.tag != "en-export" or not notes:
        raise Unreadable("is no export of Evernote that holds a note", "Export the notes again as .enex")
    refuse_more(len(notes), "notes")
    articles = []
    for number, note in enumerate(notes, start=1):
        article = _article(note, source, number if len(notes) > 1 else None)
        if article:
            articles.append(article)
        else:
            problems.append(Problem(f"{source.where}#{number}", "holds no text", "Add the article's text instead"))
    return Contents(tuple(articles), tuple(problems))


def _parsed(text: str) -> Any:
    from lxml import etree

    if re.search(r"<!(?:ENTITY|ELEMENT|ATTLIST)\b", text[:100_000]):
        raise Unreadable("defines entities of its own, which are not read", "Export the notes again as .enex")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=True)
    try:
        return etree.fromstring(fit(fit_references(XML_DECLARATION.sub("", text))), parser)
    except (etree.LxmlError, ValueError):
        return None


def _text(note: Any, *path: str) -> str:
    element = note.find("/".join(path))
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _parts_of(markup: str) -> tuple[str, list[str], list[str]]:
    """Return the text of a note, its captions, and the lines at its foot that are links and nothing else."""
    root = page_text.parse(f"<div>{markup}</div>".replace("\0", ""))
    found = page_text.blocks(root) if root is not None else []
    captions = [block.text for block in found if block.caption]
    body = [block for block in found if not block.caption]
    last = max((at for at, block in enumerate(body) if not block.linked), default=-1)
    links = [block.text for block in body[last + 1 :]]
    if sum(len(block.text.split()) for block in body[: last + 1]) < MIN_WORDS:
        links, last = [], len(body) - 1
    return "\n\n".join(block.text for block in body[: last + 1]), captions, links


MIN_WORDS = 40  # of the text above links at its foot: a note of links alone keeps them


def _article(note: Any, source: InputFile, number: int | None) -> RawArticle | None:
    content = note.find("content")
    markup = "".join(content.itertext()) if content is not None else ""
    text, captions, links = _parts_of(_DOCTYPE.sub("", XML_DECLARATION.sub("", markup)))
    if not text.strip():
        return None

    def stated(value: str | None, how: str) -> Stated | None:
        return Stated(value, how) if value else None

    url = _text(note, "note-attributes", "source-url")
    author = _text(note, "note-attributes", "author")  # a mail address there is the owner's, and nobody's business
    created = _text(note, "created")
    given = Metadata(
        title=stated(_text(note, "title"), "title of the note"),
        byline=stated(author if url and "@" not in author else "", "author of the note"),
        # A note is made on the article's day or later: whatever the text or the address states goes first.
        published=stated(None if day_in_address(url) else stated_day(created), "day of saving, of the note"),
        url=stated(web_address(url), "address that the note was clipped from"),
    )
    return source.article(
        text,
        "paragraphs",
        given,
        number=number,
        removed=tuple(Removed(caption, "caption (HTML)") for caption in captions)
        + tuple(Removed(link, "links below the story (HTML)") for link in links),
        wanted_id=f"{url_safe(source.stem) or 'note'}-{digest_of(created, _text(note, 'title'))}" if number else None,
        tags=tuple(tag for element in note.findall("tag") if (tag := (element.text or "").strip())),
    )
