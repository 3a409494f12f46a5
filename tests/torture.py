"""Fails each operation on the file system in a build in turn, as curl's torture tests do, and looks at what is left:

    python -m tests.torture [STEP [FIRST]]      # each STEP-th operation, from FIRST on; both 1 unless told

A tiny site is built by MkDocs and built again with other articles. In the second build the n-th write, rename, replace,
removal or making of a folder below the project is refused (as by a full disk) or is the last one (as by a kill), the
hook's, the cache's and MkDocs' own included. What stands there then must be old or new, file by file in `docs/` and as
a whole in `site/`; one more build must give what an undisturbed one gives, with nothing half written left.
"""

from __future__ import annotations

import errno
import gc
import io
import json
import os
import random
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

SETTINGS = f"""
site_name: Harbour
theme: {{name: null, custom_dir: theme}}
plugins: []
hooks: [{json.dumps(str(ROOT / "generator" / "mkdocs_hook.py"))}]
"""
OLD = {
    "ferry.txt": "Ferry strikes pier\n\n“Nobody was hurt,” said Ann Lee, its captain, on 20 June 2023.\n",
    "gone.txt": "Pier stays shut\n\n“The pier stays shut,” said Tom Okoro, who runs the harbour.\n",
}
NEW = {
    "ferry.txt": "Ferry strikes pier\n\n“Nobody was hurt at all,” said Ann Lee, its captain, on 20 June 2023.\n",
    "rain.txt": "Rain stops play\n\n“It rained,” said Ruth Calder, the harbour master.\n",
}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
REFUSED, KILLED = "refused", "killed"
Tree = dict[str, bytes]


@dataclass(slots=True)
class _Fault:
    """What is done to the operations of this process; Python tells of each before it is done."""

    folder: str = ""
    at: int = 0
    """Which operation fails, counted from 1; 0: none does."""
    how: str = REFUSED
    seen: int = 0

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.folder or not self._touches(event, arguments):
            return
        self.seen += 1
        if self.seen == self.at:
            if self.how == KILLED:
                os._exit(137)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(arguments[0]))

    def _touches(self, event: str, arguments: tuple[Any, ...]) -> bool:
        if event == "open":
            path, _, flags = arguments
            return bool(flags & WRITING) and str(path).startswith(self.folder)
        if event in ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod"):
            return str(arguments[0]).startswith(self.folder) or not str(arguments[0]).startswith("/")
        return False


_fault = _Fault()
_hooked = False


def _half_written(handle: int, mode: str) -> Any:
    """Return a file whose first write stops in the middle when it is its turn to fail."""
    file = _fdopen(handle, mode)
    if _fault.folder and "w" in mode:
        _fault.seen += 1
        if _fault.seen == _fault.at:
            return _Half(file)
    return file


