"""A siglum for each source: the short unique name that stands for it in every margin, table and matrix."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from generator.records import AnnotatedArticle, Article
from generator.wordlists import pairs

MAX_LETTERS = 16  # still fits a table head on a phone; most names of two words are no longer
HALF = 10  # of each name where one carries the other's story
MOST_NAME_WORDS = 4  # more of them in a file's name are a headline
LETTERS = "letters"
"""Under this key of what was given before stand the letters of articles."""
UNNAMED = "Source"
"""What a source is called of which nothing is known; several are told apart by their letters."""
_LEADING_ARTICLE = re.compile(r"^the\s+(?=\S)", re.I)
_SMALL = frozenset({"of", "the", "and", "&", "for", "in", "by"})
_OWN_SHORT_NAME = re.compile(r"\S\s\(([A-Z]{2,8})\)$")  # "Larkfield News Agency (LANA)"
_NUMBERS_AROUND = re.compile(r"^(?:\d+[-_])*\d+(?:[-_]|$)|(?:[-_]\d+)+$")
# A hash, a key, or figures that are neither a channel's ("channel-4") nor an ending ("24h"). A key has figures among
# its letters ("q7xk2m") or is longer than a name that has one ("click2houston").
_NO_WORD = re.compile(r"\d{3}|^(?=.*\d)(?:[0-9a-f]{6,}|\w{14,})$|[a-z]\d+[a-z]+\d|\d[a-z]+\d+[a-z]")
_DOMAIN = re.compile(r"^(?:www\.)?([\w-]+)(?:\.[a-z]{2,})+$", re.I)
_LETTERS = re.compile(r"[a-z]{1,4}")


def with_sigla(
    articles: Sequence[AnnotatedArticle],
    chosen: Mapping[str, str],
    given: Mapping[str, str] = MappingProxyType({}),
) -> list[AnnotatedArticle]:
    """Return the articles with their sigla. `chosen`: article id, outlet or origin to the siglum an editor wants.

    Two articles of one source are told apart by a letter: "BBC a", "BBC b". `given`: the letters that articles, by
    their ids, had before (`letters_of`). They keep them, so that one more article renames no other; the rest have the
    next free ones in the order of their ids.
    """
    bases = [_base(found.article, chosen) for found in articles]
    total = Counter(bases)
    several: dict[str, str] = {
        found.article.id: base for found, base in zip(articles, bases, strict=True) if total[base] > 1
    }
    letters = _told_apart(several, given)
    named = []
    for found, base in zip(articles, bases, strict=True):
        siglum = f"{base} {letters[found.article.id]}" if found.article.id in letters else base
        named.append(replace(found, article=replace(found.article, siglum=siglum)))
    return named


def letters_of(articles: Iterable[AnnotatedArticle], chosen: Mapping[str, str]) -> dict[str, str]:
    """Return, by their ids, the letters by which articles are told apart from others of their source."""
    return {
        found.article.id: found.article.siglum[len(base) + 1 :]
        for found in articles
        if found.article.siglum != (base := _base(found.article, chosen))
    }


def _told_apart(bases: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """Return a letter for each id, no two alike of one base. Two branches may both have given "c" to a new article."""
    letters: dict[str, str] = {}
    taken: defaultdict[str, set[str]] = defaultdict(set)
    for name in sorted(bases):
        before = given.get(name, "")
        if _LETTERS.fullmatch(before) and before not in taken[bases[name]]:
            letters[name] = before
            taken[bases[name]].add(before)
    tried = Counter[str]()
    for name in sorted(bases.keys() - letters.keys()):
        base = bases[name]
        while (letter := _letters(tried[base])) in taken[base]:
            tried[base] += 1
        tried[base] += 1
        letters[name] = letter
    return letters


def _base(article: Article, chosen: Mapping[str, str]) -> str:
    if article.id in chosen:
        return chosen[article.id]
    names = [stated.value for stated in (article.metadata.outlet, article.metadata.origin) if stated]
    whole = [chosen.get(name) or shortened(name) for name in names]
    if len(names) < 2 or whole[0].casefold() == whole[1].casefold():
        return whole[0] if whole else _from_id(article.id)
    # The origin wrote the words and the outlet carries them: a reader who weighs witnesses needs both.
    carrier, writer = (chosen.get(name) or shortened(name, HALF) for name in names)
    return carrier if carrier.casefold() == writer.casefold() else f"{carrier} ‹ {writer}"


def shortened(name: str, most: int = MAX_LETTERS) -> str:
    """Return a short form of an outlet's name, of `most` letters.

    The short name that it is known by; itself when it is short; its capitals where they are three and more ("LLC" for
    "Larkfield Local Chronicle"); else as many of its words as fit.
    """
    name = _LEADING_ARTICLE.sub("", " ".join(name.split()))
    if known := _known_short_names().get(name.casefold()):
        return known
    if bracketed := _OWN_SHORT_NAME.search(name):
        return bracketed[1]
    name = _LEADING_ARTICLE.sub("", name.split("/")[0].strip())
    if match := _DOMAIN.match(name):
        name = match[1]
    if len(name) <= most:
        return name
    if known := _known_short_names().get(name.casefold()):
        return known
    capitals = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())
    return capitals if 2 < len(capitals) <= most else _first_words(name.split(), most)


@cache
def _known_short_names() -> Mapping[str, str]:
    return {name.casefold(): short for name, short in pairs("outlet_short_names.txt").items()}


def _first_words(words: Sequence[str], most: int = MAX_LETTERS) -> str:
    """Return as many words as fit, one at least, and no "of" or "the" behind them."""
    kept = list(words[:1])
    for word in words[1:]:
        if len(" ".join((*kept, word))) > most:
            break
        kept.append(word)
    while len(kept) > 1 and kept[-1].casefold() in _SMALL:
        kept.pop()
    return " ".join(kept)[:most].strip()


def _from_id(article_id: str) -> str:
    """Return the outlet's words that an id made from a file name has: "Harbour Bell" for "2023-06-20-harbour-bell".

    `UNNAMED` where it has none, or so many that they are a headline: a year or a number names no source.
    """
    words = [part for part in re.split(r"[-_]", _NUMBERS_AROUND.sub("", article_id)) if part]
    if not words or len(words) > MOST_NAME_WORDS or any(_NO_WORD.search(word) for word in words):
        return UNNAMED
    name = " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words)
    # No capitals here: whether the words are an outlet's or the story's, they say more than their first letters.
    return _known_short_names().get(name.casefold()) or _first_words(_LEADING_ARTICLE.sub("", name).split())


def _letters(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
