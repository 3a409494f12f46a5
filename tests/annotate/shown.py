"""What was found in small articles, as the case files write it: one line a quote."""

from __future__ import annotations

from generator.annotate import annotate
from generator.collate.people.resolve import resolve_people
from generator.language import Language
from generator.records import AnnotatedArticle, Span
from generator.single import raw_article


def annotated(texts: list[str], language: Language) -> list[AnnotatedArticle]:
    """Return the articles of the texts that are not empty."""
    return [annotate(raw_article(text, None, f"a{n}"), language) for n, text in enumerate(texts) if text.strip()]


def marked_of(texts: list[str], language: Language) -> list[str]:
    """Return kind and words of every marked stretch."""
    return [
        f"{quote.kind} | {quote.inner.of(found.article.text)}"
        for found in annotated(texts, language)
        for quote in found.quotes
    ]


def attributed_of(texts: list[str], language: Language) -> list[str]:
    """Return source, cue, words and rule of every spoken quote."""
    lines = []
    for found in annotated(texts, language):
        text = found.article.text
        for quote in found.quotes:
            if quote.kind != "term":
                parts = (_shown(text, quote.source), _shown(text, quote.cue), quote.inner.of(text), quote.decided_by)
                lines.append(" | ".join(parts))
    return lines


def named_of(texts: list[str], language: Language) -> list[str]:
    """Return the resolved speaker, words and doubt of every spoken quote."""
    return named_among(annotated(texts, language))


def named_among(articles: list[AnnotatedArticle]) -> list[str]:
    """Return the same of annotated articles."""
    people, resolved = resolve_people(articles)
    names = {person.id: person.name for person in people}
    return [
        " | ".join(filter(None, (names[q.speaker] if q.speaker else "-", q.inner.of(found.article.text), q.doubt)))
        for found in resolved
        for q in found.quotes
        if q.kind != "term"
    ]


def reported_of(texts: list[str], language: Language) -> list[str]:
    """Return source, cue, kind and words of every report that stands in no other one."""
    lines = []
    for found in annotated(texts, language):
        text = found.article.text
        for report in found.reports:
            if report.within is None:
                kind = report.cue_class + ("" if report.mood == "told" else f" ({report.mood})")
                words = " / ".join(span.of(text) for span in report.content)
                lines.append(" | ".join((_shown(text, report.source), report.cue.of(text), kind, words)))
    return lines


def _shown(text: str, span: Span | None) -> str:
    return span.of(text) if span else "-"


def sentences_of(texts: list[str], language: Language) -> list[str]:
    """Return every sentence."""
    return [
        sentence.span.of(found.article.text) for found in annotated(texts, language) for sentence in found.sentences
    ]
