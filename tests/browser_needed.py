"""`python -m tests.browser_needed` tells how to get the browser that the browser tests drive, when there is none."""

from __future__ import annotations

import shutil
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def browser() -> str | None:
    """Return the path of the system's Chromium or Chrome; None when there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


if __name__ == "__main__" and not browser():
    sys.exit(
        "The browser tests need Chromium. Debian and Ubuntu: apt-get install chromium. macOS: brew install chromium.\n"
        "Without it, `make check` runs all other fast tests."
    )
