"""Saved web pages: the body is trafilatura's to the character, and everything else that is seen is kept as removed."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
import trafilatura
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.clean import clean
from generator.read import read_file
from generator.read.html import OUTSIDE
from generator.read.page_text import blocks, compact, left_out, parse
from generator.records import RawArticle
from tests.read.made import PARAGRAPHS, TEXT, page, read, read_one

HEAD = "<title>Ferry strikes pier | The Alder Courier</title>"


def stated(article: RawArticle, name: str) -> tuple[str, str] | None:
    found = getattr(article.given, name)
    return (found.value, found.how) if found else None


def test_the_body_is_the_article_and_the_rest_is_kept(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.html", page(before="<h1>Ferry strikes pier</h1>", head=HEAD))
    assert article.form == "paragraphs"
    assert article.text in (TEXT, "Ferry strikes pier\n\n" + TEXT)
    assert stated(article, "title") == ("Ferry strikes pier", "main heading (h1)")
    assert [part.text for part in article.removed] == [
        "Home", "Shipping", "Copyright 2023 The Alder Courier. Terms of use",
    ]  # fmt: skip
    assert {part.reason for part in article.removed} == {OUTSIDE}


ONE, TWO, THREE, FOUR = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
BODIES = {
    "a list": f"{ONE}<ul><li>{PARAGRAPHS[1]}</li><li>Second</li></ul>{THREE}",
    "line breaks": f"<p>{PARAGRAPHS[0]}<br>{PARAGRAPHS[1]}<br><br>{PARAGRAPHS[2]}</p>",
    "links and emphasis": f"<p>The <a href='/x'>harbour</a> of <em>Port</em> Alder.</p>{TWO}{THREE}{FOUR}",
    "quotes and headings": f"{ONE}<h2>What next</h2><blockquote>{PARAGRAPHS[1]}</blockquote>{FOUR}",
    "entities": f"<p>It&rsquo;s &ldquo;fine&rdquo; &amp; well&nbsp;known. {PARAGRAPHS[0]}</p>{THREE}",
    "no paragraphs": f"<div>{PARAGRAPHS[0]}</div><div>{PARAGRAPHS[1]}</div><div>{PARAGRAPHS[3]}</div>",
    "a figure": f"{ONE}<figure><img src='a.jpg'><figcaption>The pier</figcaption></figure>{THREE}",
    "a table": f"{ONE}<table><tr><td>Ships</td><td>12</td></tr></table>{THREE}",
}


@pytest.mark.parametrize("kind", BODIES)
def test_no_word_of_trafilaturas_body_is_lost_or_moved(tmp_path: Path, kind: str) -> None:
    made = page(body=(), after=BODIES[kind], head=HEAD)
    theirs = trafilatura.extract(made, favor_precision=True, include_comments=False)
    assert theirs
    article = read_one(tmp_path, "a.html", made)
    marks = str.maketrans("", "", "|-")
    assert article.text.translate(marks).split() == theirs.translate(marks).split()
    if "|" not in theirs and "- " not in theirs:
        assert article.text.split("\n\n") == [line for line in theirs.split("\n") if line.strip()]


@pytest.mark.parametrize("kind", BODIES)
def test_what_is_seen_is_in_the_body_the_metadata_or_removed(tmp_path: Path, kind: str) -> None:
    made = page(body=(), after=BODIES[kind], head=HEAD, before="<h1>Ferry strikes pier</h1><p>By Ann Lee</p>")
    assert_nothing_lost(read_one(tmp_path, "a.html", made), made)


def assert_nothing_lost(article: RawArticle, made: str) -> None:
    """Hold the law by words: each that is seen on the page is somewhere, at least as often as it is seen."""
    given_values = [getattr(article.given, name) for name in article.given.__slots__]
    kept = " ".join(
        [article.text, *(part.text for part in article.removed), *(one.value for one in given_values if one)]
    )
    seen = compact(" ".join(block.text for block in blocks(parse(made))))
    kept = compact(kept)
    short = {char: (seen.count(char), kept.count(char)) for char in set(seen) if kept.count(char) < seen.count(char)}
    assert not short, short


WORDS = st.lists(st.sampled_from(sorted(set(TEXT.split()))), min_size=1, max_size=25).map(" ".join)
TAGS = st.sampled_from(
    ["p", "div", "li", "h2", "blockquote", "aside", "nav", "span", "td", "figcaption", "a", "script"]
)


@settings(max_examples=60)
@given(st.lists(st.tuples(TAGS, WORDS), min_size=1, max_size=25))
def test_nothing_seen_on_a_page_is_lost(tmp_path_factory: pytest.TempPathFactory, parts: list[tuple[str, str]]) -> None:
    made = page(body=(), after="".join(f"<{tag}>{words}</{tag}>" for tag, words in parts), head=HEAD)
    articles, _ = read(tmp_path_factory.mktemp("pages"), "a.html", made)
    for article in articles:
        assert_nothing_lost(article, made)


def test_a_word_cut_out_of_a_paragraph_is_kept_as_removed() -> None:
    root = parse(f"<body><p>{PARAGRAPHS[0]} <b>Share this story</b></p></body>")
    assert left_out(blocks(root), PARAGRAPHS[0], []) == ["Share this story"]


def test_what_is_not_seen_is_not_text() -> None:
    hidden = "<p hidden>a</p><p style='display: none'>b</p><script>c</script><noscript>d</noscript><!-- e -->"
    root = parse(f"<body>One{hidden} two <b>three</b><br>four<p>five</p>six</body>")
    assert [block.text for block in blocks(root)] == ["One two three", "four", "five", "six"]


# ---- what the page states --------------------------------------------------------------------------------------------


def linked_data(**fields: object) -> str:
    found = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry strikes pier"} | fields
    site = {"@type": "WebSite", "name": "Wrong", "datePublished": "2001-01-01"}
    return f'<script type="application/ld+json">{json.dumps({"@graph": [site, found]})}</script>'


@pytest.mark.parametrize(
    ("head", "before", "expected"),
    [
        (linked_data(datePublished="2023-06-20T23:30:00-04:00"), "", ("2023-06-20", "JSON-LD datePublished")),
        (
            '<meta property="article:published_time" content="2023-06-20T10:00:00Z">'
            '<meta property="article:modified_time" content="2023-06-22T10:00:00Z">',
            "",
            ("2023-06-20", "meta tag article:published_time"),
        ),
        ('<meta name="DC.date.issued" content="2023-06-20">', "", ("2023-06-20", "meta tag dc.date.issued")),
        ("", '<time itemprop="datePublished" datetime="2023-06-20">x</time>',
         ("2023-06-20", "time element, marked as published")),
        ("", '<time datetime="2023-06-20T09:00">Tuesday</time>', ("2023-06-20", "the only time element")),
        ("", "<p>Published June 20, 2023</p>", ("2023-06-20", "line “Published June 20, 2023” on the page")),
        ("", "<p>20 June 2023</p>", ("2023-06-20", "line “20 June 2023” on the page")),
        (
            "", "<p>Published 20 June 2023, updated 22 June 2023</p>",
            ("2023-06-20", "line “Published 20 June 2023, updated 22 June 2023” on the page"),
        ),
        ("", "", None),
        ("", "<p>Updated June 22, 2023</p>", None),
        ("", '<time datetime="2023-06-20">a</time><time datetime="2023-06-19">b</time>', None),
        ('<meta name="date" content="06/07/2023">', "", None),
        ('<meta name="date" content="soon">', "", None),
        (linked_data(datePublished=20230620), "", None),
    ],
)  # fmt: skip
def test_the_day_is_only_taken_where_the_page_states_it(
    tmp_path: Path, head: str, before: str, expected: tuple[str, str] | None
) -> None:
    assert stated(read_one(tmp_path, "a.html", page(head=head, before=before)), "published") == expected


def test_outlet_byline_and_headline_come_with_their_evidence(tmp_path: Path) -> None:
    author = [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bob Ray"}]
    head = HEAD + linked_data(
        author=author, publisher={"name": "Courier Group"}, headline="Ferry hits pier: what we know"
    )
    article = read_one(
        tmp_path, "a.html", page(head=head, before="<h1>The Alder Courier</h1><h1>Ferry strikes pier</h1>")
    )
    assert stated(article, "title") == ("Ferry strikes pier", "main heading (h1)")
    assert stated(article, "outlet") == ("Courier Group", "JSON-LD publisher")
    assert stated(article, "byline") == ("Ann Lee, Bob Ray", "JSON-LD author")
    assert stated(article, "language") == ("en-GB", "lang of the page")


def test_the_site_is_cut_off_a_title_only_when_it_is_the_site(tmp_path: Path) -> None:
    named = HEAD + '<meta property="og:site_name" content="The Alder Courier">'
    assert stated(read_one(tmp_path, "a.html", page(head=named)), "title") == (
        "Ferry strikes pier",
        "title of the page",
    )
    other = "<title>Ferry strikes pier - police</title>" + '<meta property="og:site_name" content="The Alder Courier">'
    assert stated(read_one(tmp_path, "a.html", page(head=other)), "title") == (
        "Ferry strikes pier - police",
        "title of the page",
    )


SITE = "https://courier.example/"
SINGLEFILE = f"<!--\n Page saved with SingleFile \n url: {SITE}"


@pytest.mark.parametrize(
    "author", ["The Alder Courier", "Courier (www.courier.example)", "https://courier.example/ann", "-"]
)
def test_the_outlets_own_name_is_no_byline(tmp_path: Path, author: str) -> None:
    head = f'<meta property="og:site_name" content="The Alder Courier"><meta name="author" content="{author}">'
    assert stated(read_one(tmp_path, "a.html", page(head=head)), "byline") is None
    article = read_one(tmp_path, "a.html", page(head=head + linked_data(author={"name": author})))
    assert stated(article, "byline") is None


def test_an_agency_as_author_is_the_origin(tmp_path: Path) -> None:
    author = [
        {"@type": "Person", "name": "Ann Lee"},
        {"@type": "NewsMediaOrganization", "name": "Northern Press Agency"},
    ]
    head = linked_data(author=author, publisher={"@type": "Organization", "name": "The Alder Courier"})
    article = read_one(tmp_path, "a.html", page(head=head))
    assert stated(article, "origin") == ("Northern Press Agency", "JSON-LD author, an organisation")
    assert stated(article, "byline") == ("Ann Lee", "JSON-LD author")
    own = linked_data(
        author={"@type": "Organization", "name": "The Alder Courier"}, publisher={"name": "The Alder Courier"}
    )
    article = read_one(tmp_path, "a.html", page(head=own))
    assert (stated(article, "origin"), stated(article, "byline")) == (None, None)


def test_a_number_is_no_outlet(tmp_path: Path) -> None:
    head = '<meta property="article:publisher" content="120680396518">'
    found = stated(read_one(tmp_path, "a.html", page(head=head)), "outlet")
    assert found == ("The Alder Courier", "line of copyright")


def test_a_title_loses_the_site_and_the_day_at_its_end(tmp_path: Path) -> None:
    head = (
        '<meta property="og:site_name" content="COURIER.COM">'
        '<meta property="og:title" content="Ferry’s crew | rescued | Courier | 10.06.2023">'
    )
    assert stated(read_one(tmp_path, "a.html", page(head=head)), "title") == (
        "Ferry’s crew | rescued",
        "meta tag og:title",
    )
    article = read_one(tmp_path, "a.html", page(head=head, before="<h1>Ferry's crew</h1>"))
    assert stated(article, "title") == ("Ferry's crew", "main heading (h1)")


@pytest.mark.parametrize(
    ("top", "head", "expected"),
    [
        (f"{SINGLEFILE}ferry \n saved date: Tue Jun 20 2023\n-->", "", (f"{SITE}ferry", "SingleFile comment")),
        (f"<!-- saved from url=(0029){SITE}ferry -->", "", (f"{SITE}ferry", "comment at the top of the page")),
        (f"{SINGLEFILE}ferry?a=1 \n-->", f'<link rel="canonical" href="{SITE}ferry">',
         (f"{SITE}ferry", "canonical link")),
        (f"{SINGLEFILE}ferry \n-->", f'<link rel="canonical" href="{SITE}">', (f"{SITE}ferry", "SingleFile comment")),
        ("", '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="/ferry">', None),
    ],
)  # fmt: skip
def test_the_address_is_the_pages_own(tmp_path: Path, top: str, head: str, expected: tuple[str, str] | None) -> None:
    made = page(head=head).replace("<html", top + "<html", 1)
    article = read_one(tmp_path, "a.html", made)
    assert stated(article, "url") == expected
    assert stated(article, "published") is None  # the day on which a page was saved is not when it was published


def test_a_declared_charset_is_used(tmp_path: Path) -> None:
    made = page(body=[*PARAGRAPHS, "Мэр города сказал, что причал скоро откроют снова, и поблагодарил спасателей."])
    data = made.replace("utf-8", "windows-1251").replace("ø", "o").encode("cp1251")
    assert "причал скоро откроют" in read_one(tmp_path, "a.html", data).text


def test_a_page_saved_as_text_is_read_as_a_page(tmp_path: Path) -> None:
    assert read_one(tmp_path, "a.txt", page()).text == TEXT


def test_exported_bookmarks_are_a_list_of_addresses(tmp_path: Path) -> None:
    exported = (
        "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><ul><li><a href='x'>Talks</a></li></ul>"
    )
    articles, problems = read(tmp_path, "ril_export.html", exported)
    assert articles == []
    assert "list of addresses" in problems[0].what


PIECES = st.sampled_from(
    ["<p>", "</p>", "<div", ">", "<!--", "-->", "<table>", "<td>", "&#x0;", "&nbsp", "<script>", '<meta content="', '"',
     "<time datetime='2023-13-45'>", "<link rel=canonical href=http://[", "word ", "\x00", "\ud800", "</script>",
     '<script type="application/ld+json">[[[{"@type": ["Article"], "author": [[1]]']
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=40))
def test_broken_markup_never_stops_the_build(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    path = tmp_path_factory.mktemp("broken") / "a.html"
    path.write_bytes("".join(parts).encode("utf-8", "surrogatepass"))
    articles, problems = read_file(path, "a.html")
    assert len(articles) + len(problems) >= 1


def test_a_page_with_all_its_pictures_inside_is_read_in_time(tmp_path: Path) -> None:
    picture = f'<img src="data:image/jpeg;base64,{"QUJD" * 500_000}">'
    began = time.process_time()
    article = read_one(tmp_path, "a.html", page(before=picture * 4, after=picture * 4))
    assert time.process_time() - began < 60
    assert article.text == TEXT


def test_a_piece_of_a_page_is_read_too(tmp_path: Path) -> None:
    assert read_one(tmp_path, "a.html", "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)).text == TEXT
    assert read_one(tmp_path, "b.html", f"<p>{PARAGRAPHS[0]}</p>").text == PARAGRAPHS[0]


STORIES = (
    (
        "Ferry strikes the eastern pier at dawn",
        "Nobody was hurt, and the pier will open again within days, the port said.",
    ),
    (
        "Council votes for a new market hall",
        "The hall is to stand beside the canal and to have room for forty stalls in all.",
    ),
    (
        "Bus drivers walk out for a second day",
        "Talks broke down late on Monday, and no date has been set for the next round.",
    ),
    (
        "Storm closes the mountain road",
        "Two metres of snow fell in a night, and the ploughs are waiting for the wind to drop.",
    ),
    (
        "School opens its doors after repairs",
        "Lessons begin on Thursday in all but two rooms, the head teacher told parents.",
    ),
    (
        "River bridge gets a lane for bicycles",
        "Work is to begin in the spring and to last until the end of the summer, at night only.",
    ),
)


@pytest.mark.parametrize(
    "card",
    [
        "<article><h2><a href='/{n}'>{title}</a></h2><time>2 May</time><p>{text}</p></article>",
        "<div><a href='/{n}'>{title}</a><br>{text}</div>",
        "<a href='/{n}'><h3>{title}</h3><p>{text}</p></a>",
        "<li><h3>{title}</h3><p>{text}</p><a href='/{n}'>Read more</a></li>",
    ],
)
def test_a_page_of_teasers_is_no_article(tmp_path: Path, card: str) -> None:
    cards = "".join(card.format(n=n, title=title, text=text) for n, (title, text) in enumerate(STORIES))
    data = f"<html><body><nav><a href='/'>Home</a></nav><main>{cards}</main></body></html>"
    articles, problems = read(tmp_path, "a.html", data)
    assert articles == []
    assert problems[0].what == "is a page of teasers and holds no article"


def test_a_list_of_headlines_with_a_line_each_is_no_article(tmp_path: Path) -> None:
    item = (
        "<li><a href='/{n}'><h3>Harbour story number {n} tells of boats</h3></a><p>A short line on story {n}…</p></li>"
    )
    items = "".join(item.format(n=n) for n in range(30))
    data = f"<html><body><main><h1>Latest news</h1><ul>{items}</ul></main></body></html>"
    articles, problems = read(tmp_path, "a.html", data)
    assert articles == []
    assert problems[0].what == "is a page of teasers and holds no article"


def test_an_article_of_short_pieces_that_says_so_is_one(tmp_path: Path) -> None:
    pieces = "".join(f"<h2><a href='/{n}'>{title}</a></h2><p>{text}</p>" for n, (title, text) in enumerate(STORIES))
    data = f"<html><head><meta property='og:type' content='article'></head><body><main>{pieces}</main></body></html>"
    assert STORIES[0][1] in read_one(tmp_path, "a.html", data).text


def test_an_article_with_links_to_other_stories_between_its_paragraphs_is_one(tmp_path: Path) -> None:
    long = [f"{paragraph} {paragraph} {paragraph} {paragraph}" for paragraph in (*PARAGRAPHS, *PARAGRAPHS[::-1])]
    body = [part for n, text in enumerate(long) for part in (f"<a href='/{n}'>{STORIES[n % 6][0]}</a>", text)]
    assert "Nobody was hurt" in read_one(tmp_path, "a.html", page(body)).text


def test_german_text_without_a_tag_is_not_taken_for_english(tmp_path: Path) -> None:
    text = (
        "Die Fähre war am Morgen mit zweihundert Menschen an Bord von der Insel gekommen. Niemand wurde verletzt, "
        "sagte die Leiterin des Hafens, und der Steg soll in wenigen Tagen wieder geöffnet werden."
    )
    article = read_one(
        tmp_path,
        "a.html",
        page([text, f"{text} Das Schiff wird nun untersucht."]).replace(" lang='en-GB'", ""),
    )
    assert clean(article).language == "de"
