"""Plain text, pasted or scraped: the whole text with all its dirt, for the cleaner. Front-matter may stand above it."""

from __future__ import annotations

import re

from generator.errors import Problem
from generator.read.databases import split_lines
from generator.read.encoding import decode
from generator.read.input_file import Contents, InputFile
from generator.records import Metadata, Stated

_ADDRESS = re.compile(
    r"\s*(?:(?:url|link|source|address)\s?:\s*)?(?P<url>https?://[^\s<>\"]+)[ \t]*(?:\n|$)", re.IGNORECASE
)
_PAGE = re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL)


def read(source: InputFile) -> Contents:
    """Return the one article of a text file; a web page that was saved as .txt is read as a page."""
    decoded = decode(source.data)
    told: tuple[Problem, ...] = ()
    if _PAGE.match(decoded.text[:5000]):
        from generator.read import html

        return html.read(source)
    if re.match(r"\s{0,20}---[ \t]{0,20}\r?\n", decoded.text):
        from generator.read import markdown
        from generator.read.front_matter import split

        front = split(decoded.text, source)
        if markdown.KNOWN & set(front.values):
            return markdown.read_fronted(source, decoded, front, pasted=True)
        if markdown.KNOWN & {line.partition(":")[0].strip() for line in front.unread.splitlines()}:  # no mere rule
            told = front.problems
    problems = (*told, *(source.problem(note, "Compare it with the original") for note in decoded.notes))
    if (export := split_lines(decoded.text.splitlines(), source)) is not None:
        return Contents(export.articles, problems + export.problems)
    return Contents((source.article(decoded.text, given=_address_on_top(decoded.text)),), problems)


def _address_on_top(text: str) -> Metadata:
    """Return the address that somebody pasted above the text; it tells the site and often the day."""
    found = _ADDRESS.match(text[:2000])
    return Metadata(url=Stated(found["url"], "address above the text")) if found else Metadata()
