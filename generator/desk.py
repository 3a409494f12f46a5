"""The worklist as the desk shows it: each finding with its sentences, and what an editor can state of it.

In comes a finding of the digest and the entries of the overrides file, out comes what the page is told of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.collate.findings import FIRST_WORDS, INFERRED_DAY, KEPT, LOOKS_ALIKE, NO_DAY, NO_SOURCE, REMOVED
from generator.overrides.edit import Listed
from generator.overrides.entries import NEW_PERSON, Entry
from generator.overrides.events import find_event
from generator.publish import permalinks
from generator.publish.paged import agreement_pages, event_pages
from generator.records import AnnotatedArticle, Digest, Event, Finding, Span

JsonObject = dict[str, Any]
MOST_SENTENCES = 6
ASKS_FOR = {NO_DAY: "published", INFERRED_DAY: "published", NO_SOURCE: "outlet", LOOKS_ALIKE: "outlet"}
"""By the weight of a finding, the key whose value it asks for."""


def asked_of(found: Finding, digest: Digest | None, there: Mapping[str, Listed]) -> JsonObject:
    """Return one line of the worklist. `there`: the entries of the file, by file and line.

    `to`: the address below the site, "" where there is none. `stated`: the entries that it is about. `sentences`: pairs
    of who has it and the sentence. `targets`: what can be corrected, as section, fields that name it, and whose it is.
    `key` and `fill`: what is most likely to be stated of the first. `right`: section and fields of the entry that says
    that it is right as it is, with `rightly`, what that says; None where nothing can be said.
    """
    made: JsonObject = {"where": found.where, "what": found.what, "step": found.next_step, "to": "", "key": ""}
    made |= {"stated": [], "sentences": [], "targets": [], "fill": {}, "right": None, "rightly": "It is right"}
    if about := [there[where] for where in (found.against, found.where) if where in there]:
        made["stated"] = [{"where": e.entry.where, "section": e.section, "text": e.text.strip()} for e in about]
        return made | (_new_person(found, about[-1].entry) if found.weight == NEW_PERSON else {})
    if digest is None or found.about is None:
        return made
    kind, name = found.about
    return made | next(_OF_KIND[kind](name, found, digest), {})


def _new_person(found: Finding, entry: Entry) -> JsonObject:
    """Return what can be said of a speaker whom no article names: it is another, or they are new and right so."""
    speaker = entry.get("speaker")
    target = {key: said for key in ("article", "words", "prefix", "suffix") if (said := getattr(entry, key))}
    right = ["people", {"name": str(speaker.value) if speaker else "", "reviewed": True}]
    said = {"key": "speaker", "fill": {"speaker": found.offer}, "right": right, "rightly": "Yes, a new person"}
    return {**said, "targets": [[entry.section, target, ""]]}


def _article(name: str, found: Finding, digest: Digest) -> Iterator[JsonObject]:
    # Only what is asked now was looked at: what comes up later is asked again.
    right = ["articles", {"article": name, "reviewed": [*found.asks]}]
    made = {"to": f"articles/{name}/", "key": ASKS_FOR.get(found.weight, ""), "right": right}
    block = {REMOVED: "kept", KEPT: "blocks"}.get(found.weight)
    words = {"article": name, "words": " ".join(found.offer.split()[:FIRST_WORDS])}
    yield {**made, "targets": [*([[block, words, ""]] if block else []), ["articles", {"article": name}, ""]]}


def _quote(name: str, found: Finding, digest: Digest) -> Iterator[JsonObject]:
    for article in digest.articles:
        for quote in article.quotes:
            if quote.id == name:
                target = _named(article, quote.inner)
                yield {
                    "to": f"articles/{article.article.id}/#q-{name}",
                    "sentences": [["", _sentence(article, quote.content)]],
                    "targets": [["quotes", target, ""]],
                    "right": ["quotes", {**target, "reviewed": True}],
                }


def _statement(name: str, found: Finding, digest: Digest) -> Iterator[JsonObject]:
    articles = {article.article.id: article for article in digest.articles}
    for statement in digest.statements:
        if statement.id == name:
            read = [(articles[each.article_id], each.span) for each in statement.readings]
            named = [_named(article, span) for article, span in read]
            whose = [article.article.siglum or article.article.id for article, _ in read]
            said = [[who, _sentence(article, span)] for who, (article, span) in zip(whose, read, strict=True)]
            yield {
                "to": f"articles/{read[0][0].article.id}/#q-{statement.readings[0].quote_id}",
                "sentences": said[:MOST_SENTENCES],
                "targets": [
                    *(["quotes", target, who] for target, who in zip(named, whose, strict=True)),
                    ["statements", named[0], ""],
                ],
                "right": ["statements", {**named[0], "reviewed": True}],
            }


def _row(name: str, found: Finding, digest: Digest) -> Iterator[JsonObject]:
    articles = {article.article.id: article for article in digest.articles}
    for row in digest.agreements:
        if row.id == name:
            told = [(articles[value.article_id], value.span) for value in row.values]
            target = {**_named(*told[0]), "which": row.about}
            said = {(who.article.siglum or who.article.id, _sentence(who, span)): None for who, span in told}
            yield {
                "to": permalinks.agreement(name, agreement_pages(digest.agreements)[name]),
                "sentences": [list(each) for each in said][:MOST_SENTENCES],
                "targets": [["rows", target, ""]],
                "right": ["rows", {**target, "accept": True}],
            }


def _person(name: str, found: Finding, digest: Digest) -> Iterator[JsonObject]:
    for person in digest.people:
        if person.id == name:
            both = [each.id for each in digest.people if each.id == name or each.name == found.offer]
            target = {"name": person.name}
            yield {
                "to": f"people/{name}/",
                "key": "join" if found.offer else "",
                "fill": {"join": found.offer} if found.offer else {},
                "sentences": [said for each in both for said in _naming(each, digest)],
                "targets": [["people", target, ""]],
                "right": ["people", {**target, "reviewed": True}],
            }


def _event(name: str, found: Finding, digest: Digest) -> Iterator[JsonObject]:
    articles = {article.article.id: article for article in digest.articles}
    for event in digest.events:
        if event.id == name:
            target = _naming_event(event, digest)
            told = [(articles[part.article_id], part.span) for part in event.evidence]
            yield {
                "to": permalinks.event(event.id, event_pages(digest.events)[event.id]),
                "key": "date",
                "sentences": [[who.article.siglum or "", span.of(who.article.text)] for who, span in told][
                    :MOST_SENTENCES
                ],
                "targets": [["events", target, ""]],
                "right": ["events", {**target, "reviewed": True}],
            }


_OF_KIND = {
    "article": _article,
    "quote": _quote,
    "statement": _statement,
    "row": _row,
    "person": _person,
    "event": _event,
}


def _naming_event(event: Event, digest: Digest) -> JsonObject:
    """Return the sentence that tells an event first, with the day or the title where it tells several."""
    part = event.evidence[0]
    text = next(found.article.text for found in digest.articles if found.article.id == part.article_id)
    article, words = str(part.article_id), " ".join(part.span.of(text).split())
    target = {"article": article, "words": words}
    for which in ("", event.date or "", event.label):
        met = find_event(Entry("events", "", article, words, which=which), digest.events, digest.articles)
        if not isinstance(met, Finding) and met.id == event.id:
            return {**target, "which": which} if which else target
    return {**target, "which": event.label}


def _naming(person: str, digest: Digest) -> Iterator[list[str]]:
    """Yield the first sentence that names somebody, and whose it is."""
    for found in digest.articles:
        for mention in found.mentions:
            if mention.person == person:
                yield [found.article.siglum or found.article.id, _sentence(found, mention.span)]
                return


def _sentence(found: AnnotatedArticle, span: Span) -> str:
    return next((s.span.of(found.article.text) for s in found.sentences if s.span.overlaps(span)), "")


def _named(found: AnnotatedArticle, span: Span) -> dict[str, str]:
    """Return words of an article and, where they stand in it more than once, what stands before them."""
    text, words = found.article.text, span.of(found.article.text)
    named = {"article": str(found.article.id), "words": " ".join(words.split())}
    if text.count(words) > 1:
        named["prefix"] = " ".join(text[max(0, span.start - 60) : span.start].split()[-6:]).rstrip("“\"‘' ")
    return named
