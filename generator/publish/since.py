"""What is new since a version that an editor called published: a page and a feed, made without a clock.

`docs/data/published.json` keeps that version. It is written when an editor says so (`event-digest published`) and by no
build, so two builds of the same input have the same to tell. It holds hashes alone: what is taken down or masked later
stands in no file of an earlier day.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from generator import days
from generator.errors import DigestError, Problem
from generator.files import write_whole
from generator.ids import digest_of
from generator.overrides.marks import OUTLET_SAYS
from generator.publish import permalinks, templates
from generator.publish.digest_json import digest_data
from generator.publish.edition import Edition
from generator.publish.feeds import FeedEntry, atom
from generator.publish.purge import Purge
from generator.publish.write import PUBLISHED
from generator.records import ArticleId, Mark, Quote

WORDS = 24  # of a quote, in a list
FEED = "data/changes.xml"
TOLD = {
    "remark": "Note",
    "edited": "Set by the editor",
    "corrected": "The outlet has corrected it",
    "updated": "The outlet has updated it",
    "retracted": "The outlet has retracted it",
    "accepted": "Looked at and accepted",
}


@dataclass(frozen=True, slots=True)
class Version:
    """A published version, in hashes."""

    articles: Mapping[str, tuple[tuple[str, str], ...]]
    """By article its quotes in their order, each with its speaker."""
    marks: frozenset[str]
    day: str = ""
    """When it was published, if the editor has said so: ISO 8601."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the page."""

    kind: str
    title: str
    about: str
    to: str
    """Its address on the site; "" for what has none any more."""
    name: str
    """What tells it from others in the feed."""


def version_of(data: Mapping[str, Any], day: str = "") -> Version:
    """Return the version that a `digest.json` is."""
    quotes: dict[str, list[tuple[str, str]]] = {article["id"]: [] for article in data["articles"]}
    for quote in data["quotes"]:
        if quote["kind"] != "term":
            quotes[quote["article"]].append((_hash("q", quote["id"]), _hash("p", quote["speaker"] or "")))
    marks = frozenset(
        _hash("m", mark["of"], mark["id"], mark["what"], mark["text"], mark["url"] or "")
        for mark in data.get("marks", ())
    )
    return Version({_hash("a", name): tuple(said) for name, said in quotes.items()}, marks, day)


def _hash(*parts: str) -> str:
    return digest_of("published", *parts)


def keep(docs: Path, day: str = "") -> Version:
    """Write down the digest that stands in `docs` as the published one. Raises `DigestError` where there is none."""
    path = docs / "data" / "digest.json"
    try:
        version = version_of(json.loads(path.read_text(encoding="utf-8")), day)
    except FileNotFoundError:
        raise DigestError(Problem(path.as_posix(), "there is no digest yet", "Build it first", fatal=True)) from None
    except (ValueError, KeyError, TypeError, AttributeError, OSError):
        step = "Build it anew, then say again that it is published"
        raise DigestError(Problem(path.as_posix(), "is no digest that can be read", step, fatal=True)) from None
    listed = {
        "version": 1,
        **({"day": day} if day else {}),
        "articles": {name: [list(quote) for quote in said] for name, said in sorted(version.articles.items())},
        "marks": sorted(version.marks),
    }
    write_whole(docs / PUBLISHED, (json.dumps(listed, indent=0) + "\n").encode())
    return version


def read_kept(docs: Path) -> Version | None:
    """Return the published version; None where nobody has called one so. Raises `DigestError` for a broken file."""
    path = docs / PUBLISHED
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
        articles = {str(name): tuple((str(q), str(p)) for q, p in said) for name, said in listed["articles"].items()}
        day = str(listed.get("day", ""))
        return Version(articles, frozenset(map(str, listed["marks"])), day and date.fromisoformat(day).isoformat())
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError, OSError, RecursionError):
        step = "Restore it from version control, or delete it and run `event-digest published`"
        raise DigestError(Problem(path.as_posix(), "cannot be read", step, fatal=True)) from None


def files(edition: Edition, before: Version, ledger: Mapping[str, Mapping[str, str]]) -> dict[str, bytes]:
    """Return the page and the feed."""
    changes = changes_since(edition, before, ledger)
    kinds = dict.fromkeys(change.kind for change in changes)
    groups = [(kind, [change for change in changes if change.kind == kind]) for kind in kinds]
    meta = {"title": "What has changed", "description": "What is new since the last published version.",
            "digest_page": "changes"}  # fmt: skip
    page = templates.page(edition, permalinks.CHANGES, "changes.html", meta, groups=groups, since=before.day)
    settings = edition.settings
    base = settings.site_url.rstrip("/") + "/" if settings.site_url else ""
    entries = [
        FeedEntry(
            uuid.uuid5(uuid.NAMESPACE_URL, f"event-digest:since/{change.kind}/{change.name}").urn,
            f"{change.kind}: {change.title}",
            settings.site_name,
            (base or "../") + (change.to or permalinks.CHANGES),
            before.day or None,
            change.about,
        )
        for change in changes
    ]
    title = f"{settings.title or settings.site_name}: what has changed"
    return {"changes.md": page, FEED: atom(entries, title, base, FEED)}


