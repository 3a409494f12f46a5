"""Whom "her manager" or "Lind's lawyer" means: whoever another place of the folder says serves that one as such."""

from __future__ import annotations

import re

from generator.collate.people.place import LIKELY, LOOK_BACK, DescribedPlace, Meant
from generator.collate.people.roles import describe
from generator.records import PersonId, Span

_OWNED = re.compile(r"(?P<whose>[Hh]is|[Hh]er)\s(?:[a-z-]+\s){0,2}[a-z-]+")
_GENDERS = {"his": "m", "her": "f"}


def serving(place: DescribedPlace) -> Meant | None:
    """Return the only person who is told somewhere to be that of the one who acts last before the description."""
    owned = _OWNED.fullmatch(place.words)
    owner = _named_owner(place) if owned is None else _acting_last(place, _GENDERS[owned["whose"].lower()])
    if owner is None:
        return None
    offices = describe(place.words).offices
    found = {who for who, office, whose in place.registry.served if whose == owner and office in offices}
    return Meant(found.pop(), LIKELY) if len(found) == 1 else None


def _named_owner(place: DescribedPlace) -> PersonId | None:
    """Return who is named with an owner's "s" and nothing between: "Lind’s longtime lawyer"."""
    near = place.inside(place.span)
    if len(near) != 1 or near[0].kind != "person" or not near[0].standing.possessive:
        return None
    rest = place.text[near[0].span.end : place.span.end]
    return near[0].person if re.fullmatch(r"[’'](?:s\s|\s)(?:[a-z-]+\s){0,2}[a-z-]+", rest) else None


def _acting_last(place: DescribedPlace, gender: str) -> PersonId | None:
    """Return who acts last before the description, if he or she can be meant."""
    near = place.inside(Span(max(0, place.span.start - LOOK_BACK), place.span.start))
    acting = [m.person for m in near if m.kind == "person" and m.standing.acts and not m.standing.quoted]
    fitting = [who for who in acting if who is not None and place.registry.gender(who) in (gender, "")]
    return fitting[-1] if fitting else None
