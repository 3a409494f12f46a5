"""What a page of many articles folds: the first of a list stands open, the rest opens on request; nothing is left out.

The numbers are tuned on forty articles on a phone: each page then has some ten screens instead of thirty to sixty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

MANY = 12  # articles; with more, what is shown of each thing is longer
ROWS = 10  # lines of a list
POINTS = 5  # of a comparison; sources with pictures
LEADING = 3  # what the home page shows first of each kind
CARDS, SHORT_CARDS = 20, 30  # of many articles, and of few, whose cards are shorter
READINGS = 4  # of one statement
WORDINGS = 3  # of one point
SIGLA = 8
ROOM = 1.5  # a list that is longer by half is not folded yet: to open a fold costs as much as to pass by a few lines

T = TypeVar("T")


def shown(listed: Sequence[T], most: int) -> Sequence[T]:
    """Return what stands open of a list of which `most` are enough."""
    return listed if len(listed) <= most * ROOM else listed[:most]


def batches(listed: Sequence[T], articles: int) -> Iterator[Sequence[T]]:
    """Yield the cards of a page in their order: those that stand open, then each fold."""
    most = CARDS if articles > MANY else SHORT_CARDS
    first = shown(listed, most)
    yield first
    for start in range(len(first), len(listed), most):
        yield listed[start : start + most]
