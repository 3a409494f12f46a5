"""Outlets that are only cited are nobody's name."""

from __future__ import annotations

import pytest

from generator.clean import clean_folder
from generator.records import RawArticle

TOLD = (
    "The keepers of the northern dam slept in their boats on Monday, and the crews dug on until the evening.\n\n"
    "“Nobody called us,” a keeper told Fox News. The mayor told Fox News that the pumps had stopped at two.\n\n"
    "The board of the harbour meets on Friday to talk of a new wall, and of who is to pay for it."
)
OTHER = (
    "The wall of the northern dam broke on Monday, and the town was told to leave the lower streets at once.\n\n"
    "{line}\n\nThe crews said that they would go on until the water fell, whatever the board of the harbour held."
)


def origins(*texts: str) -> list[str | None]:
    """Return the origin of each text of one folder."""
    articles = clean_folder([RawArticle(f"{n}.txt", "", text) for n, text in enumerate(texts)])
    return [article.metadata.origin.value if article.metadata.origin else None for article in articles]


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (
            ["Fox News reported that the pumps had stopped.", "The keepers had called nobody, a guard told Fox News."],
            None,
        ),
        (["Fox News reported that the pumps had stopped.", "The town had heard of foxes on the dam."], "Fox News"),
    ],
)
def test_what_several_others_cite_too_is_not_where_an_article_comes_from(lines: list[str], kept: str | None) -> None:
    assert origins(TOLD, *(OTHER.format(line=line) for line in lines))[0] == kept


def test_whoever_tells_what_an_outlet_reports_is_another_one() -> None:
    assert origins(TOLD) == ["Fox News"]
    assert origins(
        f"{TOLD}\n\nThe pumps are old, Fox News reports, and the keepers had asked for new ones in May."
    ) == [None]


@pytest.mark.parametrize("foot", ["via Daily Mail", "Sources: Slate, Salon"])
def test_a_credit_of_what_was_read_elsewhere_names_no_outlet(foot: str) -> None:
    text = OTHER.format(line="The board met at noon, and nobody spoke of the pumps or of the keepers who had slept.")
    assert origins(f"{text}\n\n{foot}") == [None]
