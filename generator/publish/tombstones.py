"""Permanent links never die: a ledger of every short link ever published, and a page for each that lost its place."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from pathlib import Path

from generator.config import Settings
from generator.errors import DigestError, Problem

LEDGER = "data/permalinks.json"
PERMALINK = re.compile(r"([qeap])/([^/]+)/index\.html")
KINDS = {"q": "quote", "e": "event", "a": "article", "p": "person"}
INDEXES = {"q": "quotes", "e": "timeline", "a": "sources", "p": "people"}

Ledger = Mapping[str, frozenset[str]]
"""The ids ever published, by the first letter of their address."""


def read_ledger(docs: Path) -> Ledger:
    """Return the ids that earlier builds published.

    Raises `DigestError` when the ledger cannot be read: building without it would let links die silently.
    """
    path = docs / LEDGER
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
        return {kind: frozenset(str(name) for name in listed.get(kind, [])) for kind in KINDS}
    except FileNotFoundError:
        return {kind: frozenset() for kind in KINDS}
    except (ValueError, AttributeError, TypeError, OSError):
        step = "Restore it from version control; every link that was ever shared is in it"
        problem = Problem(path.as_posix(), "the list of permanent links cannot be read", step, fatal=True)
        raise DigestError(problem) from None


def with_tombstones(
    files: Mapping[str, bytes], ledger: Ledger, settings: Settings, draft: bool = False
) -> dict[str, bytes]:
    """Return the files, a page for every permanent link that has none now, and the ledger of all of them.

    `draft`: what is new is not published yet, so the ledger stays as it is. Else every wording that somebody tries
    while they look at the result would keep a page for ever.
    """
    alive = {
        kind: {match[2] for path in files if (match := PERMALINK.fullmatch(path)) and match[1] == kind}
        for kind in KINDS
    }
    ever = {kind: sorted(alive[kind] | {name for name in ledger.get(kind, ()) if _is_id(name)}) for kind in KINDS}
    pages = {
        f"{kind}/{name}/index.html": tombstone(kind, name, settings)
        for kind in KINDS
        for name in ever[kind]
        if name not in alive[kind]
    }
    kept = {kind: sorted(ledger.get(kind, ())) for kind in KINDS} if draft else ever
    listed = json.dumps({"version": 1, **kept}, indent=0) + "\n"
    return {**files, **pages, LEDGER: listed.encode()}


def tombstone(kind: str, name: str, settings: Settings) -> bytes:
    """Return the page of a permanent link whose quote, event, article or person is in the digest no more."""
    thing = KINDS[kind]
    title = html.escape(f"This {thing} is no longer in {settings.site_name}")
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
<p>Its permanent link was <code>/{kind}/{html.escape(name)}/</code>.
The source was taken out or corrected, or this was joined with another {thing}.</p>
<p><a href="../../{INDEXES[kind]}/">Look through what the digest has now</a></p>
</main>
</body>
</html>
"""
    return page.encode()


def _is_id(name: str) -> bool:
    return re.fullmatch(r"[a-z0-9][a-z0-9_-]*", name) is not None
