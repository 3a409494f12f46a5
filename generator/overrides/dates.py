"""Applies what an editor states of single dates: the day that words of an article mean, before events are made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from generator.errors import CLOSEST
from generator.overrides.entries import REDUNDANT, Entry, Overrides, precision_of
from generator.overrides.targets import COPY_OR_DELETE, Claims, find_article, fold, nearest, paragraph_of, places
from generator.records import OVERRIDE, AnnotatedArticle, Finding, TimeExpression


def settle_dates(
    articles: Sequence[AnnotatedArticle], overrides: Overrides
) -> tuple[list[AnnotatedArticle], tuple[Finding, ...]]:
    """Return the articles with the days that the editor states."""
    current = {found.article.id: found for found in articles}
    findings: list[Finding] = []
    claims = Claims(findings)
    for entry in overrides.of("dates"):
        found = find_article(entry, articles)
        time = found if isinstance(found, Finding) else find_date(entry, found)
        if isinstance(found, Finding) or isinstance(time, Finding):
            findings.append(cast(Finding, time))
            continue
        setting = entry.get("date")
        assert setting is not None
        value = cast("str | None", setting.value)
        if time.value == value and time.end is None:
            findings.append(Finding(REDUNDANT, entry.where, "date is not needed any more: it is read so", "Delete it"))
        if claims.claim(f"{found.article.id} {time.span.start}", "date", entry, value):
            now = current[found.article.id]
            times = tuple(_stated(each, value) if each.span == time.span else each for each in now.time_expressions)
            current[found.article.id] = replace(now, time_expressions=times)
    return list(current.values()), tuple(findings)


def find_date(entry: Entry, found: AnnotatedArticle) -> TimeExpression | Finding:
    """Return the words of an article that tell a time and that an entry names, or why there are none."""
    text, spans = found.article.text, places(found.article, entry)
    met = [time for time in found.time_expressions if any(time.span.overlaps(span) for span in spans)]
    met = [time for time in met if fold(time.span.of(text)) == fold(entry.words)] or met
    if len(met) == 1:
        return met[0]
    if met:
        told = "; ".join(f"“{time.span.of(text)}” (paragraph {paragraph_of(time.span, found.article)})" for time in met)
        step = "Copy no more than the one you mean, and add `prefix:` or `suffix:` where it stands twice"
        return entry.stale(f'"{entry.words}" in {entry.article} tells several dates: {told}', step)
    what = f'no date is told in {entry.article} by: "{entry.words}"'
    if near := nearest(entry.words, (time.span.of(text) for time in found.time_expressions)):
        what += f"{CLOSEST}“{near}”"
    return entry.stale(what, COPY_OR_DELETE)


def _stated(time: TimeExpression, value: str | None) -> TimeExpression:
    return replace(time, type="DATE", value=value, precision=precision_of(value), anchor=None, end=None, rule=OVERRIDE)
