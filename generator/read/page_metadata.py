"""What a web page states about its article, each with the place where it says so."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from generator.read.days import printed_day, stated_day
from generator.read.language_tag import language_tag
from generator.read.page_text import Block
from generator.read.tidy import one_line
from generator.records import Metadata, Stated

_ARTICLE_TYPES = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review)")
_PUBLISHED_TAGS = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished",
    "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publish-date", "publish_date", "publishdate",
    "publication_date", "pubdate", "published_time", "published-date", "article.published", "article.created",
    "originalpublicationdate", "release_date", "date",
)  # fmt: skip
_BYLINE_TAGS = ("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
                "article.author", "byline")  # fmt: skip
_OUTLET_TAGS = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "article:publisher",
)
_TITLE_TAGS = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")
_SAVED_FROM = re.compile(r"(?:^|\n|<!--)\s*(?:url:\s*|saved from url=\(\d{1,6}\))(https?://\S+)", re.IGNORECASE)
_SHARED_SITES = re.compile(
    r"(?:^|\.)(?:archive\.(?:org|ph|is|today|fo|li|md|vn)|perma\.cc|webcitation\.org|google\.\w+|googleusercontent\.com"
    r"|facebook\.com|twitter\.com|x\.com|t\.co|reddit\.com|linkedin\.com|msn\.com|yahoo\.com|flipboard\.com|smartnews\.com"
    r"|apple\.news|getpocket\.com|instapaper\.com|feedburner\.com|ampproject\.org|github\.io|localhost)$"
)
_SITE_SUFFIX = re.compile(r"\s+[|–—»·-]\s+([^|–—»·]{2,60})$")
_PUBLISHED_CLASS = re.compile(r"publi|posted|entry-date|dateline|article-date|post-date", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:updated|modified|changed|edited|last)\b", re.IGNORECASE)
_PUBLISHED_WORD = re.compile(r"\b(?:published|posted|first published|publish(?:ed)? date|issued)\b", re.IGNORECASE)
MAX_JSON = 2_000_000  # characters of one JSON-LD script
MAX_DATE_LINE = 100  # characters of a block that is a date line and not a sentence which names a day
MAX_BARE_DATE = 45  # characters: "Monday, 19 September 2023 at 10:04 p.m. BST"


def read_metadata(root: Any, page: str, visible: list[Block], address: str | None = None) -> Metadata:
    """Return what the page states. `address`: where its container (a mail, an archive) says that it comes from."""
    tags = dict(_tags(root))
    article = _article_object(root)
    outlet = _outlet(article, tags)
    url = _url(root, tags, page, address)
    return Metadata(
        title=_title(root, article, tags, visible, outlet),
        outlet=outlet,
        origin=_origin(article, outlet),
        byline=_byline(root, article, tags, outlet),
        published=_published(root, article, tags, visible, page),
        url=url,
        language=_language(root, article, tags),
    )


def _tags(root: Any) -> Iterator[tuple[str, str]]:
    """Yield name and content of the meta tags, the last first, so that in a dict the first one of a name stands."""
    for element in reversed(list(root.iter("meta"))):
        content = one_line(element.get("content") or "")
        for key in ("name", "property", "itemprop", "http-equiv"):
            name = element.get(key)
            if name and content:
                yield name.strip().lower(), content


def _first_tag(tags: dict[str, str], names: Iterable[str]) -> Iterator[Stated]:
    for name in names:
        if name in tags:
            yield Stated(tags[name], f"meta tag {name}")


# ---- JSON-LD ---------------------------------------------------------------------------------------------------------


def _article_object(root: Any) -> dict[str, Any]:
    """Return the first article that the page's JSON-LD describes; an empty one when there is none."""
    for script in root.iter("script"):
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "").lower() or len(text) > MAX_JSON:
            continue
        try:
            waiting = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:  # a stack, the next one last
            found = waiting.pop()
            if isinstance(found, list):
                waiting += reversed(found)
            elif isinstance(found, dict):
                if _is_article(found):
                    return found
                waiting += [found[key] for key in ("mainEntity", "@graph") if key in found]
    return {}


def _is_article(found: dict[str, Any]) -> bool:
    types = found.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and _ARTICLE_TYPES.fullmatch(name.rpartition("/")[2]) for name in names)


def _names(value: object) -> list[str]:
    """Return the names in a JSON-LD author or publisher, which may be a text, an object or a list of them."""
    if isinstance(value, list):
        return [name for part in value[:50] if not isinstance(part, list) for name in _names(part)]
    if isinstance(value, dict):
        value = value.get("name")
        if isinstance(value, list):
            return [_plain(name) for name in value[:50] if isinstance(name, str)]
    return [_plain(value)] if isinstance(value, str) and _plain(value) else []


