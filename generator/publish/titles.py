"""A title as a headline: without the day and hour that a page prints around it, and whether it tells any news."""

from __future__ import annotations

import re

from generator.annotate.cues import cue_kind
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
    "clock": rf"\d{{1,2}} ?[:.] ?\d\d(?: ?: ?\d\d)?(?: ?[ap]\.?m\b\.?(?: {_ZONE}\b)?| {_ZONE}\b(?: ?[+-]\d\d: ?\d\d)?)",
    "hour": r"\d{1,2} ?[:.] ?\d\d(?: ?[:.] ?\d\d)?",
    "zone": r"\(?(?:GMT|UTC) ?[+-] ?\d{1,2}(?: ?: ?\d{1,2})?\)?",
    "byline": r"(?-i:By (?:[A-Z][\w.'’-]+ ){2,3})(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    "weekday": r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
}
# What no headline has: not "9.30 deadline passes", "June 6, 1944, as told by those who landed".
_STAMPS_BEFORE = frozenset(["label", "figures", "clock"])
_STAMPS_BEHIND = frozenset(["label", "date", "figures", "zone", "byline"])
_PIECE = "|".join(f"(?P<{name}>{form})" for name, form in _PIECES.items())
_HEAD = re.compile(rf"[ ,|–—-]*\b(?:{_PIECE})(?=[ ,|–—:-]|$)[ ,|–—:-]*", re.I)
_TAIL = re.compile(rf"(?:^|[ ,|–—(-]+)(?:{_PIECE})[ ),.]*$", re.I)
_DATED = re.compile(rf"(?:{_PIECES['date']}|{_PIECES['figures']}) (?=\w)", re.I)
# "... July 2, 2014, 05.": of the hour behind the day the end of a sentence left the first half.
_STAMPED = re.compile(rf"{_PIECES['date']}\W+\d{{1,2}}\.$", re.I)
_GOVERNED = re.compile(r"\b(?:of|on|in|since|from|by|until|till|before|after|to|for|and|the)$", re.I)
_VIEW = r"(?:opinions?|editorials?|commentary|columns?|op-?eds?)"
# What asks, explains, lists, says of itself that it is somebody's view, or tells under a name: "Ito: The pier is safe".
_NO_NEWS = re.compile(
    rf"\?|^\W*(?:{_VIEW}|explainer|podcast)\b|\b(?:opinion|analysis|editorial|commentary|explained)\W*$"
    r"|(?:^\W*|[:;—–] ?)(?:how|why|what|(?-i:[Ww]ho)|where|when)\b"
    r"|^\W*(?:read|see|listen|meet|here(?:['’]s| is| are))\b|\b\w{5,}[.!] (?-i:[A-Z])"  # "Pier shut. Guess who did it"
    r"|^\W*(?:key )?(?:takeaways|lessons|questions|facts|points) (?:from|of|on|about|for)\b"
    r"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:[\w'’-]+ ){0,2}"
    r"(?:takeaways|things|reasons|ways|tips|facts|lessons|questions|charts|maps|graphs)\b",
    re.I,
)
_OF_VIEWS = re.compile(rf"^\W*{_VIEW}\b|\b{_VIEW}$", re.I)
_PAGE_OF_VIEWS = re.compile(rf"//[^?#]{{0,300}}/{_VIEW}(?:/|$)", re.I)
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]|(?<!\w)['‘].*?['’](?!\w)")
_ADDRESSES = re.compile(
    r"\b(?:we|our|my|you|your|(?:there|let)['’]s)\b", re.I
)  # the writer's own voice: not "I" and "us", as in "US"
_URGES = re.compile(r"\b(?:must|should|ought to|could use|needs? to)\b", re.I)
# The last word of what a title tells under: "US officials:", "State radio:".
_SOURCES = frozenset(
    """report reports source sources official officials police exclusive breaking radio tv study poll survey court
    ministry witnesses""".split()  # noqa: SIM905
)
_UNDER = re.compile(r"((?:\S+ ){0,3}\S+): ")
# "Council to vote on pier", "Council will vote", "Pier might close": not "Ito vows to leave", "Fares in May fall".
# "Ito seeks backing for pier", "Council set for vote", "Crew reportedly tells": open when it was written.
_OPEN = re.compile(
    r"\b(?:seeks|seeking|weighs|weighing|mulls|considers?|considering|preparing|braces|eyes|urges|presses|pressures"
    r"|debates|awaits|faces|looms|vows|wants|undecided|unknown|unclear|open question|could|would|may|might|will) \w"
    r"|\b(?:plans?|prepares?|hopes?|push(?:es)?|press|moves?|expected|likely|poised|set|ready|nears?) (?:to|for) \w"
    r"|\b(?:reportedly|allegedly|rumou?red)\b|^(?:reports?|sources?): |^\S+ (?:\S+ )?to [a-z]",
    re.I,
)
_SEVERAL = re.compile(r"^(?:\S+ ){0,3}(\S+)s to [a-z]+\b", re.I)  # "Port officials to open bids"; not "vows to open"
_TO_COME = re.compile(
    r"(?:\S+ ){0,3}will [a-z]+\b|(?:\S+ )?\S*[^sd\s] to [a-z]+\b|(?:\S+ ){1,5}(?:might|(?-i:may)) [a-z]+\b", re.I
)


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
    if before.isdisjoint(_STAMPS_BEFORE):
        start = 0
    if behind.isdisjoint(_STAMPS_BEHIND) or _GOVERNED.search(title[:end]):
        end = len(title)
    return title[start:end].strip(" ,|–—-")


