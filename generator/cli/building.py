"""`build` and `check`: the whole folder."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import click

from generator.cli.report import finding_lines, progress_of, show_problems, show_stale, summary
from generator.errors import Problem
from generator.lock import held
from generator.overrides import stops
from generator.project import build, make_digest, open_project
from generator.publish.offline import OFFLINE
from generator.publish.since import keep
from generator.publish.write import PUBLISHED
from generator.zensical_site import zensical_site

FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command("build")
@click.option("--seeds", type=FOLDER, help="Folder of the articles, instead of the one in mkdocs.yml.")
@click.option("--docs", type=FOLDER, help="Folder to write the digest into, instead of the one in mkdocs.yml.")
@click.option("--jobs", type=click.IntRange(min=0), help="How many processes work; 0, the default: one a core.")
@click.option("--cluster", metavar="ADDRESS", help="Annotate on a Dask cluster: the address of its scheduler.")
@click.option("--strict", is_flag=True, help="Exit 1 when there is anything to look at.")
@click.option("--no-cache", is_flag=True, help="Annotate every article anew and keep nothing.")
@click.pass_context
def build_command(
    ctx: click.Context,
    seeds: Path | None,
    docs: Path | None,
    jobs: int | None,
    cluster: str | None,
    strict: bool,
    no_cache: bool,
) -> None:
    """Write the digest of the seeds into docs/."""
    project = open_project(Path(), seeds, docs)
    with progress_of() as progress:
        jobs = project.settings.jobs if jobs is None else jobs
        built = build(project, jobs, not no_cache, progress, say=_say, cluster=cluster)
    show_problems(built.problems)
    show_stale(built.findings)
    click.echo(summary(built))
    if built.problems or (strict and built.findings):
        ctx.exit(1)


@click.command("site")
@click.option("--engine", type=click.Choice(["mkdocs", "zensical"]), default="mkdocs", help="What builds the site.")
@click.pass_context
def site_command(ctx: click.Context, engine: str) -> None:
    """Write the digest into docs/ and build the site of it."""
    if engine == "mkdocs":  # its hook writes the digest
        ctx.exit(subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], check=False).returncode)
    project = open_project(Path())
    with held(project.docs, _say):  # another build waits until the site is built of what is written here
        with progress_of() as progress:
            built = build(project, project.settings.jobs, progress=progress, say=_say)
        show_problems(built.problems)
        show_stale(built.findings)
        click.echo(summary(built))
        offline = bool(os.environ.get(OFFLINE))
        zensical_site(Path(), Path(project.settings.site), offline, project.settings)


@click.command("check")
@click.option("--seeds", type=FOLDER, help="Folder of the articles, instead of the one in mkdocs.yml.")
@click.option("--strict", is_flag=True, help="Exit 1 when there is anything to look at.")
@click.pass_context
def check_command(ctx: click.Context, seeds: Path | None, strict: bool) -> None:
    """List what an editor should look at, most important first."""
    project = open_project(Path(), seeds)
    with progress_of() as progress:
        made = make_digest(project, project.settings.jobs, progress=progress)
    findings = sorted(made.digest.findings, key=lambda finding: (-finding.weight, finding.where, finding.what))
    for problem in made.problems:
        click.echo(str(problem))
    for finding in findings:
        click.echo(finding_lines(finding))
    if not made.problems and not findings:
        click.echo("Nothing to look at.")
    if made.problems or any(map(stops, findings)) or (strict and findings):
        ctx.exit(1)


@click.command("published")
@click.option("--docs", type=FOLDER, help="Folder of the digest, instead of the one in mkdocs.yml.")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="The day on which it went public, for readers.")
def published_command(docs: Path | None, day: datetime | None) -> None:
    """Take the digest in docs/ for the published one: later builds tell what has changed since."""
    project = open_project(Path(), None, docs)
    version = keep(project.docs, day.date().isoformat() if day else "")
    quotes = sum(len(said) for said in version.articles.values())
    click.echo(f"{project.docs / PUBLISHED}: {len(version.articles)} articles, {quotes} quotes. Commit it.")


def _say(problem: Problem) -> None:
    show_problems([problem])
