"""Whether two passages carry the same words: the cases of `likeness.md`, on each side of every bar."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.collate.statements import likeness
from generator.collate.statements.likeness import IN_A_ROW, Bond, contains, relation
from generator.collate.statements.passages import Passage, passages_of
from tests.cases import Case, cases
from tests.collate.press import article, articles_of


def first_passages(case: Case) -> list[Passage]:
    """Return the first passage of each quotation."""
    first = {passage.quote.id: passage for passage in reversed(passages_of(articles_of(case)))}
    return list(reversed(first.values()))


def shown(bond: Bond | None) -> str:
    return f"{bond.kind} | {bond.reason} | {bond.matched:g}" if bond else "apart"


@pytest.mark.parametrize("case", cases(Path(__file__).with_name("likeness.md")))
def test_two_passages(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    # The bars of rare words by themselves: a long run joins passages that they leave apart, see below.
    monkeypatch.setattr(likeness, "_by_run", lambda *_: None)
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


RUN = "we will go on and do it as we can and be with you in all of it to the end of it".split()  # noqa: SIM905


def joined_by_run(
    one: str, other: str, speakers: tuple[str | None, str | None] = ("-", "-"), days: tuple[str, str] = ("", "")
) -> bool:
    told = zip(("gazette", "herald"), speakers, (one, other), days, strict=True)
    articles = [article(name, [(who, f'"{words}" it was said.')], day or None) for name, who, words, day in told]
    left, right = (passages_of([found])[0] for found in articles)
    bond = relation(left, right)
    return bond is not None and bond.reason == IN_A_ROW


def first(count: int) -> str:
    return " ".join(RUN[:count])


def test_eight_common_words_in_a_row_are_one_statement_and_seven_are_not() -> None:
    assert joined_by_run(first(8), f"{first(8)} or so I think")
    assert not joined_by_run(first(7), f"{first(7)} or so I think")


def test_two_words_may_differ_in_the_middle_of_a_run_and_three_may_not() -> None:
    whole = first(8).split()
    assert joined_by_run(" ".join(whole), " ".join([*whole[:4], "so", "then", *whole[4:]]))
    assert not joined_by_run(" ".join(whole), " ".join([*whole[:4], "so", "then", "too", *whole[4:]]))
    heavier = f"{first(8)} {OTHER_WORDS}"
    assert joined_by_run(" ".join([*whole[:4], "so", "then", *whole[4:]]), heavier)
    assert not joined_by_run(" ".join([*whole[:4], "so", "then", "too", *whole[4:]]), heavier)


def test_two_words_side_by_side_go_on_with_a_run_and_one_alone_does_not() -> None:
    assert joined_by_run(f"{first(6)} so {RUN[6]} {RUN[7]}", f"{first(6)} then too {RUN[6]} {RUN[7]}")
    assert not joined_by_run(f"{first(7)} so {RUN[7]}", f"{first(7)} then too {RUN[7]}")


OTHER_WORDS = "when ministers postponed everything without explanation"


def test_a_run_in_two_long_sentences_must_be_half_of_the_shorter() -> None:
    assert joined_by_run(f"{first(8)} barley water morning", f"{first(8)} {OTHER_WORDS}")
    assert not joined_by_run(f"{first(8)} barley yesterday water", f"{first(8)} {OTHER_WORDS}")
    rest = "farmers harvested barley beneath thunderclouds yesterday afternoon"
    assert not joined_by_run(f"{first(8)} {rest}", f"{first(8)} when ministers postponed ferries without explanation")


def test_on_another_day_twice_as_many_words_must_be_the_same() -> None:
    days = ("2021-03-01", "2021-04-01")
    for count, same in ((16, True), (15, False)):
        words = RUN[:count]
        assert joined_by_run(" ".join(words), " ".join([*words[:8], "so", *words[8:]]), days=days) is same


def test_ten_days_later_is_no_other_day_and_eleven_are() -> None:
    for day, same in (("2021-03-11", True), ("2021-03-12", False)):
        assert joined_by_run(first(8), f"{first(8)} or so I think", days=("2021-03-01", day)) is same


def test_without_the_day_of_one_article_it_counts_as_the_same() -> None:
    for days in (("2021-03-01", ""), ("", "2021-03-01")):
        assert joined_by_run(first(8), f"{first(8)} or so I think", days=days)


def test_two_speakers_share_most_of_the_words_or_nothing() -> None:
    speakers = ("Dr Lind", "Mayor Okafor")
    assert joined_by_run(first(8), f"{first(8)} or so", speakers)
    assert joined_by_run(f"{first(8)} never", f"{first(8)} {OTHER_WORDS}", speakers)
    assert not joined_by_run(f"{first(8)} water", f"{first(8)} {OTHER_WORDS}", speakers)
    assert not joined_by_run(f"{first(8)} beneath thunderclouds", f"{first(8)} before winter", speakers)


@pytest.mark.parametrize("speakers", [("Dr Lind", "Dr Lind"), ("Dr Lind", None), (None, "Dr Lind"), (None, None)])
def test_one_speaker_or_one_that_is_not_known_shares_half_of_them(speakers: tuple[str | None, str | None]) -> None:
    assert joined_by_run(f"{first(8)} barley water morning", f"{first(8)} {OTHER_WORDS}", speakers)


BEGINNING = "The inspectors found no sign that the harbour board or anybody who worked for it"


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        # one sentence of a report after another, which begins as that did
        ("forged the ledger of the Lindholm creamery", "bribed the surveyors who measured the northern jetty", False),
        # a sentence of which one outlet prints more
        ("forged the ledger", "forged the ledger of the creamery that burnt down in Lindholm", True),
        # an editor's own word or two at its end
        ("forged the ledger of the creamery", "forged the books of the creamery", True),
        # of which the middle is left out, and said to be
        ("forged the ledger of the creamery", "... bribed the surveyors who measured the northern jetty", True),
    ],
)
def test_sentences_that_begin_alike_and_end_each_in_its_own_way_are_two(one: str, other: str, joined: bool) -> None:
    told = (("gazette", f"{BEGINNING} {one}"), ("herald", f"{BEGINNING} {other}"))
    articles = [article(name, [("Keeper Lowe", f'"{words}" it was said.')]) for name, words in told]
    left, right = (passages_of([found])[0] for found in articles)
    assert (relation(left, right) is not None, relation(right, left) is not None) == (joined, joined)
