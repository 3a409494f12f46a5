"""Rules for years, decades and centuries: "1990", "fiscal 1989", "the 1990s", "the '80s", "nineteen ninety-seven"."""

from __future__ import annotations

import re
from functools import cache

from generator.annotate.dates.lexicon import DECADES, ONES, ORDINALS, TENS, YEAR, either, word_list, word_set
from generator.annotate.dates.place import Timed, WordPlace
from generator.annotate.dates.values import shifted

_FLAGS = re.IGNORECASE
_SHADES = word_set("early late earlier later mid end start beginning middle close rest")
_LEAD = _SHADES | word_set("of the fiscal year in calendar pre post")
_ALSO_VERBS = word_set("end start close")  # "the end of 2014"; "will end in 2014" says what happens then
_YEAR_ALONE = re.compile(
    rf"{YEAR}(?:(?P<range>\s?[-–]\s?(?:\d{{4}}|\d\d)(?!\d))|(?P<decade>['’]?s\b)"
    rf"|(?:['’]s)?\s(?:fiscal\s|calendar\s)?(?P<nth>{either(ORDINALS)})[\s-](?P<part>quarter|half)\b"
    rf"|(?P<period>\s(?:period|quarter))\b)?",
    _FLAGS,
)
_YEAR_FIRST = word_set("in since by until till of from to between and before after circa around about late early mid")
_NOT_A_YEAR = re.compile(r"\s?%|[.,:]\d|/\d|[-–]\d")
_BEFORE_AMOUNT = re.compile(
    r"[$€£#№]\s?$|\d[.,/:-]$|\b(?:nos?\.?|number|page|room|gate|flight|route|highway|about|some|nearly|almost|over|than|roughly"
    r"|around|total|exactly)\s$",
    _FLAGS,
)


@cache
def _counted() -> re.Pattern[str]:
    nouns = "|".join(re.escape(noun) for noun in word_list("counted_nouns"))
    return re.compile(rf"\s?(?:{nouns})(?!\w)", _FLAGS)


def year(place: WordPlace) -> Timed | None:
    """Read "1990", "late 2007", "fiscal 1989", "the 1990s", "the 1988 second quarter"; not "1,990" or "2000 people"."""
    found = _YEAR_ALONE.match(place.text, place.start)
    if not found or _BEFORE_AMOUNT.search(place.text, max(0, place.start - 12), place.start):
        return None
    words, start = place.lead(_LEAD, word_set("of in year"))
    if words and words[0] in _ALSO_VERBS and words[1:2] == ("in",):
        words = words[2:]
        start = place.words[place.at - len(words)].start()
    number, end = found["year"], found.end("year")
    if found["decade"] and number.endswith("0"):
        return Timed(start, found.end(), "DATE", number[:3])
    if found["part"]:
        code = "Q" if found["part"].lower() == "quarter" else "H"
        nth = ORDINALS[found["nth"].lower()]
        if code == "Q" or nth <= 2:
            return Timed(start, found.end(), "DATE", f"{number}-{code}{nth}", "quarter" if code == "Q" else "none")
    quarter = place.quarter() if found["period"] else None
    if quarter:  # "the 1988 period" in a report on a quarter
        return Timed(start, found.end(), "DATE", f"{number}-Q{(quarter.month + 2) // 3}", "quarter")
    if found["range"]:
        if not _is_range(found):
            return None
        end = found.end("range")
    elif _NOT_A_YEAR.match(place.text, end) or (place.before() != "in" and _counted().match(place.text, end)):
        return None  # "In 2016 doctors found" is a year all the same
    elif int(number) < 1900 and not words and place.before() not in _YEAR_FIRST:
        return None  # more often a number than a year
    if words and words[0] == "the" and not set(words) & _SHADES:
        start = place.start
    return Timed(start, end, "DATE", number, "year")


def _is_range(found: re.Match[str]) -> bool:
    """Return whether "1994-1999" or "1994-99" ends after it starts, within a century."""
    second = re.sub(r"\D", "", found["range"])
    first = int(found["year"])
    last = int(second) if len(second) == 4 else int(found["year"][:2] + second)
    return first < last < first + 100


_SHORT_DECADE = re.compile(r"(\d0)['’]?s\b")


