"""Files are written whole or not at all: what reads them, or a kill, sees the old bytes or the new ones."""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
from contextlib import suppress
from functools import partial
from pathlib import Path

HALF = ".writing-"
"""How the name of a file begins that is being written; a kill leaves it behind."""
_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


def write_whole(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a file beside its place and rename it, with the folders above it."""
    beside = partial(tempfile.mkstemp, dir=path.parent, prefix=HALF)
    try:
        handle, name = beside()
    except FileNotFoundError:  # the folder: thousands of files share theirs, so it is not asked for first
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = beside()
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, mode)  # temporary files are the owner's alone; pages are for a web server too
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):  # what went wrong is told, not that it could not be tidied up
            os.unlink(name)
        raise


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet. Raises `FileExistsError` for one that is, and leaves it alone.

    It is written whole beside its place first, with the rights that the user gives to new files; then the name is
    claimed, so that no full disk leaves an empty file behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{HALF}{os.getpid()}")
    claimed = False
    try:
        with half.open("xb") as file:
            file.write(data)
        with path.open("xb"):
            claimed = True
        os.replace(half, path)
    except BaseException:
        for left in (half, path) if claimed else (half,):
            with suppress(OSError):
                left.unlink(missing_ok=True)
        raise


def clear_halves(folder: Path) -> None:
    """Remove what somebody who was killed left half written in a folder."""
    with suppress(OSError):
        for half in sorted(folder.glob(f"{HALF}*")):
            half.unlink(missing_ok=True)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, so that neither place is ever empty; false where that cannot be."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):  # a C library older than 2018
        return False
    sys.audit("os.rename", str(one), str(other), -1, -1)
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
