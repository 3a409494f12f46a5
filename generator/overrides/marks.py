"""What the site shows beside the facts because an editor says so: remarks, an outlet's correction, what is edited."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.overrides.entries import Entry, Overrides
from generator.overrides.events import find_event
from generator.overrides.people import find_person
from generator.overrides.rows import find_named_row, find_row
from generator.overrides.targets import Claims, find_article, find_quote, under_other_names
from generator.records import Digest, Finding, Mark, MarkKind, Thing

OUTLET_SAYS: tuple[MarkKind, ...] = ("corrected", "updated", "retracted")
PLAIN: dict[str, MarkKind] = {"accept": "accepted", "reviewed": "reviewed", "pin": "pinned"}
NO_FACTS = (*OUTLET_SAYS, *PLAIN, "notice", "remark", "hide", "purge", "mask", "links")


def marks_of(digest: Digest, overrides: Overrides) -> tuple[tuple[Mark, ...], tuple[Finding, ...]]:
    """Return every mark, sorted, and what is said twice or otherwise: of two remarks on a thing the first is shown.

    What an entry is about and is not there has been told by who applied it.
    """
    findings: list[Finding] = []
    claims = Claims(findings)
    found = {mark for entry in overrides.entries for mark in _marks(entry, digest, overrides, claims)}
    return tuple(sorted(found)), tuple(findings)


def _marks(entry: Entry, digest: Digest, overrides: Overrides, claims: Claims) -> Iterator[Mark]:
    for thing in things_of(entry, digest, overrides):
        notice = entry.get("notice")
        stands = partial(claims.claim, " ".join(thing), entry=entry)
        for setting in entry.settings:
            if setting.key == "remark":
                if stands("remark", value=setting.value):
                    yield Mark(thing, "remark", str(setting.value), where=entry.where)
            elif key := next((key for key in OUTLET_SAYS if key == setting.key), None):
                address = str(notice.value) if notice and stands("notice", value=notice.value) else ""
                if stands(key, value=setting.value):
                    yield Mark(thing, key, str(setting.value), address, entry.where)
            elif setting.key == "reviewed" and isinstance(setting.value, tuple):
                yield from (Mark(thing, "reviewed", str(each), where=entry.where) for each in setting.value)
            elif setting.key in PLAIN:
                yield Mark(thing, PLAIN[setting.key], where=entry.where)
        if any(setting.key not in NO_FACTS for setting in entry.settings):
            yield Mark(thing, "edited", where=entry.where)


def things_of(entry: Entry, digest: Digest, overrides: Overrides) -> Iterator[Thing]:
    """Yield what on the site an entry is about, where it is there."""
    if entry.section == "people":
        mask, renamed = entry.get("mask"), entry.get("rename")
        for name in (str(renamed.value) if renamed else "", str(mask.value) if mask else entry.name):
            person = find_person(entry, name, digest.people) if name else None
            if person is not None and not isinstance(person, Finding):
                yield "person", person.id
                return
        return
    found = find_article(entry, digest.articles)
    if isinstance(found, Finding):
        return
    if entry.section in ("articles", "blocks", "reports", "dates"):
        yield "article", found.article.id
    elif entry.section == "quotes":
        quote = find_quote(entry, found)
        if not isinstance(quote, Finding):
            yield "quote", quote.id
    elif entry.section == "statements":
        quote = find_quote(entry, found)
        told = "" if isinstance(quote, Finding) else quote.id
        for statement in digest.statements:
            if any(reading.quote_id == told for reading in statement.readings):
                yield "statement", statement.id
    elif entry.section == "events":
        yield from _event(entry, digest, overrides)
    elif entry.section == "rows":
        row = find_named_row(entry, digest.agreements, digest.articles, overrides)
        if isinstance(row, Finding) and (label := entry.get("label")):
            row = find_row(_named(entry, str(label.value)), digest.agreements, digest.articles)
        if not isinstance(row, Finding):
            yield "row", row.id


def _event(entry: Entry, digest: Digest, overrides: Overrides) -> Iterator[Thing]:
    stated = [setting for key in ("title", "add") if (setting := entry.get(key))]
    named = [each.which for each in under_other_names(entry, overrides.of("events")) if each.which]
    names = ["", *(str(setting.value) for setting in stated), *reversed(named)]
    for name in reversed(names):
        event = find_event(_named(entry, name), digest.events, digest.articles)
        if not isinstance(event, Finding):
            yield "event", event.id
            return


def _named(entry: Entry, which: str) -> Entry:
    return Entry(entry.section, entry.where, entry.article, entry.words, entry.prefix, entry.suffix, which=which)
