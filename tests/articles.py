"""Small annotated articles for tests: a few lines of text in which every “…” is a quote."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.ids import word_ids
from generator.records import AnnotatedArticle, Article, ArticleId, Metadata, Person, PersonId, Quote, QuoteId, Span

QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")


def article(name: str, text: str, metadata: Metadata | None = None) -> AnnotatedArticle:
    """Return an annotated article with a direct quote for each “…”; quotes joined by an utterance end in a comma."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    body, paragraphs, at = "\n\n".join(lines), [], 0
    for line in lines:
        paragraphs.append(Span(at, at + len(line)))
        at += len(line) + 2
    made = Article(ArticleId(name), f"{name}.txt", "", body, tuple(paragraphs), metadata or Metadata())
    found = list(QUOTED.finditer(body))
    ids = [QuoteId(quote_id) for quote_id in word_ids(name, [match[1] for match in found])]
    quotes, head = [], ""
    for match, quote_id in zip(found, ids, strict=True):
        head = head or quote_id
        quotes.append(Quote(quote_id, made.id, Span(*match.span()), Span(*match.span(1)), "direct", head))
        head = head if match[1].endswith(",") else ""
    return AnnotatedArticle(made, quotes=tuple(quotes))


def people(**names: str) -> tuple[Person, ...]:
    """Return people: `people(okafor="Ruth Okafor")`."""
    return tuple(Person(PersonId(key), name, "person", (name, name.split()[-1])) for key, name in names.items())


def speakers(found: AnnotatedArticle) -> Mapping[str, str | None]:
    """Return the words of each quote with its speaker."""
    return {quote.inner.of(found.article.text): quote.speaker for quote in found.quotes}
