"""Many small values kept in one file: what one build made for a key, the next takes up.

In: a key of all that a value depends on, and how it is made. Out: the value, the same whether it was kept or not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar, cast

from generator.cache import keep, load
from generator.files import clear_halves

Value = TypeVar("Value")


class Shelf:
    """Values under keys. Those that a build did not ask for are dropped when it ends."""

    def __init__(self, place: Path | None = None, about: str = "") -> None:
        self._place, self._about = place, about
        self._kept: dict[str, object] = {}
        self._used: dict[str, object] = {}
        if place is not None:
            clear_halves(place.parent)
        found = load(place) if place is not None else None
        if isinstance(found, tuple) and len(found) == 2 and found[0] == about and isinstance(found[1], dict):
            self._kept = found[1]

    def value(self, key: str, make: Callable[[], Value]) -> Value:
        """Return the value of a key, made where none is kept."""
        if key not in self._used:
            self._used[key] = self._kept[key] if key in self._kept else make()
        return cast(Value, self._used[key])

    def put_back(self) -> None:
        """Write what was asked for, where that is not what is kept already."""
        if self._place is not None and self._used.keys() != self._kept.keys():
            keep(self._place, (self._about, self._used))


@contextmanager
def shelf(place: Path | None = None, about: str = "") -> Iterator[Shelf]:
    """Give the shelf at `place`, whose values all depend on `about` too; None: nothing is kept."""
    made = Shelf(place, about)
    yield made
    made.put_back()  # not where the build failed: it asked for a part only
