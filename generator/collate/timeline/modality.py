"""Whether a clause reports a happening, plans it or supposes it; and whether it points back to one already told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from generator.collate.timeline.clauses import Clause
from generator.collate.timeline.words import Word, is_finite, named

Mood = Literal["reported", "planned", "hypothetical"]

LOOK_BACK = 9  # words before the event word in which its auxiliary stands
LOOK_BACK_NOUN = 4  # words before a noun in which its determiner stands: "the roughly 30-minute meeting"


def mood(words: Sequence[Word], clause: Clause, at: int) -> Mood:
    """Return how the clause tells the event word at index `at`."""
    first = max(clause.first, at - LOOK_BACK)
    before = [word.text.lower().replace("’", "'") for word in words[first:at]]
    determiner = _determiner(words, at)
    realised = determiner in named("definite") or _possessive_before(words, at)
    if words[at].text.lower().endswith("ed") and not {"be", "will", "to"} & set(before[-2:]):
        realised = realised or not before or before[-1] not in named("supposes")
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        if word in named("plans") and not (realised and word not in named("wills")):
            return "planned"
        if word in named("plans-with-to") and "to" in before[place + 1 : place + 2] and not realised:
            return "planned"
        if word in named("supposes") and not realised:
            return "hypothetical"
    return "reported"


def is_anaphoric(words: Sequence[Word], at: int) -> bool:
    """Return whether the event word is "the meeting", "that trip", with no word before or behind that says which."""
    behind = words[at + 1].text.lower() if at + 1 < len(words) else ""
    return (
        at > 0
        and not is_finite(words[at])
        and words[at - 1].text.lower() in named("pointing")
        and behind not in named("complements")
        and not words[at].capital
    )


def _determiner(words: Sequence[Word], at: int) -> str:
    for i in range(at - 1, max(-1, at - 1 - LOOK_BACK_NOUN), -1):
        lower = words[i].text.lower()
        if lower in named("definite") or lower in named("indefinite"):
            return lower
        if is_finite(words[i]):
            return ""
    return ""


def _possessive_before(words: Sequence[Word], at: int) -> bool:
    return any(word.text.endswith(("'s", "’s")) for word in words[max(0, at - 3) : at])
