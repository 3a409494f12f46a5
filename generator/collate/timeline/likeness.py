"""How likely two mentions report one happening: by what their sentences share and what tells them apart."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date

from generator.collate.timeline.average_link import dot
from generator.collate.timeline.lexicon import named
from generator.collate.timeline.mentions.event_mention import (
    MEETING,
    PRESS,
    SAYING,
    EventMention,
    MentionPlace,
    tell_other_shares,
)
from generator.collate.timeline.mentions.times import plain_value
from generator.collate.timeline.splitting import APART

NEAR = 3  # telling words on each side of the event word that count in full
FAR_WEIGHT = 0.4  # of the sentence's other words
OPENING = 2  # sentences in which an article tells what it is about

# Weights of a logistic regression over pairs of mentions of a family: labelled ones of ECB+ (66 folders) and of the
# hand-made answers for twelve events, 16,522 pairs. Without the event that is judged they find the pairs with an
# average precision of .57, the cosine of the words with hand-set weights did with .50. Fifty other features (who
# suffers it, possessors, nouns against verbs) brought nothing more.
BIAS = -1.94
WORDS = 4.65  # of the cosine of the sentences' telling words, the event word left out
PARTICIPANT = 1.87  # of the share of rarity that common participants have
OPENINGS = 1.54  # both stand in their article's opening
SAME_WORD = 0.89
SAME_DAY = 0.97
SAME_NUMBER = 0.85
SAME_ARTICLE = -0.84  # an article seldom tells one happening twice
DAYS_APART = -0.71  # other days, so near that one of two sources may be wrong
TIMES_APART = -1.13
COARSE_BESIDE_NONE = -0.88  # one is told of a year or month, mostly background, the other of no time
OTHER_NUMBER = -0.65  # "meetings" and "the meeting"
OTHER_MOOD = -0.46  # one planned, the other told as having happened
OTHER_PEOPLE = -1.07  # each names somebody whom the other does not
# Not fitted but set by reading folders that had no part in the fit: two that "announced" something share no happening,
# while "the visit" is mostly the one; and where more is told, more pairs share a word by chance.
NOTHING = -1.0  # two verbs have nothing in common but themselves
CHANCE = -0.5  # times the logarithm of how many times USUAL sentences tell of something
USUAL = 120


@dataclass(frozen=True, slots=True)
class _ComparedMention:
    """Of one mention what every pair that it stands in asks for."""

    mention: EventMention
    place: MentionPlace
    vector: dict[str, float]
    stems: frozenset[str]
    value: str | None
    nominal: bool
    """Whether its value is that of a day without a date."""
    meets: bool
    """Of a meeting, which is another one with every other partner."""
    opens: bool
    named: frozenset[str]
    speaker: str
    """The person or body who only says something; "" where no name tells who."""
    suffers: str
    """The person whom it is done to; "" where no name tells who."""
    does: frozenset[str]
    """The one person who does it; empty where no name tells who, or where it is done by two to each other."""
    around: frozenset[str]
    """Who takes part in it or may, as `does` names them."""


class MentionLikeness:
    """Tells of two mentions of a folder how likely they report one happening."""

    def __init__(self, mentions: Sequence[EventMention]) -> None:
        """Learn from all mentions of the folder which words and participants are rare in it."""
        told: dict[MentionPlace, set[str]] = {}
        for mention in mentions:
            told.setdefault(mention.place, set()).update(stem for stem, _ in mention.content)
            told[mention.place] |= mention.participants
        self._count = len(told)
        held_by = Counter(word for words in told.values() for word in words)
        self._rarities = {word: math.log((1 + self._count) / (1 + held)) for word, held in held_by.items()}
        self._chance = CHANCE * math.log(max(self._count / USUAL, 1.0))
        # "Was charged with fraud", "was indicted on charges": the noun and its verb tell of one person.
        self._suffers = {
            (mention.article_id, mention.clause, family): mention.done_to
            for mention in mentions
            for family in mention.families
            if mention.word == mention.clause and mention.done_to.startswith("@")
        }
        self._told = [self._of_one(mention) for mention in mentions]
        self._number = {mention: number for number, mention in enumerate(mentions)}
        self._between: dict[tuple[str | None, str | None], float] = {}

    def between(self, one: EventMention, other: EventMention) -> float:
        """Return the probability that two of the mentions report one happening."""
        return self.of(self._number[one], self._number[other])

    def of(self, one: int, other: int) -> float:
        """Return the probability that two mentions, by their numbers, report one happening.

        Asked by the hundred thousand, mostly of two that share nothing: so what is seldom there is looked for first.
        """
        here, there = self._told[one], self._told[other]
        left, right = here.mention, there.mention
        if here.place == there.place and (left.clause != right.clause or left.people != right.people):
            return 0.0  # two clauses, or two partners, of one sentence tell two happenings
        if here.speaker and there.speaker and here.speaker != there.speaker:
            return 0.0  # "Ito said on Monday", "Dahl said", "the Port Authority said"
        if here.suffers and there.suffers and here.suffers != there.suffers:
            return 0.0  # "Ito was charged", "Dahl was charged"
        if left.shares and tell_other_shares(left.shares, right.shares):
            return 0.0
        if here.does and there.does and _by_another(here, there) and _by_another(there, here):
            return 0.0  # "Ito won the vote", "Dahl won praise"; "Ito beat Dahl", "Dahl won in Havn"
        if here.value is there.value is None:
            times = 0.0
        elif here.nominal == there.nominal:
            times = self._times(here.value, there.value)
        else:  # a date, and a weekday of which nobody knows the date
            times = self._times(None if here.nominal else here.value, None if there.nominal else there.value)
        if (here.meets or (times < 0 and left.dating and right.dating)) and differ(left.people, right.people):
            return 0.0  # "Ito met Brandt", "Ito met Dahl"; "Ito spoke on Monday", "Dahl spoke on Tuesday"
        words = 0.0 if here.vector.keys().isdisjoint(there.vector) else dot(here.vector, there.vector)
        rare = 0.0
        shared = not left.participants.isdisjoint(right.participants)
        if shared:
            rare = self._rarity(left.participants & right.participants)
        odds = BIAS + WORDS * words + PARTICIPANT * rare + self._chance
        odds += NOTHING * (not words and not shared and left.finite and right.finite)
        odds += OPENINGS * (here.opens and there.opens and (bool(words) or shared))
        odds += SAME_WORD * (left.printed == right.printed or not here.stems.isdisjoint(there.stems))
        odds += SAME_NUMBER * (not left.numbers.isdisjoint(right.numbers))
        odds += SAME_ARTICLE * (left.article_id == right.article_id)
        odds += OTHER_NUMBER * (left.plural != right.plural) + OTHER_MOOD * (left.mood != right.mood)
        if here.named and there.named:
            odds += OTHER_PEOPLE * differ(here.named, there.named)
        return 1 / (1 + math.exp(-(odds + times)))

    def _times(self, one: str | None, other: str | None) -> float:
        value = self._between.get((one, other))
        if value is None:
            value = self._between[one, other] = _times(one, other)
        return value

    def _of_one(self, mention: EventMention) -> _ComparedMention:
        return _ComparedMention(
            mention,
            mention.place,
            self._vector(mention),
            frozenset(_event_stems(mention)),
            _value(mention),
            mention.time is None and mention.nominal is not None,
            MEETING in mention.families,
            mention.sentence < OPENING,
            frozenset(mention.people | mention.likely),
            _speaker(mention),
            self._suffered_by(mention),
            _does(mention),
            frozenset(f"@{person}" for person in mention.people | mention.likely),
        )

    def _suffered_by(self, mention: EventMention) -> str:
        if MEETING in mention.families:
            return ""  # "Ito met Brandt", "Brandt met Ito"
        if mention.done_to:
            return mention.done_to if mention.done_to.startswith("@") else ""
        here = ((mention.article_id, mention.clause, family) for family in mention.families)
        return next((self._suffers[key] for key in here if key in self._suffers), "")

    def _rarity(self, shared: Iterable[str]) -> float:
        """Return how rare participants are together: 1 for one that a single sentence names."""
        names = math.log(1 + self._count)
        return sum([self._rarities[name] for name in sorted(shared)]) / names

    def _vector(self, mention: EventMention) -> dict[str, float]:
        weights: dict[str, float] = {}
        for stem, distance in mention.content:
            if distance:
                weight = (1.0 if distance <= NEAR else FAR_WEIGHT) * (self._rarities[stem] + 1)
                if weight > weights.get(stem, 0.0):
                    weights[stem] = weight
        length = math.sqrt(sum([weight**2 for _, weight in sorted(weights.items())])) or 1.0
        return {name: weight / length for name, weight in weights.items()}


def _by_another(one: _ComparedMention, other: _ComparedMention) -> bool:
    """Return whether who does the one has no part in the other, or only that it is done to them."""
    return one.does.isdisjoint(other.around) or one.does == {other.suffers}


def _does(mention: EventMention) -> frozenset[str]:
    """Return the one person who does it, or whom its "she" probably means, as `EventMention.doer` does."""
    if MEETING in mention.families:
        return frozenset()
    if not mention.doer and mention.finite and len(mention.likely) == 1:
        return frozenset(f"@{person}" for person in mention.likely)
    return frozenset([mention.doer] if mention.doer.startswith("@") else [])


def _event_stems(mention: EventMention) -> set[str]:
    return {stem for stem, distance in mention.content if not distance}


def _times(left: str | None, right: str | None) -> float:
    """Return what the times of two mentions say."""
    values = [value for value in (left, right) if value]
    if not values:
        return 0.0
    if len(values) == 1:
        return COARSE_BESIDE_NONE * (len(values[0]) < len("2024-05-14"))
    first, second = values
    if first == second:
        return SAME_DAY
    if first.startswith(second) or second.startswith(first):
        return 0.0
    days = len(first) == len(second) == len("2024-05-14")
    near = days and abs(date.fromisoformat(first) - date.fromisoformat(second)) <= APART
    return DAYS_APART if near else TIMES_APART


def _speaker(mention: EventMention) -> str:
    """Return the person or body whose words are all that is told of: "Ito said", "Ito told reporters", "Ito tweeted".

    "" where no name tells who. "The captain wrote" may be Ito's writing; "the Port Authority said" is no person's.
    """
    if mention.families == (SAYING,):
        return mention.doer if mention.doer.startswith("@") or not mention.people else ""
    spoken = mention.families == (PRESS,) or (mention.finite and mention.printed in named("speaks"))
    return mention.doer if spoken and mention.doer.startswith("@") else ""


def _value(mention: EventMention) -> str | None:
    time = mention.dating or mention.weak_time
    return plain_value(time)[0] if time else None


def differ(left: Set[str], right: Set[str]) -> bool:
    """Return whether each side names what the other does not: "Ito met Brandt", "Ito met Dahl"."""
    return not (left <= right or right <= left)
