"""Outlets that a folder's articles only cite: cleaned articles in, the same without these as their origin out.

A scrape that names no outlet and tells twice what somebody "told the Tidings" may be the Tidings' own, or another's
that quotes them. Where several others of the folder cite the Tidings as well, or it says what "the Tidings reports",
nothing tells which; nor does a line such as "via Tidings", or ", according to the Tidings." at the end of a story, ever
tell who published it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.clean.masthead import is_agency
from generator.records import Article, ArticleId

_CREDIT = re.compile(r"line '\W*(?:via|sources|h/t|hat tip)\b", re.IGNORECASE)
_CITED = re.compile(r"'according to ")
_TOLD = "inferred: "
_REPORTS = r"\b{name}(?:\sNews)?(?:,\swhich)?\s(?:first\s)?(?:report(?:s|ed)|claim(?:s|ed)|wrote|quot(?:es|ed))\b"
_CITES = (
    r"\b(?:told|tells|telling|according to|interview with|speaking to|spoke to|reported (?:by|in)|published (?:by|in))"
    r"\s(?:the\s)?{name}\b|" + _REPORTS
)
SEVERAL = 2  # other articles that cite it


def without_cited(articles: Sequence[Article]) -> list[Article]:
    """Return the articles; an origin that is only cited is none, where no outlet is known."""
    citing: dict[str, frozenset[ArticleId]] = {}  # of each name, the articles that cite it: looked for once a name

    def cited_by(name: str) -> frozenset[ArticleId]:
        if name not in citing:
            cites = re.compile(_CITES.format(name=name))
            citing[name] = frozenset(article.id for article in articles if cites.search(article.text))
        return citing[name]

    return [
        replace(article, metadata=replace(article.metadata, origin=None))
        if _is_only_cited(article, cited_by)
        else article
        for article in articles
    ]


def _is_only_cited(article: Article, cited_by: Callable[[str], frozenset[ArticleId]]) -> bool:
    known = article.metadata
    if known.outlet is not None or known.origin is None or is_agency(known.origin.value):
        return False
    how, name = known.origin.how, known.origin.value
    if _CREDIT.match(how) or _CITED.match(how):
        return True
    if not how.startswith(_TOLD):
        return False
    plain = re.escape(name.removesuffix(" News"))
    if re.search(_REPORTS.format(name=plain), article.text):
        return True
    return len(cited_by(plain) - {article.id}) >= SEVERAL
