"""The page on corrections, run: its two articles are built with each of its examples, and what it promises is there."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from generator.overrides.entries import NOTES, STATED, TARGETS
from generator.project import build, open_project
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "how-to" / "correct.md").read_text(encoding="utf-8")
ARTICLES = dict(re.findall(r"^`seeds/(\w+\.md)`\n\n```markdown\n(.*?)^```$", PAGE, re.M | re.S))
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$((?:\n+Then [^\n]+)*)", PAGE, re.M | re.S)
PROMISE = re.compile(r"Then (?:`([^`]+)`|no page) has “(.+)”\.")
TEXT = (".md", ".html", ".json", ".jsonl", ".csv", ".xml", ".js", ".ics", ".bib", ".ris", ".jsonld")


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


def folder_of(tmp_path: Path, kept: Path) -> Path:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name, text in ARTICLES.items():
        (seeds / name).write_text(text, encoding="utf-8")
    (tmp_path / ".cache").symlink_to(kept, target_is_directory=True)
    return tmp_path


def shown(path: Path) -> str:
    """Return the words of a file as a reader has them."""
    text = html.unescape(re.sub(r"<[^>]+>", "", path.read_text(encoding="utf-8")))
    return re.sub(r"\s+", " ", text)


def test_the_page_has_its_articles_and_an_example_of_every_key() -> None:
    assert [*ARTICLES] == ["courier.md", "echo.md"]
    stated: dict[str, set[str]] = {}
    for example, _ in EXAMPLES:
        for part in re.split(r"^(?=\w+:$)", example, flags=re.M)[1:]:
            section = part.partition(":")[0]
            stated.setdefault(section, set()).update(re.findall(r"^[ -]+(\w+):", part, re.M))
    for section, keys in STATED.items():
        assert {*TARGETS[section], *keys} - stated[section] == set()
        assert all(re.search(rf"\b{key}\b", PAGE) for key in (*keys, *NOTES))


@pytest.mark.parametrize(("example", "promises"), EXAMPLES, ids=[text.split(":", 1)[0] for text, _ in EXAMPLES])
def test_each_example_does_what_the_page_says(tmp_path: Path, kept: Path, example: str, promises: str) -> None:
    folder = folder_of(tmp_path, kept)
    build(open_project(folder))  # so that links were given before
    (folder / "seeds" / "overrides.yml").write_text(example, encoding="utf-8")
    built = build(open_project(folder))
    assert [found.what for found in built.digest.findings if found.where.startswith("seeds/overrides.yml")] == []
    promised = [found.groups() for line in promises.strip().splitlines() if (found := PROMISE.fullmatch(line))]
    assert len(promised) == len([line for line in promises.splitlines() if line])
    files = [path for path in sorted((folder / "docs").rglob("*")) if path.suffix in TEXT]
    for place, words in promised:
        if place:
            assert words in shown(folder / "docs" / place), (place, words)
        else:
            assert [path.name for path in files if words.casefold() in path.read_text("utf-8").casefold()] == []
            slug = re.sub(r"\W+", "-", words.casefold()).strip("-")
            assert [path for path in files if slug in path.relative_to(folder).as_posix()] == []
