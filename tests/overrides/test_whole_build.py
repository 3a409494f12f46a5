"""Every key and value that the page on corrections names, through a whole build: what comes out in `digest.json`."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.errors import DigestError
from generator.overrides import STALE
from generator.overrides.entries import STATED, TARGETS
from generator.project import build, open_project
from tests.cli.test_commands import run
from tests.conftest import ROOT

COURIER = """---
title: Ferry to sail again
outlet: Courier
published: 2021-03-09
---
The harbour board met on Monday and voted to repair the ferry. “We have waited long enough,” said Ruth Okafor, the
chair of the board. “It will sail before the summer.”

Deputy chair Jan Lind called the price “a scandal”. “Nobody asked the islanders,” he said.
"""
ECHO = """---
title: Board votes for repair
outlet: Echo
published: 2021-03-10
---
“We have waited long enough,” board chair Ruth Okaphor said on Monday. The harbour board met on Monday in the town hall.

Islanders had spoken of a “ghost ship”. The yard in Skarvik wants three months.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "courier.md").write_text(COURIER, encoding="utf-8")
    (seeds / "echo.md").write_text(ECHO, encoding="utf-8")
    return tmp_path


def built(folder: Path, overrides: str = "") -> dict[str, Any]:
    (folder / "seeds" / "overrides.yml").write_text(overrides, encoding="utf-8")
    build(open_project(folder), use_cache=False)
    found: dict[str, Any] = json.loads((folder / "docs" / "data" / "digest.json").read_text(encoding="utf-8"))
    return found


def article(digest: dict[str, Any], name: str) -> dict[str, Any]:
    return next(found for found in digest["articles"] if found["id"] == name)


def quotes(digest: dict[str, Any], name: str = "courier") -> dict[str, dict[str, Any]]:
    return {found["text"].strip("“”"): found for found in digest["quotes"] if found["article"] == name}


def speaker(digest: dict[str, Any], words: str, name: str = "courier") -> str | None:
    names = {person["id"]: person["name"] for person in digest["people"]}
    return names.get(quotes(digest, name)[words]["speaker"])


def events(digest: dict[str, Any]) -> list[tuple[str | None, str]]:
    return [(event["date"], event["label"]) for event in digest["events"]]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "Ferry returns"),
        ("outlet", "The Courier"),
        ("origin", "Reuters"),
        ("byline", "Ann Ito"),
        ("dateline", "SKARVIK, March 9"),
        ("published", "2021-03-08"),
        ("published", "2021-03"),
        ("published", "2021"),
        ("url", "https://courier.example/ferry"),
        ("archived", "https://archive.example/2021/https://courier.example/ferry"),
    ],
)
def test_what_an_editor_states_of_an_article_stands_in_the_digest(folder: Path, key: str, value: str) -> None:
    digest = built(folder, f"articles:\n  - article: courier\n    {key}: {json.dumps(value)}\n")
    assert article(digest, "courier")[key] == value
    assert value.split(",")[0] in (folder / "docs" / "articles" / "courier.md").read_text("utf-8") or key == "published"


@pytest.mark.parametrize("key", ["title", "outlet", "origin", "byline", "dateline", "published", "url", "archived"])
def test_null_says_that_it_is_not_known(folder: Path, key: str) -> None:
    digest = built(folder, f"articles:\n  - article: courier\n    {key}: null\n")
    found = article(digest, "courier")
    assert found[key] is None or (key == "published" and found["published_reason"].startswith("inferred"))


def test_an_article_that_is_taken_down_is_nowhere_and_its_address_says_so(folder: Path) -> None:
    built(folder)
    digest = built(folder, "articles:\n  - article: echo\n    hide: true\n    note: withdrawn by the paper\n")
    assert [found["id"] for found in digest["articles"]] == ["courier"]
    pages = {path: path.read_text("utf-8", "replace") for path in (folder / "docs").rglob("*.*") if path.is_file()}
    assert not [path for path, text in pages.items() if "ghost ship" in text]
    assert (folder / "docs" / "a" / "echo" / "index.html").is_file() or (folder / "docs" / "a" / "echo.md").is_file()


