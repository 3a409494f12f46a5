"""What a page of many articles folds: the first of a list stands open, the rest opens on request; nothing is left out.

The numbers are tuned on 5, 12 and 40 articles on a phone: each page then has some ten screens instead of thirty to
sixty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

MANY = 6  # articles; with more, what is shown of each thing is longer
ROWS = 10  # lines of a list
POINTS, FEW_POINTS = 3, 6  # of a comparison, of many articles and of few
PICTURES = 5  # sources with pictures
COVERED = 6  # statements with all that carry each
MATRIX = 8  # rows of the table of coverage
LEADING = 3  # what the home page shows first of each kind
CARDS = 12  # statements that stand open; each takes half a screen
BATCH = 24  # statements behind one fold
NAMED = 3  # speakers of one statement
READINGS = 4  # of one statement
WORDINGS = 3  # of one point
SIGLA = 8
TELLERS = 5  # sources of an event on the home page
ROOM = 1.5  # a list that is longer by half is not folded yet: to open a fold costs as much as to pass by a few lines

T = TypeVar("T")


def shown(listed: Sequence[T], most: int) -> Sequence[T]:
    """Return what stands open of a list of which `most` are enough."""
    return listed if len(listed) <= most * ROOM else listed[:most]


def batches(listed: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield the cards of a page in their order: those that stand open, then each fold; none has but a few."""
    yield (part := shown(listed, CARDS))
    at = len(part)
    while at < len(listed):
        yield (part := shown(listed[at:], BATCH))
        at += len(part)
