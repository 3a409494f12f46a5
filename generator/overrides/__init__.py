"""What an editor states in `seeds/overrides.yml`: it always wins, or is reported; it is never dropped or moved.

`entries` reads the file, `targets` finds the words that an entry names, `articles`, `people` and `events` apply.
"""

from __future__ import annotations

from generator.overrides.articles import apply_overrides
from generator.overrides.entries import NONE, Entry, Overrides, read_overrides
from generator.overrides.events import settle_events
from generator.overrides.people import StatedSpeaker, settle_people, stated_speakers

__all__ = (
    "NONE",
    "Entry",
    "Overrides",
    "StatedSpeaker",
    "apply_overrides",
    "read_overrides",
    "settle_events",
    "settle_people",
    "stated_speakers",
)