def test_a_speaker_by_name_new_or_known_and_unknown(folder: Path) -> None:
    said = "Nobody asked the islanders,"
    one = "quotes:\n  - article: courier\n    words: Nobody asked the islanders\n    "
    assert speaker(built(folder, one + "speaker: Ruth Okafor\n"), said) == "Ruth Okafor"
    assert speaker(built(folder, one + "speaker: Hanna Vik\n"), said) == "Hanna Vik"
    unknown = built(folder, one + "unknown: true\n")
    assert speaker(unknown, said) is None
    assert quotes(unknown)[said]["decided_by"] == "override"


@pytest.mark.parametrize("kind", ["direct", "fragment", "indirect", "term"])
def test_every_kind_of_a_quote(folder: Path, kind: str) -> None:
    digest = built(folder, f"quotes:\n  - article: courier\n    words: a scandal\n    kind: {kind}\n")
    assert quotes(digest)["a scandal"]["kind"] == kind


@pytest.mark.parametrize("words", ["a scandal", "We have waited long enough", "It will sail before the summer."])
def test_a_hidden_quote_is_gone_and_the_others_keep_their_speakers(folder: Path, words: str) -> None:
    before = quotes(built(folder))
    after = quotes(built(folder, f"quotes:\n  - article: courier\n    words: {words}\n    hide: true\n"))
    gone = before.keys() - after.keys()
    assert [name for name in gone if words in name] == [*gone]
    assert all(after[name]["speaker"] == before[name]["speaker"] for name in after)


def test_prefix_and_suffix_tell_equal_words_apart(folder: Path) -> None:
    again = COURIER + "\nA reader wrote “a scandal” too, and then “a scandal” once more.\n"
    (folder / "seeds" / "courier.md").write_text(again, encoding="utf-8")
    entry = "quotes:\n  - article: courier\n    words: a scandal\n    {}\n    hide: true\n"
    whole = [found for found in built(folder)["quotes"] if found["text"] == "“a scandal”"]
    for key in ("prefix: wrote", "suffix: once more"):
        left = [found for found in built(folder, entry.format(key))["quotes"] if found["text"] == "“a scandal”"]
        assert len(left) == len(whole) - 1


def test_people_are_renamed_joined_and_made_a_body(folder: Path) -> None:
    entry = "people:\n  - name: Ruth Okafor\n    {}\n"
    renamed = built(folder, entry.format("rename: Ruth A. Okafor"))
    assert "Ruth A. Okafor" in {person["name"] for person in renamed["people"]}
    joined = built(folder, entry.format("join: [Ruth Okaphor]"))
    assert [p["name"] for p in joined["people"] if "Okaphor" in p["name"]] == []
    assert speaker(joined, "We have waited long enough,", "echo") == "Ruth Okafor"
    for kind in ("person", "organisation"):
        made = built(folder, entry.format(f"kind: {kind}"))
        assert next(p["kind"] for p in made["people"] if p["name"] == "Ruth Okafor") == kind


def test_an_event_is_dated_undated_and_hidden(folder: Path) -> None:
    entry = "events:\n  - article: courier\n    words: met on Monday and voted\n    {}\n"
    (day, label) = next(event for event in events(built(folder)) if "met on Monday" in event[1])
    assert day == "2021-03-08"
    for value in ("2021-03-07", "2021-03", "2021", None):
        assert (value, label) in events(built(folder, entry.format(f"date: {json.dumps(value)}")))
    assert label not in {shown for _, shown in events(built(folder, entry.format("hide: true")))}


def test_the_page_names_every_key_that_there_is() -> None:
    page = (ROOT / "docs" / "how-to" / "correct.md").read_text(encoding="utf-8")
    for section, keys in STATED.items():
        assert f"\n{section}:" in page
        for key in (*TARGETS[section], *keys):
            assert re.search(rf"\b{key}\b", page), f"{section}: {key}"


