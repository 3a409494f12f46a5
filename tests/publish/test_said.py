"""The statements and speakers of the home page: whole, of known speakers, of many voices."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.config import Settings
from generator.language import SpacyLanguage
from generator.pipeline import build_digest
from generator.publish.edition import Edition
from generator.publish.indexes import home
from generator.publish.said import front_speakers, front_statements
from generator.records import Metadata, RawArticle, Stated


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


def test_one_sentence_of_a_quotation_stands_for_all_of_it(language: SpacyLanguage) -> None:
    speech = (
        '"The pier in Havn will open in the spring. The council has paid for all of the new wood," said Rosa Brandt.'
    )
    other = '"We have waited for this pier for three years," said Ove Lind, a fisherman.'
    found = said(edition_of(language, f"{speech}\n\n{other}", f"{other}\n\n{speech}"))
    assert len(found) == 2
    assert "We have waited for this pier for three years" in found


def test_the_reason_of_a_join_does_not_contradict_the_speaker_above_it(language: SpacyLanguage) -> None:
    words = "The northern pier in Havn will open again in the early spring of next year"
    named = f'"{words}," said Rosa Brandt, the mayor.'
    edition = edition_of(language, named, f'A sign hung there.\n\n"{words}."')
    (statement,) = edition.digest.statements
    assert len(statement.speakers) == 1
    for why in ("same words, one speaker not known", "same words, speakers differ"):
        assert edition.joined_because(replace(statement, why=why)) == "same words"
        assert edition.joined_because(replace(statement, why=why, speakers=())) == why


def test_who_is_quoted_by_most_articles_goes_first(language: SpacyLanguage) -> None:
    often = (
        '"We have waited for this pier for years," said Ove Lind, a fisherman.\n\n'
        '"It was cold and it was wet out there," Lind said.\n\n"Nobody came to see us in those days," Lind said.'
    )
    again = '"Nobody has to walk around the bay any more," said Rosa Brandt, the mayor.'
    edition = edition_of(language, f"{WHOLE}\n\n{often}", again)
    assert [person.name for person in front_speakers(edition)] == ["Rosa Brandt", "Ove Lind"]


PIERS = (
    "Three winters passed before the wood came from the north, and the fishermen of Havn carried their nets around the "
    "bay in the rain. The bank lent the town two million crowns for it, and the carpenters began in March.",
    "The mayor of Havn spoke to the council on Monday about money for the summer, the school roof and the new buses. "
    "Nobody in the room asked her about the harbour, whose quay has been closed to all boats since the storm.",
)


def by_outlets(language: SpacyLanguage, *outlets: str) -> Edition:
    raws = [
        RawArticle(
            f"a{number}.md",
            "0" * 64,
            f"{WHOLE}\n\n{text}",
            "paragraphs",
            Metadata(outlet=Stated(outlet, "made up")),
        )
        for number, (outlet, text) in enumerate(zip(outlets, PIERS, strict=True))
    ]
    return Edition(build_digest(raws, language), Settings(site_name="Harbour"))


@pytest.mark.parametrize(
    ("outlets", "number"),
    [
        (("Harbour Bell", "Larkfield Herald"), 1),
        (("Harbour Bell", "Harbour Bell"), 0),
        (("The Harbour Bell", "harbourbell.com"), 0),
        (("Kuwait News Agency", "KUNA"), 0),
    ],
)
def test_an_outlet_that_repeats_itself_is_not_two(
    language: SpacyLanguage, outlets: tuple[str, str], number: int
) -> None:
    edition = by_outlets(language, *outlets)
    assert len(edition.shared) == 1
    assert len(edition.in_several) == number
    assert ("in more than one outlet" in home(edition).decode()) == bool(number)


def test_copies_of_one_text_are_not_two(language: SpacyLanguage) -> None:
    text = "\n\n".join((WHOLE, *PIERS))
    raws = [
        RawArticle(f"{name}.md", "0" * 64, text, "paragraphs", Metadata(outlet=Stated(name, "made up")))
        for name in ("Bell", "Herald")
    ]
    edition = Edition(build_digest(raws, language), Settings(site_name="Harbour"))
    assert edition.shared
    assert not edition.in_several
