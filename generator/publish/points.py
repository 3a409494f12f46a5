"""The points at the head of the home page: what happened, what was said, where it differs, each with its sources.

Who reads nothing else reads these, so only what is certain stands there: what two independent texts tell, of a day that
nobody disputes; words whose speaker every reading names beyond doubt; values that no article hedges. There may be none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.annotate.confidence import CERTAIN
from generator.publish.edition import Edition
from generator.publish.story import telling_words
from generator.records import Agreement, AnnotatedArticle, Event, ParsedWord, Span, Statement

MOST_POINTS = 3
FEWEST_WORDS, MOST_WORDS = 5, 40  # of what was said
ALIKE = 0.4  # of the longer words of the shorter of two labels
VERBS = ("VB", "MD")
LEANING = frozenset("it it's it’s this that these those they he she its his her their such so".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Point:
    """One of them; exactly one is not None."""

    event: Event | None = None
    statement: Statement | None = None
    agreement: Agreement | None = None


def points(edition: Edition) -> list[Point]:
    """Return the points, at most `MOST_POINTS`: one of each kind, and a second event where a kind has none."""
    said = [Point(statement=statement) for statement in edition.shared if _is_certain(edition, statement)]
    differ = [Point(agreement=agreement) for agreement in edition.contradicting if _is_plain(agreement)]
    room = MOST_POINTS - len(said[:1]) - len(differ[:1])
    events = [Point(event=event) for event in islice(_events(edition), room)]
    return [*events, *said[:1], *differ[:1]]


def _events(edition: Edition) -> Iterator[Event]:
    """Yield the events of the story that are beyond doubt, those that most independent texts tell first.

    What two entries of one day tell in much the same words is told once.
    """
    chosen: list[Event] = []
    for event in sorted(edition.core_events, key=lambda event: -edition.independent(edition.carriers(event))):
        if _is_beyond_doubt(edition, event) and not any(_are_alike(event, other) for other in chosen):
            chosen.append(event)
            yield event


def _are_alike(one: Event, other: Event) -> bool:
    left, right = telling_words(one.label), telling_words(other.label)
    return one.date == other.date and len(left & right) >= ALIKE * min(len(left), len(right))


def _is_beyond_doubt(edition: Edition, event: Event) -> bool:
    whole = not event.label[:1].islower()  # a piece of a sentence tells nothing by itself
    certain = not event.dissent and edition.independent(edition.carriers(event)) > 1
    return whole and certain and _tells(edition, event)


def _leans(said: str) -> bool:
    """Return whether what was said begins with what only the words before it tell: "It can make her strong again"."""
    return said.split()[0].lower() in LEANING


def _tells(edition: Edition, event: Event) -> bool:
    """Return whether a label tells what happened: "Okafor's visit", not "The driver who had fled on Monday"."""
    printed = words_of_label(edition, event)
    if printed is None:
        return True
    found, inside, tops = printed
    return not tops or any(_says_what(found.words, at, inside) for at in tops)


def _says_what(words: Sequence[ParsedWord], top: int, inside: range) -> bool:
    """Return whether the word that a label hangs on is a verb, or a noun that nobody is told of in a clause below."""
    told_of = any(words[at].head == top and words[at].dep in ("relcl", "acl") for at in inside)
    return words[top].tag.startswith(VERBS) or (words[top].tag in ("NN", "NNS") and not told_of)


def words_of_label(edition: Edition, event: Event) -> tuple[AnnotatedArticle, range, list[int]] | None:
    """Return an article that has the words of a label in a row, their indices, and those that hang on none of them.

    None for an editor's own words, and for words of a source that something is left out of.
    """
    label = event.label.rstrip("… ")
    for evidence in event.evidence:
        found = edition.articles[evidence.article_id]
        start = found.article.text.find(label, evidence.span.start, evidence.span.end)
        if start >= 0:
            inside = words_within(found.words, Span(start, start + len(label)))
            return (
                found,
                inside,
                [at for at in inside if found.words[at].head not in inside or found.words[at].head == at],
            )
    return None


def words_within(words: Sequence[ParsedWord], span: Span) -> range:
    """Return the indices of the words that begin in a stretch."""
    return range(
        bisect_left(words, span.start, key=lambda word: word.start),
        bisect_left(words, span.end, key=lambda word: word.start),
    )


def _is_certain(edition: Edition, statement: Statement) -> bool:
    quotes = [edition.quotes[reading.quote_id] for reading in statement.readings if reading.quote_id in edition.quotes]
    named = len(statement.speakers) == 1 and all(quote.speaker == statement.speakers[0] for quote in quotes)
    telling = FEWEST_WORDS <= len(statement.text.split()) <= MOST_WORDS and not _leans(statement.text)
    sure = bool(quotes) and all(quote.confidence >= CERTAIN for quote in quotes)
    return named and telling and sure and edition.independent(statement.articles) > 1


def _is_plain(agreement: Agreement) -> bool:
    return not any(value.hedged for value in agreement.values)
