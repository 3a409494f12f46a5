"""What the tests share: the seeds' digest, made once a run, and small articles made of a few lines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator.language import SpacyLanguage
from generator.project import make_digest, open_project
from generator.records import Digest

ROOT = Path(__file__).resolve().parent.parent
PROGRESS = re.compile(r"(Reading|Annotating|Comparing|Making pages|Writing)(: \d+ of | …$)")
"""A line in which a build that takes long tells how far it is."""

# How every property test runs: the same examples each time, so that a change fails by its own fault alone, and with no
# limit of time, which on a busy machine says nothing of the code. What must be fast has a test of its own, by CPU time.
# Fixtures are shared by the examples of a test; each example writes its files over the last one's.
settings.register_profile(
    "project",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("project")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden pages anew; read the diff")


@pytest.fixture(scope="session")
def language() -> SpacyLanguage:
    return SpacyLanguage.load()


@pytest.fixture(scope="session")
def seeds_digest() -> Digest:
    """The digest of the five articles in seeds/, made once and not written anywhere."""
    return make_digest(open_project(ROOT), use_cache=False).digest