# ---- what finds nothing ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "entry",
    [
        "articles:\n  - article: ehco\n    hide: true\n",
        "quotes:\n  - article: courier\n    words: a scandel\n    hide: true\n",
        "quotes:\n  - article: couriar\n    words: a scandal\n    hide: true\n",
        "events:\n  - article: courier\n    words: met on Mondays and voted\n    hide: true\n",
    ],
)
def test_a_misspelt_take_down_publishes_nothing(folder: Path, entry: str) -> None:
    built(folder)
    before = {path: path.read_bytes() for path in (folder / "docs").rglob("*") if path.is_file()}
    (folder / "seeds" / "echo.md").write_text(ECHO + "\nOne more line.\n", encoding="utf-8")
    with pytest.raises(DigestError, match=r"seeds/overrides\.yml:2: no such|no event in"):
        built(folder, entry)
    assert before == {path: path.read_bytes() for path in (folder / "docs").rglob("*") if path.is_file()}


def test_what_is_to_be_hidden_and_is_no_quote_any_more_stops_nothing(folder: Path) -> None:
    entry = "quotes:\n  - article: echo\n    words: three months\n    hide: true\n"
    (folder / "seeds" / "overrides.yml").write_text(entry, encoding="utf-8")
    made = build(open_project(folder), use_cache=False)
    assert [found.what.partition(":")[0] for found in made.digest.findings if found.weight == STALE] == [
        "no such quote in echo"
    ]


def test_a_correction_that_finds_nothing_is_told_and_the_rest_is_built(folder: Path) -> None:
    entry = "quotes:\n  - article: courier\n    words: a scandel\n    speaker: Jan Lind\n"
    (folder / "seeds" / "overrides.yml").write_text(entry, encoding="utf-8")
    made = build(open_project(folder), use_cache=False)
    (found,) = [found for found in made.digest.findings if found.weight == STALE]
    assert found.what.startswith('no such quote in courier: "a scandel"\n  closest: “a scandal”')


# ---- blocks, bounds, statements, names, what was looked at -----------------------------------------------------------


def told(folder: Path, overrides: str) -> list[str]:
    (folder / "seeds" / "overrides.yml").write_text(overrides, encoding="utf-8")
    made = build(open_project(folder), use_cache=False)
    return [found.what for found in made.digest.findings if "overrides.yml" in found.where]


def stopped(folder: Path, overrides: str) -> str:
    (folder / "seeds" / "overrides.yml").write_text(overrides, encoding="utf-8")
    with pytest.raises(DigestError) as error:
        build(open_project(folder), use_cache=False)
    return str(error.value)


def test_words_that_stand_in_no_block_are_told_and_a_withheld_one_stops_the_build(folder: Path) -> None:
    entry = "blocks:\n  - article: echo\n    words: spoken of a goast ship\n    {}: true\n"
    assert told(folder, entry.format("remove")) == [
        'no part of echo has: "spoken of a goast ship"\n  closest: “Islanders had spoken of a “ghost ship”.”'
    ]
    assert "no part of echo has" in stopped(folder, entry.format("withhold"))


def test_keep_and_remove_of_one_block_are_in_conflict(folder: Path) -> None:
    entry = "  - article: echo\n    words: ghost ship\n    {}: true\n"
    message = stopped(folder, "blocks:\n" + entry.format("remove") + entry.format("keep"))
    assert "seeds/overrides.yml:5: contradicts seeds/overrides.yml:2" in message


SAID = "quotes:\n  - article: courier\n    words: Nobody asked\n    speaker: Ruth Okafor\n"
SAID_OTHERWISE = "  - article: courier\n    words: asked the islanders\n    unknown: true\n"


def test_a_conflict_stops_what_publishes_and_is_listed_first_by_check(folder: Path) -> None:
    both = (
        SAID
        + SAID_OTHERWISE
        + "people:\n  - {name: Jan Lind, kind: person}\n  - {name: Jan Lind, kind: organisation}\n"
    )
    message = stopped(folder, both)
    for line, earlier in ((5, 2), (10, 9)):
        assert f"seeds/overrides.yml:{line}: contradicts seeds/overrides.yml:{earlier}: " in message
    told = run("check", "--seeds", str(folder / "seeds"))
    assert told.exit_code == 1
    first, second = told.stdout.splitlines()[:2]
    assert first.startswith("seeds/overrides.yml:10: contradicts seeds/overrides.yml:9: kind is “organisation” here")
    assert second.endswith("speaker is not known here and “Ruth Okafor” there. Delete one of the two")


