from __future__ import annotations

from pathlib import Path

import pytest

from generator import project, reading
from generator.cache import keep, packed
from generator.config import Settings
from generator.files import HALF
from generator.records import Removed
from generator.shelf import Shelf, shelf


def refuse() -> bytes:
    raise AssertionError("made again")


def test_what_was_made_for_a_key_is_taken_up_by_the_next_build(tmp_path: Path) -> None:
    with shelf(tmp_path / "drawn", "pen") as first:
        assert first.value("a", lambda: b"one") == b"one"
    with shelf(tmp_path / "drawn", "pen") as second:
        assert second.value("a", refuse) == b"one"


def test_what_depends_on_something_else_is_made_again(tmp_path: Path) -> None:
    with shelf(tmp_path / "drawn", "pen") as first:
        first.value("a", lambda: b"one")
    with shelf(tmp_path / "drawn", "brush") as second:
        assert second.value("a", lambda: b"two") == b"two"


def test_what_a_build_does_not_ask_for_is_dropped(tmp_path: Path) -> None:
    with shelf(tmp_path / "drawn") as first:
        first.value("a", lambda: b"one")
        first.value("b", lambda: b"two")
    with shelf(tmp_path / "drawn") as second:
        second.value("b", refuse)
    with shelf(tmp_path / "drawn") as third:
        assert third.value("a", lambda: b"made") == b"made"


def test_a_build_that_fails_keeps_what_was_there(tmp_path: Path) -> None:
    with shelf(tmp_path / "drawn") as first:
        first.value("a", lambda: b"one")
    with pytest.raises(ZeroDivisionError), shelf(tmp_path / "drawn") as second:
        second.value("b", lambda: 1 // 0)
    with shelf(tmp_path / "drawn") as third:
        assert third.value("a", refuse) == b"one"


@pytest.mark.parametrize("spoilt", [b"", b"half"])
def test_a_file_that_is_spoilt_is_an_empty_shelf(tmp_path: Path, spoilt: bytes) -> None:
    (tmp_path / "drawn").write_bytes(spoilt)
    assert Shelf(tmp_path / "drawn").value("a", lambda: b"one") == b"one"


def test_what_a_killed_build_left_half_written_is_cleared(tmp_path: Path) -> None:
    (tmp_path / f"{HALF}abc").write_bytes(b"half")
    with shelf(tmp_path / "drawn") as kept:
        kept.value("a", lambda: b"one")
    assert [path.name for path in tmp_path.iterdir()] == ["drawn"]


def test_a_shelf_without_a_place_keeps_nothing(tmp_path: Path) -> None:
    with shelf() as kept:
        assert kept.value("a", lambda: b"one") == kept.value("a", refuse) == b"one"
    assert not list(tmp_path.iterdir())


def test_a_page_that_was_read_is_not_read_again_until_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "seeds").mkdir()
    page = tmp_path / "seeds" / "ferry.md"
    page.write_text("The ferry struck the pier on Monday.\n", encoding="utf-8")
    place = project.Project(Settings(), tmp_path / "seeds", tmp_path / "docs", tmp_path / "cache")
    first = project.read_seeds(place, use_cache=True)
    with monkeypatch.context() as patched:
        patched.setattr(reading, "read_source", lambda *_: refuse())
        assert project.read_seeds(place, use_cache=True) == first
    page.write_text("The ferry sank.\n", encoding="utf-8")
    assert [raw.text.strip() for raw in project.read_seeds(place, use_cache=True)[0]] == ["The ferry sank."]


def test_a_value_that_cannot_be_taken_up_is_made_again_and_costs_no_other(tmp_path: Path) -> None:
    keep(tmp_path / "drawn", ("", {"a": b"half", "b": packed(b"two")}))
    with shelf(tmp_path / "drawn") as kept:
        assert kept.value("a", lambda: b"one") == b"one"
        assert kept.value("b", refuse) == b"two"


def test_whoever_asked_has_the_value_and_the_shelf_only_its_bytes(tmp_path: Path) -> None:
    with shelf(tmp_path / "read") as kept:
        first = kept.value("a", lambda: Removed("Share this", "a share line"))
        again = kept.value("a", lambda: Removed("made again", ""))
        assert again == first
        assert again is not first
