"""How the command line shows problems, findings, progress and the summary of a build."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from generator.cache import Progress
from generator.errors import Problem
from generator.overrides import STALE
from generator.project import Built
from generator.records import Finding


def show_problems(problems: Iterable[Problem]) -> None:
    """Print each problem to standard error: where, what, and the next step."""
    for problem in problems:
        click.echo(str(problem), err=True)


def show_stale(findings: Iterable[Finding]) -> None:
    """Print to standard error what an editor stated and could not be applied."""
    for finding in findings:
        if finding.weight == STALE:
            click.echo(finding_lines(finding), err=True)


def finding_lines(finding: Finding) -> str:
    """Return a finding in the words of the command line."""
    return str(Problem(finding.where, finding.what, finding.next_step))


@contextmanager
def progress_of(label: str) -> Iterator[Progress]:
    """Give a progress bar on a terminal, and plain lines elsewhere."""
    if sys.stderr.isatty():
        bar: Any = click.progressbar(length=1, label=label, file=sys.stderr)

        def move(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.update(done - bar.pos)

        with bar:
            yield move
        return

    def say(done: int, total: int) -> None:
        # Every tenth part: enough to see that it moves, little enough for a log.
        step = max(total // 10, 1)
        if total and (done == total or done % step == 0):
            click.echo(f"{label}: {done} of {total}", err=True)

    yield say


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
    return "\n".join(lines)
