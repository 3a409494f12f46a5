"""Rules for parts of a year: months, seasons, quarters and halves."""

from __future__ import annotations

import re
from datetime import date

from generator.annotate.dates.lexicon import BACK, HERE, MONTH, ON, ORDINALS, SEASONS, SHADES, YEAR, word_set
from generator.annotate.dates.place import Timed, WordPlace
from generator.days import MONTH_NUMBERS, MONTHS
from generator.records import Precision

_FLAGS = re.IGNORECASE
_GLUE = word_set("the of in a")
_MONTH_LEAD = SHADES | {"last", "next", "this", "past", "of", "the", "month", "coming", "in", "every", "each"}
_YEAR_TAIL = rf"(?:(?:\s?,\s?|\s|\sof\s|-){YEAR}|\s(?:of\s)?(?P<which>last|this|next|the previous|the same)\syear\b)?"
_MONTH_YEAR = re.compile(
    rf"{MONTH}(?:(?:\s?,\s?|\s|\sof\s|-){YEAR}|\s(?:of\s)?(?P<which>last|this|next|the same|that)\syear\b)?",
    _FLAGS,
)
_SEASON_YEAR = re.compile(rf"(?P<season>{'|'.join(SEASONS)})\b{_YEAR_TAIL}", _FLAGS)
_ORDINAL_PART = re.compile(
    rf"(?P<nth>{'|'.join(ORDINALS)}|last(?=\shalf\sof))[\s-](?:(?:fiscal|calendar)[\s-])?(?P<part>quarter|half)\b"
    rf"(?:\s(?:of\s)?(?:(?:the\s)?(?:fiscal|calendar)\s)?(?:the\s)?(?:year\s)?{YEAR}|\s(?:of\s)?(?P<which>last|this|next)\syear\b)?",
    _FLAGS,
)
# Games have halves and quarters too, so a half needs its year, or what companies report for it.
_OF_SOMETHING_ELSE = re.compile(
    r"\sof\s(?:the\s|a\s|an\s|his\s|her\s|their\s)?(?!(?:fiscal|calendar|year|last|this|next|\d)\b)", _FLAGS
)
_HALF_OF_YEAR = re.compile(
    r"\sof\sthe\s(?:\w+\s)?year\b|\s(?:results?|profits?|earnings|loss(?:es)?|sales|revenues?|net|income|figures|dividend)\b",
    _FLAGS,
)
_SHORT_QUARTER = re.compile(rf"(?P<part>[QH])(?P<nth>[1-4])(?:\s(?:of\s)?(?:fiscal\s|FY\s?)?{YEAR})?(?!\w)")
_BEFORE_NAMELESS_MONTH = word_set(
    "in since of by until till from through late early mid last next this during between before after for every each "
    "around past about"
)
_THROUGH = re.compile(r"\s?[-–—]\s?|\s(?:to|through|until|till)\s")
# "Was seen that October praising her" points to the year told before; "said that October was cold" does not.
_THAT = re.compile(r"\bthat\s$", _FLAGS)
_ENDS_THERE = re.compile(
    r"\s?(?:[.,;:!?)”\"]|$|\n)|\s(?:in|at|on|when|as|after|before|with|by|from|to|while|and|but)\b|\s\w+ing\b"
)
_OWNING = frozenset(("the", "its", "his", "her", "their"))
# "The May flood"; not "the May that", "the May of".
_NOUN_BEHIND = re.compile(r"\s(?!(?:of|and|or|to|that|when|in|on|at|by|is|was|will|for|with|from|as)\b)[a-z]")
_GIVEN_NAMES = frozenset(("april", "may", "june", "august", "march", "jan"))
_NEXT_CAPITAL = re.compile(rf"\s(?!{'|'.join(MONTHS)})[A-Z][a-z]")


