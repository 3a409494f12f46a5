"""Make every small mistake in a module, one at a time, and list those that no test notices.

    .venv/bin/python -m tests.mutate
    .venv/bin/python -m tests.mutate generator/publish/markup.py
    .venv/bin/python -m tests.mutate generator/days.py tests/test_days.py

Without a module: those of `HELD_BY`; with tests: another module, and what is to hold it. The tests run once as they
are. Then each mutant gets a process of its own, forked from the one that holds the model and all parses, and runs them
until one fails. Needs a system that can fork.
"""

from __future__ import annotations

import gc
import importlib
import os
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FunctionType, ModuleType
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
    killed: int = 0
    survivors: list[str] = field(default_factory=list)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the collected tests for every mutant; what is known to fail proves nothing and is left out."""
        _remember_parses()
        module = importlib.import_module(self.path.removesuffix(".py").replace("/", "."))
        items, seconds = _fastest_first([item for item in session.items if not item.get_closest_marker("xfail")])
        gc.freeze()  # or each process would copy what all of them share, to count it
        for mutant in mutants(Path(self.path).read_text(encoding="utf-8")):
            end = _end_of(module, mutant, items, limit=10 + int(10 * seconds))
            self.killed += end == FAILED
            if end == PASSED:
                self.survivors.append(mutant.label)
        return True

    def told(self) -> str:
        """Return the share and the survivors as lines."""
        lines = [f"  survives: {label}" for label in self.survivors]
        return "\n".join([share(self.path, self.killed, len(self.survivors)), *lines])


def share(of: str, killed: int, survived: int) -> str:
    """Return a line for people."""
    total = killed + survived
    return f"{of}: {killed} of {total} killed, {killed / max(total, 1):.1%}"


def _remember_parses() -> None:
    """Parse no text twice: the model is no part of what is mutated."""
    known: dict[str, Any] = {}
    parse = SpacyLanguage.parse

    def remembered(language: SpacyLanguage, texts: Sequence[str]) -> list[Any]:
        new = [text for text in texts if text not in known]
        known.update(zip(new, parse(language, new), strict=True))
        return [known[text] for text in texts]

    SpacyLanguage.parse = remembered  # type: ignore[method-assign, assignment]


def _fastest_first(items: list[pytest.Item]) -> tuple[list[pytest.Item], float]:
    """Return the tests in the order of the time they take, and the time of all."""
    took = {}
    for item, following in zip(items, [*items[1:], *items[:1]], strict=True):
        begun = time.perf_counter()
        assert not _fails(item, following), f"fails before anything is changed: {item.nodeid}"
        took[item] = time.perf_counter() - begun
    return sorted(items, key=took.__getitem__), sum(took.values())


def _fails(item: pytest.Item, following: pytest.Item) -> bool:
    """Run a test. `following`: never none, so that what tests share is kept."""
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))


def _end_of(module: ModuleType, mutant: Mutant, items: list[pytest.Item], limit: int) -> int:
    """Return how the tests end. The one that fails comes first for the next mutant, which it often kills as well."""
    telling, told = os.pipe()
    child = os.fork()
    if not child:
        signal.alarm(limit)
        sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115
        os._exit(_tested(module, mutant, items, told))
    os.close(told)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    with os.fdopen(telling) as failed:
        if at := failed.read():
            items.insert(0, items.pop(int(at)))
    return code if code in (PASSED, NO_MODULE) else FAILED


def _tested(module: ModuleType, mutant: Mutant, items: list[pytest.Item], told: int) -> int:
    try:
        put(module, mutant)
    except Exception:
        return NO_MODULE
    for at, item in enumerate(items):
        if _fails(item, items[(at + 1) % len(items)]):
            os.write(told, str(at).encode())
            return FAILED
    return PASSED


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
    _forget({module.__name__})


def _become(old: Any, new: Any) -> None:
    old.__code__, old.__defaults__, old.__kwdefaults__ = new.__code__, new.__defaults__, new.__kwdefaults__


def _forget(changed: set[str]) -> None:
    """Empty the caches of a module and of all that import it, which may hold what it answered before."""
    package = min(changed).partition(".")[0]
    modules = {name: module for name, module in sys.modules.items() if name.partition(".")[0] == package}
    while more := {name for name, module in modules.items() if name not in changed and _imports(module, changed)}:
        changed |= more
    for name in changed:
        for value in vars(modules[name]).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


def _imports(module: ModuleType, changed: set[str]) -> bool:
    """Return whether a module holds another one, or anything that it defines."""
    return any(
        getattr(value, "__name__" if isinstance(value, ModuleType) else "__module__", None) in changed
        for value in vars(module).values()
    )


def main(arguments: Sequence[str]) -> None:
    """Print what was killed and what survives."""
    wanted = {arguments[0]: tuple(arguments[1:]) or HELD_BY[arguments[0]]} if arguments else HELD_BY
    done = [Mutating(path) for path in wanted]
    for mutating in done:
        pytest.main(["-qq", "--tb=no", "-p", "no:cacheprovider", *wanted[mutating.path]], plugins=[mutating])
        print(mutating.told(), flush=True)
    if len(done) > 1:
        print(share("All", sum(each.killed for each in done), sum(len(each.survivors) for each in done)))


if __name__ == "__main__":
    main(sys.argv[1:])
