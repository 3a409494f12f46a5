"""Heads and feet around a story, from `heads.md`: what they state, and that the story stays whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.clean import clean
from generator.records import RawArticle
from tests.cases import Case, cases

FIELDS = ("title", "outlet", "origin", "byline", "dateline", "published", "url")
STORY = [
    "The council of Tarn voted on Monday to close the north bridge for repairs that will take two years.",
    "“Nobody likes it, but the steel is worn through,” said Petra Holm, the city engineer, after the vote.",
    "Buses will be led over the old ferry road, and a footbridge is to open in the autumn, the council said.",
    "Traders on the north bank fear for their income and have asked for a cut in their rates.",
]


def stated(file: str, lines: list[str]) -> set[str]:
    """Return all that is known of the story with these lines around it, and paragraphs that are not its own."""
    article = clean(RawArticle(file, "", "\n\n".join(lines)))
    body = [span.of(article.text) for span in article.paragraphs]
    assert [text for text in STORY if text in body] == STORY
    values = {field: getattr(article.metadata, field) for field in FIELDS}
    return {f"{field} | {value.value}" for field, value in values.items() if value} | {
        f"¶ | {text}" for text in body if text not in STORY
    }


@pytest.mark.parametrize("case", cases(Path(__file__).with_name("heads.md")))
def test_head(case: Case) -> None:
    lines = [part for line in case.quoted for part in (STORY if line == "¶" else [line])]
    assert stated("page.txt", lines) == set(case.expected)


def test_a_newspaper_in_a_part_of_the_files_name_is_the_outlet() -> None:
    assert "outlet | Tarn Courier" in stated("2019-03-06_tarn-courier_north-bridge.txt", STORY)


@pytest.mark.parametrize(
    ("file", "slug", "outlet"),
    [
        ("tarn-courier_2019-03-06_north-bridge.txt", "tarn-courier", "Tarn Courier"),
        ("usa-today_2019-03-06_north-bridge.txt", "usa-today", "USA TODAY"),
        ("politico_2019-03-06_north-bridge.txt", "politico", "POLITICO"),
        ("nyt_2019-03-06_north-bridge.txt", "nyt", "New York Times"),
    ],
)
def test_the_outlets_short_name_in_the_file_and_below_the_headline_is_no_part_of_that(
    file: str, slug: str, outlet: str
) -> None:
    title = "Tarn closes its north bridge for two years"
    for head in ([f"{title}\n{slug}\nMarch 6, 2019"], [title, slug, "March 6, 2019"]):
        found = stated(file, [*head, *STORY])
        assert f"title | {title}" in found
        assert f"outlet | {outlet}" in found
        assert not any(fact.startswith("¶") for fact in found)


def test_a_word_of_a_files_name_is_no_outlet_without_a_day_beside_it() -> None:
    assert not any(fact.startswith("outlet") for fact in stated("metro_north_bridge.txt", STORY))


def test_a_headline_in_a_files_name_is_no_outlet() -> None:
    assert not any(fact.startswith("outlet") for fact in stated("mayor-resigns-from-post.txt", STORY))


def test_an_outlet_that_the_file_and_somebody_in_the_story_name_is_the_outlet() -> None:
    told = "“We did not know of it,” Mayor Ida Roth told the Tarn Lantern on Tuesday."
    assert "outlet | Tarn Lantern" in stated("tarn-lantern-0306.txt", [*STORY, told])
    assert not any(fact.startswith("outlet") for fact in stated("bridge-0306.txt", [*STORY, told]))
