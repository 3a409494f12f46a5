"""The article that a page describes in JSON-LD, and the names in its fields."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field
from typing import Any

from generator.read.tidy import one_line

Described = dict[str, Any]

_ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review)")
# What else may bear a day and an author, when no article is described. A comment, a film or a shop is none of them.
_PAGE = re.compile(r"(?:\w*Page|CreativeWork|NewsMediaObject|MediaObject|VideoObject|Product|Event|Recipe|Book)")
_WRAPPED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_MARKS = re.compile(r"[\W_]+")
MAX_CHARACTERS = 2_000_000  # of one script
MAX_OBJECTS = 2_000
MAX_NAMES = 50


@dataclass(frozen=True, slots=True)
class PageScripts:
    """What the scripts of a page describe."""

    article: Described = field(default_factory=dict)
    """The first article; {} when none is described."""
    page: Described = field(default_factory=dict)
    """The first other thing with a day of publication, such as the page itself; {} when there is none."""
    known: dict[str, Described] = field(default_factory=dict)
    """Every object that has an id, to which others may point."""

    def names(self, key: str) -> list[str]:
        """Return the names in a field of the article, or of the page where no article is described."""
        return self._names((self.article or self.page).get(key))

    def organisations(self, key: str) -> list[str]:
        """Return the names of those in a field of the article that are organisations and not persons."""
        value = self.article.get(key)
        parts = value if isinstance(value, list) else [value]
        kinds = [(whole, str(whole.get("@type"))) for whole in map(self._whole, parts[:MAX_NAMES]) if whole]
        return [name for whole, kind in kinds if "Organization" in kind for name in self._names(whole)]

    def _whole(self, value: object) -> Described:
        """Return an object, the one that it points to when it is but an id; {} for what is none."""
        if not isinstance(value, dict):
            return {}
        return value if value.get("name") else self.known.get(str(value.get("@id")), value)

    def _names(self, value: object) -> list[str]:
        """Return the names in an author or publisher, which may be a text, an object or a list of them."""
        if isinstance(value, list):
            return [name for part in value[:MAX_NAMES] if not isinstance(part, list) for name in self._names(part)]
        if isinstance(value, dict):
            value = self._whole(value).get("name")
            if isinstance(value, list):
                return [plain(name) for name in value[:MAX_NAMES] if isinstance(name, str)]
        return [plain(value)] if isinstance(value, str) and plain(value) else []


def described(scripts: list[Any], titles: frozenset[str] = frozenset()) -> PageScripts:
    """Return what the script elements of a page describe.

    Of several articles that is taken whose headline the page has as its own; else the first. `titles`: keys of those.
    """
    found = PageScripts()
    articles: list[Described] = []
    page: Described = {}
    for script in scripts:
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "").lower() or len(text) > MAX_CHARACTERS:
            continue
        try:
            waiting: list[Any] = [json.loads(_WRAPPED.sub("", text), strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and len(found.known) < MAX_OBJECTS:  # a stack, the next one last
            part = waiting.pop()
            if isinstance(part, list):
                waiting += reversed(part)
            elif isinstance(part, dict):
                if isinstance(part.get("@id"), str) and part.get("name"):
                    found.known.setdefault(part["@id"], part)
                if _is(part, _ARTICLE):
                    articles.append(part)
                elif not page and _is(part, _PAGE) and part.get("datePublished"):
                    page = part
                waiting += [part[key] for key in ("mainEntity", "@graph", "mainEntityOfPage") if key in part]
    own = (part for part in articles if isinstance(part.get("headline"), str) and key_of(part["headline"]) in titles)
    return PageScripts(next(own, articles[0] if articles else {}), page, found.known)


def key_of(text: str) -> str:
    """Return only the letters and digits: marks and case differ between a page's head and its body."""
    return _MARKS.sub("", html.unescape(text).casefold())


def _is(part: Described, kind: re.Pattern[str]) -> bool:
    types = part.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and kind.fullmatch(name.rpartition("/")[2]) for name in names)


def plain(text: str) -> str:
    """Return a text out of a script on one line, with its characters for their names."""
    return one_line(html.unescape(text))
