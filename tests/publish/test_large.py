"""Pages of many articles: what one source alone tells is folded, and nothing is left out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from generator.config import Settings
from generator.publish import folds, render
from generator.publish.edition import Edition
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
    names = (
        *("ROWS", "POINTS", "FEW_POINTS", "PICTURES", "COVERED", "LEADING", "MATRIX", "CARDS", "BATCH"),
        *("NAMED", "READINGS", "WORDINGS", "SIGLA", "TELLERS"),
    )
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


def test_of_many_speakers_the_first_stand_at_the_card_and_the_others_with_its_wordings(seeds_digest: Digest) -> None:
    everyone = tuple(person.id for person in seeds_digest.people)[:7]
    statements = tuple(
        replace(each, speakers=everyone) if len(each.articles) > 1 else each for each in seeds_digest.statements
    )
    page = rendered(render(replace(seeds_digest, statements=statements), Settings())["quotes/index.md"])
    card = next(card for card in page.split("<article ")[1:] if "Share comparison" in card)
    head, behind = card.split("<details", 1)
    assert re.findall(r'<a class="ed-by[^>]*href="\.\./people/([^/"]+)/"', head) == [*everyone[: folds.NAMED]]
    assert f"or {len(everyone) - folds.NAMED} others" in head
    assert re.findall(r'<a class="ed-by[^>]*href="\.\./people/([^/"]+)/"', behind) == [*everyone[folds.NAMED :]]


def test_a_short_name_of_many_speakers_says_how_many_more(seeds_digest: Digest) -> None:
    everyone = tuple(person.id for person in seeds_digest.people)[:7]
    edition = Edition(seeds_digest, Settings())
    statement = replace(seeds_digest.statements[0], speakers=everyone)
    assert edition.who(statement).count(" or ") == 6
    assert edition.who(statement, 3) == " or ".join([*(edition.label[who] for who in everyone[:3]), "4 others"])
    assert edition.who(replace(statement, speakers=everyone[:4]), 3).count(" or ") == 3


def test_what_is_quoted_but_said_by_nobody_is_no_quote_in_any_count(seeds_digest: Digest) -> None:
    first, *others = seeds_digest.articles
    turned = replace(first.quotes[0], kind="term")
    digest = replace(seeds_digest, articles=(replace(first, quotes=(turned, *first.quotes[1:])), *others))
    number = sum(len(found.quotes) for found in digest.articles) - 1
    files = render(digest, Settings())
    assert f"{number} quotes" in rendered(files["data/index.md"])
    sources = rendered(files["index.md"]).split('<ul class="ed-sourcelist">')[1]
    assert sum(int(found) for found in re.findall(r"(\d+) quotes?\b", sources)) == number


def test_of_many_articles_that_have_a_quote_too_the_first_stand_beside_it(
    seeds_digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, folded = whole_and_folded(seeds_digest, monkeypatch)
    names = [name for name in whole if re.fullmatch(r"articles/[^/]+\.md", name) and name != "articles/index.md"]
    for name in names:
        open_page, closed_page = (rendered(files[name]) for files in (whole, folded))
        assert Counter(re.findall(r'href="[^"]*"', closed_page)) == Counter(re.findall(r'href="[^"]*"', open_page))
    notes = [note for name in names for note in rendered(folded[name]).split('<div class="ed-note ')[1:]]
    more = [re.search(r"<summary>and in (\d+) more</summary>(.*?)</details>", note) for note in notes]
    assert any(more)
    assert all(found[2].count("<a ") == int(found[1]) for found in more if found)


def test_a_fold_says_how_much_is_behind_it(seeds_digest: Digest, monkeypatch: pytest.MonkeyPatch) -> None:
    _, folded = whole_and_folded(seeds_digest, monkeypatch)
    home = rendered(folded["index.md"])
    behind = home.split("<summary>4 more sources</summary>")[1].split("</details>")[0]
    assert behind.count("<li>") == 4


@pytest.mark.parametrize(("number", "open_ones"), [(10, 10), (15, 15), (16, 10), (40, 10)])
def test_a_list_that_is_a_little_longer_is_not_folded(number: int, open_ones: int) -> None:
    assert len(folds.shown(range(number), 10)) == open_ones


@pytest.mark.parametrize(("number", "folded"), [(0, 0), (18, 0), (19, 1), (48, 1), (49, 2), (72, 2), (73, 3), (200, 8)])
def test_the_cards_of_a_page_are_all_in_one_fold_or_another(number: int, folded: int) -> None:
    batches = list(folds.batches(range(number)))
    assert len(batches) == folded + 1
    assert [card for batch in batches for card in batch] == list(range(number))
    assert all(folds.CARDS <= len(batch) <= folds.BATCH * folds.ROOM for batch in batches[1:-1])
    assert number <= folds.CARDS * folds.ROOM or len(batches[-1]) > 1
