"""Whether a clause reports a happening, plans it or supposes it; and whether it points back to one already told."""

from __future__ import annotations

from collections.abc import Sequence

from generator.collate.timeline.lexicon import Form, is_finite, named
from generator.collate.timeline.mentions.clauses import Clause
from generator.collate.timeline.mentions.event_mention import Mood

LOOK_BACK = 9  # words before the event word in which its auxiliary stands
LOOK_AHEAD = 3  # words behind a noun in which "will" or "is scheduled" stands
LOOK_BACK_NOUN = 4  # words before a noun in which its determiner stands: "the nearly empty second concert"


def mood(words: Sequence[Form], clause: Clause, at: int) -> Mood:
    """Return how the clause tells the event word at index `at`."""
    first = max(clause.first, at - LOOK_BACK)
    # As printed: "May" is a month, "may" supposes; "Will" is a name.
    before = [word.text.replace("’", "'") for word in words[first:at]]
    after = {word.text for word in words[at + 1 : at + 1 + LOOK_AHEAD]}
    if _is_definite(words, at):
        # "his visit" has happened or is going on, unless the words beside it say that it is to come.
        to_come = named("upcoming") & set(before[-2:]) or named("wills") & after or named("plans") & after
        return "planned" if to_come else "reported"
    if is_finite(words[at]) and not named("infinitive") & set(before[-2:]):
        return "reported"
    return _mood_before(before)


def _mood_before(before: Sequence[str]) -> Mood:
    """Return what the nearest word of planning or supposing says, if there is one."""
    for place in range(len(before) - 1, -1, -1):
        word, behind = before[place], before[place + 1 : place + 2]
        if word in named("plans") or (word in named("plans-with-to") and behind == ["to"]):
            return "planned"
        if word in named("being") and behind == ["to"]:
            return "planned"
        if word in named("supposes"):
            return "hypothetical"
    return "reported"


def is_anaphoric(words: Sequence[Form], at: int) -> bool:
    """Return whether the event word is "the meeting", "that trip", with no word before or behind that says which."""
    behind = words[at + 1].text.lower() if at + 1 < len(words) else ""
    return (
        at > 0
        and not is_finite(words[at])
        and words[at - 1].text.lower() in named("pointing")
        and behind not in named("complements")
        and not words[at].capital
    )


def _is_definite(words: Sequence[Form], at: int) -> bool:
    """Return whether the word is a noun behind "the", "his" or "Ito's", adjectives between them allowed."""
    for i in range(at - 1, max(-1, at - 1 - LOOK_BACK_NOUN), -1):
        lower = words[i].text.lower()
        if lower in named("definite") or lower.endswith(("'s", "’s")):
            return not is_finite(words[at])
        if lower in named("indefinite") or is_finite(words[i]) or lower in named("governing"):
            return False
    return False
