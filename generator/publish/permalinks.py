"""Every address of the site, as a path below its root ("articles/bbc/#s-1a2b"), and the way from one to another."""

from __future__ import annotations

from urllib.parse import quote as percent

from generator.records import ArticleId, EventId, PersonId, QuoteId, StatementId

HOME = ""
TIMELINE = "timeline/"
QUOTES = "quotes/"
COMPARE = "compare/"
PEOPLE = "people/"
ARTICLES = "articles/"
SOURCES = "sources/"
DATA = "data/"
CHANGES = "changes/"
SEARCH = "search/words.js"
SITE_CARD = "assets/cards/site.png"


def article(article_id: ArticleId, anchor: str = "") -> str:
    """Return the address of an article, or of a place in it."""
    return f"{ARTICLES}{article_id}/" + (f"#{anchor}" if anchor else "")


def quote_anchor(quote_id: QuoteId) -> str:
    """Return the fragment id of a quote, the same on its article's page and in the quote index."""
    return f"q-{quote_id}"


def statement_anchor(statement_id: StatementId) -> str:
    """Return the fragment id of a statement's card in the quote index."""
    return f"st-{statement_id}"


def retelling_anchor(report_id: QuoteId) -> str:
    """Return the fragment id of a report in the quote index."""
    return f"r-{report_id}"


def quote_page(number: int) -> str:
    """Return the address of a page of the quote index, counted from 1."""
    return QUOTES if number == 1 else f"{QUOTES}page-{number}/"


def compare_page(number: int) -> str:
    """Return the address of a page of the comparison, counted from 1."""
    return COMPARE if number == 1 else f"{COMPARE}page-{number}/"


def agreement(name: str, page: int = 1) -> str:
    """Return the address of what is compared, by its id, on a page of the comparison."""
    return f"{compare_page(page)}#c-{name}"


def articles_page(number: int) -> str:
    """Return the address of a page of the index of articles, counted from 1. No article's id has a "/" in it."""
    return ARTICLES if number == 1 else f"{ARTICLES}page/{number}/"


def people_page(number: int) -> str:
    """Return the address of a page of the index of people, counted from 1. No person's id has a "_" in it."""
    return PEOPLE if number == 1 else f"{PEOPLE}page_{number}/"


def sources_page(number: int) -> str:
    """Return the address of a page of the sources, counted from 1."""
    return SOURCES if number == 1 else f"{SOURCES}page-{number}/"


def event_anchor(event_id: EventId) -> str:
    """Return the fragment id of an event on the timeline."""
    return f"e-{event_id}"


def timeline_page(number: int) -> str:
    """Return the address of a page of the timeline, counted from 1."""
    return TIMELINE if number == 1 else f"{TIMELINE}page-{number}/"


def event(event_id: EventId, page: int = 1) -> str:
    """Return the address of an event on a page of the timeline."""
    return f"{timeline_page(page)}#{event_anchor(event_id)}"


def person(person_id: PersonId) -> str:
    """Return the address of a person's page."""
    return f"{PEOPLE}{person_id}/"


def short(kind: str, name: str) -> str:
    """Return a permanent short address. `kind`: "q", "s", "e", "a" or "p"."""
    return f"{kind}/{name}/"


def card(kind: str, name: str) -> str:
    """Return the address of the preview picture of a short address."""
    return f"assets/cards/{kind}/{name}.png"


def relative(page: str, to: str) -> str:
    """Return the link from the page at address `page` to the address `to`; right wherever the site is put."""
    if to.split("#")[0] == page and "#" in to:
        return "#" + to.split("#", 1)[1]
    return "../" * page.count("/") + to or "./"


def absolute(site_url: str, to: str) -> str:
    """Return the full address, or a root-relative one when the site's own address is not known."""
    return f"{site_url.rstrip('/')}/{to}"


def in_original(url: str, words: str) -> str:
    """Return the link to `words` on the publisher's own page: a text fragment (WICG Scroll To Text Fragment).

    A long quote is named by its first and last words, which survives small edits in the middle.
    """
    parts = words.split()
    encoded = [percent(" ".join(chunk), safe="").replace("-", "%2D") for chunk in _ends(parts)]
    return f"{url.split('#')[0]}#:~:text={','.join(encoded)}"


def _ends(parts: list[str], most: int = 5) -> list[list[str]]:
    return [parts] if len(parts) <= 2 * most else [parts[:most], parts[-most:]]
