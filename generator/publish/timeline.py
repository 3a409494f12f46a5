"""The timeline: every event by day, the story first and its background folded by period where there are many.

On a timeline of few events all stands open in the order of the days. On a longer one a reader meets what the articles
are about before what they tell to explain it, and of each day what several sources tell before what one alone does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil

from generator import days
from generator.publish import charts, linked, permalinks, templates
from generator.publish.edition import Edition
from generator.publish.paged import MANY_EVENTS, PageOf, timeline_pages
from generator.records import ArticleId, Event, EventId

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
    page: int = 1
    """Of the timeline, on which it stands."""


def timeline(edition: Edition) -> dict[str, bytes]:
    """Return the pages of the timeline: every event, grouped by day."""
    events = edition.digest.events
    parts = parts_of(edition)
    stops = rail(edition, parts)
    made = {}
    for page in timeline_pages(events):
        address = permalinks.timeline_page(page.number)
        meta = {
            "digest_page": "timeline",
            "title": page.called("Timeline"),
            "description": f"{len(events)} events by day, with the sentences.",
        }
        columns = charts.day_columns(edition.core_events, address, edition.event_page) if page.number == 1 else []
        named = {person for event in page.entries for person in event.people}
        path = "timeline.md" if page.number == 1 else f"{address}index.md"
        made[path] = templates.page(
            edition,
            address,
            "timeline.html",
            meta,
            number_of_days=len({(event.date, event.end, event.when) for event in events}),
            listed=parts if page.pages == 1 else _on_page(edition, parts, {event.id for event in page.entries}),
            rail=stops,
            page=page,
            **charts.strips(columns, "Events of the story by day: "),
            largest=charts.largest(columns),
            people=[person for person in edition.digest.people if person.id in named],
            outlets=_outlets(edition, page),
            linked=linked.timeline(edition) if page.number == 1 else "",
        )
    return made


def _outlets(edition: Edition, page: PageOf[Event]) -> list[ArticleId]:
    """Return the articles that the page can be filtered by: all of them, on one page of several those it needs."""
    told = {article for event in page.entries for article in edition.carriers(event)} if page.pages > 1 else {}
    return [article_id for article_id in edition.articles if page.pages == 1 or article_id in told]


def _on_page(edition: Edition, parts: Sequence[TimelinePart], events: Collection[EventId]) -> list[TimelinePart]:
    """Return what of a timeline stands on a page. A day that goes over several has the same anchor on each."""
    made = []
    for part in parts:
        periods = []
        for period in part.periods:
            listed = tuple(day for each in period.days if (day := _of_day(each, events)) is not None)
            if listed:
                periods.append(replace(period, days=listed, first=_best(edition, listed)))
        if periods:
            made.append(replace(part, periods=tuple(periods)))
    return made


def _of_day(day: Day, events: Collection[EventId]) -> Day | None:
    told, rest = (tuple(event for event in part if event.id in events) for part in (day.told, day.rest))
    if not told and not rest:
        return None
    return replace(day, told=told, rest=rest) if told else replace(day, told=rest, rest=())


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
        title = days.in_words(value, end) or (f"“{told}”" if told else "No day given")
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
            stops.append(Stop(part.anchor, part.title, 0, _page_of(edition, part.days)))
        elif len(part.days) <= MANY_DAYS:
            stops += [_stop(edition, (day,), _short(day, year)) for day in part.days]
        else:
            stops += [_stop(edition, group, name) for name, group in _gathered(part.days)]
    return stops if len(stops) > 1 else []


def _stop(edition: Edition, listed: Sequence[Day], name: str) -> Stop:
    return Stop(listed[0].anchor, name, _size(edition, listed), _page_of(edition, listed))


def _page_of(edition: Edition, listed: Sequence[Day]) -> int:
    """Return the page on which days begin."""
    return min(edition.event_page[event.id] for event in listed[0].events)


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
