"""Rules for amounts of time: durations, "two days later", "a year ago", and what happens again and again (SET)."""

from __future__ import annotations

import re
from datetime import date

from generator.annotate.dates.calendar_units import PRECISIONS, hangs_on_text
from generator.annotate.dates.lexicon import COUNT, UNIT, UNITS, VAGUE, count_of, either, word_set
from generator.annotate.dates.place import Timed, WordPlace
from generator.annotate.dates.values import duration, quarter_of, shifted

_FLAGS = re.IGNORECASE
_FRACTIONS = {"a half": 0.5, "a quarter": 0.25, "three quarters": 0.75}
_BETWEEN = (
    r"(?:\s?-\s?|\s)(?:(?:more|straight|consecutive|full|whole|further|additional|long|solid|business|working|calendar"
    r"|successive|of)[\s-])?"
)
_AMOUNT = re.compile(
    rf"(?P<count>{COUNT})(?:\sand\s(?P<fraction>a\shalf|a\squarter|three\squarters))?"
    rf"(?:\s?(?:-|–|to|or)\s?(?P<upper>{COUNT}))?{_BETWEEN}{UNIT}(?:\sand\s(?P<rest>a\shalf)\b)?",
    _FLAGS,
)
_VAGUE_AMOUNT = re.compile(
    rf"(?:{either(VAGUE)})[\s-](?:of\s)?(?:(?:more|past|recent|short|long|consecutive|hundred|thousand)\s)?{UNIT}",
    _FLAGS,
)
_AGE = re.compile(r"[\s-](?:old|olds|older|younger|of\sage)\b", _FLAGS)
_TAIL = re.compile(
    r"\s(?:or\s(?:so|more)\s)?(?P<tail>ago|earlier|later|before|after|afterwards?|from\snow|hence|previously)\b", _FLAGS
)
_LEAD = word_set(
    "the a an about around nearly almost roughly approximately more less fewer than over under at least most up to "
    "some only just no past last next first coming previous following within another these those full final "
    "entire whole as many barely exactly initial opening recent every each"
)
_QUANTIFIED = frozenset(("least", "most", "to", "more", "less", "fewer"))


def _lead(place: WordPlace) -> tuple[tuple[str, ...], int]:
    """Return the words that shade the amount ("at least the past"), without those that belong to what goes before."""
    words, start = place.lead(_LEAD, word_set("than to least most as many"))
    while words and words[0] in ("at", "up", "no") and (len(words) < 2 or words[1] not in _QUANTIFIED):
        words = words[1:]
        start = place.words[place.at - len(words)].start()
    return words, start


def amount(place: WordPlace) -> Timed | None:
    """Read "nearly six hours", "90-minute", "two days later", "ten years ago"; ages never."""
    if place.start and place.text[place.start - 1] in "$€£.,/:":
        return None
    found = _AMOUNT.match(place.text, place.start)
    if not found:
        return None
    count, printed = count_of(found["count"]), found["unit"]
    if count is None or count > 100_000 or _is_no_time(found, count, printed):
        return None
    fraction = found["fraction"] or found["rest"]
    count += _FRACTIONS[" ".join(fraction.lower().split())] if fraction else 0
    words, start = _lead(place)
    if words[:1] in (("a",), ("an",)):
        words, start = words[1:], place.words[place.at - len(words) + 1].start()
    if _AGE.match(place.text, found.end()) or place.before(start) in ("aged", "age"):
        return Timed.nothing(found.end())
    return _with_tail(place, words, start, found.end(), UNITS[printed.lower()], None if found["upper"] else count)


def _is_no_time(found: re.Match[str], count: float, printed: str) -> bool:
    """Return whether the words only look like an amount of time: "60 Minutes", "three-quarters of", "the second"."""
    lower = printed.lower()
    if lower == "second" or (printed[0].isupper() and not printed.isupper() and found["count"][0].isdecimal()):
        return True
    if lower == "quarter" and count > 1000:
        return True  # "the 1988 quarter"
    return lower == "quarters" and (count in (1, 3) and ("-" in found.group() or count == 3))


def vague_amount(place: WordPlace) -> Timed | None:
    """Read "several days", "a few years ago", "a couple of weeks"."""
    found = _VAGUE_AMOUNT.match(place.text, place.start)
    if not found or found["unit"].lower() == "second" or _AGE.match(place.text, found.end()):
        return None
    if place.before() == "as":  # "the third time in as many months"
        return None
    words, start = place.lead(_LEAD, word_set("than to least as at up an"))
    if found["unit"].lower() == "quarters" and place.word.lower() in ("some", "many"):
        return None  # "criticised in some quarters"
    count = 2.0 if place.word.lower() == "couple" else None
    return _with_tail(place, words, start, found.end(), UNITS[found["unit"].lower()], count)


_LONG = re.compile(r"-long\b", _FLAGS)
_BEFORE_SINGLE = word_set("for in within after over during of spent takes took lasted")


