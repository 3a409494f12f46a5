"""Pages older than style sheets, laid out in one table: which of its cells holds the article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.read.page_text import PageBlock

SENTENCE = 8  # words of a block that is no link of a menu, no byline and no day
ROW = 60  # words in one row of a table of figures at most
SHARE = 0.6  # of the page's sentences that stand in the article's cell
LEAST = 2  # of its paragraphs


def is_laid_out(body: str) -> bool:
    """Return whether the body that was found is mostly rows of a table with whole texts in them.

    trafilatura writes a row as "| Ships | 12 |", and all the paragraphs of a cell in one.
    """
    rows = [len(line.split()) for line in body.split("\n") if line.startswith("|")]
    return max(rows, default=0) >= ROW and sum(rows) * 2 > len(body.split())


def article_cell(visible: Sequence[PageBlock]) -> list[PageBlock] | None:
    """Return the blocks of the cell that holds most of the page's sentences; None where no one cell does.

    A cell of a table within another one is a cell of its own; of those within the article's, a box beside the text or
    a quotation pulled out of it, the sentences are its.
    """
    weights: dict[Any, list[int]] = {}
    cells = [_cell(block.element) for block in visible]
    sizes = [0 if block.linked else len(block.text.split()) for block in visible]
    for cell, size in zip(cells, sizes, strict=True):
        if size >= SENTENCE:
            weights.setdefault(cell, []).append(size)
    total = sum(map(sum, weights.values()))
    main = max(weights, key=lambda cell: sum(weights[cell]), default=None)
    if main is None or len(weights[main]) < LEAST or sum(weights[main]) < SHARE * total:
        return None
    within = {cell for cell in set(cells) if cell is not None and any(above is main for above in cell.iterancestors())}
    return [
        block
        for block, cell, size in zip(visible, cells, sizes, strict=True)
        if cell is main or (cell in within and size >= SENTENCE)
    ]


def _cell(element: Any) -> Any:
    """Return the innermost cell of a table in which an element stands; None outside of tables."""
    if element is None or element.tag in ("td", "th"):
        return element
    return next(element.iterancestors("td", "th"), None)
