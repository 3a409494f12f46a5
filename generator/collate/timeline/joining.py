"""Happenings without a day that can only be one that has: the sole dated one of their kind with their people."""

from __future__ import annotations

from collections.abc import Sequence

from generator.collate.timeline.dating import When
from generator.collate.timeline.mentions.event_mention import MEETING, SAYING, EventMention
from generator.records import PersonId


def join_sole(happenings: Sequence[list[EventMention]], whens: Sequence[When]) -> list[list[EventMention]]:
    """Return the happenings with each undated one joined to the only day-dated one of its kind with its people.

    "Talks with Ito" in one article are "Ito met the mayor on Monday" of another when no second meeting with Ito is
    dated. Two candidates: the evidence does not decide, and it stays by itself.
    """
    dated: dict[tuple[str, PersonId], list[int]] = {}
    for index, (mentions, when) in enumerate(zip(happenings, whens, strict=True)):
        if when.precision == "day":
            for family in _kinds(mentions):
                for person in sorted(_people(mentions)):
                    dated.setdefault((family, person), []).append(index)
    joined = [list(mentions) for mentions in happenings]
    for index, (mentions, when) in enumerate(zip(happenings, whens, strict=True)):
        if when.date is None and (target := _sole(mentions, dated, happenings)) is not None:
            joined[target] += mentions
            joined[index] = []
    return [sorted(mentions, key=lambda mention: mention.key) for mentions in joined if mentions]


def _sole(
    mentions: Sequence[EventMention],
    dated: dict[tuple[str, PersonId], list[int]],
    happenings: Sequence[Sequence[EventMention]],
) -> int | None:
    people = _people(mentions)
    # "Ito held talks with business leaders" is not Ito's meeting with the mayor: the other side must be named.
    if not people or (_kinds(mentions) == [MEETING] and not any(mention.partners for mention in mentions)):
        return None
    found = {
        index
        for family in _kinds(mentions)
        for index in dated.get((family, min(people)), ())
        if people <= _people(happenings[index]) and _same_mood(mentions, happenings[index])
    }
    return found.pop() if len(found) == 1 else None


def _same_mood(left: Sequence[EventMention], right: Sequence[EventMention]) -> bool:
    return all(mention.planned for mention in left) == all(mention.planned for mention in right) and any(
        mention.plural for mention in left
    ) <= any(mention.plural for mention in right)


def _people(mentions: Sequence[EventMention]) -> frozenset[PersonId]:
    return frozenset(person for mention in mentions for person in mention.people)


def _kinds(mentions: Sequence[EventMention]) -> list[str]:
    """Return the families that most mentions share; a verb in no list joins nothing by its people alone."""
    found = {family for mention in mentions for family in mention.families if mention.listed and family != SAYING}
    return sorted(family for family in found if all(family in mention.families for mention in mentions))
