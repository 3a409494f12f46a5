"""Outlets that a folder's articles only cite: cleaned articles in, the same without these as their origin out.

A scrape that names no outlet and tells twice what somebody "told the Tidings" may be the Tidings' own, or another's
that quotes them. Where another article of the folder cites the Tidings as well, nothing tells which; nor does a line
such as "via Tidings", or ", according to the Tidings." at the end of a story, ever tell who published it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.clean.masthead import is_agency
from generator.records import Article

_CREDIT = re.compile(r"line '\W*(?:via|sources?|h/t|hat tip)\b", re.IGNORECASE)
_CITED = re.compile(r"'according to ")
_TOLD = "inferred: "
_CITES = (
    r"\b(?:told|tells|telling|according to|interview with|speaking to|spoke to|reported (?:by|in)|published (?:by|in))"
    r"\s(?:the\s)?{name}\b"
    r"|\b{name}(?:\sNews)?(?:,\swhich)?\s(?:first\s)?"
    r"(?:report(?:s|ed)|says|said|claim(?:s|ed)|wrote|quot(?:es|ed))\b"
)


def without_cited(articles: Sequence[Article]) -> list[Article]:
    """Return the articles; an origin that is only cited is none, where no outlet is known."""
    return [
        replace(article, metadata=replace(article.metadata, origin=None))
        if _is_only_cited(article, articles)
        else article
        for article in articles
    ]


def _is_only_cited(article: Article, articles: Sequence[Article]) -> bool:
    known = article.metadata
    if known.outlet is not None or known.origin is None or is_agency(known.origin.value):
        return False
    how, name = known.origin.how, known.origin.value
    if _CREDIT.match(how) or _CITED.match(how):
        return True
    if not how.startswith(_TOLD):
        return False
    cites = re.compile(_CITES.format(name=re.escape(name.removesuffix(" News"))))
    return any(other.id != article.id and cites.search(other.text) for other in articles)
