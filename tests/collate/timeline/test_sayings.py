"""What several articles have somebody say is one entry of the timeline, whatever words lead up to it."""

from __future__ import annotations

from generator.language import SpacyLanguage
from generator.records import Digest, Event
from tests.collate.comparison.compared import digest_of

WORDS = "“a betrayal of everybody who lives below the northern dam”"
HERALD = (
    "A dam burst in Havn on Tuesday. The mayor of Havn, Rosa Ortiz, walked through "
    f"the mud.\n\nIn a letter, Ortiz called it {WORDS}.\n\nHelp came late to the villages of the valley."
)
COURIER = (
    "A dam burst in Havn on Tuesday. Nobody was hurt in the houses below.\n\n"
    f"It was {WORDS}, said Rosa Ortiz, the mayor of Havn.\n\nThe army has sent boats to the valley."
)
OTHER = (
    "A dam burst in Havn on Tuesday. Nobody was hurt in the houses below.\n\n"
    "It was “an accident that nobody could have foreseen”, said Rosa Ortiz, the mayor of Havn.\n\n"
    "The army has sent boats to the valley."
)


def said_in(digest: Digest) -> list[Event]:
    texts = {found.article.id: found.article.text for found in digest.articles}
    return [
        event
        for event in digest.events
        if any("Ortiz" in each.span.of(texts[each.article_id]) for each in event.evidence)
        and "burst" not in event.label
    ]


def test_the_same_words_in_two_articles_are_one_entry(language: SpacyLanguage) -> None:
    (event,) = said_in(digest_of({"herald@2024-06-12": HERALD, "courier@2024-06-12": COURIER}, language))
    assert "Ortiz" in event.label
    assert {each.article_id for each in event.evidence} == {"herald", "courier"}
    assert all(each.sure for each in event.evidence)
    assert event.date is None


def test_words_behind_the_news_of_a_day_are_of_it_where_an_article_came_out_then(language: SpacyLanguage) -> None:
    (event,) = said_in(digest_of({"herald@2024-06-11": HERALD, "courier@2024-06-12": COURIER}, language))
    assert event.date == "2024-06-11"
    assert event.reason == "told by 2 articles right behind what happened on 11 June 2024"


def test_other_words_of_one_speaker_are_no_entry(language: SpacyLanguage) -> None:
    assert said_in(digest_of({"herald@2024-06-12": HERALD, "courier@2024-06-12": OTHER}, language)) == []


def test_one_of_them_gives_the_day(language: SpacyLanguage) -> None:
    dated = COURIER.replace("said Rosa Ortiz, the mayor of Havn", "Rosa Ortiz, the mayor of Havn, said on Monday")
    (event,) = said_in(digest_of({"herald@2024-06-12": HERALD, "courier@2024-06-12": dated}, language))
    assert event.date == "2024-06-10"
    assert {each.article_id for each in event.evidence} == {"herald", "courier"}


def test_two_days_for_the_same_words_stay_apart(language: SpacyLanguage) -> None:
    monday = COURIER.replace("said Rosa Ortiz, the mayor of Havn", "Rosa Ortiz, the mayor of Havn, said on Monday")
    friday = HERALD.replace("In a letter, Ortiz called it", "Ortiz said on Friday that it was")
    events = said_in(digest_of({"herald@2024-06-12": friday, "courier@2024-06-12": monday}, language))
    assert all(len(event.evidence) == 1 for event in events)
