"""What the search of the site looks through: every text once, and where its sentences, quotes and readings stand.

There is no index: a browser looks through the words of a thousand articles between two keys; a phrase is a phrase
and no word is left out of it. The file is a script and not JSON, since a page that is opened from a folder may load a
script but not fetch. It is loaded when somebody opens the search, never before.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import accumulate
from typing import Any

from generator import days
from generator.publish import permalinks
from generator.publish.digest_json import line
from generator.publish.edition import Edition
from generator.publish.saying import printed_on
from generator.publish.strength import is_likely
from generator.records import AnnotatedArticle, Event, Person

Json = dict[str, Any]
_BEFORE, _BEHIND = "self.digestWords=", ";\n"


def words(edition: Edition) -> bytes:
    """Return the script that hands every text of the digest to the search. Places are UTF-16 units, as in a browser."""
    number = {statement.id: place for place, statement in enumerate(edition.index_order)}
    speakers = {person.id: place for place, person in enumerate(edition.digest.people)}
    parts: list[tuple[str, list[Any]]] = [
        ("articles", [_article(edition, found, number, speakers) for found in edition.digest.articles]),
        ("statements", [_statement(edition, place) for place in range(len(number))]),
        ("people", [_person(edition, person) for person in edition.digest.people]),
        ("events", [_event(edition, event) for event in edition.digest.events]),
    ]
    # One article a line, so that a new one is one line of a change.
    rows = ",\n".join(f'"{name}":[\n' + ",\n".join(map(line, listed)) + "]" for name, listed in parts)
    return f"{_BEFORE}{{{rows}}}{_BEHIND}".encode()


def told_in(script: str) -> Json:
    """Return what such a script hands to the search."""
    told: Json = json.loads(script.removeprefix(_BEFORE).removesuffix(_BEHIND))
    return told


def instead_of_words(told: Json) -> str:
    """Return a script that hands the search something else than the words."""
    return f"{_BEFORE}{line(told)}{_BEHIND}"


def _article(edition: Edition, found: AnnotatedArticle, number: dict[Any, int], speakers: dict[Any, int]) -> Json:
    article = found.article
    unit = utf16(article.text)
    quotes = [quote for quote in found.quotes if quote.kind != "term"]
    said: dict[str, int] = {}
    own = {quote.id for quote in quotes}
    # Each statement once: one that is said a thousand times has a thousand readings.
    carried = {statement.id: statement for key in own for statement in edition.statements_of.get(key, ())}
    readings = sorted(
        (reading.span, number[statement.id])
        for statement in carried.values()
        for reading in statement.readings
        if reading.quote_id in own
    )
    return {
        "id": article.id,
        "siglum": edition.siglum(article.id),
        "outlet": edition.outlet(article.id),
        "day": printed_on(edition, article.id),
        "title": edition.headline(article.id),
        "byline": article.metadata.byline.value if article.metadata.byline else "",
        "text": article.text,
        "sentences": [[unit(sentence.span.start), sentence.anchor] for sentence in found.sentences],
        # Start, end, id, place among the people (-1: not known), number of the utterance, 1 where they are likely only.
        "quotes": [
            [
                unit(quote.inner.start),
                unit(quote.inner.end),
                quote.id,
                speakers.get(quote.speaker, -1),
                said.setdefault(quote.utterance, len(said)),
                int(is_likely(quote)),
            ]
            for quote in quotes
        ],
        "readings": [[unit(span.start), unit(span.end), place] for span, place in readings],
    }


def utf16(text: str) -> Callable[[int], int]:
    """Return what turns a place in a text from code points to UTF-16 units."""
    if text.isascii() or max(text) <= "\uffff":
        return lambda place: place
    places = list(accumulate((2 if character > "\uffff" else 1 for character in text), initial=0))
    return places.__getitem__


def _statement(edition: Edition, place: int) -> list[Any]:
    statement = edition.index_order[place]
    return [edition.statement_address(statement), len(statement.articles)]


def _person(edition: Edition, person: Person) -> Json:
    names = " · ".join(person.names[1:])
    return {"at": permalinks.person(person.id), "name": person.name, "names": names, "role": edition.role(person.id)}


def _event(edition: Edition, event: Event) -> Json:
    when = days.in_words(event.date, event.end) or event.when
    told = ", ".join(edition.siglum(article) for article in edition.carriers(event))
    return {"at": edition.event_address(event), "label": event.label, "when": when, "in": told}