def month(place: WordPlace) -> Timed | None:
    """Read "June", "June 2023", "late November", "last November", "September this year"."""
    found = _MONTH_YEAR.match(place.text, place.start)
    if not found:
        return None
    name, printed = found["month"].lower(), place.word
    words, start = place.lead(_MONTH_LEAD, frozenset(("of", "in", "month")))
    described = place.before(start if words != ("the",) else place.start) in _OWNING and _NOUN_BEHIND.match(
        place.text, found.end()
    )
    if words == ("the",):
        words, start = (), place.start
    dated = found["year"] or found["which"]
    if not dated and not _names_a_month(place, name, printed, found.end(), words):
        return None
    if printed[0].islower() and name in _GIVEN_NAMES | {"mar", "sep", "dec"}:
        return None
    number = MONTH_NUMBERS[name]
    if found["year"]:
        return Timed(start, found.end(), "DATE", f"{found['year']}-{number:02d}", "month")
    if "every" in words or "each" in words:
        return Timed(start, found.end(), "SET", f"XXXX-{number:02d}", "none")
    published = place.published
    if published is None:
        return Timed(start, found.end(), "DATE", None, "month")
    if found["which"]:
        base = (
            place.memory.year
            if found["which"].lower() in ("the same", "that") and place.memory.year
            else published.year
        )
        year = base + {"last": -1, "next": 1}.get(found["which"].lower(), 0)
    elif (first := _goes_on(place)) is not None:
        year = first.year + (number < first.month)
    elif (told := _of_year_told(place, start, found.end())) is not None:
        year = told
    else:
        near = bool(described) and not words
        year = _year_of_month(place, number, words, start, found.end(), published, near=near)
    return Timed(start, found.end(), "DATE", f"{year:04d}-{number:02d}", "month", published)


def _names_a_month(place: WordPlace, name: str, printed: str, end: int, words: tuple[str, ...]) -> bool:
    if len(name) < 4 and name not in ("may",) and not place.text.startswith(".", end - 1):
        return False
    placed = bool(words) or place.before() in _BEFORE_NAMELESS_MONTH or _goes_on(place) is not None
    if name in ("may", "march", "mar", "sun"):
        return placed and printed[0].isupper() and not _NEXT_CAPITAL.match(place.text, end)
    if name in _GIVEN_NAMES and not placed:
        return not _NEXT_CAPITAL.match(place.text, end)
    return True


def _goes_on(place: WordPlace) -> date | None:
    """Return the month right before, of which this one is the last: "from March to May"."""
    memory = place.memory
    near = memory.month is not None and memory.month_at == place.floor
    return memory.month if near and _THROUGH.fullmatch(place.text, place.floor, place.start) else None


def _of_year_told(place: WordPlace, start: int, end: int) -> int | None:
    """Return the year that was named last, for "that October"; None: the words point to none."""
    year = place.memory.year
    if year is None or place.published is None or year > place.published.year:
        return None
    points = _THAT.search(place.text, max(0, start - len("that ")), start) and _ENDS_THERE.match(place.text, end)
    return year if points else None


def _year_of_month(
    place: WordPlace, number: int, words: tuple[str, ...], start: int, end: int, published: date, *, near: bool
) -> int:
    """Return the year of a month.

    `near`: whether it only says which thing is meant, "will rebuild after the May flood". The verb tells nothing of
    when such a thing was: it is the month on the nearer side.
    """
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
    if look == "future" and near and back < ahead:
        look = "past"
    if look == "future" and ahead <= 11:
        return year + (number < published.month)
    return (
        year - (number > published.month) if look == "past" or back <= ahead + 6 else year + (number < published.month)
    )


