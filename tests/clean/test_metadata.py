"""Metadata: what the format states stands, what the text states fills the gaps, what neither says stays empty."""

from __future__ import annotations

import pytest

from generator.clean import clean
from generator.clean.language import detect_language
from generator.clean.outlets import outlet_of_site
from generator.clean.stamps import is_stamp, stated_day
from generator.records import Metadata, RawArticle, Removed, Stated

BODY = "The ferry hit the bridge at ten at night, the coast guard said.\n\nSeven people are still in hospital."


def test_what_the_format_states_stands() -> None:
    given = Metadata(byline=Stated("Ann Lee", "front-matter"), published=Stated("2021-03-03", "meta tag"))
    metadata = clean(RawArticle("a.md", "", f"By Jo Marsh\n\nMarch 3, 2021\n\n{BODY}", "paragraphs", given)).metadata
    assert metadata.byline == Stated("Ann Lee", "front-matter")
    assert metadata.published == Stated("2021-03-03", "meta tag")


def test_a_day_that_the_text_states_otherwise_is_told() -> None:
    given = Metadata(published=Stated("2021-03-05", "meta tag"))
    published = clean(
        RawArticle("a.html", "", f"Published March 3, 2021\n\n{BODY}", "paragraphs", given)
    ).metadata.published
    assert published == Stated("2021-03-05", "meta tag; but line 'Published March 3, 2021' says 2021-03-03")


def test_an_empty_field_of_the_format_is_filled_from_the_text() -> None:
    given = Metadata(byline=Stated(" ", "JSON field 'author'"))
    metadata = clean(RawArticle("a.json", "", f"By Jo Marsh\n\n{BODY}", "paragraphs", given)).metadata
    assert metadata.byline == Stated("Jo Marsh", "line 'By Jo Marsh'")


def test_nothing_is_invented() -> None:
    assert clean(RawArticle("a.txt", "", BODY)).metadata == Metadata(language=Stated("en", "its commonest words"))


def test_what_the_reader_left_out_is_kept_beside_what_cleaning_left_out() -> None:
    raw = RawArticle("a.html", "", f"Advertisement\n\n{BODY}", "paragraphs", removed=(Removed("Menu", "navigation"),))
    assert [part.text for part in clean(raw).removed] == ["Menu", "Advertisement"]


def test_a_headline_that_the_format_states_is_not_repeated_in_the_body() -> None:
    given = Metadata(title=Stated("Ferry hits bridge", "meta tag"))
    article = clean(RawArticle("a.html", "", f"Ferry Hits Bridge | Example News\n\n{BODY}", "paragraphs", given))
    assert article.text == BODY
    assert article.metadata.title == Stated("Ferry hits bridge", "meta tag")


def test_the_site_after_a_page_title_is_the_outlet_and_no_part_of_the_headline() -> None:
    given = Metadata(title=Stated("Ferry hits bridge in the night - BBC News", "title tag"))
    metadata = clean(RawArticle("a.html", "", BODY, "paragraphs", given)).metadata
    assert metadata.title == Stated("Ferry hits bridge in the night", "title tag")
    assert metadata.outlet == Stated("BBC News", "title tag, '- BBC News' after it")


def test_a_dash_in_a_headline_parts_off_no_outlet() -> None:
    given = Metadata(title=Stated("Ferry hits bridge - and nobody is hurt", "title tag"))
    metadata = clean(RawArticle("a.html", "", BODY, "paragraphs", given)).metadata
    assert metadata.title == given.title
    assert metadata.outlet is None


def test_a_body_keeps_its_sub_headings_marked_by_its_format_or_not() -> None:
    marked = BODY.replace("\n\n", "\n\nLong night\n\n")
    assert clean(RawArticle("a.html", "", marked, "paragraphs")).text == marked
    assert clean(RawArticle("a.txt", "", marked)).text == marked


