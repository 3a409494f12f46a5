from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Settings
from generator.language import SpacyLanguage
from generator.pipeline import build_digest
from generator.project import open_project, read_seeds
from generator.publish import render
from generator.publish.tombstones import LEDGER, PERMALINK, Ledger, places_of, read_ledger, with_tombstones
from generator.publish.write import write_docs
from generator.records import Digest
from tests.conftest import ROOT


def files(digest: Digest, ledger: Ledger) -> dict[str, bytes]:
    return with_tombstones(render(digest, Settings()), ledger, Settings(), places_of(digest))


@pytest.mark.parametrize("late", range(5))
def test_one_more_article_moves_no_permalink(
    seeds_digest: Digest, language: SpacyLanguage, late: int, tmp_path: Path
) -> None:
    """Every link of four articles is a page of five, and one that became no entry still leads to its sentence."""
    raws, _ = read_seeds(open_project(ROOT))
    before = files(build_digest([*raws[:late], *raws[late + 1 :]], language), read_ledger(tmp_path))
    write_docs(tmp_path, {LEDGER: before[LEDGER]})
    after = files(seeds_digest, read_ledger(tmp_path))
    for path in before:
        if PERMALINK.fullmatch(path):
            page = after[path].decode()
            assert "no longer" not in page or "../../articles/" in page, path


def test_the_order_of_the_articles_changes_nothing(seeds_digest: Digest, language: SpacyLanguage) -> None:
    raws, _ = read_seeds(open_project(ROOT))
    assert build_digest(reversed(raws), language) == build_digest(raws, language)
