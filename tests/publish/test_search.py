from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from generator.config import Settings
from generator.masking import MASK
from generator.publish.edition import Edition
from generator.publish.search import utf16, words
from generator.publish.withheld import withheld
from generator.records import Digest, PublicationDay
from tests.articles import article


def data(digest: Digest, settings: Settings | None = None) -> dict[str, Any]:
    script = words(Edition(digest, settings or Settings())).decode()
    assert script.startswith("self.digestWords=")
    found: dict[str, Any] = json.loads(script.removeprefix("self.digestWords=").rstrip(";\n"))
    return found


def test_every_quote_and_every_reading_stands_where_the_search_is_told(seeds_digest: Digest) -> None:
    told = data(seeds_digest)
    edition = Edition(seeds_digest, Settings())
    for row in told["articles"]:
        for start, end, name, who, _, _ in row["quotes"]:
            quote = edition.quotes[name]
            assert row["text"][start:end] == edition.words(row["id"], quote.inner)
            assert (told["people"][who]["name"] if who >= 0 else None) == getattr(
                edition.people.get(quote.speaker), "name", None  # type: ignore[arg-type]
            )  # fmt: skip
        for start, end, place in row["readings"]:
            assert row["text"][start:end]
            assert told["statements"][place][0].startswith("quotes/#st-")
    assert sum(len(row["readings"]) for row in told["articles"]) == sum(
        len(statement.readings) for statement in seeds_digest.statements
    )


@pytest.mark.parametrize(("text", "place", "unit"), [("“Yes”", 4, 4), ("😀“Yes”", 4, 5), ("a😀😀b", 4, 6), ("", 0, 0)])
def test_places_are_counted_as_a_browser_counts(text: str, place: int, unit: int) -> None:
    assert utf16(text)(place) == unit


def test_search_has_no_word_that_the_site_may_not_show(seeds_digest: Digest) -> None:
    settings = replace(Settings(), publish="quotes")
    told = data(withheld(seeds_digest, settings), settings)
    full = data(seeds_digest)
    assert all(MASK in row["text"] for row in told["articles"])
    assert len(told["articles"][0]["text"]) == len(full["articles"][0]["text"])


def test_digest_without_an_article_has_a_search() -> None:
    assert data(Digest((), ())) == {"articles": [], "statements": [], "people": [], "events": []}


def test_article_of_strange_characters_is_told_whole() -> None:
    text = "“We \ud800 agree 😀 \u2028,” he said."
    told = data(Digest((article("a", text),), (PublicationDay(None, "none", "not stated"),)))
    assert told["articles"][0]["text"].count("😀") == 1
