"""Tasks that need nothing of each other, done by this process and by copies of it.

In: the tasks. Out: what they gave, in order, the same whoever did them. A copy has all that this process has in memory,
so nothing is sent to it; what its tasks give is sent back, and whatever else they changed is gone with it.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import wait
from typing import Any, TypeVar

Out = TypeVar("Out")
Task = Callable[[], Out]

WORTH = 24  # articles: below, it takes as long to copy this process and to send back what its tasks gave
_tasks: Sequence[Task[Any]] = ()
"""Those at work, where a copy finds them by their number: a task may hold the whole digest."""


def side_by_side(tasks: Sequence[Task[Out]], jobs: int) -> list[Out]:
    """Return what the tasks give, in order. `jobs`: how many processes do them, this one among them.

    The last task is always done here, so what it gives may be large, and what it keeps for later is kept. Where one
    fails, or a copy is killed, all are done here once more, so that it fails as it does in one process.
    """
    if min(jobs, len(tasks)) > 1 and _can_be_copied():
        try:
            return _shared_out(tasks, jobs)
        except Exception:
            pass
    return [task() for task in tasks]


def worthwhile(jobs: int, articles: int) -> int:
    """Return how many processes should work on so many articles."""
    return jobs if articles >= WORTH else 1


def _can_be_copied() -> bool:
    """Return whether this process may be forked: on systems that can, and with no thread, whose locks a copy keeps.

    macOS can, but its own libraries crash in a copy. A copy does its task alone.
    """
    forks = "fork" in get_all_start_methods() and sys.platform != "darwin"
    return forks and threading.active_count() == 1 and parent_process() is None


def _shared_out(tasks: Sequence[Task[Out]], jobs: int) -> list[Out]:
    global _tasks
    *others, last = tasks
    _tasks = others
    try:
        with _copies(min(jobs - 1, len(others))) as executor:
            futures = _begun(executor, len(others))
            here = {len(others): last()}
            for number in reversed(range(len(others))):  # the copies begin with the first one
                if futures[number].cancel():
                    here[number] = others[number]()
            return [here[number] if number in here else futures[number].result() for number in range(len(tasks))]
    finally:
        _tasks = ()


def _done(number: int) -> Any:
    return _tasks[number]()


def _begun(executor: Executor, number: int) -> list[Future[Any]]:
    with warnings.catch_warnings():
        # Python 3.12 and later warn of threads that libraries start for their sums, and those know of forks.
        warnings.simplefilter("ignore", DeprecationWarning)
        return [executor.submit(_done, task) for task in range(number)]  # the first one copies this process


@contextmanager
def _copies(number: int) -> Iterator[Executor]:
    executor = ProcessPoolExecutor(number, get_context("fork"), _prepare)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def _prepare() -> None:
    """Let a copy end with whoever started it: it holds the lock of the folder too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # silently, where somebody stops the build
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
