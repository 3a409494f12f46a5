"""Links that were given stay: a quote, an event or a person whose id was once published shorter keeps that id."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.errors import DigestError, Problem
from generator.ids import HASH_LENGTH, older_form
from generator.records import (
    AnnotatedArticle,
    ArticleId,
    Digest,
    Event,
    EventId,
    Mention,
    Person,
    PersonId,
    Quote,
    QuoteId,
    Reading,
    Report,
    Retelling,
    Statement,
    StatementId,
)

Given = Mapping[str, Mapping[str, str]]
"""By the first letter of their address ("q", "e", "p"), the ids ever published, each with the place of its words."""


def with_kept_ids(digest: Digest, given: Given) -> Digest:
    """Return the digest with the ids that were `given` before for the same words of the same article."""
    quotes = _kept(_of_quotes(digest), given.get("q", {}))
    events = _kept(_of_events(digest), given.get("e", {}))
    people = _kept(((person.id, None) for person in digest.people), given.get("p", {}))
    if not (quotes or events or people):
        return digest
    named = _Names(quotes, events, people)
    return replace(
        digest,
        articles=tuple(map(named.article, digest.articles)),
        people=tuple(map(named.person, digest.people)),
        statements=tuple(map(named.statement, digest.statements)),
        retellings=tuple(map(named.retelling, digest.retellings)),
        events=tuple(map(named.event, digest.events)),
    )


def _of_quotes(digest: Digest) -> Iterable[tuple[str, ArticleId]]:
    for found in digest.articles:
        yield from ((quote.id, found.article.id) for quote in found.quotes)
    for statement in digest.statements:
        yield from ((reading.id, reading.article_id) for reading in statement.readings if reading.id)


def _of_events(digest: Digest) -> Iterable[tuple[str, ArticleId]]:
    for event in digest.events:
        for evidence in event.evidence:
            yield from ((name, evidence.article_id) for name in evidence.ids)


def _kept(names: Iterable[tuple[str, ArticleId | None]], given: Mapping[str, str]) -> dict[str, str]:
    """Return the ids that go on under an older one. Where two could, none does: the old link then leads to its place.

    An older id is taken up only in the article that it was given in, so that nobody else's words can come to stand
    under it.
    """
    now = dict(names)
    claims: defaultdict[str, list[str]] = defaultdict(list)
    for name, article in now.items():
        if name not in given and (older := _older(name, article, given)) and older not in now:
            claims[older].append(name)
    return {of[0]: older for older, of in claims.items() if len(of) == 1}


def _older(name: str, article: ArticleId | None, given: Mapping[str, str]) -> str | None:
    older = older_form(name)
    candidates = [older] if article is not None else [older, name[: -HASH_LENGTH - 1]]  # people had bare names
    for candidate in candidates:
        place = given.get(candidate) if candidate != name else None
        if place is not None and (not place or article is None or place.startswith(f"articles/{article}/")):
            return candidate
    return None


class _Names:
    """Puts the kept ids in the place of the new ones, wherever a record names them."""

    def __init__(self, quotes: Mapping[str, str], events: Mapping[str, str], people: Mapping[str, str]) -> None:
        self._quotes, self._events, self._people = quotes, events, people

    def _quote_id(self, name: str) -> QuoteId:
        return QuoteId(self._quotes.get(name, name))

    def _event_id(self, name: str) -> EventId:
        return EventId(self._events.get(name, name))

    def _person_id(self, name: str) -> PersonId:
        return PersonId(self._people.get(name, name))

    def article(self, found: AnnotatedArticle) -> AnnotatedArticle:
        return replace(
            found,
            quotes=tuple(map(self._quote, found.quotes)),
            mentions=tuple(map(self._mention, found.mentions)),
            reports=tuple(map(self._report, found.reports)),
        )

    def _quote(self, quote: Quote) -> Quote:
        step = quote.step
        if step and step.follows:
            step = replace(step, follows=self._quote_id(step.follows))
        return replace(
            quote,
            id=self._quote_id(quote.id),
            utterance=self._quote_id(quote.utterance),
            speaker=quote.speaker and self._person_id(quote.speaker),
            step=step,
        )

    def _report(self, report: Report) -> Report:
        return replace(
            report,
            quotes=tuple(map(self._quote_id, report.quotes)),
            speaker=report.speaker and self._person_id(report.speaker),
        )

    def _mention(self, mention: Mention) -> Mention:
        return replace(mention, person=self._person_id(mention.person)) if mention.person else mention

    def person(self, person: Person) -> Person:
        return replace(person, id=self._person_id(person.id))

    def statement(self, statement: Statement) -> Statement:
        return replace(
            statement,
            id=StatementId(self._quote_id(statement.id)),
            speakers=tuple(map(self._person_id, statement.speakers)),
            readings=tuple(map(self._reading, statement.readings)),
        )

    def retelling(self, retelling: Retelling) -> Retelling:
        statement = retelling.statement
        return replace(
            retelling,
            speaker=self._person_id(retelling.speaker),
            statement=statement and StatementId(self._quote_id(statement)),
        )

    def _reading(self, reading: Reading) -> Reading:
        return replace(reading, quote_id=self._quote_id(reading.quote_id), id=self._quote_id(reading.id))

    def event(self, event: Event) -> Event:
        evidence = tuple(replace(part, ids=tuple(map(self._event_id, part.ids))) for part in event.evidence)
        people = tuple(map(self._person_id, event.people))
        return replace(event, id=self._event_id(event.id), evidence=evidence, people=people)


def refuse_alike(digest: Digest, where: str) -> None:
    """Raise `DigestError` when two things have one id: to join them would put one's words into the other's mouth."""
    kinds: tuple[Iterable[str], ...] = (
        (quote.id for found in digest.articles for quote in found.quotes),
        (report.id for found in digest.articles for report in found.reports),
        (statement.id for statement in digest.statements),
        (event.id for event in digest.events),
        (person.id for person in digest.people),
        (agreement.id for agreement in digest.agreements),
    )
    for names in kinds:
        refuse_twice(names, where)


def refuse_twice(names: Iterable[str], where: str) -> None:
    """Raise `DigestError` when an id is among the names twice."""
    step = "Change a word of one of them, or take out the file that was added last"
    twice = [name for name, times in sorted(Counter(names).items()) if times > 1]
    if twice:
        raise DigestError(*(Problem(where, f"two things have the id “{name}”", step, fatal=True) for name in twice))
