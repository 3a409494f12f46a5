"""Messages are fit for the lines of a terminal, whatever a stranger's file puts into them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import Problem
from tests.read.made import read


@pytest.mark.parametrize(
    ("char", "spelt"),
    [
        ("\x1b", "\\x1b"),
        ("\n", "\\n"),
        ("\u202e", "\\u202e"),
        ("\u2028", "\\u2028"),
        ("\ufeff", "\\ufeff"),
        ("\u00a0", "\u00a0"),
        ("é", "é"),
        ("“", "“"),
    ],
)
def test_what_steers_a_terminal_or_turns_a_line_is_spelt(char: str, spelt: str) -> None:
    line = str(Problem(f"seeds/a{char}.txt", f"is no {char} page", f"Save {char} it", detail=f"closest: {char}"))
    assert line == f"seeds/a{spelt}.txt: is no {spelt} page. Save {spelt} it\n  closest: {spelt}"


def test_the_name_of_a_strange_element_turns_no_line(tmp_path: Path) -> None:
    articles, problems = read(tmp_path, "a.xml", "<\u202dfeeds><item>The ferry struck.</item></\u202dfeeds>")
    assert articles == []
    assert all(str(problem).isprintable() for problem in problems)


def test_a_part_of_a_message_that_would_fill_the_screen_is_shown_without_its_middle() -> None:
    long = f"no such quote: {'a ' * 10_000}z"
    line = str(Problem("seeds/overrides.yml:2", long, "Delete it", detail=f"known: {'b' * 10_000}"))
    assert len(line) < 5_000
    assert line.startswith("seeds/overrides.yml:2: no such quote: a a")
    assert line.count(" […] ") == 2
    assert "a z. Delete it\n  known: bb" in line
    whole = "a" * 1_900
    assert str(Problem("x", whole, "y")) == f"x: {whole}. y"
