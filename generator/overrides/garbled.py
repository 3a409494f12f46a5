"""Lets words in which an article has somebody's name wrong stand for whom an editor says they mean.

The words stay as they are: pages show the name behind them in square brackets, as an editor sets it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from generator.overrides.entries import Entry, Setting
from generator.overrides.targets import COPY_OR_DELETE, find_article, place_of, places
from generator.records import AnnotatedArticle, ArticleId, Event, Finding, Mention, Person, PersonId, Span


@dataclass(frozen=True, slots=True)
class MeantWords:
    """Words of one article and whom they mean."""

    article_id: ArticleId
    span: Span
    person: PersonId


def find_meant(
    entry: Entry, setting: Setting, person: PersonId, articles: Sequence[AnnotatedArticle]
) -> tuple[list[MeantWords], list[Finding]]:
    """Return where the words stand that an entry lists, and what became of those that stand nowhere."""
    meant: list[MeantWords] = []
    findings: list[Finding] = []
    for place in cast(tuple[Entry, ...], setting.value):
        place = place_of(place, entry)
        found = find_article(place, articles)
        if isinstance(found, Finding):
            findings.append(found)
        elif spans := places(found.article, place):
            meant += [MeantWords(found.article.id, span, person) for span in spans]
        else:
            findings.append(entry.stale(f'no such words in {place.article}: "{place.words}"', COPY_OR_DELETE))
    return meant, findings


def with_meant(
    articles: Sequence[AnnotatedArticle], meant: Iterable[MeantWords], people: Mapping[PersonId, Person]
) -> tuple[list[AnnotatedArticle], dict[PersonId, PersonId]]:
    """Return the articles with the words as mentions, and people that only such words named, with whom they are."""
    by_article: dict[ArticleId, list[MeantWords]] = {}
    for each in meant:
        by_article.setdefault(each.article_id, []).append(each)
    taken: dict[PersonId, PersonId] = {}
    made = [_with_mentions(found, by_article.get(found.article.id, []), people, taken) for found in articles]
    left = {mention.person for found in made for mention in found.mentions}
    return made, {old: new for old, new in taken.items() if old not in left}


def _with_mentions(
    found: AnnotatedArticle,
    meant: Sequence[MeantWords],
    people: Mapping[PersonId, Person],
    taken: dict[PersonId, PersonId],
) -> AnnotatedArticle:
    if not meant:
        return found
    kept = []
    for mention in found.mentions:
        over = next((each for each in meant if each.span.overlaps(mention.span)), None)
        if over is None:
            kept.append(mention)
        elif mention.person is not None and mention.person != over.person:
            taken[mention.person] = over.person
    words = found.article.text
    named = [
        Mention(each.span, each.span.of(words), "person", person=each.person, meant=people[each.person].name)
        for each in meant
        if each.person in people
    ]
    return replace(found, mentions=tuple(sorted((*kept, *named), key=lambda mention: mention.span)))


def with_names(events: Iterable[Event], articles: Sequence[AnnotatedArticle]) -> tuple[Event, ...]:
    """Return the events with the names that an editor states behind such words in their labels."""
    meant = {
        found.article.id: {mention.name: mention.meant for mention in found.mentions if mention.meant}
        for found in articles
    }
    return tuple(_named(event, meant) for event in events)


def _named(event: Event, meant: Mapping[ArticleId, Mapping[str, str]]) -> Event:
    label = event.label
    for article_id in dict.fromkeys(evidence.article_id for evidence in event.evidence):
        for words, name in meant.get(article_id, {}).items():
            if f"[{name}]" not in label:
                label = label.replace(words, f"{words} [{name}]", 1)
    return replace(event, label=label)
