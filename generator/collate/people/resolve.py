"""One list of people for the whole event: mentions of all articles in, people and resolved speakers out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from generator.annotate.local import Local, Source
from generator.annotate.people import Cast
from generator.collate.people.pronouns import Referent, antecedent
from generator.collate.people.registry import Registry
from generator.collate.people.vote import vote
from generator.records import AnnotatedArticle, Mention, Person, PersonId, Quote, Span, Statement

PRONOUN_RIGHT = 0.98  # of 180 pronouns in PolNeAR's sample that CoreNLP names too, read by eye where the two differ
NAMED = 0.5  # below, a rule is wrong more often than right: its source is shown, nobody is named
NEAR = 40  # referents that a pronoun looks back at most, so that the cost stays linear in the text


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
    resolver = _Resolver(found, found.local, registry, mentions)
    for index, (quote, source) in enumerate(zip(found.quotes, found.local.sources, strict=True)):
        if source is None:
            quotes.append(quote)
            continue
        speaker, doubt = resolver.speaker(index, quote, source)
        if quote.confidence < NAMED:
            quotes.append(replace(quote, doubt=f"too weak a clue to name anybody: {quote.decided_by}"))
            continue
        surety = quote.confidence * (PRONOUN_RIGHT if source.kind == "pronoun" else 1)
        quotes.append(replace(quote, speaker=speaker, doubt=doubt, confidence=round(surety, 3)))
    return replace(found, mentions=mentions, quotes=tuple(quotes))


class _Resolver:
    """One article while the sources of its quotes are resolved, in the order of the text."""

    def __init__(self, found: AnnotatedArticle, local: Local, registry: Registry, mentions: Sequence[Mention]) -> None:
        self.found, self.local, self.registry, self.mentions = found, local, registry, mentions
        self.sentences = [sentence.span.start for sentence in found.sentences]
        self.by_source: dict[Span, tuple[PersonId | None, str]] = {}
        self.referents = [
            Referent(
                person,
                mention.span.start,
                self._sentence(mention.span.start),
                member.paragraph,
                _rank(member),
                member.correspondent,
            )
            for member in local.cast
            if not member.quoted
            and (mention := mentions[member.mention]).kind == "person"
            and (person := mention.person) is not None
            and (member.reporting or person in registry.solid)
        ]
        self._follow_pronouns()

    def _follow_pronouns(self) -> None:
        """Resolve every "he" and "she" of the reporter in order: whoever is meant stays in the talk."""
        self.referents.sort(key=lambda known: known.start)
        named = self.referents
        self.referents, self.meant = [], dict[int, tuple[PersonId | None, str]]()
        at = 0
        for start, gender in self.local.pronouns:
            while at < len(named) and named[at].start < start:
                self.referents.append(named[at])
                at += 1
            number = self._sentence(start)
            paragraph = self.found.sentences[number - 1].paragraph
            opens = self.sentences[number - 1] == start
            near = self.referents[-NEAR:]
            self.meant[start] = antecedent(start, number, paragraph, gender, opens, near, self.registry.gender)
            person = self.meant[start][0]
            if person is not None:
                self.referents.append(Referent(person, start, number, paragraph, 1))
        self.referents += named[at:]

    def _sentence(self, at: int) -> int:
        return bisect_right(self.sentences, at)

    def speaker(self, index: int, quote: Quote, source: Source) -> tuple[PersonId | None, str]:
        """Return who the source of a quote is, or None and why."""
        if source.span not in self.by_source:
            self.by_source[source.span] = self._resolve(index, source)
        return self.by_source[source.span]

    def _resolve(self, index: int, source: Source) -> tuple[PersonId | None, str]:
        if source.mention is not None:
            mention = self.mentions[source.mention]
            return mention.person, "" if mention.person else self.registry.doubt(mention.name)
        at = source.span.start
        text = source.span.of(self.found.article.text)
        if source.kind == "pronoun":
            if text.lower() == "it":
                return self._body_before(index), ""
            return self.meant.get(at, (None, ""))
        return self.registry.by_description(text, self.found.article.id, at), ""

    def _body_before(self, index: int) -> PersonId | None:
        """Return the body that "it" means: the source of the quote before, when that is one and stands near."""
        paragraphs = self.local.paragraphs
        for earlier in range(index - 1, max(-1, index - 3), -1):
            before = self.local.sources[earlier]
            if before is None or before.kind == "pronoun":
                continue
            if before.kind == "organisation" and paragraphs[index] - paragraphs[earlier] <= 1:
                return self.by_source.get(before.span, (None, ""))[0]
            return None
        return None


def _rank(member: Cast) -> int:
    if member.possessive:
        return 3
    return 0 if member.reporting else 1 if member.subject else 2


def vote_on_speakers(
    people: tuple[Person, ...], articles: Sequence[AnnotatedArticle], statements: tuple[Statement, ...]
) -> tuple[tuple[Person, ...], list[AnnotatedArticle], tuple[Statement, ...]]:
    """Let a sure speaker of the same words in one article settle an unsure one in another; keep real conflicts."""
    voted, told = vote(people, articles, statements)
    return people, voted, told
