from __future__ import annotations

import json
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


def test_a_folder_emptied_by_mistake_leaves_the_digest_as_it_was(folder: Path) -> None:
    assert run("build").exit_code == 0
    before = {path: path.read_bytes() for path in sorted((folder / "docs").rglob("*")) if path.is_file()}
    for path in sorted((folder / "seeds").iterdir()):
        path.unlink()
    (folder / "seeds" / "picture.gif").write_bytes(b"GIF89a")
    result = run("build")
    assert result.exit_code == 1
    told = next(line for line in result.stderr.splitlines() if line.startswith("seeds: "))
    assert "holds no article that can be used, and docs has a digest of 2, which was left as it is" in told
    assert "picture.gif" in result.stderr  # why its file is no article is told too
    assert "Traceback" not in result.stderr
    assert {path: path.read_bytes() for path in sorted((folder / "docs").rglob("*")) if path.is_file()} == before
    assert run("check").exit_code == 1


def test_a_digest_of_nothing_can_be_built_again(folder: Path) -> None:
    (folder / "empty").mkdir()
    for _ in range(2):
        result = run("build", "--seeds", "empty")
        assert result.exit_code == 1
        assert "Put text files, saved pages or Markdown into it and build again" in result.stderr
    (folder / "docs" / "about.md").write_text("# By hand\n")
    assert "Put text files" in run("build", "--seeds", "empty").stderr


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


def test_a_correction_reaches_the_site_and_one_that_no_longer_fits_is_reported(folder: Path) -> None:
    assert run("build").exit_code == 0
    digest = json.loads((folder / "docs" / "data" / "digest.json").read_text())
    quote = next(quote for quote in digest["quotes"] if quote["kind"] == "direct")
    words = json.dumps(quote["text"].strip("'“”\"‘’"))
    entries = [
        f"  - article: {quote['article']}\n    words: {words}\n    speaker: Ada Lovelace",
        f"  - article: {quote['article']}\n    words: words that nobody said\n    kind: term",
    ]
    (folder / "seeds" / "overrides.yml").write_text("quotes:\n" + "\n".join(entries) + "\n", encoding="utf-8")
    built = run("build")
    assert built.exit_code == 0
    assert "seeds/overrides.yml:5: no such quote" in built.stderr
    digest = json.loads((folder / "docs" / "data" / "digest.json").read_text())
    names = {person["id"]: person["name"] for person in digest["people"]}
    corrected = next(found for found in digest["quotes"] if found["id"] == quote["id"])
    assert (names[corrected["speaker"]], corrected["decided_by"]) == ("Ada Lovelace", "override")
    statements = [found for found in digest["statements"] if found["id"] in corrected["statements"]]
    assert all(corrected["speaker"] in statement["speakers"] for statement in statements)
    told = run("check", "--strict")
    assert told.exit_code == 1
    assert "seeds/overrides.yml:5: no such quote" in told.stdout
    assert "Ada Lovelace" in run("explain", quote["id"]).stdout


def test_an_overrides_file_with_a_mistake_stops_before_anything_is_written(folder: Path) -> None:
    (folder / "seeds" / "overrides.yml").write_text("quotes:\n  - article: x\n    speeker: y\n", encoding="utf-8")
    result = run("build")
    assert result.exit_code == 1
    assert "seeds/overrides.yml:3: unknown key 'speeker'. Did you mean 'speaker'?" in result.stderr
    assert not (folder / "docs").exists()
