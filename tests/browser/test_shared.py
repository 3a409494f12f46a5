"""What travels: whoever opens a shared link sees whose words these are and when, and whoever shares needs no search."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from generator.days import in_words
from tests.browser.conftest import Site, expect
from tests.browser.test_pages import axe

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

pytestmark = pytest.mark.browser
Opener = Callable[..., "Page"]
SCREENS = {"phone": (390, 844), "desktop": (1280, 720)}
ALLOW = {"permissions": ["clipboard-read", "clipboard-write"]}
# The words that stand on the screen and are covered by nothing.
ON_SCREEN = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !node.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const seen = [...range.getClientRects()].some((r) => {
      const [x, y] = [(r.left + r.right) / 2, (r.top + r.bottom) / 2];
      if (y < 0 || y > innerHeight || x > innerWidth || r.width < 2) return false;
      const top = document.elementFromPoint(x, y);
      return top && (node.parentElement.contains(top) || top.contains(node.parentElement));
    });
    if (seen) text += " " + node.data;
  }
  return text.replace(/\\s+/g, " ");
}"""


def links(site: Site, kind: str) -> list[str]:
    found = [path.parent for path in sorted((site.folder / kind).glob("*/index.html"))]
    alive = [path for path in found if "http-equiv" in (path / "index.html").read_text(encoding="utf-8")]
    return [f"{kind}/{path.name}/" for path in alive]


def data(site: Site) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site.folder / "data" / "digest.json").read_text(encoding="utf-8"))
    return found


def siglum_of(site: Site) -> dict[str, str]:
    words = (site.folder / "search" / "words.js").read_text(encoding="utf-8")
    rows = json.loads(words.removeprefix("self.digestWords=").rstrip(";\n"))["articles"]
    return {row["id"]: row["siglum"] for row in rows}


def arrived(page: Page, address: str) -> str:
    page.goto(address)
    page.wait_for_url(re.compile(r"#|/(people|articles)/[^/]+/$"))
    page.wait_for_load_state()
    page.wait_for_timeout(120)
    seen: str = page.evaluate(ON_SCREEN)
    return seen


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_every_shared_link_shows_whose_words_and_when(screen: tuple[int, int], open_page: Opener, site: Site) -> None:
    told, sigla = data(site), siglum_of(site)
    articles = {row["id"]: row for row in told["articles"]}
    quotes = {row["id"]: row["article"] for row in told["quotes"]}
    page = open_page(width=screen[0])
    page.set_viewport_size({"width": screen[0], "height": screen[1]})
    missing = []
    for kind in "qsea":
        for link in links(site, kind):
            seen = arrived(page, site.url + link)
            name = link.split("/")[1]
            if (kind == "q" and name in quotes) or kind == "a":
                article = articles[quotes.get(name, name)]
                ok = (article["outlet"] or article["origin"]) in seen and in_words(article["published"]) in seen
            elif kind == "q":  # a part of a quotation, at its sentence
                row = articles[page.url.partition("/articles/")[2].partition("/")[0]]
                ok = (row["outlet"] or row["origin"]) in seen and in_words(row["published"]) in seen
            else:  # a card or an event: a siglum of those that tell it, and a day
                ok = any(siglum in seen for siglum in sigla.values())
                ok &= bool(re.search(r"\b\d{4}\b|No day given|“", seen))
            if not ok:
                missing.append((link, seen[:200]))
    assert missing == []


def test_words_of_a_link_stand_a_third_down_the_screen(open_page: Opener, site: Site) -> None:
    page = open_page(width=390)
    page.set_viewport_size({"width": 390, "height": 844})
    for link in links(site, "q"):
        arrived(page, site.url + link)
        target = page.locator(":target")
        top = target.evaluate("e => e.getBoundingClientRect().top")
        scrolled = page.evaluate("scrollY")
        rest = page.evaluate("document.documentElement.scrollHeight - innerHeight - scrollY")
        assert 200 < top < 360 or (scrolled == 0 and top < 600) or rest < 2, (link, top, scrolled, rest)


def test_quoted_words_that_nobody_said_stand_a_third_down_the_screen_too(open_page: Opener, site: Site) -> None:
    quote = [row for row in data(site)["quotes"] if row["article"].startswith("003")][10]
    page = open_page(f"articles/{quote['article']}/", width=390)
    page.set_viewport_size({"width": 390, "height": 844})
    page.evaluate(
        """name => { const words = document.getElementById(name); words.className = "ed-term";
        words.scrollIntoView({ block: "start", behavior: "instant" }) }""",
        f"q-{quote['id']}",
    )
    top = page.locator(f"[id='q-{quote['id']}']").evaluate("e => e.getBoundingClientRect().top")
    assert 200 < top < 360


