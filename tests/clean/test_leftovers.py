"""What players, archives and embedded posts leave in a text."""

from __future__ import annotations

import pytest

from generator.clean import body_paragraphs, clean
from generator.records import RawArticle

STORY = [
    "The lock of Port Hale was shut for the third time this spring after a gate came off its hinge on Monday.",
    "Skippers have asked the harbour board for a new one since 2019, and the board has put it off each year.",
    "The gate was cast at the yard of Sele in 1911 and mended twice, both times after a barge had run into it.",
    "A new gate would cost nine million crowns, the board said, of which the state would pay a third at most.",
    "The council is to vote on the money in June, and most of its members have not said what they will do.",
]


@pytest.mark.parametrize(
    "line",
    [
        "Sorry, this recording is not available in your country Error code: 4",
        "We regret that the clip cannot be shown in your location",
        "Subscribe here or listen to the whole talk below:",
        "ABSTRACT.",
        "FULL TEXT.",
        "___.",
        "k",
        "ADDENDA: In case you missed it on Friday, the bell has a podcast of its own, and so has the diver.",
        "Courtesy of The Sele MessengerAnn Marlow, who cast the bell, at her yard in May.",
        "pic.twitter.com/aB3dE5fG7h",
        "Skippers have asked the harbour board for a new one since 2019.",
    ],
)
def test_what_no_writer_wrote_leaves_the_body(line: str) -> None:
    story = [*STORY[:1], STORY[1].replace(", and the board", ". The board"), *STORY[2:]]
    page = [*story[:3], line, *story[3:]]
    assert body_paragraphs("\n\n".join(page)) == story


@pytest.mark.parametrize(
    "line",
    [
        "The video was shown to the council in the rope hall of Port Hale on Tuesday evening.",
        "Courtesy of the harbour board, the skippers had coffee while they waited at the gate.",
        "Listen to the skippers and you will hear nothing else: they want their gate.",
        "In case you missed it, the board has put it off for a year once more.",
    ],
)
def test_what_a_writer_wrote_stays(line: str) -> None:
    page = [*STORY[:3], line, *STORY[3:]]
    assert body_paragraphs("\n\n".join(page)) == page


def test_shortened_addresses_are_lifted_out_of_posts() -> None:
    post = "The bell is up! https://t.co/aB3dE5 pic.twitter.com/fG7hI9 — Museum of Sele (@selemuseum) May 4, 2021"
    article = clean(RawArticle("a.txt", "", "\n\n".join([*STORY[:3], post, *STORY[3:]])))
    told = [span.of(article.text) for span in article.paragraphs]
    assert told[3] == "The bell is up! — Museum of Sele (@selemuseum) May 4, 2021"
    assert [part.text for part in article.removed] == ["https://t.co/aB3dE5", "pic.twitter.com/fG7hI9"]


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ('<post id="7" author="annmarlow">', "The bell rings again, the founder wrote on Monday."),
        ('poster="https://video.example/7/bell.jpg?id=3"', "The bell rings again, the founder wrote on Monday."),
    ],
)
def test_what_is_left_of_a_tag_is_lifted_out_of_its_paragraph(tag: str, words: str) -> None:
    article = clean(RawArticle("a.txt", "", "\n\n".join([*STORY[:3], f"{tag} {words}", *STORY[3:]])))
    assert [span.of(article.text) for span in article.paragraphs] == [*STORY[:3], words, *STORY[3:]]
    assert [part.text.strip() for part in article.removed] == [tag]


def test_what_is_less_or_equal_is_no_tag() -> None:
    line = "The board wrote that cost <the sum of 1911> and that a=b, which nobody in the hall could follow."
    assert body_paragraphs("\n\n".join([*STORY[:3], line, *STORY[3:]])) == [*STORY[:3], line, *STORY[3:]]
