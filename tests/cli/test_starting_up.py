"""What a command does not need is not imported for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

UNUSED = {"generator.read.fetch", "urllib.request", "generator.explain", "generator.overrides.edit", "spacy", "PIL"}


@pytest.mark.parametrize("given", [["--version"], ["build", "--help"]])
def test_what_a_command_does_not_need_is_not_imported(given: list[str], tmp_path: Path) -> None:
    code = f"""
import sys
from generator.cli import main
try:
    main({given})
except SystemExit:
    print(sorted({UNUSED} & sys.modules.keys()))
"""
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"
