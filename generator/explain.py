"""How one thing on the site came to be: the words it rests on, the rule that decided, the file and the line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.annotate.reported.contents import EXPLANATIONS as OF_REPORTS
from generator.annotate.speakers import RULES
from generator.collate.people.decide import EXPLANATIONS
from generator.errors import DigestError, Problem
from generator.records import (
    Agreement,
    AnnotatedArticle,
    Article,
    ArticleId,
    Digest,
    Event,
    Person,
    PublicationDay,
    Quote,
    RawArticle,
    Report,
    Span,
    Statement,
)

Row = tuple[str, str]
"""A label and what is to be said."""


@dataclass(frozen=True, slots=True)
class Sources:
    """A digest with the files that it was made from."""

    digest: Digest
    raws: Mapping[str, RawArticle]
    """By their `file`."""
    folder: str
    """Of the seeds, as people should read it."""

    @classmethod
    def of(cls, digest: Digest, raws: Iterable[RawArticle], folder: str) -> Sources:
        """Return the sources of a digest."""
        return cls(digest, {raw.file: raw for raw in raws}, folder)

    def article(self, article: ArticleId) -> AnnotatedArticle:
        """Return an article of the digest."""
        return next(found for found in self.digest.articles if found.article.id == article)

    def place(self, article: Article, span: Span) -> str:
        """Return the file and, where the text can be followed back, the line: "seeds/a.txt:12"."""
        file = f"{self.folder}/{article.file}"
        raw = self.raws.get(article.file)
        stretch = next((part for part in article.stretches if part.at <= span.start < part.at + part.length), None)
        if raw is None or stretch is None:
            return file
        return f"{file}:{raw.text.count(chr(10), 0, stretch.origin + span.start - stretch.at) + 1}"

    def words(self, article: ArticleId, span: Span) -> str:
        """Return words with where they stand."""
        found = self.article(article).article
        return f"“{span.of(found.text)}” ({self.place(found, span)})"

    def name(self, person: str) -> str:
        """Return the name of a person."""
        return next((known.name for known in self.digest.people if known.id == person), person)


def explain(identifier: str, sources: Sources) -> str:
    """Return how the thing with that id came to be, a fact a line.

    `identifier`: an id as it stands in an address; "/q/<id>/" will do too. Raises `DigestError` for one that is not in
    the digest.
    """
    wanted = identifier.strip("/").rpartition("/")[2].partition("#")[0] if "/" in identifier else identifier
    rows = [row for part in _parts(wanted, sources) for row in part]
    if not rows:
        near = difflib.get_close_matches(wanted, _ids(sources.digest), n=1, cutoff=0.4)
        step = "Copy the id from the address of the thing on the site"
        detail = f"closest: {near[0]}" if near else ""
        raise DigestError(Problem(wanted, "nothing in the digest has this id", step, detail))
    width = max(len(label) for label, _ in rows) + 2
    return "\n".join(f"{label:<{width}}{said}" for label, said in rows)


def _parts(wanted: str, sources: Sources) -> Iterator[Iterator[Row]]:
    digest = sources.digest
    for found, day in zip(digest.articles, digest.published, strict=True):
        if found.article.id == wanted:
            yield _article(found, day, sources)
        for quote in found.quotes:
            if quote.id == wanted:
                yield _quote(quote, found.article, sources)
        for report in found.reports:
            if report.id == wanted:
                yield _report(report, found.article, sources)
    yield from (_statement(statement, sources) for statement in digest.statements if statement.id == wanted)
    yield from (_event(event, sources) for event in digest.events if event.id == wanted)
    yield from (_person(person, sources) for person in digest.people if person.id == wanted)
    yield from (_agreement(agreement, sources) for agreement in digest.agreements if agreement.id == wanted)


def _ids(digest: Digest) -> list[str]:
    return [
        *(quote.id for found in digest.articles for quote in found.quotes),
        *(report.id for found in digest.articles for report in found.reports),
        *(found.article.id for found in digest.articles),
        *(statement.id for statement in digest.statements),
        *(event.id for event in digest.events),
        *(person.id for person in digest.people),
        *(agreement.id for agreement in digest.agreements),
    ]


def _article(found: AnnotatedArticle, day: PublicationDay, sources: Sources) -> Iterator[Row]:
    article = found.article
    yield "article", article.id
    yield "file", f"{sources.folder}/{article.file}, SHA-256 {article.sha256}"
    for label in ("title", "outlet", "origin", "byline", "dateline", "url", "language"):
        stated = getattr(article.metadata, label)
        yield label, f"{stated.value} ({stated.how})" if stated else "the input does not say"
    yield "published", f"{day.value or 'open'}, to the {day.precision} ({day.reason})" if day.value else day.reason
    yield "body", f"{article.words} words in {len(article.paragraphs)} paragraphs"
    for part in article.removed:
        yield "removed", f"{_short(part.text)} ({part.reason})"
    yield "found", f"{len(found.quotes)} quotes, {len(found.time_expressions)} time expressions"


def _report(report: Report, article: Article, sources: Sources) -> Iterator[Row]:
    for span in report.content:
        yield "report", f"{span.of(article.text)} ({sources.place(article, span)})"
    yield "kind", f"{report.cue_class}, {report.mood}" + (f", within {report.within}" if report.within else "")
    yield "cue", sources.words(article.id, report.cue)
    yield "source", sources.words(article.id, report.source) if report.source else "none"
    yield "speaker", report.speaker or "not known"
    yield "rule", f"{report.decided_by}: {OF_REPORTS[report.decided_by]}"
    yield "right", f"{report.confidence:.0%} of the time" if report.confidence else "not counted"
    if report.doubt:
        yield "doubt", report.doubt


def _quote(quote: Quote, article: Article, sources: Sources) -> Iterator[Row]:
    yield "quote", f"{quote.content.of(article.text)} ({sources.place(article, quote.content)})"
    yield "kind", quote.kind
    yield "cue", sources.words(article.id, quote.cue) if quote.cue else "none"
    yield "source", sources.words(article.id, quote.source) if quote.source else "none"
    for number, taken in enumerate(steps_to(quote, sources.article(article.id)), start=1):
        yield f"step {number}", _step(taken, article, sources)
    yield "speaker", sources.name(quote.speaker) if quote.speaker else "not known"
    via = f" ({quote.decision.via})" if quote.decision.via else ""
    yield "decided by", f"{quote.decided_by}{via}, right in {quote.confidence:.0%} of such cases"
    if rule := (RULES | EXPLANATIONS).get(quote.decided_by):
        yield "rule", rule
    if quote.doubt:
        yield "doubt", quote.doubt
    if quote.utterance != quote.id:
        yield "utterance", f"goes on from {quote.utterance}"
    for statement in sources.digest.statements:
        if any(reading.quote_id == quote.id for reading in statement.readings):
            yield "statement", f"{statement.id}, carried by {len(statement.articles)}"


def steps_to(quote: Quote, found: AnnotatedArticle) -> list[Quote]:
    """Return the quotes whose steps led to a quote's source, in the order in which their rules were asked.

    `found`: the article of the quote. The last is the quote itself; none when no rule answered.
    """
    by_id = {other.id: other for other in found.quotes}
    taken: list[Quote] = []
    following: Quote | None = quote
    while following and following.step:
        taken.append(following)
        following = by_id[following.step.follows] if following.step.follows else None
    return taken[::-1]


def _step(quote: Quote, article: Article, sources: Sources) -> str:
    assert quote.step
    cue = f", cue {sources.words(article.id, quote.step.cue)}" if quote.step.cue else ""
    about = f"{_short(quote.content.of(article.text), 6)} ({sources.place(article, quote.content)})"
    return f"{quote.step.rule} about {about}: source {sources.words(article.id, quote.step.source)}{cue}"


def _statement(statement: Statement, sources: Sources) -> Iterator[Row]:
    yield "statement", f"“{statement.text}”"
    yield "speakers", ", ".join(sources.name(speaker) for speaker in statement.speakers) or "not known"
    for reading in statement.readings:
        yield "reading", sources.words(reading.article_id, reading.span)
    if statement.why:
        yield "joined", statement.why
    if statement.flags:
        yield "flags", ", ".join(statement.flags)


def _event(event: Event, sources: Sources) -> Iterator[Row]:
    yield "event", event.label
    yield "date", f"{event.date or 'open'}{f' to {event.end}' if event.end else ''}, to the {event.precision}"
    yield "reason", event.reason
    if event.dissent:
        yield "dissent", event.dissent
    for evidence in event.evidence:
        day = f", gives {evidence.day}" if evidence.day else ""
        yield "evidence", sources.words(evidence.article_id, evidence.span) + day


def _person(person: Person, sources: Sources) -> Iterator[Row]:
    yield person.kind, person.name
    yield "names", ", ".join(person.names)
    for role in person.roles:
        yield "role", sources.words(role.article_id, role.span)
    said = [quote for found in sources.digest.articles for quote in found.quotes if quote.speaker == person.id]
    yield "quotes", str(len(said))


def _agreement(agreement: Agreement, sources: Sources) -> Iterator[Row]:
    yield agreement.verdict, agreement.about
    yield "compared", agreement.kind
    for value in agreement.values:
        hedged = ", hedged" if value.hedged else ""
        yield "value", sources.words(value.article_id, value.span) + hedged


def _short(text: str, words: int = 12) -> str:
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")
