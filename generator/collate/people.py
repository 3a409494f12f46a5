"""One list of people for the whole event: mentions of all articles in, people and resolved speakers out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.annotate.local import Local, Source
from generator.collate.names import Registry
from generator.collate.pronouns import antecedent
from generator.records import AnnotatedArticle, Mention, Person, PersonId, Quote, Statement


def resolve_people(articles: Sequence[AnnotatedArticle]) -> tuple[tuple[Person, ...], list[AnnotatedArticle]]:
    """Return the people, and the articles with `Mention.person` and `Quote.speaker` set where the evidence decides."""
    registry = Registry(articles)
    resolved = [_resolve(found, registry) for found in articles]
    return registry.people(resolved), resolved


def _resolve(found: AnnotatedArticle, registry: Registry) -> AnnotatedArticle:
    who = registry.of_article(found.article.id)
    mentions = tuple(replace(mention, person=person) for mention, person in zip(found.mentions, who, strict=True))
    if not isinstance(found.local, Local):
        return replace(found, mentions=mentions)
    quotes = []
    speakers: dict[str, PersonId | None] = {}
    for index, (quote, source) in enumerate(zip(found.quotes, found.local.sources, strict=True)):
        if source is None:
            quotes.append(quote)
            continue
        speaker, doubt = _speaker(found, found.local, registry, who, mentions, index, quote, source, speakers)
        speakers[quote.id] = speaker
        quotes.append(replace(quote, speaker=speaker, doubt=doubt))
    return replace(found, mentions=mentions, quotes=tuple(quotes))


def _speaker(
    found: AnnotatedArticle,
    local: Local,
    registry: Registry,
    who: Sequence[PersonId | None],
    mentions: Sequence[Mention],
    index: int,
    quote: Quote,
    source: Source,
    speakers: dict[str, PersonId | None],
) -> tuple[PersonId | None, str]:
    if quote.utterance != quote.id and speakers.get(quote.utterance):
        return speakers[quote.utterance], ""
    if source.mention is not None:
        person = who[source.mention]
        return person, "" if person else registry.doubt(mentions[source.mention].name)
    if source.kind == "pronoun":
        if source.span.of(found.article.text).lower() == "it":
            return _body_before(index, found, local, mentions, who, source), ""
        return antecedent(source, local, mentions, who, registry.gender)
    text = source.span.of(found.article.text)
    return registry.by_description(text, found.article.id, source.span.start), ""


def _body_before(
    index: int,
    found: AnnotatedArticle,
    local: Local,
    mentions: Sequence[Mention],
    who: Sequence[PersonId | None],
    source: Source,
) -> PersonId | None:
    """Return the body that "it" means: the source of the quotation before, when that is one and stands near."""
    for earlier in range(index - 1, max(-1, index - 3), -1):
        before = local.sources[earlier]
        if before is None or before.kind == "pronoun":
            continue
        if before.kind == "organisation" and before.mention is not None:
            return who[before.mention] if local.paragraphs[index] - local.paragraphs[earlier] <= 1 else None
        return None
    return None


def vote_on_speakers(
    people: tuple[Person, ...], articles: Sequence[AnnotatedArticle], statements: tuple[Statement, ...]
) -> tuple[tuple[Person, ...], list[AnnotatedArticle], tuple[Statement, ...]]:
    """Let a sure speaker of the same words in one article settle an unsure one in another; keep real conflicts."""
    return people, list(articles), statements
