"""Take apart what was joined and cannot be one: a happening of today and older ones of its kind, or of other days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from generator.annotate.dates.direction import is_past_form
from generator.collate.timeline.mentions.event_mention import SAYING, EventMention
from generator.collate.timeline.mentions.times import last_day, plain_value
from generator.days import bounds
from generator.records import ArticleId, PublicationDay

LONG_AGO = timedelta(days=30)  # before publication: what lies further back is told as background
FEW = 1 / 3  # of the articles that report a happening: fewer do not make today's happening an old one
APART = timedelta(days=6)  # between the days that two sources give one happening; what lies farther apart is two


def split_background(
    happenings: Sequence[Sequence[EventMention]], published: Mapping[ArticleId, PublicationDay]
) -> list[list[EventMention]]:
    """Return the happenings, the old ones by themselves where few articles of a larger group tell of them.

    "The riots of December 2008" in one article of nine about today's riots must not date the other eight.
    """
    split: list[list[EventMention]] = []
    for mentions in happenings:
        old = [mention for mention in mentions if _is_old(mention, published)]
        if 0 < len(_articles(old)) <= FEW * len(_articles(mentions)):
            by_time: dict[str, list[EventMention]] = {}
            for mention in old:
                by_time.setdefault(_value(mention), []).append(mention)
            split += [by_time[value] for value in sorted(by_time)]
            mentions = [mention for mention in mentions if mention not in old]
        split.append(list(mentions))
    return split


def split_by_time(
    happenings: Sequence[Sequence[EventMention]],
    published: Mapping[ArticleId, PublicationDay] = MappingProxyType({}),
) -> list[list[EventMention]]:
    """Return the happenings, those of which mentions give times that cannot be one in as many parts.

    "Met in March 2016" and "met on Monday" are two meetings, whatever the words share. What gives no time stays with
    the time that most articles give, but for a weekday of which nobody knows the week, and for what an article that
    came out before tells as done.
    """
    split: list[list[EventMention]] = []
    for mentions in happenings:
        parts = _parts(mentions, published)
        timed = {mention for part in parts for mention in part}
        undated = [mention for mention in mentions if mention not in timed]
        most = max(parts, key=lambda part: len(_articles(part)), default=[])
        astray = [m for m in undated if m.told and m.told.anchor] if parts else []
        early = [m for m in undated if m not in astray and is_before(m, most, published)]
        rest = [mention for mention in undated if mention not in astray and mention not in early]
        split += [part + rest if part is most else part for part in parts] or [rest]
        split += [others for others in (astray, early) if others]
    return [sorted(mentions, key=lambda mention: mention.key) for mentions in split]


def is_before(
    mention: EventMention, dated: Sequence[EventMention], published: Mapping[ArticleId, PublicationDay]
) -> bool:
    """Return whether a mention tells as done what others, in articles that came out later, date to a later day.

    A noun tells of what is to come as of what is over ("her testimony"), so only a verb in the past counts.
    """
    known = _stated_day(mention, published)
    if known is None or not _is_done(mention):
        return False
    return any(
        not other.planned and known < _reach(other)[0] <= (_stated_day(other, published) or known)
        for other in dated
        if _value(other)
    )


def _is_done(mention: EventMention) -> bool:
    return mention.finite and mention.mood == "reported" and is_past_form(mention.printed)


def _stated_day(mention: EventMention, published: Mapping[ArticleId, PublicationDay]) -> date | None:
    """Return the day that a mention's article states, None where it only likely appeared on one."""
    day = published.get(mention.article_id)
    known = day is not None and day.precision == "day" and not day.inferred
    return date.fromisoformat(day.value) if known and day and day.value else None


def _parts(
    mentions: Sequence[EventMention], published: Mapping[ArticleId, PublicationDay] = MappingProxyType({})
) -> list[list[EventMention]]:
    """Return the mentions that give a time, those together whose times can be one; exact times choose first."""
    parts: list[list[EventMention]] = []
    for mention in sorted(filter(_value, mentions), key=lambda mention: (-len(_value(mention)), mention.key)):
        near = [
            part
            for part in parts
            if all(_can_be_one(mention, other) for other in part)
            and not is_before(mention, part, published)
            and not any(is_before(other, [mention], published) for other in part)
        ]
        if near:
            max(near, key=lambda part: len(_articles(part))).append(mention)
        else:
            parts.append([mention])
    return parts


def _can_be_one(left: EventMention, right: EventMention) -> bool:
    """Return whether the times of two mentions meet, or are days so near that one of two sources may be wrong."""
    if (left.time is None) != (right.time is None):
        return True  # a date and a weekday of which nobody knows the date
    (first, last), (other_first, other_last) = _reach(left), _reach(right)
    days = len(_value(left)) == len(_value(right)) == len("2024-05-14")
    # An article does not contradict itself, and one man speaks on many days.
    sources = left.article_id != right.article_id and SAYING not in (*left.families, *right.families)
    leeway = APART if days and sources else timedelta(0)
    return first <= other_last + leeway and other_first <= last + leeway


def _reach(mention: EventMention) -> tuple[date, date]:
    first, last = bounds(_value(mention))
    end = last_day(mention.dating) if mention.dating else None
    return first, bounds(end)[1] if end else last


def _is_old(mention: EventMention, published: Mapping[ArticleId, PublicationDay]) -> bool:
    value = _value(mention)
    if not value or mention.planned:
        return False
    if len(value) < len("2024-05-14"):
        return True
    day = published[mention.article_id]
    known = day.value if day.precision == "day" else None
    return known is not None and date.fromisoformat(value) < date.fromisoformat(known) - LONG_AGO


def _value(mention: EventMention) -> str:
    return (plain_value(mention.dating)[0] or "") if mention.dating else ""


def _articles(mentions: Sequence[EventMention]) -> set[ArticleId]:
    return {mention.article_id for mention in mentions}
