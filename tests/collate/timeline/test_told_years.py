"""Articles that state no day appeared between the years that they tell as past and those that they tell as to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.collate.publication.days import publication_days, time_expressions_of
from generator.collate.timeline import build_timeline
from generator.collate.timeline.mentions.grammar import grammars_of
from generator.collate.timeline.told_years import in_told_years
from generator.records import AnnotatedArticle, PublicationDay
from tests.collate.timeline.timeline_articles import article

PAST = "The yard launched its last ferry in 2013, and the mayor praised it."
COMING = "The yard will launch a new ferry in 2015, the mayor said."


def told(*articles: AnnotatedArticle) -> tuple[PublicationDay, ...]:
    return in_told_years(articles, publication_days(articles, ()), grammars_of(articles))


def values(text: str, window: tuple[date, date]) -> list[str | None]:
    day = PublicationDay("2014", "year", "inferred: likely 2014", True, window)
    return [time.value for time in time_expressions_of(article("post", None, text), day)]


def test_year_between_one_told_as_past_and_one_told_as_to_come_is_the_likely_year() -> None:
    days = told(article("herald", None, PAST), article("post", None, COMING))
    assert [(day.value, day.precision, day.inferred) for day in days] == [("2014", "year", True)] * 2
    assert days[0].window == (date(2014, 1, 1), date(2014, 12, 31))
    assert "“2013” as past and of “2015” as to come" in days[0].reason


def test_month_told_as_past_with_its_year_may_be_of_the_same_year() -> None:
    days = told(article("herald", None, f"The pier opened in September 2014. {COMING}"))
    assert days[0].window == (date(2014, 9, 1), date(2014, 12, 31))


def test_end_of_a_year_to_come_may_be_that_of_the_same_year() -> None:
    days = told(article("herald", None, f"{PAST} The new ferry will sail in late 2014."))
    assert days[0].window == (date(2014, 1, 1), date(2014, 12, 31))


def test_years_on_one_side_or_far_apart_or_in_a_quotation_leave_it_open() -> None:
    assert told(article("herald", None, PAST))[0].value is None
    assert told(article("herald", None, f"{PAST} It will be scrapped in 2030."))[0].value is None
    assert told(article("herald", None, f"{PAST} “It will be scrapped in 2015,” said Ann Lind."))[0].value is None


def test_folder_with_a_dated_article_keeps_what_its_siblings_tell() -> None:
    articles = (article("herald", None, PAST), article("post", None, COMING))
    stated = (PublicationDay("2014-06-12", "day", "stated"), PublicationDay(None, "none", "open"))
    assert in_told_years(articles, stated, grammars_of(articles)) == stated


def test_what_is_the_same_all_year_is_dated_by_the_year() -> None:
    year = (date(2014, 1, 1), date(2014, 12, 31))
    text = "The pier opened last year, was painted yesterday, and will close next year."
    assert values(text, year) == ["2013", None, "2015"]


def test_day_without_its_year_is_of_the_weeks_before_the_article() -> None:
    text = "The ferry sank on Dec. 3, after it was painted in September."
    assert values(text, (date(2014, 9, 1), date(2014, 12, 31))) == ["2014-12-03", "2014-09"]
    assert values(text, (date(2014, 1, 1), date(2014, 12, 31))) == [None, None]  # or in the winter before


@pytest.mark.parametrize(
    "signature", ["— Ann Lind (@annlind) September 20, 2014", "Ann Lind (@annlind) on Sept 20, 2014"]
)
def test_day_of_a_post_that_an_article_prints_tells_the_year(signature: str) -> None:
    days = told(article("herald", None, f"“What a ferry!” {signature}"), article("post", None, "The ferry sank."))
    assert [(day.value, day.precision, day.window) for day in days] == [
        ("2014", "year", (date(2014, 9, 20), date(2014, 12, 31)))
    ] * 2
    assert days[1].reason.startswith("inferred: likely 2014, as the articles print a post of “Sept")


@pytest.mark.parametrize(
    "text",
    [
        "The ferry was launched on September 20, 2014.",
        "“What a ferry!” — Ann Lind (@annlind) December 20, 2014",
        "“What a ferry!” — Ann Lind (@annlind) September 20, 2014. The ferry was sold in 2015.",
    ],
)
def test_any_other_day_a_post_at_the_turn_of_the_year_and_one_older_than_the_story_tell_no_year(text: str) -> None:
    assert told(article("herald", None, text))[0].value is None


def test_what_only_words_date_says_the_likely_year_as_its_reason() -> None:
    text = f"{PAST} {COMING} The mayor sold the old ferry on Tuesday. Divers found its anchor last month."
    found = article("herald", None, text)
    published = told(found)
    events = build_timeline([found], published, ())
    assert [(event.date, event.precision, event.when) for event in events if event.when] == [
        (None, "none", "last month"),
        (None, "none", "Tuesday"),
    ]
    assert events[-1].reason == "“Tuesday”, in an article that likely appeared in 2014"
    assert [event.background for event in events[-2:]] == [True, False]


def test_what_is_counted_from_another_day_heads_nothing_in_a_likely_year() -> None:
    found = article("herald", None, f"{PAST} {COMING} The mayor sold the old ferry the next morning.")
    assert not [event for event in build_timeline([found], told(found), ()) if event.when]


def test_days_near_the_last_post_are_the_story() -> None:
    post = "“What a ferry!” — Ann Lind (@annlind) September 20, 2014."
    found = article(
        "herald", None, f"{post} The mayor sold the old ferry on September 19. Divers found a wreck on July 2."
    )
    published = told(found)
    dated = replace(found, time_expressions=time_expressions_of(found, published[0]))
    events = build_timeline([dated], published, ())
    assert [(event.date, event.background) for event in events] == [("2014-07-02", True), ("2014-09-19", False)]
