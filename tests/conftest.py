"""What the tests share: the seeds' digest, made once a run, and small articles made of a few lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.language import SpacyLanguage
from generator.project import make_digest, open_project
from generator.records import Digest

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden pages anew; read the diff")


@pytest.fixture(scope="session")
def language() -> SpacyLanguage:
    return SpacyLanguage.load()


@pytest.fixture(scope="session")
def seeds_digest() -> Digest:
    """The digest of the five articles in seeds/, made once and not written anywhere."""
    return make_digest(open_project(ROOT), use_cache=False).digest
