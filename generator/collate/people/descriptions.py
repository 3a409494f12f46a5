"""Whom a description means ("the harbour master", "a spokeswoman for the union"): words in, a person or body out.

Rules answer or abstain, in order. What is told of somebody unnamed ("an official") means nobody, and so does "the
official" after it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.annotate.titles import is_person_noun
from generator.collate.people.bodies_again import body_again
from generator.collate.people.documents import whose_document
from generator.collate.people.place import LIKELY, LOOK_BACK, NOBODY, SOMEBODY, DescribedPlace, Meant, sole
from generator.collate.people.right_before import tells_class, told_of_right_before
from generator.collate.people.roles import MEMBERS, SOLE
from generator.collate.people.serving import serving
from generator.collate.people.voices import voice_of_body
from generator.records import Span
from generator.wordlists import words

MAX_WORDS = 3  # "the defense official"; a longer description tells who is meant by itself
NEAR = 3  # code points between a name and its description: a comma and a space
_JOINTS = (
    "the|of|to|for|in|at|by|from|with|on|and|or|but|that|who|which|his|her|their|its|is|was|as|than|after|before|about"
)
_OF_BODY = re.compile(r"\b([A-Z]\w+)\s(?:of|for)\s(?:the\s)?[\w’'-]+$")
_MEMBER = re.compile(
    r"[Tt]he\s(?:(?:[A-Z][\w.-]+\s){1,2}(?:Democrat|Republican)"
    r"|(?:(?:[a-z]+-)+[A-Za-z]+\s|[A-Z][\w.-]+\s){1,2}(?:senator|congressman|congresswoman|governor|lawmaker|mayor))"
)
_DETERMINERS = frozenset("the this that his her their its".split())  # noqa: SIM905
_ELECTED = MEMBERS | frozenset("governor gov candidate mayor".split())  # noqa: SIM905


def meant_by(place: DescribedPlace) -> Meant:
    """Return whom a description means."""
    for rule in RULES:
        found = rule(place)
        if found is not None:
            return found
    return NOBODY


def has_no_name(place: DescribedPlace) -> bool:
    """Return whether a description is of somebody whom the text does not name: "a guard", "the guard" after it."""
    first = place.words.split()[0].lower()
    owned = first in ("his", "her", "their", "whose") or "’s " in place.words or "'s " in place.words
    return owned or introduced_unnamed(place) is not None


def introduced_unnamed(place: DescribedPlace) -> Meant | None:
    """Somebody told of without a name has none when told of again: "an official said", "the official"."""
    noun = place.noun
    if not noun:
        return None
    if SOMEBODY.match(place.words):
        return NOBODY
    if not place.words.lower().startswith(("the ", "this ", "that ")) or len(place.words.split()) > MAX_WORDS:
        return None
    if any(word[:1].isupper() for word in place.words.split()[1:]):
        return None  # "the Tidewater founder" is told by his firm
    unnamed = [
        match
        for match in _unnamed(noun).finditer(place.text, max(0, place.span.start - 2 * LOOK_BACK), place.span.start)
        if not _named_beside(place, match)
    ]
    if not unnamed:
        return None
    # "A president signs such laws. ... President Lind spoke": whom the article names after that is nearer.
    known = place.holder() if noun in SOLE else None
    named = known is not None and place.names_since(unnamed[-1].end(), known)
    return None if named else NOBODY


def _unnamed(head: str) -> re.Pattern[str]:
    between = rf"(?:(?!(?:{_JOINTS})\b)[\w’'.-]+\s){{0,6}}?"
    several = r"(?:one\sof\s)?(?:the\s)?(?:two|three|four|five|several|some|many|multiple)"
    return re.compile(
        rf"\b(?:(?:an?|another|one)\s{between}{re.escape(head)}|{several}\s{between}{re.escape(head)}s)\b", re.I
    )


def _named_beside(place: DescribedPlace, match: re.Match[str]) -> bool:
    """Return whether a description stands beside a name: "Ann Okoro, an official", "a former official, Ann Okoro"."""
    beside = place.inside(Span(max(0, match.start() - 40), match.end() + 40))
    return any(
        mention.kind == "person"
        and (
            (mention.role is not None and mention.role.overlaps(Span(*match.span())))
            or 0 <= mention.span.start - match.end() <= NEAR
            or 0 <= match.start() - mention.span.end <= NEAR
        )
        for mention in beside
    )


def elected(place: DescribedPlace) -> Meant | None:
    """Return the only politician told of right before: "the Ohio Democrat", "the two-term senator".

    Party and state must be said of him somewhere: who only stands near may be of the other one.
    """
    if _MEMBER.fullmatch(place.words) is None:
        return None
    known = office(place)
    if known is not None and known.person is not None:
        return known
    near = place.inside(Span(max(0, place.span.start - LOOK_BACK), place.span.start))
    acting = {m.person for m in near if m.kind == "person" and m.standing.acts and not m.standing.quoted}
    sitting = {person for person in acting if place.registry.holds(person, _ELECTED)}
    # Of "the two-term Ohio Democrat" the words that name a party or a place.
    told = [word.lower() for word in place.words.split() if word[:1].isupper() and word != "The"]
    sitting = {person for person in sitting if place.registry.sits_for(person, told)}
    return Meant(next(iter(sitting)), LIKELY) if len(sitting) == 1 else NOBODY


def office(place: DescribedPlace) -> Meant | None:
    """Return the only person who has that office; "the Department of Justice" is a body, and no justice."""
    if (body := _OF_BODY.search(place.words)) is not None and body[1] in words("organisations.txt", "word"):
        return None
    if _is_bare(place):
        return NOBODY
    person = place.holder()
    if person is not None and tells_class(place.words, place.noun) and not place.acts_last(person):
        return None  # "the tycoon" may be whoever acts nearer, whatever another one is called
    return Meant(person) if person is not None else None


def _is_bare(place: DescribedPlace) -> bool:
    """Return whether a line only tells by what somebody was: "Campaign official said", which is one of many."""
    told = place.words.split()
    opens = place.text[: place.span.start].rstrip(" ")[-1:] in ("", "\n")
    owned = told[0].lower() in _DETERMINERS or told[0].endswith(("'s", "’s", "s'", "s’"))  # "Lind’s lawyer" is one
    plain = len(told) == 2 and not owned and told[0][:1].isupper() and told[1].islower()
    return opens and plain and is_person_noun(place.noun) and not place.offices & SOLE


def members_of_body(place: DescribedPlace) -> Meant | None:
    """Return the only body before that is one of such people: "the masters" of the Conference of Dyke Masters."""
    told = place.words.lower().split()
    if len(told) != 2 or told[0] != "the" or not told[1].endswith("s") or not is_person_noun(told[1][:-1]):
        return None
    near = place.bodies(Span(max(0, place.span.start - LOOK_BACK), place.span.start))
    body = sole(mention for mention in near if mention.name.split()[-1].lower() == told[1])
    return Meant(body, LIKELY) if body is not None else None


RULES: tuple[Callable[[DescribedPlace], Meant | None], ...] = (
    voice_of_body,
    whose_document,
    body_again,
    introduced_unnamed,
    elected,
    office,
    serving,
    members_of_body,
    told_of_right_before,
)
"""In order; the first that does not abstain answers."""
