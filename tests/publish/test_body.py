from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Settings
from generator.publish import render
from generator.publish.body import paragraphs
from generator.publish.edition import Edition
from generator.records import (
    AnnotatedArticle,
    Digest,
    Mention,
    Person,
    PersonId,
    PublicationDay,
    Removed,
    Sentence,
    Span,
    TimeExpression,
)
from tests.articles import article, people
from tests.publish.pages import rendered, tags, texts

TEXT = "“We agree,” Mr Okafor said on Monday. “It is a start. We go on.”\n“Never <b>,” he *said*."
PEOPLE = people(okafor="Daniel Okafor")


def edition_of(found: AnnotatedArticle, mode: str = "full", who: tuple[Person, ...] = PEOPLE) -> Edition:
    digest = Digest((found,), (PublicationDay("2023-06-19", "day", "stated"),), who)
    return Edition(digest, Settings(publish=mode))  # type: ignore[arg-type]


def test_visible_text_of_every_article_is_its_canonical_text(seeds_digest: Digest) -> None:
    files = render(seeds_digest, Settings())
    for found in seeds_digest.articles:
        page = rendered(files[f"articles/{found.article.id}.md"])
        assert "\n\n".join(texts(page, "p", "ed-p")) == found.article.text


spans = st.tuples(st.integers(0, 90), st.integers(1, 60)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(spans, max_size=5), st.lists(spans, max_size=5), st.lists(spans, max_size=4))
def test_annotation_of_any_overlap_changes_no_character(
    sentences: list[Span], names: list[Span], times: list[Span]
) -> None:
    found = article("a", TEXT)
    found = replace(
        found,
        sentences=tuple(Sentence(f"s-{n}", span, 0) for n, span in enumerate(sorted(sentences))),
        mentions=tuple(Mention(span, "Okafor", "person", None, PersonId("okafor")) for span in sorted(names)),
        time_expressions=tuple(TimeExpression(span, "DATE", "2021-05-04", "day") for span in sorted(times)),
    )
    made = paragraphs(edition_of(found), found, "articles/a/")
    html = "".join(f'<p class="x">{paragraph.html}</p>' for paragraph in made)
    assert "\n\n".join(texts(html, "p", "x")) == found.article.text
    ids = [attrs["id"] for _, attrs in tags(html) if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_quote_across_sentences_has_one_anchor_and_one_label() -> None:
    found = article("a", "“It is a start. We go on,” he said.")
    cut = found.article.text.index(" We") + 1
    sentences = (Sentence("s-1", Span(0, cut - 1), 0), Sentence("s-2", Span(cut, len(found.article.text)), 0))
    html = str(
        paragraphs(edition_of(replace(found, sentences=sentences)), replace(found, sentences=sentences), "a/")[0].html
    )
    assert html.count(f'id="q-{found.quotes[0].id}"') == 1
    assert html.count('class="ed-who"') == 1
    assert html.count('class="ed-q ') == 3  # in each sentence, and the space between


def test_excerpt_shows_a_gap_where_words_are_left_out() -> None:
    found = article("a", "Much was said before. “We agree,” he said. More was said after.")
    text = found.article.text
    edges = [0, text.index("“"), text.index("More"), len(text) + 1]
    sentences = tuple(Sentence(f"s-{n}", Span(start, end - 1), 0) for n, (start, end) in enumerate(pairwise(edges)))
    found = replace(found, sentences=sentences)
    whole = edition_of(found, "excerpt")
    edition = Edition(whole.digest, replace(whole.settings, excerpt_share=50))  # it is one sentence of three
    html = str(paragraphs(edition, found, "articles/a/")[0].html)
    assert "We agree" in html
    assert "before" not in html
    assert "after" not in html
    assert html.count("ed-gap") == 2


def test_quotes_mode_shows_the_quotes_alone() -> None:
    found = article("a", "Before. “We agree,” he said. After.")
    html = str(paragraphs(edition_of(found, "quotes"), found, "articles/a/")[0].html)
    assert "We agree" in html
    assert "said" not in html


@pytest.mark.parametrize(
    ("value", "element"),
    [
        ("2021-05-04", {"datetime": "2021-05-04", "title": "Tuesday, 4 May 2021"}),
        ("2021-05", {"datetime": "2021-05", "title": "May 2021"}),
        ("2021-W18", {"datetime": "2021-W18", "title": "week 18 of 2021"}),
        ("2021-SP", {"title": "spring 2021"}),
        ("2021-05-04TMO", {"title": "4 May 2021, morning"}),
    ],
)
def test_a_time_is_marked_for_machines_only_where_html_can_say_it(value: str, element: dict[str, str]) -> None:
    found = article("a", TEXT)
    told = TimeExpression(Span(0, 9), "DATE", value, "day")
    made = paragraphs(edition_of(found), replace(found, time_expressions=(told,)), "articles/a/")[0].html
    times = [(tag, attrs) for tag, attrs in tags(str(made)) if attrs.get("class") == "ed-t"]
    assert times == [("time" if "datetime" in element else "span", {"class": "ed-t", **element})]


def test_an_outlets_own_correction_stands_at_the_head_of_its_page_where_all_words_may_be_shown() -> None:
    found = article("a", TEXT)
    told = Removed("Correction (June 20): Mr <i>Okafor</i> spoke first.", "correction by the outlet, 2023-06-20")
    found = replace(found, article=replace(found.article, removed=(told,)))
    shown = {}
    for mode in ("full", "excerpt"):
        files = render(
            Digest((found,), (PublicationDay("2023-06-19", "day", "stated"),), PEOPLE), Settings(publish=mode)
        )  # type: ignore[arg-type]
        shown[mode] = texts(rendered(files["articles/a.md"]), "p", "ed-corrected")
    assert shown["full"] == [
        "Corrected by the outlet on 20 June 2023 Correction (June 20): Mr <i>Okafor</i> spoke first."
    ]
    assert shown["excerpt"] == []


def test_a_label_names_what_would_turn_it() -> None:
    """An editor may have pasted the name."""
    who = people(okafor="Daniel \u202eOkafor")
    found = article("a", "“We agree,” Mr Okafor said.")
    quotes = tuple(replace(quote, speaker=PersonId("okafor")) for quote in found.quotes)
    mention = Mention(Span(12, 21), "Mr Okafor", "person", None, PersonId("okafor"), meant="Daniel \u202eOkafor")
    found = replace(found, quotes=quotes, mentions=(mention,))
    (made,) = paragraphs(edition_of(found, who=who), found, "articles/a/")
    labels = [attrs for _, attrs in tags(str(made.html)) if "data-who" in attrs or "data-meant" in attrs]
    assert len(labels) == 2
    assert "\u202e" not in str(labels)
    assert "[U+202E]Okafor" in str(labels[0]["aria-label"]) and "[U+202E]Okafor" in str(labels[1]["data-meant"])
