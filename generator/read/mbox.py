"""Mailboxes (.mbox), as mail programs and newsletter archives export them: one article a mail, read as `.eml` is."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.errors import Problem
from generator.ids import digest_of, url_safe
from generator.read import email
from generator.read.input_file import Contents, InputFile, Unreadable, refuse_more
from generator.records import RawArticle

# The line that begins each mail; the same word at the head of a line of text is written ">From ".
_BEGINS = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From [^\r\n]{0,200}\d{4}[^\r\n]{0,30}\r?\n")
_ESCAPED = re.compile(rb"^>(>{0,5}From )", re.MULTILINE)
_MESSAGE_ID = re.compile(rb"^message-id:\s{0,20}(\S{1,500})", re.IGNORECASE | re.MULTILINE)


def read(source: InputFile) -> Contents:
    """Return the articles of the mails that hold text. A bad one costs one line."""
    marks = list(_BEGINS.finditer(source.data))
    if not marks:
        raise Unreadable("holds no line that begins a mail", "Export the mails again, or save each as .eml")
    refuse_more(len(marks), "mails")
    articles: list[RawArticle] = []
    problems: list[Problem] = []
    ends = [*(mark.start() for mark in marks[1:]), len(source.data)]
    for number, (mark, end) in enumerate(zip(marks, ends, strict=True), start=1):
        data = _ESCAPED.sub(rb"\1", source.data[mark.end() : end])
        where = f"{source.where}#{number}"
        try:
            found = email.read(InputFile(source.file, data, where))
        except Unreadable as error:
            problems.append(Problem(where, error.what, error.next_step))
            continue
        problems += found.problems
        articles += (_placed(raw, source, data, number if len(marks) > 1 else None) for raw in found.articles)
    return Contents(tuple(articles), tuple(problems))


def _placed(raw: RawArticle, source: InputFile, data: bytes, number: int | None) -> RawArticle:
    """Return an article under the mailbox's name, with an id of the mail itself: others come to stand above it."""
    if number is None:
        return raw
    found = _MESSAGE_ID.search(data)
    own = digest_of(found[1].decode("ascii", "replace") if found else raw.text)
    return replace(raw, file=f"{source.file}#{number}", wanted_id=f"{url_safe(source.stem) or 'mail'}-{own}")