def _plain(text: str) -> str:
    return one_line(html.unescape(text))


# ---- the fields ------------------------------------------------------------------------------------------------------


def _outlet(article: dict[str, Any], tags: dict[str, str]) -> Stated | None:
    if "og:site_name" in tags:
        return Stated(tags["og:site_name"], "meta tag og:site_name")
    if names := _names(article.get("publisher")):
        return Stated(names[0], "JSON-LD publisher")
    # A publisher's tag often holds its page or number in a social network.
    named = (found for found in _first_tag(tags, _OUTLET_TAGS) if "://" not in found.value and _key(found.value))
    return next((found for found in named if not found.value.isdigit()), None)


def _title(
    root: Any, article: dict[str, Any], tags: dict[str, str], visible: list[Block], outlet: Stated | None
) -> Stated | None:
    """Return the headline. One that stands on the page is preferred to its rewording for search engines."""
    stated: list[Stated] = []
    if isinstance(article.get("headline"), str):
        stated.append(Stated(_plain(article["headline"]), "JSON-LD headline"))
    stated += _first_tag(tags, _TITLE_TAGS)
    head = root.find(".//head/title")
    if head is not None and (text := one_line(head.text_content())):
        stated.append(Stated(text, "title of the page"))
    stated = [found for found in stated if found.value]
    headings = [block.text for block in visible if block.tag == "h1"]
    for heading in headings:
        if any(_begins_alike(found.value, heading) for found in stated) and not _is_outlet(heading, outlet):
            return Stated(heading, "main heading (h1)")
    if stated:
        return Stated(_without_site(stated[0], outlet), stated[0].how)
    return Stated(headings[0], "main heading (h1)") if len(headings) == 1 else None


def _begins_alike(title: str, heading: str) -> bool:
    return len(heading) > 3 and _key(title).startswith(_key(heading))


def _is_outlet(text: str, outlet: Stated | None) -> bool:
    return outlet is not None and _key(text) == _key(outlet.value)


def _key(text: str) -> str:
    """Return only the letters and digits: marks and case differ between a page's head and its body."""
    return "".join(char for char in text.casefold() if char.isalnum())


def _without_site(title: Stated, outlet: Stated | None) -> str:
    """Return a title without the name of the site and the day at its end, when that is what stands there."""
    text = title.value
    while found := _SITE_SUFFIX.search(text):
        suffix = _key(found.group(1))
        is_site = outlet is not None and bool(suffix) and (suffix in _key(outlet.value) or _key(outlet.value) in suffix)
        if not is_site and not re.fullmatch(r"[\d./ -]{8,12}", found.group(1)):
            break
        text = text[: found.start()]
    return text


def _origin(article: dict[str, Any], outlet: Stated | None) -> Stated | None:
    """Return the agency that the page names as the source of its article, or as its author, when it is another one."""
    for field, names in (
        ("sourceOrganization", _names(article.get("sourceOrganization"))),
        ("author", _organisations(article.get("author"))),
    ):
        for name in names:
            if "://" not in name and not _is_outlet(name, outlet):
                return Stated(name, f"JSON-LD {field}, an organisation")
    return None


def _organisations(value: object) -> list[str]:
    """Return the names of those in a JSON-LD field that are organisations and not persons."""
    parts = value if isinstance(value, list) else [value]
    kinds = [(part, str(part.get("@type"))) for part in parts[:50] if isinstance(part, dict)]
    return [name for part, kind in kinds if "Organization" in kind for name in _names(part)]


def _byline(root: Any, article: dict[str, Any], tags: dict[str, str], outlet: Stated | None) -> Stated | None:
    """Return who wrote the article; None where the page only repeats the outlet's name or address."""

    def is_writer(name: str) -> bool:
        return not re.search(r"://|www\.", name) and not _is_outlet(name, outlet) and bool(_key(name))

    agencies = set(_organisations(article.get("author")))
    names = [name for name in _names(article.get("author")) if is_writer(name) and name not in agencies]
    if names:
        return Stated(", ".join(dict.fromkeys(names)), "JSON-LD author")
    for found in _first_tag(tags, _BYLINE_TAGS):
        if is_writer(found.value):
            return Stated(_without_by(found.value), found.how)
    for path, how in (
        ('.//*[@itemprop="author"]', "author of the page (itemprop)"),
        ('.//a[@rel="author"]', "author link of the page"),
        ('.//*[contains(concat(" ", @class, " "), " byline ")]', "byline of the page"),
    ):
        named = [one_line(element.text_content()) for element in root.xpath(path)[:20]]
        named = [_without_by(name) for name in named if 0 < len(name) <= 100 and not re.search(r"\d{4}", name)]
        if named and is_writer(named[0]):
            return Stated(named[0], how)
    return None


