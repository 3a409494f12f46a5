"""Tasks give the same whoever makes them, and what fails or dies in a copy costs nothing but time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator import collate, publish, side_by_side
from generator.config import Settings
from generator.project import Built, Project, build
from generator.publish import pages
from generator.side_by_side import worthwhile
from tests.conftest import ROOT

HERE = os.getpid()
FERRY = (
    "By Ann Lee\nJune 20, 2023\n\nA ferry struck the pier of Holm on Monday, and 14 people were hurt. "
    "“Nobody had seen it come,” said Tom Okoro, the harbour master. He resigned on Tuesday.\n"
)
ARTICLES = {
    "bell": f"Ferry strikes pier\n\n{FERRY}",
    "post": f"Pier struck\n\n{FERRY.replace('14', '12').replace('Nobody had', 'Nobody here had')}",
    "star": "Ferry is raised\n\nJune 22, 2023\n\nThe ferry was raised on Wednesday. “It is done,” Okoro told them.\n",
}
needs_copies = pytest.mark.skipif(not side_by_side._can_be_copied(), reason="no process may be copied here")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the threads of other tests not count: those that serve pages to a browser wait, and hold no lock."""
    others, count = threading.active_count() - 1, threading.active_count
    monkeypatch.setattr(threading, "active_count", lambda: count() - others)


def whose(number: int) -> tuple[int, bool]:
    """Return a number, and whether this process has made it."""
    return number, os.getpid() == HERE


def both(there: Callable[[], Any], here: Callable[[], Any]) -> tuple[Any, ...]:
    """Return what two tasks give where one is done by a copy."""
    return tuple(side_by_side.side_by_side([there, here], 2))


@pytest.mark.parametrize("jobs", [1, 2, 3, 9])
@pytest.mark.parametrize("many", [0, 1, 2, 11])
def test_what_is_made_comes_in_order_however_many_work(jobs: int, many: int) -> None:
    made = side_by_side.side_by_side([partial(whose, number) for number in range(many)], jobs)
    assert [number for number, _ in made] == list(range(many))
    assert all(here for _, here in made[-1:])


@needs_copies
def test_the_second_of_two_is_made_here_and_need_not_be_sent() -> None:
    (_, here), kept = both(partial(whose, 1), threading.Lock)  # what cannot be packed
    assert not here and not kept.locked()


@needs_copies
def test_what_fails_in_a_copy_fails_here() -> None:
    def fails() -> None:
        raise ZeroDivisionError(os.getpid())

    with pytest.raises(ZeroDivisionError) as told:
        both(fails, partial(whose, 1))
    assert told.value.args == (HERE,) and told.traceback[-1].name == "fails"


@needs_copies
def test_a_copy_that_is_killed_costs_nothing() -> None:
    def dies() -> int:
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return 1

    assert both(dies, partial(whose, 2)) == (1, (2, True))


@needs_copies
def test_a_copy_copies_nothing_again() -> None:
    assert both(lambda: both(partial(whose, 1), partial(whose, 2)), partial(whose, 3)) == (
        ((1, False), (2, False)),
        (3, True),
    )


@needs_copies
def test_a_copy_ends_with_whoever_started_it() -> None:
    lines = "from generator.side_by_side import side_by_side", "import os, time"
    call = "side_by_side([lambda: (print(os.getpid(), flush=True), time.sleep(60)), lambda: time.sleep(60)], 2)"
    command = [sys.executable, "-c", "\n".join([*lines, call])]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        copy = int(process.stdout.readline())
        process.kill()
        assert process.communicate(timeout=20)[0] == ""  # until nobody holds the other end
    assert copy != process.pid


def test_where_threads_run_nothing_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(side_by_side, "_copies", lambda number: pytest.fail("copied"))
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert both(partial(whose, 1), partial(whose, 2)) == ((1, True), (2, True))
    finally:
        end.set()
        thread.join()


@pytest.mark.parametrize("system", ["no fork", "darwin"])
def test_where_a_copy_is_not_safe_nothing_is_copied(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(side_by_side, "_copies", lambda number: pytest.fail("copied"))
    if system == "darwin":
        monkeypatch.setattr(sys, "platform", system)
    else:
        monkeypatch.setattr(side_by_side, "get_all_start_methods", lambda: ["spawn"])
    assert both(partial(whose, 1), partial(whose, 2)) == ((1, True), (2, True))


def test_for_a_few_articles_nothing_is_copied() -> None:
    assert [worthwhile(4, few) for few in (0, 5, side_by_side.WORTH - 1, side_by_side.WORTH)] == [1, 1, 1, 4]


# ---- whole builds ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of three articles, whose annotations are kept from the first build on."""
    place = tmp_path_factory.mktemp("side_by_side")
    (place / "seeds").mkdir()
    for name, text in ARTICLES.items():
        (place / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    return place


def built(folder: Path, docs: Path, jobs: int) -> tuple[Built, dict[str, bytes]]:
    made = build(Project(Settings(), folder / "seeds", docs, folder / "cache"), jobs)
    return made, {path.relative_to(docs).as_posix(): path.read_bytes() for path in docs.rglob("*") if path.is_file()}


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let the smallest folder be worth a copy, in the smallest tasks; return how many were asked for each time."""
    numbers: list[int] = []
    copies = side_by_side._copies
    monkeypatch.setattr(side_by_side, "WORTH", 1)
    monkeypatch.setattr(publish, "ARTICLES_A_TASK", 1)
    monkeypatch.setattr(publish, "PEOPLE_A_TASK", 1)

    def counted(number: int) -> AbstractContextManager[Executor]:
        numbers.append(number)
        return copies(number)

    monkeypatch.setattr(side_by_side, "_copies", counted)
    return numbers


@needs_copies
def test_a_build_gives_the_same_bytes_however_many_work(folder: Path, tmp_path: Path, copied: list[int]) -> None:
    _, alone = built(folder, tmp_path / "1", 1)
    assert copied == [] and len(alone) > 50
    for jobs in (2, 3):
        (folder / "cache" / "shelves" / "alone").unlink()
        kept = built(folder, tmp_path / str(jobs), jobs)[1]
        assert kept == alone
    assert copied == [1, 1, 2, 2]  # for the comparison with what is made beside it, and for the pages


@needs_copies
def test_what_a_copy_made_of_one_article_is_kept(folder: Path, tmp_path: Path, copied: list[int]) -> None:
    shelf = folder / "cache" / "shelves" / "alone"
    sizes = set()
    for jobs in (1, 2):
        shelf.unlink(missing_ok=True)
        built(folder, tmp_path / str(jobs), jobs)
        sizes.add(shelf.stat().st_size)
    assert len(sizes) == 1 and copied


def failing(whole: Callable[..., Any], word: str) -> Callable[..., Any]:
    def fails(*given: Any, **named: Any) -> Any:
        if word in repr(given):
            raise KeyError("told")
        return whole(*given, **named)

    return fails


@needs_copies
@pytest.mark.parametrize("stage", ["build_timeline", "article"])
def test_an_article_that_fails_in_a_copy_is_told_in_the_same_line(
    stage: str, folder: Path, tmp_path: Path, copied: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    module = collate if stage == "build_timeline" else pages
    monkeypatch.setattr(module, stage, failing(getattr(module, stage), "Ferry is raised"))
    told = []
    for jobs in (1, 2):
        made, files = built(folder, tmp_path / str(jobs), jobs)
        told.append(([str(problem) for problem in made.problems], files))
    assert told[0] == told[1] and copied
    [line] = told[0][0]
    assert line.startswith("seeds/star.txt: the generator fails on it") and "KeyError" in line
