"""Every key and value that the page on corrections names, through a whole build: what comes out in `digest.json`."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.errors import DigestError
from generator.overrides import STALE
from generator.overrides.entries import STATED, TARGETS
from generator.project import build, open_project
from tests.conftest import ROOT

COURIER = """---
title: Ferry to sail again
outlet: Courier
published: 2021-03-09
---
The harbour board met on Monday and voted to repair the ferry. “We have waited long enough,” said Ruth Okafor, the
chair of the board. “It will sail before the summer.”

Deputy chair Jan Lind called the price “a scandal”. “Nobody asked the islanders,” he said.
"""
ECHO = """---
title: Board votes for repair
outlet: Echo
published: 2021-03-10
---
“We have waited long enough,” board chair Ruth Okaphor said on Monday. The harbour board met on Monday in the town hall.

Islanders had spoken of a “ghost ship”. The yard in Skarvik wants three months.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "courier.md").write_text(COURIER, encoding="utf-8")
    (seeds / "echo.md").write_text(ECHO, encoding="utf-8")
    return tmp_path


def built(folder: Path, overrides: str = "") -> dict[str, Any]:
    (folder / "seeds" / "overrides.yml").write_text(overrides, encoding="utf-8")
    build(open_project(folder), use_cache=False)
    found: dict[str, Any] = json.loads((folder / "docs" / "data" / "digest.json").read_text(encoding="utf-8"))
    return found


def article(digest: dict[str, Any], name: str) -> dict[str, Any]:
    return next(found for found in digest["articles"] if found["id"] == name)


def quotes(digest: dict[str, Any], name: str = "courier") -> dict[str, dict[str, Any]]:
    return {found["text"].strip("“”"): found for found in digest["quotes"] if found["article"] == name}


def speaker(digest: dict[str, Any], words: str, name: str = "courier") -> str | None:
    names = {person["id"]: person["name"] for person in digest["people"]}
    return names.get(quotes(digest, name)[words]["speaker"])


def events(digest: dict[str, Any]) -> list[tuple[str | None, str]]:
    return [(event["date"], event["label"]) for event in digest["events"]]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "Ferry returns"),
        ("outlet", "The Courier"),
        ("origin", "Reuters"),
        ("byline", "Ann Ito"),
        ("dateline", "SKARVIK, March 9"),
        ("published", "2021-03-08"),
        ("published", "2021-03"),
        ("published", "2021"),
        ("url", "https://courier.example/ferry"),
    ],
)
def test_what_an_editor_states_of_an_article_stands_in_the_digest(folder: Path, key: str, value: str) -> None:
    digest = built(folder, f"articles:\n  - article: courier\n    {key}: {json.dumps(value)}\n")
    assert article(digest, "courier")[key] == value
    assert value.split(",")[0] in (folder / "docs" / "articles" / "courier.md").read_text("utf-8") or key == "published"


@pytest.mark.parametrize("key", ["title", "outlet", "origin", "byline", "dateline", "published", "url"])
def test_null_says_that_it_is_not_known(folder: Path, key: str) -> None:
    digest = built(folder, f"articles:\n  - article: courier\n    {key}: null\n")
    found = article(digest, "courier")
    assert found[key] is None or (key == "published" and found["published_reason"].startswith("inferred"))


def test_an_article_that_is_taken_down_is_nowhere_and_its_address_says_so(folder: Path) -> None:
    built(folder)
    digest = built(folder, "articles:\n  - article: echo\n    hide: true\n    note: withdrawn by the paper\n")
    assert [found["id"] for found in digest["articles"]] == ["courier"]
    pages = {path: path.read_text("utf-8", "replace") for path in (folder / "docs").rglob("*.*") if path.is_file()}
    assert not [path for path, text in pages.items() if "ghost ship" in text]
    assert (folder / "docs" / "a" / "echo" / "index.html").is_file() or (folder / "docs" / "a" / "echo.md").is_file()


def test_a_speaker_by_name_new_or_known_and_unknown(folder: Path) -> None:
    said = "Nobody asked the islanders,"
    one = "quotes:\n  - article: courier\n    words: Nobody asked the islanders\n    "
    assert speaker(built(folder, one + "speaker: Ruth Okafor\n"), said) == "Ruth Okafor"
    assert speaker(built(folder, one + "speaker: Hanna Vik\n"), said) == "Hanna Vik"
    unknown = built(folder, one + "unknown: true\n")
    assert speaker(unknown, said) is None
    assert quotes(unknown)[said]["decided_by"] == "override"


@pytest.mark.parametrize("kind", ["direct", "fragment", "indirect", "term"])
def test_every_kind_of_a_quote(folder: Path, kind: str) -> None:
    digest = built(folder, f"quotes:\n  - article: courier\n    words: a scandal\n    kind: {kind}\n")
    assert quotes(digest)["a scandal"]["kind"] == kind


