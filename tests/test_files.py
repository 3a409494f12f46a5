from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.files import HALF, write_new, write_whole

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
