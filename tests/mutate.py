"""Make every small mistake in a module, one at a time, and list those that no test notices.

    .venv/bin/python -m tests.mutate
    .venv/bin/python -m tests.mutate generator/publish/markup.py
    .venv/bin/python -m tests.mutate generator/days.py tests/test_days.py
    .venv/bin/python -m tests.mutate --every 4 generator/publish/markup.py

Without a module: those of `HELD_BY`; with tests: another module, and what is to hold it. The tests run once as they
are, and it is noted which lines of the module each comes to. Then each mutant gets a process of its own, as many at a
time as there are processors, forked from the one that holds the model and all parses. It runs the tests that come to
the changed place, until one fails. With `--every`: each n-th mutant only, and how far the share may be off by that.
Needs a system that can fork.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from math import sqrt
from pathlib import Path
from types import FrameType, FunctionType, ModuleType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from generator.language import SpacyLanguage
from tests.mutants import Mutant, mutants

HELD_BY = {
    "generator/annotate/speakers_beside.py": ("tests/annotate/test_quotes.py",),
    "generator/collate/statements/align.py": ("tests/collate/statements",),
    "generator/collate/statements/likeness.py": ("tests/collate/statements",),
    "generator/collate/comparison/same_value.py": ("tests/collate/comparison",),
    "generator/publish/markup.py": ("tests/publish/test_markup.py",),
    "generator/publish/write.py": ("tests/publish/test_write.py", "tests/publish/test_write_told.py"),
    "generator/publish/tombstones.py": ("tests/publish/test_tombstones.py", "tests/publish/test_tombstones_told.py"),
    "generator/read/fetch.py": ("tests/read/test_fetch.py", "tests/read/test_fetch_told.py"),
}
"""Modules full of tuned numbers and guards, and the tests that must notice when one of them moves."""
PASSED, FAILED, NO_MODULE = range(3)


@dataclass
class Mutating:
    """The plugin that takes the place of pytest's own loop."""

    path: str
    every: int = 1
    killed: int = 0
    survivors: list[str] = field(default_factory=list)

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        """Let no property test look for the smallest example that fails: any will do."""
        from hypothesis import Phase, settings  # not before pytest has seen the plugin of its own

        settings.register_profile("mutants", settings(phases=(Phase.explicit, Phase.generate)))
        settings.load_profile("mutants")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the collected tests for every mutant; what is known to fail proves nothing and is left out."""
        _remember_parses()
        module = importlib.import_module(self.path.removesuffix(".py").replace("/", "."))
        tests = _as_they_are(module, [item for item in session.items if not item.get_closest_marker("xfail")])
        gc.freeze()  # or each process would copy what all of them share, to count it
        made = islice(mutants(Path(self.path).read_text(encoding="utf-8")), 0, None, self.every)
        ends = sorted(_ends(module, made, tests))
        self.killed = sum(end == FAILED for _, _, end in ends)
        self.survivors = [label for _, label, end in ends if end == PASSED]
        return True

    def told(self) -> str:
        """Return the share and the survivors as lines."""
        lines = [f"  survives: {label}" for label in self.survivors]
        return "\n".join([share(self.path, self.killed, len(self.survivors), self.every), *lines])


def share(of: str, killed: int, survived: int, every: int = 1) -> str:
    """Return a line for people; of a sample with the interval (Wilson) that holds that of all 95 times of 100."""
    total = max(killed + survived, 1)
    told = f"{of}: {killed} of {total} killed, {killed / total:.1%}"
    if every == 1:
        return told
    z = 1.96
    middle = killed + z * z / 2
    off = z * sqrt(killed * (total - killed) / total + z * z / 4)
    low, high = ((middle + side) / (total + z * z) for side in (-off, off))
    return f"{told}; one of {every} tried, of all {low:.1%} to {high:.1%}"


def _remember_parses() -> None:
    """Parse no text twice: the model is no part of what is mutated."""
    known: dict[str, Any] = {}
    parse = SpacyLanguage.parse

    def remembered(language: SpacyLanguage, texts: Sequence[str]) -> list[Any]:
        new = [text for text in texts if text not in known]
        known.update(zip(new, parse(language, new), strict=True))
        return [known[text] for text in texts]

    SpacyLanguage.parse = remembered  # type: ignore[method-assign, assignment]


# ---- the tests as they are ------------------------------------------------------------------------------------------


@dataclass(eq=False)
class _Test:
    """A test, and how it went before anything was changed."""

    item: pytest.Item
    following: pytest.Item
    """Never none, so that what tests share is kept."""
    lines: set[int] = field(default_factory=set)
    """Those of the module that it came to."""
    seconds: float = 0

    def fails(self) -> bool:
        return any(report.failed for report in runtestprotocol(self.item, log=False, nextitem=self.following))


def _as_they_are(module: ModuleType, items: list[pytest.Item]) -> list[_Test]:
    """Run all tests and return them in the order of the time they take."""
    tests = [_Test(item, after) for item, after in zip(items, [*items[1:], *items[:1]], strict=True)]
    caches = _caches({module.__name__})
    for test in tests:
        _empty(caches)  # or a test would not come to what an earlier one left there
        begun = time.perf_counter()
        noting = _noting(str(module.__file__), test.lines)
        sys.settrace(noting)
        threading.settrace(noting)  # what a module does under a deadline it does in a thread
        try:
            assert not test.fails(), f"fails before anything is changed: {test.item.nodeid}"
        finally:
            sys.settrace(None)
            threading.settrace(None)  # type: ignore[arg-type]
        test.seconds = time.perf_counter() - begun
    return sorted(tests, key=lambda test: test.seconds)


def _noting(file: str, lines: set[int]) -> Any:
    """Return what `sys.settrace` is to be given so that the lines of a file that are run are noted."""

    def entered(frame: FrameType, event: str, found: object) -> Any:
        return line if frame.f_code.co_filename == file else None

    def line(frame: FrameType, event: str, found: object) -> Any:
        lines.add(frame.f_lineno)
        return line

    return entered


# ---- the tests with a mutant ----------------------------------------------------------------------------------------


_Running = tuple[int, Mutant, list[_Test], int]
"""Which mutant it is, the tests that it is tried with, and the pipe that tells the one that fails."""


def _ends(module: ModuleType, made: Iterable[Mutant], tests: list[_Test]) -> Iterator[tuple[int, str, int]]:
    """Yield which mutant, its label and how the tests end, as many at a time as there are processors."""
    caches = _caches({module.__name__})
    running: dict[int, _Running] = {}
    for number, mutant in enumerate(made):
        all_of_them = _is_read_elsewhere(module, mutant)
        holding = [test for test in tests if all_of_them or test.lines & mutant.lines]
        if not holding:
            yield number, mutant.label, PASSED
            continue
        telling, told = os.pipe()
        child = os.fork()
        if not child:
            sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115
            os._exit(_tested(module, mutant, holding, caches, told))
        os.close(told)
        running[child] = (number, mutant, holding, telling)
        if len(running) >= (os.cpu_count() or 1):
            yield _next_end(running, tests)
    while running:
        yield _next_end(running, tests)


def _next_end(running: dict[int, _Running], tests: list[_Test]) -> tuple[int, str, int]:
    """Wait for a process. The test that failed comes first for the next mutants, which it often kills as well."""
    child, status = os.waitpid(-1, 0)
    number, mutant, holding, telling = running.pop(child)
    with os.fdopen(telling) as told:
        if at := told.read():
            killer = holding[int(at)]
            tests.remove(killer)
            tests.insert(0, killer)
    code = os.waitstatus_to_exitcode(status)
    return number, mutant.label, code if code in (PASSED, NO_MODULE) else FAILED


def _tested(module: ModuleType, mutant: Mutant, tests: list[_Test], caches: list[Any], told: int) -> int:
    try:
        put(module, mutant)
    except Exception:
        return NO_MODULE
    _empty(caches)
    for at, test in enumerate(tests):
        # What never ends is killed, and noticed: by its own time first, since a busy machine says nothing of it.
        signal.setitimer(signal.ITIMER_PROF, 2 + 10 * test.seconds)
        signal.setitimer(signal.ITIMER_REAL, 60 + 50 * test.seconds)
        if test.fails():
            os.write(told, str(at).encode())
            return FAILED
    return PASSED


def _is_read_elsewhere(module: ModuleType, mutant: Mutant) -> bool:
    """Return whether another module has one of the values that the mutant sets anew."""
    return any(
        vars(other).get(name) is vars(module)[name]
        for name in mutant.names
        if not isinstance(vars(module)[name], FunctionType | type) and not hasattr(vars(module)[name], "__wrapped__")
        for other in list(sys.modules.values())
        if other is not module
    )


def put(module: ModuleType, mutant: Mutant) -> None:
    """Give a module, and those that took a name from it, what the mutant sets."""
    made = ModuleType(module.__name__)
    sys.modules[module.__name__] = made  # where a dataclass looks for the types of its fields
    try:
        exec(mutant.code, vars(made))
    finally:
        sys.modules[module.__name__] = module
    for name in mutant.names:
        old, new = vars(module)[name], vars(made)[name]
        if isinstance(getattr(old, "__wrapped__", old), FunctionType):
            _become(getattr(old, "__wrapped__", old), getattr(new, "__wrapped__", new))
        elif isinstance(old, type):
            for member, value in vars(new).items():
                if isinstance(value, FunctionType | property | classmethod | staticmethod):
                    setattr(old, member, value)
        else:
            for user in [user for user in sys.modules.values() if vars(user).get(name) is old]:
                setattr(user, name, new)


def _become(old: Any, new: Any) -> None:
    old.__code__, old.__defaults__, old.__kwdefaults__ = new.__code__, new.__defaults__, new.__kwdefaults__


def _caches(changed: set[str]) -> list[Any]:
    """Return the caches of a module and of all that import it, which may hold what it answered before."""
    package = min(changed).partition(".")[0]
    modules = {name: module for name, module in sys.modules.items() if name.partition(".")[0] == package}
    while more := {name for name, module in modules.items() if name not in changed and _imports(module, changed)}:
        changed |= more
    values = [value for name in sorted(changed) for value in vars(modules[name]).values()]
    return [value for value in values if hasattr(value, "cache_clear")]


def _empty(caches: list[Any]) -> None:
    for each in caches:
        each.cache_clear()


def _imports(module: ModuleType, changed: set[str]) -> bool:
    """Return whether a module holds another one, or anything that it defines."""
    return any(
        getattr(value, "__name__" if isinstance(value, ModuleType) else "__module__", None) in changed
        for value in vars(module).values()
    )


def main(arguments: Sequence[str]) -> None:
    """Print what was killed and what survives."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutate", description=__doc__)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="try only each N-th mutant")
    parser.add_argument("module", nargs="?", help="a path; without: those that are listed here")
    parser.add_argument("tests", nargs="*", help="what holds it; without: what is listed here")
    given = parser.parse_args(arguments)
    wanted = {given.module: tuple(given.tests) or HELD_BY[given.module]} if given.module else HELD_BY
    done = [Mutating(path, given.every) for path in wanted]
    for mutating in done:
        pytest.main(["-qq", "--tb=no", "-p", "no:cacheprovider", *wanted[mutating.path]], plugins=[mutating])
        print(mutating.told(), flush=True)
    if len(done) > 1:
        killed, survived = (sum(each.killed for each in done), sum(len(each.survivors) for each in done))
        print(share("All", killed, survived, given.every))


if __name__ == "__main__":
    main(sys.argv[1:])
