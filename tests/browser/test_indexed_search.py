"""The search of a digest that has an index: it finds what the search of all words finds, and loads a part of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from generator.config import Settings
from generator.pagefind_index import folded
from generator.zensical_site import zensical_site
from tests.browser.conftest import ROOT, Site, build_project, expect, serve
from tests.browser.test_search import has, inner, listed, opened, parts, typed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
Opener = Callable[..., "Page"]
ASKED = """async queries => {
  document.querySelector('.md-search__input').focus();
  while (!window.digestSearch) await new Promise(next => setTimeout(next, 20));
  await digestSearch.ready;
  const found = [];
  for (const query of queries) {
    await digestSearch.ask(query);
    const first = digestSearch.find(query)?.quotes[0];
    found.push(first ? first.quote.text : null);
  }
  return found;
}"""


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def site(request: pytest.FixtureRequest, by_mkdocs: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = tmp_path_factory.mktemp("indexed")
    shutil.copytree(by_mkdocs.folder.parent / "docs", root / "docs")
    shutil.copytree(ROOT / "seeds", root / "seeds")
    (root / "generator").symlink_to(ROOT / "generator")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("    # search: auto ", "    search: pagefind ")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    if request.param == "mkdocs":
        build_project(root)
    else:
        zensical_site(root, root / "site", settings=Settings(search="pagefind"))
    with ExitStack() as stack:
        yield Site(root / "site", serve(root / "site", stack))


def test_every_quote_comes_first_whole_or_in_part(open_page: Opener, site: Site) -> None:
    sought = [part for quote in listed(site) for part in parts(inner(quote))]
    assert len(sought) > 150
    found = open_page().evaluate(ASKED, sought)
    assert [part for part, first in zip(sought, found, strict=True) if not has(first, part)] == []


@pytest.mark.parametrize(
    "query", ["stable", "relat", "relat ", "rights and interests", "“interests and rights”", "2023", "Xi"]
)
def test_index_and_all_words_show_the_same(query: str, open_page: Opener, by_mkdocs: Site, chromium: Browser) -> None:
    def shown(page: Page) -> Any:
        typed(page, query)
        expect(page.locator(".md-search-result__meta")).not_to_have_text("Searching …")
        page.wait_for_timeout(400)
        return page.locator(".ed-kindname").all_inner_texts(), page.locator(".md-search-result__link").all_inner_texts()

    indexed = shown(opened(open_page()))
    page = chromium.new_page(viewport={"width": 1280, "height": 860})
    page.goto(by_mkdocs.url)
    assert indexed == shown(opened(page))
    page.close()


def test_only_likely_records_are_loaded(open_page: Opener) -> None:
    page = opened(open_page())
    typed(page, "Taiwan")
    expect(page.locator(".md-search-result__meta")).to_contain_text("found")
    names = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert 0 < len([name for name in names if "/search/records/" in name]) < 29
    assert any(name.endswith("pagefind.js") for name in names)


@pytest.mark.parametrize("text", ["“Zoë’s café” cost £3.50", "soft\u00adware, third-party_list", "Ångström & Co."])
def test_words_are_folded_as_the_index_folds_them(text: str, open_page: Opener) -> None:
    page = opened(open_page())
    assert page.evaluate("text => digestSearch.folded(text)", text).strip() == folded(text)
