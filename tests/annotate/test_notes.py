"""What an outlet says of its own report is marked as such, and nothing is taken from it."""

from __future__ import annotations

import pytest

from generator.annotate.article import annotate
from generator.annotate.sentences import find_sentences
from generator.clean import clean_folder
from generator.clean.page import Page
from generator.language import SpacyLanguage
from generator.records import ArticleId, RawArticle, Span


def noted(text: str) -> list[str]:
    return [one.span.of(text) for one in find_sentences(text, (Span(0, len(text)),)) if one.note]


@pytest.mark.parametrize(
    "text",
    [
        "CORRECTION: The pier is 40 metres long. It was built by Ann Lind.",
        "Correction (May 5): Ann Lind is the treasurer of the port.",
        "Clarification, 3:20 p.m.: The ferry sails on Mondays only.",
        "Editor's note: Some of the passengers asked for other names.",
        "May 5, 10:29 a.m.: An earlier version of this article called Ann Lind the mayor. She is the harbour master.",
        "This story has been corrected to give the length of the pier.",
        "This report was updated at 9:13 a.m.",
        "Due to an editing error, the pier was placed in Havn.",
        "The article originally said that the pier was open.",
    ],
)
def test_a_note_is_marked_whole(text: str) -> None:
    assert " ".join(noted(text)) == text


def test_a_note_goes_from_where_it_begins_to_the_end_of_its_paragraph_or_bracket() -> None:
    assert noted("The pier is shut. This story has been updated with a comment. It was shut before.") == [
        "This story has been updated with a comment.",
        "It was shut before.",
    ]
    assert noted("The pier is shut. [Editor's note: This was added later. It is short.] Nobody came.") == [
        "[Editor's note: This was added later.",
        "It is short.]",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE 3 p.m.: The council voted for the pier.",
        "An earlier version of the bill named the port.",
        "Ann Lind asked for a correction of the minutes.",
        "The corrections department said: we have no keys.",
        "The report was updated by the council in May.",
        "Her story has changed since Monday.",
    ],
)
def test_news_of_a_correction_or_an_update_is_no_note(text: str) -> None:
    assert noted(text) == []


def test_what_a_correction_quotes_was_said_by_nobody(language: SpacyLanguage) -> None:
    text = (
        "“The pier is shut,” Ann Lind said on Monday. "
        "An earlier version of this article quoted Ann Lind as saying “the pier is open for ever” when it was shut."
    )
    (article,) = clean_folder([RawArticle("post", "post.txt", text)], _kept)  # as where an editor keeps the block
    found = annotate(article, language)
    assert [quote.kind for quote in found.quotes] == ["direct", "term"]
    assert not [report for report in found.reports if report.cue.start > text.index("An earlier")]


def _kept(_: ArticleId, page: Page) -> None:
    page.verdicts = [None] * len(page.blocks)
