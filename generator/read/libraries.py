"""The libraries that judge web pages, behind one function each: loaded when first used, and kept quiet.

They log what they could not do; this package says so in its own words.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from generator.read.page_text import PageBlock, compact


def article_body(root: Any, visible: Sequence[PageBlock]) -> str | None:
    """Return the article of a parsed page as trafilatura tells it, one line a paragraph; None when it finds none.

    None too for a page that would take it minutes: it takes the square of the number of elements in a paragraph. Its
    "precision" settings are the best of nineteen tools on the public benchmark of 181 pages (F1 0.964). It also asks
    two other libraries, which takes as long again and changes the answer for one page in twenty: they are asked only
    where the answer without them leaves out most of the paragraphs. `visible`: the blocks of the page.
    """
    import trafilatura
    from lxml import etree

    if _is_crowded(root):
        return None
    _quiet("trafilatura", "htmldate", "courlan")

    def extract(fast: bool) -> str:
        tree = deepcopy(root)  # it takes the tree apart, and the page's own words are still to be looked up in it
        etree.strip_tags(tree, etree.Comment)
        etree.strip_elements(tree, *_NO_TEXT, with_tail=False)
        return trafilatura.extract(tree, favor_precision=True, include_comments=False, fast=fast) or ""

    try:
        body = extract(fast=True)
        return (extract(fast=False) if _in_doubt(body, visible) else body) or None
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, AssertionError):
        return None  # its own trip over broken markup: the page's text is then taken whole


_NO_TEXT = ("script", "style", "svg", "link", "template", "noscript")
# Tuned on 154 saved pages: of 7 whose body changes when all three are asked, 5 are asked for and 2 change by a tenth.
SHORT_BODY, LEAST_SHARE, PARAGRAPH = 400, 0.4, 8  # characters; of the page's paragraphs and of the body; words


def _in_doubt(body: str, visible: Sequence[PageBlock]) -> bool:
    """Whether a body is short, has few of the page's paragraphs, or is mostly something else."""
    if len(body) < SHORT_BODY:
        return True
    text = compact(body)
    told = [compact(b.text) for b in visible if b.tag == "p" and not b.linked and b.text.count(" ") >= PARAGRAPH - 1]
    there = sum(len(words) for words in told if words in text)
    return there < LEAST_SHARE * max(sum(map(len, told)), len(text))


MOST_IN_LINE = 2_000  # elements in the lines of one other one, or headings of a page; a long poem has hundreds
_IN_LINE = frozenset((
    *("a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "hr", "i", "img", "ins"),
    *("kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var"),
    *("wbr", "h1", "h2", "h3", "h4", "h5", "h6"),
))  # fmt: skip


DEEPEST_TABLE = 40  # tables in one another; letters that are laid out in tables have a dozen


def _is_crowded(root: Any) -> bool:
    depths: dict[Any, int] = {}
    for table in root.iter("table"):  # of each it goes through every table below, and all that these hold
        depths[table] = depths.get(next(table.iterancestors("table"), None), 0) + 1
        if depths[table] > DEEPEST_TABLE:
            return True
    if root.xpath("count(//*)") <= MOST_IN_LINE:
        return False
    crowds: dict[Any, int] = {}
    for element in root.iter(*_IN_LINE):
        if (above := element.getparent()) is not None:
            crowds[above] = crowds.get(above, 0) + 1
            if crowds[above] > MOST_IN_LINE:
                return True
    return False


def _quiet(*names: str) -> None:
    for name in names:
        logging.getLogger(name).setLevel(logging.CRITICAL)
