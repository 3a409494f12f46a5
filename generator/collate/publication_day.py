"""The day on which each article was published: stated, inferred from its siblings, or left open with a window.

An undated article is dated by a dated sibling when both carry the same words and name the same weekday for their news;
or, when it names no weekday, when all dated siblings that it shares words with are of one day. Articles dated so may
date others, in rounds. What the evidence does not decide is left open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.annotate.dates import direction, tag
from generator.collate.calendar_words import WEEKDAYS, short
from generator.collate.shared_words import Carried, Shared, carried_by, shared, statements_of
from generator.records import AnnotatedArticle, ArticleId, Precision, PublicationDay, Stated, Statement

ENOUGH = 3  # weight: one shared statement, or a shared stretch of seven words
CLEARLY = 2  # times: how much more two articles must share than others of another day to be preferred
WEEK = timedelta(6)  # a bare weekday lies at most so far before publication


@dataclass(frozen=True, slots=True)
class _Told:
    """What one article says about days."""

    weekdays: frozenset[int]
    """Weekdays that it names without "last" or "next", in clauses that do not look forward."""
    days: frozenset[date]
    """Days before or on publication that it tells of; empty when it is not dated."""
    latest_full: date | None
    """The latest day given with its year in a clause that looks back: it was published then or later."""


def publication_days(
    articles: Sequence[AnnotatedArticle], statements: Sequence[Statement]
) -> tuple[PublicationDay, ...]:
    """Return one publication day an article, in their order. The result does not depend on that order."""
    found = {article.article.id: _stated(article) for article in articles}
    by_statement = statements_of(statements)
    open_ones = [a for a in sorted(articles, key=lambda a: a.article.id) if found[a.article.id].precision != "day"]
    if open_ones:
        carried = {a.article.id: carried_by(a, by_statement.get(a.article.id, ())) for a in articles}
        _infer_in_rounds(found, articles, open_ones, carried)
    return tuple(found[article.article.id] for article in articles)


def _infer_in_rounds(
    found: dict[ArticleId, PublicationDay],
    articles: Sequence[AnnotatedArticle],
    open_ones: list[AnnotatedArticle],
    carried: Mapping[ArticleId, Carried],
) -> None:
    told = {a.article.id: _told(a, found[a.article.id]) for a in articles}
    pending = list(open_ones)
    while pending:
        dated = [a for a in sorted(articles, key=lambda a: a.article.id) if found[a.article.id].precision == "day"]
        answers = {a.article.id: _infer(a, found, dated, told, carried) for a in pending}
        settled = {identity for identity, answer in answers.items() if answer.precision == "day"}
        found.update(answers if not settled else {identity: answers[identity] for identity in settled})
        if not settled:
            return
        told.update({a.article.id: _told(a, found[a.article.id]) for a in pending if a.article.id in settled})
        pending = [a for a in pending if a.article.id not in settled]


def _stated(article: AnnotatedArticle) -> PublicationDay:
    """Return the day that the article's metadata or dateline state."""
    metadata = article.article.metadata
    if metadata.published and (parsed := _parse(metadata.published)):
        value, precision = parsed
        return PublicationDay(value, precision, f"stated: {metadata.published.how}", False, _bounds(value, precision))
    if metadata.dateline:
        for time in tag(metadata.dateline.value, None):
            if time.value and time.precision == "day":
                value = time.value[:10]
                return PublicationDay(
                    value, "day", f"dateline: {metadata.dateline.value}", False, _bounds(value, "day")
                )
    return PublicationDay(None, "none", "not stated")


def _parse(stated: Stated) -> tuple[str, Precision] | None:
    value = stated.value.strip()[:10]
    try:
        if len(value) == 10:
            return date.fromisoformat(value).isoformat(), "day"
        if len(value) == 7:
            return date.fromisoformat(value + "-01").isoformat()[:7], "month"
        if len(value) == 4:
            return f"{date(int(value), 1, 1).year:04d}", "year"
    except ValueError:
        pass
    return None


def _bounds(value: str, precision: Precision) -> tuple[date, date]:
    if precision == "day":
        return date.fromisoformat(value), date.fromisoformat(value)
    if precision == "month":
        first = date.fromisoformat(value + "-01")
        return first, (first + timedelta(31)).replace(day=1) - timedelta(1)
    return date(int(value), 1, 1), date(int(value), 12, 31)


