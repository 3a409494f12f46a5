"""From the seeds folder to its articles: which files are read, by which reader, and which id an article wants."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import cast

from generator.clean.outlets import outlet_of_site
from generator.errors import Problem, shown
from generator.ids import path_of
from generator.quarantine import failed_on
from generator.read.days import day_in_address, day_in_name
from generator.read.input_file import MAX_ARCHIVE_BYTES, MAX_BYTES, MAX_CHARACTERS, Contents, InputFile, Unreadable
from generator.read.own_ids import NOTHING, Published, told, with_own_ids
from generator.read.page_metadata import site_of
from generator.read.reading_list import KeptPage, lists_among, pages_of, parts_beside
from generator.read.tidy import tidied
from generator.records import RawArticle, Stated

READERS = {
    ".txt": "text", ".text": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".md": "markdown", ".markdown": "markdown",
    ".json": "structured", ".jsonl": "structured", ".ndjson": "structured", ".csv": "structured", ".tsv": "structured",
    ".eml": "email", ".mhtml": "email", ".mht": "email", ".mbox": "mbox",
    ".enex": "evernote", ".webarchive": "webarchive", ".srt": "transcript", ".vtt": "transcript", ".zip": "archive",
    ".rtf": "rtf", ".pdf": "pdf", ".docx": "docx", ".odt": "odt", ".fodt": "odt",
    ".warc": "warc", ".warc.gz": "warc", ".wacz": "warc",
    ".xml": "feed", ".rss": "feed", ".atom": "feed",
}  # fmt: skip
_ARCHIVES = {"pdf", "docx", "odt", "warc", "archive", "rtf", "mbox"}
_PASSED_OVER = re.compile(r"(?:overrides\.ya?ml|readme(?:\.\w+)?|licen[cs]e(?:\.\w+)?|thumbs\.db|desktop\.ini)", re.I)
# What browsers put beside a page that is saved "complete".
_COMPANION = re.compile(r"(.+?)(?:_files|-Dateien|_fichiers|_archivos|_bestanden)")
_LISTS = "Export the articles' text too; a list of references holds none"
_ADVICE = {
    ".ris": _LISTS, ".bib": _LISTS, ".enw": _LISTS, ".nbib": _LISTS,
    ".rdf": "Export it as CSL JSON, with the saved pages",
    ".xls": "Export it as CSV", ".xlsx": "Export it as CSV", ".pages": "Export it as .docx",
    ".mobi": "Save its text as .txt",
    ".doc": "Save it as .docx", ".ott": "Save it as .odt",
    ".epub": "Save its text as .txt", ".gz": "Unpack it here", ".7z": "Unpack it here",
    ".url": "Save the page that it leads to", ".webloc": "Save the page that it leads to",
}  # fmt: skip
MAX_PROBLEMS = 50  # of one file: a wrong export has the same fault in every line
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC"))
_LINK = ("is a symbolic link, which is not followed", "Put a copy of the file here instead")


ReadSource = Callable[[InputFile, str], Contents]


def read_folder(
    seeds: Path, published: Published = NOTHING, read: ReadSource | None = None
) -> tuple[list[RawArticle], list[Problem]]:
    """Return the articles of every readable file below `seeds`, sorted by path, and what could not be used.

    Symbolic links are not followed; names that begin with "." or "_", `overrides.yml` and read-me files are passed
    over. A bad file costs one line and nothing else. `published`: which ids stand for which files already. `read`: what
    reads a file in the place of `read_source`, with the same result.
    """
    top = seeds.name or "seeds"
    if not seeds.is_dir():
        return [], [Problem(top, "there is no such folder", "Make it and put the articles into it", fatal=True)]
    articles: list[RawArticle] = []
    problems: list[Problem] = []
    files = sorted(seeds_files(seeds), key=lambda entry: entry[0])
    listed = _kept_pages(seeds, top, [file for file, trouble in files if not trouble])
    problems += listed.problems
    for file, trouble in files:
        if trouble:
            problems.append(Problem(shown(f"{top}/{file}"), *trouble))
            continue
        if file in listed.done:
            continue
        if (page := listed.pages.get(file)) is not None:
            found, wrong = _read_with(partial(_kept, page), seeds / file, file, shown(f"{top}/{file}"), "html")
        else:
            found, wrong = read_file(seeds / file, file, f"{top}/{file}", read)
        articles += found
        problems += wrong
    articles, gave_way = with_own_ids(articles, published)
    told_of = Counter[str]()
    for raw, wanted in gave_way:
        told_of[file := path_of(raw.file)] += 1
        if told_of[file] <= MAX_PROBLEMS:
            problems.append(told(raw, wanted, published, shown(f"{top}/{raw.file}")))
    for file, count in told_of.items():
        if count > MAX_PROBLEMS:
            what = f"{count - MAX_PROBLEMS:,} more of its articles have an id that another one has"
            problems.append(Problem(shown(f"{top}/{file}"), what, "Delete those that it holds twice"))
    return articles, problems


@dataclass(frozen=True, slots=True)
class _KeptPages:
    """What the lists of a reading list's export, unpacked into the seeds, know of the files beside them."""

    pages: Mapping[str, KeptPage]
    """By the file that holds the page's text."""
    done: frozenset[str]
    """Files that are no articles: the lists themselves, and notes."""
    problems: tuple[Problem, ...] = ()


