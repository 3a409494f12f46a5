"""`init` and `add`: a new digest, and articles for it."""

from __future__ import annotations

from pathlib import Path

import click

from generator.init import init


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def init_command(folder: Path) -> None:
    """Lay out a new digest in DIR, ready to serve and to push to GitHub Pages."""
    files = init(folder)
    click.echo(f"{len(files)} files in {folder}. Next:")
    click.echo(f"  put articles into {folder / 'seeds'}")
    click.echo(f"  cd {folder}")
    click.echo("  make serve")
