"""The address of an archived copy: read where the input states one, shown beside the source's own, in all data."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path

import pytest

from generator.config import Settings
from generator.project import Project, build
from generator.read.folder import read_source, reader_of
from generator.read.input_file import InputFile
from generator.records import Metadata

COPY = "https://archive.example/2023/https://courier.example/ferry"


def given(name: str, text: str) -> Metadata:
    return read_source(InputFile(name, text.encode(), name), reader_of(name)).articles[0].given


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"---\ntitle: Ferry\narchived: {COPY}\n---\n\nThe ferry struck the pier.\n"),
        ("a.json", json.dumps({"title": "Ferry", "text": "The ferry struck the pier.", "archive_url": COPY})),
        ("a.csv", f"title,text,archived\nFerry,The ferry struck the pier.,{COPY}\n"),
    ],
)
def test_an_archived_copy_is_read_where_it_is_stated(name: str, text: str) -> None:
    found = given(name, text).archived
    assert found is not None
    assert found.value == COPY


@pytest.mark.parametrize("value", ["javascript:alert(1)", "kept in the cellar", "//archive.example/x"])
def test_what_is_no_web_address_is_no_archived_copy(value: str) -> None:
    assert given("a.md", f"---\ntitle: Ferry\narchived: '{value}'\n---\n\nThe ferry struck.\n").archived is None


def test_it_stands_beside_the_address_and_in_the_data(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    text = f"---\ntitle: Ferry strikes pier\noutlet: Courier\narchived: {COPY}\n---\n\nThe ferry struck the pier.\n"
    (tmp_path / "seeds" / "courier.md").write_text(text, encoding="utf-8")
    build(Project(Settings(), tmp_path / "seeds", tmp_path / "docs", tmp_path / "cache"))
    for page in ("sources.md", "articles/courier.md"):
        assert f'href="{COPY}"' in unescape((tmp_path / "docs" / page).read_text(encoding="utf-8"))
    data = json.loads((tmp_path / "docs" / "data" / "digest.json").read_text(encoding="utf-8"))
    assert data["articles"][0]["archived"] == COPY
