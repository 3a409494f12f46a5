"""Write generated files below `docs/`: only those whose bytes differ, each whole or not at all, none written by hand.

A manifest names the generated files. It is widened before the first file is written and narrowed after the last stale
one is gone, so a build that was killed at any point is healed by the next.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from generator.errors import DigestError, Problem
from generator.files import HALF, clear_halves, write_whole

MANIFEST = "data/manifest.json"
PUBLISHED = "data/published.json"
"""The version that an editor called published, see `since`. No build writes it."""
LEDGER = "data/permalinks.json"
"""The list of permanent links. A manifest that names it says that there is one."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a build changed below `docs/`."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class _LeadsOut(DigestError, ValueError):
    """A path leads out of `docs/`."""


def write_docs(docs: Path, files: Mapping[str, bytes]) -> Changes:
    """Make the generated files below `docs` exactly `files`, and leave every other file alone.

    Raises `DigestError` when the manifest cannot be read, since without it hand-written files cannot be told from
    generated ones, and when a file cannot be written: what is there then is old or new, and the next build goes on.
    """
    before = read_manifest(docs)
    there = _standing(docs)
    places = _places(docs, files, there)
    fresh = sorted(files.keys() - there.files)
    blocked = {path: problem for path in fresh if (problem := _blocked(docs, path, places[path]))}
    changed = [path for path, data in sorted(files.items()) if path not in blocked and _differs(places[path], data)]
    by_hand = [path for path in changed if path not in {*before, LEDGER} and places[path].exists()]
    ours = files.keys() - {*by_hand, *blocked}
    with _told(docs):
        _clear_halves(docs, before | ours, there)
        _write_manifest(docs, before | ours if (docs / LEDGER).exists() else (before | ours) - {LEDGER})
    written = tuple(path for path in changed if path in ours)
    for path in written:
        with _told(places[path]):
            write_whole(places[path], files[path])
    gone = {path: _remove(docs, path) for path in sorted(before - ours)}
    stays = [path for path, done in gone.items() if done is False and path not in blocked]
    with _told(docs / MANIFEST):
        _write_manifest(docs, ours | {*stays})
    problems = (*blocked.values(), *(_kept(docs, path) for path in by_hand), *(_stays(docs, path) for path in stays))
    return Changes(written, tuple(path for path, done in gone.items() if done), problems)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what the file system refuses into one line."""
    try:
        yield
    except OSError as error:
        what = f"cannot be written ({error.strerror or type(error).__name__})"
        step = "Make room or mend the rights, then build again: what is missing is then written"
        raise DigestError(Problem(path.as_posix(), what, step, fatal=True)) from None


def _blocked(docs: Path, path: str, place: Path) -> Problem | None:
    """Return why a file cannot stand at its place: a folder is there, or a file in the place of a folder above it."""
    if place.is_dir():
        what, step = "is a folder where the digest has a file", "Move it elsewhere and build again"
        return Problem(place.as_posix(), what, step)
    above = place.parent
    while above != docs and not above.exists() and not above.is_symlink():
        above = above.parent
    if above.is_dir() or not above.exists():
        return None
    what, step = "is a file where the digest has a folder", "Move it elsewhere and build again"
    return Problem(above.as_posix(), what, step)


def read_manifest(docs: Path) -> frozenset[str]:
    """Return the paths of the files that earlier builds wrote."""
    path = docs / MANIFEST
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))["files"]
        if not isinstance(listed, list) or not all(isinstance(name, str) for name in listed):
            raise ValueError
        "".join(listed).encode()  # half of a pair of UTF-16 is a text for JSON, and no name of a file
    except FileNotFoundError:
        return frozenset()
    except (ValueError, KeyError, TypeError, OSError, RecursionError):
        step = "Restore it from version control, or delete it together with the generated pages"
        problem = Problem(path.as_posix(), "the list of generated files cannot be read", step, fatal=True)
        raise DigestError(problem) from None
    return frozenset(listed)


def inside(docs: Path, path: str) -> Path:
    """Return the place of a generated file. Raises `ValueError` for a path that leads out of `docs`."""
    if not _is_plain(path):
        raise _LeadsOut(Problem(path, "is no path below docs/", fatal=True))
    place = docs.joinpath(*path.split("/"))
    if not place.parent.resolve().is_relative_to(docs.resolve()):
        step = "Put a folder there instead"
        raise _LeadsOut(Problem(place.as_posix(), "leads out of docs/ by a symbolic link", step, fatal=True))
    return place


@dataclass(frozen=True, slots=True)
class _Standing:
    """The folders and files below `docs/` that are reached by no link, by their paths: what needs no second look."""

    folders: set[str]
    files: set[str]


def _standing(docs: Path) -> _Standing:
    """Look through `docs/` once: to ask for each of ten thousand files takes longer than to read them."""
    found = _Standing(set(), set())
    pending = [""]
    while pending:
        folder = pending.pop()
        with suppress(OSError), os.scandir(f"{docs}/{folder}") as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                if entry.is_dir(follow_symlinks=False):
                    pending.append(path)
                elif entry.is_file(follow_symlinks=False):
                    found.files.add(path)
            found.folders.add(folder)
    return found


def _places(docs: Path, paths: Iterable[str], there: _Standing) -> dict[str, Path]:
    """Return the place of each path; each folder is looked at once, since that asks the file system."""
    safe = there.folders - {""}  # `docs/` itself may stand behind a link
    places = {}
    for path in paths:
        folder = path.rpartition("/")[0]
        places[path] = docs.joinpath(*path.split("/")) if folder in safe and _is_plain(path) else inside(docs, path)
        safe.add(folder)
    return places


def _is_plain(path: str) -> bool:
    return "\\" not in path and ":" not in path and all(part not in ("", ".", "..") for part in path.split("/"))


def _differs(place: Path, data: bytes) -> bool:
    try:
        return place.read_bytes() != data
    except OSError:  # none there, or none that can be read: then it is written anew
        return True


def _clear_halves(docs: Path, paths: Iterable[str], there: _Standing) -> None:
    """Remove what a build that was killed left half written."""
    halves = {folder for folder, _, name in (path.rpartition("/") for path in there.files) if name.startswith(HALF)}
    for folder in sorted({path.rpartition("/")[0] for path in paths} | {MANIFEST.rpartition("/")[0]}):
        if folder in halves or folder not in there.folders:
            clear_halves(docs / folder)


def _remove(docs: Path, path: str) -> bool | None:
    """Remove a generated file and the folders that it leaves empty; return whether it is gone, None: it is not ours."""
    try:
        place = inside(docs, path)
        if place.is_dir() and not place.is_symlink():
            return None  # no file that a build wrote
        place.unlink(missing_ok=True)
    except ValueError:
        return None  # a manifest that was made elsewhere names it
    except NotADirectoryError:
        return True
    except OSError as error:
        return None if error.errno == errno.ENAMETOOLONG else False
    for folder in place.parents:
        try:
            if folder == docs or any(folder.iterdir()):
                break
            folder.rmdir()
        except FileNotFoundError:
            continue
        except OSError:
            break  # an empty folder shows nothing
    return True


def _write_manifest(docs: Path, paths: Iterable[str]) -> None:
    # One path a line, so that two branches which add articles merge.
    text = json.dumps({"version": 1, "files": sorted({*paths} - {MANIFEST})}, indent=0, ensure_ascii=False) + "\n"
    place = inside(docs, MANIFEST)
    if _differs(place, text.encode()):
        write_whole(place, text.encode())


def _kept(docs: Path, path: str) -> Problem:
    what = "is written by hand and stands where the digest has a page"
    return Problem((docs / path).as_posix(), what, "It was left as it is; delete it to have the generated page")


def _stays(docs: Path, path: str) -> Problem:
    what = "is no page of the digest any more and could not be removed"
    return Problem((docs / path).as_posix(), what, "Remove it, or mend the rights of its folder and build again")
