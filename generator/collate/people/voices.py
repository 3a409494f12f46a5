"""Whom somebody speaks for who is no more than a voice: "a spokesman for the union", "a ministry spokeswoman"."""

from __future__ import annotations

import re

from generator.annotate.people import is_outlet
from generator.collate.people.bodies_again import body_called
from generator.collate.people.place import LIKELY, LOOK_BACK, NOBODY, SOMEBODY, DescribedPlace, Meant, sole
from generator.records import Span
from generator.wordlists import words

UNTOLD = 0.8  # of the body that acts right before "a spokesman said"
_SPOKES = re.compile(r"\bspokes(?:man|woman|person|people|men|women)\b")
_ALONE = re.compile(r"(?:[Aa]|[Tt]he)\sspokes(?:man|woman|person)")
_OF_BODY = re.compile(r"(?:[Aa]n?|[Tt]he)\s(?P<body>[a-z]+)\sspokes(?:man|woman|person)")
_FOR_BODY = re.compile(r"(?:[Aa]n?|[Tt]he)\sspokes(?:man|woman|person)\s(?:for|of|from)\sthe\s(?P<body>[a-z]+)")
_EDITORS = re.compile(r"[’']s?\seditorial\s(?:board|page|writers)$")
_VOICE = re.compile(
    r"\b[Aa]n?\s(?:[\w.’'-]+\s){1,6}?spokes(?:man|woman|person)\b(?:\sfor\s(?:the\s)?(?:[A-Z][\w.-]*\s?){1,5})?"
)


def voice_of_body(place: DescribedPlace) -> Meant | None:
    """Return the body that a spokesman without a name speaks for, or the paper whose editors write."""
    body, speaks = sole(place.bodies(place.span)), _SPOKES.search(place.words) is not None
    if body is not None and (speaks or _EDITORS.search(place.words)):
        return Meant(body, LIKELY)
    if not speaks:
        return None
    of_body = _OF_BODY.fullmatch(place.words) or _FOR_BODY.fullmatch(place.words)
    if of_body is not None and of_body["body"] in words("organisations.txt", "common"):
        return body_called(place, of_body["body"])
    if place.words.lower().startswith("the "):
        low = max(0, place.span.start - LOOK_BACK)
        voices = list(_VOICE.finditer(place.text, low, place.span.start))
        told = place.bodies(Span(*voices[-1].span())) if voices else []
        if told:
            return Meant(told[-1].person, LIKELY)
    if not SOMEBODY.match(place.words) and (known := place.holder()) is not None:
        return Meant(known)
    return _acting_before(place) if _ALONE.fullmatch(place.words) else NOBODY


def _acting_before(place: DescribedPlace) -> Meant:
    """Return the only body that acts in the paragraph before "a spokesman", papers left out, where no person acts."""
    start = place.text.rfind("\n\n", 0, max(0, place.text.rfind("\n\n", 0, place.span.start))) + 1
    near = place.inside(Span(start, place.span.start))
    acting = [mention for mention in near if mention.standing.acts and not mention.standing.quoted]
    if any(mention.kind != "organisation" for mention in acting):
        return NOBODY
    body = sole(mention for mention in acting if not is_outlet(mention.name))
    return Meant(body, UNTOLD) if body is not None else NOBODY
