"""Finds which quotes an editor states to be one statement, and which to stand by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from generator.overrides.entries import Entry, Overrides
from generator.overrides.targets import Claims, find_article, find_quote, place_of, places
from generator.records import AnnotatedArticle, ArticleId, Finding, Span

JOINED, APART = "joined", "apart"
OverriddenPlace = tuple[ArticleId, Span]


@dataclass(frozen=True, slots=True)
class StatedBonds:
    """What an editor states of which words are the same."""

    same: tuple[tuple[OverriddenPlace, OverriddenPlace, str], ...] = ()
    """Two places that are readings of one statement, with the line of the entry."""
    apart: tuple[OverriddenPlace, ...] = ()
    """Places that are readings of no other's statement."""


NO_BONDS = StatedBonds()


def stated_bonds(articles: Sequence[AnnotatedArticle], overrides: Overrides) -> tuple[StatedBonds, tuple[Finding, ...]]:
    """Return what the editor states."""
    same: list[tuple[OverriddenPlace, OverriddenPlace, str]] = []
    apart: list[OverriddenPlace] = []
    findings: list[Finding] = []
    claims = Claims(findings)
    for entry in overrides.of("statements"):
        if not (entry.get("join") or entry.get("apart")):
            continue
        place = place_in(entry, articles, findings)
        joined = entry.get("join")
        others = cast("tuple[Entry, ...]", joined.value) if joined else ()
        met = [place_in(place_of(other, entry), articles, findings) for other in others]
        for one in (place, *met):
            if one is not None:
                claims.claim(f"{one[0]} {one[1].start}", "it", entry, JOINED if others else APART, once=False)
        if place is not None:
            same += [(place, other, entry.where) for other in met if other is not None]
            apart += [] if others else [place]
    return StatedBonds(tuple(same), tuple(apart)), tuple(findings)


def place_in(entry: Entry, articles: Sequence[AnnotatedArticle], findings: list[Finding]) -> OverriddenPlace | None:
    """Return the place of a quote's words; where there is none, None and a finding more."""
    found = find_article(entry, articles)
    quote = found if isinstance(found, Finding) else find_quote(entry, found)
    if isinstance(found, Finding) or isinstance(quote, Finding):
        assert isinstance(quote, Finding)
        findings.append(quote)
        return None
    if quote.kind == "term":
        what = f'nobody said "{entry.words}": these words are a term'
        findings.append(entry.stale(what, "State its `kind:` under quotes first, or delete this entry"))
        return None
    inside = [span for span in places(found.article, entry) if quote.content.covers(span)]
    return found.article.id, inside[0]
