"""Whom descriptions mean: each rule for them has a case that fails where the rule is taken out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.collate.people import descriptions
from generator.collate.people.place import DescribedPlace, Meant
from generator.language import SpacyLanguage
from generator.records import AnnotatedArticle
from tests.annotate.shown import annotated, named_among
from tests.cases import TESTS, Case, read_cases

Told = list[tuple[Case, list[AnnotatedArticle]]]


@pytest.fixture(scope="module")
def told(language: SpacyLanguage) -> Told:
    """The cases on people, annotated once: that does not depend on whom a description means."""
    return [(case, annotated(case.articles, language)) for case in read_cases(TESTS / "annotate/people.md")]


@pytest.mark.parametrize("rule", descriptions.RULES)
def test_every_rule_has_a_case_that_fails_without_it(
    rule: Callable[[DescribedPlace], Meant | None], told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(descriptions, "RULES", tuple(other for other in descriptions.RULES if other is not rule))
    assert any(named_among(articles) != case.expected for case, articles in told)
