"""All articles together: who is who, when each was published, what was said, what happened, where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from generator.alone import Alone
from generator.collate.comparison import ComparedTexts
from generator.collate.findings import find_findings
from generator.collate.kept_ids import Given, refuse_alike, with_kept_ids
from generator.collate.people.decide import decide_speakers, with_speakers
from generator.collate.people.resolve import resolve_people
from generator.collate.publication.days import publication_days, time_expressions_of
from generator.collate.publication.same_months import in_same_months
from generator.collate.reported import join_reports
from generator.collate.sigla import LETTERS, with_sigla
from generator.collate.statements import join_statements
from generator.collate.syndication import text_groups
from generator.collate.timeline import build_timeline
from generator.collate.timeline.mentions.grammar import grammars_of
from generator.collate.timeline.mentions.tenses import directed
from generator.collate.timeline.sayings import Sayings
from generator.collate.timeline.told_years import in_told_years
from generator.config import Settings
from generator.overrides import (
    NONE,
    Overrides,
    marks_of,
    settle_dates,
    settle_events,
    settle_people,
    settle_rows,
    stated_bonds,
    stated_retellings,
    stated_speakers,
    with_new_people,
)
from generator.records import AnnotatedArticle, Digest, Finding, TakenDown
from generator.side_by_side import Task, side_by_side, worthwhile


def collate(
    articles: Sequence[AnnotatedArticle],
    overrides: Overrides = NONE,
    findings: tuple[Finding, ...] = (),
    settings: Settings | None = None,
    given: Given | None = None,
    taken_down: TakenDown | None = None,
    alone: Alone | None = None,
    jobs: int = 1,
) -> Digest:
    """Return the digest of the articles. Their order does not matter. `given`: the ids and letters that were
    published before.

    `taken_down`: what an editor took out before the articles came here. `alone`: what was made of single articles
    before. `jobs`: how many processes may work.

    Raises `DigestError` when two things have one id.
    """
    settings, given, alone = settings or Settings(), given or {}, alone or Alone()
    jobs = worthwhile(jobs, len(articles))
    in_order = sorted(articles, key=lambda found: found.article.id)
    articles = with_sigla(in_order, settings.sigla or {}, given.get(LETTERS, {}))
    people, articles = resolve_people(articles)
    people, on_new = with_new_people(people, articles, overrides)
    people, articles, on_people = settle_people(people, articles, overrides)
    stated, on_speakers = stated_speakers(people, articles, overrides)
    # Which words are the same depends on who spoke, and who spoke on which words are the same: so it is asked twice.
    bonds, on_statements = stated_bonds(articles, overrides)
    statements = join_statements(decide_speakers(articles, people, stated), people, bonds)
    articles = decide_speakers(articles, people, stated, statements)
    statements = with_speakers(statements, articles, people)
    told_by_editor, on_reports = stated_retellings(articles, overrides)
    retellings = join_reports(articles, statements, told_by_editor)
    grammars = grammars_of(articles)
    published = in_told_years(articles, publication_days(articles, statements), grammars)
    # Only now is every article's day known, so only now can "on Monday" be resolved in all of them.
    articles = [
        directed(replace(found, time_expressions=time_expressions_of(found, day)), grammars[found.article.id])
        for found, day in zip(articles, published, strict=True)
    ]
    articles, on_dates = settle_dates(in_same_months(articles), overrides)
    sayings = Sayings.of(articles, statements, retellings)
    tasks: list[Task[Any]] = [
        partial(alone.taken_with, partial(build_timeline, articles, published, people, grammars, alone, sayings)),
        partial(text_groups, articles),
        partial(ComparedTexts, articles, published, people, statements, grammars),
    ]
    (events, taken), groups, compared = side_by_side(tasks, jobs)
    alone.take(taken)
    events, on_events = settle_events(events, articles, overrides)
    agreements = compared.agreements(events, groups)
    del compared  # as large as the articles themselves
    agreements, on_rows = settle_rows(agreements, articles, overrides)
    findings = (
        *findings,
        *on_new,
        *on_people,
        *on_speakers,
        *on_statements,
        *on_reports,
        *on_dates,
        *on_events,
        *on_rows,
    )
    digest = Digest(tuple(articles), published, people, statements, events, agreements, groups, findings, retellings)
    digest = with_kept_ids(digest, given)
    refuse_alike(digest, settings.seeds)
    marks, on_marks = marks_of(digest, overrides)
    digest = replace(digest, marks=marks, findings=(*findings, *on_marks), taken_down=taken_down or TakenDown())
    return replace(digest, findings=find_findings(digest, settings.seeds))
