"""Plain text, pasted or scraped: the whole text with all its dirt, for the cleaner. Front-matter may stand above it."""

from __future__ import annotations

import re

from generator.errors import Problem
from generator.read.databases import split_lines
from generator.read.encoding import decode
from generator.read.input_file import Contents, InputFile, Unreadable
from generator.records import Metadata, Stated

_ADDRESS = re.compile(
    r"\s*(?:(?:url|link|source|address)\s?:\s*)?(?P<url>https?://[^\s<>\"]+)[ \t\r]*(?:\n|$)", re.IGNORECASE
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
    if is_list_of_headlines(decoded.text):
        raise Unreadable("is a list of headlines and holds no article", "Save the pages that they lead to")
    return Contents((source.article(decoded.text, given=Metadata(url=address_beside(decoded.text))),), problems)


_AGE = re.compile(
    r"\W*(?:(?:updated |posted |published )?(?:an?|\d{1,3}) ?(?:s|sec|min|minute|h|hr|hour|d|day|week|"
    r"month)s?\.? ago|yesterday)\W*",
    re.IGNORECASE,
)
AGES = 3  # headlines with their age below them: one may stand below an article's own
LONG_LINE = 20  # words; a headline has fewer


def is_list_of_headlines(text: str) -> bool:
    """Return whether a text has nothing but short lines without a full stop, several of them the ages of others."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not 2 * AGES <= len(lines) <= 1_000 or any(len(line.split()) > LONG_LINE for line in lines):
        return False
    ages = sum(_AGE.fullmatch(line.strip()) is not None for line in lines)
    return ages >= AGES and not any(line.rstrip().endswith((".", ".”", '."')) for line in lines)


def address_beside(text: str) -> Stated | None:
    """Return the address that somebody set above the text, or on its last lines: site, often the day."""
    if found := _ADDRESS.match(text[:2000]):
        return Stated(found["url"], "address above the text")
    lines = [line for line in text[-3000:].splitlines() if line.strip()]
    below = [found for line in lines[-LAST:] if (found := _BELOW.fullmatch(line.strip()))]
    # Several are the story's notes.
    alone = len(below) == 1 and not any(_BELOW.fullmatch(line.strip()) for line in lines[:-LAST])
    return Stated(below[0]["url"].rstrip(").,>"), "address below the text") if alone else None


LAST = 3  # lines
# Not "Source:" or "Read more at": what is named there is a report or another story as often.
_BELOW = re.compile(
    r"(?:(?:url|link|address|permalink|(?:clipped|saved|copied) from)\s?:?\s*|printable version\b.{0,60}\s)?"
    r"[<(]?(?P<url>https?://[^\s<>\"]+)>?",
    re.IGNORECASE,
)