@pytest.mark.parametrize(
    ("line", "day", "updated"),
    [
        ("Published May 4, 2021", "2021-05-04", False),
        ("(Last Updated On: June 19, 2023)", "2023-06-19", True),
        ("Jun. 19 2023, Updated 3:57 p.m. ET", "2023-06-19", False),
        ("Published 19 Jun, 2023 09:44pm", "2023-06-19", False),
        ("Monday, 19 June 2023", "2023-06-19", False),
        ("PUBLISHED: 09:44, 19 June 2023 | UPDATED: 10:11, 20 June 2023", "2023-06-19", False),
        ("Last modified on Tue 20 Jun 2023 00.01 BST", "2023-06-20", True),
        ("Updated 0412 GMT (1212 HKT) June 19, 2023", "2023-06-19", True),
        ("2023-06-19T10:00:00Z", "2023-06-19", False),
        ("19/06/2023", "2023-06-19", False),
        ("19.6.2023", "2023-06-19", False),
        ("June 19, 20234:12 AM GMT+1", "2023-06-19", False),
    ],
)
def test_publication_lines_are_read(line: str, day: str, updated: bool) -> None:
    assert is_stamp(line)
    assert stated_day(line) == (day, updated)


@pytest.mark.parametrize("line", ["05/06/2023 10:00", "Updated 2 hours ago", "June 31, 2023 is no day"])
def test_lines_without_a_certain_day_state_none(line: str) -> None:
    assert stated_day(line) is None


@pytest.mark.parametrize(
    "line", ["On June 19, 2023 he resigned.", "June 19, 2023 was a Monday like any other", "The 2023 election"]
)
def test_sentences_with_a_day_are_no_publication_lines(line: str) -> None:
    assert not is_stamp(line)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (
            "The ferry hit the bridge at ten at night, and it was the captain who had fallen asleep, police said.",
            "en",
        ),
        (
            "Die Fähre ist in der Nacht gegen die Brücke gefahren, und der Kapitän hat das nicht bemerkt.",
            "de",
        ),
        (
            "Le bateau est entré dans la nuit en collision avec le pont, et le capitaine ne l’a pas vu.",
            "fr",
        ),
        ("El barco chocó en la noche con el puente y el capitán no lo vio, según la policía de la ciudad.", "es"),
        ("Паром ночью столкнулся с мостом, и капитан этого не заметил, сообщила полиция города.", "ru"),
        ("اصطدمت العبارة بالجسر في الليل ولم يلاحظ القبطان ذلك", "ar"),
        ("渡轮在夜间撞上了大桥，船长没有注意到。", "zh"),
        ("フェリーは夜に橋に衝突したが、船長は気づかなかった。", "ja"),
        ("No.", None),
        ("", None),
    ],
)
def test_the_language_shows_in_the_commonest_words(text: str, tag: str | None) -> None:
    assert detect_language(text) == tag


TOLD = "The old bell was lifted from the harbour on Monday, the museum said.\n\nIt is to be shown in July, for free."
FIELDS = ("outlet", "origin", "byline", "published")


def stated(text: str, file: str = "a.txt") -> dict[str, str]:
    """Return what is known of a story with that text, by field; its body must be no more than `TOLD`."""
    article = clean(RawArticle(file, "", text))
    assert article.text == TOLD
    known = {field: getattr(article.metadata, field) for field in FIELDS}
    return {field: value.value for field, value in known.items() if value}