def test_link_opens_without_gliding(open_page: Opener, site: Site) -> None:
    page = open_page()
    page.emulate_media(reduced_motion="no-preference")
    link = links(site, "q")[3]
    page.goto(site.url + link)
    page.wait_for_url(re.compile("#"))
    page.wait_for_load_state("domcontentloaded")
    first = page.evaluate(
        "new Promise(next => requestAnimationFrame(() => requestAnimationFrame(() => next(scrollY))))"
    )
    page.wait_for_timeout(600)
    assert page.evaluate("scrollY") == first


def test_bar_of_an_article_is_forty_pixels_and_copies_the_words_of_the_link(open_page: Opener, site: Site) -> None:
    quote = next(row for row in data(site)["quotes"] if row["kind"] == "direct" and len(row["text"]) > 60)
    page = open_page(**ALLOW)
    arrived(page, f"{site.url}q/{quote['id']}/")
    page.mouse.wheel(0, 4000)
    page.wait_for_timeout(300)
    bar = page.locator(".ed-whose")
    expect(bar).to_be_visible()
    assert bar.evaluate("e => e.getBoundingClientRect().height") == 40
    page.locator(".ed-take").click()
    block = page.evaluate("navigator.clipboard.readText()")
    assert quote["text"].strip("“”\"'‘’ ,")[:40] in block
    assert f"/q/{quote['id']}/" in block


def test_bar_is_not_there_while_the_head_of_the_article_is(open_page: Opener) -> None:
    page = open_page("articles/002_020213ffb606731c/")
    expect(page.locator(".ed-whose")).to_be_hidden()


def test_bar_stands_without_script(open_page: Opener) -> None:
    page = open_page("articles/002_020213ffb606731c/", java_script_enabled=False)
    expect(page.locator(".ed-whose")).to_be_visible()
    expect(page.locator(".ed-take")).to_be_hidden()


def test_comparison_is_shared_from_its_card_and_opens_its_wordings(open_page: Opener) -> None:
    page = open_page("quotes/", **ALLOW)
    card = page.locator(".ed-card", has=page.locator(".ed-share")).first
    card.locator(".ed-share").click()
    link = page.evaluate("navigator.clipboard.readText()")
    assert "/s/" in link
    page.get_by_role("button", name="as Markdown").click()
    page.wait_for_timeout(100)
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.count("\n- ") == card.locator(".ed-reading").count()
    assert link in text
    page.goto(link)
    page.wait_for_url(re.compile("/quotes/#st-"))
    expect(page.locator(".ed-card:has(:target) .ed-reading").first).to_be_visible()


def test_quote_is_copied_from_its_card_in_plain_sight(open_page: Opener) -> None:
    page = open_page(**ALLOW)
    card = page.locator(".ed-card").nth(1)
    card.locator(".ed-do .ed-copy").click()
    block = page.evaluate("navigator.clipboard.readText()")
    said = card.locator("q").inner_text()
    assert said[:40] in block
    assert not re.search(r"[,;]”", block)
    assert "2023" in block


def test_words_on_rights_are_taken_with_their_link_in_three_actions(open_page: Opener) -> None:
    page = open_page(**ALLOW)
    page.locator(".md-search__input").fill("rights and interests")  # 1
    page.locator(".md-search-result__link").first.click()  # 2
    page.wait_for_url(re.compile("#st-"))
    page.locator(".ed-card:has(:target) .ed-do .ed-copy, .ed-card:has(:target) .ed-single .ed-copy").first.click()  # 3
    block = page.evaluate("navigator.clipboard.readText()")
    assert "rights and interests" in block
    assert "Xi Jinping" in block
    assert "/q/" in block


def test_phone_shares_by_its_own_sheet(open_page: Opener) -> None:
    page = open_page("quotes/", width=390, has_touch=True, is_mobile=True)
    page.evaluate("navigator.share = async what => { window.shared = what }")
    page.locator(".ed-share").first.click()
    assert "/s/" in page.evaluate("shared.url")


