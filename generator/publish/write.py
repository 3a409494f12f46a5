"""Write generated files below `docs/`: only those whose bytes differ, each whole or not at all, none written by hand.

A manifest names the generated files. It is widened before the first file is written and narrowed after the last stale
one is gone, so a build that was killed at any point is healed by the next.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import DigestError, Problem
from generator.files import HALF, write_whole

MANIFEST = "data/manifest.json"


@dataclass(frozen=True, slots=True)
class Changes:
    """What a build changed below `docs/`."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def write_docs(docs: Path, files: Mapping[str, bytes]) -> Changes:
    """Make the generated files below `docs` exactly `files`, and leave every other file alone.

    Raises `DigestError` when the manifest cannot be read: without it, hand-written files cannot be told from generated
    ones.
    """
    before = read_manifest(docs)
    places = _places(docs, files)
    changed = [path for path, data in sorted(files.items()) if _differs(places[path], data)]
    by_hand = [path for path in changed if path not in before and places[path].exists()]
    ours = files.keys() - {*by_hand}
    _clear_halves(docs, before | ours)
    _write_manifest(docs, before | ours)
    written = tuple(path for path in changed if path in ours)
    for path in written:
        write_whole(places[path], files[path])
    removed = tuple(path for path in sorted(before - ours) if _remove(docs, path))
    _write_manifest(docs, ours)
    return Changes(written, removed, tuple(_kept(docs, path) for path in by_hand))


def read_manifest(docs: Path) -> frozenset[str]:
    """Return the paths of the files that earlier builds wrote."""
    path = docs / MANIFEST
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))["files"]
        if not all(isinstance(name, str) for name in listed):
            raise ValueError
    except FileNotFoundError:
        return frozenset()
    except (ValueError, KeyError, TypeError, OSError):
        step = "Restore it from version control, or delete it together with the generated pages"
        problem = Problem(path.as_posix(), "the list of generated files cannot be read", step, fatal=True)
        raise DigestError(problem) from None
    return frozenset(listed)


def inside(docs: Path, path: str) -> Path:
    """Return the place of a generated file. Raises `ValueError` for a path that leads out of `docs`."""
    if not _is_plain(path):
        raise ValueError(f"{path!r} is no path below docs/")
    place = docs.joinpath(*path.split("/"))
    if not place.parent.resolve().is_relative_to(docs.resolve()):
        raise ValueError(f"{path!r} leads out of docs/ by a symbolic link")
    return place


def _places(docs: Path, paths: Iterable[str]) -> dict[str, Path]:
    """Return the place of each path; each folder is looked at once, since that asks the file system."""
    safe: set[str] = set()
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
    except FileNotFoundError:
        return True


def _clear_halves(docs: Path, paths: Iterable[str]) -> None:
    """Remove what a build that was killed left half written."""
    for folder in sorted({path.rpartition("/")[0] for path in paths} | {MANIFEST.rpartition("/")[0]}):
        for half in sorted((docs / folder).glob(f"{HALF}*")):
            half.unlink(missing_ok=True)


def _remove(docs: Path, path: str) -> bool:
    try:
        place = inside(docs, path)
        place.unlink()
    except (ValueError, OSError):
        return False
    for folder in place.parents:
        if folder == docs or any(folder.iterdir()):
            break
        folder.rmdir()
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
