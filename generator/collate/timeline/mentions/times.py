"""Which event word of a sentence each time expression dates: the nearest, with English word order in mind."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import date, timedelta

from generator.collate.timeline.mentions.event_mention import SAYING, EventMention
from generator.records import AnnotatedArticle, Precision, Sentence, TimeExpression

# In words: how much farther an event word of another clause counts; how near a duration must stand ("two-day strike").
OTHER_CLAUSE = 8
DURATION_WITHIN = 4
UNLISTED = 1.5  # ... a verb of no list, which may be an adjective ("alleged", "crowded")
DATE_TYPES = ("DATE", "TIME")
LENGTHS: dict[Precision, int] = {"day": 10, "month": 7, "year": 4}  # characters of an ISO date
EARLIEST, LATEST = 1000, 9998  # years that a timeline can count days from


def with_times(found: AnnotatedArticle, sentence: Sentence, mentions: list[EventMention]) -> list[EventMention]:
    """Give each time expression to the event word that it stands nearest to, and weakly to its neighbours."""
    text = found.article.text
    first = bisect_left(found.time_expressions, sentence.span.start, key=lambda time: time.span.start)
    last = bisect_left(found.time_expressions, sentence.span.end, key=lambda time: time.span.start)
    for time in found.time_expressions[first:last]:
        if _is_start_of_a_state(text, time):
            continue
        if time.type == "DURATION":
            mentions = _give_duration(text, mentions, time)
        elif time.type in DATE_TYPES and time.value and time.precision != "none" and mentions:
            nearest = min(mentions, key=lambda mention: (_distance(text, mention, time), mention.trigger))
            mentions = [_give_time(mention, nearest, time) for mention in mentions]
    # A saying is a happening of its own only when the sentence dates it and names who spoke: "Ito said on Monday".
    return [mention for mention in mentions if mention.families != (SAYING,) or (mention.time and mention.people)]


def _is_start_of_a_state(text: str, time: TimeExpression) -> bool:
    """Return whether the words give no day of a happening: "the worst storm since 1987"."""
    before = text[max(0, time.span.start - 8) : time.span.start].lower().split()
    return before[-1:] == ["since"] or time.span.of(text).lower().startswith("since ")


def _give_time(mention: EventMention, nearest: EventMention, time: TimeExpression) -> EventMention:
    same = mention.span == nearest.span
    # "robbed the bank in a raid on Monday": verb and noun of one kind tell one happening; two nouns ("the raid may
    # be followed by a robbery in May") may well be two.
    alike = bool(set(mention.families) & set(nearest.families)) and mention.finite != nearest.finite
    twin = same and alike and mention.quoted == nearest.quoted
    if mention is nearest or twin or mention.trigger == nearest.trigger:
        return replace(mention, time=mention.time or time)
    return replace(mention, weak_time=mention.weak_time or time) if same else mention


def _give_duration(text: str, mentions: list[EventMention], time: TimeExpression) -> list[EventMention]:
    """Give "two-day" to the event word behind it, "over two days" to the one before it."""
    if not mentions:
        return mentions
    nearest = min(mentions, key=lambda mention: (_distance(text, mention, time), mention.trigger))
    if _distance(text, nearest, time) > DURATION_WITHIN:
        return mentions
    return [replace(mention, duration=time) if mention is nearest else mention for mention in mentions]


def _distance(text: str, mention: EventMention, time: TimeExpression) -> float:
    """Return how far, in words, an event word stands from a time expression."""
    before = mention.trigger.start < time.span.start
    between = text[mention.trigger.end : time.span.start] if before else text[time.span.end : mention.trigger.start]
    # News puts the day behind its verb ("met on Monday") more often than before the next one.
    far = len(between.split()) + (0 if before else 0.5) + (0 if mention.listed else UNLISTED)
    return far if mention.span.overlaps(time.span) else far + OTHER_CLAUSE


def plain_value(time: TimeExpression) -> tuple[str | None, Precision]:
    """Return an expression's value as day, month or year: a week is given as the month or year that holds it.

    A week is no day, and the site's dates know day, month and year only. What is no date of the calendar is none.
    """
    value, precision = time.value or "", time.precision
    if precision == "week":
        value, precision = _of_week(value)
    elif precision == "quarter":
        precision = "year"
    value = value[: LENGTHS.get(precision, 0)]
    return (value, precision) if _is_date(value) else (None, "none")


def _is_date(value: str) -> bool:
    try:
        day = date.fromisoformat(value + "0001-01-01"[len(value) :])
    except ValueError:
        return False
    return EARLIEST <= day.year <= LATEST


def _of_week(value: str) -> tuple[str, Precision]:
    try:
        year, _, week = value.partition("-W")
        first = date.fromisocalendar(int(year), int(week[:2]), 1)
        last = first + timedelta(days=6)
    except (ValueError, OverflowError):
        return "", "none"
    if first.month == last.month:
        return first.isoformat(), "month"
    return (first.isoformat(), "year") if first.year == last.year else ("", "none")
