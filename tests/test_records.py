"""What records can tell of themselves."""

from __future__ import annotations

import pytest

from generator.records import AnnotatedArticle, Article, ArticleId, Metadata, Sentence, Span

TEXT = "One bell.\n\nTwo bells."
ARTICLE = Article(ArticleId("a"), "a.txt", "", TEXT, (Span(0, 9), Span(11, 21)), Metadata())
FOUND = AnnotatedArticle(ARTICLE, (Sentence("s1", Span(0, 9), 0), Sentence("s2", Span(11, 21), 1)))


@pytest.mark.parametrize(("offset", "anchor"), [(0, "s1"), (8, "s1"), (10, "s1"), (11, "s2"), (99, "s2"), (-1, None)])
def test_a_place_lies_in_the_last_sentence_that_begins_before_it(offset: int, anchor: str | None) -> None:
    found = FOUND.sentence_from(offset)
    assert (found.anchor if found else None) == anchor
    assert AnnotatedArticle(ARTICLE).sentence_from(offset) is None
