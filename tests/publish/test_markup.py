from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.markup import REPLACEMENT, address, escape, one_line_blocks, page, script_data, web_address
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


@given(st.recursive(SHOWABLE, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SHOWABLE, inner, max_size=3)))
def test_script_data_is_json_that_cannot_close_its_element(value: object) -> None:
    made = str(script_data(value))
    assert json.loads(made) == value
    assert "<" not in made
    assert "&" not in made


def test_blocks_are_one_line_each() -> None:
    assert one_line_blocks("<div>\n  a\n</div>\n\n\n<p>\n b</p>") == "<div> a </div>\n\n<p> b</p>\n"


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
        'https://a"onclick=',
        "ftp://a",
    ],
)
def test_other_addresses_do_not(url: str) -> None:
    assert web_address(url) is None


def test_address_with_other_characters_is_escaped() -> None:
    assert address("articles/bbc/#s-1a") == "articles/bbc/#s-1a"
    assert address('a"b') == "a&#34;b"
