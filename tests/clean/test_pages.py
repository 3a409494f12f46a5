"""Pages as people paste them, from `pages.md`: the whole body and all metadata of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.clean import body_paragraphs, clean
from generator.records import Metadata, RawArticle, Stated
from tests.cases import Case, cases

FIELDS = ("title", "outlet", "origin", "byline", "dateline", "published", "url")


@pytest.mark.parametrize("case", cases(Path(__file__).with_name("pages.md")))
def test_page(case: Case) -> None:
    article = clean(RawArticle("page.txt", "", "\n".join(case.quoted)))
    assert [f"¶ {span.of(article.text)}" for span in article.paragraphs] == [
        line for line in case.expected if line.startswith("¶ ")
    ]
    stated = {field: getattr(article.metadata, field) for field in FIELDS}
    assert {f"{field} | {value.value}" for field, value in stated.items() if value} == {
        line for line in case.expected if not line.startswith("¶ ")
    }


OPENING = "The minister met union leaders in the capital on Tuesday, his office said in a statement."
MIDDLE = "The unions had called for a strike of all nurses from Thursday, and most hospitals prepared for it."
CLOSING = "Talks are to go on next week, a spokesman told the press at noon."
STAYING = [
    line[2:] for line in (Path(__file__).parent / "stays.md").read_text("utf-8").splitlines() if line.startswith("> ")
]


@pytest.mark.parametrize("line", STAYING)
def test_short_paragraph_stays(line: str) -> None:
    between = [OPENING, MIDDLE, line, CLOSING]
    assert body_paragraphs("\n\n".join(between)) == between
    below = [OPENING, MIDDLE, CLOSING, line]
    assert body_paragraphs("\n\n".join(below)) == below
    above = [line, OPENING, MIDDLE, CLOSING]
    assert body_paragraphs("\n\n".join(["Talks with unions go on", *above])) == above
    marked = clean(RawArticle("page.html", "", "\n\n".join(between), "paragraphs"))
    assert [span.of(marked.text) for span in marked.paragraphs] == between


@pytest.mark.parametrize("line", ["“She was at the heart of our lives”", "“It matters that it was lost,” he said"])
def test_quotation_without_a_full_stop_between_paragraphs_is_no_subheading(line: str) -> None:
    page = [OPENING, MIDDLE, line, CLOSING]
    assert body_paragraphs("\n\n".join(page)) == page


def test_a_sentence_that_a_blank_line_breaks_is_no_subheading() -> None:
    page = [
        OPENING,
        MIDDLE,
        "The truth, happily, is that most bells are",
        "not as old as the towers they hang in.",
        CLOSING,
    ]
    assert body_paragraphs("\n\n".join(page)) == page


HEADED = [
    "The lock of Port Hale was shut for the third time this spring after a gate came off its hinge on Monday.",
    "Skippers have asked the harbour board for a new one since 2019, and the board has put it off each year.",
    "The gate was cast at the yard of Sele in 1911 and mended twice, both times after a barge had run into it.",
    "A new gate would cost nine million crowns, the board said, of which the state would pay a third at most.",
    "The council is to vote on the money in June, and most of its members have not said what they will do.",
    "Until then barges of more than forty metres go round by Karlsund, which takes them nine hours.",
    "Two lines have said that they may leave the canal for good, one of them the oldest of all.",
    "The harbour board did not want to say by when a new gate might hang.",
]


def headed(*lines: str) -> list[str]:
    """Return a story with a line above each of its paragraphs but the first, as far as the lines go."""
    return (
        HEADED[:1] + [part for pair in zip(lines, HEADED[1:], strict=False) for part in pair] + HEADED[len(lines) + 1 :]
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("‘No way back’",),
        ("Years of delay",),
        ("What the skippers want", "A gate of 1911", "Who pays for the new gate", "The vote in June"),
        # Each form by itself, and a long one that does not repeat its part's words stays with the others.
        ("SKIPPERS IN WAITING", "OLD IRON", "WHO PAYS", "VOTE IN JUNE"),
        ("Why nobody has listened to those who use it", "Built for other times", "A question of money"),
        ("“Not one more year”", "“It was never meant for barges of today”", "Money and time"),
        ("The view from the harbour", "An iron gate of 1911", "The money for a new gate"),
    ],
)
def test_a_storys_sub_headings_stay_all_of_them(lines: tuple[str, ...]) -> None:
    page = headed(*lines)
    assert body_paragraphs("\n\n".join(page)) == page


@pytest.mark.parametrize(
    "line",
    [
        "( Full results of the harbour election)",
        "Read the whole report of the divers",
        "Bridges:Seven that may be next",
        "What is a harbour board and who sits on it?: Explainer",
        "Photo",
        "Ann Marlow",
        "MUSEUM OPENS DOORS TO CHILDREN AFTER TEN YEARS OF WAITING",
        "Museum opens its doors to children after ten years",
    ],
)
def test_a_link_between_paragraphs_is_no_sub_heading(line: str) -> None:
    assert body_paragraphs("\n\n".join(headed(line))) == HEADED


def test_the_heading_of_a_box_is_no_sub_heading() -> None:
    page = [*HEADED[:2], "Quay Nature", "Sign up for our newsletter", *HEADED[2:]]
    assert body_paragraphs("\n\n".join(page)) == HEADED


@pytest.mark.parametrize("heading", ["Related Topics", "Tags:", "Filed under"])
def test_tags_below_their_heading_leave_a_body_that_its_format_marks(heading: str) -> None:
    text = "\n\n".join([OPENING, MIDDLE, CLOSING, heading, "Harbours", "Port Hale"])
    article = clean(RawArticle("a", "", text, "paragraphs"))
    assert article.text.split("\n\n") == [OPENING, MIDDLE, CLOSING]


def test_short_lines_of_a_marked_body_stay_where_a_sentence_comes_below_them() -> None:
    text = "\n\n".join([OPENING, "Topics", "Harbours", MIDDLE, CLOSING])
    assert MIDDLE in clean(RawArticle("a", "", text, "paragraphs")).text
    assert "Harbours" in clean(RawArticle("a", "", text, "paragraphs")).text


def marked(*paragraphs: str, byline: str | None = None) -> list[str]:
    """Return the paragraphs that are left of a body which its format marks."""
    given = Metadata(byline=Stated(byline, "meta tag")) if byline else Metadata()
    article = clean(RawArticle("a", "", "\n\n".join(paragraphs), "paragraphs", given))
    return [span.of(article.text) for span in article.paragraphs]


def test_what_readers_wrote_below_a_marked_body_goes_with_their_number() -> None:
    comment = "Jean on 3 May at 9:02: My aunt worked there."
    assert marked(OPENING, MIDDLE, CLOSING, "3 Comments", comment) == [OPENING, MIDDLE, CLOSING]
    assert marked("3 Comments", OPENING, MIDDLE, CLOSING) == [OPENING, MIDDLE, CLOSING]
    assert comment in marked(OPENING, MIDDLE, CLOSING, comment)


def test_the_line_of_the_writers_that_a_format_states_is_no_part_of_its_body() -> None:
    assert marked("Por Ann Lee — Port Hale", OPENING, MIDDLE, CLOSING, byline="Ann Lee") == [OPENING, MIDDLE, CLOSING]
    assert marked("Ann Lee spoke first.", OPENING, MIDDLE, CLOSING, byline="Ann Lee")[0] == "Ann Lee spoke first."
    note = "Ann Lee is a reporter for the Larkfield Courier."
    assert marked(OPENING, MIDDLE, CLOSING, note, byline="Ann Lee") == [OPENING, MIDDLE, CLOSING]
    assert note in marked(OPENING, MIDDLE, CLOSING, note)


def test_a_headline_that_ran_into_its_standfirst_is_cut_off_it() -> None:
    title = Metadata(title=Stated("The port board raises its tolls", "meta tag"))
    text = "\n\n".join(["The port board raises its tolls Skippers fear for their trade.", OPENING, MIDDLE, CLOSING])
    article = clean(RawArticle("a", "", text, "paragraphs", title))
    assert article.paragraphs[0].of(article.text) == "Skippers fear for their trade."


def test_a_short_line_above_the_headline_of_a_marked_body_is_the_pages_label() -> None:
    headline = "Talks with the unions of nurses go on"
    title = Metadata(title=Stated(headline, "main heading"))
    text = "\n\n".join(["Evening edition", headline, OPENING, "Late edition", MIDDLE, CLOSING])
    article = clean(RawArticle("a", "", text, "paragraphs", title))
    assert article.text.split("\n\n") == [OPENING, "Late edition", MIDDLE, CLOSING]
