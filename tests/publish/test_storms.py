"""Folders made to swell the site: its pages grow with the articles, not with their square."""

from __future__ import annotations

from generator.config import Settings
from generator.language import SpacyLanguage
from generator.pipeline import build_digest
from generator.publish import render
from generator.read.tidy import tidied
from generator.records import RawArticle

COPY = """The bridge over the harbour stays closed

Engineers found cracks in the northern pier of the bridge over the harbour on Monday, the port authority said.

“Nobody will cross it before the winter,” Ann Smith told reporters on June 19, 2023.
"""


def test_many_copies_of_one_story_name_a_few_of_each_other(language: SpacyLanguage) -> None:
    def sources(copies: int) -> int:
        raws = [tidied(RawArticle(f"copy{number}.txt", "0" * 64, COPY)) for number in range(copies)]
        return len(render(build_digest(raws, language), Settings())["sources.md"])

    assert sources(60) < 2.5 * sources(30)
