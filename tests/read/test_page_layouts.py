"""Pages of blogs, of letters and of the time before style sheets: their words, their names, who wrote them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.clean import clean
from generator.records import Article
from tests.read.made import PARAGRAPHS, read_one

TITLE = "Ferry strikes pier"


def cleaned(tmp_path: Path, body: str, head: str) -> Article:
    return clean(read_one(tmp_path, "a.html", f"<html><head>{head}</head><body>{body}</body></html>"))


def lines(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.paragraphs]


def stated(article: Article) -> dict[str, str]:
    values = {name: getattr(article.metadata, name) for name in ("title", "outlet", "byline", "published")}
    return {name: value.value for name, value in values.items() if value}


MARKED = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
MENU = "<td width=100><a href=n.html>News</a><br><a href=s.html>Sport</a><br>Seen by 1,204</td>"
ABOVE = f"<font size=5><b>{TITLE}</b></font><br><font size=2><i>Tuesday, June 20, 2023</i><p>"
ABOVE += "By ANN LEE<br>Staff Writer</font>"
TOLD = "<br><br>".join(PARAGRAPHS)
ALSO = "<td>ALSO:<br><a href=e>Eels back</a></td>"


@pytest.mark.parametrize(
    "story",
    [
        f"<table><tr>{MENU}<td>{ABOVE}<p>{'<p>'.join(PARAGRAPHS)}<p></td>{ALSO}</tr></table>",
        f"<table><tr>{MENU}<td><table><tr><td>{ABOVE}<br><br>{TOLD}</td></tr></table></td></tr></table>",
    ],
)
def test_the_story_of_a_page_that_is_laid_out_in_a_table_is_its_cell(tmp_path: Path, story: str) -> None:
    foot = "<center>All contents &copy; 2023 The Alder Courier and may not be sold.</center>"
    article = cleaned(tmp_path, story + foot, f"<title>Alder Courier - Local - {TITLE} - 06/20/2023</title>")
    assert lines(article) == list(PARAGRAPHS)
    assert stated(article) == {
        "title": TITLE, "outlet": "The Alder Courier", "byline": "ANN LEE", "published": "2023-06-20",
    }  # fmt: skip


def test_a_table_of_figures_is_no_layout(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td>Ship {n}</td><td>{n * 40} people on board, as the harbour counted</td></tr>" for n in range(9)
    )
    article = cleaned(tmp_path, f"<article><h1>{TITLE}</h1>{MARKED}<table>{rows}</table></article>", "")
    assert lines(article)[: len(PARAGRAPHS)] == list(PARAGRAPHS)


BLOG = (
    "<div class='header'><h1 class='title'><a href='{home}'>Firth Watch</a></h1></div>"
    "<h2 class='date'>20 June 2023</h2>"
    "<div class='post'><h3 class='post-title'>{title}</h3><div class='post-body'>{story}</div>"
    "<div class='post-footer'>Posted by Ann Lee at 06:30 PM in <a href='/h'>Harbour</a></div></div>"
)


@pytest.mark.parametrize(
    ("home", "head"),
    [
        ("/", f"<title>Firth Watch: {TITLE}</title><meta property='og:title' content='{TITLE}'>"),
        ("https://firth.example/", f"<title>Firth Watch: {TITLE}</title>"),
    ],
)
def test_a_blogs_own_name_is_its_outlet_and_not_its_posts_title(tmp_path: Path, home: str, head: str) -> None:
    article = cleaned(tmp_path, BLOG.format(home=home, title=TITLE, story=MARKED), head)
    assert stated(article)["title"] == TITLE
    assert stated(article)["outlet"] == "Firth Watch"
    assert stated(article)["byline"] == "Ann Lee"


def test_a_caption_that_is_one_by_its_class_is_none_of_the_story(tmp_path: Path) -> None:
    caption = (
        "<table class='tr-caption-container'><tr><td><img src='a.jpg'></td></tr>"
        "<tr><td class='tr-caption'>One of the piers</td></tr></table>"
    )
    article = cleaned(tmp_path, BLOG.format(home="/", title=TITLE, story=caption + TOLD), f"<title>{TITLE}</title>")
    assert lines(article) == list(PARAGRAPHS)
    assert ("One of the piers", "caption (HTML)") in {(part.text, part.reason) for part in article.removed}


def test_a_class_that_speaks_of_a_caption_where_no_picture_is_takes_nothing(tmp_path: Path) -> None:
    story = f"<p class='cutline'>{PARAGRAPHS[0]}</p>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS[1:])
    assert lines(cleaned(tmp_path, f"<article><h1>{TITLE}</h1>{story}</article>", "")) == list(PARAGRAPHS)


LETTER = (
    "<div class='menu'><a href='/'>The Firth Letter</a><button>Subscribe</button></div>"
    "<article><h1>{title}</h1>{story}</article>"
)


def test_a_letters_way_home_names_it_where_it_speaks_of_itself(tmp_path: Path) -> None:
    box = "<div class='box'><p>The Firth Letter is a reader-supported publication.</p></div>"
    article = cleaned(tmp_path, LETTER.format(title=TITLE, story=MARKED + box), f"<title>{TITLE} - by Ann Lee</title>")
    assert stated(article)["outlet"] == "The Firth Letter"


@pytest.mark.parametrize(
    "way", ["<a href='/'>Home</a>", "<a href='/'>Harbour</a>", "<a href='/harbour'>The Firth Letter</a>"]
)
def test_a_link_that_nothing_bears_out_names_no_outlet(tmp_path: Path, way: str) -> None:
    article = cleaned(tmp_path, f"{way}<article><h1>{TITLE}</h1>{MARKED}</article>", f"<title>{TITLE}</title>")
    assert "outlet" not in stated(article)


def test_the_mark_of_a_footnote_is_no_word_of_the_story(tmp_path: Path) -> None:
    marked = (
        f"<p>{PARAGRAPHS[0]}<a class='footnote-anchor' href='#footnote-1'>1</a></p>"
        f"<p>{PARAGRAPHS[1]}<sup><a href='#fn2'>[2]</a></sup></p>"
        f"<p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p>"
        "<p><a href='#part2'>2</a> parts of this story are to come next week.</p>"
    )
    article = cleaned(tmp_path, LETTER.format(title=TITLE, story=marked), f"<title>{TITLE}</title>")
    assert lines(article)[:4] == list(PARAGRAPHS)
    assert "2 parts of this story" in article.text
    assert [part.text for part in article.removed if "footnote" in part.reason] == ["1", "[2]"]


def test_a_pull_quote_is_taken_out_where_the_story_has_its_words(tmp_path: Path) -> None:
    pulled = "<div class='pullquote'><p>“The pier will open again within days”</p></div>"
    own = "<div class='pull-quote'><p>“I saw it come, and I could not believe my eyes”</p></div>"
    story = f"<p>{PARAGRAPHS[0]}</p>{pulled}" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS[1:]) + own
    article = cleaned(tmp_path, LETTER.format(title=TITLE, story=story), f"<title>{TITLE}</title>")
    assert article.text.count("open again within days") == 1
    assert [part.text for part in article.removed if "pull quote" in part.reason] == [
        "“The pier will open again within days”"
    ]
