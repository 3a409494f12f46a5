from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.init import SHARED
from tests.cli.test_commands import run
from tests.conftest import ROOT


def test_a_new_digest_has_all_that_it_needs(tmp_path: Path) -> None:
    result = run("init", str(tmp_path / "digest"))
    assert result.exit_code == 0, result.output
    assert "every word of the articles is public; `publish:` in mkdocs.yml can show less" in result.stdout
    for name in (*SHARED, "Makefile", "README.md", ".gitignore", "CITATION.cff", "generator/pipeline.py"):
        assert (tmp_path / "digest" / name).is_file(), name
    assert [path.name for path in (tmp_path / "digest" / "seeds").iterdir()] == ["README.md"]
    assert not list((tmp_path / "digest").rglob("__pycache__"))
    assert not (tmp_path / "digest" / "docs" / "index.md").exists()
    shown = re.findall(r"\(\.\./(assets/[^)]+)\)", (tmp_path / "digest" / "docs/how-to/publish.md").read_text("utf-8"))
    assert len(shown) == 3
    assert all((tmp_path / "digest" / "docs" / picture).is_file() for picture in shown)


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert run("init", str(tmp_path)).exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_clone_that_turns_line_ends_has_every_byte_as_it_was(tmp_path: Path) -> None:
    folder, clone = tmp_path / "digest", tmp_path / "clone"
    assert run("init", str(folder)).exit_code == 0
    (folder / "seeds" / "unix.txt").write_bytes(b"Ferry strikes pier\n\nNobody was hurt.\n")
    (folder / "seeds" / "sub").mkdir()
    (folder / "seeds" / "sub" / "windows.txt").write_bytes(b"Pier stays shut\r\n\r\nIt opens on Friday.\r\n")
    (folder / "docs" / "data").mkdir()
    (folder / "docs" / "data" / "timeline.ics").write_bytes(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    for command in (
        ["init", "--quiet", str(folder)],
        ["-C", str(folder), "add", "--all"],
        ["-C", str(folder), "commit", "--quiet", "--message", "A digest"],
        ["clone", "--quiet", str(folder), str(clone)],
    ):
        git(*command)
    before = {path.relative_to(folder): path.read_bytes() for path in committed(folder)}
    assert len(before) > 100
    assert {path.relative_to(clone): path.read_bytes() for path in committed(clone)} == before


@pytest.mark.skipif(shutil.which("git") is None or not (ROOT / ".git").exists(), reason="needs git and a checkout")
def test_a_copy_of_the_repository_becomes_a_digest_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy, own = tmp_path / "copy", tmp_path / "own"
    listed = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], check=True, capture_output=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, copy / name)
    (copy / "seeds" / "mine.txt").write_text("Ferry strikes pier\n\nNobody was hurt.\n")
    monkeypatch.chdir(copy)
    assert run("init", "--here", "--yes").exit_code == 2, "nothing could be got back"
    (copy / ".git").mkdir()
    result = run("init", "--here", "--yes")
    assert result.exit_code == 0, result.output
    assert run("init", str(own)).exit_code == 0
    assert (copy / "seeds" / "mine.txt").is_file()
    (copy / "seeds" / "mine.txt").unlink()
    left = {path.relative_to(copy) for path in copy.rglob("*") if path.is_file()}
    assert left ^ {path.relative_to(own) for path in own.rglob("*") if path.is_file()} == set()


def git(*command: str) -> None:
    given = ("-c", "core.autocrlf=true", "-c", "user.name=An Editor", "-c", "user.email=editor@news.example")
    nobodys = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *given, *command], env={**os.environ, **nobodys}, check=True, capture_output=True)


def committed(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and ".git" not in path.relative_to(folder).parts]


@pytest.mark.slow
@pytest.mark.parametrize("articles", [0, 2])
def test_a_new_digest_builds_its_site_strictly(tmp_path: Path, articles: int) -> None:
    folder = tmp_path / "digest"
    assert run("init", str(folder)).exit_code == 0
    for path in sorted((ROOT / "seeds").glob("*.txt"))[:articles]:
        shutil.copy(path, folder / "seeds")
    # "-m" puts the new folder's own generator first. Nothing is set that a Makefile would set.
    environment = {name: value for name, value in os.environ.items() if name != "NO_MKDOCS_2_WARNING"}
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    assert "│" not in built.stderr, "the theme's appeal about the next MkDocs"
    assert "NO_MKDOCS_2_WARNING" not in built.stderr
    assert (folder / "site" / "index.html").is_file()
    assert len(list((folder / "site" / "articles").glob("*/index.html"))) == articles
    assert not list(folder.glob(".site-*"))


@pytest.mark.slow
def test_a_wheel_brings_all_that_a_new_digest_needs(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    shutil.unpack_archive(wheel, tmp_path / "installed", "zip")
    # Run from the unpacked wheel, where there is no repository beside the package.
    code = "from generator.cli import main; main(['init', 'digest'])"
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path / "installed", check=True, capture_output=True)
    made = {
        path.relative_to(tmp_path / "installed" / "digest") for path in (tmp_path / "installed" / "digest").rglob("*")
    }
    assert run("init", str(tmp_path / "from-checkout")).exit_code == 0
    assert made == {path.relative_to(tmp_path / "from-checkout") for path in (tmp_path / "from-checkout").rglob("*")}
