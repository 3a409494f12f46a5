"""Which outlet a web page is of, where its data do not say so: by its title, its way home and its notice of copyright.

Each of these may name something else (a section, an owner, a system of publishing), so a name counts only where two
places of the page have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from generator.clean.outlets import outlet_like, press_name
from generator.read.json_ld import key_of
from generator.read.page_places import marks_of
from generator.read.page_text import PageBlock
from generator.read.tidy import one_line
from generator.records import Stated
from generator.wordlists import lines

MOST_WORDS = 6  # of a site's name; what is longer advertises it
MOST_LINKS, MOST_NAMES = 400, 30  # of a page that are looked at
_SECTIONS = frozenset(line.casefold() for line in lines("section_names.txt"))
_NOTICE = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[\s©]{0,3}(?:\(c\)\s?)?(?:(?:19|20)\d\d(?:\s?[-–—,]\s?(?:(?:19|20)\d\d|present))?)?[\s,]{0,3}(?:by\s)?"
    r"(?P<name>(?:[Tt]he\s)?[A-ZÀ-Þ][\w.&’'-]*(?:\s(?:of|the|and|&|for|on|in|de|la|der|die|[A-ZÀ-Þ][\w.&’'-]*)){0,5})",
)
_NOTICED = re.compile(r"\s*(?P<name>[A-ZÀ-Þ][\w.&’' -]{2,50}?)\s*(?:©|\(c\))\s*(?:19|20)\d\d")
_ENDS = re.compile(
    r"(?:\s(?:of|the|and|&|for|on|in|de|la|der|die)|,?\s(?:Inc|Ltd|LLC|GmbH|plc|PLC|Limited|All|Alle|Tous|Todos|Privacy|Terms)"
    r"(?:\.|\b.*)?)+$|[.,:;|·]+$"
)
_LOGO = re.compile(r"\s*[-–|:]?\s*\b(?:logo|home ?page|home|front page|masthead|startseite)\b\s*", re.IGNORECASE)
_BEFORE = re.compile(r"(?P<name>[^|–—»:·]{2,60}?)(?::\s|\s+[|–—»·-]\s+)")
_BUILDERS = re.compile(
    r"\b(?:blogger|wordpress|substack|medium|ghost|squarespace|wix|tumblr|google|joomla|drupal)\b", re.I
)


def named_twice(root: Any, head: str, visible: Sequence[PageBlock], url: str | None) -> Stated | None:
    """Return the site's name that two places of its page have. `head`: the title of the page."""
    at_home = [(name, HOME) for name in _home(root, url)]
    noticed = [(name, NOTICE) for name in _notices(visible)]
    first = _BEFORE.match(head)
    before = [(first["name"].strip(), BEFORE)] if first else []
    site = key_of((urlsplit(url).hostname or "").removeprefix("www.").partition(".")[0]) if url else ""
    *parts, last = _BARS.split(head)
    after = [(last, AFTER)] if parts and last.count(" ") and _is_behind(last, parts[0], visible) else []
    found = list(dict.fromkeys([*before, *at_home, *noticed, *after]))[:MOST_NAMES]
    for name, how in found:
        key = _key(name)
        if not _is_name(name, key):
            continue
        elsewhere = any(kind != how and _key(other) == key for other, kind in found)
        in_title = how in (HOME, NOTICE) and any(_key(part) == key for part in _PARTS.split(head))
        if elsewhere or in_title or how == AFTER or (how != BEFORE and site == key) or _spoken(name, visible):
            whole = max((other for other, _ in found if _key(other) == key), key=len)  # "The Courier", not "Courier"
            return Stated(whole.rstrip(".") if whole.count(".") == 1 else whole, how)
    return None


HOME, NOTICE = "link of the page to its front page", "notice of copyright on the page"
BEFORE, AFTER = "title of the page, before its headline", "title of the page, and a line at its top"
_BARS = re.compile(r"\s+[|–—»·:-]\s+")
_PARTS = re.compile(r"\s+[|–—»·-]\s+|:\s")


def _key(name: str) -> str:
    return key_of(name).removeprefix("the")


