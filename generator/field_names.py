"""What a field of an export, a column of a table or a label above a text states, by its name in one of many tongues."""

from __future__ import annotations

import re
from functools import cache

from generator.wordlists import words
from generator.words_alike import without_accents

MEANINGS = (
    *("title", "outlet", "byline", "published", "text", "url", "language"),
    *("section", "page", "summary", "beside"),
)
# "Article title", "full text", "date of the story", "news_body": words that stand beside what is named.
_BESIDE = frozenset((
    "article", "articles", "news", "story", "full", "original", "of", "the", "main", "raw", "clean", "cleaned", "item",
    "rendered", "value", "fields", "plain", "html", "page", "post", "final", "name", "s",
    "first", "requested", "canonical", "artikel", "artikels", "des",
    "der", "das", "del", "de", "la", "du", "do", "da", "l", "d", "noticia", "nota", "articulo", "artigo", "articolo",
))  # fmt: skip
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_JOINED = re.compile(r"^(article|news|story|artikel)(?=\w)")  # "articletitle", where capitals are lost
_MARKS = re.compile(r"[\W_]+")
# Within an object, behind a dot: what only says how the value is given, and objects that hold an article's fields.
_VALUES = ("rendered", "value", "#text", "_text", "plain", "html", "original", "main", "raw", "basic", "default")
_HOLDERS = frozenset((
    "fields", "_source", "attributes", "article", "story", "item", "meta", "metadata", "document", "post", "data",
    "thread",
))  # fmt: skip
LONGEST = 40  # characters; what is longer is a sentence, or a question of a form


def meaning_of(name: str) -> str | None:
    """Return which of `MEANINGS` a name stands for: "title" for "Überschrift" and "articleTitle"; None for any other.

    A field of an object is named with a dot, "content.rendered", "media.name".
    """
    whole, _, part = name.rpartition(".")
    if whole and part:
        if whole.casefold() in _HOLDERS:
            name = part
        elif part.casefold() in _VALUES:
            name = whole
        else:
            named = meaning_of(whole) if part.casefold() in ("name", "nm", "title") else None
            return named if named in ("outlet", "byline") else None
    return _meaning(name) if len(name) <= LONGEST else None


@cache
def _meaning(name: str) -> str | None:
    parts = _JOINED.sub(r"\1 ", _plain(_HUMP.sub(" ", name))).split()
    while parts:
        if (found := _names().get(" ".join(parts)) or _names().get("".join(parts))) is not None:
            return found
        if parts[0] in _BESIDE:
            parts = parts[1:]
        elif parts[-1] in _BESIDE:
            parts = parts[:-1]
        else:
            return None
    return None


def _plain(name: str) -> str:
    """Return a name in small letters without accents, its parts with one space between them."""
    # These are letters of their own and no accented ones.
    bare = name.casefold().replace("ł", "l").replace("ø", "o").replace("ı", "i")
    return _MARKS.sub(" ", without_accents(bare)).strip()


@cache
def _names() -> dict[str, str]:
    named = [(_plain(name), meaning) for meaning in MEANINGS for name in words("field_names.txt", meaning)]
    return {spelt: meaning for name, meaning in named for spelt in (name, name.replace(" ", ""))}
