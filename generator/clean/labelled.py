"""Lines above a story that each name what they state: "Title: ...", "Publication: ...", "Date: ...", two or more."""

from __future__ import annotations

import re

from generator.clean.credits import byline_names
from generator.clean.masthead import outlet_fact, proper_name
from generator.clean.outlets import DOMAIN, outlet_like, site_name
from generator.clean.page import Field, LineFact, LineVerdict, Page, shown
from generator.clean.shapes import is_paragraph
from generator.clean.stamps import stated_day

HEAD = 16  # lines in which such a list stands
FEWEST = 2
_LINE = re.compile(r"(?P<label>[A-Z][A-Za-z-]{1,12}(?:\s[A-Za-z]{2,11}){0,2})\s?[:=]\s?(?P<value>\S.*)?")
_FIELDS: dict[str, Field] = {
    "title": "title",
    "headline": "title",
    "subject": "title",
    "article title": "title",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "writer": "byline",
    "publication": "outlet",
    "publication title": "outlet",
    "publisher": "outlet",
    "newspaper": "outlet",
    "outlet": "outlet",
    "journal": "outlet",
    "magazine": "outlet",
    "site": "outlet",
    "website": "outlet",
    "source": "outlet",
    "date": "published",
    "published": "published",
    "publication date": "published",
    "date published": "published",
    "pub date": "published",
    "load-date": "published",
    "published time": "published",
    "url": "url",
    "url source": "url",
    "link": "url",
}
# What such lists hold besides, and nobody reads as the story's.
_BESIDES = frozenset(
    (
        *("section", "page", "pages", "length", "edition", "word count", "words", "language", "copyright", "country"),
        *("document type", "type", "volume", "issue", "accessed", "retrieved", "database", "category", "categories"),
        *("from", "to", "cc", "sent", "reply-to", "body", "text", "full text", "content", "article", "id", "city"),
        *("markdown content", "warning", "number of pages"),
        *("dateline", "graphic", "highlight", "tags", "keywords", "location", "place of publication", "issn"),
    )
)


def judge_labelled(page: Page) -> list[LineFact]:
    """Read the list at the head of a page that names each thing it states, and take it out."""
    found: list[tuple[int, str, str]] = []
    for i in page.left()[:HEAD]:
        line = _LINE.fullmatch(page.blocks[i].text)
        label = line["label"].casefold() if line else ""
        if line and (label in _FIELDS or label in _BESIDES) and not _is_told(page, i, label):
            found.append((i, label, (line["value"] or "").strip()))
        elif is_paragraph(page.blocks[i]):
            break
    stating = sum(label in _FIELDS for _, label, _ in found)
    if stating < FEWEST and not (stating and len(found) > FEWEST):
        return []
    facts: list[LineFact] = []
    for i, label, value in found:
        fact = _fact(_FIELDS.get(label), value, f"line {shown(page.blocks[i].text)}")
        if fact is not None and fact.field not in {known.field for known in facts}:
            facts.append(fact)
        page.verdicts[i] = LineVerdict(f"labelled line (kept as {fact.field})" if fact else "labelled line")
    return facts


def _is_told(page: Page, i: int, label: str) -> bool:
    """Whether a line with such a label is a paragraph nevertheless; the headline may end as a sentence does."""
    return is_paragraph(page.blocks[i]) and label not in ("title", "headline", "article title", "subject")


def _fact(field: Field | None, value: str, how: str) -> LineFact | None:
    if field is None or not value:
        return None
    if field == "published":
        day = stated_day(value)
        return LineFact("published", day[0], how, 0) if day else None
    if field == "byline":
        names = byline_names(re.sub(r"^by:?\s", "", value, flags=re.IGNORECASE))
        return LineFact("byline", names, how, 0) if names else None
    if field == "outlet":
        if DOMAIN.fullmatch(value):
            return outlet_fact(site_name(value), how, 1)
        return outlet_fact(value, how, 1) if outlet_like(value) or proper_name(value) else None
    if field == "url":
        return LineFact("url", value, how, 1) if re.fullmatch(r"https?://\S+", value) else None
    return LineFact(field, value, how, 0)