def _kept_pages(seeds: Path, top: str, files: list[str]) -> _KeptPages:
    lists = lists_among(files)
    there = parts_beside(lists, files)
    if not there:
        return _KeptPages({}, frozenset())
    pages: dict[str, KeptPage] = {}
    problems: list[Problem] = []
    for page in pages_of(lists, lambda name: shown(f"{top}/{name}"), lambda name: bytes_of(seeds / name, MAX_BYTES)):
        if isinstance(page, Problem):
            problems.append(page)
        elif page.text in there:
            pages[page.text] = page
        else:
            problems += page.contents(None).problems
    notes = (name for name in there if name.rpartition("/")[0].endswith("highlights"))
    return _KeptPages(pages, frozenset((*lists, *notes)), tuple(problems))


def _kept(page: KeptPage, source: InputFile) -> Contents:
    return _checked(page.contents(source.data, own_file=True), source)


def read_file(
    path: Path, name: str, where: str = "", read: ReadSource | None = None
) -> tuple[list[RawArticle], list[Problem]]:
    """Return the articles of one file and what is wrong with it. Never raises for what the file holds.

    `name` is its path below the seeds folder, by which its articles are known; `where` names it in messages.
    """
    where = shown(where or name)
    try:
        reader = reader_of(name)
    except Unreadable as error:
        return [], [Problem(where, error.what, error.next_step)]
    return _read_with(lambda source: (read or read_source)(source, reader), path, name, where, reader)


def _read_with(
    read: Callable[[InputFile], Contents], path: Path, name: str, where: str, reader: str
) -> tuple[list[RawArticle], list[Problem]]:
    """Return what `read` makes of a file and what is wrong with it. Never raises for what the file holds."""
    try:
        contents = read(InputFile(name, bytes_of(path, limit_of(reader)), where))
    except Unreadable as error:
        return [], [Problem(where, error.what, error.next_step)]
    except Exception as error:  # a mistake of ours costs the file that shows it
        return [], [failed_on(where, error)]
    return list(contents.articles), list(contents.problems)


def read_source(source: InputFile, reader: str) -> Contents:
    """Return what the reader of that name makes of a file, each article checked and completed. Raises `Unreadable`."""
    try:
        contents = cast(Contents, import_module(f"generator.read.{reader}").read(source))
    except RecursionError:
        raise Unreadable("is nested too deep to be read", "Save its text as .txt") from None
    except MemoryError:
        raise Unreadable("is too large to be read", "Split it") from None
    return _checked(contents, source)


def _checked(contents: Contents, source: InputFile) -> Contents:
    """Return what was read of a file, each article checked and completed."""
    articles, problems = [], list(contents.problems)
    for raw in contents.articles:
        fault = _fault(raw, source)
        if fault:
            problems.append(fault)
        else:
            articles.append(_completed(tidied(raw)))
    if not articles and not problems:
        raise Unreadable("holds no article", "Take it out of the folder")
    if len(problems) > MAX_PROBLEMS:
        more = source.problem(f"{len(problems) - MAX_PROBLEMS:,} more lines like these", "Mend these first")
        problems[MAX_PROBLEMS:] = [more]
    return Contents(tuple(articles), tuple(problems))


