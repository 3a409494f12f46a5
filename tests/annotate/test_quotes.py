"""Quotations, their sources and the people behind them: the cases of the Markdown files, and laws for any text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.annotate import annotate_text
from generator.annotate.confidence import CERTAIN, NAMED, confidence_of, measured
from generator.annotate.quotations import find_marked
from generator.annotate.sentences import find_sentences
from generator.annotate.speakers import RULES
from generator.language import SpacyLanguage
from generator.records import Span
from tests.annotate.shown import attributed_of, marked_of, named_of, reported_of, sentences_of
from tests.cases import Case, cases, read_cases

HERE = Path(__file__).parent
SHOWN: dict[str, Callable[[list[str], SpacyLanguage], list[str]]] = {
    "quotations.md": marked_of,
    "speakers.md": attributed_of,
    "speakers_beside.md": attributed_of,
    "people.md": named_of,
    "turns.md": named_of,
    "sentences.md": sentences_of,
    "reported.md": reported_of,
}


@pytest.mark.parametrize("case", cases(*(HERE / file for file in SHOWN)))
def test_case(case: Case, language: SpacyLanguage) -> None:
    assert SHOWN[Path(case.file).name](case.articles, language) == case.expected


def test_every_rule_has_a_case_and_an_explanation() -> None:
    decided = {line.rpartition(" | ")[2] for case in read_cases(HERE / "speakers.md") for line in case.expected}
    assert decided == {*RULES, "none"}
    assert all(RULES.values())


def test_confidence_is_what_was_counted() -> None:
    assert {rule for rule, *_ in measured()} <= set(RULES)
    assert all(0 <= counted.right <= counted.answered for counted in measured().values())
    assert (
        confidence_of(("clause_after", "plain", "name", "many"))
        >= CERTAIN
        > confidence_of(("sentence_subject", "none", "name", "many"))
    )
    assert confidence_of(("no_such_rule", "none", "none", "few")) == 0.5


def test_a_few_words_that_a_loose_rule_gives_to_somebody_are_less_sure_than_many() -> None:
    loose = ("clause_in_sentence", "about", "name")
    assert confidence_of((*loose, "few")) < NAMED < confidence_of((*loose, "many"))
    assert confidence_of(("clause_after", "plain", "name", "few")) >= CERTAIN


def test_a_rule_with_few_answers_is_no_surer_for_being_right_in_each_part_of_them() -> None:
    assert confidence_of(("signature", "none", "name", "many")) < CERTAIN
    assert confidence_of(("colon_before", "plain", "name", "many")) < CERTAIN


pieces = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "''",
        "«",
        "»",
        " ",
        "  ",
        "\n",
        ". ",
        ", ",
        "? ",
        "We",
        "said",
        "Ruth Okafor",
        "it's",
        "he",
        "the farmers'",
        "no",
        ":",
    ]
)
texts = st.lists(pieces, max_size=40).map("".join)


def paragraphs_of(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            spans.append(Span(start, at + len(line.rstrip())))
        at += len(line) + 1
    return spans


@settings(max_examples=300)
@given(texts)
def test_marked_stretches_lie_in_their_paragraph_and_apart(text: str) -> None:
    paragraphs = paragraphs_of(text)
    end = 0
    for stretch in find_marked(text, paragraphs):
        assert paragraphs[stretch.paragraph].covers(stretch.outer)
        assert stretch.outer.covers(stretch.inner)
        assert stretch.outer.start >= end
        end = stretch.outer.end


@settings(max_examples=300)
@given(texts)
def test_sentences_lose_no_word_and_cross_no_paragraph(text: str) -> None:
    paragraphs = paragraphs_of(text)
    found = find_sentences(text, paragraphs)
    assert all(paragraphs[sentence.paragraph].covers(sentence.span) for sentence in found)
    kept = "".join(sentence.span.of(text) for sentence in found)
    assert "".join(kept.split()) == "".join("".join(span.of(text) for span in paragraphs).split())


@settings(max_examples=40)
@given(texts)
def test_any_text_is_annotated_with_exact_spans(language: SpacyLanguage, text: str) -> None:
    found = annotate_text(text, language=language)
    assert found["text"] == text
    for quote in found["quotes"]:
        assert 0 <= quote["start"] < quote["end"] <= len(text)
        assert quote["speaker_start"] is None or quote["speaker_start"] < quote["speaker_end"] <= len(text)


@pytest.mark.parametrize(
    "storm", ["." * 60_000, '"a" ' * 15_000, "“" * 30_000, "'a " * 20_000, "A-" * 30_000, ")" * 60_000]
)
def test_a_storm_of_marks_passes_in_time(storm: str) -> None:
    paragraphs = [Span(0, len(storm))]
    find_marked(storm, paragraphs)
    find_sentences(storm, paragraphs)


def test_words_that_nobody_said_are_told_apart_from_the_quotes(language: SpacyLanguage) -> None:
    text = 'The novel "The Long River" sold a million copies. "I wrote it in a month," Okoro said.'
    found = annotate_text(text, language=language)
    assert [text[quote["start"] : quote["end"]] for quote in found["quotes"]] == ['"I wrote it in a month,"']
    assert [term["text"] for term in found["terms"]] == ["The Long River"]


@pytest.mark.parametrize("published", ["2014-12", "2014", "2014-12-32", "soon", ""])
def test_a_day_that_is_not_exact_resolves_nothing_and_breaks_nothing(language: SpacyLanguage, published: str) -> None:
    found = annotate_text("The ferry left on Monday. It sank in 2009.", published, language=language)
    assert [(time["text"], time["value"]) for time in found["dates"]] == [("Monday", None), ("2009", "2009")]
