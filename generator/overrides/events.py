"""Applies what an editor states of events: their day, title and place, which are one or two, and new ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from generator.errors import CLOSEST
from generator.ids import word_id
from generator.overrides.entries import REDUNDANT, Entry, Overrides, precision_of
from generator.overrides.garbled import with_names
from generator.overrides.targets import (
    COPY_OR_DELETE,
    Claims,
    chosen,
    find_article,
    find_named,
    nearest,
    place_of,
    places,
)
from generator.records import BY_EDITOR, AnnotatedArticle, Event, EventId, Evidence, Finding, Span

LAST = 999  # behind every place within a day that the sources tell


def settle_events(
    events: tuple[Event, ...], articles: Sequence[AnnotatedArticle], overrides: Overrides
) -> tuple[tuple[Event, ...], tuple[Finding, ...]]:
    """Return the events as the editor states them, in the order of the timeline."""
    entries = overrides.of("events")
    events = with_names(events, articles)
    if not entries:
        return events, ()
    timeline = _Timeline(list(events), articles, entries)
    for entry in entries:
        if entry.get("split"):
            timeline.split(entry)
    told = [(entry, timeline.find(entry)) for entry in entries if not entry.get("add")]
    for key in ("not_in", "join", "title", "date", "hide", "order", "reviewed", "remark"):
        for entry, event in told:
            if event is not None and (setting := entry.get(key)):
                timeline.settle(entry, event, key, setting.value)
    for entry in entries:
        if entry.get("add"):
            timeline.add(entry)
    return timeline.finished(), tuple(timeline.findings)


@dataclass(slots=True)
class _Timeline:
    """The events in the course of being settled."""

    events: list[Event]
    articles: Sequence[AnnotatedArticle]
    entries: Sequence[Entry]
    findings: list[Finding] = field(default_factory=list)
    claims: Claims = field(init=False)
    became: dict[EventId, EventId] = field(default_factory=dict)
    placed: dict[EventId, int] = field(default_factory=dict)
    halves: dict[str, EventId] = field(default_factory=dict)
    """By the line of the entry that split it off, the event that the words have become."""

    def __post_init__(self) -> None:
        self.claims = Claims(self.findings)

    def find(self, entry: Entry) -> EventId | None:
        """Return the event that an entry is about; None when there is none, which is told."""
        if entry.where in self.halves:
            return self.halves[entry.where]
        event = self._named(entry)
        if isinstance(event, Finding):
            self.findings.append(event)
            return None
        return event.id

    def _named(self, entry: Entry) -> Event | Finding:
        return find_named_event(entry, self.events, self.articles, self.entries)

    def _now(self, event: EventId) -> EventId:
        while event in self.became:
            event = self.became[event]
        return event

    def _at(self, event: EventId) -> int | None:
        return next((i for i, known in enumerate(self.events) if known.id == event), None)

    def split(self, entry: Entry) -> None:
        """Make what the entry's words tell an event of its own."""
        event = self._named(entry)
        if isinstance(event, Finding):
            return  # `find` tells it
        if event.id in self.halves.values():
            self.halves[entry.where] = event.id
            return
        own = [part for part in event.evidence if _tells(part, entry, self.articles)]
        rest = [part for part in event.evidence if part not in own]
        if not rest:
            same = "split is not needed any more: these words are all that tells of the event"
            self.findings.append(Finding(REDUNDANT, entry.where, same, "Delete it"))
            self.halves[entry.where] = event.id
            return
        text = _sentence_of(own[0], self.articles)
        kept = next((name for part in rest for name in part.ids if name == event.id), None)
        stays = kept or next((name for part in rest for name in part.ids), None)
        fresh = next((name for part in own for name in part.ids if name != stays), None)
        fresh = fresh or EventId(word_id(own[0].article_id, text))
        stays = stays or EventId(word_id(rest[0].article_id, _sentence_of(rest[0], self.articles)))
        place = self._at(event.id)
        assert place is not None
        self.events[place : place + 1] = [
            replace(event, id=stays, evidence=tuple(rest)),
            replace(event, id=fresh, evidence=tuple(own), label=text if stays == event.id else event.label, dissent=""),
        ]
        self.halves[entry.where] = fresh

    def settle(self, entry: Entry, target: EventId, key: str, value: object) -> None:
        """Apply one thing that an entry states of an event. What is no fact of it (a remark) is shown by `marks`."""
        # What was joined is one event by now, so a title of the one and another of the other are two words on it.
        if not self.claims.claim(self._now(target), key, entry, value):  # type: ignore[arg-type]
            return
        place = self._at(self._now(target))
        if place is None:
            return  # hidden, or nothing is left of it
        event = self.events[place]
        if key == "hide":
            del self.events[place]
        elif key == "date":
            self.events[place] = _dated(event, str(value) if value else None, entry)
        elif key == "title":
            self.events[place] = replace(event, label=str(value))
        elif key == "order":
            self.placed[event.id] = cast(int, value)
        elif key == "not_in":
            self._take_from(entry, place, cast("tuple[str, ...]", value))
        elif key == "join":
            for other in cast("tuple[Entry, ...]", value):
                self._join(entry, event.id, place_of(other, entry))

    def _take_from(self, entry: Entry, place: int, articles: tuple[str, ...]) -> None:
        event = self.events[place]
        for name in articles:
            if not any(part.article_id == name for part in event.evidence):
                near = nearest(name, {part.article_id for part in event.evidence})
                what = f"{name} does not tell of this event" + (f"{CLOSEST}{near}" if near else "")
                self.findings.append(entry.stale(what, "Name the article by its id, or delete this entry"))
        left = tuple(part for part in event.evidence if part.article_id not in articles)
        if not left:
            what = "no article would be left that tells of this event"
            self.findings.append(entry.stale(what, "State `hide: true` to take it off the timeline"))
            return
        self.events[place] = replace(event, evidence=left)

    def _join(self, entry: Entry, target: EventId, other: Entry) -> None:
        found = find_named_event(replace(other, section="events"), self.events, self.articles, self.entries)
        if isinstance(found, Finding):
            self.findings.append(found)
            return
        one, two = self._at(self._now(target)), self._at(found.id)
        if one is None or two is None or one == two:
            self.findings.append(Finding(REDUNDANT, entry.where, "join is not needed: it is one event", "Delete it"))
            return
        event, joined = self.events[one], self.events[two]
        self.events[one] = _joined(event, joined)
        self.became[joined.id] = event.id
        del self.events[two]

    def add(self, entry: Entry) -> None:
        """Add an event that the rules did not find, told by the sentence that the entry's words stand in."""
        found = find_article(entry, self.articles)
        if isinstance(found, Finding):
            self.findings.append(found)
            return
        spans = places(found.article, entry)
        told = [s.span for s in found.sentences if any(s.span.overlaps(span) for span in spans[:1])]
        if len(spans) != 1 or not told:
            what = f'{"several places" if spans else "no place"} in {entry.article} has: "{entry.words}"'
            self.findings.append(entry.stale(what, "Copy more of the words" if spans else COPY_OR_DELETE))
            return
        title, date = entry.get("add"), entry.get("date")
        assert title is not None
        span = Span(told[0].start, told[-1].end)
        identity = EventId(word_id(found.article.id, f"{span.of(found.article.text)} {title.value}"))
        named = {mention.person for mention in found.mentions if span.covers(mention.span) and mention.person}
        day = str(date.value) if date and date.value else None
        event = Event(
            *(identity, None, None, "none", "", str(title.value)),
            (Evidence(found.article.id, span, ids=(identity,)),),
            people=tuple(sorted(named)),
        )
        self.events.append(replace(_dated(event, day, entry), reason=f"added by an editor ({entry.where})"))
        if order := entry.get("order"):
            self.placed[identity] = cast(int, order.value)

    def finished(self) -> tuple[Event, ...]:
        """Return the events in the order of the timeline; those with a place stated at that place of their day."""
        ordered = sorted((event for event in self.events if event.id not in self.placed), key=_place_on_timeline)
        for event in sorted((e for e in self.events if e.id in self.placed), key=lambda e: (self.placed[e.id], e.id)):
            days = [i for i, other in enumerate(ordered) if other.date == event.date]
            first = days[0] if days else sum(_day_of(other) < _day_of(event) for other in ordered)
            at = first + min(self.placed[event.id] - 1, len(days))
            ordered.insert(at, replace(event, order=self.placed[event.id]))
        return tuple(ordered)


