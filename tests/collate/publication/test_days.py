"""When an article was published: stated, inferred from its siblings, or left open."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from generator.annotate.dates import find_times
from generator.collate.publication.days import publication_days, time_expressions_of
from generator.records import (
    BY_EDITOR,
    AnnotatedArticle,
    Article,
    ArticleId,
    Digest,
    Mention,
    Metadata,
    PersonId,
    PublicationDay,
    Span,
    Stated,
)

SPEECH = "“We will rebuild every bridge on this river before the winter comes,” Governor Ann Okoro told the crowd"

LONGER = (
    "She has held office since the flood, and her party backs her plan in full. Traders in the old market were less "
    "certain, for the ferries had carried their lorries for a generation and nobody had told them who would pay."
)


def article(name: str, text: str, published: str | None = None) -> AnnotatedArticle:
    stated = Stated(published, "front-matter") if published else None
    metadata = Metadata(published=stated, outlet=Stated(name.title(), "front-matter"))
    record = Article(ArticleId(name), f"{name}.txt", "", text, (), metadata)
    return AnnotatedArticle(record, time_places=find_times(text))


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


def test_two_weeks_that_nothing_decides_between_leave_it_open_with_a_window() -> None:
    days = dated(
        article("herald", f"{SPEECH} on Monday.", "2023-06-19"),
        article("times", f"{SPEECH} on Monday.", "2023-06-26"),
        article("post", f"{SPEECH} on Monday."),
    )
    assert (days["post"].value, days["post"].precision) == (None, "none")
    assert days["post"].window == (date(2023, 6, 19), date(2023, 7, 2))


def test_same_words_without_a_weekday_leave_it_open() -> None:
    days = dated(
        article("herald", f"{SPEECH} on Monday. The bridge fell in a storm.", "2023-06-19"),
        article("post", f"{SPEECH}. {LONGER}"),
    )
    assert days["post"].value is None
    assert "Herald" in days["post"].reason


def test_copy_of_a_dated_text_takes_its_day() -> None:
    story = f"{SPEECH}. The river took three of them in one night, and the ferries cannot carry the lorries."
    days = dated(article("herald", story, "2023-06-19"), article("post", story))
    assert (days["post"].value, days["post"].inferred) == ("2023-06-19", True)


def test_copy_far_from_the_day_that_a_text_tells_of_dates_nothing_where_another_article_appeared_then() -> None:
    text = f"{SPEECH} on Tuesday, 20 June 2023. {LONGER}"
    near = article("courier", "Rain has stopped play at the oval for the third day.", "2023-06-21")
    for day in ("2030-01-01", "2023-08-20"):
        planted = article("gazette", text, day)
        open_day = dated(planted, near, article("herald", text))["herald"]
        assert open_day.value is None
        assert "but tells of 20 June 2023, when other articles appeared" in open_day.reason
    beside = article("gazette", text, "2023-06-22")
    assert dated(beside, near, article("herald", text))["herald"].value is not None
    # Where no other article appeared about that day, the copy is all that is known.
    later = article("courier", "Rain has stopped play at the oval for the third day.", "2030-01-02")
    assert dated(article("gazette", text, "2030-01-01"), later, article("herald", text))["herald"].value == "2030-01-01"


def test_same_happening_of_the_same_weekday_in_other_words_dates_it() -> None:
    days = dated(
        article("herald", "The ferry Adunni sank off Lokoja on Tuesday with forty traders aboard.", "2023-06-21"),
        article("post", "Forty traders were aboard when the Adunni, a ferry, sank near Lokoja late Tuesday."),
    )
    assert days["post"].window == (date(2023, 6, 20), date(2023, 6, 26))


def test_article_that_tells_of_a_month_by_its_name_is_of_another_month() -> None:
    herald = article("herald", "The ferry Adunni sank off Lokoja on Tuesday with forty traders aboard.", "2023-06-21")
    sank = "Forty traders were aboard when the Adunni, a ferry, sank near Lokoja late Tuesday."
    day = dated(herald, article("post", f"{sank} Its owner told us in June that it was safe."))["post"]
    assert day.value is None
    assert "tells of June as of another month" in day.reason
    for tale in ("It was built in June 1998.", "It was built in May.", "It will be raised in June."):
        assert dated(herald, article("post", f"{sank} {tale}"))["post"].value == "2023-06-21", tale


def test_same_happening_of_last_tuesday_dates_it_to_a_later_day() -> None:
    days = dated(
        article("herald", "The ferry Adunni sank off Lokoja on Tuesday with forty traders aboard.", "2023-06-21"),
        article("post", "Forty traders were aboard when the Adunni, a ferry, sank near Lokoja last Tuesday night."),
    )
    assert (days["post"].value, days["post"].window) == ("2023-06-21", (date(2023, 6, 21), date(2023, 7, 2)))


CHANGED = (
    "The ferry sank on Sunday. The mayor said Monday that it was old. The owners told reporters Monday that it was not."
)


def test_article_that_tells_again_and_again_of_the_weekday_after_its_day_was_changed_then() -> None:
    told = f"{CHANGED} Divers found the bell Monday."
    day = dated(article("herald", told, "2023-06-18"))["herald"]
    assert (day.value, day.inferred) == ("2023-06-19", True)
    assert day.reason.endswith("as 18 June 2023, but tells of Monday 3 times as past")


def test_review_of_a_week_or_a_single_monday_changes_no_stated_day() -> None:
    once = article("herald", CHANGED, "2023-06-18")
    week = article("post", f"{CHANGED} Divers found the bell Monday. It was sold Wednesday.", "2023-06-18")
    assert [day.value for day in dated(once, week).values()] == ["2023-06-18", "2023-06-18"]


def test_last_tuesday_of_another_happening_dates_nothing() -> None:
    days = dated(
        article("herald", f"{SPEECH} on Tuesday.", "2023-06-21"),
        article("post", f"{SPEECH}. {LONGER} The club signed a new striker last Tuesday."),
    )
    assert days["post"].value is None


def test_days_that_the_text_gives_bound_an_undated_article() -> None:
    text = "The bridge fell on 12 May 2023. The new one will open on 3 July 2023, the governor promised."
    day = dated(article("post", text))["post"]
    assert (day.value, day.window) == (None, (date(2023, 5, 12), date(2023, 7, 3)))


def test_undated_article_that_names_somebody_of_the_story_lies_beside_the_other_articles() -> None:
    okoro = Mention(Span(0, 5), "Okoro", "person", person=PersonId("ann-okoro"))
    herald = replace(article("herald", "Okoro opened the bridge on Monday.", "2023-06-19"), mentions=(okoro,))
    post = replace(article("post", "Okoro was elected last year. She broke ground in March."), mentions=(okoro,))
    day = dated(herald, post)["post"]
    assert (day.value, day.window) == (None, (date(2023, 6, 13), date(2023, 6, 25)))
    assert day.reason.endswith("; the other articles allow 13–25 June 2023")
    assert [time.value for time in time_expressions_of(post, day)] == ["2022", "2023-03"]


def test_article_about_nobody_of_the_story_or_of_another_time_is_not_placed_beside_the_others() -> None:
    okoro = Mention(Span(0, 5), "Okoro", "person", person=PersonId("ann-okoro"))
    herald = replace(article("herald", "Okoro opened the bridge on Monday.", "2023-06-19"), mentions=(okoro,))
    sport = article("sport", "The striker was bought last year.")
    later = replace(article("later", "Okoro lost her seat on 3 May 2025."), mentions=(okoro,))
    days = dated(herald, sport, later)
    assert (days["sport"].window, days["later"].window) == (None, None)


def test_sibling_older_than_what_the_text_tells_does_not_date_it() -> None:
    days = dated(
        article("herald", f"{SPEECH} on Monday.", "2023-06-19"),
        article("post", f"{SPEECH} on Monday. A month later, on 20 July 2023, work began."),
    )
    assert days["post"].value is None


def test_stated_month_is_narrowed_by_a_sibling_within_it() -> None:
    days = dated(
        article("herald", f"{SPEECH} on Monday.", "2023-06-19"), article("post", f"{SPEECH} on Monday.", "2023-06")
    )
    assert (days["post"].value, days["post"].precision) == ("2023-06-19", "day")
    days = dated(
        article("herald", f"{SPEECH} on Monday.", "2023-06-19"), article("post", f"{SPEECH} on Monday.", "2023-05")
    )
    assert (days["post"].value, days["post"].precision) == ("2023-05", "month")


def test_article_dated_by_inference_dates_another_and_says_so() -> None:
    days = dated(
        article("herald", f"{SPEECH} on Monday.", "2023-06-19"),
        article(
            "post", f"{SPEECH} on Monday. “Not one lorry has crossed the river in nine days,” traders said Monday."
        ),
        article("times", "“Not one lorry has crossed the river in nine days,” a trader said on Monday."),
    )
    assert days["times"].value == "2023-06-19"
    assert "itself inferred" in days["times"].reason


OPENED = "Governor Ann Okoro opened the bridge at Lokoja on Monday, with traders on both banks"


def test_article_updated_after_its_stated_day_is_of_the_day_that_its_text_tells_of_as_a_sibling_does() -> None:
    herald = article("herald", f"{OPENED}, her office said.", "2023-06-19")
    days = dated(herald, article("post", f"{OPENED} and a band.", "2023-06-17"))
    assert (days["post"].value, days["post"].inferred) == ("2023-06-19", True)
    assert days["post"].reason.startswith(
        "stated: front-matter as 17 June 2023, but tells with Herald of Monday, 19 June"
    )
    assert days["herald"].value == "2023-06-19"


def test_article_of_the_week_before_and_an_editors_day_stand_as_they_are() -> None:
    herald = article("herald", f"{OPENED}, her office said.", "2023-06-19")
    assert dated(herald, article("post", f"{OPENED} and a band.", "2023-06-14"))["post"].value == "2023-06-14"
    post = article("post", f"{OPENED} and a band.")
    stated = Metadata(published=Stated("2023-06-17", f"{BY_EDITOR} (seeds/overrides.yml:12)"))
    edited = replace(post, article=replace(post.article, metadata=stated))
    assert dated(herald, edited)["post"].value == "2023-06-17"


def test_article_that_tells_more_often_of_its_stated_day_was_not_updated() -> None:
    herald = article("herald", f"{OPENED}, her office said.", "2023-06-19")
    of_its_day = f"{OPENED} and a band. It rained on Saturday, and on Saturday night the river rose."
    assert dated(herald, article("post", of_its_day, "2023-06-17"))["post"].value == "2023-06-17"


def test_weekday_to_come_or_told_late_by_the_other_does_not_say_that_an_article_was_updated() -> None:
    herald = article("herald", f"{OPENED}, her office said.", "2023-06-19")
    assert dated(herald, article("post", f"{OPENED} and a band.", "2023-06-16"))["post"].value == "2023-06-16"
    ahead = "Traders on both banks, before the governor’s bridge at Lokoja on Monday, with a band."
    assert dated(herald, article("post", ahead, "2023-06-17"))["post"].value == "2023-06-17"


def test_article_that_tells_of_its_own_day_too_looks_back_a_week_by_a_weekday_that_it_tells_once() -> None:
    herald = article("herald", f"{OPENED}, her office said.", "2023-06-19")
    rain = "Rain fell on the river on Saturday."
    assert dated(herald, article("post", f"{OPENED} and a band. {rain}", "2023-06-17"))["post"].value == "2023-06-17"
    again = "The band left on Monday."
    twice = article("post", f"{OPENED} and a band. {rain} {again}", "2023-06-17")
    assert dated(herald, twice)["post"].value == "2023-06-19"


def test_override_is_told_as_an_editors_word() -> None:
    one = article("post", SPEECH)
    stated = Metadata(published=Stated("2023-06-20", "stated by an editor (seeds/overrides.yml:12)"))
    day = dated(replace(one, article=replace(one.article, metadata=stated)))["post"]
    assert (day.value, day.reason) == ("2023-06-20", "stated by an editor (seeds/overrides.yml:12)")


def test_day_that_does_not_exist_is_not_believed() -> None:
    assert dated(article("post", SPEECH, "2023-02-30"))["post"].value is None


def test_new_sibling_dates_what_was_open() -> None:
    alone = article("post", f"{SPEECH} on Monday.")
    assert dated(alone)["post"].value is None
    assert dated(alone, article("herald", f"{SPEECH} on Monday.", "2023-06-19"))["post"].value == "2023-06-19"


def values(text: str, day: PublicationDay) -> list[str | None]:
    return [time.value for time in time_expressions_of(article("post", text), day)]


WORDS = "They met on Monday, two days after the storm on Saturday, and she left yesterday. Last year was quiet."


def test_stated_day_resolves_every_relative_expression() -> None:
    day = PublicationDay("2023-06-20", "day", "stated", False, (date(2023, 6, 20), date(2023, 6, 20)))
    assert values(WORDS, day) == ["2023-06-19", "P2D", "2023-06-17", "2023-06-19", "2022"]


def test_inferred_day_leaves_yesterday_open_but_not_what_its_window_fixes() -> None:
    day = PublicationDay("2023-06-19", "day", "inferred", True, (date(2023, 6, 19), date(2023, 6, 25)))
    assert values(WORDS, day) == ["2023-06-19", "P2D", "2023-06-17", None, "2022"]


def test_open_day_with_a_short_window_resolves_what_is_the_same_on_all_its_days() -> None:
    day = PublicationDay(None, "none", "open", False, (date(2023, 6, 19), date(2023, 6, 22)))
    assert values(WORDS, day) == ["2023-06-19", "P2D", "2023-06-17", None, "2022"]


def test_open_day_without_a_window_resolves_nothing_relative() -> None:
    assert values(WORDS, PublicationDay(None, "none", "open")) == [None, "P2D", None, None, None]


def test_seeds_without_a_date_take_that_of_the_one_that_states_it(seeds_digest: Digest) -> None:
    assert {day.value for day in seeds_digest.published} == {"2023-06-19"}
    inferred = [day for day in seeds_digest.published if day.inferred]
    assert len(inferred) == 4
    for day in inferred:
        assert "UrduPoint (19 June 2023)" in day.reason and "both say “Monday”" in day.reason
        assert day.window == (date(2023, 6, 19), date(2023, 6, 25))


def test_words_that_a_reason_shows_stand_in_both_articles(seeds_digest: Digest) -> None:
    texts = {found.article.id: bare(found.article.text) for found in seeds_digest.articles}
    dated_text = next(texts[a.article.id] for a, day in pairs(seeds_digest) if not day.inferred)
    for found, day in pairs(seeds_digest):
        if day.inferred:
            shown = bare(day.reason.split("“")[1].split("”")[0])
            assert shown in texts[found.article.id] and shown in dated_text


def pairs(digest: Digest) -> list[tuple[AnnotatedArticle, PublicationDay]]:
    return list(zip(digest.articles, digest.published, strict=True))


def bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def test_a_day_in_brackets_before_the_first_sentence_is_that_of_the_article() -> None:
    days = dated(article("post", "(June 19, 2023, update 4:25 p.m.) Two bridges fell on Sunday."))
    assert (days["post"].value, days["post"].inferred) == ("2023-06-19", False)
    assert days["post"].reason == "stated: the text opens with “(June 19, 2023, update 4:25 p.m.)”"


@pytest.mark.parametrize(
    ("title", "text", "day"),
    [
        ("Ferry Sinks off Lokoja June 19, 2023 4: 25 PM", "Two men drowned on Monday.", "2023-06-19"),
        ("Ferry Sinks off Lokoja June 19, 2023", "Two men drowned on Monday.", "2023-06-19"),
        ("Ferry Sinks off Lokoja on June 19, 2023, 4:25 pm", "Two men drowned on Monday.", "2023-06-19"),
        ("Last Updated: Monday, 19 June 2023 Ferry sinks", "Two men drowned on Monday.", "2023-06-19"),
        ("Ferry sinks", "June 19, 2023 Two men drowned on Monday.", "2023-06-19"),
        ("Ferry sinks", "updated 6 / 19 / 2023 2:48 PM Two men drowned on Monday.", "2023-06-19"),
        ("The Night of June 19, 2023", "Two men drowned on Monday.", None),
        ("Divers Return to June 19, 2023 Wreck", "Two men drowned on Monday.", None),
        ("“Ferry down” (@lokojalive) June 19, 2023", "Two men drowned on Monday.", None),
        ("Ferry sinks", "June 19, 2023, was a Monday.", None),
        ("Ferry", "Ferry sinks off Lokoja Monday June 19 2023 Two men drowned off the pier.", "2023-06-19"),
        ("Ferry", "Monday June 19 2023. Two men drowned off the pier.", "2023-06-19"),
        ("Ferry", "A ferry sank off Lokoja Monday June 19 2023. Two men drowned off the pier.", None),
        ("Ferry", "A ferry sank off Lokoja in the Monday June 19 2023 Ferry Day races.", None),
    ],
)
def test_day_run_into_the_headline_or_the_first_words_is_stated(title: str, text: str, day: str | None) -> None:
    one = article("post", text)
    whole = (Span(0, len(text)),)
    metadata = Metadata(title=Stated(title, "line"))
    record = replace(one.article, metadata=metadata, paragraphs=whole)
    found = dated(replace(one, article=record))["post"]
    assert (found.value, found.inferred) == (day, False)
    assert found.reason.startswith("stated: " if day else "open: ")
    assert dated(article("post", "(With pictures) Two bridges fell on June 18, 2023."))["post"].value is None
