"""Where articles are worked on: in this process, in several of this machine, or on a cluster that is there already.

In: a function and what it is called for. Out: what it gives, in order, the same wherever it ran. Whoever dies at work
costs time and no article.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, TypeVar

from generator.code import code
from generator.errors import DigestError, Problem, UsageError
from generator.language import SpacyLanguage

In = TypeVar("In")
Out = TypeVar("Out")

WORTH = 8  # articles: below, starting processes and loading the model in each takes longer than it saves
EACH = 4  # articles that a process gets at a time, and at least
PATIENCE = 20  # seconds in which a cluster that is there answers


@dataclass(frozen=True, slots=True)
class Workers:
    """Who works."""

    jobs: int = 1
    """Processes of this machine; 0: one a core."""
    cluster: str | None = None
    """Address of the scheduler of a Dask cluster; None: this machine."""

    @property
    def processes(self) -> int:
        """How many processes of this machine may work."""
        return self.jobs or cores()

    def each(self, work: Callable[[In], Out], things: Sequence[In]) -> Iterator[Out]:
        """Yield what `work` gives for each thing, in order."""
        done = 0
        with self._executor(len(things)) as executor:
            if executor is not None:
                try:
                    for made in executor.map(work, things, chunksize=EACH):
                        yield made
                        done += 1
                except BrokenExecutor:  # a process was killed, for want of memory mostly: this one goes on alone
                    pass
        yield from map(work, things[done:])

    @contextmanager
    def _executor(self, many: int) -> Iterator[Executor | None]:
        if self.cluster is not None and many:
            with _cluster(self.cluster) as executor:
                yield executor
            return
        jobs = min(self.processes, many // EACH)
        if jobs < 2 or many < WORTH:
            yield None
            return
        with _processes(jobs) as pool:
            yield pool


def _processes(jobs: int) -> Executor:
    # Spawned everywhere: a forked copy of a process that runs threads (the model, the watcher of `serve`) can hang.
    return ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn"))


ALONE = Workers()


def cores() -> int:
    """Return how many cores this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed is not None else os.cpu_count() or 1


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    """Give the workers of a cluster. A task whose worker is lost is given to another one by the scheduler."""
    try:
        from distributed import Client
        from distributed.comm.addressing import get_address_host_port
    except ImportError:
        step = "Run `pip install 'event-digest[cluster]'`"
        raise UsageError(Problem("--cluster", "Dask's `distributed` is not installed", step, fatal=True)) from None
    try:
        # Asked first whether anybody listens: a client that failed to connect can hang the next one when it is cleared.
        host, port = get_address_host_port(address)
        socket.create_connection((host, port), PATIENCE).close()
        client: Any = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as error:
        what = f"no cluster answers there ({type(error).__name__})"
        raise UsageError(Problem(f"--cluster {address}", what, "Start one, or leave it out", fatal=True)) from None
    with client:
        _refuse_strangers(address, client)
        executor: Executor = client.get_executor()
        yield executor


def ours() -> str:
    """Return a hash of the generator, of the language model and of what runs it."""
    return f"{code()} {SpacyLanguage.load().name}"


def _refuse_strangers(address: str, client: Any) -> None:
    """Raise `DigestError` where a worker has another generator than this one: its answers would be other ones."""
    found = client.run(ours)
    if not found:
        step = "Start workers, or leave it out"
        raise DigestError(Problem(f"--cluster {address}", "has no workers", step, fatal=True))
    strangers = sorted(worker for worker, its in found.items() if its != ours())
    if strangers:
        what = f"{len(strangers)} of its workers have another generator, Python or model: {strangers[0]}"
        raise DigestError(Problem(f"--cluster {address}", what, "Install the same on all of them", fatal=True))
