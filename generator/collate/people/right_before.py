"""Whom a description means that fits nobody's known office: the one who acts right before it, or has that age."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.annotate.people import told_gender
from generator.collate.people.place import LIKELY, DescribedPlace, Meant, sole
from generator.records import Mention, Span
from generator.wordlists import words

SURETY = 0.8  # of whom the text tells last, where the description itself tells nothing that is known of him
BACK = 2  # paragraphs
MAX_WORDS = 6
_AGED = re.compile(r"[Tt]he\s(?P<years>\d{1,3})-year-old\b")
_INSIDE = re.compile(r"\s(?:of|for|at|in|on|from|with|to|and|by|who|whose|that)\s")


def told_of_right_before(place: DescribedPlace) -> Meant | None:
    """Return the only person who acts in the nearest paragraph that tells of any: "the actress", "the lawmaker"."""
    aged = _AGED.match(place.words)
    if aged is not None and (of_age := _of_age(place, aged["years"])) is not None:
        return of_age
    noun = place.noun
    if not noun or not (aged or tells_class(place.words, noun)):
        return None
    for acting in _acting_before(place):
        people = {mention.person for mention in acting}
        if not people:
            continue
        person = acting[-1].person
        if len(people) > 1 or person is None:
            return None
        if _tells_of_another(place, acting[-1], noun):
            return None
        told, known = told_gender("", noun), place.registry.gender(person)
        return Meant(person, SURETY) if not (told and known and told != known) else None
    return None


def _tells_of_another(place: DescribedPlace, somebody: Mention, noun: str) -> bool:
    """Return whether the text tells of somebody without a name behind who acts: "Lind met the keeper. The keeper"."""
    between = place.text[somebody.span.end : place.span.start]
    return (
        re.search(rf"(?<!, )\b(?:the|his|her|their|an?)\s(?:[\w’'-]+\s){{0,2}}{re.escape(noun)}\b", between) is not None
    )


def tells_class(described: str, noun: str) -> bool:
    """Return whether a description tells what somebody is, and not which of many officials without a name."""
    if not described.startswith(("The ", "the ")) or len(described.split()) > MAX_WORDS or _INSIDE.search(described):
        return False
    return noun in _classes()


@cache
def _classes() -> frozenset[str]:
    occupations = words("titles.txt", "occupation") | words("titles.txt", "trade")
    return words("titles.txt", "class") | occupations - words("titles.txt", "nameless")


def _of_age(place: DescribedPlace, years: str) -> Meant | None:
    """Return the only person of that age: "Ann Okafor, 43, said", then "the 43-year-old"."""
    told = f", {years}"
    person = sole(
        mention
        for mention in place.inside(Span(0, place.span.start))
        if mention.kind == "person" and place.text.startswith(told, mention.span.end)
    )
    return Meant(person, LIKELY) if person is not None else None


def _acting_before(place: DescribedPlace) -> Iterator[list[Mention]]:
    """Yield who acts in the paragraph of the description before it, then in those before that one."""
    end = place.span.start
    for _ in range(BACK + 1):
        start = place.text.rfind("\n\n", 0, end) + 2 if "\n\n" in place.text[:end] else 0
        yield [
            mention
            for mention in place.inside(Span(start, end))
            if mention.kind == "person" and mention.standing.acts and not mention.standing.quoted
        ]
        end = start - 2
        if end <= 0:
            return
