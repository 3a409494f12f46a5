"""What rows are headed by: whole clauses that stand by themselves."""

from __future__ import annotations

from unittest.mock import patch

from generator.collate import collate
from generator.collate.comparison import weighing
from generator.language import Language
from tests.collate.comparison.compared import annotated


def headings(language: Language, **texts: str) -> list[str]:
    articles = [annotated(f"{name}@2024-06-12", text, language) for name, text in texts.items()]
    with patch.object(weighing, "is_shown", lambda *_: True):
        return [row.about for row in collate(articles).agreements if row.kind in ("date", "happening", "name")]


def test_a_day_is_headed_by_all_that_was_done_on_it(language: Language) -> None:
    found = headings(
        language,
        gazette="Mayor Tom Lind unveiled on Monday the largest plan for the Brevik harbour in a generation.",
        herald="On Monday, Mayor Tom Lind unveiled his plan for the Brevik harbour, which fishermen opposed.",
    )
    assert any("for the Brevik harbour" in about for about in found)
    assert all(about.split()[0] in ("Mayor", "On") for about in found)


def test_a_heading_has_whoever_does_it(language: Language) -> None:
    found = headings(
        language,
        gazette="The fishermen said that Lind had signed a petition urging the council to close the Brevik pier.",
        herald="Lind signed a petition that urged the council to close the Brevik pier, Ito said.",
    )
    assert not any(about.startswith(("urging", "that", "signed", "to ")) for about in found)
