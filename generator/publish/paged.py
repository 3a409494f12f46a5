"""Lists that are too long for one page: the first page stands at the address of the whole list, others behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageOf(Generic[T]):
    """One page of a list."""

    number: int
    """From 1."""
    pages: int
    """How many there are."""
    entries: Sequence[T]

    def called(self, title: str) -> str:
        """Return the title of the page: that of the list, from the second page on with the number."""
        return title if self.number == 1 else f"{title}, page {self.number}"


def pages_of(listed: Sequence[T], most: int) -> Iterator[PageOf[T]]:
    """Yield the pages of a list, `most` entries each; one page where there is nothing."""
    pages = max(1, -(-len(listed) // most))
    for number in range(1, pages + 1):
        yield PageOf(number, pages, listed[(number - 1) * most : number * most])
