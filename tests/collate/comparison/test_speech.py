"""Whether the sources of one statement are one speaker."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from generator.collate.comparison.speech import _is_sure, _name_one, _speakers
from generator.records import ArticleId, Contrast, Person, PersonId, Quote, QuoteId, Span, Statement


@pytest.mark.parametrize(
    ("sources", "one"),
    [
        (["Captain Tom Lind, a clerk at Tarn Harbour", "harbour clerk Tom Lind"], True),
        (["Tom Lind", "the harbour office"], False),
        (["Tom Lind"], False),
    ],
)
def test_sources_with_a_name_in_common_are_one(sources: list[str], one: bool) -> None:
    assert _name_one(sources) is one


@pytest.mark.parametrize(
    ("confidence", "decided_by", "contrast", "sure"),
    [
        (0.95, "lead_in", "contradiction", True),
        (0.9, "lead_in", "wording", False),
        (0.9, "governing_clause", "wording", True),
        (0.9, "governing_clause", "contradiction", False),
    ],
)
def test_only_a_sure_speaker_differs(confidence: float, decided_by: str, contrast: Contrast, sure: bool) -> None:
    source = Span(0, 4)
    quote = SimpleNamespace(
        confidence=confidence, decided_by=decided_by, source=source, cue=None, source_kind="organisation"
    )
    assert _is_sure(cast(Quote, quote), contrast) is sure


def test_a_speaker_whom_only_one_article_names_for_certain_contradicts_nobody() -> None:
    texts = {ArticleId("gazette"): "“Sail,” said Tom Lind.", ArticleId("herald"): "“Sail,” said Lind."}
    people = {
        PersonId(who): cast(Person, SimpleNamespace(id=who, names=(name,), name=name, kind="person"))
        for who, name in (("lind", "Tom Lind"), ("holt", "Ada Holt"))
    }

    def rows(second: str) -> int:
        quotes = {
            QuoteId(f"{name}-q"): cast(
                Quote,
                SimpleNamespace(
                    confidence=0.95,
                    decided_by="lead_in",
                    source=Span(13, len(text) - 1),
                    cue=Span(8, 12),
                    content=Span(0, 7),
                    source_kind="name",
                    speaker=PersonId(who),
                ),
            )
            for (name, text), who in zip(texts.items(), ("lind", second), strict=True)
        }
        readings = tuple(SimpleNamespace(article_id=name, quote_id=f"{name}-q", span=Span(0, 7)) for name in texts)
        statement = cast(Statement, SimpleNamespace(readings=readings))
        return len(_speakers(statement, quotes, texts, "contradiction", people))

    assert rows("lind") == 0
    assert rows("holt") == 1
