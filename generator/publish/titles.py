"""A title as a headline: without the day and hour that a page prints around it, and whether it tells any news."""

from __future__ import annotations

import re

from generator.collate.timeline.lexicon import is_somebody
from generator.days import MONTH_PATTERN

_MONTH = rf"(?:{MONTH_PATTERN})\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ZONE = r"(?:GMT|UTC|BST|CES?T|IST|HKT|SGT|JST|[ECMP][SD]?T)"
_PIECES = {
    "label": r"for immediate release"
    r"|(?:(?:first|last|originally) )?(?:published|posted|updated|modified|created)(?: (?:on|at))? ?:?",
    "date": rf"(?:{_MONTH} {_DAY},? (?:19|20)\d\d|{_DAY} {_MONTH},? (?:19|20)\d\d)",
    "figures": r"(?:(?:19|20)\d\d ?[-/.] ?\d{1,2} ?[-/.] ?\d{1,2}|\d{1,2} ?[-/.] ?\d{1,2} ?[-/.] ?(?:19|20)\d\d"
    r"|\d{1,2} ?/ ?\d{1,2} ?/ ?\d\d)",
    "clock": rf"\d{{1,2}} ?[:.] ?\d\d(?: ?[ap]\.?m\b\.?(?: {_ZONE}\b)?| {_ZONE}\b(?: ?[+-]\d\d: ?\d\d)?)",
    "hour": r"\d{1,2} ?[:.] ?\d\d(?: ?[:.] ?\d\d)?",
    "weekday": r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
}
_PIECE = "|".join(f"(?P<{name}>{form})" for name, form in _PIECES.items())
_HEAD = re.compile(rf"[ ,|–—-]*\b(?:{_PIECE})(?=[ ,|–—:-]|$)[ ,|–—:-]*", re.I)
_TAIL = re.compile(rf"(?:^|[ ,|–—(-]+)(?:{_PIECE})[ ),.]*$", re.I)
_DATED = re.compile(rf"(?:{_PIECES['date']}|{_PIECES['figures']}) (?=\w)", re.I)
_GOVERNED = re.compile(r"\b(?:of|on|in|since|from|by|until|till|before|after|to|for|and|the)$", re.I)
# What asks, says of itself that it is somebody's view, or tells under a name or a heading: "Ito: The pier is safe".
_NO_NEWS = re.compile(
    r"\?|^\W*(?:opinion|editorial|commentary|column|op-?ed|explainer|podcast)\b"
    r"|\b(?:opinion|analysis|editorial|commentary)\W*$",
    re.I,
)
_SOURCES = frozenset(["report", "reports", "sources", "officials", "police", "exclusive", "breaking"])
_UNDER = re.compile(r"((?:\S+ ){0,3}\S+): ")
# "Council to vote on pier", "Council will vote": not "Ito vows to leave".
_TO_COME = re.compile(r"(?:\S+ ){0,3}will [a-z]+\b|(?:\S+ )?\S*[^sd\s] to [a-z]+\b", re.I)


def plain_title(title: str) -> str:
    """Return a title without the day and the hour of the page before it or behind it; "" where it is nothing else."""
    title = " ".join(title.split())
    start, end, before, behind = 0, len(title), set[str | None](), set[str | None]()
    while found := _HEAD.match(title, start):
        start = found.end()
        before.add(found.lastgroup)
        if start == len(title):
            return ""
    while found := _TAIL.search(title, start, end):
        end = found.start()
        behind.add(found.lastgroup)
    if not before & {
        "label",
        "figures",
        "clock",
    }:  # "9.30 deadline passes", "June 6, 1944, as told by those who landed"
        start = 0
    if not behind & {"label", "date", "figures"} or _GOVERNED.search(title[:end]):
        end = len(title)
    return title[start:end].strip(" ,|–—-")


def begins_with_a_day(sentence: str) -> bool:
    """Return whether the day of a page ran into the sentence behind it: "July 2, 2014 The pier closed"."""
    found = _DATED.match(sentence)
    return found is not None and sentence[found.end()].isupper()


def tells_news(title: str) -> bool:
    """Return whether a title neither asks nor tells what is one's view or words; "Police: Ship sinks" does tell."""
    under = _UNDER.match(title)
    plain = under is None or under[1].lower() in _SOURCES or is_somebody(under[1].lower())
    return plain and not _NO_NEWS.search(title)


def is_to_come(title: str) -> bool:
    """Return whether a title tells what is still to be done."""
    return bool(_TO_COME.match(title))
