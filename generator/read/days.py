"""Days as file names, addresses, meta tags and fields write them. Only what can be read in one way is read."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

from generator.days import MONTH_NUMBERS, MONTH_PATTERN

_MONTH = f"({MONTH_PATTERN})"
_ENDS = r"(?:(?!\d)|(?=\d{1,2}:\d\d))"  # "June 16, 20213:12 AM": the space before the time is lost on some pages
_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[ -]{_MONTH}\.?,?[ -](\d{{4}}){_ENDS}", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}}){_ENDS}", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_MONTH_ONLY = re.compile(r"(\d{4})[-/](\d{1,2})")
# A name's parts may touch letters only over a separator: "e20230619f" is a hash, "report-20230619-v2" is not.
_IN_NAME = re.compile(r"(?<![0-9A-Za-z])(\d{4})([-_. ]?)(\d{2})\2(\d{2})(?![0-9A-Za-z])")
_IN_ADDRESS = re.compile(r"/(\d{4})([/-])(\d{1,2})\2(\d{1,2})(?=[/-]|$)")
# "/news/tarn-bridge-2023-06-19-68041177", with the number of the story or nothing behind it
_BEFORE_NUMBER = re.compile(r"(?<=[a-z][-_])(\d{4})(-)(\d{2})-(\d{2})(?=[-_]\d{5,}(?:$|[/.])|/?$|\.[a-z]{3,5}$)")
_NAMED_IN_ADDRESS = re.compile(rf"/(\d{{4}})/{_MONTH}/(\d{{1,2}})(?=/|$)", re.IGNORECASE)
_MONTH_IN_ADDRESS = re.compile(r"/(\d{4})/(\d{2})/(?!\d{1,2}(?:/|$))")
# "12 Nov 2009", "Nov-12-2009", "12.11.2009": the last only where it can be read in one way
_WORDS_IN_NAME = re.compile(
    rf"(?<![0-9A-Za-z])(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[-_. ]?{_MONTH}|"
    rf"{_MONTH}[-_. ]{{1,2}}(?P<behind>\d{{1,2}})(?:st|nd|rd|th)?)"
    r"[-_., ]{1,2}(?P<year>\d{4})(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_NUMBERS_IN_NAME = re.compile(r"(?<![0-9A-Za-z.-])(\d{1,2})([-_.])(\d{1,2})\2(\d{4})(?![0-9A-Za-z])")
EARLIEST, LATEST = 1900, 2100


def iso_day(year: str, month: str, day: str = "1") -> str | None:
    """Return the day in ISO 8601; None when the calendar has no such day or no newspaper could bear it."""
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if EARLIEST <= found.year <= LATEST else None


def printed_day(text: str) -> str | None:
    """Return the first full date that English words spell in `text` ("19th Jun, 2023"); None when there is none."""
    for found in sorted([*_DAY_FIRST.finditer(text), *_MONTH_FIRST.finditer(text)], key=lambda found: found.start()):
        first, second, year = found.groups()
        name, day = (second, first) if first.isdigit() else (first, second)
        if value := iso_day(year, str(MONTH_NUMBERS[name[:3].lower()]), day):
            return value
    return None


def stated_day(value: str) -> str | None:
    """Return the day that a field states, in ISO 8601: "YYYY-MM-DD", "YYYY-MM" or "YYYY".

    The day is the one that is printed, in whatever time zone that was. "06/07/2023" is two days at once: None.
    """
    value = value.strip()[:100]
    if found := _ISO.match(value) or _YEAR_FIRST.match(value) or re.match(r"(\d{4})(\d{2})(\d{2})(?:T|$)", value):
        return iso_day(*found.groups())
    if found := _NUMBERS.match(value):
        first, second, year = found.groups()
        days = {iso_day(year, first, second), iso_day(year, second, first)} - {None}
        return days.pop() if len(days) == 1 else None
    if found := _MONTH_ONLY.fullmatch(value):
        day = iso_day(found.group(1), found.group(2))
        return day[:7] if day else None
    if re.fullmatch(r"\d{4}", value):
        return value if EARLIEST <= int(value) <= LATEST else None
    return printed_day(value) or _mail_day(value)


def _mail_day(value: str) -> str | None:
    """Return the day of a date as mails and feeds write it: "Mon, 19 Jun 2023 10:00:00 GMT"."""
    try:
        found = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return iso_day(str(found.year), str(found.month), str(found.day))


def day_in_name(name: str) -> str | None:
    """Return the one day that a file's name bears ("2023-06-19-reuters.txt", "Post 12 Nov 2009.txt"); None for several.

    None as well when it bears none, or one that can be read in two ways.
    """
    days = {iso_day(year, month, day) for year, _, month, day in _IN_NAME.findall(name)}
    for found in _WORDS_IN_NAME.finditer(name):
        month = str(MONTH_NUMBERS[(found[2] or found[3])[:3].lower()])
        days.add(iso_day(found["year"], month, found["day"] or found["behind"]))
    for first, _, second, year in _NUMBERS_IN_NAME.findall(name):
        days |= {iso_day(year, first, second), iso_day(year, second, first)}
    days -= {None}
    return days.pop() if len(days) == 1 else None


def day_in_address(address: str) -> str | None:
    """Return the day, or the month, in a web address ("/2023/06/19/", "/2023/jun/19/", "/2023/06/").

    Also one that closes the last part of the path, or stands there before a number.
    """
    path = address.partition("?")[0].partition("#")[0]
    if found := _IN_ADDRESS.search(path) or _BEFORE_NUMBER.search(path):
        year, _, month, day = found.groups()
        return iso_day(year, month, day)
    if found := _NAMED_IN_ADDRESS.search(path):
        year, month, day = found.groups()
        return iso_day(year, str(MONTH_NUMBERS[month[:3].lower()]), day)
    if found := _MONTH_IN_ADDRESS.search(path):
        day = iso_day(found.group(1), found.group(2))
        return day[:7] if day else None
    return None