def _without_by(name: str) -> str:
    return re.sub(r"^by\s*:?\s+", "", name, flags=re.IGNORECASE)


def _url(root: Any, tags: dict[str, str], page: str, address: str | None) -> Stated | None:
    """Return the page's address: the one that it names itself, unless that is only the front page of its site."""
    found: list[Stated] = []
    for element in root.iter("link"):
        if (element.get("rel") or "").strip().lower() == "canonical":
            found.append(Stated((element.get("href") or "").strip(), "canonical link"))
    found += _first_tag(tags, ("og:url",))
    if address:
        found.append(Stated(address, "archive that holds the page"))
    if saved := _SAVED_FROM.search(page[:10_000]):
        how = "SingleFile comment" if "SingleFile" in page[: saved.start()] else "comment at the top of the page"
        found.append(Stated(saved.group(1), how))
    good = [one for one in found if is_web_address(one.value)]
    return next((one for one in good if urlsplit(one.value).path.strip("/")), good[0] if good else None)


def is_web_address(text: str) -> bool:
    """Return whether the text is one absolute http(s) address."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"[\s<>\"]", text)


def site_of(address: str) -> str | None:
    """Return the site of an address, "reuters.com"; None where many outlets' pages stand under one name."""
    host = (urlsplit(address).hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    shared = _SHARED_SITES.search(host) or "." not in host or re.fullmatch(r"[\d.:]+", host)
    return None if shared else host


def _language(root: Any, article: dict[str, Any], tags: dict[str, str]) -> Stated | None:
    inside = article.get("inLanguage")
    for value, how in (
        (root.get("lang") or root.get("xml:lang"), "lang of the page"),
        (inside if isinstance(inside, str) else None, "JSON-LD inLanguage"),
        (tags.get("content-language"), "meta tag content-language"),
        (tags.get("og:locale"), "meta tag og:locale"),
    ):
        if value and (tag := language_tag(value)):
            return Stated(tag, how)
    return None


# ---- the day ---------------------------------------------------------------------------------------------------------


def _published(
    root: Any, article: dict[str, Any], tags: dict[str, str], visible: list[Block], page: str
) -> Stated | None:
    """Return the day that the page states for its publication; None when only its address or its text could tell."""
    value = article.get("datePublished")
    if isinstance(value, str) and (day := stated_day(value)):
        return Stated(day, "JSON-LD datePublished")
    for found in _first_tag(tags, _PUBLISHED_TAGS):
        if day := stated_day(found.value):
            return Stated(day, found.how)
    return _marked_time(root) or _date_line(visible, page)


def _marked_time(root: Any) -> Stated | None:
    """Return the day of an element that is marked as the time of publication, or of the only time on the page."""
    days: list[str] = []
    for element in list(root.iter("time"))[:200]:
        day = stated_day(element.get("datetime") or element.text_content())
        if day is None or len(day) < 10:
            continue
        marks = " ".join(element.get(key) or "" for key in ("itemprop", "class", "id"))
        if _CHANGED.search(marks) or "modif" in marks.lower():
            continue
        if "datepublished" in marks.lower() or element.get("pubdate") is not None or _PUBLISHED_CLASS.search(marks):
            return Stated(day, "time element, marked as published")
        days.append(day)
    return Stated(days[0], "the only time element") if len(set(days)) == 1 else None


def _date_line(visible: list[Block], page: str) -> Stated | None:
    """Return the day of a line such as "Published May 4, 2021"; or of the date line that htmldate picks.

    htmldate gives every page a date and does not say from where, so its day counts only when a short line of the page
    bears it in words.
    """
    lines = [(block.text, day) for block in visible if len(block.text) <= MAX_DATE_LINE and (day := _line_day(block))]
    for text, day in lines:
        if _PUBLISHED_WORD.search(text):
            return Stated(day, f"line “{text}” on the page")
    if not lines:
        return None
    bare = [(text, day) for text, day in lines if len(text) <= MAX_BARE_DATE]
    if bare and len({day for _, day in lines}) == 1:
        return Stated(bare[0][1], f"line “{bare[0][0]}” on the page")
    from generator.read.libraries import htmldate_day

    picked = htmldate_day(page)
    return next((Stated(day, f"line “{text}” on the page") for text, day in lines if day == picked), None)


def _line_day(block: Block) -> str | None:
    published = _PUBLISHED_WORD.search(block.text)
    changed = _CHANGED.search(block.text)
    if changed and not (published and published.start() < changed.start()):
        return None
    return printed_day(block.text)
