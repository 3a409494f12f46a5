"""The JSON twin of a page: what it shows, as data, at the page's own address with `index.json` after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from generator.publish import permalinks
from generator.publish.digest_json import VERSION, digest_data, dump
from generator.publish.edition import Edition

Json = dict[str, Any]


def twins(edition: Edition) -> dict[str, bytes]:
    """Return the twins by their path below `docs/`. Rows are those of `data/digest.json`.

    Who is only named has none: all that it could hold is their row in that of the list of people.
    """
    data = digest_data(edition.digest)
    articles = [{key: value for key, value in row.items() if key != "paragraphs"} for row in data["articles"]]
    shared = [row for row in data["statements"] if len(row["articles"]) > 1]
    made: dict[str, Json] = {
        permalinks.HOME: {"articles": articles, "statements": shared, "agreements": data["agreements"]},
        permalinks.TIMELINE: {"events": data["events"]},
        permalinks.COMPARE: {"statements": shared, "agreements": data["agreements"]},
        permalinks.PEOPLE: {"people": data["people"]},
        permalinks.ARTICLES: {"articles": articles},
        permalinks.SOURCES: {"articles": articles},
        **_of_articles(data),
        **_of_people(data, edition.heard),
    }
    return {f"{address}index.json": dump({"version": VERSION, **twin}) for address, twin in made.items()}


def _of_articles(data: Mapping[str, Any]) -> dict[str, Json]:
    quotes, reports = _by("article", data["quotes"]), _by("article", data["reports"])
    statements, events = defaultdict(list), defaultdict(list)
    for statement in data["statements"]:
        for article in statement["articles"]:
            statements[article].append(_share(statement, "readings", article))
    for event in data["events"]:
        for article in dict.fromkeys(evidence["article"] for evidence in event["evidence"]):
            events[article].append(_share(event, "evidence", article))
    return {
        permalinks.article(row["id"]): {
            "article": row,
            "quotes": quotes[row["id"]],
            "reports": reports[row["id"]],
            "statements": statements[row["id"]],
            "events": events[row["id"]],
        }
        for row in data["articles"]
    }


def _share(row: Json, places: str, article: str) -> Json:
    # Only the article's own words: with everyone's, the twins of a widely told story would grow with the square of the
    # number of articles (160 MB at 400). The rest is one look-up of the same id in `data/digest.json` away.
    return {**row, places: [place for place in row[places] if place["article"] == article]}


def _of_people(data: Mapping[str, Any], heard: Collection[str]) -> dict[str, Json]:
    quotes, reports = _by("speaker", data["quotes"]), _by("speaker", data["reports"])
    statements = defaultdict(list)
    for statement in data["statements"]:
        for speaker in statement["speakers"]:
            statements[speaker].append(statement)
    return {
        permalinks.person(row["id"]): {
            "person": row,
            "quotes": quotes[row["id"]],
            "reports": reports[row["id"]],
            "statements": statements[row["id"]],
        }
        for row in data["people"]
        if row["id"] in heard
    }


def _by(key: str, rows: list[Json]) -> defaultdict[str, list[Json]]:
    found: defaultdict[str, list[Json]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found
