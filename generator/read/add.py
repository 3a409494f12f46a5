"""Brings articles into the seeds folder: each becomes a Markdown file with front-matter and a telling name.

A body that its format marks as such is written as Markdown. Pasted text is written as it is, under the key
`form: scrape`, so that every later build cleans it anew and shows what it took out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.clean import clean
from generator.clean.metadata import WEAK
from generator.errors import Problem
from generator.files import write_new
from generator.ids import slug
from generator.read.encoding import decode
from generator.read.fetch import Fetched, fetch
from generator.read.folder import bytes_of, limit_of, read_source, reader_of, seeds_files
from generator.read.front_matter import joined, split
from generator.read.html import declared_charset, read_page
from generator.read.input_file import MAX_ARCHIVE_BYTES, Contents, InputFile, Unreadable
from generator.read.markdown_text import as_markdown
from generator.read.tidy import tidied
from generator.records import Metadata, RawArticle, Stated

_STATED = ("title", "outlet", "origin", "byline", "dateline", "published", "url", "archived", "language")
TITLE_WORDS = 5  # of a file's name, besides the day and the outlet


@dataclass(frozen=True, slots=True)
class Added:
    """One article that was brought in, or that was there already."""

    given: str
    """The file or address as it was named."""
    file: str
    """Path below the seeds folder."""
    new: bool
    """False: an article made of the same bytes was there already, and nothing was written."""


def add(
    given: Sequence[str], seeds: Path, fetch_page: Callable[[str], Fetched] = fetch
) -> tuple[list[Added], list[Problem]]:
    """Bring files and web addresses into `seeds`, in their order; return what was added and what could not be.

    Nothing is ever overwritten. The network is used for addresses only.
    """
    there = _present(seeds)
    added: list[Added] = []
    problems: list[Problem] = []
    for name in given:
        try:
            source, contents = _read(name, fetch_page)
        except Unreadable as error:
            problems.append(Problem(name, error.what, error.next_step))
            continue
        problems += contents.problems
        for raw in contents.articles:
            key = raw.sha256 + raw.file[len(source.file) :]
            is_new = key not in there
            if is_new:
                try:
                    there[key] = _write(raw, key, seeds)
                except OSError as error:
                    what = f"cannot be written into {seeds} ({error.strerror or type(error).__name__})"
                    problems.append(Problem(name, what, "Make room or mend the rights, then add it again"))
                    continue
            added.append(Added(name, there[key], is_new))
    return added, problems


def _present(seeds: Path) -> dict[str, str]:
    """Return the hashes of the folder's files, and those of what was brought in before, each to its path."""
    there: dict[str, str] = {}
    if not seeds.is_dir():
        return there
    for file, trouble in sorted(seeds_files(seeds), key=lambda entry: entry[0]):
        if trouble:
            continue
        try:
            data = bytes_of(seeds / file, MAX_ARCHIVE_BYTES)
        except Unreadable:
            continue
        source = InputFile(file, data, file)
        there.setdefault(source.sha256, file)
        if file.endswith(".md"):
            known = split(data.decode("utf-8", "replace"), source).values.get("sha256")
            if isinstance(known, str):
                there.setdefault(known, file)
    return there


def _read(name: str, fetch_page: Callable[[str], Fetched]) -> tuple[InputFile, Contents]:
    if re.match(r"https?://", name, re.IGNORECASE):
        return _read_address(name, fetch_page)
    if "://" in name:
        raise Unreadable("is no web address", "Name a file, or an address with https://")
    path = Path(name)
    if path.is_dir():
        raise Unreadable("is a folder", "Name its files, or copy it into the seeds folder")
    reader = reader_of(path.name)
    source = InputFile(path.name, bytes_of(path.resolve(), limit_of(reader)), name)
    return source, read_source(source, reader)


def _read_address(address: str, fetch_page: Callable[[str], Fetched]) -> tuple[InputFile, Contents]:
    fetched = fetch_page(address)
    file = f"{slug(address.rstrip('/').rpartition('/')[2]) or 'page'}{fetched.extension}"
    source = InputFile(file, fetched.data, address)
    if fetched.extension != ".html":
        return source, read_source(source, reader_of(file))
    decoded = decode(fetched.data, fetched.charset or declared_charset(fetched.data))
    article, complaint = read_page(source, decoded.text, fetched.address)
    notes = [source.problem(note, "Compare it with the original") for note in decoded.notes]
    return source, Contents((tidied(article),), (*notes, *([complaint] if complaint else [])))


def _write(raw: RawArticle, key: str, seeds: Path) -> str:
    """Write one article under a name that is still free; return its path below the folder."""
    found = clean(raw).metadata
    text = _file(raw, key)
    stem = _stem(raw, found)
    number = 1
    while True:
        file = f"{stem}.md" if number == 1 else f"{stem}-{number}.md"
        try:
            write_new(seeds / file, text.encode())
        except FileExistsError:
            number += 1
        else:
            return file


def _stem(raw: RawArticle, found: Metadata) -> str:
    """Return a telling name: "2023-06-19-reuters-okoro-opens-bridge-in-lokoja"."""
    day = found.published.value if found.published else ""
    outlet = slug(found.outlet.value.partition(".")[0], 3) if found.outlet else ""
    title = slug(found.title.value if found.title else " ".join(raw.text.split()[:12]), TITLE_WORDS)
    return "-".join(part for part in (day, outlet, title) if part) or f"article-{raw.sha256[:8]}"


def _file(raw: RawArticle, key: str) -> str:
    """Return the file's text: what the format states, each with its evidence, and the body.

    What is only known from the address or the file's name is left to be read from there again.
    """
    values: dict[str, str | list[str]] = {}
    evidence: dict[str, str] = {}
    for name in _STATED:
        stated: Stated | None = getattr(raw.given, name)
        if stated and not stated.how.startswith(WEAK):
            values[name], evidence[name] = stated.value, stated.how
    if raw.tags:
        values["tags"] = list(raw.tags)
    if raw.wanted_id:
        values["id"] = raw.wanted_id
    if raw.form == "scrape":
        values["form"], evidence["form"] = "scrape", "pasted text, cleaned with every build"
    values["sha256"] = key
    return joined(values, evidence, _body(raw) if raw.form == "paragraphs" else raw.text.strip("\n"))


def _body(raw: RawArticle) -> str:
    return as_markdown([part for part in re.split(r"\n[^\S\n]*\n\s*", raw.text) if part.strip()])
