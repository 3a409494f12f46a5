"""Short names of sources: the known one, the outlet's words, and never a year or a number."""

from __future__ import annotations

import pytest

from generator.collate.sigla import MAX_LETTERS, with_sigla
from generator.records import AnnotatedArticle, Article, ArticleId, Metadata, Stated


def named(*articles: tuple[str, str, str], chosen: dict[str, str] | None = None) -> list[str]:
    """Return the sigla of articles, each given as id, outlet and origin ("": not stated)."""
    made = [
        Article(ArticleId(name), "a.txt", "", "", (), Metadata(outlet=_stated(outlet), origin=_stated(origin)))
        for name, outlet, origin in articles
    ]
    return [found.article.siglum for found in with_sigla([AnnotatedArticle(each) for each in made], chosen or {})]


def _stated(value: str) -> Stated | None:
    return Stated(value, "meta tag") if value else None


@pytest.mark.parametrize(
    ("article_id", "siglum"),
    [
        ("2025-03-07-larkfield-herald", "Larkfield Herald"),
        ("2023-06-20-harbour-bell", "Harbour Bell"),
        ("20230620_the_harbour_bell", "Harbour Bell"),
        ("harbour-bell-2", "Harbour Bell"),
        ("003_bell", "Bell"),
        ("2023-06-20-channel-4-news", "Channel 4 News"),
        ("2023-06-20-kuwait-news-agency", "KUNA"),
        ("2023-06-20-times-of-larkfield-bay", "Times"),
        ("bell-lifted-by-divers", "Bell Lifted"),
        ("harbour-bell-lifted-by-divers", "Source"),
        ("1710", "Source"),
        ("2023-06-20", "Source"),
        ("2023", "Source"),
        ("000_d9dd53475bfafcc1", "Source"),
    ],
)
def test_an_articles_id_gives_the_outlets_words_and_never_a_number(article_id: str, siglum: str) -> None:
    assert named((article_id, "", "")) == [siglum]


@pytest.mark.parametrize(
    ("outlet", "siglum"),
    [
        ("Kuwait News Agency", "KUNA"),
        ("The Associated Press", "AP"),
        ("Larkfield News Agency (LANA)", "LANA"),
        ("Larkfield Local Chronicle", "LLC"),
        ("Larkfield Gazette", "Larkfield"),
        ("The Larkfield Herald", "Larkfield Herald"),
        ("www.larkfield-online.example", "larkfield-online"),
    ],
)
def test_a_long_name_gives_the_known_short_one_or_its_own_words(outlet: str, siglum: str) -> None:
    assert named(("a", outlet, "")) == [siglum]
    assert len(siglum) <= MAX_LETTERS


def test_a_copy_of_anothers_story_names_both() -> None:
    assert named(("a", "Harbour News", "CNN"), ("b", "CNN", "CNN"), ("c", "CNN", "")) == [
        "Harbour ‹ CNN",
        "CNN a",
        "CNN b",
    ]
    assert named(("a", "Coast Post", "Coast Post / Coast Wire")) == ["Coast Post"]
    assert named(("a", "", "Reuters")) == ["Reuters"]


def test_an_editors_short_names_stand_alone_or_on_either_side() -> None:
    story = ("a", "Harbour News", "Coast Wire Service")
    assert named(story, chosen={"a": "Bell"}) == ["Bell"]
    assert named(story, chosen={"Harbour News": "HN"}) == ["HN ‹ CWS"]
    assert named(story, chosen={"Coast Wire Service": "Wiremen"}) == ["Harbour ‹ Wiremen"]


def test_sources_of_which_nothing_is_known_are_told_apart_by_letters() -> None:
    assert named(("1710", "", ""), ("1711", "", "")) == ["Source a", "Source b"]