def is_way_home(element: Any) -> bool:
    """Return whether all that an element shows is a link to the front page of a site."""
    links = list(element.iter("a")) if element is not None else []
    whole = one_line(element.text_content()) if links else ""
    return any(_is_root(link) and one_line(link.text_content()) == whole for link in links[:3])


def _home(root: Any, url: str | None) -> Iterator[str]:
    """Yield the words of the links to the front page, or of the pictures in them."""
    for at, link in enumerate(root.iter("a")):
        if at >= MOST_LINKS:
            return
        if not _leads_home(link, url):
            continue
        words = [one_line(link.text_content()), *(image.get("alt") or "" for image in link.iter("img"))]
        words += [link.get("title") or "", link.get("aria-label") or ""]
        yield from filter(None, (_LOGO.sub(" ", one_line(text)).strip() for text in words))


def _leads_home(link: Any, url: str | None) -> bool:
    """Return whether a link leads to the front page of the page's own site."""
    if not _is_root(link):
        return False
    host: str = urlsplit(link.get("href").strip()).netloc.removeprefix("www.")
    if not host or "home" in (link.get("rel") or "").split():
        return True
    if url is not None:
        return host == (urlsplit(url).hostname or "").removeprefix("www.")
    around = [link, *islice(link.iterancestors(), NEAR)]
    return any(element.tag in ("h1", "header") or _OWN.search(marks_of(element)) for element in around)


NEAR = 3  # elements around a link whose marks say that they are the page's head


_OWN = re.compile(
    r"logo|brand|masthead|site-?(?:title|name)|blog-?(?:title|name)|banner|(?:^|\s)header(?:$|\s)", re.IGNORECASE
)


def _is_root(link: Any) -> bool:
    try:
        parts = urlsplit((link.get("href") or "").strip())
    except ValueError:
        return False
    if parts.query or parts.fragment or parts.scheme not in ("", "http", "https"):
        return False
    return parts.path in ("/", "/index.html", "/index.htm", "/home", "/home/") or (
        bool(parts.netloc) and not parts.path
    )


def _notices(visible: Sequence[PageBlock]) -> Iterator[str]:
    for block in visible:
        if ("©" in block.text or "opyright" in block.text or "(c)" in block.text.lower()) and len(block.text) < 600:
            for found in _NOTICE.finditer(block.text):
                yield _ENDS.sub("", found["name"])
            if before := _NOTICED.match(block.text):
                yield before["name"]


def _is_name(name: str, key: str) -> bool:
    words = name.split()
    if (
        not 0 < len(words) <= MOST_WORDS
        or len(key) < 3
        or any(char.isdigit() for char in name)
        or not name[0].isupper()
    ):
        return False
    return not _SECTIONS.issuperset(word.casefold() for word in words) and not _BUILDERS.search(name)


def _is_on_top(name: str, title: str, visible: Sequence[PageBlock]) -> bool:
    """Whether the name stands on a line of its own at the top of the page, above the title, and is no link."""
    keys = [key_of(block.text) for block in visible]
    on_top = any(keys[at] == key_of(name) and not visible[at].linked for at in range(min(TOP, len(visible))))
    return on_top and key_of(title) in keys[keys.index(key_of(name)) + 1 :]


def _is_behind(name: str, title: str, visible: Sequence[PageBlock]) -> bool:
    """Whether what stands behind the headline in the title is the page's: by its place on the page, or by its words."""
    if _is_on_top(name, title, visible):
        return True
    return (press_name(name) or outlet_like(name)) and any(key_of(block.text) == key_of(title) for block in visible)


TOP = 3  # blocks


def _spoken(name: str, visible: Sequence[PageBlock]) -> bool:
    """Whether the page tells of itself by that name: "The Larkfield Letter is a reader-supported publication"."""
    said = re.compile(
        rf"(?:^|[.!?]\s){re.escape(name)} is (?:an? |the |published|part of|owned|supported)"
        rf"|(?:subscribe to|sign up (?:to|for)|welcome to|about|thanks for reading"
        rf"|support|donate to|join) (?:the )?{re.escape(name)}\b",
        re.IGNORECASE,
    )
    return any(len(block.text) < 600 and said.search(block.text) for block in visible)
