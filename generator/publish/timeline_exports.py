"""The timeline for other programs: TimelineJS, iCalendar, and a table with one row an event (JSON Lines, CSV)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from generator.config import Settings
from generator.days import in_words
from generator.publish import permalinks
from generator.publish.exports import as_csv
from generator.publish.paged import event_pages
from generator.records import ArticleId, Digest, Event, EventId, PersonId

Json = dict[str, Any]

COLUMNS = (
    *("id", "date", "end", "precision", "order", "label", "reason", "dissent", "planned", "background"),
    *("people", "outlets", "independent_texts", "link"),
)
LINE_OCTETS = 75  # RFC 5545, section 3.1
UNDATED = "19700101"  # iCalendar demands a stamp; one that nobody takes for real


def timeline_files(digest: Digest, settings: Settings) -> dict[str, bytes]:
    """Return the files below `docs/`. What the site may not show is masked by the caller."""
    known = _Known(digest)
    rows = [_row(event, known, settings) for event in digest.events if event.date]
    return {
        "data/timeline.json": timeline_js(digest, settings),
        "data/timeline.ics": calendar(digest, settings),
        "data/timeline.jsonl": "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode(
            "utf-8", "backslashreplace"
        ),
        "data/timeline.csv": as_csv(COLUMNS, rows).encode(),
    }


@dataclass(frozen=True)
class _Known:
    """A digest, and what is asked of it for every event."""

    digest: Digest

    @cached_property
    def names(self) -> dict[PersonId, str]:
        """The name of every person."""
        return {person.id: person.name for person in self.digest.people}

    @cached_property
    def places(self) -> dict[ArticleId, int]:
        """The place of every article among all of them."""
        return {found.article.id: place for place, found in enumerate(self.digest.articles)}

    @cached_property
    def pages(self) -> dict[EventId, int]:
        """The page of the timeline that every event stands on."""
        return event_pages(self.digest.events)

    @cached_property
    def texts(self) -> dict[ArticleId, int]:
        """The number of the independent text that an article carries."""
        return {article: number for number, group in enumerate(self.digest.text_groups) for article in group}

    def telling(self, event: Event) -> list[int]:
        """Return the places of the articles that report an event, each once, in order."""
        return sorted(self.places[article] for article in event.told_by if article in self.places)

    def outlets(self, event: Event) -> list[str]:
        """Return the sigla of the articles that report an event, each once, in their order."""
        found = (self.digest.articles[place].article for place in self.telling(event))
        return [article.siglum or article.id for article in found]

    def address(self, event: Event) -> str:
        """Return the address of an event on the timeline."""
        return permalinks.event(event.id, self.pages[event.id])

    def independent(self, event: Event) -> int:
        """Return how many independent texts report it: copies of one story count once."""
        return len({self.texts.get(article, article) for article in event.told_by})


def _row(event: Event, known: _Known, settings: Settings) -> Json:
    return {
        **{"id": event.id, "date": event.date, "end": event.end, "precision": event.precision, "order": event.order},
        **{"label": event.label, "reason": event.reason, "dissent": event.dissent},
        **{"planned": event.planned, "background": event.background},
        "people": [known.names[person] for person in event.people if person in known.names],
        "outlets": known.outlets(event),
        "independent_texts": known.independent(event),
        "link": permalinks.absolute(settings.site_url, known.address(event)),
    }


# ---- TimelineJS ------------------------------------------------------------------------------------------------------


def timeline_js(digest: Digest, settings: Settings) -> bytes:
    """Return the JSON of TimelineJS (Knight Lab). Its texts are HTML there, so every word of a source is escaped."""
    title = settings.title or settings.site_name
    known = _Known(digest)
    slides = [_slide(event, known, settings) for event in digest.events if event.date]
    shown: Json = {"title": {"unique_id": "digest", "text": {"headline": html.escape(title)}}, "events": slides}
    return (json.dumps(shown, indent=1) + "\n").encode()


def _slide(event: Event, known: _Known, settings: Settings) -> Json:
    told = f"{html.escape(event.reason)}. Reported by {html.escape(_listed(known.outlets(event)))}."
    if event.dissent:
        told += f" Other days: {html.escape(event.dissent)}."
    link = permalinks.absolute(settings.site_url, known.address(event))
    slide: Json = {
        "unique_id": event.id,
        "start_date": _date(event.date or ""),
        "display_date": in_words(event.date, event.end),
        "group": "Planned" if event.planned else "Background" if event.background else "The event",
        "text": {
            "headline": html.escape(event.label),
            "text": f'<p>{told}</p><p><a href="{html.escape(link)}">Sentences</a></p>',
        },
        "autolink": False,
    }
    return slide | ({"end_date": _date(event.end)} if event.end else {})


def _date(value: str) -> Json:
    names = ("year", "month", "day")
    return {name: int(part) for name, part in zip(names, value.split("-"), strict=False)}


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)


# ---- iCalendar -------------------------------------------------------------------------------------------------------


def calendar(digest: Digest, settings: Settings) -> bytes:
    """Return the events that are known to the day as an iCalendar file (RFC 5545), all-day, free time.

    The stamp comes from the articles, never from the clock: the last day on which one that reports it came out.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Event Digest//Timeline//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_escaped(settings.title or settings.site_name)}")
    known = _Known(digest)
    for event in digest.events:
        if event.precision == "day" and event.date:
            lines += _entry(event, known, settings)
    lines.append("END:VCALENDAR")
    return "".join(_folded(line) for line in lines).encode("utf-8", "backslashreplace")


def _entry(event: Event, known: _Known, settings: Settings) -> Iterable[str]:
    first = date.fromisoformat((event.date or "")[:10])
    last = date.fromisoformat(event.end[:10]) if event.end else first
    told = f"{event.reason}. Reported by {_listed(known.outlets(event))}."
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@event-digest"
    yield f"DTSTAMP:{_stamp(event, known)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"  # the day after, as the standard has it
    yield f"SUMMARY:{_escaped(event.label)}"
    yield f"DESCRIPTION:{_escaped(told)}"
    yield f"STATUS:{'TENTATIVE' if event.planned else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    if settings.site_url:
        yield f"URL:{permalinks.absolute(settings.site_url, known.address(event))}"
    yield "END:VEVENT"


def _stamp(event: Event, known: _Known) -> str:
    published = (known.digest.published[place] for place in known.telling(event))
    days = [day.value for day in published if day.value and day.precision == "day"]
    return max(days).replace("-", "")[:8] if days else UNDATED


def _escaped(text: str) -> str:
    """Return text as an iCalendar value: no line of a source can open a property of its own."""
    text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f\u0085\u2028\u2029]", " ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n").replace("\t", " ")


def _folded(line: str) -> str:
    """Return a content line in pieces of at most 75 octets, never within a character, with its line ends."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode("utf-8", "backslashreplace"))
        if size + octets > LINE_OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    return "\r\n".join([*pieces, piece]) + "\r\n"
