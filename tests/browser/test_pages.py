"""Every page kind, at three widths, light and dark: accessible, inside the screen, by itself."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import WIDTHS, Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
KINDS = (
    "story",
    "timeline",
    "quotes",
    "compare",
    "people",
    "person",
    "articles",
    "article",
    "sources",
    "data",
    "about",
    "how-to/use-from-python",
    "contributing/corpora",
)
ADDRESSES = {"story": "", **{kind: f"{kind}/" for kind in KINDS if kind not in ("story", "person", "article")}}


def address(kind: str, site: Site) -> str:
    """Return the address of a page of the kind; of an article or a person, the one with the longest page."""
    if kind in ADDRESSES:
        return ADDRESSES[kind]
    folder = {"person": "people", "article": "articles"}[kind]
    pages = sorted((site.folder / folder).glob("*/index.html"), key=lambda path: (-path.stat().st_size, path))
    return f"{folder}/{pages[0].parent.name}/"


def axe(page: Page) -> list[str]:
    """Return what axe-core finds against WCAG 2.2 AA and its best practices."""
    import axe_playwright_python

    rules = Path(axe_playwright_python.__file__).parent / "axe.min.js"
    # Evaluated and not added as an element: the policy of the page lets no foreign script run.
    page.evaluate(rules.read_text(encoding="utf-8"))
    options = "{rules: {'target-size': {enabled: true}}}"  # of WCAG 2.2, off by default
    # What axe cannot decide ("incomplete") is a fault too where it is about contrast: a reader can no more than axe.
    faults = "[...result.violations, ...result.incomplete.filter(each => each.id === 'color-contrast')]"
    found: list[dict[str, Any]] = page.evaluate(f"axe.run({options}).then(result => {faults})")
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_page_is_accessible_and_fits(
    kind: str, width: int, scheme: str, open_page: Callable[..., Page], site: Site
) -> None:
    page = open_page(address(kind, site), width=width, scheme=scheme)
    page.wait_for_timeout(150)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.body.dataset.mdColorScheme") == ("slate" if scheme == "dark" else "default")
    assert axe(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_page_is_whole_without_script(kind: str, open_page: Callable[..., Page], site: Site) -> None:
    page = open_page(address(kind, site), java_script_enabled=False)
    assert page.locator("h1").count() == 1
    assert page.locator("form.ed-filter:visible").count() == 0  # what cannot work is not shown


@pytest.mark.parametrize("kind", KINDS)
def test_page_bears_a_doubled_text_size(kind: str, open_page: Callable[..., Page], site: Site) -> None:
    page = open_page(address(kind, site), width=640)  # 1280 pixels at 200 % zoom
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_every_page_is_small(site: Site) -> None:
    sizes = {str(path.relative_to(site.folder)): path.stat().st_size for path in site.folder.rglob("*.html")}
    assert {name: size for name, size in sizes.items() if size > 100_000} == {}
    assert {name: size for name, size in sizes.items() if name.startswith("articles/") and size > 60_000} == {}


def test_first_page_is_loaded_with_little(open_page: Callable[..., Page], site: Site) -> None:
    page = open_page()
    page.wait_for_timeout(300)
    asked = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    files = [site.folder / "index.html", *(site.folder / name.removeprefix(site.url).split("?")[0] for name in asked)]
    # A font is compressed already; a server compresses the rest.
    sizes = {
        file.name: len(file.read_bytes() if file.suffix == ".woff2" else gzip.compress(file.read_bytes(), 9))
        for file in files
    }
    assert sum(sizes.values()) <= 120 * 1024, sizes


def test_a_short_name_of_a_source_has_a_contrast_that_can_be_told(open_page: Callable[..., Page]) -> None:
    page = open_page("timeline/")
    page.evaluate("document.querySelectorAll('.ed-event .ed-sig').forEach(each => { each.textContent = 'AP' })")
    assert axe(page) == []


def test_a_long_name_of_a_source_beside_its_links_fits_a_phone(open_page: Callable[..., Page]) -> None:
    page = open_page("quotes/", width=390)
    page.evaluate(
        """() => {
          document.querySelectorAll("details").forEach((each) => { each.open = true; });
          document.querySelectorAll(".ed-single").forEach((each) => {
            each.querySelector(".ed-sig").textContent = "Harbour Chronicle";
            each.querySelector(".ed-acts")?.insertAdjacentHTML("beforeend", ' <a href="#">Original</a>');
          });
        }"""
    )
    assert page.locator(".ed-single:visible").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
