"""One article's metadata out of what its format and its lines state, each with how it is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.clean.credits import WITHOUT_DAY
from generator.clean.head import split_suffix
from generator.clean.page import LineFact, Page, shown
from generator.clean.publisher import SOURCE_ALONE
from generator.clean.stamps import day_first
from generator.records import Metadata, Stated

WEAK = ("file name", "address", "day of saving", "subject of a mail that was passed on", "date of the mail")
"""How the reader names evidence that it fell back upon: whatever the text states goes before it."""


def gather(given: Metadata, facts: Iterable[LineFact], language: str | None) -> Metadata:
    """Return the metadata. What the format states stands unless it is `WEAK`; a line that says otherwise is told."""
    given, suffix = _without_site(given)
    facts = [*facts, *suffix]
    best: dict[str, LineFact] = {}
    for fact in map(_without_edges, facts):
        if fact.value.strip() and (fact.field not in best or fact.rank < best[fact.field].rank):
            best[fact.field] = fact
    found = {field: Stated(fact.value, fact.how) for field, fact in best.items()}
    if language is not None:
        found["language"] = Stated(language, "its commonest words" if language != "und" else "its script")
    merged = {}
    for field, stated in found.items():
        own: Stated | None = getattr(given, field)
        # A file's name is the weakest witness of all, but for the source of a story that others may have printed.
        weaker = own is not None and (stated.how in WEAK or best.get(field, _NO_FACT).rank >= SOURCE_ALONE)
        if own is None or not own.value.strip() or (own.how.startswith(WEAK) and not weaker):
            merged[field] = stated
        elif field in ("published", "language") and not _agree(own.value, stated.value):
            merged[field] = replace(own, how=f"{own.how}; but {stated.how} says {stated.value}")
    return replace(given, **merged)


def day_by_language(page: Page, language: str | None) -> list[LineFact]:
    """Return the day of a publication line in figures that only English leaves open: "05/06/2023" on a page in Spanish.

    `language`: that of the text. Several lines that differ tell nothing.
    """
    if language is None or language in ("en", "und"):
        return []
    facts: dict[str, LineFact] = {}
    for block, verdict in zip(page.blocks, page.verdicts, strict=True):
        if verdict is not None and verdict.reason == WITHOUT_DAY and (day := day_first(block.text)):
            facts[day] = LineFact("published", day, f"line {shown(block.text)} in the order of its language", 3)
    return list(facts.values()) if len(facts) == 1 else []


_NO_FACT = LineFact("title", "", "")
_NAMES = ("outlet", "origin", "byline")
_EDGES = " \t\u00a0-–—*_|•·:;,/"


def _without_edges(fact: LineFact) -> LineFact:
    """Return a name without the marks that its line sets around it: "SOURCE-Town Post-" names "Town Post"."""
    return replace(fact, value=fact.value.strip(_EDGES)) if fact.field in _NAMES else fact


def _without_site(given: Metadata) -> tuple[Metadata, list[LineFact]]:
    """Return the metadata with the site's name taken off the page title, and the outlet that it states."""
    if given.title is None:
        return given, []
    title, outlet = split_suffix(given.title.value)
    known = given.outlet.value if given.outlet else None
    if known and (found := re.search(rf"\s[|–—-]\s(?:the\s)?{re.escape(known)}$", given.title.value, re.IGNORECASE)):
        return replace(given, title=Stated(given.title.value[: found.start()], given.title.how)), []
    if outlet is None:
        return given, []
    how = f"{given.title.how}, '{given.title.value[len(title) :].strip()}' after it"
    return replace(given, title=Stated(title, given.title.how)), [LineFact("outlet", outlet, how, 2)]


def _agree(ours: str, theirs: str) -> bool:
    return ours.startswith(theirs) or theirs.startswith(ours) or ours.partition("-")[0] == theirs
