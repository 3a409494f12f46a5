"""One scan over the words of a text: at a word that can belong to a time expression, the rules for it are asked."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from generator.annotate.dates import (
    amounts,
    calendar_units,
    clock,
    days,
    named_days,
    periods,
    references,
    weekdays,
    years,
)
from generator.annotate.dates.lexicon import (
    DAY_PARTS,
    DECADES,
    LARGE,
    ONES,
    ORDINALS,
    SEASONS,
    TENS,
    UNITS,
    VAGUE,
)
from generator.annotate.dates.place import Memory, Timed, WordPlace
from generator.annotate.dates.values import moved
from generator.days import MONTH_NUMBERS, WEEKDAY_NUMBERS
from generator.records import Span, TimeExpression

TimeRule = Callable[[WordPlace], Timed | None]
_WORD = re.compile(r"[^\W\d_]+|\d+")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(T.*)?")
_JOINER = re.compile(r"(?:\s?[,@|(–-]\s?|,?\s(?:at|on|by|around|about|of)\s|\s){1,2}", re.IGNORECASE)
NUMBER = "#"
KEPT = 4096  # answers: of some two thousand articles, each asked five times over, for its own day and for none
LOOK_BACK = 12  # words that a rule may look back; `WordPlace.lead` goes eight
SAME_CLAUSE = 60  # characters


def _rules() -> Iterable[tuple[Iterable[str], tuple[TimeRule, ...]]]:
    """Return which words can belong to a time expression, and the rules to ask there, in order."""
    yield (
        (NUMBER,),
        (
            days.iso_day,
            named_days.known_day,
            named_days.day_of_month,
            clock.clock,
            days.slash_day,
            days.listed_day,
            days.day_first,
            clock.o_clock,
            periods.ordinal_part,
            years.century,
            amounts.amount,
            years.decade,
            years.year,
        ),
    )
    yield MONTH_NUMBERS, (named_days.known_day, days.month_first, named_days.named_day, periods.month)
    yield WEEKDAY_NUMBERS, (days.listed_day, days.dated_weekday, weekdays.weekday)
    yield (name + "s" for name in WEEKDAY_NUMBERS if len(name) > 5), (weekdays.weekdays,)
    yield ("today", "tonight", "yesterday", "tomorrow"), (days.deictic,)
    yield named_days.holiday_starts() - set(MONTH_NUMBERS) - set(UNITS) - {"new"}, (named_days.named_day,)
    yield ("new",), (named_days.named_day,)
    yield SEASONS, (periods.season,)
    yield ORDINALS, (periods.ordinal_part, named_days.nth_of_month, named_days.nth_weekday)
    yield [f"q{n}" for n in range(1, 5)], (periods.short_quarter,)
    yield ("q", "h"), (periods.short_quarter,)
    yield {*ONES, *TENS, *LARGE} - {"nineteen", "twenty", "two", "eighteen"}, (clock.o_clock, amounts.amount)
    yield ("nineteen", "eighteen", "twenty", "two"), (years.spoken_year, clock.o_clock, amounts.amount)
    yield VAGUE, (amounts.vague_amount,)
    yield ("half",), (amounts.half,)
    yield ("year",), (calendar_units.year_ago, years.year_end)
    yield UNITS, (calendar_units.unit, amounts.single)
    yield ("period",), (calendar_units.period,)
    yield ("last",), (periods.ordinal_part, named_days.nth_of_month, named_days.nth_weekday)
    yield set(DAY_PARTS) - {"noon", "midday", "midnight"}, (calendar_units.day_part,)
    yield ("noon", "midday", "midnight"), (clock.noon,)
    yield DECADES, (years.decade,)
    yield amounts.ADVERBS, (amounts.recurring,)
    yield amounts.WHOLE, (amounts.whole,)
    yield references.REFERENCE_WORDS, (references.reference,)


def rule_names() -> frozenset[str]:
    """Return the name of every rule."""
    return frozenset(rule.__name__ for _, rules in _rules() for rule in rules)


@cache
def _triggers() -> dict[str, tuple[TimeRule, ...]]:
    table: dict[str, tuple[TimeRule, ...]] = {}
    for words, rules in _rules():
        for word in words:
            table[word] = table.get(word, ()) + rules
    return table


def find_times(text: str) -> tuple[Span, ...]:
    """Return the places where a time expression can stand, in order, whatever the day of publication.

    A place ends with the word whose rules are to be asked, and begins with the first word before it that they may look
    at, so places overlap.
    """
    triggers = _triggers()
    starts: deque[int] = deque(maxlen=LOOK_BACK + 1)
    places = []
    for word in _WORD.finditer(text):
        starts.append(word.start())
        if _trigger(word.group()) in triggers:
            places.append(Span(starts[0], word.end()))
    return tuple(places)


@lru_cache(maxsize=KEPT)
def resolve_times(text: str, places: tuple[Span, ...], published: str | None) -> tuple[TimeExpression, ...]:
    """Return the time expressions at the places that `find_times` found, in order, none overlapping another.

    `published`: the publication day as YYYY-MM-DD; None when it is not known, and then a relative expression has no
    value.
    """
    day = date.fromisoformat(published[:10]) if published else None
    if day and not 2 <= day.year <= 9990:  # no room to reckon with
        day = None
    triggers = _triggers()
    memory = Memory()
    found: list[TimeExpression] = []
    done = 0
    for span in places:
        words = list(_WORD.finditer(text, span.start, span.end))
        if words[-1].start() < done:
            continue
        place = WordPlace(text, words, len(words) - 1, day, memory, done)
        for rule in triggers[_trigger(words[-1].group())]:
            timed = rule(place)
            if timed is not None:
                done = timed.end
                if timed.taken:
                    _take(found, _expression(timed, rule.__name__), text, memory)
                break
    return tuple(found)


def tag(text: str, published: str | None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a text: found and resolved at once, for a text that is read only once."""
    return resolve_times(text, find_times(text), published)


