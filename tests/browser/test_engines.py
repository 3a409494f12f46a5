"""The same `docs/` built by Zensical: the same pages, which work as those do that MkDocs built."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from generator.zensical_site import zensical_site
from tests.browser.conftest import ROOT, Site, expect, serve
from tests.browser.test_links import broken, pages, read
from tests.browser.test_pages import address, axe
from tests.engines import differences

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(by_mkdocs: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = tmp_path_factory.mktemp("zensical")
    shutil.copytree(by_mkdocs.folder.parent / "docs", root / "docs")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "generator").symlink_to(ROOT / "generator")
    zensical_site(root, root / "site")
    assert sorted(path.name for path in root.iterdir() if path.name != ".cache") == [
        "docs",
        "generator",
        "mkdocs.yml",
        "site",
    ]
    with ExitStack() as stack:
        yield Site(root / "site", serve(root / "site", stack))


def test_every_page_link_and_id_is_the_same(by_mkdocs: Site, site: Site) -> None:
    assert list(differences(by_mkdocs.folder, site.folder)) == []


def test_no_link_and_no_anchor_is_broken(site: Site) -> None:
    assert [(page, link) for page in pages(site) for link in read(page).links if broken(site, page, link)] == []


@pytest.mark.parametrize("kind", ["story", "compare", "article", "person", "how-to/use-from-python"])
def test_page_is_accessible_and_keeps_to_its_policy(kind: str, open_page: Callable[..., Page], site: Site) -> None:
    page = open_page(address(kind, site), width=390)
    page.wait_for_timeout(150)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator(".ed-nav a").count() == 9
    assert axe(page) == []


@pytest.mark.parametrize("kind", ["story", "article", "quotes", "about"])
def test_pages_look_the_same(kind: str, by_mkdocs: Site, site: Site, chromium: Browser) -> None:
    shown = []
    for built in (by_mkdocs, site):
        page = chromium.new_page(viewport={"width": 1280, "height": 860})
        page.goto(built.url + address(kind, by_mkdocs))
        page.wait_for_timeout(200)
        shown.append(page.evaluate("document.documentElement.scrollHeight"))
        page.close()
    assert abs(shown[0] - shown[1]) <= 0.01 * shown[0], shown


def test_a_link_opens_at_its_place(open_page: Callable[..., Page], site: Site) -> None:
    place = read(site.folder / "quotes" / "index.html").ids
    anchor = next(name for name in reversed(place) if name.startswith("st-"))
    page = open_page(f"quotes/#{anchor}")
    page.wait_for_timeout(200)
    assert 0 <= page.evaluate(f"document.getElementById('{anchor}').getBoundingClientRect().top") < 860


def test_search_finds_quotes_and_pages_that_are_written_by_hand(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.keyboard.press("/")
    field = page.locator(".md-search__input")
    field.fill("how large it may grow")
    expect(page.locator(".md-search-result__link", has_text="How large it may grow").first).to_be_visible()
    field.fill("rights and interests")
    page.locator(".md-search-result__link").first.click()
    expect(page.locator(":target")).to_contain_text("rights and interests")
