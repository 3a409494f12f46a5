"""The libraries that judge web pages, behind one function each: loaded when first used, and kept quiet.

They log what they could not do; this package says so in its own words.
"""

from __future__ import annotations

import logging
from copy import deepcopy
from typing import Any


def article_body(root: Any) -> str | None:
    """Return the article of a parsed page as trafilatura tells it, one line a paragraph; None when it finds none.

    Its "precision" settings are the best of nineteen tools on the public benchmark of 181 pages (F1 0.964).
    """
    import trafilatura
    from lxml import etree

    _quiet("trafilatura", "htmldate", "courlan")
    tree = deepcopy(root)  # it takes the tree apart, and the page's own words are still to be looked up in it
    etree.strip_tags(tree, etree.Comment)
    try:
        return trafilatura.extract(tree, favor_precision=True, include_comments=False) or None
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, AssertionError):
        return None  # its own trip over broken markup: the page's text is then taken whole


def _quiet(*names: str) -> None:
    for name in names:
        logging.getLogger(name).setLevel(logging.CRITICAL)
