"""Which sentences under an entry surely tell what its label tells, and which only may."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.collate.timeline.labels import Label
from generator.collate.timeline.likeness import MentionLikeness
from generator.collate.timeline.mentions.event_mention import EventMention, MentionPlace
from generator.collate.timeline.repeats import LabelRarity, telling
from generator.collate.timeline.weighing import SOURCES, source_signs
from generator.weights import likelihood

# Of 2,437 sentences under entries of 186 folders beside the one that the label is from, a third told what the label
# tells. With weights from other folders 618 are above the bar: 74 of 100 tell it, 17 a part of it or in passing.
SURE = 0.5
DENIED = "negated=True of False"  # "was not allowed to" tells something else than what was done
COMPARED = 20  # mentions with a day that a sentence is compared with


class Certainty:
    """Tells of the sentences under an entry which of them surely report what its label tells."""

    def __init__(self, likeness: MentionLikeness, rarity: LabelRarity) -> None:
        self._likeness = likeness
        self._rarity = rarity

    def sure(
        self, entry: Sequence[EventMention], label: Label, sentences: Mapping[MentionPlace, str]
    ) -> frozenset[MentionPlace]:
        """Return the places that surely report an entry. `sentences`: the words of each place, white space folded."""
        return frozenset(
            place
            for place, signs in self.signs(entry, label, sentences)
            if label.text in sentences[place] or (DENIED not in signs and likelihood(SOURCES, signs) >= SURE)
        )

    def signs(
        self, entry: Sequence[EventMention], label: Label, sentences: Mapping[MentionPlace, str]
    ) -> Iterator[tuple[MentionPlace, list[str]]]:
        """Yield each place of an entry with the signs by which it is weighed."""
        at: dict[MentionPlace, list[EventMention]] = {}
        for mention in entry:
            at.setdefault(mention.place, []).append(mention)
        dated = [mention for mention in entry if mention.time or mention.told] or list(entry)
        told = label.mention or dated[0]
        whole = telling(label.text)
        # Two that "issued" something share no happening by that word alone.
        acts = {stem for mention in entry for stem, distance in mention.content if not distance}
        for place, here in at.items():
            words = telling(sentences[place])
            others = [mention for mention in dated if mention.place != place][:COMPARED]
            nearest = [max((self._likeness.between(one, other) for one in here), default=0.0) for other in others]
            held = self._rarity.held(whole, words)
            likeness = {
                "share": min(held, self._rarity.held(whole - acts or whole, words)),
                "held": held,
                "back": self._rarity.held(words, whole),
                "alike": max(nearest, default=0.0),
                "mean": sum(nearest) / max(1, len(nearest)),
                "label": 1.0 if told.place == place else max(self._likeness.between(one, told) for one in here),
            }
            signs = [*source_signs(here, told, label.text, sentences[place], likeness), f"places={min(4, len(at))}"]
            yield place, signs
