"""Plain text, pasted or scraped: the whole text with all its dirt, for the cleaner. Front-matter may stand above it."""

from __future__ import annotations

import re

from generator.errors import Problem
from generator.read.address_beside import LONG_LINE, address_beside
from generator.read.databases import split_lines
from generator.read.encoding import decode
from generator.read.input_file import Contents, InputFile, Unreadable
from generator.records import Metadata, Removed

_PAGE = re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL)
_HEADER = re.compile(r"(?P<name>[A-Z][\w-]{1,40}):|[ \t]")
# Lines of a mail's head, or of a post in a news group, that only a program sets.
_BY_PROGRAMS = frozenset((
    "newsgroups", "message-id", "mime-version", "received", "return-path", "content-type", "references", "list-id",
))  # fmt: skip


def _is_mail(text: str) -> bool:
    head = text[:5000].lstrip().splitlines()
    head = head[: head.index("")] if "" in head else []
    found = [_HEADER.match(line) for line in head]
    names = {line["name"].lower() for line in found if line and line["name"]}
    return all(found) and {"from", "subject"} <= names and not names.isdisjoint(_BY_PROGRAMS)


def read(source: InputFile) -> Contents:
    """Return the one article of a text file; a web page or a mail that was saved as .txt is read as such."""
    decoded = decode(source.data)
    told: tuple[Problem, ...] = ()
    if _PAGE.match(decoded.text[:5000]):
        from generator.read import html

        return html.read(source)
    if _is_mail(decoded.text):
        from generator.read import email

        return email.read(source)
    if re.match(r"\s{0,20}(?:---|\+\+\+)[ \t]{0,20}\r?\n", decoded.text):
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
    text, removed = decoded.text, tuple[Removed, ...]()
    if _PASSED_ON.search(text[:PASSED_WITHIN]):
        from generator.read.email import without_forwarding

        text, removed = without_forwarding(text)
    given = Metadata(url=address_beside(text))
    return Contents((source.article(text, given=given, removed=removed),), problems)


# What mail programs set above a mail that is passed on, copied with it.
_PASSED_ON = re.compile(
    r"forwarded message|original message|weitergeleitete nachricht|message transféré|reenviado", re.I
)
PASSED_WITHIN = 2_000  # characters


_AGE = re.compile(
    r"\W*(?:(?:updated |posted |published )?(?:an?|\d{1,3}) ?(?:s|sec|min|minute|h|hr|hour|d|day|week|"
    r"month)s?\.? ago|yesterday)\W*",
    re.IGNORECASE,
)
AGES = 3  # headlines with their age below them: one may stand below an article's own


def is_list_of_headlines(text: str) -> bool:
    """Return whether a text has nothing but short lines without a full stop, several of them the ages of others."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not 2 * AGES <= len(lines) <= 1_000 or any(len(line.split()) > LONG_LINE for line in lines):
        return False
    ages = sum(_AGE.fullmatch(line.strip()) is not None for line in lines)
    return ages >= AGES and not any(line.rstrip().endswith((".", ".”", '."')) for line in lines)
