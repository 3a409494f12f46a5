"""Reported speech: each rule has a case that fails where the rule is taken out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest

from generator.annotate.reported import contents, find
from generator.annotate.reported.ground import Ground
from generator.language import SpacyLanguage
from generator.records import PersonId
from tests.annotate.shown import annotated, reported_of
from tests.cases import TESTS, Case, read_cases

Answered = dict[str, list[Case]]
BESIDE_VERBS = {
    "according_to": "according",
    "in_words": "in_words",
    "headline": "headline",
    "noun_clause": "noun_clause",
    "going_on": "going_on",
}
"""The rules that `find` asks by itself, with their functions there."""


@pytest.fixture(scope="module")
def answered(language: SpacyLanguage) -> Answered:
    """The cases that each rule has an answer in; those that go on in another sentence have no name of a rule."""
    by_rule: Answered = defaultdict(list)
    for case in read_cases(TESTS / "annotate/reported.md"):
        for rule in {report.decided_by for found in annotated(case.articles, language) for report in found.reports}:
            by_rule[rule].append(case)
    by_rule["going_on"] = by_rule["clause_below"]
    return by_rule


@pytest.mark.parametrize("rule", [*contents.EXPLANATIONS, "going_on"])
def test_every_rule_has_a_case_that_fails_without_it(
    rule: str, answered: Answered, language: SpacyLanguage, monkeypatch: pytest.MonkeyPatch
) -> None:
    if rule in BESIDE_VERBS:
        monkeypatch.setattr(find, BESIDE_VERBS[rule], _abstains)
    else:
        monkeypatch.setattr(contents, "RULES", tuple(each for each in contents.RULES if each.__name__ != rule))
    assert any(reported_of(case.articles, language) != case.expected for case in answered[rule])


@pytest.mark.parametrize("leads", ["such as", "including"])
def test_whom_a_source_names_as_an_example_did_not_say_it_alone(leads: str, language: SpacyLanguage) -> None:
    text = f"Groups {leads} the Harbour Watch Association say the port is unsafe."
    (report,) = annotated([text], language)[0].reports
    assert report.source is not None
    assert (report.source.of(text), report.source_mention) == (f"Groups {leads} the Harbour Watch Association", None)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Sen. Ruth Okafor and two other guards said the dam held.", "Ruth Okafor"),
        ("Ruth Okafor and her crew said the dam held.", "Ruth Okafor"),
        ("The head of the Harbour Committee Rep. Jan Lind on Monday said the dam held.", "Jan Lind"),
        ("Ruth Okafor and Jan Lind said the dam held.", None),
        ("Ruth Okafor and the Harbour Watch Association said the dam held.", None),
    ],
)
def test_whoever_says_it_with_others_has_said_it_and_of_two_names_neither(
    text: str, named: str | None, language: SpacyLanguage
) -> None:
    (found,) = annotated([text], language)
    (report,) = found.reports
    assert (None if report.source_mention is None else found.mentions[report.source_mention].name) == named


def _abstains(place: object, ground: Ground | None = None) -> None:
    """Answer as a rule that is not there."""


def test_a_clause_of_nothing_but_the_word_that_belongs_to_its_verb_is_none(language: SpacyLanguage) -> None:
    text = "He made clear Tiusdoy night that he intends to sail it ."  # the model has "clear" for all of the clause
    assert not any("made clear" in line for line in reported_of([text], language))


def test_words_that_are_likelier_wrong_are_found_and_not_told(language: SpacyLanguage) -> None:
    text = "Ruth Okafor said the dam had held all night. The union accused the board of neglect."
    said, accused = annotated([text], language)[0].reports
    assert said.sure
    assert said.is_told
    assert accused.is_own
    assert not accused.sure
    assert not accused.is_told


def test_one_who_has_both_offices_of_a_body_says_it_alone(language: SpacyLanguage) -> None:
    text = "Norland Arms President and General Manager Ann Okoro announced on Monday that the plant would close."
    found = annotated([text], language)[0]
    assert [found.mentions[report.source_mention or 0].name for report in found.reports] == ["Ann Okoro"]


def test_a_voice_from_within_a_body_is_not_the_body(language: SpacyLanguage) -> None:
    (report,) = annotated(["A member within the Farm Board told the crew that the plan was dead."], language)[0].reports
    assert report.source_mention is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ann Lind and her brother Karl Dahl said the dam held.", None),
        ("The mayor and Gov. Ann Lind said the dam held.", None),
        ("Spokeswoman Ann Lind and the mayor said the dam held.", None),
        ("Harbour officials and the FBI said the dam held.", None),
        ("The mayor and party leader Ann Lind said the dam held.", "Ann Lind"),
        ("Officials in the Office for Farms and the FBI said the dam held.", None),
        ("Council members in Lindholm said the dam held.", None),
    ],
)
def test_of_one_with_a_name_and_one_beside_neither_said_it_alone(
    text: str, named: str | None, language: SpacyLanguage
) -> None:
    (found,) = annotated([text], language)
    (report,) = found.reports
    assert (None if report.source_mention is None else found.mentions[report.source_mention].name) == named


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lind told the Echo that the report is:",
        "The Echo announced that it would be taking the bank (where farmers can pay in cash) offline nearly every "
        "Sunday in that time, for “upkeep” reasons.",
        "Guards believed that the crew not only broke the lock, but did so with help.",
        "Farmers said guards will try — they are already trying — to use the flood.",
        "The crew answered on Thursday, saying despite his “tough talk” Lind still hasn't “delivered.”",
        "Ann Lind told the Echo that it takes a lot of work to write a worse plan, but somehow “this one is worse.”",
        "Karl Dahl, head of the Guild Council, said Monday that it was perhaps “odd” to hear Okoro put her name "
        "behind a baker who -- previous to this short vote -- was best known for being a singer.",
        "Although the keeper said that later, it became clear to him that the tests were the key that would open the "
        "town to Okoro and — later, roughly nine million in aid — Lind also said he didn't see the letter.",
        "Norland has always said it would stay unless Ghana stopped the tests, accepted the line, and agreed to talks.",
        "It is not over yet, though Ann Lind told farmers on Friday she would “leave the fight,” according to Dawn.",
        "I do not think the letter is a “smoking gun,” as some farmers say.",
        "Ann Lind has asked for time to let the talks play out.",
        "On Saturday a council aide issued a letter clarifying why the mayor had used the phrase.",
        "Prat notes that Lind and Dahl were both sailors and their families said they showed no sign of grief.",
    ],
)
def test_words_that_surely_go_on_or_lack_their_subject_are_not_told(text: str, language: SpacyLanguage) -> None:
    assert not any(report.is_told for report in annotated([text], language)[0].reports[:1])


def test_a_pronoun_of_nobody_is_found_and_not_told(language: SpacyLanguage) -> None:
    (found,) = annotated(["He said the dam had held all night."], language)
    (report,) = found.reports
    assert report.sure
    assert not report.is_told
    assert replace(report, speaker=PersonId("jan-lind")).is_told
