"""Pages of which next to everything is folded: it is reached by link, key and filter, with script and without."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from generator.project import open_project
from generator.publish import folds, render
from generator.records import Digest
from tests.browser.conftest import ROOT, Site, expect, serve
from tests.browser.test_links import read
from tests.browser.test_pages import axe
from tests.publish.pages import rendered

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Opener = Callable[..., "Page"]
PAGES = ("index", "timeline", "quotes/index", "compare", "people/antony-blinken", "sources")
NUMBERS = (
    *("MANY", "ROWS", "POINTS", "FEW_POINTS", "PICTURES", "COVERED", "LEADING", "MATRIX", "CARDS", "BATCH"),
    *("NAMED", "READINGS", "WORDINGS", "SIGLA", "TELLERS"),
)
CONTENT = '<article class="ed-page'


def address(page: str) -> str:
    return "" if page == "index" else f"{page.removesuffix('/index')}/"


@pytest.fixture(scope="module")
def site(by_mkdocs: Site, seeds_digest: Digest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("folded") / "site"
    shutil.copytree(by_mkdocs.folder, folder)
    with pytest.MonkeyPatch.context() as patched:
        for name in NUMBERS:
            patched.setattr(folds, name, 1)
        files = render(seeds_digest, open_project(ROOT).settings)
    for page in PAGES:
        place = folder / address(page) / "index.html"
        head, _, rest = place.read_text(encoding="utf-8").partition(CONTENT)
        opening, _, _ = rest.partition(">")
        foot = rest[rest.index('<footer class="ed-footer"') :]
        words = rendered(files[f"{page}.md"])
        place.write_text(f"{head}{CONTENT}{opening}>{words}</article></div></div></main></div>{foot}", encoding="utf-8")
    with ExitStack() as stack:
        yield Site(folder, serve(folder, stack))


def places(site: Site, page: str) -> list[str]:
    ids = read(site.folder / address(page) / "index.html").ids
    return [name for name in ids if name.startswith(("st-", "q-", "e-", "c-", "src-"))]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("page", ["timeline", "quotes/index", "compare", "sources"])
def test_a_link_into_a_fold_opens_it(page: str, script: bool, open_page: Opener, site: Site) -> None:
    named = places(site, page)
    opened = open_page(address(page), width=390, java_script_enabled=script)
    for anchor in (named[0], named[len(named) // 2], named[-1]):
        opened.goto("about:blank")
        opened.goto(f"{site.url}{address(page)}#{anchor}")
        place = opened.locator(f"[id='{anchor}']")
        expect(place).to_be_visible()
        box = place.bounding_box()
        assert box is not None
        assert -5 <= box["y"] < 860, anchor


@pytest.mark.parametrize("page", PAGES)
def test_every_fold_opens_by_key_and_shows_what_it_holds(page: str, open_page: Opener) -> None:
    opened = open_page(address(page), width=390)
    folded = opened.locator(".ed-page details:not([open]) > summary:visible")
    assert folded.count()
    for _ in range(400):
        if not folded.count():
            break
        folded.first.focus()
        opened.keyboard.press("Enter")
    assert opened.locator(".ed-page details:not([open])").count() == 0
    assert opened.evaluate("document.documentElement.scrollWidth") <= 390
    # What sticks to the top would lie over what is read, and a rail that has moved along cuts its links off.
    opened.evaluate("scrollTo(0, 0); document.querySelectorAll('.ed-rail').forEach(rail => { rail.scrollLeft = 0 })")
    opened.wait_for_timeout(100)
    assert axe(opened) == []


def test_a_filter_finds_what_is_folded(open_page: Opener) -> None:
    page = open_page("quotes/")
    shown = page.locator(".ed-card:visible").count()
    page.get_by_label("Speaker").select_option("wang-yi")
    expect(page.locator("output")).to_have_text(page.locator("output").inner_text())
    found = page.locator(".ed-card:not([hidden])").count()
    assert found > shown
    expect(page.locator(".ed-card:visible")).to_have_count(found)
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(".ed-batch:visible")).not_to_have_count(0)


def test_sorting_the_matrix_sorts_what_is_folded_too(open_page: Opener) -> None:
    page = open_page("compare/")
    tables = page.locator(".ed-matrix")
    assert tables.count() == 2
    rows = [tables.nth(number).locator("tbody tr").count() for number in (0, 1)]
    heads = tables.first.locator("thead th").all_inner_texts()
    column = next(place for place, head in enumerate(heads) if head.startswith("KUNA"))
    tables.first.locator("thead button").nth(column).click()
    kinds = page.locator(f".ed-matrix tbody tr td:nth-child({column + 1})").evaluate_all(
        "cells => cells.map(cell => cell.dataset.v ?? '')"
    )
    ranks = [("full", "longer", "shorter", "reworded", "reported", "").index(kind) for kind in kinds]
    assert ranks == sorted(ranks)
    assert sum(kind != "" for kind in kinds) > rows[0]
    assert [tables.nth(number).locator("tbody tr").count() for number in (0, 1)] == rows


def test_two_witnesses_side_by_side_are_taken_out_of_their_folds(open_page: Opener) -> None:
    page = open_page("quotes/")
    page.locator("select[name=o]").select_option(label=next_option(page, "o", "BBC"))
    page.locator("select[name=b]").select_option(label="Al Jazeera")
    card = page.locator(".ed-card:visible").first
    assert {sig.inner_text() for sig in card.locator(".ed-reading:visible .ed-sig").all()} == {"BBC", "Al Jazeera"}


def next_option(page: Page, name: str, begins: str) -> str:
    """Return the name of a choice in full: it ends with a count."""
    listed = page.locator(f"select[name={name}] option").all_text_contents()
    return next(text for text in listed if text.startswith(begins))


def test_a_copied_comparison_has_the_readings_that_are_folded(open_page: Opener) -> None:
    page = open_page("quotes/", permissions=["clipboard-read", "clipboard-write"])
    card = page.locator(".ed-card:has(.ed-share)").first
    card.locator(".ed-share").click()
    page.get_by_role("button", name="as Markdown").click()
    expect(page.locator(".ed-toast")).to_contain_text("Copied as Markdown")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.count("\n- ") == card.locator(".ed-reading").count() > 1
