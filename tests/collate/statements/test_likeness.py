"""Whether two passages carry the same words: the cases of `likeness.md`, on each side of every bar."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.collate.statements.likeness import Bond, contains, relation
from generator.collate.statements.passages import Passage, passages_of
from tests.cases import Case, cases
from tests.collate.press import articles_of


def first_passages(case: Case) -> list[Passage]:
    """Return the first passage of each quotation."""
    first = {passage.quote.id: passage for passage in reversed(passages_of(articles_of(case)))}
    return list(reversed(first.values()))


def shown(bond: Bond | None) -> str:
    return f"{bond.kind} | {bond.reason} | {bond.matched:g}" if bond else "apart"


@pytest.mark.parametrize("case", cases(Path(__file__).with_name("likeness.md")))
def test_two_passages(case: Case) -> None:
    one, other = first_passages(case)
    for left, right in ((one, other), (other, one)):
        alone, on_one_occasion = (shown(relation(left, right, occasion)) for occasion in (False, True))
        assert [f"by themselves | {alone}", f"on one occasion | {on_one_occasion}"] == case.expected


def test_words_stand_in_others_as_whole_words_without_a_gap() -> None:
    whole = ("the", "lamp", "is", "lit")
    assert contains(whole, ("lamp", "is"))
    assert contains(whole, whole)
    assert not contains(whole, ("lamp", "lit"))
    assert not contains(whole, ("lam",))
    assert not contains(("lamp",), whole)


def test_no_words_stand_nowhere() -> None:
    assert not contains(("lamp",), ())
    assert not contains((), ())
