"""Who only likely said something is named so wherever the site names a speaker beside words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.annotate.confidence import CERTAIN
from generator.config import Settings
from generator.publish import render
from generator.publish.cards import of_links
from generator.publish.edition import Edition
from generator.publish.linked import quotation
from generator.publish.search import told_in, words
from generator.publish.strength import NOT_KNOWN
from generator.records import Digest, PersonId


def heard_most(digest: Digest) -> PersonId:
    """Return whose statement most articles carry."""
    named = [statement for statement in digest.statements if len(statement.speakers) == 1]
    return max(named, key=lambda statement: (len(statement.articles), statement.id)).speakers[0]


def believed(digest: Digest, confidence: float, only: str = "") -> Digest:
    """Return a digest in which the articles (or `only` one) decide who speaks with this confidence."""
    return replace(
        digest,
        articles=tuple(
            found
            if only and found.article.id != only
            else replace(
                found,
                quotes=tuple(replace(q, decision=replace(q.decision, confidence=confidence)) for q in found.quotes),
            )
            for found in digest.articles
        ),
    )


@pytest.fixture(scope="module")
def unsure(seeds_digest: Digest) -> Digest:
    return believed(seeds_digest, CERTAIN - 0.01)


def pages_of(digest: Digest) -> dict[str, str]:
    return {path: page.decode() for path, page in render(digest, Settings()).items() if path.endswith((".md", ".html"))}


def test_cards_people_and_articles_say_likely(unsure: Digest) -> None:
    pages, who = pages_of(unsure), heard_most(unsure)
    edition = Edition(unsure, Settings())
    lines = re.findall(r'<span class="ed-line">(.*?)<a class="ed-by[^>]*>([^<]*)</a>', pages["quotes/index.md"])
    assert lines and all(before.endswith('<span class="ed-likely">likely</span> ') for before, _ in lines)
    assert 'class="ed-line"' not in pages["index.md"], "the home page has what is certain"
    assert "speaker likely" in pages[f"people/{who}.md"]
    assert f'aria-label="Direct quote: likely {edition.people[who].name}, all wordings"' in "".join(pages.values())
    assert f"<b>likely {edition.label[who]}</b>" in pages["compare.md"]


def test_links_pictures_search_and_linked_data_say_likely(unsure: Digest) -> None:
    edition, who = Edition(unsure, Settings()), heard_most(unsure)
    statements = [statement for statement in unsure.statements if statement.speakers]
    assert all("likely " in edition.spoken_by(statement) for statement in statements)
    assert all(quotation(edition, statement)["creator"] == [] for statement in statements)
    assert not any(card.by.split(" · ")[0] == edition.people[who].name for card in of_links(edition).values())
    found = [quote for row in told_in(words(edition).decode())["articles"] for quote in row["quotes"]]
    assert found and {likely for *_, likely in found} == {1}


def test_one_article_that_is_certain_makes_a_statement_certain(seeds_digest: Digest, unsure: Digest) -> None:
    who = heard_most(seeds_digest)
    statement = next(each for each in seeds_digest.statements if who in each.speakers and len(each.articles) > 1)
    sure = believed(unsure, CERTAIN, statement.articles[0])
    for digest, likely in ((sure, False), (unsure, True), (believed(unsure, CERTAIN), False)):
        edition = Edition(digest, Settings())
        assert edition.is_likely(statement, who) is likely
        assert edition.who(statement).startswith("likely ") is likely
        assert bool(quotation(edition, statement)["creator"]) is not likely


def test_nobody_is_never_likely(unsure: Digest) -> None:
    nobody = next(each for each in unsure.statements if not each.speakers)
    assert Edition(unsure, Settings()).spoken_by(nobody) == NOT_KNOWN
