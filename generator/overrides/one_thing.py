"""Whether two entries that name a thing by different words mean one, as the digest has the things."""

from __future__ import annotations

from collections.abc import Iterator

from generator.overrides.dates import find_date
from generator.overrides.entries import Entry, Overrides
from generator.overrides.marks import things_of
from generator.overrides.targets import find_article, find_quote, find_report, places, places_in
from generator.records import AnnotatedArticle, Digest, Finding

NamedThing = tuple[str, ...]


def mean_one(one: Entry, other: Entry, digest: Digest, overrides: Overrides) -> bool:
    """Return whether both entries name the same thing. What is not in the digest, as what is hidden, is no such thing.

    `overrides`: all entries, since one may name a thing by what another calls it.
    """
    if one.section != other.section:
        return False
    named = {*_named(one, digest, overrides)}
    return any(thing in named for thing in _named(other, digest, overrides))


def _named(entry: Entry, digest: Digest, overrides: Overrides) -> Iterator[NamedThing]:
    """Yield what an entry is about, as exactly as what it states is of it."""
    if entry.section in ("people", "events", "rows"):
        yield from things_of(entry, digest, overrides)
        return
    found = find_article(entry, digest.articles)
    if isinstance(found, Finding):
        return
    if entry.section == "blocks":
        yield from _blocks(entry, found)
    elif entry.section == "dates":
        time = find_date(entry, found)
        if not isinstance(time, Finding):
            yield "date", entry.article, str(time.span.start)
    elif entry.section == "reports":
        report = find_report(entry, found)
        if not isinstance(report, Finding):
            yield "report", report.id
    elif entry.section in ("quotes", "statements"):
        quote = find_quote(entry, found)
        if isinstance(quote, Finding):
            return
        if entry.section == "quotes":
            yield "quote", quote.id
            yield from [("utterance", quote.utterance)] if entry.get("speaker") or entry.get("unknown") else []
            return
        # Two passages of one statement may be joined with others and parted from others; a remark is on all of it.
        if entry.get("join") or entry.get("apart"):
            yield from (("passage", entry.article, str(span.start)) for span in places(found.article, entry))
        if entry.get("remark"):
            yield from things_of(entry, digest, overrides)


def _blocks(entry: Entry, found: AnnotatedArticle) -> Iterator[NamedThing]:
    text = found.article.text
    blocks = {*(span.of(text) for span in found.article.paragraphs), *(part.text for part in found.article.removed)}
    yield from (("block", entry.article, block) for block in sorted(blocks) if places_in(block, entry))
