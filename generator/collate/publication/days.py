"""The day on which each article was published: stated, inferred from its siblings, or left open with a window.

Every article is asked again in each build, so an override, a new sibling or a better reading re-dates what hung on it.
Articles dated by inference may date others, in rounds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from generator.annotate.dates import resolve_times, tag
from generator.collate.publication.run_in import printed_at_head
from generator.collate.publication.shared_runs import Index, carried_by, statements_of
from generator.collate.publication.siblings import (
    Dated,
    Siblings,
    ToldDays,
    days_told,
    infer,
    told_of_tomorrow,
    updated,
)
from generator.collate.publication.year_times import LONGEST_WINDOW, times_of_year
from generator.days import bounds, in_words
from generator.records import (
    BY_EDITOR,
    AnnotatedArticle,
    ArticleId,
    PersonId,
    Precision,
    PublicationDay,
    Stated,
    Statement,
    TimeExpression,
)

# "(March 9, 2021, update 4:25 p.m.)" before the first sentence: when this was written, and no part of the story.
_STAMP = re.compile(r"\s*[(\[](?P<words>[^()\[\]\n]{6,60})[)\]]")
# Days that an article may lie outside those of the others of its folder: of 173 dated articles of 50 events 145 lie
# within them, 28 one to three days outside.
BESIDE = timedelta(6)


def publication_days(
    articles: Sequence[AnnotatedArticle], statements: Sequence[Statement]
) -> tuple[PublicationDay, ...]:
    """Return one publication day an article, in their order. The result does not depend on that order."""
    found = {article.article.id: stated_day(article) for article in articles}
    in_order = sorted(articles, key=lambda one: one.article.id)
    found |= _updated(found, in_order)
    if any(day.precision != "day" for day in found.values()):
        _infer_in_rounds(found, in_order, statements)
    return tuple(found[article.article.id] for article in articles)


def _updated(
    found: Mapping[ArticleId, PublicationDay], articles: Sequence[AnnotatedArticle]
) -> dict[ArticleId, PublicationDay]:
    """Return the days of those whose text is younger than their stated day; an editor's word is not doubted."""
    dated = {one.article.id: one for one in articles if found[one.article.id].precision == "day"}
    told = {identity: days_told(one, found[identity].value) for identity, one in dated.items()}
    by_weekday = Index()
    for identity in dated:
        by_weekday.add(identity, found[identity].value or "", sorted(told[identity].features))
    days = {}
    for identity in dated:
        if not found[identity].reason.startswith(BY_EDITOR):
            beside = sorted(by_weekday.nearest(sorted(told[identity].features)))
            siblings = [(dated[other], told[other]) for other in beside]
            day = updated(found[identity], told[identity], siblings)
            days[identity] = day if day.inferred else told_of_tomorrow(day, told[identity])
    return days


def _infer_in_rounds(
    found: dict[ArticleId, PublicationDay], articles: Sequence[AnnotatedArticle], statements: Sequence[Statement]
) -> None:
    """Date what is open by what is dated, until a round dates nothing more. Within a round no answer sees another."""
    of_article = statements_of(statements)
    carried = {one.article.id: carried_by(one, of_article.get(one.article.id, ())) for one in articles}
    told = {one.article.id: days_told(one, _known(found[one.article.id])) for one in articles}
    siblings, pending = Siblings(), []
    for one in articles:
        if found[one.article.id].precision == "day":
            siblings.add(Dated(one, found[one.article.id], carried[one.article.id], told[one.article.id]))
        else:
            pending.append(one)
    settled = pending
    while pending and settled:
        answers = {
            one.article.id: infer(
                found[one.article.id],
                told[one.article.id],
                siblings.links(carried[one.article.id], told[one.article.id]),
            )
            for one in pending
        }
        settled = [one for one in pending if answers[one.article.id].precision == "day"]
        found.update((one.article.id, answers[one.article.id]) for one in settled or pending)
        for one in settled:
            identity = one.article.id
            siblings.add(Dated(one, found[identity], carried[identity], days_told(one, _known(found[identity]))))
        pending = [one for one in pending if answers[one.article.id].precision != "day"]
    if among := _days_of_all(found):
        named = {name for one in articles if found[one.article.id].value for name in _named(one)}
        for one in pending:
            identity = one.article.id
            if named & _named(one) or siblings.links(carried[identity], told[identity]):
                found[identity] = _placed(found[identity], told[identity], among)


