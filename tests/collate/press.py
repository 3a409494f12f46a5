"""Small articles for the tests of collation, made from paragraphs with marked quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ids import anchors, slug, word_ids
from generator.records import (
    AnnotatedArticle,
    Article,
    ArticleId,
    Metadata,
    PersonId,
    Quote,
    QuoteId,
    Sentence,
    Span,
    Stated,
    Statement,
)
from tests.cases import Case

_QUOTED = re.compile(r'"([^"]+)"|“([^”]+)”')
_NEXT_SENTENCE = re.compile(r"(?<=[.!?])[\"”]?\s+(?=[\"“]?[A-Z])")
SHORT = 5


def article(name: str, paragraphs: Sequence[tuple[str | None, str]], day: str | None = None) -> AnnotatedArticle:
    """Return an article of (speaker, paragraph) pairs: a paragraph's quotations are the speaker's; "-": nobody's."""
    spans, at = [], 0
    for _, words in paragraphs:
        spans.append(Span(at, at + len(words)))
        at += len(words) + 2
    text = "\n\n".join(words for _, words in paragraphs)
    found = [
        (Span(*match.span()), speaker)
        for (speaker, _), span in zip(paragraphs, spans, strict=True)
        for match in _QUOTED.finditer(text, span.start, span.end)
    ]
    ids = word_ids(name, [content.of(text) for content, _ in found])
    quotes = tuple(
        Quote(
            QuoteId(quote_id),
            ArticleId(name),
            content,
            Span(content.start + 1, content.end - 1),
            "direct" if len(content.of(text).split()) >= SHORT else "fragment",
            quote_id,
            speaker=PersonId(slug(speaker)) if speaker and speaker != "-" else None,
        )
        for quote_id, (content, speaker) in zip(ids, found, strict=True)
    )
    metadata = Metadata(published=Stated(day, "test")) if day else Metadata()
    record = Article(ArticleId(name), f"{name}.txt", "", text, tuple(spans), metadata)
    return AnnotatedArticle(record, _sentences(text, spans), quotes)


def _sentences(text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
    spans = []
    for number, paragraph in enumerate(paragraphs):
        start = paragraph.start
        for match in _NEXT_SENTENCE.finditer(text, paragraph.start, paragraph.end):
            spans.append((Span(start, match.start()), number))
            start = match.end()
        spans.append((Span(start, paragraph.end), number))
    names = anchors("s", [span.of(text) for span, _ in spans])
    return tuple(Sentence(name, span, number) for name, (span, number) in zip(names, spans, strict=True))


def articles_of(case: Case) -> list[AnnotatedArticle]:
    """Return the articles of a case.

    A line of input is `> article | speaker | paragraph`, with `article@2023-06-19` for a stated day.
    """
    paragraphs: dict[str, list[tuple[str | None, str]]] = {}
    for line in case.quoted:
        name, speaker, words = (part.strip() for part in line.split("|", 2))
        paragraphs.setdefault(name, []).append((speaker, words))
    return [article(name.partition("@")[0], told, name.partition("@")[2] or None) for name, told in paragraphs.items()]


def told(statement: Statement, articles: Sequence[AnnotatedArticle]) -> str:
    """Return a statement as the case files write it: `article: words | article: words`."""
    texts = {found.article.id: found.article.text for found in articles}
    readings = sorted((reading.article_id, reading.span) for reading in statement.readings)
    return " | ".join(f"{name}: {span.of(texts[name])}" for name, span in readings)
