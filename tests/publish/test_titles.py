"""What a title tells without the day and the hour that a page prints around it."""

from __future__ import annotations

import pytest

from generator.publish.titles import (
    begins_with_a_day,
    ends_with_a_day,
    is_a_view,
    is_open,
    is_to_come,
    plain_title,
    tells_news,
)


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Posted 11/27/2015 7:21 AM Updated 11/27/2015 3:41 PM", ""),
        ("Pier closes in Havn Published: July 2, 2014", "Pier closes in Havn"),
        ("Pier closes in Havn Wednesday, 4 April 2012 10:30", "Pier closes in Havn"),
        ("Last updated at 14:00 GMT Pier closes in Havn", "Pier closes in Havn"),
        ("11/28/05 Pier closes in Havn", "Pier closes in Havn"),
        ("Pier closes in Havn 4/4/2012", "Pier closes in Havn"),
        ("Pier closes in Havn Published: 09 Sep 2013 11:25 GMT+02:00", "Pier closes in Havn"),
        ("FOR IMMEDIATE RELEASE July 13, 2009 Pier closes in Havn", "Pier closes in Havn"),
        ("20:18 IST Pier closes in Havn", "Pier closes in Havn"),
        ("Pier closes in Havn 4/4/2012 10:30 (GMT+05:00)", "Pier closes in Havn"),
        ("Pier closes in Havn November 15, 2011 6:07:15 PM", "Pier closes in Havn"),
        ("Pier closes in Havn By Rosa Ortiz Monday", "Pier closes in Havn"),
        ("Bill backed By Rosa Ortiz", "Bill backed By Rosa Ortiz"),
        ("The flood of September 11, 2001", "The flood of September 11, 2001"),
        ("June 6, 1944, as told by those who landed", "June 6, 1944, as told by those who landed"),
        ("9:30 deadline passes in Havn", "9:30 deadline passes in Havn"),
        ("Council meets Monday", "Council meets Monday"),
    ],
)
def test_a_title_is_told_without_the_day_and_the_hour_of_its_page(title: str, plain: str) -> None:
    assert plain_title(title) == plain


@pytest.mark.parametrize(
    ("title", "news"),
    [
        ("Pier closes in Havn", True),
        ("Police: Pier closes in Havn", True),
        ("Rosa Ortiz: Pier closes in Havn", False),
        ("OPINION: Close the pier", False),
        ("Will the pier close?", False),
        ("The pier of Havn, explained", False),
        ("How the pier was lost", False),
        ("Flood in Havn: Why it came", False),
        ("WHO officials call pier unsafe", True),
        ("Five takeaways on the pier", False),
        ("Read the report on the pier", False),
        ("Havn must not close its pier", False),
        ("Flood shows Havn must close its pier", False),
        ("Ortiz says Havn must close its pier", True),
        ("Pier that 'must be closed' stays", True),
        ("The pier is old, but there’s hope", False),
        ("We are asked to believe that the pier is safe", False),
        ("Ortiz tells Havn 'we are safe' after flood", True),
        ("State radio: Pier closes", True),
        ("'A miracle': Pier withstands flood", True),
        ("Havn council election: Ortiz wins by a hair", True),
    ],
)
def test_a_question_and_a_view_tell_no_news(title: str, news: bool) -> None:
    assert tells_news(title) is news


@pytest.mark.parametrize(
    ("title", "coming"),
    [
        ("Council to vote on pier", True),
        ("Harbour Officials to Open New Pier", True),
        ("Council will vote", True),
        ("Pier in Havn might close", True),
        ("Fares in May fall", False),
        ("Ortiz vows to close pier", False),
        ("Ortiz Calls On Dahl To Go", False),
    ],
)
def test_what_is_to_be_done_is_told_apart(title: str, coming: bool) -> None:
    assert is_to_come(title) is coming


@pytest.mark.parametrize(
    ("title", "still"),
    [
        ("Ortiz seeks backing for new pier", True),
        ("Council set for vote on pier", True),
        ("Captain reportedly tells paper of second wreck", True),
        ("Report: Dahl has sold the tugs", True),
        ("Council closes pier after vote", False),
        ("Defeat of plan ends quarrel over pier", False),
        ("Ortiz says 'we may never know'", False),
    ],
)
def test_what_was_open_when_it_was_written_is_told_apart(title: str, still: bool) -> None:
    assert is_open(title) is still


@pytest.mark.parametrize(
    ("sentence", "dated"),
    [("July 2, 2014 The pier closed.", True), ("July 2, 2014 was a day of fog.", False), ("The pier closed.", False)],
)
def test_the_day_of_a_page_that_ran_into_a_sentence_is_seen(sentence: str, *, dated: bool) -> None:
    assert begins_with_a_day(sentence) is dated


@pytest.mark.parametrize(
    ("title", "outlet", "url", "view"),
    [
        ("OPINION: Close the pier", "Havn Post", "", True),
        ("Close the pier", "Havn Opinion", "", True),
        ("Close the pier", "Havn Post", "https://post.example/opinion/close-the-pier", True),
        ("Close the pier", "Havn Post", "https://post.example/news/opinion-of-the-court", False),
        ("Court issues opinion on pier", "Havn Post", "", False),
    ],
)
def test_a_view_says_so_in_title_outlet_or_address(title: str, outlet: str, url: str, view: bool) -> None:
    assert is_a_view(title, outlet, url) is view


@pytest.mark.parametrize(
    ("sentence", "stamped"),
    [("Pier closes in Havn HNN Jul 2, 2014, 05.", True), ("The pier closed on July 2, 2014.", False)],
)
def test_a_headline_with_half_an_hour_is_no_sentence(sentence: str, stamped: bool) -> None:
    assert ends_with_a_day(sentence) is stamped
