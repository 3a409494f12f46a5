"""What an outlet says of its own story leaves the body and is kept with its kind and its day."""

from __future__ import annotations

import pytest

from generator.clean import clean
from generator.clean.lines import split_blocks
from generator.clean.notices import CORRECTION, EDITORS_NOTE, UPDATE, notice, notice_day
from generator.records import Metadata, RawArticle, Stated

STORY = "The ferry left the quay at dawn on Friday with forty people on board, the harbour board said."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Correction: The ferry carried 212 people, not 221.", CORRECTION),
        ("CORRECTION APPENDED", CORRECTION),
        ("Corrections & Clarifications: A prior version of this report misspelled the captain's name.", CORRECTION),
        ("*An earlier version of this article said that the lock was built in 1912.", CORRECTION),
        ("Due to an editing error, an earlier version of this post gave the wrong name of the quay.", CORRECTION),
        ("Oct. 2, 10:29 a.m.: A previous version of this story called Ola Berg a pilot. He is a diver.", CORRECTION),
        ("This story has been corrected to show that the ferry sails on Sundays", CORRECTION),
        ("Originally, this column said that the quay was shut.", CORRECTION),
        ("[Editor's note: The original version misspelled the name of the quay.]", CORRECTION),
        ("(This article has been updated with a statement from the harbour board.)", UPDATE),
        ("Update: This piece was updated with what the pilot wrote on Friday.", UPDATE),
        ("Updated to add the names of both divers.", UPDATE),
        ("Update Fri, May 3rd, 4:00PM: Added a response from the harbour board.", UPDATE),
        ("Editor's note: The name of the child has been changed.", EDITORS_NOTE),
        ("Editors’ Note: This column was written before the ferry sank.", EDITORS_NOTE),
        ("Update: Two of the crew were let go on Thursday.", None),
        ("Update at 10 a.m. Second ferry sails:", None),
        ("Editor's note: The lock has been shut every winter since 1911.", None),
        ("An earlier version of the plan had a wider lock.", None),
        ("Berg said that an earlier version of this report from the board had named him.", None),
        ("“Correction: the lock holds,” he said, and laughed.", None),
        ("The paper wrote: “An earlier version of this article gave a wrong age.”", None),
        ("This column originally appeared in the Tidewater.", None),
        ("Corrected for inflation, the bridge cost as much as the lock.", None),
        ("Correction of the tables took a year.", None),
    ],
)
def test_a_notice_is_told_from_a_sentence_of_the_story(line: str, kind: str | None) -> None:
    (block,) = split_blocks(line)
    assert notice(block) == kind


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Correction (May 5, 2021): The ferry carried 212 people.", "2021-05-05"),
        (
            "CORRECTION: Corrected by: Ola Berg @ 05/14/2021 06:33 PM An earlier version of this story erred.",
            "2021-05-14",
        ),
        ("May 6, 10:29 a.m.: An earlier version of this article called Ola Berg a pilot.", "2021-05-06"),
        ("Correction, Jan. 4: The ferry carried 212 people.", "2022-01-04"),
        ("This story was updated on 9 May 2021 to add a statement.", "2021-05-09"),
        ("Correction: The ferry sailed on May 1, not on May 2, 2021.", None),
    ],
)
def test_the_day_of_a_notice_is_the_one_beside_its_label(line: str, day: str | None) -> None:
    assert notice_day(line, "2021-05-04") == day


def test_a_notice_that_runs_into_a_paragraph_is_cut_off() -> None:
    article = clean(RawArticle("a", "", f"{STORY} Correction: An earlier version of this story gave a wrong hour."))
    assert (article.text, [part.reason for part in article.removed]) == (STORY, [CORRECTION])


def test_what_an_agencys_desk_sets_before_its_story_is_cut_off() -> None:
    article = clean(
        RawArticle("a", "", f"(Updates with count of passengers, adds details) {STORY}\n\n{STORY[:60]} again.")
    )
    assert article.text.startswith(STORY)


def test_a_label_on_its_own_line_takes_the_notice_below_it() -> None:
    article = clean(RawArticle("a", "", f"{STORY}\n\nCORRECTION:\n\nThe ferry sails at noon on Sundays, not at one."))
    assert article.text == STORY


def test_the_day_that_the_format_states_gives_a_notice_its_year() -> None:
    given = Metadata(published=Stated("2021-05-04", "made"))
    note = "May 6: An earlier version of this article called Ola Berg a pilot."
    article = clean(RawArticle("a", "", f"{STORY}\n\n{note}", given=given))
    assert [part.reason for part in article.removed] == [f"{CORRECTION}, 2021-05-06"]