def reader_of(name: str) -> str:
    """Return the reader of a file by its extension. Raises `Unreadable` for an extension that is not known."""
    lower = name.rpartition("/")[2].lower()
    for extension in sorted(READERS, key=len, reverse=True):
        if lower.endswith(extension):
            return READERS[extension]
    extension = os.path.splitext(lower)[1]
    what = f"has the unknown extension {shown(extension)}" if extension else "has no extension"
    known = ", ".join(READERS)
    raise Unreadable(what, f"{_ADVICE.get(extension, 'Take it out, or save it as one of these')} (known: {known})")


def limit_of(reader: str) -> int:
    """Return how many bytes a file of this reader may have."""
    return MAX_ARCHIVE_BYTES if reader in _ARCHIVES else MAX_BYTES


def bytes_of(path: Path, limit: int) -> bytes:
    """Return the bytes of a regular file. Links are not followed and pipes not waited for."""
    try:
        handle = os.open(path, _FLAGS)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise Unreadable(*_LINK) from None
        raise Unreadable(f"cannot be opened ({error.strerror})", "Check its permissions") from None
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Unreadable("is not a regular file", "Take it out of the folder")
        try:
            data = file.read(limit + 1)
        except OSError as error:
            raise Unreadable(f"cannot be read ({error.strerror})", "Check the disk") from None
    if len(data) > limit:
        raise Unreadable(f"is larger than {limit // 1_000_000} MB, the limit", "Split it, or save only the articles")
    if not data:
        raise Unreadable("is empty", "Put the article's text into it, or delete it")
    return data


def seeds_files(seeds: Path) -> Iterator[tuple[str, tuple[str, str] | None]]:
    """Yield the path of every entry below `seeds` that is to be read, or that cannot be and why."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(seeds / folder) as entries:
                found = list(entries)
        except OSError as error:
            yield folder.rstrip("/"), (f"is a folder that cannot be opened ({error.strerror})", "Check its permissions")
            continue
        names = {entry.name for entry in found}
        for entry in found:
            file = folder + entry.name
            if entry.name.startswith((".", "_")) or _PASSED_OVER.fullmatch(entry.name):
                continue
            if entry.is_symlink():
                yield file, _LINK
            elif entry.is_dir(follow_symlinks=False):
                if not _is_companion(entry.name, names):
                    waiting.append(file + "/")
            else:
                yield file, _trouble(file, entry)


def _trouble(file: str, entry: os.DirEntry[str]) -> tuple[str, str] | None:
    if not entry.is_file(follow_symlinks=False):
        return "is a pipe, socket or device, not a file", "Take it out of the folder"
    if not file.isprintable():
        return "has a name with characters that cannot be shown", "Give it a plain name"
    return None


def _is_companion(folder: str, names: set[str]) -> bool:
    """Return whether a folder holds the pictures and scripts of a page that was saved beside it."""
    found = _COMPANION.fullmatch(folder)
    return found is not None and any(f"{found.group(1)}{end}" in names for end in (".html", ".htm", ".xhtml"))


def _fault(raw: RawArticle, source: InputFile) -> Problem | None:
    at = raw.file[len(source.file) :]
    if not raw.text.strip():
        return source.problem("holds no text", "Put the article's text into it, or delete it", at)
    if len(raw.text) > MAX_CHARACTERS:
        long = f"is {len(raw.text):,} characters long; an article may have {MAX_CHARACTERS:,}"
        return source.problem(long, "Split it into its articles", at)
    return None


def _completed(raw: RawArticle) -> RawArticle:
    """Return the article with what its address and file name tell, where nothing better is stated."""
    given = raw.given
    if given.published is None and given.url and (day := day_in_address(given.url.value)):
        given = replace(given, published=Stated(day, "address"))
    if given.published is None and (day := day_in_name(raw.file.rpartition("/")[2])):
        given = replace(given, published=Stated(day, "file name"))
    if given.outlet is None and given.url and (site := site_of(given.url.value)):
        given = replace(given, outlet=Stated(outlet_of_site(site) or site, "address"))
    return replace(raw, given=given)
