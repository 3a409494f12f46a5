"""The short permanent addresses: one tiny static page each, with what a chat or a card needs to show it."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from generator.days import in_words
from generator.ids import url_safe
from generator.publish import markup, permalinks, templates
from generator.publish.edition import Edition
from generator.publish.purge import Purge
from generator.publish.saying import Saying, of_quote, of_reading, printed_on
from generator.publish.tombstones import Ledger, led_on, told_on
from generator.records import Event, PersonId, Quote, Reading, Statement

# Articles. Each report of an event has a link of its own, several hundred in fifty articles. In a larger digest only
# those that were once published have one, which leads on to the entry that they stand under now.
ALIASED = 50
GAP = "\x00"
"""Around the name of what stands there: no page can carry it, see `markup`."""


def short_pages(edition: Edition, ledger: Ledger) -> dict[str, bytes]:
    """Return every page below q/, s/, e/, a/ and p/. A page is named by an id of the words, so it never moves.

    `ledger`: the links that were given. One of an event that stands under another entry now leads to that one.
    """
    made: dict[str, bytes] = {}
    for name, stands_for in edition.worded.items():
        # Where a statement bears the id of a quote, the link opens at that very sentence.
        page = _of_quote(edition, stands_for) if isinstance(stands_for, Quote) else _of_part(edition, *stands_for)
        _add(made, edition, "q", name, page)
    # By the id of each reading and of each report too: with one more article another one of them may come to lead.
    for statement in edition.compared:
        page = {**_compared(edition, statement), "picture": statement.id}
        for name in {statement.id: 0, **{reading.id: 0 for reading in statement.readings}}:
            if name:
                _add(made, edition, "s", name, page)
    for name, event in _told(edition, ledger).items():
        title = event.label
        about = ", ".join(dict.fromkeys(edition.siglum(article) for article in edition.carriers(event)))
        day = in_words(event.date, event.end) or "no day given"
        page = _leading(title, f"{day}. Reported by {about}.", edition.event_address(event), "On the timeline")
        _add(made, edition, "e", name, {**page, "picture": event.id})
    for article_id in edition.articles:
        day = printed_on(edition, article_id)
        about = edition.outlet(article_id) + (f", {day}" if day else "")
        to = permalinks.article(article_id)
        _add(made, edition, "a", article_id, _leading(edition.headline(article_id), about, to, "Read the article"))
    for name, person_id in _person_names(edition).items():
        person = edition.people[person_id]
        quoted = templates.count(edition.quote_count[person_id], "quote")
        about = ", ".join(part for part in (edition.role(person_id), quoted) if part)
        page = _leading(person.name, about, permalinks.person(person_id), "Everything said")
        _add(made, edition, "p", name, {**page, "picture": person_id})
    return made


def _told(edition: Edition, ledger: Ledger) -> dict[str, Event]:
    """Return the ids that lead to an event: its own, those of its reports, and given ones which lost their entry."""
    events: dict[str, Event] = {event.id: event for event in edition.digest.events}
    told, purge = told_on(edition.digest), Purge.of(edition.digest.taken_down)
    leading = dict(told.entries) if len(edition.articles) <= ALIASED else {}
    for name, place in ledger.get("e", {}).items():
        to = led_on(name, ledger, told)
        if to and (name in told.entries or not purge.gives_away(name, place)):
            leading[name] = to
    return {name: events[to] for name, to in leading.items()} | events


def _add(made: dict[str, bytes], edition: Edition, kind: str, name: str, page: dict[str, Any]) -> None:
    address = permalinks.short(kind, name)
    site = edition.settings.site_url
    context = {
        "own": permalinks.absolute(site, address),
        "canonical": permalinks.absolute(site, page["to"]),
        "image": permalinks.absolute(site, edition.picture(kind, page.get("picture", name))),
        "also": None,
        "said": None,
        **page,
    }
    made[f"{address}index.html"] = _filled(edition, address, context)


def _filled(edition: Edition, address: str, context: dict[str, Any]) -> bytes:
    """Return the short page at an address.

    There are some thirty an article, and all that differs in them are a dozen values: so the template is rendered once
    for each of its shapes, with gaps, and what stands in the gaps is put between the pieces.
    """
    values = {name: context[name] for name in ("title", "description", "canonical", "own", "image", "invitation")}
    links = {name: context[name] for name in ("to", "also") if context[name]}
    if (said := context["said"]) is not None:
        values |= {"speaker": said.speaker, "shown": said.shown, "place": said.place}
    written = {name: str(markup.shown(value)) for name, value in values.items()}
    written |= {name: str(markup.address(permalinks.relative(address, to))) for name, to in links.items()}
    depth = permalinks.relative(address, permalinks.HOME)
    pieces = _shape(depth, edition.settings.site_name, edition.settings.index, said is not None, *sorted(written))
    written[""] = ""
    return "".join(words + written[name] for words, name in pieces).encode("utf-8")


@lru_cache(maxsize=64)
def _shape(root: str, site_name: str, index: bool, is_said: bool, *gaps: str) -> tuple[tuple[str, str], ...]:
    """Return the pieces of a short page, each with the name of the value that stands behind it; "" behind the last.

    `root`: the way to the site's root. `gaps`: the values that the page has.
    """
    gap = {name: Markup(f"{GAP}{name}{GAP}") for name in gaps}
    said = {name: gap[name] for name in ("speaker", "shown", "place")} if is_said else None
    html = (
        templates.environment()
        .get_template("short.html")
        .render(
            root=markup.address(root),
            site_name=site_name,
            index=index,
            **{"also": None, **gap, "said": said},
        )
    )
    parts = [*html.split(GAP), ""]
    return tuple(zip(parts[::2], parts[1::2], strict=True))


def _leading(title: str, description: str, to: str, invitation: str) -> dict[str, Any]:
    return {"title": title, "description": description, "to": to, "invitation": invitation}


def _of_quote(edition: Edition, quote: Quote) -> dict[str, Any]:
    to = permalinks.article(quote.article_id, permalinks.quote_anchor(quote.id))
    also = next(
        (
            _side_by_side(statement, reading)
            for statement in edition.statements_of.get(quote.id, ())[:1]
            for reading in statement.readings
            if reading.quote_id == quote.id
        ),
        None,
    )
    return {**_said(of_quote(edition, quote)), "to": to, "invitation": "Read it in the article", "also": also}


def _of_part(edition: Edition, statement: Statement, reading: Reading) -> dict[str, Any]:
    """Describe words that are a part of a quote."""
    said = of_reading(edition, reading)
    to, also = edition.at(reading.article_id, reading.span), _side_by_side(statement, reading)
    return {**_said(said), "to": to, "invitation": "Read it in the article", "also": also}


def _side_by_side(statement: Statement, reading: Reading) -> str | None:
    """Return the short address of the wordings of a statement; None where there is one alone.

    Not the place in the quote index itself: every article that is added moves half of the statements there to another
    page, and the page of each of their quotes would have to be written anew.
    """
    return permalinks.short("s", reading.id or statement.id) if len(statement.readings) > 1 else None


def _said(said: Saying) -> dict[str, Any]:
    return {"title": said.title, "description": f"{said.shown} {said.place}", "said": said}


def _compared(edition: Edition, statement: Statement) -> dict[str, Any]:
    who = edition.spoken_by(statement)
    about = f"“{edition.closed(statement.text)}” In {', '.join(edition.siglum(a) for a in statement.articles)}."
    several = templates.count(edition.wordings(statement.readings), "wording")
    title = f"{who}: {several}, side by side"
    return _leading(title, about, edition.statement_address(statement), "All wordings")


def _person_names(edition: Edition) -> dict[str, PersonId]:
    """Return the names that lead to a person: the id, and every written form that only one person has."""
    forms: defaultdict[str, set[PersonId]] = defaultdict(set)
    for person in edition.digest.people:
        for name in person.names:
            forms[url_safe(name)].add(person.id)
    names = {form: next(iter(who)) for form, who in sorted(forms.items()) if form and len(who) == 1}
    return {**names, **{person.id: person.id for person in edition.digest.people}}
