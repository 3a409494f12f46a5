"""The mutants that `mutate` makes of a module, and that it tells those that no test notices."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.mutants import mutants

FERRIES = """
import re
from dataclasses import dataclass
from functools import cache

SEATS = 3
DUES = 2.0
DAYS = ("Monday", "Friday")
PIER = re.compile(r"[AB]\\d{1,2}")


@dataclass(frozen=True, slots=True)
class Ferry:
    pier: str

    def lands(self) -> bool:
        return PIER.fullmatch(self.pier) is not None


@cache
def sails(day: str, people: int) -> bool:
    return day in DAYS and people <= SEATS
"""
HELD = """
from ferries import DUES, SEATS, Ferry, sails

def test_sails():
    assert sails("Monday", SEATS) and sails("Friday", 1)
    assert not sails("Sunday", 1) and not sails("Monday", 4)

def test_lands():
    assert Ferry("A1").lands() and Ferry("B1").lands() and not Ferry("A").lands() and not Ferry("C1").lands()
"""


def labels(source: str) -> list[str]:
    return [mutant.label for mutant in mutants(source)]


def test_a_number_is_moved_a_notch_either_way() -> None:
    assert labels("SEATS = 3") == ["1: SEATS: 3 -> 2", "1: SEATS: 3 -> 4"]
    assert labels("DUES = 2.0") == ["1: DUES: 2.0 -> 1.9", "1: DUES: 2.0 -> 2.1"]
    assert labels("DUES = 0.0") == ["1: DUES: 0.0 -> -0.05", "1: DUES: 0.0 -> 0.05"]


def test_words_and_marks_lose_one_of_them() -> None:
    assert labels("DAYS = ('on', 'off')") == [
        "1: DAYS: ('on', 'off') -> ('off',)",
        "1: DAYS: ('on', 'off') -> ('on',)",
    ]
    assert labels("ENDS = '.!?'") == ["1: ENDS: '.!?' -> '!?'", "1: ENDS: '.!?' -> '.?'", "1: ENDS: '.!?' -> '.!'"]


def test_a_pattern_loses_a_part_of_a_set_and_repeats_more_or_less() -> None:
    assert labels("P = re.compile('[A-Z.]{1,2}')") == [
        "1: P: re.compile('[A-Z.]{1,2}') -> re.compile('[A-Z.]{0,2}')",
        "1: P: re.compile('[A-Z.]{1,2}') -> re.compile('[A-Z.]{2,2}')",
        "1: P: re.compile('[A-Z.]{1,2}') -> re.compile('[A-Z.]{1,1}')",
        "1: P: re.compile('[A-Z.]{1,2}') -> re.compile('[A-Z.]{1,3}')",
        "1: P: re.compile('[A-Z.]{1,2}') -> re.compile('[.]{1,2}')",
        "1: P: re.compile('[A-Z.]{1,2}') -> re.compile('[A-Z]{1,2}')",
    ]


def test_a_type_a_docstring_and_an_import_are_left_alone() -> None:
    assert labels('"""A."""\nimport re\nKind = Literal["a", "b"]\ndef f(x: Literal[1]) -> "int":\n    """B."""') == []


@pytest.mark.parametrize(
    ("step", "others"),
    [
        ("return x < 1", ["return None", "x <= 1", "x >= 1", "0", "2"]),
        ("return x and y", ["return None", "x or y", "True and y", "x and True"]),
        ("return not x", ["return None", "not not x"]),
        ("return any(x)", ["return None", "any(None)", "all"]),
        ("return x[1:]", ["return None", ":", "0", "2"]),
        ("return 'no'", ["return None", "'XXnoXX'"]),
        ("return [y for y in x if y]", ["return None", "for y in x"]),
        ("for y in x:\n  if y:\n   break", ["if not y: break", "if y: pass"]),
    ],
)
def test_a_step_is_turned_into_its_neighbours(step: str, others: list[str]) -> None:
    assert [label.rpartition(" -> ")[2] for label in labels(f"def f(x, y=None):\n {step}")] == others


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each mutant is tested in a fork")
def test_what_no_test_notices_is_told(tmp_path: Path) -> None:
    (tmp_path / "ferries.py").write_text(FERRIES, encoding="utf-8")
    (tmp_path / "test_ferries.py").write_text(HELD, encoding="utf-8")
    command = [sys.executable, "-m", "tests.mutate", "ferries.py", "test_ferries.py"]
    done = subprocess.run(
        command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().splitlines() == [
        "ferries.py: 17 of 22 killed, 77.3%",
        "  survives: 6: SEATS: 3 -> 2",  # the test reads the bar, and so moves with it
        "  survives: 7: DUES: 2.0 -> 1.9",
        "  survives: 7: DUES: 2.0 -> 2.1",
        r"  survives: 9: PIER: re.compile('[AB]\\d{1,2}') -> re.compile('[AB]\\d{1,1}')",
        r"  survives: 9: PIER: re.compile('[AB]\\d{1,2}') -> re.compile('[AB]\\d{1,3}')",
    ]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each mutant is tested in a fork")
def test_a_line_that_only_a_thread_comes_to_is_held_by_the_test_that_starts_it(tmp_path: Path) -> None:
    (tmp_path / "piers.py").write_text("def closed(days):\n    days.append(3)\n", encoding="utf-8")
    test = """
from threading import Thread
from piers import closed

def test_closed():
    days = []
    thread = Thread(target=closed, args=[days])
    thread.start()
    thread.join()
    assert days == [3]
"""
    (tmp_path / "test_piers.py").write_text(test, encoding="utf-8")
    command = [sys.executable, "-m", "tests.mutate", "piers.py", "test_piers.py"]
    done = subprocess.run(
        command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True
    )
    assert done.stdout.strip().splitlines() == ["piers.py: 4 of 4 killed, 100.0%"], done.stderr
