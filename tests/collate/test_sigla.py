"""Short names of sources: the known one, the outlet's words, and never a year or a number."""

from __future__ import annotations

import pytest

from generator.collate.sigla import MAX_LETTERS, letters_of, with_sigla
from generator.records import AnnotatedArticle, Article, ArticleId, Metadata, Stated


def made(*articles: tuple[str, str, str]) -> list[AnnotatedArticle]:
    """Return articles, each given as id, outlet and origin ("": not stated)."""
    return [
        AnnotatedArticle(
            Article(ArticleId(name), "a.txt", "", "", (), Metadata(outlet=_stated(outlet), origin=_stated(origin)))
        )
        for name, outlet, origin in articles
    ]


def named(
    *articles: tuple[str, str, str], chosen: dict[str, str] | None = None, given: dict[str, str] | None = None
) -> list[str]:
    """Return the sigla of such articles."""
    return [found.article.siglum for found in with_sigla(made(*articles), chosen or {}, given or {})]


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
        ("q7xk2mvb", "Source"),
        ("tgnrpklwhd4vbsq", "Source"),
        ("click2harbour", "Click2harbour"),
        ("harbour24", "Harbour24"),
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


FERRY, PIER, RAIN = ("1710", "", ""), ("1715", "", ""), ("1712", "", "")


def test_one_more_article_takes_no_others_letter() -> None:
    before = letters_of(with_sigla(made(FERRY, PIER), {}), {})
    assert before == {"1710": "a", "1715": "b"}
    assert named(FERRY, RAIN, PIER, given=before) == ["Source a", "Source c", "Source b"]


def test_an_article_less_moves_no_letter_and_its_own_is_free() -> None:
    assert named(RAIN, PIER, given={"1710": "a", "1715": "b"}) == ["Source a", "Source b"]


def test_who_has_no_other_beside_it_has_no_letter_and_gets_its_own_back() -> None:
    given = {"1710": "a", "1715": "b"}
    assert named(PIER, given=given) == ["Source"]
    assert named(FERRY, PIER, given=given) == ["Source a", "Source b"]


def test_a_letter_that_two_branches_gave_is_the_first_ones() -> None:
    assert named(FERRY, RAIN, PIER, given={"1712": "c", "1715": "c"}) == ["Source a", "Source c", "Source b"]


def test_a_letter_goes_with_the_article_to_another_source_where_it_is_free() -> None:
    bell, post = ("1715", "Bell", ""), ("1712", "Bell", "")
    assert named(FERRY, post, bell, given={"1710": "a", "1715": "b"}) == ["Source", "Bell a", "Bell b"]


@pytest.mark.parametrize("letter", ["", "B", "<b>", "abcde", "a b"])
def test_what_is_no_letter_is_none(letter: str) -> None:
    assert named(FERRY, PIER, given={"1715": letter}) == ["Source a", "Source b"]


def test_after_z_come_two_letters() -> None:
    many = [(f"17{number:02}", "", "") for number in range(28)]
    assert named(*many)[25:] == ["Source z", "Source aa", "Source ab"]
    assert letters_of(with_sigla(made(*many), {}), {})["1727"] == "ab"
