"""What the words say of two happenings: "after the vote", "minutes before it began", "a festival that includes"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from generator.collate.timeline.lexicon import named
from generator.collate.timeline.mentions.event_mention import EventMention

Relation = Literal["before", "after", "during"]

_OPENERS: dict[str, Relation] = {
    "after": "after",
    "following": "after",
    "once": "after",
    "before": "before",
    "until": "before",
    "during": "during",
    "amid": "during",
}


REACH = 40  # mentions back that "earlier" may come before, so that a long article stays linear


@dataclass(frozen=True, slots=True)
class Link:
    """`first` happened before, after or during `second`, as the words of `first`'s sentence tell."""

    first: EventMention
    relation: Relation
    second: EventMention
    words: str
    """The word that tells it."""
    hours: bool = False
    """The words tell hours or minutes between the two: they share their day."""
    carried: bool = False
    """A "later" in the sentence after: the day goes on unless the text says otherwise."""

    @property
    def key(self) -> tuple[object, ...]:
        """Sorts links the same way whatever order the articles came in."""
        return (self.first.key, self.second.key, self.relation)


def links_of(mentions: Sequence[EventMention]) -> list[Link]:
    """Return the links between the event mentions of one article, given in the order of its text."""
    links: list[Link] = []
    earlier: list[EventMention] = []
    for _, group in groupby(mentions, key=lambda mention: mention.sentence):
        sentence = list(group)
        links += _between_clauses(sentence)
        links += _parts(sentence)
        links += _to_earlier_sentences(sentence, earlier)
        earlier = [*earlier, *sentence][-REACH:]
    return links


def _between_clauses(sentence: Sequence[EventMention]) -> Iterator[Link]:
    clauses = [list(group) for _, group in groupby(sentence, key=lambda mention: mention.span)]
    for i, clause in enumerate(clauses):
        relation = _OPENERS.get(clause[0].opener)
        # "After the vote, Ito said" looks forward to its main clause; "spoke after the vote" back.
        main = clauses[i - 1] if i else clauses[i + 1] if len(clauses) > 1 else []
        if relation:
            pairs = ((first, second) for first in main for second in clause)
            yield from (Link(a, relation, b, clause[0].opener, _tells_hours(a)) for a, b in pairs)
    for clause in clauses:
        yield from _around_it(sentence[0], clause)


def _around_it(subject: EventMention, clause: Sequence[EventMention]) -> Iterator[Link]:
    """Link "The match was called off minutes before it began": "it" is the sentence's first happening."""
    for mention in clause:
        opener, pronoun = (*mention.next_words, "", "")[:2]
        if opener in ("before", "after") and pronoun in named("it"):
            yield Link(mention, _OPENERS[opener], subject, opener, _tells_hours(mention))


def _tells_hours(mention: EventMention) -> bool:
    return bool(named("hours") & set(mention.words))


def _parts(sentence: Sequence[EventMention]) -> Iterator[Link]:
    """Link "a festival that includes a race": the race falls within the festival."""
    for mention in sentence:
        if not named("includes") & set(mention.words[: mention.place]):
            continue
        wholes = [
            whole for whole in sentence if whole.trigger.start < mention.trigger.start and whole.span != mention.span
        ]
        if wholes:
            yield Link(mention, "during", wholes[-1], "included")


def _to_earlier_sentences(sentence: Sequence[EventMention], earlier: Sequence[EventMention]) -> Iterator[Link]:
    if not earlier:
        return
    before = [mention for mention in earlier if mention.sentence == earlier[-1].sentence]
    for mention in sentence:
        if _says(mention, frozenset(["earlier"])) and mention.time and mention.time.precision == "day":
            yield from (Link(mention, "before", other, "earlier") for other in earlier)
        elif _says(mention, named("later")) and mention.sentence - before[0].sentence == 1:
            yield from (Link(mention, "after", other, "later", carried=mention.finite) for other in before)


def _says(mention: EventMention, wanted: frozenset[str]) -> bool:
    """Return whether the clause has the word by itself: not "two years later", not "later this year"."""
    words = mention.words
    return any(
        word in wanted and not named("longer") & {*words[max(0, i - 1) : i], *words[i + 1 : i + 2]}
        for i, word in enumerate(words)
    )
