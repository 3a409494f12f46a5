"""Applies what an editor states of the rows of the comparison: a better name, or that they say nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.errors import CLOSEST
from generator.overrides.entries import Entry, Overrides
from generator.overrides.targets import (
    COPY_OR_DELETE,
    Claims,
    chosen,
    find_article,
    find_named,
    fold,
    nearest,
    places,
)
from generator.records import Agreement, AgreementId, AnnotatedArticle, Finding, Span


def settle_rows(
    rows: tuple[Agreement, ...], articles: Sequence[AnnotatedArticle], overrides: Overrides
) -> tuple[tuple[Agreement, ...], tuple[Finding, ...]]:
    """Return the rows as the editor states them."""
    current: dict[AgreementId, Agreement] = {row.id: row for row in rows}
    findings: list[Finding] = []
    claims = Claims(findings)
    for entry in overrides.of("rows"):
        row = find_named_row(entry, rows, articles, overrides)
        if isinstance(row, Finding):
            findings.append(row)
            continue
        for setting in entry.settings:
            if not claims.claim(row.id, setting.key, entry, setting.value):
                continue
            if setting.key == "hide":
                current.pop(row.id, None)
            elif setting.key == "label" and row.id in current:
                current[row.id] = replace(current[row.id], about=str(setting.value))
    return tuple(current.values()), tuple(findings)


def find_named_row(
    entry: Entry, rows: Sequence[Agreement], articles: Sequence[AnnotatedArticle], overrides: Overrides
) -> Agreement | Finding:
    """Return the row that an entry names, by the name that it had or by one that another entry gave it."""
    return find_named(entry, overrides.of("rows"), lambda each: find_row(each, rows, articles))


def find_row(entry: Entry, rows: Sequence[Agreement], articles: Sequence[AnnotatedArticle]) -> Agreement | Finding:
    """Return the one row in which an article has the entry's words, or why there is none."""
    found = find_article(entry, articles)
    if isinstance(found, Finding):
        return found
    text, spans = found.article.text, places(found.article, entry)
    values = [(row, value.span) for row in rows for value in row.values if value.article_id == found.article.id]
    exact = [row for row, span in values if span in spans or _is(span, spans, entry, text)]
    whole = [row for row, span in values if any(span.covers(place) for place in spans)]
    told = exact or whole or [row for row, span in values if _at(span, spans)]
    told = list({row.id: row for row in told}.values())
    if entry.which:
        told = chosen(entry.which, told, lambda row: (row.about, row.kind))
    if len(told) == 1:
        return told[0]
    if told:
        names = "; ".join(row.about for row in told)
        step = "Add `which:`, the name of the row you mean"
        return entry.stale(f'"{entry.words}" stands in several rows: {names}', step)
    near = nearest(entry.words, (span.of(text) for _, span in values))
    what = f'no row of the comparison has these words of {entry.article}: "{entry.words}"' + (
        f"{CLOSEST}“{near}”" if near else ""
    )
    return entry.stale(what, COPY_OR_DELETE, gone=bool(spans))


def _is(span: Span, spans: Sequence[Span], entry: Entry, text: str) -> bool:
    return fold(span.of(text)) == fold(entry.words) and _at(span, spans)


def _at(span: Span, spans: Sequence[Span]) -> bool:
    return any(span.overlaps(place) for place in spans)
