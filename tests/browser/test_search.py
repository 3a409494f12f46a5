"""Search: who pastes words of a quote finds it first, whatever marks they bear; nothing is loaded before that."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import Site, expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Opener = Callable[..., "Page"]
MARKS = ("{}", "“{}”", '"{}"', "‘{}’", "'{}'", "«{}»", "„{}“", "“{}", "{}”", "  {} …")
BY_SCRIPT = """async queries => {
  document.querySelector('.md-search__input').focus();
  while (!window.digestSearch) await new Promise(next => setTimeout(next, 20));
  await digestSearch.ready;
  return queries.map(query => {
    const first = digestSearch.find(query)?.quotes[0];
    return first ? first.quote.text : null;
  });
}"""


def listed(site: Site) -> list[dict[str, Any]]:
    data = json.loads((site.folder / "data" / "digest.json").read_text(encoding="utf-8"))
    return [quote for quote in data["quotes"] if quote["kind"] != "term"]


def inner(quote: dict[str, Any]) -> str:
    text: str = quote["text"]
    return text.strip("“”\"'‘’ ")


def words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text.lower()).split()


def has(found: str | None, sought: str) -> bool:
    return found is not None and f" {' '.join(words(sought))} " in f" {' '.join(words(found))} "


def parts(text: str) -> list[str]:
    """Return a quote whole, its first six words, and words out of its middle."""
    split = text.split()
    return [text, " ".join(split[:6]), " ".join(split[len(split) // 3 : len(split) // 3 + 7])]


@pytest.mark.parametrize("marks", MARKS)
def test_every_quote_comes_first_whole_or_in_part(marks: str, open_page: Opener, site: Site) -> None:
    sought = [part for quote in listed(site) for part in parts(inner(quote))]
    assert len(sought) > 150
    found = open_page().evaluate(BY_SCRIPT, [marks.format(part) for part in sought])
    assert [part for part, first in zip(sought, found, strict=True) if not has(first, part)] == []


def test_copied_block_finds_its_quote(open_page: Opener) -> None:
    page = open_page("quotes/", permissions=["clipboard-read", "clipboard-write"])
    page.locator(".ed-single .ed-copy").first.click()
    block = page.evaluate("navigator.clipboard.readText()")
    (first,) = page.evaluate(BY_SCRIPT, [block])
    assert has(first, block.split("”")[0])


def typed(page: Page, query: str) -> list[str]:
    page.locator(".md-search__input").fill(query)
    page.wait_for_timeout(150)
    return page.locator(".md-search-result__link").all_inner_texts()


def opened(page: Page) -> Page:
    page.locator(".md-search__input").focus()
    expect(page.locator(".md-search-result__meta")).to_contain_text("In marks")
    return page


def test_nothing_that_lacks_a_word_is_shown(open_page: Opener) -> None:
    page = opened(open_page())
    assert typed(page, "stable")
    assert typed(page, "stable zebra") == []
    expect(page.locator(".md-search-result__meta")).to_have_text("Nothing has all of these words.")


def test_phrase_is_a_phrase(open_page: Opener) -> None:
    page = opened(open_page())
    forward = page.evaluate("digestSearch.find('“rights and interests”').quotes.length")
    backward = page.evaluate("digestSearch.find('“interests and rights”')")
    assert forward > 0
    assert backward["quotes"] == backward["articles"] == []


def test_word_is_no_part_of_a_word_once_it_is_finished(open_page: Opener) -> None:
    page = opened(open_page())
    assert typed(page, "relat")  # still being typed
    assert typed(page, "relat ") == []


def test_quotes_are_told_from_articles_and_lead_to_their_card(open_page: Opener) -> None:
    page = opened(open_page())
    typed(page, "rights and interests")
    kinds = page.locator(".ed-kindname").all_inner_texts()
    assert kinds[0].startswith("Quotes")
    assert any(kind.startswith("In articles") for kind in kinds)
    first = page.locator(".md-search-result__item").first
    expect(first.locator(".ed-meta")).to_contain_text("Xi Jinping")
    first.locator(".md-search-result__link").click()
    page.wait_for_url("**/quotes/#st-*")
    assert "rights and interests" in page.locator(":target").inner_text()


def test_nothing_of_the_search_is_loaded_before_it_is_opened(open_page: Opener) -> None:
    page = open_page()
    page.wait_for_timeout(500)
    loaded = "performance.getEntriesByType('resource').map(entry => entry.name.split('/').pop())"
    assert not {"search.js", "words.js", "search_index.json"} & set(page.evaluate(loaded))
    opened(page)
    assert {"search.js", "words.js"} <= set(page.evaluate(loaded))


def test_search_is_used_by_keyboard(open_page: Opener) -> None:
    page = opened(open_page())
    typed(page, "stable")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".ed-panel")).to_be_hidden()


def test_search_of_a_phone_opens_over_the_page_and_closes(open_page: Opener) -> None:
    page = open_page(width=390)
    expect(page.locator(".md-search__input")).to_be_hidden()
    page.locator(".ed-opener").click()
    expect(page.locator(".md-search__input")).to_be_focused()
    page.locator(".md-search__input").press_sequentially("stable")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Close").click()
    expect(page.locator(".ed-panel")).to_be_hidden()


def test_pages_written_by_hand_are_found_too(open_page: Opener) -> None:
    page = opened(open_page())
    page.wait_for_timeout(300)
    typed(page, "independent texts siglum")
    expect(page.locator(".ed-kindname").last).to_contain_text("About this site")
