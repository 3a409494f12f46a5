"""The records of one article after each stage, as plain values for people to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from generator.errors import Problem, UsageError
from generator.records import AnnotatedArticle, Digest, RawArticle, Span

STAGES = ("read", "clean", "annotate", "collate")


def find_file(article: str, raws: Sequence[RawArticle], digest: Digest) -> str:
    """Return the file of an article named by its id, its path below the seeds or the name of its file.

    Raises `UsageError` for an article that is not there.
    """
    known: dict[str, str] = {found.article.id: found.article.file for found in digest.articles}
    named: dict[str, str] = {**{raw.file.rpartition("/")[2]: raw.file for raw in raws}, **known}
    wanted = article.removeprefix("./")
    for raw in raws:
        if wanted in (raw.file, f"seeds/{raw.file}"):
            return raw.file
    if wanted in named:
        return named[wanted]
    step = "Name an article by its id or its file: " + ", ".join(sorted(known))
    raise UsageError(Problem(article, "there is no such article", step))


def stage_records(stage: str, file: str, raws: Sequence[RawArticle], digest: Digest) -> Any:
    """Return what a stage made of one file. For `collate`: everything of the digest that rests on this article."""
    if stage == "read":
        return [plain(raw, raw.text) for raw in raws if raw.file == file]
    articles = [found for found in digest.articles if found.article.file == file]
    makers: dict[str, Callable[[AnnotatedArticle], Any]] = {
        "clean": lambda found: plain(found.article, found.article.text),
        "annotate": lambda found: {
            field.name: plain(getattr(found, field.name), found.article.text)
            for field in fields(found)
            if field.name != "article"
        },
        "collate": lambda found: _collated(found, digest),
    }
    return [makers[stage](found) for found in articles]


def _collated(found: AnnotatedArticle, digest: Digest) -> dict[str, Any]:
    article, text = found.article.id, found.article.text
    said = {quote.speaker for quote in found.quotes} | {mention.person for mention in found.mentions}
    rest = {
        "published": digest.published[digest.articles.index(found)],
        "siglum": found.article.siglum,
        "text_group": next((group for group in digest.text_groups if article in group), ()),
        "people": [person for person in digest.people if person.id in said],
    }
    spoken = {quote.id: quote.speaker for quote in found.quotes}
    statements = [
        {"id": statement.id, "text": statement.text, "flags": list(statement.flags), "quote": reading.quote_id}
        | {"reading": plain(reading.span, text)}
        for statement in digest.statements
        for reading in statement.readings
        if reading.article_id == article
    ]
    events = [
        {"id": event.id, "date": event.date, "label": event.label, "evidence": plain(evidence.span, text)}
        for event in digest.events
        for evidence in event.evidence
        if evidence.article_id == article
    ]
    agreements = [
        {"id": agreement.id, "about": agreement.about, "verdict": agreement.verdict, "value": plain(value.span, text)}
        for agreement in digest.agreements
        for value in agreement.values
        if value.article_id == article
    ]
    made = {name: plain(value, "") for name, value in rest.items()}
    return {**made, "speakers": spoken, "statements": statements, "events": events, "agreements": agreements}


def plain(value: Any, text: str) -> Any:
    """Return a record as dictionaries and lists; a span comes with its words."""
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end, **({"text": value.of(text)} if text else {})}
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name), text) for field in fields(value)}
    if isinstance(value, (list, tuple)):
        return [plain(part, text) for part in value]
    if isinstance(value, (set, frozenset)):
        return sorted(plain(part, text) for part in value)
    return value.isoformat() if isinstance(value, date) else value
