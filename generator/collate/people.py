"""One list of people for the whole event: mentions of all articles in, people and resolved speakers out."""

from __future__ import annotations

from collections.abc import Sequence

from generator.records import AnnotatedArticle, Person, Statement


def resolve_people(articles: Sequence[AnnotatedArticle]) -> tuple[tuple[Person, ...], list[AnnotatedArticle]]:
    """Return the people, and the articles with `Mention.person` and `Quote.speaker` set where the evidence decides."""
    return (), list(articles)


def vote_on_speakers(
    people: tuple[Person, ...], articles: Sequence[AnnotatedArticle], statements: tuple[Statement, ...]
) -> tuple[tuple[Person, ...], list[AnnotatedArticle], tuple[Statement, ...]]:
    """Let a sure speaker of the same words in one article settle an unsure one in another; keep real conflicts."""
    return people, list(articles), statements
