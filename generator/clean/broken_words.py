"""Words that a column broke at its line's end: "walk-" above "ed" is "walked" again, "high-" above "level" stays."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.clean.lines import Block
from generator.clean.outlets import stem_of
from generator.clean.page import LineVerdict, Page
from generator.wordlists import words as listed

HYPHEN = LineVerdict("hyphen at a line's end")
_BEFORE = re.compile(r"[a-zß-öø-ÿ]{1,20}-$")
_BEHIND = re.compile(r"[a-zß-öø-ÿ]{2,20}")


def mend_broken_words(page: Page) -> None:
    """Lift the hyphens out at which a line's end parts one word; what may be the writer's own hyphen stays.

    The whole word is a common one, or its second half is none; and nowhere on the page does it have its hyphen within
    a line.
    """
    for i in reversed(page.left()):
        block = page.blocks[i]
        if "-" not in block.text or len(block.pieces) == 1:
            continue
        places = [at for at in _line_ends(block) if _is_one_word(page, block.text, at)]
        left = block.without([(at - 1, at) for at in places]) if places else None
        if left is not None:
            out = [part for at in places if (part := block.part(at - 1, at)) is not None]
            page.lift(i, left, out, HYPHEN)


def _line_ends(block: Block) -> list[int]:
    """Return where in its text a block goes on with the next line behind a hyphen and no space."""
    found, at = [], 0
    for piece, after in pairwise(block.pieces):
        at += len(piece.joint) + piece.end - piece.start
        if not after.joint and after.start > piece.end and block.text[at - 1] == "-":
            found.append(at)
    return found


def _is_one_word(page: Page, text: str, at: int) -> bool:
    before, behind = _BEFORE.search(text[:at]), _BEHIND.match(text, at)
    if before is None or behind is None:
        return False
    first, second = before.group()[:-1], behind.group()
    common = listed("word_bands.txt")
    known = {first + second, stem_of(first + second)} & common
    if not known and (second in common or stem_of(second) in common):
        return False
    return not any(f"{first}-{second}" in line.text for line in page.blocks if line.text is not text)
