"""Pages and texts that are no article: walls before one, lists of what a search found, headlines with their age."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.read.wall import is_wall
from tests.read.made import PARAGRAPHS, page, read, read_one

CONSENT = [
    "Before you continue",
    "We and our partners use cookies and process personal data to serve you personalised ads and to count visitors.",
    "You can change your preferences at any time in our privacy settings.",
    "Accept all",
]
CHECK = [
    "Checking your browser",
    "Please enable JavaScript and verify that you are human before you continue to our site.",
]
BRIEF = [
    "The regulator fined a maker of browsers on Monday over cookies that nobody had given consent to.",
    "The company said that it would ask its users for permission from June on, and that it was sorry.",
]


@pytest.mark.parametrize("lines", [CONSENT, CHECK])
def test_a_page_that_only_asks_for_consent_or_another_browser_is_no_article(tmp_path: Path, lines: list[str]) -> None:
    articles, problems = read(tmp_path, "a.html", page(lines))
    assert articles == []
    assert ["holds no article" in problem.what or "shows no article" in problem.what for problem in problems] == [True]
    assert is_wall(lines)


def test_news_about_such_pages_is_an_article(tmp_path: Path) -> None:
    assert not is_wall(BRIEF)
    assert not is_wall([*CONSENT, *PARAGRAPHS])
    assert read_one(tmp_path, "a.html", page([*BRIEF, *PARAGRAPHS])).text.startswith(BRIEF[0])


@pytest.mark.parametrize("top", ["<h1>Search results for “ferry”</h1>", "<p>Showing 1-10 of 38 results</p>"])
def test_a_page_of_what_a_search_found_is_no_article(tmp_path: Path, top: str) -> None:
    card = "<h3><a href='/f'>Ferry strikes a pier</a></h3><p>20 June 2023</p><p>The harbour was closed ...</p>"
    articles, problems = read(tmp_path, "a.html", f"<html><body>{top}{card * 6}</body></html>")
    assert articles == []
    assert "search results" in problems[0].what or "teasers" in problems[0].what


def test_an_article_on_results_is_one(tmp_path: Path) -> None:
    results = "Search results for the missing ferry came in on Monday, and 3 of 40 results were from the deep."
    assert read_one(tmp_path, "a.html", page([*PARAGRAPHS, results], before="<h1>Search goes on</h1>"))


HEADLINES = (
    "Ferry strikes pier\n2 hours ago\nHarbour to open on Friday\n5 hours ago\nWhy the steering failed\n1 day ago\n"
)


def test_headlines_with_their_age_are_no_article(tmp_path: Path) -> None:
    articles, problems = read(tmp_path, "a.txt", HEADLINES)
    assert articles == []
    assert "list of headlines" in problems[0].what
    assert read_one(tmp_path, "b.txt", HEADLINES + PARAGRAPHS[0] + "\n")
    assert read_one(tmp_path, "c.txt", "Ferry strikes pier\n2 hours ago\nHarbour to open on Friday\n")


def test_an_empty_export_of_instapaper_is_a_list_of_addresses(tmp_path: Path) -> None:
    export = "<html><head><title>Instapaper: Export</title></head><body><a href='https://a.example'>A</a></body>"
    assert "list of addresses" in read(tmp_path, "a.html", export)[1][0].what
