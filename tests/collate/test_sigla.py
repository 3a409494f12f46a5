"""Short names of sources where nothing but the id is known."""

from __future__ import annotations

import pytest

from generator.collate.sigla import with_sigla
from generator.records import AnnotatedArticle, Article, ArticleId, Metadata


@pytest.mark.parametrize(
    ("article_id", "siglum"),
    [
        ("2023-06-20-harbour-bell", "harbour-bell"),
        ("harbour-bell-lifted-by-divers", "harbour-bell"),
        ("003_bell", "bell"),
        ("1710", "1710"),
        ("2023-06-20", "2023-06-20"),
        ("000_d9dd53475bfafcc1", "000_d9dd53475b"),
    ],
)
def test_an_articles_id_is_its_siglum_without_the_day(article_id: str, siglum: str) -> None:
    (found,) = with_sigla([AnnotatedArticle(Article(ArticleId(article_id), "a.txt", "", "", (), Metadata()))], {})
    assert found.article.siglum == siglum
