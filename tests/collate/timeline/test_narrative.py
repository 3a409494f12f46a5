"""The day of what no sentence dates, by what it is told behind."""

from __future__ import annotations

from collections.abc import Sequence

from generator.collate.timeline import build_timeline
from generator.records import Event
from tests.collate.timeline.timeline_articles import article, day

WEDNESDAY = "2024-06-12"
SANK = "A ferry sank off Havn on Monday."
RESCUED = "A trawler rescued eleven sailors from a raft."


def events_of(texts: Sequence[str], published: str | None = WEDNESDAY) -> list[Event]:
    articles = [article(f"a{n}", published, text) for n, text in enumerate(texts)]
    return [*build_timeline(articles, [day(published)] * len(articles), ())]


def days_of(texts: Sequence[str], word: str, published: str | None = WEDNESDAY) -> list[str]:
    return [event.date or event.when or "" for event in events_of(texts, published) if word in event.label]


def test_what_two_articles_tell_behind_one_day_is_of_that_day() -> None:
    assert days_of([f"{SANK} {RESCUED}", f"The ferry sank on Monday. {RESCUED}"], "rescued") == ["2024-06-10"]


def test_what_one_article_tells_behind_a_day_has_none() -> None:
    assert days_of([f"{SANK} {RESCUED}", f"The port of Havn is old. {RESCUED}"], "rescued") == [""]


def test_what_two_articles_tell_behind_two_days_has_none() -> None:
    told = [f"{SANK} {RESCUED}", f"The mayor of Havn resigned on Tuesday. {RESCUED}"]
    assert days_of(told, "rescued") == [""]


def test_what_is_told_behind_a_month_has_no_day() -> None:
    told = [f"{SANK} The yard had built it in May 2019. {RESCUED}", f"{SANK} The yard built it in May 2019. {RESCUED}"]
    assert days_of(told, "rescued") == [""]


def test_a_saying_or_what_had_been_before_is_of_no_day_told_before_it() -> None:
    had = "A trawler had rescued eleven sailors from a raft."
    assert "2024-06-10" not in days_of([f"{SANK} {had}", f"{SANK} {had}"], "rescued")


def test_the_reason_says_where_it_is_told() -> None:
    found = events_of([f"{SANK} {RESCUED}", f"The ferry sank on Monday. {RESCUED}"])
    (reason,) = [event.reason for event in found if "rescued" in event.label]
    assert reason == "told by 2 articles right behind what happened on 10 June 2024"