def season(place: WordPlace) -> Timed | None:
    """Read "this summer", "last fall", "the spring of 2023"; never "fall" or "spring" as verbs."""
    found = _SEASON_YEAR.match(place.text, place.start)
    if not found:
        return None
    lead = SHADES | BACK | ON | HERE | _GLUE | {"every", "each", "during"}
    words, start = place.lead(lead, frozenset(("of", "in", "a", "during")))
    code = SEASONS[found["season"].lower()]
    if found["year"]:
        return Timed(start, found.end(), "DATE", f"{found['year']}-{code}", "quarter")
    chosen = set(words) & (BACK | ON | HERE)
    if "every" in words or "each" in words:
        return Timed(start, found.end(), "SET", f"XXXX-{code}", "none")
    if (
        not chosen
        and not found["which"]
        and not ({"the"} & set(words) and found["season"].lower() in ("summer", "winter", "autumn"))
    ):
        return None
    if place.published is None:
        return Timed(start, found.end(), "DATE", None, "quarter")
    year = place.published.year
    if found["which"]:
        year += {"last": -1, "next": 1}.get(found["which"].lower(), 0)
    elif chosen & BACK:
        # Whoever says "last summer" in August means the one of a year before; "this past summer" is the one just gone.
        now, still = place.published.month, 2 * ("last" in chosen)
        year -= {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code] + still >= now
        year -= code == "WI" and bool(still) and now <= 2
    elif chosen & ON:
        year += {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code] <= place.published.month
    elif not chosen and {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code] > place.published.month:
        look = place.direction(start, found.end())
        ahead = look == "future" or (look == "unclear" and place.before(start) in ("before", "until", "till", "by"))
        year -= not ahead
    return Timed(start, found.end(), "DATE", f"{year:04d}-{code}", "quarter", place.published)


def ordinal_part(place: WordPlace) -> Timed | None:
    """Read "the third quarter", "third-quarter", "the first half of 1990", "the fiscal second quarter"."""
    found = _ORDINAL_PART.match(place.text, place.start)
    if not found:
        return None
    nth, code = ORDINALS.get(found["nth"].lower(), 2), "Q" if found["part"].lower() == "quarter" else "H"
    dated = found["year"] or found["which"]
    if not dated and _OF_SOMETHING_ELSE.match(place.text, found.end()):
        return None
    if not dated and code == "H" and not _HALF_OF_YEAR.match(place.text, found.end()):
        return None
    return _part_of_year(place, found, nth, code)


def short_quarter(place: WordPlace) -> Timed | None:
    """Read "Q3", "Q3 2023", "H1 2024"."""
    found = _SHORT_QUARTER.match(place.text, place.start)
    if not found or (found["part"] == "H" and (not found["year"] or found["nth"] not in "12")):
        return None
    return _part_of_year(place, found, int(found["nth"]), found["part"])


_WHICH_YEAR_BEFORE = re.compile(r"\b(last|this|next)\syear['’]s\s(?:fiscal\s)?$", _FLAGS)


def _part_of_year(place: WordPlace, found: re.Match[str], nth: int, code: str) -> Timed | None:
    if code == "H" and nth > 2:
        return None
    _, start = place.lead(frozenset(("the", "fiscal", "calendar", "early", "late")))
    precision: Precision = "quarter" if code == "Q" else "none"
    groups = found.groupdict()
    before = place.text[max(0, start - 24) : start]
    which = _WHICH_YEAR_BEFORE.search(before)
    if groups.get("year"):
        year = int(groups["year"] or 0)
    elif place.published is None:
        return Timed(start, found.end(), "DATE", None, precision)
    else:
        published = place.published
        year = published.year
        if name := (groups.get("which") or (which and which[1])):
            year += {"last": -1, "next": 1}.get(name.lower(), 0)
            start = start - len(before) + which.start() if which else start
        elif code == "Q":
            now = (published.month - 1) // 3 + 1
            if nth > now:  # the coming one when the clause looks forward or it is the next; else last year's
                year -= nth - now > 1 or place.direction(start, found.end()) != "future"
        elif nth == 2 and published.month < 4:
            year -= place.direction(start, found.end()) != "future"
    return Timed(start, found.end(), "DATE", f"{year:04d}-{code}{nth}", precision, place.published)
