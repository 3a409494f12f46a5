"""A build of what was built already does nothing; whatever it depends on, changed, makes it build."""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import project
from generator.config import Settings
from generator.errors import DigestError
from generator.project import Built, Project, build

FERRY = "Ferry strikes pier\n\nThe ferry struck the pier on Monday. “Nobody was hurt,” said Ann Lee, its captain.\n"
PIER = "Pier stays shut\n\n“The pier stays shut until Friday,” said Tom Okoro, who runs the harbour.\n"


class Made(AssertionError):
    """The digest was made, though nothing had changed."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "2023-06-20-ferry.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "seeds" / "2023-06-21-pier.txt").write_text(PIER, encoding="utf-8")
    built(tmp_path)
    return tmp_path


def built(folder: Path, settings: Settings | None = None, draft: bool = False) -> Built:
    made = Project(settings or Settings(), folder / "seeds", folder / "docs", folder / "cache")
    return build(made, draft=draft)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted((folder / "docs").rglob("*")) if path.is_file()}


@pytest.fixture
def none_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise Made

    monkeypatch.setattr(project, "build_digest", refuse)


def test_what_was_built_already_is_not_built_again(folder: Path, none_made: None) -> None:
    before = tree(folder)
    again = built(folder)
    assert not again.changes.written and not again.changes.removed
    assert tree(folder) == before


def test_it_tells_what_the_whole_build_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "seeds" / "odd.xls").write_bytes(b"no article")
    first = built(folder)
    with monkeypatch.context() as patched:
        patched.setattr(project, "build_digest", lambda *_, **__: (_ for _ in ()).throw(Made()))
        again = built(folder)
    assert (again.counts, again.findings, again.problems) == (first.counts, first.findings, first.problems)
    assert again.problems and again.counts.articles == 2
    assert again.digest == first.digest


def test_a_build_that_tries_things_out_may_rest_on_one_that_published(folder: Path, none_made: None) -> None:
    built(folder, draft=True)


def test_a_build_that_publishes_never_rests_on_one_that_tried_things_out(folder: Path) -> None:
    (folder / "seeds" / "rain.txt").write_text("Rain\n\n“It rained,” said Ruth Calder, the harbour master.\n", "utf-8")
    built(folder, draft=True)
    assert built(folder).changes.written  # the list of permanent links


CHANGES: dict[str, Callable[[Path], object]] = {
    "an article's words": lambda f: (f / "seeds" / "2023-06-21-pier.txt").write_text(PIER + "\n“Good,” she said.\n"),
    "another article": lambda f: (f / "seeds" / "new.txt").write_text(FERRY, encoding="utf-8"),
    "an article's name": lambda f: (f / "seeds" / "2023-06-21-pier.txt").rename(f / "seeds" / "2023-06-22-pier.txt"),
    "an article less": lambda f: (f / "seeds" / "2023-06-21-pier.txt").unlink(),
    "an override": lambda f: (f / "seeds" / "overrides.yml").write_text("people: []\n"),
    "a page": lambda f: (f / "docs" / "index.md").write_bytes(b"mine"),
    "a page of the same size": lambda f: (f / "docs" / "index.md").write_bytes(
        b"x" * (f / "docs" / "index.md").stat().st_size
    ),
    "a page less": lambda f: (f / "docs" / "timeline.md").unlink(),
    "the list of generated files": lambda f: (f / "docs" / "data" / "manifest.json").write_text(
        '{"version": 1, "files": ["index.md"]}'
    ),
    "what is kept": lambda f: next((f / "cache" / "built").iterdir()).write_bytes(b"half"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_it_depends_on_makes_it_build(folder: Path, none_made: None, change: Callable[[Path], object]) -> None:
    change(folder)
    with pytest.raises(Made):
        built(folder)


def test_another_setting_makes_it_build(folder: Path, none_made: None) -> None:
    with pytest.raises(Made):
        built(folder, Settings(title="Ferry and pier"))


def test_a_package_of_another_version_makes_it_build(
    folder: Path, none_made: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "more" / "drawing-2.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "more")
    with pytest.raises(Made):
        built(folder)


def test_a_page_written_by_hand_is_told_every_time_and_replaced_once_it_is_gone(folder: Path) -> None:
    (folder / "seeds" / "hand.txt").write_text(PIER, encoding="utf-8")
    (folder / "docs" / "articles" / "hand.md").write_text("by hand", encoding="utf-8")
    assert built(folder).problems and built(folder).problems
    (folder / "docs" / "articles" / "hand.md").unlink()
    assert "articles/hand.md" in built(folder).changes.written


def test_an_article_saved_while_the_build_runs_is_built_next_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = folder / "seeds" / "2023-06-21-pier.txt"
    place.write_text(PIER + "\n“Sorry,” he said.\n", encoding="utf-8")
    whole = project.build_digest

    def and_save(*parts: object) -> object:
        place.write_text(PIER + "\n“Sorry for that,” he said.\n", encoding="utf-8")
        return whole(*parts)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(project, "build_digest", and_save)
        built(folder)
    assert any(path.startswith("articles/2023-06-21-pier") for path in built(folder).changes.written)


def test_without_a_cache_everything_is_made(folder: Path, none_made: None) -> None:
    with pytest.raises(Made):
        build(Project(Settings(), folder / "seeds", folder / "docs", folder / "cache"), use_cache=False)


def test_a_record_that_came_with_a_foreign_repository_runs_no_code(folder: Path) -> None:
    class Harm:
        def __reduce__(self) -> tuple[object, ...]:
            return os.system, ("exit 1",)

    place = next((folder / "cache" / "built").iterdir())
    place.write_bytes(b"\0" * 32 + pickle.dumps(Harm()))
    assert not built(folder).changes.written


def test_of_a_file_that_is_too_long_no_more_is_gone_through_than_is_read(folder: Path) -> None:
    """A film among the seeds, or a terabyte that a sparse file claims to have."""
    for name in ("film.mp4", "film.txt"):
        with (folder / "seeds" / name).open("wb") as file:
            file.truncate(10**12)
    began = time.process_time()
    told = [problem.where for problem in built(folder).problems]
    assert time.process_time() - began < 60
    assert told == ["seeds/film.mp4", "seeds/film.txt"]
    with (folder / "seeds" / "overrides.yml").open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(DigestError, match="is larger than 20 MB, the limit"):
        built(folder)
    assert time.process_time() - began < 60


def test_a_file_that_changes_as_far_as_it_is_read_is_read_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.unchanged._AT_ONCE", 7)
    file = folder / "seeds" / "2023-06-20-ferry.txt"
    built(folder)
    file.write_text(FERRY.replace("captain", "skipper"), encoding="utf-8")
    built(folder)
    assert "skipper" in (folder / "docs" / "articles" / "2023-06-20-ferry.md").read_text(encoding="utf-8")
