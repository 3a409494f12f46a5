"""What is told when a file cannot be written or removed, word for word, and what stands there then."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.errors import DigestError, Problem
from generator.publish.write import LEDGER, MANIFEST, inside, read_manifest, write_docs

MOVE = "Move it elsewhere and build again"


def stopped(docs: Path, files: dict[str, bytes]) -> tuple[Problem, ...]:
    with pytest.raises(DigestError) as stop:
        write_docs(docs, files)
    return stop.value.problems


def refuse(monkeypatch: pytest.MonkeyPatch, at: str, error: OSError) -> None:
    def refused(path: Path, data: bytes) -> None:
        if path.as_posix().endswith(at):
            raise error
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    monkeypatch.setattr("generator.publish.write.write_whole", refused)


@pytest.mark.parametrize(
    ("at", "error", "why"),
    [
        ("a/b.md", OSError(28, "No space left on device"), "No space left on device"),
        ("a/b.md", PermissionError(), "PermissionError"),
    ],
)
def test_a_page_that_cannot_be_written_is_told_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str, error: OSError, why: str
) -> None:
    refuse(monkeypatch, at, error)
    step = "Make room or mend the rights, then build again: what is missing is then written"
    what = f"cannot be written ({why})"
    assert stopped(tmp_path, {"a/b.md": b"b"}) == (Problem((tmp_path / at).as_posix(), what, step, fatal=True),)


def test_a_list_that_cannot_be_written_is_told_under_the_name_of_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, MANIFEST, OSError(28, "full"))
    assert [problem.where for problem in stopped(tmp_path, {"a.md": b"a"})] == [tmp_path.as_posix()]
    assert not (tmp_path / "a.md").exists()


def test_a_list_that_cannot_be_narrowed_is_told_under_its_own_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_docs(tmp_path, {"a.md": b"a", "b.md": b"b"})
    refuse(monkeypatch, MANIFEST, OSError(28, "full"))
    assert [problem.where for problem in stopped(tmp_path, {"a.md": b"a"})] == [(tmp_path / MANIFEST).as_posix()]


def test_a_folder_in_the_place_of_a_page_is_told_and_the_others_are_written(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    changes = write_docs(tmp_path, {"a.md": b"a", "b.md": b"b"})
    what = "is a folder where the digest has a file"
    assert changes.problems == (Problem((tmp_path / "a.md").as_posix(), what, MOVE),)
    assert changes.written == ("b.md",)
    assert read_manifest(tmp_path) == {"b.md"}


def test_a_file_in_the_place_of_a_folder_is_told_and_the_others_are_written(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("by hand")
    changes = write_docs(tmp_path, {"a/deep/er.md": b"a", "b.md": b"b"})
    what = "is a file where the digest has a folder"
    assert changes.problems == (Problem((tmp_path / "a").as_posix(), what, MOVE),)
    assert (tmp_path / "a").read_text() == "by hand"
    assert changes.written == ("b.md",)


def test_a_link_to_nowhere_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "gone")
    (told,) = stopped(tmp_path, {"a/er.md": b"a"})
    assert (told.where, told.what) == ((tmp_path / "a/er.md").as_posix(), "cannot be written (File exists)")


def test_what_a_folder_blocks_now_is_listed_no_more(tmp_path: Path) -> None:
    write_docs(tmp_path, {"a.md": b"a", "b.md": b"b"})
    (tmp_path / "a.md").unlink()
    (tmp_path / "a.md").mkdir()
    changes = write_docs(tmp_path, {"a.md": b"a", "b.md": b"b"})
    assert len(changes.problems) == 1
    assert read_manifest(tmp_path) == {"b.md"}


def test_a_page_by_hand_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "about.md").write_text("by hand")
    (told,) = write_docs(tmp_path, {"about.md": b"generated"}).problems
    assert told == Problem(
        (tmp_path / "about.md").as_posix(),
        "is written by hand and stands where the digest has a page",
        "It was left as it is; delete it to have the generated page",
    )


def test_a_page_that_stays_is_told_listed_and_not_called_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_docs(tmp_path, {"a.md": b"a", "b/c.md": b"c", "d.md": b"d"})
    unlink = Path.unlink

    def refused(path: Path, missing_ok: bool = False) -> None:
        if path.name == "c.md":
            raise PermissionError
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refused)
    changes = write_docs(tmp_path, {"a.md": b"a"})
    assert changes.removed == ("d.md",)
    assert changes.problems == (
        Problem(
            (tmp_path / "b/c.md").as_posix(),
            "is no page of the digest any more and could not be removed",
            "Remove it, or mend the rights of its folder and build again",
        ),
    )
    assert read_manifest(tmp_path) == {"a.md", "b/c.md"}


def test_a_page_whose_folder_became_a_file_is_gone(tmp_path: Path) -> None:
    write_docs(tmp_path, {"a.md": b"a", "b/c.md": b"c"})
    (tmp_path / "b/c.md").unlink()
    (tmp_path / "b").rmdir()
    (tmp_path / "b").write_text("by hand")
    assert write_docs(tmp_path, {"a.md": b"a"}).removed == ("b/c.md",)


def test_folders_that_are_left_empty_go_up_to_docs_and_no_further(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    write_docs(docs, {"a/b/c.md": b"c", "a/d.md": b"d"})
    write_docs(docs, {"a/d.md": b"d"})
    assert [path.name for path in (docs / "a").iterdir()] == ["d.md"]
    write_docs(docs, {})
    assert docs.is_dir()
    assert not (docs / "a").exists()


def test_a_folder_that_is_gone_already_keeps_none_above_it(tmp_path: Path) -> None:
    write_docs(tmp_path, {"a/b/c.md": b"c"})
    (tmp_path / "a/b/c.md").unlink()
    (tmp_path / "a/b").rmdir()
    write_docs(tmp_path, {})
    assert not (tmp_path / "a").exists()


def test_a_folder_that_cannot_be_removed_is_no_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_docs(tmp_path, {"a/b/c.md": b"c"})
    asked = []

    def refused(path: Path) -> None:
        asked.append(path.name)
        raise PermissionError

    monkeypatch.setattr(Path, "rmdir", refused)
    changes = write_docs(tmp_path, {})
    assert (changes.removed, changes.problems, asked) == (("a/b/c.md",), (), ["b"])


@pytest.mark.parametrize("path", [".", "..", "a/./b.md", "a/..", "a//b.md", "a/"])
def test_a_path_with_a_part_that_is_no_name_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(DigestError) as stop:
        inside(tmp_path, path)
    assert stop.value.problems == (Problem(path, "is no path below docs/", fatal=True),)


def test_one_good_path_of_a_folder_makes_no_other_good(tmp_path: Path) -> None:
    with pytest.raises(DigestError):
        write_docs(tmp_path, {"a.md": b"a", "b\\c.md": b"b"})
    with pytest.raises(DigestError):
        write_docs(tmp_path, {"a/b.md": b"a", "a/..": b"b"})


def test_a_link_that_leads_out_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a").symlink_to(tmp_path)
    with pytest.raises(DigestError) as stop:
        inside(tmp_path / "docs", "a/b.md")
    where, what = (tmp_path / "docs/a/b.md").as_posix(), "leads out of docs/ by a symbolic link"
    assert stop.value.problems == (Problem(where, what, "Put a folder there instead", fatal=True),)


def test_a_name_with_a_space_stays_one_name(tmp_path: Path) -> None:
    write_docs(tmp_path, {"a b/c d.md": b"a", "a b/e f.md": b"b"})
    assert (tmp_path / "a b" / "e f.md").read_bytes() == b"b"
    assert inside(tmp_path, "a b.md") == tmp_path / "a b.md"


def test_each_folder_is_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    real = inside

    def counted(docs: Path, path: str) -> Path:
        asked.append(path)
        return real(docs, path)

    monkeypatch.setattr("generator.publish.write.inside", counted)
    write_docs(tmp_path, {"a/b.md": b"b", "a/c.md": b"c", "a/d/e.md": b"e", "f.md": b"f"})
    assert [path for path in asked if path != MANIFEST] == ["a/b.md", "a/d/e.md", "f.md"]


def test_the_list_is_one_path_a_line_under_its_version(tmp_path: Path) -> None:
    write_docs(tmp_path, {"b.md": b"b", "a/ü.md": b"a"})
    assert (tmp_path / MANIFEST).read_text(encoding="utf-8") == (
        '{\n"version": 1,\n"files": [\n"a/ü.md",\n"b.md"\n]\n}\n'
    )


def test_the_list_is_not_written_when_it_says_so_already(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_docs(tmp_path, {"a.md": b"a"})
    refuse(monkeypatch, MANIFEST, OSError(28, "full"))
    assert write_docs(tmp_path, {"a.md": b"a"}).problems == ()


def test_the_list_is_widened_before_anything_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_docs(tmp_path, {"a.md": b"a"})
    refuse(monkeypatch, "b.md", OSError(28, "full"))
    stopped(tmp_path, {"b.md": b"b"})
    assert read_manifest(tmp_path) == {"a.md", "b.md"}


def test_a_list_of_links_is_named_only_once_it_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, LEDGER, OSError(28, "full"))
    stopped(tmp_path, {"a.md": b"a", LEDGER: b"{}"})
    assert LEDGER not in read_manifest(tmp_path)
    monkeypatch.undo()
    write_docs(tmp_path, {"a.md": b"a", LEDGER: b"{}"})
    assert LEDGER in read_manifest(tmp_path)
    refuse(monkeypatch, "b.md", OSError(28, "full"))
    stopped(tmp_path, {"a.md": b"a", "b.md": b"b", LEDGER: b"{}"})
    assert LEDGER in read_manifest(tmp_path)


def test_a_list_with_one_name_that_is_no_text_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / MANIFEST).write_text(json.dumps({"files": ["a.md", 3]}))
    with pytest.raises(DigestError) as stop:
        read_manifest(tmp_path)
    step = "Restore it from version control, or delete it together with the generated pages"
    where, what = (tmp_path / MANIFEST).as_posix(), "the list of generated files cannot be read"
    assert stop.value.problems == (Problem(where, what, step, fatal=True),)


def test_a_half_written_list_is_taken_away_though_no_file_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / ".writing-x").write_bytes(b"{")
    write_docs(tmp_path, {"a.md": b"a"})
    assert not (tmp_path / "data" / ".writing-x").exists()
