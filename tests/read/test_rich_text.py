"""Texts in parts, and exports of Telegram."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.read.rich_text import in_parts, run_of
from tests.read.made import PARAGRAPHS, TEXT, read, read_one

FIRST, SECOND, THIRD, FOURTH = PARAGRAPHS


@pytest.mark.parametrize(
    "parts",
    [
        [{"type": "text", "content": FIRST}, {"type": "text", "content": SECOND}],
        [{"type": "paragraph", "data": {"text": FIRST}}, {"type": "paragraph", "data": {"text": SECOND}}],
        {
            "type": "doc",
            "content": [
                {
                    "type": "paragraph",
                    "content": [
                        {"type": "text", "text": FIRST[:20]},
                        {"type": "text", "marks": [{"type": "bold"}], "text": FIRST[20:]},
                    ],
                },
                {"type": "paragraph", "content": [{"type": "text", "text": SECOND}]},
            ],
        },
        [
            {"type": "paragraph", "children": [{"text": FIRST[:20]}, {"text": FIRST[20:], "bold": True}]},
            {"_type": "block", "children": [{"_type": "span", "text": SECOND}]},
        ],
    ],
)
def test_paragraphs_of_a_text_in_parts_are_read(parts: Any) -> None:
    assert in_parts(parts).paragraphs == [FIRST, SECOND]


def test_parts_of_a_run_are_one_text() -> None:
    assert run_of(["The quay ", {"type": "link", "text": "closed"}, " at ", {"type": "bold", "text": "noon"}, "."]) == (
        "The quay closed at noon."
    )


def test_what_is_no_text_among_the_parts_is_set_aside(tmp_path: Path) -> None:
    story = {
        "headlines": {"basic": "Ferry strikes pier"},
        "credits": {"by": [{"type": "author", "name": "Ann Lee"}]},
        "display_date": "2023-06-20T09:00:00Z",
        "content_elements": [
            {"type": "text", "content": FIRST.replace("ferry", '<a href="/f">ferry</a>', 1)},
            {"type": "image", "caption": "The pier on Tuesday."},
            {"type": "text", "content": SECOND},
            {"type": "interstitial_link", "content": "Another ferry is late"},
            {"type": "text", "content": f"{THIRD}<br/><br/>{FOURTH}"},
        ],
    }
    article = read_one(tmp_path, "a.json", json.dumps(story))
    assert article.text == TEXT
    assert article.given.title is not None and article.given.title.value == "Ferry strikes pier"
    assert article.given.byline is not None and article.given.byline.value == "Ann Lee"
    assert article.given.published is not None and article.given.published.value == "2023-06-20"
    told = {removed.text for removed in article.removed}
    assert {"The pier on Tuesday.", "Another ferry is late"} <= told


def test_a_number_is_no_writer(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.json", json.dumps({"text": TEXT, "author": 7}))
    assert article.given.byline is None


def _message(number: int, text: object, **beside: object) -> dict[str, object]:
    return {"id": number, "type": "message", "date": "2023-06-21T08:00:00", "text": text} | beside


POST = [{"type": "bold", "text": "Ferry strikes pier"}, f"\n\n{FIRST}\n\n{SECOND[:30]}",
        {"type": "text_link", "text": SECOND[30:], "href": "https://courier.example"}, f"\n\n{THIRD}\n\n{FOURTH}\n\n",
        {"type": "mention", "text": "@aldercourier"}, " | ", {"type": "link", "text": "Subscribe"}]  # fmt: skip


def test_a_post_of_a_channel_is_an_article(tmp_path: Path) -> None:
    sender = {"from": "Alder Courier", "from_id": "channel7"}
    service = {"id": 1, "type": "service", "date": "2023-06-01T08:00:00", "text": "", "action": "create_channel"}
    export = {"name": "Alder Courier", "messages": [service, _message(2, POST, **sender)]}
    article = read_one(tmp_path, "result.json", json.dumps(export))
    assert article.text == f"Ferry strikes pier\n\n{TEXT}"
    assert article.given.outlet is not None and article.given.outlet.value == "Alder Courier"
    assert article.given.published is not None and article.given.published.value == "2023-06-21"
    assert [removed.text for removed in article.removed] == ["@aldercourier | Subscribe"]


def test_of_a_chat_only_what_was_passed_on_is_read_and_in_one_piece(tmp_path: Path) -> None:
    person = {"from": "Bea Moss", "from_id": "user9"}
    passed_on = person | {"forwarded_from": "Alder Courier"}
    messages = [
        _message(4, f"{FIRST}\n\n{SECOND}", **passed_on),
        _message(5, f"{THIRD}\n\n{FOURTH}", **passed_on),
        _message(
            6, "Have you seen this? My brother was on that very ferry, and he says " + "nothing at all " * 9, **person
        ),
    ]
    (article,), problems = read(tmp_path, "result.json", json.dumps({"chats": {"list": [{"messages": messages}]}}))
    assert article.text == TEXT
    assert article.given.published is not None and article.given.published.how.startswith("day of saving")
    assert "Bea Moss" not in repr(article) and "brother" not in repr(article)
    assert [problem.what for problem in problems] == ["1 other message(s) were not read"]


def test_talk_alone_is_refused(tmp_path: Path) -> None:
    messages = [_message(4, TEXT, **{"from": "Bea Moss", "from_id": "user9"})]
    articles, problems = read(tmp_path, "result.json", json.dumps({"messages": messages}))
    assert articles == []
    assert [problem.what for problem in problems] == ["is an export of Telegram and holds no post of a channel"]


def test_a_field_with_marks_of_a_page_is_read_without_them(tmp_path: Path) -> None:
    record = {
        "title": {"rendered": "Alder&#8217;s <em>ferry</em> strikes pier"},
        "content": {"rendered": f"<p>{TEXT}</p>"},
    }
    article = read_one(tmp_path, "a.json", json.dumps(record))
    assert article.given.title is not None and article.given.title.value == "Alder’s ferry strikes pier"


STORY = f"""<nitf><head><docdata><date.issue norm="20230620T0900Z"/></docdata>
<pubdata date.publication="20230621" name="The Alder Courier"/></head><body>
<body.head><hedline><hl1>Ferry strikes pier</hl1></hedline>
<byline>By ANN LEE<byttl>Quay Wire</byttl></byline></body.head>
<body.content><media><media-caption><p>The pier.</p></media-caption></media>
<block>{"".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)}</block></body.content>
<body.end><tagline>Lee writes about the sea.</tagline></body.end></body></nitf>"""


def test_a_story_that_an_agency_sends_is_an_article(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.xml", STORY)
    assert article.text == TEXT
    stated = {name: getattr(article.given, name) for name in ("title", "outlet", "byline", "published")}
    assert {name: found.value for name, found in stated.items() if found} == {
        "title": "Ferry strikes pier",
        "outlet": "The Alder Courier",
        "byline": "Ann Lee",
        "published": "2023-06-21",
    }
    assert [removed.text for removed in article.removed] == ["The pier.", "Lee writes about the sea."]


def test_several_stories_within_newsml_are_as_many_articles(tmp_path: Path) -> None:
    empty = "<nitf><body><body.content/></body></nitf>"
    articles, problems = read(tmp_path, "a.xml", f"<newsMessage>{STORY}{empty}{STORY}</newsMessage>")
    assert [article.file for article in articles] == ["a.xml#1", "a.xml#3"]
    assert [problem.what for problem in problems] == ["holds no text"]