@pytest.mark.parametrize(
    ("lines", "known"),
    [
        ("Larkfield Herald, June 14th, 2017", {"outlet": "Larkfield Herald", "published": "2017-06-14"}),
        ("The Tidewater | 30 Oct 2017", {"outlet": "The Tidewater", "published": "2017-10-30"}),
        ("Oct. 30, 2017 • CNN • 4 min read", {"outlet": "CNN", "published": "2017-10-30"}),
        (
            "June 16, 2020\nTidewater.com\nAnn Lee",
            {"outlet": "Tidewater.com", "byline": "Ann Lee", "published": "2020-06-16"},
        ),
        (
            "Ann Lee and Thomas Vik\nTidewater\nJune 5, 2012 at 3:04 p.m. EDT",
            {"outlet": "Tidewater", "byline": "Ann Lee and Thomas Vik", "published": "2012-06-05"},
        ),
        (
            "Ann Lee, Senior Reporter | The Tidewater | 5 June 2012",
            {"outlet": "The Tidewater", "byline": "Ann Lee", "published": "2012-06-05"},
        ),
        (
            "By Ann Lee, USA TODAY\nPublished Tuesday, June 5, 2012",
            {"outlet": "USA TODAY", "byline": "Ann Lee", "published": "2012-06-05"},
        ),
        (
            "By Ann Lee, Reuters\nPosted on 5 June 2012",
            {"origin": "Reuters", "byline": "Ann Lee", "published": "2012-06-05"},
        ),
        ("Reuters, June 5, 2012", {"outlet": "Reuters", "published": "2012-06-05"}),
        ("Post List | June 5, 2012", {"published": "2012-06-05"}),
        ("Staff\nJune 5, 2012\n2012", {"published": "2012-06-05"}),
        ("World | June 5, 2012 | Oslo", {"published": "2012-06-05"}),
    ],
)
def test_outlet_day_and_writer_are_read_in_any_order(lines: str, known: dict[str, str]) -> None:
    assert stated(f"Bell lifted from harbour after a century\n\n{lines}\n\n{TOLD}") == known


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("Source: Quay Lookout (June 14th, 2017)", {"outlet": "Quay Lookout", "published": "2017-06-14"}),
        ("© 2025 The Larkfield Herald. All rights reserved.", {"outlet": "The Larkfield Herald"}),
        ("© 2025 The Associated Press. All rights reserved.", {"origin": "The Associated Press"}),
        ("© 2025 Tribune Content Agency LLC", {}),
        ("READ MORE:\n\nOur Free Press\n\nFive knots for sailors", {}),
        ("(BBC)", {"origin": "BBC"}),
    ],
)
def test_a_foot_tells_outlet_and_day(line: str, known: dict[str, str]) -> None:
    assert stated(f"{TOLD}\n\n{line}") == known


@pytest.mark.parametrize(
    ("file", "outlet"),
    [
        ("the-hill.txt", "The Hill"),
        ("2017-10-30_cnn.txt", "CNN"),
        ("reuters-bell-lifted.txt", "Reuters"),
        ("bell-lifted-from-harbour.txt", None),
        ("time-to-lift-the-bell.txt", None),
        ("2023.txt", None),
    ],
)
def test_a_files_name_tells_the_outlet(file: str, outlet: str | None) -> None:
    assert stated(TOLD, file).get("outlet") == outlet


def test_two_words_that_nobody_knows_are_the_outlet_when_something_else_bears_it_out() -> None:
    page = f"Bell lifted from harbour after a century\n\nQuay Lookout, June 5, 2012\n\n{TOLD}"
    assert "outlet" not in stated(page)
    assert stated(page, "2012-quay-lookout.txt")["outlet"] == "Quay Lookout"
    assert clean(RawArticle("a.txt", "", f"{page} Divers told Quay Lookout so.")).metadata.outlet == Stated(
        "Quay Lookout", "line 'Quay Lookout, June 5, 2012', and 'told Quay Lookout' in the text"
    )


@pytest.mark.parametrize("opening", ["(CNN) ", "Port Hale (BBC) ", "Oct 6 (Reuters) - "])
def test_datelines_with_an_agency_are_read_without_place_or_dash(opening: str) -> None:
    assert stated(opening + TOLD)["origin"] in opening


