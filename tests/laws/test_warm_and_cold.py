"""Law: after any edits in any order, a build that takes up what was kept gives the bytes of one that has nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.config import Settings
from generator.project import Project, build
from generator.publish.write import LEDGER

FERRY = """Ferry strikes pier

The ferry struck the pier in Skarvik on Monday. “Nobody was hurt,” said Ann Lee, its captain. The harbour board met on
Tuesday and closed the pier.

“We will repair it before the summer,” said board chair Ruth Okafor. She put the damage at 40,000 crowns.
"""
PIER = """Pier stays shut

“The pier stays shut until Friday,” said Tom Okoro, who runs the harbour. The board had met on Tuesday and closed it.

“We will repair it before the summer,” Okafor said. The damage is 45,000 crowns, the board said.
"""
RAIN = """Rain over Skarvik

“It rained for two days,” Ann Lee, the captain of the ferry, told reporters. The ferry had struck the pier on Monday.
"""
SPEAKER = """
quotes:
  - article: 2023-06-21-pier
    words: The pier stays shut until Friday
    speaker: Ann Lee
"""

# What is kept of one article alone depends on these too, though its own words are as they were.
NOBODY = """
people:
  - name: Tom Okoro
    hide: true
"""
ANOTHER_NAME = """
people:
  - name: Ruth Okafor
    rename: Ruth A. Okafor
"""
MASKED = """
people:
  - name: Ann Lee
    mask: Passenger A
"""
ANOTHER_DAY = """
dates:
  - article: 2023-06-20-ferry
    words: Monday
    date: 2023-06-12
"""

Edit = Callable[["Digest"], object]


class Digest:
    """A folder of articles with all that an editor can change."""

    def __init__(self, folder: Path) -> None:
        self.seeds, self.docs, self.cache = (folder / name for name in ("seeds", "docs", "cache"))
        self.settings = Settings()
        self.seeds.mkdir(parents=True)
        self.write("2023-06-20-ferry", FERRY)
        self.write("2023-06-21-pier", PIER)

    def write(self, name: str, text: str) -> None:
        (self.seeds / f"{name}.txt").write_text(text, encoding="utf-8")

    def drop(self, name: str) -> None:
        (self.seeds / f"{name}.txt").unlink(missing_ok=True)

    def say(self, overrides: str) -> None:
        (self.seeds / "overrides.yml").write_text(overrides, encoding="utf-8")

    def set(self, settings: Settings) -> None:
        self.settings = settings

    def page(self, path: str, data: bytes | None) -> None:
        if not (self.docs / path).exists():
            return
        if data is None:
            (self.docs / path).unlink()
        else:
            (self.docs / path).write_bytes(data)

    def break_cache(self) -> None:
        for path in sorted(path for path in self.cache.rglob("*") if path.is_file())[::2]:
            path.write_bytes(b"broken")

    def built(self) -> dict[str, bytes]:
        build(Project(self.settings, self.seeds, self.docs, self.cache))
        return tree(self.docs)

    def built_anew(self, elsewhere: Path) -> dict[str, bytes]:
        """Build the same elsewhere, with nothing kept but the list of permanent links, which is an input."""
        shutil.rmtree(elsewhere, ignore_errors=True)
        docs = elsewhere / "docs"
        if (self.docs / LEDGER).exists():
            (docs / LEDGER).parent.mkdir(parents=True)
            shutil.copyfile(self.docs / LEDGER, docs / LEDGER)
        shutil.copytree(self.seeds, elsewhere / "seeds")
        build(Project(self.settings, elsewhere / "seeds", docs, elsewhere / "cache"), use_cache=False)
        return tree(docs)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


EDITS: dict[str, Edit] = {
    "an article more": lambda it: it.write("rain", RAIN),
    "an article less": lambda it: it.drop("rain"),
    "an article of nobody": lambda it: it.write("1712", RAIN.replace("two days", "three days")),
    "another of nobody that stands before it": lambda it: it.write("1710", PIER.replace("Friday", "Monday")),
    "the later of these less": lambda it: it.drop("1712"),
    "other words": lambda it: it.write("2023-06-21-pier", PIER.replace("Friday", "Sunday")),
    "the words that stood there before": lambda it: it.write("2023-06-21-pier", PIER),
    "another day of publication": lambda it: it.write("2023-06-20-ferry", "---\npublished: 2023-06-27\n---\n" + FERRY),
    "an override": lambda it: it.say(SPEAKER),
    "somebody who is nobody": lambda it: it.say(NOBODY),
    "another name": lambda it: it.say(ANOTHER_NAME),
    "a name that is masked": lambda it: it.say(MASKED),
    "another day of what is told": lambda it: it.say(ANOTHER_DAY),
    "no override": lambda it: it.say(""),
    "less of the text shown": lambda it: it.set(Settings(publish="quotes")),
    "another title": lambda it: it.set(Settings(title="Ferry and pier")),
    "a page less": lambda it: it.page("articles/2023-06-20-ferry.md", None),
    "a data file less": lambda it: it.page("data/quotes.csv", None),
    "a page that somebody wrote into": lambda it: it.page("timeline.md", b"mine"),
    "a broken cache": lambda it: it.break_cache(),
    "nothing": lambda _: None,
}


def hold(folder: Path, edits: list[str]) -> None:
    """Make the edits one after the other, and compare after each what is built with what is built anew."""
    digest = Digest(folder / "warm")
    digest.built()
    for number, name in enumerate(edits):
        EDITS[name](digest)
        anew = digest.built_anew(folder / "cold")
        warm = digest.built()
        differing = sorted(path for path in warm.keys() | anew.keys() if warm.get(path) != anew.get(path))
        assert differing == [], edits[: number + 1]


@pytest.mark.slow
def test_every_edit_in_turn_gives_the_bytes_of_a_cold_build(tmp_path: Path) -> None:
    hold(tmp_path, list(EDITS))


@pytest.mark.slow
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.sampled_from(list(EDITS)), min_size=2, max_size=6))
def test_any_order_of_edits_gives_the_bytes_of_a_cold_build(tmp_path: Path, edits: list[str]) -> None:
    shutil.rmtree(tmp_path / "case", ignore_errors=True)
    hold(tmp_path / "case", edits)
