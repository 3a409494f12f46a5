"""The pages of one thing each: an article, a person."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from generator import days
from generator.overrides.blocks import WITHHELD
from generator.publish import linked, permalinks, templates
from generator.publish.body import Paragraph, paragraphs
from generator.publish.edition import Edition
from generator.publish.indexes import Anchors
from generator.publish.markup import web_address
from generator.publish.quoted import places_of, places_told
from generator.publish.readings import wording_of_article
from generator.publish.retold import MOST_RETOLD
from generator.records import AnnotatedArticle, Mark, Person, Quote, Role

MOST_SAID = 60  # cards on one page; the quote index has the rest
MOST_CARRIERS = 16  # with more sources, those that carry nothing are left out of the picture
NOTED = {"full": "fullest", "longer": "longer", "shorter": "shorter", "reworded": "reworded", "only": ""}


@dataclass(frozen=True, slots=True)
class Note:
    """One note in the margin: which other articles carry a quote, and how worded."""

    label: str
    colour: int
    others: tuple[tuple[str, str, str], ...]
    """Article id, address of the words there, how they stand to the fullest wording."""
    to: str


def article(edition: Edition, found: AnnotatedArticle) -> bytes:
    """Return the page of an article: its clean text, annotated in place, with notes beside it."""
    here = permalinks.article(found.article.id)
    known = found.article.metadata
    published = edition.days[found.article.id]
    in_order = [quote for quote in found.quotes if quote.kind != "term"]
    voices = Counter(
        quote.speaker for quote in in_order if quote.speaker is not None and quote.speaker in edition.people
    )
    context: dict[str, Any] = {
        "article": found.article,
        "known": known,
        "published": published,
        "url": web_address(known.url.value) if known.url else None,
        "archived": web_address(known.archived.value) if known.archived else None,
        "paragraphs": [(p, _notes(edition, p), _remarks(edition, p)) for p in paragraphs(edition, found, here)],
        "withheld": sum(part.reason.startswith(WITHHELD) for part in found.article.removed),
        "voices": [(edition.people[who], voices[who]) for who in sorted(voices, key=edition.rank.__getitem__)],
        "decided": in_order,
        "places": places_of(edition, found, in_order),
        "places_told": places_told(found, in_order),
        "article_reports": [report for report in found.reports if report.is_told],
        "dates": found.time_expressions,
        "group_note": edition.group_note(found.article.id),
        "linked": linked.article(edition, found),
    }
    return templates.page(edition, here, "article.html", _article_meta(edition, found), **context)


def _article_meta(edition: Edition, found: AnnotatedArticle) -> dict[str, Any]:
    text, known = found.article, found.article.metadata
    published = edition.days[text.id]
    named = dict.fromkeys(mention.person for mention in found.mentions if mention.person in edition.people)
    value = {name: getattr(known, name).value if getattr(known, name) else None for name in
             ("outlet", "origin", "byline", "dateline", "url", "archived")}  # fmt: skip
    return {
        "title": edition.headline(text.id),
        "description": f"{edition.outlet(text.id)}, {days.in_words(published.value) or 'day not known'}: "
        f"{templates.count(edition.quoted_in(text.id), 'quote')}, annotated.",
        "outlet": value["outlet"],
        "origin": value["origin"],
        "published": published.value,
        "published_reason": published.reason,
        "byline": value["byline"],
        "dateline": value["dateline"],
        "url": value["url"],
        "archived": value["archived"],
        "language": text.language,
        "words": text.words,
        "source_file": text.file,
        "sha256": text.sha256,
        "people": [edition.people[who].name for who in named if who is not None],
        "tags": list(text.tags),
        "preview": edition.picture("a", text.id),
        "short_link": permalinks.absolute(edition.settings.site_url, permalinks.short("a", text.id)),
        "digest_page": "article",
    }


def _notes(edition: Edition, paragraph: Paragraph) -> list[Note]:
    made, told = [], set()
    for quote in paragraph.quotes:
        for statement in edition.statements_of.get(quote.id, ()):
            if statement.id not in told and statement.id in edition.shared_ids:
                told.add(statement.id)
                made.append(_note(edition, quote, statement.readings, statement))
    return made


def _remarks(edition: Edition, paragraph: Paragraph) -> list[Mark]:
    return [mark for quote in paragraph.quotes for mark in edition.marked("quote", quote.id, "remark")]


def _note(edition: Edition, quote: Quote, readings: Any, statement: Any) -> Note:
    others: dict[str, tuple[str, str, str]] = {}
    for number, reading in enumerate(readings):
        if reading.article_id != quote.article_id:
            to = permalinks.article(reading.article_id, permalinks.quote_anchor(reading.quote_id))
            others.setdefault(
                reading.article_id, (reading.article_id, to, NOTED[wording_of_article(statement, number)])
            )
    who = edition.label.get(quote.speaker, "") if quote.speaker else ""
    label = f"{who or 'Speaker not known'}, “{edition.cut(statement.text, 4)}” also in"
    colour = edition.colour.get(quote.speaker, 0) if quote.speaker else 0
    return Note(label, colour, tuple(others.values()), edition.statement_address(statement))


def person(edition: Edition, who: Person) -> bytes:
    """Return the page of a person: roles as worded, everything said in time order, who carries it."""
    said = edition.statements_by.get(who.id, ())
    counted = edition.carried(who.id)
    mentioned = edition.mentioned_in.get(who.id, [])
    listed = edition.articles if len(edition.articles) <= MOST_CARRIERS else counted
    carried = [(article_id, counted[article_id]) for article_id in listed]
    most_carried = {s.id for s in sorted(said, key=lambda s: (-len(s.articles), s.id))[:MOST_SAID]}
    chosen = [statement for statement in said if statement.id in most_carried]
    role = edition.role(who.id)
    meta = {
        "title": who.name,
        "description": f"{who.name}{', ' + role if role else ''}: {templates.count(sum(counted.values()), 'quote')} "
        f"in {edition.how_many(counted)}.",
        "preview": edition.picture("p", who.id),
        "short_link": permalinks.absolute(edition.settings.site_url, permalinks.short("p", who.id)),
        "digest_page": "person",
        "data": None if who.id in edition.heard else permalinks.PEOPLE,
    }
    return templates.page(
        edition,
        permalinks.person(who.id),
        "person.html",
        meta,
        person=who,
        said=[statement for statement in chosen if not edition.is_few_words(statement)],
        few=[statement for statement in chosen if edition.is_few_words(statement)],
        said_in_all=len(said),
        retold=[each for each in edition.retold_of.get(who.id, ()) if each.statement is None],
        MOST_RETOLD=MOST_RETOLD,
        roles=_roles(who),
        carried=carried,
        most=max(counted.values(), default=1),
        events=edition.events_of.get(who.id, []),
        named_in=mentioned,
        anchors=Anchors(),
        linked=linked.person(edition, who),
    )


def _roles(who: Person) -> list[tuple[str, list[Role]]]:
    """Return each wording of the role, most used first and fullest of equals, with its first place in each article."""
    found: dict[str, dict[str, Role]] = {}
    for role in who.roles:
        found.setdefault(role.text, {}).setdefault(role.article_id, role)
    ranked = sorted(found.items(), key=lambda item: (-len(item[1]), -len(item[0]), item[0]))
    return [(text, list(roles.values())) for text, roles in ranked]