def single(place: WordPlace) -> Timed | None:
    """Read "a year ago", "an hour", "a week later", "each day", "days", "for years"."""
    printed = place.word.lower()
    name, before = UNITS[printed], place.before()
    if _AGE.match(place.text, place.end):
        return None
    if before in ("every", "each"):
        return Timed(place.words[place.at - 1].start(), place.end, "SET", duration(1, name))
    if printed.endswith("s"):
        return _plural(place, name, before)
    if _LONG.match(place.text, place.end):
        return Timed(place.start, place.end + len("-long"), "DURATION", duration(1, name))
    if before not in ("a", "an", "one"):
        return None
    if place.before(place.words[place.at - 1].start()) in ("once", "twice", "times"):
        return Timed(place.words[place.at - 1].start(), place.end, "SET", duration(1, name))
    words, start = place.lead(_LEAD, word_set("than to least as at up"))
    if tailed := _with_tail(place, words, start, place.end, name, 1, tail_only=True):
        return tailed
    if name in ("second", "quarter") or (name in ("night", "day", "weekend") and len(words) < 2):
        return None
    if len(words) > 1 or place.before(start) in _BEFORE_SINGLE:
        return Timed(start, place.end, "DURATION", duration(1, name))
    return None


_BEFORE_PLURAL = word_set(
    "for in after within of over two these many first until took take takes spent spend by following"
)
_POINTING = word_set("recent coming past last next previous following")
_AFTER_PLURAL = re.compile(r"\s(?:ago|later|earlier|after|before|of)\b|-long\b", _FLAGS)


def _plural(place: WordPlace, name: str, before: str) -> Timed | None:
    """Read "for years", "recent weeks", "the coming months", "decades-long": a duration of unknown length."""
    if name in ("second", "night", "quarter", "weekend"):
        return None
    if before == "these" and name == "day":
        return Timed(place.words[place.at - 1].start(), place.end, "DATE", "PRESENT_REF")
    words, start = place.lead(_POINTING | word_set("the early first final few"))
    placed = before in _BEFORE_PLURAL or _AFTER_PLURAL.match(place.text, place.end)
    if not set(words) & _POINTING and (words or not placed):
        return None
    return _with_tail(place, words, start, place.end, name, None)


def _with_tail(
    place: WordPlace,
    words: tuple[str, ...],
    start: int,
    end: int,
    name: str,
    count: float | None,
    tail_only: bool = False,
) -> Timed | None:
    """Return the amount as a duration, or with "ago", "later" ... after it as the time that it leads to."""
    tail = _TAIL.match(place.text, end)
    kind = " ".join(tail["tail"].lower().split()) if tail else ""
    if not tail or (kind in ("before", "after", "previously") and not hangs_on_text(place.text, tail.end())):
        if tail_only and not tail:
            return None  # "two days before the vote" hangs on an event, not on a day
        if set(words) & {"every", "each"}:
            return Timed(start, end, "SET", duration(count, name))
        return Timed(start, end, "DURATION", duration(count, name))
    end = tail.end("tail")
    if name in ("second", "minute", "hour"):
        return Timed(start, end, "DURATION", duration(count, name))
    back = kind in ("ago", "earlier", "before", "previously")
    if count is None or count != int(count):
        if kind == "ago":
            return Timed(start, end, "DATE", "PAST_REF")
        return Timed(start, end, "DURATION", duration(count, name))
    return _shifted(place, start, end, name, -int(count) if back else int(count), kind)


def _shifted(place: WordPlace, start: int, end: int, name: str, count: int, kind: str) -> Timed | None:
    """Return the time so many units from publication ("ago"), or from the time named last ("later", "before")."""
    name = "day" if name == "night" else name
    memory = place.memory
    if kind in ("ago", "from now", "hence"):
        anchor = place.published
    elif name in ("day", "week", "fortnight", "weekend"):
        anchor = memory.day
    else:
        year = date(memory.year, 1, 1) if memory.year else None
        anchor = (memory.month if name == "month" else year) or place.published
    if anchor is None:
        return Timed(start, end, "DATE", None, PRECISIONS.get(name, "none"))
    quarter = place.quarter() if name == "year" and abs(count) == 1 else None
    if quarter and place.published:
        return Timed(start, end, "DATE", quarter_of(quarter, 4 * count), "quarter", anchor)
    result = shifted(anchor, name, count)
    return result and Timed(start, end, "DATE", result[0], result[1], anchor)


_HALF = re.compile(r"half(?:\s(?:a|an)\s|-(?:an-)?)(?P<unit>hour|day|year|century|decade|minute)\b", _FLAGS)


def half(place: WordPlace) -> Timed | None:
    """Read "half an hour", "half-hour", "a half century"."""
    found = _HALF.match(place.text, place.start)
    if not found:
        return None
    _, start = place.lead(word_set("a about nearly almost roughly over more than another"), word_set("than"))
    return Timed(start, found.end(), "DURATION", duration(0.5, found["unit"].lower()))


WHOLE = {"daylong": "day", "weeklong": "week", "monthlong": "month", "yearlong": "year", "hourlong": "hour"}


def whole(place: WordPlace) -> Timed | None:
    """Read "yearlong", "weeklong"."""
    return Timed(place.start, place.end, "DURATION", duration(1, WHOLE[place.word.lower()]))


ADVERBS = {
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


def recurring(place: WordPlace) -> Timed | None:
    """Read "daily", "weekly", "annual"; not the "Daily" of a newspaper's name."""
    word = place.word.lower()
    if place.word[0].isupper() and (word == "daily" or place.before()):
        return None
    return Timed(place.start, place.end, "SET", ADVERBS[word])
