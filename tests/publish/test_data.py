from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.confidence import CERTAIN
from generator.config import Settings
from generator.publish.data import data_files
from generator.publish.digest_json import digest_data
from generator.publish.exports import KINDS, bibtex_entry, cell, latex, ris_entry
from generator.publish.schemas import ENTRIES, schema_files
from generator.records import AnnotatedArticle, Digest, Metadata, PublicationDay, Span, Stated
from tests.articles import article

HOSTILE = '=HYPERLINK("http://x")\n<script>alert(1)</script> } \\input{/etc/passwd} \x00\x0b\ud800 “ok”'


@pytest.fixture(scope="module")
def files(seeds_digest: Digest) -> dict[str, bytes]:
    return data_files(seeds_digest, Settings(site_url="https://example.org/digest/"))


# Commands only of our own making, no brace that is not escaped, no line's end.
SAFE_TEX = re.compile(
    r"(?:\\(?:text(?:backslash|asciitilde|asciicircum|braceleft|braceright)\{\}|[{}$&#_%])|\{\}|[^\\{}$&#_%~^\r\n])*"
)


def hostile() -> Digest:
    known = Stated(HOSTILE, "line 1")
    text = "“=1+1” said the cell.\n“</script><b>” said the page."
    found = article("bad", text, Metadata(known, known, known, known, known, None, known))
    return Digest((found,), (PublicationDay(None, "none", HOSTILE),), text_groups=(("bad",),))  # type: ignore[arg-type]


# ---- digest.json -----------------------------------------------------------------------------------------------------


def test_the_digest_has_the_fields_of_the_contract(files: dict[str, bytes]) -> None:
    data = json.loads(files["data/digest.json"])
    assert list(data) == ["version", "articles", "people", "quotes", "statements", "events", "agreements", "reports"]
    for kind in KINDS:
        assert data[kind], kind
        for row in data[kind]:
            assert list(row) == list(ENTRIES[kind]["properties"]), kind


def test_every_file_keeps_to_its_schema(files: dict[str, bytes]) -> None:
    schemas = {path: json.loads(data) for path, data in schema_files().items()}
    whole = schemas["data/schema/digest.schema.json"]
    jsonschema.Draft202012Validator(whole, format_checker=jsonschema.FormatChecker()).validate(
        json.loads(files["data/digest.json"])
    )
    for kind in KINDS:
        validator = jsonschema.Draft202012Validator(schemas[f"data/schema/{kind}.schema.json"])
        for line in files[f"data/{kind}.jsonl"].decode().split("\n")[:-1]:
            validator.validate(json.loads(line))


def test_every_stretch_is_the_text_that_it_claims(files: dict[str, bytes]) -> None:
    data = json.loads(files["data/digest.json"])
    texts = {article["id"]: "\n\n".join(article["paragraphs"]) for article in data["articles"]}
    stretches = [*data["quotes"]]
    stretches += [reading for statement in data["statements"] for reading in statement["readings"]]
    stretches += [evidence for event in data["events"] for evidence in event["evidence"]]
    stretches += [value for agreement in data["agreements"] for value in agreement["values"]]
    for part in stretches:
        assert texts[part["article"]][part["start"] : part["end"]] == part["text"]


def test_every_id_that_is_named_exists(files: dict[str, bytes]) -> None:
    data = json.loads(files["data/digest.json"])
    ids = {kind: {row["id"] for row in data[kind]} for kind in KINDS}
    for quote in data["quotes"]:
        assert quote["article"] in ids["articles"]
        assert quote["utterance"] in ids["quotes"]
        assert quote["speaker"] is None or quote["speaker"] in ids["people"]
        assert set(quote["statements"]) <= ids["statements"]
    for statement in data["statements"]:
        assert set(statement["speakers"]) <= ids["people"]
        assert {reading["quote"] for reading in statement["readings"]} <= ids["quotes"]
    assert {article["text_group"] for article in data["articles"]} <= ids["articles"]


@pytest.mark.parametrize("span", [Span(0, 10_000), Span(-1, 3), Span(5, 2)])
def test_a_span_outside_its_article_stops_the_build(span: Span) -> None:
    digest = hostile()
    (found,) = digest.articles
    broken: AnnotatedArticle = replace(found, quotes=(replace(found.quotes[0], content=span),))
    with pytest.raises(ValueError, match="not inside"):
        digest_data(replace(digest, articles=(broken,)))


# ---- hostile text ----------------------------------------------------------------------------------------------------


def test_hostile_text_stays_text_in_every_format() -> None:
    files = data_files(hostile(), Settings())
    digest = json.loads(files["data/digest.json"])
    assert digest["articles"][0]["title"] == HOSTILE
    for path, data in files.items():
        data.decode()
        if path.endswith(".json") or path.endswith(".jsonld"):
            json.loads(data)
    feed = ElementTree.fromstring(files["data/feed.xml"])
    assert len(list(feed.iter("{http://www.w3.org/2005/Atom}entry"))) == 1
    assert b"<script" not in files["data/feed.xml"]