def test_page_of_a_link_stands_in_a_frame_as_a_card_without_script(open_page: Opener, site: Site) -> None:
    link = links(site, "q")[3]
    page = open_page()
    frame = f'<iframe src="{site.url}{link}" sandbox="allow-popups" width="600" height="300"></iframe>'
    other = page.context.new_page()
    other.set_content(frame)
    other.wait_for_timeout(600)
    framed = other.frames[1]
    assert framed.url == site.url + link  # it has not led on
    assert framed.locator("p.words").inner_text()
    assert framed.locator("script").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", "qseap")
def test_page_of_a_link_is_accessible_as_a_card(kind: str, scheme: str, open_page: Opener, site: Site) -> None:
    link = links(site, kind)[0]
    whole = (site.folder / link / "index.html").read_text(encoding="utf-8")
    staying = re.sub(r'<meta http-equiv="refresh"[^>]*>', "", whole)  # as in a frame, where it leads on to nowhere
    for width in (390, 1280):
        page = open_page("404.html", width=width, scheme=scheme, bypass_csp=True)
        page.route(f"**/{link}", partial(_answer, staying))
        page.goto(site.url + link)
        assert page.locator("h1").count() == 1
        assert axe(page) == []


def _answer(text: str, route: Route) -> None:
    route.fulfill(body=text, content_type="text/html")


# ---- keys ------------------------------------------------------------------------------------------------------------


def test_keys_go_from_statement_to_statement_and_copy(open_page: Opener) -> None:
    page = open_page("quotes/", **ALLOW)
    page.keyboard.press("j")
    first = page.locator(".ed-current")
    expect(first).to_be_focused()
    words = first.inner_text()
    page.keyboard.press("j")
    assert page.locator(".ed-current").inner_text() != words
    page.keyboard.press("k")
    assert page.locator(".ed-current").inner_text() == words
    page.keyboard.press("c")
    page.wait_for_timeout(100)
    said = page.locator(".ed-current q").inner_text()
    assert said[:30] in page.evaluate("navigator.clipboard.readText()")


def test_keys_go_from_event_to_event_and_copy_the_link(open_page: Opener, site: Site) -> None:
    page = open_page("timeline/", **ALLOW)
    page.keyboard.press("j")
    event = page.locator(".ed-event", has=page.locator(".ed-current"))
    page.keyboard.press("c")
    expect(page.locator(".ed-toast")).to_contain_text("Link copied")
    block = page.evaluate("navigator.clipboard.readText()")
    assert block.startswith(f"{event.locator('.ed-happened').inner_text()} (")
    assert event.locator(".ed-sig").first.inner_text() in block
    (link,) = re.findall(r"\S+/e/[^/]+/$", block)
    assert (site.folder / link.removeprefix(site.url) / "index.html").is_file()


def test_keys_go_from_point_to_point_of_the_comparison_and_copy_the_link(open_page: Opener) -> None:
    page = open_page("compare/", **ALLOW)
    page.keyboard.press("j")
    expect(page.locator(".ed-diff .ed-current")).to_be_focused()
    page.keyboard.press("c")
    expect(page.locator(".ed-toast")).to_contain_text("Link copied")
    block = page.evaluate("navigator.clipboard.readText()")
    page.goto(re.findall(r"\S+$", block)[0])
    assert page.locator(":target").text_content() == block.split(" (")[0]


def test_key_opens_search_and_letters_typed_there_are_letters(open_page: Opener) -> None:
    page = open_page("quotes/")
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("jk/c?")
    expect(page.locator(".md-search__input")).to_have_value("jk/c?")
    assert page.locator(".ed-current").count() == 0


def test_list_of_keys_can_switch_them_off(open_page: Opener) -> None:
    page = open_page("quotes/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.get_by_role("button", name="Switch the keys off").click()
    expect(page.get_by_role("dialog", name="Keys")).to_have_count(0)
    page.keyboard.press("j")
    assert page.locator(".ed-current").count() == 0
    page.keyboard.press("?")
    page.get_by_role("button", name="Switch the keys on").click()
    expect(page.get_by_role("dialog", name="Keys")).to_have_count(0)
    page.keyboard.press("j")
    expect(page.locator(".ed-current")).to_have_count(1)


@pytest.mark.parametrize("width", [390, 1280])
def test_tab_goes_through_the_masthead_without_a_jump(width: int, open_page: Opener) -> None:
    page = open_page(width=width)
    for _ in range(12):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => { const e = document.activeElement, r = e.getBoundingClientRect();
            const seen = r.width > 1 && r.height > 1 && r.top >= 0 && r.bottom <= innerHeight;
            return [e.outerHTML.slice(0, 90), seen, scrollY] }"""
        )
        assert stop[1], stop
        assert stop[2] < 400, stop