def find_named_event(
    entry: Entry, events: Sequence[Event], articles: Sequence[AnnotatedArticle], entries: Sequence[Entry]
) -> Event | Finding:
    """Return the event that an entry names, by the title or day that it had or by one that another entry gave it."""
    return find_named(entry, entries, lambda each: find_event(each, events, articles))


def find_event(entry: Entry, events: Sequence[Event], articles: Sequence[AnnotatedArticle]) -> Event | Finding:
    """Return the one event that the entry's words report, or why there is none."""
    found = find_article(entry, articles)
    if isinstance(found, Finding):
        return found
    spans = places(found.article, entry)
    told = [event for event in events if any(_reports(event, found.article.id, span) for span in spans)]
    if entry.which:
        told = chosen(entry.which, told, lambda event: (event.label, event.date or ""))
    if len(told) == 1:
        return told[0]
    if told:
        labels = "; ".join(f"{event.label} ({event.date or 'no day'})" for event in told)
        step = "Add `which:`, the title or the day of the one you mean"
        return entry.stale(f'"{entry.words}" reports several events: {labels}', step)
    texts = [
        evidence.span.of(found.article.text)
        for event in events
        for evidence in event.evidence
        if evidence.article_id == found.article.id
    ]
    near = nearest(entry.words, texts)
    which = f", and {entry.which}" if entry.which else ""
    what = f'no event in {entry.article} is told with: "{entry.words}"{which}'
    return entry.stale(what + (f"{CLOSEST}“{near}”" if near else ""), COPY_OR_DELETE, gone=bool(spans))


