"""Words are taken along: selected in an article, printed, opened from a folder without a server."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.publish.offline import with_file_links
from tests.browser.conftest import Site, expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
Opener = Callable[..., "Page"]
ALLOW = {"permissions": ["clipboard-read", "clipboard-write"]}
ARTICLE = "articles/003_a0d07328286ec2ce/"


def test_selected_words_are_copied_with_source_and_a_link_to_them(open_page: Opener) -> None:
    page = open_page(ARTICLE, **ALLOW)
    sentence = page.locator(".ed-s[id]").nth(6)
    said = " ".join(sentence.inner_text().replace("¶", "").split())
    sentence.evaluate("e => { getSelection().selectAllChildren(e) }")
    button = page.get_by_role("button", name="Copy with source and link")
    expect(button).to_be_visible()
    button.click()
    block = page.evaluate("navigator.clipboard.readText()")
    assert said[:40] in block
    assert "Al Jazeera" in block
    link = block.split()[-1]
    assert f"#{sentence.get_attribute('id')}:~:text=" in link
    page.goto(link)
    page.wait_for_timeout(200)
    top = page.locator(f"[id='{sentence.get_attribute('id')}']").evaluate("e => e.getBoundingClientRect().top")
    assert 0 <= top < 800


def test_button_goes_with_the_selection(open_page: Opener) -> None:
    page = open_page(ARTICLE)
    page.locator(".ed-s[id]").nth(2).evaluate("e => { getSelection().selectAllChildren(e) }")
    expect(page.locator(".ed-taking")).to_be_visible()
    page.evaluate("getSelection().removeAllRanges()")
    expect(page.locator(".ed-taking")).to_have_count(0)
    page.locator("h1").evaluate("e => { getSelection().selectAllChildren(e) }")
    page.wait_for_timeout(300)
    expect(page.locator(".ed-taking")).to_have_count(0)  # words of ours, not of the article


@pytest.mark.parametrize("address", ["", "quotes/", "timeline/", ARTICLE, "people/xi-jinping/"])
def test_printed_page_has_numbers_its_address_and_a_full_first_sheet(address: str, open_page: Opener) -> None:
    pypdf = pytest.importorskip("pypdf")
    page = open_page(address)
    sheets = [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]
    assert all(f"{number} / {len(sheets)}" in sheet for number, sheet in enumerate(sheets, 1))
    assert len(sheets[0]) > 700
    whole = " ".join("".join(sheets).split())
    assert "https://example.github.io/event-digest/" in whole
    if address == ARTICLE:
        assert "event-digest/a/003_a0d07328286ec2ce/" in whole
    if address == "quotes/":
        assert re.search(r"\bq/[a-z0-9-]+/", whole)


def test_site_opens_from_a_folder(site: Site, chromium: Browser, tmp_path: Path) -> None:
    for path in sorted(site.folder.rglob("*")):
        place = tmp_path / path.relative_to(site.folder)
        if path.is_dir():
            place.mkdir(parents=True, exist_ok=True)
        elif path.suffix == ".html":
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(with_file_links(path.read_text(encoding="utf-8")), encoding="utf-8")
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(path.read_bytes())
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"file://{tmp_path}/index.html")
    page.locator(".ed-nav a", has_text="Quotes").click()
    expect(page.locator("h1")).to_have_text("Quotes")
    page.locator(".ed-card .ed-sig").first.click()
    expect(page.locator(".ed-body")).to_be_visible()
    page.locator(".md-search__input").fill("rights and interests")
    page.locator(".md-search-result__link").first.click()
    expect(page.locator(".ed-card:has(:target)")).to_be_visible()
    quote = sorted((tmp_path / "q").iterdir())[0]
    page.goto(f"file://{quote}/index.html")
    page.wait_for_url(re.compile(r"articles/.*#q-"))
    assert faults == []


def test_pages_are_printed_to_one_file_by_one_command(site: Site, tmp_path: Path, chromium: Browser) -> None:
    pypdf = pytest.importorskip("pypdf")
    out = tmp_path / "digest.pdf"
    asked = ["pdf", "timeline/", "people/xi-jinping/", "--site", str(site.folder), "--out", str(out)]
    ran = CliRunner().invoke(main, asked)
    assert ran.exit_code == 0, ran.output
    found = pypdf.PdfReader(out)
    sheets = [sheet.extract_text() for sheet in found.pages]
    assert "Timeline" in "".join(sheets)
    for number, sheet in enumerate(sheets, start=1):  # numbered through, and no page counts for itself
        assert re.findall(r"(\d+) / (\d+)$", sheet, re.M) == [(str(number), str(len(sheets)))]
    title, second = (found.get_destination_page_number(entry) for entry in found.outline)
    assert title == 0
    assert all("event-digest/timeline/" in sheet for sheet in sheets[:second])
    assert all("event-digest/p/xi-jinping/" in sheet for sheet in sheets[second:])


@pytest.mark.parametrize("page", ["no-such/", "../secret/"])
def test_page_that_is_not_there_is_told_without_a_traceback(site: Site, page: str, tmp_path: Path) -> None:
    ran = CliRunner().invoke(main, ["pdf", page, "--site", str(site.folder), "--out", str(tmp_path / "a.pdf")])
    assert ran.exit_code == 1
    assert "is no page in" in ran.output


def test_page_is_cited_from_its_foot(open_page: Opener) -> None:
    page = open_page("timeline/", **ALLOW)
    page.get_by_role("link", name="Cite this page").click()
    assert page.evaluate("navigator.clipboard.readText()").startswith("Timeline, Event Digest. https://")
    page.get_by_role("button", name="as BibTeX").click()
    page.wait_for_timeout(100)
    assert page.evaluate("navigator.clipboard.readText()").startswith("@online{")
