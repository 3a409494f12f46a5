"""The head of the home page: what is a headline, what opens the story, and what is left out rather than guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.collate import collate
from generator.config import Settings
from generator.language import SpacyLanguage
from generator.pipeline import build_digest
from generator.publish.edition import Edition
from generator.publish.indexes import home, story
from generator.publish.openings import opening_of
from generator.publish.story import headline_of, place_of
from generator.records import (
    AnnotatedArticle,
    ArticleId,
    Event,
    EventId,
    Evidence,
    Metadata,
    RawArticle,
    Sentence,
    Span,
    Stated,
)
from tests.articles import article

SANK = "The night ferry Selma sank off Gull Island on Tuesday with thirty cars aboard, and all sailors were saved."
DIVERS = "Divers have begun to search the wreck of the night ferry Selma, which sank off Gull Island on Tuesday."


def told(name: str, text: str, title: str | None = None) -> AnnotatedArticle:
    """Return an article with a sentence a paragraph."""
    found = article(name, text, Metadata(title=Stated(title, "test") if title else None))
    sentences = tuple(Sentence(f"s{n}", span, n) for n, span in enumerate(found.article.paragraphs))
    return AnnotatedArticle(found.article, sentences, found.quotes)


def raw(name: str, text: str, title: str | None = None) -> RawArticle:
    metadata = Metadata(title=Stated(title, "test") if title else None)
    return RawArticle(f"{name}.md", "0" * 64, text, "paragraphs", metadata)


def opening_told(language: SpacyLanguage, **texts: str) -> str | None:
    """Return the sentence that opens the story of parsed articles."""
    made = build_digest([raw(name, text) for name, text in texts.items()], language)
    edition = Edition(made, Settings(site_name="Harbour", title="The Selma"))
    opening = headline_of(edition)[2]
    return edition.words(opening.article_id, opening.span) if opening else None


def head(articles: Mapping[str, tuple[str, str | None]], **settings: str) -> tuple[str, str | None, str | None]:
    """Return headline, its article, and the opening sentence, of articles: id to text and title."""
    digest = collate([told(name, text, title) for name, (text, title) in articles.items()])
    edition = Edition(digest, Settings(site_name="Harbour", **settings))  # type: ignore[arg-type]
    headline, identity, opening = headline_of(edition)
    return headline, identity, edition.words(opening.article_id, opening.span) if opening else None


def test_the_headline_is_the_title_that_tells_what_the_others_tell() -> None:
    found = head({"a": (SANK, "Photo: Ten pictures of the week"), "b": (DIVERS, "Ferry Selma sinks off Gull Island")})
    assert found == ("Ferry Selma sinks off Gull Island", "b", SANK)


@pytest.mark.parametrize(
    "title",
    [
        "#Selma sinks off Gull Island — Coast Guard (@coastguard)",
        "Watch the ferry Selma sink off Gull Island",
        "The captain had taken a nap below when the ferry Selma sank",
        "Selma",
        "The ferry Selma, which had been built in Brevik for the islands and their guests, sank off Gull Island in the "
        "night of a storm that nobody had foreseen",
        "Our cookery school opens",
        "**Update on the ferry Selma that sank off Gull Island (see below)**",
        "Correction: the ferry Selma sank off Gull Island",
    ],
)
def test_what_is_no_headline_gives_way_to_the_sentence_that_opens_the_story(title: str) -> None:
    assert head({"a": (SANK, title), "b": (DIVERS, None)}) == (DIVERS, "b", None)


@pytest.mark.parametrize(
    "opening",
    [
        "Updated: The night ferry Selma sank off Gull Island on Tuesday with thirty cars aboard, guards said.",
        "(BBC) The night ferry Selma sank off Gull Island on Tuesday with thirty cars aboard, guards said.",
        "BREVIK — The night ferry Selma sank off Gull Island on Tuesday with thirty cars aboard, guards said.",
        "Editor’s note: the night ferry Selma sank off Gull Island on Tuesday with thirty cars aboard, guards said.",
        "BREVIK, Nor. — The night ferry Selma sank off Gull Island on Tuesday with thirty cars aboard, guards said.",
        "Yesterday the night ferry Selma sank off Gull Island with thirty cars aboard, the coast guard said.",
        "It is summer, and that means the night ferry Selma sank off Gull Island with thirty cars aboard.",
        "“The night ferry Selma sank off Gull Island on Tuesday with thirty cars aboard, all of them empty.",
        "Brandt said the night ferry Selma sank off Gull Island on Tuesday with thirty cars aboard, all of them empty.",
        "Mrs. Brandt left the night ferry Selma, which sank off Gull Island on Tuesday with thirty cars aboard.",
        "Who would have thought that the night ferry Selma would sink off Gull Island with thirty cars?",
        "There’s every reason to think that the night ferry Selma sank off Gull Island with thirty cars aboard.",
        "The Selma “sank off Gull Island.” Thirty cars were aboard the night ferry on Tuesday, the coast guard said.",
        "July 2, 2014 The night ferry Selma sank off Gull Island on Tuesday with thirty cars aboard, guards said.",
        "The night ferry Selma sank off Gull Island on Tuesday with thirty cars worth two million crowns ($2.",
        "In fact, divers have begun to search the wreck of the night ferry Selma, which sank off Gull Island.",
        "Divers, though, have begun to search the wreck of the night ferry Selma, which sank off Gull Island.",
        "Divers have also begun to search the wreck of the night ferry Selma, which sank off Gull Island.",
        "Many who sailed in the ferry in question were asleep when the Selma sank off Gull Island on Tuesday.",
        "Asked to, divers have begun to search the wreck of the night ferry Selma, which sank off Gull Island.",
        "Night ferry Selma sinks off Gull Island with thirty cars aboard and all sailors saved HNN Jul 2, 2014, 05.",
        "EST The night ferry Selma sank off Gull Island on Tuesday with thirty cars aboard, the coast guard said.",
    ],
)
def test_a_sentence_that_leans_on_something_else_opens_no_story(opening: str) -> None:
    assert head({"a": (opening, None), "b": (DIVERS, None)}) == (DIVERS, "b", None)


@pytest.mark.parametrize(
    "opening",
    [
        "As I wrote in this paper, the night ferry Selma sank off Gull Island with thirty cars aboard on Tuesday.",
        "Amid what they call a scandal, many in Brevik say the night ferry Selma sank off Gull Island on Tuesday.",
        "Rosa Brandt is a captain of the night ferry Selma and the author of a book on all that sank off Gull Island.",
        "The department has asked why the night ferry Selma had thirty cars aboard when it sank off Gull Island.",
        "The voyage was not long, and so the night ferry Selma had thirty cars aboard when it sank off Gull Island.",
        "On the night ferry Selma, Mr. Brandt saw that thirty cars had sunk off Gull Island with all that they held.",
        "As Mr. Brandt slept, the night ferry Selma sank off Gull Island with thirty cars and all they held.",
        "The aim of the dive off Gull Island on Tuesday: finding thirty cars in the wreck of the night ferry Selma.",
        "Perhaps divers have begun to search the wreck of the night ferry Selma, which sank off Gull Island.",
        "The owners should not forget that the night ferry Selma sank off Gull Island on Tuesday with thirty cars.",
    ],
)
def test_what_one_writer_thinks_opens_no_story(opening: str, language: SpacyLanguage) -> None:
    assert opening_told(language, a=opening, b=DIVERS) == DIVERS


def test_what_has_been_opens_the_story_before_what_will_be(language: SpacyLanguage) -> None:
    coming = "The night ferry Selma will sail from Gull Island to Brevik on Tuesday with thirty cars aboard."
    assert opening_told(language, a=coming, b=DIVERS, c=coming.replace("sail", "leave")) == DIVERS


def test_what_has_been_opens_the_story_before_what_might_be(language: SpacyLanguage) -> None:
    guessed = "The night ferry Selma could break in two off Gull Island on Tuesday with thirty cars aboard."
    assert opening_told(language, a=guessed, b=DIVERS, c=guessed.replace("break", "split")) == DIVERS


@pytest.mark.parametrize("title", ["Folly of the night ferry Selma", "Captain holding the wheel of the ferry Selma"])
def test_a_title_with_no_verb_is_a_headline_only_where_no_other_is(title: str, language: SpacyLanguage) -> None:
    raws = [raw("a", SANK, title), raw("b", DIVERS, "Divers search wreck off Gull Island"), raw("c", SANK)]
    made = Edition(build_digest(raws, language), Settings(site_name="Harbour"))
    assert headline_of(made)[0] == "Divers search wreck off Gull Island"
    alone = Edition(build_digest([raws[0], raws[2]], language), Settings(site_name="Harbour"))
    assert headline_of(alone)[0] == title


def test_a_title_that_only_names_somebody_is_a_headline_only_where_no_other_is(language: SpacyLanguage) -> None:
    saved = f"{SANK} The Coastguard of Saint Hallows came to the ferry Selma off Gull Island."
    raws = [
        raw("a", saved, "Coastguard of Saint Hallows, Gull Island"),
        raw("b", f"{DIVERS} The Coastguard of Saint Hallows helps.", "Divers search wreck off Gull Island"),
    ]
    assert headline_of(Edition(build_digest(raws, language), Settings(site_name="Harbour")))[0] == (
        "Divers search wreck off Gull Island"
    )


def test_a_sentence_of_which_no_other_article_tells_opens_no_story(language: SpacyLanguage) -> None:
    far = "Far from Norland one of the worst fires of recent history is smouldering below a town of coal miners."
    assert opening_told(language, a=far, b="The ferry sank off the island.") is None


def test_an_article_that_says_that_it_is_a_view_gives_no_opening_and_no_headline() -> None:
    found = head({"a": (SANK, "Opinion: Ferry Selma sank off Gull Island"), "b": (DIVERS, "Divers search the Selma")})
    assert found == ("Divers search the Selma", "b", DIVERS)


def test_a_column_gives_no_headline_where_a_report_does(language: SpacyLanguage) -> None:
    column = "I have sailed in the ferry Selma. We all knew that our ferry Selma would sink, and I told my readers so."
    raws = [raw("a", column, "Ferry Selma sank off Gull Island"), raw("b", DIVERS, "Divers search the ferry Selma")]
    edition = Edition(build_digest(raws, language), Settings(site_name="Harbour"))
    assert headline_of(edition)[0] == "Divers search the ferry Selma"
    alone = Edition(build_digest(raws[:1], language), Settings(site_name="Harbour"))
    assert headline_of(alone)[0] == "Ferry Selma sank off Gull Island"
    assert headline_of(alone)[2] is None


@pytest.mark.parametrize(
    "asks",
    [
        "Who lost the ferry Selma off Gull Island?",
        "Ferry Selma off Gull Island must be lost",
        "Brandt: Ferry Selma sank off Gull Island",
    ],
)
def test_a_title_that_asks_or_urges_is_a_headline_only_where_no_sentence_is(asks: str) -> None:
    assert head({"a": (SANK, asks), "b": (DIVERS, "Divers search wreck of ferry Selma")})[1] == "b"
    assert head({"a": (SANK, asks), "b": (DIVERS, None)})[0] in (SANK, DIVERS)
    assert head({"a": ("It was the ferry Selma.", asks), "b": ("They lost it off Gull Island.", None)})[0] == asks


def test_what_is_to_come_is_a_headline_only_where_nothing_else_is() -> None:
    title, news = "Ferry Selma to sail on", "Divers search wreck of ferry Selma"
    assert head({"a": (SANK, title), "b": (DIVERS, news)})[0] == news
    assert head({"a": (SANK, title), "b": (DIVERS, None)})[0] == title


def dated(day: int, name: str, text: str, title: str) -> RawArticle:
    metadata = Metadata(title=Stated(title, "test"), published=Stated(f"2024-06-{day}", "test"))
    return RawArticle(f"{name}.md", "0" * 64, text, "paragraphs", metadata)


def test_what_later_articles_have_gone_past_is_no_headline(language: SpacyLanguage) -> None:
    sought = dated(
        10, "a", "Rosa Ortiz asked the council of Havn on Monday to close its pier.", "Ortiz seeks end of pier"
    )
    done = dated(
        12, "b", "The council of Havn closed its pier on Wednesday, as Ortiz asked.", "Council ends life of pier"
    )
    made = Edition(build_digest([sought, done], language), Settings(site_name="Harbour"))
    assert headline_of(made)[:2] == ("Council ends life of pier", "b")


def test_the_days_of_the_story_are_those_of_all_articles_too(language: SpacyLanguage) -> None:
    sank = "The night ferry Selma sank off Gull Island on Monday with thirty cars aboard."
    articles = [dated(11, "a", sank, "Night ferry sinks"), dated(16, "b", f"{sank} Its captain is ill.", "Captain ill")]
    made = Edition(build_digest(articles, language), Settings(site_name="Harbour"))
    assert story(made)[1] == "10–16 June 2024"
    # "On Monday" beneath the headline is that of the article, whose day stands beside it.
    first = made.head[2]
    assert (
        first is not None and f'">{made.days[first.article_id].value[-2:]} June 2024</span></p>' in home(made).decode()
    )


def test_the_sentence_beneath_is_of_no_day_before_the_headline(language: SpacyLanguage) -> None:
    waits = "The crew of the ferry Selma waits off Gull Island for a tug that shall pull it to Havn harbour."
    pulled = "A tug has pulled the ferry Selma from Gull Island to Havn harbour, with all of its crew aboard."
    before = dated(10, "a", waits, "Ferry Selma waits for tug")
    after = dated(12, "b", pulled, "Ferry Selma lies in Havn harbour")
    made = Edition(build_digest([before, after], language), Settings(site_name="Harbour"))
    under = opening_of(made, ArticleId("b"))
    assert under is not None
    assert under.article_id == "b"
    assert opening_of(made, ArticleId("a")) is not None


def test_the_sentence_beneath_is_of_the_day_of_the_headline_where_one_is(language: SpacyLanguage) -> None:
    sank = "The night ferry Selma sank off Gull Island on Monday with thirty cars aboard."
    raised = f"The night ferry Selma was raised off Gull Island on Wednesday by a tug from Havn. {sank}"
    before = dated(10, "a", sank, "Night ferry Selma sinks off Gull Island")
    after = dated(12, "b", raised, "Night ferry Selma raised off Gull Island")
    made = Edition(build_digest([before, after], language), Settings(site_name="Harbour"))
    under = opening_of(made, ArticleId("b"))
    assert under is not None
    assert made.words(under.article_id, under.span).startswith("The night ferry Selma was raised")


@pytest.mark.parametrize(("words", "sentence"), [(8, False), (16, False), (17, True)])
def test_a_headline_that_is_a_sentence_is_set_smaller(words: int, sentence: bool, language: SpacyLanguage) -> None:
    digest = build_digest([dated(10, "a", SANK, "Ferry Selma sinks")], language)
    page = home(Edition(digest, Settings(site_name="Harbour", title=" ".join(["wharf"] * words)))).decode()
    assert ('<h1 id="story" class="ed-sentence">' in page) is sentence


def test_a_title_that_no_other_shares_is_a_headline_before_the_name_of_the_site() -> None:
    found = head({"a": ("They came.", "Ortiz opens a library in Norland"), "b": ("They left.", None)})
    assert found[0] == "Ortiz opens a library in Norland"


def test_the_points_above_a_story_do_not_open_it(language: SpacyLanguage) -> None:
    points = "Ferry Selma lies off Gull Island\n\nSailors of the ferry are saved"
    assert opening_told(language, a=f"{points}\n\n{SANK}", b=DIVERS) in (SANK, DIVERS)


def test_the_day_and_the_hour_of_a_page_are_no_part_of_a_headline() -> None:
    found = head({"a": (SANK, "Posted 7/1/2014 7:21 AM"), "b": (DIVERS, "Ferry Selma sinks Published: July 2, 2014")})
    assert found[:2] == ("Ferry Selma sinks", "b")


def test_where_nothing_is_fit_the_name_of_the_site_stands_and_nothing_else() -> None:
    assert head({"a": ("Updated: more soon.", None), "b": ("What a night!", None)}) == ("Harbour", None, None)


def test_where_the_text_is_withheld_no_sentence_of_it_stands_on_the_home_page() -> None:
    assert head({"a": (SANK, None), "b": (DIVERS, None)}, publish="excerpt") == ("Harbour", None, None)


def test_the_editors_title_goes_first() -> None:
    found = head({"a": (SANK, "Ferry Selma sinks off Gull Island"), "b": (DIVERS, None)}, title="The loss of the Selma")
    assert found == ("The loss of the Selma", None, DIVERS)


def test_no_sentence_of_the_day_before_opens_the_story() -> None:
    before = "The night ferry Selma may leave Gull Island on Tuesday with thirty cars aboard."
    sank = "On a night of fog the night ferry Selma struck a reef and broke within sight of the pier."
    lost = "The night ferry Selma went down on Tuesday off Gull Island with thirty cars aboard, all of them empty."
    made = []
    for name, text, day in (("a", before, "2014-06-30"), ("b", sank, "2014-07-01"), ("c", lost, "2014-07-02")):
        found = told(name, text)
        meta = replace(found.article.metadata, published=Stated(day, "test"))
        made.append(replace(found, article=replace(found.article, metadata=meta)))
    digest = collate(made)
    told_by = tuple(Evidence(ArticleId(name), Span(0, len(text))) for name, text in (("b", sank), ("c", lost)))
    event = Event(EventId("loss"), "2014-07-01", None, "day", "told", lost, told_by)
    openings = [
        headline_of(Edition(replace(digest, events=events), Settings(site_name="Harbour", title="The Selma")))[2]
        for events in ((), (event,))
    ]
    assert [opening and opening.article_id for opening in openings] == ["a", "c"]


def test_a_date_in_one_of_several_undated_articles_is_not_the_day_of_the_story() -> None:
    older = "The ferry Lind sank off Gull Island on 4 July 2014, and its captain was charged in Brevik."
    digest = collate([told("a", SANK), told("b", DIVERS), told("c", f"{SANK}\n\n{older}")])
    assert story(Edition(digest, Settings(site_name="Harbour")))[1] == "day not known"


@pytest.mark.parametrize(
    ("datelines", "second", "place"),
    [
        (["PORT HALE -", "PORT HALE, Lindmark (AP) —"], DIVERS, "Port Hale"),
        (["PORT-AU-SELE -", None], f"{DIVERS} They had come to Port-au-Sele by bus.", "Port-au-Sele"),
        (["PORT HALE -", None, None], DIVERS, ""),  # where one reporter sat
        (["PORT HALE -", None, None], f"{DIVERS} The Port Hale Herald told it.", ""),
        (["PORT HALE -", "BREVIK -"], DIVERS, ""),
        (["May 6 (Reuters) -", "May 6 (Reuters) -"], DIVERS, ""),
    ],
)
def test_the_place_of_the_story_is_what_the_datelines_name_and_half_of_the_articles_tell_of(
    datelines: list[str | None], second: str, place: str
) -> None:
    made = []
    for number, dateline in enumerate(datelines):
        found = told(f"a{number}", second if number else SANK)
        stated = Stated(dateline, "test") if dateline else None
        meta = replace(found.article.metadata, dateline=stated)
        made.append(replace(found, article=replace(found.article, metadata=meta)))
    assert place_of(Edition(collate(made), Settings(site_name="Harbour"))) == place


@pytest.mark.parametrize(
    "sentence",
    [
        "Divers filmed the wreck of the ferry Selma <shot: Brandt> off Gull Island on Tuesday and all of its cars.",
        "The ferry Selma sank off Gull Island with thirty cars aboard on Tuesday and the divers of Havn went into.",
        "Captain Brandt of the ferry Selma on Tuesday used the incident to ask for divers and cars off Gull Island.",
        "Rosa Brandt: Ferry Selma Sank Off Gull Island With Thirty Cars Aboard And Divers Search The Wreck On Tuesday.",
        "Among the divers off Gull Island on Tuesday were sailors of the night ferry Selma and of thirty cars.",
        "Not because divers of Havn have searched the ferry Selma off Gull Island with thirty cars aboard on Tuesday.",
        "Previously, the night ferry Selma of Havn sailed off Gull Island on Tuesday with thirty cars aboard.",
        "The sailors of the ferry Selma told divers here on Tuesday that thirty cars were lost off Gull Island.",
    ],
)
def test_a_sentence_with_mark_up_or_a_loose_end_opens_no_story(language: SpacyLanguage, sentence: str) -> None:
    raws = [raw("a", sentence), raw("b", SANK, "Ferry Selma sinks off Gull Island"), raw("c", sentence)]
    edition = Edition(build_digest(raws, language), Settings(site_name="Harbour"))
    opening = edition.head[2]
    assert opening is not None and edition.words(opening.article_id, opening.span) == SANK


def test_what_the_most_articles_tell_opens_the_story(language: SpacyLanguage) -> None:
    scene = "Rosa Brandt of Havn took a call from her mother in a kitchen that smelled of coffee on Tuesday evening."
    news = "The night ferry Selma sank off Gull Island on Tuesday, and Rosa Brandt of Havn was among the saved sailors."
    raws = [raw("a", scene), raw("b", news), raw("c", "The ferry Selma sank. Sailors were saved off Gull Island.")]
    edition = Edition(build_digest(raws, language), Settings(site_name="Harbour", title="The Selma"))
    opening = edition.head[2]
    assert opening is not None and edition.words(opening.article_id, opening.span) == news


def test_what_was_done_opens_a_story_rather_than_how_things_are(language: SpacyLanguage) -> None:
    state = "A ferry such as the Selma means a great deal to sailors off Gull Island, thirty cars aboard or none."
    raws = [raw("a", state), raw("b", SANK, "Ferry Selma sinks off Gull Island"), raw("c", state)]
    edition = Edition(build_digest(raws, language), Settings(site_name="Harbour"))
    opening = edition.head[2]
    assert opening is not None and edition.words(opening.article_id, opening.span) == SANK


@pytest.mark.parametrize(("where", "place"), [("at a pier in Port Hale", "Port Hale"), ("off Gull Island", "")])
def test_a_place_is_shown_where_a_sentence_of_what_happened_names_it(where: str, place: str) -> None:
    text = f"The night ferry Selma sank {where} on Tuesday."
    made = []
    for name in ("a", "b"):
        found = told(name, text)
        meta = replace(found.article.metadata, dateline=Stated("PORT HALE -", "test"))
        made.append(replace(found, article=replace(found.article, metadata=meta)))
    evidence = tuple(Evidence(ArticleId(name), Span(0, len(text))) for name in ("a", "b"))
    event = Event(EventId("loss"), "2014-07-01", None, "day", "told", text, evidence)
    digest = replace(collate(made), events=(event,))
    assert place_of(Edition(digest, Settings(site_name="Harbour"))) == place


def test_places_and_agency_before_a_sentence_are_no_part_of_it(language: SpacyLanguage) -> None:
    opening = opening_told(language, a=f"HAVN, Isle/PORT HALE (Newswire) - {SANK}", b=DIVERS)
    assert opening in (SANK, DIVERS)


def test_how_a_thing_was_known_to_somebody_opens_no_story_where_a_deed_does(language: SpacyLanguage) -> None:
    familiar = "The loss of the ferry Selma off Gull Island on Tuesday was all too familiar to the sailors of Havn."
    assert opening_told(language, a=familiar, b=SANK) == SANK
