"""Press reviews, as offices send them round: articles between rules, each below a line "Outlet, 12.10.2021, p. 3"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.days import exact
from generator.read.databases.clipping import Clipping, ClippingField, Export, iso_day_of, paragraphs_of

NAME = "a press review"
ADVICE = "Put each article into a file of its own"
_RULE = re.compile(r"\s*(?:[=_*~#—–-]\s?){5,}\s*")
_NUMBER = re.compile(r"\s*[(\[]?\d{1,3}(?:[.)\]:/]|\s+of\s+\d{1,3})?(?:\s+|$)")
_SEPARATOR = re.compile(r"\s*(?:[,;|·•]|\s[–—/-]\s)\s*")
_PAGE = re.compile(r"(?:pp?|pages?|pg|s|seiten?)\.?\s?[A-Z]?\d{1,4}(?:\s?[-–/+]\s?[A-Z]?\d{1,4})?", re.IGNORECASE)
_LABEL = re.compile(r"^(?:source|quelle|fuente|fonte|from)\s*:\s*", re.IGNORECASE)
_REVIEW = re.compile(r"review|clippings?|monitor|pressespiegel|revue de presse|rassegna|digest|summary", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\.?,?\s*", re.IGNORECASE)
HEAD = 4  # lines of a part among which its source is named
LEAST = 2  # articles of a review
OUTLET_WORDS, NAME_WORDS = 6, 5  # at most, of an outlet and of a writer
SENTENCE = 8  # words of a text's sentence, at least; a line of contents ends in no full stop


@dataclass(frozen=True, slots=True)
class _Source:
    outlet: str
    day: str
    byline: str
    rest: tuple[str, ...]


def split(lines: Sequence[str]) -> Export | None:
    """Return the articles of a review; None when the lines are none: a part between rules names no source."""
    parts: list[list[str]] = [[]]
    for line in lines:
        if _RULE.fullmatch(line):
            parts.append([])
        else:
            parts[-1].append(line)
    if len(parts) < LEAST:
        return None
    found = [_article(part) if part else None for part in parts]
    named = [at for at, article in enumerate(found) if article is not None]
    if len(named) < LEAST or any(found[at] is None and _is_told(parts[at]) for at in range(named[0], named[-1])):
        return None
    clippings = [article for article in found if article is not None]
    above = [line for part in parts[: named[0]] for line in part]
    below = [line for at in range(named[0], len(parts)) if found[at] is None for line in parts[at]]
    clippings[0] = replace(clippings[0], others=(*_kept("head of the review", above), *clippings[0].others))
    clippings[-1] = replace(clippings[-1], others=(*clippings[-1].others, *_kept("foot of the review", below)))
    return Export(NAME, tuple(clippings), ADVICE)


def _kept(label: str, lines: Iterable[str]) -> list[ClippingField]:
    return [ClippingField(label, line.strip()) for line in lines if line.strip()]


def _is_told(part: Sequence[str]) -> bool:
    return any(line.strip() for line in part)


def _article(part: Sequence[str]) -> Clipping | None:
    """Return the article of a part: headline, source, text, a number above them aside."""
    lines = list(part)
    others: list[ClippingField] = []
    told = [at for at, line in enumerate(lines) if line.strip()]
    if told and (number := _NUMBER.match(lines[told[0]])):
        others.append(ClippingField("number", number.group().strip()))
        lines[told[0]] = lines[told[0]][number.end() :]
        told = [at for at, line in enumerate(lines) if line.strip()]
    at = next((at for at in told[:HEAD] if _source(lines[at]) is not None), None)
    source = _source(lines[at]) if at is not None else None
    if at is None or source is None or len(told) < LEAST + 1:
        return None
    above = [lines[place].strip() for place in told if place < at]
    rest = lines[at + 1 :]
    if not above:  # the source stands above the headline
        first = next(place for place in told if place > at)
        above, rest = [lines[first].strip()], lines[first + 1 :]
    text = paragraphs_of(rest)
    if not any(len(line.split()) >= SENTENCE and line.rstrip("”\"’')").endswith((".", "?", "!")) for line in text):
        return None
    others += _kept("line below the headline", above[1:]) + _kept("source", source.rest)
    return Clipping(
        text, title=above[0], outlet=source.outlet, day=source.day, byline=source.byline, others=tuple(others)
    )


def _source(line: str) -> _Source | None:
    """Return what a line tells that names an outlet first and a full day behind it; None for any other line."""
    text = _LABEL.sub("", line.strip().strip("()[]").strip())
    if not text or len(text.split()) > 20 or text.endswith((".", "?", "!")):
        return None
    pieces = [piece for piece in _SEPARATOR.split(text) if piece]
    outlet = pieces[0]
    is_name = 0 < len(outlet.split()) <= OUTLET_WORDS and outlet[0].isalnum() and not re.search(r"\d{3}|^\d", outlet)
    if (
        len(pieces) < 2
        or not is_name
        or iso_day_of(outlet)
        or (re.search(r"press|media|daily|news", outlet, re.I) and _REVIEW.search(outlet))
    ):
        return None
    day, byline = "", ""
    rest: list[str] = []
    place = 1
    while place < len(pieces):
        run = next(
            (size for size in (1, 2, 3) if not day and exact(iso_day_of(", ".join(pieces[place : place + size])))), 0
        )
        if run:
            day = ", ".join(pieces[place : place + run])
            place += run
            continue
        piece = pieces[place]
        place += 1
        name = re.sub(r"^(?:by|von|par|por)\s+", "", piece, flags=re.IGNORECASE)
        if _PAGE.fullmatch(piece) or _WEEKDAY.fullmatch(piece):
            rest.append(piece)
        elif day and not re.search(r"\d", name) and len(name.split()) <= NAME_WORDS:
            byline = f"{byline}, {name}" if byline else name
        else:
            rest.append(piece)
    if not day:
        return None
    if byline.casefold() in ("staff", "agencies", "agency", "red", "redaktion", "no author", "n/a", "unsigned"):
        rest, byline = [*rest, byline], ""
    return _Source(outlet, day, byline, tuple(rest))
