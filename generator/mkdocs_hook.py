"""The one adapter to MkDocs: before each build the digest is generated, and `mkdocs serve` follows the seeds.

The generator writes plain files into `docs/`, only those whose bytes differ: a file that is written anew though it is
the same would make `serve` build again, and again.
"""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import click
from mkdocs.config.config_options import PathSpec
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

from generator.cli.report import progress_of, show_problems, show_stale, summary
from generator.correcting import LOOPBACK, Correcting
from generator.errors import DigestError, Problem
from generator.lock import hold, release
from generator.pagefind_index import index_site, wants_index
from generator.placing import aside, clear, put_in_place
from generator.project import Project, build, open_project
from generator.publish import permalinks
from generator.publish.finish import finished, open_from_a_folder
from generator.publish.offline import OFFLINE
from generator.publish.paged import FURTHER
from generator.publish.static import assets
from generator.publish.write import MANIFEST, read_manifest
from generator.records import Digest
from generator.serving import Pages, Templates, Watched

WAITING = """<p>The digest cannot be built yet. <a href="desk/">The desk</a> says what stops it.</p>
"""
"""The only page of a site whose very first build is stopped."""


@dataclass(slots=True)
class _Run:
    """How MkDocs was called: it says so once, and keeps this module while it serves."""

    draft: bool = False
    """Somebody is trying things out: new permanent links are not published."""
    dirty: bool = False
    """Only the pages that changed are built."""
    serving: bool = False
    """Somebody looks at the site in a browser, which hangs while a build fails."""
    held: Path | None = None
    """The folder of the pages, from before it is written to after the site is built of it."""
    place: Path | None = None
    """Where the site that is built aside will stand; None: it is built at its place."""
    correcting: Correcting | None = None
    """Takes what is corrected on the page while somebody looks at it."""
    pages: Pages = field(default_factory=Pages)
    templates: Templates = field(default_factory=Templates)
    """What the builds before this one made, while it serves."""
    watched: Watched = field(default_factory=Watched)
    clearing: Thread | None = None
    """Takes the site away that was served before."""
    indexed: bool = False
    """The site is searched with an index by Pagefind; not while somebody waits for what they try."""
    source: str = ""
    """The Markdown of the page that is converted."""
    docs: Path | None = None
    """The folder of the pages where the site is built of another; None: it is built of its own."""


_run = _Run()


def on_startup(command: str, dirty: bool) -> None:
    """Take note of how MkDocs was called. `serve --clean` is called "build", since it builds as that does."""
    _run.draft, _run.dirty, _run.serving = command == "serve", dirty, False


def on_config(config: Any) -> None:
    """Leave out of the navigation what a digest that grew has of further pages, whatever its `mkdocs.yml` knows of."""
    ours = PathSpec().run_validation("\n".join(FURTHER))
    config.not_in_nav = ours if config.not_in_nav is None else config.not_in_nav + ours


def on_pre_build(config: Any) -> None:
    """Write the digest into `docs/` and print what `event-digest build` prints.

    What could not be used is told and does not fail a strict build.

    While it serves, an input that stops the build is printed too, and the digest as it was is shown on; where there was
    none yet, a page that leads to the desk, which tells what stops it. `docs/` is held until the site stands at its
    place: another build waits.
    """
    opened = False
    try:
        if _run.held is None:
            hold(Path(config.docs_dir), _say)
            _run.held = Path(config.docs_dir)
        project = _project(config)
        opened = True
        with progress_of() as progress:
            built = build(project, project.settings.jobs, progress=progress, draft=_run.draft)
        show_problems(built.problems)
        show_stale(built.findings)
        click.echo(summary(built), err=True)
        ours = (*built.changes.written, *built.changes.removed, MANIFEST)
        _run.watched.wrote(project.docs / path for path in ours)
        if _run.draft:  # else nobody corrects, and where nothing had changed no digest was made
            _tell_pages(built.digest, ())
    except DigestError as error:
        show_problems(error.problems)
        _tell_pages(None, error.problems)
        if not (_run.serving or (_run.draft and opened)):  # where the project cannot be opened, nothing is served
            raise Abort("The digest cannot be built.") from None
        if not read_manifest(Path(config.docs_dir)):
            _build_of_waiting_page(config)
    if _run.draft:
        _run.pages.begin(read_manifest(Path(config.docs_dir)))
    whole = not (_run.draft or _run.dirty or os.environ.get(OFFLINE))
    _run.indexed = whole and wants_index(project.settings, project.docs / permalinks.SEARCH)
    _build_aside(config)


