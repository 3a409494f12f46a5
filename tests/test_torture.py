"""A sample of `python -m tests.torture`, which fails every operation of a build on the file system in turn."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.mark.slow
@pytest.mark.skipif(
    sys.platform != "linux", reason="it forks, and Linux alone puts the new site in its place in one step"
)
def test_a_build_that_is_refused_or_killed_anywhere_leaves_old_or_new_and_the_next_one_heals() -> None:
    command = [sys.executable, "-m", "tests.torture", "97", "5"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()[:3]] == ["0", "0", "0"]
