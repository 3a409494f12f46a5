"""What an editor states in `seeds/overrides.yml`: it always wins, or is reported; it is never dropped or moved.

`entries` reads the file, `targets` finds the words that an entry names, `marks` is what the site shows of it; each of
the others applies what is stated of one kind of thing: names to be masked and blocks before the rules read the text,
articles, quotes and reports before collation, people, statements, dates, events and rows where each is made.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.errors import DigestError, Problem
from generator.overrides.articles import apply_overrides, purged
from generator.overrides.dates import settle_dates
from generator.overrides.entries import CONFLICT, NONE, STALE, TOLD, Entry, Overrides, read_overrides
from generator.overrides.events import settle_events
from generator.overrides.marks import marks_of
from generator.overrides.masks import mask_names, masked_in_settings
from generator.overrides.people import StatedSpeaker, settle_people, stated_speakers, with_new_people
from generator.overrides.reports import NO_RETELLINGS, StatedRetellings, stated_retellings
from generator.overrides.rows import settle_rows
from generator.overrides.statements import stated_bonds
from generator.records import Finding


def stops(finding: Finding) -> bool:
    """Return whether nothing may be published with this finding: a take-down that is not met, or a conflict."""
    return finding.fatal or finding.weight == CONFLICT


def stop_where_unmet(findings: Iterable[Finding], draft: bool = False) -> None:
    """Raise `DigestError` that tells every entry that may not be passed over.

    `draft`: nothing is published yet, so the first of two words that contradict each other may hold until an editor
    has decided. A take-down that found nothing to take down stops all the same.
    """
    unmet = [found for found in findings if found.fatal or (stops(found) and not draft)]
    if unmet:
        problems = (Problem(f.where, f.what, f.next_step, fatal=True, against=f.against) for f in unmet)
        raise DigestError(*problems)


__all__ = (
    "NONE",
    "NO_RETELLINGS",
    "STALE",
    "TOLD",
    "Entry",
    "Overrides",
    "StatedRetellings",
    "StatedSpeaker",
    "apply_overrides",
    "marks_of",
    "mask_names",
    "masked_in_settings",
    "purged",
    "read_overrides",
    "settle_dates",
    "settle_events",
    "settle_people",
    "settle_rows",
    "stated_bonds",
    "stated_retellings",
    "stated_speakers",
    "stop_where_unmet",
    "stops",
    "with_new_people",
)
