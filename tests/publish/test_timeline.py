"""The page of the timeline: one list where events are few; where they are many, the story first, the rest folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.config import Settings
from generator.publish import render
from generator.publish.edition import Edition
from generator.publish.label_words import sentence
from generator.publish.timeline import MANY_DAYS, MANY_EVENTS, parts_of, rail
from generator.records import Digest, Event, EventId, Evidence, Span
from tests.publish.pages import rendered, tags, texts


def event(digest: Digest, day: str | None, number: int, sources: int = 1, background: bool = False) -> Event:
    tellers = [found.article.id for found in digest.articles[:sources]]
    evidence = tuple(Evidence(article, Span(0, 20)) for article in tellers)
    return Event(EventId(f"n{number}"), day, None, "day", "", f"Thing {number}", evidence, background=background)


def edition(digest: Digest, events: Sequence[Event]) -> Edition:
    return Edition(replace(digest, events=tuple(events)), Settings())


def many(digest: Digest, story_days: int) -> Edition:
    """Return a timeline of many events: days of June and July 2023, and before them much background."""
    dates = [f"2023-0{6 + day // 28}-{day % 28 + 1:02}" for day in range(story_days)]
    story = [event(digest, date, number, 3 if number == story_days // 2 else 1) for number, date in enumerate(dates)]
    told = [event(digest, f"20{10 + n % 3}-05-0{n % 9 + 1}", 100 + n, 2, background=True) for n in range(MANY_EVENTS)]
    return edition(digest, sorted([*told, *story], key=lambda each: each.date or ""))


def test_few_events_stand_in_one_list_in_the_order_of_the_days(seeds_digest: Digest) -> None:
    found = edition(seeds_digest, [event(seeds_digest, "2020-01-01", 0, 1, True), event(seeds_digest, "2023-06-18", 1)])
    (part,) = parts_of(found)
    assert (part.title, [period.name for period in part.periods]) == ("", [""])
    assert [stop.name for stop in rail(found, [part])] == ["1 January 2020", "18 June"]


def test_the_story_comes_before_what_is_told_to_explain_it(seeds_digest: Digest) -> None:
    story, background = parts_of(many(seeds_digest, 3))
    assert [day.title for period in story.periods for day in period.days] == [
        "1 June 2023",
        "2 June 2023",
        "3 June 2023",
    ]
    assert [(period.name, period.is_open) for period in story.periods] == [("", True)]
    assert [(period.name, period.is_open) for period in background.periods] == [
        ("May 2010", False),
        ("May 2011", False),
        ("May 2012", False),
    ]
    assert background.number == MANY_EVENTS


def test_a_story_of_many_days_goes_by_months_and_the_one_most_told_is_open(seeds_digest: Digest) -> None:
    found = many(seeds_digest, 40)
    story, _ = parts = parts_of(found)
    assert [(period.name, period.is_open, period.number) for period in story.periods] == [
        ("June 2023", True, 28),
        ("July 2023", False, 12),
    ]
    assert story.periods[0].first.label == "Thing 20"
    assert [(stop.name, stop.size) for stop in rail(found, parts)] == [
        ("June 2023", 3),
        ("July 2023", 1),
        ("Background", 0),
    ]


def test_the_rail_names_each_day_of_a_story_that_it_can_hold(seeds_digest: Digest) -> None:
    found = many(seeds_digest, MANY_DAYS)
    assert len(rail(found, parts_of(found))) == MANY_DAYS + 1


def test_no_timeline_is_longer_than_what_can_be_looked_over(seeds_digest: Digest) -> None:
    events = [event(seeds_digest, f"{1900 + n % 120}-01-01", n, 1, background=n > 20) for n in range(400)]
    found = edition(seeds_digest, sorted(events, key=lambda each: each.date or ""))
    parts = parts_of(found)
    assert len(rail(found, parts)) < 30
    told = [each.id for part in parts for period in part.periods for day in period.days for each in day.events]
    assert sorted(told) == sorted(each.id for each in events)


def test_every_stop_of_the_rail_leads_somewhere_and_no_anchor_stands_twice(seeds_digest: Digest) -> None:
    both = [event(seeds_digest, "2023-06-18", n, 1, background=n % 2 == 0) for n in range(MANY_EVENTS + 2)]
    page = rendered(render(replace(seeds_digest, events=tuple(both)), Settings())["timeline.md"])
    found = [attrs for _, attrs in tags(page)]
    ids = [attrs["id"] for attrs in found if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {"the-story", "background", "day-2023-06-18", "day-2023-06-18-2"} <= set(ids)
    led = {(attrs["href"] or "")[1:] for attrs in found if (attrs.get("href") or "").startswith("#")}
    assert led <= {*ids, "content"}


def test_each_entry_is_shown_in_the_words_of_its_source_and_with_nothing_before_them(seeds_digest: Digest) -> None:
    first, *others = seeds_digest.events
    small = replace(first, label=first.label[0].lower() + first.label[1:])
    digest = replace(seeds_digest, events=(small, *others))
    shown = texts(rendered(render(digest, Settings())["timeline.md"]), "h3", "ed-happened")
    labels = {each.label for each in digest.events}
    assert {label.removeprefix("planned ") for label in shown} == {sentence(label) for label in labels}


def test_what_may_tell_of_an_event_is_folded_and_counts_for_no_source(seeds_digest: Digest) -> None:
    told = event(seeds_digest, "2023-06-18", 0, 3)
    doubted = replace(told, evidence=(told.evidence[0], *(replace(part, sure=False) for part in told.evidence[1:])))
    found = edition(seeds_digest, [doubted])
    assert len(found.carriers(doubted)) == 1
    assert [part.article_id for part in found.perhaps(doubted)] == [part.article_id for part in told.evidence[1:]]
    page = rendered(render(replace(seeds_digest, events=(doubted,)), Settings())["timeline.md"])
    assert "2 more may tell of it" in page
