"""One build at a time in a folder: a second one says that it waits, and does."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.errors import DigestError, Problem

PATIENCE = 600.0  # seconds; a thousand articles take a fraction of that
STEP = 0.1
_held: dict[Path, tuple[int, int]] = {}
"""The folders that this process works in, each with its handle and how often it is held."""
_made: set[Path] = set()
"""Those of them that were not there before: a build that writes nothing leaves no folder."""


def hold(folder: Path, say: Callable[[Problem], None], patience: float = PATIENCE) -> None:
    """Keep every other process from building into `folder` until `release`, or until this process ends, however.

    Raises `DigestError` when another one builds there for longer than one waits, or the folder cannot be used.
    """
    try:
        _hold(folder, say, patience)
    except OSError as error:
        what, step = (
            f"cannot be used ({error.strerror or type(error).__name__})",
            "Mend its rights, or name another folder",
        )
        raise DigestError(Problem(str(folder), what, step, fatal=True)) from None


def _hold(folder: Path, say: Callable[[Problem], None], patience: float) -> None:
    made = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    if made:
        _made.add(folder.resolve())
    place = folder.resolve()
    if place in _held:
        handle, times = _held[place]
        _held[place] = handle, times + 1
        return
    handle = _handle(place)
    began, told = time.monotonic(), False
    while not _locked(handle):
        if time.monotonic() - began > patience:
            os.close(handle)
            what = "another build is at work here and does not end"
            raise DigestError(Problem(str(folder), what, "Stop it, or wait and build again", fatal=True))
        if not told:
            say(Problem(str(folder), "another build is at work here", "Waiting for it to end"))
            told = True
        time.sleep(STEP)
    _held[place] = handle, 1


def release(folder: Path) -> None:
    """Let others build into `folder` again. What is not held is left as it is."""
    place = folder.resolve()
    if place not in _held:
        return
    handle, times = _held.pop(place)
    if times > 1:
        _held[place] = handle, times - 1
    else:
        os.close(handle)
        if place in _made:
            _made.remove(place)
            with suppress(OSError):
                place.rmdir()  # works where it is empty


@contextmanager
def held(folder: Path, say: Callable[[Problem], None]) -> Iterator[None]:
    """Hold a folder for the time of a block."""
    hold(folder, say)
    try:
        yield
    finally:
        release(folder)


if sys.platform == "win32":
    import msvcrt

    def _handle(folder: Path) -> int:
        return os.open(folder / ".building", os.O_CREAT | os.O_RDWR)  # no folder can be locked there

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _handle(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)  # the folder itself: no file of ours is left in it

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system that knows no locks: better no lock than no digest
            return True
        return True