def test_in_a_draft_the_first_of_two_words_holds_till_an_editor_has_decided(folder: Path) -> None:
    (folder / "seeds" / "overrides.yml").write_text(SAID + SAID_OTHERWISE, encoding="utf-8")
    build(open_project(folder), draft=True)
    digest = json.loads((folder / "docs" / "data" / "digest.json").read_text(encoding="utf-8"))
    assert speaker(digest, "Nobody asked the islanders,") == "Ruth Okafor"
    with pytest.raises(DigestError, match="contradicts"):
        build(open_project(folder))


def test_a_conflict_about_what_is_taken_down_stops_a_draft_too(folder: Path) -> None:
    entry = "  - article: echo\n    words: ghost ship\n    {}: true\n"
    people = "people:\n  - {name: Jan Lind, mask: A}\n  - {name: jan lind, mask: B}\n"
    for both in ("blocks:\n" + entry.format("keep") + entry.format("withhold"), people):
        (folder / "seeds" / "overrides.yml").write_text(both, encoding="utf-8")
        with pytest.raises(DigestError, match="contradicts"):
            build(open_project(folder), draft=True)


def test_to_join_a_third_is_no_contradiction(folder: Path) -> None:
    text = ECHO + "\n“It is late,” said Hanna Vik. “It is,” said Olga Brandt.\n"
    (folder / "seeds" / "echo.md").write_text(text, encoding="utf-8")
    entry = "  - name: Jan Lind\n    join: [{}]\n"
    digest = built(folder, "people:\n" + entry.format("Hanna Vik") + entry.format("Olga Brandt"))
    names = next(person for person in digest["people"] if person["name"] == "Jan Lind")["names"]
    assert {"Hanna Vik", "Olga Brandt"} <= {*names}
    joined = "  - article: courier\n    words: The harbour board met\n    join:\n      - {{article: echo, words: {}}}\n"
    words = ("The harbour board met on Monday", "The yard in Skarvik")
    adds = "  - {article: echo, words: The yard in Skarvik, add: Yard asks}\n"
    assert not [
        what for what in told(folder, "events:\n" + adds + "".join(map(joined.format, words))) if "contra" in what
    ]


def test_two_titles_of_events_that_are_joined_are_a_conflict(folder: Path) -> None:
    text = COURIER + "\nThe ferry struck the pier on 2 February and was towed to Skarvik on 5 February.\n"
    (folder / "seeds" / "courier.md").write_text(text, encoding="utf-8")
    entry = "  - article: courier\n    words: struck the pier\n    which: {}\n    title: {}\n"
    both = "events:\n" + entry.format("2021-02-02", "Ferry strikes pier") + entry.format("2021-02-05", "Ferry towed")
    built(folder, both)
    both += "  - article: courier\n    words: struck the pier\n    which: 2021-02-02\n    join:\n"
    both += "      - {article: courier, words: towed to Skarvik, which: 2021-02-05}\n"
    assert "title is “Ferry towed” here and “Ferry strikes pier” there" in stopped(folder, both)


