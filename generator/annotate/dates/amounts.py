"""Rules for amounts of time: durations, "two days later", "a year ago", and what happens again and again (SET)."""

from __future__ import annotations

import re
from datetime import date

from generator.annotate.dates.lexicon import COUNT, UNIT, UNITS, VAGUE, count_of, word_set
from generator.annotate.dates.place import Place, Reading
from generator.annotate.dates.values import duration, quarter_of, shifted
from generator.records import Precision

_FLAGS = re.IGNORECASE
_AND_HALF = r"(?:\sand\s(?P<fraction>a\shalf|a\squarter|three\squarters))?"
_AMOUNT = re.compile(
    rf"(?P<count>{COUNT}){_AND_HALF}"
    rf"(?:\s?(?:-|–|to|or)\s?(?P<upper>{COUNT}))?"
    rf"(?:\s?-\s?|\s)(?:(?:more|straight|consecutive|full|whole|further|additional|long|solid|business|working|calendar|successive|of)[\s-])?"
    rf"{UNIT}(?:\sand\s(?P<half_after>a\shalf)\b)?",
    _FLAGS,
)
_VAGUE_AMOUNT = re.compile(
    rf"(?P<vague>{'|'.join(sorted(VAGUE))})[\s-](?:of\s)?(?:(?:more|past|recent|short|long|consecutive|hundred|thousand)\s)?{UNIT}",
    _FLAGS,
)
_AGE = re.compile(r"[\s-](?:old|olds|of\sage)\b", _FLAGS)
_TAIL = re.compile(
    r"\s(?:or\s(?:so|more)\s)?(?P<tail>ago|earlier|later|before|after|afterwards?|from now|hence|previously|on)\b"
    r"(?P<more>\s(?:that|this|the|his|her|their|its|a|an|\w+ing)\b)?",
    _FLAGS,
)
_AMOUNT_LEAD = word_set(
    "the a an about around nearly almost roughly approximately more less fewer than over under at least most up to "
    "some only just no past last next first coming previous following within another these those full final "
    "entire whole as many barely exactly initial opening recent every each"
)
_GLUE = frozenset(("than", "to", "of", "at", "as", "no", "up"))


def _lead(place: Place) -> tuple[tuple[str, ...], int]:
    words, start = place.lead(_AMOUNT_LEAD)
    while words and (
        words[0] in ("than", "to", "least", "most", "as", "many", "a", "an")
        or (
            words[0] in ("at", "up", "no")
            and (len(words) < 2 or words[1] not in ("least", "most", "to", "more", "less", "fewer"))
        )
        or (words[0] in ("some", "these", "those", "first", "as", "recent", "final") and len(words) == 0)
    ):
        words = words[1:]
        start = place.words[place.at - len(words)].start()
    return words, start


def amount(place: Place) -> Reading | None:
    """Read "nearly five years", "35-minute", "two days later", "ten years ago"; ages never."""
    found = _AMOUNT.match(place.text, place.start)
    if not found or (place.start and place.text[place.start - 1] in "$€£.,/:"):
        return None
    count = count_of(found["count"])
    if count is None or count > 100_000:
        return None
    if found["fraction"] or found["half_after"]:
        count += {"a half": 0.5, "a quarter": 0.25, "three quarters": 0.75}[(found["fraction"] or "a half").lower()]
    name = UNITS[found["unit"].lower()]
    if (
        name in ("second", "quarter")
        and not found["unit"].lower().endswith("s")
        and name == "second"
        and not found["count"][0].isdecimal()
    ):
        return None
    words, start = _lead(place)
    if found["unit"].lower() == "second" and count != 1:
        return None
    if _AGE.match(place.text, found.end()) or place.before(start) in ("aged", "age"):
        return Reading(place.start, found.end(), "DURATION", "", "none")  # an age: taken, and given to nobody
    return _with_tail(place, words, start, found.end(), name, None if found["upper"] else count)


def vague_amount(place: Place) -> Reading | None:
    """Read "several days", "a few years ago", "a couple of weeks"."""
    found = _VAGUE_AMOUNT.match(place.text, place.start)
    if not found:
        return None
    words, start = place.lead(_AMOUNT_LEAD)
    while words and words[0] in ("than", "to", "least", "as", "at", "up", "an"):
        words = words[1:]
        start = place.words[place.at - len(words)].start()
    name = UNITS[found["unit"].lower()]
    if name == "second" and not found["unit"].lower().endswith("s"):
        return None
    if _AGE.match(place.text, found.end()):
        return None
    count = 2.0 if found["vague"].lower() == "couple" else None
    return _with_tail(place, words, start, found.end(), name, count)


