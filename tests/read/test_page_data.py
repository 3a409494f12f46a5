"""Pages that keep their article, or the rest of it, where it is not seen: in their data, or folded away."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import pytest

from generator.read import read_file
from tests.read.made import PARAGRAPHS, read, read_one

TOLD = [f"{text} It was the third time since the spring." for text in PARAGRAPHS] * 2
HEADLINE = "Ferry strikes pier"


def saved(data: object, kind: str, shown: str = "") -> str:
    script = f'<script type="{kind}">{json.dumps(data)}</script>'
    return f'<html lang="en"><head><title>{HEADLINE}</title>{script}</head><body>{shown}</body></html>'


ARTICLE = {"@type": "NewsArticle", "headline": HEADLINE, "datePublished": "2021-06-16", "articleBody": "\n".join(TOLD)}
MARKED = "".join(f"<p>{escape(text)}</p>" for text in TOLD)
STATE = {"props": {"story": {"headline": HEADLINE, "body": MARKED}, "next": {"body": "Another story. " * 70}}}
TEASER = f"<article><h1>{HEADLINE}</h1><p>{TOLD[0]}</p><p>Subscribe to go on.</p></article>"


@pytest.mark.parametrize(
    ("data", "kind", "shown"),
    [
        (ARTICLE, "application/ld+json", ""),
        (ARTICLE, "application/ld+json", TEASER),
        (STATE, "application/json", TEASER),
    ],
)
def test_the_text_in_a_pages_data_is_read_where_the_page_shows_less(
    tmp_path: Path, data: object, kind: str, shown: str
) -> None:
    (article,), (problem,) = read(tmp_path, "a.html", saved(data, kind, shown))
    assert "shows less of its article than its data holds" in str(problem)
    assert article.text.split("\n\n") == TOLD
    assert article.form == "paragraphs"


def test_data_of_another_story_is_not_taken_for_the_one_that_is_shown(tmp_path: Path) -> None:
    other = {"@type": "NewsArticle", "articleBody": "The council met at noon and went home. " * 40}
    shown = f"<article><h1>{HEADLINE}</h1>{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}</article>"
    assert "council met at noon" not in read_one(tmp_path, "a.html", saved(other, "application/ld+json", shown)).text


def test_a_page_that_shows_nothing_and_has_no_text_in_its_data_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(saved({"@type": "NewsArticle", "articleBody": "Too short."}, "application/ld+json"), "utf-8")
    raws, problems = read_file(path, "a.html")
    assert not raws
    assert "shows no text" in str(problems[0])


FOLDED = "".join(f"<p>{text} It is told at more length here.</p>" for text in PARAGRAPHS[2:])
FIRST = "".join(f"<p>{text} It is told at more length here.</p>" for text in PARAGRAPHS[:2])


@pytest.mark.parametrize(
    ("mark", "shown"),
    [("story-rest", True), ("newsletter-popup", False), ("related", False)],
)
def test_what_is_folded_behind_read_more_goes_on_with_the_story(tmp_path: Path, mark: str, shown: bool) -> None:
    body = f'{FIRST}<button>Read more</button><div class="{mark}" style="display:none">{FOLDED}</div>'
    page = f'<html lang="en"><head><title>{HEADLINE}</title></head><body><article><h1>{HEADLINE}</h1>{body}'
    article = read_one(tmp_path, "a.html", page + "</article></body></html>")
    assert (PARAGRAPHS[3] in article.text) == shown


def test_a_mail_that_is_laid_out_in_a_table_keeps_its_paragraphs(tmp_path: Path) -> None:
    rows = f"<tr><td>View online</td></tr><tr><td><h1>{HEADLINE}</h1>{FIRST}{FOLDED}</td></tr>"
    mail = (
        "From: Courier <news@courier.example>\nTo: a@b.example\nSubject: Ferry strikes pier\nMIME-Version: 1.0\n"
        f"Content-Type: text/html; charset=utf-8\n\n<html><body><table>{rows}</table></body></html>"
    )
    lines = read_one(tmp_path, "a.eml", mail).text.split("\n\n")
    assert [line for line in lines if line.startswith(tuple(PARAGRAPHS))] == [
        f"{text} It is told at more length here." for text in PARAGRAPHS
    ]


def test_the_day_before_updated_long_ago_is_that_of_publication(tmp_path: Path) -> None:
    when = "<time>June 16, 20213:12 AM UTC<span>Updated 2 years ago</span></time>"
    page = f'<html lang="en"><head><title>{HEADLINE}</title></head><body><article><h1>{HEADLINE}</h1>{when}{FIRST}'
    published = read_one(tmp_path, "a.html", page + FOLDED + "</article></body></html>").given.published
    assert published is not None
    assert published.value == "2021-06-16"
