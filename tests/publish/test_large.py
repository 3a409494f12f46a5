"""Pages of many articles: what one source alone tells is folded, and nothing is left out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from generator.config import Settings
from generator.publish import folds, render
from generator.publish.lookups import FEW_WORDS
from generator.records import Digest, Event, EventId, Evidence, Span
from tests.publish.pages import rendered


def events_of(digest: Digest, days: int, a_day: int) -> tuple[Event, ...]:
    """Return many events; the first of every other day is told by two articles."""
    first, second = (found.article.id for found in digest.articles[:2])
    made = []
    for day in range(1, days + 1):
        for number in range(a_day):
            shared = day % 2 == 0 and number == 0
            told = tuple(Evidence(article, Span(0, 20)) for article in ((first, second) if shared else (first,)))
            date = f"2023-{day % 12 + 1:02}-11"
            made.append(Event(EventId(f"e-{day}-{number}"), date, None, "day", "stated", f"Thing {day} {number}", told))
    return tuple(sorted(made, key=lambda event: event.date or ""))


@pytest.mark.parametrize(("days", "a_day"), [(2, 3), (12, 6)])
def test_every_event_is_on_the_timeline_once_however_many(seeds_digest: Digest, days: int, a_day: int) -> None:
    digest = replace(seeds_digest, events=events_of(seeds_digest, days, a_day))
    page = render(digest, Settings())["timeline.md"].decode()
    ids = re.findall(r'id="(e-e-[\d-]+)"', page)
    assert sorted(ids) == sorted(f"e-{event.id}" for event in digest.events)
    assert ("each told by one source" in page) == (days * a_day > 40)


def test_long_timeline_has_links_to_its_months(seeds_digest: Digest) -> None:
    page = render(replace(seeds_digest, events=events_of(seeds_digest, 12, 6)), Settings())["timeline.md"].decode()
    assert len(re.findall(r'<a href="#day-', page)) == 12


def test_many_people_are_folded_and_all_are_there(seeds_digest: Digest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.publish.indexes.MANY_PEOPLE", 3)
    page = render(seeds_digest, Settings())["people/index.md"].decode()
    assert "<details" in page
    assert all(f'id="p-{person.id}"' in page for person in seeds_digest.people)


def test_single_words_of_a_person_are_folded_behind_what_was_said_at_length(seeds_digest: Digest) -> None:
    said = Counter(who for statement in seeds_digest.statements for who in statement.speakers)
    page = rendered(render(seeds_digest, Settings())[f"people/{said.most_common(1)[0][0]}.md"])
    at_length, folded = page.split('<details class="ed-few">')
    words = [[len(text.split()) for text in re.findall(r"<q>(.*?)</q>", part)] for part in (at_length, folded)]
    assert min(words[0]) > FEW_WORDS >= max(words[1])
    assert f"Single words and phrases <small>{len(words[1])}</small>" in folded


@pytest.mark.parametrize(("most", "narrow"), [(4, True), (5, False)])
def test_a_matrix_of_many_sources_tells_in_how_many_a_statement_is(
    seeds_digest: Digest, monkeypatch: pytest.MonkeyPatch, most: int, narrow: bool
) -> None:
    monkeypatch.setattr("generator.publish.indexes.NARROW_COLUMNS", most)
    page = rendered(render(seeds_digest, Settings())["compare.md"])
    assert ('<table class="ed-matrix ed-many">' in page) == narrow
    rows = re.findall(r"<tr><th scope=.row.>.*?</tr>", page.split("</table>")[0])
    assert rows
    for row in rows:
        found = re.search(r"in (\d) of 5", row)
        carried = row.count("<td ") - row.count("ed-not") - row.count("ed-w-reported")
        assert found is not None
        assert int(found[1]) == carried


PAGES = ("index.md", "timeline.md", "quotes/index.md", "compare.md", "sources.md")


def whole_and_folded(digest: Digest, monkeypatch: pytest.MonkeyPatch) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the files with everything open, and with next to everything folded."""
    names = ("ROWS", "POINTS", "LEADING", "CARDS", "SHORT_CARDS", "READINGS", "WORDINGS", "SIGLA")
    monkeypatch.setattr("generator.publish.folds.MANY", 1)
    made = []
    for number in (1000, 1):
        for name in names:
            monkeypatch.setattr(f"generator.publish.folds.{name}", number)
        made.append(render(digest, Settings()))
    return made[0], made[1]


def test_a_fold_leaves_no_link_no_anchor_and_no_word_out(seeds_digest: Digest, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, folded = whole_and_folded(seeds_digest, monkeypatch)
    said = Counter(who for statement in seeds_digest.statements for who in statement.speakers)
    for name in (*PAGES, f"people/{said.most_common(1)[0][0]}.md"):
        open_page, closed_page = (rendered(files[name]) for files in (whole, folded))
        assert closed_page.count("<details") > open_page.count("<details"), name
        for found in (r'href="[^"]*"', r' id="[^"]*"', r"<q>.*?</q>"):
            assert Counter(re.findall(found, closed_page)) == Counter(re.findall(found, open_page)), (name, found)
        assert len(re.findall(r"<details", closed_page)) == len(re.findall(r"</details>", closed_page))


def test_a_fold_says_how_much_is_behind_it(seeds_digest: Digest, monkeypatch: pytest.MonkeyPatch) -> None:
    _, folded = whole_and_folded(seeds_digest, monkeypatch)
    home = rendered(folded["index.md"])
    behind = home.split("<summary>4 more sources</summary>")[1].split("</details>")[0]
    assert behind.count("<li>") == 4


@pytest.mark.parametrize(("number", "open_ones"), [(10, 10), (15, 15), (16, 10), (40, 10)])
def test_a_list_that_is_a_little_longer_is_not_folded(number: int, open_ones: int) -> None:
    assert len(folds.shown(range(number), 10)) == open_ones


@pytest.mark.parametrize(("articles", "most"), [(12, 45), (13, 30)])
@pytest.mark.parametrize("number", [0, 1, 20, 30, 31, 40, 45, 46, 200])
def test_the_cards_of_a_page_are_all_in_one_fold_or_another(number: int, articles: int, most: int) -> None:
    batches = list(folds.batches(range(number), articles))
    assert (len(batches) > 1) == (number > most)
    assert [card for batch in batches for card in batch] == list(range(number))
    assert all(len(batch) <= folds.SHORT_CARDS for batch in batches[1:])
