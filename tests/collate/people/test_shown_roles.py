"""Which part of a title or description is shown, and which of several."""

from __future__ import annotations

import pytest

from generator.collate.people.resolve import resolve_people
from generator.collate.people.shown_roles import shown_role
from generator.language import SpacyLanguage
from generator.records import Span
from tests.annotate.shown import annotated


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("harbour master", "harbour master"),
        ("As dyke commissioner", "dyke commissioner"),
        ("Dykes Committee Chairman Rep.", "Dykes Committee Chairman"),
        ("Ohio Sen.", "Ohio Sen."),
        ("a keeper of boats said in a note", "a keeper of boats"),
        ("a professor for Norland of the Marine Scientists", "a professor for Norland of the Marine Scientists"),
        ("widow of Karl Lind", "widow of Karl Lind"),
        ("Okoro’s daughter", "Okoro’s daughter"),
        ("the only speaker from the harbour who also spoke Wednesday", "the only speaker from the harbour"),
        ("a painter who is head of a school", "a painter who is head of a school"),
        ("third public speech as dyke keeper", "dyke keeper"),
        ("the beleaguered and outspoken harbour master", "harbour master"),
    ],
)
def test_a_role_is_shown_without_what_only_leads_up_to_it(role: str, shown: str) -> None:
    span = shown_role(role, Span(0, len(role)))
    assert span is not None
    assert span.of(role) == shown


@pytest.mark.parametrize(
    ("before", "role", "shown"),
    [
        ("wrote to his ", "wife Senator", "Senator"),
        ("as former ", "Secretary of Dykes", "former Secretary of Dykes"),
        ("and acting ", "Dyke Secretary", "acting Dyke Secretary"),
        ("told ex-", "mayor", "ex-mayor"),
        ("called former harbour ", "medic", "former harbour medic"),
        ("but the former told ", "mayor", "mayor"),
        ("told the old ", "mayor", "mayor"),
    ],
)
def test_an_office_is_shown_with_what_says_how_it_is_held_and_not_with_whose_kin_holds_it(
    before: str, role: str, shown: str
) -> None:
    span = shown_role(before + role, Span(len(before), len(before) + len(role)))
    assert span is not None
    assert span.of(before + role) == shown


@pytest.mark.parametrize(
    "role",
    [
        "mother",
        "106-year-old mother",
        "the darling of the river people",
        "a man who reportedly fled his ship",
        "member",
        "his older brother",
        "Former Presidents",
        "Dyke Reps.",
        "director of",
        "host of ",
        "W.",
    ],
)
def test_kin_of_nobody_and_titles_of_several_are_no_role(role: str) -> None:
    assert shown_role(role, Span(0, len(role))) is None


def test_who_is_told_to_be_a_former_governor_is_shown_as_no_governor(language: SpacyLanguage) -> None:
    texts = ["Former Governor Ann Okoro said so. Okoro left.", "Governor Ann Okoro opened the dam. Okoro left."]
    people, _ = resolve_people(annotated(texts, language))
    assert {role.text for person in people for role in person.roles} == {"Former Governor"}


def test_an_office_tells_more_than_years(language: SpacyLanguage) -> None:
    texts = ["Ann Okoro, a veteran of the dyke crews, said so.", "Governor Ann Okoro left the dam. Okoro slept."]
    people, _ = resolve_people(annotated(texts, language))
    assert [role.text for person in people for role in person.roles] == ["Governor"]


@pytest.mark.parametrize(
    ("article", "shown"),
    [
        ("Ann Brekke, the mother of a slain U.S. pilot, spoke.", "the mother of a slain U.S. pilot"),
        ("Jan Berg, president of the Karl B. Lind Trust, slept.", "president of the Karl B. Lind Trust"),
        ("Jan Berg, president of Pier B. He slept there.", "president of Pier B"),
    ],
)
def test_letters_with_a_stop_end_no_description(article: str, shown: str, language: SpacyLanguage) -> None:
    people, _ = resolve_people(annotated([article], language))
    assert [role.text for person in people for role in person.roles if person.kind == "person"] == [shown]
