"""Files for other programs say to a reader of their format what the digest holds, whatever the articles say."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import bibtexparser
import feedparser
import icalendar
import jsonschema
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from generator.config import Settings
from generator.publish.exports import citations
from generator.publish.feeds import feeds
from generator.publish.timeline_exports import calendar
from generator.records import (
    ArticleId,
    Digest,
    Event,
    EventId,
    Evidence,
    Metadata,
    PublicationDay,
    Span,
    Stated,
)
from tests.articles import article

# What the articles of newspapers need of CSL-JSON (input data of CSL 1.0.2); a field that is not named is a mistake.
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string", "minLength": 1},
            "type": {"const": "article-newspaper"},
            **{key: {"type": "string"} for key in ("title", "container-title", "URL", "archive_location", "language")},
            "author": {
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {"literal": {"type": "string"}},
                },
            },
            "issued": {
                "type": "object",
                "required": ["date-parts"],
                "additionalProperties": False,
                "properties": {
                    "circa": {"type": "boolean"},
                    "date-parts": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 2,
                        "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
                    },
                },
            },
        },
    },
}
HOSTILE = [
    "Braces } and { and {both} and \\textbf{TeX} \\",
    "5 % of $20 & more #1 a_b x^2 ~ -- --- `` '' ?` !` << >> ,,",
    "AU  - Somebody Else",
    "ER  - ",
    "TY  - JOUR\nTI  - Another\r\nER  - \n",
    'END:VEVENT; BEGIN:VEVENT, a\\nb \\; \\, \\\\ :="x"',
    "@online{x, title = {y}}",
    "<b>Bold</b> &amp; &lt;i&gt; ]]> <!-- x -->",
    "👩\u200d🚒 and 🏴\u200d☠\ufe0f, 🇺🇳 🫩",
    "می\u200cخواهم и क्\u200dष",
    "“Curly” «guillemets» \u00a0 no-break, soft\u00adhyphen",
    "A line\u2028that ends\u2029and\x85again\ttab \x0b\x00 control",
    "a" * 200 + "é" * 100 + "👩\u200d🚒" * 30,
    "{",
    "}",
    "\\",
    "%",
    "'",
]
ADDRESSES = [
    "https://courier.example/a_b/c%20d?x=1&y=2#z~^$",
    "https://courier.example/{a}/b}c/d\\e",
]


def told(text: str) -> str:
    """Return a text as a file can carry it: on one line, without controls."""
    return " ".join("".join(" " if char < " " or "\x7f" <= char <= "\x9f" else char for char in text).split())


def made(title: str, url: str = ADDRESSES[0]) -> Digest:
    """Return a digest of one article and one event, whose every name is `title`."""
    known = Stated(title, "line 1")
    words = Metadata(title=known, outlet=known, byline=known, url=Stated(url, "line 2"))
    found = article("courier", f"{title}\n\nThe pier was closed.", words)
    happened = Event(
        *(EventId("e1"), "2024-05-14", None, "day", title, title),
        evidence=(Evidence(ArticleId("courier"), Span(0, 1)),),
    )
    day = PublicationDay("2024-05-15", "day", "stated")
    return Digest((found,), (day,), events=(happened,), text_groups=((ArticleId("courier"),),))


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def title(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_csl_json_keeps_to_the_format_and_the_words(title: str) -> None:
    entries = json.loads(citations(made(title))["data/articles.csl.json"])
    jsonschema.Draft202012Validator(CSL).validate(entries)
    (entry,) = entries
    assert entry["title"] == entry["container-title"] == entry["author"][0]["literal"] == title
    assert entry["issued"] == {"date-parts": [[2024, 5, 15]]}


def test_every_format_tells_where_an_archived_copy_is() -> None:
    kept = Stated("https://archive.example/2024/https://courier.example/a_b?x=1&y=2", "front-matter key “archived”")
    found = made("Ferry")
    known = replace(found.articles[0].article.metadata, archived=kept)
    found = replace(
        found, articles=(replace(found.articles[0], article=replace(found.articles[0].article, metadata=known)),)
    )
    files = citations(found)
    entries = json.loads(files["data/articles.csl.json"])
    jsonschema.Draft202012Validator(CSL).validate(entries)
    assert entries[0]["archive_location"] == kept.value
    assert f"AV  - {kept.value}\n" in files["data/articles.ris"].decode()
    assert r"note = {Archived at https://archive.example/2024/https://courier.example/a\_b?x=1\&y=2}" in (
        files["data/articles.bib"].decode()
    )


def test_csl_json_of_the_seeds_keeps_to_the_format(seeds_digest: Digest) -> None:
    jsonschema.Draft202012Validator(CSL).validate(json.loads(citations(seeds_digest)["data/articles.csl.json"]))


def bibtex(digest: Digest, *middleware: Any) -> dict[str, str]:
    library = bibtexparser.parse_string(
        citations(digest)["data/articles.bib"].decode(), append_middleware=list(middleware)
    )
    assert library.failed_blocks == []
    (entry,) = library.entries
    assert (entry.entry_type, entry.key) == ("online", "courier")
    return {field.key: field.value for field in entry.fields}


def test_bibtex_is_read_back(title: str) -> None:
    known = get_default_latex_context_db()  # of these three it knows none, or another character
    names = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
    known.add_context_category("own", macros=[MacroTextSpec(*pair) for pair in names.items()], prepend=True)
    fields = bibtex(made(title), LatexDecodingMiddleware(decoder=LatexNodes2Text(known)))
    assert fields["title"] == fields["organization"] == told(title)
    assert fields["author"] == told(title)
    assert fields["date"] == "2024-05-15"


@given(st.text(min_size=1))
def test_bibtex_counts_its_braces_as_tex_does(title: str) -> None:
    """BibTeX itself takes an escaped brace for a brace."""
    depth = 0
    for char in citations(made(title))["data/articles.bib"].decode():
        depth += (char == "{") - (char == "}")
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize("url", ADDRESSES)
def test_bibtex_keeps_an_address_as_it_is(url: str) -> None:
    """Its styles print the field without reading it as TeX."""
    encoded = url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    assert bibtex(made("Ferry", url))["url"] == encoded


def test_ris_is_read_back(title: str) -> None:
    (entry,) = rispy.loads(citations(made(title))["data/articles.ris"].decode())
    assert entry["type_of_reference"] == "NEWS"
    assert entry["title"] == entry["secondary_title"] == told(title)
    assert entry["authors"] == [told(title)]
    assert entry["date"] == "2024/05/15"
    assert entry["urls"] == [ADDRESSES[0]]


def test_a_calendar_is_read_back(title: str) -> None:
    settings = Settings(title=title, site_url="https://example.org/digest/")
    read = icalendar.Calendar.from_ical(calendar(made(title), settings))
    (event,) = read.walk("VEVENT")
    assert told(event["SUMMARY"]) == told(title)
    assert told(event["DESCRIPTION"]) == told(f"{title}. Reported by courier.")
    # A name that the standard does not know is given as it is written.
    name = re.sub(r"\\(.)", lambda mark: {"n": "\n"}.get(mark[1], mark[1]), str(read["X-WR-CALNAME"]))
    assert told(name) == told(title)
    assert event["DTSTART"].dt + timedelta(days=1) == event["DTEND"].dt == date(2024, 5, 15)
    assert event["URL"] == "https://example.org/digest/timeline/#e-e1"
    assert event["UID"] == "e1@event-digest"


def test_a_feed_is_read_back(title: str) -> None:
    settings = Settings(title=title, site_url="https://example.org/digest/")
    read = feedparser.parse(feeds(made(title), settings)["data/feed.xml"], sanitize_html=False)
    assert not read.bozo
    (entry,) = read.entries
    assert told(read.feed.title) == told(entry.title) == told(entry.author) == told(title)
    assert told(entry.summary) == told(f"{title} The pier was closed.")
    assert entry.link == "https://example.org/digest/a/courier/"
    assert entry.updated == "2024-05-15T00:00:00Z"
    (item,) = json.loads(feeds(made(title), settings)["data/feed.json"])["items"]
    assert told(item["title"]) == told(item["authors"][0]["name"]) == told(title)
