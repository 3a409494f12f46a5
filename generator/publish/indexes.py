"""The pages that look over the whole event: story, quote index, compare, people, articles, sources."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from markupsafe import Markup

from generator import days
from generator.publish import charts, linked, permalinks, templates
from generator.publish.edition import Edition
from generator.publish.front import front_events, undated_front
from generator.publish.heads import Heads
from generator.publish.lookups import CARDS_A_PAGE
from generator.publish.main_events import in_order, main_days
from generator.publish.paged import PageOf, pages_of, point_pages
from generator.publish.points import points
from generator.publish.quoted import printings, quoting, quoting_sources
from generator.publish.readings import rows, wording_of_article
from generator.publish.retold import Retold
from generator.publish.said import front_speakers, front_statements
from generator.publish.story import place_of
from generator.records import Agreement, ArticleId, Event, PersonId, Statement

MANY_PEOPLE = 24  # of a kind; the rest opens on request
PEOPLE_A_PAGE = 500  # at some 370 bytes each
SOURCES_A_PAGE = 250  # at some 850
ARTICLES_A_PAGE = 500  # at some 290
AMOUNTS_A_PAGE = 250  # at some 150
HOME_SOURCES = 200  # at some 240
MATRIX_COLUMNS = 12  # what a screen of 1280 pixels holds; with more sources each row lists its carriers instead
MATRIX_ROWS = 200
NARROW_COLUMNS = 6  # past that the columns are narrow, and a phone lists those alone that carry a statement
MOST_CHOICES = 60  # of a filter that stands on many pages
KIND_CHOICES = (("direct", "direct"), ("fragment", "quoted words"), ("indirect", "reported"))
SENTENCE = 16  # words of a headline: a longer one is a sentence of an article, and is set as one
OFFICES = ("role", "state", "party")  # kinds of row that tell who somebody is: one line each, since their page tells it
COPY_ROWS = 12  # pairs of articles that share passages


class Anchors:
    """Gives each quote's anchor to its first reading on a page: a quote may stand in two statements."""

    def __init__(self) -> None:
        self.used: set[str] = set()

    def first(self, quote_id: str) -> bool:
        """Return whether this is the first time on the page that the quote is shown."""
        new = quote_id not in self.used
        self.used.add(quote_id)
        return new


def home(edition: Edition, since: bool = False) -> bytes:
    """Return the story: the event in ten seconds. `since`: a page tells what has changed."""
    headline, headline_from, opening = edition.head
    heads = Heads(edition)
    main_events = main_days(edition, front_events(edition), heads)
    listed = [event for _, group in main_events for event in group]
    undated = [] if main_events else in_order(edition, undated_front(edition), heads)
    columns = charts.day_columns(listed, permalinks.HOME, edition.event_page)
    statements, speakers = front_statements(edition), front_speakers(edition)
    context: dict[str, Any] = {
        "since": since,
        "headline": headline,
        "headline_from": headline_from,
        "standfirst": opening,
        "when": _when(edition),
        "where": place_of(edition),
        "main": sum(len(column.dots) for column in columns) or sum(len(group) for _, group in undated),
        "when_title": "Day by day" if main_events else "What happened",
        "undated": undated,
        **charts.strips(columns, "Main events by day: "),
        "numbered": {dot.event: dot.number for dot in charts.largest(columns)},
        "main_events": main_events,
        "points": points(edition),
        "statements": statements,
        "carried_by_most": any(statement in edition.in_several for statement in statements),
        "speakers": speakers,
        "most_quoted": max((edition.quote_count[person.id] for person in speakers), default=1),
        "differences": edition.contradicting[:6],
        "HOME_SOURCES": HOME_SOURCES,
        "SENTENCE": SENTENCE,
        "linked": linked.event_page(edition, headline),
    }
    meta = {"title": headline, "description": _home_description(edition), "digest_page": "home"}
    return templates.page(edition, permalinks.HOME, "home.html", meta, **context)


def story(edition: Edition) -> tuple[str, str]:
    """Return what the home page says of the event: its headline, and when it was."""
    return edition.head[0], _when(edition)


