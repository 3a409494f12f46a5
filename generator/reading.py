"""Reading the seeds: what was read before is taken up, and of many pages and documents several processes read a share.

In: the folder, and what was kept. Out: what stands in each file, the same whoever read it and when. Plain text is read
as fast as it is taken up or sent about, so it is neither.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Problem
from generator.ids import WHOLE_LENGTH, digest_of
from generator.read import read_folder
from generator.read.folder import bytes_of, limit_of, read_source, reader_of, seeds_files
from generator.read.input_file import Contents, InputFile, Unreadable
from generator.read.own_ids import NOTHING, Published
from generator.records import RawArticle
from generator.shelf import Shelf
from generator.workers import ALONE, Workers

MANY = 40  # files: below, a process takes longer to start than it saves (100 ms a saved page, 2 s a process)


@dataclass(frozen=True, slots=True)
class _File:
    """A file that one process asks another one to read."""

    path: Path
    name: str
    where: str
    reader: str

    def source(self) -> InputFile:
        return InputFile(self.name, bytes_of(self.path, limit_of(self.reader)), self.where)


def read_all(
    seeds: Path, published: Published = NOTHING, kept: Shelf | None = None, workers: Workers = ALONE
) -> tuple[list[RawArticle], list[Problem]]:
    """Return the articles of the seeds and what could not be used. `kept`: what was read before."""
    shelf = kept or Shelf()
    ahead = _read_ahead(seeds, shelf, workers)

    def read(source: InputFile, reader: str) -> Contents:
        if reader == "text":
            return read_source(source, reader)
        key = _key(source, reader)
        return shelf.value(key, lambda: ahead[key] if key in ahead else read_source(source, reader))

    return read_folder(seeds, published, read)


def _read_ahead(seeds: Path, kept: Shelf, workers: Workers) -> Mapping[str, Contents]:
    """Return what other processes have read, where there is enough for them to do; a cluster has no such files."""
    if workers.jobs == 1 or workers.cluster is not None or not seeds.is_dir():
        return {}
    waiting: dict[str, _File] = {}
    for name, trouble in sorted(seeds_files(seeds), key=lambda entry: entry[0]):
        if not trouble and (file := _document(seeds, name)) is not None:
            key, where_read = file
            if not kept.has(key):
                waiting[key] = where_read
    if len(waiting) < MANY:
        return {}
    found = zip(waiting, workers.each(_contents, list(waiting.values())), strict=True)
    return {key: contents for key, contents in found if contents is not None}


def _document(seeds: Path, name: str) -> tuple[str, _File] | None:
    """Return the key of a page or document, and what has to be read; None for plain text and what cannot be used."""
    try:
        reader = reader_of(name)
        file = _File(seeds / name, name, f"{seeds.name or 'seeds'}/{name}", reader)
        return None if reader == "text" else (_key(file.source(), reader), file)
    except Unreadable:  # told when it is its turn
        return None


def _contents(file: _File) -> Contents | None:
    """Return what stands in a file; None where that fails, so that whoever wants it finds out why."""
    try:
        return read_source(file.source(), file.reader)
    except Exception:
        return None


def _key(source: InputFile, reader: str) -> str:
    return digest_of(reader, source.file, source.where, source.sha256, length=WHOLE_LENGTH)