class _Half:
    def __init__(self, file: Any) -> None:
        self._file = file

    def __enter__(self) -> _Half:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> None:
        self._file.write(data[: len(data) // 2])
        self._file.flush()
        if _fault.how == KILLED:
            os._exit(137)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


_fdopen = os.fdopen


@dataclass(slots=True)
class Tally:
    """What came of the faults."""

    faults: int = 0
    torn: list[str] = field(default_factory=list)
    unhealed: list[str] = field(default_factory=list)
    rude: list[str] = field(default_factory=list)
    """Refusals that were told by a traceback, by no line, or by exit status 0 with something missing."""


def torture(folder: Path, step: int = 1, first: int = 1) -> Tally:
    """Return what came of failing each `step`-th operation in both ways. An interrupt ends it with what it has."""
    global _hooked
    if not _hooked:
        sys.addaudithook(_fault)
        os.fdopen = _half_written
        _hooked = True
    from generator.language import SpacyLanguage

    SpacyLanguage.load().parse(["The model is loaded before this process forks."])
    before = Path.cwd()
    _built_here(_project(folder / "warm", OLD), 0, REFUSED)  # what a build loads is there when this process forks
    os.chdir(before)
    gc.freeze()
    first_build = _project(folder / "first", OLD)
    next_build = _project(folder / "next", OLD)
    assert _build(next_build)[0] == 0
    _seeds(next_build, NEW)
    tally = Tally()
    waiting: list[tuple[Path, int, str, _Trees, _Trees]] = []
    for start in (next_build, first_build):
        old = _trees(start)
        undisturbed = folder / f"undisturbed-{start.name}"
        shutil.copytree(start, undisturbed, symlinks=True)
        status, operations, _ = _build(undisturbed)
        assert status == 0
        new = _trees(undisturbed)
        turns = range(first, operations + 1, step)
        waiting += [(start, at, how, old, new) for how in (REFUSED, KILLED) for at in turns]
    random.Random(0).shuffle(waiting)  # who interrupts has seen a bit of everything
    with suppress(KeyboardInterrupt):
        for each in waiting:
            _try(folder / "tried", *each, tally)
    return tally


def _try(tried: Path, start: Path, at: int, how: str, old: _Trees, new: _Trees, tally: Tally) -> None:
    shutil.rmtree(tried, ignore_errors=True)
    shutil.copytree(start, tried, symlinks=True)
    name = f"{start.name} build, {how} at {at}"
    status, _, said = _build(tried, at, how)
    left = _trees(tried)
    stays = how == REFUSED and "could not be removed" in said  # told and listed: the next build removes it
    if stays:
        left = tuple({path: tree[path] for path in tree if path in new[at]} for at, tree in enumerate(left))  # type: ignore[assignment]
        for there, told in zip(left, new, strict=True):  # the list names it, in docs/ and in the copy of it in site/
            there.update({path: data for path, data in told.items() if _is_list(path)})
    _tell(tally.torn, *(f"{name}: {fault}" for fault in _torn(left, old, new)))
    if how == REFUSED and ("Traceback" in said or (status == 0 and left != new) or (status and not said.strip())):
        _tell(tally.rude, f"{name}: status {status}: {said[-300:]}")
    status, _, said = _build(tried)
    halves = [path.name for path in tried.rglob("*") if path.name.startswith((".writing-", ".site-"))]
    if status or halves or _trees(tried) != new:
        _tell(tally.unhealed, f"{name}: status {status} {halves[:3]} {said[-300:]}")
    tally.faults += 1
    if tally.faults % 100 == 0:
        print(f"{tally.faults:,} faults, {len(tally.torn)} torn, {len(tally.unhealed)} not healed", file=sys.stderr)


def _tell(found: list[str], *faults: str) -> None:
    found += faults
    for fault in faults:  # at once: a run that is cut off has said what it saw
        print(fault, file=sys.stderr, flush=True)


_Trees = tuple[Tree, Tree]


def _torn(left: _Trees, old: _Trees, new: _Trees) -> Iterator[str]:
    docs, site = left
    for path in sorted(docs):
        if docs[path] not in (old[0].get(path), new[0].get(path)) and not _is_list(path):
            yield f"docs/{path} is neither old nor new"
    for path in sorted(old[0].keys() & new[0].keys() - docs.keys()):
        yield f"docs/{path} is gone"
    if site not in (old[1], new[1]):
        yield "site/ is neither old nor new"


def _is_list(path: str) -> bool:
    """Whether a file is the manifest, which names both what was and what will be while a build is at work."""
    return path == "data/manifest.json"


def _project(folder: Path, seeds: dict[str, str]) -> Path:
    for name, text in {
        "mkdocs.yml": SETTINGS,
        "theme/main.html": "<!doctype html><html><body>{{ page.content }}</body></html>",
        "docs/about.md": "# About\n",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    _seeds(folder, seeds)
    return folder


def _seeds(folder: Path, seeds: dict[str, str]) -> None:
    shutil.rmtree(folder / "seeds", ignore_errors=True)
    (folder / "seeds").mkdir()
    for name, text in seeds.items():
        (folder / "seeds" / name).write_text(text, encoding="utf-8")


def _trees(folder: Path) -> _Trees:
    return _tree(folder / "docs"), _tree(folder / "site")


def _tree(folder: Path) -> Tree:
    kept = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(".writing-"))
    # The map of the site holds the day on which it was built.
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in kept if not path.name.startswith("sitemap")
    }


def _build(folder: Path, at: int = 0, how: str = REFUSED) -> tuple[int, int, str]:
    """Build in a process of its own; return its exit status, the operations that it made, and what it said."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        os.close(reading)
        gc.disable()
        status, said = _built_here(folder, at, how)
        with _fdopen(writing, "wb") as answer:
            answer.write(json.dumps([_fault.seen, said]).encode())
        os._exit(status)
    os.close(writing)
    try:
        with _fdopen(reading, "rb") as answer:
            told = answer.read()
    except KeyboardInterrupt:
        os.kill(child, signal.SIGKILL)  # or it writes on into a folder that is being removed
        raise
    finally:
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    seen, said = json.loads(told) if told else (0, "")
    return status, seen, said


def _built_here(folder: Path, at: int, how: str) -> tuple[int, str]:
    from click.testing import CliRunner
    from mkdocs.__main__ import cli

    os.chdir(folder)
    heard = io.StringIO()
    _fault.folder, _fault.at, _fault.how, _fault.seen = str(folder), at, how, 0
    with redirect_stderr(heard), redirect_stdout(heard):
        result = CliRunner().invoke(cli, ["--quiet", "build"])
    _fault.folder = ""
    rude = result.exception is not None and not isinstance(result.exception, SystemExit)
    said = result.output + heard.getvalue() + (f"Traceback: {result.exception!r}" if rude else "")
    return result.exit_code, said


def main() -> int:
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, signal.default_int_handler)  # a shell lets what it runs behind itself ignore the first
    step, first = (*map(int, sys.argv[1:3]), 1, 1)[:2] if len(sys.argv) != 2 else (int(sys.argv[1]), 1)
    with tempfile.TemporaryDirectory() as folder:
        tally = torture(Path(folder), step, first)
    for title, found in (("torn", tally.torn), ("not healed", tally.unhealed), ("not told", tally.rude)):
        print(f"{len(found):>7,}  {title}")
        print("".join(f"         {line}\n" for line in found[:20]), end="")
    print(f"{tally.faults:>7,}  faults", flush=True)
    return int(bool(tally.torn or tally.unhealed or tally.rude))


if __name__ == "__main__":
    sys.exit(main())
