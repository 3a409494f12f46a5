"""Rules for weekdays: "Monday", "late Thursday", "last Friday night", "Tuesday of next week", "on Mondays"."""

from __future__ import annotations

import re
from datetime import date

from generator.annotate.dates.days import day_reading
from generator.annotate.dates.lexicon import WEEKDAY, word_set
from generator.annotate.dates.place import Timed, WordPlace
from generator.annotate.dates.values import moved, weekday_after, weekday_before
from generator.days import WEEKDAY_NUMBERS

_FLAGS = re.IGNORECASE
_WEEKDAY = re.compile(WEEKDAY, _FLAGS)
_DAYS_AFTER = re.compile(r"\s(?:of\s)?(?P<which>last|next|this)\s(?P<unit>week|month)\b", _FLAGS)
_THROUGH = re.compile(r"\s?[-–—]\s?|\s(?:to|through|until|till)\s", _FLAGS)
_AGO_BEFORE = re.compile(r"\b(a week|two weeks|three weeks) (ago|from)(?: on| last)?\s$", _FLAGS)
_EVERY = frozenset(("every", "each", "most", "alternate"))
_CHOICE = word_set("last next this past coming previous following")
_LEAD = word_set("early late earlier later mid") | _CHOICE | _EVERY | {"the"}
SOON = 3  # days ahead in its own week that "this Sunday" lies even behind a past verb
_INDEFINITE = frozenset(("a", "one", "any", "some", "another"))
_STANDS_ALONE = re.compile(
    r"(?:\s(?:morning|afternoon|evening|night)\b)?(?:\s?(?:[.,;:!?)]|$)|\s(?:in|when|and|or|at|that|last|before|after)\b)"
)
_AGAIN_AND_AGAIN = re.compile(r"\s(?:morning|afternoon|evening|night)s\b", _FLAGS)
_NICKNAMES = frozenset(("black", "bloody", "super", "cyber", "fat", "giving", "shrove"))  # "Super Tuesday"


def weekday(place: WordPlace) -> Timed | None:
    """Read "Monday", "late Thursday", "last Friday night", "Tuesday of next week".

    A bare weekday is the latest such day up to and including publication, unless its clause looks forward.
    """
    found = _WEEKDAY.match(place.text, place.start)
    if not found:
        return None
    name = found["weekday"].lower()
    if place.before() in _NICKNAMES and place.words[place.at - 1].group()[0].isupper():
        return None
    if len(name) < 6 and (not place.word[0].isupper() or not found.group().endswith(".") or name in ("sat", "sun")):
        return None
    words, start = place.lead(_LEAD)
    while words and (words[0] == "the" and not set(words[1:]) & _CHOICE):
        words, start = words[1:], place.start if len(words) == 1 else place.words[place.at - len(words) + 1].start()
    number, end = WEEKDAY_NUMBERS[name], found.end()
    if often := _AGAIN_AND_AGAIN.match(place.text, end):
        return Timed(start, often.end(), "SET", f"XXXX-WXX-{number + 1}", "none")  # "plays on Sunday afternoons"
    if set(words) & _EVERY:
        return Timed(start, end, "SET", f"XXXX-WXX-{number + 1}", "none")
    if place.before(start) in _INDEFINITE | {"the"} and _STANDS_ALONE.match(place.text, end):
        # "On a Friday in May" names no day, "on the Friday before the fair" none that the article's own day tells.
        return Timed(start, end, "DATE", f"XXXX-WXX-{number + 1}")
    published = place.published
    after = _DAYS_AFTER.match(place.text, end)
    if after and after["unit"].lower() == "week":
        end = after.end()
    if published is None:
        return day_reading(place, start, end, None)
    day = _weekday_in_week(number, published, after["which"].lower()) if after and after["unit"] == "week" else None
    day = day or _choose_weekday(place, number, words, start, end, published)
    return day_reading(place, start, end, day.isoformat() if day else None, published)


def _weekday_in_week(number: int, published: date, which: str) -> date | None:
    shift = {"last": -7, "this": 0, "next": 7}[which]
    return moved(published, shift + number - published.weekday())


def _choose_weekday(
    place: WordPlace, number: int, words: tuple[str, ...], start: int, end: int, published: date
) -> date | None:
    back = weekday_before(number, published)
    if back is None:
        return None
    ago = _AGO_BEFORE.search(place.text, max(0, start - 24), start)
    if ago:
        weeks = {"a week": 1, "two weeks": 2, "three weeks": 3}[ago[1].lower()]
        return moved(back, -7 * weeks if ago[2].lower() == "ago" else 7 * weeks)
    memory = place.memory
    if memory.day and memory.weekday_at == place.floor and _THROUGH.fullmatch(place.text, place.floor, start):
        return _beside(number, memory.day, after=True)  # "from Monday to Wednesday"
    if set(words) & {"following", "previous"} and memory.day:
        return _beside(number, memory.day, "following" in words)
    if set(words) & {"last", "past", "previous"}:
        return back if back < published else moved(back, -7)
    if set(words) & {"next", "coming", "following"}:
        return moved(back, 7)
    if back == published:
        return back
    look = place.direction(start, end)
    # "The choir sings this Sunday", and on a Thursday "it announced concerts for this Sunday".
    this = "this" in words and (look == "unclear" or 0 < number - published.weekday() <= SOON)
    if look == "future" or this:
        return weekday_after(number, published)
    return back


def _beside(number: int, day: date, after: bool) -> date | None:
    """Return the first such weekday after the day, or the last one before it."""
    if after:
        near = weekday_after(number, day)
        return near if near != day else moved(day, 7)
    near = weekday_before(number, day)
    return near if near != day else moved(day, -7)


def weekdays(place: WordPlace) -> Timed | None:
    """Read "Mondays", "Friday nights": the same day again and again."""
    name = place.word.lower()
    number = WEEKDAY_NUMBERS[name.removesuffix("s")]
    return Timed(place.start, place.end, "SET", f"XXXX-WXX-{number + 1}")
