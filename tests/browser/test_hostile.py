"""Articles that try to be markup, script or template: the site built from them shows them as text and runs none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Site, Watched, build_project, lay_out, serve, watch
from tests.publish.pages import tags

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
PLANTED = (
    "main iframe, [onerror], [onload], main img:not([src*='/assets/first-push/']), "
    "main svg:not(.ed-strip, .ed-bar, .ed-places), a[href^='javascript:'], .ed-body b"
)
SCRIPT = "<script>window.ran = 1</script><img src=x onerror='window.ran=1'><svg onload=window.ran=1>"
BODY = f"""
“We agree {SCRIPT},” Ann Smith said on Monday. “[link](javascript:window.ran=1) ![x](http://evil.example/x.png).”

```
{{{{ config }}}} {{% raw %}} --8<-- "mkdocs.yml" :smile: $$x$$ ==mark== ++ins++
```

<![><img src="]> </div></article></main> <!-- --> &lt;b&gt; ]]> DIGESTBODY wzxhzdk:0

Ann Smith, the <b>minister</b>, told reporters that “nothing <iframe src=//evil.example></iframe> was decided.”
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A project of its own, whose articles are the hostile ones."""
    root = tmp_path_factory.mktemp("hostile")
    seeds = lay_out(root)
    for number in range(2):
        given = {
            "title": f"{SCRIPT} </title>'\"`*_[a](b) {number}",
            "outlet": f"</a>{SCRIPT}{number}",
            "byline": SCRIPT,
            "published": "2023-06-19",
            "url": "javascript:window.ran=1",
            "tags": [SCRIPT],
        }
        # JSON, since of Markdown and HTML the readers already take the tags off.
        (seeds / f"a{number}.json").write_text(json.dumps({**given, "text": BODY}), encoding="utf-8")
    folder = build_project(root)
    with ExitStack() as stack:
        yield Site(folder, serve(folder, stack))


def every_page(site: Site) -> list[str]:
    pages = [path.parent for path in sorted(site.folder.rglob("index.html"))]
    addresses = [path.relative_to(site.folder).as_posix() for path in pages]
    return ["" if address == "." else f"{address}/" for address in addresses]


def leads_on(address: str) -> bool:
    """Return whether the page at an address sends its reader on at once."""
    return address[:2] in ("q/", "s/", "e/", "a/", "p/")


def test_no_word_of_an_article_becomes_markup_or_runs(hostile: Site, chromium: Browser) -> None:
    # Without its policy, which would stop scripts too: the escaping alone must hold.
    context = chromium.new_context(bypass_csp=True, reduced_motion="reduce")
    watched = Watched(context.new_page())
    watch(watched, hostile.url)
    for address in every_page(hostile):
        if leads_on(address):
            continue
        page = watched.page
        page.goto(hostile.url + address)
        found = page.evaluate(
            """planted => ({ran: window.ran, planted: document.querySelectorAll(planted).length})""", PLANTED
        )
        assert "ran" not in found or found["ran"] is None, address
        assert found["planted"] == 0, address
    context.close()
    assert watched.faults == []


def test_short_pages_hold_their_own_elements_alone(hostile: Site) -> None:
    for address in filter(leads_on, every_page(hostile)):
        met = [tag for tag, _ in tags((hostile.folder / address / "index.html").read_text(encoding="utf-8"))]
        assert set(met) <= {*("html", "head", "meta", "title", "link", "body", "main", "h1", "p", "a")}, address


def test_hostile_words_are_shown_as_they_are(hostile: Site, chromium: Browser) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{hostile.url}articles/a0/")
    shown = page.locator(".ed-body").inner_text()
    for line in ("<script>window.ran = 1</script>", "[link](javascript:window.ran=1)", '<![><img src="]>', "wzxhzdk:0"):
        assert line in shown
    assert page.locator("h1").inner_text().startswith("<script>window.ran")
    context.close()


def test_search_shows_hostile_titles_as_text(hostile: Site, chromium: Browser) -> None:
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(hostile.url)
    page.locator(".md-search__input").press_sequentially("minister")
    page.locator(".md-search-result__link").first.wait_for()
    page.wait_for_timeout(300)
    assert page.locator(".md-search-result img, .md-search-result script, .md-search-result [onload]").count() == 0
    assert page.evaluate("window.ran") is None
    context.close()


def test_nothing_is_written_outside_the_site(hostile: Site) -> None:
    assert {path.name for path in Path(hostile.folder).parent.iterdir()} <= {
        *("docs", "generator", "mkdocs.yml", "seeds", "site", ".cache"),
    }
