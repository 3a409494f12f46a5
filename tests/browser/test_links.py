"""Every link and every anchor of the built site leads somewhere, and nothing on a page is of another host."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.browser.conftest import BASE, Site

pytestmark = pytest.mark.browser
LOADED = {"img": "src", "script": "src", "link": "href", "iframe": "src", "source": "src"}


class Found(HTMLParser):
    """The ids of a page, its links, what it loads."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {key: value or "" for key, value in attrs}
        if "id" in named:
            self.ids.append(named["id"])
        if tag == "a" and "href" in named:
            self.links.append(named["href"])
        if tag in LOADED and LOADED[tag] in named and "canonical" not in named.get("rel", ""):
            self.loaded.append(named[LOADED[tag]])
        if tag == "meta" and named.get("http-equiv") == "refresh":
            self.links.append(named["content"].split("url=")[1])


@cache
def read(path: Path) -> Found:
    found = Found()
    found.feed(path.read_text(encoding="utf-8"))
    return found


def pages(site: Site) -> list[Path]:
    return [path for path in sorted(site.folder.rglob("*.html")) if path.name != "404.html"]


def broken(site: Site, page: Path, link: str) -> bool:
    here = BASE + page.relative_to(site.folder).as_posix().removesuffix("index.html")
    to = urlsplit(urljoin(here, link))
    if to.scheme:
        return False
    place = site.folder / unquote(to.path.removeprefix(BASE))
    place = place / "index.html" if to.path.endswith("/") else place
    if not to.path.startswith(BASE) or not place.is_file():
        return True
    return bool(to.fragment) and place.suffix == ".html" and unquote(to.fragment) not in read(place).ids


def test_no_link_and_no_anchor_is_broken(site: Site) -> None:
    wrong = [
        (str(page.relative_to(site.folder)), link)
        for page in pages(site)
        for link in read(page).links
        if not link.startswith("javascript:") and broken(site, page, link)
    ]
    assert wrong == []


def test_no_id_stands_twice_on_a_page(site: Site) -> None:
    for page in pages(site):
        ids = read(page).ids
        assert len(ids) == len(set(ids)), (page, sorted(name for name in ids if ids.count(name) > 1)[:3])


def test_pages_load_nothing_from_another_host(site: Site) -> None:
    foreign = [(page.name, url) for page in pages(site) for url in read(page).loaded if urlsplit(url).netloc]
    assert foreign == []


def test_every_short_link_carries_its_preview(site: Site) -> None:
    for kind in "qseap":
        found = [path.read_text(encoding="utf-8") for path in sorted((site.folder / kind).glob("*/index.html"))]
        alive = [html for html in found if "is no longer in" not in html]  # a tombstone has nothing to preview
        assert alive
        for html in alive:
            assert 'property="og:description"' in html
            assert 'name="twitter:card"' in html
            picture = html.split('property="og:image" content="')[1].split('"')[0]
            assert "&#" in picture or (site.folder / picture.split(BASE)[-1]).is_file()
