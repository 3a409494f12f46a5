"""Two builds in one folder: the second says that it waits, and does."""

from __future__ import annotations

import multiprocessing
from pathlib import Path
from typing import Any

import pytest

from generator.errors import DigestError, Problem
from generator.lock import held, hold, release


def _hold_for_a_while(folder: Path, pipe: Any) -> None:
    with held(folder, lambda problem: None):
        pipe.send("started")
        pipe.poll(60)


@pytest.fixture
def other(tmp_path: Path):  # type: ignore[no-untyped-def]
    """Another process that builds into the folder until it is told to end."""
    context = multiprocessing.get_context("spawn")
    pipe, its_end = context.Pipe()
    process = context.Process(target=_hold_for_a_while, args=(tmp_path, its_end))
    process.start()
    assert pipe.poll(60)
    yield process, pipe
    process.kill()
    process.join()


def test_a_second_build_says_that_it_waits_and_goes_on_afterwards(tmp_path: Path, other) -> None:  # type: ignore[no-untyped-def]
    told: list[Problem] = []

    def say(problem: Problem) -> None:
        told.append(problem)
        other[1].send("end")

    with held(tmp_path, say):
        assert [problem.what for problem in told] == ["another build is at work here"]
    assert list(tmp_path.iterdir()) == []


def test_who_was_killed_holds_nothing(tmp_path: Path, other) -> None:  # type: ignore[no-untyped-def]
    other[0].kill()
    other[0].join()
    with held(tmp_path, lambda problem: pytest.fail(str(problem))):
        pass


def test_nobody_waits_for_ever(tmp_path: Path, other) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DigestError, match="does not end"):
        hold(tmp_path, lambda problem: None, patience=0.2)


def test_one_process_may_hold_a_folder_within_itself(tmp_path: Path) -> None:
    with held(tmp_path, print), held(tmp_path / ".", print):
        pass
    release(tmp_path)
    with held(tmp_path, print):
        pass


def test_a_folder_that_cannot_be_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "docs").write_text("a file")
    with pytest.raises(DigestError, match="cannot be used"):
        hold(tmp_path / "docs", print)
