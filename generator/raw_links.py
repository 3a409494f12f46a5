"""Links in raw HTML, which lead from the address of their page under MkDocs and from its file under Zensical.

MkDocs leaves raw HTML as it stands. Zensical reads a link there as it reads one in Markdown, from the folder of the
file, and writes it anew for the address: of `people/lee.md`, which stands at `people/lee/`, each would lead astray by
one folder. So with Zensical this extension of Python-Markdown turns each such link into one from the file before.
"""

from __future__ import annotations

import posixpath
import re
from typing import Any

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# A relative address with a path of its own: "../quotes/", "index.json?x". Not "https://…", "/a", "#a", "?a".
_LINK = re.compile(r'(?<=\s)((?:href|src)=")((?![a-z][a-z0-9+.-]*:|[/#?"])[^"#?]+)', re.I)
AFTER_INLINE = 6  # Python-Markdown sets raw pieces of a line aside at 20, and asks for them from 5 on


def from_file(html: str, file: str, url: str) -> str:
    """Return raw HTML with each link from `url`, the address of its page, turned into one from the folder of `file`."""
    folder, page = posixpath.dirname(file), url.rpartition("/")[0]
    if folder == page:
        return html

    def turned(found: re.Match[str]) -> str:
        # Counted from a root of many folders: a link that leads out of the site leads out of it still.
        root = "/a" * found[2].count("..")
        to = posixpath.normpath(posixpath.join("/", root, page, found[2]))
        led = posixpath.relpath(to, posixpath.join("/", root, folder))
        return found[1] + led + "/" * (found[2].endswith(("/", "..")) or found[2] == ".")

    return _LINK.sub(turned, html)


class RawLinks(Extension):  # type: ignore[misc]
    """The extension, which does nothing where no engine tells the file and the address of the page."""

    def extendMarkdown(self, md: Any) -> None:
        """Take the raw pieces in hand as soon as all are known."""
        md.treeprocessors.register(_Turning(md), "raw_links", AFTER_INLINE)


class _Turning(Treeprocessor):  # type: ignore[misc]
    def run(self, root: Any) -> None:
        page = _page(self.md)
        if page is not None:
            stash = self.md.htmlStash.rawHtmlBlocks
            stash[:] = [from_file(raw, page.path, page.url) if isinstance(raw, str) else raw for raw in stash]


def _page(md: Any) -> Any:
    """Return what Zensical tells of the page that is rendered, as a part of its own extension for that."""
    told = (getattr(part, "page", None) for part in md.preprocessors)
    return next((page for page in told if page is not None), None)


def makeExtension(**settings: Any) -> RawLinks:
    """Return the extension: how Python-Markdown asks a module for it."""
    return RawLinks(**settings)
