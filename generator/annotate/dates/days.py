"""Rules for days: ISO and slash dates, "June 19", "19th Jun, 2023", "Monday 19 June", ranges of days, yesterday."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from generator.annotate.dates.lexicon import (
    DAY,
    DAY_PARTS,
    END_MONTH,
    LAST_DAY,
    MONTH,
    PART,
    WEEKDAY,
    WEEKDAY_NAMES,
    YEAR,
    word_set,
)
from generator.annotate.dates.place import Timed, WordPlace
from generator.annotate.dates.values import moved, safe_date
from generator.days import MONTH_NUMBERS, WEEKDAY_NUMBERS
from generator.records import TimexType

_FLAGS = re.IGNORECASE
_PART_AFTER = re.compile(rf"\s(?:{PART})\b(?!\s(?:club|school|vision))", _FLAGS)
_ISO = re.compile(r"(\d{4})(-|/|\.)(\d\d)\2(\d\d)(?!\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?")
_SLASH = re.compile(r"(\d{1,2})(\s?[/.-]\s?)(\d{1,2})\2(\d{4}|\d\d)(?![\d/])")
# "On page 4 August 16, 2011": the month belongs to the number after it.
_NO_DAY_AFTER = r"(?!\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})"
_JOIN = r"(?:\s?[-–—]\s?|\s(?:to|through|till|until|and|or)\s|\s?[&/]\s?)"
_TAIL_YEAR = rf"(?:(?:\s?,\s?|\s|\s?of\s|-){YEAR})?"
_DAY_FIRST = re.compile(
    rf"{DAY}(?:{_JOIN}{LAST_DAY})?[\s-]{{1,2}}(?:of\s)?{MONTH}{_NO_DAY_AFTER}"
    rf"(?:{_JOIN}(?P<end_day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\s{END_MONTH})?{_TAIL_YEAR}",
    _FLAGS,
)
_MONTH_FIRST = re.compile(
    rf"{MONTH}\s{{0,2}}(?:the\s)?{DAY}"
    rf"(?:{_JOIN}(?:{END_MONTH}\s)?{LAST_DAY})?{_TAIL_YEAR}",
    _FLAGS,
)
_WEEKDAY = re.compile(rf"{WEEKDAY}", _FLAGS)
_AFTER_WEEKDAY = re.compile(r"\s?[,(]?\s?(?:the\s)?", _FLAGS)
_WORD_AND = re.compile(r"\s(?:and|or)\s|&", _FLAGS)
_NOT_A_DAY = re.compile(r"\s?(?:percent|per cent|million|billion|points?|people|cents?|feet|degrees)\b|\s?%", _FLAGS)
_SHADES = word_set("early late earlier later mid")
_AMBIGUOUS_IN_LOWER_CASE = word_set("may march mar sat sun mon wed fri dec jan jun jul sep apr aug second")


# Days: how much farther the day ahead may lie than the one behind, by where the clause looks. A day just ahead is meant
# more often than one almost a year ago, whatever the verbs say. Tuned on half of TBAQ and ESC; the other half agrees.
NEAR_DAYS = 62  # of publication, for a date in numbers that reads both ways
HANDICAP = {"future": -120, "past": 200, "unclear": 40}


def no_year_day(
    place: WordPlace, month: int, day: int, start: int, end: int, weekday: int | None = None
) -> tuple[str | None, date | None]:
    """Return the day meant by a month and day without a year, and its anchor.

    The weekday beside it decides the year when there is one; else the day next to publication in the direction of the
    clause, unless that is far off and the other one is near.
    """
    published = place.quoted_letter() or place.published
    if published is None:
        return None, None
    candidates = [
        found
        for year in range(published.year - (6 if weekday is not None else 1), published.year + 2)
        if (found := safe_date(year, month, day)) and (weekday is None or found.weekday() == weekday)
    ]
    if not candidates:  # the weekday does not fit: believe the number
        return (None, None) if weekday is None else no_year_day(place, month, day, start, end)
    if weekday is not None:
        nearest = min(candidates, key=lambda found: (abs((found - published).days), found))
        return nearest.isoformat(), published
    look = place.direction(start, end)
    past = [found for found in candidates if found <= published]
    coming = [found for found in candidates if found >= published]
    back = (published - past[-1]).days if past else 10_000
    ahead = (coming[0] - published).days if coming else 10_000
    best = coming[0] if coming and ahead + HANDICAP[look] < back else past[-1] if past else coming[0]
    return best.isoformat(), published


def _part(place: WordPlace, end: int) -> tuple[str, int]:
    """Return the TIMEX3 part of the day that follows ("TMO" for " morning") and where it ends; "" when none does."""
    found = _PART_AFTER.match(place.text, end)
    return (DAY_PARTS[found["part"].lower()], found.end()) if found else ("", end)


def day_reading(
    place: WordPlace, start: int, end: int, value: str | None, anchor: date | None = None, last: date | None = None
) -> Timed:
    """Return the reading of a day, with the part of the day that follows it ("Monday morning")."""
    part, stop = _part(place, end)
    kind: TimexType = "TIME" if part else "DATE"
    if value is not None and part:
        value += part
    return Timed(start, stop, kind, value, "day", anchor, last)


def iso_day(place: WordPlace) -> Timed | None:
    """Read 2023-06-19, 2023/06/19 or 2023-06-19T15:30Z."""
    found = _ISO.match(place.text, place.start)
    if not found or (day := safe_date(int(found[1]), int(found[3]), int(found[4]))) is None:
        return None
    if found[5]:
        zone = "Z" if found[6] in ("Z", "+00:00", "+0000") else ""
        return Timed(place.start, found.end(), "TIME", f"{day}T{found[5]}{zone}", "day")
    return Timed(place.start, found.end(), "DATE", day.isoformat(), "day")


def slash_day(place: WordPlace) -> Timed | None:
    """Read 19/06/2023, 06/19/2023, 19.06.2023. When both orders give a day, one of these weeks counts, or none."""
    found = _SLASH.match(place.text, place.start)
    if not found or place.text[max(0, place.start - 1) : place.start] in ("/", ".", "-", "$"):
        return None
    mark = found[2].strip()
    if (mark != "/" and len(found[4]) < 4) or (len(found[2]) > 1 and mark != "/"):
        return None
    year = int(found[4])
    year += 0 if len(found[4]) == 4 else 2000 if year < 70 else 1900
    if not 1500 <= year < 2100:
        return None
    a, b = int(found[1]), int(found[3])
    days = {day for month, number in ((a, b), (b, a)) if (day := safe_date(year, month, number))}
    if mark == ".":
        days = {day for day in (safe_date(year, b, a),) if day}
    if not days:
        return None
    if len(days) == 2:
        if place.published is None:
            return Timed(place.start, found.end(), "DATE", f"{year:04d}", "year")
        published = place.published
        near = min(days, key=lambda day: (abs((day - published).days), day))
        if abs((near - published).days) > NEAR_DAYS:
            return Timed(place.start, found.end(), "DATE", None, "day", published)
        days = {near}
    return Timed(place.start, found.end(), "DATE", days.pop().isoformat(), "day")


def _calendar_day(place: WordPlace, start: int, found: re.Match[str], weekday: int | None = None) -> Timed | None:
    """Read a match of the day-first or month-first pattern."""
    if _NOT_A_DAY.match(place.text, found.end()) and not found["year"]:
        return None
    month, day = MONTH_NUMBERS[found["month"].lower()], int(found["day"])
    groups = found.groupdict()
    anchor = None
    if found["year"]:
        first = safe_date(int(found["year"]), month, day)
        value = first.isoformat() if first else None
        if value is None:
            return Timed.nothing(found.end())  # 31 June 2023: no day, and no month either
    else:
        if safe_date(2000, month, day) is None:
            return None
        value, anchor = no_year_day(place, month, day, start, found.end(), weekday)
    last = _range_end(value, groups, month)
    end = found.end()
    if last is not None and value is not None and _WORD_AND.search(found.group()):
        apart = (last - date.fromisoformat(value)).days
        if apart > 1 and place.before(start) != "between":  # "June 18 and June 20" are two days, not a range
            return day_reading(place, start, max(found.end("day"), found.end("month")), value, anchor)
    return day_reading(place, start, end, value, anchor, last)


def _range_end(value: str | None, groups: dict[str, str | None], month: int) -> date | None:
    end_day = groups.get("end_day") or groups.get("last_day")
    if value is None or not end_day:
        return None
    first = date.fromisoformat(value)
    end_month = MONTH_NUMBERS[(groups.get("end_month") or "").lower()] if groups.get("end_month") else month
    last = safe_date(first.year + (end_month < month), end_month, int(end_day))
    return last if last and last > first else None


def _cased(word: str, whole: str) -> bool:
    """Return whether a month's or weekday's name is written as one, not as the verb "may" or the word "sun"."""
    return word[0].isupper() or word.lower() not in _AMBIGUOUS_IN_LOWER_CASE or any(c.isdigit() for c in whole[:3])


_LISTED = rf"(?:(?:{WEEKDAY_NAMES})\s)?(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_LIST = re.compile(
    rf"(?:(?P<weekday>{WEEKDAY_NAMES})\s)?{DAY}(?P<others>(?:,\s(?:and\s)?{_LISTED}){{0,12}}?"
    rf"(?:,?\s(?:and|or)\s|\s&\s){_LISTED})\s(?:of\s)?{MONTH}{_TAIL_YEAR}",
    _FLAGS,
)


_NUMBER = re.compile(r"\d+")
_BEFORE_LIST = word_set("on the of from between for")


def listed_day(place: WordPlace) -> Timed | None:
    """Read "Monday 20" of "Monday 20, Tuesday 21 and Wednesday 22 April", "3" of "3 and 5 May": one month for all."""
    found = _LIST.match(place.text, place.start)
    if not found or not found["month"][0].isupper():
        return None
    goes_on = place.floor > 0 and place.text[place.floor : place.start] == ", "
    opens = "," in found["others"] and place.before() in _BEFORE_LIST
    if not (found["weekday"] or opens or goes_on):  # "12 and 13 March" are two days in a row
        return None
    month, number = MONTH_NUMBERS[found["month"].lower()], int(found["day"])
    day, anchor = safe_date(int(found["year"]), month, number) if found["year"] else None, None
    if not found["year"]:
        weekday = WEEKDAY_NUMBERS[found["weekday"].lower()] if found["weekday"] else None
        value, anchor = no_year_day(place, month, number, place.start, found.end(), weekday)
        day = date.fromisoformat(value) if value else None
    numbers = [number, *map(int, _NUMBER.findall(found["others"]))]
    in_a_row = numbers == list(range(number, number + len(numbers)))
    if day and in_a_row and not found["weekday"] and not goes_on:  # "3, 4 and 5 May": one stretch of days
        last = safe_date(day.year, month, numbers[-1])
        return day_reading(place, place.start, found.end(), day.isoformat(), anchor, last)
    return Timed(place.start, found.end("day"), "DATE", day.isoformat() if day else None, "day", anchor)


def day_first(place: WordPlace) -> Timed | None:
    """Read "19 June", "19th Jun, 2023", "18-19 June 2023", "the 4th of July"."""
    found = _DAY_FIRST.match(place.text, place.start)
    if not found or (place.start and place.text[place.start - 1] in "$€£.,:/-–"):
        return None
    if found["month"].lower() in ("may", "march", "mar", "dec") and found["month"][0].islower():
        return None
    return _calendar_day(place, place.start, found)


def month_first(place: WordPlace) -> Timed | None:
    """Read "June 19", "Jun. 19th, 2023", "June 18 to 20", "June 28-July 2"."""
    found = _MONTH_FIRST.match(place.text, place.start)
    if not found or not _cased(place.word, place.word):
        return None
    return _calendar_day(place, place.start, found)


def dated_weekday(place: WordPlace) -> Timed | None:
    """Read "Monday, June 19", "Monday 19 June 2023", "Mon 6/19/2023": weekday and day together."""
    if not place.word[0].isupper():
        return None
    weekday = _WEEKDAY.match(place.text, place.start)
    joint = weekday and _AFTER_WEEKDAY.match(place.text, weekday.end())
    if not weekday or not joint:
        return None
    found = _DAY_FIRST.match(place.text, joint.end()) or _MONTH_FIRST.match(place.text, joint.end())
    if not found:
        return None
    timed = _calendar_day(place, place.start, found, WEEKDAY_NUMBERS[weekday["weekday"].lower()])
    if timed and "(" in joint.group() and place.text[timed.end : timed.end + 1] == ")":
        return replace(timed, end=timed.end + 1)  # "Monday (June 19)"
    return timed


_DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def deictic(place: WordPlace) -> Timed | None:
    """Read today, tonight, yesterday, tomorrow, "late yesterday", "tomorrow morning"."""
    word = place.word.lower()
    # "USA Today", the "Today" show, "in an interview with Today": a day has a capital only where a sentence begins.
    if place.word[0].isupper() and (place.follows_a_name() or place.is_title() or place.goes_on()):
        return None
    _, start = place.lead(_SHADES)
    shift = _DEICTIC[word]
    end = place.start + len(word)
    day = moved(place.published, shift) if place.published else None
    value = day.isoformat() if day else None
    if word == "tonight":
        return Timed(start, end, "TIME", value and value + "TNI", "day", place.published)
    return day_reading(place, start, end, value, place.published)
