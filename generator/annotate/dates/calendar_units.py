"""Rules for a unit and a pointing word: "last week", "earlier this month", "the day before", "this morning"."""

from __future__ import annotations

import re
from datetime import date

from generator.annotate.dates.direction import is_past_form
from generator.annotate.dates.lexicon import (
    BACK,
    DAY_PARTS,
    HERE,
    ON,
    ORDINALS,
    SHADES,
    UNITS,
    WEEKDAY_NAMES,
    YEAR,
    either,
    word_set,
)
from generator.annotate.dates.place import Timed, WordPlace
from generator.annotate.dates.values import moved, quarter_of, shifted
from generator.records import Precision

_FLAGS = re.IGNORECASE
_THAT = word_set("that")
_LEAD = SHADES | BACK | ON | HERE | _THAT | word_set("the of in a latest first full entire whole very calendar fiscal")
PRECISIONS: dict[str, Precision] = {
    "day": "day",
    "night": "day",
    "week": "week",
    "fortnight": "week",
    "weekend": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
}
_NUMBER_FOLLOWS = re.compile(rf"\s{YEAR}")
_PART_FOLLOWS = re.compile(rf"['’]s\s(?:fiscal\s)?(?:{either(ORDINALS)})[\s-](?:quarter|half)\b", _FLAGS)


def unit(place: WordPlace) -> Timed | None:
    """Read "last week", "earlier this month", "the end of next year", "the current quarter", "this weekend"."""
    printed = place.word.lower()
    name = UNITS[printed]
    if printed.endswith("s") or name in ("hour", "minute", "second", "night", "fortnight"):
        return None
    if _is_title(place):
        return None
    words, start = place.lead(_LEAD, word_set("of in a"))
    if words[:1] == ("that",) and set(words[1:]) & (BACK | ON | {"this", "the"}):  # "said that last year ..."
        words, start = words[1:], place.words[place.at - len(words) + 1].start()
    if name == "day":
        return _nearby_day(place, words, start)
    if name == "year" and (_PART_FOLLOWS.match(place.text, place.end) or _NUMBER_FOLLOWS.match(place.text, place.end)):
        return None  # "last year's third quarter", "the full year 2015" are one expression
    chosen = set(words)
    if not chosen & (BACK | ON | HERE | _THAT | {"latest"}):
        return _bare_unit(place, name, words, start)
    anchor = _anchor(place, name, chosen)
    precision = PRECISIONS.get(name, "none")
    if anchor is None:
        return Timed(start, place.end, "DATE", None, precision)
    count = _count(place, name, chosen, start, anchor)
    return _shifted(place, start, name, anchor, count)


def _is_title(place: WordPlace) -> bool:
    """Return whether the word is part of a title: "This Morning", "The Week"; news writes such words small."""
    return place.word[0].isupper() and not place.word.isupper() and place.follows_a_name()


def _count(place: WordPlace, name: str, chosen: set[str], start: int, anchor: date) -> int:
    """Return how many units the pointing words lead away from the anchor."""
    if "latest" in chosen:  # the quarter that is reported on; else the last full one
        return -1 if name == "quarter" and anchor is place.published else 0
    if chosen & BACK:
        return -1
    if chosen & ON:
        return 1
    if name == "weekend" and anchor is place.published and anchor.weekday() < 3:  # "this weekend", said on a Monday
        return 0 if place.direction(start, place.end) == "future" else -1
    return 0


def _anchor(place: WordPlace, name: str, chosen: set[str]) -> date | None:
    """Return what the pointing word points from: publication, or ("that", "following") the time named last."""
    if "latest" in chosen and name == "quarter" and (quarter := place.quarter()):
        return quarter
    pointing = chosen & (_THAT | {"same", "following", "previous", "preceding", "prior"})
    if not pointing or chosen & {"last", "this", "next"}:
        return place.published
    memory = place.memory
    if name in ("week", "weekend"):
        return memory.day
    if name == "month":
        return memory.month or place.published
    if name == "quarter":
        return place.quarter() or place.published
    return date(memory.year, 1, 1) if memory.year else place.published


def _shifted(place: WordPlace, start: int, name: str, anchor: date, count: int) -> Timed | None:
    result = shifted(anchor, name, count)
    return result and Timed(start, place.end, "DATE", result[0], result[1], anchor)


def _bare_unit(place: WordPlace, name: str, words: tuple[str, ...], start: int) -> Timed | None:
    """Read "the weekend", "the quarter", "the end of the year": only where news means its own time."""
    published = place.published
    if published is None or "the" not in words:
        return None
    if name == "weekend" and words == ("the",):
        back = published.weekday() < 5 and place.direction(start, place.end) != "future"
        anchor = moved(published, -7 if back else 0)
        return _shifted(place, start, name, anchor, 0) if anchor else None
    if name == "quarter" and place.before(start) in ("in", "for", "during", "of"):
        reported = place.quarter()  # else the last full one: reports come after the quarter's end
        value = quarter_of(reported) if reported else quarter_of(published, -1)
        return Timed(start, place.end, "DATE", value, "quarter", published)
    placed = set(words) & {"end", "rest", "start", "beginning", "middle", "full"} or (
        "in" in words and set(words) & {"early", "earlier", "late", "later"}
    )
    if name in ("year", "month", "week") and placed:
        return _shifted(place, start, name, published, 0)
    return None


