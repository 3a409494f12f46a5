from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Settings
from generator.language import SpacyLanguage
from generator.pipeline import build_digest
from generator.project import Project, build, open_project, read_seeds
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


TOLD = "{name} closed\n\n“The {name} is closed until the weekend,” said Ruth Okafor, who runs the harbour of Skarvik.\n"


def test_one_more_article_changes_no_page_of_an_article_that_has_nothing_of_it(tmp_path: Path) -> None:
    """Nobody tells of whom the articles are, so each is known by a letter, and the new one stands first by its id."""
    (tmp_path / "seeds").mkdir()
    place = Project(Settings(), tmp_path / "seeds", tmp_path / "docs", tmp_path / "cache")

    def add(number: int, text: str) -> tuple[str, ...]:
        (place.seeds / f"{number}.txt").write_text(text, encoding="utf-8")
        return build(place).changes.written

    add(1711, TOLD.format(name="Pier"))
    add(1712, TOLD.format(name="Quay"))
    written = add(1710, "Rain over Alder\n\n“It rained for two days,” said Tom Lind, a farmer of the valley.\n")
    assert {path for path in written if path.startswith("articles/17") and path.endswith(".md")} == {"articles/1710.md"}
