from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

Files = dict[str, bytes]


def built(folder: Path, *options: str, **environment: str) -> Files:
    """Build the digest of a folder in a process of its own and return what is below its docs/."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    docs = folder / "docs"
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in docs.rglob("*") if path.is_file()}


def digest_of_seeds(folder: Path, backwards: bool = False) -> Path:
    (folder / "seeds").mkdir(parents=True)
    # In the order of their making, which is the order in which some file systems list them.
    for path in sorted((ROOT / "seeds").glob("*.txt"), reverse=backwards):
        shutil.copy(path, folder / "seeds")
    return folder


def differing(one: Files, other: Files) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@pytest.mark.slow
def test_order_clock_locale_time_zone_and_hash_seed_change_no_byte(tmp_path: Path) -> None:
    plain = built(digest_of_seeds(tmp_path / "a"), PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    other = built(
        digest_of_seeds(tmp_path / "b", backwards=True), PYTHONHASHSEED="4711", TZ="Pacific/Kiritimati", LC_ALL="C"
    )
    assert "data/digest.json" in plain
    assert differing(plain, other) == []


@pytest.mark.slow
def test_a_warm_cache_or_none_changes_no_byte(tmp_path: Path) -> None:
    folder = digest_of_seeds(tmp_path)
    cold = built(folder)
    place = folder / ".cache" / "digest"
    kept = [path for path in place.iterdir() if path.is_file()]
    assert len(kept) == 5
    assert differing(cold, built(folder)) == []  # nothing is made
    shutil.rmtree(place / "built")
    assert differing(cold, built(folder)) == []  # all is made, from the cache
    shutil.rmtree(folder / "docs")
    kept[0].write_bytes(b"broken")
    for path in (place / "shelves").iterdir():
        path.write_bytes(b"broken")
    assert differing(cold, built(folder)) == []
    shutil.rmtree(folder / "docs")
    assert differing(cold, built(folder, "--no-cache")) == []


@pytest.mark.slow
def test_several_processes_change_no_byte(tmp_path: Path) -> None:
    # Copies under other names: below eight articles, no process is started.
    one, many = digest_of_seeds(tmp_path / "one"), digest_of_seeds(tmp_path / "many")
    for folder in (one, many):
        for path in sorted((folder / "seeds").glob("*.txt")):
            shutil.copy(path, path.with_name(f"copy-{path.name}"))
    assert differing(built(one, "--no-cache"), built(many, "--jobs", "3")) == []
