"""`python -m tests.browser.screenshots` builds the site of the seeds and pictures it in docs/assets/screenshots/.

Each picture shows the top of a page as a reader meets it: at a desk and on a phone.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.conftest import ROOT, Site, build_site, serve
from tests.browser.test_pages import address
from tests.browser_needed import browser as browser_path

FOLDER = ROOT / "docs" / "assets" / "screenshots"
KINDS = {"home": "story", "article": "article", "quotes": "quotes", "timeline": "timeline", "compare": "compare"}
SIZES = {"desktop": (1280, 1000), "phone": (390, 844)}
COLOURS = 160  # a page of text needs few, and a third of the bytes


def main() -> int:
    """Write every picture; return the exit status."""
    path = browser_path()
    if path is None:
        print("Chromium is needed: python -m tests.browser_needed", file=sys.stderr)
        return 1
    with ExitStack() as stack:
        folder = build_site(Path(stack.enter_context(tempfile.TemporaryDirectory())))
        site = Site(folder, serve(folder, stack))
        browser = stack.enter_context(sync_playwright()).chromium.launch(executable_path=path, args=["--no-sandbox"])
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name, kind in KINDS.items():
            for size, (width, height) in SIZES.items():
                page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
                page.goto(site.url + address(kind, site))
                page.wait_for_timeout(300)
                place = FOLDER / f"{name}-{size}.png"
                page.screenshot(path=place)
                page.close()
                Image.open(place).convert("RGB").quantize(COLOURS).save(place, optimize=True)
                print(place.relative_to(ROOT))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
