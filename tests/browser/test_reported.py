"""What is only reported: its layer on an article, and its place behind the filter of the quote index."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Opener = Callable[..., "Page"]
ARTICLE = "articles/004_080bd7f3e654d90c/"
LINE = "report => getComputedStyle(report).textDecorationLine"


@pytest.mark.parametrize(("width", "line"), [(1280, "underline"), (390, "none")])
def test_a_thin_line_is_off_on_phones_and_the_keyboard_switches_it(width: int, line: str, open_page: Opener) -> None:
    page = open_page(ARTICLE, width=width)
    report, box = page.locator(".ed-rep").first, page.locator(".ed-layers input[name=r]")
    assert report.evaluate(LINE) == line
    box.focus()
    page.keyboard.press("Space")
    assert report.evaluate(LINE) == {"underline": "none", "none": "underline"}[line]


@pytest.mark.parametrize("start", ["quotes/", "quotes/page-2/"])
def test_the_kind_filter_has_what_is_only_reported_though_it_stands_on_another_page(
    start: str, open_page: Opener
) -> None:
    page = open_page(start)
    page.locator("select[name=k]").select_option("indirect")
    found = page.locator(".ed-results .ed-retold")
    expect(found.first).to_be_visible()
    expect(page.locator(".ed-card:not(.ed-results *)").first).to_be_hidden()
    page.locator(".ed-filter button[type=reset]").click()
    expect(page.locator(".ed-results")).to_be_hidden()
    expect(page.locator(".ed-card:not(.ed-results *):visible").first).to_be_visible()


def test_a_page_of_statements_is_filtered_where_it_stands_behind_a_look_at_the_reports(open_page: Opener) -> None:
    page = open_page("quotes/")
    kind = page.locator("select[name=k]")
    kind.select_option("indirect")
    expect(page.locator(".ed-results")).to_be_visible()
    kind.select_option("direct")
    expect(page.locator(".ed-results")).to_be_hidden()
    expect(page.locator(".ed-card:visible").first).to_be_visible()
