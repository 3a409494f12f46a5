"""Words of English dates, and the pattern pieces made of them. Long lists are read from `generator/data/dates`."""

from __future__ import annotations

from generator.days import MONTH_NUMBERS, WEEKDAY_NUMBERS
from generator.wordlists import lines


def word_set(words: str) -> frozenset[str]:
    """Return the words of a string that parts them by spaces."""
    return frozenset(words.split())


# What stands before a unit or a part of the year: which part of it, the one before, the one after, the one that is.
SHADES = word_set("early late earlier later mid end start beginning middle close rest half")
BACK = word_set("last past previous preceding prior")
ON = word_set("next following coming upcoming")
HERE = word_set("this current same present ongoing")
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAY_PARTS = {
    "morning": "TMO",
    "mornings": "TMO",
    "dawn": "TMO",
    "afternoon": "TAF",
    "afternoons": "TAF",
    "lunchtime": "TAF",
    "evening": "TEV",
    "evenings": "TEV",
    "dusk": "TEV",
    "night": "TNI",
    "nights": "TNI",
    "overnight": "TNI",
    "noon": "T12:00",
    "midday": "T12:00",
    "midnight": "T24:00",
}
UNITS = {
    **dict.fromkeys(("second", "seconds", "sec", "secs"), "second"),
    **dict.fromkeys(("minute", "minutes", "min", "mins"), "minute"),
    **dict.fromkeys(("hour", "hours", "hr", "hrs"), "hour"),
    **dict.fromkeys(("day", "days"), "day"),
    **dict.fromkeys(("night", "nights"), "night"),
    **dict.fromkeys(("week", "weeks"), "week"),
    **dict.fromkeys(("fortnight", "fortnights"), "fortnight"),
    **dict.fromkeys(("weekend", "weekends"), "weekend"),
    **dict.fromkeys(("month", "months"), "month"),
    **dict.fromkeys(("quarter", "quarters"), "quarter"),
    **dict.fromkeys(("year", "years", "yr", "yrs"), "year"),
    **dict.fromkeys(("decade", "decades"), "decade"),
    **dict.fromkeys(("century", "centuries"), "century"),
}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4}
_NUMBERS = {word: int(value) for word, value in (line.split() for line in lines("number_words.txt"))}
ONES = {word: value for word, value in _NUMBERS.items() if value < 20}
TENS = {word: value for word, value in _NUMBERS.items() if value >= 20}
DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
LARGE = {"dozen": 12, "hundred": 100, "thousand": 1000}
VAGUE = frozenset({"several", "few", "couple", "many", "some", "numerous", "countless"})


def either(words: dict[str, int] | dict[str, str] | frozenset[str]) -> str:
    """Return a regex alternation of the words, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


MONTH_NAMES = either(MONTH_NUMBERS)
# The full stop of "Jan." belongs to it, the one after "June" ends the sentence.
_MONTH_STOP = r"(?:(?<!ary)(?<!rch)(?<!ril)(?<!may)(?<!une)(?<!uly)(?<!ust)(?<!ber)\.|\.(?=\s?\d))?"
MONTH = rf"(?P<month>{MONTH_NAMES})\b{_MONTH_STOP}"
END_MONTH = rf"(?P<end_month>{MONTH_NAMES})\b{_MONTH_STOP}"
WEEKDAY_NAMES = either(WEEKDAY_NUMBERS)
WEEKDAY = rf"(?P<weekday>{WEEKDAY_NAMES})\b(?:(?<!day)\.)?"
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th)\b)?(?![\d%]|[.,]\d)"
LAST_DAY = r"(?P<last_day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?!\d|,\d)"
PART = rf"(?P<part>{either(DAY_PARTS)})"
UNIT = rf"(?P<unit>{either(UNITS)})\b"
SMALL = rf"(?:(?:{either(TENS)})(?:[\s-](?:{either(ONES)}))?|{either(ONES)})"
COUNT = (
    rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?(?:\s\d/\d)?"
    rf"|{SMALL}(?:\s(?:{either(LARGE)}))?|(?:{either(LARGE)}))"
)


def word_list(name: str) -> tuple[str, ...]:
    """Return the lines of `generator/data/dates/NAME.txt` without comments and blank lines."""
    return lines(f"dates/{name}.txt")


def count_of(words: str) -> float | None:
    """Return the number that "two", "twenty-five", "2 1/2" or "1,700" stands for; None when it is no number."""
    total = 0.0
    for word in words.lower().replace(",", "").replace("-", " ").split():
        if word in ONES or word in TENS:
            total += ONES[word] if word in ONES else TENS[word]
        elif word in LARGE:
            total = (total or 1) * LARGE[word]
        elif "/" in word:
            above, _, below = word.partition("/")
            if not below.isdecimal() or not int(below):
                return None
            total += int(above) / int(below)
        elif word.replace(".", "", 1).isdecimal() and len(word) < 12:
            total += float(word)
        else:
            return None
    return total
