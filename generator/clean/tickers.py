"""Quotations of shares that a page sets behind a company's name, run into the sentence when it was copied as text.

"Quay Lines QLS, +2.00% said on Monday": the symbol and the day's change come from the page itself. What is left is the
sentence. What a writer tells of a share stands in brackets or has a word between the symbol and the figure.
"""

from __future__ import annotations

import re

from generator.clean.lines import Block

_SYMBOL = r"(?P<symbol>[A-Z][A-Z0-9]{0,11}(?:\.[A-Z]{1,2})?)"
_CHANGE = r"[+\-−–▲▼]\s?\d{1,3}\.\d{2}%"  # two decimals and a sign: nobody writes "+2.00%" in a sentence
_QUOTED = re.compile(rf"(?<=[\w.’'”\"%])\s{_SYMBOL},?\s{_CHANGE}(?=[\s,.;:’'”\"]|$)")
# Between or behind others, a bond's yield has no sign: "QLS, +2.00% QB10Y, 0.981%".
_YIELD = re.compile(rf"\s{_SYMBOL},\s\d{{1,3}}\.\d{{2,3}}%(?=[\s,.;:]|$)")
_ALONE = re.compile(
    rf"(?:[A-Z][\w.&’' -]{{1,40}}?[,:]?\s)?(?:{_SYMBOL.replace('?P<symbol>', '?:')},?\s{_CHANGE}[\s,|]*)+"
)
# Figures of a country, told with a sign in lists: no share has such a symbol.
_FIGURES = frozenset(("GDP", "GNP", "CPI", "PPI", "PCE", "VAT", "EU", "US", "UK", "UN", "PMI", "M2", "M3"))


def tickers(text: str) -> list[tuple[int, int]]:
    """Return where quotations of shares stand in a paragraph, first to last, each with the space before it."""
    if "%" not in text:
        return []
    found = [each.span() for each in _QUOTED.finditer(text) if each["symbol"] not in _FIGURES]
    ends = {end for _, end in found}
    for each in _YIELD.finditer(text):
        if each.start() in ends:
            found.append(each.span())
            ends.add(each.end())
    return sorted(found)


def without_tickers(block: Block) -> tuple[Block, list[Block]] | None:
    """Return the block without the quotations in it, and these; None when it has none or is nothing but one."""
    if not block.ends_sentence or not (found := tickers(block.text)):
        return None
    cut = [part for start, end in found if (part := block.part(start, end)) is not None]
    left = block.without(found)
    return (left, cut) if left is not None else None


def is_ticker(block: Block) -> bool:
    """Return whether a line is nothing but a share's symbol and its change: "Quay Lines QLS +2.00%"."""
    return block.words <= 12 and "%" in block.text and _ALONE.fullmatch(block.text) is not None