def changes_since(edition: Edition, before: Version, ledger: Mapping[str, Mapping[str, str]]) -> list[Change]:
    """Return what is new, changed and gone, in that order."""
    now = version_of(digest_data(edition.digest))
    purge = Purge.of(edition.digest.taken_down)
    known = {
        _hash(kind, name): name
        for kind in ("a", "q")
        for name, place in ledger.get(kind, {}).items()
        if not purge.gives_away(name, place)
    }
    fresh: list[Change] = []
    changed: list[Change] = []
    gone: list[Change] = []
    for found in edition.digest.articles:
        said = {_hash("q", quote.id): quote for quote in found.quotes if quote.kind != "term"}
        key = _hash("a", found.article.id)
        if key not in before.articles:
            about, to = edition.outlet(found.article.id), permalinks.article(found.article.id)
            fresh.append(Change("New article", edition.headline(found.article.id), about, to, found.article.id))
            continue
        old, new = before.articles[key], now.articles[key]
        moved = _moved([quote for quote, _ in old], [quote for quote, _ in new])
        for lost, come in moved:
            if come:
                kind = "Quote with other bounds or words" if lost else "New quote"
                (changed if lost else fresh).append(_quote(edition, kind, said[come]))
            else:
                gone.append(_gone("q", "Quote taken away", known.get(lost, ""), lost))
        speakers = dict(old)
        for name, speaker in new:
            if speakers.get(name, speaker) != speaker:
                changed.append(_quote(edition, "Quote of another speaker", said[name]))
    gone += [_gone("a", "Article taken away", known.get(key, ""), key) for key in before.articles.keys() - now.articles]
    fresh.sort(key=lambda change: change.kind)  # articles before quotes, else in the order of the articles
    gone.sort(key=lambda change: (change.kind, change.title, change.name))
    return [*fresh, *_by_kind(changed), *_marks(edition, before), *gone]


def _by_kind(changes: Sequence[Change]) -> list[Change]:
    return sorted(changes, key=lambda change: change.kind)


def _moved(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str]]:
    """Return the quotes of an article that came or went; as pairs those that stand where others stood."""
    moved: list[tuple[str, str]] = []
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "replace" and j - i == m - k:
            moved += zip(old[i:j], new[k:m], strict=True)
        elif what != "equal":
            moved += [(name, "") for name in old[i:j]] + [("", name) for name in new[k:m]]
    return moved


def _quote(edition: Edition, kind: str, quote: Quote) -> Change:
    text = edition.closed(quote.inner.of(edition.articles[quote.article_id].article.text))
    who = edition.people[quote.speaker].name if quote.speaker in edition.people else "Speaker not known"
    to = permalinks.article(quote.article_id, permalinks.quote_anchor(quote.id))
    about = f"{who}, in {edition.outlet(quote.article_id)}"
    return Change(kind, f"“{edition.cut(text, WORDS)}”", about, to, f"{quote.id}/{quote.speaker or ''}")


def _gone(letter: str, kind: str, name: str, key: str) -> Change:
    # A link that lost its words has a page that says so; one that may not show its address is only counted.
    to = permalinks.short(letter, name) if name else ""
    return Change(kind, name or "Its address may not be shown", "", to, key)


def _marks(edition: Edition, before: Version) -> list[Change]:
    changes = []
    for mark in edition.digest.marks:
        key = _hash("m", *mark.thing, mark.what, mark.text, mark.url)
        if mark.what in TOLD and key not in before.marks:
            title, to = _thing(edition, mark)
            said = days.in_words(mark.text) if mark.what in OUTLET_SAYS else mark.text
            about = f"{TOLD[mark.what]}: {said}" if said else TOLD[mark.what]
            changes.append(Change("Word of the editor", title, about, to, key))
    return changes


def _thing(edition: Edition, mark: Mark) -> tuple[str, str]:
    """Return the name and the address of what a mark is about."""
    kind, name = mark.thing
    digest = edition.digest
    if kind == "article" and name in edition.articles:
        return edition.headline(ArticleId(name)), permalinks.article(ArticleId(name))
    if kind == "quote" and (quote := next((q for q in edition.quotes.values() if q.id == name), None)):
        change = _quote(edition, "", quote)
        return change.title, change.to
    if statement := next((s for s in digest.statements if kind == "statement" and s.id == name), None):
        return f"“{edition.cut(statement.text, WORDS)}”", edition.statement_address(statement)
    if event := next((each for each in digest.events if kind == "event" and each.id == name), None):
        return event.label, edition.event_address(event)
    if person := next((each for each in digest.people if kind == "person" and each.id == name), None):
        return person.name, permalinks.person(person.id)
    row = next((each for each in digest.agreements if kind == "row" and each.id == name), None)
    return (
        (row.about, permalinks.agreement(row.id, edition.agreement_page.get(row.id, 1)))
        if row
        else ("What is not shown", "")
    )
