"""Corrections made on the page of a site that `mkdocs serve` serves, and that nobody else can make them."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import expect
from tests.conftest import ROOT
from tests.overrides.test_documented import ARTICLES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser
SETTINGS = f"""
site_name: Ferry
site_url: https://digest.example/ferry/
theme: {{name: material, custom_dir: {json.dumps(str(ROOT / "generator" / "publish" / "theme"))}, font: false}}
plugins: []
markdown_extensions: [attr_list, tables]
extra_css: [assets/digest/digest.css]
extra_javascript: [{{path: assets/digest/digest.js, defer: true}}]
hooks: [{json.dumps(str(ROOT / "generator" / "mkdocs_hook.py"))}]
"""
PATIENCE = 60_000  # milliseconds in which the site is built anew, on a busy machine


@dataclass
class Served:
    folder: Path
    origin: str

    @property
    def url(self) -> str:
        return f"{self.origin}/ferry/"

    @property
    def overrides(self) -> str:
        path = self.folder / "seeds" / "overrides.yml"
        return path.read_text(encoding="utf-8") if path.is_file() else ""

    def asked(self, what: str, body: object = None, **headers: str) -> tuple[int, str]:
        """Ask the server as somebody may who writes the headers himself."""
        data = None if body is None else json.dumps(body).encode()
        named = {"Content-Type": "application/json", **{key.replace("_", "-"): value for key, value in headers.items()}}
        request = urllib.request.Request(f"{self.origin}/-/correct/{what}", data, named)
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    @property
    def token(self) -> str:
        return str(json.loads(self.asked("state")[1])["token"])


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def served(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Served]:
    """A site that is served. The parameter, where there is one, is what stands in its overrides when that begins."""
    (tmp_path / "seeds").mkdir()
    if stated := getattr(request, "param", ""):
        (tmp_path / "seeds" / "overrides.yml").write_text(stated, encoding="utf-8")
    for name, text in ARTICLES.items():
        (tmp_path / "seeds" / name).write_text(text, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    place = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", place]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        site = Served(tmp_path, f"http://{place}")
        try:
            for _ in range(600):
                try:
                    site.asked("state")
                    break
                except OSError:
                    time.sleep(0.2)
            yield site
        finally:
            process.send_signal(signal.SIGTERM)


@pytest.fixture
def page(chromium: Browser, served: Served) -> Iterator[Page]:
    opened = chromium.new_page()
    opened.set_default_timeout(PATIENCE)
    yield opened
    opened.close()


def choose(page: Page, what: str, **fields: str) -> None:
    dialog = page.locator(".ed-correcting")
    dialog.locator("select[name=choice]").select_option(label=what)
    for name, value in fields.items():
        dialog.locator(f"[name='{name.replace('_', '-')}']").fill(value)
    expect(dialog.locator(".ed-save")).to_be_enabled(timeout=PATIENCE)
    with page.expect_navigation():
        dialog.locator(".ed-save").click()
    page.wait_for_selector(".ed-corrections")


def open_article(page: Page, served: Served, name: str) -> None:
    page.goto(f"{served.url}articles/{name}/")
    page.wait_for_selector(".ed-correct")


def correct(words: Locator) -> None:
    """Press the control that stands behind words of an article."""
    words.locator("xpath=following-sibling::button[contains(@class, 'ed-correct')]").first.click()


def test_a_speaker_two_events_and_a_block_are_corrected_on_the_page_and_taken_back(page: Page, served: Served) -> None:
    open_article(page, served, "courier")
    said = page.locator(".ed-body .ed-q", has_text="Nobody asked")
    correct(said)
    choose(page, "Somebody else said it", speaker="Ruth Okafor")
    entry = "quotes:\n  - article: courier\n    words: Nobody asked the islanders\n    speaker: Ruth Okafor\n    on: "
    assert served.overrides.startswith(entry)
    label = page.locator(".ed-body .ed-q", has_text="Nobody asked").locator(".ed-who")
    assert "Ruth Okafor" in (label.get_attribute("aria-label") or "")

    page.locator(".ed-row", has_text="Olga Brandt").locator("> .ed-correct").click()
    choose(page, "This is no part of the article")
    assert page.locator(".ed-body", has_text="Olga Brandt").count() == 0

    page.goto(f"{served.url}timeline/")
    page.wait_for_selector(".ed-event .ed-correct")
    before = page.locator(".ed-event").count()
    page.locator(".ed-event", has_text="board met").locator(".ed-correct").click()
    choose(page, "Another entry tells the same", join="echo", join_words="Tickets are sold")
    assert page.locator(".ed-event").count() == before - 1
    assert served.overrides.count("on: ") == 3

    with page.expect_navigation():
        page.locator(".ed-corrections > .ed-status .ed-undo").click()
    page.wait_for_selector(".ed-corrections")
    assert page.locator(".ed-event").count() == before
    assert "events:" not in served.overrides


def test_whose_words_a_report_has_is_corrected_on_the_article_and_on_the_page_of_the_person(
    page: Page, served: Served
) -> None:
    open_article(page, served, "courier")
    told = page.locator(".ed-body .ed-rep", has_text="12 million")
    correct(told)
    choose(page, "Somebody else said it", speaker="Olga Brandt")
    words = "The repair will cost 12 million kroner"
    assert f"reports:\n  - article: courier\n    words: {words}\n    speaker: Olga Brandt\n    on: " in served.overrides
    assert "Olga Brandt" in (told.first.get_attribute("title") or "")

    page.goto(f"{served.url}people/olga-brandt/")
    page.wait_for_selector(".ed-retold .ed-correct")
    page.locator(".ed-retold li", has_text="12 million").locator(".ed-correct").click()
    page.locator(".ed-correcting select[name=choice]").select_option(label="Nobody said it")
    expect(page.locator(".ed-correcting pre").first).to_contain_text("hide: true")
    assert words in (page.locator(".ed-correcting pre").first.text_content() or "")
    page.locator(".ed-correcting .ed-save", has_text="Replace it").wait_for()  # nobody said what Olga Brandt said
    assert "speaker: Olga Brandt" in (page.locator(".ed-correcting .ed-earlier").text_content() or "")


def test_the_day_that_words_mean_is_corrected_where_they_stand(page: Page, served: Served) -> None:
    open_article(page, served, "echo")
    time = page.locator(".ed-body time", has_text="3 February")
    correct(time)
    choose(page, "They mean another day", date="2021-02-02")
    assert "dates:\n  - article: echo\n    words: " in served.overrides
    assert page.locator(".ed-body time", has_text="3 February").get_attribute("datetime") == "2021-02-02"


def test_nobody_else_can_write(page: Page, served: Served) -> None:
    body = {"section": "people", "entry": {"name": "Jan Lind", "hide": True}}
    own = {"Origin": served.origin, "X_Digest_Token": served.token}
    for wrong in (
        {**own, "Origin": "https://elsewhere.example"},
        {**own, "X_Digest_Token": "guessed"},
        {**own, "Host": "elsewhere.example"},
        {**own, "Content_Type": "text/plain"},
        {**own, "Sec_Fetch_Site": "cross-site"},
        {"X_Digest_Token": served.token},
    ):
        assert served.asked("save", body, **wrong)[0] == 403
    assert served.asked("state", None, Host="elsewhere.example")[0] == 403
    assert served.asked("save", {"section": "people", "entry": {"name": "x", "hidden": True}}, **own)[0] == 400
    assert served.overrides == ""
    page.set_content("<p>elsewhere</p>")  # a page of no server: its origin is "null"
    outcome = page.evaluate(
        """async ([url, body]) => {
            const answers = [];
            for (const init of [{}, {method: "POST", body, headers: {"Content-Type": "text/plain"}}]) {
                try { answers.push((await (await fetch(url, init)).json()).token ?? "refused"); }
                catch (error) { answers.push("refused"); }
            }
            return answers;
        }""",
        [f"{served.origin}/-/correct/state", json.dumps(body)],
    )
    assert outcome == ["refused", "refused"]
    assert served.asked("preview", body, **own)[0] == 200
    assert served.overrides == ""


def test_who_takes_away_the_page_that_they_are_on_comes_to_the_desk_and_can_take_it_back(
    page: Page, served: Served
) -> None:
    page.goto(f"{served.url}people/olga-brandt/")
    page.locator("main .ed-correct:visible").first.click()
    choose(page, "This is nobody")
    assert page.url == f"{served.url}desk/"
    with page.expect_navigation():
        page.locator(".ed-corrections > .ed-status .ed-undo").click()
    page.wait_for_selector(".ed-corrections")
    assert served.overrides == ""
    assert page.goto(f"{served.url}people/olga-brandt/").ok  # type: ignore[union-attr]


def test_what_contradicts_is_not_saved_but_put_in_the_place_of_what_stands_there(page: Page, served: Served) -> None:
    place = served.folder / "seeds" / "overrides.yml"
    entry = "  - article: courier\n    words: Nobody asked the islanders\n    speaker: Olga Brandt\n    note: by ear\n"
    place.write_text(f"# ours\nquotes:\n{entry}", encoding="utf-8")
    open_article(page, served, "courier")
    correct(page.locator(".ed-body .ed-q", has_text="Nobody asked"))
    dialog = page.locator(".ed-correcting")
    dialog.locator("[name=speaker]").fill("Ruth Okafor")
    dialog.locator(".ed-save", has_text="Replace it").wait_for()
    shown = dialog.locator(".ed-earlier").text_content() or ""
    assert "This contradicts seeds/overrides.yml:3, which says:" in shown
    assert "speaker: Olga Brandt" in shown
    own = {"Origin": served.origin, "X_Digest_Token": served.token}
    fields = {"article": "courier", "words": "Nobody asked the islanders", "unknown": True}
    status, told = served.asked("save", {"section": "quotes", "entry": fields}, **own)
    assert (status, "contradicts seeds/overrides.yml:3" in told) == (400, True)
    with page.expect_navigation():
        dialog.locator(".ed-save").click()
    page.wait_for_selector(".ed-corrections")
    assert "Olga Brandt" not in served.overrides
    assert served.overrides.startswith("# ours\nquotes:\n  - article: courier\n")
    assert "    note: by ear\n    speaker: Ruth Okafor\n" in served.overrides


def test_entries_that_contradict_each_other_stand_first_on_the_desk_and_either_is_taken_out(
    page: Page, served: Served
) -> None:
    entry = "  - article: courier\n    words: {}\n    speaker: {}\n"
    both = entry.format("Nobody asked", "Olga Brandt") + entry.format("asked the islanders", "Ruth Okafor")
    page.goto(f"{served.url}desk/")
    page.wait_for_selector("#desk ol")
    with page.expect_navigation():  # typed into the file: the site is built, and the page comes back with it
        (served.folder / "seeds" / "overrides.yml").write_text(f"quotes:\n{both}", encoding="utf-8")
    first = page.locator(".ed-asked").first
    first.locator(".ed-out").nth(1).wait_for()
    assert "contradicts seeds/overrides.yml:2: speaker is “Ruth Okafor” here and “Olga Brandt” there" in (
        first.text_content() or ""
    )
    with page.expect_navigation():
        first.locator(".ed-out").first.click()
    page.wait_for_selector("#desk ol")
    assert served.overrides == "quotes:\n" + entry.format("asked the islanders", "Ruth Okafor")
    assert "contradicts" not in (page.locator(".ed-asked").first.text_content() or "")


OF_ONE_QUOTE = "  - article: courier\n    words: asked the islanders\n    {}\n"
HIDDEN_AND_NAMED = "quotes:\n" + OF_ONE_QUOTE.format("speaker: Ruth Okafor") + OF_ONE_QUOTE.format("hide: true")


@pytest.mark.parametrize("served", [HIDDEN_AND_NAMED], indirect=True)
def test_a_contradiction_that_stops_the_very_first_build_is_settled_at_the_desk(page: Page, served: Served) -> None:
    page.goto(served.url)
    page.get_by_role("link", name="The desk").click()
    first = page.locator(".ed-asked").first
    first.locator(".ed-out").nth(1).wait_for()
    assert "it is hidden here, and speaker is “Ruth Okafor” there" in (first.text_content() or "")
    with page.expect_navigation():
        first.locator(".ed-out").nth(1).click()
    page.wait_for_selector("#desk ol")
    assert served.overrides == "quotes:\n" + OF_ONE_QUOTE.format("speaker: Ruth Okafor")
    open_article(page, served, "courier")
    assert page.get_by_text("asked the islanders").count()


def test_what_was_found_right_at_the_desk_is_not_asked_again(page: Page, served: Served) -> None:
    page.goto(f"{served.url}desk/")
    page.wait_for_selector(".ed-asked")
    asked = page.locator(".ed-asked").all_text_contents()
    right = next(i for i, text in enumerate(asked) if "It is right" in text)
    for _ in range(right + 1):
        page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("r")
    page.wait_for_selector("#desk ol")
    assert page.locator(".ed-asked").count() == len(asked) - 1
    assert "reviewed: true" in served.overrides
    with page.expect_navigation():
        page.keyboard.press("u")
    page.wait_for_selector("#desk ol")
    assert page.locator(".ed-asked").count() == len(asked)


def test_a_speaker_who_is_new_is_said_to_be_right_with_one_click_and_not_asked_again(
    page: Page, served: Served
) -> None:
    place = served.folder / "seeds" / "overrides.yml"
    entry = "quotes:\n  - article: courier\n    words: a scandal\n    speaker: Okafor-Bell\n"
    page.goto(f"{served.url}desk/")
    page.wait_for_selector("#desk ol")
    with page.expect_navigation():
        place.write_text(entry, encoding="utf-8")
    new = page.locator(".ed-asked", has_text="Okafor-Bell is a new person")
    assert "closest: Ruth Okafor" in (new.text_content() or "")
    new.get_by_role("button", name="Correct").click()
    assert page.locator(".ed-correcting [name=speaker]").input_value() == "Ruth Okafor"
    page.keyboard.press("Escape")
    with page.expect_navigation():
        new.get_by_role("button", name="Yes, a new person").click()
    page.wait_for_selector("#desk ol")
    assert served.overrides.startswith(f"{entry}people:\n  - name: Okafor-Bell\n    reviewed: true\n    on: ")
    assert page.locator(".ed-asked", has_text="Okafor-Bell").count() == 0

    open_article(page, served, "courier")
    correct(page.locator(".ed-body .ed-q", has_text="Nobody asked"))
    dialog = page.locator(".ed-correcting")
    dialog.locator("[name=speaker]").fill("Nora Bell")
    expect(dialog.locator(".ed-status")).to_contain_text("No article names “Nora Bell”")
    choose(page, "Somebody new said it, whom no article names", speaker="Nora Bell")
    assert page.locator(".ed-stale").count() == 0


def test_the_desk_takes_back_what_was_corrected_last_and_stays_where_somebody_was(page: Page, served: Served) -> None:
    place = served.folder / "seeds" / "overrides.yml"
    page.goto(f"{served.url}desk/")
    page.wait_for_selector("#desk ol")
    with page.expect_navigation():  # it stands behind what is added to the quotes
        place.write_text("quotes:\npeople:\n  - name: Jan Lind\n    remark: Deputy.\n", encoding="utf-8")
    page.wait_for_selector(".ed-asked")
    rows = page.locator(".ed-asked")
    quote = next(i for i, text in enumerate(rows.all_text_contents()) if "State `speaker`" in text)
    for _ in range(quote + 1):
        page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("r")
    page.wait_for_selector("#desk ol")
    assert "quotes:\n  - article: " in served.overrides
    assert page.evaluate("[...document.querySelectorAll('.ed-asked')].indexOf(document.activeElement)") == min(
        quote, rows.count() - 1
    )
    with page.expect_navigation():
        page.keyboard.press("u")
    page.wait_for_selector("#desk ol")
    assert "remark: Deputy." in served.overrides
    assert "reviewed" not in served.overrides


def test_a_row_that_was_looked_at_is_accepted_at_the_desk(page: Page, served: Served) -> None:
    echo = served.folder / "seeds" / "echo.md"  # what two articles of one day foretell cannot both be true
    page.goto(f"{served.url}desk/")
    echo.write_text(echo.read_text(encoding="utf-8").replace("2021-03-10", "2021-03-09"), encoding="utf-8")
    row = page.locator(".ed-asked", has_text="comparison “").first
    row.wait_for()
    assert row.locator("blockquote").count() > 1
    asked = page.locator(".ed-asked").count()
    with page.expect_navigation():
        row.get_by_role("button", name="It is right").click()
    page.wait_for_selector("#desk ol")
    assert "accept: true" in served.overrides
    assert page.locator(".ed-asked").count() == asked - 1


def test_the_published_site_gives_the_entry_to_paste(open_page: Callable[..., Page]) -> None:
    page = open_page("compare/")
    page.get_by_role("button", name="Correct this page").click()
    page.locator(".ed-diff .ed-correct").first.click()
    page.locator(".ed-correcting select[name=choice]").select_option(label="It says nothing")
    text = page.locator(".ed-correcting pre").text_content() or ""
    assert re.match(r"rows:\n  - article: \"\w+\"\n    words: .+\n    which: .+\n    hide: true\n", text)
    assert page.locator(".ed-correcting .ed-save").text_content() == "Copy"
