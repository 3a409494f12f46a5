"""When an article was published: stated, inferred from its siblings, or left open."""

from __future__ import annotations

from generator.collate.publication_day import publication_days
from generator.records import AnnotatedArticle, Article, ArticleId, Metadata, PublicationDay, Stated

SPEECH = "“We will rebuild every bridge on this river before the winter comes,” Governor Ann Okoro told the crowd"


def article(name: str, text: str, published: str | None = None) -> AnnotatedArticle:
    stated = Stated(published, "front-matter") if published else None
    metadata = Metadata(published=stated, outlet=Stated(name.title(), "front-matter"))
    return AnnotatedArticle(Article(ArticleId(name), f"{name}.txt", "", text, (), metadata))


def dated(*articles: AnnotatedArticle) -> dict[str, PublicationDay]:
    days = publication_days(articles, ())
    backwards = publication_days(tuple(reversed(articles)), ())
    assert days == tuple(reversed(backwards)), "the order of the articles must not matter"
    return {one.article.id: day for one, day in zip(articles, days, strict=True)}


def test_stated_day_is_kept_with_how_it_is_known() -> None:
    day = dated(article("herald", SPEECH, "2023-06-19"))["herald"]
    assert (day.value, day.precision, day.inferred) == ("2023-06-19", "day", False)
    assert day.reason == "stated: front-matter"


def test_undated_article_takes_the_day_of_the_sibling_with_the_same_words_and_weekday() -> None:
    days = dated(
        article("herald", f"{SPEECH} on Monday.", "2023-06-19"), article("post", f"On Monday, {SPEECH} in Lokoja.")
    )
    assert (days["post"].value, days["post"].inferred) == ("2023-06-19", True)
    assert "Herald" in days["post"].reason
    assert "Monday" in days["post"].reason


def test_same_words_with_another_weekday_are_left_open() -> None:
    days = dated(article("herald", f"{SPEECH} on Monday.", "2023-06-19"), article("post", f"{SPEECH} on Wednesday."))
    assert days["post"].value is None


def test_article_about_something_else_is_left_open() -> None:
    days = dated(
        article("herald", f"{SPEECH} on Monday.", "2023-06-19"),
        article("post", "The football club signed a new striker on Monday, its chairman said."),
    )
    assert (days["post"].value, days["post"].precision) == (None, "none")


def test_of_two_days_the_one_whose_weekday_is_named_counts() -> None:
    days = dated(
        article("herald", f"{SPEECH} on Monday.", "2023-06-19"),
        article("times", f"{SPEECH} on Monday. A day on, few believe it.", "2023-06-20"),
        article("post", f"{SPEECH} on Monday."),
    )
    assert days["post"].value == "2023-06-19"


def test_two_days_that_nothing_decides_between_leave_it_open_with_a_window() -> None:
    days = dated(
        article("herald", f"{SPEECH}.", "2023-06-19"),
        article("times", f"{SPEECH}.", "2023-06-26"),
        article("post", f"{SPEECH}."),
    )
    assert days["post"].value is None
    assert days["post"].window is not None


def test_new_sibling_dates_what_was_open() -> None:
    alone = article("post", f"{SPEECH} on Monday.")
    assert dated(alone)["post"].value is None
    assert dated(alone, article("herald", f"{SPEECH} on Monday.", "2023-06-19"))["post"].value == "2023-06-19"
