"""What readers do: follow a quote to its sentence, search, filter, copy, share a link, go back, use the keyboard."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Site, build_site, expect, serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
Opener = Callable[..., "Page"]
ALLOW = {"permissions": ["clipboard-read", "clipboard-write"]}


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def search(page: Page, words: str) -> None:
    page.locator(".md-search__input").fill("")
    page.locator(".md-search__input").press_sequentially(words)


def in_view(page: Page, selector: str) -> bool:
    box = page.locator(selector).first.bounding_box()
    return box is not None and -5 <= box["y"] < 860


def test_quote_on_the_front_page_leads_to_its_words_in_the_article(open_page: Opener) -> None:
    page = open_page()
    reading = page.locator(".ed-card .ed-reading:visible").first
    words = reading.locator(".ed-words").evaluate(
        "e => [...e.childNodes].filter(n => n.nodeName != 'DEL').map(n => n.textContent).join('')"
    )
    reading.locator(".ed-sig").click()
    page.wait_for_url(re.compile(r"/articles/[^/]+/#q-"))
    anchor = page.url.split("#")[1]
    page.wait_for_timeout(200)
    assert in_view(page, f"[id='{anchor}']")
    said = page.locator(f"[id='{anchor}']").evaluate("e => e.closest('.ed-p').textContent")
    assert " ".join(words.split())[:30].strip() in " ".join(said.split())


def test_exact_words_of_a_speaker_are_copied_in_three_actions(open_page: Opener) -> None:
    page = open_page(**ALLOW)
    search(page, "rights and interests")  # 1: search
    page.locator(".md-search-result__link", has_text="rights").first.click()  # 2: open
    page.wait_for_load_state()
    page.wait_for_timeout(400)
    landed = page.locator(":target, .ed-found").first
    expect(landed).to_be_visible()
    assert "rights and interests" in landed.evaluate("e => (e.closest('.ed-card') ?? e).textContent")
    card = landed.locator("xpath=ancestor-or-self::article[contains(@class,'ed-card')]")
    if card.count():
        if not card.locator(".ed-copy:visible").count():
            card.locator("summary").click()
        card.locator(".ed-copy:visible").first.click()  # 3: copy
    else:
        landed.hover()
        landed.locator(".ed-slink").click()  # 3: copy
    expect(page.locator(".ed-toast")).to_contain_text("Copied")
    block = clipboard(page)
    assert "rights and interests" in block
    assert "2023" in block
    assert re.search(r"http://127\.0\.0\.1:\d+/event-digest/\S+", block)


def test_search_finds_speakers_outlets_and_days(open_page: Opener) -> None:
    page = open_page()
    for sought in ("Wang Yi", "UrduPoint", "19 June 2023"):
        search(page, sought)
        expect(page.locator(".md-search-result__link").first).to_be_visible()
        expect(page.locator(".md-search-result__list")).to_contain_text(sought.split()[0])


def test_filter_keeps_its_state_in_the_address(open_page: Opener) -> None:
    page = open_page("quotes/")
    whole = page.locator(".ed-card:visible").count()
    page.get_by_label("Speaker").select_option("xi-jinping")
    page.get_by_role("searchbox", name="Words").fill("stable")
    some = page.locator(".ed-card:visible").count()
    assert 0 < some < whole
    assert "s=xi-jinping" in page.url
    assert "w=stable" in page.url
    page.reload()
    expect(page.get_by_role("searchbox", name="Words")).to_have_value("stable")
    assert page.locator(".ed-card:visible").count() == some
    page.locator(".ed-filter").get_by_role("button", name="Clear").click()
    expect(page.locator(".ed-card:visible")).to_have_count(whole)
    assert "?" not in page.url


def test_filters_count_and_those_of_one_value_are_not_there(open_page: Opener) -> None:
    page = open_page("quotes/")
    options = page.get_by_label("Speaker").locator("option").all_inner_texts()
    counted = dict(re.fullmatch(r"(.+) \((\d+)\)", option).groups() for option in options[1:])  # type: ignore[union-attr]
    page.get_by_label("Speaker").select_option("xi-jinping")
    expect(page.locator(".ed-card:not([hidden])")).to_have_count(int(counted["Xi Jinping"]))
    assert page.locator(".ed-filter select").evaluate_all("all => all.every(each => each.options.length > 2)")
    assert page.get_by_label("Day").count() == 0  # all five are of one day


def test_single_words_are_folded_until_they_are_sought(open_page: Opener) -> None:
    page = open_page("quotes/")
    few = page.locator(".ed-few")
    said = few.locator(".ed-said q").all_text_contents()
    assert said
    assert all(len(words.split()) <= 2 for words in said)
    assert all(len(words.split()) > 2 for words in page.locator(".ed-page > .ed-card .ed-said q").all_text_contents())
    expect(few.locator(".ed-card").first).to_be_hidden()
    page.get_by_role("searchbox", name="Words").fill(said[0])
    expect(few.locator(".ed-card:not([hidden])").first).to_be_visible()


def test_timeline_is_filtered_by_outlet(open_page: Opener) -> None:
    page = open_page("timeline/")
    whole = page.locator(".ed-event:visible").count()
    page.get_by_label("Outlet").select_option(index=1)
    some = page.locator(".ed-event:visible").count()
    assert 0 < some < whole
    expect(page.locator(".ed-filter output")).to_have_text(f"{some} of {whole}")


def test_copied_quote_says_who_where_when_and_leads_back(open_page: Opener, site: Site) -> None:
    page = open_page("quotes/", **ALLOW)
    reading = page.locator(".ed-single").first
    cite = reading.get_attribute("data-cite")
    reading.locator(".ed-copy").click()
    block = clipboard(page)
    assert cite is not None
    assert cite in block
    page.get_by_role("button", name="as Markdown").click()
    page.wait_for_timeout(100)
    assert clipboard(page).startswith("> “")
    link = block.split()[-1]
    reading.locator(".ed-copy").click()
    page.get_by_role("button", name="as CSL-JSON").click()
    page.wait_for_timeout(100)
    (citation,) = json.loads(clipboard(page))
    assert citation["URL"] == link
    assert citation["note"] == cite
    page.goto(link)
    page.wait_for_url(re.compile(r"/articles/[^/]+/#q-"))
    page.wait_for_timeout(200)
    assert in_view(page, f"[id='{page.url.split('#')[1]}']")


def test_quote_in_an_article_is_copied_from_its_label(open_page: Opener) -> None:
    page = open_page("articles/002_020213ffb606731c/", **ALLOW)
    page.locator(".ed-who").first.click()
    page.get_by_role("button", name="Copy quote").click()
    block = clipboard(page)
    assert block.startswith("“")
    assert "UrduPoint" in block
    assert "/q/" in block


def test_back_button_returns_to_the_filtered_index(open_page: Opener) -> None:
    page = open_page("quotes/")
    page.get_by_label("Speaker").select_option("wang-yi")
    filtered = page.url
    count = page.locator(".ed-card:visible").count()
    page.locator(".ed-card:visible .ed-sig:visible").first.click()
    page.wait_for_url(re.compile(r"/articles/"))
    page.go_back()
    assert page.url == filtered
    expect(page.locator(".ed-card:visible")).to_have_count(count)


def test_deep_link_into_a_closed_card_opens_it(open_page: Opener) -> None:
    page = open_page("quotes/")
    anchor = page.locator(".ed-more .ed-reading[id]").last.get_attribute("id")
    page = open_page(f"quotes/#{anchor}")
    page.wait_for_timeout(300)
    expect(page.locator(f"[id='{anchor}']")).to_be_visible()
    assert in_view(page, f"[id='{anchor}']")


def test_layers_of_an_article_can_be_switched_off(open_page: Opener) -> None:
    page = open_page("articles/003_a0d07328286ec2ce/")
    note = page.locator(".ed-notes").first
    expect(note).to_be_visible()
    page.get_by_role("checkbox", name="notes").uncheck()
    expect(note).to_be_hidden()
    page.get_by_role("checkbox", name="quotes").uncheck()
    assert page.locator(".ed-q").first.evaluate("e => getComputedStyle(e).borderBottomStyle") == "none"


def test_matrix_is_sorted_by_keyboard(open_page: Opener) -> None:
    page = open_page("compare/")
    button = page.locator(".ed-matrix thead button").nth(2)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".ed-matrix thead th").nth(2)).to_have_attribute("aria-sort", "descending")
    first = page.locator(".ed-matrix tbody tr").first.locator("td").nth(1)
    expect(first.locator("a")).to_have_count(1)


def test_what_sorts_the_matrix_is_seen_on_a_phone_when_a_key_reaches_it(open_page: Callable[..., Page]) -> None:
    page = open_page("compare/", width=390)
    button = page.locator(".ed-matrix thead button").nth(1)
    button.scroll_into_view_if_needed()
    height = page.locator(".ed-matrix").evaluate("e => e.offsetHeight")
    button.focus()
    assert page.locator(".ed-matrix").evaluate("e => e.offsetHeight") > height
    assert button.evaluate(
        """e => { const r = e.getBoundingClientRect();
        return document.elementFromPoint((r.left + r.right) / 2, (r.top + r.bottom) / 2) === e }"""
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_focus_in_the_masthead_is_outlined_whole(open_page: Callable[..., Page]) -> None:
    page = open_page()
    link = page.locator(".ed-nav a").nth(2)
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    drawn = link.evaluate(
        """e => { const c = getComputedStyle(e), out = parseFloat(c.outlineOffset) + parseFloat(c.outlineWidth);
        const a = e.getBoundingClientRect(), b = e.closest("ul").getBoundingClientRect();
        return [c.outlineStyle, a.top - out >= b.top - 1, a.bottom + out <= b.bottom + 1] }"""
    )
    assert drawn == ["solid", True, True] or drawn == ["auto", True, True]


def test_keyboard_walk_shows_where_it_is(open_page: Opener) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    expect(page.locator(".ed-skip")).to_be_focused()
    expect(page.locator(".ed-skip")).to_be_in_viewport()
    for _ in range(25):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e);
            return e === document.body || e.matches('input, .md-search *') || s.outlineStyle !== 'none' }"""
        )
        assert shown, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def widened(page: Page) -> None:
    """Give the table of coverage ten sources more."""
    page.locator(".ed-matrix").evaluate(
        """table => { table.classList.add("ed-many"); table.querySelectorAll("tr").forEach(row => {
        const last = row.lastElementChild;
        for (let more = 0; more < 10; more += 1) row.append(last.cloneNode(true)); }) }"""
    )


