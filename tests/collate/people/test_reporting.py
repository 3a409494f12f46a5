"""Who is meant by the source of a report: nobody where it may as well be another one."""

from __future__ import annotations

import pytest

from generator.collate.people.resolve import resolve_people
from generator.language import SpacyLanguage
from tests.annotate.shown import annotated


def speakers(text: str, language: SpacyLanguage) -> list[str | None]:
    """Return the names of those who say what is reported, in the order of the text."""
    people, (found,) = resolve_people(annotated([text], language))
    names = {person.id: person.name for person in people}
    return [names.get(report.speaker) if report.speaker else None for report in found.reports]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # somebody else stands nearer in the sentence
        ("Sen. Ann Lind had left, as had Rep. Ruth Okoro, though she said the road was safe.", [None]),
        ("Sen. Ann Lind had left, though she said the road was safe.", ["Ann Lind"]),
        # whoever is asked may answer
        ("Mayor Karl Dahl asked Sen. John Lind the same question. He said the road was safe.", [None]),
        ("Mayor Karl Dahl met Sen. John Lind on Monday. He said the road was safe.", ["Karl Dahl"]),
        # whom the words name may have said them
        (
            "Mayor Karl Dahl left on Monday. It was the first time that John Lind, a pilot, was alarmed, he said.",
            [None],
        ),
        # a keeper of whom no name is told
        ("Karl Dahl met the keeper of the dam on Friday. The keeper said the dam was safe.", [None]),
    ],
)
def test_a_report_names_nobody_where_another_may_be_meant(
    text: str, said: list[str | None], language: SpacyLanguage
) -> None:
    assert speakers(text, language) == said


def test_of_two_with_one_office_the_one_who_acts_is_meant(language: SpacyLanguage) -> None:
    text = "President John Lind spoke with Norland President Karl Ruiz on Friday. The president said the road was safe."
    assert speakers(text, language) == ["John Lind"]


def test_the_president_of_a_firm_is_not_the_president_where_another_bears_the_title(language: SpacyLanguage) -> None:
    text = (
        "President John Lind signed the bill. Karl Ruiz, president of the Harbour Chamber, thanked him on Friday. "
        "The president said the road was safe."
    )
    assert speakers(text, language)[-1] in ("John Lind", None)


def test_it_behind_a_land_that_acts_is_no_body_before(language: SpacyLanguage) -> None:
    text = "The Farm Board fired nine shots on Monday. Ghana hit the base in May, after it said the dam was unsafe."
    assert speakers(text, language) == [None]


def test_a_firm_is_not_taken_for_whom_it_is_called_after(language: SpacyLanguage) -> None:
    firm = "Lind & Co. makes pills. Ann Lind, who founded it, left in May. "
    assert speakers(f"{firm}Lind said it would sell its mills.", language) == [None]
    assert speakers(f"{firm}Lind said the mills were safe.", language) == ["Ann Lind"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Karl Lind met Ann Okoro on Monday. Lind herself went on Friday, saying the road was safe.", [None]),
        ("Karl Lind met Ann Okoro on Monday. Lind himself went on Friday, saying the road was safe.", ["Karl Lind"]),
        ("Karl Lind was in Hale on Monday. The Lind campaign’s statement claimed that the road was safe.", [None]),
        ("Karl Rivers was in Hale on Monday. Mr. Rivers‘ supporters said the road was safe.", [None]),
    ],
)
def test_a_name_is_not_who_says_it_where_the_words_tell_otherwise(
    text: str, said: list[str | None], language: SpacyLanguage
) -> None:
    assert speakers(text, language) == said


def test_bare_police_are_nobody_where_two_towns_have_some(language: SpacyLanguage) -> None:
    two = "Hale Police met Lindholm Police on Monday. Police said the road was safe."
    assert speakers(two, language) == [None]


def test_a_line_below_a_picture_gives_no_body_its_name(language: SpacyLanguage) -> None:
    text = "The Hale Post told of Lindholm Mills.\n\nHale Post Lindholm Mills\n\nLindholm Mills said the road was safe."
    assert speakers(text, language) == ["Lindholm Mills"]