def single(place: Place) -> Reading | None:
    """Read "a year ago", "an hour", "a week later", "half an hour", "each day", "days", "for years"."""
    printed = place.word.lower()
    name = UNITS[printed]
    end = place.start + len(printed)
    before = place.before()
    if _AGE.match(place.text, end):
        return None
    if before in ("every", "each"):
        start = place.words[place.at - 1].start()
        return Reading(start, end, "SET", duration(1, name), "none")
    if printed.endswith("s"):
        return _plural(place, name, end, before)
    if before not in ("a", "an"):
        return None
    words, start = place.lead(_AMOUNT_LEAD)
    while words and words[0] in ("than", "to", "least", "as", "at", "up"):
        words = words[1:]
        start = place.words[place.at - len(words)].start()
    tailed = _with_tail(place, words, start, end, name, 1, tail_only=True)
    if tailed:
        return tailed
    if name in ("second", "quarter", "night", "day", "weekend") and len(words) < 2:
        return None
    ahead = place.before(start)
    if len(words) > 1 or ahead in (
        "for",
        "in",
        "within",
        "after",
        "over",
        "during",
        "of",
        "spent",
        "takes",
        "took",
        "lasted",
    ):
        return Reading(start, end, "DURATION", duration(1, name), "none")
    return None


_BEFORE_PLURAL = word_set(
    "for in after within of over two recent coming past these many last next previous following first until took "
    "take takes spent spend by"
)


def _plural(place: Place, name: str, end: int, before: str) -> Reading | None:
    if name in ("second", "night", "quarter", "weekend"):
        return None
    words, start = place.lead(word_set("the recent coming past last next previous following early first final few"))
    if (
        not words
        and before not in _BEFORE_PLURAL
        and not re.match(r"\s(?:ago|later|earlier|after|before|of)\b|-long\b", place.text[end : end + 9])
    ):
        return None
    if set(words) & {"first", "final", "early", "the"} and not set(words) & {
        "recent",
        "coming",
        "past",
        "last",
        "next",
    }:
        return None
    return _with_tail(place, words, start, end, name, None)


def _with_tail(
    place: Place, words: tuple[str, ...], start: int, end: int, name: str, count: float | None, tail_only: bool = False
) -> Reading | None:
    tail = _TAIL.match(place.text, end)
    kind = tail["tail"].lower() if tail else ""
    if kind in ("before", "after", "on", "previously") and tail and (tail["more"] or kind == "on"):
        kind = ""  # "two days before the vote" hangs on an event, not on a day
    if not tail or not kind:
        if tail_only:
            return None
        if set(words) & {"every", "each"}:
            return Reading(start, end, "SET", duration(count, name), "none")
        return Reading(start, end, "DURATION", duration(count, name), "none")
    end = tail.end("tail")
    if name in ("second", "minute", "hour"):
        return Reading(start, end, "DURATION", duration(count, name), "none")
    if count is None or count != int(count):
        value = "PAST_REF" if kind in ("ago", "earlier", "before", "previously") else "FUTURE_REF"
        return Reading(start, end, "DATE", value, "none")
    back = kind in ("ago", "earlier", "before", "previously")
    return _shifted(place, start, end, name, -int(count) if back else int(count), kind)


def _shifted(place: Place, start: int, end: int, name: str, count: int, kind: str) -> Reading | None:
    unit = {"night": "day"}.get(name, name)
    if kind in ("ago", "from now", "hence"):
        anchor = place.published
    elif unit in ("day", "week", "fortnight", "weekend"):
        anchor = place.memory.day
    else:
        anchor = place.memory.day or (date(place.memory.year, 1, 1) if place.memory.year else None) or place.published
    precision: Precision = {"day": "day", "month": "month", "quarter": "quarter", "year": "year"}.get(
        unit, "week" if unit in ("week", "fortnight", "weekend") else "none"
    )  # type: ignore[assignment]
    if anchor is None:
        return Reading(start, end, "DATE", None, precision)
    quarter = place.quarter() if unit == "year" and abs(count) == 1 else None
    if quarter and place.published:
        return Reading(start, end, "DATE", quarter_of(quarter, 4 * count), "quarter", anchor)
    result = shifted(anchor, unit, count)
    return result and Reading(start, end, "DATE", result[0], result[1], anchor)


_HALF = re.compile(r"half(?:\s(?:a|an)\s|-(?:an-)?)(?P<unit>hour|day|year|century|decade|minute)\b", _FLAGS)


def half(place: Place) -> Reading | None:
    """Read "half an hour", "half-hour", "a half century"."""
    found = _HALF.match(place.text, place.start)
    if not found:
        return None
    _, start = place.lead(word_set("a about nearly almost roughly over more than another"))
    unit = found["unit"].lower()
    return Reading(start, found.end(), "DURATION", duration(0.5, unit), "none")


_ADVERBS = {
    "daily": "P1D",
    "nightly": "P1D",
    "hourly": "PT1H",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annual": "P1Y",
    "annually": "P1Y",
}


def recurring(place: Place) -> Reading | None:
    """Read "daily", "weekly", "annual"."""
    word = place.word.lower()
    if (place.word[0].isupper() and place.before() in ("the", "s")) or (place.word[0].isupper() and word == "daily"):
        return None  # "the Daily Mail"
    return Reading(place.start, place.start + len(word), "SET", _ADVERBS[word], "none")
