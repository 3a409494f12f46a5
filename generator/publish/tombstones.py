"""Permanent links never die: a ledger of every short link ever published, and a page for each that lost its place."""

from __future__ import annotations

import html
import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.collate.sigla import LETTERS
from generator.config import Settings
from generator.errors import DigestError, Problem
from generator.publish.purge import Purge
from generator.publish.write import LEDGER, MANIFEST, read_manifest
from generator.read.own_ids import file_of
from generator.records import AnnotatedArticle, ArticleId, Digest, Span, TakenDown

PERMALINK = re.compile(r"([qseap])/([^/]+)/index\.html")
FILES = "files"
"""Under this key of the ledger stands which file each article's id is of."""
KINDS = {"q": "quote", "s": "comparison", "e": "event", "a": "article", "p": "person"}
LISTED = (*KINDS, FILES, LETTERS)
INDEXES = {"q": "quotes", "s": "quotes", "e": "timeline", "a": "articles", "p": "people"}
_ID = re.compile(r"[a-z0-9_][a-z0-9_-]*")
_PLACE = re.compile(r"articles/([a-z0-9_-]+)/#([a-z0-9_-]+)")

Ledger = Mapping[str, Mapping[str, str]]
"""By the first letter of their address, every id ever published with the address of the words that it stands for.

Under `FILES`, the ids of articles with the file that each is of; under `LETTERS`, with the letter that tells each apart
from others of its source.
"""


def read_ledger(docs: Path) -> Ledger:
    """Return the links that earlier builds published.

    Raises `DigestError` when the ledger cannot be read, or is gone though the manifest lists it: building without it
    would let links die silently.
    """
    path = docs / LEDGER
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
        return {kind: _texts(listed.get(kind, {})) for kind in LISTED}
    except FileNotFoundError:
        if LEDGER not in read_manifest(docs):
            return {kind: {} for kind in LISTED}
        what = f"is gone, though {docs / MANIFEST} lists it"
    except (ValueError, AttributeError, TypeError, OSError, RecursionError):
        what = "the list of permanent links cannot be read"
    step = "Restore it from version control; every link that was ever shared is in it"
    raise DigestError(Problem(path.as_posix(), what, step, fatal=True))


def _texts(listed: Mapping[str, object]) -> dict[str, str]:
    """Return the entries of a list whose values are texts. Raises `TypeError` or `ValueError` for others."""
    texts = {name: value for name, value in listed.items() if isinstance(value, str)}
    if len(texts) < len(listed):
        raise TypeError
    "".join((*texts, *texts.values())).encode()  # half of a pair of UTF-16 is a text for JSON, and no part of a path
    return texts


def with_tombstones(
    files: Mapping[str, bytes],
    ledger: Ledger,
    settings: Settings,
    places: Mapping[str, str] | None = None,
    draft: bool = False,
    owners: Mapping[str, str] | None = None,
    taken_down: TakenDown | None = None,
    letters: Mapping[str, str] | None = None,
) -> dict[str, bytes]:
    """Return the files, a page for every permanent link that has none now, and the ledger of all of them.

    `places`: "q/<id>" to the address of the words that it stands for (`places_of`). `owners`: an article's id to the
    file that it is of, `letters`: to the letter that tells it apart from others of its source. `draft`: what is new is
    not published yet, so the ledger stays as it is. Else every wording that somebody tries while they look at the
    result would keep a page for ever. `taken_down`: what no address may show any more.
    """
    alive = [match for path in sorted(files) if (match := PERMALINK.fullmatch(path))]
    ever = {
        kind: {name: place for name, place in ledger.get(kind, {}).items() if _ID.fullmatch(name)} for kind in LISTED
    }
    purge = Purge.of(taken_down or TakenDown())
    kept = ever
    if purge:
        there = {f"{match[1]}/{match[2]}" for match in alive}
        ever = {
            kind: purge.over("a" if kind in (FILES, LETTERS) else kind, links, there) for kind, links in ever.items()
        }
        kept = kept if draft else ever
    pages = {
        f"{kind}/{name}/index.html": tombstone(kind, name, place if _stands(place, files) else "", settings)
        for kind in KINDS
        for name, place in ever[kind].items()
        if f"{kind}/{name}/index.html" not in files
    }
    if not draft:
        for match in alive:
            kept[match[1]][match[2]] = (places or {}).get(f"{match[1]}/{match[2]}", "")
        kept[FILES] |= owners or {}
        kept[LETTERS] |= letters or {}
    listed = json.dumps({"version": 1, **kept}, indent=0, sort_keys=True) + "\n"
    return {**files, **pages, LEDGER: listed.encode()}


def places_of(digest: Digest) -> dict[str, str]:
    """Return, for every quote and every report of an event, the address of the sentence that it stands in."""
    found = {article.article.id: article for article in digest.articles}
    places: dict[str, str] = {}
    for kind, names, article_id, span in _worded(digest):
        if anchor := _sentence(found[article_id], span):
            places |= {f"{kind}/{name}": f"articles/{article_id}/#{anchor}" for name in names if name}
    return places


def owners_of(digest: Digest) -> dict[str, str]:
    """Return, for the id of every article, the file that it is of."""
    return {found.article.id: file_of(found.article.sha256, found.article.file) for found in digest.articles}


def _worded(digest: Digest) -> Iterator[tuple[str, tuple[str, ...], ArticleId, Span]]:
    for statement in digest.statements:
        for reading in statement.readings:
            yield "q", (reading.id,), reading.article_id, reading.span
            yield "s", (reading.id,), reading.article_id, reading.span
    for found in digest.articles:
        for quote in found.quotes:
            yield "q", (quote.id,), quote.article_id, quote.content
    for event in digest.events:
        for evidence in event.evidence:
            yield "e", evidence.ids, evidence.article_id, evidence.span


def _sentence(found: AnnotatedArticle, span: Span) -> str:
    number = bisect_right(found.sentences, span.start, key=lambda sentence: sentence.span.end)
    return found.sentences[number].anchor if number < len(found.sentences) else ""


def _stands(place: str, files: Mapping[str, bytes]) -> bool:
    """Return whether the words are still on the site."""
    match = _PLACE.fullmatch(place)
    return match is not None and f'id="{match[2]}"'.encode() in files.get(f"articles/{match[1]}.md", b"")


def tombstone(kind: str, name: str, place: str, settings: Settings) -> bytes:
    """Return the page of a permanent link whose quote, event, article or person is in the digest no more.

    `place`: the address of the words that it stood for; "" when they are gone too.
    """
    thing = KINDS[kind]
    title = html.escape(f"This {thing} is no longer in {settings.site_name}")
    why = f"The source was taken out or corrected, or this was joined with another {thing}."
    words = ""
    if place:
        why = f"It is no {thing} of its own any more, but the words are where they were."
        words = f'<p><a href="../../{html.escape(place)}">Read the words in their article</a></p>\n'
    page = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{why} Its permanent link was <code>/{kind}/{html.escape(name)}/</code>.</p>
{words}<p><a href="../../{INDEXES[kind]}/">Look through what the digest has now</a></p>
</main>
</body>
</html>
"""
    return page.encode()