def _named(article: AnnotatedArticle) -> set[PersonId]:
    return {mention.person for mention in article.mentions if mention.person}


def _days_of_all(found: Mapping[ArticleId, PublicationDay]) -> tuple[date, date] | None:
    """Return the first and the last day of a folder's articles, with what may lie beside them; None: none is known."""
    known = [date.fromisoformat(day.value) for day in found.values() if day.value and day.precision == "day"]
    return (min(known) - BESIDE, max(known) + BESIDE) if known else None


def _placed(day: PublicationDay, told: ToldDays, among: tuple[date, date]) -> PublicationDay:
    """Return an open day with the window that the folder's other articles leave, if it has no other and none denies it.

    The article tells of somebody that they tell of, so it is of the same story, and "last year" is the same for all.
    """
    first, last = among
    denied = (told.latest or first) > last or (told.coming or last) < first
    denied = denied or {first.month, last.month} <= told.months  # "told us in January"
    if day.value or day.window or denied or last - first > LONGEST_WINDOW:
        return day
    when = in_words(first.isoformat(), last.isoformat())
    return replace(day, reason=f"{day.reason}; the other articles allow {when}", window=among)


def time_expressions_of(found: AnnotatedArticle, day: PublicationDay) -> tuple[TimeExpression, ...]:
    """Return the time expressions of an article, resolved as far as its publication day is known.

    When the day is inferred or open but the window is short, a value counts that is the same from the window's first
    to its last day: "Monday" may be certain where "yesterday" is not. A weekday of an inferred day counts as it is.
    """
    if day.precision == "year" and day.inferred and day.window:
        return times_of_year(found, day.window)
    resolved = partial(resolve_times, found.article.text, found.time_places)
    if day.window is None or day.window[0] == day.window[1] or day.window[1] - day.window[0] > LONGEST_WINDOW:
        return resolved(_known(day))
    first, last = (resolved(bound.isoformat()) for bound in day.window)
    likely = resolved(_known(day)) if _known(day) else first
    ends = {one.span: (one.value, one.end) for one in last}
    steady = {one.span for one in first if ends.get(one.span) == (one.value, one.end)}
    return tuple(
        one
        if one.span in steady or (one.rule == "weekday" and _known(day))
        else replace(one, value=None, anchor=None, end=None)
        for one in likely
    )


def _known(day: PublicationDay) -> str | None:
    return day.value if day.precision == "day" else None


def stated_day(article: AnnotatedArticle) -> PublicationDay:
    """Return the day that the article's metadata or dateline state; left open when they state none."""
    metadata = article.article.metadata
    if metadata.published and (parsed := _parsed(metadata.published)):
        value, precision = parsed
        how = metadata.published.how
        where = {"address": "stated in the address", "file name": "stated in the file name"}
        reason = how if how.startswith("stated ") else where.get(how, f"stated: {how}")
        return PublicationDay(value, precision, reason, False, bounds(value))
    if metadata.dateline:
        for time in tag(metadata.dateline.value, None):
            if time.value and time.precision == "day":
                day = time.value[:10]
                return PublicationDay(day, "day", f"stated: dateline “{metadata.dateline.value}”", False, bounds(day))
    if stamp := _STAMP.match(article.article.text):
        for time in tag(stamp["words"], None):
            if time.value and time.precision == "day":
                day = time.value[:10]
                return PublicationDay(
                    day, "day", f"stated: the text opens with “{stamp[0].strip()}”", False, bounds(day)
                )
    if printed := printed_at_head(article.article):
        day, place = printed
        return PublicationDay(day, "day", f"stated: {place}", False, bounds(day))
    return PublicationDay(None, "none", "open: not stated")


def _parsed(stated: Stated) -> tuple[str, Precision] | None:
    """Return the ISO 8601 day, month or year of a statement and its precision; None when it is none."""
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
