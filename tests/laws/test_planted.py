"""Law over whole builds: a file that somebody adds takes nothing from an article that is there, and not its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.config import Settings
from generator.project import Project, build

FERRY = """Ferry strikes pier at Aldmouth

The harbour of Aldmouth was closed on Tuesday after a ferry struck the western pier.

“Nobody was hurt,” said Ann Lee, its captain, on 20 June 2023.

‘It will not open this week,’ the harbour master said.
"""
PLANTED = {
    "zoo.md": "---\nid: ferry\ntitle: Onions\n---\n\nFry two onions in butter until they are gold and soft.\n",
    "a/ferry.txt": "Onions\n\nFry three onions in butter until they are gold and soft.\n",
    "ferry.md": "Onions\n\nFry four onions in butter until they are gold and soft.\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "seeds" / "a").mkdir(parents=True)
    (tmp_path / "seeds" / "ferry.txt").write_text(FERRY, encoding="utf-8")
    return Project(Settings(), tmp_path / "seeds", tmp_path / "docs", tmp_path / "cache")


def article(project: Project) -> dict[str, object]:
    rows = json.loads((project.docs / "data" / "digest.json").read_text(encoding="utf-8"))["articles"]
    (row,) = [row for row in rows if row["id"] == "ferry"]
    assert isinstance(row, dict)
    return row


@pytest.mark.parametrize("name", PLANTED)
def test_a_file_that_is_added_takes_over_no_address(project: Project, name: str) -> None:
    build(project)
    short = project.docs / "a" / "ferry" / "index.html"
    before = article(project)
    (project.seeds / name).write_text(PLANTED[name], encoding="utf-8")
    built = build(project)
    assert [problem.where for problem in built.problems] == [f"seeds/{name}"]
    assert "this one is “ferry-" in built.problems[0].what
    after = article(project)
    assert [after[key] for key in ("file", "title", "paragraphs")] == [
        before[key] for key in ("file", "title", "paragraphs")
    ]
    assert "Ferry strikes pier" in short.read_text(encoding="utf-8")
    (project.seeds / "ferry.txt").unlink()
    build(project)
    assert not (project.docs / "articles" / "ferry.md").exists()
    assert "no longer" in short.read_text(encoding="utf-8")


def test_files_that_repeat_an_article_take_no_word_out_of_it(project: Project) -> None:
    build(project)
    before = article(project)
    for n in (2, 3, 4):
        repeated = f"{FERRY}\n\nFry {n} onions in butter.\n" if n == 4 else "\n\n".join(FERRY.split("\n\n")[n - 1 :])
        text = f"Recipe number {n} of the week\n\n{repeated}\n\n" + "".join(
            f"Fry {m} onions.\n\n" for m in range(n * 20)
        )
        (project.seeds / f"recipe{n}.txt").write_text(text, encoding="utf-8")
    build(project)
    after = article(project)
    assert (after["paragraphs"], after["title"]) == (before["paragraphs"], before["title"])