def test_a_group_without_its_name_is_not_the_body_that_stands_near(language: SpacyLanguage) -> None:
    text = "Guards of the NBA met on Monday. Only a few can read the news, according to the advocacy group."
    assert speakers(text, language) == [None]


def test_a_surname_of_which_nothing_tells_that_it_is_hers_is_not_she(language: SpacyLanguage) -> None:
    text = "The inquiry began with a woman in Hale. President Okoro was told last week. She said she had had letters."
    assert speakers(text, language) == [None]


def test_of_a_couple_it_is_not_the_one_whom_the_words_do_not_suit(language: SpacyLanguage) -> None:
    two = "John Lind and his wife Mary Lind live in Hale. John Lind slept. John Lind rose. "
    assert speakers(f"{two}Lind made clear she believed the dam was safe.", language)[0] is None
    assert speakers(f"{two}Lind said the dam was safe.", language) == ["John Lind"]


def test_a_class_of_people_is_whoever_acts_last(language: SpacyLanguage) -> None:
    text = (
        "Mary Lind backed the tycoon Paul Webb in Hale.\n\nKarl Dahl wants to build a dam. Dahl spoke at noon. "
        "The tycoon said the dam was safe."
    )
    assert "Paul Webb" not in speakers(text, language)


def test_a_class_of_people_is_its_only_one_where_nobody_acts_behind_his_name(language: SpacyLanguage) -> None:
    text = (
        "Congressman Karl Dahl of Hale says that faith is a bogus term.\n\nIn a surprising turn, Justice Peter Roe "
        "sided with the keepers of the dam and authored the ruling in the case of the dam, but even that did not "
        "prevent Dahl from taking a swipe at the justice and the town.\n\n“We know that Peter Roe is a friend of the "
        "dam,” the congressman said. The congressman said the term was bogus."
    )
    assert speakers(text, language)[-1] == "Karl Dahl"


def test_she_is_nobody_beside_one_whose_surname_two_have(language: SpacyLanguage) -> None:
    text = (
        "John Lind and his wife Mary Lind live in Hale. John Lind slept. John Lind rose. Stevie Moon sang.\n\n"
        "Unusually for Lind, who had kept away from it, she also said she was “very touched” by the song."
    )
    assert "Stevie Moon" not in speakers(text, language)


def test_he_is_nobody_named_in_what_he_was_asked(language: SpacyLanguage) -> None:
    roe = "Peter Roe spoke to the Herald on Friday. Roe was tired.\n\n"
    by_another = "Asked about the statement by Chairman Karl Dahl that the dam leaked, he said he would stay at home."
    assert speakers(roe + by_another, language)[-1] is None
    assert speakers(f"{roe}Asked about Dahl's dam, he said he would stay at home.", language)[-1] == "Peter Roe"


def test_where_something_is_posted_is_no_firm_and_nobody_whom_one_represents(language: SpacyLanguage) -> None:
    post = "“He has to go if he has not left by then,” Karl Dahl wrote on Twitter.\n\nWhat led to this?\n\n"
    firm = "The law firm representing the second keeper, Ann Lind, alleged in a statement that Lind had been hurt."
    assert speakers(post + firm, language)[-1] is None
    alone = "The law firm representing Ann Lind alleged in a statement that she had been hurt."
    assert speakers(post + alone, language)[-1] is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # whoever asks is not who answers, nor who adds to the answer
        (
            "Ruth Lind stood on the quay. When asked by reporter Ann Okoro if she had seen the wall break, Lind said "
            "that she saw it fall. “It was gone by noon,” she added.",
            ["Ruth Lind"],
        ),
        # of whom somebody speaks, whoever that is, does not say the next sentence
        (
            "Karl Ruiz, speaking in Hale this week, did not say he would close the mill. But he hinted that Lind could "
            "be asked about Ruiz’s plans. “You know, John would be a hard witness to stop,” he said. "
            "John Lind was away.",
            [None],
        ),
    ],
)
def test_a_pronoun_is_neither_who_asked_nor_whom_the_talk_is_of(
    text: str, said: list[str | None], language: SpacyLanguage
) -> None:
    people, (found,) = resolve_people(annotated([text], language))
    names = {person.id: person.name for person in people}
    assert [names.get(quote.speaker) if quote.speaker else None for quote in found.quotes] == said