def on_env(env: Any, config: Any, files: Any) -> None:
    """Give the theme its templates as they were compiled before, while it serves."""
    if _run.draft:
        env.bytecode_cache = _run.templates


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Leave out what was converted before, while it serves."""
    _run.source = markdown
    return _run.pages.to_convert(markdown, page, config) if _run.draft else markdown


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Put in what was left out."""
    return _run.pages.converted(html, _run.source, page, config) if _run.draft else html


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Give each page its content security policy, and while it is served the sign that it can be corrected."""
    if _run.draft:
        output = output.replace("<body", "<body data-correcting", 1)
    return finished(output, page.content or "", _run.indexed)


def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    """Give the pages that are no page of the digest, such as 404.html, the same policy."""
    return finished(output_content, "", _run.indexed) if template_name.endswith(".html") else output_content


@event_priority(-100)  # after the plugins that write into the site when it is built
def on_post_build(config: Any) -> None:
    """Put the finished site in the place of the old one."""
    built, place = Path(config.site_dir), _run.place
    if os.environ.get(OFFLINE):
        open_from_a_folder(built)
    if _run.indexed:
        _index(built, Path(config.docs_dir) / permalinks.SEARCH)
    if place is not None and built != place:
        try:
            put_in_place(built, place, _clear_later if _run.draft else clear)
        except OSError as error:
            what = f"{error.strerror or type(error).__name__}: {error.filename or place}"
            raise Abort(f"The site cannot be put in its place ({what}). The old one is where it was.") from None
        config.site_dir = str(place)
    _back_from_waiting_page(config)
    _let_go()
    if _run.correcting is not None:
        _run.correcting.builds += 1


def _index(site: Path, words: Path) -> None:
    try:
        index_site(site, words)
    except DigestError as error:
        show_problems(error.problems)
        raise Abort("The index of the search cannot be made.") from None


def on_build_error(error: Exception) -> None:
    """Say in one line what the file system refused, and let other builds go on."""
    _let_go()
    if isinstance(error, OSError):
        what = f"{error.strerror or type(error).__name__}: {error.filename or 'the site'}"
        raise Abort(f"The site cannot be written ({what}). Make room or mend the rights, then build again.") from None


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Build again when an article or the overrides change."""
    _run.draft = _run.serving = True  # whatever the first build was, from here on somebody looks at what they try
    host, port = server.server_address[:2]
    _refuse_busy(server.address_family, str(host), int(port))
    seeds = _project(config).seeds
    server.watch(str(seeds))
    server.builder = partial(_build_where_changed, server, server.builder)
    if host in (*LOOPBACK, "localhost"):
        base = urlsplit(config.site_url or "/").path
        _run.correcting = replace(_run.correcting or Correcting(seeds), seeds=seeds, base=base)
        server.set_app(_run.correcting.around(server.get_app()))
    else:
        click.echo(f"Others can reach {host}: corrections on the page are off. Serve at 127.0.0.1 for them", err=True)
    return server


def _build_where_changed(server: Any, build: Callable[[], None]) -> None:
    """Build, unless only what the last build wrote has changed: whoever looks would wait for the same again."""
    if not _run.watched.build(server._watched_paths, build):
        server._wanted_epoch = server._visible_epoch  # nobody loads the page again


def _tell_pages(digest: Digest | None, failed: tuple[Problem, ...]) -> None:
    """Keep what the pages are told of the last build."""
    _run.correcting = _run.correcting or Correcting(Path())
    _run.correcting.digest = digest or _run.correcting.digest
    _run.correcting.failed = failed


def _refuse_busy(family: int, host: str, port: int) -> None:
    """Say in one line that something else listens there."""
    try:
        with socket.socket(family) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, port))
    except OSError as error:
        what = f"{host}:{port} cannot be listened at ({error.strerror or type(error).__name__})"
        raise Abort(f"{what}. Take another port: `make serve PORT=8001`, `mkdocs serve -a {host}:8001`") from None


def _project(config: Any) -> Project:
    return open_project(Path(config.config_file_path).parent, docs=Path(config.docs_dir))


def _build_aside(config: Any) -> None:
    # MkDocs empties the folder of the site before it builds into it: a build that is killed would leave half a site.
    # "--dirty" builds only what changed, so it needs what is there.
    _run.place = None if _run.dirty else Path(config.site_dir)
    if _run.place is not None:
        if _run.clearing is not None:
            _run.clearing.join()
        config.site_dir = str(aside(_run.place))


def _build_of_waiting_page(config: Any) -> None:
    """Let MkDocs build a site of one page that leads to the desk, with what the desk itself needs.

    The pages written by hand lead to those of the digest, and a strict build fails where these are missing.
    """
    _run.docs, waiting = Path(config.docs_dir), Path(tempfile.mkdtemp(prefix="digest_"))
    for path, data in {"index.md": WAITING.encode(), **assets()}.items():
        (waiting / path).parent.mkdir(parents=True, exist_ok=True)
        (waiting / path).write_bytes(data)
    config.docs_dir, config.nav = str(waiting), None


def _back_from_waiting_page(config: Any) -> None:
    if _run.docs is not None:
        clear(Path(config.docs_dir))
        config.docs_dir, _run.docs = str(_run.docs), None  # these are watched


def _clear_later(folder: Path) -> None:
    """Take a folder away beside whatever comes next: whoever waits for the new site waits for nothing else."""
    _run.clearing = Thread(target=clear, args=(folder,))
    _run.clearing.start()


def _say(problem: Problem) -> None:
    show_problems([problem])


def _let_go() -> None:
    if _run.held is not None:
        release(_run.held)
        _run.held = None
