"""One article at a time: sentences, quotes with their sources, mentions, time expressions."""

from __future__ import annotations

from generator.language import Language
from generator.records import AnnotatedArticle, Article


def annotate(article: Article, language: Language) -> AnnotatedArticle:
    """Return the article with all that was found in it.

    Speakers are left to collation, which knows the whole folder.
    """
    return AnnotatedArticle(article)
