"""A site that is built aside, and put in the place of the old one when it is whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from generator.files import exchange

BUILDING, OLD = ".{}-building", ".{}-old"


def aside(place: Path) -> Path:
    """Return a free folder beside the place of a site, to build it in, and clear what killed builds left there."""
    put_back(place)
    for left in place.parent.glob(BUILDING.format(place.name) + "*"):
        shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)
    return place.with_name(f"{BUILDING.format(place.name)}-{os.getpid()}")


def clear(folder: Path) -> None:
    """Take a folder away, as far as that can be."""
    shutil.rmtree(folder, ignore_errors=True)


def put_in_place(built: Path, place: Path, clear: Callable[[Path], object] = clear) -> None:
    """Put a finished site in the place of the old one, in one step where the system can do that.

    `clear` takes the old one away.
    """
    old = place.with_name(OLD.format(place.name))
    shutil.rmtree(old, ignore_errors=True)
    if not place.exists():
        built.rename(place)
    elif exchange(built, place):
        clear(built)
    else:
        place.rename(old)
        try:
            built.rename(place)
        except OSError:
            old.rename(place)
            raise
        clear(old)


def put_back(place: Path) -> None:
    """Put the old site back where a build was killed between taking it away and putting the new one there."""
    old = place.with_name(OLD.format(place.name))
    if old.is_dir() and not place.exists():
        old.rename(place)