def _trigger(word: str) -> str:
    return NUMBER if word[0].isdecimal() else word.lower()


def _expression(timed: Timed, rule: str) -> TimeExpression:
    return TimeExpression(
        Span(timed.start, timed.end),
        timed.type,
        timed.value,
        timed.precision,
        timed.anchor,
        rule,
        timed.last.isoformat() if timed.last else None,
    )


def _take(found: list[TimeExpression], new: TimeExpression, text: str, memory: Memory) -> None:
    """Add the expression, joined with the one before when the two tell one time ("10 p.m. on Wednesday")."""
    if found and (joint := _joined(found[-1], new, text)):
        found[-1] = new = joint
    else:
        if found and found[-1].rule == "clock":
            _day_named_after(found, new, text)
        found.append(new)
    if new.value is None or new.rule == "known_day":
        return
    if day := _DAY.fullmatch(new.value):
        memory.day, memory.day_at = date.fromisoformat(day[1]), new.span.end
        memory.weekday_at = new.span.end if new.rule == "weekday" else -1
        memory.year, memory.month = memory.day.year, memory.day.replace(day=1)
    elif quarter := _QUARTER.fullmatch(new.value):
        if new.rule in _QUARTER_RULES:
            memory.quarter, memory.quarter_at = date(int(quarter[1]), 3 * int(quarter[2]) - 2, 1), new.span.end
        memory.year = int(quarter[1])
    elif new.precision == "week":
        memory.day = None  # "a week ago ... two days later" hangs on no day that was named before
    elif new.precision == "month":
        memory.year, memory.month = int(new.value[:4]), date.fromisoformat(new.value[:7] + "-01")
        memory.month_at = new.span.end
    elif new.type == "DATE" and len(new.value) >= 4 and new.value[:4].isdecimal():
        memory.year = int(new.value[:4])


