"""Rules for named days: "Christmas Day", "Thanksgiving", "Good Friday 2023", "the first Monday in June"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import cache

from generator.annotate.dates.days import day_reading
from generator.annotate.dates.lexicon import DAY, MONTH, MONTH_NAMES, WEEKDAY, YEAR, word_set
from generator.annotate.dates.place import Timed, WordPlace
from generator.annotate.dates.values import holiday, holidays, safe_date
from generator.days import MONTH_NUMBERS, WEEKDAY_NUMBERS
from generator.wordlists import lines

_FLAGS = re.IGNORECASE


@cache
def _holiday_pattern() -> re.Pattern[str]:
    names = sorted(holidays(), key=lambda name: (-len(name), name))
    alternatives = "|".join(re.escape(name).replace("'", "['’]") for name in names)
    return re.compile(rf"({alternatives})\b(?:,?\s{YEAR})?", _FLAGS)


def holiday_starts() -> frozenset[str]:
    """Return the first words of the named days."""
    return frozenset(re.split(r"[ '.]", name)[0] for name in holidays())


def named_day(place: WordPlace) -> Timed | None:
    """Read "Christmas Day", "Thanksgiving", "Good Friday 2023"."""
    if not place.word[0].isupper():
        return None
    found = _holiday_pattern().match(place.text, place.start)
    if not found:
        return None
    rule = holidays()[found[1].lower().replace("’", "'")]
    words, start = place.lead(frozenset(("last", "next", "this")))
    if " " not in found[1] and not found["year"] and not _stands_for_the_day(place, words, start, found.end()):
        return None
    if found["year"]:
        day = holiday(rule, int(found["year"]))
        return day_reading(place, start, found.end(), day.isoformat() if day else None)
    if place.published is None:
        return day_reading(place, start, found.end(), None)
    published = place.published
    days = [day for year in range(published.year - 1, published.year + 2) if (day := holiday(rule, year))]
    day = _choose_named(place, days, words, start, found.end(), published)
    return day_reading(place, start, found.end(), day.isoformat(), published)


_BEFORE_NAMED = word_set("at by before after since until till on over for last next this from past around during and")
_AFTER_NAMED = re.compile(
    r"\s?(?![\w])|\s(?:and|in|or|when|but|was|is|at|on|for|the|as|because|with|to|by|will|would|that|after|before|while|he|she"
    r"|they|it|day)\b",
    _FLAGS,
)


def _stands_for_the_day(place: WordPlace, words: tuple[str, ...], start: int, end: int) -> bool:
    """Return whether "Christmas" is the day and not a kind of card, shopping or song."""
    placed = bool(words) or place.before(start) in _BEFORE_NAMED
    return placed and _AFTER_NAMED.match(place.text, end) is not None


SOON = 21  # days: "Easter week began" in an article of the week before still means the coming Easter


def _choose_named(
    place: WordPlace, days: list[date], words: tuple[str, ...], start: int, end: int, published: date
) -> date:
    past, coming = [day for day in days if day < published], [day for day in days if day >= published]
    near = min(days, key=lambda day: (abs((day - published).days), day))
    if "last" in words and past:
        return past[-1]
    if ("next" in words or place.direction(start, end) == "future") and coming:
        return coming[0]
    return past[-1] if past and (near - published).days > SOON else near


_NTH_WEEKDAY = re.compile(
    rf"(?P<nth>first|second|third|fourth|last)\s{WEEKDAY}\s(?:in|of)\s{MONTH}(?:,?\s{YEAR})?", _FLAGS
)


_WHICH_MONTH = r"\s(?:in|of)\s(?P<which>next|last|this)\smonth\b"
_OF_MONTH = re.compile(rf"(?P<nth>first|second|third|fourth|last)\s(?:(?P<day>day)|{WEEKDAY}){_WHICH_MONTH}", _FLAGS)
_DAY_OF_MONTH = re.compile(rf"{DAY}{_WHICH_MONTH}", _FLAGS)
_MONTHS_ON = {"last": -1, "this": 0, "next": 1}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 5}


def nth_of_month(place: WordPlace) -> Timed | None:
    """Read "the first Friday of next month", "the last day of this month"."""
    found = _OF_MONTH.match(place.text, place.start)
    if not found:
        return None
    _, start = place.lead(frozenset(("the",)))
    published = place.published
    if published is None:
        return day_reading(place, start, found.end(), None)
    year, month = _month_on(published, found["which"])
    nth = _NTH[found["nth"].lower()]
    if found["day"]:
        day = safe_date(year, month, monthrange(year, month)[1] if nth == _NTH["last"] else nth)
    else:
        day = holiday(f"{month:02d}-{nth}.{WEEKDAY_NUMBERS[found['weekday'].lower()]}", year)
    return day_reading(place, start, found.end(), day.isoformat() if day else None, published)


def day_of_month(place: WordPlace) -> Timed | None:
    """Read "the 3rd of next month"."""
    found = _DAY_OF_MONTH.match(place.text, place.start)
    if not found:
        return None
    _, start = place.lead(frozenset(("the",)))
    published = place.published
    day = safe_date(*_month_on(published, found["which"]), int(found["day"])) if published else None
    return day_reading(place, start, found.end(), day.isoformat() if day else None, published)


def _month_on(published: date, which: str) -> tuple[int, int]:
    """Return the year and the month of "next month", "last month", "this month"."""
    year, month = divmod(12 * published.year + published.month - 1 + _MONTHS_ON[which.lower()], 12)
    return year, month + 1


def nth_weekday(place: WordPlace) -> Timed | None:
    """Read "the first Monday in June", "the last Friday of May 2023"."""
    found = _NTH_WEEKDAY.match(place.text, place.start)
    if not found:
        return None
    _, start = place.lead(frozenset(("the",)))
    month = MONTH_NUMBERS[found["month"].lower()]
    nth = _NTH[found["nth"].lower()]
    rule = f"{month:02d}-{nth}.{WEEKDAY_NUMBERS[found['weekday'].lower()]}"
    if found["year"]:
        day = holiday(rule, int(found["year"]))
        return day_reading(place, start, found.end(), day.isoformat() if day else None)
    published = place.published
    if published is None:
        return day_reading(place, start, found.end(), None)
    days = [day for year in range(published.year - 1, published.year + 2) if (day := holiday(rule, year))]
    return day_reading(
        place, start, found.end(), _choose_named(place, days, (), start, found.end(), published).isoformat(), published
    )


_DATED_NAME = re.compile(
    rf"(?:{MONTH}\s(?P<day>\d{{1,2}})|(?P<first>\d{{1,2}})\s(?P<second>{MONTH_NAMES})\b)(?:st|nd|rd|th)?"
    r"(?:,?\s(?:terror|terrorist|deadly|mass|suicide|train))?,?\s(?P<what>[a-z]+)",
    _FLAGS,
)


@cache
def _known_days() -> dict[tuple[int, int, str], int]:
    """Return the year of each day that is named with a word for what happened on it."""
    years = {}
    for day, year, what in ((part.strip() for part in line.split("|")) for line in lines("dates/known_days.txt")):
        month, _, number = day.partition("-")
        years.update({(int(month), int(number), word): int(year) for word in what.split()})
    return years


def known_day(place: WordPlace) -> Timed | None:
    """Read "the Sept. 11 attacks" as of 2001. The tagger hangs nothing on it: it is hardly ever what is told."""
    found = _DATED_NAME.match(place.text, place.start)
    if not found:
        return None
    month, day = MONTH_NUMBERS[(found["month"] or found["second"]).lower()], int(found["day"] or found["first"])
    year = _known_days().get((month, day, found["what"].lower()))
    if year is None or (place.published and place.published.year <= year):
        return None
    return Timed(
        place.start, found.end("day" if found["day"] else "second"), "DATE", f"{year}-{month:02d}-{day:02d}", "day"
    )
