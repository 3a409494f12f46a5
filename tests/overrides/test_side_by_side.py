"""Entries on one thing, side by side: what one hides and another corrects, two remarks, a person who is new."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.correcting import Correcting
from generator.errors import DigestError
from generator.overrides.edit import contradicted, replaced
from generator.project import build, open_project
from tests.cli.test_commands import run
from tests.overrides.test_whole_build import COURIER, ECHO, article, built, folder, quotes, speaker, stopped, told
from tests.test_correcting import Desk

__all__ = ("folder",)  # the fixture
MORE = "\nThe repair will cost {} million kroner, the board said.\n"
HIDDEN = {
    "quotes": ("article: courier, words: a scandal", "speaker: Ruth Okafor"),
    "reports": ("article: courier, words: The repair will cost 12 million kroner", "unknown: true"),
    "events": ("article: courier, words: met on Monday and voted", "title: Board votes"),
    "people": ("name: Jan Lind", "remark: Deputy since May."),
    "rows": ("article: courier, words: 12 million kroner", "label: Price"),
}


OTHERWISE = {
    "kinds of a quote": ("quotes", "courier, words: a scandal, kind: term", "courier, words: scandal, kind: direct"),
    "a hidden quote": ("quotes", "courier, words: a scandal, hide: true", "courier, words: scandal, kind: direct"),
    "one utterance": (
        "quotes",
        "courier, words: We have waited, speaker: Jan Lind",
        "courier, words: before the summer, unknown: true",
    ),
    "a report": (
        "reports",
        "courier, words: The repair will cost 12, speaker: Jan Lind",
        "courier, words: million kroner, hide: true",
    ),
    "titles": (
        "events",
        "courier, words: met on Monday and voted, title: A",
        "courier, words: harbour board met, title: B",
    ),
    "remarks": (
        "statements",
        "courier, words: We have waited long, remark: Twice.",
        "courier, words: waited long enough, remark: Once.",
    ),
    "what is to be hidden": (
        "events",
        "courier, words: met on Monday and voted, title: A",
        "courier, words: harbour board met, hide: true",
    ),
    "labels": ("rows", "courier, words: 12 million kroner, label: A", "echo, words: 14 million kroner, label: B"),
    "blocks": ("blocks", "courier, words: The repair will, remove: true", "courier, words: million kroner, keep: true"),
    "days": ("dates", "courier, words: on Monday, date: 2021-03-01", "courier, words: Monday, date: 2021-03-08"),
}
"""Two entries on one thing that name it by different words and contradict each other."""


def with_price(folder: Path) -> None:
    for name, text, price in (("courier", COURIER, 12), ("echo", ECHO, 14)):
        (folder / "seeds" / f"{name}.md").write_text(text + MORE.format(price), encoding="utf-8")


@pytest.mark.parametrize("section", [*HIDDEN])
@pytest.mark.parametrize("hidden_first", [True, False])
def test_what_one_entry_hides_and_another_corrects_is_in_conflict(
    folder: Path, section: str, hidden_first: bool
) -> None:
    with_price(folder)
    target, stated = HIDDEN[section]
    entries = [f"  - {{{target}, hide: true}}\n", f"  - {{{target}, {stated}}}\n"]
    message = stopped(folder, f"{section}:\n" + "".join(entries if hidden_first else reversed(entries)))
    said = f"{stated.partition(':')[0].replace('unknown', 'speaker')} is "
    first, second = message.splitlines()[0].split(" here, and ")
    assert first.startswith("seeds/overrides.yml:3: contradicts seeds/overrides.yml:2: ")
    assert second.endswith(" there. Delete one of the two")
    assert said in (first if hidden_first else second)
    assert "it is hidden" in (second if hidden_first else first)
    with pytest.raises(DigestError, match="contradicts"):
        build(open_project(folder), draft=True)


def test_what_is_hidden_may_be_joined_and_split_off_and_an_article_that_is_taken_down_keeps_what_is_stated(
    folder: Path,
) -> None:
    assert "Jan Lind" not in str(
        built(folder, "people:\n  - {name: Jan Lind, join: [Ruth Okaphor], hide: true}\n")["people"]
    )
    facts = "articles:\n  - {article: echo, title: Vote}\n  - {article: echo, hide: true}\n"
    assert [found["id"] for found in built(folder, facts)["articles"]] == ["courier"]
    assert told(folder, facts) == []


def test_a_hidden_part_of_what_somebody_said_leaves_the_rest_to_be_corrected(folder: Path) -> None:
    hidden = "quotes:\n  - {article: courier, words: We have waited long enough, hide: true}\n"
    rest = "  - {article: courier, words: It will sail, speaker: Jan Lind}\n"
    assert told(folder, hidden + rest) == []
    assert speaker(built(folder, hidden + rest), "It will sail before the summer.") == "Jan Lind"


def test_one_entry_cannot_hide_and_correct(folder: Path) -> None:
    message = stopped(
        folder, "events:\n  - {article: courier, words: The harbour board met, hide: true, remark: Twice.}\n"
    )
    assert "the entry states both hide and remark. Delete one of them; a reason for yourself is a `note:`" in message


def test_a_speaker_who_is_hidden_as_nobody_is_in_conflict(folder: Path) -> None:
    message = stopped(
        folder,
        "quotes:\n  - {article: courier, words: a scandal, speaker: Ruth Okafor}\n"
        "people:\n  - {name: Ruth Okafor, hide: true}\n",
    )
    assert (
        "seeds/overrides.yml:4: contradicts seeds/overrides.yml:2: it is hidden here, and speaker is “Ruth" in message
    )
    joined = "people:\n  - {name: Ruth Okafor, hide: true}\n  - {name: Jan Lind, join: [Ruth Okafor]}\n"
    assert "join is “Ruth Okafor” here, and it is hidden there" in stopped(folder, joined)


@pytest.mark.parametrize("pair", [*OTHERWISE])
def test_what_contradicts_an_entry_on_the_same_thing_by_other_words_is_told_before_it_is_written(
    folder: Path, pair: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_price(folder)
    monkeypatch.chdir(folder)
    section, first, second = OTHERWISE[pair]
    text = f"{section}:\n  - {{article: {first}}}\n"
    assert "contradicts" in stopped(folder, f"{text}  - {{article: {second}}}\n")  # the build tells it too
    path = folder / "seeds" / "overrides.yml"
    path.write_text(text, encoding="utf-8")
    state = ["override", "add", section, *f"article: {second}".replace(": ", "=").split(", "), "--yes"]
    result = run(*state)
    assert result.exit_code == 1
    assert "this contradicts seeds/overrides.yml:2" in result.stderr
    assert path.read_text(encoding="utf-8") == text
    assert run(*state, "--replace").exit_code == 0
    assert [each for each in told(folder, path.read_text(encoding="utf-8")) if "contradicts" in each] == []


def test_entries_on_two_things_of_one_article_stand_side_by_side(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_price(folder)
    monkeypatch.chdir(folder)
    path = folder / "seeds" / "overrides.yml"
    path.write_text("quotes:\n  - {article: courier, words: a scandal, kind: term}\n", encoding="utf-8")
    assert run("override", "add", "quotes", "article=courier", "words=Nobody", "kind=fragment", "--yes").exit_code == 0


def test_the_page_is_told_what_contradicts_by_other_words(folder: Path) -> None:
    path = folder / "seeds" / "overrides.yml"
    path.write_text("people:\n  - {name: Jan Lind, rename: Jan Linde}\n", encoding="utf-8")
    correcting = Correcting(folder / "seeds")
    desk = Desk(correcting, path)
    asked = {"section": "people", "entry": {"name": "Jan Linde", "rename": "Jan Lund"}}
    assert desk.ask("preview", asked)[1]["instead"] == []
    correcting.digest = build(open_project(folder)).digest
    (earlier,) = desk.ask("preview", asked)[1]["instead"]
    assert earlier["where"] == "seeds/overrides.yml:2"
    assert desk.ask("save", asked)[0] == "400"
    assert desk.ask("save", {**asked, "instead": [earlier["text"]]})[0] == "200"
    assert "Jan Linde\n    rename: Jan Lund" in path.read_text(encoding="utf-8")


def test_the_form_puts_what_hides_in_the_place_of_what_corrects_and_the_other_way_round() -> None:
    event = {"article": "a", "words": "b"}
    text = "events:\n  - article: a\n    words: b\n    title: C\n    join: [{article: a, words: d}]\n"
    hide = {**event, "hide": True}
    earlier = contradicted(text, "events", hide)
    new, _ = replaced(text, "events", hide, earlier)
    assert "title" not in new
    assert "words: d" in new
    back, _ = replaced(new, "events", {**event, "title": "C"}, contradicted(new, "events", {**event, "title": "C"}))
    assert "hide" not in back
    taken_down = "articles:\n  - article: a\n    hide: true\n"
    assert contradicted(taken_down, "articles", {"article": "a", "title": "C"}) == []


REMARKS = {
    "statements": "article: courier, words: It will sail",
    "events": "article: courier, words: met on Monday and voted",
    "quotes": "article: courier, words: a scandal",
    "people": "name: Jan Lind",
    "articles": "article: courier",
}


@pytest.mark.parametrize("section", [*REMARKS])
def test_of_two_remarks_on_one_thing_a_draft_shows_the_first_and_a_build_stops(folder: Path, section: str) -> None:
    target = REMARKS[section]
    both = f"{section}:\n  - {{{target}, remark: Of May}}\n  - {{{target}, remark: Of June}}\n"
    message = stopped(folder, both)
    assert message.count("contradicts") == 1
    assert (
        "seeds/overrides.yml:3: contradicts seeds/overrides.yml:2: remark is “Of June” here and “Of May” there"
        in message
    )
    digest = build(open_project(folder), draft=True).digest
    assert [mark.text for mark in digest.marks if mark.what == "remark"] == ["Of May"]
    pages = " ".join(path.read_text("utf-8") for path in (folder / "docs").rglob("*.md"))
    assert ("Of May" in pages, "Of June" in pages) == (True, False)


def test_of_two_days_on_which_an_outlet_corrected_an_article_a_draft_shows_the_first(folder: Path) -> None:
    both = "articles:\n  - {article: courier, corrected: 2021-03-11}\n  - {article: courier, corrected: 2021-03-12}\n"
    assert "corrected is “2021-03-12” here and “2021-03-11” there" in stopped(folder, both)
    digest = build(open_project(folder), draft=True).digest
    assert [mark.text for mark in digest.marks if mark.what == "corrected"] == ["2021-03-11"]


# ---- a speaker who is new --------------------------------------------------------------------------------------------

SAID = "  - {article: courier, words: a scandal, speaker: Okafor-Bell}\n"
ASKED = "  - {article: courier, words: Nobody asked the islanders, speaker: Okafor-Bell}\n"


def test_a_new_person_is_asked_about_once_and_never_again_when_they_are_right(folder: Path) -> None:
    new = "the speaker Okafor-Bell is a new person: no article names one so\n  closest: Ruth Okafor"
    assert told(folder, "quotes:\n" + SAID + ASKED) == [new]
    right = "people:\n  - {name: Okafor-Bell, reviewed: true}\n"
    assert told(folder, "quotes:\n" + SAID + ASKED + right) == []
    assert told(folder, "quotes:\n" + ASKED + right) == []
    assert speaker(built(folder, "quotes:\n" + ASKED + right), "Nobody asked the islanders,") == "Okafor-Bell"
    assert told(folder, "quotes:\n" + SAID.replace("}", ", reviewed: true}") + ASKED) == []
    needless = "reviewed is not needed any more: nobody goes by the name Okafor-Bell"
    assert told(folder, right) == [needless]


def test_the_speaker_of_a_report_may_be_new_too(folder: Path) -> None:
    with_price(folder)
    entry = "reports:\n  - {article: courier, words: The repair will cost 12 million kroner, speaker: Okafor-Bell"
    (new,) = told(folder, entry + "}\n")
    assert new.startswith("the speaker Okafor-Bell is a new person")
    assert told(folder, entry + ", reviewed: true}\n") == []


def test_what_is_stated_of_a_new_person_holds(folder: Path) -> None:
    more = "people:\n  - {name: Okafor-Bell, kind: organisation, rename: Okafor-Bell Ltd, remark: A firm.}\n"
    digest = built(folder, "quotes:\n" + SAID + more)
    (person,) = [found for found in digest["people"] if "Okafor-Bell" in found["names"]]
    assert (person["name"], person["kind"]) == ("Okafor-Bell Ltd", "organisation")
    assert person["id"] == quotes(digest)["a scandal"]["speaker"]
    assert speaker(built(folder, "quotes:\n" + SAID.replace("Bell", "Bell Ltd") + ASKED + more), "a scandal")


def test_a_new_person_is_not_asked_about_a_second_time_as_one_named_almost_alike(folder: Path) -> None:
    entry = "quotes:\n  - {article: courier, words: a scandal, speaker: Ruth Okaffor, reviewed: true}\n"
    (folder / "seeds" / "overrides.yml").write_text(entry, encoding="utf-8")
    asked = [found.what for found in build(open_project(folder), use_cache=False).digest.findings]
    assert not [what for what in asked if "Okaffor" in what]


# ---- bounds ----------------------------------------------------------------------------------------------------------


def test_bounds_may_lie_within_the_words_that_name_the_quote(folder: Path) -> None:
    entry = (
        "quotes:\n  - {article: courier, words: We have waited long enough, bounds: waited long enough, remark: Cut.}\n"
    )
    assert told(folder, entry) == []
    digest = built(folder, entry)
    assert "waited long enough" in quotes(digest)
    assert article(digest, "courier")
    named = entry.replace("remark: Cut.", "speaker: Jan Lind")
    assert speaker(built(folder, named), "waited long enough") == "Jan Lind"
    marks = build(open_project(folder), use_cache=False).digest.marks
    assert ("quote", quotes(digest)["waited long enough"]["id"]) in {mark.thing for mark in marks}
