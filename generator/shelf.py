"""Many small values kept in one file: what one build made for a key, the next takes up.

In: a key of all that a value depends on, and how it is made. Out: the value, the same whether it was kept or not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar, cast

from generator.cache import keep, load, packed, unpacked
from generator.files import clear_halves

Value = TypeVar("Value")


class Shelf:
    """Values under keys. Those that a build did not ask for are dropped when it ends.

    Each is packed by itself: what nobody asks for is not unpacked, what was taken up is not packed again. Whoever asked
    has the value, the shelf only its bytes: a thousand articles are not held a second time.
    """

    def __init__(self, place: Path | None = None, about: str = "") -> None:
        self._place, self._about = place, about
        self._kept: dict[str, bytes] = {}
        self._used: dict[str, bytes] = {}
        self._unkept: dict[str, object] = {}
        """The values themselves, where none is kept."""
        if place is not None:
            clear_halves(place.parent)
        found = load(place) if place is not None else None
        if isinstance(found, tuple) and len(found) == 2 and found[0] == about and isinstance(found[1], dict):
            self._kept = found[1]

    @property
    def keeps(self) -> bool:
        """Whether anything is kept, so that a key is worth making."""
        return self._place is not None

    @property
    def used(self) -> Mapping[str, bytes]:
        """What was asked for, packed."""
        return self._used

    def use(self, taken: Mapping[str, bytes]) -> None:
        """Take for asked for what another process has found or made, packed as it `used` it."""
        self._used.update(taken)

    def has(self, key: str) -> bool:
        """Return whether the value of a key is there already."""
        return key in self._used or key in self._kept or key in self._unkept

    def value(self, key: str, make: Callable[[], Value]) -> Value:
        """Return the value of a key, made where none is kept."""
        if self._place is None:
            if key not in self._unkept:
                self._unkept[key] = make()
            return cast(Value, self._unkept[key])
        for packs in (self._used, self._kept):
            if key in packs:
                with suppress(ValueError, TypeError):
                    found = unpacked(packs[key])
                    self._used[key] = packs[key]
                    return cast(Value, found)
                del packs[key]
        made = make()
        self._used[key] = packed(made)
        return made

    def put_back(self) -> None:
        """Write what was asked for, where that is not what is kept already."""
        if self._place is not None and self._used != self._kept:
            keep(self._place, (self._about, self._used))


@contextmanager
def shelf(place: Path | None = None, about: str = "") -> Iterator[Shelf]:
    """Give the shelf at `place`, whose values all depend on `about` too; None: nothing is kept."""
    made = Shelf(place, about)
    yield made
    made.put_back()  # not where the build failed: it asked for a part only
