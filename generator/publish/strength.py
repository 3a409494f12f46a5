"""With which strength the site names who said something: as certain, as likely, or not at all."""

from __future__ import annotations

from generator.annotate.confidence import CERTAIN
from generator.records import Quote, Report

NOT_KNOWN = "Speaker not known"


def is_likely(said: Quote | Report) -> bool:
    """Return whether the decision who said something is below the bar from which it is published as certain."""
    return said.confidence < CERTAIN


def as_likely(name: str, likely: bool) -> str:
    """Return a name as the site prints it beside somebody's words: "Ann Okoro", "likely Ann Okoro"."""
    return f"likely {name}" if likely else name
