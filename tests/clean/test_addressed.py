"""What a page says to its readers, lists and captions, told by grammar and place: kinds that no list names."""

from __future__ import annotations

import pytest

from generator.clean import body_paragraphs, clean
from generator.records import Article, RawArticle

STORY = [
    "The keepers of the Tarn lock opened both gates on Tuesday for the first time in eleven years.",
    "Barges had waited since dawn, and the first of them carried nothing but apples and a piano.",
    "“We greased it on Monday, and we hoped,” said Ola Berg, who has kept the lock since the flood.",
    "The town paid 400 crowns for the grease and has asked the county for half of it.",
    "A second test of the upper gate is planned for the week after the harvest.",
]
HEAD = ["Lock at Tarn opens after eleven years", "By Ann Lee", "14 June 2021"]


def page(*lines: str, above: tuple[str, ...] = (), below: tuple[str, ...] = ()) -> list[str]:
    """Return the body of a page that has such lines above, within and below its story."""
    return body_paragraphs("\n\n".join([*HEAD, *above, *STORY[:2], *lines, *STORY[2:], *below]))


def cleaned(text: str) -> Article:
    return clean(RawArticle("page", "", text))


@pytest.mark.parametrize(
    "line",
    [
        "You enjoyed this article? Then tell your friends, and become a subscriber today.",
        "The Tarn Letter is a reader-supported publication. Consider becoming a subscriber.",
        "Start your morning with our newsletter. Read the headlines before breakfast.",
        "Thanks for reading! Forward this newsletter to somebody who keeps bees.",
    ],
)
def test_what_a_page_says_to_its_readers_closes_no_story(line: str) -> None:
    assert page(below=(line,)) == STORY


@pytest.mark.parametrize(
    "line",
    [
        "Support for the newsletter came from the harbour master and two of his sons.",
        "You never know what a lock will do in a wet spring, and nobody in Tarn pretends to.",
        "The story made headlines in three counties before anybody had seen the gates move.",
        "The paper lost a third of its subscribers in the year of the flood.",
    ],
)
def test_what_is_told_of_papers_and_readers_stays(line: str) -> None:
    assert page(below=(line,))[-1] == line


def test_other_stories_go_with_the_heading_that_says_what_its_list_holds() -> None:
    listed = "Featured stories\nTOWN\nDivers find the bell of the old ferry\nTOWN\nKeeper: Geese are not to blame"
    assert page(listed) == STORY


def test_a_teaser_between_a_headline_and_its_button_goes_with_them() -> None:
    card = "More related stories\nSmoke from peat fire blankets road\nDrivers are asked to use their lamps.\nRead more"
    assert page(below=(card,)) == STORY


def test_a_sentence_left_alone_below_the_tags_is_no_story() -> None:
    foot = ("Tags", "locks", "Ann Lee", "Follow Ann Lee", "Ferry families wait for a berth")
    teaser = "Nine weeks after the storm, a dozen boats lie in the reeds."
    assert page(below=(*foot, teaser, "Most Popular", "© 2021 Tarn Courier")) == STORY


def test_a_caption_above_a_name_and_its_house_goes_where_the_story_has_its_dateline() -> None:
    story = ["TARN — The keepers of the lock opened both gates on Tuesday.", *STORY[1:]]
    text = [*HEAD, "The lock was built in 1871 and opens twice a day.", "Jo Marsh, Tarn Courier", *story]
    assert body_paragraphs("\n".join(text)) == story


def test_a_paragraph_goes_on_behind_the_foot_of_a_printed_page() -> None:
    printed = "https://quay.example/lock-opens              {}/2"
    head = "6/15/21, 8:03 AM          Lock at Tarn opens after eleven years | Tarn Courier"
    half = "The town paid 400 crowns for the grease and has asked the county"
    text = "\n\n".join([head, *HEAD, *STORY[:3], half]) + f"\n\n{printed.format(1)}\n\n{head}\n\nfor half of it.\n\n"
    assert cleaned(text + f"{STORY[4]}\n\n{printed.format(2)}").text.split("\n\n") == STORY


def test_the_headline_is_found_below_a_slogan_and_a_menu() -> None:
    above = ["Local news, markets and weather | The Tarn Courier", "News", "Sport", "Markets", "News"]
    title = "Lock at Tarn opens both its gates for the first time after eleven years"
    article = cleaned("\n".join([*above, title, "14 June 2021", "Ann Lee", *STORY]))
    assert article.metadata.title is not None
    assert article.metadata.title.value == title
    assert article.text.split("\n\n") == STORY


def test_a_headline_without_what_a_ticker_sets_before_it() -> None:
    text = ["Friday, June 18, 2021", f"Latest: {HEAD[0]}", "The Tarn Standard", HEAD[0], "June 18, 2021", *STORY]
    article = cleaned("\n".join(text))
    assert article.metadata.title is not None
    assert article.metadata.title.value == HEAD[0]


def test_the_outlet_that_several_lines_of_the_page_name() -> None:
    foot = ["Follow Quayside on WhatsApp", "© 2021 Quayside"]
    told = "“It was a quiet day,” the harbour master told Quayside on Wednesday."
    article = cleaned("\n\n".join(["Quayside | locks", *HEAD, *STORY, told, *foot]))
    assert article.metadata.outlet is not None
    assert article.metadata.outlet.value == "Quayside"


def test_a_word_beside_the_day_is_no_outlet() -> None:
    article = cleaned("\n\n".join([HEAD[0], "Issue date: Friday 12 November 2010", *STORY]))
    assert article.metadata.outlet is None
