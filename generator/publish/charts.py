"""Small drawings as inline SVG. Each has a text twin on its page and uses no style attribute, so it passes the CSP."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from generator.days import MONTHS, WEEKDAYS
from generator.publish import permalinks
from generator.publish.markup import address, escape
from generator.records import Event, EventId

MOST_DOTS = 40  # in one column; past that a bar tells more than dots
MAX_COLUMNS = 7  # day columns that keep their labels apart on a phone of 360 CSS pixels
DIGITS = (  # drawn, since no reader of the page is to meet them as words: each name has its number beside it
    "M-2-2.5 1-4.5V4.5",
    "M-3-2.2C-3-5.4 3-5.4 3-2.2 3 0-3 3-3 4.5H3.2",
    "M-2.8-4.5H2.6L-.4-1C4.4-1.2 4 4.5-.2 4.5-1.6 4.5-2.6 3.8-3 2.8",
)
TICK = 0.02  # of a line's length: the mark of one day on it
LARGEST = 3  # marks that are numbered, and named under the drawing


@dataclass(frozen=True, slots=True)
class Dot:
    """One event in the drawing."""

    label: str
    sources: int
    filled: bool
    event: EventId
    to: str = ""
    """The link to it; "" for none."""
    number: int = 0
    """Its place among the largest, under which it is named; 0: it is none of them."""


@dataclass(frozen=True, slots=True)
class DotColumn:
    """One stretch of time in the drawing and its events."""

    top: str
    bottom: str
    dots: tuple[Dot, ...]


def day_columns(
    events: Sequence[Event], here: str | None = None, pages: Mapping[EventId, int] = MappingProxyType({})
) -> list[DotColumn]:
    """Return the events by day; by month or year when the days would not fit on a phone.

    `here`: the page's address. `pages`: the page of the timeline that each event stands on; the first for any other.
    """
    dated = [event for event in events if event.date]
    for length in (10, 7, 4):
        keys = sorted({(event.date or "")[:length] for event in dated if len(event.date or "") >= length})
        if len(keys) <= MAX_COLUMNS:
            break
    keys = keys[-MAX_COLUMNS:]
    shown = [[_dot(event, here, pages) for event in dated if (event.date or "").startswith(key)] for key in keys]
    return [DotColumn(*_labels(key), dots) for key, dots in zip(keys, _numbered(shown), strict=True)]


def _dot(event: Event, here: str | None, pages: Mapping[EventId, int]) -> Dot:
    sources = len(event.told_by)
    to = "" if here is None else permalinks.relative(here, permalinks.event(event.id, pages.get(event.id, 1)))
    return Dot(event.label, sources, not event.planned, event.id, to)


def _numbered(columns: Sequence[Sequence[Dot]]) -> list[tuple[Dot, ...]]:
    """Return the dots, those that most sources tell numbered as they stand; one source alone makes none large."""
    shared = [dot for dots in columns for dot in dots if dot.sources > 1]
    chosen = {dot.event for dot in sorted(shared, key=lambda dot: -dot.sources)[:LARGEST]}
    numbers = {event: number for number, event in enumerate((d.event for d in shared if d.event in chosen), start=1)}
    return [tuple(replace(dot, number=numbers.get(dot.event, 0)) for dot in dots) for dots in columns]


def largest(columns: Sequence[DotColumn]) -> list[Dot]:
    """Return the events that are numbered in the drawing, in the order of their numbers."""
    return [dot for column in columns for dot in column.dots if dot.number]


def strips(columns: Sequence[DotColumn], title: str) -> dict[str, Any]:
    """Return the drawing for a phone and for a wide screen."""
    told = title + "; ".join(f"{column.top} {column.bottom}: {len(column.dots)}" for column in columns)
    return {"strip_small": day_strip(columns, 360, told), "strip_large": day_strip(columns, 1040, told)}


def _labels(key: str) -> tuple[str, str]:
    parts = key.split("-")
    try:
        if len(parts) == 3:
            day = date.fromisoformat(key)
            return f"{WEEKDAYS[day.weekday()][:3]} {day.day}", MONTHS[day.month - 1]
        if len(parts) == 2:
            return MONTHS[int(parts[1]) - 1][:3], parts[0]
    except (ValueError, IndexError):
        pass
    return key, ""


def day_strip(columns: Sequence[DotColumn], width: int, title: str) -> Markup:
    """Draw one column a day, one dot an event, the larger the more sources report it; the largest are numbered."""
    if not columns:
        return Markup("")
    if max(len(column.dots) for column in columns) > MOST_DOTS:
        return _bars(columns, width, title)
    step = width / len(columns)
    across = max(1, min(6, int(step // 26)))
    lines = max(-(-len(column.dots) // across) for column in columns)
    base = 16 + lines * 24
    out = [_opened(width, base, title)]
    for number, column in enumerate(columns):
        middle = round(step * (number + 0.5))
        out += [_drawn(dot, place, across, middle, base) for place, dot in enumerate(column.dots)]
    return Markup("").join([*out, Markup("</svg>"), _named([(column.top, column.bottom) for column in columns])])


def _opened(width: int, base: int, title: str) -> Markup:
    # The links in it are for a mouse: under it, and in the list of days, stand those for all. So it is told in words.
    return Markup(
        '<p class="ed-sr">{2}</p><svg class="ed-strip" viewBox="0 0 {0} {1}" aria-hidden="true">'
        '<line class="ed-axis" x1="0" y1="{3}" x2="{0}" y2="{3}"/>'
    ).format(width, base + 2, escape(title), base)


def _named(labels: Sequence[tuple[str, str]]) -> Markup:
    """Write the names of the columns under them: as text of the page, which keeps its size whatever the drawing's."""
    made = [Markup("<li><span>{0}</span><small>{1}</small></li>").format(escape(a), escape(b)) for a, b in labels]
    # The drawing's own label tells them to a screen reader.
    start = Markup('<ol class="ed-columns ed-of-{0}" aria-hidden="true">').format(len(labels))
    return Markup("").join([start, *made, Markup("</ol>")])


