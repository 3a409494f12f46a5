from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.errors import DigestError
from generator.overrides.edit import (
    Scalar,
    added,
    change,
    contradicted,
    entry_lines,
    listed,
    removed,
    replaced,
    scalar,
)
from generator.overrides.entries import parse_overrides

FILE = """\
# What the desk decided.
quotes:
    # heard on the recording
    - article: courier
      words: "a scandal"   # in the debate
      speaker: Jan Lind

    - article: courier
      words: |
        Nobody asked
      unknown: true
    # to be looked at: the rest

people:
- {name: Ruth Okafor, kind: person}
# the end"""


def test_an_entry_goes_to_the_end_of_its_section_and_every_other_byte_stays() -> None:
    new = added(FILE, "quotes", {"article": "echo", "words": "ghost: ship", "hide": True, "note": "a # b"})
    entry = '    - article: echo\n      words: "ghost: ship"\n      hide: true\n      note: "a # b"\n'
    assert new == FILE.replace("      unknown: true\n", "      unknown: true\n" + entry)
    assert removed(new, 2) == FILE


def test_a_section_that_is_not_there_is_begun_at_the_end() -> None:
    fields = {"article": "echo", "words": "in the town hall", "title": "Board meets", "not_in": ["courier"]}
    new = added(FILE, "events", fields)
    assert new.startswith(FILE + "\nevents:\n  - article: echo\n")
    assert parse_overrides(new, "x").entries[-1].settings[-1].value == ("courier",)
    assert removed(new, 3) == FILE + "\n"
    assert added("", "people", {"name": "A B", "hide": True}) == "people:\n  - name: A B\n    hide: true\n"


def test_an_empty_section_takes_its_first_entry() -> None:
    assert added("quotes:\npeople:\n", "quotes", {"article": "a", "words": "b", "hide": True}).startswith(
        "quotes:\n  - article: a\n    words: b\n    hide: true\npeople:\n"
    )


def test_places_are_written_one_below_the_other() -> None:
    fields = {"article": "a", "words": "b", "join": [{"article": "c", "words": "d"}]}
    assert entry_lines(fields)[2:] == ["  join:", "    - article: c", "      words: d"]
    added("", "statements", fields)


@pytest.mark.parametrize(
    ("text", "section", "fields"),
    [
        ("", "qoutes", {"article": "a"}),
        ("", "quotes", {"article": "a", "words": "b", "speeker": "c"}),
        ("quotes: [{article: a, words: b, hide: true}]\n", "quotes", {"article": "a", "words": "c", "hide": True}),
        ("quotes: [", "quotes", {"article": "a", "words": "c", "hide": True}),
    ],
)
def test_what_would_not_be_a_list_of_overrides_is_refused(text: str, section: str, fields: dict[str, Scalar]) -> None:
    with pytest.raises(DigestError):
        added(text, section, fields)


def test_entries_are_listed_with_the_lines_that_they_stand_in() -> None:
    assert [found.text.strip().splitlines()[0] for found in listed(FILE)] == [
        "- article: courier",
        "- article: courier",
        "- {name: Ruth Okafor, kind: person}",
    ]
    with pytest.raises(DigestError, match="has no entry 4"):
        removed(FILE, 3)


VALUES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@given(VALUES)
def test_every_text_is_read_back_as_it_was_written(text: str) -> None:
    assert str(yaml.safe_load(scalar(text))) == text or yaml.safe_load(f"a: {scalar(text)}")["a"].isoformat() == text