def _told(article: AnnotatedArticle, published: PublicationDay) -> _Told:
    text = article.article.text
    known = published.value if published.precision == "day" else None
    weekdays: set[int] = set()
    days: set[date] = set()
    latest: date | None = None
    for time in tag(text, known):
        if time.type not in ("DATE", "TIME") or direction(text, time.span) == "future":
            continue
        words = time.span.of(text).lower()
        if time.rule == "weekday" and not {"last", "next", "coming", "following", "previous"} & set(words.split()):
            weekdays.update(number for number, name in enumerate(WEEKDAYS) if name.lower() in words)
        if time.precision == "day" and time.value:
            day = date.fromisoformat(time.value[:10])
            if known is None or day.isoformat() <= known:
                days.add(day)
                latest = max(latest or day, day) if time.anchor is None and time.rule != "clock" else latest
    return _Told(frozenset(weekdays), frozenset(days), latest)


def _infer(
    article: AnnotatedArticle,
    found: Mapping[ArticleId, PublicationDay],
    dated: Sequence[AnnotatedArticle],
    told: Mapping[ArticleId, _Told],
    carried: Mapping[ArticleId, Carried],
) -> PublicationDay:
    """Return the article's day as its dated siblings tell it; its window when they do not decide."""
    mine, own = told[article.article.id], found[article.article.id]
    links = [
        (sibling, common)
        for sibling in dated
        if (common := shared(carried[article.article.id], carried[sibling.article.id])).weight >= ENOUGH
    ]
    candidates: dict[date, list[tuple[AnnotatedArticle, Shared, int | None]]] = {}
    for sibling, common in links:
        day = date.fromisoformat(found[sibling.article.id].value or "")
        weekday = _agreeing(mine, told[sibling.article.id], day)
        if weekday is not None or not mine.weekdays:
            candidates.setdefault(day, []).append((sibling, common, weekday))
    bounds = own.window
    candidates = {
        day: told_there
        for day, told_there in candidates.items()
        if (bounds is None or bounds[0] <= day <= bounds[1]) and (mine.latest_full is None or day >= mine.latest_full)
    }
    chosen = _choose(candidates, mine)
    if chosen is None:
        return _left_open(own, mine, links, found)
    sibling, common, weekday = max(candidates[chosen], key=lambda link: (link[1].weight, link[0].article.id))
    window = (chosen, chosen + WEEK) if weekday is not None else (chosen, chosen)
    reason = _reason(sibling, common, chosen, weekday, found)
    return PublicationDay(chosen.isoformat(), "day", reason, True, window)


def _agreeing(mine: _Told, theirs: _Told, published: date) -> int | None:
    """Return the latest weekday that both name for a day within the week before the sibling's publication."""
    recent = sorted((day for day in theirs.days if published - WEEK <= day <= published), reverse=True)
    return next((day.weekday() for day in recent if day.weekday() in mine.weekdays), None)


def _choose(
    candidates: Mapping[date, Sequence[tuple[AnnotatedArticle, Shared, int | None]]], mine: _Told
) -> date | None:
    """Return the day that stands alone, agrees with a named weekday alone, or has clearly most in common."""
    if len(candidates) < 2:
        return next(iter(candidates), None)
    named = [day for day in candidates if day.weekday() in mine.weekdays]
    if len(named) == 1:
        return named[0]
    weights = {day: max(link[1].weight for link in candidates[day]) for day in (named or candidates)}
    first, second, *_ = sorted(weights.values(), reverse=True)
    if first < CLEARLY * second:
        return None
    return max(weights, key=lambda day: (weights[day], day))


def _name(article: AnnotatedArticle) -> str:
    outlet = article.article.metadata.outlet
    return article.article.siglum or (outlet.value if outlet else article.article.id)


def _reason(
    sibling: AnnotatedArticle, common: Shared, day: date, weekday: int | None, found: Mapping[ArticleId, PublicationDay]
) -> str:
    itself = ", itself inferred" if found[sibling.article.id].inferred else ""
    what = "the same quoted words" if common.quoted else "the same words"
    said = f", and both say “{WEEKDAYS[weekday]}”" if weekday is not None else ""
    return f"inferred: {what} as {_name(sibling)} ({short(day)}{itself}): “{common.sample}”{said}"


def _left_open(
    own: PublicationDay,
    mine: _Told,
    links: Sequence[tuple[AnnotatedArticle, Shared]],
    found: Mapping[ArticleId, PublicationDay],
) -> PublicationDay:
    if own.value:
        return own
    days = sorted(date.fromisoformat(found[sibling.article.id].value or "") for sibling, _ in links)
    floor = f"; its text tells of {short(mine.latest_full)}" if mine.latest_full else ""
    if days and days[0] != days[-1]:
        first = max(days[0], mine.latest_full or days[0])
        window = (first, max(first, days[-1] + WEEK))
        told = f"open: shares words with articles of {short(days[0])} and {short(days[-1])}, and nothing decides{floor}"
        return PublicationDay(None, "none", told, False, window)
    return PublicationDay(None, "none", f"open: no date in the text, and no dated article tells the same news{floor}")
