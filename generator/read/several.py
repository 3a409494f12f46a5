"""Tells a text of several clippings from one article: by the lines that stand at the head of a clipping."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.days import exact
from generator.read.databases.clipping import iso_day_of

HEAD = 5  # lines below a headline in which a clipping says where it is from
HEAD_WORDS = 15  # of such a line
APART = 80  # words between the heads of two clippings
_ADDRESS = re.compile(r"https?://\S+|(?:www\.)\S+\.\S+", re.IGNORECASE)
_BYLINE = re.compile(r"(?:by|von|par|por|di)\s+[A-ZÀ-Þ][\w.'’-]*(?:\s+[\w.'’-]+){0,6}", re.IGNORECASE)
_OLDER = re.compile(r"\b(?:updated?|modified|corrected)\b", re.IGNORECASE)
REFUSAL = (
    "seems to hold several articles",
    "Give each headline the style “Heading 1” in Word, or put each article into a file of its own",
)


def begins_clipping(lines: Sequence[str]) -> bool:
    """Return whether the lines below a headline say where and when it was published: any one of them is enough."""
    return any(_kinds(line) for line in lines[:HEAD])


def holds_several(lines: Sequence[str]) -> bool:
    """Return whether the lines have two heads of clippings, each of two kinds of lines, with a text between them.

    One that comes back is the article's own, at its head and its foot or on every page.
    """
    heads: set[frozenset[str]] = set()
    words = APART
    at = 0
    while at < len(lines):
        kinds: set[str] = set()
        end = at
        while end < len(lines) and end - at < HEAD and (found := _kinds(lines[end])):
            kinds |= found
            end += 1
        if len(kinds) >= 2 and words >= APART:
            heads.add(frozenset(line.strip().casefold() for line in lines[at:end]))
            words = 0
        for line in lines[at : max(end, at + 1)]:
            words += len(line.split())
        at = max(end, at + 1)
    return len(heads) > 1


def _kinds(line: str) -> set[str]:
    """Return what a short line states: an address, who wrote it, the full day of publication."""
    if not line.strip() or len(line.split()) > HEAD_WORDS or _OLDER.search(line):
        return set()
    found = set()
    if _ADDRESS.fullmatch(line.strip()):
        return {"address"}
    if _BYLINE.match(line):
        found.add("byline")
    if not line.rstrip().endswith(".") and exact(iso_day_of(line)):
        found.add("day")
    return found
