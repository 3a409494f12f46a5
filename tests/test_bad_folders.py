"""A folder that cannot be used as it should: one line each, nothing half written, and the next build heals."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.conftest import PROGRESS, ROOT

FERRY = "Ferry strikes pier\n\n“Nobody was hurt,” said Ann Lee, its captain, on 20 June 2023.\n"
PIER = "Pier stays shut\n\n“The pier stays shut until Friday,” said Tom Okoro, who runs the harbour.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "seeds" / "pier.txt").write_text(PIER, encoding="utf-8")
    return tmp_path


def build() -> Result:
    result = CliRunner().invoke(main, ["build"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    assert not list(Path().rglob(".writing-*"))
    return result


def told(result: Result) -> list[str]:
    return [line for line in result.stderr.splitlines() if not PROGRESS.match(line)]


def refusing(monkeypatch: pytest.MonkeyPatch, name: str, part: str) -> None:
    """Let a call of the system fail for paths with that part, as rights do for those who are bound by them."""
    real = getattr(os, name)

    def call(path: object, *arguments: object, **named: object) -> object:
        if any(part in os.fspath(each) for each in (path, *arguments) if isinstance(each, str | os.PathLike)):
            raise PermissionError(13, "Permission denied", path)
        return real(path, *arguments, **named)

    monkeypatch.setattr(os, name, call)


def test_a_page_that_cannot_be_removed_stays_listed_and_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert build().exit_code == 0
    (folder / "seeds" / "pier.txt").unlink()
    with monkeypatch.context() as patch:
        refusing(patch, "unlink", "articles/pier.md")
        result = build()
    assert result.exit_code == 1
    assert told(result) == [
        "docs/articles/pier.md: is no page of the digest any more and could not be removed. "
        "Remove it, or mend the rights of its folder and build again"
    ]
    listed = json.loads((folder / "docs/data/manifest.json").read_text(encoding="utf-8"))["files"]
    assert "articles/pier.md" in listed
    assert build().exit_code == 0
    assert not (folder / "docs/articles/pier.md").exists()


def test_a_list_of_links_that_is_gone_stops_the_build(folder: Path) -> None:
    assert build().exit_code == 0
    ledger = folder / "docs/data/permalinks.json"
    kept = ledger.read_bytes()
    ledger.unlink()
    result = build()
    assert result.exit_code == 1
    assert told(result) == [
        "docs/data/permalinks.json: is gone, though docs/data/manifest.json lists it. "
        "Restore it from version control; every link that was ever shared is in it"
    ]
    ledger.write_bytes(kept)
    assert build().exit_code == 0


@pytest.mark.parametrize("text", ["[" * 100_000, '{"q": ' * 100_000, '{"q": {"a": {"b": "c"}}}', '{"a": {"x": 3}}'])
def test_a_nested_list_is_one_line(folder: Path, text: str) -> None:
    assert build().exit_code == 0
    for name in ("permalinks", "manifest"):
        place = folder / "docs" / "data" / f"{name}.json"
        kept = place.read_bytes()
        place.write_text(text)
        result = build()
        assert result.exit_code == 1
        assert len(told(result)) == 1
        place.write_bytes(kept)


def test_a_folder_where_a_page_belongs_costs_that_page(folder: Path) -> None:
    (folder / "docs" / "articles" / "ferry.md").mkdir(parents=True)
    result = build()
    assert result.exit_code == 1
    assert [line.partition(": ")[0] for line in told(result)] == ["docs/articles/ferry.md"]
    assert (folder / "docs/articles/pier.md").is_file()
    (folder / "docs" / "articles" / "ferry.md").rmdir()
    assert build().exit_code == 0
    assert (folder / "docs/articles/ferry.md").is_file()


def test_a_file_where_a_folder_belongs_costs_what_is_in_it(folder: Path) -> None:
    (folder / "docs").mkdir()
    (folder / "docs" / "people").write_text("by hand")
    result = build()
    assert result.exit_code == 1
    assert {line.partition(": ")[0] for line in told(result)} == {"docs/people"}
    assert (folder / "docs" / "people").read_text() == "by hand"
    assert (folder / "docs/articles/pier.md").is_file()


def test_a_file_in_the_place_of_docs_is_one_line(folder: Path) -> None:
    (folder / "docs").write_text("by hand")
    result = build()
    assert result.exit_code == 1
    assert len(told(result)) == 1
    assert (folder / "docs").read_text() == "by hand"


@pytest.mark.parametrize("call", ["replace", "chmod", "mkdir"])
def test_a_disk_or_folder_that_takes_nothing_is_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    with monkeypatch.context() as patch:
        refusing(patch, call, "docs")
        result = build()
    assert result.exit_code == 1
    assert len(told(result)) == 1
    assert "Permission denied" in told(result)[0]
    assert build().exit_code == 0


def test_a_cache_that_cannot_be_used_costs_nothing_but_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for call in ("replace", "mkdir", "scandir", "listdir", "open"):
        with monkeypatch.context() as patch:
            refusing(patch, call, ".cache")
            assert build().exit_code == 0
    (folder / ".cache").mkdir(exist_ok=True)
    assert build().exit_code == 0


def test_a_file_in_the_place_of_the_cache_costs_nothing_but_time(folder: Path) -> None:
    (folder / ".cache").write_text("by hand")
    assert build().exit_code == 0


def test_two_builds_of_one_folder_at_once_give_one_site(folder: Path) -> None:
    settings = f"""
site_name: Harbour
theme: {{name: null, custom_dir: theme}}
plugins: []
hooks: [{json.dumps(str(ROOT / "generator" / "mkdocs_hook.py"))}]
"""
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (folder / "theme").mkdir()
    (folder / "docs").mkdir()  # MkDocs asks for it before any hook
    (folder / "theme" / "main.html").write_text("<html><body>{{ page.content }}</body></html>", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    builds = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    said = [build.communicate()[1] for build in builds]
    assert [build.returncode for build in builds] == [0, 0, 0], said
    assert "another build is at work here. Waiting for it to end" in "".join(said)
    at_once = sorted(path.relative_to("site") for path in Path("site").rglob("*"))
    assert subprocess.run(command, env=environment, check=False).returncode == 0
    assert sorted(path.relative_to("site") for path in Path("site").rglob("*")) == at_once
    assert not list(folder.glob(".site-*"))
