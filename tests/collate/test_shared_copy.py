"""Passages that articles share word for word: what is copy, and what is only quoted by both."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.collate.shared_copy import SharedCopy, shared_copy
from generator.records import AnnotatedArticle
from tests.collate.press import article

FERRY = "The night ferry Selma sank off Gull Island on Tuesday with thirty cars aboard."
DIVERS = "Divers of the coast guard searched the wreck for the ship's papers until it was dark."
HARBOUR = "The harbour office of Brevik had inspected the ferry's doors only a week before."
OWN = "Our reporter met the captain's brother at the quay, where he waits for the tide every day."
SAID = '"We shall raise the Selma before the first frost comes to the islands," the mayor of Brevik said.'
SHORT = "The Selma sank."


def copies(*texts: tuple[str, ...]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    articles = [article(f"a{n}", [("-", text) for text in paragraphs]) for n, paragraphs in enumerate(texts)]
    return [told(shared, articles) for shared in shared_copy(articles)]


def told(shared: SharedCopy, articles: list[AnnotatedArticle]) -> tuple[str, str, list[tuple[str, str]]]:
    text = {found.article.id: found.article.text for found in articles}
    passages = [(p.span.of(text[shared.left]), p.other.of(text[shared.right])) for p in shared.passages]
    return shared.left, shared.right, passages


def test_sentences_in_a_row_are_one_passage() -> None:
    both = f"{FERRY}\n\n{DIVERS}"
    assert copies((OWN, FERRY, DIVERS), (FERRY, DIVERS)) == [("a0", "a1", [(both, both)])]


def test_sentences_apart_are_two_passages() -> None:
    assert copies((FERRY, OWN, DIVERS), (FERRY, HARBOUR, DIVERS)) == [("a0", "a1", [(FERRY, FERRY), (DIVERS, DIVERS)])]


def test_words_that_both_quote_and_a_sentence_that_anybody_writes_are_no_copy() -> None:
    assert copies((SAID, SHORT, OWN), (SAID, SHORT, HARBOUR)) == []


def test_many_words_in_a_row_are_a_passage_though_the_sentence_goes_on_otherwise() -> None:
    run = "divers of the harbour police and two lifeboats searched the wreck of the Selma for the ship's"
    one, other = f"Late at night {run} papers.", f"All day {run} bell."
    assert copies((OWN, one), (other, SHORT)) == [("a0", "a1", [(run, run)])]


def test_few_words_in_a_row_and_those_that_both_quote_are_no_passage() -> None:
    few = "Divers of the coast guard searched the wreck for hours, and came up with a bell and a box."
    said = '"We shall raise the Selma before the first frost comes to the islands and not a day later," the crew heard.'
    again = f"{said[:-16]} said the mayor on the quay of Brevik at noon."
    assert copies((DIVERS, said), (few, again)) == []


def test_the_share_is_of_the_shorter_article() -> None:
    (shared,) = shared_copy([article("a", [("-", FERRY), ("-", OWN)]), article("b", [("-", FERRY)])])
    assert (shared.left, shared.right, shared.share, shared.words) == ("a", "b", 1.0, len(FERRY.split()))


@given(st.lists(st.lists(st.sampled_from([FERRY, DIVERS, HARBOUR, OWN, SAID, SHORT]), max_size=6), max_size=5))
def test_every_passage_has_the_same_words_in_both(folder: list[list[str]]) -> None:
    for left, right, passages in copies(*(tuple(paragraphs) for paragraphs in folder)):
        assert left != right
        assert passages and all(one == other for one, other in passages)
