"""The command line: each command parses its arguments, makes one library call, prints and returns an exit status.

0: done. 1: something to look at under `--strict`, or some input could not be used. 2: called wrongly. Whatever is wrong
with the input, it is told in a line or two, without a traceback.
"""

from __future__ import annotations

import atexit
import gc
import sys
from importlib import import_module
from typing import Any

import click

from generator import __version__
from generator.errors import DigestError, UsageError
from generator.sweeps import without_sweeps

UNUSABLE, MISUSED = 1, 2
MODULES = {
    "building": ("build", "site", "check", "published"),
    "looking": ("annotate", "explain", "show"),
    "starting": ("init", "add"),
    "printing": ("pdf",),
    "overriding": ("override",),
}
"""The commands of each module of this room, where that of `build` is `build_command`."""


class _Commands(click.Group):
    """Turns what is wrong with the input into lines and an exit status; our own mistakes keep their traceback.

    A command is imported when it is called: who builds needs nothing that fetches pages.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(name for names in MODULES.values() for name in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for module, names in MODULES.items():
            if cmd_name in names:
                with without_sweeps():
                    found: click.Command = getattr(import_module(f"{__name__}.{module}"), f"{cmd_name}_command")
                return found
        return None

    def invoke(self, ctx: click.Context) -> Any:
        atexit.register(gc.freeze)  # Python ends by sweeping twice through all that is there, half a second's work
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
