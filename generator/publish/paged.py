"""Lists that are too long for one page: the first page stands at the address of the whole list, others behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.records import Agreement, Event, EventId

MANY_EVENTS = 40  # more than that is no timeline to be read from end to end
EVENTS_A_PAGE = 450  # at some 600 bytes each
POINTS_A_PAGE = 120  # at some 1 KB each
FURTHER = (
    "/articles/page/*.md",
    "/quotes/page-*/index.md",
    "/compare/page-*/index.md",
    "/sources/page-*/index.md",
    "/timeline/page-*/index.md",
)
"""The pages of long lists behind their first one, as `not_in_nav` names them."""
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


def timeline_pages(events: Sequence[Event]) -> Iterator[PageOf[Event]]:
    """Yield the pages of the timeline: of many events, the story stands before its background."""
    in_order = events if len(events) <= MANY_EVENTS else sorted(events, key=lambda event: event.background)
    return pages_of(in_order, EVENTS_A_PAGE)


def event_pages(events: Sequence[Event]) -> dict[EventId, int]:
    """Return the page of the timeline that each event stands on."""
    return {event.id: page.number for page in timeline_pages(events) for event in page.entries}


def point_pages(agreements: Sequence[Agreement]) -> Iterator[PageOf[Agreement]]:
    """Yield the pages of what is compared: what cannot both be true first, then what differs, agrees, is told."""
    return pages_of(sorted(agreements, key=_most_telling), POINTS_A_PAGE)


def agreement_pages(agreements: Sequence[Agreement]) -> dict[str, int]:
    """Return the page of the comparison that each agreement stands on, by its id."""
    return {point.id: page.number for page in point_pages(agreements) for point in page.entries}


def _most_telling(agreement: Agreement) -> tuple[bool, bool, bool, bool, int, int, str]:
    # What many articles tell first; among equals the shorter label, which names one thing rather than a clause. What
    # differs stays in the order of the digest.
    differs = agreement.verdict == "differ"
    told = (
        (0, 0, "")
        if differs
        else (-len({value.article_id for value in agreement.values}), len(agreement.about), agreement.about)
    )
    last = agreement.verdict == "told"
    folded = agreement.minor or agreement.kind == "quotation"
    return not differs or agreement.contrast != "contradiction", not differs, last, folded, *told