def _when(edition: Edition) -> str:
    """Return from when to when the story goes: from its first main event or article to the last one."""
    published = sorted({day.value for day in edition.digest.published if day.value})
    happened = [event for event in edition.core_events if not event.planned]
    core = sorted({e.date for e in happened if e.date and (published or _told_by_many(e, edition))})
    if core:
        core = sorted({*core, *(day for day in published if len(day) == len(core[0]))})
        return days.in_words(core[0], core[-1])
    return days.in_words(published[0], published[-1]) if published else "day not known"


def _told_by_many(event: Event, edition: Edition) -> bool:
    """Return whether half of the articles tell an event: where none has a day of its own, a date in one is no news."""
    return 2 * len(event.told_by) >= len(edition.articles)


def _home_description(edition: Edition) -> str:
    return (
        f"{_when(edition)}: {templates.count(len(edition.articles), 'article')} laid side by side, "
        f"{templates.count(len(edition.digest.statements), 'statement')}, "
        f"{templates.count(len(edition.digest.events), 'event')}."
    )


def quotes(edition: Edition) -> dict[str, bytes]:
    """Return the pages of the quote index."""
    order, retold = edition.index_order, edition.retold
    said = _pages_of_statements(edition)
    pages = _page_of_retold(edition, max(0, len(retold) - 1))
    listed = _choices(edition)
    brief = [choice._replace(values=_commonest(choice.values)) for choice in listed] if pages > 1 else listed
    more = {choice.field for choice, short in zip(listed, brief, strict=True) if choice != short}
    # Every page has the same ones: made once, and of many the most frequent.
    choices = Markup(templates.html_of(edition, permalinks.QUOTES, "quote_choices.html", choices=brief, more=more))
    made = {}
    for number in range(1, pages + 1):
        address = permalinks.quote_page(number)
        statements = order[(number - 1) * CARDS_A_PAGE : number * CARDS_A_PAGE] if number <= said else ()
        title = "Quotes" if number == 1 else f"Quotes, page {number}"
        meta = {
            "digest_page": "quotes",
            "title": title,
            "description": f"{len(order)} statements: who said it, who carries it, how worded.",
        }
        made[f"{address}index.md"] = templates.page(
            edition,
            address,
            "quotes.html",
            meta,
            statements=[statement for statement in statements if not edition.is_few_words(statement)],
            few=[statement for statement in statements if edition.is_few_words(statement)],
            retold=[each for place, each in enumerate(retold) if _page_of_retold(edition, place) == number],
            number=number,
            pages=pages,
            said=said,
            reports=len(retold),
            choices=choices,
            anchors=Anchors(),
            linked=linked.quotations(edition, statements),
        )
    if more:
        rest = {choice.field: choice.values for choice in listed if choice.field in more}
        made[f"{permalinks.QUOTES}choices.json"] = (json.dumps(rest, indent=0, ensure_ascii=True) + "\n").encode()
    return made


def _commonest(values: Sequence[tuple[str, str, int]]) -> list[tuple[str, str, int]]:
    """Return of many values of a filter the most frequent, in the order of all; its script knows the others."""
    if len(values) <= MOST_CHOICES:
        return [*values]
    least = sorted((number for _, _, number in values), reverse=True)[MOST_CHOICES - 1]
    return [value for value in values if value[2] >= least][:MOST_CHOICES]


