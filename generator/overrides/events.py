"""Applies what an editor states of events: their date, or that they are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.overrides.entries import Entry, Overrides
from generator.overrides.targets import COPY_OR_DELETE, Claims, find_article, nearest, places
from generator.records import AnnotatedArticle, Event, EventId, Finding, Precision, Span

PRECISIONS: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}


def settle_events(
    events: tuple[Event, ...], articles: Sequence[AnnotatedArticle], overrides: Overrides
) -> tuple[tuple[Event, ...], tuple[Finding, ...]]:
    """Return the events as the editor states them, in the order of the timeline.

    Raises `DigestError` when two entries contradict each other.
    """
    if not overrides.of("events"):
        return events, ()
    current = {event.id: event for event in events}
    findings: list[Finding] = []
    claims = Claims()
    for entry in overrides.of("events"):
        event = find_event(entry, events, articles)
        if isinstance(event, Finding):
            findings.append(event)
            continue
        for setting in entry.settings:
            if not claims.claim(event.id, setting.key, entry, setting.value):
                continue
            if setting.key == "hide":
                current.pop(event.id, None)
            elif event.id in current:
                day = str(setting.value) if setting.value else None
                current[event.id] = _dated(current[event.id], day, entry)
    return tuple(sorted(current.values(), key=_place_on_timeline)), tuple(findings)


def find_event(entry: Entry, events: Sequence[Event], articles: Sequence[AnnotatedArticle]) -> Event | Finding:
    """Return the one event that the entry's words report, or why there is none."""
    found = find_article(entry, articles)
    if isinstance(found, Finding):
        return found
    spans = places(found.article, entry)
    told = {event.id: event for event in events if any(_reports(event, found.article.id, span) for span in spans)}
    if len(told) == 1:
        return next(iter(told.values()))
    if told:
        labels = "; ".join(event.label for event in told.values())
        return entry.stale(f'"{entry.words}" reports several events: {labels}', "Copy words that only one of them has")
    texts = [
        evidence.span.of(found.article.text)
        for event in events
        for evidence in event.evidence
        if evidence.article_id == found.article.id
    ]
    near = nearest(entry.words, texts)
    what = f'no event in {entry.article} is told with: "{entry.words}"' + (f"\n  closest: “{near}”" if near else "")
    return entry.stale(what, COPY_OR_DELETE, gone=bool(spans))


def _reports(event: Event, article: str, span: Span) -> bool:
    return any(evidence.article_id == article and evidence.span.overlaps(span) for evidence in event.evidence)


def _dated(event: Event, day: str | None, entry: Entry) -> Event:
    precision = PRECISIONS[len(day)] if day else "none"
    reason = f"stated by an editor ({entry.where})"
    return replace(event, date=day, end=None, precision=precision, reason=reason, order=0, dissent="")


def _place_on_timeline(event: Event) -> tuple[bool, str, int, EventId]:
    return (event.date is None, event.date or "", event.order, event.id)
