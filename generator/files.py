"""Files are written whole or not at all: what reads them, or a kill, sees the old bytes or the new ones."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

HALF = ".writing-"
"""How the name of a file begins that is being written; a kill leaves it behind."""


def write_whole(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a file beside its place and rename it, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=HALF)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, mode)  # temporary files are the owner's alone; pages are for a web server too
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet. Raises `FileExistsError` for one that is, and leaves it alone.

    The empty file that claims the name also shows which rights the user gives to new files.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as claimed:
        mode = stat.S_IMODE(os.fstat(claimed.fileno()).st_mode)
    try:
        write_whole(path, data, mode)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