@pytest.mark.parametrize("width", [390, 820, 1100])
def test_a_matrix_of_many_sources_fits_every_screen(width: int, open_page: Opener) -> None:
    page = open_page("compare/", width=width)
    widened(page)
    assert page.locator(".ed-scroll:has(.ed-matrix)").evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    assert page.locator(".ed-matrix .ed-in:visible").count()


def test_a_matrix_of_many_sources_is_printed_inside_the_sheet(open_page: Opener) -> None:
    page = open_page("compare/", width=690)  # A4 without its margins
    widened(page)
    page.emulate_media(media="print")
    box = page.locator(".ed-matrix tbody td:visible").evaluate_all(
        "cells => Math.max(...cells.map(cell => cell.getBoundingClientRect().right))"
    )
    assert box <= 690
    assert page.locator(".ed-matrix td.ed-not:visible").count() == 0


def test_what_stands_before_the_text_of_an_event_is_printed_whole(open_page: Opener) -> None:
    page = open_page("timeline/", width=690)
    page.emulate_media(media="print")
    lefts = page.locator(".ed-event").evaluate_all(
        """events => events.map(event => event.getBoundingClientRect().left
        + parseFloat(getComputedStyle(event, "::before").left))"""
    )
    edge = page.locator(".ed-page").evaluate("page => page.getBoundingClientRect().left")
    assert min(lefts) >= edge - 0.5


