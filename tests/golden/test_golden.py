"""A few generated files of the seeds, small enough to be read: `pytest --update-golden` writes them anew."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.config import Settings
from generator.publish import render
from generator.publish.data import data_files
from generator.records import Digest
from tests.conftest import ROOT

HERE = Path(__file__).parent


def compare(name: str, text: str, update: bool) -> None:
    path = HERE / name
    if update:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), (
        f"{name} is not what the seeds give: read the diff, --update-golden"
    )


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


def test_statements_carried_by_several_articles(seeds_digest: Digest, update: bool) -> None:
    names = {person.id: person.name for person in seeds_digest.people}
    lines = ["# Statements of the seeds that several articles carry"]
    for statement in seeds_digest.statements:
        if len(statement.articles) > 1:
            speakers = " or ".join(names[speaker] for speaker in statement.speakers) or "not known"
            lines += ["", f"## {statement.text}", f"{speakers}; {', '.join(statement.flags) or 'no flags'}", ""]
            texts = {found.article.id: found.article for found in seeds_digest.articles}
            lines += sorted(
                f"- {reading.article_id[:3]}: {reading.span.of(texts[reading.article_id].text)}"
                for reading in statement.readings
            )
    compare("statements.md", "\n".join(lines) + "\n", update)


def test_timeline(seeds_digest: Digest, update: bool) -> None:
    lines = ["# Timeline of the seeds", ""]
    for event in seeds_digest.events:
        marks = [name for name in ("planned", "background") if getattr(event, name)]
        carriers = sorted({evidence.article_id[:3] for evidence in event.evidence})
        lines.append(f"- {event.date or 'open'} ({', '.join([event.precision, *marks])}): {event.label}")
        lines.append(f"  - {', '.join(carriers)}; {event.reason}")
    compare("timeline.md", "\n".join(lines) + "\n", update)


def test_articles(seeds_digest: Digest, update: bool) -> None:
    lines = ["# What the seeds state of themselves"]
    rows = json.loads(data_files(seeds_digest, Settings())["data/digest.json"])["articles"]
    for row in rows:
        lines += ["", f"## {row['file']}", ""]
        kept = ("title", "outlet", "origin", "published", "published_reason", "byline", "dateline", "url", "words")
        lines += [f"- {key}: {row[key] if row[key] is not None else '(none)'}" for key in kept]
        lines += [f"- removed, {part['reason']}: {' '.join(part['text'].split()[:8])}" for part in row["removed"]]
    compare("articles.md", "\n".join(lines) + "\n", update)


def test_a_page(seeds_digest: Digest, update: bool) -> None:
    page = render(seeds_digest, Settings())["sources.md"].decode()
    # One element a line, so that a diff shows what changed.
    compare("sources.md.txt", re.sub(r"(?=<(?:li|p|h\d|div|tr|td|section|dl|dt|dd)\b)", "\n", page), update)


@pytest.mark.slow
def test_the_committed_docs_are_what_the_seeds_give(seeds_digest: Digest) -> None:
    """Held against the files as they are in the working tree: commit docs/ after `make site`."""
    from generator.project import open_project
    from generator.publish.tombstones import places_of, read_ledger, told_on, with_tombstones

    project = open_project(ROOT)
    ledger, places, told = read_ledger(project.docs), places_of(seeds_digest), told_on(seeds_digest)
    files = {**render(seeds_digest, project.settings, ledger=ledger), **data_files(seeds_digest, project.settings)}
    files = with_tombstones(files, ledger, project.settings, places, told=told)
    stale = [path for path, data in sorted(files.items()) if not _is(project.docs / path, data)]
    assert stale == [], f"{len(stale)} generated files are not what the seeds give: run `make site` and commit docs/"


def _is(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data
