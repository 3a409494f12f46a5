"""A count that goes on, on the page that compares: by day and source, the newest last."""

from __future__ import annotations

import re

import pytest

from generator.config import Settings
from generator.language import SpacyLanguage
from generator.pipeline import build_digest
from generator.publish import render
from generator.records import Metadata, RawArticle, Stated

TOLD = {
    "tribune": ("2024-06-14", "The flood in Oroka killed 61 people and cut off the bridge to Pelindo, the army said."),
    "gazette": ("2024-06-12", "The flood in Oroka killed 47 people and cut off the bridge to Pelindo, the army said."),
    "herald": ("2024-06-13", "The flood in Oroka killed 52 people and cut off the bridge to Pelindo, the army said."),
}


def page(language: SpacyLanguage, days: dict[str, str]) -> str:
    """Return the row about the people killed as the page that compares has it."""
    raws = [
        RawArticle(
            f"{name}.md",
            "0" * 64,
            text,
            "paragraphs",
            Metadata(published=Stated(days[name], "made up"), outlet=Stated(name.title(), "made up")),
        )
        for name, (_, text) in TOLD.items()
    ]
    text = render(build_digest(raws, language), Settings())["compare.md"].decode()
    return text[text.index("people killed") : text.index("</ul>", text.index("people killed"))]


def test_the_dead_are_told_by_day_and_the_newest_count_is_last(language: SpacyLanguage) -> None:
    row = page(language, {name: day for name, (day, _) in TOLD.items()})
    assert re.findall(r"\d+ June 2024", row) == ["12 June 2024", "13 June 2024", "14 June 2024"]
    assert [number for number in re.findall(r"\d+(?= people</strong>)", row)] == ["47", "52", "61"]


@pytest.mark.parametrize("day", ["2024-06-12"])
def test_counts_of_one_day_have_no_day_beside_them(language: SpacyLanguage, day: str) -> None:
    assert "June" not in page(language, dict.fromkeys(TOLD, day))


def test_an_outlet_that_quotes_itself_is_no_second_one(language: SpacyLanguage) -> None:
    words = "“The bridge to Pelindo will be closed until the water has left the lower fields,” Rosa Ortiz said."
    other = "“Nobody had asked the captains of Oroka about their boats before that night,” Nils Dahl said."
    texts = {"a": ("Herald", f"{words} {other}"), "b": ("Herald", words), "c": ("Gazette", other)}
    raws = [
        RawArticle(f"{name}.md", "0" * 64, text, "paragraphs", Metadata(outlet=Stated(outlet, "made up")))
        for name, (outlet, text) in texts.items()
    ]
    pages = render(build_digest(raws, language), Settings())
    assert "1 statement in more than one outlet" in pages["index.md"].decode()
    assert "2 statements · 1 in more than one outlet" in pages["quotes/index.md"].decode()
    assert "2 statements in more than one article" in pages["compare.md"].decode()
