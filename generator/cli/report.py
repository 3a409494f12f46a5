"""How the command line shows problems, findings, progress and the summary of a build."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from generator.cache import Progress
from generator.errors import Problem
from generator.overrides import TOLD
from generator.project import Built
from generator.records import Finding

AT_ONCE = 2.0  # seconds: what takes no longer needs no word

MOST_SHARES = 40  # articles whose share is told one by one


def show_problems(problems: Iterable[Problem]) -> None:
    """Print each problem to standard error: where, what, and the next step."""
    for problem in problems:
        click.echo(str(problem), err=True)


def show_stale(findings: Iterable[Finding]) -> None:
    """Print to standard error what an editor stated and could not be applied, or may not be what was meant."""
    for finding in findings:
        if finding.weight in TOLD:
            click.echo(finding_lines(finding), err=True)


def finding_lines(finding: Finding) -> str:
    """Return a finding in the words of the command line."""
    return str(Problem(finding.where, finding.what, finding.next_step))


@contextmanager
def progress_of() -> Iterator[Progress]:
    """Give a progress bar on a terminal, and plain lines elsewhere. What is done in two seconds shows neither."""
    if not sys.stderr.isatty():
        yield _Lines()
        return
    bar: Any = click.progressbar(length=1, file=sys.stderr, show_eta=True)

    def move(done: int, total: int, stage: str = "") -> None:
        bar.label = stage or bar.label
        bar.length = max(total, 1)
        bar.update(done - bar.pos)
        bar.render_progress()

    with bar:
        yield move


class _Lines:
    """Plain lines for a log: each stage, and in one that counts every tenth part with the time that is left."""

    def __init__(self) -> None:
        self._began = self._stage_began = time.monotonic()
        self._stage = ""
        self._first: int | None = None
        """How many were done when the stage began."""

    def __call__(self, done: int, total: int, stage: str = "") -> None:
        now = time.monotonic()
        if stage:
            self._stage, self._stage_began, self._first = stage, now, None
        if self._first is None and total:
            self._first = done
        if now - self._began < AT_ONCE:
            return
        if not total:
            click.echo(f"{self._stage} …", err=True)
        elif done == total or done % max(total // 10, 1) == 0:
            click.echo(f"{self._stage}: {done} of {total}{self._left(now, done, total)}", err=True)

    def _left(self, now: float, done: int, total: int) -> str:
        made = done - (self._first or 0)
        if not made or done == total:
            return ""
        return f", {(now - self._stage_began) / made * (total - done):.0f} s left"


def summary(built: Built) -> str:
    """Return the short summary at the end of a build."""
    counts = built.counts
    look_at = len(built.problems) + len(built.findings)
    rows = [
        ("articles", counts.articles, f"{counts.independent} independent texts" if counts.independent else ""),
        ("quotes", counts.quotes, ""),
        ("speakers named", counts.named, f"of {counts.quotes}"),
        ("statements", counts.statements, ""),
        ("events", counts.events, ""),
        ("things to look at", look_at, "list them with `check`" if look_at else ""),
    ]
    lines = [f"{count:>7,}  {name}{f' ({note})' if note else ''}" for name, count, note in rows]
    changed = len(built.changes.written) + len(built.changes.removed)
    lines.append(f"{changed:>7,}  files changed")
    if built.shares:
        low, high = min(built.shares.values()), max(built.shares.values())
        share = f"{low} to {high} %" if low < high else f"{high} %"
        lines.append(f"{share:>7}  of each article's words go public (publish: {built.publish})")
    if built.publish != "full" and len(built.shares) <= MOST_SHARES:
        lines += [f"{share:>5} %  {article}" for article, share in built.shares.items()]
    return "\n".join(lines)
