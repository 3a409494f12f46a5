"""The measure of whole builds: what it grows a folder by, and when it fails."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.scale import RATIOS, Row, spent, texts_of, worse
from tests.conftest import ROOT

KEPT = Row(articles=20, bare=10.0, cold=20.0, nothing=1.0, one=8.0, clock=2.0, memory=300.0, files=60.0, bytes=1e6)


def test_a_folder_is_grown_by_articles_that_are_others_each_time(tmp_path: Path) -> None:
    for name in ("Ruth Okafor", "Karl Lindholm", "Maria Brandt"):
        text = f"Ferry strikes pier\n\n{name} saw it on Monday.\n\n“We are safe,” said {name}, who runs the harbour.\n"
        (tmp_path / f"{name.split()[1].lower()}.txt").write_text(text, encoding="utf-8")
    texts = list(texts_of(tmp_path, 12))
    assert len(texts) == len(set(texts)) == 12
    assert list(texts_of(tmp_path, 12)) == texts


def test_the_same_ratios_on_a_slower_machine_are_no_worse() -> None:
    slower = replace(KEPT, bare=30.0, cold=60.0, nothing=3.0, one=24.0)
    assert worse([slower], [KEPT]) == []


@pytest.mark.parametrize("name", RATIOS)
def test_a_ratio_a_third_worse_is_told(name: str) -> None:
    assert worse([replace(KEPT, **{name: getattr(KEPT, name) * 1.29})], [KEPT]) == []
    (line,) = worse([replace(KEPT, **{name: getattr(KEPT, name) * 1.31})], [KEPT])
    assert line.startswith(f"20 articles, {name}: ")


def test_a_size_that_was_never_kept_is_compared_with_nothing() -> None:
    assert worse([replace(KEPT, articles=40, cold=100.0)], [KEPT]) == []


def test_what_is_kept_names_its_machine_and_its_sizes() -> None:
    kept = json.loads((ROOT / "benchmarks" / "kept" / "scale.json").read_text(encoding="utf-8"))
    assert kept["machine"]
    assert [Row(**row).articles for row in kept["rows"]] == [20, 60]


# In a process of its own: what a system tells of a command counts the memory of whoever started it.
MEASURING = """
import sys
from pathlib import Path
from benchmarks.scale import spent
large = "len(b'x' * 400_000_000)"
starts = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {large!r}])"
for code in (large, "pass", starts):
    print(spent([sys.executable, "-c", code], Path.cwd()).memory)
"""


def test_the_memory_of_a_command_is_its_own_and_that_of_the_processes_that_it_starts() -> None:
    done = subprocess.run([sys.executable, "-c", MEASURING], cwd=ROOT, check=True, capture_output=True, text=True)
    large, small_after_it, starts_a_large_one = map(float, done.stdout.split())
    assert large > 380 and starts_a_large_one > 380
    assert small_after_it < 250


def test_a_command_that_fails_ends_the_measuring_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no such build"):
        spent([sys.executable, "-c", "raise SystemExit('no such build')"], tmp_path)


# A letter that was read in a wrong encoding and cannot be mended: the build tells it and exits 1.
SAID = "“We are safe\u00e2\u20ac,” said Ruth Okafor of the harbour."
BROKEN = f"Ferry strikes pier\n\nRuth Okafor saw it on Monday.\n\n{SAID}\n"


def test_a_build_that_tells_of_an_article_is_measured_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "ferry.txt").write_text(BROKEN, encoding="utf-8")
    build = [sys.executable, "-m", "generator", "build"]
    with pytest.raises(SystemExit, match="broken by a wrong encoding"):
        spent(build, tmp_path)
    assert spent(build, tmp_path, is_build=True).processor > 0
    (tmp_path / "seeds" / "ferry.txt").unlink()
    with pytest.raises(SystemExit, match="no article that can be used"):
        spent(build, tmp_path, is_build=True)
