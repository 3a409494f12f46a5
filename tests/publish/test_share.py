from __future__ import annotations

import html
import io
import json
import re
from dataclasses import replace
from typing import Literal

import pytest
from PIL import Image

from generator.annotate.confidence import CERTAIN
from generator.config import Settings
from generator.ids import url_safe
from generator.language import SpacyLanguage
from generator.pipeline import build_digest
from generator.publish import indexes, lookups, render, share
from generator.publish.cards import HEIGHT, WIDTH, Card, draw, of_links, pictures, set_in_lines
from generator.publish.edition import Edition
from generator.publish.permalinks import SITE_CARD, absolute, in_original, relative
from generator.publish.policy import with_policy
from generator.publish.saying import Saying, of_quote
from generator.records import (
    ArticleId,
    Digest,
    Metadata,
    Person,
    PersonId,
    PublicationDay,
    RawArticle,
    Stated,
    TakenDown,
)
from generator.shelf import Shelf
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
    assert (meta["og:title"] or "").startswith(f"{speaker}: “{words.split()[0]}")
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
    short = [data for name, data in files.items() if re.fullmatch(r"[qseap]/.*/index\.html", name)]
    assert short
    assert all(b'<meta name="robots" content="noindex">' in data for data in short)


# ---- pictures: what travels is what the link stands for --------------------------------------------------------------


def preview(page: bytes) -> dict[str, str]:
    found = [attrs for tag, attrs in tags(page.decode()) if tag == "meta"]
    return {attrs.get("property") or attrs.get("name") or "": attrs.get("content") or "" for attrs in found}


def test_picture_title_and_lines_of_every_link_have_the_words_it_leads_to(seeds_digest: Digest) -> None:
    edition = Edition(seeds_digest, SETTINGS)
    cards = of_links(edition)
    files = render(seeds_digest, SETTINGS)
    pages = {
        name for path in files if (name := path.removeprefix("q/").removesuffix("/index.html")) and path[:2] == "q/"
    }
    quotes = {quote.id: quote for found in seeds_digest.articles for quote in found.quotes}
    parts = {reading.id: reading for statement in seeds_digest.statements for reading in statement.readings}
    assert pages == quotes.keys() | parts.keys() | {statement.id for statement in seeds_digest.statements}
    for name in pages:
        said = preview(files[f"q/{name}/index.html"])
        card = cards[said["og:image"].removeprefix(SETTINGS.site_url)]
        own = quotes[name] if name in quotes else parts[name]
        words = edition.words(own.article_id, own.inner if name in quotes else own.span).rstrip(" ,;")
        _, lines = set_in_lines(card.words)
        assert " ".join(lines).strip("“”") == " ".join(words.split()).strip("“”"), name
        assert words in said["og:description"]
        assert edition.outlet(own.article_id) in card.where
        assert edition.outlet(own.article_id) in said["og:description"]
        assert said["og:title"].startswith(f"{card.by}: ")


def test_speaker_who_is_only_likely_travels_as_likely(seeds_digest: Digest) -> None:
    edition = Edition(seeds_digest, SETTINGS)
    quotes = [quote for quote in edition.quotes.values() if quote.speaker is not None and quote.kind == "direct"]
    unsure = replace(quotes[0], decision=replace(quotes[0].decision, confidence=CERTAIN - 0.01))
    sure = replace(quotes[0], decision=replace(quotes[0].decision, confidence=CERTAIN))
    assert of_quote(edition, unsure).speaker == f"likely {of_quote(edition, sure).speaker}"


def test_title_of_a_link_has_the_speaker_and_the_first_words() -> None:
    said = Saying("We will not leave the table before noon", "Ann Okoro", "Herald", "4 May 2021", True)
    assert said.title == "Ann Okoro: “We will not leave the table…”"
    assert replace(said, words="Yes").title == "Ann Okoro: “Yes”"
    assert replace(said, marked=False, words="she had agreed").title == "Ann Okoro: she had agreed"


def test_long_words_are_cut_between_words() -> None:
    words = [f"word{number}" for number in range(400)]
    _, lines = set_in_lines(" ".join(words))
    *kept, last = " ".join(lines).split()
    assert last == "…"
    assert kept == words[: len(kept)]


