"""`python -m tests.browser.look` pictures every kind of page whole, to be looked at: `.cache/look/`.

    .venv/bin/python -m tests.browser.look                      # the seeds, grown to 5, 12 and 40 articles
    .venv/bin/python -m tests.browser.look FOLDER --articles 0  # the articles of another folder as they are

At a desk and on a phone, in light and dark. What is missing to a number is made of the paragraphs of the others, with
other names. Prints how long each page is, and exits 1 where one is wider than its screen, or longer on a phone than
`SCREENS` allows.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from benchmarks.scale import texts_of
from tests.browser.conftest import ROOT, Site, build_project, lay_out, serve
from tests.browser.test_pages import address
from tests.browser_needed import browser as browser_path

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = ROOT / ".cache" / "look"
SIZES = {"desktop": (1280, 860), "phone": (390, 844)}
KINDS = ("story", "timeline", "quotes", "compare", "people", "person", "articles", "article", "sources", "data")
TALLEST = 12_000  # pixels: what nobody scrolls to
# How many screens of a phone a page may take with up to forty articles; an article takes what its text takes.
SCREENS = {
    **{"story": 9, "timeline": 10, "quotes": 9, "compare": 13, "people": 5, "person": 13},
    **{"articles": 8, "sources": 10, "data": 4},
}
MOST_ARTICLES = 40


def grown(seeds: Path, to: Path, number: int) -> None:
    """Copy a folder of articles, and make as many more as are missing to the number, a day apart."""
    there = [path for path in sorted(seeds.iterdir()) if path.is_file() and not path.name.startswith("overrides")]
    for path in there:
        shutil.copy(path, to)
    for count, text in enumerate(texts_of(seeds, number), start=1):
        if count > len(there):
            made = {"title": " ".join(text.split()[:9]), "outlet": f"Paper {count}", "text": text}
            made["published"] = f"2023-06-{count % 28 + 1:02}"
            (to / f"paper-{count:03}.json").write_text(json.dumps(made), encoding="utf-8")


def pictured(site: Site, browser: Browser, out: Path, bounded: bool) -> int:
    """Picture each kind of page of a site; return how many are wider than their screen, or `bounded` and too long."""
    faults = 0
    out.mkdir(parents=True, exist_ok=True)
    for size, (width, height) in SIZES.items():
        for scheme in ("light", "dark"):
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
                reduced_motion="reduce",
                has_touch=size == "phone",
                is_mobile=size == "phone",
            )
            for kind in KINDS:
                page.goto(site.url + address(kind, site))
                page.wait_for_timeout(200)
                across, tall = page.evaluate(
                    "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
                )
                clip = {"x": 0, "y": 0, "width": width, "height": min(tall, TALLEST)}
                page.screenshot(path=out / f"{kind}-{size}-{scheme}.png", full_page=True, clip=clip)
                too_wide = f"  wider than its screen: {across}" if across > width else ""
                long = bounded and size == "phone" and tall > SCREENS.get(kind, tall) * height
                too_long = f"  longer than {SCREENS[kind]} screens" if long else ""
                print(f"{out.name:>12} {kind:9} {size:8} {scheme:6} {tall:6}{too_wide}{too_long}", flush=True)
                faults += across > width or long
            page.close()
    return faults


def main() -> int:
    """Build each site and picture it; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seeds", type=Path, nargs="?", default=ROOT / "seeds", metavar="FOLDER")
    parser.add_argument(
        "--articles", type=int, nargs="+", default=[5, 12, 40], help="how many; 0: as many as there are"
    )
    parser.add_argument("--out", type=Path, default=FOLDER)
    asked = parser.parse_args()
    path = browser_path()
    if path is None:
        print("Chromium is needed: python -m tests.browser_needed", file=sys.stderr)
        return 1
    faults = 0
    for number in asked.articles:
        with ExitStack() as stack:
            root = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            grown(asked.seeds, lay_out(root), number)
            folder = build_project(root)
            browser = stack.enter_context(sync_playwright()).chromium.launch(
                executable_path=path, args=["--no-sandbox"]
            )
            site, out = Site(folder, serve(folder, stack)), asked.out / f"{number or 'all'}-articles"
            faults += pictured(site, browser, out, bounded=0 < number <= MOST_ARTICLES)
            browser.close()
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
