"""`init` and `add`: a new digest, and articles for it."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.report import show_problems
from generator.config import read_settings
from generator.init import init, make_own, of_the_example
from generator.read.add import add

SHOWN = 20  # of the files that are taken out, on the terminal


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path), required=False)
@click.option("--here", is_flag=True, help="Make this copy of the repository a digest of your own.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def init_command(folder: Path | None, here: bool, yes: bool) -> None:
    """Lay out a new digest in DIR, ready to serve and to push to GitHub Pages.

    With --here, in a copy that "Use this template" made, the example and what only developers need are taken out.
    """
    if here:
        gone = of_the_example(Path())
        click.echo("\n".join(gone[:SHOWN] + (("…",) if len(gone) > SHOWN else ())))
        yes or click.confirm(f"Take these {len(gone)} files and folders out?", abort=True)
        make_own(Path())
        click.echo("Put articles into seeds. Next:\n  make serve")
        return
    if folder is None:
        raise click.UsageError("Name a folder, or say --here.")
    files = init(folder)
    click.echo(f"{len(files)} files in {folder}. Next:")
    click.echo(f"  put articles into {folder / 'seeds'}")
    click.echo(f"  cd {folder}")
    click.echo("  make serve")
    click.echo("Once it is published, every word of the articles is public; `publish:` in mkdocs.yml can show less.")
    click.echo("Without make, and how to publish: docs/how-to/make-a-digest.md, docs/how-to/publish.md")


@click.command("add")
@click.argument("sources", metavar="FILE|URL...", nargs=-1, required=True)
@click.option("--seeds", type=click.Path(file_okay=False, path_type=Path), help="Folder to bring them into.")
@click.pass_context
def add_command(ctx: click.Context, sources: tuple[str, ...], seeds: Path | None) -> None:
    """Bring articles into seeds/, each with a telling name and what is known of it as front-matter."""
    folder = seeds or Path(read_settings(Path("mkdocs.yml")).seeds)
    added, problems = add(sources, folder)
    for article in added:
        click.echo(f"{folder / article.file}: {'added' if article.new else 'was there already'}")
    show_problems(problems)
    if problems:
        ctx.exit(1)
