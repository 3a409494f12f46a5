"""Whoever reads the files, and whether they were read before: what stands in them is the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import reading
from generator.reading import read_all
from generator.shelf import shelf
from generator.workers import Workers

PAGE = """<html><head><title>Ferry {0}</title></head><body><article><h1>Ferry {0} strikes pier</h1>
<p>Ferry number {0} struck the pier in Skarvik on Monday, and nobody was hurt, its captain told those who waited.</p>
<p>The harbour board met on Tuesday and closed the pier until the {0} piles that broke are set anew.</p>
</article></body></html>"""


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    for number in range(9):
        (folder / f"ferry-{number}.html").write_text(PAGE.format(number), encoding="utf-8")
    (folder / "pier.txt").write_text("The pier stays shut.\n", encoding="utf-8")
    (folder / "empty.html").write_bytes(b"")
    (folder / "list.json").write_text("no list", encoding="utf-8")
    return folder


def test_several_processes_read_what_one_reads(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = read_all(seeds)
    assert len(alone[0]) == 10
    assert len(alone[1]) == 2
    monkeypatch.setattr(reading, "MANY", 8)
    assert read_all(seeds, workers=Workers(2)) == alone


def test_only_what_was_not_read_before_is_given_to_others(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    each = Workers.each
    monkeypatch.setattr(
        Workers, "each", lambda self, work, things: asked.append(len(things)) or each(self, work, things)
    )
    monkeypatch.setattr(reading, "MANY", 1)
    with shelf(tmp_path / "read") as kept:
        first = read_all(seeds, kept=kept, workers=Workers(2))
    (seeds / "ferry-3.html").write_text(PAGE.format("three"), encoding="utf-8")
    with shelf(tmp_path / "read") as kept:
        assert read_all(seeds, kept=kept, workers=Workers(2)) != first
    assert asked == [10, 2]  # the page that changed, and the list that cannot be read


def test_for_a_few_files_nobody_else_is_asked(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workers, "each", lambda *_: pytest.fail("asked"))
    assert len(read_all(seeds, workers=Workers(2))[0]) == 10
