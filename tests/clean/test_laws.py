"""Laws that hold for any text whatever: nothing lost, every paragraph where the map says, the same answer twice."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.clean import body_paragraphs, clean
from generator.records import RawArticle

PARAGRAPHS = [
    "The ferry left the harbour at dawn on Friday with 212 people on board, the coast guard said.",
    "“We heard a bang and then the lights went out,” said Maria Lind, a passenger.",
    '"No," he said.',
    "Why?",
    "Officials said the search would go on through the night, although the wind had risen to gale force.",
    "HOST: And then what happened?",
    "LIND: We waited.",
    "The minister, who had arrived by helicopter, did not take questions",
    "- Long night - Rescue crews worked by torchlight until six in the morning.",
    "WELLINGTON (AP) — The ferry left the harbour at dawn.",
    "Lima, (Example / Coastal Press - 4th May, 2021 ) :The ferry left the harbour at dawn.",
]
DIRT = [
    "Home » World » Ferry sinks off the coast",
    "Ferry sinks off the coast",
    "FERRY SINKS OFF THE COAST",
    "By Jane Doe and John Roe, Example News",
    "Published May 4, 2021",
    " date 2021-05-04 example.com",
    "Share on Facebook Tweet this",
    "Advertisement",
    "Sign up for our free newsletter and get the day's stories in your inbox.",
    "Crew members wave from the deck on May 4. (Jo Doe/Pool via Example Images)",
    "Read more: Five things to know about ferries",
    "Source: Example News Agency",
    "More stories",
    "Post a comment",
    "© 2023 Example Media. All rights reserved.",
    "Example Herald",
    "___",
    "\u200b",
]
ENDS = ["\n", "\n\n", "\r\n", "\r\n\r\n", " \n \n", "\u2028", "\t\n"]
PAGES = st.lists(
    st.tuples(
        st.one_of(st.sampled_from(PARAGRAPHS), st.sampled_from(DIRT), st.text(max_size=80)), st.sampled_from(ENDS)
    ),
    max_size=30,
).map(lambda parts: "".join(line + end for line, end in parts))
FORMS = st.sampled_from(["scrape", "paragraphs"])


def visible(*texts: str) -> Counter[str]:
    return Counter(c for text in texts for c in text if not c.isspace())


@given(PAGES, FORMS, st.frozensets(st.sampled_from(["example herald", "related articles"])))
def test_every_visible_character_is_in_the_body_or_removed(text, form, recurring) -> None:
    article = clean(RawArticle("a.txt", "", text, form), recurring)
    assert visible(text) == visible(article.text, *(removed.text for removed in article.removed))


# Lines without a single word, as pages set them between anything: rules ask a line for its first or last word.
MARKS = ["* * *", ":", "—", "…", "|", "•", "“", "?!", "#", "(", "___", "😀", "\ufffc"]
SET_OUT = [
    [
        "Ferry sinks off the coast",
        "Two hundred people were on board the ferry when it left the harbour at dawn.",
        "Ann Lee",
        "Published May 4, 2021",
        "Share",
        *PARAGRAPHS[:2],
        "What happens now",
        PARAGRAPHS[4],
        "More stories",
    ],
    [
        "Ferry sinks off the coast",
        "Two hundred people were on board the ferry at dawn.",
        *PARAGRAPHS[:2],
        PARAGRAPHS[4],
    ],
]


@pytest.mark.parametrize("form", ["scrape", "paragraphs"])
@pytest.mark.parametrize("page", SET_OUT, ids=["credited", "bare"])
@pytest.mark.parametrize("mark", MARKS)
def test_a_line_without_a_word_is_read_wherever_it_stands(mark, page, form) -> None:
    for at in range(len(page) + 1):
        for also in range(at, len(page) + 1):
            text = "\n\n".join([*page[:at], mark, *page[at:also], mark, *page[also:]])
            article = clean(RawArticle("a.txt", "", text, form))
            assert visible(text) == visible(article.text, *(removed.text for removed in article.removed))


@given(PAGES, FORMS)
def test_the_map_leads_every_piece_of_the_text_back_to_the_raw_text(text, form) -> None:
    article = clean(RawArticle("a.txt", "", text, form))
    mapped = []
    last = 0
    for stretch in article.stretches:
        piece = article.text[stretch.at : stretch.at + stretch.length]
        assert piece == text[stretch.origin : stretch.origin + stretch.length]
        assert stretch.origin >= last
        last = stretch.origin + stretch.length
        mapped.append(piece)
    assert visible(*mapped) == visible(article.text)


@given(PAGES, FORMS)
def test_the_text_is_its_paragraphs_joined_by_blank_lines(text, form) -> None:
    article = clean(RawArticle("a.txt", "", text, form))
    paragraphs = [span.of(article.text) for span in article.paragraphs]
    assert article.text == "\n\n".join(paragraphs)
    assert all(paragraph == paragraph.strip() != "" for paragraph in paragraphs)
    assert not any("\n" in paragraph for paragraph in paragraphs)


@given(PAGES)
def test_every_value_taken_from_the_text_is_in_the_text(text) -> None:
    metadata = clean(RawArticle("a.txt", "", text)).metadata
    folded = " ".join(text.split())
    for field in ("title", "origin", "byline", "dateline"):
        stated = getattr(metadata, field)
        assert stated is None or " ".join(stated.value.split()) in folded or field == "origin"


@given(st.lists(st.sampled_from(PARAGRAPHS[:5]), min_size=1, max_size=5, unique=True))
def test_a_page_of_clean_paragraphs_stays_as_it_is(paragraphs) -> None:
    assert body_paragraphs("\n\n".join(paragraphs)) == paragraphs