def _bars(columns: Sequence[DotColumn], width: int, title: str) -> Markup:
    step, base = width / len(columns), 110
    most = max(len(column.dots) for column in columns)
    out = [_opened(width, base, title)]
    for number, column in enumerate(columns):
        middle, tall = round(step * (number + 0.5)), max(2, round(84 * len(column.dots) / most))
        out.append(
            Markup('<rect class="ed-dot" x="{0}" y="{1}" width="22" height="{2}"/>').format(
                middle - 11, base - tall, tall
            )
        )
    named = [(column.top, f"{column.bottom} {len(column.dots)}".strip()) for column in columns]
    return Markup("").join([*out, Markup("</svg>"), _named(named)])


def _drawn(dot: Dot, place: int, across: int, middle: int, base: int) -> Markup:
    x = middle + round((place % across - (across - 1) / 2) * 24)
    y = base - 16 - (place // across) * 24
    radius = min(11, max(4 + 1.7 * dot.sources, 9 if dot.number else 0))
    kind = "ed-dot" if dot.filled else "ed-dot ed-open"
    drawn = Markup('<circle class="{0}" cx="{1}" cy="{2}" r="{3}"><title>{4}</title></circle>').format(
        escape(kind), x, y, Markup(f"{radius:.1f}"), escape(dot.label)
    )
    if dot.number:
        drawn += Markup('<path class="ed-num" transform="translate({0} {1})" d="{2}"/>').format(
            x, y, DIGITS[dot.number - 1]
        )
    return Markup('<a href="{0}" tabindex="-1">{1}</a>').format(address(dot.to), drawn) if dot.to else drawn


@dataclass(frozen=True, slots=True)
class QuoteBar:
    """Words of an article in the drawing of it: where they begin and end, 0 to 1, and the number of their colour."""

    start: float
    end: float
    colour: int


def stretches(found: Sequence[QuoteBar]) -> Markup:
    """Draw an article as a line and the quotes in it as bars, each in its speaker's colour. It is told beside it."""
    if not found:
        return Markup("")
    start = Markup('<svg class="ed-places" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">')
    bars = [
        Markup('<rect class="sp-{0}" x="{1}" width="{2}" height="12"/>').format(
            part.colour, round(1000 * part.start), max(3, round(1000 * (part.end - part.start)))
        )
        for part in found
    ]
    return Markup("").join([start, *bars, Markup("</svg>")])


def bar(share: float) -> Markup:
    """Draw a bar that fills `share`, 0 to 1, of its place. The figure stands beside it as text."""
    return Markup(
        '<svg class="ed-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">'
        '<rect width="{0}" height="10"/></svg>'
    ).format(max(4, round(1000 * share)))
