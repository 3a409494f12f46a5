"""CSL-JSON as Zotero and other reference managers export it: the best metadata, but seldom the article's text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.errors import Problem
from generator.ids import url_safe
from generator.read.days import iso_day, stated_day
from generator.read.fields import Named, Record, body_text
from generator.read.language_tag import language_tag
from generator.read.page_metadata import web_address
from generator.records import Metadata, RawArticle, Removed, Stated

_TEXT = ("fulltext", "full-text", "text", "content")
_LENT = ("note", "abstract", "annote")
"""Fields meant for other words, into which people paste the article."""
MIN_WORDS = 150  # of a note or abstract that is taken for the article: abstracts of news run to some 60
_TYPES = frozenset((
    "article", "article-journal", "article-magazine", "article-newspaper", "webpage", "post", "post-weblog",
    "broadcast", "interview", "report", "manuscript", "document", "speech", "entry", "personal_communication",
    "chapter", "book",
))  # fmt: skip


def is_csl(record: Record) -> bool:
    """Return whether a record's fields are those of CSL-JSON."""
    kind = record.get("type")
    return (
        isinstance(kind, str)
        and kind in _TYPES
        and any(key in record for key in ("container-title", "issued", "accessed", "URL", "publisher"))
    )


def read_record(record: Record, named: Named) -> tuple[RawArticle | None, list[Problem]]:
    """Return the article of a CSL item; None and the reason when it holds no text."""
    problems: list[Problem] = []
    field = next((name for name in _TEXT if _text(record, name)), "")
    if not field:
        field = next((name for name in _LENT if len(_text(record, name).split()) >= MIN_WORDS), "")
        if not field:
            what = "holds no text, as exports of reference managers do"
            return None, [named.source.problem(what, "Put the saved page or PDF of it beside the file", named.at)]
        problems.append(
            named.source.problem(f"its text was taken from the field “{field}”", "Check that it is whole", named.at)
        )
    text, removed, notes = body_text(_text(record, field), named)
    removed += [
        Removed(_text(record, name), f"CSL field “{name}”")
        for name in (*_LENT, "title-short", "section", "event-place", "publisher-place", "source", "medium", "genre")
        if name != field and _text(record, name)
    ]
    wanted = _text(record, "citation-key") or _text(record, "id")
    article = named.source.article(
        text, "paragraphs", _given(record), number=named.number, removed=tuple(removed),
        wanted_id=url_safe(wanted.rpartition("/")[2]) or None,
        tags=tuple(tag.strip() for tag in re.split("[,;]", _text(record, "keyword")) if tag.strip()),
    )  # fmt: skip
    return article, problems + notes


def _text(record: Record, name: str) -> str:
    value = record.get(name)
    return value.strip() if isinstance(value, str) else ""


def _given(record: Record) -> Metadata:
    def stated(value: str | None, name: str) -> Stated | None:
        return Stated(value, f"CSL field “{name}”") if value else None

    outlet = next((name for name in ("container-title", "publisher") if _text(record, name)), "")
    return Metadata(
        title=stated(re.sub(r"</?(?:i|b|sub|sup|sc|span)\b[^<>]{0,200}>", "", _text(record, "title")), "title"),
        outlet=stated(_text(record, outlet), outlet),
        byline=stated(", ".join(_names(record.get("author"))), "author"),
        published=stated(_day(record.get("issued")), "issued"),
        url=stated(web_address(_text(record, "URL")), "URL"),
        language=stated(language_tag(_text(record, "language")), "language"),
    )


def _names(value: object) -> list[str]:
    names = []
    for part in value[:100] if isinstance(value, list) else []:
        if isinstance(part, Mapping):
            whole = [_text(part, key) for key in ("given", "non-dropping-particle", "family", "suffix")]
            names.append(" ".join(filter(None, whole)) or _text(part, "literal"))
    return [name for name in names if name]


def _day(value: object) -> str | None:
    """Return the day of CSL's `date-parts` ([[2023, 6, 19]]), or of the text that stands in their place."""
    if isinstance(value, str):
        return stated_day(value)
    if not isinstance(value, Mapping):
        return None
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list) and 1 <= len(first) <= 3 and all(re.fullmatch(r"\d{1,4}", str(part)) for part in first):
        filled = [str(part) for part in first] + ["1", "1"]
        day = iso_day(*filled[:3])
        return day[: (4, 7, 10)[len(first) - 1]] if day else None
    return stated_day(_text(value, "raw") or _text(value, "literal"))
