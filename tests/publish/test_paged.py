"""Lists of many sources and people go over several pages, and what one page draws of many is the most telling part."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from generator.config import Settings
from generator.publish import render
from generator.publish.data import data_files
from generator.publish.edition import Edition
from generator.publish.paged import pages_of
from generator.publish.quoted import quoting, quoting_sources
from generator.records import (
    Agreement,
    AgreementId,
    AnnotatedArticle,
    ArticleId,
    Contrast,
    Digest,
    Event,
    EventId,
    Evidence,
    FactValue,
    PersonId,
    PublicationDay,
    Span,
    Verdict,
)
from tests.articles import article, people
from tests.publish.pages import rendered

KNOWN = people(**{f"p{number}": f"Ann Holt{letter}" for number, letter in enumerate("abcde")})


def said(name: str, words: int) -> AnnotatedArticle:
    found = article(name, f"Ann Holta said: “{'so ' * words}it is.”")
    return replace(found, quotes=tuple(replace(quote, speaker=PersonId("p0")) for quote in found.quotes))


def digest(*articles: AnnotatedArticle) -> Digest:
    return Digest(articles, tuple(PublicationDay(None, "none", "") for _ in articles), KNOWN)


FIVE = digest(
    *(said(name, words) for name, words in zip(("echo", "herald", "post", "sun", "wire"), range(5), strict=True))
)


def ids(pages: dict[str, bytes], path: str, prefix: str) -> list[str]:
    return re.findall(rf'id="{prefix}([^"]+)"', pages[path].decode().replace("&#45;", "-"))


def names_of(made: Digest) -> list[str]:
    return [found.article.id for found in made.articles]


@pytest.mark.parametrize(("number", "lengths"), [(0, [0]), (1, [1]), (2, [2]), (3, [2, 1]), (5, [2, 2, 1])])
def test_a_list_goes_over_as_many_pages_as_it_needs_and_over_one_at_least(number: int, lengths: list[int]) -> None:
    pages = list(pages_of(range(number), 2))
    assert [len(page.entries) for page in pages] == lengths
    assert [entry for page in pages for entry in page.entries] == list(range(number))
    assert [page.called("People") for page in pages][:2] == ["People", "People, page 2"][: len(pages)]


def test_few_people_and_sources_stand_on_one_page_each() -> None:
    pages = render(FIVE, Settings())
    assert not [path for path in pages if "page-" in path or "page_" in path]
    assert b"ed-pages" not in pages["people/index.md"] + pages["sources.md"]


def test_people_beyond_a_page_stand_on_others_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ids(render(FIVE, Settings()), "people/index.md", "p-")
    monkeypatch.setattr("generator.publish.indexes.PEOPLE_A_PAGE", 2)
    pages = render(FIVE, Settings())
    paths = ["people/index.md", "people/page_2.md", "people/page_3.md"]
    assert [name for path in paths for name in ids(pages, path, "p-")] == whole
    assert [b'aria-current="page">%d<' % number in pages[path] for number, path in enumerate(paths, 1)] == [True] * 3
    assert b'href="../../people/page_3/"' in pages[paths[1]].replace(b"&#47;", b"/").replace(b"&#95;", b"_")


def test_sources_beyond_a_page_stand_on_others_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ids(render(FIVE, Settings()), "sources.md", "src-")
    monkeypatch.setattr("generator.publish.indexes.SOURCES_A_PAGE", 3)
    pages = render(FIVE, Settings())
    found = [ids(pages, path, "src-") for path in ("sources.md", "sources/page-2/index.md")]
    assert [len(each) for each in found] == [3, 2] and [*found[0], *found[1]] == whole
    assert b'id="published"' in pages["sources.md"] and b'id="published"' not in pages["sources/page-2/index.md"]


def test_articles_beyond_a_page_stand_on_others_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ids(render(FIVE, Settings()), "articles/index.md", "a-")
    monkeypatch.setattr("generator.publish.indexes.ARTICLES_A_PAGE", 2)
    pages = render(FIVE, Settings())
    paths = ["articles/index.md", "articles/page/2.md", "articles/page/3.md"]
    assert [name for path in paths for name in ids(pages, path, "a-")] == whole == [*names_of(FIVE)]
    assert [b'aria-current="page">%d<' % number in pages[path] for number, path in enumerate(paths, 1)] == [True] * 3
    assert b'href="../../../articles/page/3/"' in pages[paths[1]].replace(b"&#47;", b"/")


def test_an_article_that_is_called_page_has_its_own_address_beside_those_of_the_index(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.publish.indexes.ARTICLES_A_PAGE", 1)
    pages = render(digest(said("page", 1), said("page-2", 1)), Settings())
    assert {"articles/page.md", "articles/page-2.md", "articles/page/2.md"} <= pages.keys()
    assert b"articles/page/2/" not in pages["articles/page.md"].replace(b"&#47;", b"/")


def test_of_many_sources_those_that_quote_most_are_drawn_and_the_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.publish.quoted.QUOTING_ROWS", 2)
    edition = Edition(FIVE, Settings())
    assert [each.article_id for each in quoting(edition)] == ["sun", "wire"]
    assert quoting_sources(edition) == 5
    assert b"The 2 that quote most, of 5" in render(FIVE, Settings())["compare.md"]


def test_as_many_sources_as_are_drawn_need_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.publish.quoted.QUOTING_ROWS", 5)
    assert b"that quote most" not in render(FIVE, Settings())["compare.md"]


def test_the_front_page_names_the_first_of_many_sources_and_leads_to_all(monkeypatch: pytest.MonkeyPatch) -> None:
    assert b"The first" not in render(FIVE, Settings())["index.md"]
    monkeypatch.setattr("generator.publish.indexes.HOME_SOURCES", 2)
    page = render(FIVE, Settings())["index.md"]
    assert b"The first 2 of" in page and b"5 articles" in page
    assert page.count(b'class="ed-title"') == 2


def happened(number: int, day: int, *, background: bool = False) -> Event:
    told = Evidence(ArticleId("echo"), Span(0, 8))
    date, name = f"2023-06-{day:02}", EventId(f"n{number}")
    return Event(name, date, None, "day", "stated", f"Thing {number}", (told,), background=background)


MANY = replace(FIVE, events=tuple(happened(n, 1 + n // 12, background=n % 3 == 2) for n in range(60)))
TIMELINE = ("timeline.md", "timeline/page-2/index.md", "timeline/page-3/index.md")


def test_events_beyond_a_page_stand_on_others_each_once_the_story_first(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = render(MANY, Settings())
    monkeypatch.setattr("generator.publish.paged.EVENTS_A_PAGE", 25)
    pages = render(MANY, Settings())
    found = [ids(pages, path, "e-") for path in TIMELINE]
    assert [len(each) for each in found] == [25, 25, 10]
    assert [name for each in found for name in each] == ids(whole, "timeline.md", "e-")
    assert [b"The story" in pages[path] for path in TIMELINE] == [True, True, False]
    days = {name for path in TIMELINE for name in ids(pages, path, "day-")}
    assert days == {*ids(whole, "timeline.md", "day-")}


def test_an_event_is_linked_on_the_page_that_it_stands_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.publish.paged.EVENTS_A_PAGE", 25)
    settings = Settings(site_url="https://example.org")
    pages = render(MANY, settings) | data_files(MANY, settings)
    last = ids(pages, TIMELINE[2], "e-")[-1]
    for path in ("e/" + last + "/index.html", "data/timeline.json", "data/timeline.csv", "data/timeline.ics"):
        text = pages[path].decode().replace("\r\n ", "").replace("&#47;", "/").replace("&#45;", "-")
        assert f"timeline/page-3/#e-{last}" in text, path
        assert f"timeline/#e-{last}" not in text, path


def test_the_rail_leads_to_the_pages_of_the_timeline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.publish.paged.EVENTS_A_PAGE", 25)
    pages = render(MANY, Settings())
    for number, path in enumerate(TIMELINE, 1):
        page = rendered(pages[path])
        nav = page.split('<nav class="ed-rail"')[1].split("</nav>")[0]
        for to in re.findall(r'href="([^"]+)"', nav):
            address, anchor = to.split("#")
            at = int(address.rpartition("page-")[2].rstrip("/")) if "page-" in address else 1 if address else number
            assert anchor == "background" or anchor in {f"day-{name}" for name in ids(pages, TIMELINE[at - 1], "day-")}


def test_a_page_of_the_timeline_is_filtered_by_whom_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = render(MANY, Settings())["timeline.md"]
    assert whole.count(b"<option") == 2 + 5
    monkeypatch.setattr("generator.publish.paged.EVENTS_A_PAGE", 25)
    assert render(MANY, Settings())["timeline.md"].count(b"<option") == 2 + 1


def matter(number: int, verdict: Verdict) -> Agreement:
    values = tuple(FactValue(ArticleId(name), Span(0, 8)) for name in ("echo", "herald"))
    contrast: Contrast = "contradiction" if verdict == "differ" and number % 2 else "wording"
    return Agreement(AgreementId(f"m{number}"), f"matter {number:02}", verdict, values, "count", contrast)


VERDICTS: tuple[Verdict, ...] = ("told", "agree", "differ")
COMPARED = replace(FIVE, agreements=tuple(matter(n, VERDICTS[n % 3]) for n in range(12)))


def test_points_beyond_a_page_stand_on_others_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = render(COMPARED, Settings())
    monkeypatch.setattr("generator.publish.paged.POINTS_A_PAGE", 5)
    monkeypatch.setattr("generator.publish.indexes.AMOUNTS_A_PAGE", 4)
    pages = render(COMPARED, Settings())
    paths = ("compare.md", "compare/page-2/index.md", "compare/page-3/index.md")
    found = [ids(pages, path, "c-") for path in paths]
    assert [len(each) for each in found] == [5, 5, 2]
    assert [name for each in found for name in each] == ids(whole, "compare.md", "c-")
    assert [b'id="coverage"' in pages[path] or b'id="texts"' in pages[path] for path in paths] == [True, False, False]
    rows = [rendered(pages[path]).split("Only here</th>")[-1].count("<tr>") for path in paths]
    assert rows == [4, 1, 0]
    edition = Edition(COMPARED, Settings())
    assert {name: number for number, names in enumerate(found, 1) for name in names} == edition.agreement_page


def test_of_many_choices_a_page_of_quotes_has_the_most_frequent_and_its_script_all(
    monkeypatch: pytest.MonkeyPatch, seeds_digest: Digest
) -> None:
    assert "quotes/choices.json" not in render(seeds_digest, Settings())  # few enough for every page
    monkeypatch.setattr("generator.publish.indexes.MOST_CHOICES", 2)
    monkeypatch.setattr("generator.publish.indexes.CARDS_A_PAGE", 20)
    monkeypatch.setattr("generator.publish.lookups.CARDS_A_PAGE", 20)
    pages = render(seeds_digest, Settings())
    form = rendered(pages["quotes/page-2/index.md"]).split("<form")[1].split("</form>")[0]
    choices = {name: values for name, values in re.findall(r'<select name="(\w)" data-more>(.*?)</select>', form, re.S)}
    assert choices.keys() >= {"s", "o", "b"}
    every = json.loads(pages["quotes/choices.json"])
    for name in ("s", "o"):
        counts = [int(number) for number in re.findall(r"\((\d+)\)</option>", choices[name])]
        assert sorted(counts, reverse=True) == sorted((row[2] for row in every[name]), reverse=True)[:2]
    assert [row[0] for row in every["o"]] == [found.article.id for found in seeds_digest.articles]
