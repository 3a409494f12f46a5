"""The statements and speakers of the home page: whole, of known speakers, of many voices."""

from __future__ import annotations

import pytest

from generator.config import Settings
from generator.language import SpacyLanguage
from generator.pipeline import build_digest
from generator.publish.edition import Edition
from generator.publish.said import front_speakers, front_statements
from generator.records import RawArticle


def edition_of(language: SpacyLanguage, *texts: str) -> Edition:
    raws = [RawArticle(f"a{number}.md", "0" * 64, text, "paragraphs") for number, text in enumerate(texts)]
    return Edition(build_digest(raws, language), Settings(site_name="Harbour"))


def said(edition: Edition) -> list[str]:
    return [edition.closed(statement.text) for statement in front_statements(edition)]


WHOLE = '"The pier in Havn will open again in the spring," said Rosa Brandt, the mayor.'


@pytest.mark.parametrize(
    "other",
    [
        '"the boats of our fathers and mothers," Ove Lind said of them.',
        '"What I see when I wake up in the morning," Ove Lind said, "is that the boats have gone."',
        '"The boats of our fathers and mothers ..." Ove Lind said of them.',
        'Somebody wrote on the wall that night.\n\n"The boats of our fathers belong to nobody now."',
    ],
)
def test_the_home_page_has_whole_statements_of_known_speakers(language: SpacyLanguage, other: str) -> None:
    assert said(edition_of(language, f"{WHOLE}\n\n{other}")) == ["The pier in Havn will open again in the spring"]


def test_one_statement_of_each_speaker_comes_before_a_second(language: SpacyLanguage) -> None:
    second = '"The council has paid for all of the new wood," Brandt said.'
    other = '"We have waited for this pier for three years," said Ove Lind, a fisherman.'
    found = said(edition_of(language, f"{WHOLE}\n\n{second}\n\n{other}"))
    assert found.index("We have waited for this pier for three years") == 1


def test_who_is_quoted_by_most_articles_goes_first(language: SpacyLanguage) -> None:
    often = (
        '"We have waited for this pier for years," said Ove Lind, a fisherman.\n\n'
        '"It was cold and it was wet out there," Lind said.\n\n"Nobody came to see us in those days," Lind said.'
    )
    again = '"Nobody has to walk around the bay any more," said Rosa Brandt, the mayor.'
    edition = edition_of(language, f"{WHOLE}\n\n{often}", again)
    assert [person.name for person in front_speakers(edition)] == ["Rosa Brandt", "Ove Lind"]
