"""Feeds with full text: RSS, Atom and JSON Feed. An entry with a summary only is told, never published as an article.

Parsed with lxml, which trafilatura brings anyway, with entities, documents types and the network switched off: a parser
made for feeds would be one more dependency and would still leave us to tell a summary from a text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.errors import Problem
from generator.ids import digest_of, url_safe
from generator.read import nitf
from generator.read.days import stated_day
from generator.read.encoding import decode
from generator.read.fields import Named, body_text, html_text, texts_of
from generator.read.input_file import Contents, InputFile, Unreadable
from generator.read.language_tag import language_tag
from generator.read.page_byline import names_nobody
from generator.read.page_metadata import is_web_address
from generator.read.tidy import fit, fit_references
from generator.records import Metadata, RawArticle, Removed, Stated

_DECLARED = re.compile(rb"""<\?xml[^>]{1,100}?encoding\s*=\s*["']([\w.-]{2,30})""", re.IGNORECASE)
# Namespaces of pictures, podcasts and shops: what they call content, title or author is not the article's.
_OTHER = re.compile(
    r"https?://(?:[^}]*/mrss|www\.itunes\.com/|base\.google\.com/|www\.google\.com/schemas/)", re.IGNORECASE
)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
# What systems for pages set behind the name of the site: "Town Post » Feed", "Town Post - RSS feed".
_FEED = re.compile(r"\s*[»|–—:-]\s*(?:rss|atom|news)?\s?(?:feeds?|rss|atom)$|^(?:rss|feed)\s?[:|–—-]\s*", re.IGNORECASE)
MIN_WORDS = 150  # of a description that is taken for the whole text: summaries of news run to some 60
TEASER_WORDS = 40  # content of fewer words is a teaser: briefs run to some 60
_GOES_ON = re.compile(
    r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|\b(?:read|see|view|more|continue reading|full (?:story|article)|weiterlesen|mehr"
    r"|lire la suite|leer más|leggi)\b[^.!?]{0,80})\s*[»›>→]{0,3}\s*$",
    re.IGNORECASE,
)
"""How a teaser ends."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry as any of the three formats has it."""

    text: str = ""
    summary: str = ""
    title: str = ""
    url: str = ""
    byline: str = ""
    published: str = ""
    language: str = ""
    origin: str = ""
    id: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Feed:
    title: str
    language: str
    entries: tuple[_Entry, ...]


def read(source: InputFile) -> Contents:
    """Return the articles of an RSS or Atom file, or of what an agency sent."""
    declared = _DECLARED.search(source.data[:500])
    decoded = decode(source.data, declared.group(1).decode("ascii") if declared else None)
    notes = tuple(source.problem(note, "Compare it with the original") for note in decoded.notes)
    root = _root(decoded.text)
    sent = nitf.stories(root)
    contents = nitf.read(sent, source) if sent else _reading(_xml_feed(root), source)
    return Contents(contents.articles, notes + contents.problems)


def is_json_feed(loaded: object) -> bool:
    """Return whether loaded JSON is a JSON Feed."""
    return isinstance(loaded, dict) and "jsonfeed.org" in str(loaded.get("version", ""))


def read_json(loaded: Any, source: InputFile) -> Contents:
    """Return the articles of a JSON Feed."""
    items = loaded.get("items")
    entries = tuple(_json_entry(item) for item in (items if isinstance(items, list) else []) if isinstance(item, dict))
    return _reading(_Feed(_string(loaded, "title"), _string(loaded, "language"), entries), source)


def _json_entry(item: dict[str, Any]) -> _Entry:
    authors = texts_of(item.get("authors")) or texts_of(item.get("author"))
    return _Entry(
        text=_string(item, "content_html") or _string(item, "content_text"),
        summary=_string(item, "summary"),
        title=_string(item, "title"),
        url=_string(item, "url"),
        byline=", ".join(authors),
        published=_string(item, "date_published"),
        language=_string(item, "language"),
        id=_string(item, "id"),
        tags=tuple(texts_of(item.get("tags"))),
    )


def _string(found: dict[str, Any], key: str) -> str:
    value = found.get(key)
    return value if isinstance(value, str) else ""


# ---- RSS and Atom ----------------------------------------------------------------------------------------------------


def _root(text: str) -> Any:
    from lxml import etree

    if re.search(r"<!(?:ENTITY|ELEMENT|ATTLIST)\b", text[:100_000]):
        raise Unreadable("defines entities of its own, which are not read", "Take its <!DOCTYPE …> out")
    text = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", fit(fit_references(_ENTITY.sub(_numbered, text))))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_pis=True)
    try:
        root = etree.fromstring(text, parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None:
        raise Unreadable("is not valid XML", "Save the feed again")
    return root


def _xml_feed(root: Any) -> _Feed:
    name = _local(root)
    if name not in ("rss", "feed", "rdf"):
        raise Unreadable(f"is XML, but no RSS or Atom feed (it begins with <{name[:40]}>)", "Save its text as .txt")
    channel = next((child for child in root if _local(child) == "channel"), root)
    entries = [element for element in [*root, *channel] if _local(element) in ("item", "entry")]
    unique = {id(element): element for element in entries}.values()
    language = _child(channel, "language") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return _Feed(_child(channel, "title"), language, tuple(_xml_entry(element) for element in unique))


def _numbered(found: re.Match[str]) -> str:
    """Return HTML's names of characters ("&rsquo;") as XML can read them."""
    name = found.group(1)
    char = html.unescape(found.group())
    return (
        found.group() if name in _XML_ENTITIES or char == found.group() else "".join(f"&#{ord(one)};" for one in char)
    )


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _children(element: Any, name: str) -> Iterator[Any]:
    """Yield the children of a name that are the feed's own or of the modules for text and metadata.

    Others have names like ours for something else: `content` of Media RSS is a picture, with its credit inside.
    """
    return (child for child in element if _local(child) == name and not _OTHER.match(child.tag[1:]))


def _child(element: Any, name: str) -> str:
    """Return the text of the first such child; the markup of one whose content is XHTML."""
    from lxml import etree

    for child in _children(element, name):
        if len(child) and child.get("type") == "xhtml":
            return "".join(etree.tostring(part, encoding="unicode") for part in child)
        if text := "".join(child.itertext()).strip():
            return text
    return ""


def _xml_entry(element: Any) -> _Entry:
    links = [link.get("href") for link in _children(element, "link") if link.get("rel") in (None, "alternate")]
    authors = [_child(author, "name") or "".join(author.itertext()) for author in _children(element, "author")]
    creators = ["".join(creator.itertext()) for creator in _children(element, "creator")]
    return _Entry(
        text=_child(element, "encoded") or _child(element, "content"),
        summary=_child(element, "description") or _child(element, "summary"),
        title=_child(element, "title"),
        url=_child(element, "link") or next(filter(None, links), ""),
        byline=", ".join(_without_address(name) for name in creators or authors if _without_address(name)),
        published=_child(element, "published") or _child(element, "pubdate") or _child(element, "date"),
        origin=_child(element, "source"),
        id=_child(element, "guid") or _child(element, "id"),
        tags=tuple(
            tag
            for category in _children(element, "category")
            if (tag := (category.get("term") or category.text or "").strip())
        ),
    )


def _without_address(author: str) -> str:
    """Return the name in RSS's "mail@example.org (Ann Lee)"; no mail address is published."""
    author = author.strip()
    if named := re.search(r"\(([^()]{1,200})\)\s*$", author):
        return named.group(1).strip()
    return "" if re.fullmatch(r"\S+@\S+", author) else author


# ---- entries to articles ---------------------------------------------------------------------------------------------


def _reading(feed: _Feed, source: InputFile) -> Contents:
    if not feed.entries:
        raise Unreadable("is a feed without entries", "Save it again, or take it out")
    articles: list[RawArticle] = []
    problems: list[Problem] = []
    without: list[int] = []
    for number, entry in enumerate(feed.entries, start=1):
        whole = _whole(entry)
        if not whole.strip():
            without.append(number)
            continue
        article, notes = _article(entry, whole, feed, Named(source, "feed", number))
        articles.append(article)
        problems += notes
    if without:
        which = ", ".join(f"#{number}" for number in without[:10]) + (", …" if len(without) > 10 else "")
        what = f"{len(without)} of {len(feed.entries)} entries hold a summary at most, and no text ({which})"
        problems.append(source.problem(what, "Save the pages that they lead to, or run `add` with their addresses"))
    return Contents(tuple(articles), tuple(problems))


def _whole(entry: _Entry) -> str:
    """Return the field that holds the whole article; "" when none does. A teaser stands in any of them."""
    if entry.text and not _is_teaser(html_text(entry.text)[0]):
        return entry.text
    return entry.summary if len(html_text(entry.summary)[0].split()) >= MIN_WORDS else ""


def _is_teaser(text: str) -> bool:
    words = len(text.split())
    return words < TEASER_WORDS or (words < MIN_WORDS and _GOES_ON.search(text[-200:]) is not None)


def _article(entry: _Entry, whole: str, feed: _Feed, named: Named) -> tuple[RawArticle, list[Problem]]:
    text, removed, problems = body_text(whole, named)
    summary = html_text(entry.summary)[0] if entry.summary and whole is not entry.summary else ""
    if summary and summary not in text:
        removed.append(Removed(summary, "summary (feed)"))
    article = named.source.article(
        text,
        "paragraphs",
        _given(entry, feed),
        number=named.number,
        removed=tuple(removed),
        wanted_id=f"{url_safe(named.source.stem) or 'feed'}-{digest_of(entry.id)}" if entry.id else None,
        tags=entry.tags,
    )
    return article, problems


def _given(entry: _Entry, feed: _Feed) -> Metadata:
    def stated(value: str | None, how: str) -> Stated | None:
        return Stated(value, how) if value else None

    url = entry.url if is_web_address(entry.url) else entry.id if is_web_address(entry.id) else ""
    return Metadata(
        title=stated(html_text(entry.title)[0] if entry.title else "", "title of the feed's entry"),
        outlet=stated(_FEED.sub("", html_text(feed.title)[0]) if feed.title else "", "title of the feed"),
        origin=stated(entry.origin, "source of the feed's entry"),
        byline=stated("" if names_nobody(entry.byline) else entry.byline, "author of the feed's entry"),
        published=stated(stated_day(entry.published), "date of the feed's entry"),
        url=stated(url, "link of the feed's entry"),
        language=stated(language_tag(entry.language or feed.language), "language of the feed"),
    )
