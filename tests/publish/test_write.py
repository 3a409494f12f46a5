from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.errors import DigestError
from generator.placing import put_back
from generator.publish.write import MANIFEST, inside, read_manifest, write_docs


def test_what_was_generated_and_is_no_more_is_removed_with_its_folder(tmp_path: Path) -> None:
    write_docs(tmp_path, {"articles/a/index.md": b"a", "index.md": b"home"})
    changes = write_docs(tmp_path, {"index.md": b"home"})
    assert changes.removed == ("articles/a/index.md",)
    assert not (tmp_path / "articles").exists()


def test_a_file_that_is_the_same_is_not_written(tmp_path: Path) -> None:
    write_docs(tmp_path, {"index.md": b"home"})
    before = (tmp_path / "index.md").stat().st_mtime_ns
    assert write_docs(tmp_path, {"index.md": b"home"}).written == ()
    assert (tmp_path / "index.md").stat().st_mtime_ns == before


def test_a_hand_written_page_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "about.md").write_text("by hand")
    (tmp_path / "notes.md").write_text("by hand")
    changes = write_docs(tmp_path, {"about.md": b"generated", "index.md": b"home"})
    assert (tmp_path / "about.md").read_text() == "by hand"
    assert [problem.where for problem in changes.problems] == [(tmp_path / "about.md").as_posix()]
    write_docs(tmp_path, {})
    assert sorted(path.name for path in tmp_path.glob("*.md")) == ["about.md", "notes.md"]


def test_a_folder_that_holds_a_hand_written_file_stays(tmp_path: Path) -> None:
    write_docs(tmp_path, {"articles/a/index.md": b"a"})
    (tmp_path / "articles" / "a" / "map.png").write_bytes(b"png")
    write_docs(tmp_path, {})
    assert (tmp_path / "articles" / "a" / "map.png").exists()


@pytest.mark.parametrize("path", ["../out.md", "/etc/out.md", "a/../../out.md", "", "a\\b.md", "C:/out.md"])
def test_a_path_that_leads_out_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="docs"):
        inside(tmp_path, path)


def test_a_link_in_docs_leads_no_file_out(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "articles").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ValueError, match="symbolic link"):
        write_docs(tmp_path / "docs", {"articles/a.md": b"a"})
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_manifest_that_names_foreign_files_removes_none(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "data").mkdir(parents=True)
    (tmp_path / "secret").write_text("keep")
    (docs / MANIFEST).write_text(json.dumps({"files": ["../secret"]}))
    write_docs(docs, {})
    assert (tmp_path / "secret").exists()


def test_what_a_foreign_manifest_names_and_is_no_file_of_ours_is_no_page_that_stays(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "mine").mkdir()
    (tmp_path / MANIFEST).write_text(json.dumps({"files": ["mine", "data", "a" * 300]}))
    assert write_docs(tmp_path, {"index.md": b"home"}).problems == ()
    assert (tmp_path / "mine").is_dir()
    assert read_manifest(tmp_path) == {"index.md"}


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"files": 3}', '{"files": [3]}', '{"files": {"a": 1}}', r'{"files": ["\ud800"]}']
)
def test_a_broken_manifest_stops_before_anything_is_written(tmp_path: Path, text: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(DigestError, match="version control"):
        write_docs(tmp_path, {"index.md": b"home"})
    assert not (tmp_path / "index.md").exists()


class Killed(BaseException):
    pass


@pytest.mark.parametrize("dies_at", range(1, 12))
def test_a_build_killed_at_any_write_is_healed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dies_at: int
) -> None:
    """Each rename and removal fails in turn: every file is then old or new, and one more build gives the new ones."""
    old = {"a.md": b"old a", "b.md": b"old b", "gone/c.md": b"c"}
    new = {"a.md": b"new a", "b.md": b"old b", "fresh/d.md": b"d", "fresh/e.md": b"e"}
    write_docs(tmp_path, old)
    (tmp_path / "hand.md").write_text("by hand")
    calls = 0

    def dying(real):  # type: ignore[no-untyped-def]
        def call(*args, **kwargs):  # type: ignore[no-untyped-def]
            nonlocal calls
            calls += 1
            if calls == dies_at:
                raise Killed
            return real(*args, **kwargs)

        return call

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", dying(__import__("os").replace))
        patch.setattr(Path, "unlink", dying(Path.unlink))
        try:
            write_docs(tmp_path, new)
        except Killed:
            for path in tmp_path.rglob("*.md"):
                name = path.relative_to(tmp_path).as_posix()
                assert path.read_bytes() in (old.get(name), new.get(name), b"by hand"), name
    write_docs(tmp_path, new)
    found = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*.md")}
    assert found == {**new, "hand.md": b"by hand"}
    assert read_manifest(tmp_path) == new.keys()


def test_what_a_killed_build_left_half_written_is_taken_away(tmp_path: Path) -> None:
    write_docs(tmp_path, {"q/we-agree/index.html": b"page", "index.md": b"home"})
    (tmp_path / "q" / "we-agree" / ".writing-x1").write_bytes(b"pa")
    (tmp_path / "data" / ".writing-x2").write_bytes(b"{")
    write_docs(tmp_path, {"index.md": b"home"})
    assert not list(tmp_path.rglob(".writing-*"))
    assert not (tmp_path / "q").exists()


def test_a_site_taken_away_by_a_killed_build_is_put_back(tmp_path: Path) -> None:
    (tmp_path / ".site-old").mkdir()
    (tmp_path / ".site-old" / "index.html").write_text("old")
    put_back(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "old"
    (tmp_path / ".site-old").mkdir()
    put_back(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "old"
