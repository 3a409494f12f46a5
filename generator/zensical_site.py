"""The site of a digest by Zensical, which reads `mkdocs.yml` as MkDocs does and runs no hook.

What the hook does under MkDocs stands here around the engine: the site is built aside, its pages are made ready, what
the search asks for is put where it looks, and the whole is put in the place of the old one.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

from generator.config import Settings
from generator.errors import DigestError, Problem, shown
from generator.pagefind_index import index_site, wants_index
from generator.placing import aside, put_in_place
from generator.publish import permalinks
from generator.publish.finish import finish_site, open_from_a_folder

INDEX = ("search.json", "search/search_index.json")
"""Where Zensical writes its index of the pages that are written by hand, and where the search of the digest looks."""
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")  # Zensical colours what it says, also where no terminal reads it
# "classic" is the theme that the pages were made for; colours of code are in neither.
SETTINGS = {
    "theme": {"variant": "classic"},
    "markdown_extensions": ["generator.raw_links", {"pymdownx.highlight": {"use_pygments": False}}],
}


def zensical_site(root: Path, place: Path, offline: bool = False, settings: Settings | None = None) -> None:
    """Build the site of the project in `root`, whose `docs/` is there already, and put it at `place`.

    `settings` say what it is searched with.

    Raises `DigestError` where Zensical is not installed or does not build it; the old site is then where it was.
    """
    if importlib.util.find_spec("zensical") is None:
        step = "Run `make site ENGINE=zensical`, or install it: pip install 'event-digest[zensical]'"
        raise DigestError(Problem("zensical", "is not installed", step, fatal=True))
    built = aside(place)
    try:
        with _settings(root, built) as file:
            _run(file)
        indexed = not offline and wants_index(settings or Settings(), built / permalinks.SEARCH)
        finish_site(built, indexed)
        _index_in_its_place(built)
        if indexed:
            index_site(built, built / permalinks.SEARCH)
        if offline:
            open_from_a_folder(built)
        put_in_place(built, place)
    except OSError as error:
        what = f"cannot be written ({error.strerror or type(error).__name__}: {error.filename or 'the site'})"
        step = "Make room or mend the rights, then build again; the old site is where it was"
        raise DigestError(Problem(str(place), what, step, fatal=True)) from None
    finally:
        shutil.rmtree(built, ignore_errors=True)


@contextmanager
def _settings(root: Path, built: Path) -> Iterator[Path]:
    """Give a file of settings that adds to `mkdocs.yml`. It lies beside that, since all paths count from there."""
    file = root / f"{built.name}.yml"
    inherited = {"INHERIT": "mkdocs.yml", "site_dir": os.path.relpath(built, root), **SETTINGS}
    file.write_text(yaml.safe_dump(inherited), encoding="utf-8")
    try:
        yield file
    finally:
        file.unlink(missing_ok=True)


def _run(file: Path) -> None:
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--clean", "--config-file", str(file)]
    done = subprocess.run(command, cwd=file.parent, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        for line in _COLOURS.sub("", done.stdout + done.stderr).partition("Traceback (most recent")[0].splitlines():
            print(shown(line.rstrip()), file=sys.stderr)
        raise DigestError(Problem("zensical", "does not build the site", "Mend what it says above", fatal=True))


def _index_in_its_place(site: Path) -> None:
    theirs, ours = (site / path for path in INDEX)
    if theirs.is_file():
        items = json.loads(theirs.read_text(encoding="utf-8"))["items"]
        ours.parent.mkdir(exist_ok=True)
        ours.write_text(json.dumps({"docs": items}, ensure_ascii=False), encoding="utf-8")
        theirs.unlink()
