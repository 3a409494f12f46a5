from __future__ import annotations

import io
import json
import re
from dataclasses import replace

import pytest
from PIL import Image

from generator.config import Settings
from generator.ids import url_safe
from generator.publish import render
from generator.publish.cards import HEIGHT, WIDTH, Card, draw
from generator.publish.edition import Edition
from generator.publish.permalinks import absolute, in_original, relative
from generator.publish.policy import with_policy
from generator.records import Digest, Person, PersonId, PublicationDay
from tests.articles import article
from tests.publish.pages import rendered, tags

SETTINGS = Settings(site_url="https://example.org/digest/")


@pytest.mark.parametrize(
    ("page", "to", "link"),
    [
        ("", "quotes/#st-a", "quotes/#st-a"),
        ("articles/herald/", "people/lind/", "../../people/lind/"),
        ("articles/herald/", "articles/herald/#s-1", "#s-1"),
        ("timeline/", "", "../"),
        ("", "", "./"),
        ("q/a/", "articles/herald/#q-a", "../../articles/herald/#q-a"),
    ],
)
def test_links_are_relative_so_that_a_site_can_live_below_any_path(page: str, to: str, link: str) -> None:
    assert relative(page, to) == link


def test_link_to_the_original_names_the_first_and_the_last_words() -> None:
    link = in_original("https://example.org/a#top", "one two, three four five six seven eight nine ten well-known end")
    assert link == (
        "https://example.org/a#:~:text=one%20two%2C%20three%20four%20five,eight%20nine%20ten%20well%2Dknown%20end"
    )


def test_every_quote_statement_event_article_and_name_has_a_short_page(seeds_digest: Digest) -> None:
    files = render(seeds_digest, SETTINGS)
    wanted = {f"a/{found.article.id}" for found in seeds_digest.articles}
    wanted |= {f"q/{quote.id}" for found in seeds_digest.articles for quote in found.quotes}
    wanted |= {f"q/{statement.id}" for statement in seeds_digest.statements}
    wanted |= {f"e/{event.id}" for event in seeds_digest.events}
    wanted |= {f"p/{person.id}" for person in seeds_digest.people}
    wanted |= {f"p/{url_safe(name)}" for person in seeds_digest.people for name in person.names}
    assert {name for name in wanted if f"{name}/index.html" not in files} == set()


def test_name_that_two_people_share_leads_to_neither() -> None:
    people = tuple(
        Person(PersonId(key), name, "person", (name, "Lind"))
        for key, name in (("jan-lind", "Jan Lind"), ("maria-lind", "Maria Lind"))
    )
    digest = Digest((article("a", "“Yes,” he said."),), (PublicationDay(None, "none", "not stated"),), people)
    files = render(digest, SETTINGS)
    assert "p/jan-lind/index.html" in files
    assert "p/lind/index.html" not in files


def test_short_page_tells_a_chat_what_it_leads_to(seeds_digest: Digest) -> None:
    files = render(seeds_digest, SETTINGS)
    quote = next(quote for quote in seeds_digest.articles[0].quotes if quote.kind == "direct" and quote.speaker)
    found = tags(files[f"q/{quote.id}/index.html"].decode())
    meta = {attrs.get("property") or attrs.get("name"): attrs.get("content") for tag, attrs in found if tag == "meta"}
    words = quote.inner.of(seeds_digest.articles[0].article.text)
    speaker = next(person.name for person in seeds_digest.people if person.id == quote.speaker)
    assert words in (meta["og:description"] or "")
    assert meta["og:title"] == speaker
    assert meta["og:url"] == f"https://example.org/digest/q/{quote.id}/"
    image = (meta["og:image"] or "").removeprefix("https://example.org/digest/")
    assert files[image].startswith(b"\x89PNG")
    links = [attrs["href"] for tag, attrs in found if tag == "a"]
    assert f"../../articles/{seeds_digest.articles[0].article.id}/#q-{quote.id}" in links


def test_pages_describe_themselves_and_cite_the_articles(seeds_digest: Digest) -> None:
    files = render(seeds_digest, SETTINGS)
    for name in ("index.md", "timeline.md", "quotes/index.md", f"articles/{seeds_digest.articles[0].article.id}.md"):
        found = re.search(r'<script type="application/ld\+json">(.*?)</script>', rendered(files[name]), re.S)
        assert found
        described = json.loads(found[1])
        assert described["@type"] == "WebPage"
        assert described["@id"].startswith("https://example.org/digest/")
    assert [cited["@type"] for cited in described["citation"]] == ["NewsArticle"]


def test_robots_are_asked_to_leave_when_the_editor_says_so(seeds_digest: Digest) -> None:
    files = render(seeds_digest, replace(SETTINGS, index=False))
    short = [data for name, data in files.items() if re.fullmatch(r"[qeap]/.*/index\.html", name)]
    assert short
    assert all(b'<meta name="robots" content="noindex">' in data for data in short)


# ---- pictures --------------------------------------------------------------------------------------------------------


def test_picture_is_the_same_bytes_each_time_and_of_the_size_that_chats_show() -> None:
    card = Card("Digest", "“We agree.”", "Ruth Okafor", "Herald")
    drawn = draw.__wrapped__(card)
    assert drawn == draw.__wrapped__(card)
    assert Image.open(io.BytesIO(drawn)).size == (WIDTH, HEIGHT)


@pytest.mark.parametrize("words", ["", "word " * 4000, "x" * 5000, "中文 العربية 😀 \x00 \u202e", "\n\n"])
def test_any_words_can_be_pictured(words: str) -> None:
    assert draw(Card(words, words, words, words)).startswith(b"\x89PNG")


# ---- policy ----------------------------------------------------------------------------------------------------------

PAGE = (
    '<html><head><meta charset="utf-8"><script>theme()</script></head><body>{}'
    '<script src="a.js"></script></body></html>'
)


def test_policy_names_the_scripts_of_the_theme_and_no_script_of_the_content() -> None:
    content = "<p>a</p><script>planted()</script>"
    made = with_policy(PAGE.format(content), content)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', made)
    assert policy
    assert policy[1].count("'sha256-") == 1
    assert "unsafe" not in policy[1]
    assert made.replace(policy[0], "").count("<script") == PAGE.format(content).count("<script")


def test_data_blocks_need_no_leave() -> None:
    page = PAGE.format('<script type="application/ld+json">{}</script>')
    assert with_policy(page, "").count("'sha256-") == 1


def test_address_of_the_site_may_be_unknown() -> None:
    assert absolute("", "q/a/") == "/q/a/"


# ---- any digest ------------------------------------------------------------------------------------------------------


def test_empty_digest_has_every_page() -> None:
    files = render(Digest((), ()), Settings())
    assert {"index.md", "timeline.md", "quotes/index.md", "people/index.md", "compare.md", "sources.md"} <= files.keys()


def test_large_index_is_split_and_its_links_know_the_page(
    seeds_digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.publish.lookups.CARDS_A_PAGE", 20)
    monkeypatch.setattr("generator.publish.indexes.CARDS_A_PAGE", 20)
    files = render(seeds_digest, SETTINGS)
    edition = Edition(seeds_digest, SETTINGS)
    for statement in seeds_digest.statements:
        page, anchor = edition.statement_address(statement).split("#")
        assert f'id="{anchor}"' in files[f"{page}index.md"].decode()