def test_picture_of_the_site_tells_the_headline_the_days_and_the_sources(
    seeds_digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Card] = []
    monkeypatch.setattr("generator.publish.cards.draw", lambda card: drawn.append(card) or b"")
    pictures(Edition(seeds_digest, SETTINGS), "A headline", "18–19 June 2023")
    site = next(card for card in drawn if card.words == "A headline")
    assert site.kicker == SETTINGS.site_name
    assert site.by == "18–19 June 2023 · 5 outlets, side by side"
    assert "BBC" in site.where


def test_every_reading_of_a_comparison_has_a_link_that_opens_it(seeds_digest: Digest) -> None:
    files = render(seeds_digest, SETTINGS)
    edition = Edition(seeds_digest, SETTINGS)
    several = [statement for statement in seeds_digest.statements if len(statement.readings) > 1]
    assert several
    for statement in several:
        for name in (statement.id, *(reading.id for reading in statement.readings)):
            links = [attrs["href"] for tag, attrs in tags(files[f"s/{name}/index.html"].decode()) if tag == "a"]
            assert f"../../{edition.statement_address(statement)}" in links


@pytest.mark.parametrize("articles", [1, 2])
def test_a_list_of_quotes_in_one_article_has_pictures_for_the_first_of_them(
    monkeypatch: pytest.MonkeyPatch, articles: int
) -> None:
    monkeypatch.setattr("generator.publish.edition.PICTURES_AN_ARTICLE", 3)
    text = "\n\n".join(f"“The gate number {number} stays shut,” said Ann Lind." for number in range(9))
    digest = Digest(
        tuple(article(f"a{number}", text) for number in range(articles)),
        (PublicationDay(None, "none", "not stated"),) * articles,
    )
    edition = Edition(digest, SETTINGS)
    drawn = [path for path in of_links(edition) if "/q/" in path]
    assert len(drawn) == min(3 * articles, len(edition.worded))
    left = [*edition.worded][-1]
    assert edition.picture("q", left) == SITE_CARD


# ---- pictures as bytes ----------------------------------------------------------------------------------------------


def test_picture_is_the_same_bytes_each_time_and_of_the_size_that_chats_show() -> None:
    card = Card("Digest", "“We agree.”", "Ruth Okafor", "Herald")
    drawn = draw.__wrapped__(card)
    assert drawn == draw.__wrapped__(card)
    assert Image.open(io.BytesIO(drawn)).size == (WIDTH, HEIGHT)


@pytest.mark.parametrize("times", [1, 2, 4])
def test_a_picture_takes_few_bytes_at_any_size_of_its_letters(times: int) -> None:
    words = "The crossing is open again and the pier will follow, slowly, plank by plank, as piers do. " * times
    drawn = draw(Card("Harbour Digest", f"“{words.strip()}”", "Ruth Okafor", "Harbour News · Herald"))
    assert len(drawn) <= 24_000
    assert drawn[24] == 4  # bits a pixel, in the header of the PNG


def test_a_picture_that_was_drawn_is_not_drawn_again(seeds_digest: Digest, monkeypatch: pytest.MonkeyPatch) -> None:
    edition, kept = Edition(seeds_digest, SETTINGS), Shelf()
    first = pictures(edition, "A headline", "18–19 June 2023", kept)
    drawn: list[Card] = []
    monkeypatch.setattr("generator.publish.cards.draw", lambda card: drawn.append(card) or b"")
    assert {**first, SITE_CARD: b""} == pictures(edition, "Another headline", "18–19 June 2023", kept)
    assert [card.words for card in drawn] == ["Another headline"]


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


def test_a_title_that_would_turn_the_page_names_what_turns_it(language: SpacyLanguage) -> None:
    title = "progress \u202eno the northern ports"
    raw = RawArticle("ports.txt", "0" * 64, "The ports stay shut.", "paragraphs", Metadata(title=Stated(title, "x")))
    files = render(build_digest([raw], language), Settings())
    for path, data in files.items():
        if path.endswith((".md", ".html")):
            assert "\u202e" not in data.decode(), path
            assert "&#8238;" not in data.decode(), path
    assert "U+202E" in html.unescape(files["a/ports/index.html"].decode())
    assert "U+202E" in files["articles/ports.md"].decode().partition("\n---\n")[0]


