"""The one adapter to MkDocs: before each build the digest is generated, and `mkdocs serve` follows the seeds.

The generator writes plain files into `docs/`, only those whose bytes differ: a file that is written anew though it is
the same would make `serve` build again, and again.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

from generator.cli.report import show_problems, show_stale
from generator.errors import DigestError
from generator.project import Project, build, open_project
from generator.publish.policy import with_policy

BUILDING, OLD = ".{}-building", ".{}-old"


@dataclass(slots=True)
class _Run:
    """How MkDocs was called: it says so once, and keeps this module while it serves."""

    draft: bool = False
    """Somebody is trying things out: new permanent links are not published."""
    dirty: bool = False
    """Only the pages that changed are built."""
    serving: bool = False
    """Somebody looks at the site in a browser, which hangs while a build fails."""


_run = _Run()


def on_startup(command: str, dirty: bool) -> None:
    """Take note of how MkDocs was called. `serve --clean` is called "build", since it builds as that does."""
    _run.draft, _run.dirty, _run.serving = command == "serve", dirty, False


def on_pre_build(config: Any) -> None:
    """Write the digest into `docs/`. What could not be used is printed and does not fail a strict build.

    While it serves, an input that stops the build is printed too, and the digest as it was is shown on.
    """
    try:
        built = build(_project(config), draft=_run.draft)
        show_problems(built.problems)
        show_stale(built.digest)
    except DigestError as error:
        show_problems(error.problems)
        if not _run.serving:
            raise Abort("The digest cannot be built.") from None
    _build_aside(config)


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Give each page its content security policy."""
    return with_policy(output, page.content or "")


@event_priority(-100)  # after the plugins that write into the site when it is built
def on_post_build(config: Any) -> None:
    """Put the finished site in the place of the old one."""
    built = Path(config.site_dir)
    name = built.name.removeprefix(".").removesuffix("-building")
    if built.name != BUILDING.format(name):
        return
    place, old = built.with_name(name), built.with_name(OLD.format(name))
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    built.rename(place)
    shutil.rmtree(old, ignore_errors=True)
    config.site_dir = str(place)


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Build again when an article or the overrides change."""
    _run.draft = _run.serving = True  # whatever the first build was, from here on somebody looks at what they try
    server.watch(str(_project(config).seeds))
    return server


def _project(config: Any) -> Project:
    return open_project(Path(config.config_file_path).parent, docs=Path(config.docs_dir))


def _build_aside(config: Any) -> None:
    # MkDocs empties the folder of the site before it builds into it: a build that is killed would leave half a site.
    # "--dirty" builds only what changed, so it needs what is there.
    if not _run.dirty:
        place = Path(config.site_dir)
        put_back(place)
        config.site_dir = str(place.with_name(BUILDING.format(place.name)))


def put_back(place: Path) -> None:
    """Put the old site back where a build was killed between taking it away and putting the new one there."""
    old = place.with_name(OLD.format(place.name))
    if old.is_dir() and not place.exists():
        old.rename(place)
