"""What the home page shows of the timeline: what several tell, or one as its news, in a clause that tells it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.config import Settings
from generator.language import SpacyLanguage
from generator.pipeline import build_digest
from generator.publish.edition import Edition
from generator.publish.front import front_events, undated_front
from generator.publish.heads import Heads
from generator.publish.indexes import home
from generator.publish.label_words import sentence
from generator.publish.main_events import main_days
from generator.records import ArticleId, Digest, Event, EventId, Evidence, Mark, Metadata, RawArticle, Stated


def shown(digest: Digest) -> list[Event]:
    return front_events(Edition(digest, Settings()))


def with_label(digest: Digest, event: Event, label: str) -> Digest:
    events = tuple(replace(one, label=label) if one.id == event.id else one for one in digest.events)
    return replace(digest, events=events)


def test_what_happened_on_the_days_of_the_story_is_shown(seeds_digest: Digest) -> None:
    found = shown(seeds_digest)
    assert found
    assert not any(event.background for event in found)


def test_a_noun_is_shown_on_the_timeline_alone(seeds_digest: Digest) -> None:
    event = shown(seeds_digest)[0]
    found = {each.article.id: each for each in seeds_digest.articles}
    told = event.evidence[0]
    words = found[told.article_id].words
    inside = [word for word in words if told.span.start <= word.start < told.span.end]
    noun = next(word for word in inside if word.tag in ("NN", "NNP") and word.dep in ("dobj", "pobj", "nsubj"))
    label = found[told.article_id].article.text[noun.start : noun.end]
    assert event.id not in {one.id for one in shown(with_label(seeds_digest, event, label))}


def test_what_one_article_of_several_tells_in_passing_is_not_shown(seeds_digest: Digest) -> None:
    event = shown(seeds_digest)[0]
    lone = event.evidence[0].article_id
    found = next(each for each in seeds_digest.articles if each.article.id == lone)
    last = replace(event.evidence[0], span=found.sentences[-1].span)
    first = replace(event.evidence[0], span=found.sentences[0].span)
    for part, there in ((last, False), (first, True)):
        events = tuple(
            replace(one, evidence=(part,), label="Somebody did something") if one.id == event.id else one
            for one in seeds_digest.events
        )
        made = replace(seeds_digest, events=events, marks=(Mark(("event", event.id), "edited"),))
        assert (event.id in {one.id for one in shown(made)}) is there


@pytest.mark.parametrize("number", [1, 2])
def test_where_few_tell_anything_what_one_tells_is_shown(seeds_digest: Digest, number: int) -> None:
    few = seeds_digest.articles[:number]
    kept = {each.article.id for each in few}
    events = tuple(
        replace(event, evidence=tuple(part for part in event.evidence if part.article_id in kept)[:1])
        for event in seeds_digest.events
        if any(part.article_id in kept for part in event.evidence)
    )
    marks = tuple(
        Mark(("event", event.id), "edited") for event in events
    )  # their words may be those of another article
    published = seeds_digest.published[:number]
    assert shown(replace(seeds_digest, articles=few, published=published, events=events, text_groups=(), marks=marks))


def test_words_that_no_source_has_are_shown_only_where_an_editor_wrote_them(seeds_digest: Digest) -> None:
    event = shown(seeds_digest)[0]
    made = with_label(seeds_digest, event, "Rosa Ortiz closed the wharf")
    assert event.id not in {one.id for one in shown(made)}
    assert event.id in {one.id for one in shown(replace(made, marks=(Mark(("event", event.id), "edited"),)))}


def folder(language: SpacyLanguage, *texts: str) -> list[str]:
    """Return what the home page shows of articles of 12 June, each with its text."""
    metadata = Metadata(published=Stated("2024-06-12", "test"))
    raws = [RawArticle(f"{n}.md", "0" * 64, text, "paragraphs", metadata) for n, text in enumerate(texts)]
    return [event.label for event in shown(build_digest(raws, language))]


def test_what_only_the_sentence_before_tells_apart_is_not_shown(language: SpacyLanguage) -> None:
    texts = ("Rosa Ortiz opened the wharf on Monday.", "The letter was sent on Monday.")
    assert folder(language, *texts) == ["Rosa Ortiz opened the wharf on Monday"]


@pytest.mark.parametrize(
    "leaning",
    [
        "At noon on Monday the old stone wharf of the island was closed by Rosa Ortiz.",
        "“The beam was broken on both sides,” Rosa Ortiz said on Monday in Havn.",
        "The new advertisement was withdrawn by Rosa Ortiz on Monday.",
    ],
)
def test_words_that_lean_on_what_stood_before_are_not_shown(language: SpacyLanguage, leaning: str) -> None:
    told = "Nils Dahl sold the tugs of Havn on Monday"
    assert folder(language, f"{told}.", leaning) == [told]


def test_words_that_readers_find_unclear_are_not_shown(seeds_digest: Digest) -> None:
    event = shown(seeds_digest)[0]
    unclear = replace(event, clear=False, label=event.label)
    events = tuple(unclear if one.id == event.id else one for one in seeds_digest.events)
    edition = Edition(replace(seeds_digest, events=events), Settings(title="Ships meet at sea"))
    assert event.id not in {one.id for one in front_events(edition)}


def test_words_that_name_another_day_than_theirs_are_not_shown(language: SpacyLanguage) -> None:
    digest = build_digest(
        [RawArticle("a.md", "0" * 64, "Rosa Ortiz opened the wharf on Monday.", "paragraphs", Metadata())], language
    )
    (event,) = digest.events
    for day, number in (("2024-06-10", 1), ("2024-06-11", 0)):
        made = replace(digest, events=(replace(event, date=day, precision="day", background=False),))
        assert len(shown(made)) == number


def test_a_day_of_the_month_that_an_article_is_of_is_not_to_come(language: SpacyLanguage) -> None:
    metadata = Metadata(published=Stated("2024-06", "test"))
    text = "Rosa Ortiz opened the wharf of Havn on June 10, 2024."
    digest = build_digest([RawArticle("a.md", "0" * 64, text, "paragraphs", metadata)], language)
    assert [event.date for event in shown(digest)] == ["2024-06-10"]


def test_words_for_a_day_that_nobody_can_tell_are_those_of_the_label(language: SpacyLanguage) -> None:
    text = "Rosa Ortiz opened the wharf of Havn on Monday."
    digest = build_digest(
        [RawArticle(f"{name}.md", "0" * 64, text, "paragraphs", Metadata()) for name in "ab"], language
    )
    (event,) = digest.events
    for when, number in (("Monday", 1), ("Monday night", 1), ("Tuesday", 0), ("", 1)):
        parts = tuple(Evidence(ArticleId(name), event.evidence[0].span) for name in "ab")
        made = replace(digest, text_groups=(), events=(replace(event, date=None, when=when, evidence=parts),))
        assert len(undated_front(Edition(made, Settings()))) == number


def test_that_somebody_spoke_is_not_shown_without_what_was_said(language: SpacyLanguage) -> None:
    texts = (
        "Rosa Ortiz told a news conference in Havn on Monday.",
        "Nils Dahl said on Monday that the wharf was safe.",
    )
    assert folder(language, *texts) == ["Nils Dahl said on Monday that the wharf was safe"]


def test_that_somebody_was_asked_is_not_shown_without_the_answer(language: SpacyLanguage) -> None:
    texts = (
        "Mayor Rosa Ortiz was asked about the burned wharf on Monday.",
        "Captain Nils Dahl was arrested on the wharf on Monday.",
    )
    assert folder(language, *texts) == ["Captain Nils Dahl was arrested on the wharf on Monday"]


def test_whom_somebody_told_that_something_happened_is_shown(language: SpacyLanguage) -> None:
    told = "Rosa Ortiz told a judge in Havn on Monday that the wharf had burned"
    assert folder(language, f"{told}.") == [told]


def test_what_the_head_of_the_page_has_told_of_needs_no_name(language: SpacyLanguage) -> None:
    head = "The council of Havn has closed its old wharf for the whole of the summer because of a broken beam."
    assert "The wharf was closed on Monday" in folder(language, f"{head} The wharf was closed on Monday.", head)


def test_what_was_to_come_on_a_day_that_has_passed_is_not_shown(language: SpacyLanguage) -> None:
    coming = "Rosa Ortiz will open the wharf on Tuesday."
    metadata = [Metadata(published=Stated(f"2024-06-{day}", "test")) for day in (10, 12)]
    texts = (f"Nils Dahl sold the tugs on Monday. {coming}", "Eva Brandt left Norland on Tuesday.")
    raws = [
        RawArticle(f"{n}.md", "0" * 64, text, "paragraphs", meta)
        for n, (text, meta) in enumerate(zip(texts, metadata, strict=True))
    ]
    labels = [event.label for event in shown(build_digest(raws, language))]
    assert labels == ["Nils Dahl sold the tugs on Monday", "Eva Brandt left Norland on Tuesday"]


def test_a_clause_that_its_source_has_with_a_word_more_is_shown(language: SpacyLanguage) -> None:
    assert folder(language, "Rosa Ortiz also opened the wharf on Monday.") == ["Rosa Ortiz opened the wharf on Monday"]


def test_a_label_begins_with_a_capital_on_the_page() -> None:
    labels = ("the pier closed", "iPhones were sold", "“We met”")
    assert [sentence(label) for label in labels] == ["The pier closed", "iPhones were sold", "“We met”"]


@pytest.mark.parametrize(
    "text",
    [
        "Captain Nils Dahl released a statement at the head of the wharf on Monday.",
        "A painter was found in the old wharf on Monday, the police of Havn said in a long letter to all captains.",
        "Captains told of the day: Wharf closed by Ortiz in Havn Rosa Ortiz closed the wharf in Havn on Monday.",
    ],
)
def test_no_words_that_leave_out_whose_they_are_or_what_was_said_are_shown(language: SpacyLanguage, text: str) -> None:
    found = folder(language, "Rosa Ortiz opened the wharf on Monday.", text)
    assert [label for label in found if not label.startswith("Rosa Ortiz opened") and "said" not in label] == []


def test_a_label_shows_no_comma_that_led_on_to_what_is_left_out() -> None:
    assert sentence('the pier was "very old,"') == 'The pier was "very old"'


def test_words_that_foretell_what_has_passed_since_are_not_shown(language: SpacyLanguage) -> None:
    days = {
        "Rosa Ortiz opened the wharf on Monday.": "2024-06-12",
        "Nils Dahl will close the wharf on Tuesday.": "2024-06-10",
    }
    raws = [
        RawArticle(f"{n}.md", "0" * 64, text, "paragraphs", Metadata(published=Stated(day, "test")))
        for n, (text, day) in enumerate(days.items())
    ]
    digest = build_digest(raws, language)
    told = replace(digest, events=tuple(replace(event, planned=False) for event in digest.events))
    assert len(told.events) == 2
    assert [event.label for event in shown(told)] == ["Rosa Ortiz opened the wharf on Monday"]


@pytest.mark.parametrize("note", ["The poll was conducted on Monday", "The article was updated on Monday"])
def test_how_a_poll_or_a_text_was_made_is_not_shown(language: SpacyLanguage, note: str) -> None:
    told = "Rosa Ortiz opened the wharf on Monday"
    assert folder(language, f"{told}.", f"{note}.") == [told]


def test_what_the_headline_tells_stands_among_the_days_as_well(seeds_digest: Digest) -> None:
    event = front_events(Edition(seeds_digest, Settings()))[0]
    headed = Edition(seeds_digest, Settings(title=f"Seen: {event.label}, say many"))
    listed = home(headed).decode().split('class="ed-main"')[1].split("</ol>")[0]
    assert event.id in listed


def test_the_drawing_of_the_days_has_what_the_headline_tells_and_says_how_many_it_has(seeds_digest: Digest) -> None:
    event = front_events(Edition(seeds_digest, Settings()))[0]
    pages = [home(Edition(seeds_digest, Settings(title=title))).decode() for title in (event.label, "Ships at sea")]
    drawn = [page.split('<ol class="ed-main">')[0].split('class="ed-wide"')[1] for page in pages]
    assert all(event.id in each for each in drawn)
    number = drawn[0].split("</svg>")[0].count("<circle")
    assert all(f"{number} main events of <a" in page for page in pages)


@pytest.mark.parametrize(
    "told",
    [
        "Rosa Ortiz opens the wharf of Havn on Monday",  # as beneath a picture
        "The wharf of Havn would limit the tugs of Rosa Ortiz on Monday",
        "Rosa Ortiz left the wharf on Monday when the captain, joined by a mate",
    ],
)
def test_a_caption_a_thought_and_half_a_clause_are_not_shown(language: SpacyLanguage, told: str) -> None:
    news = "Nils Dahl sold the tugs of Havn on Monday"
    assert folder(language, f"{news}.", f"{told}.") == [news]


def test_what_a_day_leads_up_to_is_shown_where_its_subject_has_a_name(language: SpacyLanguage) -> None:
    assert folder(language, "On Monday, former captain Rosa Ortiz was charged with theft in Havn.") == [
        "former captain Rosa Ortiz was charged with theft in Havn"
    ]


def three(language: SpacyLanguage, lone: str) -> list[str]:
    """Return what the home page shows of three articles of which the last has a sentence more."""
    told = "Nils Dahl sold the tugs of Havn to the ferry company on Monday."
    more = "It rained. " * 6
    return folder(language, told, told.replace("sold", "has sold"), f"{told} {more}{lone}")


def test_what_one_of_several_tells_of_something_else_is_not_shown(language: SpacyLanguage) -> None:
    assert not any("Brandt" in label for label in three(language, "Eva Brandt baked bread for a wedding on Monday."))


def test_what_one_of_several_tells_of_the_story_is_shown(language: SpacyLanguage) -> None:
    assert any(
        "Brandt" in label for label in three(language, "Eva Brandt bought the tugs of the Havn company on Monday.")
    )


def test_that_somebody_said_nothing_is_not_shown(language: SpacyLanguage) -> None:
    told = "Nils Dahl sold the tugs of Havn on Monday"
    assert folder(language, f"{told}.", "Rosa Ortiz declined to comment on the tugs of Havn on Monday.") == [told]


def test_what_two_entries_of_a_day_tell_in_much_the_same_words_stands_there_once(seeds_digest: Digest) -> None:
    edition = Edition(seeds_digest, Settings())
    event = front_events(edition)[0]
    again = replace(event, id=EventId("again"), label=f"{event.label} again")
    (_, listed), *_ = main_days(edition, [event, again], Heads(edition))
    assert listed == [event]
