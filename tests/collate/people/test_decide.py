"""The vote across articles: what it settles, what it leaves, and that the order of the articles does not matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.annotate.confidence import CERTAIN
from generator.collate.people import decide
from generator.collate.people.decide import decide_speakers, with_speakers
from generator.collate.people.resolve import resolve_people
from generator.collate.people.same_speaker import distinct_speakers
from generator.collate.statements import join_statements
from generator.language import SpacyLanguage
from generator.overrides import StatedSpeaker
from generator.records import AnnotatedArticle, Decision, Person, PersonId, SourceKind, Span
from tests.annotate.shown import annotated
from tests.collate.press import article

WORDS = "The ferry will sail again before the summer holidays."
PEOPLE = (
    Person(PersonId("mayor-okafor"), "Ruth Okafor", "person", ("Ruth Okafor",)),
    Person(PersonId("dr-lind"), "Jan Lind", "person", ("Jan Lind",)),
)


def told(name: str, speaker: str | None, confidence: float, words: str = WORDS) -> AnnotatedArticle:
    found = article(name, [(speaker, f'"{words}" it was said.')])
    return replace(found, quotes=tuple(replace(quote, decision=Decision("none", confidence)) for quote in found.quotes))


def after_vote(*articles: AnnotatedArticle) -> Mapping[str, tuple[str | None, str, str]]:
    voted = decide_speakers(articles, PEOPLE, {}, join_statements(articles, PEOPLE))
    return {found.article.id: (q.speaker, q.decision.rule, q.doubt) for found in voted for q in found.quotes}


def test_a_sure_speaker_settles_an_unknown_one() -> None:
    voted = after_vote(told("courier", "Mayor Okafor", 0.97), told("post", "-", 0.0))
    assert voted["post"] == ("mayor-okafor", "same_words", "")


def test_a_sure_speaker_outweighs_an_unsure_one() -> None:
    voted = after_vote(told("courier", "Mayor Okafor", 0.97), told("post", "Dr Lind", 0.5))
    assert voted["post"][0] == "mayor-okafor"


def test_an_unsure_speaker_settles_nothing() -> None:
    voted = after_vote(told("courier", "Mayor Okafor", 0.6), told("post", "-", 0.0))
    assert voted["post"][0] is None


def test_two_sure_speakers_stay_in_conflict_and_both_are_shown() -> None:
    articles = [told("courier", "Mayor Okafor", 0.97), told("post", "Dr Lind", 0.95)]
    voted = after_vote(*articles)
    assert voted["courier"] == ("mayor-okafor", "none", "post names Jan Lind")
    assert voted["post"] == ("dr-lind", "none", "courier names Ruth Okafor")
    statements = join_statements(articles, PEOPLE)
    decided = decide_speakers(articles, PEOPLE, {}, statements)
    shared = [statement for statement in with_speakers(statements, decided, PEOPLE) if len(statement.articles) == 2]
    assert [(statement.speakers, "speaker differs" in statement.flags) for statement in shared] == [
        (("dr-lind", "mayor-okafor"), True)
    ]


def test_two_sure_speakers_elsewhere_leave_a_third_article_open() -> None:
    voted = after_vote(told("courier", "Mayor Okafor", 0.97), told("echo", "-", 0.0), told("post", "Dr Lind", 0.95))
    assert voted["echo"] == (None, "none", "the same words have two speakers elsewhere")


def test_a_catchphrase_of_few_words_is_no_witness() -> None:
    voted = after_vote(told("courier", "Mayor Okafor", 0.97, "clear-eyed"), told("post", "-", 0.0, "clear-eyed"))
    assert voted["post"][0] is None


def test_the_order_of_the_articles_changes_nobody(language: SpacyLanguage) -> None:
    texts = [
        "Mayor Ruth Okafor met Transport Minister Jan Lind. “The dam held,” she said.",
        "“The dam held all night,” Okafor said. The minister called it “a small miracle”.",
        "Jan Lind said Okafor was “tired but hopeful”. “It was close,” he said.",
    ]
    forwards = resolve_people(annotated(texts, language))
    backwards = resolve_people(list(reversed(annotated(texts, language))))
    assert forwards[0] == backwards[0]
    assert forwards[1] == list(reversed(backwards[1]))


def test_one_more_article_gives_a_bare_surname_its_person(language: SpacyLanguage) -> None:
    alone, _ = resolve_people(annotated(["“The dam held,” Okafor said."], language))
    together, _ = resolve_people(annotated(["“The dam held,” Okafor said.", "Ruth Okafor spoke."], language))
    assert [person.name for person in alone] == ["Okafor"]
    assert [person.name for person in together] == ["Ruth Okafor"]


SPELLED = (
    *PEOPLE,
    Person(PersonId("jan-lindqvist"), "Jan Lindqvist", "person", ("Jan Lindqvist",)),
    Person(PersonId("jan-lindquist"), "Jan Lindquist", "person", ("Jan Lindquist",)),
)


def test_two_spellings_of_one_name_are_no_conflict() -> None:
    articles = [told("courier", "Jan Lindqvist", 0.97), told("post", "Jan Lindquist", 0.95)]
    statements = join_statements(articles, SPELLED)
    decided = decide_speakers(articles, SPELLED, {}, statements)
    assert [quote.doubt for found in decided for quote in found.quotes] == ["", ""]
    assert not [each for each in with_speakers(statements, decided, SPELLED) if "speaker differs" in each.flags]


def test_an_editors_word_outweighs_every_witness_and_is_one() -> None:
    articles = [told("courier", "Mayor Okafor", 0.97), told("post", "Dr Lind", 0.5), told("echo", "-", 0.0)]
    stated = {articles[0].quotes[0].id: StatedSpeaker(PersonId("dr-lind"), "overrides.yml:3")}
    statements = join_statements(decide_speakers(articles, PEOPLE, stated), PEOPLE)
    decided = {a.article.id: a.quotes[0] for a in decide_speakers(articles, PEOPLE, stated, statements)}
    assert decided["courier"].decision == Decision("override", 1.0, "overrides.yml:3")
    assert decided["echo"].speaker == "dr-lind"
    assert decided["echo"].decision == Decision("same_words", 1.0, "courier")


def with_source(found: AnnotatedArticle, kind: SourceKind) -> AnnotatedArticle:
    """Return an article whose quote names a source that nobody is known behind, for sure."""
    quotes = tuple(
        replace(quote, source=Span(0, 1), source_kind=kind, decision=Decision("clause_after", 0.97))
        for quote in found.quotes
    )
    return replace(found, quotes=quotes)


def test_a_body_that_is_named_as_source_is_not_a_person_whom_another_names() -> None:
    voted = after_vote(told("courier", "Mayor Okafor", 0.97), with_source(told("post", "-", 0.0), "organisation"))
    assert voted["post"] == (None, "clause_after", "courier names Ruth Okafor")


def test_a_description_may_be_whom_another_names_and_is_told_as_likely() -> None:
    articles = [told("courier", "Mayor Okafor", 0.97), with_source(told("post", "-", 0.0), "nominal")]
    decided = decide_speakers(articles, PEOPLE, {}, join_statements(articles, PEOPLE))
    (quote,) = decided[1].quotes
    assert (quote.speaker, quote.decision.rule) == ("mayor-okafor", "same_words")
    assert quote.confidence < CERTAIN


def test_a_short_form_of_a_forename_is_no_second_speaker() -> None:
    people = tuple(
        Person(PersonId(name), name.replace("-", " ").title(), "person", ()) for name in ("bill-moe", "william-moe")
    )
    assert len(distinct_speakers([person.id for person in people], {person.id: person for person in people})) == 1


def test_a_body_that_is_not_named_for_certain_settles_nothing() -> None:
    bodies = (Person(PersonId("mayor-okafor"), "Harbour Weekly", "organisation", ("Harbour Weekly",)),)
    for confidence, expected in ((0.9, None), (0.95, "mayor-okafor")):
        articles = [told("courier", "Mayor Okafor", confidence), told("post", "-", 0.0)]
        decided = decide_speakers(articles, bodies, {}, join_statements(articles, bodies))
        assert decided[1].quotes[0].speaker == expected


def test_other_words_of_a_letter_are_not_who_signed_it_s() -> None:
    letter = told(
        "courier",
        None,
        0.87,
        "Your plan appears to reflect the wishes of your favourite ferryman, rather than the needs of the town.",
    )
    quotes = tuple(replace(quote, source=Span(0, 1), source_kind="nominal") for quote in letter.quotes)
    said = told(
        "post",
        "Mayor Okafor",
        0.98,
        "I fear the mayor's plan reflects the wishes of his favourite ferryman rather than the needs of the town.",
    )
    assert after_vote(replace(letter, quotes=quotes), said)["courier"][0] is None


def test_a_pronoun_elsewhere_outvotes_no_source_without_a_name(language: SpacyLanguage) -> None:
    named = f"Mayor Ruth Okafor came to the pier. “{WORDS}” Okafor said."
    meant = f"Mayor Ruth Okafor came to the pier. “{WORDS[:-1]},” she said."
    for text, speaker in ((named, "ruth-okafor"), (meant, None)):
        people, found = resolve_people(annotated([text, f"“{WORDS[:-1]},” a source said."], language))
        decided = decide_speakers(found, people, {}, join_statements(found, people))
        assert [quote.speaker for quote in decided[1].quotes] == [speaker]


DECIDED_BY = {
    "override": ("dr-lind", "override", ""),
    "same_words": ("mayor-okafor", "same_words", ""),
    "own_words": ("dr-lind", "none", "courier names Ruth Okafor"),
}
"""By rule how the second article has it where the first one names the mayor, for sure, for the same words."""


@pytest.mark.parametrize("rule", [rule.__name__ for rule in decide.RULES])
def test_every_rule_decides_a_quote_that_is_decided_otherwise_without_it(
    rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = told("post", "Dr Lind", 0.95) if rule == "own_words" else told("post", "-", 0.0)
    articles = [told("courier", "Mayor Okafor", 0.97), own]
    editor = StatedSpeaker(PersonId("dr-lind"), "overrides.yml:3")
    stated = {own.quotes[0].id: editor} if rule == "override" else {}
    statements = join_statements(articles, PEOPLE)

    def decided() -> tuple[str | None, str, str]:
        (quote,) = decide_speakers(articles, PEOPLE, stated, statements)[1].quotes
        return quote.speaker, quote.decided_by, quote.doubt

    assert decided() == DECIDED_BY[rule]
    others = tuple(each for each in decide.RULES if each.__name__ != rule)
    monkeypatch.setattr(decide, "RULES", (*others, lambda known: known.quote))  # somebody has to answer
    assert decided() != DECIDED_BY[rule]


def test_he_who_does_nothing_where_he_is_named_is_only_likely_while_another_may_be_meant(
    language: SpacyLanguage,
) -> None:
    said = "“It will hold,” he said."
    opened = "Karl Brandt opened the dam on Monday."

    def confidence(*sentences: str) -> float:
        _, (found,) = resolve_people(annotated([" ".join((*sentences, said))], language))
        assert found.quotes[0].speaker == "jan-lind"
        return found.quotes[0].confidence

    assert confidence(opened, "The work was dear to Jan Lind.") < CERTAIN
    assert confidence(opened, "Jan Lind praised the work.") >= CERTAIN
    assert confidence("The work was dear to Jan Lind.") >= CERTAIN


def test_a_pronoun_that_may_be_another_s_yields_to_the_same_words_elsewhere(language: SpacyLanguage) -> None:
    words = "“We waited all night for the gulls to come home,” she said."
    guessed = f"Ann Okafor slept. The letter that she sent angered Signe Prat, and Signe Prat left. {words}"
    sure = f"Ann Okafor came on Monday. {words}"
    people, articles = resolve_people(annotated([guessed, sure], language))
    own, there = (found.quotes[-1] for found in articles)
    assert (own.speaker, own.confidence < CERTAIN) == ("signe-prat", True)
    assert (there.speaker, there.confidence >= CERTAIN) == ("ann-okafor", True)
    statements = join_statements(decide_speakers(articles, people, {}), people)
    decided = decide_speakers(articles, people, {}, statements)[0].quotes[-1]
    assert (decided.speaker, decided.decided_by) == ("ann-okafor", "same_words")
    assert decided.confidence < CERTAIN


def test_an_article_that_names_the_same_speaker_for_the_very_words_makes_him_as_sure() -> None:
    def confidence(own: str, kind: SourceKind, words: str = WORDS) -> float:
        articles = [told("courier", "Mayor Okafor", 0.97), told("post", own, 0.6, words)]
        articles[0] = with_source(articles[0], kind)
        decided = decide_speakers(articles, PEOPLE, {}, join_statements(articles, PEOPLE))
        return decided[1].quotes[0].confidence

    assert confidence("Mayor Okafor", "name") == 0.97
    assert confidence("Mayor Okafor", "pronoun") == 0.6  # "she" there may be as wrong as here


def test_whoever_is_named_in_a_report_is_not_the_one_who_says_it(language: SpacyLanguage) -> None:
    text = (
        "Police Chief Karl Webb spoke at noon. The crew of the old ferry was tired and most of them had left the town."
        "\n\nGuards had found the clerk Jan Lind in a boat below the northern dam and brought him home, he said."
    )
    _, (found,) = resolve_people(annotated([text], language))
    (report,) = found.reports
    assert report.speaker is None  # the clerk it is not, and whether it is Webb nothing tells for sure


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Minutes later, Hale Police saw the car. They tried to stop it, but they say it was too fast.", "Hale Police"),
        ("Minutes later, the farmers met Hale Police. They say the car was too fast.", None),
        ("Minutes later, Senate Democrats met. They say the car was too fast.", "Senate Democrats"),
        ("Minutes later, Clear Harbour Politics closed. They say the car was too fast.", None),
        ("Minutes later, the Hale Senate met. They say the car was too fast.", None),
        ("A report of WHLE-TV Channel 4 was wrong.\n\nThe car was too fast, WHLE-TV reported.", "WHLE-TV"),
    ],
)
def test_a_body_of_several_is_they_and_a_station_is_called_as_on_air(
    text: str, speaker: str | None, language: SpacyLanguage
) -> None:
    people, (found,) = resolve_people(annotated([text], language))
    (report,) = found.reports
    names = {person.id: person.name for person in people}
    assert (names[report.speaker] if report.speaker else None) == speaker
