"""Rules for words that only say past, present or future: "now", "recently", "in the future"."""

from __future__ import annotations

import re

from generator.annotate.dates.lexicon import UNITS, word_set
from generator.annotate.dates.place import Timed, WordPlace

_NEXT_WORD = re.compile(r"\s(\w+)")


def reference(place: WordPlace) -> Timed | None:
    """Read the word as PRESENT_REF, PAST_REF or FUTURE_REF."""
    word = place.word.lower()
    start, end = place.start, place.start + len(word)
    if word == "now":
        words, start = place.lead(frozenset(("right", "just", "until", "by", "from")))
        return Timed(start, end, "DATE", "PRESENT_REF", "none")
    if word in ("currently", "nowadays", "presently"):
        return Timed(start, end, "DATE", "PRESENT_REF", "none")
    if word in ("recently", "formerly"):
        words, start = place.lead(frozenset(("more", "most", "as", "until", "just", "only", "very")))
        return Timed(start, end, "DATE", "PAST_REF", "none")
    if word == "recent":
        after = _NEXT_WORD.match(place.text, end)
        if place.before() == "the" or (after and after[1].lower() in UNITS):  # "recent weeks" are a duration
            return None
        return Timed(start, end, "DATE", "PAST_REF")
    if word in ("past", "future", "present", "moment"):
        words, start = place.lead(frozenset(("the", "near", "distant", "foreseeable", "recent", "at", "immediate")))
        if "the" not in words or re.match(r"\s\w*(?:ten|two|three|four|five|six|few|\d)", place.text[end : end + 8]):
            return None
        if re.match(r"\s[a-z]", place.text[end : end + 2]) and word == "past":
            return None
        value = {"past": "PAST_REF", "future": "FUTURE_REF"}.get(word, "PRESENT_REF")
        return Timed(start, end, "DATE", value, "none")
    return None


REFERENCE_WORDS = word_set("now currently nowadays presently recently recent formerly past future moment")