_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s+(?=[“\"A-Z])|\n\s*\n")


def _day_named_after(found: list[TimeExpression], new: TimeExpression, text: str) -> None:
    """Give the clock time before it the day that its own sentence names after it: "at 3 p.m. in the port Thursday"."""
    clock = found[-1]
    if new.rule not in ("weekday", "deictic") or new.type != "DATE" or not (clock.value and new.value):
        return
    near = text[clock.span.end - 1 : new.span.start]
    if len(near) > SAME_CLAUSE or _SENTENCE_END.search(near) or ";" in near or " and " in near:
        return
    opening = max(
        (end.end() for end in _SENTENCE_END.finditer(text, max(0, clock.span.start - 300), clock.span.start)), default=0
    )
    if any(one.precision == "day" and one.span.start >= opening for one in found[-4:-1]):
        return
    found[-1] = replace(clock, value=new.value + clock.value[10:], anchor=new.anchor)


def _joined(before: TimeExpression, new: TimeExpression, text: str) -> TimeExpression | None:
    if away := _days_away(before, new, text):
        return away
    if new.span.start - before.span.end > 12 or not _JOINER.fullmatch(text, before.span.end, new.span.start):
        return None
    if text[before.span.end - 1] == "." and text[before.span.end : new.span.start].strip()[:1].isupper():
        return None  # "at 3 p.m. On Monday": the next sentence begins
    span = Span(before.span.start, new.span.end)
    if before.rule == "month" and new.rule == "spoken_year" and before.value and new.value:
        return replace(before, span=span, value=new.value + before.value[4:], anchor=None)
    if (
        new.rule == "clock"
        and before.type == "TIME"
        and "T" in (before.value or "")
        and text[before.span.end : new.span.start].endswith("(")
    ):
        return replace(before, span=span)  # "10:35 a.m. (0735 GMT)": the place's own time counts
    if before.rule in _CLOCK_RULES and new.precision == "day" and new.rule not in _CLOCK_RULES:
        time, day = before, new
    elif new.rule in _CLOCK_RULES and before.precision == "day" and before.rule not in _CLOCK_RULES:
        time, day = new, before
    else:
        return None
    value = f"{day.value[:10]}T{time.value.partition('T')[2]}" if day.value and time.value else day.value
    return replace(day, span=span, type="TIME", value=value)


_AWAY = re.compile(r"\s(?:(?P<way>before|after)\s)?(?:the\s)?")
_DAY_AWAY = re.compile(r"(?:the|a|one)\s(?P<unit>day)(?:\s(?P<way>before|after))?", re.IGNORECASE)
_AMOUNT_AWAY = re.compile(r"P(?P<count>\d{1,3})(?P<unit>[DW])")


def _days_away(before: TimeExpression, new: TimeExpression, text: str) -> TimeExpression | None:
    """Return "the day after Christmas", "two weeks before June 19" as one day, counted from the day that is named."""
    gap = _AWAY.fullmatch(text, before.span.end, new.span.start)
    if not gap or new.precision != "day" or new.type != "DATE":
        return None
    words = _DAY_AWAY.fullmatch(before.span.of(text))
    amount = _AMOUNT_AWAY.fullmatch(before.value or "") if before.type == "DURATION" else None
    way = gap["way"] or (words["way"] if words else None)
    if way is None or not (words or amount):
        return None
    span = Span(before.span.start, new.span.end)
    if new.value is None:
        return replace(new, span=span)
    days = int(amount["count"]) * (7 if amount["unit"] == "W" else 1) if amount else 1
    day = moved(date.fromisoformat(new.value), -days if way.lower() == "before" else days)
    return replace(new, span=span, value=day.isoformat(), end=None) if day else None


# "A year ago" in a report on the third quarter must not move the quarter that the next "a year ago" hangs on.
_QUARTER_RULES = frozenset(("ordinal_part", "short_quarter"))
_CLOCK_RULES = frozenset(("clock", "o_clock", "noon"))
