"""Markdown and its front-matter. The cases of the text are in markdown_text.md."""

from __future__ import annotations

import re
import time
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.read.front_matter import split
from generator.read.input_file import InputFile
from generator.read.markdown_text import as_markdown, plain_text
from tests.cases import Case, cases
from tests.read.made import TEXT, read, read_one


@pytest.mark.parametrize("case", cases(Path(__file__).with_name("markdown_text.md")))
def test_markdown_to_text(case: Case) -> None:
    assert plain_text(case.fenced).paragraphs == case.expected


@given(st.lists(st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool), min_size=1, max_size=4))
def test_text_goes_to_markdown_and_back(paragraphs: list[str]) -> None:
    assert plain_text(as_markdown(paragraphs)).paragraphs == paragraphs


MARKS = st.sampled_from(
    ["*", "**", "_", "`", "[", "](", ")", "![", "<", ">", "&amp;", "\\", "# ", "- ", "\n", "~~~", "a", " ", "|", "1. "]
)


@given(st.lists(MARKS, max_size=40).map("".join))
def test_marks_in_any_order_go_to_markdown_and_back(text: str) -> None:
    paragraph = " ".join(text.split())
    if paragraph:
        assert plain_text(as_markdown([paragraph])).paragraphs == [paragraph]


PIECES = st.sampled_from(
    ["w", " ", "\n", "\n\n", "    ", "*", "**", "_", "~~", "==", "`", "|", "\\", "- ", "> ", "1. ", "- [x] w", "# ",
     "===\n", "---\n", "|-|-|\n", "w|w\n-|-\nw|w|w\n", "```w\n", "~~~\n", "[ref]: w\n", "[w]: w 'w'\n", "[w][ref]",
     "[ref][]", "[w]", "[w](w 'w')", "![w](w)", "![w][ref]", "[![w](w)](w)", "[[w|w]]", "![[w]]", "[^w]", "<w@w.w>",
     "<b c='w'>", "<!-- w", "-->"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_word_of_a_text_is_lost(text: str) -> None:
    number = count()
    text = re.sub("w", lambda found: f"w{next(number)}e", text)
    plain = plain_text(text)
    kept = "".join([*plain.paragraphs, *plain.pictures, *plain.captions, *plain.addresses, *plain.markup])
    assert [word for word in re.findall(r"w\d+e", text) if word not in kept] == []


@pytest.mark.parametrize(
    "storm",
    [
        "[",
        "*a",
        "[a](",
        "![[",
        "`",
        "<a ",
        "&a",
        "](((",
        "\\",
        "[[a]",
        "***a",
        "> ",
        "<!--",
        "_*",
        "![",
        "[a][",
        "[a]: b\n",
        "==a",
        "[^",
        "<a b='",
        "a\n-\n",
    ],
)
def test_storms_of_marks_pass_in_time(storm: str) -> None:
    began = time.process_time()
    plain_text(storm * (200_000 // len(storm)))
    assert time.process_time() - began < 60


# ---- front-matter ----------------------------------------------------------------------------------------------------


def test_clippings_of_obsidian_are_read(tmp_path: Path) -> None:
    clipping = f"""---
title: "Ferry: what we know"
source: "https://courier.example/2023/06/20/ferry"
author:
  - "[[Ann Lee]]"
  - [[Bob Ray]]
published: 2023-06-20
created: 2023-07-01
description: "In short."
tags:
  - "clippings"
  - "shipping"
---
{TEXT}
"""
    article = read_one(tmp_path, "a.md", clipping)
    assert article.text == TEXT
    assert article.form == "paragraphs"
    assert article.tags == ("shipping",)
    found = {name: stated.value for name in article.given.__slots__ if (stated := getattr(article.given, name))}
    assert found == {
        "title": "Ferry: what we know",
        "byline": "Ann Lee, Bob Ray",
        "published": "2023-06-20",
        "url": "https://courier.example/2023/06/20/ferry",
        "outlet": "courier.example",
    }
    assert article.given.published and article.given.published.how == "front-matter key “published”"
    assert [part.text for part in article.removed] == ["created: 2023-07-01", "description: In short."]


def test_plain_keys_are_read(tmp_path: Path) -> None:
    front = "id: Ferry 1\ntitle: 1984\noutlet: Courier\norigin: Reuters\nbyline: Ann Lee"
    front += "\ndateline: PORT ALDER\nlanguage: English"
    article = read_one(tmp_path, "a.md", f"---\n{front}\npublished: 20 June 2023\ntags: a, b\n---\n\n# 1984\n\n{TEXT}")
    assert article.wanted_id == "ferry-1"
    values = [
        stated.value if stated else None
        for stated in (getattr(article.given, name) for name in article.given.__slots__)
    ]
    assert values == ["1984", "Courier", "Reuters", "Ann Lee", "PORT ALDER", "2023-06-20", None, None, "en"]
    assert article.text == TEXT
    assert article.tags == ("a", "b")


@pytest.mark.parametrize(
    ("front", "says"),
    [
        ("published: soon", "a.md:2: front-matter key “published” is “soon”. Write the day as YYYY-MM-DD"),
        ("published: 2023-02-30", "a.md:2: front-matter key “published” is “2023-02-30”. Write the day as YYYY-MM-DD"),
        (
            "title: T\npublished: {day: 1}",
            "a.md:3: front-matter key “published” has keys of its own. Write text after it",
        ),
        ("title: [[1, 2], [3]]", "a.md:2: front-matter key “title” has a list of lists or keys. Write text after it"),
        (
            "url: courier.example",
            "a.md:2: front-matter key “url” is “courier.example”. Write the whole address, with https://",
        ),
        ("language: 12", "a.md:2: front-matter key “language” is “12”. Write a language tag, such as en or fr-CA"),
        ("id: '...'", "a.md:2: front-matter key “id” is no word. Write letters, digits and -"),
        ("- a\n- b", "a.md:1: the front-matter is no list of keys. Write one `key: value` a line"),
    ],
)
def test_a_wrong_value_is_told_and_the_article_kept(tmp_path: Path, front: str, says: str) -> None:
    articles, problems = read(tmp_path, "a.md", f"---\n{front}\n---\n{TEXT}\n")
    assert [str(problem) for problem in problems] == [says]
    assert articles[0].text == TEXT
    kept = repr(articles[0].removed) + repr(articles[0].given)
    assert all(word in kept for word in re.findall(r"\w+", front.replace("'", "")) if word not in ("T", "id", "day"))


@pytest.mark.parametrize(
    "front",
    [
        "title: Ferry: what we know",
        "title: !!python/object/apply:os.system [ls]",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
        "x: " + "[" * 5000,
        "title: 'open",
        "a: b\n\tc: d",
        "? [a, b]\n: c\n{",
        "title: \x07",
        "title: !!bool maybe",
        "title: !!int ''",
        "title: !!timestamp x",
        "title: !!set {a, b}",
        "title: ! 1984",
        r'title: "\UFFFFFFFF"',
        r'title: "\U00110000"',
        "title: Ferry strikes pier\nTitle: Ferry opens",
    ],
)
def test_front_matter_that_cannot_be_read_is_told_and_kept(tmp_path: Path, front: str) -> None:
    articles, problems = read(tmp_path, "a.md", f"---\n{front}\n---\n{TEXT}\n")
    assert len(problems) == 1
    assert re.match(r"a\.md:\d+: the front-matter cannot be read: ", str(problems[0]))
    assert "\n" not in str(problems[0])
    assert articles[0].text == TEXT
    assert articles[0].removed[0].text.split() == front.replace("\x07", "�").split()


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("id: a\ntitle: !!bool maybe", 3),
        ('id: a\ntitle: "one \\UFFFFFFFF"', 3),
        ("id: a\n\ntitle: b\nid: c", 5),
        ("id: a\nb: \x07", 3),
        ("- a", 1),
        ("titles: a\nurl: b", 3),
        ("id: '...'", 2),
    ],
)
@pytest.mark.parametrize("above", ["", "\n\n"])
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, front: str, line: int, above: str) -> None:
    problems = read(tmp_path, "a.md", f"{above}---\n{front}\n---\n{TEXT}\n")[1]
    assert [problem.where for problem in problems] == [f"a.md:{line + len(above)}"]


def test_a_value_is_the_text_that_stands_there(tmp_path: Path) -> None:
    front = "title: 0x10\nbyline: no\noutlet: 2023-06-19\ntags: [1e3, 007, true, ~]\norigin: null\ndateline: ~\nid:"
    article = read_one(tmp_path, "a.md", f"---\n{front}\n---\n{TEXT}\n")
    values = {name: stated.value for name in article.given.__slots__ if (stated := getattr(article.given, name))}
    assert values == {"title": "0x10", "byline": "no", "outlet": "2023-06-19"}
    assert article.tags == ("1e3", "007", "true")
    assert article.wanted_id is None


MARKS_OF_YAML = (
    r"""a b title : - ? ! !! !!int !!set !!python/name:os.system & * | > ' " \ \U00110000 # { } [ ] , ~ << = %"""
)
YAML = st.lists(
    st.sampled_from([*MARKS_OF_YAML.split(" "), " ", "\n", "\n  ", ": "]),
    max_size=25,
).map("".join)


@given(YAML)
def test_any_yaml_gives_texts_or_one_line(front: str) -> None:
    source = InputFile("a.md", b"", "a.md")
    found = split(f"---\n{front}\n---\n{TEXT}", source)
    assert all(isinstance(text, str) for value in found.values.values() for text in [*value])
    assert all("\n" not in str(problem) for problem in found.problems)
    assert split(f"---\n{front}\n---\n{TEXT}", source) == found


def test_without_front_matter_a_markdown_file_is_a_scrape(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.md", f"# Ferry strikes pier\n\n{TEXT}")
    assert article.form == "scrape"
    assert article.given.title and article.given.title.value == "Ferry strikes pier"
    assert article.text == TEXT


def test_a_body_marked_as_pasted_is_taken_as_it_is(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.md", "---\nform: scrape\noutlet: Courier\n---\n\nHome » Sea *\n\n- [a](b)\n")
    assert (article.form, article.text) == ("scrape", "Home » Sea *\n\n- [a](b)")


def test_front_matter_above_pasted_text_is_read(tmp_path: Path) -> None:
    pasted = f"---\noutlet: Courier\npublished: 2023-06-20\n---\nHome » Sea *\n\n{TEXT}"
    for text in (pasted, pasted.replace("\n", "\r\n")):
        article = read_one(tmp_path, "a.txt", text)
        assert (article.form, article.text.replace("\r", "")) == ("scrape", f"Home » Sea *\n\n{TEXT}")
        assert article.given.outlet and article.given.outlet.value == "Courier"


def test_a_line_of_dashes_above_pasted_text_is_no_front_matter(tmp_path: Path) -> None:
    text = f"---\nHome: Sea\n---\n{TEXT}"
    assert read_one(tmp_path, "a.txt", text).text == text


def test_front_matter_above_pasted_text_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    told = read(tmp_path, "a.txt", f"---\ntitle: !!bool maybe\n---\n\n{TEXT}")[1]
    assert [str(problem) for problem in told] == [
        "a.txt:2: the front-matter cannot be read: has a tag (!), which is not supported."
        " Mend the line; the text below it was kept"
    ]
    assert read(tmp_path, "b.txt", f"---\nFerry: strikes: pier\n---\n\n{TEXT}")[1] == []


def test_a_link_on_a_line_of_its_own_is_no_part_of_the_paragraph_below_it() -> None:
    made = plain_text(
        "The ferry came in at dawn.\n[Subscribe to the Courier](https://courier.example/s)\nIt left again."
    )
    assert made.text.split("\n\n") == ["The ferry came in at dawn.", "Subscribe to the Courier", "It left again."]


def test_a_front_matter_in_toml_is_read(tmp_path: Path) -> None:
    front = (
        'title = "Ferry strikes pier"\ndate = 2023-06-20T09:30:00+01:00\nauthors = ["Ann Lee", "Bob Ray"]\n'
        'draft = false\n[params]\nsource = "Alder Courier"\n'
    )
    article = read_one(tmp_path, "ferry.md", f"+++\n{front}+++\n\n{TEXT}\n")
    stated = {name: getattr(article.given, name) for name in ("title", "published", "byline", "outlet")}
    assert {name: found.value for name, found in stated.items()} == {
        "title": "Ferry strikes pier",
        "published": "2023-06-20",
        "byline": "Ann Lee, Bob Ray",
        "outlet": "Alder Courier",
    }
    assert article.text == TEXT


def test_a_broken_front_matter_in_toml_is_told_and_the_text_kept(tmp_path: Path) -> None:
    (article,), problems = read(tmp_path, "ferry.md", f"+++\ntitle = Ferry\n+++\n{TEXT}\n")
    assert article.text == TEXT
    assert [problem.what.partition(":")[0] for problem in problems] == ["the front-matter cannot be read"]


def test_marks_for_the_program_that_builds_a_site_are_no_words(tmp_path: Path) -> None:
    marked = f'{{{{< figure src="a.jpg" caption="The pier" >}}}}\n\n{TEXT}\n\n{{% include ad.html %}}\n'
    assert plain_text(marked).text == TEXT