def test_printed_page_leaves_out_what_is_for_the_screen(open_page: Opener) -> None:
    page = open_page("quotes/")
    page.emulate_media(media="print")
    expect(page.locator(".ed-header")).to_be_hidden()
    expect(page.locator(".ed-filter")).to_be_hidden()
    expect(page.locator(".ed-said").first).to_be_visible()


def test_index_of_many_pages_is_filtered_as_one(
    chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.publish.lookups.CARDS_A_PAGE", 15)
    monkeypatch.setattr("generator.publish.indexes.CARDS_A_PAGE", 15)
    with ExitStack() as stack:
        page = chromium.new_page()
        page.goto(serve(build_site(tmp_path), stack) + "quotes/page-2/")
        assert page.locator(".ed-card:visible").count() == 15
        page.get_by_label("Speaker").select_option("xi-jinping")
        found = page.locator(".ed-results > li")
        expect(found.first).to_be_visible()
        assert all("Xi" in words for words in found.all_text_contents())
        expect(page.locator(".ed-filter output")).to_have_text(re.compile(rf"^{found.count()} of \d+$"))
        assert page.locator(".ed-card:visible").count() == found.count()  # those that were found, and no other
        several = found.filter(has=page.locator("summary")).first
        several.locator("summary").click()
        expect(several.locator(".ed-reading").first).to_be_visible()  # with their wordings
        reading = several.locator(".ed-reading .ed-sig").first.get_attribute("href") or ""
        assert re.search(r"/event-digest/articles/[^/]+/#q-", reading)  # and with links that lead on
        found.last.get_by_role("link", name="In the index").click()
        page.wait_for_url(re.compile("#st-"))
        page.wait_for_timeout(200)
        assert in_view(page, f"[id='{page.url.split('#')[1]}']")
        page.close()
