"""Permanent links never die: a ledger of every short link ever published, and a page for each that lost its place."""

from __future__ import annotations

import html
import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.collate.sigla import LETTERS
from generator.config import Settings
from generator.errors import DigestError, Problem
from generator.ids import url_safe
from generator.publish.purge import Purge
from generator.publish.write import LEDGER, MANIFEST, read_manifest
from generator.read.own_ids import file_of
from generator.records import AnnotatedArticle, ArticleId, Digest, Span, TakenDown

PERMALINK = re.compile(r"([qseap])/([^/]+)/index\.html")
FILES = "files"
"""Under this key of the ledger stands which file each article's id is of."""
ENTRIES = "entries"
"""Under this key of the ledger stands, for the id of each entry of the timeline, the ids of all that was told in it."""
KINDS = {"q": "quote", "s": "comparison", "e": "event", "a": "article", "p": "person"}
LISTED = (*KINDS, ENTRIES, FILES, LETTERS)
INDEXES = {"q": "quotes", "s": "quotes", "e": "timeline", "a": "articles", "p": "people"}
_NOW_UNDER = "These words, or some that were told with them, are now under"
_ID = re.compile(r"[a-z0-9_][a-z0-9_-]*")
_PLACE = re.compile(r"articles/([a-z0-9_-]+)/#([a-z0-9_-]+)")

Ledger = Mapping[str, Mapping[str, str]]
"""By the first letter of their address, every id ever published with the address of the words that it stands for.

Under `FILES`, the ids of articles with the file that each is of; under `LETTERS`, with the letter that tells each apart
from others of its source. Under `ENTRIES`, the ids of entries with those of all the reports, a space between them, that
each had when it last stood under that id.
"""


