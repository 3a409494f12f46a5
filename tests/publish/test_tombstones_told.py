"""The list of permanent links and its pages, word for word; what a purge takes out of both."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.collate import collate
from generator.config import Settings
from generator.errors import DigestError, Problem
from generator.publish.tombstones import (
    KINDS,
    LEDGER,
    LISTED,
    OnSite,
    led_on,
    owners_of,
    places_of,
    read_ledger,
    told_on,
    tombstone,
    with_tombstones,
)
from generator.publish.write import MANIFEST
from generator.read.own_ids import file_of
from generator.records import ArticleId, Digest, Metadata, TakenDown
from tests.articles import article, people

STEP = "Restore it from version control; every link that was ever shared is in it"
EMPTY: dict[str, dict[str, str]] = {kind: {} for kind in LISTED}


def stopped(docs: Path) -> tuple[Problem, ...]:
    with pytest.raises(DigestError) as stop:
        read_ledger(docs)
    return stop.value.problems


def put(docs: Path, name: str, data: object) -> None:
    (docs / name).parent.mkdir(parents=True, exist_ok=True)
    (docs / name).write_text(json.dumps(data), encoding="utf-8")


def test_a_list_that_is_gone_though_it_was_written_is_told(tmp_path: Path) -> None:
    put(tmp_path, MANIFEST, {"files": [LEDGER]})
    what = f"is gone, though {tmp_path / MANIFEST} lists it"
    assert stopped(tmp_path) == (Problem((tmp_path / LEDGER).as_posix(), what, STEP, fatal=True),)


@pytest.mark.parametrize(
    "listed",
    [
        [],
        {"q": 3},
        {"q": {"we-agree": "", "we-part": 3}},
        {"q": {"we-agree": None}},
        {"q": {"\ud800": ""}},
        {"q": {"we-agree": "\udfff"}},
    ],
)
def test_a_list_that_cannot_be_read_is_told(tmp_path: Path, listed: object) -> None:
    put(tmp_path, LEDGER, listed)
    what = "the list of permanent links cannot be read"
    assert stopped(tmp_path) == (Problem((tmp_path / LEDGER).as_posix(), what, STEP, fatal=True),)


def test_where_no_build_was_there_is_no_link(tmp_path: Path) -> None:
    assert read_ledger(tmp_path) == EMPTY


def test_a_list_is_read_kind_by_kind(tmp_path: Path) -> None:
    put(tmp_path, LEDGER, {"q": {"ü": "a"}, "files": {"courier": "x"}, "zz": {"a": "b"}})
    assert read_ledger(tmp_path) == {**EMPTY, "q": {"ü": "a"}, "files": {"courier": "x"}}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_link_is_listed_and_keeps_a_page(kind: str) -> None:
    files = with_tombstones({f"{kind}/a_b-0/index.html": b"page"}, EMPTY, Settings())
    listed = json.loads(files[LEDGER])
    assert listed[kind] == {"a_b-0": ""}
    assert f"{kind}/a_b-0/index.html" in with_tombstones({}, listed, Settings())


def test_the_list_is_one_link_a_line_under_its_version_in_the_order_of_the_letters() -> None:
    files = with_tombstones({"q/b-1/index.html": b"", "q/a-1/index.html": b""}, EMPTY, Settings())
    assert files[LEDGER].decode() == (
        '{\n"a": {},\n"e": {},\n"entries": {},\n"files": {},\n"letters": {},\n"p": {},\n'
        '"q": {\n"a-1": "",\n"b-1": ""\n},\n"s": {},\n"version": 1\n}\n'
    )


def test_a_list_without_a_kind_is_an_earlier_one() -> None:
    files = with_tombstones({}, {"q": {"a-1": ""}}, Settings())
    assert "q/a-1/index.html" in files
    assert json.loads(files[LEDGER])["p"] == {}


@pytest.mark.parametrize("name", ["_a-1", "0a", "a", "a_b-c_d"])
def test_an_id_keeps_its_page(name: str) -> None:
    assert f"q/{name}/index.html" in with_tombstones({}, {**EMPTY, "q": {name: ""}}, Settings())


@pytest.mark.parametrize("place", ["articles/a-1_b0/#s-0_a1", "articles/a/#s"])
def test_words_that_stand_where_they_were_are_led_to(place: str) -> None:
    name, anchor = place.split("/")[1], place.partition("#")[2]
    there = {f"articles/{name}.md": f'<p id="{anchor}">'.encode()}
    page = with_tombstones(there, {**EMPTY, "q": {"we-agree": place}}, Settings())["q/we-agree/index.html"].decode()
    assert f'href="../../{place}"' in page


def test_who_owns_an_id_is_added_and_a_draft_adds_nobody() -> None:
    known = {**EMPTY, "files": {"courier": "one"}}
    listed = json.loads(with_tombstones({}, known, Settings(), owners={"echo": "two"})[LEDGER])
    assert listed["files"] == {"courier": "one", "echo": "two"}
    draft = json.loads(with_tombstones({}, known, Settings(), owners={"echo": "two"}, draft=True)[LEDGER])
    assert draft["files"] == {"courier": "one"}
    assert json.loads(with_tombstones({}, known, Settings())[LEDGER])["files"] == {"courier": "one"}


def test_a_letter_that_was_given_is_added_and_a_draft_adds_none() -> None:
    known = {**EMPTY, "letters": {"courier": "a"}}
    told = {"courier": "a", "echo": "b"}
    listed = json.loads(with_tombstones({}, known, Settings(), letters=told)[LEDGER])
    assert listed["letters"] == {"courier": "a", "echo": "b"}
    draft = json.loads(with_tombstones({}, known, Settings(), letters=told, draft=True)[LEDGER])
    assert draft["letters"] == {"courier": "a"}


GIVEN = {
    **EMPTY,
    "q": {"ruth-okafor-1a2b3c4d": "", "the-pier-1a2b3c4d": ""},
    "files": {"ruth-okafor": "x", "echo": "y"},
    "letters": {"ruth-okafor": "a", "echo": "b"},
}
TAKEN = TakenDown(names=("Ruth Okafor",))


def test_a_purged_name_leaves_the_addresses_and_the_list() -> None:
    files = with_tombstones({}, GIVEN, Settings(), taken_down=TAKEN)
    assert "q/the-pier-1a2b3c4d/index.html" in files
    assert not [path for path in files if "okafor" in path]
    assert b"okafor" not in files[LEDGER]
    assert "echo" in json.loads(files[LEDGER])["files"]
    assert json.loads(files[LEDGER])["letters"]["echo"] == "b"


def test_a_draft_shows_no_purged_name_and_forgets_none() -> None:
    files = with_tombstones({}, GIVEN, Settings(), taken_down=TAKEN, draft=True)
    assert not [path for path in files if "okafor" in path]
    assert "ruth-okafor-1a2b3c4d" in json.loads(files[LEDGER])["q"]


def test_a_purged_name_that_has_a_page_still_keeps_it() -> None:
    alive = {"q/ruth-okafor-1a2b3c4d/index.html": b"page"}
    assert with_tombstones(alive, GIVEN, Settings(), taken_down=TAKEN)["q/ruth-okafor-1a2b3c4d/index.html"] == b"page"


def test_nothing_taken_down_takes_nothing_out() -> None:
    assert "q/ruth-okafor-1a2b3c4d/index.html" in with_tombstones({}, GIVEN, Settings(), taken_down=TakenDown())


def page_of(kind: str, place: str = "") -> str:
    return tombstone(kind, "we-agree", place, Settings(site_name="Harbour & Co")).decode()


def test_the_page_of_a_link_whose_words_are_gone() -> None:
    assert page_of("q") == (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        "<title>This quote is no longer in Harbour &amp; Co</title>\n</head>\n<body>\n<main>\n"
        "<h1>This quote is no longer in Harbour &amp; Co</h1>\n"
        "<p>The source was taken out or corrected, or this was joined with another quote. "
        "Its permanent link was <code>/q/we-agree/</code>.</p>\n"
        '<p><a href="../../quotes/">Look through what the digest has now</a></p>\n</main>\n</body>\n</html>\n'
    )


def test_the_page_of_a_link_whose_words_are_where_they_were() -> None:
    page = page_of("e", "articles/a/#s-1")
    assert "<p>It is no event of its own any more, but the words are where they were. Its permanent" in page
    assert '<p><a href="../../articles/a/#s-1">Read the words in their article</a></p>\n<p><a href="../../timel' in page


def test_each_word_of_a_digest_has_its_place(seeds_digest: Digest) -> None:
    places = places_of(seeds_digest)
    found = {each.article.id: each for each in seeds_digest.articles}
    wanted = {f"q/{quote.id}": (quote.article_id, quote.content) for each in found.values() for quote in each.quotes}
    for statement in seeds_digest.statements:
        for reading in statement.readings:
            wanted[f"q/{reading.id}"] = wanted[f"s/{reading.id}"] = (reading.article_id, reading.span)
    for event in seeds_digest.events:
        for evidence in event.evidence:
            wanted |= {f"e/{name}": (evidence.article_id, evidence.span) for name in evidence.ids if name}
    assert places.keys() == {name for name in wanted if not name.endswith("/")}
    for name, place in places.items():
        article_id, span = wanted[name]
        holds = next(s for s in found[article_id].sentences if s.span.start <= span.start < s.span.end)
        assert place == f"articles/{article_id}/#{holds.anchor}"


def test_an_article_without_a_sentence_has_no_place_and_its_file_all_the_same() -> None:
    digest = collate([article("courier", "The pier is shut.", Metadata())])
    assert places_of(digest) == {}
    known = digest.articles[0].article
    assert owners_of(digest) == {ArticleId("courier"): file_of(known.sha256, known.file)}


def listed_under(name: str, *reports: str) -> dict[str, dict[str, str]]:
    return {**EMPTY, "e": {name: ""}, "entries": {name: " ".join(reports)}}


@pytest.mark.parametrize(
    ("entries", "to"),
    [
        ({"ebbed": "rose", "crest": "rose"}, "rose"),
        ({"flood": "rose", "ebbed": "fell", "crest": "fell"}, "rose"),  # its own report, wherever the others went
        ({"ebbed": "fell", "crest": "fell", "dried": "rose"}, "fell"),
        ({"ebbed": "fell", "crest": "rose"}, None),
        ({"ebbed": "fell"}, None),
        ({}, None),
    ],
)
def test_an_id_leads_to_the_entry_that_has_most_of_what_it_told(entries: dict[str, str], to: str | None) -> None:
    ledger = listed_under("flood", "crest", "dried", "ebbed", "flood")
    assert led_on("flood", ledger, OnSite(entries, {})) == to


def test_of_two_reports_the_one_that_is_still_told_leads_on() -> None:
    assert led_on("flood", listed_under("flood", "ebbed", "flood"), OnSite({"ebbed": "fell"}, {})) == "fell"


def test_an_id_that_no_list_knows_leads_nowhere() -> None:
    assert led_on("flood", {"e": {"flood": ""}}, OnSite({"ebbed": "fell"}, {})) is None


def test_what_is_no_id_leads_nowhere() -> None:
    assert led_on("../flood", listed_under("../flood", "ebbed"), OnSite({"ebbed": "fell"}, {})) is None


FELL = {"e/fell/index.html": b"page"}


def test_an_event_that_is_gone_names_the_entries_with_some_of_what_it_told() -> None:
    told = OnSite({"ebbed": "fell", "fell": "fell"}, {"fell": "The water <fell>"})
    ledger = listed_under("flood", "crest", "dried", "ebbed", "flood")
    page = with_tombstones(FELL, ledger, Settings(), told=told)["e/flood/index.html"].decode()
    assert "This event is no longer in" in page
    assert 'are now under: <a href="../../e/fell/">The water &lt;fell&gt;</a></p>' in page


def test_an_event_that_is_gone_names_the_entry_of_its_sentence() -> None:
    told, place = OnSite({"fell": "fell"}, {"fell": "The water fell"}), "articles/a/#s-1"
    ledger = {**EMPTY, "e": {"flood": place}, "q": {"we-agree": place}}
    files = with_tombstones(FELL, ledger, Settings(), {"e/fell": place}, told=told)
    assert b'<a href="../../e/fell/">' in files["e/flood/index.html"]
    assert b"../../e/" not in files["q/we-agree/index.html"]


def test_an_event_that_is_gone_names_no_entry_without_a_page() -> None:
    told, place = OnSite({"fell": "fell"}, {"fell": "The water fell"}), "articles/a/#s-1"
    files = with_tombstones({}, {**EMPTY, "e": {"flood": place}}, Settings(), {"e/fell": place}, told=told)
    assert b"now under" not in files["e/flood/index.html"]


def test_the_reports_of_each_entry_are_listed_and_those_of_one_that_lost_its_id_stay() -> None:
    told, ledger = OnSite({"ebbed": "fell", "fell": "fell"}, {"fell": ""}), listed_under("flood", "ebbed", "flood")
    assert json.loads(with_tombstones({}, ledger, Settings(), told=told)[LEDGER])["entries"] == {
        "fell": "ebbed fell",
        "flood": "ebbed flood",
    }
    draft = json.loads(with_tombstones({}, ledger, Settings(), told=told, draft=True)[LEDGER])
    assert draft["entries"] == ledger["entries"]


def test_what_was_taken_down_stands_in_no_list_of_reports() -> None:
    ledger = {
        **EMPTY,
        "e": {"ruth-okafor-1a2b3c4d": "", "the-pier-1a2b3c4d": ""},
        "entries": {"ruth-okafor-1a2b3c4d": "ebbed", "the-pier-1a2b3c4d": "ebbed ruth-okafor-1a2b3c4d"},
    }
    files = with_tombstones({}, ledger, Settings(), taken_down=TAKEN, told=OnSite({"ebbed": "fell"}, {"fell": ""}))
    assert b"okafor" not in files[LEDGER]
    assert json.loads(files[LEDGER])["entries"] == {"fell": "ebbed", "the-pier-1a2b3c4d": "ebbed"}


def test_the_timeline_tells_which_reports_each_entry_has(seeds_digest: Digest) -> None:
    told = told_on(seeds_digest)
    for event in seeds_digest.events:
        assert told.labels[event.id] == event.label
        assert {told.entries[name] for part in event.evidence for name in (*part.ids, event.id)} == {event.id}


def test_an_event_that_leads_on_keeps_the_place_of_its_words() -> None:
    ledger = {**EMPTY, "e": {"flood": "articles/a/#s-1"}}
    assert json.loads(with_tombstones({"e/flood/index.html": b"page"}, ledger, Settings())[LEDGER])["e"] == ledger["e"]


EK = {"anna-ek": "Anna Ek", "tom-ek": "Tom <Ek>"}
CALLED = OnSite({}, {}, {"ek": EK, "tom-ek": {"tom-ek": EK["tom-ek"]}})
HERE = {f"p/{name}/index.html": b"page" for name in EK}


@pytest.mark.parametrize(
    ("name", "who"),
    [("ek", ["anna-ek", "tom-ek"]), ("mayor-tom-ek", ["tom-ek"]), ("mayor-ek", []), ("tom-ekman", []), ("lee", [])],
)
def test_a_name_that_leads_to_nobody_by_itself_names_those_who_have_it(name: str, who: list[str]) -> None:
    files = with_tombstones(HERE, {**EMPTY, "p": {name: ""}}, Settings(), told=CALLED)
    page = files[f"p/{name}/index.html"].decode()
    assert [other for other in EK if f'<a href="../../p/{other}/">' in page] == who
    assert ("This name leads to no one person in" in page) == bool(who)
    assert ("This person is no longer in" in page) != bool(who)
    assert ('of: <a href="../../p/tom-ek/">Tom &lt;Ek&gt;</a></p>' in page) == ("tom-ek" in who)


def test_a_name_names_nobody_without_a_page() -> None:
    files = with_tombstones({}, {**EMPTY, "p": {"ek": ""}}, Settings(), told=CALLED)
    assert b"../../p/" not in files["p/ek/index.html"]


def test_who_is_called_what_is_told_by_every_written_form() -> None:
    digest = replace(collate([]), people=people(tom="Tom Ek", anna="Anna Ek"))
    assert told_on(digest).called == {
        "tom-ek": {"tom": "Tom Ek"},
        "anna-ek": {"anna": "Anna Ek"},
        "ek": {"tom": "Tom Ek", "anna": "Anna Ek"},
    }
