"""`pdf`: the digest, or pages of it, on paper."""

from __future__ import annotations

from pathlib import Path

import click

from generator.printing import print_site


@click.command("pdf")
@click.argument("pages", metavar="[PAGE]...", nargs=-1)
@click.option("--site", type=click.Path(file_okay=False, path_type=Path), default=Path("site"), help="The built site.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default=Path("digest.pdf"), help="The PDF.")
def pdf_command(pages: tuple[str, ...], site: Path, out: Path) -> None:
    """Print the built site to a PDF: all of it, or pages by their address (quotes/, articles/bbc/)."""
    sheets = print_site(site, pages, out)
    click.echo(f"{out}: {sheets} sheets")
