"""How one thing on the site came to be: the words it rests on, the rule that decided, the file and the line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.annotate.reported.contents import EXPLANATIONS as OF_REPORTS
from generator.annotate.speakers import RULES
from generator.collate.people.decide import EXPLANATIONS
from generator.errors import DigestError, Problem
from generator.ids import path_of, url_safe
from generator.read.line_in_file import FileText
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
    Retelling,
    Span,
    Statement,
)

_PLACES = ("q-", "st-", "r-", "e-", "p-", "c-", "a-", "src-")
"""What stands before an id in the fragment of an address, see `publish.permalinks`."""
_SENTENCE = "s-"  # its anchor is its id

ToldRow = tuple[str, str]
"""A label and what is to be said."""


@dataclass(frozen=True, slots=True)
class Sources:
    """A digest with the files that it was made from."""

    digest: Digest
    raws: Mapping[str, RawArticle]
    """By their `file`."""
    folder: str
    """Of the seeds, as people should read it."""
    files: Mapping[str, FileText] = field(default_factory=dict)
    """By path below the seeds, the text of each file that is text."""

    @classmethod
    def of(
        cls, digest: Digest, raws: Iterable[RawArticle], folder: str, files: Mapping[str, FileText] | None = None
    ) -> Sources:
        """Return the sources of a digest."""
        return cls(digest, {raw.file: raw for raw in raws}, folder, files or {})

    def article(self, article: ArticleId) -> AnnotatedArticle:
        """Return an article of the digest."""
        return next(found for found in self.digest.articles if found.article.id == article)

    def place(self, article: Article, span: Span) -> str:
        """Return the file and, where the text can be followed back, the line: "seeds/a.txt:12"."""
        name = f"{self.folder}/{article.file}"
        raw, file = self.raws.get(article.file), self.files.get(path_of(article.file))
        stretch = next((part for part in article.stretches if part.at <= span.start < part.at + part.length), None)
        # What was read is the file itself only where it is plain text; of a page or a Markdown file it is less.
        if raw is not None and stretch is not None and (file is None or _same(raw.text, file.text)):
            return f"{name}:{raw.text.count(chr(10), 0, stretch.origin + span.start - stretch.at) + 1}"
        paragraph = next((part for part in article.paragraphs if part.start <= span.start < part.end), None)
        if file is None or paragraph is None:
            return name
        line = file.line_of(paragraph.of(article.text), span.start - paragraph.start)
        return f"{name}:{line}" if line else name

    def words(self, article: ArticleId, span: Span) -> str:
        """Return words with where they stand."""
        found = self.article(article).article
        return f"“{span.of(found.text)}” ({self.place(found, span)})"

    def name(self, person: str) -> str:
        """Return the name of a person."""
        return next((known.name for known in self.digest.people if known.id == person), person)


def explain(identifier: str, sources: Sources) -> str:
    """Return how the thing with that id came to be, a fact a line.

    `identifier`: an id, or an address of the site that leads to the thing: "https://example.org/digest/q/<id>/",
    "articles/<id>/#q-<id>". Raises `DigestError` for one that is not in the digest.
    """
    wanted = named_by(identifier)
    rows = [row for part in _parts(wanted, sources) for row in part]
    if not rows:
        near = difflib.get_close_matches(wanted, _ids(sources.digest), n=1, cutoff=0.4)
        step = "Copy the id from the address of the thing on the site"
        detail = f"closest: {near[0]}" if near else ""
        raise DigestError(Problem(wanted, "nothing in the digest has this id", step, detail))
    width = max(len(label) for label, _ in rows) + 2
    return "\n".join(f"{label:<{width}}{said}" for label, said in rows)


def named_by(address: str) -> str:
    """Return the id that an address names: that of the place on the page where it names one."""
    path, _, place = address.strip().partition("#")
    path = path.partition("?")[0].removesuffix("index.html").removesuffix("index.md").rstrip("/").removesuffix(".md")
    for prefix in _PLACES:
        if place.startswith(prefix):
            return place.removeprefix(prefix)
    return place if place.startswith(_SENTENCE) else path.rpartition("/")[2]


def _same(read: str, file: str) -> bool:
    return read == file.replace("\r\n", "\n").replace("\r", "\n") or read == file


def _parts(wanted: str, sources: Sources) -> Iterator[Iterator[ToldRow]]:
    digest = sources.digest
    for found, day in zip(digest.articles, digest.published, strict=True):
        if found.article.id == wanted:
            yield _article(found, day, sources)
        for quote in found.quotes:
            if quote.id == wanted:
                yield _quote(quote, found.article, sources)
        for sentence in found.sentences:
            if sentence.anchor == wanted:
                yield iter((("sentence", sources.words(found.article.id, sentence.span)),))
        for report in found.reports:
            if report.id == wanted:
                yield _report(report, found.article, sources)
    for statement in digest.statements:
        if wanted == statement.id or any(wanted == reading.id for reading in statement.readings):
            yield _statement(statement, sources)
    for event in digest.events:
        if wanted == event.id or any(wanted in part.ids for part in event.evidence):
            yield _event(event, sources)
    for retelling in digest.retellings:
        if wanted in (retelling.id, *retelling.reports):
            yield _retelling(retelling, sources)
    yield from (_person(person, sources) for person in digest.people if wanted in _addresses(person))
    yield from (_agreement(agreement, sources) for agreement in digest.agreements if agreement.id == wanted)


def _addresses(person: Person) -> tuple[str, ...]:
    """Return what leads to a person below p/: the id, and every form of the name."""
    return (person.id, *map(url_safe, person.names))


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


def _article(found: AnnotatedArticle, day: PublicationDay, sources: Sources) -> Iterator[ToldRow]:
    article = found.article
    yield "article", article.id
    yield "file", f"{sources.folder}/{article.file}, SHA-256 {article.sha256}"
    for label in ("title", "outlet", "origin", "byline", "dateline", "url", "archived", "language"):
        stated = getattr(article.metadata, label)
        yield label, f"{stated.value} ({stated.how})" if stated else "the input does not say"
    yield "published", f"{day.value or 'open'}, to the {day.precision} ({day.reason})" if day.value else day.reason
    yield "body", f"{article.words} words in {len(article.paragraphs)} paragraphs"
    for part in article.removed:
        yield "removed", f"{_short(part.text)} ({part.reason})"
    yield "found", f"{len(found.quotes)} quotes, {len(found.time_expressions)} time expressions"


def _report(report: Report, article: Article, sources: Sources) -> Iterator[ToldRow]:
    for span in report.content:
        yield "report", f"{span.of(article.text)} ({sources.place(article, span)})"
    yield "kind", f"{report.cue_class}, {report.mood}" + (f", within {report.within}" if report.within else "")
    yield "cue", sources.words(article.id, report.cue)
    yield "source", sources.words(article.id, report.source) if report.source else "none"
    yield "speaker", report.speaker or "not known"
    via = f" ({report.decision.via})" if report.decision.via else ""
    yield "rule", f"{report.decided_by}{via}: {(EXPLANATIONS | OF_REPORTS)[report.decided_by]}"
    yield "right", f"{report.confidence:.0%} of the time" if report.confidence else "not counted"
    if report.doubt:
        yield "doubt", report.doubt


def _quote(quote: Quote, article: Article, sources: Sources) -> Iterator[ToldRow]:
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


def _statement(statement: Statement, sources: Sources) -> Iterator[ToldRow]:
    yield "statement", f"“{statement.text}”"
    yield "speakers", ", ".join(sources.name(speaker) for speaker in statement.speakers) or "not known"
    for reading in statement.readings:
        yield "reading", sources.words(reading.article_id, reading.span)
    if statement.why:
        yield "joined", statement.why
    if statement.flags:
        yield "flags", ", ".join(statement.flags)


def _retelling(retelling: Retelling, sources: Sources) -> Iterator[ToldRow]:
    yield "reported", f"by {len(retelling.articles)}, as said by {sources.name(retelling.speaker)}"
    if retelling.statement:
        yield "in words", retelling.statement


def _event(event: Event, sources: Sources) -> Iterator[ToldRow]:
    yield "event", event.label
    until = f" to {event.end}" if event.end else ""
    yield "date", f"{event.date}{until}, to the {event.precision}" if event.date else "not known"
    yield "reason", event.reason
    if event.dissent:
        yield "dissent", event.dissent
    for evidence in event.evidence:
        day = f", gives {evidence.day}" if evidence.day else ""
        yield "evidence", sources.words(evidence.article_id, evidence.span) + day


def _person(person: Person, sources: Sources) -> Iterator[ToldRow]:
    yield person.kind, person.name
    yield "names", ", ".join(person.names)
    for role in person.roles:
        yield "role", sources.words(role.article_id, role.span)
    said = [quote for found in sources.digest.articles for quote in found.quotes if quote.speaker == person.id]
    yield "quotes", str(len(said))


def _agreement(agreement: Agreement, sources: Sources) -> Iterator[ToldRow]:
    yield agreement.verdict, agreement.about
    yield "compared", agreement.kind
    for value in agreement.values:
        hedged = ", hedged" if value.hedged else ""
        yield "value", sources.words(value.article_id, value.span) + hedged


def _short(text: str, words: int = 12) -> str:
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")
