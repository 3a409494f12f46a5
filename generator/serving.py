"""What MkDocs made of pages and of the theme's templates, kept while it serves: what is as it was is not made again.

In memory alone, and only for pages of the digest: these are HTML already, so what becomes of one depends on nothing but
its own words and the settings.

And what a build wrote itself is no reason for another one: MkDocs watches the folder that the digest is written into.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.ids import WHOLE_LENGTH, digest_of


class Templates(BytecodeCache):
    """Compiled templates. MkDocs begins each build with an environment that has none."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a bucket what was compiled for its key; Jinja has put into the key which source that is of."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


@dataclass(frozen=True, slots=True)
class _Converted:
    content: str
    toc: Any
    title: str | None
    """What MkDocs takes for a title where the page states none."""
    anchors: Any


@dataclass(slots=True)
class Pages:
    """The pages of the last build, by a hash of their Markdown."""

    of_digest: Collection[str] = frozenset()
    """The paths of the generated pages: those written by hand may point at others, so they are converted each time."""
    _kept: dict[str, _Converted] = field(default_factory=dict)
    _used: dict[str, _Converted] = field(default_factory=dict)

    def begin(self, of_digest: Collection[str]) -> None:
        """Take note of which pages are generated, and let go of what the last build did not need."""
        self.of_digest, self._kept, self._used = of_digest, self._used, {}

    def to_convert(self, markdown: str, page: Any, config: Any) -> str:
        """Return what MkDocs has to convert of a page: nothing where that was done before."""
        return "" if _key(markdown, page, config) in self._kept and page.file.src_uri in self.of_digest else markdown

    def converted(self, html: str, markdown: str, page: Any, config: Any) -> str:
        """Return the HTML of a page: what MkDocs has made of it, else what was made before. `markdown`: all of it."""
        if page.file.src_uri not in self.of_digest:
            return html
        key = _key(markdown, page, config)
        made = self._kept.get(key)
        if made is None:
            made = _Converted(html, page.toc, page._title_from_render, page.present_anchor_ids)
        self._used[key] = made
        page.toc, page._title_from_render, page.present_anchor_ids = made.toc, made.title, made.anchors
        return made.content


def _key(markdown: str, page: Any, config: Any) -> str:
    about = (page.file.src_uri, repr(config.markdown_extensions), repr(config.mdx_configs), markdown)
    return digest_of(*about, length=WHOLE_LENGTH)


State = tuple[int, int]
"""Size of a file and when it was written, in nanoseconds."""


@dataclass(slots=True)
class Watched:
    """The files that are watched, as the last build found them, and its own as it left them."""

    _last: dict[str, State] | None = None
    """None: no build has ended well."""
    _own: dict[str, State | None] = field(default_factory=dict)
    """What the build that runs has written; None for what it took away."""

    def wrote(self, paths: Iterable[Path]) -> None:
        """Take note of files that the build itself has just written or taken away."""
        self._own |= {os.path.abspath(path): _state(path) for path in paths}

    def build(self, folders: Iterable[str], build: Callable[[], None]) -> bool:
        """Build, unless nothing below the folders (or of these files) has changed since; return whether it was done.

        What somebody saved while the last build ran counts as changed: it may have come too late.
        """
        found = {path: state for folder in folders for path in _files(folder) if (state := _state(path)) is not None}
        if found == self._last:
            return False
        self._last, self._own = None, {}
        build()
        left: dict[str, State | None] = {**found, **self._own}
        self._last = {path: state for path, state in left.items() if state is not None}
        return True


def _files(place: str) -> list[str]:
    if not os.path.isdir(place):
        return [place]
    return [os.path.join(folder, name) for folder, _, names in os.walk(place) for name in names]


def _state(path: str | Path) -> State | None:
    with suppress(OSError):
        found = os.stat(path)
        return found.st_size, found.st_mtime_ns
    return None
