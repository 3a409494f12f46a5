from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.conftest import ROOT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small digest: two of the seeds."""
    (tmp_path / "seeds").mkdir()
    for path in sorted((ROOT / "seeds").glob("*.txt"))[:2]:
        shutil.copy(path, tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_build_writes_the_digest_and_ends_with_a_summary(folder: Path) -> None:
    result = run("build")
    assert result.exit_code == 0, result.output
    assert (folder / "docs" / "data" / "digest.json").is_file()
    for name in ("articles", "quotes", "speakers named", "statements", "events", "things to look at"):
        assert name in result.stdout


def test_build_takes_other_folders(folder: Path) -> None:
    (folder / "seeds").rename(folder / "in")
    assert run("build", "--seeds", "in", "--docs", "out", "--jobs", "2", "--no-cache").exit_code == 0
    assert (folder / "out" / "data" / "digest.json").is_file()
    assert not (folder / ".cache").exists()


def test_seeds_that_are_not_there_are_told_in_a_line(folder: Path) -> None:
    result = run("build", "--seeds", "elsewhere")
    assert result.exit_code == 1
    assert "elsewhere: there is no such folder" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_empty_folder_still_gives_a_digest_and_says_what_to_do(folder: Path) -> None:
    (folder / "empty").mkdir()
    result = run("build", "--seeds", "empty")
    assert result.exit_code == 1
    assert "holds no article" in result.stderr
    assert (folder / "docs" / "data" / "digest.json").is_file()


@pytest.mark.parametrize("arguments", [("bild",), ("build", "--jobs", "many"), ("build", "--what"), ("annotate",)])
def test_a_wrong_call_exits_2(folder: Path, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_wrong_setting_is_told_with_the_nearest_right_one(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("extra:\n  digest:\n    sedes: seeds\n")
    result = run("build")
    assert result.exit_code == 1
    assert "Did you mean 'seeds'?" in result.stderr


def test_check_says_so_when_there_is_nothing_to_look_at(folder: Path) -> None:
    result = run("check")
    assert result.exit_code in (0, 1)
    assert result.stdout.strip()
