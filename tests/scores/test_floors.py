"""Scores on the seeds and on invented articles; `tests/floors.json` holds what they must reach.

A floor is lowered only by a stated decision. Five and three articles steer little: the benchmarks take large corpora.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.config import Settings
from generator.project import Project, make_digest
from generator.records import Digest
from tests.conftest import ROOT
from tests.scores.answers import read_answers, scores

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, float]] = json.loads((ROOT / "tests" / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def harbour() -> Digest:
    return make_digest(Project(Settings(), HERE / "harbour", HERE, HERE), use_cache=False).digest


@pytest.mark.parametrize("measure", FLOORS["seeds"])
def test_the_seeds_reach_their_floor(seeds_digest: Digest, measure: str) -> None:
    reached = scores(seeds_digest, read_answers(HERE / "seeds.md"))[measure]
    assert reached >= FLOORS["seeds"][measure]


@pytest.mark.parametrize("measure", FLOORS["harbour"])
def test_articles_that_no_rule_was_made_for_reach_their_floor(harbour: Digest, measure: str) -> None:
    reached = scores(harbour, read_answers(HERE / "harbour.md"))[measure]
    assert reached >= FLOORS["harbour"][measure]
