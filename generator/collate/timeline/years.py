"""The year of "in May" and "on May 5": the one that another sentence about the same happening gives with the month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.collate.timeline.mentions.event_mention import EventMention
from generator.collate.timeline.mentions.times import plain_value, times_in
from generator.records import AnnotatedArticle, ArticleId, TimeExpression

# Rules of expressions without a year: theirs is only the likely one, the nearest to publication.
WITHOUT_YEAR = frozenset(("month", "month_first", "day_first"))
OTHER_YEAR = "other_year"  # the rule of what is dated so


def in_stated_years(
    happenings: Sequence[Sequence[EventMention]], articles: Mapping[ArticleId, AnnotatedArticle]
) -> list[list[EventMention]]:
    """Return the happenings, their months and days without a year in the year that their other sentences give."""
    return [_in_stated_year(mentions, articles) for mentions in happenings]


def _in_stated_year(
    mentions: Sequence[EventMention], articles: Mapping[ArticleId, AnnotatedArticle]
) -> list[EventMention]:
    open_years = [mention for mention in mentions if mention.time and _lacks_year(mention.time)]
    if not open_years:
        return list(mentions)
    stated = set(_stated(mentions, articles))
    return [_in_year_of(mention, stated) if mention in open_years else mention for mention in mentions]


def _lacks_year(time: TimeExpression) -> bool:
    return time.rule in WITHOUT_YEAR and time.anchor is not None and time.value is not None


def _stated(mentions: Sequence[EventMention], articles: Mapping[ArticleId, AnnotatedArticle]) -> Iterator[str]:
    """Yield the days and months that sentences give with their year; where one gives two, nobody knows which counts."""
    for article_id, number in sorted({mention.place for mention in mentions}):
        found = articles[article_id]
        times = [time for time in times_in(found, found.sentences[number].span) if time.anchor is None]
        values = [value for value, precision in map(plain_value, times) if value and precision in ("day", "month")]
        if len(values) == 1:
            yield values[0]


def _in_year_of(mention: EventMention, stated: set[str]) -> EventMention:
    """Return the mention in the only year in which a stated day or month is its own."""
    time = mention.time
    value = plain_value(time)[0] if time else None
    if time is None or value is None or time.value is None:
        return mention
    years = {other[:4] for other in stated if other[4:].startswith(value[4:])}
    if len(years) != 1 or (year := years.pop()) == value[:4]:
        return mention
    end = year + time.end[4:] if time.end and time.end[:4] == value[:4] else None
    return replace(mention, time=replace(time, value=year + time.value[4:], anchor=None, rule=OTHER_YEAR, end=end))
