from __future__ import annotations

from generator.publish.charts import (
    DIGITS,
    MAX_COLUMNS,
    MOST_DOTS,
    QuoteBar,
    day_columns,
    day_strip,
    largest,
    stretches,
)
from generator.records import ArticleId, Event, EventId, Evidence, Span
from tests.publish.pages import tags, texts


def event(day: str | None, number: int = 0, sources: int = 1, planned: bool = False) -> Event:
    evidence = tuple(Evidence(ArticleId(f"a{n}"), Span(0, 1)) for n in range(sources))
    return Event(EventId(f"{day}-{number}"), day, None, "day", "", f"Event {number} <b>", evidence, planned=planned)


def columns(*events: Event) -> list[tuple[str, str, int]]:
    return [(column.top, column.bottom, len(column.dots)) for column in day_columns(events)]


def test_few_days_have_a_column_each() -> None:
    found = columns(event("2023-06-18"), event("2023-06-19", 1), event("2023-06-19", 2), event(None))
    assert found == [("Sun 18", "June", 1), ("Mon 19", "June", 2)]


def test_more_days_than_a_phone_can_label_are_gathered_by_month() -> None:
    found = columns(*(event(f"2023-0{month}-{day:02}") for month in (5, 6) for day in range(1, 10)))
    assert found == [("May", "2023", 9), ("Jun", "2023", 9)]


def test_many_months_are_gathered_by_year_and_the_last_years_kept() -> None:
    found = columns(*(event(f"{year}-{month:02}-01") for year in range(2010, 2023) for month in range(1, 13)))
    assert len(found) == MAX_COLUMNS
    assert found[-1] == ("2022", "", 12)


def test_each_event_is_a_dot_with_its_label_and_a_plan_is_open() -> None:
    found = day_columns([event("2023-06-19", 1, sources=4), event("2023-06-19", 2, planned=True)])
    strip = str(day_strip(found, 360, "Events: 2"))
    drawn = tags(strip)
    dots = [attrs for tag, attrs in drawn if tag == "circle"]
    assert [dot["class"] for dot in dots] == ["ed-dot", "ed-dot ed-open"]
    assert float(dots[0]["r"] or 0) > float(dots[1]["r"] or 0)
    assert texts(strip, "p", "ed-sr") == ["Events: 2"]
    assert "b" not in [tag for tag, _ in drawn]


def test_a_day_of_very_many_events_is_a_bar() -> None:
    many = [event("2023-06-19", number) for number in range(MOST_DOTS + 1)]
    found = day_columns(many)
    drawn = [tag for tag, _ in tags(str(day_strip(found, 360, "")))]
    assert "circle" not in drawn
    assert drawn.count("rect") == 1


def test_the_three_events_that_most_sources_tell_are_numbered_and_lead_to_their_place() -> None:
    told = [event("2023-06-18", 1, sources=2), event("2023-06-18", 2), event("2023-06-19", 3, sources=5)]
    found = day_columns([*told, event("2023-06-20", 4, sources=3), event("2023-06-20", 5, sources=2)], "")
    assert [(dot.number, dot.label, dot.to) for dot in largest(found)] == [
        (1, "Event 1 <b>", "timeline/#e-2023-06-18-1"),
        (2, "Event 3 <b>", "timeline/#e-2023-06-19-3"),
        (3, "Event 4 <b>", "timeline/#e-2023-06-20-4"),
    ]
    drawn = str(day_strip(found, 360, ""))
    assert [attrs["d"] for tag, attrs in tags(drawn) if attrs.get("class") == "ed-num"] == list(DIGITS)
    assert [attrs["href"] for tag, attrs in tags(drawn) if tag == "a"] == [dot.to for c in found for dot in c.dots]


def test_what_one_source_alone_tells_is_never_numbered() -> None:
    assert largest(day_columns([event("2023-06-18", number) for number in range(3)], "")) == []


def test_nothing_to_draw_is_nothing() -> None:
    assert day_strip([], 360, "") == ""


def test_quotes_of_an_article_are_drawn_where_they_stand_in_the_colour_of_their_speaker() -> None:
    drawn = tags(str(stretches([QuoteBar(0, 0.25, 1), QuoteBar(0.5, 0.5001, 0)])))
    bars = [(attrs["class"], attrs["x"], attrs["width"]) for tag, attrs in drawn if tag == "rect"]
    assert bars == [("sp-1", "0", "250"), ("sp-0", "500", "3")]  # a word is seen too
    assert drawn[0][1]["aria-hidden"] == "true"  # it is told in words beside it
    assert stretches([]) == ""
