"""What an editor states in `seeds/overrides.yml`: it always wins, or is reported; it is never dropped or moved.

`entries` reads the file, `targets` finds the words that an entry names, `articles`, `people` and `events` apply.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.errors import DigestError, Problem
from generator.overrides.articles import apply_overrides
from generator.overrides.entries import NONE, STALE, Entry, Overrides, read_overrides
from generator.overrides.events import settle_events
from generator.overrides.people import StatedSpeaker, settle_people, stated_speakers
from generator.records import Finding


def stop_where_unmet(findings: Iterable[Finding]) -> None:
    """Raise `DigestError` that tells every entry that takes something down and found nothing to take down."""
    unmet = [found for found in findings if found.fatal]
    if unmet:
        raise DigestError(*(Problem(found.where, found.what, found.next_step, fatal=True) for found in unmet))


__all__ = (
    "NONE",
    "STALE",
    "Entry",
    "Overrides",
    "StatedSpeaker",
    "apply_overrides",
    "read_overrides",
    "settle_events",
    "settle_people",
    "stated_speakers",
    "stop_where_unmet",
)
