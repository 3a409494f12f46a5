"""Zip archives (.zip) of a database's or a reading list's files: each file in it read by its own reader."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

from generator.errors import Problem, shown
from generator.ids import digest_of, url_safe
from generator.read import reading_list
from generator.read.folder import limit_of, read_source, reader_of
from generator.read.input_file import (
    MAX_ARCHIVE_BYTES,
    MAX_BYTES,
    Contents,
    Effort,
    InputFile,
    Unreadable,
    foreign,
    refuse_more,
)
from generator.read.zipped import FREE_TEXT, MOST_TIMES_TEXT, open_zip
from generator.records import RawArticle

MAX_UNPACKED = 2 * MAX_ARCHIVE_BYTES
EFFORT = 200_000  # marks of XML, some four seconds: what the files of a small archive may cost that unpack themselves
EFFORT_OF_BYTE = 4  # more for each byte of the archive: a page of a PDF costs eight thousand and has three kilobytes
_PASSED_OVER = re.compile(r"(?:.*/)?(?:[._][^/]*|readme[^/]*|thumbs\.db|desktop\.ini)|__MACOSX/.*", re.IGNORECASE)


def read(source: InputFile) -> Contents:
    """Return the articles of every file in the archive. A bad one costs one line."""
    articles: list[RawArticle] = []
    problems: list[Problem] = []
    effort = Effort(EFFORT + EFFORT_OF_BYTE * len(source.data))
    with open_zip(source.data, MAX_UNPACKED, "zip archive", FREE_TEXT, MOST_TIMES_TEXT) as archive:
        names = [
            name for name in sorted(archive.namelist()) if not name.endswith("/") and not _PASSED_OVER.fullmatch(name)
        ]
        listed = reading_list.lists_among(names)
        apart = {*listed, *reading_list.parts_beside(listed, names)}
        names = [name for name in names if name not in apart]
        for found in (
            *_reading_list(archive, listed, source),
            *(_member(archive, name, source, effort) for name in names),
        ):
            articles += found.articles
            problems += found.problems
    refuse_more(len(articles))
    if not articles and not problems:
        raise Unreadable("holds no file that can be read", "Unpack it here")
    several = len(articles) > 1
    return Contents(
        tuple(_numbered(raw, source, number, several) for number, raw in enumerate(articles, 1)), tuple(problems)
    )


def _member(archive: zipfile.ZipFile, name: str, source: InputFile, effort: Effort) -> Contents:
    """Return what one file of the archive holds."""
    where = f"{source.where}/{shown(name)}"
    try:
        reader = reader_of(name)
        if reader == "archive":
            raise Unreadable("is an archive within an archive", "Unpack it here")
        inner = InputFile(name.rpartition("/")[2], _bytes(archive, name, limit_of(reader)), where, effort)
        found = read_source(inner, reader)
    except Unreadable as error:
        return Contents((), (Problem(where, error.what, error.next_step),))
    stem = url_safe(inner.stem) or digest_of(name)
    named = (
        replace(raw, wanted_id=raw.wanted_id or f"{stem}{raw.file[len(inner.file) :].replace('#', '-')}")
        for raw in found.articles
    )
    return Contents(tuple(named), found.problems)


def _bytes(archive: zipfile.ZipFile, name: str, limit: int = MAX_BYTES) -> bytes:
    """Return a file of the archive. Raises `Unreadable`, before it is unpacked, when it has more than `limit` bytes."""
    if archive.getinfo(name).file_size > limit:  # no member gives more than it states
        raise Unreadable(f"is larger than {limit // 1_000_000} MB, the limit", "Split it")
    with foreign("is broken inside", "Save or export it again"):
        return archive.read(name)


def _numbered(raw: RawArticle, source: InputFile, number: int, several: bool) -> RawArticle:
    """Return an article under the archive's name: the files in it have no place of their own among the seeds."""
    return replace(raw, file=f"{source.file}#{number}" if several else source.file)


# ---- a reading list's export -----------------------------------------------------------------------------------------


def _reading_list(archive: zipfile.ZipFile, listed: list[str], source: InputFile) -> Iterator[Contents]:
    """Yield the articles of an export of Omnivore: what its lists know of each, and the page's text beside them."""
    there = set(archive.namelist())
    for page in reading_list.pages_of(
        listed, lambda name: f"{source.where}/{name}", lambda name: _bytes(archive, name)
    ):
        if isinstance(page, Problem):
            yield Contents((), (page,))
            continue
        try:
            yield page.contents(_bytes(archive, page.text) if page.text in there else None)
        except Unreadable as error:
            yield Contents((), (page.of.problem(error.what, error.next_step, f"#{page.number}"),))
