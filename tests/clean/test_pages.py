"""Pages as people paste them, from `pages.md`: the whole body and all metadata of each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.clean import clean
from generator.records import RawArticle

FIELDS = ("title", "outlet", "origin", "byline", "dateline", "published", "url")


def cases(name: str) -> list[tuple[str, str, list[str], dict[str, str]]]:
    found = []
    for part in re.split(r"^## ", (Path(__file__).parent / name).read_text("utf-8"), flags=re.M)[1:]:
        heading, *lines = part.splitlines()
        page = "\n".join(line[2:] for line in lines if line.startswith(">"))
        items = [
            line[2:].split(" | ", 1) if " | " in line[:14] else ["¶", line[4:]] for line in lines if line[:2] == "- "
        ]
        found.append((heading, page, [v for k, v in items if k == "¶"], {k: v for k, v in items if k != "¶"}))
    return found


@pytest.mark.parametrize(("heading", "page", "body", "known"), cases("pages.md"))
def test_page(heading: str, page: str, body: list[str], known: dict[str, str]) -> None:
    article = clean(RawArticle("page.txt", "", page))
    assert [span.of(article.text) for span in article.paragraphs] == body
    stated = {field: getattr(article.metadata, field) for field in FIELDS}
    assert {field: value.value for field, value in stated.items() if value} == known
