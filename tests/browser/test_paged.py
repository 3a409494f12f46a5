"""Lists that go over several pages: what once stood on the first one is found, and its filters have all choices."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import ROOT, Site, build_project, expect, lay_out, serve
from tests.browser.test_links import read

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Opener = Callable[..., "Page"]
SHORT = {
    "paged.EVENTS_A_PAGE": 6,
    "paged.POINTS_A_PAGE": 2,
    "indexes.CARDS_A_PAGE": 20,
    "lookups.CARDS_A_PAGE": 20,
    "indexes.MOST_CHOICES": 1,
    "indexes.SOURCES_A_PAGE": 2,
    "indexes.ARTICLES_A_PAGE": 2,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = tmp_path_factory.mktemp("paged") / "digest"
    shutil.copytree(ROOT / "seeds", lay_out(root), dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as patched:
        for name, number in SHORT.items():
            patched.setattr(f"generator.publish.{name}", number)
        folder = build_project(root)
    with ExitStack() as stack:
        yield Site(folder, serve(folder, stack))


@pytest.mark.parametrize(
    ("where", "behind", "kind"),
    [
        ("timeline/", "page-2/", "e-"),
        ("compare/", "page-2/", "c-"),
        ("quotes/", "page-2/", "st-"),
        ("sources/", "page-2/", "src-"),
        ("articles/", "page/2/", "a-"),
    ],
)
def test_a_link_to_the_first_page_leads_on_to_where_its_place_is_now(
    where: str, behind: str, kind: str, open_page: Opener, site: Site
) -> None:
    ids = read(site.folder / where / behind / "index.html").ids
    name = next(name for name in ids if name.startswith(kind))
    page = open_page(f"{where}#{name}")
    page.wait_for_url(re.compile(rf"/{where}{behind}#{name}"))
    expect(page.locator(f"[id='{name}']")).to_be_visible()


def test_a_link_to_nothing_stays_where_it_leads(open_page: Opener) -> None:
    page = open_page("sources/#src-nobody")
    page.wait_for_load_state("networkidle")
    assert page.url.endswith("sources/#src-nobody")


def test_a_filter_has_every_choice_once_somebody_goes_to_it(open_page: Opener, site: Site) -> None:
    page = open_page("quotes/")
    outlet = page.locator("select[name=o]")
    assert outlet.locator("option").count() == 2
    outlet.focus()
    expect(outlet.locator("option")).to_have_count(6)
    rare = outlet.locator("option").last.get_attribute("value")
    asked = open_page(f"quotes/page-2/?o={rare}")
    expect(asked.locator("select[name=o]")).to_have_value(rare or "")
    expect(asked.locator(".ed-results .ed-card").first).to_be_visible()
