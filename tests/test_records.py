"""What records can tell of themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.records import (
    MANY_PLACES,
    AnnotatedArticle,
    Article,
    ArticleId,
    Metadata,
    ParsedWord,
    Sentence,
    Span,
)

TEXT = "One bell.\n\nTwo bells."
ARTICLE = Article(ArticleId("a"), "a.txt", "", TEXT, (Span(0, 9), Span(11, 21)), Metadata())
FOUND = AnnotatedArticle(ARTICLE, (Sentence("s1", Span(0, 9), 0), Sentence("s2", Span(11, 21), 1)))


@pytest.mark.parametrize(("offset", "anchor"), [(0, "s1"), (8, "s1"), (10, "s1"), (11, "s2"), (99, "s2"), (-1, None)])
def test_a_place_lies_in_the_last_sentence_that_begins_before_it(offset: int, anchor: str | None) -> None:
    found = FOUND.sentence_from(offset)
    assert (found.anchor if found else None) == anchor
    assert AnnotatedArticle(ARTICLE).sentence_from(offset) is None


def test_words_of_two_articles_share_the_numbers_of_their_places() -> None:
    one, other = (ParsedWord(int("4321"), int("4327"), "ferry", "NN", "dobj", int("777")) for _ in range(2))
    assert (one.start, one.end, one.head, one.quoted) == (4321, 4327, 777, False)
    assert one.start is other.start and one.end is other.end and one.head is other.head


def test_word_far_into_a_long_article_keeps_its_place() -> None:
    far = ParsedWord(MANY_PLACES - 1, MANY_PLACES, "ferry", "NN", "dobj", -1, quoted=True)
    assert (far.start, far.end, far.head, far.quoted) == (MANY_PLACES - 1, MANY_PLACES, -1, True)
    assert replace(far, lemma="boat") == ParsedWord(MANY_PLACES - 1, MANY_PLACES, "boat", "NN", "dobj", -1, True)
