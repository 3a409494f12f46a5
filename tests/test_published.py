"""A published digest read back: all of it, or one line that says why not."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import DigestError, read_digest
from generator.config import Publish, Settings
from generator.publish.data import data_files
from generator.publish.digest_json import VERSION
from generator.publish.schemas import ENTRIES
from generator.published import PublishedDigest
from generator.records import Digest
from tests.conftest import ROOT

FILE = ROOT / "docs" / "data" / "digest.json"
WRITTEN = json.loads(FILE.read_text(encoding="utf-8"))
Json = dict[str, Any]


def put(folder: Path, data: object) -> Path:
    (folder / "digest.json").write_text(json.dumps(data), encoding="utf-8")
    return folder / "digest.json"


def without(data: object, known: object) -> object:
    """Return `data` with the fields alone that `known` has, so that a field that was added does not count."""
    if isinstance(data, dict) and isinstance(known, dict):
        return {name: without(data[name], known[name]) for name in known}
    if isinstance(data, list) and isinstance(known, (list, tuple)):
        assert len(data) == len(known)
        return [without(each, other) for each, other in zip(data, known, strict=True)]
    return data


def test_all_that_was_published_comes_back() -> None:
    found = asdict(read_digest(FILE))
    assert json.loads(json.dumps(found)) == without(WRITTEN, found)
    assert read_digest(str(FILE)) == read_digest(FILE)


@pytest.mark.parametrize("kind", sorted(ENTRIES))
def test_every_field_is_one_of_the_schema(kind: str) -> None:
    entry = get_args(get_type_hints(PublishedDigest)[kind])[0]
    assert {field.name for field in fields(entry)} <= {*ENTRIES[kind]["properties"]}


def test_the_version_that_is_written_can_be_read() -> None:
    assert read_digest(FILE).version == VERSION


def test_offsets_count_the_text_of_the_article() -> None:
    digest = read_digest(FILE)
    texts = {article.id: article.text for article in digest.articles}
    assert digest.quotes
    assert all(texts[quote.article][quote.start : quote.end] == quote.text for quote in digest.quotes)


@pytest.mark.parametrize("publish", ["full", "excerpt", "quotes"])
def test_a_digest_that_withholds_text_is_read_too(tmp_path: Path, seeds_digest: Digest, publish: Publish) -> None:
    data = data_files(seeds_digest, Settings(publish=publish))["data/digest.json"]
    (tmp_path / "digest.json").write_bytes(data)
    read = read_digest(tmp_path / "digest.json").quotes
    assert [quote.id for quote in read] == [quote["id"] for quote in json.loads(data)["quotes"]]
    # An excerpt leaves out what rests on sentences that it does not show.
    assert 0 < len(read) < len(WRITTEN["quotes"]) if publish == "excerpt" else len(read) == len(WRITTEN["quotes"])


def test_a_field_that_a_later_program_adds_is_passed_over(tmp_path: Path) -> None:
    data = copy.deepcopy(WRITTEN)
    data["places"] = []
    data["quotes"][0]["tone"] = {"loud": True}
    assert read_digest(put(tmp_path, data)) == read_digest(FILE)


def changed(change: Callable[[Json], object]) -> Json:
    data: Json = copy.deepcopy(WRITTEN)
    change(data)
    return data


@pytest.mark.parametrize(
    ("data", "what"),
    [
        ([], "is no digest: it states no version"),
        ({}, "is no digest: it states no version"),
        ({"version": 2}, "is no digest: it has version 2, and only 1 can be read"),
        ({"version": 1}, "is no digest: articles is missing"),
        (changed(lambda data: data.update(quotes={})), "quotes is no list"),
        (changed(lambda data: data["quotes"].insert(1, "x")), "quotes[1] is no record"),
        (changed(lambda data: data["quotes"][1].pop("speaker")), "quotes[1].speaker is missing"),
        (changed(lambda data: data["quotes"][1].update(speaker=4)), "quotes[1].speaker is 4"),
        (changed(lambda data: data["quotes"][1].update(start=True)), "quotes[1].start is true"),
        (changed(lambda data: data["articles"][0]["paragraphs"].append(None)), "is null"),
        (changed(lambda data: data["quotes"][1].update(article="z")), "words of an article 'z' and no such article"),
        (changed(lambda data: data["quotes"][1].update(start=-1)), "has other words from -1"),
        (changed(lambda data: data["quotes"][1].update(end=10**9)), "has other words from"),
        (changed(lambda data: data["quotes"][1].update(start=9, end=2, text="")), "has other words from 9 to 2"),
        (changed(lambda data: data["statements"][1]["readings"][0].update(text="We won.")), "has other words from"),
    ],
)
def test_a_file_that_is_none_is_told_in_one_line(tmp_path: Path, data: object, what: str) -> None:
    with pytest.raises(DigestError) as told:
        read_digest(put(tmp_path, data))
    assert what in str(told.value)
    assert str(told.value).startswith(str(tmp_path / "digest.json"))
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"{", b"[" * 100_000, b"1" * 10_000, b'"\\ud800"'])
def test_bytes_that_are_no_json_are_told_in_one_line(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "digest.json").write_bytes(data)
    with pytest.raises(DigestError) as told:
        read_digest(tmp_path / "digest.json")
    assert "\n" not in str(told.value)


def test_a_file_that_is_not_there_and_a_folder_are_told_too(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(DigestError, match=r"Name the docs/data/digest.json of a digest"):
            read_digest(path)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "text"]), inner, max_size=2),
    max_leaves=4,
)


@given(kind=st.sampled_from(sorted(ENTRIES)), number=st.integers(0, 3), value=VALUES, data=st.data())
def test_whatever_a_value_is_changed_into_nothing_but_a_line_comes_of_it(
    tmp_path_factory: pytest.TempPathFactory, kind: str, number: int, value: object, data: st.DataObject
) -> None:
    rows = WRITTEN[kind]
    number %= len(rows)
    name = data.draw(st.sampled_from(sorted(rows[number])))
    broken = {**WRITTEN, kind: [*rows[:number], {**rows[number], name: value}, *rows[number + 1 :]]}
    try:
        read_digest(put(tmp_path_factory.mktemp("broken"), broken))
    except DigestError as error:
        assert "\n" not in str(error)
