"""Each format gives the article's exact words, and what it states about it with how that is known."""

from __future__ import annotations

import base64
import builtins
import io
import json
import re
import zipfile
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from generator.clean import clean
from generator.records import RawArticle
from tests.read.made import PARAGRAPHS, TEXT, docx, page, pdf, pdf_of, read, read_one, warc, zipped


def given(article: RawArticle) -> dict[str, tuple[str, str]]:
    found = {name: getattr(article.given, name) for name in article.given.__slots__}
    return {name: (stated.value, stated.how) for name, stated in found.items() if stated}


# ---- mails -----------------------------------------------------------------------------------------------------------

MAIL = (
    "From: {sender}\nTo: me@example.org\nSubject: {subject}\nDate: Tue, 20 Jun 2023 09:00:00 +0200\n{more}"
    "MIME-Version: 1.0\nContent-Type: {kind}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}"
)


def mail(body: str, subject: str = "Ferry strikes pier", **parts: str) -> bytes:
    fields = {"sender": "Ann Lee <ann@example.org>", "more": "", "kind": "text/plain"} | parts
    return MAIL.format(body=body, subject=subject, **fields).encode("utf-8")


def test_a_mail_gives_its_text_subject_and_day(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.eml", mail(TEXT))
    assert article.text.strip() == TEXT
    assert article.form == "scrape"
    assert given(article) == {
        "title": ("Ferry strikes pier", "subject of the mail"),
        "published": ("2023-06-20", "date of the mail"),
    }


def test_who_wrote_a_private_mail_is_not_published(tmp_path: Path) -> None:
    body = f"---------- Forwarded message ---------\nFrom: Bob Ray <bob@example.org>\nSubject: Ferry\n\n{TEXT}"
    article = read_one(tmp_path, "a.eml", mail(body, subject="Fwd: RE: Ferry strikes pier"))
    assert "example.org" not in repr(article)
    assert given(article) == {"title": ("Ferry strikes pier", "subject of a mail that was passed on")}
    assert article.text.strip() == TEXT


def test_a_newsletter_names_its_outlet(tmp_path: Path) -> None:
    data = mail(TEXT, sender='"The Alder Courier" <news@example.org>', more="List-Unsubscribe: <https://example.org>\n")
    assert given(read_one(tmp_path, "a.eml", data))["outlet"] == ("The Alder Courier", "sender of the newsletter")


def test_a_mail_of_markup_only_gives_its_words(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{paragraph}</td></tr>" for paragraph in PARAGRAPHS)
    article = read_one(tmp_path, "a.eml", mail(f"<html><body><table>{rows}</table></body></html>", kind="text/html"))
    assert article.text == TEXT


PLAIN, HTML = "Content-Type: text/plain; charset=utf-8", "Content-Type: text/html; charset=utf-8"


def test_attachments_are_told(tmp_path: Path) -> None:
    text = f"--b\nContent-Type: text/plain; charset=utf-8\n\n{TEXT}\n"
    file = "--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\nx\n--b--\n"
    data = f"Subject: Ferry\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n{text}{file}"
    articles, problems = read(tmp_path, "a.eml", data)
    assert articles[0].text.strip() == TEXT
    assert "not read: a.pdf" in problems[0].what


def test_a_mail_that_only_hands_on_a_file_is_read_by_what_is_attached(tmp_path: Path) -> None:
    note = f"{PLAIN}\n\nDear all, the clipping on the ferry is attached.\n"
    file = "Content-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; filename=ferry 2023-06-20.txt"
    data = (
        "Subject: for the file\nDate: Mon, 26 Jun 2023 09:00:00 +0000\nMIME-Version: 1.0\n"
        f"Content-Type: multipart/mixed; boundary=b\n\n--b\n{note}--b\n{file}\n\n{TEXT}\n--b--\n"
    )
    article = read_one(tmp_path, "a.eml", data)
    assert article.text.strip() == TEXT
    assert given(article)["published"] == ("2023-06-20", "file name")
    assert given(article)["title"] == ("for the file", "subject of a mail that was passed on")
    assert "Dear all" in article.removed[0].text


@pytest.mark.parametrize("name", ["a.eml", "a.txt"])
def test_subject_and_day_of_a_post_are_not_those_of_the_story_it_hands_on(tmp_path: Path, name: str) -> None:
    post = f"From: a@b.example\nSubject: [clips] Ferry\nDate: Tue, 20 Jun 2023 09:00:00 GMT\n{{}}\n\n{TEXT}"
    for line in ("Newsgroups: misc.harbours", "List-Id: <clips.example.org>\nMessage-ID: <1@b.example>"):
        article = read_one(tmp_path, name, post.format(line))
        assert article.text.strip() == TEXT
        assert given(article) == {
            "title": ("Ferry", "subject of a mail that was passed on"),
            "published": ("2023-06-20", "date of the mail"),
        }


def parts_of(kind: str, *parts: tuple[str, str]) -> str:
    """Return a mail of these parts, each with its headers."""
    made = "".join(f"--{kind}\n{headers}\n\n{body}\n" for headers, body in parts)
    return f"Content-Type: multipart/{kind}; boundary={kind}\n\n{made}--{kind}--"


def test_what_stands_behind_a_picture_in_a_mail_is_its_text_too(tmp_path: Path) -> None:
    """Mail programs part the text where a picture stands in it."""
    picture = "Content-Type: image/png\nContent-Disposition: inline", "x"
    body = parts_of("mixed", (PLAIN, PARAGRAPHS[0]), picture, (PLAIN, PARAGRAPHS[1]))
    article = read_one(tmp_path, "a.eml", f"Subject: Ferry\nMIME-Version: 1.0\n{body}")
    assert article.text.split("\n\n") == [*PARAGRAPHS[:2]]


def test_another_version_of_a_text_in_a_mail_is_not_read_beside_it(tmp_path: Path) -> None:
    page = f"<p>{'</p><p>'.join(PARAGRAPHS)}</p>"
    inner = parts_of("mixed", (HTML, page), (PLAIN, "Sent from the quay."))
    body = parts_of("alternative", (PLAIN, TEXT), tuple(inner.split("\n\n", 1)))  # type: ignore[arg-type]
    article = read_one(tmp_path, "a.eml", f"Subject: Ferry\nMIME-Version: 1.0\n{body}")
    assert article.text.strip() == TEXT


def test_parts_of_a_mail_that_are_not_read_are_told(tmp_path: Path) -> None:
    page = HTML, f"<p>{'</p><p>'.join(PARAGRAPHS)}</p>"
    body = parts_of("mixed", page, page, ("Content-Type: text/csv", "a,b"))
    problems = read(tmp_path, "a.eml", f"Subject: Ferry\nMIME-Version: 1.0\n{body}")[1]
    assert [problem.what for problem in problems] == ["has attachments, which are not read: text/html, text/csv"]
    body = parts_of("mixed", *[(PLAIN, "The pier is shut.")] * 1_001)
    articles, problems = read(tmp_path, "a.eml", f"Subject: Ferry\nMIME-Version: 1.0\n{body}")
    assert articles[0].text.count("The pier is shut.") == 999
    assert [problem.what for problem in problems] == ["has attachments, which are not read: parts beyond 1,000"]


MARK = b"From news@example.org Tue Jun 20 09:00:00 2023\n"


def test_a_mailbox_gives_an_article_a_mail(tmp_path: Path) -> None:
    mails = [mail(TEXT.replace("Tuesday", day), subject=f"Ferry, {day}") for day in ("Monday", "Friday")]
    articles, problems = read(tmp_path, "box.mbox", b"\n\n".join(MARK + one for one in mails))
    assert not problems
    assert [article.given.title.value for article in articles if article.given.title] == [
        "Ferry, Monday",
        "Ferry, Friday",
    ]
    assert [article.file for article in articles] == ["box.mbox#1", "box.mbox#2"]


def test_a_mail_keeps_its_id_when_another_comes_to_stand_above_it(tmp_path: Path) -> None:
    old = MARK + mail(TEXT, more="Message-ID: <1@example.org>\n")
    other = MARK + mail(TEXT, more="Message-ID: <2@example.org>\n")
    third = MARK + mail(TEXT, more="Message-ID: <3@example.org>\n")
    before = {a.wanted_id for a in read(tmp_path, "box.mbox", b"\n\n".join([old, other]))[0]}
    after = {a.wanted_id for a in read(tmp_path, "box.mbox", b"\n\n".join([third, old, other]))[0]}
    assert before < after
    assert len(after) == 3


def test_a_line_of_a_mail_that_begins_with_from_begins_no_mail(tmp_path: Path) -> None:
    said = f"From the quay you see the lock.\n\n>From Monday 5 June 2023 it is closed.\n\n{TEXT}"
    article = read_one(tmp_path, "box.mbox", MARK + mail(said))
    assert "From the quay you see the lock." in article.text
    assert "\nFrom Monday 5 June 2023 it is closed." in article.text


def test_a_bad_mail_of_a_box_costs_one_line(tmp_path: Path) -> None:
    articles, problems = read(tmp_path, "box.mbox", b"\n\n".join([MARK + b"nothing", MARK + mail(TEXT)]))
    assert len(articles) == 1
    assert "#1" in problems[0].where


def test_a_file_without_mails_is_no_mailbox(tmp_path: Path) -> None:
    articles, problems = read(tmp_path, "box.mbox", TEXT.encode())
    assert not articles
    assert "no line that begins a mail" in problems[0].what


def test_a_text_file_called_eml_is_no_mail(tmp_path: Path) -> None:
    articles, problems = read(tmp_path, "a.eml", "\n" + TEXT)
    assert articles == []
    assert "no headers" in problems[0].what


def test_a_web_archive_of_one_page_gives_its_address(tmp_path: Path) -> None:
    data = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://courier.example/2023/06/20/ferry\n"
        'Subject: Ferry\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n'
        f"--b\nContent-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n{page()}\n"
        "--b\nContent-Type: image/png\n\nx\n--b--\n"
    )
    article = read_one(tmp_path, "a.mhtml", data)
    assert article.text == TEXT
    assert given(article)["url"] == ("https://courier.example/2023/06/20/ferry", "archive that holds the page")
    assert given(article)["published"] == ("2023-06-20", "address")
    assert given(article)["outlet"] == ("The Alder Courier", "line of copyright")


def test_packed_parts_are_unpacked(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "Ferry – „hits“ pier"
    message.set_content(TEXT, cte="base64", charset="cp1252")
    article = read_one(tmp_path, "a.eml", message.as_bytes())
    assert article.text.strip() == TEXT
    assert article.given.title and article.given.title.value == "Ferry – „hits“ pier"
    saved = EmailMessage()
    saved["Snapshot-Content-Location"] = "https://courier.example/ferry"
    saved.set_content(page(), subtype="html", cte="quoted-printable")
    assert read_one(tmp_path, "a.mhtml", saved.as_bytes()).text == TEXT


def test_a_stray_line_among_the_headers_is_joined_and_told(tmp_path: Path) -> None:
    """A browser wrote a title with a line end in it: what stands below is no text yet."""
    data = (
        "From: <Saved by Blink>\nX-Snapshot-Title: Ferry\nstrikes pier\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="b"\n\n'
        f"--b\nContent-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n{page()}\n--b--\n"
    )
    articles, problems = read(tmp_path, "a.mhtml", data)
    assert [article.text for article in articles] == [TEXT]
    assert [problem.what for problem in problems] == ["1 line(s) of its headers are broken and were joined"]


def test_a_subject_in_gb2312_may_have_letters_of_gbk(tmp_path: Path) -> None:
    subject = "=?gb2312?B?" + base64.b64encode("朱镕基访问港口".encode("gbk")).decode() + "?="
    article = read_one(tmp_path, "a.eml", mail(TEXT, subject=subject))
    assert given(article)["title"][0] == "朱镕基访问港口"


# ---- feeds -----------------------------------------------------------------------------------------------------------

MARKUP = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Alder Courier</title><link>https://courier.example</link><language>en-gb</language>
<item><title>Ferry strikes pier &amp; sinks buoy&rsquo;s light</title><link>https://courier.example/ferry</link>
<pubDate>Tue, 20 Jun 2023 23:30:00 -0400</pubDate><dc:creator>Ann Lee</dc:creator><category>Shipping</category>
<guid>tag:courier.example,17</guid><description>In short.</description>
<content:encoded><![CDATA[{MARKUP}<figure><figcaption>The pier on Tuesday</figcaption></figure>]]>
</content:encoded></item>
<item><title>Second</title><description>Only a summary of the second story.</description></item>
</channel></rss>"""


def test_an_rss_entry_with_its_full_text_is_an_article(tmp_path: Path) -> None:
    articles, problems = read(tmp_path, "courier.xml", RSS)
    assert len(articles) == 1
    article = articles[0]
    assert article.text == TEXT
    assert article.file == "courier.xml#1"
    assert article.tags == ("Shipping",)
    assert given(article) == {
        "title": ("Ferry strikes pier & sinks buoy’s light", "title of the feed's entry"),
        "outlet": ("The Alder Courier", "title of the feed"),
        "byline": ("Ann Lee", "author of the feed's entry"),
        "published": ("2023-06-20", "date of the feed's entry"),
        "url": ("https://courier.example/ferry", "link of the feed's entry"),
        "language": ("en-GB", "language of the feed"),
    }
    assert [(part.text, part.reason) for part in article.removed] == [
        ("The pier on Tuesday", "caption (HTML)"),
        ("In short.", "summary (feed)"),
    ]
    assert [problem.what for problem in problems] == ["1 of 2 entries hold a summary at most, and no text (#2)"]


def test_an_entry_keeps_its_id_when_the_feed_gets_a_new_one_on_top(tmp_path: Path) -> None:
    newer = f"<item><guid>new</guid><content:encoded><![CDATA[{MARKUP}]]></content:encoded></item>"
    before = read(tmp_path, "courier.xml", RSS)[0]
    after = read(tmp_path, "courier.xml", RSS.replace("<item>", newer + "<item>", 1))[0]
    assert [article.wanted_id for article in after][1:] == [article.wanted_id for article in before]


MODULES = 'xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'


@pytest.mark.parametrize(
    "field",
    [
        # A picture, its credit inside.
        '<media:content url="https://courier.example/b.jpg"><media:credit>Photograph: A. Lee</media:credit>'
        f"<media:description>{TEXT}{TEXT}{TEXT}</media:description></media:content>",
        "<itunes:summary>" + TEXT * 3 + "</itunes:summary>",
        # Teasers, in the field that should hold the text.
        f"<content:encoded>{TEXT} &lt;a href='https://courier.example/a'&gt;Read more&lt;/a&gt;</content:encoded>",
        f"<content:encoded>{TEXT}, which he said […]</content:encoded>",
        f"<content:encoded>{PARAGRAPHS[0]}</content:encoded>",
    ],
)
def test_what_is_no_text_of_an_entry_is_not_taken_for_it(tmp_path: Path, field: str) -> None:
    feed = RSS.replace("xmlns:dc", f"{MODULES} xmlns:dc")
    item = f"<item><title>Ferry</title><description>In short.</description>{field}</item></channel>"
    articles, problems = read(tmp_path, "a.xml", feed.replace("</channel>", item))
    assert [article.text for article in articles] == [TEXT]
    assert [problem.what for problem in problems] == ["2 of 3 entries hold a summary at most, and no text (#2, #3)"]


def test_a_pictures_title_and_author_are_not_the_entrys(tmp_path: Path) -> None:
    item = "<item><media:title>Pier.jpg</media:title><itunes:author>B. Ray</itunes:author>"
    feed = RSS.replace("xmlns:dc", f"{MODULES} xmlns:dc")
    article = read(tmp_path, "a.xml", feed.replace("<item>", item, 1))[0][0]
    assert given(article)["title"][0] == "Ferry strikes pier & sinks buoy’s light"
    assert given(article)["byline"][0] == "Ann Lee"


def test_an_atom_entry_is_an_article(tmp_path: Path) -> None:
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Courier</title><entry><title>Ferry</title>
    <author><name>Ann Lee</name></author><link href="https://courier.example/ferry" rel="alternate"/><id>urn:1</id>
    <published>2023-06-20T10:00:00Z</published><updated>2023-06-22T10:00:00Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{MARKUP}</div></content></entry></feed>"""
    article = read_one(tmp_path, "a.atom", atom)
    assert article.text == TEXT
    assert given(article)["published"][0] == "2023-06-20"
    assert given(article)["byline"][0] == "Ann Lee"


def test_a_json_feed_is_read(tmp_path: Path) -> None:
    item: dict[str, Any] = {"id": "1", "content_html": MARKUP, "authors": [{"name": "Ann Lee"}]}
    item |= {"date_published": "2023-06-20T10:00:00Z", "url": "https://courier.example/ferry"}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "items": [item, {"id": "2"}]}
    articles, problems = read(tmp_path, "a.json", json.dumps(feed))
    assert [article.text for article in articles] == [TEXT]
    assert given(articles[0])["byline"][0] == "Ann Lee"
    assert "1 of 2 entries" in problems[0].what


@pytest.mark.parametrize("name", ["a.xml", "a.enex"])
@pytest.mark.parametrize(
    ("reference", "shown"),
    [
        ("&#xD800;", "�"),
        ("&#xdfff;", "�"),
        ("&#0055296;", "�"),
        ("&#57343", "�"),
        ("&#xE000;", "\ue000"),
        ("&#xD7;", "×"),
    ],
)
def test_half_a_character_named_by_its_number_is_shown_as_replaced(
    tmp_path: Path, name: str, reference: str, shown: str
) -> None:
    item = "<feed><entry><title>{0} Ferry</title><content>{0} "
    item += f"{PARAGRAPHS[2]} {PARAGRAPHS[3]}</content></entry></feed>"
    note = "<en-export><note><title>{0} Ferry</title><content>&lt;p&gt;{0} It struck.</content></note></en-export>"
    (article,), _ = read(tmp_path, name, {"a.xml": item, "a.enex": note}[name].format(reference))
    assert article.text.startswith(f"{shown} ")
    assert article.given.title is not None
    assert article.given.title.value == f"{shown} Ferry"


def test_a_feed_reads_no_file_and_grows_no_entity(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("swordfish", encoding="utf-8")
    for declared in (f'<!ENTITY x SYSTEM "file://{tmp_path}/secret">', '<!ENTITY a "aaaaaaaa"><!ENTITY x "&a;&a;">'):
        feed = f"<!DOCTYPE rss [{declared}]><rss><channel><item><description>&x;</description></item></channel></rss>"
        articles, problems = read(tmp_path, "a.rss", feed)
        assert articles == []
        assert "entities of its own" in problems[0].what


# ---- PDF -------------------------------------------------------------------------------------------------------------

PDF_PAGES = [
    [
        "The harbour of Port Alder was closed on Tuesday after a ferry struck the east-",
        "ern pier, officials said. Nobody was hurt.",
        "The ferry had left the island at dawn with 212 people on board and was due at",
        "half past eight. A well-known pilot was at the wheel, the ministry said, and the well-",
    ],
    ["known route was clear."],
    ["The pier will open again within days, the harbour master said."],
]


def test_paragraphs_that_a_wider_gap_parts_in_a_pdf_are_two_though_their_lines_are_full(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    told = [
        [
            "The harbour of Port Alder was closed on Tuesday after a ferry struck the",
            "eastern pier of the town, and nobody on it was hurt, the officials there say.",
        ],
        [
            "The ferry had left the island at dawn with 212 people on board and was due",
            "at half past eight. A pilot of thirty years was at the wheel, the ministry said.",
        ],
        [
            "The pier will open again within days, the master of the harbour said when he",
            "was asked. Until then all the ferries of the line will call at the northern one.",
        ],
    ]
    drawn = " 0 -22 Td ".join(" T* ".join(f"({line}) Tj" for line in lines) for lines in told)
    article = read_one(tmp_path, "a.pdf", pdf_of(f"BT /F1 10 Tf 14 TL 50 800 Td {drawn} ET".encode()))
    assert [" ".join(part.split()) for part in article.text.split("\n\n")] == [" ".join(lines) for lines in told]


def test_a_pdf_gives_paragraphs_without_its_page_heads(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    pages = [["The Alder Courier", *lines, f"Page {at} of 3"] for at, lines in enumerate(PDF_PAGES, start=1)]
    article = read_one(tmp_path, "a.pdf", pdf(pages))
    paragraphs = [" ".join(paragraph.split()) for paragraph in article.text.split("\n\n")]
    assert paragraphs == [
        "The harbour of Port Alder was closed on Tuesday after a ferry struck the eastern pier, officials said. "
        "Nobody was hurt.",
        "The ferry had left the island at dawn with 212 people on board and was due at half past eight. A well-known "
        "pilot was at the wheel, the ministry said, and the well-known route was clear.",
        "The pier will open again within days, the harbour master said.",
    ]
    assert {part.text for part in article.removed} == {"The Alder Courier", *(f"Page {at} of 3" for at in (1, 2, 3))}


def test_a_shape_that_a_pdf_draws_for_two_letters_is_read_as_the_letters(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    article = read_one(tmp_path, "a.pdf", pdf([["The harbour of\\256ce was closed by a \\257ood on Tuesday."]]))
    assert article.text.strip() == "The harbour office was closed by a flood on Tuesday."


def test_the_running_head_of_two_pages_goes_but_for_the_first_that_names_paper_and_day(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    head = "The Alder Courier, June 20, 2023    Page {}"
    pages = [[head.format(at), "", *lines] for at, lines in enumerate(PDF_PAGES[:2], start=1)]
    article = read_one(tmp_path, "a.pdf", pdf(pages))
    assert article.text.split("\n")[0] == head.format(1)
    assert [part.text for part in article.removed] == [head.format(2)]


def test_a_line_that_stands_on_both_of_two_pages_is_kept(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    pages = [["Nobody was hurt.", *lines] for lines in PDF_PAGES[:2]]
    assert read_one(tmp_path, "a.pdf", pdf(pages)).text.count("Nobody was hurt.") == 3


def test_a_pdf_without_text_is_taken_for_a_scan(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    articles, problems = read(tmp_path, "a.pdf", pdf([[]]))
    assert articles == []
    assert "scan" in problems[0].what


# ---- Word ------------------------------------------------------------------------------------------------------------


def test_a_word_file_gives_its_paragraphs(tmp_path: Path) -> None:
    pytest.importorskip("mammoth")
    article = read_one(tmp_path, "a.docx", docx(PARAGRAPHS, heading="Ferry strikes pier"))
    assert article.text == "Ferry strikes pier\n\n" + TEXT
    assert given(article) == {"title": ("Ferry strikes pier", "first heading (Word)")}


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    pytest.importorskip("mammoth")
    bomb = zipped({"word/document.xml": b"<w>" + b"a" * 60_000_000})
    assert "limit" in read(tmp_path, "a.docx", bomb)[1][0].what


@pytest.mark.parametrize(("paragraphs", "told"), [(30, False), (31, True)])
def test_a_word_file_of_too_many_marks_is_refused_before_it_is_laid_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paragraphs: int, told: bool
) -> None:
    data = docx(PARAGRAPHS[:1] * 30)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        marks = sum(archive.read(name).count(b"<") for name in archive.namelist())
    monkeypatch.setattr("generator.read.docx.MAX_TAGS", marks)
    articles, problems = read(tmp_path, "a.docx", docx(PARAGRAPHS[:1] * paragraphs))
    assert (not articles, [problem.next_step for problem in problems]) == (told, ["Split it"] if told else [])


def test_entities_in_a_word_file_are_refused(tmp_path: Path) -> None:
    pytest.importorskip("mammoth")
    bomb = docx([], xml='<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    assert "entities" in read(tmp_path, "a.docx", bomb)[1][0].what


def test_another_zip_archive_is_no_word_file(tmp_path: Path) -> None:
    pytest.importorskip("mammoth")
    assert "no Word file" in read(tmp_path, "a.docx", zipped({"a.txt": b"x"}))[1][0].what


FIELD = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
END_OF_FIELD = "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
WORDS = "<w:r><w:t>It struck.</w:t></w:r>"
MARK_OF_NOTE = "<w:r><w:footnoteReference w:customMarkFollows='1' w:id='1'/></w:r>"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (FIELD * 100 + END_OF_FIELD * 100, ""),
        (FIELD * 101 + END_OF_FIELD * 101, "fields one in another"),
        ((FIELD + END_OF_FIELD) * 200, ""),
        (END_OF_FIELD * 50 + FIELD * 101, "fields one in another"),
        (FIELD * 101 + "<w:r><w:t>w:fldCharType='end' </w:t></w:r>" * 50, "fields one in another"),
        (MARK_OF_NOTE * 3, ""),
        (MARK_OF_NOTE * 4, "again and again"),
        ("".join(MARK_OF_NOTE.replace("/>", f" a='{n}'/>") for n in range(4)), "again and again"),
        ("".join(MARK_OF_NOTE.replace("id='1'", f"id='{n}'") for n in range(9)), ""),
    ],
)
def test_what_a_word_file_holds_without_end_is_refused(tmp_path: Path, body: str, told: str) -> None:
    pytest.importorskip("mammoth")
    notes = {"word/footnotes.xml": "".join(f"<w:footnote w:id='{n}'><w:p>{WORDS}</w:p></w:footnote>" for n in range(9))}
    with zipfile.ZipFile(io.BytesIO(docx([], body=f"<w:p>{body}{WORDS}</w:p>"))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    start = files["word/footnotes.xml"].partition(b"<w:footnote ")[0]
    files["word/footnotes.xml"] = start + notes["word/footnotes.xml"].encode() + b"</w:footnotes>"
    articles, problems = read(tmp_path, "a.docx", zipped(files))
    assert (len(articles), bool(problems)) == ((0, True) if told else (1, False))
    assert all(told in problem.what and problem.next_step == "Save its text as .txt" for problem in problems)


# ---- RTF -------------------------------------------------------------------------------------------------------------


def test_the_address_of_a_link_is_no_word_of_an_rtf_file(tmp_path: Path) -> None:
    pytest.importorskip("striprtf")
    link = '{\\field{\\*\\fldinst{HYPERLINK "https://a.example/"}}{\\fldrslt the pier}}'
    text = f"{{\\rtf1 The ferry struck {link}, and {link}s stay shut.\\par}}"
    assert read_one(tmp_path, "a.rtf", text).text == "The ferry struck the pier, and the piers stay shut."


def test_an_rtf_file_may_be_long_by_its_pictures_and_not_by_its_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("striprtf")
    monkeypatch.setattr("generator.read.rtf.MAX_CHARACTERS_OF_FILE", 100)
    picture = "{\\pict\\pngblip " + "89AB\r\n" * 500 + "}"
    assert read_one(tmp_path, "a.rtf", f"{{\\rtf1 It struck.{picture}\\par}}").text == "It struck."
    problem = read(tmp_path, "a.rtf", "{\\rtf1 " + "It struck. " * 10 + "}")[1][0]
    assert (problem.what, problem.next_step) == ("holds more than 0 MB of text and formats, the limit", "Split it")


def test_the_letters_of_an_rtf_file_are_read_by_its_fonts(tmp_path: Path) -> None:
    pytest.importorskip("striprtf")
    fonts = (
        "{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\fcharset204{\\*\\panose 0202}Times{\\*\\falt T};}{\\f2 A;}}"
    )
    text = f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{fonts}\\f0 caf\\'e9 \\f1 \\'ef\\'ee\\'f0\\'f2 \\f2 \\'e9\\par}}"
    assert read_one(tmp_path, "a.rtf", text).text == "café порт é"


# ---- web archives ----------------------------------------------------------------------------------------------------

PAGES = {"https://courier.example/2023/06/20/ferry": page(), "https://courier.example/": "<html><body><p>Menu"}


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.wacz"])
def test_a_web_archive_gives_the_pages_that_hold_an_article(tmp_path: Path, name: str) -> None:
    pytest.importorskip("warcio")
    data = warc(PAGES, gzip=name != "a.warc")
    if name == "a.wacz":
        listed = "\n".join(['{"format": "json-pages-1.0"}', *(json.dumps({"url": url}) for url in PAGES)])
        data = zipped({"archive/data.warc.gz": data, "pages/pages.jsonl": listed.encode()})
    articles, problems = read(tmp_path, name, data)
    assert [(article.file, article.text) for article in articles] == [(f"{name}#1", TEXT)]
    assert given(articles[0])["url"][0] == "https://courier.example/2023/06/20/ferry"
    assert [problem.what for problem in problems] == ["1 of 2 pages hold no article (https://courier.example/)"]


# ---- extras ----------------------------------------------------------------------------------------------------------


def test_a_record_longer_than_it_states_is_told_with_its_article(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    made = warc({"https://courier.example/2023/06/20/ferry": page()}, gzip=False)
    stated = re.search(rb"\r\nContent-Length: (\d+)\r\n", made)
    assert stated is not None
    shorter = b"%d" % (int(stated[1]) - 60)
    articles, problems = read(tmp_path, "a.warc", made[: stated.start(1)] + shorter + made[stated.end(1) :])
    assert len(articles) == 1
    assert [str(problem) for problem in problems] == [
        "a.warc#1: its record is longer than it states, so its end may be missing. Compare it with the original"
    ]
    assert capfd.readouterr().err == ""


def test_a_web_archive_that_breaks_off_keeps_the_pages_before(tmp_path: Path) -> None:
    pages = {f"https://courier.example/{number}": page() for number in range(3)}
    made = warc(pages, gzip=False)
    last = made.rindex(b"WARC-Target-URI")
    articles, problems = read(tmp_path, "a.warc", made[:last] + b"X" + made[last + 1 :])
    assert len(articles) == 2
    assert [str(problem) for problem in problems] == [
        "a.warc: is no web archive that can be read (AttributeError),"
        " from behind the page https://courier.example/1 on. Archive the pages again"
    ]


@pytest.mark.parametrize("header", [b"a" * 40, b"A: a\r\n" * 8])
def test_a_header_of_a_web_archive_without_an_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, header: bytes
) -> None:
    """Its lines are read one by one, so a few kilobytes that unpack to one line took gigabytes, or minutes."""
    monkeypatch.setattr("generator.read.warc.LONGEST_HEADER", 2_000)
    start = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/\r\nX: "
    assert read(tmp_path, "a.warc", start + header * 10 + b"\r\n\r\nabc\r\n\r\n")[1][0].what == "holds no web page"
    told = read(tmp_path, "b.warc", start + header * 60 + b"\r\n\r\nabc\r\n\r\n")[1]
    assert [problem.what for problem in told] == ["is no web archive that can be read (ValueError)"]
    whole = warc({f"https://courier.example/2023/06/20/{number}": page() for number in range(9)})
    assert len(read(tmp_path, "c.warc.gz", whole)[0]) == 9


@pytest.mark.parametrize(("name", "package"), [("a.pdf", "pypdf"), ("a.docx", "mammoth"), ("a.warc.gz", "warcio")])
def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, package: str) -> None:
    real = builtins.__import__

    def without(module: str, *rest: Any, **more: Any) -> Any:
        if module.partition(".")[0] == package:
            raise ImportError(module)
        return real(module, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    articles, problems = read(tmp_path, name, b"anything")
    extra = name.split(".")[1]
    assert articles == []
    assert str(problems[0]) == (
        f'{name}: needs {package}, which is not installed. Run `pip install "event-digest[{extra}]"`'
    )


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.warc", "a.warc.gz", "a.wacz"])
@pytest.mark.parametrize(
    "data", [b"x", b"PK\x03\x04 broken", b"%PDF-1.4 broken", b"\x1f\x8b broken", b"WARC/1.0\r\n\r\n"]
)
def test_a_broken_archive_is_one_line(tmp_path: Path, name: str, data: bytes) -> None:
    articles, problems = read(tmp_path, name, data)
    assert articles == []
    assert len(problems) == 1
    assert "\n" not in str(problems[0])


# ---- names that systems set ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("title", ["Alder Courier » Feed", "Alder Courier - RSS", "RSS: Alder Courier"])
def test_what_systems_set_beside_the_name_of_a_feed_is_no_part_of_it(tmp_path: Path, title: str) -> None:
    item = f"<item><author>Staff</author><content:encoded><![CDATA[{MARKUP}]]></content:encoded></item>"
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    article = read_one(tmp_path, "a.rss", f"<rss {space}><channel><title>{title}</title>{item}</channel></rss>")
    assert {name: value for name, (value, _) in given(article).items()} == {"outlet": "Alder Courier"}


# ---- newsletters that were passed on ---------------------------------------------------------------------------------

PASSED_ON = (
    "From: Dana Roe <dana@desk.example>\nSubject: Fwd: Ferry strikes pier\nDate: Mon, 26 Jun 2023 10:02:11 +0000\n"
    "Content-Type: text/plain; charset=utf-8\n\nfor the harbour folder!\n\nDana\n\n"
    "---------- Forwarded message ---------\n"
    "From: {}\nDate: Tue, 20 Jun 2023 at 17:30\nSubject: Ferry strikes pier\nTo: <dana@desk.example>\n\n\n"
    + "\n\n".join(PARAGRAPHS)
)


def test_a_newsletter_that_was_passed_on_has_its_own_sender_and_day(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.eml", PASSED_ON.format("The Alder Courier <news@courier.example>"))
    assert {name: value for name, (value, _) in given(article).items()} == {
        "title": "Ferry strikes pier",
        "outlet": "The Alder Courier",
        "published": "2023-06-20",
    }
    assert article.text.strip() == TEXT
    assert [removed.reason for removed in article.removed] == [
        "words of whoever passed it on",
        "head of a forwarded mail",
    ]
    assert not any("desk.example" in removed.text or "courier.example" in removed.text for removed in article.removed)


def test_a_letter_that_was_passed_on_names_no_outlet(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.eml", PASSED_ON.format("Ann Lee <ann.lee@courier.example>"))
    assert set(given(article)) == {"title"}


def test_a_mail_that_quotes_an_article_is_read_without_the_marks(tmp_path: Path) -> None:
    quoted = "\n>\n".join(f"> {paragraph}" for paragraph in ("Ferry strikes pier", *PARAGRAPHS))
    article = read_one(tmp_path, "a.eml", mail(f"Hi, here it is:\n\n{quoted}\n\nDana", subject="Re: your piece"))
    assert article.text.strip() == f"Ferry strikes pier\n\n{TEXT}"
    assert [(part.reason, part.text) for part in article.removed] == [
        ("words of whoever passed it on", "Hi, here it is:\n\n\nDana")
    ]
    assert given(article)["title"] == ("your piece", "subject of a mail that was passed on")
    title = clean(article).metadata.title
    assert title is not None and title.value == "Ferry strikes pier"


def test_a_mail_passed_on_by_outlook_has_its_head_alone(tmp_path: Path) -> None:
    head = "From: Cy Voss <cy@desk.example>\nSent: Tuesday, June 20, 2023 6:30 PM\nTo: Dana\nSubject: a piece\n\n"
    article = read_one(tmp_path, "a.eml", mail(f"FYI\n\n{head}Ferry strikes pier\n\n{TEXT}", subject="FW: a piece"))
    assert article.text.strip() == f"Ferry strikes pier\n\n{TEXT}"
    assert [part.reason for part in article.removed] == ["words of whoever passed it on", "head of a forwarded mail"]


def test_a_long_text_above_a_forwarded_mail_is_kept(tmp_path: Path) -> None:
    long = PASSED_ON.replace("for the harbour folder!", " ".join(PARAGRAPHS) + " " + " ".join(PARAGRAPHS))
    article = read_one(tmp_path, "a.eml", long.format("Ann Lee <ann.lee@courier.example>"))
    assert article.text.count(PARAGRAPHS[0]) == 3


def test_an_archive_that_unpacks_to_what_no_text_does_is_refused(tmp_path: Path) -> None:
    page = b"<p>" + b"a " * 2_000_000
    for files in ({f"{number}.html": page for number in range(17)}, {"a.txt": b"a " * 250_001}):
        articles, problems = read(tmp_path, "a.zip", zipped(files))
        assert not articles
        assert problems[0].what.endswith("times its size, as no text does")
    articles, problems = read(tmp_path, "a.zip", zipped({"a.txt": b"a " * 249_000, "c.txt": TEXT.encode()}))
    assert len(articles) == 2
    assert not problems


def test_an_archive_of_files_that_unpack_themselves_is_read_as_far_as_its_size_allows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.read.archive.EFFORT_OF_BYTE", 0)
    files = {
        "a.docx": docx(PARAGRAPHS),
        "b.pdf": pdf([["The ferry struck the pier on Monday."]]),
        "c.warc": warc({"https://a.example/": page()}),
        "d.html": page().encode(),
        "e.txt": TEXT.encode(),
    }
    for effort, count in ((100_000, 5), (0, 1)):
        monkeypatch.setattr("generator.read.archive.EFFORT", effort)
        articles, problems = read(tmp_path, "a.zip", zipped(files))
        assert (len(articles), len(problems)) == (count, 5 - count)
        assert all("than an archive of this size may" in problem.what for problem in problems)


def test_a_file_too_long_for_what_is_left_of_an_archive_leaves_it_to_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"a.docx": docx(PARAGRAPHS * 20), "b.docx": docx(PARAGRAPHS)}
    with zipfile.ZipFile(io.BytesIO(files["b.docx"])) as archive:
        marks = sum(archive.read(name).count(b"<") for name in archive.namelist())
    monkeypatch.setattr("generator.read.archive.EFFORT_OF_BYTE", 0)
    for effort, count in ((marks, 1), (marks - 1, 0)):
        monkeypatch.setattr("generator.read.archive.EFFORT", effort)
        assert len(read(tmp_path, "a.zip", zipped(files))[0]) == count


def test_a_web_archive_that_unpacks_to_what_no_text_does_is_read_as_far_as_it_is_text(tmp_path: Path) -> None:
    long = page(after="<p>" + "the pier is shut " * 16_000)
    articles, problems = read(tmp_path, "a.warc.gz", warc({f"https://a.example/{n}": long for n in range(3)}))
    assert len(articles) == 1
    assert "times its size, as no text does, from behind the page https://a.example/1 on" in problems[0].what


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("before", ["", " " * 100])
def test_a_document_of_a_word_file_is_looked_at_whatever_its_part_is_called(
    tmp_path: Path, encoding: str, before: str
) -> None:
    word = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    text = f"{before}<w:document {word}><w:body>{'<w:p/>' * 300_000}</w:body></w:document>"
    with zipfile.ZipFile(io.BytesIO(docx(PARAGRAPHS))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["_rels/.rels"] = files["_rels/.rels"].replace(b"word/document.xml", b"word/document.png")
    articles, problems = read(tmp_path, "a.docx", zipped({**files, "word/document.png": text.encode(encoding)}))
    assert not articles
    assert "marks of paragraphs and formats, the limit" in problems[0].what


COLUMN = [
    "The Alder Courier", "Tuesday, June 20, 2023  7", "Ferry strikes the eastern pier, and", "stays there",
    "By Ann Lee",
    "PORT ALDER - The harbour was closed on Tues-", "day after a ferry struck the eastern pier, which",
    "had been built in 1911 and mended in", "the spring, officials said.",
    " Nobody was hurt, said the harbour master, who",
    "had come down in her slippers to see it.", " The ferry had left the island at dawn and was due",
    "at half past eight with its people on board.", " The council meets on the matter this Friday.",
    "www.aldercourier.example  |  Newsroom 555-0119",
]  # fmt: skip


def test_a_column_of_print_whose_paragraphs_are_set_in_keeps_them(tmp_path: Path) -> None:
    raw = read_one(tmp_path, "a.pdf", pdf([COLUMN]))
    article = clean(raw)
    assert [span.of(article.text) for span in article.paragraphs] == [
        "PORT ALDER - The harbour was closed on Tuesday after a ferry struck the eastern pier, which had been built in "
        "1911 and mended in the spring, officials said.",
        "Nobody was hurt, said the harbour master, who had come down in her slippers to see it.",
        "The ferry had left the island at dawn and was due at half past eight with its people on board.",
        "The council meets on the matter this Friday.",
    ]
    assert article.metadata.title and article.metadata.title.value == "Ferry strikes the eastern pier, and stays there"
    assert "www.aldercourier.example  |  Newsroom 555-0119" in [part.text for part in raw.removed]


@pytest.mark.parametrize("pages", [1, 2])
def test_a_web_page_that_a_browser_printed_tells_its_address_and_its_own_day(tmp_path: Path, pages: int) -> None:
    head, url = "6/24/23, 10:14 AM  Ferry strikes pier - The Alder Courier", "https://courier.example/news/ferry"
    story = [line for text in PARAGRAPHS for line in (ascii_only(text), "")]
    sheets = [[head, "Ferry strikes pier", "By Ann Lee", "June 20, 2023", *story, f"{url}  1/{pages}"]]
    sheets += [[head, "The council meets on the matter on Friday, it said.", f"{url}  2/2"]] if pages == 2 else []
    article = clean(read_one(tmp_path, "a.pdf", pdf(sheets)))
    found = article.metadata
    assert found.url and found.url.value == url
    assert found.title and found.title.value == "Ferry strikes pier"
    assert found.outlet and found.outlet.value == "The Alder Courier"
    assert found.published and found.published.value == "2023-06-20"
    assert "10:14" not in article.text
    assert url not in article.text


def ascii_only(text: str) -> str:
    return text.replace("“", '"').replace("”", '"').encode("ascii", "ignore").decode()


def test_a_mail_that_was_passed_on_twice_in_another_language_is_read_without_both_heads(tmp_path: Path) -> None:
    first = (
        "Von: Ann Lee <ann.lee@desk.example>\nGesendet: Mittwoch, 21. Juni 2023\nAn: Jo Marsh\nBetreff: FW: pier\n\n"
    )
    second = "From: Ida Roth <ida@desk.example>\nSent: 20 June 2023\nTo: Ann Lee\nSubject: pier\n\n"
    article = read_one(
        tmp_path, "a.eml", mail(f"Bitte lesen.\n\n{first}See below.\n\n{second}{TEXT}", subject="WG: pier")
    )
    assert article.text.strip() == TEXT
    assert [part.reason for part in article.removed] == [
        "words of whoever passed it on",
        "head of a forwarded mail",
        "words of whoever passed it on",
        "head of a forwarded mail",
    ]


def test_the_address_in_a_mail_to_oneself_tells_site_and_day(tmp_path: Path) -> None:
    whole = mail(f"https://www.aldercourier.com/2023/06/19/pier\n\n{TEXT}", subject="(no subject)")
    article = read_one(tmp_path, "a.eml", whole.replace(b"\n", b"\r\n"))
    assert given(article)["published"] == ("2023-06-19", "address")
    assert given(article)["outlet"] == ("aldercourier.com", "address")
    assert "title" not in given(article)


def test_an_address_below_the_headline_may_lack_its_scheme(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.txt", f"Ferry strikes pier\naldercourier.com/2023/06/19/ferry-pier\n\n{TEXT}\n")
    assert given(article)["url"] == ("https://aldercourier.com/2023/06/19/ferry-pier", "address above the text")
    assert given(article)["published"] == ("2023-06-19", "address")
    printed = read_one(tmp_path, "b.txt", f"{TEXT}\n\nhttps://aldercourier.com/2023/06/19/pier 1/3\n")
    assert given(printed)["url"] == ("https://aldercourier.com/2023/06/19/pier", "address below the text")
    several = read_one(tmp_path, "c.txt", f"Pier\nhttps://a.example/2023\nhttps://b.example/2023\n\n{TEXT}\n")
    assert "url" not in given(several)


def test_an_address_on_the_last_line_is_the_articles(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.txt", f"{TEXT}\n\nClipped from: <https://aldercourier.com/2023/06/19/pier>\n")
    assert given(article)["url"] == ("https://aldercourier.com/2023/06/19/pier", "address below the text")
    source = read_one(tmp_path, "b.txt", f"{TEXT}\n\nSource: https://aldercourier.com/2023/06/19/pier\n")
    assert "url" not in given(source)


def test_the_head_of_a_forwarded_mail_is_taken_off_a_text_too(tmp_path: Path) -> None:
    head = "Begin forwarded message:\n\nFrom: Jo <jo@b.example>\nSubject: Fwd: ferry\nDate: 26 June 2023\nTo: Al\n\n"
    article = read_one(tmp_path, "a.txt", head + TEXT)
    assert article.text.strip() == TEXT
    assert "jo@b.example" not in article.removed[0].text


def test_a_mail_that_its_program_passes_on_as_a_quotation_is_read_without_the_marks(tmp_path: Path) -> None:
    head = "From: The Alder Courier <news@courier.example>\nDate: June 19, 2023 at 6:02:11 AM EDT\nSubject: Ferry"
    quoted = "\n".join(f"> {line}".rstrip() for line in f"{head}\n\n{TEXT}\n\nUnsubscribe".splitlines())
    mail = (
        "From: Ann <ann@home.example>\nSubject: Fwd: Ferry\nDate: Wed, 21 Jun 2023 10:00:00 +0100\n\n"
        f"One for you.\n\nBegin forwarded message:\n\n{quoted}\n"
    )
    article = read_one(tmp_path, "a.eml", mail)
    assert article.text.strip().startswith(TEXT)
    assert article.given.published is not None and article.given.published.value == "2023-06-19"


def test_a_mail_is_read_by_what_it_quotes_though_the_foot_of_its_list_has_as_many_lines(tmp_path: Path) -> None:
    quoted = "\n".join(f"> {line}".rstrip() for line in TEXT.splitlines())
    foot = "\n".join(
        ("--", "Ann Lee", "Port Alder", "_" * 40, "ships mailing list", "ships@lists.example", "Unsubscribe")
    )
    head = "From: Ann <ann@home.example>\nSubject: Ferry\nDate: Wed, 21 Jun 2023 10:00:00 +0100"
    mail = f"{head}\n\nSee below.\n\n{quoted}\n\n{foot}\n"
    assert read_one(tmp_path, "a.eml", mail).text == TEXT
