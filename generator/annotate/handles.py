"""Names that people bear on a platform and write small: a text in, "lerke" of "the Reddit user lerke said" out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.annotate.cues import base_form, cue_kind
from generator.records import Span

_INTRODUCED = re.compile(
    r"\b(?P<role>(?!The\b|This\b|That\b|An?\b|One\b|Each\b|Every\b|Another\b)[A-Z]\w+\s(?:user|poster|commenter|blogger)|[Rr]edditor)\s(?:(?:named|called)\s)?"
    r"[“\"‘']?(?P<name>@?[a-z0-9_][\w-]{2,})\b[”\"’']?"
)
_SAYS = re.compile(r"(?:[”\"’']?,?\s(?:has|had|recently|later|also|then|[a-z]+ly)){0,2}[”\"’']?,?\s(?P<verb>[a-z]+)\b")
_HEADS = ("” ", '" ', ". ", "\n")
_MADE_UP = re.compile(r"[@_\d]")


@dataclass(frozen=True, slots=True)
class Handle:
    """One place where somebody stands under such a name."""

    span: Span
    role: Span | None
    """What leads up to it: "Reddit user"."""


def find_handles(text: str) -> Iterator[Handle]:
    """Yield every place of the names that the text introduces so, in any order.

    A small word is a name only where it says something, there or at the head of a clause, or is spelt as no word is:
    "Reddit user data" is none.
    """
    roles = {match.start("name"): Span(*match.span("role")) for match in _INTRODUCED.finditer(text)}
    names = {match["name"] for match in _INTRODUCED.finditer(text)}
    for name in sorted(names):
        places = [Span(*match.span()) for match in re.finditer(rf"(?<![\w@/-]){re.escape(name)}(?![\w/-])", text)]
        if _MADE_UP.search(name) or any(_says(text, place, roles) for place in places):
            yield from (Handle(place, roles.get(place.start)) for place in places)


def _says(text: str, place: Span, roles: Mapping[int, Span]) -> bool:
    """Return whether a reporting verb with its ending follows: "lerke writes", and not "lerke say"."""
    if place.start not in roles and not text[max(0, place.start - 2) : place.start].endswith(_HEADS):
        return False
    match = _SAYS.match(text, place.end)
    return match is not None and cue_kind(match["verb"]) == "speech" and match["verb"] != base_form(match["verb"])
