"""Sources at hand: a siglum shows its sentence, one source can be picked on every page, two stand side by side."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Opener = Callable[..., "Page"]


def test_siglum_shows_its_sentence_on_hover_and_on_focus(open_page: Opener) -> None:
    page = open_page("timeline/")
    sig = page.locator(".ed-event .ed-sig").first
    sig.hover()
    peek = page.locator(".ed-peek")
    expect(peek).to_be_visible()
    sentence = peek.locator("strong").inner_text()
    assert len(sentence.split()) > 4
    page.mouse.move(2, 2)
    expect(peek).to_be_hidden()
    sig.focus()
    expect(peek).to_be_visible()
    assert sig.get_attribute("aria-describedby") == "ed-peek"
    page.keyboard.press("Escape")
    expect(peek).to_be_hidden()
    assert page.url.endswith("/timeline/")


def test_siglum_beside_a_value_shows_the_value_strong_with_twenty_words_around(open_page: Opener) -> None:
    page = open_page("compare/")
    row = page.locator(".ed-diff li", has=page.locator(".ed-val")).first
    value = row.locator(".ed-val").inner_text()
    row.locator(".ed-sig").first.hover()
    peek = page.locator(".ed-peek")
    expect(peek.locator("strong")).to_have_text(value)
    around = peek.locator("p").inner_text().split(value)
    assert all(len(part.replace("…", "").split()) <= 20 for part in (around[0], around[-1]))


def test_siglum_on_a_phone_shows_first_and_leads_second(open_page: Opener) -> None:
    page = open_page("timeline/", width=390, has_touch=True, is_mobile=True)
    sig = page.locator(".ed-event .ed-sig").first
    sig.tap()
    expect(page.locator(".ed-peek")).to_be_visible()
    assert page.url.endswith("/timeline/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("link", name="Read it in the article").tap()
    page.wait_for_url(re.compile(r"/articles/[^/]+/#s-"))


@pytest.mark.parametrize("address", ["", "timeline/", "quotes/", "compare/", "sources/", "people/xi-jinping/"])
def test_one_source_is_picked_and_goes_along(address: str, open_page: Opener) -> None:
    page = open_page(address)
    field = page.locator(".ed-only select")
    field.select_option(label="BBC")
    assert page.locator(".ed-dim").count() > 0
    kept = page.locator(".ed-page .ed-sig:not(.ed-dim)").all_text_contents()
    assert set(kept) == {"BBC"}
    assert "only=" in page.url
    page.locator(".ed-nav a", has_text="Timeline").click()
    page.wait_for_url(re.compile(r"/timeline/\?only="))
    expect(page.locator(".ed-only option:checked")).to_have_text("BBC")
    page.locator(".ed-only select").select_option("")
    expect(page.locator(".ed-dim")).to_have_count(0)
    assert "only=" not in page.url


def test_two_witnesses_stand_side_by_side(open_page: Opener) -> None:
    page = open_page("quotes/")
    outlet, beside = page.locator("select[name=o]"), page.locator("select[name=b]")
    values = dict(
        zip(
            beside.locator("option").all_text_contents(),
            beside.locator("option").evaluate_all("all => all.map(each => each.value)"),
            strict=True,
        )
    )
    outlet.select_option(values["BBC"])
    beside.select_option(values["Al Jazeera"])
    cards = page.locator(".ed-card:not([hidden])")
    assert cards.count() > 1
    sides = cards.first.locator(".ed-reading:visible")
    boxes = [box for side in sides.all() if (box := side.bounding_box())]
    assert {side.locator(".ed-sig").inner_text() for side in sides.all()} == {"BBC", "Al Jazeera"}
    assert abs(boxes[0]["y"] - boxes[1]["y"]) < 4
    assert abs(boxes[0]["x"] - boxes[1]["x"]) > 200
    assert "b=" in page.url


def test_pages_without_script_have_no_control_that_does_nothing(open_page: Opener) -> None:
    page = open_page("timeline/", java_script_enabled=False)
    expect(page.locator(".ed-only")).to_be_hidden()
    expect(page.locator(".ed-search")).to_be_hidden()
    expect(page.locator(".ed-scheme")).to_be_hidden()
