"""A built site as one PDF, its sheets numbered and its short addresses printed: by Chromium's own printing."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.errors import DigestError, Problem

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FIRST = ("", "timeline", "compare")  # the way of a reader: the story, when, what differs; then the rest
THEN = ("quotes", "people", "articles", "sources")
MOST_SECONDS = 120  # a page; one of a thousand statements takes some ten


def print_site(site: Path, pages: Sequence[str], out: Path) -> int:
    """Write pages of a built site to one PDF; without `pages`, all of the digest. Return the number of sheets."""
    browser = _browser()
    chosen = [_file(site, page) for page in pages] or _whole(site)
    with tempfile.TemporaryDirectory() as folder:
        printed = [_printed(browser, page, Path(folder) / f"{number}.pdf") for number, page in enumerate(chosen)]
        return _joined(printed, out)


def _browser() -> str:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        step = "Install it (Debian and Ubuntu: apt-get install chromium), or print from your browser"
        raise DigestError(Problem("pdf", "no Chromium or Chrome is found", step, fatal=True))
    return found


def _file(site: Path, page: str) -> Path:
    inside = page.strip("/")
    place = site / inside / "index.html"
    if ".." in inside.split("/") or not place.is_file():
        step = "Name it by its address below the site, such as quotes/ or people/ann-okoro/"
        raise DigestError(Problem(page, f"is no page in {site}", step, fatal=True))
    return place


def _whole(site: Path) -> list[Path]:
    first = [site / name / "index.html" for name in FIRST]
    then = [page for name in THEN for page in sorted((site / name).rglob("index.html"))]
    found = [page for page in (*first, *then) if page.is_file()]
    if not found:
        raise DigestError(Problem(site.as_posix(), "has no built site", "Run `make site` first", fatal=True))
    return found


def _printed(browser: str, page: Path, to: Path) -> Path:
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []  # it will not start otherwise
    profile = f"--user-data-dir={to.with_suffix('.profile')}"
    options = ["--headless", "--disable-gpu", "--no-pdf-header-footer", profile, f"--print-to-pdf={to}"]
    try:
        asked = [browser, *as_root, *options, page.resolve().as_uri()]
        subprocess.run(asked, capture_output=True, timeout=MOST_SECONDS, check=True)
    except (subprocess.SubprocessError, OSError) as error:
        raise DigestError(Problem(page.as_posix(), "cannot be printed", str(error)[:200], fatal=True)) from None
    return to


def _joined(printed: Sequence[Path], out: Path) -> int:
    try:
        from pypdf import PdfWriter
    except ImportError:
        step = "Install it: pip install 'event-digest[pdf]'"
        raise DigestError(
            Problem("pdf", "the extra `pdf` joins the pages and is not there", step, fatal=True)
        ) from None
    writer = PdfWriter()
    for part in printed:
        writer.append(part, import_outline=False)
    writer.write(out)
    return len(writer.pages)
