"""The built site of the seeds, served below a path as a project site is, and a browser to read it with.

Playwright is loaded when a test asks for the browser: a run that leaves these tests out collects them without it.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.browser_needed import browser as browser_path

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, LocatorAssertions, Page

ROOT = Path(__file__).resolve().parents[2]
FAILURES = Path(__file__).parent / "failures"
BASE = "/event-digest/"  # a project site lives below a path, so a link from the root would break
WIDTHS = {"phone": 390, "tablet": 820, "desktop": 1280}


@dataclass
class Site:
    """The built site: its folder and where it is served."""

    folder: Path
    url: str


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder below `BASE` and says nothing."""

    def translate_path(self, path: str) -> str:
        inside = urlsplit(path).path
        return super().translate_path("/" + inside.removeprefix(BASE) if inside.startswith(BASE) else "/no-such-path")

    def log_message(self, *_: Any) -> None:
        pass


def build_site(folder: Path) -> Path:
    """Build the site of the seeds below `folder`, away from the repository's own docs/, and return its place."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(folder / "docs"), site_dir=str(folder / "site"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return folder / "site"


def lay_out(root: Path) -> Path:
    """Lay out a project of its own below `root`, without an article yet; return its seeds."""
    (root / "seeds").mkdir(parents=True)
    (root / "generator").symlink_to(ROOT / "generator")
    shutil.copy(ROOT / "mkdocs.yml", root)
    for name in ("how-to", "contributing", "assets/first-push"):
        shutil.copytree(ROOT / "docs" / name, root / "docs" / name)
    for name in ("about.md", "architecture.md", "glossary.md", "what-it-can-know.md"):
        shutil.copy(ROOT / "docs" / name, root / "docs")
    return root / "seeds"


def build_project(root: Path) -> Path:
    """Build the site of a project and return its place."""
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return root / "site"


def serve(folder: Path, stack: ExitStack, handler: type[Quiet] = Quiet) -> str:
    """Serve a folder until the stack is closed; return its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    stack.callback(server.server_close)
    stack.callback(server.shutdown)
    return f"http://127.0.0.1:{server.server_address[1]}{BASE}"


@pytest.fixture(scope="session")
def by_mkdocs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with ExitStack() as stack:
        folder = build_site(tmp_path_factory.mktemp("site"))
        yield Site(folder, serve(folder, stack))


@pytest.fixture(scope="session")
def site(by_mkdocs: Site) -> Site:
    return by_mkdocs


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = browser_path()
    if path is None:
        pytest.fail("Chromium is needed: python -m tests.browser_needed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def expect(shown: Locator) -> LocatorAssertions:
    """Playwright's `expect`."""
    from playwright import sync_api

    return sync_api.expect(shown)


@dataclass
class Watched:
    """A page with what went wrong on it."""

    page: Page
    faults: list[str] = field(default_factory=list)


@pytest.fixture
def open_page(chromium: Browser, site: Site, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Open an address of the site; at the end no page may have logged an error or asked another host."""
    opened: list[Watched] = []

    def opener(address: str = "", width: int = 1280, scheme: Any = "light", **more: Any) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 860}, color_scheme=scheme, reduced_motion="reduce", **more
        )
        watched = Watched(context.new_page())
        opened.append(watched)
        watch(watched, site.url)
        watched.page.goto(site.url + address)
        return watched.page

    yield opener
    failed = getattr(request.node, "failed", False)
    for number, watched in enumerate(opened):
        if failed:
            FAILURES.mkdir(exist_ok=True)
            name = "".join(c if c.isalnum() else "-" for c in request.node.name)
            watched.page.screenshot(path=FAILURES / f"{name}-{number}.png", full_page=True)
        watched.page.context.close()
    assert not [fault for watched in opened for fault in watched.faults]


def watch(watched: Watched, own: str) -> None:
    def console(message: Any) -> None:
        if message.type in ("error", "warning"):
            watched.faults.append(f"console: {message.text}")

    def request(asked: Any) -> None:
        if not asked.url.startswith((own, "data:", "blob:")):
            watched.faults.append(f"foreign request: {asked.url}")

    watched.page.on("console", console)
    watched.page.on("pageerror", lambda error: watched.faults.append(f"script: {error}"))
    watched.page.on("request", request)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    report = (yield).get_result()
    if report.when == "call":
        item.failed = report.failed  # type: ignore[attr-defined]
