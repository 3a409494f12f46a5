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
    for path in sorted(PACKAGE.rglob("*")):
        inside = path.relative_to(PACKAGE)
        if path.is_file() and inside.parts[0] not in without and "__pycache__" not in inside.parts:
            taken.update(f"{inside.as_posix()}\n".encode() + path.read_bytes())
    return taken.hexdigest()
