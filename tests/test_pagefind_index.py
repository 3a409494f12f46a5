"""The index of a large digest: it holds every text whole, is the same each time, and stands where it is wanted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator import pagefind_index
from generator.config import Settings
from generator.errors import DigestError
from generator.pagefind_index import INDEX, RECORDS, SOON_LOADED, folded, index_site, wants_index
from generator.publish import permalinks
from tests.conftest import ROOT

WORDS = ROOT / "docs" / permalinks.SEARCH


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def site(folder: Path) -> Path:
    (folder / "search").mkdir(parents=True)
    index_site(folder, WORDS)
    return folder


def told() -> Any:
    return json.loads(WORDS.read_text(encoding="utf-8").removeprefix("self.digestWords=").removesuffix(";\n"))


def records(folder: Path, kind: str) -> list[Any]:
    loaded = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((folder / RECORDS).iterdir())]
    return [thing for record in loaded for thing in record.get(kind, ())]


def test_everything_that_can_be_found_is_in_one_record_and_nothing_is_loaded_with_all_of_it(tmp_path: Path) -> None:
    built, all_words = site(tmp_path / "site"), told()
    texts = {article["id"]: article["text"] for article in all_words["articles"]}
    found = sorted(records(built, "articles"), key=lambda article: article["number"])
    assert [article["id"] for article in found] == [article["id"] for article in all_words["articles"]]
    assert {article["id"]: article["text"] for article in found} == texts
    assert len(found) == len(texts)
    for kind, key in (("people", "at"), ("events", "at")):
        assert sorted(thing[key] for thing in records(built, kind)) == sorted(thing[key] for thing in all_words[kind])
    assert (built / permalinks.SEARCH).stat().st_size < 100


def test_quotes_and_readings_of_a_record_have_the_speaker_and_the_statement_that_they_had(tmp_path: Path) -> None:
    all_words = told()
    whole = {article["id"]: article for article in all_words["articles"]}
    for article in records(site(tmp_path / "site"), "articles"):
        before = whole[article["id"]]
        for mine, theirs in zip(article["quotes"], before["quotes"], strict=True):
            name = article["people"][mine[3]]["name"] if mine[3] >= 0 else None
            assert name == (all_words["people"][theirs[3]]["name"] if theirs[3] >= 0 else None)
            assert (mine[:3], mine[4:]) == (theirs[:3], theirs[4:])
        for mine, theirs in zip(article["readings"], before["readings"], strict=True):
            assert article["statements"][mine[2]] == all_words["statements"][theirs[2]]


def test_equal_words_give_equal_bytes(tmp_path: Path) -> None:
    first, second = (files(site(tmp_path / name)) for name in ("one", "two"))
    assert first == second
    assert any(path.startswith(f"{INDEX}/index/") for path in first)


@pytest.mark.parametrize(
    ("search", "size", "wanted"),
    [
        ("auto", SOON_LOADED, False),
        ("auto", SOON_LOADED + 1, True),
        ("pagefind", 1, True),
        ("builtin", SOON_LOADED + 1, False),
    ],
)
def test_auto_takes_the_index_where_all_words_would_be_long_in_loading(
    tmp_path: Path, search: Any, size: int, wanted: bool
) -> None:
    words = tmp_path / "words.js"
    words.write_bytes(b"x" * size)
    assert wants_index(Settings(search=search), words) is wanted


def test_machine_without_pagefind_searches_all_words_or_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagefind_index, "_program", lambda: None)
    (tmp_path / "words.js").write_bytes(b"x" * (SOON_LOADED + 1))
    assert not wants_index(Settings(), tmp_path / "words.js")
    with pytest.raises(DigestError, match="search: builtin"):
        site(tmp_path / "site")


def test_index_that_is_not_made_ends_with_what_was_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "program"
    broken.write_text("#!/bin/sh\necho 'no room left' >&2\nexit 3\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(pagefind_index, "_program", lambda: broken)
    with pytest.raises(DigestError, match="no room left"):
        site(tmp_path / "site")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Zoë’s café” cost £3.50", "zoe s cafe cost 3 50"),
        ("soft­ware, third-party_list", "software third party list"),
        ("<b>Ångström</b> & co.", "b angstrom b co"),
    ],
)
def test_words_are_compared_without_marks_accents_and_case(text: str, words: str) -> None:
    assert folded(text) == words
