"""Whether the sources of one statement are one speaker."""

from __future__ import annotations

import pytest

from generator.collate.comparison.speech import _name_one


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
