"""What MkDocs made of pages and of the theme's templates, kept while it serves: what is as it was is not made again.

In memory alone, and only for pages of the digest: these are HTML already, so what becomes of one depends on nothing but
its own words and the settings.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
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