def _pages_of_statements(edition: Edition) -> int:
    return max(1, -(-len(edition.index_order) // CARDS_A_PAGE))


def _page_of_retold(edition: Edition, place: int) -> int:
    """Return the page of the quote index that a retelling stands on: those behind the statements', of few the same."""
    said = _pages_of_statements(edition)
    if not edition.retold or 2 * (len(edition.index_order) + len(edition.retold)) <= CARDS_A_PAGE:
        return said
    return said + 1 + place // CARDS_A_PAGE


class Filter(NamedTuple):
    """A filter of the quote index."""

    label: str
    field: str
    everything: str
    """The word for all."""
    values: list[tuple[str, str, int]]
    """Each with its name and its count."""


def _choices(edition: Edition) -> list[Filter]:
    """Return the filters of the quote index.

    A filter of one value tells nothing apart, so it is left out.
    """
    spoken, carried, kinds, told_on = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for statement in edition.index_order:
        spoken.update(statement.speakers)
        carried.update(statement.articles)
        kinds.update(edition.kinds(statement))
        told_on.update(edition.said_on(statement))
    kinds["indirect"] += len(edition.retold)
    speakers = sorted((who for who in spoken if who in edition.people), key=lambda who: (-spoken[who], who))
    named = [(str(who), edition.people[PersonId(who)].name, spoken[who]) for who in speakers]
    outlets = [(str(key), edition.siglum(key), carried[key]) for key in edition.articles if carried[key]]
    found = [
        Filter("Speaker", "s", "anyone", named),
        Filter("Outlet", "o", "any", outlets),
        Filter("Kind", "k", "any", [(kind, name, kinds[kind]) for kind, name in KIND_CHOICES if kinds[kind]]),
        Filter("Day", "d", "any", [(day, days.in_words(day), told_on[day]) for day in sorted(told_on)]),
    ]
    return [choice for choice in found if len(choice.values) > 1]


def quotes_data(edition: Edition) -> bytes:
    """Return the twin of the quote index for its script: what the filters need of every statement, on any page."""
    rows_of = [
        {
            "page": edition.page_of[statement.id],
            "anchor": permalinks.statement_anchor(statement.id),
            "speakers": statement.speakers,
            "kinds": edition.kinds(statement),
            "articles": statement.articles,
            "days": edition.said_on(statement),
            "who": edition.who(statement),
            "in": [edition.siglum(article) for article in statement.articles[:6]],
            "text": statement.text,
        }
        for statement in edition.index_order
    ]
    rows_of += [
        {
            "page": _page_of_retold(edition, place),
            "anchor": permalinks.retelling_anchor(retelling.id),
            "speakers": (retelling.speaker,),
            "kinds": ("indirect",),
            "articles": retelling.articles,
            "days": edition.retold_on(retelling),
            "who": edition.label[retelling.speaker],
            "in": [edition.siglum(article) for article in retelling.articles[:6]],
            "text": f"{edition.reporting_word(retelling)} {retelling.text}",
            "retold": True,
        }
        for place, retelling in enumerate(edition.retold)
    ]
    return ("[" + ",\n".join(json.dumps(row, ensure_ascii=True) for row in rows_of) + "]\n").encode()


def compare(edition: Edition) -> dict[str, bytes]:
    """Return the pages of the comparison: coverage, agreements and differences, the independent texts."""
    points = list(point_pages(edition.agreements))
    amounts = list(pages_of(_amounts(edition), AMOUNTS_A_PAGE))
    pages = max(len(points), len(amounts))
    parts = [_parted(page.entries) for page in points] + [_parted(())] * (pages - len(points))
    lines = [*(page.entries for page in amounts), *[()] * (pages - len(amounts))]
    begin = {name: next((n for n, part in enumerate(parts, 1) if part[name]), 1) for name in parts[0]}
    overview = _overview(edition)
    made = {}
    for number in range(1, pages + 1):
        page: PageOf[Agreement] = PageOf(number, pages, points[number - 1].entries if number <= len(points) else ())
        meta = {
            "digest_page": "compare",
            "title": page.called("Compare"),
            "description": "Who carries which statement, where the sources agree and differ.",
        }
        address = permalinks.compare_page(number)
        path = "compare.md" if number == 1 else f"{address}index.md"
        shown = {
            **overview,
            **parts[number - 1],
            "amounts": lines[number - 1],
            "page": page,
            "begin": begin,
            "OFFICES": OFFICES,
        }
        made[path] = templates.page(edition, address, "compare.html", meta, **shown)
    return made


def _parted(points: Sequence[Agreement]) -> dict[str, list[Agreement]]:
    """Return the points of a page by the part of the comparison that they stand in."""
    differ = [point for point in points if point.verdict == "differ"]
    return {
        "contradicting": [point for point in differ if point.contrast == "contradiction"],
        "worded": [point for point in differ if point.contrast != "contradiction"],
        "agree": [point for point in points if point.verdict == "agree"],
        "told": [point for point in points if point.verdict == "told"],
    }


def _overview(edition: Edition) -> dict[str, Any]:
    """Return what the first page of the comparison shows, and how much there is of each part."""
    matrix = [(statement, _cells(edition, statement)) for statement in edition.shared[:MATRIX_ROWS]]
    reported = {statement.id: edition.told_by(statement) for statement, _ in matrix}
    return {
        "matrix": matrix,
        "reported": reported,
        "carriers": {statement.id: _carriers(cells, reported[statement.id]) for statement, cells in matrix},
        "MATRIX_COLUMNS": MATRIX_COLUMNS,
        "copied": [group for group in edition.digest.text_groups if len(group) > 1],
        "COPY_ROWS": COPY_ROWS,
        "quoting": quoting(edition),
        "quoting_sources": quoting_sources(edition),
        "NARROW_COLUMNS": NARROW_COLUMNS,
        "in_all": {name: len(points) for name, points in _parted(edition.agreements).items()},
    }


def _cells(edition: Edition, statement: Statement) -> list[tuple[str, Any]]:
    first: dict[str, Any] = {}
    for number, row in enumerate(rows(edition, statement)):
        if row.reading.article_id not in first:
            first[row.reading.article_id] = replace(row, wording=wording_of_article(statement, number))
    return [(article_id, first.get(article_id)) for article_id in edition.articles]


def _carriers(cells: Sequence[tuple[str, Any]], reported: Mapping[ArticleId, Retold]) -> list[tuple[str, str, str]]:
    """Return each article that has a statement, the address of its words and how it words it."""
    quoted = [
        (
            article_id,
            permalinks.article(ArticleId(article_id), permalinks.quote_anchor(row.reading.quote_id)),
            row.wording,
        )
        for article_id, row in cells
        if row
    ]
    return [*quoted, *((place.article_id, place.to, "reported") for place in reported.values())]


def _amounts(edition: Edition) -> list[tuple[Any, tuple[int, ...]]]:
    shared = Counter(article for s in edition.shared for article in s.articles)
    alone = Counter(s.articles[0] for s in edition.digest.statements if len(s.articles) == 1)
    return [
        (
            found,
            (
                found.article.words,
                edition.quoted_in(found.article.id),
                shared[found.article.id],
                alone[found.article.id],
            ),
        )
        for found in edition.digest.articles
    ]


def people(edition: Edition) -> dict[str, bytes]:
    """Return the pages of the index of people: those who are quoted first, then those who are named."""
    named = Counter(
        mention.person for found in edition.digest.articles for mention in found.mentions if mention.person is not None
    )
    # Who is quoted by anybody comes before who is not.
    order = sorted(edition.digest.people, key=lambda p: (-edition.quote_count[p.id], -named[p.id], p.id))
    made = {}
    for page in pages_of(order, PEOPLE_A_PAGE):
        address = permalinks.people_page(page.number)
        meta = {
            "digest_page": "people",
            "title": page.called("People"),
            "description": "Who is quoted and who is named, and in which outlets.",
        }
        quoted = [person for person in page.entries if edition.quote_count[person.id]]
        others = [person for person in page.entries if not edition.quote_count[person.id]]
        groups = [("Quoted", "quoted", quoted), ("Named, not quoted", "named", others)]
        path = f"{address}index.md" if page.number == 1 else f"{address.rstrip('/')}.md"
        made[path] = templates.page(edition, address, "people.html", meta, groups=groups, MANY=MANY_PEOPLE, page=page)
    return made


def articles(edition: Edition) -> dict[str, bytes]:
    """Return the pages of the index of articles."""
    made = {}
    for page in pages_of(edition.digest.articles, ARTICLES_A_PAGE):
        address = permalinks.articles_page(page.number)
        meta = {
            "digest_page": "articles",
            "title": page.called("Articles"),
            "description": f"{len(edition.articles)} articles, cleaned and annotated.",
        }
        path = f"{address}index.md" if page.number == 1 else f"{address.rstrip('/')}.md"
        made[path] = templates.page(edition, address, "articles.html", meta, page=page)
    return made


def sources(edition: Edition) -> dict[str, bytes]:
    """Return the pages of what is known of each source, and how."""
    made = {}
    for page in pages_of(edition.digest.articles, SOURCES_A_PAGE):
        address = permalinks.sources_page(page.number)
        meta = {
            "digest_page": "sources",
            "title": page.called("Sources"),
            "description": "Outlets, origins and dates, with how each is known.",
        }
        path = "sources.md" if page.number == 1 else f"{address}index.md"
        first = printings(edition) if page.number == 1 else []
        made[path] = templates.page(edition, address, "sources.html", meta, printings=first, page=page)
    return made