@dataclass(frozen=True, slots=True)
class OnSite:
    """Whom and what the site tells of now, for links whose event or person it does not tell of under their id."""

    entries: Mapping[str, str]
    """The id of each report of an event, and of each event, to that of the event."""
    labels: Mapping[str, str]
    """The label of each event."""
    called: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By each written form of a name, as in an address, the ids of those who have it with their names."""


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
    told: OnSite | None = None,
) -> dict[str, bytes]:
    """Return the files, a page for every permanent link that has none now, and the ledger of all of them.

    `places`: "q/<id>" to the address of the words that it stands for (`places_of`). `owners`: an article's id to the
    file that it is of, `letters`: to the letter that tells it apart from others of its source. `told`: what stands on
    the timeline of the site (`told_on`). `draft`: what is new is not published yet, so the ledger stays as it is. Else
    every wording that somebody tries while they look at the result would keep a page for ever. `taken_down`: what no
    address may show any more.
    """
    alive = [match for path in sorted(files) if (match := PERMALINK.fullmatch(path))]
    ever = {
        kind: {name: place for name, place in ledger.get(kind, {}).items() if _ID.fullmatch(name)} for kind in LISTED
    }
    places, told = places or {}, told or OnSite({}, {})
    purge = Purge.of(taken_down or TakenDown())
    kept = ever
    if purge:
        there = {f"{match[1]}/{match[2]}" for match in alive}
        lists = ever[ENTRIES]
        ever = {
            kind: purge.over("a" if kind in (FILES, LETTERS) else kind, links, there)
            for kind, links in ever.items()
            if kind != ENTRIES
        }
        ever[ENTRIES] = {name: _known(ids, told) for name, ids in lists.items() if name in ever["e"]}
        kept = kept if draft else ever
    at = _entries_at(places, told)
    pages = {}
    for kind in KINDS:
        for name, place in ever[kind].items():
            if (path := f"{kind}/{name}/index.html") not in files:
                events = sorted({*at.get(place, ()), *_entries_with(name, ever, told)}) if kind == "e" else ()
                now = {event: told.labels[event] for event in events} if kind != "p" else _called(name, told)
                now = {other: title for other, title in now.items() if f"{kind}/{other}/index.html" in files}
                pages[path] = tombstone(kind, name, place if _stands(place, files) else "", settings, now)
    if not draft:
        for match in alive:
            # What leads on to another entry has no place now, and needs its own one when that entry goes too.
            kept[match[1]][match[2]] = places.get(f"{match[1]}/{match[2]}", kept[match[1]].get(match[2], ""))
        kept[FILES] |= owners or {}
        kept[LETTERS] |= letters or {}
        kept[ENTRIES] |= _lists_of(told)
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


def told_on(digest: Digest) -> OnSite:
    """Return which reports each entry of a digest has, and who is called what."""
    entries: dict[str, str] = {
        name: event.id for event in digest.events for part in event.evidence for name in part.ids
    }
    called: dict[str, dict[str, str]] = {}
    for person in digest.people:
        for name in person.names:
            called.setdefault(url_safe(name), {})[person.id] = person.name
    return OnSite(
        entries | {event.id: event.id for event in digest.events},
        {event.id: event.label for event in digest.events},
        called,
    )


def led_on(name: str, ledger: Ledger, told: OnSite) -> str | None:
    """Return the id of the entry that an id of an event leads to now; None: there is none that tells what it told.

    It is the entry of that report itself, else the one that has at least half of what was told under the id, and more
    of it than any other. Where two have alike much it leads to neither.
    """
    if name in told.entries:
        return told.entries[name]
    now = _entries_with(name, ledger, told).most_common(2)
    if not now or not _ID.fullmatch(name) or 2 * now[0][1] < len(ledger[ENTRIES][name].split()):
        return None
    return None if len(now) > 1 and now[1][1] == now[0][1] else now[0][0]


def _entries_with(name: str, ledger: Ledger, told: OnSite) -> Counter[str]:
    """Return the entries that have what was told under an id, with how many of its reports each has."""
    reports = ledger.get(ENTRIES, {}).get(name, "").split()
    return Counter(told.entries[report] for report in reports if report in told.entries)


def _called(name: str, told: OnSite) -> Mapping[str, str]:
    """Return who has a name that leads to nobody by itself: several have it, or it had a title before it.

    One word behind a title is a name that many have: who is meant by "mayor-ek" is not told by "ek".
    """
    words = name.split("-")
    forms = [name, *("-".join(words[at:]) for at in range(1, len(words) - 1))]
    return dict(sorted(next((told.called[form] for form in forms if form in told.called), {}).items()))


def _entries_at(places: Mapping[str, str], told: OnSite) -> dict[str, set[str]]:
    """Return, by the address of each sentence that reports an event, the entries that it stands under."""
    found: dict[str, set[str]] = {}
    for report, entry in told.entries.items():
        if place := places.get(f"e/{report}"):
            found.setdefault(place, set()).add(entry)
    return found


def _lists_of(told: OnSite) -> dict[str, str]:
    lists: dict[str, list[str]] = {}
    for report, entry in sorted(told.entries.items()):
        lists.setdefault(entry, []).append(report)
    return {entry: " ".join(reports) for entry, reports in lists.items()}


def _known(reports: str, told: OnSite) -> str:
    """Return a list of reports without those that are told no more: their ids may show what was taken down."""
    return " ".join(report for report in reports.split() if report in told.entries)


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


def tombstone(kind: str, name: str, place: str, settings: Settings, told: Mapping[str, str] | None = None) -> bytes:
    """Return the page of a permanent link whose quote, event, article or person is in the digest no more.

    `place`: the address of the words that it stood for; "" when they are gone too. `told`: by their ids, the labels
    of the events that have these words now, or some that were told with them, or the people of that name. It leads to
    none of them by itself, since another happening may be told in one sentence, and others have a name.
    """
    thing = KINDS[kind]
    title = html.escape(f"This {thing} is no longer in {settings.site_name}")
    why = f"The source was taken out or corrected, or this was joined with another {thing}."
    words = ""
    if kind == "p" and told:
        title = html.escape(f"This name leads to no one person in {settings.site_name}")
        why = "Others have the name too, or it is written otherwise now."
    if place:
        why = f"It is no {thing} of its own any more, but the words are where they were."
        words = f'<p><a href="../../{html.escape(place)}">Read the words in their article</a></p>\n'
    found = "This name, or a part of it, is now that of" if kind == "p" else _NOW_UNDER
    for other, label in (told or {}).items():
        there = f'<a href="../../{kind}/{html.escape(other)}/">{html.escape(label)}</a>'
        words += f"<p>{found}: {there}</p>\n"
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