_DAY_TAIL = re.compile(r"\s(before|after)\b", _FLAGS)
_SENTENCE_GOES_ON = re.compile(r"\s*(?:[,.;:!?)”\"’]|$|\n|\s(?:and|but|at|in|on|when|as|by)\b)")
_OF_EVENT = re.compile(r"\s(?:that|as|when|of)\b")
_NEXT_WORD = re.compile(r"\s([a-z]+)\b")
_WEEKDAY_BEHIND = re.compile(rf",?\s(?:on\s)?(?:{WEEKDAY_NAMES})\b", _FLAGS)
_REST_OF_DAY = word_set("earlier later late early end rest")


def hangs_on_text(text: str, end: int) -> bool:
    """Return whether "the day before" ends here, so that it points back; "the day before the vote" does not."""
    if _SENTENCE_GOES_ON.match(text, end):
        return True
    word = _NEXT_WORD.match(text, end)  # "the quake a day before killed ten"
    return word is not None and is_past_form(word[1])


def _nearby_day(place: WordPlace, words: tuple[str, ...], start: int) -> Timed | None:
    """Read "the day before", "the next day", "the same day", "earlier that day": they hang on the day named last."""
    chosen, end = set(words), place.end
    tail = _DAY_TAIL.match(place.text, end) if words == ("the",) else None
    anchor = place.memory.day
    if tail:
        count, end = (-1 if tail[1].lower() == "before" else 1), tail.end()
        if not hangs_on_text(place.text, end):
            anchor = None  # an event: its day is not for the tagger to find
    elif chosen & {"previous", "preceding"}:
        count = -1
    elif chosen & {"next", "following"}:
        if chosen & {"a", "an"}:
            return None  # "following a day of rest"
        count = 1
    elif chosen & {"that", "same"} or (chosen & _REST_OF_DAY and "the" in chosen):
        count = 0
        if _WEEKDAY_BEHIND.match(place.text, end):
            return None  # "later in the day Monday": Monday it is
        if _OF_EVENT.match(place.text, end):  # "the same day that he resigned": an event's day
            anchor = None
    else:
        return None
    if anchor and place.published and anchor > place.published and place.direction(start, end) == "past":
        anchor = None  # "for New Year's Eve. Later in the day she apologised": what is to come was named in passing
    day = moved(anchor, count) if anchor else None
    return Timed(start, end, "DATE", day.isoformat() if day else None, "day", anchor)


_YEAR_AGO = re.compile(
    rf"year-(?:ago|earlier)(?:\s(?:fiscal\s)?(?:(?P<nth>{either(ORDINALS)})[\s-])?(?:quarter|period)\b)?", _FLAGS
)


def year_ago(place: WordPlace) -> Timed | None:
    """Read "the year-ago quarter", "year-earlier": the same quarter a year before the one that is reported on."""
    found = _YEAR_AGO.match(place.text, place.start)
    if not found or place.published is None:
        return None
    _, start = place.lead(word_set("the"))
    return _same_time_last_year(place, start, found.end(), found["nth"])


def _same_time_last_year(place: WordPlace, start: int, end: int, nth: str | None) -> Timed | None:
    quarter = place.quarter()
    published = place.published
    if published is None:
        return None
    if nth:
        value = f"{(quarter or published).year - 1:04d}-Q{ORDINALS[nth.lower()]}"
        return Timed(start, end, "DATE", value, "quarter", published)
    if quarter:
        return Timed(start, end, "DATE", quarter_of(quarter, -4), "quarter", published)
    return Timed(start, end, "DATE", f"{published.year - 1:04d}", "year", published)


_PERIOD_TAIL = re.compile(
    r"\s(?:of\s|in\s)?(?:last\syear|a\syear\s(?:ago|earlier|before)|the\s(?:previous|prior|preceding)\syear)\b", _FLAGS
)


def period(place: WordPlace) -> Timed | None:
    """Read "the latest period", "the corresponding period last year", in a report on a quarter."""
    words, start = place.lead(word_set("the latest corresponding same comparable like similar prior previous year"))
    tail = _PERIOD_TAIL.match(place.text, place.end)
    if tail and set(words) & {"corresponding", "same", "comparable", "like", "similar"}:
        return _same_time_last_year(place, start, tail.end(), None)
    if "latest" in words and (quarter := place.quarter()):
        return Timed(start, place.end, "DATE", quarter_of(quarter), "quarter", place.published)
    return None


_PART_LEADS = word_set("this last next that same the previous following earlier later early late every each")


def day_part(place: WordPlace) -> Timed | None:
    """Read "this morning", "last night", "later that evening", "the next morning"."""
    code = DAY_PARTS[place.word.lower()]
    if _is_title(place):
        return None
    words, start = place.lead(_PART_LEADS)
    chosen = set(words)
    if chosen & {"every", "each"}:
        return Timed(start, place.end, "SET", f"XXXX-XX-XX{code}")
    if chosen & {"this", "last"}:
        anchor, count = place.published, -1 if "last" in chosen else 0
    elif chosen & {"that", "same"}:
        anchor, count = place.memory.day, 0
    elif chosen & {"next", "following", "previous"}:
        anchor, count = place.memory.day, -1 if "previous" in chosen else 1
    else:
        return None
    day = moved(anchor, count) if anchor else None
    return Timed(start, place.end, "TIME", day.isoformat() + code if day else None, "day", anchor)
