"""Events: the sentences of all articles that report one happening, and its day by their vote."""

from __future__ import annotations

from collections.abc import Sequence

from generator.records import AnnotatedArticle, Event, Person, PublicationDay


def build_timeline(
    articles: Sequence[AnnotatedArticle], published: Sequence[PublicationDay], people: tuple[Person, ...]
) -> tuple[Event, ...]:
    """Return the events in the order of the timeline."""
    return ()
