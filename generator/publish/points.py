"""The points at the head of the home page: what happened, what was said, where it differs, each with its sources.

Who reads nothing else reads these, so only what is certain stands there: what two independent texts tell, of a day that
nobody disputes; words whose speaker every reading names beyond doubt; values that no article hedges. There may be none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.collate.timeline.standing import is_clean
from generator.collate.words.stems import stem_of
from generator.publish.edition import Edition
from generator.publish.front import tells
from generator.publish.label_words import telling_words
from generator.publish.strength import is_likely
from generator.publish.whole_words import stands_by_itself
from generator.records import Agreement, ArticleId, Event, Evidence, Statement

MOST_POINTS = 3
FEWEST_WORDS, MOST_WORDS = 5, 40  # of what was said
ABOVE = 0.9  # of the longer words of a label that the sentence under the headline has: it tells that already
# Of the longer words of a label that a sentence of another article has too: of 25 sentences of 50 fresh folders with
# 0.35 to 0.5, 13 told something else of the same people.
SHARED = 0.5
ALIKE = 0.4  # of the longer words of the shorter of two labels


@dataclass(frozen=True, slots=True)
class Point:
    """One of them; exactly one of event, statement and agreement is not None."""

    event: Event | None = None
    statement: Statement | None = None
    agreement: Agreement | None = None
    tellers: Sequence[Evidence] = ()
    """Of an event, a sentence of each article that tells what its label tells."""


def points(edition: Edition) -> list[Point]:
    """Return the points, at most `MOST_POINTS`: one of each kind, and a second event where a kind has none."""
    said = [Point(statement=statement) for statement in edition.shared if _is_certain(edition, statement)]
    differ = [Point(agreement=agreement) for agreement in edition.contradicting if _is_plain(edition, agreement)]
    room = MOST_POINTS - len(said[:1]) - len(differ[:1])
    events = [
        Point(event=event, tellers=tellers(edition, event))
        for event in islice(_events(edition), room)
        if not _is_above(edition, event)
    ]
    return [*events, *said[:1], *differ[:1]]


def _events(edition: Edition) -> Iterator[Event]:
    """Yield the events of the story that are beyond doubt, those that most independent texts tell first.

    Of those that as many tell, what the titles of the articles tell goes first. What two entries of one day tell in
    much the same words is told once.
    """
    titles = telling_words(" ".join(edition.headline(identity) for identity in edition.articles))

    def rank(event: Event) -> tuple[int, int]:
        return -edition.independent(edition.carriers(event)), -len(telling_words(event.label) & titles)

    chosen: list[Event] = []
    for event in sorted(edition.core_events, key=rank):
        if _is_beyond_doubt(edition, event) and not any(_are_alike(event, other) for other in chosen):
            chosen.append(event)
            yield event


def _is_above(edition: Edition, event: Event) -> bool:
    """Return whether the sentence under the headline tells an event in the same words; no other takes its place."""
    opening = edition.head[2]
    above = telling_words(edition.words(opening.article_id, opening.span)) if opening else frozenset()
    label = telling_words(event.label)
    return len(label & above) >= ABOVE * len(label)


def _are_alike(one: Event, other: Event) -> bool:
    left, right = telling_words(one.label), telling_words(other.label)
    return one.date == other.date and len(left & right) >= ALIKE * min(len(left), len(right))


def _is_beyond_doubt(edition: Edition, event: Event) -> bool:
    told_by = [evidence.article_id for evidence in tellers(edition, event)]
    return not event.dissent and edition.independent(told_by) > 1 and tells(edition, event)


def tellers(edition: Edition, event: Event) -> list[Evidence]:
    """Return a sentence of each article that tells of an event what its label tells.

    An article may report a happening and tell another side of it: "Ito left the dinner", "Ito sat at the table".
    """
    label = _stems(event.label)
    nearest: dict[ArticleId, tuple[float, Evidence]] = {}
    for evidence in event.tellers:
        told = _stems(edition.words(evidence.article_id, evidence.span))
        shared = len(label & told) / (len(label) or 1)
        if evidence.article_id not in nearest or shared > nearest[evidence.article_id][0]:
            nearest[evidence.article_id] = shared, evidence
    return [evidence for shared, evidence in nearest.values() if shared >= SHARED]


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem_of(word) for word in telling_words(text))


def _is_certain(edition: Edition, statement: Statement) -> bool:
    quotes = [edition.quotes[reading.quote_id] for reading in statement.readings if reading.quote_id in edition.quotes]
    named = len(statement.speakers) == 1 and all(quote.speaker == statement.speakers[0] for quote in quotes)
    telling = FEWEST_WORDS <= len(statement.text.split()) <= MOST_WORDS and stands_by_itself(
        edition.closed(statement.text)
    )
    sure = bool(quotes) and not any(is_likely(quote) for quote in quotes)
    return named and telling and sure and edition.independent(edition.carry_whole(statement)) > 1


def _is_plain(edition: Edition, agreement: Agreement) -> bool:
    whole = all(is_clean(edition.words(value.article_id, value.span)) for value in agreement.values)
    return whole and not any(value.hedged for value in agreement.values)