def begins_with_a_day(sentence: str) -> bool:
    """Return whether the day of a page ran into the sentence behind it: "July 2, 2014 The pier closed"."""
    found = _DATED.match(sentence)
    return found is not None and sentence[found.end()].isupper()


def ends_with_a_day(sentence: str) -> bool:
    """Return whether a sentence is a headline with its page's day and half of its hour: "... July 2, 2014, 05."."""
    return bool(_STAMPED.search(sentence))


def tells_news(title: str) -> bool:
    """Return whether a title neither asks, explains, nor tells what is one's view or words.

    "Police: Ship sinks" and "'A miracle': All are saved" do tell; so does "Ito says crews must leave".
    """
    under = _UNDER.match(title)
    last = under[1].lower().split()[-1] if under else ""
    # "Port election: Ito wins" tells under a matter, which has its last word small; "Rosa Ito: The pier is safe" not.
    matter = under is not None and " " in under[1] and under[1].split()[-1].islower()
    plain = under is None or matter or last in _SOURCES or is_somebody(last) or bool(_QUOTED.fullmatch(under[1]))
    return plain and not _NO_NEWS.search(title) and not _urges(title) and not _ADDRESSES.search(_unquoted(title))


def _unquoted(title: str) -> str:
    return _QUOTED.sub(" ", title)


def _urges(title: str) -> bool:
    """Return whether a title says itself what should be: unquoted, and with no word of saying before it."""
    found = _URGES.search(_unquoted(title))
    return found is not None and not any(cue_kind(word) == "speech" for word in found.string[: found.start()].split())


def is_a_view(title: str, outlet: str, url: str) -> bool:
    """Return whether title, outlet or address say that an article is somebody's view: "OPINION: Close the pier"."""
    return bool(_OF_VIEWS.search(title) or _OF_VIEWS.search(outlet) or _PAGE_OF_VIEWS.search(url))


def is_open(title: str) -> bool:
    """Return whether a title tells what was not settled when it was written: sought, weighed, expected or rumoured.

    What later articles tell may have gone past it.
    """
    return bool(_OPEN.search(_unquoted(title)))


def is_to_come(title: str) -> bool:
    """Return whether a title tells what is still to be done."""
    return bool(_TO_COME.match(title)) or any(is_somebody(found[1].lower()) for found in _SEVERAL.finditer(title))
