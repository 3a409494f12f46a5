"""JSON-LD in schema.org's terms. Each page is described as ours; the articles are cited, never claimed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from generator.publish import permalinks
from generator.publish.edition import Edition
from generator.publish.markup import script_data, web_address
from generator.records import AnnotatedArticle, ArticleId, Event, Person, Statement

MOST = 12  # a page describes so many things at most; the data files have all


def event_page(edition: Edition, headline: str) -> Markup:
    """Describe the story page: a page about an event, citing every article."""
    core = sorted({event.date for event in edition.core_events if event.date})
    about = {"@type": "Event", "name": headline, "startDate": core[0] if core else None}
    if core and core[-1] != core[0]:
        about["endDate"] = core[-1]
    return _page(edition, permalinks.HOME, headline, about=about, citation=_cited(edition, edition.articles))


def timeline(edition: Edition) -> Markup:
    """Describe the timeline: dated events, each with the articles that report it."""
    told = [event(edition, happened) for happened in edition.core_events[:MOST]]
    return _page(edition, permalinks.TIMELINE, "Timeline", about=told)


def event(edition: Edition, happened: Event) -> dict[str, Any]:
    """Describe one event."""
    return {
        "@type": "Event",
        "@id": _own(edition, permalinks.short("e", happened.id)),
        "name": happened.label,
        "startDate": happened.date,
        "endDate": happened.end,
        "subjectOf": _cited(edition, edition.carriers(happened)),
    }


def quotations(edition: Edition, statements: Iterable[Statement]) -> Markup:
    """Describe a page of the quote index."""
    return _page(edition, permalinks.QUOTES, "Quotes", mainEntity=[quotation(edition, s) for s in [*statements][:MOST]])


def quotation(edition: Edition, statement: Statement) -> dict[str, Any]:
    """Describe one statement as a schema.org Quotation, whose creator is told only where it is certain."""
    sure = [who for who in statement.speakers if who in edition.people and not edition.is_likely(statement, who)]
    creators = [_person(edition, edition.people[who]) for who in sure]
    return {
        "@type": "Quotation",
        "@id": _own(edition, permalinks.short("q", statement.id)),
        "text": statement.text,
        "creator": creators,
        "isBasedOn": [_own(edition, permalinks.short("a", article)) for article in statement.articles],
    }


def article(edition: Edition, found: AnnotatedArticle) -> Markup:
    """Describe the page of an article: ours, based on theirs."""
    address = permalinks.article(found.article.id)
    cited = _cited(edition, (found.article.id,))
    return _page(edition, address, edition.headline(found.article.id), citation=cited)


def person(edition: Edition, who: Person) -> Markup:
    """Describe the page of a person."""
    return _page(edition, permalinks.person(who.id), who.name, about=_person(edition, who))


def _person(edition: Edition, who: Person) -> dict[str, Any]:
    kind = "Organization" if who.kind == "organisation" else "Person"
    described = {"@type": kind, "@id": _own(edition, permalinks.short("p", who.id)), "name": who.name}
    if kind == "Person" and edition.role(who.id):
        described["jobTitle"] = edition.role(who.id)
    return described


def _cited(edition: Edition, articles: Iterable[ArticleId]) -> list[dict[str, Any]]:
    made = []
    for article_id in list(articles)[:MOST]:
        known = edition.articles[article_id].article.metadata
        publisher = known.outlet or known.origin
        made.append({
            "@type": "NewsArticle",
            "headline": known.title.value if known.title else None,
            "datePublished": edition.days[article_id].value,
            "url": web_address(known.url.value) if known.url else None,
            "archivedAt": web_address(known.archived.value) if known.archived else None,
            "publisher": {"@type": "Organization", "name": publisher.value} if publisher else None,
            "inLanguage": edition.articles[article_id].article.language,
        })  # fmt: skip
    return made


def _page(edition: Edition, address: str, name: str, **more: Any) -> Markup:
    site = {"@type": "WebSite", "name": edition.settings.site_name}
    described = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": _own(edition, address),
        "name": name,
        "isPartOf": site,
        **more,
    }
    return script_data(_without_gaps(described))


def _own(edition: Edition, address: str) -> str:
    return permalinks.absolute(edition.settings.site_url, address)


def _without_gaps(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _without_gaps(inner) for key, inner in value.items() if inner not in (None, "", [], ())}
    if isinstance(value, list):
        return [_without_gaps(inner) for inner in value]
    return value