def test_what_an_editor_has_renamed_goes_by_both_names(folder: Path) -> None:
    text = COURIER + "\nThe ferry struck the pier on 2 February and was towed to Skarvik on 5 February.\n"
    (folder / "seeds" / "courier.md").write_text(text + "\nThe repair will cost 12 million kroner.\n", encoding="utf-8")
    text = ECHO + "\nThe repair will cost 14 million kroner.\n"
    (folder / "seeds" / "echo.md").write_text(text, encoding="utf-8")
    (row,) = [row for row in built(folder)["agreements"] if any("12 million" in v["text"] for v in row["values"])]
    entry = "  - article: courier\n    words: 12 million kroner\n    which: {}\n    {}\n"
    pier = "  - article: courier\n    words: struck the pier\n    which: {}\n    {}\n"
    overrides = (
        "rows:\n"
        + entry.format(row["about"], "label: Price")
        + entry.format("Price", "remark: As the board has it.")
        + entry.format(row["about"], "accept: true")
        + "events:\n"
        + pier.format("2021-02-02", "title: Ferry hurt")
        + pier.format("Ferry hurt", "date: 2021-02-03")
        + pier.format("2021-02-03", "remark: At night.")
        + pier.format("2021-02-02", "reviewed: true")
    )
    assert told(folder, overrides) == []
    digest = build(open_project(folder), use_cache=False).digest
    marks = {(mark.thing[0], mark.what, mark.where.partition(":")[2]) for mark in digest.marks}
    assert {("row", "remark", "6"), ("row", "accepted", "10")} <= marks
    assert {("event", "remark", "23"), ("event", "reviewed", "27")} <= marks
    assert ("2021-02-03", "Ferry hurt") in events(json.loads((folder / "docs/data/digest.json").read_text("utf-8")))


def test_a_report_joined_and_taken_apart_by_two_entries_is_in_conflict(folder: Path) -> None:
    text = COURIER + "\nLind said the board had let the ferry rot for years.\n"
    (folder / "seeds" / "courier.md").write_text(text, encoding="utf-8")
    one = "  - article: courier\n    words: the board had let the ferry rot for years\n"
    joined = one + "    join:\n      - {article: courier, words: Nobody asked}\n"
    assert "it is “apart” here and “joined” there" in stopped(folder, "reports:\n" + joined + one + "    apart: true\n")


def test_words_withheld_in_one_article_are_told_where_another_has_them(folder: Path) -> None:
    entry = "blocks:\n  - article: courier\n    words: The harbour board met on Monday\n    withhold: true\n"
    assert told(folder, entry) == ["the words withheld in courier stand in others too: echo"]


def test_bounds_that_run_into_another_quote_or_leave_the_words_out_are_told(folder: Path) -> None:
    entry = "quotes:\n  - article: courier\n    words: waited long enough\n    bounds: {}\n"
    runs_on = "We have waited long enough,” said Ruth Okafor, the chair of the board. “It will sail"
    assert "runs into another quote" in told(folder, entry.format(json.dumps(runs_on)))[0]
    assert "stands apart from the bounds" in told(folder, entry.format("We have"))[0]
    assert 'the bounds stand nowhere at this quote of courier: "We had"' in told(folder, entry.format("We had"))[0]
    assert told(folder, entry.format("have waited long enough")) == []


def test_statements_joined_and_taken_apart_at_once_are_in_conflict(folder: Path) -> None:
    one = "  - article: courier\n    words: It will sail\n"
    joined = one + "    join:\n      - {article: echo, words: We have waited}\n"
    assert "contradicts" in stopped(folder, "statements:\n" + joined + one + "    apart: true\n")


def test_a_statement_taken_apart_is_its_own(folder: Path) -> None:
    readings = lambda digest: sorted(len(found["readings"]) for found in digest["statements"])  # noqa: E731
    one_chair = "people:\n  - name: Ruth Okafor\n    join: [Ruth Okaphor]\n"
    assert readings(built(folder, one_chair))[-1] == 2
    entry = one_chair + "statements:\n  - article: echo\n    words: We have waited long enough\n    apart: true\n"
    assert readings(built(folder, entry))[-1] == 1


def test_a_name_is_masked_with_what_stands_between_its_parts_and_in_older_entries(folder: Path) -> None:
    text = ECHO.replace("board chair Ruth Okaphor", "Ruth Ann OKAPHOR, the chair,")
    (folder / "seeds" / "echo.md").write_text(text, encoding="utf-8")
    entry = (
        "quotes:\n  - article: echo\n    words: We have waited\n    speaker: Ruth Okaphor\n"
        "people:\n  - name: Ruth Okaphor\n    mask: The chair\n    join: [Okaphor]\n"
    )
    found = built(folder, entry)
    assert speaker(found, "We have waited long enough,", "echo") == "The chair"
    pages = [path for path in (folder / "docs").rglob("*") if path.is_file() and path.suffix != ".png"]
    assert [path for path in pages if "okaphor" in path.read_text("utf-8", "replace").casefold()] == []


