from __future__ import annotations

import pytest

from generator.build import open_project, read_seeds
from generator.config import Settings
from generator.language import SpacyLanguage
from generator.pipeline import build_digest
from generator.publish import render
from generator.publish.tombstones import PERMALINK
from generator.records import Digest
from tests.conftest import ROOT


def links(digest: Digest) -> set[str]:
    return {path for path in render(digest, Settings()) if PERMALINK.fullmatch(path)}


EVENTS = pytest.param("e/", marks=pytest.mark.xfail(reason="reports of an event have no ids yet", strict=False))


@pytest.mark.parametrize("kind", ["q/", "a/", "p/", EVENTS])
@pytest.mark.parametrize("late", range(5))
def test_one_more_article_moves_no_permalink(
    seeds_digest: Digest, language: SpacyLanguage, late: int, kind: str
) -> None:
    raws, _ = read_seeds(open_project(ROOT))
    before = links(build_digest([*raws[:late], *raws[late + 1 :]], language))
    assert {path for path in before if path.startswith(kind)} <= links(seeds_digest)


def test_the_order_of_the_articles_changes_nothing(seeds_digest: Digest, language: SpacyLanguage) -> None:
    raws, _ = read_seeds(open_project(ROOT))
    assert build_digest(reversed(raws), language) == build_digest(raws, language)
