"""A built site as one PDF, its sheets numbered and its short addresses printed: by Chromium's own printing."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.errors import DigestError, Problem

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FIRST = ("", "timeline", "compare")  # the way of a reader: the story, when, what differs; then the rest
THEN = ("quotes", "people", "articles", "sources")
MOST_SECONDS = 120  # a page; one of a thousand statements takes some ten
STYLE = Path("assets") / "digest" / "digest.css"
NO_OWN_NUMBERS = "\n@page { @bottom-right { content: none; } }\n"  # a page by itself numbers its own sheets
POINTS, LEFT, BASE = 8, 43, 24  # the line at the foot of a sheet: its size, its distance from the edges
DIGIT, OTHER = 0.556, 0.278  # of the size: how wide Helvetica is, which no PDF needs to hold; a space and a stroke
_ADDRESS = re.compile(r'<p class="ed-printed">(.*?)</p>', re.S)
_TITLE = re.compile(r"<title>(.*?)</title>", re.S)


def print_site(site: Path, pages: Sequence[str], out: Path) -> int:
    """Write pages of a built site to one PDF; without `pages`, all of the digest. Return the number of sheets.

    The sheets are numbered through, and each has the short address of its page at its foot.
    """
    browser = _browser()
    chosen = [_file(site, page) for page in pages] or _whole(site)
    with tempfile.TemporaryDirectory() as folder:
        copied = _unnumbered(site, chosen, Path(folder) / "site")
        printed = [_printed(browser, page, Path(folder) / f"{number}.pdf") for number, page in enumerate(copied)]
        return _joined(printed, [page.read_text(encoding="utf-8") for page in chosen], out)


def _unnumbered(site: Path, chosen: Sequence[Path], folder: Path) -> list[Path]:
    """Copy the pages with what they load, and let none of them number its own sheets."""
    assets = site / STYLE.parts[0]
    if assets.is_dir():
        shutil.copytree(assets, folder / assets.name, ignore=shutil.ignore_patterns("cards"))
    style = folder / STYLE
    if style.is_file():
        style.write_text(style.read_text(encoding="utf-8") + NO_OWN_NUMBERS, encoding="utf-8")
    copied = [folder / page.relative_to(site) for page in chosen]
    for page, to in zip(chosen, copied, strict=True):
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(page, to)
    return copied


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


def _joined(printed: Sequence[Path], pages: Sequence[str], out: Path) -> int:
    try:
        from pypdf import PdfWriter
    except ImportError:
        step = "Install it: pip install 'event-digest[pdf]'"
        raise DigestError(
            Problem("pdf", "the extra `pdf` joins the pages and is not there", step, fatal=True)
        ) from None
    writer = PdfWriter()
    addresses: list[str] = []
    for part, page in zip(printed, pages, strict=True):
        first = len(writer.pages)
        writer.append(part, import_outline=False)
        writer.add_outline_item(title=_found(_TITLE, page), page_number=first)
        addresses += [_found(_ADDRESS, page)] * (len(writer.pages) - first)
    for number, (sheet, address) in enumerate(zip(writer.pages, addresses, strict=True), start=1):
        _foot(sheet, address, f"{number} / {len(addresses)}")
    writer.write(out)
    return len(writer.pages)


def _found(what: re.Pattern[str], page: str) -> str:
    found = what.search(page)
    return html.unescape(found[1]).strip() if found else ""


def _foot(sheet: Any, address: str, number: str) -> None:
    """Write the address and the number at the foot of a sheet: no part of its text when it is read aloud."""
    from pypdf import PageObject
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    right = float(sheet.mediabox.width) - LEFT - POINTS * sum(DIGIT if c.isdigit() else OTHER for c in number)
    placed = ((LEFT, address), (right, number))
    lines = "".join(f"BT /F {POINTS} Tf {at:.1f} {BASE} Td ({_in_pdf(text)}) Tj ET " for at, text in placed)
    stream = DecodedStreamObject()
    stream.set_data(f"/Artifact BMC {lines}EMC".encode("ascii"))
    helvetica = {"/Type": NameObject("/Font"), "/Subtype": NameObject("/Type1"), "/BaseFont": NameObject("/Helvetica")}
    font = DictionaryObject({NameObject(key): value for key, value in helvetica.items()})
    fonts = DictionaryObject({NameObject("/F"): font})
    foot = PageObject.create_blank_page(width=sheet.mediabox.width, height=sheet.mediabox.height)
    foot[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    foot[NameObject("/Contents")] = stream
    sheet.merge_page(foot)


def _in_pdf(text: str) -> str:
    return re.sub(r"([\\()])", r"\\\1", text.encode("ascii", "replace").decode())
