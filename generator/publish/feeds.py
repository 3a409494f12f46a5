"""Atom and JSON Feed: one entry an article, dated by the articles themselves and never by the clock."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from xml.etree import ElementTree

from generator.config import Settings
from generator.publish.exports import one_line
from generator.records import AnnotatedArticle, Digest, PublicationDay

ATOM = "http://www.w3.org/2005/Atom"
UNDATED = "1970-01-01"  # Atom demands a date; one that nobody takes for real
FIRST_WORDS = 40  # of an article, as its summary


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One article in a feed."""

    id: str
    title: str
    author: str
    url: str
    day: str | None
    """YYYY-MM-DD; None: not known to the day."""
    summary: str


def feeds(digest: Digest, settings: Settings) -> dict[str, bytes]:
    """Return both feeds, the newest article first, the undated ones last."""
    base = settings.site_url.rstrip("/") + "/" if settings.site_url else ""
    entries = [_entry(found, day, base, settings) for found, day in zip(digest.articles, digest.published, strict=True)]
    entries.sort(key=lambda entry: (entry.day is not None, entry.day or "", entry.id), reverse=True)
    title = settings.title or settings.site_name
    return {
        "data/feed.xml": atom(entries, title, base),
        "data/feed.json": json_feed(entries, title, base),
    }


def _entry(found: AnnotatedArticle, day: PublicationDay, base: str, settings: Settings) -> FeedEntry:
    article, known = found.article, found.article.metadata
    outlet = known.outlet or known.origin
    words = article.text.split()
    short = " ".join(words[:FIRST_WORDS]) + (" …" if len(words) > FIRST_WORDS else "")
    return FeedEntry(
        # Of the article's id alone: a site that moves to another address shows no reader its old articles as new.
        uuid.uuid5(uuid.NAMESPACE_URL, f"event-digest:a/{article.id}").urn,
        one_line(known.title.value if known.title else article.id),
        one_line(outlet.value if outlet else "Unknown outlet"),
        f"{base}a/{article.id}/" if base else f"../a/{article.id}/",
        day.value if day.precision == "day" else None,
        one_line(short) if settings.publish == "full" else "",
    )


def atom(entries: list[FeedEntry], title: str, base: str, path: str = "data/feed.xml") -> bytes:
    """Return an Atom feed (RFC 4287)."""
    ElementTree.register_namespace("", ATOM)
    own = "" if path == "data/feed.xml" else path
    feed = ElementTree.Element(f"{{{ATOM}}}feed")
    _put(feed, "id", uuid.uuid5(uuid.NAMESPACE_URL, f"event-digest:{base or title}{own}").urn)
    _put(feed, "title", one_line(title))
    _put(feed, "updated", _moment(max((entry.day for entry in entries if entry.day), default=UNDATED)))
    if base:
        _put(feed, "link", rel="self", href=f"{base}{path}")
        _put(feed, "link", rel="alternate", href=base)
    for entry in entries:
        item = ElementTree.SubElement(feed, f"{{{ATOM}}}entry")
        _put(item, "id", entry.id)
        _put(item, "title", entry.title)
        _put(item, "updated", _moment(entry.day or UNDATED))
        _put(_put(item, "author"), "name", entry.author)
        _put(item, "link", rel="alternate", href=entry.url)
        if entry.summary:
            _put(item, "summary", entry.summary)
    ElementTree.indent(feed, " ")
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _put(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = text
    return element


def json_feed(entries: list[FeedEntry], title: str, base: str) -> bytes:
    """Return a JSON Feed (version 1.1)."""
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": one_line(title)}
    if base:
        feed |= {"home_page_url": base, "feed_url": f"{base}data/feed.json"}
    items = []
    for entry in entries:
        item: dict[str, object] = {"id": entry.id, "url": entry.url, "title": entry.title}
        item |= {"content_text": entry.summary or entry.title, "authors": [{"name": entry.author}]}
        if entry.day:
            item["date_published"] = _moment(entry.day)
        items.append(item)
    return (json.dumps({**feed, "items": items}, indent=1) + "\n").encode()


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
