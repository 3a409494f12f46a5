"""Finds which reports an editor states to tell what a quotation has, and which to tell what no other does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from generator.overrides.entries import Entry, Overrides
from generator.overrides.statements import OverriddenPlace, place_in
from generator.overrides.targets import find_article, find_report, place_of
from generator.records import AnnotatedArticle, Finding, QuoteId


@dataclass(frozen=True, slots=True)
class StatedRetellings:
    """What an editor states of what reports tell."""

    same: Mapping[QuoteId, tuple[OverriddenPlace, ...]] = field(default_factory=dict)
    """By report, words of quotations that tell the same."""
    apart: frozenset[QuoteId] = frozenset()
    """Reports of what nobody else reports, and nobody quotes."""


NO_RETELLINGS = StatedRetellings()


def stated_retellings(
    articles: Sequence[AnnotatedArticle], overrides: Overrides
) -> tuple[StatedRetellings, tuple[Finding, ...]]:
    """Return what the editor states; `apply_overrides` has told of reports that are not there."""
    same: dict[QuoteId, tuple[OverriddenPlace, ...]] = {}
    apart: set[QuoteId] = set()
    findings: list[Finding] = []
    for entry in overrides.of("reports"):
        found = find_article(entry, articles)
        report = found if isinstance(found, Finding) else find_report(entry, found)
        if isinstance(report, Finding):
            continue
        if joined := entry.get("join"):
            met = (
                place_in(place_of(each, entry), articles, findings) for each in cast("tuple[Entry, ...]", joined.value)
            )
            same[report.id] = tuple(place for place in met if place is not None)
        if entry.get("apart"):
            apart.add(report.id)
    return StatedRetellings(same, frozenset(apart)), tuple(findings)
