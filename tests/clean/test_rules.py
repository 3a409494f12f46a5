"""Each rule on single lines has a line in the cases that it answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.clean.between import run_in_heading
from generator.clean.datelines import city_of
from generator.clean.judge import LINE_RULES
from generator.clean.lines import split_blocks


def test_every_rule_on_single_lines_has_a_line_in_the_cases() -> None:
    told = (path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("*.md")))
    lines = [line.removeprefix("> ") for text in told for line in text.splitlines() if line.startswith("> ")]
    blocks = [block for line in lines for block in split_blocks(line)]
    assert [rule.__name__ for rule in LINE_RULES if not any(rule(block) for block in blocks)] == []


@pytest.mark.parametrize(
    ("dateline", "city"),
    [
        ("PORT HALE -", "Port Hale"),
        ("PORT-AU-SELE, Lindmark (AP) -", "Port-au-Sele"),
        ("LA SELE --", "La Sele"),
        ("St. Hale (AP) —", "St. Hale"),
        ("Oct 6 (Reuters) -", ""),
        ("(CNN) —", ""),
    ],
)
def test_the_town_of_a_dateline_is_written_as_in_running_text(dateline: str, city: str) -> None:
    assert city_of(dateline) == city


def test_a_turn_of_a_talk_is_no_heading_run_into_the_next_one() -> None:
    assert run_in_heading("- It knows the way, says the ferryman. - And you are pleased?") is None
    assert run_in_heading("- No way back - Talks went on in the harbour office until the evening tide.") is not None
