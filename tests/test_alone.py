"""What is made of one article is made anew when, and only when, something of it is another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.alone import Alone
from generator.clean import clean, clean_folder
from generator.clean.page import LineVerdict, Page
from generator.records import (
    AnnotatedArticle,
    Article,
    ArticleId,
    Mention,
    Metadata,
    ParsedWord,
    PersonId,
    PublicationDay,
    RawArticle,
    Sentence,
    Span,
    TimeExpression,
)
from generator.shelf import shelf

TEXT = "Lee met Okoro on Monday."
FOUND = AnnotatedArticle(
    Article(ArticleId("ferry"), "ferry.txt", "0" * 64, TEXT, (Span(0, len(TEXT)),), Metadata()),
    sentences=(Sentence(Span(0, len(TEXT)), "s-1", 0),),
    mentions=(Mention(Span(0, 3), "Lee", "person"),),
    time_expressions=(TimeExpression(Span(17, 23), "DATE", None, "day"),),
    words=(ParsedWord(0, 3, "Lee", "NNP", "nsubj", 1), ParsedWord(4, 7, "meet", "VBD", "ROOT", 1)),
)
OTHER: dict[str, Callable[[AnnotatedArticle], AnnotatedArticle]] = {
    "who is meant": lambda it: replace(it, mentions=(replace(it.mentions[0], person=PersonId("lee")),)),
    "a day": lambda it: replace(it, time_expressions=(replace(it.time_expressions[0], value="2023-06-19"),)),
    "a word's place in the grammar": lambda it: replace(it, words=(*it.words[:1], replace(it.words[1], tag="VBN"))),
    "a sentence": lambda it: replace(it, sentences=()),
    "the file": lambda it: replace(it, article=replace(it.article, file="pier.txt")),
}


def made(place: Path, found: AnnotatedArticle, beside: object = (), what: str = "mentions") -> bool:
    """Return whether a value had to be made."""
    calls: list[int] = []

    def make(shown: AnnotatedArticle) -> PublicationDay:
        assert shown.article.siglum == ""
        calls.append(1)
        return PublicationDay("2023-06-19", "day", "stated")

    with shelf(place) as kept:
        assert Alone(kept).made(what, found, beside, make) == PublicationDay("2023-06-19", "day", "stated")
    return bool(calls)


def test_what_was_made_of_an_article_is_taken_up_by_the_next_build(tmp_path: Path) -> None:
    assert made(tmp_path / "shelf", FOUND)
    assert not made(tmp_path / "shelf", replace(FOUND, words=tuple(FOUND.words)))


def test_the_short_name_which_depends_on_other_articles_is_not_looked_at(tmp_path: Path) -> None:
    made(tmp_path / "shelf", replace(FOUND, article=replace(FOUND.article, siglum="Source a")))
    assert not made(tmp_path / "shelf", replace(FOUND, article=replace(FOUND.article, siglum="Source b")))


@pytest.mark.parametrize("what", OTHER)
def test_another_article_by_anything_is_worked_on_again(tmp_path: Path, what: str) -> None:
    made(tmp_path / "shelf", FOUND)
    assert made(tmp_path / "shelf", OTHER[what](FOUND))


def test_what_else_was_looked_at_counts_too(tmp_path: Path) -> None:
    made(tmp_path / "shelf", FOUND, {"Ann Lee": "lee"})
    assert made(tmp_path / "shelf", FOUND, {"Ann Lee": "lee-2"})


def test_two_kinds_of_values_of_one_article_are_two(tmp_path: Path) -> None:
    made(tmp_path / "shelf", FOUND)
    assert made(tmp_path / "shelf", FOUND, what="days")


def test_without_a_place_everything_is_made() -> None:
    alone = Alone()
    assert [alone.made("mentions", FOUND, (), lambda _, number=number: number) for number in (1, 2)] == [1, 2]


FERRY = RawArticle(
    "ferry.txt", "0" * 64, "The ferry sank off Orvik on Monday.\n\nNobody was hurt, the harbour master said."
)


def cleaned(place: Path, raw: RawArticle, recurring: frozenset[str] = frozenset()) -> bool:
    """Return whether an article had to be cleaned."""
    calls: list[int] = []

    def make() -> Article:
        calls.append(1)
        return clean(raw, recurring)

    with shelf(place) as kept:
        assert Alone(kept).cleaned(raw, recurring, make) == clean(raw, recurring)
    return bool(calls)


def test_a_cleaned_article_is_taken_up_by_the_next_build(tmp_path: Path) -> None:
    assert cleaned(tmp_path / "shelf", FERRY)
    assert not cleaned(tmp_path / "shelf", replace(FERRY, text=str(FERRY.text)))


def test_an_article_of_other_words_or_beside_other_recurring_lines_is_cleaned_again(tmp_path: Path) -> None:
    cleaned(tmp_path / "shelf", FERRY)
    assert cleaned(tmp_path / "shelf", replace(FERRY, text=f"{FERRY.text} She smiled."))
    assert cleaned(tmp_path / "shelf", FERRY, frozenset(["share this"]))


def test_what_an_editor_states_of_a_page_is_neither_kept_nor_missed_for_what_was_kept(tmp_path: Path) -> None:
    def takes_the_first_out(_: ArticleId, page: Page) -> None:
        page.verdicts[0] = LineVerdict("taken out by an editor")

    with shelf(tmp_path / "shelf") as kept:
        (plain,) = clean_folder([FERRY], None, Alone(kept).cleaned)
        (stated,) = clean_folder([FERRY], takes_the_first_out, Alone(kept).cleaned, frozenset([plain.id]))
        (again,) = clean_folder([FERRY], takes_the_first_out, Alone(kept).cleaned)
    assert stated.text == "Nobody was hurt, the harbour master said."
    assert again == plain == clean(FERRY)
