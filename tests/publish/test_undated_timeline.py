"""A folder in which no article states its day: its timeline has an order and the words of its sources."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.test_commands import run

ARTICLES = {
    "one.txt": (
        "Two climbers left the hut above Tolm on Saturday. A shepherd found them in a gully on Monday, guards said.\n"
    ),
    "two.txt": "A shepherd found two climbers in a gully above Tolm on Monday. They had left the hut on Saturday.\n",
}


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "seeds").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "seeds" / name).write_text(text, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Tolm\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("build").exit_code == 0
    return tmp_path / "docs"


def test_the_page_has_the_words_of_the_sources_as_its_days_in_their_order(docs: Path) -> None:
    page = (docs / "timeline.md").read_text(encoding="utf-8")
    assert re.findall(r"<h2[^>]*>([^<]+)<", page) == ["“Saturday”", "“Monday”"]


def test_the_home_page_tells_what_several_tell_in_their_order_by_their_words_for_the_day(docs: Path) -> None:
    page = (docs / "index.md").read_text(encoding="utf-8")
    section = re.search(r'aria-labelledby="when">.*?</section>', page, flags=re.DOTALL)
    assert section is not None
    assert re.findall(r"<h3>([^<]+)<", section[0]) == ["“Saturday”", "“Monday”"]
    assert re.findall(r'<a class="ed-happened"[^>]*>([^<]+)<', section[0]) == [
        "Two climbers left the hut above Tolm on Saturday",
        "A shepherd found two climbers in a gully above Tolm on Monday",
    ]


def test_the_home_page_tells_nothing_undated_that_one_article_alone_tells(docs: Path) -> None:
    seeds = docs.parent / "seeds"
    (seeds / "two.txt").write_text("Two climbers left the hut above Tolm on Saturday.\n", encoding="utf-8")
    assert run("build").exit_code == 0
    page = (docs / "index.md").read_text(encoding="utf-8")
    assert "left the hut" in page
    assert not re.search(r'ed-happened"[^>]*>A shepherd', page)


def test_the_data_tell_the_order_and_the_words_and_no_day(docs: Path) -> None:
    events = json.loads((docs / "data" / "digest.json").read_bytes())["events"]
    assert [(event["date"], event["precision"], event["order"], event["when"]) for event in events] == [
        (None, "none", 1, "Saturday"),
        (None, "none", 2, "Monday"),
    ]


def test_words_for_a_day_stand_as_such_where_only_the_year_is_likely(docs: Path) -> None:
    seeds = docs.parent / "seeds"
    (seeds / "one.txt").write_text("The guards opened the hut in 2013. " + ARTICLES["one.txt"], encoding="utf-8")
    (seeds / "two.txt").write_text(
        ARTICLES["two.txt"] + "\nThe guards will open a new hut in 2015.\n", encoding="utf-8"
    )
    assert run("build").exit_code == 0
    page = (docs / "timeline.md").read_text(encoding="utf-8")
    assert re.findall(r"<h2[^>]*>([^<]+)<", page) == ["2013", "2015", "“Saturday”", "“Monday”"]
    events = json.loads((docs / "data" / "digest.json").read_bytes())["events"]
    told = [(event["date"], event["order"], event["when"]) for event in events if event["when"]]
    assert told == [(None, 1, "Saturday"), (None, 2, "Monday")]
    assert all("likely appeared in 2014" in event["reason"] for event in events if event["when"])
