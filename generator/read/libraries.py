"""The libraries that judge web pages, behind one function each: loaded when first used, and kept quiet.

They log what they could not do; this package says so in its own words.
"""

from __future__ import annotations

import logging


def article_body(page: str) -> str | None:
    """Return the article of a web page as trafilatura tells it, one line a paragraph; None when it finds none.

    Its "precision" settings are the best of nineteen tools on the public benchmark of 181 pages (F1 0.964).
    """
    import trafilatura

    _quiet("trafilatura", "htmldate", "courlan")
    try:
        found = trafilatura.extract(page, favor_precision=True, include_comments=False)
        if not found and "<html" not in page[:5000].lower():  # it takes a piece of a page for no page at all
            found = trafilatura.extract(
                f"<html><body>{page}</body></html>", favor_precision=True, include_comments=False
            )
        return found or None
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, AssertionError):
        return None  # its own trip over broken markup: the page's text is then taken whole


def htmldate_day(page: str) -> str | None:
    """Return the day that htmldate holds for the publication of a page, ISO 8601. It hardly ever abstains."""
    import htmldate

    _quiet("htmldate")
    try:
        return htmldate.find_date(page, original_date=True, extensive_search=False)
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError):
        return None


def _quiet(*names: str) -> None:
    for name in names:
        logging.getLogger(name).setLevel(logging.CRITICAL)
