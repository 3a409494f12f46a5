"""What the adapter to MkDocs does at each of its events, run by MkDocs' own commands on a tiny site."""

from __future__ import annotations

import json
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from mkdocs.__main__ import cli
from mkdocs.commands import serve
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator.correcting import Correcting
from tests.conftest import ROOT

SETTINGS = f"""
site_name: Harbour
site_url: https://digest.example/
theme: {{name: null, custom_dir: theme}}
plugins: []
hooks: [{json.dumps(str(ROOT / "generator" / "mkdocs_hook.py"))}]
"""
TEMPLATE = '<!doctype html><html><head><meta charset="utf-8"></head><body>{{ page.content }}</body></html>'
FERRY = "Ferry strikes pier\n\nThe ferry struck the pier on Monday. “Nobody was hurt,” said Ann Lee, its captain.\n"
PIER = "Pier stays shut\n\n“The pier stays shut until Friday,” said Tom Okoro, who runs the harbour.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {
        "mkdocs.yml": SETTINGS,
        "theme/main.html": TEMPLATE,
        "docs/about.md": "# About\n",
        "seeds/2023-06-20-ferry.txt": FERRY,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def mkdocs(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--quiet", *arguments])


def ledger(folder: Path) -> set[str]:
    return {*json.loads((folder / "docs" / "data" / "permalinks.json").read_text(encoding="utf-8"))["a"]}


def put(folder: Path, name: str, text: str) -> None:
    (folder / "seeds" / name).write_text(text, encoding="utf-8")


def serving(monkeypatch: pytest.MonkeyPatch, while_it_serves: Callable[[LiveReloadServer], None]) -> None:
    """Let `mkdocs serve` do something in place of waiting for requests."""
    monkeypatch.setattr(LiveReloadServer, "serve", lambda self, **_: while_it_serves(self))
    monkeypatch.setattr(LiveReloadServer, "shutdown", lambda self, **_: self.server_close())


def test_the_digest_is_made_and_the_site_stands_at_its_place(folder: Path) -> None:
    result = mkdocs("build")
    assert result.exit_code == 0, result.output
    assert ledger(folder) == {"2023-06-20-ferry"}
    assert "1  articles" in result.stderr
    assert "things to look at" in result.stderr
    page = (folder / "site" / "articles" / "2023-06-20-ferry" / "index.html").read_text(encoding="utf-8")
    assert "Content-Security-Policy" in page
    assert not list(folder.glob(".site-*"))


def test_a_page_that_is_not_of_the_digest_has_the_policy_too(folder: Path) -> None:
    (folder / "theme" / "404.html").write_text(TEMPLATE.replace("{{ page.content }}", "gone"), encoding="utf-8")
    static = SETTINGS.replace("custom_dir: theme", "custom_dir: theme, static_templates: [404.html]")
    (folder / "mkdocs.yml").write_text(static, encoding="utf-8")
    assert mkdocs("build").exit_code == 0
    assert "Content-Security-Policy" in (folder / "site" / "404.html").read_text(encoding="utf-8")


def test_further_pages_of_a_digest_that_grew_need_no_word_in_its_own_settings(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.publish.indexes.SOURCES_A_PAGE", 1)
    put(folder, "pier.txt", PIER)
    settings = SETTINGS + "nav: [index.md, sources.md]\nnot_in_nav: |\n  /articles/\n"
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    told = CliRunner().invoke(cli, ["build"]).output.partition('not included in the "nav"')[2].splitlines()
    assert (folder / "docs" / "sources" / "page-2" / "index.md").is_file()
    listed = [line.strip(" -") for line in told if line.startswith("  - ")]
    assert "compare.md" in listed and "quotes/index.md" in listed
    assert not [path for path in listed if "page-2" in path or path.startswith("articles/")]


def test_what_is_tried_out_while_it_serves_is_not_published(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert mkdocs("build").exit_code == 0
    put(folder, "2023-06-21-pier.txt", PIER)
    watched: list[str] = []
    serving(monkeypatch, lambda server: watched.extend(server._watched_paths))
    result = mkdocs("serve", "--dev-addr", "127.0.0.1:0")
    assert result.exit_code == 0, result.output
    assert (folder / "docs" / "a" / "2023-06-21-pier" / "index.html").is_file()
    assert ledger(folder) == {"2023-06-20-ferry"}
    assert str(folder / "seeds") in watched
    assert mkdocs("build").exit_code == 0
    assert ledger(folder) == {"2023-06-20-ferry", "2023-06-21-pier"}


def test_serving_clean_builds_as_build_does_and_after_that_tries_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(server: LiveReloadServer) -> None:
        put(folder, "2023-06-21-pier.txt", PIER)
        server.builder()

    serving(monkeypatch, change)
    result = mkdocs("serve", "--clean", "--dev-addr", "127.0.0.1:0")
    assert result.exit_code == 0, result.output
    assert (folder / "docs" / "a" / "2023-06-21-pier" / "index.html").is_file()
    assert ledger(folder) == {"2023-06-20-ferry"}


def test_a_mistake_while_it_serves_is_told_and_the_site_stands_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that fails would leave the browser waiting till the next one."""

    def spoil(server: LiveReloadServer) -> None:
        put(folder, "overrides.yml", "articles: [{article: ferry, titel: x}]\n")
        server.builder()
        put(folder, "overrides.yml", "")
        put(folder, "2023-06-21-pier.txt", PIER)
        server.builder()

    serving(monkeypatch, spoil)
    result = mkdocs("serve", "--dev-addr", "127.0.0.1:0")
    assert result.exit_code == 0, result.output
    assert "unknown key 'titel'" in result.stderr
    assert (folder / "docs" / "articles" / "2023-06-20-ferry.md").is_file()
    assert (folder / "docs" / "articles" / "2023-06-21-pier.md").is_file()


def test_with_two_words_that_contradict_each_other_the_site_is_served_and_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = "  - {article: 2023-06-20-ferry, words: Nobody was hurt, %s}\n"
    put(folder, "overrides.yml", "quotes:\n" + entry % "speaker: Ann Lee" + entry % "unknown: true")
    state: list[dict[str, Any]] = []
    asked = {"REQUEST_METHOD": "GET", "PATH_INFO": "/-/correct/state", "REMOTE_ADDR": "127.0.0.1"}

    def ask(server: LiveReloadServer) -> None:
        app = server.get_app()
        assert app is not None
        (body,) = app({**asked, "HTTP_HOST": "127.0.0.1"}, lambda *_: None)
        state.append(json.loads(body))

    serving(monkeypatch, ask)
    result = mkdocs("serve", "--dev-addr", "127.0.0.1:0")
    assert result.exit_code == 0, result.output
    told = "seeds/overrides.yml:3: contradicts seeds/overrides.yml:2: speaker is not known here and “Ann Lee” there"
    assert told in result.stderr
    assert told in state[0]["told"][0]
    assert [each["where"] for each in state[0]["desk"][0]["stated"]] == [
        "seeds/overrides.yml:2",
        "seeds/overrides.yml:3",
    ]
    failed = mkdocs("build")
    assert failed.exit_code == 1
    assert told in failed.stderr


@pytest.mark.parametrize("built_before", [False, True])
def test_serving_begins_with_the_desk_where_an_entry_stops_the_very_first_build(
    folder: Path, monkeypatch: pytest.MonkeyPatch, built_before: bool
) -> None:
    """Who serves to settle it must be able to."""
    strict = "strict: true\nnav: [index.md, about.md]\nvalidation: {links: {not_found: warn}}\n"
    (folder / "mkdocs.yml").write_text(SETTINGS + strict, encoding="utf-8")
    (folder / "docs" / "about.md").write_text("# About\n[Story](index.md)\n", encoding="utf-8")
    if built_before:
        assert mkdocs("build").exit_code == 0
    entry = "  - {article: 2023-06-20-ferry, words: Nobody was hurt, %s}\n"
    put(folder, "overrides.yml", "quotes:\n" + entry % "speaker: Ann Lee" + entry % "hide: true")
    before = {path for path in (folder / "docs").rglob("*") if path.is_file()}
    seen: list[str] = []

    def choose(server: LiveReloadServer) -> None:
        app, site = server.get_app(), Path(server.root)
        assert app is not None
        asked = {"REQUEST_METHOD": "GET", "PATH_INFO": "/-/correct/state", "REMOTE_ADDR": "127.0.0.1"}
        (body,) = app({**asked, "HTTP_HOST": "127.0.0.1"}, lambda *_: None)
        seen.extend(each["where"] for each in json.loads(body)["desk"][0]["stated"])
        assert (site / "assets" / "digest" / "correct.js").is_file()
        assert ("desk/" in (site / "index.html").read_text(encoding="utf-8")) is not built_before
        assert {path for path in (folder / "docs").rglob("*") if path.is_file()} == before
        assert str(folder / "docs") in server._watched_paths
        put(folder, "overrides.yml", "quotes:\n" + entry % "hide: true")
        server.builder()
        seen.append((site / "articles" / "2023-06-20-ferry" / "index.html").read_text(encoding="utf-8"))

    serving(monkeypatch, choose)
    result = mkdocs("serve", "--dev-addr", "127.0.0.1:0")
    assert result.exit_code == 0, result.output
    assert "it is hidden here, and speaker is “Ann Lee” there" in result.stderr
    assert seen[:2] == ["seeds/overrides.yml:2", "seeds/overrides.yml:3"]
    assert "ferry" in seen[2]


def test_serving_ends_where_there_is_no_project_to_be_served(folder: Path) -> None:
    (folder / "seeds" / "2023-06-20-ferry.txt").unlink()
    (folder / "seeds").rmdir()
    result = mkdocs("serve", "--dev-addr", "127.0.0.1:0")
    assert result.exit_code == 1
    assert "there is no such folder" in result.stderr


def test_while_it_serves_a_page_of_the_digest_that_is_as_it_was_is_not_converted_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    converted: list[str] = []
    render = Page.render

    def noted(self: Page, config: MkDocsConfig, files: Files) -> None:
        converted.extend([self.file.src_uri] if self.markdown else [])
        render(self, config, files)

    def change(server: LiveReloadServer) -> None:
        converted.clear()
        put(folder, "2023-06-21-pier.txt", PIER)
        server.builder()

    monkeypatch.setattr(Page, "render", noted)
    serving(monkeypatch, change)
    result = mkdocs("serve", "--dev-addr", "127.0.0.1:0")
    assert result.exit_code == 0, result.output
    assert {"about.md", "articles/2023-06-21-pier.md", "timeline.md"} <= {*converted}
    assert "articles/2023-06-20-ferry.md" not in converted


def test_what_is_served_after_an_edit_is_what_a_build_from_nothing_gives(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: dict[str, bytes] = {}

    def pages(site: Path) -> dict[str, bytes]:
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*.html"))}

    def change(server: LiveReloadServer) -> None:
        put(folder, "2023-06-21-pier.txt", PIER)
        server.builder()
        served.update(pages(Path(server.root)))

    serving(monkeypatch, change)
    assert mkdocs("serve", "--dev-addr", "127.0.0.1:0").exit_code == 0
    assert mkdocs("build").exit_code == 0
    built = pages(folder / "site")
    assert served.keys() == built.keys()
    assert {path: data.replace(b" data-correcting", b"") for path, data in served.items()} == built


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows with each site that MkDocs builds."""
    made: list[int] = []
    build = serve.build

    def noted(*arguments: Any, **others: Any) -> None:
        made.append(1)
        build(*arguments, **others)

    monkeypatch.setattr(serve, "build", noted)
    return made


def test_what_a_build_wrote_itself_is_no_reason_for_another_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch, builds: list[int]
) -> None:
    epochs: list[bool] = []

    def change(server: LiveReloadServer) -> None:
        put(folder, "2023-06-21-pier.txt", PIER)
        server.builder()
        builds.clear()
        server._wanted_epoch = server._visible_epoch + 1  # as the server does when a watched file has changed
        server.builder()
        epochs.append(server._wanted_epoch == server._visible_epoch)

    serving(monkeypatch, change)
    result = mkdocs("serve", "--dev-addr", "127.0.0.1:0")
    assert result.exit_code == 0, result.output
    assert builds == []
    assert epochs == [True]


EDITS: dict[str, Callable[[Path], object]] = {
    "an article": lambda it: put(it, "2023-06-21-pier.txt", PIER + "\n“Good,” she said.\n"),
    "an article less": lambda it: (it / "seeds" / "2023-06-21-pier.txt").unlink(),
    "a page written by hand": lambda it: (it / "docs" / "about.md").write_text("# Who we are\n"),
    "a generated page": lambda it: (it / "docs" / "timeline.md").write_text("mine"),
    "a generated page less": lambda it: (it / "docs" / "timeline.md").unlink(),
    "the settings": lambda it: (it / "mkdocs.yml").write_text(SETTINGS + "copyright: ours\n"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_somebody_saves_is_built(
    folder: Path, monkeypatch: pytest.MonkeyPatch, builds: list[int], edit: Callable[[Path], object]
) -> None:
    def change(server: LiveReloadServer) -> None:
        put(folder, "2023-06-21-pier.txt", PIER)
        server.builder()
        builds.clear()
        edit(folder)
        server.builder()

    serving(monkeypatch, change)
    mkdocs("serve", "--dev-addr", "127.0.0.1:0")
    assert builds == [1]


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_somebody_saves_while_it_builds_is_built_after_that(
    folder: Path, monkeypatch: pytest.MonkeyPatch, builds: list[int], edit: Callable[[Path], object]
) -> None:
    def change(server: LiveReloadServer) -> None:
        put(folder, "2023-06-21-pier.txt", PIER)
        build = serve.build
        with monkeypatch.context() as patched:
            patched.setattr(serve, "build", lambda *a, **k: (build(*a, **k), edit(folder)))
            server.builder()
        builds.clear()
        server.builder()

    serving(monkeypatch, change)
    mkdocs("serve", "--dev-addr", "127.0.0.1:0")
    assert builds == [1]


def test_the_site_that_was_served_before_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[str] = []
    of_others = {*threading.enumerate()}  # a browser that kept a picture of a failure has one that waits for ever

    def change(server: LiveReloadServer) -> None:
        for text in (PIER, FERRY):
            put(folder, "2023-06-21-pier.txt", text)
            server.builder()
        for thread in {*threading.enumerate()} - of_others:
            if not thread.daemon:
                thread.join()
        root = Path(server.root)
        left.extend(path.name for path in root.parent.glob(f".{root.name}*"))

    serving(monkeypatch, change)
    assert mkdocs("serve", "--dev-addr", "127.0.0.1:0").exit_code == 0
    assert left == []


def test_a_take_down_that_finds_nothing_fails_the_build_and_leaves_the_site_as_it_was(folder: Path) -> None:
    assert mkdocs("build").exit_code == 0
    before = {path: path.read_bytes() for path in sorted(folder.rglob("*.html"))}
    put(folder, "2023-06-21-pier.txt", PIER)
    put(folder, "overrides.yaml", "articles: [{article: 2023-06-21-peer, hide: true}]\n")
    result = mkdocs("build")
    assert result.exit_code == 1
    assert "seeds/overrides.yaml:1: no such article: 2023-06-21-peer\n  closest: 2023-06-21-pier" in result.stderr
    assert {path: path.read_bytes() for path in sorted(folder.rglob("*.html"))} == before


def test_a_busy_port_is_told_in_a_line(folder: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        result = mkdocs("serve", "--dev-addr", f"127.0.0.1:{other.getsockname()[1]}")
    assert result.exit_code == 1
    assert "Take another port: `make serve PORT=8001`" in result.output
    assert "Traceback" not in result.output


def test_others_who_can_reach_the_server_cannot_correct(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    apps: list[str] = []
    serving(monkeypatch, lambda server: apps.append(server.get_app().__qualname__))
    assert "corrections on the page are off" in mkdocs("serve", "--dev-addr", "0.0.0.0:0").stderr
    assert mkdocs("serve", "--dev-addr", "127.0.0.1:0").exit_code == 0
    assert [name.startswith("Correcting") for name in apps] == [False, True]


def test_the_words_of_the_command_line_are_left_to_mkdocs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["mkdocs", "build", "--config-file", "serve", "--dirty-looking"])
    (folder / "site").mkdir()
    (folder / "site" / "old.html").write_text("old")
    assert mkdocs("build").exit_code == 0
    assert ledger(folder) == {"2023-06-20-ferry"}
    assert not (folder / "site" / "old.html").exists()


def test_a_dirty_build_goes_into_the_site_itself(folder: Path) -> None:
    (folder / "site").mkdir()
    (folder / "site" / "kept.html").write_text("kept")
    result = mkdocs("build", "--dirty")
    assert result.exit_code == 0, result.output
    assert (folder / "site" / "kept.html").is_file()
    assert (folder / "site" / "articles" / "2023-06-20-ferry" / "index.html").is_file()


def test_a_folder_emptied_by_mistake_leaves_digest_and_site_as_they_were(folder: Path) -> None:
    assert mkdocs("build").exit_code == 0
    before = {path: path.read_bytes() for path in sorted(folder.rglob("*.html"))}
    (folder / "seeds" / "2023-06-20-ferry.txt").unlink()
    result = mkdocs("build")
    assert result.exit_code == 1
    assert "seeds: holds no article that can be used, and " in result.stderr
    assert "Traceback" not in result.output
    assert {path: path.read_bytes() for path in sorted(folder.rglob("*.html"))} == before


def test_a_new_project_without_articles_builds_its_start_page(folder: Path) -> None:
    (folder / "seeds" / "2023-06-20-ferry.txt").unlink()
    result = mkdocs("build")
    assert result.exit_code == 0, result.output
    assert "Put text files, saved pages or Markdown into it and build again" in result.stderr
    assert (folder / "site" / "index.html").is_file()


def test_the_desk_is_found_at_the_root_too_where_the_site_is_served_below_a_path() -> None:
    told: list[tuple[str, list[tuple[str, str]]]] = []
    app = Correcting(Path(), base="/harbour/").around(lambda environ, start_response: [b"the site"])

    def answer(path: str) -> bytes:
        return b"".join(app({"PATH_INFO": path}, lambda status, headers: told.append((status, headers))))

    assert answer("/desk/") == b""
    status, headers = told.pop()
    assert (status, dict(headers)["Location"]) == ("302 Found", "/harbour/desk/")
    assert b"Desk" in answer("/harbour/desk/")
    assert answer("/harbour/") == b"the site"
