"""JSON Schemas of the data files, published beside them and held by the tests."""

from __future__ import annotations

import json
from typing import Any

Schema = dict[str, Any]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
TEXT: Schema = {"type": "string"}
MAYBE: Schema = {"type": ["string", "null"]}
COUNT: Schema = {"type": "integer", "minimum": 0}
IDS: Schema = {"type": "array", "items": TEXT}
PARTIAL_DATE: Schema = {"type": ["string", "null"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}


def record(**fields: Schema) -> Schema:
    """Return the schema of an object that has exactly these fields."""
    return {"type": "object", "properties": fields, "required": [*fields], "additionalProperties": False}


def many(schema: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": schema}


def one_of(*values: str) -> Schema:
    """Return the schema of a closed list of words."""
    return {"enum": [*values]}


STRETCH: dict[str, Schema] = {
    "article": {"type": "string", "description": "id of an article"},
    "start": {"type": "integer", "minimum": 0, "description": "code points into the paragraphs joined by two newlines"},
    "end": COUNT,
    "text": {"type": "string", "description": "text[start:end] of the article, always"},
}
ENTRIES: dict[str, Schema] = {
    "articles": record(
        id=TEXT,
        file=TEXT,
        title=MAYBE,
        outlet=MAYBE,
        origin=MAYBE,
        published=PARTIAL_DATE,
        published_precision=one_of("day", "week", "month", "quarter", "year", "none"),
        published_reason=TEXT,
        byline=MAYBE,
        dateline=MAYBE,
        url=MAYBE,
        archived=MAYBE,
        language=TEXT,
        words=COUNT,
        paragraphs=many(TEXT),
        removed=many(record(text=TEXT, reason=TEXT)),
        text_group=TEXT,
    ),
    "people": record(
        id=TEXT,
        name=TEXT,
        kind=one_of("person", "organisation"),
        names=IDS,
        roles=many(record(text=TEXT, article=TEXT)),
    ),
    "quotes": record(
        id=TEXT,
        **STRETCH,
        kind=one_of("direct", "fragment", "indirect", "term"),
        utterance=TEXT,
        cue=MAYBE,
        source=MAYBE,
        speaker=MAYBE,
        decided_by=TEXT,
        confidence={"type": "number", "minimum": 0, "maximum": 1},
        statements=IDS,
    ),
    "statements": record(
        id=TEXT,
        speakers=IDS,
        text=TEXT,
        readings=many(record(quote=TEXT, **STRETCH)),
        articles=IDS,
        flags=IDS,
    ),
    "events": record(
        id=TEXT,
        date=PARTIAL_DATE,
        end=PARTIAL_DATE,
        precision=one_of("day", "week", "month", "quarter", "year", "none"),
        reason=TEXT,
        label=TEXT,
        planned={"type": "boolean"},
        background={"type": "boolean"},
        order={"type": ["integer", "null"]},
        when=MAYBE,
        evidence=many(record(**STRETCH, sure={"type": "boolean", "description": "false: the words may tell of it"})),
    ),
    "agreements": record(
        id=TEXT,
        about=TEXT,
        verdict=one_of("agree", "differ", "told"),
        **{"class": one_of("contradiction", "wording", "")},
        minor={"type": "boolean", "description": "true: told alike, but known to every reader or less sure"},
        values=many(record(**STRETCH)),
    ),
    "reports": record(
        id=TEXT,
        article=TEXT,
        kind={"const": "indirect"},
        cue_class=one_of("says", "denies", "asks", "promises", "orders", "doubts", "believes"),
        parts=many(record(**STRETCH)),
        cue=TEXT,
        source=MAYBE,
        speaker=MAYBE,
        decided_by=TEXT,
        confidence={"type": "number", "minimum": 0, "maximum": 1},
        quotes=IDS,
        retelling=MAYBE,
        statement=MAYBE,
    ),
}


MARK = record(
    of=one_of("article", "quote", "statement", "person", "event", "row"),
    id=TEXT,
    what=one_of("edited", "remark", "corrected", "updated", "retracted", "accepted"),
    text={"type": "string", "description": "the words of a remark; the day of what an outlet says of its article"},
    url=MAYBE,
)
"""What an editor states of one thing beside its facts."""


def schema_files() -> dict[str, bytes]:
    """Return the schema of `digest.json` and of one line of each JSON Lines file."""
    tables = {kind: many(entry) for kind, entry in ENTRIES.items()}
    whole = record(version={"const": 1}, **tables)
    whole["properties"]["marks"] = many(MARK)  # not required: there are none where no editor states anything
    schemas = {"digest": whole, **ENTRIES}
    return {f"data/schema/{name}.schema.json": _dump(name, schema) for name, schema in sorted(schemas.items())}


def _dump(name: str, schema: Schema) -> bytes:
    title = "digest.json" if name == "digest" else f"one line of {name}.jsonl"
    return (json.dumps({"$schema": DRAFT, "title": title, **schema}, indent=1) + "\n").encode()
