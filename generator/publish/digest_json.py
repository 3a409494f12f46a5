"""`docs/data/digest.json`: the whole digest as data. Its fields are a contract that other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from generator.publish.markup import SURROGATE
from generator.records import (
    Agreement,
    AnnotatedArticle,
    ArticleId,
    Digest,
    Event,
    Mark,
    Person,
    PublicationDay,
    Quote,
    Report,
    Span,
    Stated,
    Statement,
)

VERSION = 1
Json = dict[str, Any]


def digest_data(digest: Digest) -> Json:
    """Return the digest as JSON-ready values. Offsets count code points of the article's canonical text.

    Raises `ValueError` when a span does not lie inside its article: then the digest must not be published.
    """
    texts = {found.article.id: found.article.text for found in digest.articles}
    groups = {article: group[0] for group in digest.text_groups for article in group}
    statements = _statements_of_quotes(digest.statements)
    marks = [_mark(mark) for mark in digest.marks if mark.what not in ("reviewed", "pinned")]
    return {
        "version": VERSION,
        "articles": [
            _article(found, day, groups.get(found.article.id, found.article.id))
            for found, day in zip(digest.articles, digest.published, strict=True)
        ],
        "people": [_person(person) for person in digest.people],
        "quotes": [
            _quote(quote, texts, statements.get(quote.id, [])) for found in digest.articles for quote in found.quotes
        ],
        "statements": [_statement(statement, texts) for statement in digest.statements],
        "events": [_event(event, texts) for event in digest.events],
        "agreements": [_agreement(agreement, texts) for agreement in digest.agreements],
        "reports": _reports(digest, texts),
        # Only where an editor states something: a digest without is the same file as before there were marks.
        **({"marks": marks} if marks else {}),
    }


def dump(data: Json) -> bytes:
    """Return JSON with one entry of a list a line, so that a change of one article is a change of few lines."""
    parts = []
    for key, value in data.items():
        if isinstance(value, list) and value:
            rows = ",\n".join(line(row) for row in value)
            parts.append(f"{json.dumps(key)}: [\n{rows}\n]")
        else:
            parts.append(f"{json.dumps(key)}: {line(value)}")
    return ("{" + ",\n".join(parts) + "}\n").encode()


# Made once, and not for each of many thousand lines; our rows hold no circles to look for.
_encoded = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def line(value: object) -> str:
    """Return JSON on one line. A lone surrogate, which UTF-8 cannot hold, comes out as an escape."""
    text = _encoded(value)
    return text if text.isascii() or SURROGATE.search(text) is None else json.dumps(value)


def stretch(span: Span, article: ArticleId, texts: Mapping[ArticleId, str]) -> Json:
    """Return a span with its words: `text[start:end]` of the article is the field `text`, always."""
    text = texts[article]
    if not 0 <= span.start <= span.end <= len(text):
        raise ValueError(f"span {span.start}-{span.end} is not inside the {len(text)} characters of {article}")
    return {"article": article, "start": span.start, "end": span.end, "text": span.of(text)}


def _article(found: AnnotatedArticle, day: PublicationDay, group: ArticleId) -> Json:
    article = found.article
    known = article.metadata
    return {
        "id": article.id,
        "file": article.file,
        "title": _value(known.title),
        "outlet": _value(known.outlet),
        "origin": _value(known.origin),
        "published": day.value,
        "published_precision": day.precision,
        "published_reason": day.reason,
        "byline": _value(known.byline),
        "dateline": _value(known.dateline),
        "url": _value(known.url),
        "archived": _value(known.archived),
        "language": article.language,
        "words": article.words,
        "paragraphs": [span.of(article.text) for span in article.paragraphs],
        "removed": [{"text": part.text, "reason": part.reason} for part in article.removed],
        "text_group": group,
    }


def _value(stated: Stated | None) -> str | None:
    return stated.value if stated else None


def _person(person: Person) -> Json:
    roles = [{"text": role.text, "article": role.article_id} for role in person.roles]
    return {"id": person.id, "name": person.name, "kind": person.kind, "names": list(person.names), "roles": roles}


def _quote(quote: Quote, texts: Mapping[ArticleId, str], statements: Sequence[str]) -> Json:
    text = texts[quote.article_id]
    return {
        "id": quote.id,
        **stretch(quote.content, quote.article_id, texts),
        "kind": quote.kind,
        "utterance": quote.utterance,
        "cue": quote.cue.of(text) if quote.cue else None,
        "source": quote.source.of(text) if quote.source else None,
        "speaker": quote.speaker,
        "decided_by": quote.decided_by,
        "confidence": round(quote.confidence, 3),
        "statements": list(statements),
    }


def _reports(digest: Digest, texts: Mapping[ArticleId, str]) -> list[Json]:
    """Return what the articles themselves tell that somebody said, without marks."""
    told = {report: retelling for retelling in digest.retellings for report in retelling.reports}
    return [
        {
            **_report(report, texts),
            "retelling": told[report.id].id if report.id in told else None,
            "statement": told[report.id].statement if report.id in told else None,
        }
        for found in digest.articles
        for report in found.reports
        if report.is_told
    ]


def _report(report: Report, texts: Mapping[ArticleId, str]) -> Json:
    text = texts[report.article_id]
    return {
        "id": report.id,
        "article": report.article_id,
        "kind": "indirect",
        "cue_class": report.cue_class,
        "parts": [stretch(span, report.article_id, texts) for span in report.content],
        "cue": report.cue.of(text),
        "source": report.source.of(text) if report.source else None,
        "speaker": report.speaker,
        "decided_by": report.decided_by,
        "confidence": round(report.confidence, 3),
        "quotes": list(report.quotes),
    }


def _statements_of_quotes(statements: Sequence[Statement]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for statement in statements:
        for reading in statement.readings:
            listed = found.setdefault(reading.quote_id, [])
            if statement.id not in listed:
                listed.append(statement.id)
    return found


def _statement(statement: Statement, texts: Mapping[ArticleId, str]) -> Json:
    return {
        "id": statement.id,
        "speakers": list(statement.speakers),
        "text": statement.text,
        "readings": [
            {"quote": reading.quote_id, **stretch(reading.span, reading.article_id, texts)}
            for reading in statement.readings
        ],
        "articles": list(statement.articles),
        "flags": list(statement.flags),
    }


def _event(event: Event, texts: Mapping[ArticleId, str]) -> Json:
    return {
        "id": event.id,
        "date": event.date,
        "end": event.end,
        "precision": event.precision,
        "reason": event.reason,
        "label": event.label,
        "planned": event.planned,
        "background": event.background,
        "order": event.order or None,
        "when": event.when or None,
        "evidence": [
            {**stretch(evidence.span, evidence.article_id, texts), "sure": evidence.sure} for evidence in event.evidence
        ],
    }


def _mark(mark: Mark) -> Json:
    kind, name = mark.thing
    return {"of": kind, "id": name, "what": mark.what, "text": mark.text, "url": mark.url or None}


def _agreement(agreement: Agreement, texts: Mapping[ArticleId, str]) -> Json:
    values = [stretch(value.span, value.article_id, texts) for value in agreement.values]
    return {
        "id": agreement.id,
        "about": agreement.about,
        "verdict": agreement.verdict,
        "class": agreement.contrast,
        "minor": agreement.minor,
        "values": values,
    }
