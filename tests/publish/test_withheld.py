from __future__ import annotations

import html
import json
import re

import pytest

from generator.config import Publish, Settings
from generator.masking import MASK
from generator.publish import render
from generator.publish.body import shown
from generator.publish.data import data_files
from generator.publish.edition import Edition
from generator.publish.withheld import withheld
from generator.records import Digest, Span

RUN = 12  # words in a row outside the published spans that count as a copy
MODES: list[Publish] = ["excerpt", "quotes"]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[at : at + RUN]) for at in range(len(found) - RUN + 1)}


def hidden_runs(digest: Digest, settings: Settings) -> set[tuple[str, ...]]:
    """Every twelve words of a body that stand wholly in what the mode leaves out, and that no article shows."""
    edition = Edition(digest, settings)
    hidden: set[tuple[str, ...]] = set()
    visible: set[tuple[str, ...]] = set()
    for found in digest.articles:
        at, first, text = 0, 0, found.article.text
        for span in [*sorted(shown(edition, found) or []), Span(len(text), len(text))]:
            hidden |= runs(text[at : span.start])
            if text[at : span.start].strip():  # sentences that are shown behind one another are one stretch
                first = span.start
            visible |= runs(text[first : span.end])
            at = max(at, span.end)
        visible |= runs(found.article.metadata.title.value if found.article.metadata.title else "")
    return hidden - visible


@pytest.mark.parametrize("mode", MODES)
def test_no_run_of_withheld_words_is_in_any_file(seeds_digest: Digest, mode: Publish) -> None:
    settings = Settings(publish=mode)
    hidden = hidden_runs(seeds_digest, settings)
    assert hidden
    for path, data in {**render(seeds_digest, settings), **data_files(seeds_digest, settings)}.items():
        if path.endswith((".woff2", ".png", ".js", ".css")):
            continue
        text = re.sub(r"<[^>]+>", "", html.unescape(data.decode()))
        leaked = runs(text.replace("\\u", " ")) & hidden
        assert not leaked, (path, " ".join(min(leaked)))


@pytest.mark.parametrize("mode", MODES)
def test_every_offset_holds_in_what_is_withheld(seeds_digest: Digest, mode: Publish) -> None:
    data = json.loads(data_files(seeds_digest, Settings(publish=mode))["data/digest.json"])
    texts = {article["id"]: "\n\n".join(article["paragraphs"]) for article in data["articles"]}
    assert any(MASK in text for text in texts.values())
    for quote in data["quotes"]:
        assert texts[quote["article"]][quote["start"] : quote["end"]] == quote["text"]


def test_the_full_mode_withholds_nothing(seeds_digest: Digest) -> None:
    assert withheld(seeds_digest, Settings()) is seeds_digest
