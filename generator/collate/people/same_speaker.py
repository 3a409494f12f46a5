"""Whether two speakers of the same words are two: a spelling of one name is no second speaker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz.distance import DamerauLevenshtein

from generator.collate.people.registry import nicknames
from generator.records import Person, PersonId

MAX_EDITS = 2
MIN_LETTERS = 5  # "Lee" and "Lea" are two names


def distinct_speakers(speakers: Iterable[PersonId], people: Mapping[PersonId, Person]) -> tuple[PersonId, ...]:
    """Return the speakers, sorted, without those whose name only spells another one's ("Hansen", "Hanssen").

    A person and the organisation that their name is printed with, "the ministry" and its spokesman, stay two.
    """
    kept: list[PersonId] = []
    for speaker in sorted(set(speakers)):
        if not any(_one_name(speaker, other, people) for other in kept):
            kept.append(speaker)
    return tuple(kept)


def _one_name(one: PersonId, other: PersonId, people: Mapping[PersonId, Person]) -> bool:
    left, right = _words(one, people), _words(other, people)
    if not left or not right:
        return False
    last, first = (left[-1].casefold(), right[-1].casefold()), (left[0].casefold(), right[0].casefold())
    alone = len(left) == 1 or len(right) == 1
    stands_for = any(set(first) <= family for family in nicknames())
    return _alike(*last) and (alone or stands_for or _alike(*first) or first[0][0] == first[1][0])


def _words(speaker: PersonId, people: Mapping[PersonId, Person]) -> list[str]:
    return people[speaker].name.split() if speaker in people else speaker.split("-")


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) >= MIN_LETTERS and int(DamerauLevenshtein.distance(one, other)) <= MAX_EDITS