@pytest.mark.parametrize("words", ["a scandal", "We have waited long enough", "It will sail before the summer."])
def test_a_hidden_quote_is_gone_and_the_others_keep_their_speakers(folder: Path, words: str) -> None:
    before = quotes(built(folder))
    after = quotes(built(folder, f"quotes:\n  - article: courier\n    words: {words}\n    hide: true\n"))
    gone = before.keys() - after.keys()
    assert [name for name in gone if words in name] == [*gone]
    assert all(after[name]["speaker"] == before[name]["speaker"] for name in after)


def test_prefix_and_suffix_tell_equal_words_apart(folder: Path) -> None:
    again = COURIER + "\nA reader wrote “a scandal” too, and then “a scandal” once more.\n"
    (folder / "seeds" / "courier.md").write_text(again, encoding="utf-8")
    entry = "quotes:\n  - article: courier\n    words: a scandal\n    {}\n    hide: true\n"
    whole = [found for found in built(folder)["quotes"] if found["text"] == "“a scandal”"]
    for key in ("prefix: wrote", "suffix: once more"):
        left = [found for found in built(folder, entry.format(key))["quotes"] if found["text"] == "“a scandal”"]
        assert len(left) == len(whole) - 1


def test_people_are_renamed_joined_and_made_a_body(folder: Path) -> None:
    entry = "people:\n  - name: Ruth Okafor\n    {}\n"
    renamed = built(folder, entry.format("rename: Ruth A. Okafor"))
    assert "Ruth A. Okafor" in {person["name"] for person in renamed["people"]}
    joined = built(folder, entry.format("join: [Ruth Okaphor]"))
    assert [p["name"] for p in joined["people"] if "Okaphor" in p["name"]] == []
    assert speaker(joined, "We have waited long enough,", "echo") == "Ruth Okafor"
    for kind in ("person", "organisation"):
        made = built(folder, entry.format(f"kind: {kind}"))
        assert next(p["kind"] for p in made["people"] if p["name"] == "Ruth Okafor") == kind


def test_an_event_is_dated_undated_and_hidden(folder: Path) -> None:
    entry = "events:\n  - article: courier\n    words: met on Monday and voted\n    {}\n"
    (day, label) = next(event for event in events(built(folder)) if "met on Monday" in event[1])
    assert day == "2021-03-08"
    for value in ("2021-03-07", "2021-03", "2021", None):
        assert (value, label) in events(built(folder, entry.format(f"date: {json.dumps(value)}")))
    assert label not in {shown for _, shown in events(built(folder, entry.format("hide: true")))}


def test_the_page_names_every_key_that_there_is() -> None:
    page = (ROOT / "docs" / "how-to" / "correct.md").read_text(encoding="utf-8")
    for section, keys in STATED.items():
        assert f"\n{section}:" in page
        for key in (*TARGETS[section], *keys):
            assert re.search(rf"\b{key}\b", page), f"{section}: {key}"


# ---- what finds nothing ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "entry",
    [
        "articles:\n  - article: ehco\n    hide: true\n",
        "quotes:\n  - article: courier\n    words: a scandel\n    hide: true\n",
        "quotes:\n  - article: couriar\n    words: a scandal\n    hide: true\n",
        "events:\n  - article: courier\n    words: met on Mondays and voted\n    hide: true\n",
    ],
)
def test_a_misspelt_take_down_publishes_nothing(folder: Path, entry: str) -> None:
    built(folder)
    before = {path: path.read_bytes() for path in (folder / "docs").rglob("*") if path.is_file()}
    (folder / "seeds" / "echo.md").write_text(ECHO + "\nOne more line.\n", encoding="utf-8")
    with pytest.raises(DigestError, match=r"seeds/overrides\.yml:2: no such|no event in"):
        built(folder, entry)
    assert before == {path: path.read_bytes() for path in (folder / "docs").rglob("*") if path.is_file()}


def test_what_is_to_be_hidden_and_is_no_quote_any_more_stops_nothing(folder: Path) -> None:
    entry = "quotes:\n  - article: echo\n    words: three months\n    hide: true\n"
    (folder / "seeds" / "overrides.yml").write_text(entry, encoding="utf-8")
    made = build(open_project(folder), use_cache=False)
    assert [found.what.partition(":")[0] for found in made.digest.findings if found.weight == STALE] == [
        "no such quote in echo"
    ]


def test_a_correction_that_finds_nothing_is_told_and_the_rest_is_built(folder: Path) -> None:
    entry = "quotes:\n  - article: courier\n    words: a scandel\n    speaker: Jan Lind\n"
    (folder / "seeds" / "overrides.yml").write_text(entry, encoding="utf-8")
    made = build(open_project(folder), use_cache=False)
    (found,) = [found for found in made.digest.findings if found.weight == STALE]
    assert found.what.startswith('no such quote in courier: "a scandel"\n  closest: “a scandal”')
