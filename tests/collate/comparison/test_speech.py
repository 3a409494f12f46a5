"""Whether the sources of one statement are one speaker."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from generator.collate.comparison.speech import _is_sure, _name_one
from generator.records import Contrast, Quote, Span


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
