"""Rules for the time of day: "3:30 p.m.", "1530 GMT", "noon", with its zone."""

from __future__ import annotations

import re
from datetime import date

from generator.annotate.dates.lexicon import ONES, word_set
from generator.annotate.dates.place import Timed, WordPlace

# Characters: "at 3 p.m." is of the day named so far before at most, else of the day of publication. Tuned on a half of
# ESC (accuracy on found days 83.0 at 150, 84.3 at 1000); the other half and TBAQ do not change.
REACH = 1000
_ZONE = (
    r"(?:\s?\(?(?P<zone>GMT|UTC|UK|BST|CEST|CET|EEST|EET|MSK|IST|JST|KST|HKT|SGT|AEST|AEDT|NZST|E[SD]?T|C[SD]?T|M[SD]T|P[SD]?T"
    r"|Eastern|Pacific|Central|local(?:\stime)?|Z)\b(?:\s(?:standard|daylight)?\s?time)?\)?)?"
)
_MERIDIEM = re.compile(
    rf"(?P<hour>\d{{1,2}})(?:\s?[:.]\s?(?P<minute>\d\d))?(?::(?P<second>\d\d))?\s?(?P<half>[ap])\s?\.?\s?m\b\.?{_ZONE}",
    re.IGNORECASE,
)
_COLON = re.compile(
    rf"(?P<hour>[01]?\d|2[0-3])\s?[:.]\s?(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:])(?P<hours>\s?h(?:ou)?rs?\b)?{_ZONE}",
    re.IGNORECASE,
)
_IN_THE = re.compile(
    r"(?P<hour>1[0-2]|[1-9])(?::(?P<minute>[0-5]\d))?\s(?P<part>in the (?:morning|afternoon|evening)|at night)\b",
    re.IGNORECASE,
)
_MILITARY = re.compile(rf"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<hours>\s?h(?:ou)?rs?\b)?{_ZONE}", re.IGNORECASE)
_O_CLOCK = re.compile(
    r"(?P<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\so['’]clock\b", re.IGNORECASE
)
_DAY_FOLLOWS = re.compile(r"\s(?:on\s)?(?:\w+day|today|tomorrow)\b|\s(?:GMT|ET|local)\b", re.IGNORECASE)
_HOURS = {word: number for word, number in ONES.items() if 1 <= number <= 12}
_BEFORE_TIME = word_set("about around at approximately shortly just before after by until updated published posted")
_SHADES = frozenset(("about", "around", "approximately", "roughly", "early", "nearly", "almost"))


def _time(place: WordPlace, start: int, end: int, hour: int, minute: int, zone: str | None) -> Timed | None:
    if hour > 24 or minute > 59:
        return None
    suffix = "Z" if (zone or "").upper() in ("GMT", "UTC", "Z") else ""
    day = _day_of(place, start, end) or place.published
    value = f"{day}T{hour:02d}:{minute:02d}{suffix}" if day else None
    return Timed(start, end, "TIME", value, "day", day)


_STAMP = re.compile(r"[:.]?\s*(?:\n|$)")


def _day_of(place: WordPlace, start: int, end: int) -> date | None:
    """Return the day named before, when the time is one of it; None for a live report's time, on a line of its own."""
    day, text = place.memory.day, place.text
    if day is None or start - place.memory.day_at >= REACH:
        return None
    if _STAMP.match(text, end) and not text[max(0, start - 3) : start].strip(" \t\n"):
        return None
    if place.published and day != place.published:
        ahead = place.direction(start, end) == "future"
        if ahead != (day > place.published):
            return None
    return day


def clock(place: WordPlace) -> Timed | None:
    """Read "3:30 p.m.", "10 am", "12:48pm BST", "15:30 GMT", "0737 GMT"; a bare "2:1" is a score."""
    if place.start and place.text[place.start - 1] in "$€£.,:/-":
        return None
    _, start = place.lead(_SHADES)
    text = place.text
    if found := _MERIDIEM.match(text, place.start):
        hour = int(found["hour"])
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
        return _time(place, start, found.end(), hour, int(found["minute"] or 0), found["zone"])
    if found := _IN_THE.match(text, place.start):
        hour = int(found["hour"]) % 12 + (0 if found["part"].lower() == "in the morning" else 12)
        return _time(place, start, found.end(), hour, int(found["minute"] or 0), None)
    found = _COLON.match(text, place.start)
    if found and (found["zone"] or found["hours"] or _timely(place, found)):
        if "." in found.group()[:4] and not found["zone"]:
            return None
        return _time(place, start, found.end(), int(found["hour"]), int(found["minute"]), found["zone"])
    found = _MILITARY.match(text, place.start)
    if found and (found["zone"] or found["hours"]):
        return _time(place, start, found.end(), int(found["hour"]), int(found["minute"]), found["zone"])
    return None


def _timely(place: WordPlace, found: re.Match[str]) -> bool:
    """Return whether a bare "15:30" is a time of day: "at 15:30", "9 September 2013 11:55"; not a score or a ratio."""
    beside = place.floor and place.start - place.floor <= 3 and place.memory.day_at == place.floor
    return bool(beside) or (len(found["hour"]) == 2 and place.before() in _BEFORE_TIME)


def o_clock(place: WordPlace) -> Timed | None:
    """Read "3 o'clock", "ten o'clock"."""
    found = _O_CLOCK.match(place.text, place.start)
    if not found:
        return None
    hour = _HOURS.get(found["hour"].lower()) or int(found["hour"])
    return _time(place, place.start, found.end(), hour, 0, None)


_BEFORE_NOON = word_set("at by before after around until about from to between past near since and or")


def noon(place: WordPlace) -> Timed | None:
    """Read "noon" and "midnight" as times: "at noon", "noon Thursday"; not "the midnight blue"."""
    word = place.word.lower()
    _, start = place.lead(frozenset(("12",)))
    if place.before(start) not in _BEFORE_NOON and not _DAY_FOLLOWS.match(place.text, place.end):
        return None
    hour = 24 if word == "midnight" else 12
    return _time(place, start, place.end, hour, 0, None)
