"""Who is somebody: the cases of `names.md`, and how it stays fast."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.collate.people import evidence
from generator.collate.people.evidence import settle_names
from generator.collate.people.resolve import resolve_people
from generator.language import SpacyLanguage
from generator.records import AnnotatedArticle
from generator.wordlists import lines
from tests.annotate.shown import annotated
from tests.cases import Case, cases


@pytest.mark.parametrize("case", cases(Path(__file__).with_name("names.md")))
def test_persons(case: Case, language: SpacyLanguage) -> None:
    people, _ = resolve_people(annotated(case.articles, language))
    assert sorted(person.name for person in people if person.kind == "person") == sorted(case.expected)


@pytest.mark.parametrize(("goes_on", "bodies"), [("", []), (" Marsh Dynamics sued her.", ["Marsh Dynamics"])])
def test_only_what_does_something_is_a_body_where_no_word_tells_of_one(
    goes_on: str, bodies: list[str], language: SpacyLanguage
) -> None:
    texts = [f"“No,” said Ann Lind, who holds shares of Marsh Dynamics.{goes_on}"]
    people, _ = resolve_people(annotated(texts, language))
    assert [person.name for person in people if person.kind == "organisation"] == bodies


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Senior White House aides slept. Ann Lind praised the White House.", ["White House"]),
        ("A Senate Democratic aide slept. Ann Lind praised the Senate.", ["Senate"]),
        ("A WOMAN has left the dam. The woman is Ann Lind.", []),
        ("Ann Lind spoke in the Oval Office on Monday.", []),
    ],
)
def test_a_cut_description_or_a_room_is_no_body(text: str, bodies: list[str], language: SpacyLanguage) -> None:
    people, _ = resolve_people(annotated([text], language))
    assert [person.name for person in people if person.kind == "organisation"] == bodies


def test_every_mention_is_still_its_article_s_words(language: SpacyLanguage) -> None:
    articles = annotated(["Dikegrave Ann Okafor said so. In the U.S. Okafor slept.", "Ann Okafor left."], language)
    _, resolved = resolve_people(articles)
    for found in resolved:
        for mention in found.mentions:
            assert mention.span.of(found.article.text).endswith(mention.name.split()[-1])


@pytest.mark.parametrize("first", [0, 1])
def test_a_body_is_one_whichever_article_is_read_last(language: SpacyLanguage, first: int) -> None:
    texts = [
        "A bogus story was published on satire site Flip Flop Bonanza. Flip Flop Bonanza has a disclaimer.",
        "The fake news site Flip-Flop Bonanza posted a story this week alleging that the ferry sank.",
    ]
    people, _ = resolve_people(annotated([texts[first], texts[1 - first]], language))
    assert [(person.kind, person.name) for person in people] == [("organisation", "Flip Flop Bonanza")]


def test_somebody_with_a_title_is_a_person_though_one_article_takes_the_name_for_a_body(
    language: SpacyLanguage,
) -> None:
    texts = [
        "Captain Flip Flop Bonanza said that the ferry sank. Captain Flip Flop Bonanza has left the harbour.",
        "The fake news site Flip-Flop Bonanza posted a story this week alleging that the ferry sank.",
    ]
    people, _ = resolve_people(annotated(texts, language))
    assert [person.kind for person in people if "Bonanza" in person.name] == ["person"]


TAKEN_FOR_SOMEBODY = {
    "Gestora": "The Norland newspaper Gestora also called it late.",
    "Inquistor": "The licence ran out on Thursday, as Inquistor revealed.",
    "Lindemer": "According to the busy page Lindemer.info, it rained.",
    "Yekora Parusta Jinn": "Keepers of the Reed League (Yekora Parusta Jinn) left.",
}


@pytest.mark.parametrize("name", TAKEN_FOR_SOMEBODY)
def test_what_stands_as_nobody_does_is_nobody_whatever_one_model_takes_it_for(
    name: str, language: SpacyLanguage
) -> None:
    (found,) = annotated([TAKEN_FOR_SOMEBODY[name]], language)
    mentions = tuple(replace(each, kind="person") if each.name == name else each for each in found.mentions)
    (settled,) = settle_names([replace(found, mentions=mentions)])
    assert {each.name: each.kind for each in settled.mentions}[name] != "person"


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The crews found traces of DDT and took samples of DDT at the dam.", []),
        ("HJB fined the crews for what they left at the dam.", ["HJB"]),
        ("The mayor told an HJB spokeswoman that the dam held, and the crews left.", ["HJB"]),
        ("She lost her coat to the Harbour Justice Bureau and wrote to HJB at once.", ["Harbour Justice Bureau"]),
        ("She was fined under the Dyke Safety Act (DSA), and the DSA forbids boats.", []),
        ("Crews of the Reed-controlled shores slept while the Dikegrave-led boats went home.", []),
        ("Harbour Council Was Told To Wait For Boats. The crews slept at the dam that night.", []),
        ("The crews waited for Congress and wrote to Congress again on Monday.", ["Congress"]),
        ("“We are done,” 7th Harbour Television said in May.", ["7th Harbour Television"]),
        (
            "The Senate Dykes and Tides Committee met. “No,” said Ann Prat of Senate Dykes and Tides.",
            ["Senate Dykes and Tides Committee"],
        ),
        (
            "The new Office of the Director of Harbour Watch declined to comment.",
            ["Office of the Director of Harbour Watch"],
        ),
        ("The Harbour Center for Law and Justice sued the mill.", ["Harbour Center for Law and Justice"]),
        ("“It is slow,” said Third Tide, a centrist group that backs dykes. Third Tide said so.", ["Third Tide"]),
    ],
)
def test_letters_and_capitals_are_a_body_where_something_tells_so(
    language: SpacyLanguage, text: str, bodies: list[str]
) -> None:
    people, _ = resolve_people(annotated([text], language))
    assert [person.name for person in people if person.kind == "organisation"] == bodies


def test_what_is_told_ahead_of_a_body_is_no_part_of_its_name(language: SpacyLanguage) -> None:
    text = (
        "The Reed-controlled Harbour Council voted. The Lindholm-area Marlow Bank and the Okoro-era Dyke Agency closed."
    )
    people, _ = resolve_people(annotated([text], language))
    assert [person.name for person in people if person.kind == "organisation"] == [
        "Dyke Agency",
        "Harbour Council",
        "Marlow Bank",
    ]


def test_who_is_in_a_transcript_is_found_once_however_many_labels_it_has(
    language: SpacyLanguage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[AnnotatedArticle] = []
    by_initials = evidence._by_initials

    def noted(found: AnnotatedArticle) -> dict[str, str]:
        asked.append(found)
        return by_initials(found)

    monkeypatch.setattr(evidence, "_by_initials", noted)
    talk = "ANN OKAFOR: The ferry sank.\n\nPER LIND: When?\n\nOKAFOR: On Monday.\n\nLIND: Ann Okafor saw it."
    (found,) = settle_names(annotated([talk], language))
    assert [each.name for each in found.mentions][:3:2] == ["Ann Okafor", "Okafor"]
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("full", "short"), [("Jerrold", "Jerry"), ("Ernest", "Ernie"), ("Calvin", "Cal"), ("Millicent", "Millie")]
)
def test_a_forename_and_its_short_form_are_one_person(full: str, short: str, language: SpacyLanguage) -> None:
    texts = [f"{full} Okrami opened the dam. “It holds,” Okrami said.", f"“It holds,” said {short} Okrami."]
    people, _ = resolve_people(annotated(texts, language))
    assert [person.name for person in people if person.kind == "person"] in ([f"{full} Okrami"], [f"{short} Okrami"])


def test_every_line_of_short_forms_holds_two_names_or_more_each_once() -> None:
    for family in lines("nicknames.txt"):
        names = family.split()
        assert len(names) > 1 and len(set(names)) == len(names), family
