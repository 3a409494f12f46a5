from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.collate.timeline import build_timeline
from generator.config import Settings
from generator.publish.timeline_exports import calendar, timeline_files, timeline_js
from generator.records import ArticleId, Digest, Event, EventId, Evidence, Person, PersonId, Span
from tests.collate.timeline.timeline_articles import article, day

TEXTS = {
    "courier": "Mayor Ito opened the bridge on Tuesday. The old bridge collapsed in March.",
    "gazette": "Mayor Ito opened the bridge; the first lorry will cross it on Friday.",
}


def digest() -> Digest:
    articles = [article(name, "2024-05-15", text, ["Ito"]) for name, text in TEXTS.items()]
    people = (Person(PersonId("ito"), "Mia Ito", "person", ("Mia Ito", "Ito")),)
    published = [day("2024-05-15"), day("2024-05-15")]
    events = build_timeline(articles, published, people)
    groups = ((ArticleId("courier"), ArticleId("gazette")),)
    return Digest(tuple(articles), tuple(published), people, events=events, text_groups=groups)


def event(label: str, **other: object) -> Event:
    told = (Evidence(ArticleId("courier"), Span(0, 10)),)
    return replace(Event(EventId("x"), "2024-05-14", None, "day", "“Tuesday”", label, told), **other)


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_calendar_holds_day_precise_events_only_and_ends_on_the_day_after() -> None:
    lines = unfolded(calendar(digest(), Settings()))
    assert [line for line in lines if line.startswith("DTSTART")] == [
        "DTSTART;VALUE=DATE:20240514",
        "DTSTART;VALUE=DATE:20240517",
    ]
    assert "DTEND;VALUE=DATE:20240515" in lines
    assert set(line for line in lines if line.startswith("DTSTAMP")) == {"DTSTAMP:20240515T000000Z"}
    assert "STATUS:TENTATIVE" in lines


def test_an_interval_ends_on_the_day_after_its_last() -> None:
    lines = unfolded(calendar(replace(digest(), events=(event("a visit", end="2024-05-16"),)), Settings()))
    assert "DTEND;VALUE=DATE:20240517" in lines


@given(st.text(max_size=300))
def test_no_label_opens_a_calendar_property_or_breaks_a_line(label: str) -> None:
    data = calendar(replace(digest(), events=(event(label),)), Settings())
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    lines = unfolded(data)
    assert sum(line.startswith("SUMMARY:") for line in lines) == lines.count("BEGIN:VEVENT") == 1
    assert all(":" in line for line in lines[:-1]) and lines[-1] == ""


def test_timeline_js_escapes_what_a_source_says() -> None:
    shown = json.loads(timeline_js(replace(digest(), events=(event("<img src=x onerror=alert(1)>"),)), Settings()))
    assert shown["events"][0]["text"]["headline"] == "&lt;img src=x onerror=alert(1)&gt;"


def test_timeline_js_keeps_a_month_a_month() -> None:
    shown = json.loads(timeline_js(digest(), Settings(site_url="https://example.org/")))
    by_group = {slide["group"]: slide for slide in shown["events"]}
    assert by_group["Background"]["start_date"] == {"year": 2024, "month": 3}
    assert by_group["Background"]["display_date"] == "March 2024"
    assert by_group["The event"]["start_date"] == {"year": 2024, "month": 5, "day": 14}
    assert 'href="https://example.org/timeline/#e-' in by_group["Planned"]["text"]["text"]


def test_tables_have_one_row_an_event_and_count_copies_once() -> None:
    files = timeline_files(digest(), Settings())
    rows = list(csv.DictReader(io.StringIO(files["data/timeline.csv"].decode())))
    told = [json.loads(line) for line in files["data/timeline.jsonl"].splitlines()]
    assert [row["date"] for row in rows] == [row["date"] for row in told] == ["2024-03", "2024-05-14", "2024-05-17"]
    [opened] = [row for row in told if row["date"] == "2024-05-14"]
    assert opened["outlets"] == ["courier", "gazette"] and opened["independent_texts"] == 1
    assert opened["people"] == ["Mia Ito"]
