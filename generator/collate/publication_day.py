"""The day on which each article was published: stated, inferred from its siblings, or left open with a window."""

from __future__ import annotations

from collections.abc import Sequence

from generator.records import AnnotatedArticle, PublicationDay, Statement


def publication_days(
    articles: Sequence[AnnotatedArticle], statements: tuple[Statement, ...]
) -> tuple[PublicationDay, ...]:
    """Return one publication day an article, in their order."""
    return tuple(PublicationDay(None, "none", "not stated") for _ in articles)