@given(st.lists(st.tuples(st.sampled_from(["quotes", "blocks", "rows"]), VALUES, VALUES), max_size=4), st.data())
def test_what_is_added_and_taken_back_leaves_the_file_to_the_byte(
    entries: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    text = added(FILE, "articles", {"article": "first", "hide": True})
    stack = [text]
    for section, article, words in entries:
        if article.strip() and words.strip():
            flag = {"quotes": "hide", "blocks": "remove", "rows": "accept"}[section]
            stack.append(added(stack[-1], section, {"article": article, "words": words, flag: True}))
    for before, after in zip(stack[-2::-1], stack[:0:-1], strict=True):
        numbers = [n for n in range(len(listed(after))) if removed(after, n) == before]
        assert numbers


# ---- what contradicts ------------------------------------------------------------------------------------------------

STATED = """\
quotes:
  - article: courier
    words: a scandal
    speaker: Jan Lind
    remark: In the debate.
    note: heard
  - article: courier
    words: Nobody asked
    speaker: Jan Lind
articles:
  - article: courier
    title: Ferry
    pin: true
people:
  - name: Ruth Okafor
    join: [R. Okafor]
blocks:
  - {article: echo, words: Tickets are sold, remove: true}
"""


@pytest.mark.parametrize(
    ("section", "fields", "lines"),
    [
        ("quotes", {"article": "courier", "words": "“a  scandal”", "speaker": "Ruth Okafor"}, [2]),
        ("quotes", {"article": "courier", "words": "a scandal", "unknown": True}, [2]),
        ("quotes", {"article": "courier", "words": "a scandal", "kind": "term"}, []),
        ("quotes", {"article": "echo", "words": "a scandal", "speaker": "Ruth Okafor"}, []),
        ("quotes", {"article": "courier", "words": "a scandal", "prefix": "price", "speaker": "Ruth Okafor"}, []),
        ("articles", {"article": "echo", "pin": True}, [11]),
        ("articles", {"article": "echo", "title": "Repair"}, []),
        ("people", {"name": "Ruth Okafor", "join": ["Ruth Okaphor"]}, []),
        ("blocks", {"article": "echo", "words": "Tickets are sold", "keep": True}, [18]),
        ("blocks", {"article": "echo", "words": "Tickets are sold", "withhold": True}, [18]),
    ],
)
def test_what_a_new_entry_contradicts_is_found_before_it_is_written(
    section: str, fields: dict[str, Scalar], lines: list[int]
) -> None:
    found = contradicted(STATED, section, fields, "o.yml")
    assert [each.entry.where for each in found] == [f"o.yml:{line}" for line in lines]


def test_what_stands_there_already_is_told() -> None:
    with pytest.raises(DigestError, match=r"o\.yml:2: says this already"):
        contradicted(STATED, "quotes", {"article": "courier", "words": "a scandal", "speaker": "Jan Lind"}, "o.yml")


def test_an_entry_takes_the_place_of_what_it_contradicts_and_keeps_what_that_states_besides() -> None:
    new = {"article": "courier", "words": "a scandal", "unknown": True}
    text, fields = replaced(STATED, "quotes", new, contradicted(STATED, "quotes", new))
    assert [*fields] == ["article", "words", "remark", "note", "unknown"]
    (first, second), rest = parse_overrides(text, "x").of("quotes"), STATED[STATED.index("articles:") :]
    assert first.words == "Nobody asked"
    assert (second.get("speaker"), second.get("remark") is not None) == (None, True)
    assert text.endswith(rest)
    pinned = {"article": "echo", "pin": True}
    text, _ = replaced(STATED, "articles", pinned, contradicted(STATED, "articles", pinned))
    assert [[s.key for s in entry.settings] for entry in parse_overrides(text, "x").of("articles")] == [
        ["title"],
        ["pin"],
    ]


@pytest.mark.parametrize("text", ["quotes:\r  - article: a\r    words: b\r    hide: true\r", STATED + "# \u2028\x85\n"])
def test_lines_are_those_that_yaml_counts(text: str) -> None:
    fields = {"article": "z", "words": "b", "hide": True}
    new = added(text, "quotes", fields)
    at = next(n for n, each in enumerate(listed(new)) if each.entry.article == "z")
    assert removed(new, at) == text


def test_a_section_that_stands_twice_takes_an_entry_and_the_new_one_is_compared() -> None:
    twice = "quotes:\n  - {article: a, words: b, hide: true}\nquotes:\n  - {article: a, words: c, kind: term}\n"
    fields = {"article": "a", "words": "c", "kind": "direct"}
    assert [each.entry.where for each in contradicted(twice, "quotes", fields, "o.yml")] == ["o.yml:4"]


@pytest.mark.parametrize("text", ["quotes: [{article: a, words: b, hide: true}]\n", "people:\nquotes: ~\n"])
def test_a_section_on_one_line_is_told_with_its_line(text: str) -> None:
    with pytest.raises(DigestError, match=r"o\.yml:[12]: what quotes has stands on one line"):
        added(text, "quotes", {"article": "z", "words": "b", "hide": True}, "o.yml")


def test_what_somebody_saves_meanwhile_is_kept(tmp_path: Path) -> None:
    place = tmp_path / "overrides.yml"
    place.write_text(STATED, encoding="utf-8")
    typed = STATED.replace("heard", "heard twice")
    calls: list[str] = []

    def how(text: str) -> str:
        if not calls:
            place.write_text(typed, encoding="utf-8")
        calls.append(text)
        return added(text, "people", {"name": "A B", "hide": True})

    change(place, how)
    assert calls == [STATED, typed]
    assert "heard twice" in place.read_text("utf-8")
    assert "A B" in place.read_text("utf-8")


def test_a_file_that_is_read_only_or_a_link_stays_so(tmp_path: Path) -> None:
    place, link = tmp_path / "shared.yml", tmp_path / "overrides.yml"
    place.write_text(STATED, encoding="utf-8")
    place.chmod(0o444)
    link.symlink_to(place)
    with pytest.raises(DigestError, match=r"is read-only\. Give yourself the right"):
        change(link, lambda text: text + "# more\n")
    assert place.read_text("utf-8") == STATED
    place.chmod(0o640)
    change(link, lambda text: text + "# more\n")
    assert (link.is_symlink(), place.stat().st_mode & 0o777) == (True, 0o640)
    assert place.read_text("utf-8").endswith("# more\n")


# ---- the command -----------------------------------------------------------------------------------------------------


def test_the_command_shows_the_difference_before_it_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    place = tmp_path / "seeds" / "overrides.yml"
    place.write_bytes(b"\xef\xbb\xbfquotes:\r\n- article: a\r\n  words: b\r\n  hide: true\r\n")
    state = ["override", "add", "people", "name=Ruth Okafor", "join=R. Okafor; Okafor", "--by", "Ann Ito"]
    said_no = CliRunner().invoke(main, state, input="n\n")
    assert "+  - name: Ruth Okafor" in said_no.stdout
    assert place.read_bytes().count(b"name") == 0
    written = CliRunner().invoke(main, [*state, "--yes"])
    assert written.exit_code == 0, written.output
    assert place.read_bytes().startswith(
        b"\xef\xbb\xbfquotes:\r\n- article: a\r\n  words: b\r\n  hide: true\r\npeople:\r\n"
    )
    assert b"join: [R. Okafor, Okafor]" in place.read_bytes().replace(b'"', b"")
    assert "2 people" in CliRunner().invoke(main, ["override", "list"]).stdout
    assert CliRunner().invoke(main, ["override", "remove", "2", "--yes"]).exit_code == 0
    assert place.read_bytes() == b"\xef\xbb\xbfquotes:\r\n- article: a\r\n  words: b\r\n  hide: true\r\n"


def test_a_key_that_there_is_not_is_told_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    result = CliRunner().invoke(main, ["override", "add", "quotes", "article=a", "words=b", "speeker=c", "--yes"])
    assert result.exit_code == 1
    assert result.stderr.startswith("the new entry:4: unknown key 'speeker'. Did you mean 'speaker'?")
    assert not (tmp_path / "seeds" / "overrides.yml").exists()
    assert CliRunner().invoke(main, ["override", "add", "quotes", "article", "--yes"]).exit_code == 2
    bare = CliRunner().invoke(main, ["override", "add", "statements", "article=a", "words=b", "join=echo", "--yes"])
    assert (bare.exit_code, "join=echo: names no words. Write the article and words of it" in bare.stderr) == (2, True)
    assert "seeds/overrides.yml has no entries" in CliRunner().invoke(main, ["override", "list"]).stdout


def test_the_command_refuses_what_contradicts_and_replaces_it_when_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    place = tmp_path / "seeds" / "overrides.yml"
    place.write_text(STATED, encoding="utf-8")
    state = ["override", "add", "quotes", "article=courier", "words=a scandal", "speaker=Ruth Okafor", "--yes"]
    refused = CliRunner().invoke(main, state)
    assert refused.exit_code == 1
    assert "seeds/overrides.yml: this contradicts seeds/overrides.yml:2. Say --replace" in refused.stderr
    assert "    speaker: Jan Lind\n" in refused.stderr  # as the file has it, a line each
    assert place.read_text("utf-8") == STATED
    assert CliRunner().invoke(main, [*state, "--replace"]).exit_code == 0
    said = [entry.get("speaker") for entry in parse_overrides(place.read_text("utf-8"), "x").of("quotes")]
    assert [each.value for each in said if each] == ["Jan Lind", "Ruth Okafor"]
