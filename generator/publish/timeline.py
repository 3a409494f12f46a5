"""The timeline: every event by day, the story first and its background folded by period where there are many.

On a timeline of few events all stands open in the order of the days. On a longer one a reader meets what the articles
are about before what they tell to explain it, and of each day what several sources tell before what one alone does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from generator import days
from generator.publish import charts, linked, permalinks, templates
from generator.publish.edition import Edition
from generator.records import Event

MANY_EVENTS = 40  # more than that is no timeline to be read from end to end
MANY_DAYS = 14  # of the story, and stops of the rail; with more, both go by months, or by years
MOST_PERIODS = 12  # months of one part; with more, it goes by years
LEADING_EVENTS = 2  # of a day of which no two sources tell the same
SIZES = 5  # of a mark in the rail


@dataclass(frozen=True, slots=True)
class Day:
    """The events of one day or period as the sources give it, under one heading."""

    anchor: str
    title: str
    weekday: str
    told: tuple[Event, ...]
    rest: tuple[Event, ...]
    """What one source alone tells, where there is much; it opens on request."""

    @property
    def events(self) -> tuple[Event, ...]:
        """Return all of them."""
        return self.told + self.rest


@dataclass(frozen=True, slots=True)
class Period:
    """Days that open together."""

    name: str
    """ "" for days that stand open."""
    days: tuple[Day, ...]
    first: Event
    """The event that most sources tell, of equals the first; it stands for the period while that is closed."""
    is_open: bool

    @property
    def number(self) -> int:
        """Return of how many events it is made."""
        return sum(len(day.events) for day in self.days)


@dataclass(frozen=True, slots=True)
class TimelinePart:
    """The story, or its background."""

    anchor: str
    title: str
    """ "" for the one part of a timeline of few events."""
    periods: tuple[Period, ...]

    @property
    def days(self) -> tuple[Day, ...]:
        """Return the days of all its periods."""
        return tuple(day for period in self.periods for day in period.days)

    @property
    def number(self) -> int:
        """Return of how many events it is made."""
        return sum(period.number for period in self.periods)

    @property
    def level(self) -> int:
        """Of the headings of its days."""
        return 3 if self.title else 2


@dataclass(frozen=True, slots=True)
class Stop:
    """A link of the rail."""

    anchor: str
    name: str
    size: int
    """Of its mark, 1 to `SIZES`: how many sources tell its best told event; 0: it has none."""


def timeline(edition: Edition) -> bytes:
    """Return every event, grouped by day."""
    parts = parts_of(edition)
    columns = charts.day_columns(edition.core_events, permalinks.TIMELINE)
    named = {person for event in edition.digest.events for person in event.people}
    meta = {
        "digest_page": "timeline",
        "title": "Timeline",
        "description": f"{len(edition.digest.events)} events by day, with the sentences.",
    }
    return templates.page(
        edition,
        permalinks.TIMELINE,
        "timeline.html",
        meta,
        number_of_days=len({(event.date, event.end, event.when) for event in edition.digest.events}),
        listed=parts,
        rail=rail(edition, parts),
        **charts.strips(columns, "Events of the story by day: "),
        largest=charts.largest(columns),
        people=[person for person in edition.digest.people if person.id in named],
        linked=linked.timeline(edition),
    )


def parts_of(edition: Edition) -> list[TimelinePart]:
    """Part the events of a digest: all in one where they are few, else the story and what is told to explain it."""
    events = edition.digest.events
    seen: Counter[str] = Counter()
    if len(events) <= MANY_EVENTS:
        listed = _days(edition, events, seen)
        return [TimelinePart("", "", (Period("", listed, events[0], True),))] if listed else []
    story = [event for event in events if not event.background]
    background = [event for event in events if event.background]
    parts = [
        ("the-story", "The story", _periods(edition, _days(edition, story, seen), fold_from=MANY_DAYS + 1)),
        ("background", "Background", _periods(edition, _days(edition, background, seen), fold_from=1)),
    ]
    return [TimelinePart(anchor, title, periods) for anchor, title, periods in parts if periods]


def _days(edition: Edition, events: Sequence[Event], seen: Counter[str]) -> tuple[Day, ...]:
    """Return the days of some events. `seen`: anchors that the page has; a day may come twice."""
    made = []
    for (value, end, told), group in groupby(events, key=lambda event: (event.date, event.end, event.when)):
        known = days.in_words(value, end)
        title = ", ".join([*([f"“{told}”"] if told else []), *([known] if known else [])]) or "No day given"
        anchor = f"day-{value}" + (f"-{end}" if end else "") if value else "day-unknown"
        seen[anchor] += 1
        name = anchor if seen[anchor] == 1 else f"{anchor}-{seen[anchor]}"
        made.append(Day(name, title, "" if end else days.weekday(value), *_told_and_rest(edition, tuple(group))))
    return tuple(made)


def _told_and_rest(edition: Edition, events: tuple[Event, ...]) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """Part the events of a day: those that lead, and, on a timeline of many, what one source alone tells."""
    if len(edition.digest.events) <= MANY_EVENTS:
        return events, ()
    several = [event for event in events if len(edition.carriers(event)) > 1] or events[:LEADING_EVENTS]
    rest = tuple(event for event in events if event not in several)
    return (tuple(several), rest) if len(rest) > 1 else (events, ())


def _periods(edition: Edition, listed: tuple[Day, ...], fold_from: int) -> tuple[Period, ...]:
    """Gather days by month, or by year: open together where they are fewer than `fold_from`."""
    if not listed:
        return ()
    if len(listed) < fold_from:
        return (Period("", listed, _best(edition, listed), True),)
    best = _best(edition, listed)
    # Of a story of many days the period is open in which most sources tell one thing.
    return tuple(
        Period(name, group, _best(edition, group), fold_from > 1 and any(best in day.events for day in group))
        for name, group in _gathered(listed)
    )


def _gathered(listed: Sequence[Day]) -> list[tuple[str, tuple[Day, ...]]]:
    """Gather days by month, or by year where there are too many months, each with its name."""
    length = 7 if len({_key(day, 7) for day in listed}) <= MOST_PERIODS else 4
    groups = [tuple(group) for _, group in groupby(listed, key=lambda day: _key(day, length))]
    return [(_name(group, length), group) for group in groups]


def _key(day: Day, length: int) -> str:
    return (day.told[0].date or "")[:length]


def _name(listed: Sequence[Day], length: int) -> str:
    """Return what a period is called: what all its days lie in, or the one day that it is."""
    return listed[0].title if len(listed) == 1 else days.in_words(_key(listed[0], length)) or "No day given"


def _best(edition: Edition, listed: Iterable[Day]) -> Event:
    return max((event for day in listed for event in day.events), key=lambda event: len(edition.carriers(event)))


def rail(edition: Edition, parts: Sequence[TimelinePart]) -> list[Stop]:
    """Return the stops of a timeline: its days, or its periods where there are too many to be looked over."""
    stops: list[Stop] = []
    year = _year(parts)
    for part in parts:
        if part.anchor == "background":
            stops.append(Stop(part.anchor, part.title, 0))
        elif len(part.days) <= MANY_DAYS:
            stops += [Stop(day.anchor, _short(day, year), _size(edition, (day,))) for day in part.days]
        else:
            stops += [Stop(group[0].anchor, name, _size(edition, group)) for name, group in _gathered(part.days)]
    return stops if len(stops) > 1 else []


def _year(parts: Sequence[TimelinePart]) -> str:
    """Return the year that most days are of."""
    counted = Counter(_key(day, 4) for part in parts for day in part.days if _is_exact(day))
    return max(counted, key=lambda year: (counted[year], year), default="")


def _short(day: Day, year: str) -> str:
    """Return a day as it is told beside others: "19 June" without the year that most are of."""
    return day.title.removesuffix(f" {year}") if _is_exact(day) else day.title


def _is_exact(day: Day) -> bool:
    return len(day.told[0].date or "") == len("2023-06-19")


def _size(edition: Edition, listed: Sequence[Day]) -> int:
    """Return the size of a mark: by how many of all sources tell what most tell there."""
    share = len(edition.carriers(_best(edition, listed))) / max(1, len(edition.articles))
    return min(SIZES, max(1, ceil(share * SIZES)))
