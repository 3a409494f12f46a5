"""A hash of the generator itself: what is kept of earlier builds, or made elsewhere, holds for the same code alone."""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent


@cache
def code(without: tuple[str, ...] = ()) -> str:
    """Return a hash of all code, templates and word lists, and of the Python that runs them.

    `without`: the parts of the package that are left out.
    """
    taken = hashlib.sha256(platform.python_version().encode())
    for inside, file in _files():
        if inside.parts[0] not in without:
            taken.update(f"{inside.as_posix()} {file}\n".encode())
    return taken.hexdigest()


@cache
def _files() -> list[tuple[Path, str]]:
    """Return the files of the package with a hash of each: read once, whatever parts are asked for."""
    paths = [(path, path.relative_to(PACKAGE)) for path in sorted(PACKAGE.rglob("*"))]
    return [
        (inside, hashlib.sha256(path.read_bytes()).hexdigest())
        for path, inside in paths
        if "__pycache__" not in inside.parts and path.is_file()
    ]
