"""From `RawArticle`s to `Article`s: the exact body, the metadata with its evidence, the rest with a reason."""

from __future__ import annotations

from collections.abc import Iterable

from generator.ids import article_id
from generator.records import Article, ArticleId, Metadata, RawArticle, Span


def clean_folder(raws: Iterable[RawArticle]) -> list[Article]:
    """Return the cleaned articles, sorted by id. What recurs over many articles of the folder helps to tell dirt."""
    return sorted((clean(raw) for raw in raws), key=lambda article: article.id)


def clean(raw: RawArticle, recurring: frozenset[str] = frozenset()) -> Article:
    """Return one article. `recurring`: lines that stand in many articles of the folder."""
    paragraphs = [line.strip() for line in raw.text.splitlines() if line.strip()]
    text, spans = join(paragraphs)
    return Article(ArticleId(article_id(raw.wanted_id, raw.file)), raw.file, raw.sha256, text, spans, Metadata())


def join(paragraphs: list[str]) -> tuple[str, tuple[Span, ...]]:
    """Return the canonical text of the paragraphs and the span of each."""
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    return "\n\n".join(paragraphs), tuple(spans)


def body_paragraphs(text: str) -> list[str]:
    """Return the body paragraphs of one text scrape."""
    article = clean(RawArticle("text", "", text))
    return [span.of(article.text) for span in article.paragraphs]