@pytest.mark.parametrize("text", ["=1+1", "  @SUM(A1)", "\t=1", "＝1+1", "＠SUM(A1)"])
def test_a_formula_in_an_article_is_text_in_a_table(text: str) -> None:
    assert cell(text) == "'" + text


@given(st.text(max_size=40))
def test_no_cell_is_a_formula_and_every_row_comes_back(text: str) -> None:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow([cell(text), "end"])
    (row,) = csv.reader(io.StringIO(written.getvalue(), newline=""))
    assert row[-1] == "end"
    assert row[0].lstrip(" ")[:1] not in ("=", "+", "-", "@", "\t", "\r") or not row[0].strip()


@given(st.text(max_size=60))
def test_no_value_ends_its_field_in_bibtex_or_ris(text: str) -> None:
    entry = {"id": "a", "title": text, "author": [{"literal": text}], "container-title": text, "URL": text}
    assert SAFE_TEX.fullmatch(latex(text))
    assert bibtex_entry(entry).count("\n") <= len(entry) + 2
    for line in ris_entry(entry).splitlines():
        assert line[2:6] == "  - "


# ---- citations, annotations, feeds -----------------------------------------------------------------------------------


def test_an_inferred_day_is_cited_as_about_that_day(files: dict[str, bytes]) -> None:
    entries = {entry["id"]: entry for entry in json.loads(files["data/articles.csl.json"])}
    digest = json.loads(files["data/digest.json"])
    for found in digest["articles"]:
        entry = entries[found["id"]]
        parts = entry["issued"]["date-parts"][0]
        assert "-".join(f"{part:02d}" for part in parts) == found["published"]
        assert entry["issued"].get("circa", False) == found["published_reason"].startswith("inferred")
        assert entry.get("title") == found["title"]


def test_an_annotation_finds_its_words_by_quote_and_by_position(files: dict[str, bytes]) -> None:
    digest = json.loads(files["data/digest.json"])
    texts = {
        f"https://example.org/digest/articles/{a['id']}/": "\n\n".join(a["paragraphs"]) for a in digest["articles"]
    }
    page = json.loads(files["data/annotations.jsonld"])
    assert len(page["items"]) == len(digest["quotes"]) + len(digest["reports"])
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    for target in (target for item in page["items"] for target in targets_of(item)):
        text = texts[target["source"]]
        quote, position = target["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def targets_of(item: dict[str, Any]) -> list[dict[str, Any]]:
    return item["target"] if isinstance(item["target"], list) else [item["target"]]


def test_a_report_is_annotated_with_its_kind_and_names_whoever_surely_said_it(files: dict[str, bytes]) -> None:
    digest = json.loads(files["data/digest.json"])
    names = {person["id"]: person["name"] for person in digest["people"]}
    items = {item["id"]: item for item in json.loads(files["data/annotations.jsonld"])["items"]}
    likely = 0
    for report in digest["reports"]:
        item = items[f"https://example.org/digest/data/annotations.jsonld#{report['id']}"]
        assert [target["selector"][0]["exact"] for target in targets_of(item)] == [p["text"] for p in report["parts"]]
        tags = [body["value"] for body in item["body"] if body["purpose"] == "tagging"]
        named = [body["value"] for body in item["body"] if body["purpose"] == "identifying"]
        assert tags == ["indirect", report["cue_class"]]
        certain = report["speaker"] in names and report["confidence"] >= CERTAIN
        assert named == ([names[report["speaker"]]] if certain else [])
        assert item["motivation"] == ("identifying" if certain else "tagging")
        likely += report["speaker"] in names and not certain
    assert likely  # who only likely said it is named in the other files, with the confidence


def test_feeds_are_dated_by_the_articles_alone(files: dict[str, bytes]) -> None:
    days = {article["published"] for article in json.loads(files["data/digest.json"])["articles"]}
    feed = ElementTree.fromstring(files["data/feed.xml"])
    atom = "{http://www.w3.org/2005/Atom}"
    updated = {moment.text[:10] for moment in feed.iter(f"{atom}updated") if moment.text}
    assert updated <= days
    for entry in feed.iter(f"{atom}entry"):
        assert all(entry.find(f"{atom}{name}") is not None for name in ("id", "title", "updated", "author", "link"))
    items = json.loads(files["data/feed.json"])["items"]
    assert {item["date_published"][:10] for item in items} <= days
    assert len({item["id"] for item in items}) == len(items) == 5


@pytest.mark.parametrize("gap", [";", "; ", "\n", "\n "])
@pytest.mark.parametrize("formula", ["=1+1", "@SUM(A1)", "+1", "-1", "＝1"])
def test_where_tables_are_parted_otherwise_no_part_of_a_cell_is_a_formula(gap: str, formula: str) -> None:
    assert cell(f"It rained{gap}{formula}") == f"It rained{gap}'{formula}"
    assert cell("5-3; a=b") == "5-3; a=b"
