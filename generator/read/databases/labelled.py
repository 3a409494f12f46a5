"""Lists that people keep of articles: each below lines that name what they state ("Headline: ...", "Datum: ...")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.clean.labelled import LABELLED, field_of, is_known, opens_text
from generator.read.databases.clipping import Clipping, ClippingField, Export, given_name_first, paragraphs_of
from generator.read.databases.press_review import SENTENCE

NAME = "a list of articles with labels"
ADVICE = "Put each article into a file of its own"
_PLACES = {"title": "title", "outlet": "outlet", "published": "day", "byline": "byline", "url": "url"}
_RULE_OR_NUMBER = re.compile(
    r"\W{3,}|[#(\[]?\s?\d{1,4}\s?[.)\]:]?|(?:article|item|text|record|document|artikel|dokument|nr|no)\W{0,3}\d{1,4}"
    r"(?:\s(?:of|von|de|/)\s\d{1,4})?\W*",
    re.IGNORECASE,
)
_NOT_GIVEN = re.compile(
    r"\W*(?:not (?:given|known|stated)|none|n/?a|unknown|anonym(?:ous)?|unbekannt|k\.? ?a\.?|keine angabe)?\W*",
    re.IGNORECASE,
)
LEAST = 2  # articles, and things that the lines above each must state
HEAD_LINES = 16  # with labels, at most


def split(lines: Sequence[str]) -> Export | None:
    """Return the articles of a list; None when the lines are none: every part has such lines above a text."""
    told = [at for at, line in enumerate(lines) if _stated(line)]
    if len(told) < LEAST * LEAST:
        return None
    first = _label(lines[told[0]])
    starts = [at for at in told if _label(lines[at]) == first]
    if len(starts) < LEAST:
        return None
    clippings = [_article(lines[at:end]) for at, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
    found = tuple(clipping for clipping in clippings if clipping is not None)
    return Export(NAME, found, ADVICE) if len(found) == len(starts) else None


def _label(line: str) -> str:
    found = LABELLED.fullmatch(line.strip())
    return found["label"].casefold() if found else ""


def _stated(line: str) -> bool:
    return ":" in line[:40] and field_of(_label(line)) in _PLACES


def _article(part: Sequence[str]) -> Clipping | None:
    """Return the article of a part; None when the lines at its head state too little, or no text follows."""
    given: dict[str, str] = {}
    others: list[ClippingField] = []
    at = 0
    while at < len(part) and at < HEAD_LINES:
        line = part[at].strip()
        found = LABELLED.fullmatch(line)
        if line and (found is None or not is_known(found["label"].casefold())):
            break
        at += 1
        if found is None:
            continue
        value = (found["value"] or "").strip()
        if opens_text(found["label"].casefold()):
            part, at = ([value, *part[at:]], 0) if value else (part, at)
            break
        if not value and at < len(part) and not LABELLED.fullmatch(part[at].strip()):
            value, at = part[at].strip(), at + 1
        place = _PLACES.get(field_of(found["label"]) or "")
        if place is None or place in given:
            others.append(ClippingField(found["label"], value))
        else:
            given[place] = "" if _NOT_GIVEN.fullmatch(value) else value
    rest = list(part[at:])
    below: list[str] = []
    while rest and (not rest[-1].strip() or _RULE_OR_NUMBER.fullmatch(rest[-1].strip()) or _stated(rest[-1])):
        below.insert(0, rest.pop())
    text = paragraphs_of(rest)
    is_text = any(len(line.split()) >= SENTENCE and line.rstrip("”\"’')»“").endswith((".", "?", "!")) for line in text)
    if len(given) < LEAST or not is_text:
        return None
    others += [ClippingField("line below the text", line.strip()) for line in below if line.strip()]
    given["byline"] = given_name_first(given.get("byline", ""))
    return Clipping(text, words=0, others=tuple(others), **given)
