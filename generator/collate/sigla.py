"""A siglum for each source: the short unique name that stands for it in every margin, table and matrix."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.records import AnnotatedArticle, Article

MAX_LETTERS = 14  # still fits a table head on a phone
_LEADING_ARTICLE = re.compile(r"^the\s+(?=\S)", re.I)
_DOMAIN = re.compile(r"^(?:www\.)?([\w-]+)(?:\.[a-z]{2,})+$", re.I)


def with_sigla(articles: Sequence[AnnotatedArticle], chosen: Mapping[str, str]) -> list[AnnotatedArticle]:
    """Return the articles with their sigla. `chosen`: article id, outlet or origin to the siglum an editor wants.

    Two articles of one source are told apart by a letter in the order of their ids: "BBC a", "BBC b".
    """
    bases = [_base(found.article, chosen) for found in articles]
    total, used = Counter(bases), Counter[str]()
    named = []
    for found, base in zip(articles, bases, strict=True):
        siglum = base
        if total[base] > 1:
            siglum = f"{base} {_letters(used[base])}"
            used[base] += 1
        named.append(replace(found, article=replace(found.article, siglum=siglum)))
    return named


def _base(article: Article, chosen: Mapping[str, str]) -> str:
    known = article.metadata
    # The origin wrote the words; the outlet only carries them. So the origin is the better name for a witness.
    source = known.origin or known.outlet
    for key in (article.id, *(stated.value for stated in (known.outlet, known.origin) if stated)):
        if key in chosen:
            return chosen[key]
    return shortened(source.value) if source else _from_id(article.id)


def shortened(name: str) -> str:
    """Return a short form of an outlet's name: itself when short, else its capitals ("KNA"), else its first letters."""
    name = _LEADING_ARTICLE.sub("", name.split("/")[0].strip())
    if match := _DOMAIN.match(name):
        name = match[1]
    if len(name) <= MAX_LETTERS:
        return name
    capitals = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())
    return capitals if len(capitals) > 1 else name[:MAX_LETTERS].strip()


def _from_id(article_id: str) -> str:
    """Return the words of an id without its numbers, as many as fit; the id itself where it has no words."""
    words = [part for part in re.split(r"[-_]", article_id) if part and not any(c.isdigit() for c in part)]
    kept = ""
    for word in words:
        longer = f"{kept}-{word}" if kept else word
        if kept and len(longer) > MAX_LETTERS:
            break
        kept = longer
    return (kept or article_id)[:MAX_LETTERS]


def _letters(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
