from __future__ import annotations

import ctypes
import os
import stat
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.files import HALF, clear_halves, exchange, write_new, write_whole

WRITERS = [write_whole, write_new]


class Killed(BaseException):
    pass


def dying(*args: object, **kwargs: object) -> None:
    raise Killed


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("write", WRITERS)
def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path, write: Callable[[Path, bytes], None]) -> None:
    write(tmp_path / "a" / "b" / "c.md", b"one\r\ntwo")
    assert (tmp_path / "a" / "b" / "c.md").read_bytes() == b"one\r\ntwo"
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["c.md"]


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.md", b"old")
    write_whole(tmp_path / "a.md", b"new")
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_a_file_that_must_be_new_never_replaces_one(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a.md", b"new")
    assert (tmp_path / "a.md").read_bytes() == b"old"


def test_a_link_to_nowhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "elsewhere.md")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a.md", b"new")
    assert not (tmp_path / "elsewhere.md").exists()


def test_a_write_that_is_killed_leaves_the_old_bytes_and_nothing_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(tmp_path / "a.md", b"old")
    monkeypatch.setattr("os.replace", dying)
    with pytest.raises(Killed):
        write_whole(tmp_path / "a.md", b"new")
    with pytest.raises(Killed):
        write_new(tmp_path / "b.md", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.md": b"old"}


def test_a_half_written_file_is_known_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.replace", dying)
    monkeypatch.setattr("os.unlink", dying)  # the kill that lets nothing be tidied up
    with pytest.raises(Killed):
        write_whole(tmp_path / "a.md", b"new")
    assert [path.name.startswith(HALF) for path in tmp_path.iterdir()] == [True]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_pages_are_for_a_web_server_too_and_new_files_have_the_rights_that_the_user_gives(tmp_path: Path) -> None:
    usual = os.umask(0o027)
    try:
        write_whole(tmp_path / "page.md", b"")
        write_whole(tmp_path / "kept", b"", mode=0o600)
        write_new(tmp_path / "seed.md", b"")
    finally:
        os.umask(usual)
    modes = [mode_of(tmp_path / name) for name in ("page.md", "kept", "seed.md")]
    assert modes == [0o644, 0o600, 0o640]


def test_what_went_wrong_is_told_and_not_that_it_could_not_be_tidied_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(*args: object, **kwargs: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.replace", dying)
    monkeypatch.setattr("os.unlink", refusing)
    monkeypatch.setattr(Path, "unlink", refusing)
    for write in WRITERS:
        with pytest.raises(Killed):
            write(tmp_path / "a.md", b"new")


def test_the_folders_of_a_file_are_not_asked_for_when_they_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With thousands of files in one folder, asking for it takes as long as writing them."""
    monkeypatch.setattr("os.mkdir", dying)
    write_whole(tmp_path / "a.md", b"new")
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_a_folder_that_somebody_else_makes_meanwhile_is_written_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    real = tempfile.mkstemp

    def too_early(**kwargs: Any) -> tuple[int, str]:
        if not made:
            made.append("the folder")
            raise FileNotFoundError
        return real(**kwargs)

    monkeypatch.setattr("generator.files.tempfile.mkstemp", too_early)
    write_whole(tmp_path / "a.md", b"new")
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_a_half_that_somebody_else_removes_meanwhile_leaves_the_others_to_be_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "123":
        (tmp_path / f"{HALF}{name}").touch()
    real = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path.name == f"{HALF}1":
            real(path.with_name(f"{HALF}2"))
        real(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    clear_halves(tmp_path)
    assert not list(tmp_path.iterdir())


def test_halves_alone_are_cleared_and_a_folder_that_is_gone_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (f"{HALF}1", f"{HALF}abc", "a.md", f"a{HALF}"):
        (tmp_path / name).touch()
    clear_halves(tmp_path)
    clear_halves(tmp_path / "gone")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", f"a{HALF}"]
    (tmp_path / f"{HALF}2").mkdir()
    clear_halves(tmp_path)  # no file that a build wrote, and no reason to stop


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    return tmp_path / "one", tmp_path / "other"


def held(folders: tuple[Path, Path]) -> list[list[str]]:
    return [sorted(path.name for path in folder.iterdir()) for folder in folders]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the others know no such step")
def test_two_folders_change_places_in_one_step_which_can_be_watched(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    watched: list[object] = []
    monkeypatch.setattr("sys.audit", lambda *told: watched.append(told))
    assert exchange(*folders) is True
    assert held(folders) == [["other"], ["one"]]
    assert watched == [("os.rename", *map(str, folders), -1, -1)]
    assert exchange(folders[0], folders[0].with_name("gone")) is False
    assert held(folders) == [["other"], ["one"]]


@pytest.mark.parametrize("reason", ["another system", "no such call", "no library"])
def test_where_two_folders_cannot_change_places_neither_is_touched(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    def library(*args: object, **kwargs: object) -> object:
        if reason == "no library":
            raise OSError
        return object()

    if reason == "another system":
        monkeypatch.setattr("sys.platform", "darwin")
    else:
        monkeypatch.setattr(ctypes, "CDLL", library)
    assert exchange(*folders) is False
    assert held(folders) == [["one"], ["other"]]
