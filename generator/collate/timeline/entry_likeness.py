"""How likely two entries of one day tell one happening: by their likest sentences, who does it, and their labels."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from itertools import chain

from generator.collate.timeline.labels import Label
from generator.collate.timeline.likeness import MentionLikeness
from generator.collate.timeline.mentions.event_mention import EventMention, MentionPlace
from generator.collate.timeline.mentions.links import Link
from generator.collate.timeline.repeats import LabelRarity, telling
from generator.records import AnnotatedArticle, ArticleId

# Weights of a logistic regression over the 343 pairs of entries of one day in twenty hand-read events that no law below
# keeps apart, 59 of which tell one happening. Without the event that is judged, 24 of the 33 pairs above even odds do,
# and five more that the hand-made answers keep apart and a reader would not. Twenty other features brought nothing.
BIAS = -3.3
LIKEST = 2.8  # of the likest pair of their mentions
SAME_PERSON = 1.5  # does both: "Ito issued a statement", "Ito admitted that she had met the mayor"
SAME_KIND = 0.6  # ... is described alike: "the court ruled", "a nurse was tested", "the first nurse left"
HELD = 13.4  # of the share of the one label's weight that the other holds, the smaller of the two
MOST_HELD = 0.25
WITHIN = 2.0  # most sentences of the one stand under the other as well
MOSTLY = 0.75
_YEAR = re.compile(r"[12]\d{3}")
COMPARED = 12  # mentions of an entry that are compared with those of another
# Odds from which two are one of which the one is told of no day, or of a month that the other's day lies in. Of 15 such
# pairs of 47 folders that readers judged, 13 were told twice.
APART = 1.0
NEVER, SURELY = float("-inf"), float("inf")
# Probability from which the two that the labels tell are one, whatever else their sentences tell. Of twenty pairs above
# it in eighty folders that had no part in the fit eighteen were.
SURE = 0.75
# Sentences that tell both, and likest pair, from which two entries are a deed and what came of it: all five such pairs
# of a hundred folders were.
TOGETHER = 3
ALIKE = 0.9


class EntryLikeness:
    """Tells of two entries of one day whether they tell one happening in different words."""

    def __init__(
        self,
        happenings: Sequence[Sequence[EventMention]],
        labels: Mapping[int, Label],
        articles: Mapping[ArticleId, AnnotatedArticle],
        likeness: MentionLikeness,
        rarity: LabelRarity,
        links: Iterable[Link] = (),
    ) -> None:
        """Learn what the folder tells. `links`: what its words say of two happenings, which are never one."""
        number = {mention: index for index, told in enumerate(happenings) for mention in told}
        labelled = {label.mention for label in labels.values()}
        linked = [(number.get(link.first), number.get(link.second), {link.first, link.second}) for link in links]
        self._linked = {(first, second) for first, second, _ in linked}
        self._told_apart = {(first, second) for first, second, both in linked if both & labelled}
        self._likeness = likeness
        self._rarity = rarity
        self._happenings = happenings
        # Entries of one year share its number, which says nothing of what was done in it.
        self._stems = {
            index: frozenset(stem for stem in telling(label.text) if not _YEAR.fullmatch(stem))
            for index, label in labels.items()
        }
        self._places = {index: {mention.place for mention in happenings[index]} for index in labels}
        self._planned = {index: all(mention.planned for mention in happenings[index]) for index in labels}
        here = {
            index: [m for m in happenings[index] if label.text in _sentence(m, articles)] or list(happenings[index])
            for index, label in labels.items()
        }
        self._doers = {index: _doers(told) for index, told in here.items()}
        self._told = {index: label.mention for index, label in labels.items()}
        self._labelled = {index: {mention.place for mention in told} for index, told in here.items()}

    def near(self, one: int) -> frozenset[int]:
        """Return the entries that share a telling word of a label, or a sentence, with one: none else is surely it."""
        keys: chain[object] = chain(self._stems[one], self._places[one])
        return frozenset(chain.from_iterable(self._entries_of[key] for key in keys)) - {one}

    @cached_property
    def _entries_of(self) -> dict[object, list[int]]:
        """The entries that have each stem of a label, and each place."""
        found: defaultdict[object, list[int]] = defaultdict(list)
        for index, stems in self._stems.items():
            for key in chain[object](stems, self._places[index]):
                found[key].append(index)
        return found

    def are_one(self, one: int, other: int) -> bool:
        """Return whether two entries, by their indices, are likelier to tell one happening than two."""
        return self._odds(one, other) > 0

    def are_surely_one(self, vague: int, other: int) -> bool:
        """Return whether two entries tell one happening though nothing says that they are of one day.

        The first may also tell as to come what the other tells as done.
        """
        return self._odds(vague, other, overtaken=self._planned[vague]) >= APART

    def _odds(self, one: int, other: int, *, overtaken: bool = False) -> float:
        """Return the logarithm of the odds that two entries tell one happening; NEVER where a law keeps them apart."""
        # Of two groups one may hold a sentence of the other; what their labels tell is what a reader sees.
        places, doers = (self._places[one], self._places[other]), (self._doers[one], self._doers[other])
        here, there = self._stems[one], self._stems[other]
        if here.isdisjoint(there) and places[0].isdisjoint(places[1]) and doers[0].isdisjoint(doers[1]):
            return NEVER  # as nearly all are: their sentences alone, however alike, are not enough (`BIAS`, `LIKEST`)
        both, same = places[0] & places[1], doers[0] & doers[1]
        left, right = (_times_in(self._happenings[index], both) for index in (one, other))
        timed = [(left[place], right[place]) for place in both if left[place] and right[place]]
        if timed and all(one_time.isdisjoint(other_time) for one_time, other_time in timed):
            return NEVER  # "Dahl was arrested on Monday night, and was in court on Tuesday"
        shared = len(both)
        # A deed and what came of it: "the attack that killed two", "opened fire, killing two".
        together = shared >= TOGETHER and self._likest(one, other) >= ALIKE
        sure = together or self._is_told_twice(one, other)
        if {(one, other), (other, one)} & (self._told_apart if sure else self._linked):
            return NEVER  # "Ito visited Havn on Monday", "a funeral was held during the visit"
        if self._planned[one] != self._planned[other] and not overtaken:
            return NEVER  # "Ito is to appear in court on Monday", "Ito gave herself up on Monday"
        if together:
            return SURELY
        held = min(self._rarity.held(here, there), self._rarity.held(there, here), MOST_HELD)
        within = shared >= MOSTLY * min(map(len, places))
        # One sentence tells them as two: "Dahl gave himself up on Monday after a jury charged him".
        if (shared and not within and not same and not sure) or self._labelled[one] & self._labelled[other]:
            return NEVER
        odds = BIAS + HELD * held
        if same:
            odds += SAME_PERSON if any(map(_is_person, same)) else SAME_KIND
        # "Roy said on Monday that she would dismiss Dahl, who is charged with fraud" is no part of the charges.
        if within and (same or not any(map(_is_person, self._doers[one] | self._doers[other]))):
            odds += WITHIN
        return odds + LIKEST * self._likest(one, other) if odds + LIKEST > 0 else NEVER

    def _is_told_twice(self, one: int, other: int) -> bool:
        here, there = self._told[one], self._told[other]
        return here is not None and there is not None and self._likeness.between(here, there) >= SURE

    def _likest(self, one: int, other: int) -> float:
        left, right = (self._happenings[index][:COMPARED] for index in (one, other))
        return max((self._likeness.between(here, there) for here in left for there in right), default=0.0)


def _doers(mentions: Sequence[EventMention]) -> frozenset[str]:
    """Return who does what the sentence of the label tells, or whom its "he" probably means."""
    return frozenset({_doer(mention) for mention in mentions if mention.finite} - {""})


def _times_in(mentions: Sequence[EventMention], places: Set[MentionPlace]) -> Mapping[MentionPlace, Set[object]]:
    """Return the times that some sentences give what is told, each as its value, else as its place."""
    found: dict[MentionPlace, set[object]] = {place: set() for place in places}
    for mention in mentions:
        time = mention.dating or mention.told
        if mention.place in places and time:
            found[mention.place].add(time.value or time.span)
    return found


def _is_person(doer: str) -> bool:
    return doer.startswith("@")


def _doer(mention: EventMention) -> str:
    return mention.doer or (f"@{min(mention.likely)}" if len(mention.likely) == 1 else "")


def _sentence(mention: EventMention, articles: Mapping[ArticleId, AnnotatedArticle]) -> str:
    found = articles[mention.article_id]
    return " ".join(found.sentences[mention.sentence].span.of(found.article.text).split())
