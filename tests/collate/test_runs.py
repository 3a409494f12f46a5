"""Runs of words by their numbers: equal runs have equal ones, others have others, in every process."""

from __future__ import annotations

import os
import subprocess
import sys

from generator.collate.words.runs import run_numbers
from tests.conftest import ROOT

WORDS = ["the", "weir", "at", "sele", "was", "shut", "and", "the", "weir", "at", "sele", "was", "opened"]


def test_equal_runs_have_one_number_and_others_another() -> None:
    runs = run_numbers(WORDS, 4)
    assert len(runs) == len(WORDS) - 3
    assert runs[0] == runs[7]
    assert len(set(runs)) == len(runs) - 2


def test_a_text_shorter_than_a_run_has_none() -> None:
    assert run_numbers(WORDS[:3], 4) == []


def test_half_a_letter_is_a_word_like_another() -> None:
    assert len(run_numbers(["weir", "\ud83d", "sele"], 2)) == 2


def test_the_numbers_are_the_same_whatever_the_hash_seed() -> None:
    code = f"from generator.collate.words.runs import run_numbers; print(run_numbers({WORDS!r}, 5))"
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert told == {f"{run_numbers(WORDS, 5)}\n"}
