"""Pages pasted whole, from `pasted.md`: the whole body and all metadata of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.clean import clean
from generator.read.days import day_in_address
from generator.records import Metadata, RawArticle, Stated
from tests.cases import Case, cases
from tests.clean.test_pages import test_page as holds


@pytest.mark.parametrize("case", cases(Path(__file__).with_name("pasted.md")))
def test_pasted(case: Case) -> None:
    holds(case)


STORY = "The ferry will run on Sundays from May, the harbour master said.\n\nIt had stopped in 2014 for want of a crew."


@pytest.mark.parametrize(
    ("subject", "line", "headline"),
    [
        ("Ida recommends: Tarn ferry runs again", "Tarn ferry runs again", "Tarn ferry runs again"),
        ("⛴ Tarn ferry runs", "Tarn ferry runs again on Sundays", "Tarn ferry runs again on Sundays"),
        ("Tarn ferry runs again", "Harbour news of this week", "Tarn ferry runs again"),
    ],
)
def test_the_line_of_a_mail_that_its_subject_leads_to_is_its_headline(subject: str, line: str, headline: str) -> None:
    given = Metadata(title=Stated(subject, "subject of the mail"))
    article = clean(RawArticle("mail.eml", "", f"{line}\n\n{STORY}", given=given))
    assert article.metadata.title is not None
    assert article.metadata.title.value == headline


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("news/tarn-ferry-2024-01-23-68041177", "2024-01-23"),
        ("tarn-ferry-2024-01-23.html", "2024-01-23"),
        ("tarn-ferry-2024-01-23/", "2024-01-23"),
        ("how-2024-01-23-became-a-feast", None),
        ("tarn-ferry-2024-13-23", None),
        ("tarn-ferry-1-2024-01-2", None),
    ],
)
def test_a_day_that_closes_an_address_or_stands_before_its_number_is_read(path: str, day: str | None) -> None:
    assert day_in_address(f"https://tarn.example/{path}") == day
