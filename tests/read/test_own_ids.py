"""An id that was published stays with its file, whatever files are put beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ids import article_id
from generator.read.own_ids import NOTHING, Published, file_of, told, with_own_ids
from generator.records import RawArticle

OWN = RawArticle("courier.txt", "aa", "The ferry struck the pier.")
LEDGER = Published({"courier": "", "feed-0a1b2c3d": ""}, {"courier": file_of("aa", "courier.txt")})


def ids(*raws: RawArticle, published: Published = LEDGER) -> list[str]:
    return [article_id(raw.wanted_id, raw.file) for raw in with_own_ids(raws, published)[0]]


@pytest.mark.parametrize(
    "planted",
    [
        RawArticle("zoo.md", "bb", "Fry two onions.", wanted_id="courier"),
        RawArticle("a/courier.txt", "bb", "Fry two onions."),
        RawArticle("a/courier.txt", "aa", "The ferry struck the pier."),
        RawArticle("courier.htm", "bb", "Fry two onions."),
        RawArticle("a/b.jsonl#1", "bb", "Fry two onions.", wanted_id="courier"),
    ],
)
def test_a_newcomer_does_not_take_over_a_published_id(planted: RawArticle) -> None:
    for raws in ([OWN, planted], [planted, OWN]):
        found, gave_way = with_own_ids(raws, LEDGER)
        assert found[raws.index(OWN)] == OWN
        assert [(raw.file, wanted) for raw, wanted in gave_way] == [(planted.file, "courier")]
        problem = told(*gave_way[0], LEDGER, "seeds/x")
        assert "published for courier.txt, so this one is “courier-" in problem.what


def test_a_newcomer_does_not_take_over_the_id_of_a_file_that_is_gone() -> None:
    planted = RawArticle("a/courier.txt", "bb", "Fry two onions.")
    assert ids(planted)[0].startswith("courier-")
    (gave_way,) = with_own_ids([planted], LEDGER)[1]
    assert "if it is the same article, name it courier.txt" in told(*gave_way, LEDGER, "seeds/x").next_step


@pytest.mark.parametrize(
    "changed",
    [
        RawArticle("courier.txt", "cc", "The ferry struck the northern pier."),
        RawArticle("june/courier.txt", "aa", "The ferry struck the pier."),
        RawArticle("renamed.md", "aa", "The ferry struck the pier.", wanted_id="courier"),
        RawArticle("courier.html", "cc", "The ferry struck the pier."),
    ],
)
def test_a_file_that_was_edited_moved_or_saved_anew_keeps_its_id(changed: RawArticle) -> None:
    assert ids(changed) == ["courier"]


def test_who_gave_way_once_keeps_the_other_id_even_when_the_first_is_gone() -> None:
    late = RawArticle("a/courier.txt", "bb", "Fry two onions.")
    first, second = ids(OWN, late)
    published = Published(
        {first: "", second: ""},
        {first: file_of("aa", "courier.txt"), second: file_of("bb", "a/courier.txt")},
    )
    assert ids(late, published=published) == [second]
    greedy = RawArticle("0.md", "dd", "Fry three onions.", wanted_id=second)
    assert ids(greedy, late, OWN, published=published)[1:] == [second, first]


def test_an_entry_of_a_feed_keeps_its_id_wherever_it_stands_in_the_feed() -> None:
    published = Published({"feed-x": ""}, {"feed-x": file_of("aa", "my feed#2.xml#1")})
    entry = RawArticle("my feed#2.xml#7", "bb", "The ferry struck the pier.", wanted_id="feed-x")
    assert ids(entry, published=published) == ["feed-x"]


def test_an_id_that_was_given_with_a_shorter_hash_stays() -> None:
    entry = RawArticle("feed.xml#1", "bb", "The ferry struck.", wanted_id="feed-0a1b2c3d4e5f6071")
    assert ids(entry) == ["feed-0a1b2c3d"]
    assert ids(entry, published=NOTHING) == ["feed-0a1b2c3d4e5f6071"]


@pytest.mark.parametrize("name", ["index", "readme", "con", "nul", "com1", "lpt9"])
def test_no_article_has_the_address_of_a_page_or_a_device(name: str) -> None:
    assert ids(RawArticle(f"{name}.txt", "aa", "x"))[0].startswith(f"{name}-")


NAMES = st.one_of(st.text(max_size=6), st.sampled_from(["a", "index", "con", "x" * 79, "x" * 80, "x" * 300, "x_" * 60]))
RAWS = st.builds(
    lambda name, part, wanted: RawArticle(f"{name}.txt{part}", "aa", "The ferry struck.", wanted_id=wanted),
    NAMES,
    st.sampled_from(["", "", "#1", "#23"]),
    st.none() | NAMES,
)


@given(st.lists(RAWS, max_size=8, unique_by=lambda raw: raw.file))
def test_whatever_files_and_ids_are_called_each_article_has_an_id_of_its_own(raws: list[RawArticle]) -> None:
    found = ids(*raws, published=NOTHING)
    assert len({*found}) == len(found)
    assert all(1 <= len(name) <= 84 for name in found)


@pytest.mark.parametrize("length", [60, 63, 64, 79, 80, 300])
def test_ids_that_begin_alike_and_are_long_are_told_apart(length: int) -> None:
    stated, named = (
        RawArticle("a.md", "aa", "One.", wanted_id="x" * length),
        RawArticle("x" * length + ".txt", "bb", "Two."),
    )
    one, other = ids(stated, named, published=NOTHING)
    assert one == "x" * min(length, 80)
    assert other.startswith("x" * 60) and other != one
    assert [raw.file for raw, _ in with_own_ids([stated, named])[1]] == [named.file]
