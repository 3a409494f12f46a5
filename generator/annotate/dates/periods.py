"""Rules for what is longer than a day: weeks, months, quarters, seasons, years, decades, centuries; never a day."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from generator.annotate.dates.lexicon import (
    DAY_PARTS,
    DECADES,
    MONTH,
    MONTHS,
    ONES,
    ORDINALS,
    SEASONS,
    TENS,
    UNITS,
    YEAR,
    word_list,
    word_set,
)
from generator.annotate.dates.place import Place, Reading
from generator.annotate.dates.values import moved, quarter_of, shifted
from generator.records import Precision, TimexType

_FLAGS = re.IGNORECASE
_SHADES = word_set("early late earlier later mid end start beginning middle close rest half")
_BACK = word_set("last past previous preceding prior")
_ON = word_set("next following coming upcoming")
_HERE = word_set("this current same present ongoing")
_THAT = word_set("that")
_GLUE = word_set("the of in a")
UNIT_LEAD = (
    _SHADES
    | _BACK
    | _ON
    | _HERE
    | _THAT
    | _GLUE
    | {"latest", "first", "full", "entire", "whole", "very", "calendar", "fiscal"}
)
_MONTH_LEAD = _SHADES | {"last", "next", "this", "past", "of", "the", "month", "coming", "in", "every", "each"}
_YEAR_TAIL = rf"(?:(?:\s?,\s?|\s|\sof\s|-){YEAR}|\s(?:of\s)?(?P<which>last|this|next|the previous|the same)\syear\b)?"
_MONTH_YEAR = re.compile(
    rf"{MONTH}(?:(?:\s?,\s?|\s|\sof\s|-){YEAR}|\s(?:of\s)?(?P<which>last|this|next|the same|that)\syear\b)?",
    _FLAGS,
)
_SEASON_YEAR = re.compile(rf"(?P<season>{'|'.join(SEASONS)})\b{_YEAR_TAIL}", _FLAGS)
_ORDINAL_PART = re.compile(
    rf"(?P<nth>{'|'.join(ORDINALS)})[\s-](?:(?:fiscal|calendar)[\s-])?(?P<part>quarter|half)\b"
    rf"(?:\s(?:of\s)?(?:(?:the\s)?(?:fiscal|calendar)\s)?(?:the\s)?(?:year\s)?{YEAR}|\s(?:of\s)?(?P<which>last|this|next)\syear\b)?",
    _FLAGS,
)
_SHORT_QUARTER = re.compile(rf"(?P<part>[QH])(?P<nth>[1-4])(?:\s(?:of\s)?(?:fiscal\s|FY\s?)?{YEAR})?(?!\w)")
_BEFORE_NAMELESS_MONTH = word_set(
    "in since of by until till from through late early mid last next this during between before after for every each "
    "around past about"
)
_GIVEN_NAMES = frozenset(("april", "may", "june", "august", "march", "jan"))
_NEXT_CAPITAL = re.compile(
    r"\s(?!January|February|March|April|May|June|July|August|September|October|November|December)[A-Z][a-z]"
)


def _trimmed(place: Place, words: tuple[str, ...], start: int, glue: frozenset[str]) -> tuple[tuple[str, ...], int]:
    """Drop glue words that open the run: an expression cannot start with "of"."""
    while words and words[0] in glue:
        words = words[1:]
        start = place.words[place.at - len(words)].start()
    return words, start


def month(place: Place) -> Reading | None:
    """Read "June", "June 2023", "late November", "last November", "September this year"."""
    found = _MONTH_YEAR.match(place.text, place.start)
    if not found:
        return None
    name, printed = found["month"].lower(), place.word
    words, start = _trimmed(place, *place.lead(_MONTH_LEAD), frozenset(("of", "in", "the", "month")))
    dated = found["year"] or found["which"]
    if not dated and not _names_a_month(place, name, printed, found.end(), words):
        return None
    if printed[0].islower() and name in _GIVEN_NAMES | {"mar", "sep", "dec"}:
        return None
    number = MONTHS[name]
    if found["year"]:
        return Reading(start, found.end(), "DATE", f"{found['year']}-{number:02d}", "month")
    if "every" in words or "each" in words:
        return Reading(start, found.end(), "SET", f"XXXX-{number:02d}", "none")
    published = place.published
    if published is None:
        return Reading(start, found.end(), "DATE", None, "month")
    if found["which"]:
        base = (
            place.memory.year
            if found["which"].lower() in ("the same", "that") and place.memory.year
            else published.year
        )
        year = base + {"last": -1, "next": 1}.get(found["which"].lower(), 0)
    else:
        year = _year_of_month(place, number, words, start, found.end(), published)
    return Reading(start, found.end(), "DATE", f"{year:04d}-{number:02d}", "month", published)


def _names_a_month(place: Place, name: str, printed: str, end: int, words: tuple[str, ...]) -> bool:
    if len(name) < 4 and name not in ("may",) and not place.text.startswith(".", end - 1):
        return False
    placed = bool(words) or place.before() in _BEFORE_NAMELESS_MONTH
    if name in ("may", "march", "mar", "sun"):
        return placed and printed[0].isupper() and not _NEXT_CAPITAL.match(place.text, end)
    if name in _GIVEN_NAMES and not placed:
        return not _NEXT_CAPITAL.match(place.text, end)
    return True


def _year_of_month(place: Place, number: int, words: tuple[str, ...], start: int, end: int, published: date) -> int:
    year = published.year
    if "last" in words or "past" in words:
        return year - (number >= published.month)
    if "next" in words or "coming" in words:
        return year + (number <= published.month)
    if "this" in words or number == published.month:
        return year
    look = place.direction(start, end)
    back = (published.month - number) % 12
    ahead = 12 - back
    if look == "future" and ahead <= 11:
        return year + (number < published.month)
    return (
        year - (number > published.month) if look == "past" or back <= ahead + 6 else year + (number < published.month)
    )


def season(place: Place) -> Reading | None:
    """Read "this summer", "last fall", "the spring of 2023"; never "fall" or "spring" as verbs."""
    found = _SEASON_YEAR.match(place.text, place.start)
    if not found:
        return None
    lead = _SHADES | _BACK | _ON | _HERE | _GLUE | {"every", "each", "during"}
    words, start = _trimmed(place, *place.lead(lead), frozenset(("of", "in", "a", "during")))
    code = SEASONS[found["season"].lower()]
    if found["year"]:
        return Reading(start, found.end(), "DATE", f"{found['year']}-{code}", "quarter")
    chosen = set(words) & (_BACK | _ON | _HERE)
    if "every" in words or "each" in words:
        return Reading(start, found.end(), "SET", f"XXXX-{code}", "none")
    if (
        not chosen
        and not found["which"]
        and not ({"the"} & set(words) and found["season"].lower() in ("summer", "winter", "autumn"))
    ):
        return None
    if place.published is None:
        return Reading(start, found.end(), "DATE", None, "quarter")
    year = place.published.year
    if found["which"]:
        year += {"last": -1, "next": 1}.get(found["which"].lower(), 0)
    elif chosen & _BACK:
        year -= {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code] > place.published.month - 1
    elif chosen & _ON:
        year += {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code] <= place.published.month
    elif not chosen and {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code] > place.published.month:
        year -= place.direction(start, found.end()) != "future"
    return Reading(start, found.end(), "DATE", f"{year:04d}-{code}", "quarter", place.published)


def ordinal_part(place: Place) -> Reading | None:
    """Read "the third quarter", "third-quarter", "the first half of 1990", "the fiscal second quarter"."""
    found = _ORDINAL_PART.match(place.text, place.start)
    if not found:
        return None
    nth, code = ORDINALS[found["nth"].lower()], "Q" if found["part"].lower() == "quarter" else "H"
    return _part_of_year(place, found, nth, code)


def short_quarter(place: Place) -> Reading | None:
    """Read "Q3", "Q3 2023", "H1 2024"."""
    found = _SHORT_QUARTER.match(place.text, place.start)
    if not found or (found["part"] == "H" and (not found["year"] or found["nth"] not in "12")):
        return None
    return _part_of_year(place, found, int(found["nth"]), found["part"])


_PART_LEAD = word_set("the last this its their our year ago earlier fiscal calendar s")
_YEAR_BEFORE = re.compile(rf"(?:the\s)?{YEAR}(?:['’]s)?\s(?:fiscal\s|calendar\s)?$")
_WHICH_YEAR_BEFORE = re.compile(
    r"\b(last|this|next)\syear['’]s\s(?:fiscal\s)?$|\b(?:the\s)?(year)-(?:ago|earlier)\s(?:fiscal\s)?$", _FLAGS
)


def _part_of_year(place: Place, found: re.Match[str], nth: int, code: str) -> Reading | None:
    if code == "H" and nth > 2:
        return None
    _, start = place.lead(frozenset(("the", "fiscal", "calendar", "early", "late")))
    precision: Precision = "quarter" if code == "Q" else "none"
    groups = found.groupdict()
    before = place.text[max(0, start - 24) : start]
    year_before = _YEAR_BEFORE.search(before)
    which = _WHICH_YEAR_BEFORE.search(before)
    if groups.get("year"):
        year = int(groups["year"] or 0)
    elif year_before:
        year, start = int(year_before["year"]), start - len(before) + year_before.start()
    elif place.published is None:
        return Reading(start, found.end(), "DATE", None, precision)
    else:
        published = place.published
        year = published.year
        if name := (groups.get("which") or (which and which[1])):
            year += {"last": -1, "next": 1}.get(name.lower(), 0)
            start = start - len(before) + which.start() if which else start
        elif which:
            year, start = (place.quarter() or published).year - 1, start - len(before) + which.start()
        elif code == "Q":
            now = (published.month - 1) // 3 + 1
            if nth > now:  # the coming one when the clause looks forward or it is the next; else last year's
                year -= nth - now > 1 or place.direction(start, found.end()) != "future"
        elif nth == 2 and published.month < 4:
            year -= place.direction(start, found.end()) != "future"
    return Reading(start, found.end(), "DATE", f"{year:04d}-{code}{nth}", precision, place.published)


_COUNT_AFTER = re.compile(r"\s(?:ago|old)\b|-old\b", _FLAGS)
_ADJECTIVAL = re.compile(r"-(?:long|old|on|to|end|round|over)\b", _FLAGS)


def unit(place: Place) -> Reading | None:
    """Read "last week", "earlier this month", "the end of next year", "the current quarter", "this weekend"."""
    name = UNITS[place.word.lower()]
    words, start = _trimmed(place, *place.lead(UNIT_LEAD), frozenset(("of", "in", "a")))
    end = place.start + len(place.word)
    if words[:1] == ("that",) and set(words[1:]) & (_BACK | _ON | _HERE):  # "said that last year ..."
        words, start = _trimmed(place, words, start, _THAT)
    chosen = set(words)
    if place.word.lower().endswith("s") or name in ("hour", "minute", "second", "night"):
        return None
    if name == "day":
        return _nearby_day(place, words, start, end)
    if not chosen & (_BACK | _ON | _HERE | _THAT | {"latest"}):
        return _bare_unit(place, name, words, start, end)
    precision: Precision = {
        "week": "week",
        "weekend": "week",
        "month": "month",
        "quarter": "quarter",
        "year": "year",
    }.get(name, "none")  # type: ignore[assignment]
    if chosen & (_THAT | {"same", "following", "previous", "preceding", "prior"}) and not chosen & {
        "last",
        "this",
        "next",
    }:
        anchor = _remembered(place, name)
    else:
        anchor = place.published
    if anchor is None:
        return Reading(start, end, "DATE", None, precision)
    count = -1 if chosen & (_BACK | {"latest"}) else 1 if chosen & _ON else 0
    if "latest" in chosen and name in ("week", "year", "month"):
        count = 0
    if name == "weekend" and not count and anchor is place.published:
        count = -1 if anchor.weekday() < 3 and place.direction(start, end) != "future" else 0
    if name == "weekend" and count == -1 and "past" in chosen | {"last"} and anchor.weekday() > 4:
        count = -1
    result = shifted(anchor, name, count)
    if result is None:
        return None
    value, precision = result
    return Reading(start, end, "DATE", value, precision, anchor)


def _remembered(place: Place, name: str) -> date | None:
    memory = place.memory
    if memory.day:
        return memory.day
    if name in ("year", "quarter", "decade") and memory.year:
        return place.quarter() or date(memory.year, 1, 1)
    return None if name in ("day", "week", "weekend") else place.published


def _bare_unit(place: Place, name: str, words: tuple[str, ...], start: int, end: int) -> Reading | None:
    if name == "weekend" and words == ("the",) and place.published:
        ahead = place.direction(start, end) == "future"
        back = place.published.weekday() < 5 and not ahead
        day = moved(place.published, -7 if back else 0)
        if day and (result := shifted(day, "weekend", 0)):
            return Reading(start, end, "DATE", result[0], result[1], place.published)
    if (
        name == "quarter"
        and words == ("the",)
        and place.published
        and place.before(start) in ("in", "for", "during", "of")
    ):
        value = quarter_of(place.quarter() or place.published)
        return Reading(start, end, "DATE", value, "quarter", place.published)
    if (
        name in ("year", "month", "week")
        and set(words) & {"end", "rest", "start", "beginning", "middle"}
        and "the" in words
        and place.published
    ):
        result = shifted(place.published, name, 0)
        return result and Reading(start, end, "DATE", result[0], result[1], place.published)
    return None


_DAY_TAIL = re.compile(r"\s(before|after)\b(?!\syesterday|\stomorrow)", _FLAGS)


def _nearby_day(place: Place, words: tuple[str, ...], start: int, end: int) -> Reading | None:
    """Read "the day before", "the next day", "the same day", "earlier that day": anchored on the day named last."""
    chosen = set(words)
    tail = (
        _DAY_TAIL.match(place.text, end)
        if words in (("the",), ("a",)) or place.before(place.start) in ("the", "a")
        else None
    )
    if tail:
        count, end = (-1 if tail[1].lower() == "before" else 1), tail.end()
        if place.before(place.start) == "a":
            start = place.words[place.at - 1].start()
    elif chosen & {"previous", "preceding"}:
        count = -1
    elif chosen & {"next", "following"}:
        count = 1
    elif chosen & {"that", "same"}:
        count = 0
    elif "this" in chosen:
        return Reading(start, end, "DATE", "PRESENT_REF", "none") if "very" not in chosen else None
    elif chosen & {"earlier", "later"} or (chosen & {"end", "rest"} and "the" in chosen):
        count = 0
    else:
        return None
    day = moved(place.memory.day, count) if place.memory.day else None
    return Reading(start, end, "DATE", day.isoformat() if day else None, "day", place.memory.day)


_YEAR_ALONE = re.compile(rf"{YEAR}(?P<range>\s?[-–]\s?(?:\d{{4}}|\d\d)(?!\d))?(?P<tail>['’]?s\b)?")
_NOT_A_YEAR = re.compile(r"\s?%|[.,:]\d|/\d|[-–]\d")


@cache
def _counted() -> re.Pattern[str]:
    nouns = "|".join(re.escape(noun) for noun in word_list("counted_nouns"))
    return re.compile(rf"\s?(?:{nouns})(?!\w)", _FLAGS)


_BEFORE_YEAR = re.compile(
    r"[$€£#№]\s?$|[\d][.,/:-]$|\b(?:No\.?|number|Nos\.?|page|room|flight|route|highway|about|some|nearly|almost|over|than|roughly|around|total|exactly)\s$",
    _FLAGS,
)
_YEAR_LEAD = _SHADES | {"of", "the", "fiscal", "year", "in", "calendar", "pre", "post"}


def year(place: Place) -> Reading | None:
    """Read "1990", "late 2007", "fiscal 1989", "the 1990s"; not "1,990", "$1990" or "2000 people"."""
    found = _YEAR_ALONE.match(place.text, place.start)
    if not found or _BEFORE_YEAR.search(place.text, max(0, place.start - 12), place.start):
        return None
    words, start = _trimmed(place, *place.lead(_YEAR_LEAD), frozenset(("of", "in", "year")))
    number = found["year"]
    if found["tail"] and number.endswith("0"):
        return Reading(start, found.end(), "DATE", number[:3], "none")
    end = found.end("year")
    if found["range"]:
        if _is_amount(place, found):
            return None
        end = found.end("range")
    elif _NOT_A_YEAR.match(place.text, end) or _counted().match(place.text, end):
        return None
    while words and words[0] == "the" and not set(words) & _SHADES:
        words, start = _trimmed(place, words, start, frozenset(("the",)))
    if found["tail"] and not number.endswith("0"):
        end = found.end("year")
    return Reading(start, end, "DATE", number, "year")


def _is_amount(place: Place, found: re.Match[str]) -> bool:
    second = re.sub(r"\D", "", found["range"])
    whole = int(second) if len(second) == 4 else int(found["year"][:2] + second)
    return not int(found["year"]) < whole < int(found["year"]) + 100


_SHORT_DECADE = re.compile(r"['’]?(\d0)['’]?s\b")
_WORD_DECADE = re.compile(rf"({'|'.join(DECADES)})\b", _FLAGS)


def decade(place: Place) -> Reading | None:
    """Read "the '80s", "the mid-90s", "the sixties" as decades of the twentieth century; "the '10s" is of ours."""
    words, start = _trimmed(
        place, *place.lead(_SHADES | {"the", "of", "his", "her", "their", "in"}), frozenset(("of", "in"))
    )
    if set(words) & {"his", "her", "their"}:
        return None  # an age
    if place.word.isdecimal():
        found = _SHORT_DECADE.match(place.text, place.start)
        quoted = place.start > 0 and place.text[place.start - 1] in "'’‘"
        if not found or not (quoted or "the" in words or set(words) & _SHADES):
            return None
        tens = int(found[1][0])
    else:
        found = _WORD_DECADE.match(place.text, place.start)
        if not found or "the" not in words:
            return None
        tens, quoted = DECADES[found[1].lower()], False
    if not words and quoted:
        start = place.start - 1
    return Reading(start, found.end(), "DATE", f"{19 if tens > 1 else 20}{tens}", "none")


_CENTURY = re.compile(r"(?P<nth>\d\d?)(?:st|nd|rd|th)[\s-]centur(?:y|ies)\b", _FLAGS)


def century(place: Place) -> Reading | None:
    """Read "the 19th century" (value "18")."""
    found = _CENTURY.match(place.text, place.start)
    if not found or not 1 <= int(found["nth"]) <= 30:
        return None
    _, start = _trimmed(place, *place.lead(_SHADES | {"the", "of"}), frozenset(("of",)))
    return Reading(start, found.end(), "DATE", f"{int(found['nth']) - 1:02d}", "none")


_SPOKEN_YEAR = re.compile(
    rf"(?:(?P<head>nineteen|eighteen|twenty)\s(?:(?P<tens>{'|'.join(TENS)})(?:[\s-](?P<ones>{'|'.join(ONES)}))?|(?P<teen>ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|oh\s\w+))"
    rf"|two\sthousand(?:\s(?:and\s)?(?P<small>{'|'.join(ONES)}))?)\b",
    _FLAGS,
)


def spoken_year(place: Place) -> Reading | None:
    """Read "nineteen ninety-seven", "the year two thousand", as transcripts write years."""
    found = _SPOKEN_YEAR.match(place.text, place.start)
    if not found:
        return None
    words, start = _trimmed(place, *place.lead(_YEAR_LEAD), frozenset(("of", "in")))
    if found["head"]:
        head = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[found["head"].lower()]
        if found["teen"]:
            rest = ONES.get(found["teen"].lower())
            if rest is None:
                return None
        else:
            rest = TENS[found["tens"].lower()] + (ONES[found["ones"].lower()] if found["ones"] else 0)
        return Reading(start, found.end(), "DATE", str(head + rest), "year")
    if "year" not in words and place.before() not in ("in", "since", "by", "until"):
        return None
    small = ONES[found["small"].lower()] if found["small"] else 0
    return Reading(start, found.end(), "DATE", str(2000 + small), "year")


_PART_WORD = re.compile(rf"({'|'.join(DAY_PARTS)})\b", _FLAGS)
_PART_LEADS = word_set("this last next that same the previous following earlier later early late every each")


def day_part(place: Place) -> Reading | None:
    """Read "this morning", "last night", "later that evening", "the next morning"."""
    word = place.word.lower()
    code = DAY_PARTS[word]
    words, start = place.lead(_PART_LEADS)
    chosen, end = set(words), place.start + len(word)
    kind: TimexType = "TIME"
    if chosen & {"every", "each"} and len(code) == 3:
        return Reading(start, end, "SET", f"XXXX-XX-XX{code}", "none")
    if "this" in chosen:
        anchor, count = place.published, 0
    elif "last" in chosen:
        anchor, count = place.published, -1 if code == "TNI" else 0
        if code != "TNI":
            count = -1
    elif chosen & {"that", "same"}:
        anchor, count = place.memory.day, 0
    elif chosen & {"next", "following"}:
        anchor, count = place.memory.day, 1
    elif "previous" in chosen:
        anchor, count = place.memory.day, -1
    else:
        return None
    day = moved(anchor, count) if anchor else None
    return Reading(start, end, kind, day.isoformat() + code if day else None, "day", anchor)
