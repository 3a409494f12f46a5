from __future__ import annotations

import html
import json
import math
import re
import string
import unicodedata
from collections.abc import Callable

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.publish.markup import (
    REPLACEMENT,
    address,
    escape,
    named,
    one_line_blocks,
    page,
    printed,
    script_data,
    shown,
    web_address,
)
from tests.publish.pages import rendered, tags, texts

ANY = st.text(max_size=200)
SHOWABLE = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200)


@given(SHOWABLE)
def test_text_is_shown_as_it_is_after_markdown(words: str) -> None:
    html = rendered(page({}, f'<p class="x">{escape(words)}</p>'))
    assert texts(html, "p", "x") == [words]
    assert [tag for tag, _ in tags(html)] == ["p"]


@given(SHOWABLE)
def test_text_is_shown_as_it_is_in_an_attribute(words: str) -> None:
    html = rendered(page({}, f'<p class="x" title="{escape(words)}">a</p>'))
    assert tags(html) == [("p", {"class": "x", "title": words})]


@given(ANY)
def test_no_line_end_and_no_mark_is_left_to_act(words: str) -> None:
    html = str(escape(words))
    assert len(html.splitlines()) <= 1 or "\x85" in words  # U+0085 is a control: shown as U+FFFD
    assert set(html) & set("<>\"'`[]{}*_|~$:\\") == set()


def test_characters_that_no_page_can_carry_are_shown_as_replaced() -> None:
    assert escape("a\x02b\ud800c") == f"a{REPLACEMENT}b{REPLACEMENT}c"


@pytest.mark.parametrize("character", "\t\n\r\u2028\u2029")
def test_every_end_of_a_line_and_the_tab_is_written_as_a_number(character: str) -> None:
    assert escape(f"a{character}b") == f"a&#{ord(character)};b"


# Every code to the end of Latin-1, and some beyond that only look like a control or a mark.
CODES = [*range(0x100), 0x2027, 0x202A, 0x3000, 0xFFFD, 0xFFFF, 0x1F6A2]


def test_no_other_character_is_changed() -> None:
    for character in map(chr, CODES):
        if character in string.punctuation or character in "\t\n\r":
            assert escape(character) == f"&#{ord(character)};"
        else:
            assert escape(character) == (REPLACEMENT if unicodedata.category(character) == "Cc" else character)


def test_markup_passes_as_it_is() -> None:
    assert escape(Markup("<b>&amp;</b>")) == "<b>&amp;</b>"


def test_a_surrogate_that_markup_brought_along_stops_no_page() -> None:
    assert page({}, "<p>a\ud800b</p>") == b"---\n{}\n---\n\n<p>a?b</p>\n"


@given(ANY)
def test_front_matter_gives_back_text_and_never_another_type(words: str) -> None:
    front = page({"title": words, "tags": [words]}, "<p>a</p>").decode().split("---\n")[1]
    loaded = yaml.safe_load(front) or {}
    assert isinstance(loaded.get("title", ""), str)
    assert all(isinstance(tag, str) for tag in loaded.get("tags", []))


@pytest.mark.parametrize("words", ["!!python/object/apply:os.system [id]", "yes", "2023-06-19", "---", "a: b", "&a *a"])
def test_front_matter_text_cannot_become_a_tag_or_a_date(words: str) -> None:
    front = page({"title": words}, "").decode().removeprefix("---\n").rsplit("---\n", 1)[0]
    assert yaml.safe_load(front) == {"title": words}


def title_of(words: object) -> object:
    front = page({"title": words}, "").decode().removeprefix("---\n").rpartition("---\n")[0]
    return yaml.safe_load(front)["title"]


def test_front_matter_shows_controls_as_replaced_and_has_no_angles() -> None:
    angles = {"<": "‹", ">": "›"}
    for character in map(chr, CODES):
        control = unicodedata.category(character) == "Cc" and character not in "\t\n\r"
        shown = REPLACEMENT if control else angles.get(character, character)
        assert title_of(f"a{character}b") == f"a{shown}b", hex(ord(character))
        assert title_of([f"a{character}b"]) == title_of((f"a{character}b",)) == [f"a{shown}b"]
    assert title_of("a\ud800b") == f"a{REPLACEMENT}b"


