"""Where a value can be compared across articles: who agrees, who differs. Never who is right."""

from __future__ import annotations

from collections.abc import Sequence

from generator.records import Agreement, AnnotatedArticle, Event, Person, PublicationDay, Statement


def find_agreements(
    articles: Sequence[AnnotatedArticle],
    published: Sequence[PublicationDay],
    people: tuple[Person, ...],
    statements: tuple[Statement, ...],
    events: tuple[Event, ...],
) -> tuple[Agreement, ...]:
    """Return every matter that at least two articles give a comparable value for, sorted by id."""
    return ()
