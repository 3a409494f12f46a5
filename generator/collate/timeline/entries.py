"""Which dated happenings become entries of the timeline, so that no sentence is told twice under one day."""

from __future__ import annotations

from collections.abc import Sequence

from generator.collate.timeline.dating import When
from generator.collate.timeline.units import Unit
from generator.collate.timeline.words import named
from generator.records import ArticleId

_Key = tuple[ArticleId, int]


def entries(happenings: Sequence[Sequence[Unit]], whens: Sequence[When]) -> list[int]:
    """Return the indices of the happenings that are told, in their order."""
    told: list[int] = []
    by_day: dict[str, list[set[_Key]]] = {}
    for index in sorted(range(len(happenings)), key=lambda index: _rank(happenings[index], whens[index])):
        mentions, when = happenings[index], whens[index]
        if when.date is None or (when.through and not _stands_alone(mentions, when)):
            continue
        sentences = {(unit.article_id, unit.sentence) for unit in mentions}
        same_day = by_day.setdefault(when.date, [])
        if _needs_own_sentence(when) and any(sentences <= other for other in same_day):
            continue
        same_day.append(sentences)
        told.append(index)
    return sorted(told)


def _rank(mentions: Sequence[Unit], when: When) -> tuple[object, ...]:
    """Own days before days through another happening, listed event words before any verb, many mentions before few."""
    return (bool(when.through), not any(unit.listed for unit in mentions), -len(mentions), mentions[0].key)


def _stands_alone(mentions: Sequence[Unit], when: When) -> bool:
    """Return whether a happening dated through another one is worth an entry: a gathering within a visit is."""
    if when.through == "during":
        return any(named("occasions") & set(unit.families) for unit in mentions)
    return any(unit.listed for unit in mentions)


def _needs_own_sentence(when: When) -> bool:
    """Return whether it must add a sentence; "announced an hour before it" and gatherings within a visit need not."""
    return when.through not in ("hours", "during")
