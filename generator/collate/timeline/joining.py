"""Happenings without a day that can only be one that has: the sole dated one of their kind with their people."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from generator.collate.timeline.actors import may_be_same
from generator.collate.timeline.average_link import candidate_pairs
from generator.collate.timeline.clusters import BESIDE, FULL
from generator.collate.timeline.dating import When
from generator.collate.timeline.lexicon import named
from generator.collate.timeline.mentions.event_mention import (
    MEETING,
    PRESS,
    SAYING,
    EventMention,
    MentionPlace,
    tell_other_shares,
)
from generator.collate.timeline.splitting import is_before
from generator.days import exact
from generator.groups import Groups
from generator.records import ArticleId, PersonId, PublicationDay

COMPARED = 12  # mentions of a happening that are compared with those of another


def join_sole(
    happenings: Sequence[list[EventMention]],
    whens: Sequence[When],
    published: Mapping[ArticleId, PublicationDay] = MappingProxyType({}),
    alike: Callable[[EventMention, EventMention], float] = lambda one, other: 1.0,
) -> list[list[EventMention]]:
    """Return the happenings with each undated one joined to the only day-dated one of its kind with its people.

    "Talks with Ito" in one article are "Ito met the mayor on Monday" of another when no second meeting with Ito is
    dated. Two candidates: the evidence does not decide, and it stays by itself; so does what came out before that day,
    and what is like none of the sentences that tell of it. `alike`: the probability that two mentions are of one.
    """
    dated: dict[tuple[str, PersonId], list[int]] = {}
    for index, (mentions, when) in enumerate(zip(happenings, whens, strict=True)):
        if when.precision == "day":
            for family in _kinds(mentions):
                for person in sorted(_people(mentions)):
                    dated.setdefault((family, person), []).append(index)
    joined = [list(mentions) for mentions in happenings]
    for index, (mentions, when) in enumerate(zip(happenings, whens, strict=True)):
        target = _sole(mentions, dated, happenings) if when.date is None else None
        if (
            target is not None
            and not any(is_before(each, happenings[target], published) for each in mentions)
            and _are_like(mentions, happenings[target], alike)
        ):
            joined[target] += mentions
            joined[index] = []
    return _in_order(joined)


def _are_like(
    left: Sequence[EventMention],
    right: Sequence[EventMention],
    alike: Callable[[EventMention, EventMention], float],
) -> bool:
    # Of 40 undated mentions of 21 hand-read events that one kind and its people alone would join 18 tell of something
    # else; of the 16 that are less alike 9 do.
    return any(alike(one, other) >= BESIDE for one in left[:COMPARED] for other in right[:COMPARED])


def _in_order(joined: Sequence[list[EventMention]]) -> list[list[EventMention]]:
    """Return the groups that are not empty, each in the order of `EventMention.key`."""
    return [sorted(mentions, key=lambda mention: mention.key) for mentions in joined if mentions]


def join_same_day(happenings: Sequence[list[EventMention]], whens: Sequence[When]) -> list[list[EventMention]]:
    """Return the happenings with those of one kind and one day joined, unless their actors tell them apart.

    "Two men were arrested on Monday" and "the arrest on Monday of the brothers" are one; "Ito met Brandt on Monday" and
    "Ito met Dahl on Monday" are two.
    """
    joined = [list(mentions) for mentions in happenings]
    groups = Groups(len(joined))
    for one, other in sorted(candidate_pairs(map(_days_and_kinds, happenings, whens), FULL)):
        low, high = sorted((groups.root(one), groups.root(other)))
        if low != high and _can_be_one(joined[low], joined[high]):
            groups.unite(low, high)
            joined[low] += joined[high]
            joined[high] = []
    return _in_order(joined)


def join_within(happenings: Sequence[list[EventMention]], whens: Sequence[When]) -> list[list[EventMention]]:
    """Return the happenings with what is told of a year or month joined to the only one within it that can be the same.

    "Dahl was fired last week" is what others tell of Tuesday, and "was kidnapped a year ago" what others tell of
    August 2013: the kind agrees, and who did it or whom it was done to.
    """
    within: dict[tuple[str, str], list[int]] = {}
    for index, when in enumerate(whens):
        for coarse in _coarser(when.date or "") if when.end is None else ():
            for kind in _kinds_of_any(happenings[index]):
                within.setdefault((coarse, kind), []).append(index)
    joined = [list(mentions) for mentions in happenings]
    for index, when in sorted(enumerate(whens), key=lambda at: (-len(at[1].date or ""), at[0])):
        if when.precision not in ("month", "year") or when.date is None or when.end is not None:
            continue
        near = {at for kind in _kinds_of_any(happenings[index]) for at in within.get((when.date, kind), ())}
        same = [at for at in sorted(near) if joined[at] and _tell_of_one(happenings[index], happenings[at])]
        if len(same) == 1:
            joined[same[0]] += joined[index]
            joined[index] = []
    return _in_order(joined)


def _coarser(value: str) -> list[str]:
    """Return the month and the year that an ISO 8601 value lies within; itself not."""
    return [value[:length] for length in (len("2024"), len("2024-05")) if length < len(value)]


def _tell_of_one(left: Sequence[EventMention], right: Sequence[EventMention]) -> bool:
    shared = ({m.doer for m in left} & {m.doer for m in right}) | (
        {m.done_to for m in left} & {m.done_to for m in right}
    )
    return bool(shared - {""}) and _can_be_one(left, right)


def _days_and_kinds(mentions: Sequence[EventMention], when: When) -> list[str]:
    """Return the keys under which a happening of a day, known or only told, can meet another one."""
    day = exact(when.date if when.date and when.precision == "day" else when.place)
    kinds = [*_kinds_of_any(mentions), *(f"spoken by {who}" for who in _speakers(mentions))]
    return [f"{day} {kind}" for kind in kinds] if day else []


def _speakers(mentions: Sequence[EventMention]) -> set[str]:
    """Return who said something then, when that is all that is told: what one person said in a day is one entry."""
    dated = [mention for mention in mentions if mention.time or mention.told]
    if not dated or not all(_is_spoken(mention) for mention in dated):
        return set()
    doers = {_speaker(mention) for mention in dated}
    return doers if len(doers) == 1 and all(doer.startswith("@") for doer in doers) else set()


def _speaker(mention: EventMention) -> str:
    """Return who said it, or whom its "he" probably means, as `EventMention.doer` does."""
    return mention.doer or (f"@{min(mention.likely)}" if len(mention.likely) == 1 else "")


def _is_spoken(mention: EventMention) -> bool:
    """Return whether somebody is told to have said, and to nobody by name, what they said: "Ito said on Monday"."""
    return mention.finite and (mention.families in ((SAYING,), (PRESS,)) or mention.printed in named("speaks"))


def agreeing(mentions: Sequence[EventMention]) -> list[EventMention]:
    """Return the mentions that name the actor whom most articles name; where none is named, all of them.

    Without a day only the actors say that two sentences report one happening.
    """
    actors: dict[tuple[str, str], set[ArticleId]] = {}
    for mention in mentions:
        if mention.finite and mention.doer:
            actors.setdefault(("doer", mention.doer), set()).add(mention.article_id)
        if mention.finite and mention.done_to:
            actors.setdefault(("done_to", mention.done_to), set()).add(mention.article_id)
    if not actors:
        return list(mentions)
    side, actor = min(actors, key=lambda key: (-len(actors[key]), key))
    return [mention for mention in mentions if getattr(mention, side) == actor]


def _kinds_of_any(mentions: Sequence[EventMention]) -> list[str]:
    """Return the kinds of what the dated mentions tell; a saying is no kind, since one day holds many."""
    found = {family for mention in mentions if mention.time or mention.told for family in mention.families}
    return sorted(found - {SAYING, MEETING})


def _can_be_one(left: Sequence[EventMention], right: Sequence[EventMention]) -> bool:
    """Return whether nothing tells two happenings of one kind and day apart."""
    if not _dated_places(left).isdisjoint(_dated_places(right)):
        return False
    if _speakers(left) & _speakers(right):
        return True
    if tell_other_shares(*({share for mention in told for share in mention.shares} for told in (left, right))):
        return False
    if all(m.planned for m in left) != all(m.planned for m in right) or _negated(left) != _negated(right):
        return False
    doers, done_to = ([{getattr(m, side) for m in told} for told in (left, right)] for side in ("doer", "done_to"))
    if may_be_same(*doers) and may_be_same(*done_to):
        return True
    # "The strikes destroyed a convoy", "warplanes destroyed the convoy": what is the same outweighs a description.
    return any(one[0] & one[1] - {""} and _are_described(*other) for one, other in ((doers, done_to), (done_to, doers)))


def _dated_places(mentions: Sequence[EventMention]) -> set[MentionPlace]:
    """Return the sentences that date a happening: where one dates two of a kind, they are two."""
    return {mention.place for mention in mentions if mention.time or mention.told}


def _are_described(left: set[str], right: set[str]) -> bool:
    return not any(actor.startswith("@") for actor in left | right)


def _negated(mentions: Sequence[EventMention]) -> bool:
    return all(mention.negated for mention in mentions)


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
