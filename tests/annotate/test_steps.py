"""What `explain` says of a quote's source can be run again: the rules that it names, asked alone, say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.annotate.article import context_of
from generator.annotate.context import Attribution, Context
from generator.annotate.speakers import ROUNDS
from generator.explain import Sources, explain, steps_to
from generator.language import SpacyLanguage
from generator.records import AnnotatedArticle, Digest, PublicationDay, Quote, Span
from tests.annotate.shown import annotated
from tests.cases import Case, read_cases

HERE = Path(__file__).parent
RULES = {rule.__name__: rule for rules in ROUNDS for rule in rules}
CASES = [case for file in ("speakers.md", "speakers_beside.md") for case in read_cases(HERE / file)]


def steps_told(quote: Quote, sources: Sources) -> list[str]:
    """What `explain` prints behind "step 1", "step 2" and so on."""
    lines = explain(quote.id, sources).splitlines()
    return [line.split(maxsplit=2)[2] for line in lines if line.startswith("step ")]


def replay(told: list[str], asked: list[Quote], context: Context) -> Attribution | None:
    """Ask only the rules that the steps name, in order, with nothing else known, and compare what each answers."""
    places = {stretch.outer: index for index, stretch in enumerate(context.marked)}
    answer = None
    for step, quote in zip(told, asked, strict=True):
        index, rule = places[quote.content], step.partition(" about ")[0]
        answer = context.answers[index] = RULES[rule](index, context)
        assert answer is not None
        assert answer.rule == rule
        cue = f", cue {words(answer.cue, context)}" if answer.cue else ""
        assert step.endswith(f": source {words(answer.source, context)}{cue}")
    return answer


def words(span: Span, context: Context) -> str:
    return f"“{span.of(context.text)}” (seeds/a0)"


def line(quote: Quote, answer: Attribution | None, text: str) -> str:
    """As the case files write it."""
    found = (answer.source, answer.cue) if answer else (None, None)
    return " | ".join([*(span.of(text) if span else "-" for span in found), quote.inner.of(text), rule_of(answer)])


def rule_of(answer: Attribution | None) -> str:
    return answer.rule if answer else "none"


def replayed(found: AnnotatedArticle, language: SpacyLanguage) -> list[str]:
    sources = Sources.of(Digest((found,), (PublicationDay(None, "none", ""),)), (), "seeds")
    lines = []
    for quote in found.quotes:
        told = steps_told(quote, sources)
        answer = replay(told, steps_to(quote, found), context_of(found.article, language))
        if quote.kind != "term":
            assert quote.decided_by == rule_of(answer)
            lines.append(line(quote, answer, found.article.text))
    return lines


@pytest.mark.parametrize("case", CASES, ids=[f"{case.file}: {case.heading}" for case in CASES])
def test_the_steps_of_every_case_lead_to_its_source_again(case: Case, language: SpacyLanguage) -> None:
    articles = [found for text in case.articles for found in annotated([text], language)]
    assert [said for found in articles for said in replayed(found, language)] == case.expected


def test_a_quote_that_goes_on_has_the_steps_of_those_before_it(language: SpacyLanguage) -> None:
    (found,) = annotated(["“The oven was lit in May,” Prat said. “It went out.” “Nobody saw it.”"], language)
    sources = Sources.of(Digest((found,), (PublicationDay(None, "none", ""),)), (), "seeds")
    assert steps_told(found.quotes[2], sources) == [
        "clause_after about “The oven was lit in May,” (seeds/a0): source “Prat” (seeds/a0), cue “said” (seeds/a0)",
        "same_paragraph about “It went out.” (seeds/a0): source “Prat” (seeds/a0), cue “said” (seeds/a0)",
        "same_paragraph about “Nobody saw it.” (seeds/a0): source “Prat” (seeds/a0), cue “said” (seeds/a0)",
    ]