def test_what_still_gives_a_masked_name_away_is_told(folder: Path) -> None:
    text = ECHO.replace("outlet: Echo", "outlet: Echo\nurl: https://echo.example/a").replace(
        "Ruth Okaphor", "Ruth Bell"
    )
    (folder / "seeds" / "echo.md").write_text(text + "\nRuth smiled.\n", encoding="utf-8")
    entry = "people:\n  - name: Ruth Bell\n    mask: Somebody\n"
    (folder / "seeds" / "overrides.yml").write_text(entry, encoding="utf-8")
    digest = build(open_project(folder), use_cache=False).digest
    what = [found.what for found in digest.findings if "overrides.yml:2" in found.what]
    assert what == [
        "the name that seeds/overrides.yml:2 masks is one click away, on the original page",
        "“Ruth”, a part of a name that seeds/overrides.yml:2 masks, stands here once",
    ]
    (folder / "seeds" / "echo.md").rename(folder / "seeds" / "2021-ruth-bell.md")
    assert "the address of this article has the name" in stopped(folder, entry)


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        ("site_name: The Lind case", "site_name"),
        ("site_url: https://digest.example/jan-lind/", "site_url"),
        ("extra: {digest: {title: Jan Lind resigns}}", "extra.digest.title"),
        ("extra: {digest: {sigla: {Courier: Lind}}}", "extra.digest.sigla, Courier"),
    ],
)
def test_a_masked_name_in_the_settings_stops_the_build(folder: Path, settings: str, key: str) -> None:
    (folder / "mkdocs.yml").write_text(settings + "\n", encoding="utf-8")
    message = stopped(folder, "people:\n  - name: Jan Lind\n    mask: The deputy\n    links: keep\n")
    assert f"mkdocs.yml, {key}: it has the name that seeds/overrides.yml:2 masks" in message
    assert "Write it without the name" in message


def test_a_name_that_nobody_has_stops_the_build_when_it_is_to_be_masked(folder: Path) -> None:
    assert "closest: Ruth Okafor" in stopped(folder, "people:\n  - name: Ruth Okaffor\n    mask: Somebody\n")


def test_a_speaker_who_is_a_new_person_is_said_to_be_one(folder: Path) -> None:
    entry = "quotes:\n  - article: courier\n    words: a scandal\n    speaker: {}\n"
    (new,) = told(folder, entry.format("Okafor-Bell"))
    assert new.startswith("the speaker Okafor-Bell is a new person: no article names one so\n  closest: Ruth Okafor")
    assert told(folder, entry.format("Okafor-Bell\n    reviewed: true")) == []


def test_what_was_looked_at_and_found_right_is_not_asked_again(folder: Path) -> None:
    (folder / "seeds" / "echo.md").write_text(ECHO.replace("outlet: Echo\n", ""), encoding="utf-8")
    (folder / "seeds" / "overrides.yml").write_text("", encoding="utf-8")
    asked = lambda: [  # noqa: E731
        found.what for found in build(open_project(folder), use_cache=False).digest.findings if "outlet" in found.what
    ]
    assert asked() == ["neither its outlet nor where it comes from is known"]
    (folder / "seeds" / "overrides.yml").write_text("articles:\n  - article: echo\n    reviewed: true\n", "utf-8")
    assert asked() == []


