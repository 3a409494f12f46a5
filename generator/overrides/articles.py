"""Applies what an editor states of articles, quotes and reports, before collation, so that every page agrees."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from generator.overrides.entries import REDUNDANT, Entry, Overrides, Section, Setting
from generator.overrides.statements import APART, JOINED
from generator.overrides.targets import MARKS, Claims, find_article, find_quote, find_report, places, places_in
from generator.records import BY_EDITOR, AnnotatedArticle, ArticleId, Finding, Quote, QuoteId, QuoteKind, Span, Stated

FACTS = ("title", "outlet", "origin", "byline", "dateline", "published", "url", "archived")
Apply = Callable[[Entry, AnnotatedArticle, AnnotatedArticle, Claims, list[Finding]], AnnotatedArticle | None]
_QUOTATION_MARKS = {'"', "'", *map(chr, MARKS)}


def apply_overrides(
    articles: Sequence[AnnotatedArticle], overrides: Overrides
) -> tuple[list[AnnotatedArticle], tuple[Finding, ...]]:
    """Return the articles with the editor's word in place of the machine's, and what could not be applied.

    Whom an entry names as speaker is looked up by `stated_speakers`, when the people are known.
    """
    edited = {found.article.id: found for found in articles}
    findings: list[Finding] = []
    claims = Claims(findings)
    for entry in (*overrides.of("quotes"), *overrides.of("reports"), *overrides.of("articles")):
        # Looked up among all, hidden ones too: an entry on a quote of a hidden article is no mistake.
        found = find_article(entry, articles)
        if isinstance(found, Finding):
            findings.append(found)
        elif current := edited.get(found.article.id):
            changed = APPLY[entry.section](entry, found, current, claims, findings)
            if changed is None:
                del edited[found.article.id]
            else:
                edited[found.article.id] = changed
    return list(edited.values()), tuple(findings)


def purged(overrides: Overrides) -> frozenset[ArticleId]:
    """Return the articles of which no address may keep a word."""
    return frozenset(ArticleId(entry.article) for entry in overrides.of("articles") if entry.get("purge"))


def _apply_to_article(
    entry: Entry, found: AnnotatedArticle, current: AnnotatedArticle, claims: Claims, findings: list[Finding]
) -> AnnotatedArticle | None:
    metadata = current.article.metadata
    for setting in entry.settings:
        if setting.key == "pin":
            claims.claim("the home page", "its headline", entry, found.article.id)
        elif not claims.claim(found.article.id, setting.key, entry, setting.value):
            continue
        elif setting.key == "hide":
            return None
        elif setting.key in FACTS:
            value = cast("str | None", setting.value)
            machine = getattr(metadata, setting.key)
            if (machine.value if machine else None) == value:
                findings.append(_redundant(entry, setting, "the input says the same"))
            how = f"{BY_EDITOR} ({entry.where})"
            metadata = replace(metadata, **{setting.key: Stated(value, how) if value else None})
    return replace(current, article=replace(current.article, metadata=metadata))


def _apply_to_quote(
    entry: Entry, found: AnnotatedArticle, current: AnnotatedArticle, claims: Claims, findings: list[Finding]
) -> AnnotatedArticle:
    quote = find_quote(entry, found)
    if isinstance(quote, Finding):
        findings.append(quote)
        return current
    for setting in entry.settings:
        claimed = _claimed(setting)
        # One speaker an utterance: "A," she said. "B." is one person's, whichever part the entry names.
        thing = quote.utterance if claimed.key == "speaker" else quote.id
        if not claims.claim(thing, claimed.key, entry, claimed.value, part=quote.id):
            continue
        elif setting.key == "hide":
            current = _without(current, quote)
        elif setting.key == "bounds":
            bounded = _bounded(current, quote, entry, str(setting.value))
            if isinstance(bounded, Finding):
                findings.append(bounded)
            else:
                current = bounded
        elif setting.key == "kind":
            if quote.kind == setting.value:
                findings.append(_redundant(entry, setting, "the digest says the same"))
            current = _of_kind(current, quote.id, cast(QuoteKind, setting.value))
    return current


def _apply_to_report(
    entry: Entry, found: AnnotatedArticle, current: AnnotatedArticle, claims: Claims, findings: list[Finding]
) -> AnnotatedArticle:
    report = find_report(entry, found)
    if isinstance(report, Finding):
        findings.append(report)
        return current
    for setting in entry.settings:
        if setting.key in ("join", "apart"):
            claims.claim(report.id, "it", entry, JOINED if setting.key == "join" else APART, once=False)
        # Who spoke and what else tells the same is applied when people and statements are known.
        claimed = _claimed(setting)
        if not claims.claim(report.id, claimed.key, entry, claimed.value):
            continue
        elif setting.key == "hide":
            left = (other for other in current.reports if other.id != report.id)
            current = replace(current, reports=tuple(left))
    return current


def _claimed(setting: Setting) -> Setting:
    """Return what a setting says of whom or what: `unknown` is a word on the speaker too, and contradicts a name."""
    return replace(setting, key="speaker", value=None) if setting.key == "unknown" else setting


def _bounded(current: AnnotatedArticle, quote: Quote, entry: Entry, words: str) -> AnnotatedArticle | Finding:
    """Return the article with the quote from the first to the last of the words that the editor states."""
    article = current.article
    spans = [span for span in places_in(article.text, Entry("quotes", "", words=words)) if span.overlaps(quote.content)]
    others = [other.content for other in current.quotes if other.id != quote.id]
    if len(spans) != 1:
        times = "several times" if spans else "nowhere"
        what = f'the bounds stand {times} at this quote of {article.id}: "{words}"'
        return entry.stale(what, "Copy the words of the whole quote as the article has them")
    inner = spans[0]
    if not any(inner.covers(span) or span.covers(inner) for span in places(article, entry)):
        what = f'"{entry.words}" stands apart from the bounds "{words}"'
        return entry.stale(what, "Name the quote by words that stay in it, or by all of it as it is now")
    content = Span(
        inner.start - (article.text[inner.start - 1 : inner.start] in _QUOTATION_MARKS),
        inner.end + (article.text[inner.end : inner.end + 1] in _QUOTATION_MARKS),
    )
    if any(content.overlaps(other) for other in others):
        return entry.stale(
            f'"{words}" runs into another quote of {article.id}', "Hide that one first, or stop before it"
        )
    if not any(paragraph.covers(content) for paragraph in article.paragraphs):
        return entry.stale(
            f'"{words}" runs over the end of a paragraph', "Stop at the end of the paragraph: a quote goes no further"
        )
    bounded = replace(quote, inner=inner, content=content)
    kept = [bounded if other.id == quote.id else other for other in current.quotes]
    return replace(current, quotes=tuple(sorted(kept, key=lambda other: other.content)))


def _of_kind(found: AnnotatedArticle, wanted: QuoteId, kind: QuoteKind) -> AnnotatedArticle:
    quotes = tuple(replace(quote, kind=kind) if quote.id == wanted else quote for quote in found.quotes)
    return replace(found, quotes=quotes)


def _without(found: AnnotatedArticle, hidden: Quote) -> AnnotatedArticle:
    left = [quote for quote in found.quotes if quote.id != hidden.id]
    if hidden.utterance == hidden.id and (rest := [quote for quote in left if quote.utterance == hidden.id]):
        left = [replace(quote, utterance=rest[0].id) if quote in rest else quote for quote in left]
    return replace(found, quotes=tuple(left))


def _redundant(entry: Entry, setting: Setting, why: str) -> Finding:
    return Finding(REDUNDANT, entry.where, f"{setting.key} is not needed any more: {why}", "Delete it")


APPLY: Mapping[Section, Apply] = {
    "articles": _apply_to_article,
    "quotes": _apply_to_quote,
    "reports": _apply_to_report,
}
