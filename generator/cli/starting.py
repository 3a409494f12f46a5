"""`init` and `add`: a new digest, and articles for it."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.report import show_problems
from generator.config import read_settings
from generator.init import init
from generator.read.add import add


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def init_command(folder: Path) -> None:
    """Lay out a new digest in DIR, ready to serve and to push to GitHub Pages."""
    files = init(folder)
    click.echo(f"{len(files)} files in {folder}. Next:")
    click.echo(f"  put articles into {folder / 'seeds'}")
    click.echo(f"  cd {folder}")
    click.echo("  make serve")


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
