"""The points at the head of the home page: what happened, what was said, where it differs, each with its sources.

Who reads nothing else reads these, so only what is certain stands there: what two independent texts tell, of a day that
nobody disputes; words whose speaker every reading names beyond doubt; values that no article hedges. There may be none.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.annotate.confidence import CERTAIN
from generator.publish.edition import Edition
from generator.records import Agreement, Event, Statement

MOST_POINTS = 3
FEWEST_WORDS, MOST_WORDS = 5, 40  # of what was said


@dataclass(frozen=True, slots=True)
class Point:
    """One of them; exactly one is not None."""

    event: Event | None = None
    statement: Statement | None = None
    agreement: Agreement | None = None


def points(edition: Edition) -> list[Point]:
    """Return the points, at most `MOST_POINTS`: one of each kind, and a second event where a kind has none."""
    events = [Point(event=event) for event in _events(edition)]
    said = [Point(statement=statement) for statement in edition.shared if _is_certain(edition, statement)]
    differ = [Point(agreement=agreement) for agreement in edition.contradicting if _is_plain(agreement)]
    room = MOST_POINTS - len(said[:1]) - len(differ[:1])
    return [*events[:room], *said[:1], *differ[:1]]


def _events(edition: Edition) -> list[Event]:
    """Return the events of the story that are beyond doubt, those that most independent texts tell first."""
    certain = [event for event in edition.core_events if _is_beyond_doubt(edition, event)]
    return sorted(certain, key=lambda event: -edition.independent(edition.carriers(event)))


def _is_beyond_doubt(edition: Edition, event: Event) -> bool:
    whole = not event.label[:1].islower()  # a piece of a sentence tells nothing by itself
    return whole and not event.dissent and edition.independent(edition.carriers(event)) > 1


def _is_certain(edition: Edition, statement: Statement) -> bool:
    quotes = [edition.quotes[reading.quote_id] for reading in statement.readings if reading.quote_id in edition.quotes]
    named = len(statement.speakers) == 1 and all(quote.speaker == statement.speakers[0] for quote in quotes)
    telling = FEWEST_WORDS <= len(statement.text.split()) <= MOST_WORDS
    sure = bool(quotes) and all(quote.confidence >= CERTAIN for quote in quotes)
    return named and telling and sure and edition.independent(statement.articles) > 1


def _is_plain(agreement: Agreement) -> bool:
    return not any(value.hedged for value in agreement.values)
