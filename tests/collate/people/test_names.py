"""Who is somebody: the cases of `names.md`, and how it stays fast."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.collate.people.resolve import resolve_people
from generator.language import SpacyLanguage
from tests.annotate.shown import annotated
from tests.cases import Case, cases


@pytest.mark.parametrize("case", cases(Path(__file__).with_name("names.md")))
def test_persons(case: Case, language: SpacyLanguage) -> None:
    people, _ = resolve_people(annotated(case.articles, language))
    assert sorted(person.name for person in people if person.kind == "person") == sorted(case.expected)


def test_every_mention_is_still_its_article_s_words(language: SpacyLanguage) -> None:
    articles = annotated(["Dikegrave Ann Okafor said so. In the U.S. Okafor slept.", "Ann Okafor left."], language)
    _, resolved = resolve_people(articles)
    for found in resolved:
        for mention in found.mentions:
            assert mention.span.of(found.article.text).endswith(mention.name.split()[-1])