def test_an_address_below_a_paragraph_of_a_marked_body_is_the_articles_own() -> None:
    lines = [*BODY.split("\n\n"), "https://quay.example/lamp", "The lamp costs a crown, the shop of the yard said."]
    body = "\n\n".join(lines)
    marked = clean(RawArticle("a.html", "", body, "paragraphs"))
    assert marked.text == body
    assert "https://quay.example/lamp" not in clean(RawArticle("a.txt", "", body)).text
    foot = clean(RawArticle("a.html", "", f"{body}\n\nhttps://quay.example/share", "paragraphs"))
    assert foot.text == body


def test_the_first_turn_of_a_transcript_is_no_headline() -> None:
    turns = "Lena Voss: Why close the bridge now?\n\nPetra Holm: The steel is worn through, and nobody can mend it."
    for form in ("paragraphs", "scrape"):
        article = clean(RawArticle("talk.vtt", "", turns, form))
        assert article.text == turns
        assert article.metadata.title is None
    headline = "Tarn: Why the bridge is closed now"
    assert clean(RawArticle("a.txt", "", f"{headline}\n\n{BODY}")).metadata.title == Stated(
        headline, f"line '{headline}'"
    )


@pytest.mark.parametrize(
    ("host", "outlet"),
    [
        ("nytimes.com", "The New York Times"),
        ("latimes.com", "Los Angeles Times"),
        ("thetimes.co.uk", "The Times"),
        ("times.com", None),  # of whose town nobody knows
        ("larkfieldherald.com", None),
    ],
)
def test_the_letters_of_a_site_tell_a_known_outlet(host: str, outlet: str | None) -> None:
    assert outlet_of_site(host) == outlet


def test_figures_that_only_english_leaves_open_are_read_by_the_language_of_the_text() -> None:
    spanish = (
        "El puente se cerró el lunes porque el acero está gastado y nadie quiere que la gente pase por él.\n\n"
        "Los vecinos dicen que no se puede vivir sin el puente, y que el pleno no los ha oído.\n\n"
        "La alcaldesa dijo que las obras van a durar dos años y que no hay dinero para más."
    )
    assert clean(RawArticle("a.txt", "", f"04/05/2021\n\n{spanish}")).metadata.published == Stated(
        "2021-05-04", "line '04/05/2021' in the order of its language"
    )
    assert clean(RawArticle("a.txt", "", f"04/05/2021\n\n{BODY}")).metadata.published is None


def test_who_is_spoken_to_is_the_outlet_only_beside_a_line_of_the_page_that_names_it() -> None:
    told = "The master of the ferry told CNN the lamp had failed.\n\nSeven people are still in hospital, he said."
    assert clean(RawArticle("a.txt", "", told)).metadata.outlet is None
    metadata = clean(RawArticle("a.txt", "", f"(CNN) {told}")).metadata
    assert metadata.outlet is not None
    assert metadata.outlet.value == "CNN"


def test_a_station_named_in_the_dateline_goes_before_the_company_that_owns_it() -> None:
    text = f"PORT HALE, Mo. (KXQP) – {BODY}\n\nCopyright 2021 Prairie Media Inc. All rights reserved."
    outlet = clean(RawArticle("a.txt", "", text)).metadata.outlet
    assert outlet is not None
    assert outlet.value == "KXQP"


def test_a_short_name_of_an_outlet_is_the_longer_one_that_the_story_has() -> None:
    text = (
        "The lock leaks, The New York Times reported on Monday, and nobody in the port has the key.\n\n"
        "“We know,” the keeper told The Times on Tuesday at the quay.\n\n"
        "“We have known for years,” his wife told The Times, and showed the bucket."
    )
    origin = clean(RawArticle("a.txt", "", text)).metadata.origin
    assert origin is not None
    assert origin.value == "New York Times"


@pytest.mark.parametrize(
    ("site", "outlet"),
    [("money.cnn.com", "CNN"), ("latimesblogs.latimes.com", "Los Angeles Times"), ("abcnews.go.com", "ABC News")],
)
def test_the_last_part_of_a_host_says_whose_it_is(site: str, outlet: str) -> None:
    assert outlet_of_site(site) == outlet
