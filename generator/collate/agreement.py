"""Where a value can be compared across articles: who agrees, who differs. Never who is right."""

from __future__ import annotations

from collections.abc import Sequence

from generator.collate.agreement_names import spelled_names
from generator.collate.agreement_speech import compared_speech
from generator.collate.agreement_values import compared_values
from generator.collate.matters import Matter, agreements_of
from generator.collate.scenes import stage_of
from generator.records import Agreement, AnnotatedArticle, Event, Person, PublicationDay, Statement


def find_agreements(
    articles: Sequence[AnnotatedArticle],
    published: Sequence[PublicationDay],
    people: tuple[Person, ...],
    statements: tuple[Statement, ...],
    events: tuple[Event, ...],
) -> tuple[Agreement, ...]:
    """Return every matter that at least two articles give a comparable value for, sorted by id.

    Only articles of one event are compared: those that quote the same words or share enough of what they tell.
    """
    articles = sorted(articles, key=lambda found: found.article.id)
    stage = stage_of(articles, statements)
    matters = [*compared_speech(articles, statements), *compared_values(stage), *spelled_names(stage)]
    return agreements_of([matter for matter in matters if _independent(matter, articles)])


def _independent(matters: Matter, articles: Sequence[AnnotatedArticle]) -> bool:
    return True
