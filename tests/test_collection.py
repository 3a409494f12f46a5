"""What the tests need to be run: without the browser's driver all others are collected and run."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT

# As on a machine without them: an import of either ends in ModuleNotFoundError.
WITHOUT_PLAYWRIGHT = """
import sys, pytest

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("playwright", "axe_playwright_python"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Absent())
sys.exit(pytest.main(sys.argv[1:]))
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run pytest as if Playwright were not installed."""
    command = [sys.executable, "-c", WITHOUT_PLAYWRIGHT, "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_without_playwright_every_other_test_is_collected() -> None:
    done = run("--collect-only", "-m", "not browser")
    assert done.returncode == 0, done.stdout[-2000:]
    assert "tests/publish/test_markup.py" in done.stdout
    assert "tests/browser/test_pages.py" not in done.stdout


def test_without_playwright_a_browser_test_that_is_asked_for_fails() -> None:
    """Skipped is not passed."""
    done = run("-m", "browser", "tests/browser/test_reading.py", "-k", "exact_words")
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "1 error" in done.stdout
    assert "skipped" not in done.stdout
