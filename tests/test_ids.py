"""Ids: long enough that nobody makes two alike, apart where somebody did, and never another's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator import ids
from generator.config import Settings
from generator.errors import DigestError
from generator.ids import OLDER_LENGTH, anchors, kept, name_id, older_form, word_id, word_ids
from generator.language import SpacyLanguage
from generator.pipeline import build_digest
from generator.publish.digest_json import digest_data
from generator.publish.tombstones import places_of
from generator.records import Digest, RawArticle

FERRY = "Ferry strikes pier\n\n“Nobody was hurt. The pier stands,” said Ann Lee, its captain, on 20 June 2023.\n"
RAW = RawArticle("ferry.txt", "0" * 64, FERRY)


def older(digest: Digest, article: str = "ferry") -> dict[str, dict[str, str]]:
    """Return the ledger that a version with shorter ids would have written."""
    kinds: dict[str, dict[str, str]] = {"q": {}, "e": {}, "p": {}}
    for name in places_of(digest):
        kind, _, word = name.partition("/")
        if kind in kinds:  # comparisons had no links of their own then
            kinds[kind][older_form(word)] = f"articles/{article}/#s-0a1b2c3d"
    return kinds


def named(digest: Digest) -> dict[str, set[str]]:
    data = digest_data(digest)
    return {kind: {row["id"] for row in data[kind]} for kind in ("quotes", "statements", "events")}


def test_a_new_id_has_64_bits() -> None:
    tail = word_id("ferry", "Nobody was hurt").rpartition("-")[2]
    assert len(tail) * 4 == 64


def test_links_that_were_given_shorter_stay(language: SpacyLanguage) -> None:
    new = build_digest([RAW], language)
    assert all(len(name.rpartition("-")[2]) == 16 for names in named(new).values() for name in names)
    assert named(new)["quotes"]
    assert len(named(new)["statements"]) == 2
    again = build_digest([RAW], language, given=older(new))
    assert named(again) == {kind: set(map(older_form, names)) for kind, names in named(new).items()}
    quote = again.articles[0].quotes[0]
    assert quote.utterance == quote.id
    assert {reading.quote_id for statement in again.statements for reading in statement.readings} == {quote.id}


def test_a_link_that_was_given_for_another_article_is_not_taken_up(language: SpacyLanguage) -> None:
    new = build_digest([RAW], language)
    again = build_digest([RAW], language, given=older(new, article="courier"))
    assert named(again) == named(new)


def test_an_older_id_that_two_could_claim_is_nobodys(monkeypatch: pytest.MonkeyPatch, language: SpacyLanguage) -> None:
    text = "“Nobody was hurt here,” said Ann Lee.\n\n“Nobody was hurt there,” said Tom Okoro."
    new = build_digest([replace(RAW, text=text)], language)
    monkeypatch.setattr("generator.collate.kept_ids.older_form", lambda name: "nobody-was-hurt-0a1b2c3d")
    given = {"q": {"nobody-was-hurt-0a1b2c3d": "articles/ferry/#s-0a1b2c3d"}}
    assert named(build_digest([replace(RAW, text=text)], language, given=given)) == named(new)


def test_quotes_whose_hashes_are_alike_keep_their_words_and_speakers(
    monkeypatch: pytest.MonkeyPatch, language: SpacyLanguage
) -> None:
    """As if somebody had found two wordings of one hash: here every hash is."""
    monkeypatch.setattr(ids, "digest_of", lambda *parts, length=16: _alike(parts, length))
    text = (
        "“The pier stands as it did,” said Ann Lee. “Nobody was hurt.”\n\n"
        "“The pier stands as it did not. Not now,” said Tom Okoro. “The pier stands as it did not. No.”"
    )
    digest = build_digest([RawArticle("ferry.txt", "0" * 64, text)], language)
    quotes = [quote.id for quote in digest.articles[0].quotes]
    assert len(quotes) == len({*quotes}) == 4
    data = digest_data(digest)
    assert len({row["id"] for row in data["statements"]}) == len(data["statements"])
    said = {row["text"]: row["speaker"] for row in data["quotes"]}
    assert said["“The pier stands as it did,”"] == "ann-lee"
    assert said["“The pier stands as it did not. Not now,”"] == "tom-okoro"


def _alike(parts: tuple[str, ...], length: int) -> str:
    return "0" * length if length < ids.WHOLE_LENGTH else f"{hash(parts) & (2**255 - 1):064x}"


def test_places_of_one_page_whose_hashes_are_alike_have_names_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [len(name) for name in anchors("s", ["One.", "Two.", "One."])] == [2 + OLDER_LENGTH] * 3
    monkeypatch.setattr(ids, "digest_of", lambda *parts, length: _alike(parts, length))
    assert len({*anchors("s", ["One.", "Two.", "One."])}) == 3
    assert len({*word_ids("a", ["One.", "Two.", "One."])}) == 3


def test_two_things_of_one_id_are_never_joined(language: SpacyLanguage) -> None:
    raws = [replace(RAW, file=file, wanted_id="same") for file in ("ferry.txt", "courier.txt")]
    with pytest.raises(DigestError, match="two things have the id “same”"):
        build_digest(raws, language)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Ann Lee", "ann-lee"),
        ("Zoë O’Neil", "zoe-oneil"),
        ("Index", "index-"),
        ("Con", "con-"),
        ("李 Lee", "lee-"),
        ("International Committee of the Red Cross Fans", "international-committee-of-the-red-cross-"),
    ],
)
def test_the_id_of_a_name_is_the_name_where_it_says_all_of_it(name: str, known: str) -> None:
    assert name_id(name) == known if known[-1] != "-" else len(name_id(name)) == len(known) + 16


def test_names_that_differ_where_the_address_cannot_are_two_people() -> None:
    assert name_id("李 Lee") != name_id("王 Lee")
    assert len({*map(name_id, ("李", "王", "Lee"))}) == 3


def test_an_older_form_is_taken_only_where_it_was_given() -> None:
    name = "nobody-was-hurt-0a1b2c3d4e5f6071"
    assert kept(name, {"nobody-was-hurt-0a1b2c3d"}) == "nobody-was-hurt-0a1b2c3d"
    assert kept(name, {"nobody-was-hurt-0a1b2c3d", name}) == name
    assert kept(name, ()) == name
    assert kept("ferry", {"ferry"}) == kept("ferry", ()) == "ferry"


def test_a_speaker_called_as_a_page_has_a_page_of_their_own(tmp_path: Path, language: SpacyLanguage) -> None:
    from generator.publish import render

    text = "“The dam held,” John Index said on Monday.\n\n“It held,” Index told reporters. “It did,” said Nul Con."
    other = "“We saw it,” Index said. “We all saw it,” said Index, who runs the harbour."
    digest = build_digest(
        [replace(RAW, text=text), RawArticle("b.txt", "1" * 64, other), RawArticle("c.txt", "1" * 64, other)], language
    )
    files = render(digest, Settings())
    assert b"People" in files["people/index.md"]
    pages = {f"people/{person.id}.md" for person in digest.people}
    assert "people/index.md" not in pages
    assert pages <= files.keys()
