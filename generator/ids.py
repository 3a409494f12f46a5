"""Permanent ids, made from the words of the source and never from a position, so one more article moves no link."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence
from functools import lru_cache, partial

_WORD = re.compile(r"[^\W_]+")
_NUMBERED = re.compile(r"(.*)#(\d+)", re.DOTALL)
# Pages of the site have these addresses; some file systems keep the others for devices.
RESERVED = frozenset(("index", "readme", "con", "prn", "aux", "nul")).union(
    f"{device}{number}" for device in ("com", "lpt") for number in range(10)
)
SLUG_WORDS = 6  # enough of the words that a person recognises a link
HASH_LENGTH = 16  # hex digits: who wants two quotes of one id has to try some four thousand million wordings
LONGEST = 80  # characters of an article's id: part of an address and of a file's name
OLDER_LENGTH = 8  # of ids that were given before; some seconds are enough to find two that are alike
WHOLE_LENGTH = 64
_HASHED = re.compile(rf"(?:.*-)?[0-9a-f]{{{HASH_LENGTH}}}", re.DOTALL)


@lru_cache(maxsize=4096)  # of a quotation many ask: its id, its copies, what it shares with others
def normalised(text: str) -> str:
    """Return the words of `text`, lower case, one space between: what an id depends on.

    White space, punctuation and the kind of quotation mark or apostrophe do not count, so a repaired mark moves no
    link; any changed word does.
    """
    text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("'", "")
    return " ".join(_WORD.findall(text.casefold()))


def digest_of(*parts: str, length: int = HASH_LENGTH) -> str:
    """Return a hex hash of the parts."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:length]


def older_form(name: str) -> str:
    """Return an id as it was given when hashes were shorter; as it is when it holds no hash."""
    return name[: OLDER_LENGTH - HASH_LENGTH] if _HASHED.fullmatch(name) else name


def kept(name: str, given: Container[str]) -> str:
    """Return the id under which a link may have been `given` before: in its older form where that one was."""
    return older if name not in given and (older := older_form(name)) in given else name


def slug(text: str, words: int = SLUG_WORDS, length: int = 48) -> str:
    """Return up to `words` words of `text` as a URL-safe ASCII slug; "" when it has no ASCII letter or digit."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower().replace("'", "")
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:words])[:length].strip("-")


def name_id(name: str) -> str:
    """Return the id of somebody's name: its slug, and a hash where that is not all of the name or is reserved."""
    head = slug(name)
    plain = unicodedata.normalize("NFKD", name)
    is_whole = head == slug(name, words=len(name), length=len(plain)) and all(
        letter.isascii() or not letter.isalnum() for letter in plain
    )
    if head and is_whole and head not in RESERVED:
        return head
    tail = digest_of(normalised(name) or name)
    return f"{head}-{tail}" if head else tail


def word_id(article_id: str, text: str, repeat: int = 0, length: int = HASH_LENGTH) -> str:
    """Return the id of `text` in an article: a readable slug and a hash. `repeat` tells apart equal words."""
    tail = digest_of(article_id, normalised(text) or text, *([str(repeat)] if repeat else []), length=length)
    head = slug(text)
    return f"{head}-{tail}" if head else tail


def word_ids(article_id: str, texts: Iterable[str], length: int = HASH_LENGTH) -> list[str]:
    """Return one id a text, in order; equal words get the number of their repeat into the hash."""
    return _apart(list(texts), partial(word_id, article_id), length)


def anchors(prefix: str, texts: Iterable[str]) -> list[str]:
    """Return one fragment id a text for use within a page: "s-1a2b3c4d". Equal words are told apart by their repeat."""
    return _apart(list(texts), partial(_anchor, prefix), OLDER_LENGTH)


def _anchor(prefix: str, text: str, repeat: int, length: int) -> str:
    tail = digest_of(normalised(text) or text, *([str(repeat)] if repeat else []), length=length)
    return f"{prefix}-{tail}"


def _apart(texts: Sequence[str], named: Callable[[str, int, int], str], length: int) -> list[str]:
    """Return a name a text. Where the hashes of different texts are alike, these texts have their whole hash."""
    seen: Counter[str] = Counter()
    repeats = []
    for text in texts:
        key = normalised(text) or text
        repeats.append(seen[key])
        seen[key] += 1
    names = [named(text, repeat, length) for text, repeat in zip(texts, repeats, strict=True)]
    times = Counter(names)
    return [
        name if times[name] == 1 else named(text, repeat, WHOLE_LENGTH)
        for name, text, repeat in zip(names, texts, repeats, strict=True)
    ]


def path_of(file: str) -> str:
    """Return the path of an article's file without the number that it has in it: "feed.jsonl" of "feed.jsonl#3"."""
    numbered = _NUMBERED.fullmatch(file)  # a file may well be called "a#b.txt"
    return numbered[1] if numbered else file


def article_id(wanted: str | None, file: str) -> str:
    """Return an article's id: the `id` of its front-matter, else its file's stem, made URL-safe.

    Never its title or outlet, which an editor may change. A file with several articles adds their number:
    "feed.jsonl#3" is "feed-3". Letters go to lower case, since some file systems cannot tell "A" from "a".
    """
    path = path_of(file)
    part = file[len(path) + 1 :]
    stem = path.rpartition("/")[2]
    stem = stem.rpartition(".")[0] or stem
    base = url_safe(wanted or "") or url_safe(stem) or digest_of(path)
    return f"{base}-{part}" if part and not wanted else base


def url_safe(text: str) -> str:
    """Return `text` with only lower-case ASCII letters, digits, "_" and "-": safe as a URL part and a file name."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9_]+", "-", plain).strip("-_")[:LONGEST].rstrip("-_")
