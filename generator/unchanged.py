"""What the last build was made of and what it left in `docs/`: where neither changed since, nothing is made again.

In: a project, and the files that stand in its `docs/`. Out: what the last build told, or None. Nothing is compared but
hashes of what a build reads, and size and time of what it wrote: whoever touches a page by hand gets a whole build.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.cache import keep, load
from generator.code import code
from generator.config import Settings
from generator.errors import Problem
from generator.files import clear_halves
from generator.overrides.entries import MAX_BYTES
from generator.publish.write import MANIFEST, PUBLISHED, read_manifest
from generator.read.folder import limit_of, reader_of, seeds_files
from generator.read.input_file import Unreadable
from generator.records import Finding

_AT_ONCE = 1_000_000  # bytes
NEVER = ""
"""The state of a folder that no build left as it is."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers that a build ends with."""

    articles: int = 0
    independent: int = 0
    """Texts that are no copy of another."""
    quotes: int = 0
    named: int = 0
    """Quotes whose speaker is known."""
    statements: int = 0
    events: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What a build tells besides what it writes."""

    counts: Counts
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    shares: dict[str, int]
    """Of each article, how many of a hundred words are published."""


@dataclass(frozen=True, slots=True)
class _Last:
    """What is kept of the last build into a folder."""

    inputs: str
    left: str
    """The state of `docs/` after it."""
    draft: bool
    """It added nothing to the list of permanent links, so it stands for no build that publishes."""
    told: Told


def inputs_of(settings: Settings, seeds: Path, docs: Path) -> str:
    """Return a hash of all that a build depends on but the list of permanent links, which stands in `docs/`."""
    about = (code(), *installed(), repr(settings), str(seeds.resolve()), str(docs.resolve()))
    taken = hashlib.sha256("\x1f".join(about).encode("utf-8", "surrogatepass"))
    for file, trouble in sorted(seeds_files(seeds), key=lambda entry: entry[0]):
        taken.update(f"{file!r} {trouble} {'' if trouble else _seed(seeds / file)}\n".encode("utf-8", "replace"))
    for name in ("overrides.yml", "overrides.yaml"):
        taken.update(_content(seeds / name, MAX_BYTES + 1).encode())  # a longer one is refused
    taken.update(_content(docs / PUBLISHED).encode())
    return taken.hexdigest()


def told_before(place: Path, inputs: str, docs: Path, draft: bool) -> Told | None:
    """Return what the build told whose record is at `place`; None where it was made of other things or for less."""
    last = load(place)
    if not isinstance(last, _Last) or last.inputs != inputs or (last.draft and not draft):
        return None
    return last.told if last.left == _state(docs) != NEVER else None


def remember(place: Path, inputs: str, docs: Path, draft: bool, told: Told) -> None:
    """Keep what a finished build told."""
    keep(place, _Last(inputs, _state(docs), draft, told))


def forget(place: Path) -> None:
    """Let the next build make everything, however this one ends."""
    clear_halves(place.parent)
    with suppress(OSError):
        place.unlink(missing_ok=True)


def place_of(cache: Path, docs: Path) -> Path:
    """Return where the last build into `docs` is kept."""
    return cache / "built" / hashlib.sha256(str(docs.resolve()).encode("utf-8", "surrogatepass")).hexdigest()


def _seed(path: Path) -> str:
    """Return a hash of what a build reads of a file: no film that lies among the seeds is gone through for nothing."""
    try:
        return _content(path, limit_of(reader_of(path.name)) + 1)  # the byte by which it is found to be too long
    except Unreadable:
        return "not opened"


def _content(path: Path, most: int = sys.maxsize) -> str:
    """Return a hash of the first `most` bytes of a file, or why there is none.

    What is no regular file is never opened: a pipe would wait.
    """
    try:
        if not path.is_file():
            return "none"
        taken, left = hashlib.sha256(), most
        with path.open("rb") as file:
            while part := file.read(min(left, _AT_ONCE)):
                taken.update(part)
                left -= len(part)
        return taken.hexdigest()
    except OSError as error:
        return f"{error.errno}"


def installed() -> list[str]:
    """Return every package that is installed, with its version: any may read a file or draw a page."""
    names: set[str] = set()
    for folder in sys.path:
        with suppress(OSError):
            names.update(name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info")))
    return sorted(names)


def _state(docs: Path) -> str:
    """Return a hash of size and time of every generated file; `NEVER` where one is missing."""
    taken = hashlib.sha256()
    try:
        for path in sorted({MANIFEST, *read_manifest(docs)}):
            found = os.stat(f"{docs}/{path}")
            taken.update(f"{path} {found.st_size} {found.st_mtime_ns}\n".encode("utf-8", "surrogatepass"))
    except OSError:
        return NEVER
    return taken.hexdigest()