def test_what_comes_up_after_an_article_was_looked_at_is_asked(folder: Path) -> None:
    """Each question that was found right is an entry of its own, as the desk writes them."""
    path = folder / "seeds" / "overrides.yml"
    path.write_text("", encoding="utf-8")

    def asked(text: str) -> dict[str, str]:
        (folder / "seeds" / "echo.md").write_text(text, encoding="utf-8")
        findings = build(open_project(folder), use_cache=False).digest.findings
        mine = [each for each in findings if each.about == ("article", "echo")]
        assert all(each.asks for each in mine)
        return {each.what: " / ".join(each.asks) for each in mine}

    plain = ECHO.replace("outlet: Echo\n", "")
    link, other = "\n\nThe pier in old pictures", "\n\nA walk round the harbour"
    first = asked(plain + link)
    assert {*first.values()} == {"outlet", "kept: The pier in old pictures"}
    text = "articles:\n" + "".join(f"  - {{article: echo, reviewed: ['{each}']}}\n" for each in first.values())
    path.write_text(text, encoding="utf-8")
    assert asked(plain + link) == {}
    assert asked(plain + other) == {
        "kept, though it is no sentence: “A walk round the harbour”": "kept: A walk round the harbour"
    }
    dayless = asked(plain.replace("published: 2021-03-10\n", "") + link)
    assert all(each.startswith("published") for each in dayless.values()) and dayless
    path.write_text(f"{text}  - {{article: echo, reviewed: true}}\n", encoding="utf-8")
    assert asked(plain + other) == {}


def test_keys_that_exclude_or_need_each_other_are_told(folder: Path) -> None:
    message = stopped(folder, "articles:\n  - article: echo\n    purge: true\n    notice: https://echo.example/n\n")
    assert "purge says nothing by itself. Add one of: hide" in message
    assert "notice says nothing by itself. Add one of: corrected, updated, retracted" in message
    both = "blocks:\n  - article: echo\n    words: ghost\n    keep: true\n    withhold: true\n"
    assert "the entry states both keep and withhold" in stopped(folder, both)


def test_words_that_tell_two_dates_and_words_that_tell_none_are_told(folder: Path) -> None:
    entry = "dates:\n  - article: echo\n    words: {}\n    date: 2021-03-07\n"
    (several,) = told(folder, entry.format("Monday"))
    assert several.startswith('"Monday" in echo tells several dates: “Monday” (paragraph 1); “Monday” (paragraph 1)')
    assert told(folder, entry.format("Monday\n    prefix: board met on")) == []
    (none,) = told(folder, entry.format("on Tuesday"))
    assert none == 'no date is told in echo by: "on Tuesday"\n  closest: “Monday”'
    (needless,) = told(folder, entry.format("Monday\n    prefix: board met on").replace("03-07", "03-08"))
    assert needless == "date is not needed any more: it is read so"
    again = entry.format("Monday\n    prefix: met on") + entry.format("Monday\n    suffix: in the town")[7:]
    assert "date is “2021-03-08” here and “2021-03-07” there" in stopped(folder, again[:-4] + "-08\n")


def test_a_report_is_named_by_what_was_said_and_never_by_words_that_are_only_near(folder: Path) -> None:
    more = (
        "\nJan Lind said the ferry had rusted for years. Ruth Okafor said the ferry had rusted for years at the pier.\n"
    )
    (folder / "seeds" / "courier.md").write_text(COURIER + more, encoding="utf-8")
    entry = "reports:\n  - article: courier\n    words: {}\n    hide: true\n"
    kept = lambda words: [  # noqa: E731
        part["text"]
        for row in built(folder, entry.format(words))["reports"]
        for part in row["parts"]
        if "ferry" in part["text"]
    ]
    assert kept("the ferry had rusted for years") == ["the ferry had rusted for years at the pier"]
    assert kept("Okafor said the ferry had rusted") == ["the ferry had rusted for years"]
    assert "several reports of courier have these words" in stopped(folder, entry.format("rusted for years"))
    digest = built(folder, entry.format("at the pier").replace("hide: true", "speaker: Jan Lind"))
    stated = next(row for row in digest["reports"] if "at the pier" in row["parts"][0]["text"])
    told = run("explain", stated["id"], "--seeds", str(folder / "seeds"))
    assert "override (seeds/overrides.yml:2): An editor states who spoke" in told.output
    near = stopped(folder, entry.format("the ferries had rusted for years"))
    assert "no such" not in near
    assert "closest: “the ferry had rusted for years” (paragraph 3)" in near
    both = entry.format("at the pier").replace("hide: true", "speaker: Jan Lind") + entry.format("at the pier")[9:]
    assert "contradicts" in stopped(folder, both.replace("hide: true", "unknown: true"))
