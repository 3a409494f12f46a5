from __future__ import annotations

from dataclasses import replace

import pytest

from generator.config import Settings
from generator.publish import render
from generator.publish.edition import Edition
from generator.publish.quoted import MOST_ROWS, MOST_VOICES, Quoting, places_told, printings, quoting
from generator.records import AnnotatedArticle, Digest, PersonId, PublicationDay
from tests.articles import article, people
from tests.publish.pages import rendered, texts

KNOWN = people(okafor="Ruth Okafor", lind="Jan Lind", **{f"p{n}": f"Ann P{n}" for n in range(20)})


def said(name: str, text: str) -> AnnotatedArticle:
    """Return an article each of whose lines begins with the key of the person who said what is quoted in it."""
    found = article(name, text)
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    speakers = [line.split()[0] for line in lines if "“" in line]
    quotes = zip(found.quotes, speakers, strict=True)
    made = tuple(replace(quote, speaker=None if who == "nobody" else PersonId(who)) for quote, who in quotes)
    return replace(found, quotes=made)


def edition(*articles: AnnotatedArticle, days: tuple[str | None, ...] = (), inferred: int = 0) -> Edition:
    known = days or (None,) * len(articles)
    published = tuple(PublicationDay(day, "day", "", inferred=n < inferred) for n, day in enumerate(known))
    return Edition(Digest(articles, published, KNOWN), Settings())


def voices(found: Quoting) -> list[tuple[str, int, float]]:
    return [(each.person.name if each.person else "?", each.words, each.share) for each in found.voices]


def test_words_of_each_speaker_are_counted_a_source_on_one_scale() -> None:
    first = said("echo", "okafor said: “The ferry sails on Monday again.”\nlind said: “It does not.”")
    second = said("post", "lind said: “No.”\nnobody said: “Perhaps one day it will.”")
    found = quoting(edition(first, second))
    assert [voices(each) for each in found] == [
        [("Ruth Okafor", 6, 1.0), ("Jan Lind", 3, 0.5)],
        [("Jan Lind", 1, 1 / 6), ("?", 5, 5 / 6)],
    ]
    assert [each.words for each in found] == [9, 6]


def test_only_what_was_said_in_quotation_marks_counts() -> None:
    one = said("echo", "okafor said: “The ferry sails.”\nlind wrote “The Long Way Home”.")
    quotes = (one.quotes[0], replace(one.quotes[1], kind="term"))
    assert voices(quoting(edition(replace(one, quotes=quotes)))[0]) == [("Ruth Okafor", 3, 1.0)]
    assert quoting(edition(replace(one, quotes=(replace(quotes[0], kind="indirect"),)))) == []


@pytest.mark.parametrize(("several", "named", "others"), [(7, 7, 0), (8, MOST_VOICES, 2)])
def test_speakers_beyond_the_most_quoted_are_counted(several: int, named: int, others: int) -> None:
    one = said("echo", "\n".join(f"p{number} said: “{'so ' * (20 - number)}it is.”" for number in range(several)))
    found = quoting(edition(one))[0]
    assert ([name for name, _, _ in voices(found)], found.others) == ([f"Ann P{n}" for n in range(named)], others)


def test_where_quotes_stand_is_told_in_words() -> None:
    one = said("echo", "okafor said: “Yes.”\n" + "Nothing else was said. " * 9 + "\nlind said: “No.”\nlind said: “Oh.”")
    assert places_told(one, one.quotes) == "1 in the first third, 0 in the second third, 2 in the last third"


def test_sources_stand_under_their_day_those_of_an_inferred_one_apart_and_the_unknown_last() -> None:
    three = [said(name, "Nothing was said.") for name in ("echo", "post", "sun", "wire")]
    found = printings(edition(*three, days=("2021-03-09", "2021-03-07", "2021-03-09", None), inferred=1))
    assert [(row.when, row.stated, row.inferred) for row in found] == [
        ("7 March 2021", ("post",), ()),
        ("9 March 2021", ("sun",), ("echo",)),
        ("", (), ("wire",)),
    ]
    assert ['x="0"' in row.drawn for row in found] == [True, False, False]
    assert 'x="980"' in found[1].drawn


def test_one_day_alone_draws_no_line() -> None:
    two = [said(name, "Nothing was said.") for name in ("echo", "post")]
    assert [row.drawn for row in printings(edition(*two, days=("2021-03-09", "2021-03-09")))] == [""]


@pytest.mark.parametrize(("days", "first"), [(MOST_ROWS, "1 March 2021"), (MOST_ROWS + 1, "March 2021")])
def test_more_days_than_a_screen_holds_are_gathered_by_month(days: int, first: str) -> None:
    made = [said(f"a{number:02}", "Nothing was said.") for number in range(days)]
    found = printings(edition(*made, days=tuple(f"2021-03-{day:02}" for day in range(1, days + 1))))
    assert found[0].when == first


def test_both_pictures_are_told_on_their_pages_too(seeds_digest: Digest) -> None:
    pages = render(seeds_digest, Settings())
    compare, sources = rendered(pages["compare.md"]), rendered(pages["sources.md"])
    assert all("Where its quotes stand: " in told for told in texts(compare, "ul", "ed-multiples"))
    assert " words in quotation marks" in compare
    assert "When each was published" in sources
    articles = [rendered(page) for path, page in pages.items() if path.startswith("articles/") and "index" not in path]
    assert all("Where the quotes stand: " in page for page in articles if page.count('class="ed-q '))
