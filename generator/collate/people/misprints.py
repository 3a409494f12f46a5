"""Names that a writer misspelt once: the mentions of all articles in, the same under the name that is meant out.

"Okro" in an article that tells of Mayor Okoro five times is nobody else. Only a surname that nobody has, a letter off
one that is told of often in the same article, is taken for it; a forename of its own makes it somebody's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from generator.annotate.people import is_listed_body, surname
from generator.collate.words.tokens import RAREST, weight_of
from generator.records import AnnotatedArticle, Mention
from generator.wordlists import words

OFTEN = 5
"""Mentions in the folder that make a surname known, for each one of the misprint."""
FULLY = 2
"""The same where the forename is his too."""
SHORTEST = 4  # letters: of shorter names too many are a letter apart
_OF = ("O’", "O'")  # "Rourke" for "O’Rourke"


def with_misprints_read(articles: Sequence[AnnotatedArticle]) -> list[AnnotatedArticle]:
    """Return the articles with each misspelt surname as the article itself writes it elsewhere."""
    mentions = [mention for found in articles for mention in found.mentions]
    used = Counter(surname(mention.name) for mention in mentions)
    forenames: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.kind == "person" and " " in mention.name:
            forenames.setdefault(surname(mention.name), set()).add(mention.name.split()[0])
    return [_read(found, used, forenames) for found in articles]


def _read(found: AnnotatedArticle, used: Counter[str], forenames: dict[str, set[str]]) -> AnnotatedArticle:
    here = {surname(mention.name) for mention in found.mentions if mention.kind == "person"}
    known = sorted(name for name in here if name in forenames and used[name] >= FULLY)
    meant = {name: _meant(name, known, used, forenames) for name in {mention.name for mention in found.mentions}}
    if not any(meant.values()):
        return found
    return replace(found, mentions=tuple(_under(mention, meant[mention.name]) for mention in found.mentions))


def _under(mention: Mention, name: str | None) -> Mention:
    return mention if name is None else replace(mention, name=name, kind="person")


def _meant(name: str, known: Sequence[str], used: Counter[str], forenames: dict[str, set[str]]) -> str | None:
    """Return the name that a misspelt one stands for; None where it is none, or may be two people's."""
    *first, last = name.split()
    if len(first) > 1 or len(last) < SHORTEST or not last[1:].islower() or not _is_no_word(last):
        return None
    if forenames.get(last, set()) - set(first):
        return None  # somebody else has that surname
    if last.removesuffix("s") in forenames:
        return None  # "the two Linds"
    close = [
        other
        for other in known
        if other != last and used[other] >= (FULLY if first else OFTEN) * used[last] and _is_slip(last, other)
        if not first or first[0] in forenames[other]
    ]
    return " ".join([*first, close[0]]) if len(close) == 1 else None


def _is_no_word(word: str) -> bool:
    listed = word in words("forenames.txt") or word in words("place_names.txt") or is_listed_body(word)
    return weight_of(word.lower()) == RAREST and not listed


def _is_slip(written: str, meant: str) -> bool:
    """Return whether one letter is missing, too many, another one or in the wrong place, and not the first."""
    if meant.startswith(_OF) and meant[2:] == written:
        return True
    return written[0] == meant[0] and OSA.distance(written, meant, score_cutoff=1) == 1
