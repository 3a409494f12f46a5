"""Times that a sentence tells by counting from a day that it names: "on 19 August, three days before he resigned"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from generator.annotate.dates.values import moved, safe_date, shifted
from generator.collate.timeline.mentions.grammar import Grammar
from generator.collate.words.numbers import number_words
from generator.records import Span, TimeExpression

# "on 19 August, three days before", "the 9 June meeting, two weeks after": no verb stands between the two.
_NEXT_TO = re.compile(r"[\s,]*(?:[\w'’-]+[\s,]+){0,2}")
# "Today marks one month since the dam burst": to the day.
_MARKS = re.compile(
    r"\s+mark(?:s|ed)\s+(?:exactly\s+)?(?P<count>[a-z]+|\d{1,3})\s+(?P<unit>day|week|month|year)s?\s+(?=since\b)"
)
_AMOUNT = re.compile(r"P(\d{1,3})([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_WAYS = {"before": -1, "after": 1}


def counted_times(
    text: str, times: Sequence[TimeExpression], grammar: Grammar, event_words: Container[int]
) -> Iterator[tuple[TimeExpression, int]]:
    """Yield the times that are counted from a day named right before, each with the event word that it dates."""
    for day in times:
        marked = _MARKS.match(text, day.span.end) if day.precision == "day" and day.value else None
        if marked and (then := _since(day, marked)):
            since = grammar.within(Span(marked.end(), marked.end() + 1)).start
            yield from ((then, word) for word in _opened(grammar, since) if word in event_words)
    for day, amount in pairwise(times):
        if day.precision != "day" or not day.value or not _NEXT_TO.fullmatch(text, day.span.end, amount.span.start):
            continue
        opener = _opener(text, amount, grammar)
        time = _counted(text, day, amount, opener, grammar)
        if opener is not None and time is not None:
            yield from ((time, word) for word in _opened(grammar, opener) if word in event_words)


def _since(day: TimeExpression, marked: re.Match[str]) -> TimeExpression | None:
    """Return the day since which so much time has gone by on another one."""
    word, unit = marked["count"], marked["unit"]
    count = int(word) if word.isdecimal() else 1 if word in ("a", "one") else number_words().get(word)
    if not count or day.value is None:
        return None
    now = date.fromisoformat(day.value[:10])
    if unit in ("day", "week"):
        then = moved(now, -count * (7 if unit == "week" else 1))
    else:
        months = 12 * now.year + now.month - 1 - count * (12 if unit == "year" else 1)
        then = safe_date(months // 12, months % 12 + 1, now.day)
    if then is None:
        return None
    span = Span(day.span.start, marked.end() + len("since"))
    return replace(day, span=span, type="DATE", value=then.isoformat(), rule="counted", end=None)


def _opener(text: str, amount: TimeExpression, grammar: Grammar) -> int | None:
    """Return the "before" or "after" that ends the amount or follows it."""
    inside = grammar.within(amount.span)
    for at in (inside.stop - 1, inside.stop):
        if 0 <= at < len(grammar.words) and _word(text, grammar, at) in _WAYS:
            return at
    return None


def _word(text: str, grammar: Grammar, at: int) -> str:
    return text[grammar.words[at].start : grammar.words[at].end].lower()


def _counted(
    text: str, day: TimeExpression, amount: TimeExpression, opener: int | None, grammar: Grammar
) -> TimeExpression | None:
    found = _AMOUNT.fullmatch(amount.value or "P1D") if opener is not None else None
    if found is None or opener is None or day.value is None:
        return None
    count = int(found[1]) * _WAYS[_word(text, grammar, opener)]
    # "Three days before he resigned" lies before: what is counted to lies the other way.
    away = shifted(date.fromisoformat(day.value[:10]), _UNITS[found[2]], -count)
    if away is None:
        return None
    span = Span(day.span.start, grammar.words[opener].end)
    return replace(day, span=span, type="DATE", value=away[0], precision=away[1], rule="counted", end=None)


def _opened(grammar: Grammar, opener: int) -> list[int]:
    """Return what the word opens: the verb of its clause, or the noun behind it."""
    if grammar.words[opener].dep == "mark":
        return [grammar.words[opener].head]
    return [child for child in grammar.hanging[opener] if grammar.words[child].dep in ("pobj", "pcomp")]
