"""Take apart a happening of today and an older one of its kind that only a few of the mentions date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from generator.collate.timeline.mentions.event_mention import EventMention
from generator.collate.timeline.mentions.times import plain_value
from generator.records import ArticleId, PublicationDay

LONG_AGO = timedelta(days=30)  # before publication: what lies further back is told as background
FEW = 1 / 3  # of the articles that report a happening: fewer do not make today's happening an old one


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
    return (plain_value(mention.time)[0] or "") if mention.time else ""


def _articles(mentions: Sequence[EventMention]) -> set[ArticleId]:
    return {mention.article_id for mention in mentions}
