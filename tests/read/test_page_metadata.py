"""The day, the writer and the headline of a page, from its data, its marks or a line; never those of something else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.read.foreign_days import named_day, numeric_day
from tests.read.made import PARAGRAPHS, page, read_one

TITLE = "<h1>Ferry strikes pier</h1>"


def found(folder: Path, field: str, **parts: str) -> str | None:
    lang = parts.pop("lang", "en-GB")
    made = page(**parts).replace("lang='en-GB'", f"lang='{lang}'" if lang else "")  # type: ignore[arg-type]
    value = getattr(read_one(folder, "a.html", made).given, field)
    return value.value if value else None


def linked(*parts: dict[str, object]) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@graph": list(parts)})}</script>'


# ---- days ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("28. Januar 2022", "2022-01-28"),
        ("Mi., 3. Mär. 2021", "2021-03-03"),
        ("1er mars 2020", "2020-03-01"),
        ("5 de mayo de 2021", "2021-05-05"),
        ("12 fevereiro 2019", "2019-02-12"),
        ("23 août 2010 à 12:40", "2010-08-23"),
        ("3 października 2021", "2021-10-03"),
        ("12 мая 2020", "2020-05-12"),
        ("den 4 maj 2020", "2020-05-04"),
        ("17 Μαΐου 2019", "2019-05-17"),
        ("2018年5月28日 09:00", "2018-05-28"),
        ("2018년 5월 28일", "2018-05-28"),
        ("31. Februar 2022", None),
        ("12 Ochsen 2020", None),
        ("Januar 2022", None),
    ],
)
def test_days_in_words_of_other_languages(text: str, day: str | None) -> None:
    assert named_day(text) == day


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("28.01.2022", None, "2022-01-28"),
        ("5.6.2022, 10:15 Uhr", "de", "2022-06-05"),
        ("05.06.22", "de", "2022-06-05"),
        ("05/06/2022", "fr", "2022-06-05"),
        ("05/06/2022", "en-GB", "2022-06-05"),
        ("05/06/2022", "en-US", "2022-05-06"),
        ("05/06/2022", "en", None),
        ("05/06/2022", None, None),
        ("25/06/2022", None, "2022-06-25"),
        ("1/2/3/2022", "de", None),
        ("v1.2.2022.4", "de", None),
    ],
)
def test_days_in_numbers_are_read_where_they_can_be_read_in_one_way(
    text: str, language: str | None, day: str | None
) -> None:
    assert numeric_day(text, language) == day


@pytest.mark.parametrize(
    ("before", "day"),
    [
        (f"{TITLE}<p class='meta'>28. Januar 2022</p>", "2022-01-28"),
        (f"{TITLE}<p>05.06.2022 | Redaktion</p>", "2022-06-05"),
        (f"{TITLE}<div>Veröffentlicht am 5. Juni 2022, aktualisiert am 9. Juni 2022</div>", "2022-06-05"),
        (f"{TITLE}<div>Aktualisiert: 9. Juni 2022</div>", None),
        (f"{TITLE}<div>Deadline: 15. März 2020</div>", None),
        (f"{TITLE}<div>30. März 2020, 13:15 - 19:00 Uhr</div>", None),
        (f"<p>9. Juni 2021</p>{'<p>x</p>' * 30}{TITLE}<p>5. Juni 2022</p>", "2022-06-05"),
        (f"{TITLE}<div class='comments'><p>9. Juni 2022</p></div>", None),
        (f"{TITLE}<p>Am <span class='entry-date'>5. Juni 2022</span> war alles anders als sonst.</p>", "2022-06-05"),
        (f"{TITLE}<p>5.6.2022 - Bei einem Unfall im Hafen wurde ein Steg beschädigt.</p>", "2022-06-05"),
        (f"{TITLE}<script>var d = {{'published_at': '2022-06-05T10:00:00'}};</script>", "2022-06-05"),
        (f"{TITLE}<script>[{{'published_at': '2022-06-05'}}, {{'published_at': '2022-06-06'}}]</script>", None),
    ],
)
def test_a_day_beside_the_headline_is_the_articles_and_no_other(tmp_path: Path, before: str, day: str | None) -> None:
    assert found(tmp_path, "published", before=before, lang="de") == day


def test_another_date_of_the_page_decides_what_can_be_read_in_two_ways(tmp_path: Path) -> None:
    line = f"{TITLE}<p>05/06/2022</p>"
    assert found(tmp_path, "published", before=line, lang="") is None
    picture = "<img src='https://courier.example/2022/06/05/pier.jpg'>"
    assert found(tmp_path, "published", before=line + picture, lang="") == "2022-06-05"


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        # An American evening has the next day in UTC; the address has the outlet's own.
        ("https://courier.example/2023/11/08/ferry/ 2023-11-09T03:12:00+00:00", "2023-11-08"),
        ("https://courier.example/2023/11/08/ferry/ 2023-11-09T03:12:00Z", "2023-11-08"),
        ("https://courier.example/2023/11/08/ferry/ 2023-11-09T03:12:00-05:00", "2023-11-09"),
        ("https://courier.example/2023/11/01/ferry/ 2023-11-09T03:12:00Z", "2023-11-09"),
        ("https://courier.example/ferry/ 2023-11-09T03:12:00Z", "2023-11-09"),
    ],
)
def test_a_time_in_utc_does_not_move_the_day(tmp_path: Path, stated: str, day: str) -> None:
    address, stamp = stated.split()
    head = f"<link rel='canonical' href='{address}'>" + linked({"@type": "NewsArticle", "datePublished": stamp})
    assert found(tmp_path, "published", head=head) == day


def test_the_time_that_a_page_shows_tells_the_day_of_a_time_in_utc(tmp_path: Path) -> None:
    head = linked({"@type": "NewsArticle", "datePublished": "2023-11-09T03:12:00Z"})
    shown = f"{TITLE}<time datetime='2023-11-08T22:12:00-05:00'>8 Nov</time>"
    assert found(tmp_path, "published", head=head, before=shown) == "2023-11-08"


def test_of_a_month_and_a_day_the_day_is_taken(tmp_path: Path) -> None:
    head = linked({"@type": "NewsArticle", "datePublished": "2022-06"}) + "<meta name='pubdate' content='2022-06-05'>"
    assert found(tmp_path, "published", head=head) == "2022-06-05"
    assert found(tmp_path, "published", head=linked({"@type": "NewsArticle", "datePublished": "2022-06"})) == "2022-06"


def test_the_day_of_a_comment_is_not_the_articles(tmp_path: Path) -> None:
    comment = "<div class='single-comment'><meta itemprop='datePublished' content='2018-05-23'><p>Nice.</p></div>"
    assert found(tmp_path, "published", before=TITLE, after=comment) is None


def test_of_several_articles_in_the_data_that_counts_which_the_page_shows(tmp_path: Path) -> None:
    head = linked(
        {"@type": "NewsArticle", "headline": "Another story", "datePublished": "2021-01-01", "author": "Bob Ray"},
        {"@type": "NewsArticle", "headline": "Ferry strikes pier!", "datePublished": "2022-06-05", "author": "Ann Lee"},
    )
    assert found(tmp_path, "published", head=head, before=TITLE) == "2022-06-05"
    assert found(tmp_path, "byline", head=head, before=TITLE) == "Ann Lee"


# ---- writers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("<p>Posted in: Coast <a rel='author' href='/a'>View all posts by Dana Lemers</a></p>", "Dana Lemers"),
        ("<span class='byline__name'>By Ann Lee</span>", "Ann Lee"),
        (
            "<div class='c-byline'>By <a href='/a'>Ann Lee</a> and <a href='/b'>Jon Rusk</a><br>May 3</div>",
            "Ann Lee, Jon Rusk",
        ),
        ("<div class='article-author'>Von Ann Lee, Redakteurin</div>", "Ann Lee"),
        ("<div class='author-name'>Ann Lee, Senior Reporter</div>", "Ann Lee"),
        ("<ul class='author'><li>Ann Lee</li></ul>", "Ann Lee"),
        ("<span itemprop='author'><span itemprop='name'>Ann Lee</span> writes on ports</span>", "Ann Lee"),
        ("<a rel='author' href='/a'>harbourwatch</a>", "harbourwatch"),
        ("<footer class='entry-footer'><span class='author vcard'>Ann Lee</span></footer>", "Ann Lee"),
        ("<p>Por Ana López</p>", "Ana López"),
        ("<p>Von Claudia Lind</p>", "Claudia Lind"),
        ("<p>Posted on May 3, 2019 by Ann Lee</p>", "Ann Lee"),
        ("<div class='author'><a href='/a'>Interview: Ann Lee</a></div>", "Ann Lee"),
        ("<div class='autor'>Autor: <a href='/a'>Rechtsanwältin</a> Ann Lee</div>", "Ann Lee"),
        ("<p>05.02.2020 - Redaktion: Ann Lee (Pressesprecherin des Hafens)</p>", "Ann Lee"),
        ("<a rel='author' href='/a'>siteadmin2</a>", None),
        ("<a class='post-author__all-posts' rel='author' href='/a'>Alle Beiträge</a>", None),
        ("<p>By the time that the ferry came, it was dark.</p>", None),
        ("<p>By Tuesday</p>", None),
        ("<div class='comment'><span class='author'>Bob Ray</span></div>", None),
        ("<ul class='more'><li><span class='author'>Bob Ray</span></li></ul>", None),
        ("<ul><li><a href='/1'>One</a><span class='autor'>Bob Ray</span></li></ul>", None),
        ("<span class='author'>Staff</span>", None),
        ("<span class='author'>The Alder Courier</span>", None),
        ("<span class='author-bio'>Nobody knows the ports of the north better than she does.</span>", None),
    ],
)
def test_the_writer_is_read_where_the_page_names_one(tmp_path: Path, before: str, name: str | None) -> None:
    head = "<meta property='og:site_name' content='The Alder Courier'>"
    assert found(tmp_path, "byline", head=head, before=TITLE + before) == name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("<meta name='author' content='No Author'>", None),
        ("<meta name='author' content='admin'>", None),
        (
            "<meta name='author' content='Alder-Courier'><link rel='canonical' href='https://aldercourier.example/f'>",
            None,
        ),
        ("<meta name='cXenseParse:author' content='Ann Lee'>", "Ann Lee"),
        (
            "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ann Lee @annlee'>",
            "Ann Lee",
        ),
        ("<meta name='twitter:label1' content='Price'><meta name='twitter:data1' content='Ann Lee'>", None),
        (
            linked(
                {"@type": "Article", "headline": "x", "author": {"@id": "#p"}},
                {"@type": "Person", "@id": "#p", "name": "Ann Lee"},
            ),
            "Ann Lee",
        ),
        (linked({"@type": ["CreativeWork", "WebPage"], "datePublished": "2022-06-05", "author": "Ann Lee"}), "Ann Lee"),
    ],
)
def test_the_writer_is_read_from_the_pages_data(tmp_path: Path, head: str, name: str | None) -> None:
    assert found(tmp_path, "byline", head=head) == name


# ---- headlines -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "before", "title"),
    [
        ("<title>Ferry – harbour news and more</title>", TITLE, "Ferry strikes pier"),
        ("<title>Ferry</title><meta property='og:title' content='Ferry hits pier'>", TITLE, "Ferry hits pier"),
        ("", "<h2>Ferry strikes pier</h2><h2>Other</h2>", "Ferry strikes pier"),
        (
            "<link rel='canonical' href='https://alder.example/f'>",
            "<h1>Alder</h1><h2>Ferry strikes pier</h2>",
            "Ferry strikes pier",
        ),
    ],
)
def test_the_headline_is_what_the_page_shows_as_one(tmp_path: Path, head: str, before: str, title: str) -> None:
    assert found(tmp_path, "title", head=head, before=before) == title


# ---- the body --------------------------------------------------------------------------------------------------------


def test_a_list_among_the_paragraphs_belongs_to_the_body(tmp_path: Path) -> None:
    items = ("the rope was cut before the storm reached the pier", "the beam had been sawn on one side")
    held = "".join(f"<li>{item}</li>" for item in items)
    boxes = "<ul class='related-links'><li>a story of another day</li></ul><ul><li><a href='/x'>one more</a></li></ul>"
    first, *rest = PARAGRAPHS
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in rest)
    made = f"<html><body><h1>Notes</h1><p>{first}</p><ul>{held}</ul>{boxes}{paragraphs}</body></html>"
    text = read_one(tmp_path, "a.html", made).text.split("\n\n")
    assert [line for line in text if line != "Notes"] == [first, *items, *rest]


CLAIMANT = "The Alder Courier"

# ---- the outlet behind the headline ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("<title>Ferry strikes pier - The Alder Courier</title><link rel=canonical href='https://www.aldercourier.example/f'>",
         "The Alder Courier"),
        ("<title>Ferry strikes pier | Alder Courier</title>", "Alder Courier"),
        ("<title>Ferry strikes pier | Politics</title>", None),
        ("<title>Ferry strikes pier - two hurt</title>", None),
        ("<title>Ferry strikes pier - Breaking News And Weather From Alder Bay</title>", None),
        ("<title>Ferry strikes pier - Two Hurt</title><link rel=canonical href='https://www.courier.example/f'>", None),
    ],
)  # fmt: skip
def test_the_title_of_a_page_names_the_outlet_behind_its_headline(
    tmp_path: Path, head: str, outlet: str | None
) -> None:
    # Where the title does not tell, the line of copyright at the foot does.
    stated = found(tmp_path, "outlet", head=head, before=TITLE)
    assert stated == (outlet or CLAIMANT)


def test_what_a_page_for_the_printer_sets_before_its_headline_is_no_part_of_it(tmp_path: Path) -> None:
    assert found(tmp_path, "title", head="<title>Print Story: Ferry strikes pier</title>") == "Ferry strikes pier"
    assert found(tmp_path, "title", head="<title>Print shop burns down</title>") == "Print shop burns down"


def test_a_copy_in_a_web_archive_has_the_pages_own_address_and_its_own(tmp_path: Path) -> None:
    copy = "http://archive.today/2022.06.10-080000/https://www.courier.example/ferry"
    head = f"<link rel='canonical' href='{copy}'>"
    assert found(tmp_path, "url", head=head) == "https://www.courier.example/ferry"
    assert found(tmp_path, "archived", head=head) == copy
    assert found(tmp_path, "archived", head="<link rel='canonical' href='https://www.courier.example/ferry'>") is None


def test_a_day_in_figures_before_an_update_of_some_time_ago_is_the_days(tmp_path: Path) -> None:
    line = "<p>20/10/2021 18h05 · Atualizado há 2 anos</p>"
    assert found(tmp_path, "published", before=TITLE + line, lang="pt-BR") == "2021-10-20"


def test_a_page_saved_from_a_reader_view_has_its_address_and_writer(tmp_path: Path) -> None:
    head = '<a class="domain reader-domain" href="https://www.courier.example/ferry">courier.example</a>'
    credit = '<div class="credits reader-credits">Ann Lee</div>'
    assert found(tmp_path, "url", before=head + TITLE + credit) == "https://www.courier.example/ferry"
    assert found(tmp_path, "byline", before=head + TITLE + credit) == "Ann Lee"


def test_the_place_behind_a_name_that_the_page_sets_off_is_no_part_of_it(tmp_path: Path) -> None:
    line = "<div>By <b>ANN LEE</b> <span>PORT HALE</span> 21 July 2022 13:40</div>"
    assert found(tmp_path, "byline", before=TITLE + line) == "ANN LEE"


def test_the_bar_of_a_web_archive_is_no_part_of_the_page(tmp_path: Path) -> None:
    bar = "<div id='wm-ipp-base'><div id='wm-ipp'>14 captures 03 Nov 2006 - 22 Sep 2019</div></div>"
    assert found(tmp_path, "published", before=bar + TITLE) is None


def test_a_line_in_bold_is_the_headline_where_the_title_names_a_window(tmp_path: Path) -> None:
    bold = "<div><b>Ferry strikes eastern pier of Port Alder</b></div><p>Alder Courier, 20 June 2023</p>"
    assert found(tmp_path, "title", head="<title>Print view</title>", before=bold) == (
        "Ferry strikes eastern pier of Port Alder"
    )
    told = "<title>Officials: ferry struck harbour pier</title>"
    assert found(tmp_path, "title", head=told, before=bold) == "Officials: ferry struck harbour pier"


def test_the_outlet_behind_a_writer_on_a_line_is_no_writer(tmp_path: Path) -> None:
    line = "<p>By ANN LEE, THE QUAY LEDGER</p>"
    assert found(tmp_path, "byline", before=TITLE + line) == "ANN LEE"


@pytest.mark.parametrize(
    ("window", "above", "outlet"),
    [
        ("The Advance Online", "<h2>{}</h2><b>By Ann Lee</b><br>Tuesday, June 20, 2023<p>", "The Kestrel Advance"),
        ("Tarn Diary: {}", "<h1>Tarn Diary</h1><h2>Tuesday, June 20, 2023</h2><h3>{}</h3>", None),
    ],
)
def test_headings_of_home_made_pages_are_headlines_whatever_their_rank(
    tmp_path: Path, window: str, above: str, outlet: str | None
) -> None:
    headline = "Ferry strikes the harbour's old pier at dawn"
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    foot = f"<hr>Copyright &copy; 2023 {outlet}." if outlet else ""
    head = f"<html><head><title>{window.format(headline)}</title></head><body>"
    article = read_one(tmp_path, "a.html", f"{head}{above.format(headline)}{body}{foot}</body></html>")
    given = article.given
    assert given.title is not None and given.title.value == headline
    assert given.published is not None and given.published.value == "2023-06-20"
    assert (given.outlet and given.outlet.value) == outlet


def test_a_day_with_its_year_first_beside_the_headline_is_the_pages(tmp_path: Path) -> None:
    for printed in ("2023-06-20 08:41 Alder Evening Courier", "2023.06.20 08:41", "2023/06/20"):
        assert found(tmp_path, "published", before=f"{TITLE}<p>{printed}</p>") == "2023-06-20"
