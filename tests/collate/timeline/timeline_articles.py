"""Small annotated articles for the tests of the timeline: parsed, with the people that a test names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from generator.annotate.dates import find_times, tag
from generator.annotate.notes import notes_among
from generator.annotate.quotations import find_marked
from generator.annotate.skeletons import parse_paragraphs, words_of
from generator.collate.timeline import happenings_of
from generator.collate.timeline.dating import When
from generator.collate.timeline.labels import Label, label_of
from generator.collate.timeline.mentions.grammar import grammars_of
from generator.collate.timeline.mentions.tenses import directed
from generator.collate.timeline.naming import Naming
from generator.language import SpacyLanguage
from generator.records import (
    AnnotatedArticle,
    Article,
    ArticleId,
    Mention,
    Metadata,
    Person,
    PersonId,
    PublicationDay,
    Sentence,
    Span,
)

PEOPLE = [
    Person(PersonId(surname.lower()), name, "person", (name,))
    for surname, name in (("Ortiz", "Rosa Ortiz"), ("Lund", "Eva Lund"), ("Brandt", "Karl Brandt"))
]


def named_label(found: AnnotatedArticle, word: str) -> Label:
    """Return the label of what an event word tells on 10 June 2024, with whom of `PEOPLE` it means."""
    group = [m for mentions in happenings_of([found])[0] for m in mentions if m.printed == word]
    articles, grammars = {found.article.id: found}, grammars_of([found])
    return Naming(articles, grammars, PEOPLE).named(label_of(group, When("2024-06-10", "day"), articles, grammars))


def article(name: str, published: str | None, text: str, people: Iterable[str] = ()) -> AnnotatedArticle:
    """Return the article with a sentence a full stop, its time expressions, and a person a surname listed."""
    paragraphs, sentences, at = [], [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        paragraphs.append(Span(at, at + len(paragraph)))
        spans = [
            Span(at + found.start(), at + found.end()) for found in re.finditer(r"\S.*?[.!?](?=\s|$)", paragraph, re.S)
        ]
        for span, note in zip(spans, notes_among(text, paragraphs[-1], spans), strict=True):
            sentences.append(Sentence(f"s-{len(sentences)}", span, number, note))
        at += len(paragraph) + 2
    mentions = [
        Mention(Span(found.start(), found.end()), found[0], "person", person=PersonId(surname.lower()))
        for surname in people
        for found in re.finditer(rf"\b{re.escape(surname)}\b", text)
    ]
    marked = find_marked(text, tuple(paragraphs))
    parses = parse_paragraphs(text, paragraphs, marked, range(len(paragraphs)), _language())
    found = AnnotatedArticle(
        Article(ArticleId(name), f"{name}.txt", "", text, tuple(paragraphs), Metadata()),
        tuple(sentences),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
        time_expressions=tag(text, published),
        time_places=find_times(text),
        words=words_of(parses),
    )
    return directed(found)


@cache
def _language() -> SpacyLanguage:
    return SpacyLanguage.load()


def day(value: str | None) -> PublicationDay:
    return PublicationDay(value, "day" if value else "none", "stated")