def test_front_matter_keeps_its_order_its_letters_and_one_line_a_text_and_leaves_out_what_is_empty() -> None:
    long = "Fähre – " * 40 + "zurück"
    meta = {"title": long, "hide": ["a"], "a": True, "x": "", "y": None, "z": [], "w": (), "b": False, "n": 0}
    front = page(meta, "<p>a</p>").decode()
    assert front == f"---\ntitle: {long}\nhide:\n- a\na: true\nb: false\nn: 0\n---\n\n<p>a</p>\n"


NEAR_YAML = st.text(alphabet="aYoe1é :'-.,#“”/_~=|", max_size=12) | st.sampled_from(
    ["No", "on", "a: b", "it's: so", "c:"]
)


@given(st.dictionaries(st.sampled_from("abc"), NEAR_YAML | st.lists(NEAR_YAML, min_size=1, max_size=3) | st.integers()))
def test_front_matter_is_what_yaml_writes(meta: dict[str, object]) -> None:
    kept = {key: value for key, value in meta.items() if value != ""}
    front = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=math.inf)
    assert page(meta, "<p>a</p>").decode() == f"---\n{front}---\n\n<p>a</p>\n"


@pytest.mark.parametrize("word", ["yes", "no", "true", "false", "on", "off", "null"])
def test_a_title_of_a_word_that_yaml_takes_for_something_else_is_that_word(word: str) -> None:
    for written in (word, word.upper(), word.capitalize()):
        assert title_of(written) == written
        assert title_of([written]) == [written]


PLAIN = f"{string.ascii_letters}{string.digits}ÀÖØöøÿ.,()“”‘’–—…/:_'-"
"""The ends of each range and each mark of texts that YAML writes as they are."""


