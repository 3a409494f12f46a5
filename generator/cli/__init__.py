"""The command line: each command parses its arguments, makes one library call, prints and returns an exit status.

0: done. 1: something to look at under `--strict`, or some input could not be used. 2: called wrongly. Whatever is wrong
with the input, it is told in a line or two, without a traceback.
"""

from __future__ import annotations

import sys
from typing import Any

import click

from generator import __version__
from generator.cli.building import build_command, check_command, published_command, site_command
from generator.cli.looking import annotate_command, explain_command, show_command
from generator.cli.overriding import override_command
from generator.cli.printing import pdf_command
from generator.cli.starting import add_command, init_command
from generator.errors import DigestError, UsageError

UNUSABLE, MISUSED = 1, 2


class _Commands(click.Group):
    """Turns what is wrong with the input into lines and an exit status; our own mistakes keep their traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):  # a console or pipe in another encoding cannot hold curly quotes
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except UsageError as error:
            click.echo(str(error), err=True)
            ctx.exit(MISUSED)
        except DigestError as error:
            click.echo(str(error), err=True)
            ctx.exit(UNUSABLE)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="event-digest")
def main() -> None:
    """Turn a folder of news articles about one event into a site that shows its sources."""


for command in (
    *(build_command, site_command, check_command, published_command),
    *(annotate_command, explain_command, show_command),
    *(init_command, add_command),
    *(pdf_command, override_command),
):
    main.add_command(command)
