"""Permanent ids, made from the words of the source and never from a position, so one more article moves no link."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+")
_NUMBERED = re.compile(r"(.*)#(\d+)", re.DOTALL)
SLUG_WORDS = 6  # enough of the words that a person recognises a link
HASH_LENGTH = 8  # 32 bits an article: two of a thousand sentences collide once in ten thousand articles


def normalised(text: str) -> str:
    """Return the words of `text`, lower case, one space between: what an id depends on.

    White space, punctuation and the kind of quotation mark or apostrophe do not count, so a repaired mark moves no
    link; any changed word does.
    """
    text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("'", "")
    return " ".join(_WORD.findall(text.casefold()))


def digest_of(*parts: str) -> str:
    """Return a short hex hash of the parts."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:HASH_LENGTH]


def slug(text: str, words: int = SLUG_WORDS, length: int = 48) -> str:
    """Return up to `words` words of `text` as a URL-safe ASCII slug; "" when it has no ASCII letter or digit."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower().replace("'", "")
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:words])[:length].strip("-")


def word_id(article_id: str, text: str, repeat: int = 0) -> str:
    """Return the id of `text` in an article: a readable slug and a hash. `repeat` tells apart equal words."""
    tail = digest_of(article_id, normalised(text) or text, *([str(repeat)] if repeat else []))
    head = slug(text)
    return f"{head}-{tail}" if head else tail


def word_ids(article_id: str, texts: Iterable[str]) -> list[str]:
    """Return one id a text, in order; equal words get the number of their repeat into the hash."""
    seen: Counter[str] = Counter()
    ids = []
    for text in texts:
        key = normalised(text) or text
        ids.append(word_id(article_id, text, seen[key]))
        seen[key] += 1
    return ids


def anchors(prefix: str, texts: Iterable[str]) -> list[str]:
    """Return one fragment id a text for use within a page: "s-1a2b3c4d". Equal words are told apart by their repeat."""
    seen: Counter[str] = Counter()
    ids = []
    for text in texts:
        key = normalised(text) or text
        ids.append(f"{prefix}-{digest_of(key, *([str(seen[key])] if seen[key] else []))}")
        seen[key] += 1
    return ids


def article_id(wanted: str | None, file: str) -> str:
    """Return an article's id: the `id` of its front-matter, else its file's stem, made URL-safe.

    Never its title or outlet, which an editor may change. A file with several articles adds their number:
    "feed.jsonl#3" is "feed-3". Letters go to lower case, since some file systems cannot tell "A" from "a".
    """
    numbered = _NUMBERED.fullmatch(file)  # a file may well be called "a#b.txt"
    path, part = numbered.groups() if numbered else (file, "")
    stem = path.rpartition("/")[2]
    stem = stem.rpartition(".")[0] or stem
    base = url_safe(wanted or "") or url_safe(stem) or digest_of(path)
    return f"{base}-{part}" if part and not wanted else base


def url_safe(text: str) -> str:
    """Return `text` with only lower-case ASCII letters, digits, "_" and "-": safe as a URL part and a file name."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9_]+", "-", plain).strip("-_")[:80].rstrip("-_")
