from __future__ import annotations

from itertools import permutations

from generator.collate.timeline import build_timeline
from generator.language import SpacyLanguage
from tests.collate.comparison.compared import digest_of
from tests.collate.timeline.timeline_articles import article, day

STORM = {
    "ferry": (
        "2024-03-06",
        "Storm Odette hit the coast of Norland on Tuesday, tearing roofs off houses. "
        "Two fishermen drowned near Havn, police said.",
    ),
    "herald": (
        "2024-03-07",
        "Two days after Storm Odette hit the coast, 4,000 homes are still without power. "
        "The prime minister will visit Havn on Friday.",
    ),
    "post": ("2024-03-06", "The storm that hit the coast of Norland closed every school in Havn."),
}


def storm(names: tuple[str, ...]):
    articles = [article(name, *STORM[name]) for name in names]
    return build_timeline(articles, [day(STORM[name][0]) for name in names], ())


def test_sentences_of_other_articles_join_the_happening_that_one_article_dates() -> None:
    [hit] = [event for event in storm(tuple(STORM)) if event.date == "2024-03-05" and "hit" in event.label]
    assert {evidence.article_id for evidence in hit.evidence} >= {"ferry", "post"}
    assert hit.reason == "“Tuesday” in an article of 6 March 2024"


def test_an_hour_of_another_day_than_the_article_says_that_the_day_is_told_before_it() -> None:
    text = "A fire broke out on the ferry to Havn on Monday. The ferry left the harbour at 8:40 p.m., an hour late."
    [left] = [event for event in build_timeline([article("a", "2024-03-06", text)], [day("2024-03-06")], ())
              if "8:40" in event.label]  # fmt: skip
    assert (left.date, left.reason) == (
        "2024-03-04",
        "“8:40 p.m.” of the day told before it, in an article of 6 March 2024",
    )


def test_an_hour_is_not_of_a_day_of_which_somebody_speaks(language: SpacyLanguage) -> None:
    text = (
        "The dockers marched on Tuesday, and the mayor met them on Tuesday. "
        "“They ask for the pier that they were promised on 5 February,” said Ann Okoro of the union. "
        "The council unveiled a new plan around 4 a.m., and nobody read it."
    )
    days = [event.date for event in digest_of({"a@2024-03-06": text}, language).events]
    assert "2024-03-05" in days and "2024-02-05" not in days


def test_what_is_to_come_is_planned() -> None:
    [visit] = [event for event in storm(tuple(STORM)) if event.date == "2024-03-08"]
    assert visit.planned and "visit" in visit.label


def test_order_of_the_articles_does_not_matter() -> None:
    assert len({storm(names) for names in permutations(STORM)}) == 1


def test_a_folder_without_any_day_has_no_timeline() -> None:
    assert build_timeline([article("a", None, "The mayor opened the new bridge recently.")], [day(None)], ()) == ()
