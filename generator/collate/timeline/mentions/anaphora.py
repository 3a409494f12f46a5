"""Which happening "the meeting" means: the one of that kind that the article told last."""

from __future__ import annotations

from collections.abc import Sequence

from generator.collate.timeline.mentions.event_mention import EventMention

REACH = 6  # sentences back
MOST = 8  # mentions of the kind looked at, so that a long article stays linear


def antecedents(mentions: Sequence[EventMention]) -> dict[EventMention, EventMention]:
    """Return, for each mention that points back, the mention it points to; the mentions of one article in order."""
    back: dict[EventMention, EventMention] = {}
    told: dict[str, list[EventMention]] = {}
    for mention in mentions:
        if mention.anaphoric and mention.time is None:
            found = [
                first for name in mention.families for first in told.get(name, ())[-MOST:] if _fits(mention, first)
            ]
            if found:
                back[mention] = max(found, key=lambda first: first.trigger)
                continue
        for name in mention.families:
            told.setdefault(name, []).append(mention)
    return back


def _fits(mention: EventMention, first: EventMention) -> bool:
    """Return whether "the meeting" can mean `first`: near, of the same number, not of other people, no background."""
    if first.time is not None and first.time.precision != "day":
        return False
    strangers = bool(mention.people and first.people and not mention.people & first.people)
    return mention.sentence - first.sentence <= REACH and mention.plural == first.plural and not strangers
