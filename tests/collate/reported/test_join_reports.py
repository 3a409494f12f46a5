"""Reports of one thing, and the statement that quotes it: the cases of the Markdown file, and what always holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.collate.people.decide import decide_speakers
from generator.collate.people.resolve import resolve_people
from generator.collate.reported import join_reports
from generator.collate.statements import join_statements
from generator.language import SpacyLanguage
from generator.records import AnnotatedArticle, Person, Retelling, Statement
from tests.annotate.shown import annotated
from tests.cases import Case, cases

HERE = Path(__file__).parent
TWO = [
    "Ruth Okafor spoke at noon. “We will repair the northern sluice before the winter floods arrive,” Okafor said.",
    "Ruth Okafor said the northern sluice would be repaired before the floods of winter.",
]


def joined(
    texts: list[str], language: SpacyLanguage
) -> tuple[tuple[Person, ...], list[AnnotatedArticle], tuple[Statement, ...], tuple[Retelling, ...]]:
    people, articles = resolve_people(annotated(texts, language))
    articles = decide_speakers(articles, people, {})
    statements = join_statements(articles, people)
    return people, articles, statements, join_reports(articles, statements)


@pytest.mark.parametrize("case", cases(HERE / "retellings.md"))
def test_case(case: Case, language: SpacyLanguage) -> None:
    people, _, statements, retellings = joined(case.articles, language)
    names = {person.id: person.name for person in people}
    said = {statement.id: statement.text for statement in statements}
    shown = []
    for retelling in retellings:
        quoted = said[retelling.statement] if retelling.statement else "-"
        parts = (names[retelling.speaker], retelling.cue_class, retelling.text, str(len(retelling.articles)), quoted)
        shown.append(" | ".join(parts))
    assert sorted(shown) == sorted(case.expected)


def test_a_report_is_no_reading_and_changes_no_statement(language: SpacyLanguage) -> None:
    _, articles, statements, retellings = joined(TWO, language)
    (retelling,) = retellings
    (statement,) = statements
    assert retelling.statement == statement.id
    assert statement.articles == (articles[0].article.id,)
    assert "only in one outlet" in statement.flags
    assert not {reading.quote_id for reading in statement.readings} & set(retelling.reports)


def test_the_order_of_the_articles_does_not_matter(language: SpacyLanguage) -> None:
    _, articles, statements, retellings = joined(TWO, language)
    assert join_reports(list(reversed(articles)), tuple(reversed(statements))) == retellings


def test_every_stretch_lies_in_its_article_and_holds_no_other_report_of_its_own(language: SpacyLanguage) -> None:
    texts = [
        "Lind said, “it is over”, that the dam (the old one) held; according to Okafor, it did not. “No,” said she."
    ]
    for found in annotated(texts, language):
        for report in found.reports:
            assert report.content
            assert all(0 <= span.start < span.end <= len(found.article.text) for span in report.content)
            assert list(report.content) == sorted(report.content)
            assert not any(span.overlaps(report.cue) for span in report.content)
