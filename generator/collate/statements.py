"""Quotations that carry the same words of the same utterance become one statement with a reading an article."""

from __future__ import annotations

from collections.abc import Sequence

from generator.records import AnnotatedArticle, Person, Statement


def join_statements(articles: Sequence[AnnotatedArticle], people: tuple[Person, ...]) -> tuple[Statement, ...]:
    """Return every statement, those of one article too, sorted by id."""
    return ()
