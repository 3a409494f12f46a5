"""Which sentences under an entry surely tell it, and which only may: those that share little with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.collate.timeline.likeness import MentionLikeness
from generator.collate.timeline.mentions.event_mention import EventMention, MentionPlace
from generator.collate.timeline.repeats import LabelRarity, telling

# Of 269 sentences without a day under entries of twelve hand-read events 117 told something else. Below both bars lie
# 94, of which 63 do; with .15 and .6 it would be 120, of which 74 do.
SHARED = 0.1  # of the weight of the label's telling words
ALIKE = 0.5  # probability that the sentence and one with a day report one happening
COMPARED = 20  # mentions with a day that a sentence is compared with


class Certainty:
    """Tells of the sentences under an entry which of them surely report it."""

    def __init__(self, likeness: MentionLikeness, rarity: LabelRarity) -> None:
        self._likeness = likeness
        self._rarity = rarity

    def sure_in(
        self, parts: Iterable[tuple[Sequence[EventMention], str]], sentences: Mapping[MentionPlace, str]
    ) -> frozenset[MentionPlace]:
        """Return the places that surely report an entry or, under their own labels, those that became one with it."""
        found = (self.sure(entry, label, sentences) for entry, label in parts)
        return frozenset(place for places in found for place in places)

    def sure(
        self, entry: Sequence[EventMention], label: str, sentences: Mapping[MentionPlace, str]
    ) -> frozenset[MentionPlace]:
        """Return the places that surely report an entry. `sentences`: the words of each place."""
        at: dict[MentionPlace, list[EventMention]] = {}
        for mention in entry:
            at.setdefault(mention.place, []).append(mention)
        dated = [mention for mention in entry if mention.time or mention.told] or list(entry)
        # Two that "issued" something share no happening by that word alone.
        acts = {stem for mention in entry for stem, distance in mention.content if not distance}
        whole = telling(label)
        stems = whole - acts or whole
        done = any(not mention.negated for mention in dated)  # then "was not allowed to" tells something else
        return frozenset(
            place
            for place, here in at.items()
            if not (done and all(mention.negated for mention in here))
            and (
                any(mention.time or mention.told for mention in here)
                or label in " ".join(sentences[place].split())
                or self._share(sentences[place], whole, stems) >= SHARED
                or self._is_alike(here, [mention for mention in dated if mention.place != place][:COMPARED])
            )
        )

    def _share(self, sentence: str, *stems: frozenset[str]) -> float:
        """Return the share of the weight of each of these that a sentence has, of that of which it has least."""
        told = telling(sentence)
        return min(self._rarity.held(each, told) for each in stems)

    def _is_alike(self, here: Sequence[EventMention], others: Sequence[EventMention]) -> bool:
        return any(self._likeness.between(one, other) >= ALIKE for one in here for other in others)