def _reports(event: Event, article: str, span: Span) -> bool:
    return any(evidence.article_id == article and evidence.span.overlaps(span) for evidence in event.evidence)


def _tells(part: Evidence, entry: Entry, articles: Sequence[AnnotatedArticle]) -> bool:
    found = next(found for found in articles if found.article.id == part.article_id)
    return found.article.id == entry.article and any(part.span.overlaps(span) for span in places(found.article, entry))


def _sentence_of(part: Evidence, articles: Sequence[AnnotatedArticle]) -> str:
    return next(part.span.of(found.article.text) for found in articles if found.article.id == part.article_id)


def _joined(event: Event, other: Event) -> Event:
    """Return two events as one: the title and the day of the first, the evidence and the people of both."""
    parts = {(part.article_id, part.span): part for part in other.evidence}
    for part in event.evidence:
        same = parts.pop((part.article_id, part.span), None)
        if same:
            part = replace(part, ids=tuple(sorted({*part.ids, *same.ids})))
        parts[part.article_id, part.span] = part
    lead = event.evidence[0]
    evidence = sorted(
        parts.values(), key=lambda p: ((p.article_id, p.span) != (lead.article_id, lead.span), p.article_id, p.span)
    )
    differ = event.date and other.date and event.date != other.date
    return replace(
        event if event.date else replace(other, id=event.id, label=event.label),
        evidence=tuple(evidence),
        people=tuple(sorted({*event.people, *other.people})),
        planned=event.planned and other.planned,
        background=event.background and other.background,
        dissent=f"joined by an editor; the sources give {event.date} and {other.date}" if differ else event.dissent,
    )


def _dated(event: Event, day: str | None, entry: Entry) -> Event:
    precision, reason = precision_of(day), f"{BY_EDITOR} ({entry.where})"
    when = "" if day else event.when
    return replace(event, date=day, end=None, precision=precision, reason=reason, order=0, dissent="", when=when)


def _day_of(event: Event) -> tuple[bool, str]:
    return event.date is None, event.date or ""


def _place_on_timeline(event: Event) -> tuple[bool, str, int, EventId]:
    return (*_day_of(event), event.order or LAST, event.id)