def test_articles_are_counted_and_not_outlets_where_one_of_them_is_not_known() -> None:
    def counted(*outlets: str) -> str:
        made = tuple(
            article(f"a{number}", "The wall held.", Metadata(outlet=Stated(name, "meta tag") if name else None))
            for number, name in enumerate(outlets)
        )
        days = tuple(PublicationDay(None, "none", "") for _ in made)
        edition = Edition(Digest(made, days), SETTINGS)
        return edition.how_many(edition.articles)

    assert counted("Alder Courier", "Alder Gazette", "Alder Courier") == "2 outlets"
    assert counted("Alder Courier") == "1 outlet"
    assert counted("Alder Courier", "Alder Gazette", "") == "3 articles"
    assert counted("") == "1 article"


def test_the_short_page_of_a_quote_stays_when_the_quote_index_is_paged_anew(
    seeds_digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One more article moves most statements of the index; the pages of their quotes are not written anew for that."""

    def of_quotes(most: int) -> dict[str, bytes]:
        monkeypatch.setattr(lookups, "CARDS_A_PAGE", most)
        monkeypatch.setattr(indexes, "CARDS_A_PAGE", most)
        return {path: page for path, page in render(seeds_digest, SETTINGS).items() if path.startswith("q/")}

    assert of_quotes(7) == of_quotes(9)


@pytest.mark.parametrize("publish", ["full", "excerpt", "quotes"])
def test_the_short_page_of_a_quote_leads_to_its_words_and_to_wordings_where_there_are_several(
    seeds_digest: Digest, publish: Literal["full", "excerpt", "quotes"]
) -> None:
    files = render(seeds_digest, Settings(publish=publish))
    several = {r.id or s.id for s in seeds_digest.statements if len(s.readings) > 1 for r in s.readings}
    linked = set()
    for path, page in files.items():
        if path.startswith("q/"):
            (to,) = re.findall(r'http-equiv="refresh" content="0; url=\.\./\.\./(\S+)">', page.decode())
            article_page, _, anchor = to.partition("/#")
            assert f'id="{anchor}"'.encode() in files[f"{article_page}.md"], path
            linked |= {*re.findall(r'\.\./\.\./s/([^"]+)/"', page.decode())}
    assert linked
    assert linked <= several
    assert all(f"s/{name}/index.html" in files for name in linked)


LED = {"e": {"okafor-sailed-1a2b3c4d": "articles/gone/#s-1", "rain-fell-1a2b3c4d": "articles/kept/#s-1"}}


def test_an_event_that_lost_its_entry_leads_to_the_one_with_its_reports(seeds_digest: Digest) -> None:
    event = next(event for event in seeds_digest.events if len(event.evidence) > 1)
    reports = " ".join(name for part in event.evidence for name in part.ids)
    ledger = {**LED, "entries": dict.fromkeys(LED["e"], reports)}
    files = render(seeds_digest, SETTINGS, ledger=ledger)
    for name in LED["e"]:
        assert f'#e-{event.id}">'.encode() in files[f"e/{name}/index.html"]
    taken = replace(seeds_digest, taken_down=TakenDown(articles=frozenset({ArticleId("gone")}), names=("Ruth Okafor",)))
    files = render(taken, SETTINGS, ledger=ledger)
    assert "e/rain-fell-1a2b3c4d/index.html" in files
    assert "e/okafor-sailed-1a2b3c4d/index.html" not in files


def test_in_a_large_digest_only_reports_whose_links_were_given_have_a_page(
    seeds_digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share, "ALIASED", 4)
    event = next(event for event in seeds_digest.events if len(event.evidence) > 1)
    one, other = [name for part in event.evidence for name in part.ids if name != event.id][:2]
    files = render(seeds_digest, SETTINGS, ledger={"e": {one: ""}})
    assert f'#e-{event.id}">'.encode() in files[f"e/{one}/index.html"]
    assert f"e/{other}/index.html" not in files