def decade(place: WordPlace) -> Timed | None:
    """Read "the '80s", "the mid-90s", "the sixties" as decades of the twentieth century; "the '10s" is of ours."""
    words, start = place.lead(_SHADES | word_set("the of his her their in"), word_set("of in"))
    if set(words) & {"his", "her", "their"}:
        return None  # an age
    if not place.word.isdecimal():
        tens = DECADES[place.word.lower()]
        return Timed(start, place.end, "DATE", f"19{tens}") if "the" in words else None
    found = _SHORT_DECADE.match(place.text, place.start)
    marked = place.start > 0 and place.text[place.start - 1] in "'’‘"
    if marked:
        words, start = _lead_over_mark(place)
    if not found or not (marked or set(words) & (_SHADES | {"the"})):
        return None
    tens = int(found[1][0])
    return Timed(start, found.end(), "DATE", f"{19 if tens > 1 else 20}{tens}")


_DECADE_LEAD = re.compile(r"(?:\b(?:the|early|late|mid)[\s-]){0,3}['’‘]$", _FLAGS)


def _lead_over_mark(place: WordPlace) -> tuple[tuple[str, ...], int]:
    window = max(place.floor, place.start - 20)
    found = _DECADE_LEAD.search(place.text, window, place.start)
    start = found.start() if found else place.start - 1
    return tuple(place.text[start : place.start - 1].lower().replace("-", " ").split()), start


_CENTURY = re.compile(r"(?P<nth>\d\d?)(?:st|nd|rd|th)[\s-]centur(?:y|ies)\b", _FLAGS)


def century(place: WordPlace) -> Timed | None:
    """Read "the 19th century" (value "18")."""
    found = _CENTURY.match(place.text, place.start)
    if not found or not 1 <= int(found["nth"]) <= 30:
        return None
    if found.group()[-7:-6] == "C" and re.match(r"\s[A-Z]", place.text[found.end() : found.end() + 2]):
        return None  # "21st Century Fox"
    _, start = place.lead(_SHADES | {"the", "of"}, frozenset(("of",)))
    return Timed(start, found.end(), "DATE", f"{int(found['nth']) - 1:02d}")


_SPOKEN_YEAR = re.compile(
    rf"(?:(?P<head>eighteen|nineteen|twenty)\s(?:(?P<tens>{either(TENS)})(?:[\s-](?P<ones>{either(ONES)}))?"
    rf"|(?P<teen>ten|eleven|twelve|\w{{3,5}}teen))"
    rf"|two\sthousand(?:\s(?:and\s)?(?P<small>{either(ONES)}))?)\b",
    _FLAGS,
)


def spoken_year(place: WordPlace) -> Timed | None:
    """Read "nineteen ninety-seven", "the year two thousand", as transcripts write years."""
    found = _SPOKEN_YEAR.match(place.text, place.start)
    if not found:
        return None
    words, start = place.lead(_LEAD, word_set("of in"))
    if not found["head"]:
        if "year" not in words and place.before() not in _YEAR_FIRST:
            return None
        return Timed(start, found.end(), "DATE", str(2000 + ONES.get((found["small"] or "zero").lower(), 0)), "year")
    rest = ONES.get(found["teen"].lower()) if found["teen"] else TENS[found["tens"].lower()]
    if rest is None or (found["head"].lower() == "twenty" and place.before() not in _YEAR_FIRST):
        return None  # "twenty fifteen-year-olds"
    rest += ONES[found["ones"].lower()] if found["ones"] else 0
    head = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[found["head"].lower()]
    return Timed(start, found.end(), "DATE", str(head + rest), "year")


_YEAR_END = re.compile(r"year(?:[\s-]|['’]s\s)end\b", _FLAGS)


def year_end(place: WordPlace) -> Timed | None:
    """Read "year-end", "around year end": the December that is next to publication."""
    found = _YEAR_END.match(place.text, place.start)
    if not found or place.published is None:
        return None
    _, start = place.lead(word_set("around about by at the last this next"), word_set("by at"))
    back = place.published.month <= 3 and place.direction(start, found.end()) != "future"
    value = shifted(place.published, "year", -1 if back else 0)
    return value and Timed(start, found.end(), "DATE", f"{value[0]}-12", "month", place.published)
