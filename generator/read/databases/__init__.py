"""Exports of news databases, many articles a file: told by their layout and split, each with its own metadata.

`split_lines` takes the lines of a text, Word or RTF file, one a paragraph; `split_page` a parsed web page. Both return
None for what is no export, so that a reader goes on with its own way.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.read.databases import europresse, factiva, labelled, lexis, press_review, proquest, zotero
from generator.read.databases.clipping import Clipping, Export
from generator.read.input_file import Contents, InputFile, Unreadable, refuse_more
from generator.read.page_text import PageBlock

LAYOUTS = (lexis, proquest, factiva, press_review, labelled)
"""What text can be laid out as; each looks at the lines and answers or abstains."""


def split_lines(lines: Sequence[str], source: InputFile) -> Contents | None:
    """Return the articles of an export that was saved as text, Word or RTF; None when it is none."""
    export = recognised(lines)
    return _contents(export, source) if export else None


def recognised(lines: Sequence[str]) -> Export | None:
    """Return what an export holds, by the first layout that knows its lines; None when it is none."""
    return next((export for layout in LAYOUTS if (export := layout.split(lines)) is not None), None)


def split_page(root: Any, visible: Sequence[PageBlock], source: InputFile) -> Contents | None:
    """Return the articles of an export that was saved as a web page; None when it is none."""
    for layout in (factiva, europresse, zotero):
        if (export := layout.split_page(root)) is not None:
            return _contents(export, source)
    export = lexis.split([block.text for block in visible])
    return _contents(export, source) if export else None


def _contents(export: Export, source: InputFile) -> Contents:
    if not export.clippings:
        raise Unreadable(f"is an export of {export.name} and holds no article", export.advice)
    refuse_more(len(export.clippings))
    articles = []
    problems = []
    for number, clipping in enumerate(export.clippings, start=1):
        at = number if len(export.clippings) > 1 else None
        if complaint := clipping.complaint():
            problems.append(source.problem(complaint, export.advice, f"#{number}" if at else ""))
        if clipping.paragraphs:
            articles.append(clipping.article(source, at, export.name))
    return Contents(tuple(articles), tuple(problems))


__all__ = ["Clipping", "recognised", "split_lines", "split_page"]
