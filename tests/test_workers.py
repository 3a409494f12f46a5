"""Work gives the same wherever it is done, and whoever dies at it costs no article."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import workers
from generator.errors import DigestError, UsageError
from generator.workers import Workers

THINGS = list(range(23))


def doubled(number: int) -> int:
    return 2 * number


def dying(number: int) -> int:
    """Kill whatever process this is but the one that the tests run in."""
    if number == 13 and os.environ["TESTS"] != str(os.getpid()):
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def failing(number: int) -> int:
    raise ZeroDivisionError(number)


def slowly(number: int) -> int:
    time.sleep(0.2)
    return 2 * number


@pytest.mark.parametrize("jobs", [0, 1, 2, 3])
def test_what_is_made_comes_in_order_however_many_work(jobs: int) -> None:
    assert list(Workers(jobs).each(doubled, THINGS)) == [2 * number for number in THINGS]


@pytest.mark.parametrize("few", [0, 1, workers.WORTH - 1])
def test_for_a_few_articles_no_process_is_started(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_processes", lambda jobs: pytest.fail("started"))
    assert list(Workers(4).each(doubled, THINGS[:few])) == [2 * number for number in THINGS[:few]]


def test_no_more_processes_are_started_than_have_work(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    whole = workers._processes
    monkeypatch.setattr(workers, "_processes", lambda jobs: started.append(jobs) or whole(jobs))
    list(Workers(64).each(doubled, THINGS[:9]))
    assert started == [2]


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_a_process_that_is_killed_costs_no_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESTS", str(os.getpid()))
    assert list(Workers(2).each(dying, THINGS)) == [2 * number for number in THINGS]


def test_what_fails_at_work_fails_here(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ZeroDivisionError):
        list(Workers(2).each(failing, THINGS))


# ---- a cluster -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A Dask cluster of three workers, each a process of its own."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(  # no dashboard: it would need a port of its own
        n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as made:
        yield made


@pytest.mark.slow
def test_a_cluster_gives_the_same(cluster: Any) -> None:
    assert list(Workers(cluster=cluster.scheduler_address).each(doubled, THINGS)) == [2 * n for n in THINGS]


@pytest.mark.slow
def test_a_worker_that_is_killed_in_mid_run_costs_no_article(cluster: Any) -> None:
    made: list[int] = []
    for number in Workers(cluster=cluster.scheduler_address).each(slowly, THINGS):
        if not made:
            next(iter(cluster.workers.values())).process.process.kill()
        made.append(number)
    assert made == [2 * number for number in THINGS]


@pytest.mark.slow
def test_a_build_on_a_cluster_gives_the_bytes_of_one_process(cluster: Any, tmp_path: Path) -> None:
    from generator.config import Settings
    from generator.project import Project, build
    from tests.conftest import ROOT

    def built(name: str, address: str | None) -> dict[str, bytes]:
        docs = tmp_path / name
        build(Project(Settings(), ROOT / "seeds", docs, tmp_path / "none"), use_cache=False, cluster=address)
        return {str(path.relative_to(docs)): path.read_bytes() for path in docs.rglob("*") if path.is_file()}

    assert built("there", cluster.scheduler_address) == built("here", None)


@pytest.mark.slow
def test_workers_of_another_version_are_refused(cluster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "code", lambda: "of another version")
    with pytest.raises(DigestError, match="have another generator"):
        list(Workers(cluster=cluster.scheduler_address).each(doubled, THINGS))


def test_a_cluster_that_is_not_there_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(workers, "PATIENCE", 0.5)
    with pytest.raises(UsageError, match="no cluster answers there"):
        list(Workers(cluster="tcp://127.0.0.1:9").each(doubled, THINGS))


@pytest.mark.parametrize("address", ["", "nowhere", "http://127.0.0.1:9", "tcp://"])
def test_an_address_that_is_none_is_told_in_a_line(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(workers, "PATIENCE", 0.5)
    with pytest.raises(UsageError, match="no cluster answers there"):
        list(Workers(cluster=address).each(doubled, THINGS))


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins

    whole = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name == "distributed":
            raise ImportError
        return whole(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(UsageError, match=r"event-digest\[cluster\]"):
        list(Workers(cluster="tcp://127.0.0.1:9").each(doubled, THINGS))