def test_plain_front_matter_asks_yaml_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands on every page, and YAML looks at each character several times."""
    texts = [f"{first}a" for first in f"{string.ascii_letters}/"]
    texts += [text for mark in PLAIN for text in (f"a{mark}a", f"a {mark}a", f"a {mark}")]
    texts += ["2023-06-19", "a: b", "it's: so", "a:"]
    expected = {text: yaml.safe_dump(text, allow_unicode=True).removesuffix("...\n").strip() for text in texts}

    def refused(*args: object, **named: object) -> str:
        raise AssertionError(args)

    monkeypatch.setattr(yaml, "safe_dump", refused)
    for text, written in expected.items():
        assert page({"title": text}, "").decode() == f"---\ntitle: {written}\n---\n\n\n"
        assert page({"tags": [text, "a"]}, "").decode() == f"---\ntags:\n- {written}\n- a\n---\n\n\n"
    assert page({"n": 12}, "").decode() == "---\nn: 12\n---\n\n\n"


def test_what_is_the_same_on_every_page_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def counted(*args: object, **named: object) -> str:
        nonlocal asked
        asked += 1
        return dump(*args, **named)

    dump: Callable[..., str] = yaml.safe_dump
    monkeypatch.setattr(yaml, "safe_dump", counted)
    meta = {"search": {"why": "one", "exclude": True, "boost": "2"}, "title": "One 1-2: # three"}
    pages = {page(meta, "") for _ in range(3)}
    assert asked == 2
    assert pages == {b"---\nsearch:\n  why: one\n  exclude: true\n  boost: '2'\ntitle: 'One 1-2: # three'\n---\n\n\n"}
    assert page({"a": {"b": ["c"], "d": "e"}}, "") == b"---\na:\n  b:\n  - c\n  d: e\n---\n\n\n"


@given(st.recursive(SHOWABLE, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SHOWABLE, inner, max_size=3)))
def test_script_data_is_json_that_cannot_close_its_element(value: object) -> None:
    made = str(script_data(value))
    assert json.loads(made) == value
    assert "<" not in made
    assert "&" not in made


def test_script_data_has_numbers_and_the_three_words_of_json() -> None:
    assert script_data({"a": [None, True, False], "b": 12}) == '{"a":[null,true,false],"b":12}'


def test_script_data_leaves_prose_and_addresses_readable_and_writes_other_marks_as_numbers() -> None:
    readable = "Az 09: (a+b=c; 5%, it's @ https://a.example/b-c?)!"
    assert script_data(readable) == f'"{readable}"'
    for mark in set(string.punctuation) - set(readable):
        assert script_data(mark) == f'"\\u{ord(mark):04x}"'


@pytest.mark.parametrize(
    ("character", "written"),
    [("é", r"\u00e9"), ("\uffff", r"\uffff"), ("\U00010000", r"\ud800\udc00"), ("🚢", r"\ud83d\udea2")],
)
def test_script_data_is_ascii(character: str, written: str) -> None:
    assert script_data(character) == f'"{written}"'


def test_blocks_are_one_line_each() -> None:
    assert one_line_blocks("<div>\n  a\n</div>\n\n\n<p>\n b</p>") == "<div> a </div>\n\n<p> b</p>\n"
    assert one_line_blocks("\n\n<p>a\r\r b</p>\n \n") == "<p>a b</p>\n"


@pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "HTTP://example.org/ü"])
def test_web_addresses_lead_out(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        " https://a",
        "https://a b",
        "//a",
        "",
        "ftp://a",
        *(f"https://a{mark}onclick=" for mark in "\0\t\n\x1f \x7f\xa0\u2028<>\"'`\\"),
    ],
)
def test_other_addresses_do_not(url: str) -> None:
    assert web_address(url) is None


def test_an_address_of_url_safe_marks_is_readable() -> None:
    for plain in ("articles/bbc/#s-1a", "Az_09.md?q=a b", ""):
        assert address(plain) == plain


@pytest.mark.parametrize("mark", sorted(set(string.punctuation) - set("-_./#?=")))
def test_an_address_with_another_mark_is_escaped(mark: str) -> None:
    assert address(f"a{mark}b") == f"a&#{ord(mark)};b"


TURNED = "progress \u202eno the northern ports\u202c \u2066and\u2069"


def test_what_would_turn_the_text_stands_alone_and_is_named() -> None:
    made = str(printed(TURNED))
    assert made.count('<bdi class="ed-turn" data-code="U+202E">&#8238;</bdi>') == 1
    assert re.sub(r"<bdi[^>]*>&#\d+;</bdi>", "", made).isprintable()
    assert html.unescape(re.sub(r"<[^>]*>", "", made)) == TURNED


def test_titles_and_hints_name_what_would_turn_them() -> None:
    seen = html.unescape(str(shown(TURNED)))
    assert seen == "progress [U+202E]no the northern ports[U+202C] [U+2066]and[U+2069]" == named(TURNED)
    assert named([TURNED, 3]) == [named(TURNED), 3]


def test_letters_of_scripts_that_run_the_other_way_are_left_alone() -> None:
    text = "\u05e9\u05dc\u05d5\u05dd\u200f!"
    assert html.unescape(str(shown(text))) == html.unescape(str(printed(text))) == named(text) == text


@pytest.mark.parametrize("code", [0x202A, 0x202E, 0x2066, 0x2069])
def test_each_control_that_turns_a_text_is_named_and_its_neighbours_are_not(code: int) -> None:
    assert named(f"a{chr(code)}b") == f"a[U+{code:04X}]b"


@pytest.mark.parametrize("code", [0x2029, 0x202F, 0x2065, 0x206A])
def test_a_character_beside_those_that_turn_a_text_is_left_alone(code: int) -> None:
    assert named(f"a{chr(code)}b") == f"a{chr(code)}b"
    assert "ed-turn" not in printed(f"a{chr(code)}b")
