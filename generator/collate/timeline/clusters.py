"""Event mentions that report one happening: first those surely alike, then what is told without a day beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.collate.timeline.actors import may_be_same
from generator.collate.timeline.average_link import ComparedPairs, average_link
from generator.collate.timeline.likeness import NEAR, MentionLikeness
from generator.collate.timeline.mentions.event_mention import MEETING, EventMention

# Probabilities. Lower ones name more of an entry's sources, and more sentences that tell of something else: a quarter
# of them, with the cosine of words and verbs that was here before more than a third.
ALIKE = 0.3  # of the pairs of two groups on average
BESIDE = 0.25  # of the likest pairs of a group without a day and one with
LIKEST = 3
CLEARLY = 0.05  # by which such a group is liker to one with a day than to any other; else the evidence does not decide
FULL = 100  # mentions of one kind up to which all are compared with each other
FULL_RARE = 30  # ... of one kind that share a rare word or a person, where there are more of the kind
RARE_WORDS = 3  # by which a mention looks for others where its kind has too many


def group(mentions: Sequence[EventMention]) -> list[list[EventMention]]:
    """Return the mentions in groups, one a happening, in the order of their first mention. Order in does not matter."""
    mentions = sorted(mentions, key=lambda mention: mention.key)
    likeness = MentionLikeness(mentions)
    keyed = (([mention.families for mention in mentions], FULL), (_rare_keys(mentions), FULL_RARE))
    found = ComparedPairs(keyed, likeness.of)
    groups = average_link(len(mentions), found.that_may_join(len(mentions), ALIKE), ALIKE)
    return [[mentions[i] for i in members] for members in _beside_a_day(groups, found, mentions)]


def _beside_a_day(
    groups: list[list[int]], compared: ComparedPairs, mentions: Sequence[EventMention]
) -> list[list[int]]:
    """Return the groups with those that no sentence dates in the likest one of those with a day, where one is.

    A long report names its happening once with its day and often without: each such sentence is like a few of those
    that tell the happening, and not like all of them. What more articles tell than the one with a day is not dated by
    it: "fifty were killed earlier this week" beside the killing that all others are about.
    """
    articles = [len({mentions[i].article_id for i in group}) for group in groups]
    dated = {at for at, group in enumerate(groups) if any(mentions[i].time or mentions[i].told for i in group)}
    at = {member: number for number, group in enumerate(groups) for member in group}
    whom = [{_suffers(mentions[i]) for i in group} - {""} for group in groups]
    who = [{mentions[i].doer for i in group if mentions[i].finite} - {""} for group in groups]
    near: dict[int, dict[int, list[float]]] = {}
    for left, right, value in compared:
        here, there = at[left], at[right]
        if here in dated:
            here, there = there, here
        if here in dated or there not in dated or articles[here] > articles[there]:
            continue
        apart = whom[here] and whom[there] and whom[here].isdisjoint(whom[there])  # "Ito was charged", "Dahl was"
        # "The panel ruled for Ito", "the Supreme Court ruled on Monday"
        if not apart and may_be_same(who[here], who[there]):
            likest = near.setdefault(here, {}).setdefault(there, [])
            likest.append(value)
            if len(likest) > LIKEST:
                likest.remove(min(likest))
    joined = [list(group) for group in groups]
    for here, values in sorted(near.items()):
        (there, value), *others = sorted(
            ((there, _likest(told)) for there, told in values.items()), key=lambda found: (-found[1], found[0])
        )
        rival = others[0][1] if others else 0.0
        if value >= BESIDE and value - rival >= CLEARLY:
            joined[there] += joined[here]
            joined[here] = []
    return sorted(sorted(group) for group in joined if group)


def _suffers(mention: EventMention) -> str:
    """Return the person whom it is done to; "" where no name tells who, or where it is done by two to each other."""
    return mention.done_to if mention.done_to.startswith("@") and MEETING not in mention.families else ""


def _likest(values: Sequence[float]) -> float:
    return sum(sorted(values, reverse=True)) / len(values)


def _rare_keys(mentions: Sequence[EventMention]) -> list[list[str]]:
    """Return the keys by which the mentions of a kind that is told too often find each other."""
    kinds = Counter(family for mention in mentions for family in mention.families)
    words = Counter(stem for mention in mentions for stem in _near(mention))
    keys = []
    for mention in mentions:
        rare = sorted((stem for stem in _near(mention) if words[stem] > 1), key=lambda stem: (words[stem], stem))
        names = [*rare[:RARE_WORDS], *(f"@{person}" for person in sorted(mention.people))]
        keys.append([f"{family} {name}" for family in mention.families if kinds[family] > FULL for name in names])
    return keys


def _near(mention: EventMention) -> set[str]:
    return {stem for stem, distance in mention.content if distance <= NEAR}
