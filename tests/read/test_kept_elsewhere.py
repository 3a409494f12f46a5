"""What people keep in other programs: reading lists, notes, saved pages, subtitles, several clippings in one file."""

from __future__ import annotations

import json
import plistlib
import zipfile
from pathlib import Path

import pytest

from generator.clean import clean
from generator.read import read_folder
from generator.read.input_file import MAX_BYTES
from tests.read.made import PARAGRAPHS, TEXT, docx, page, pdf, read, read_one, zipped
from tests.read.test_databases import NEW
from tests.read.test_formats import given

MARKUP = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)

# ---- Evernote --------------------------------------------------------------------------------------------------------

NOTE = (
    '<note><title>Ferry strikes pier</title><content><![CDATA[<?xml version="1.0"?><!DOCTYPE en-note SYSTEM "x.dtd">'
    f"<en-note>{MARKUP}<en-media type='image/png' hash='1'/></en-note>]]></content><created>20230625T070000Z</created>"
    "<tag>harbour</tag><note-attributes><author>Ann Lee</author><source-url>https://courier.example/{}</source-url>"
    "</note-attributes><resource><data>aGVsbG8=</data></resource></note>"
)


def enex(*notes: str) -> str:
    doctype = '<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">'
    return f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<en-export>{"".join(notes)}</en-export>'


def test_a_note_of_evernote_is_an_article(tmp_path: Path) -> None:
    article = read_one(tmp_path, "notes.enex", enex(NOTE.format("ferry")))
    assert article.text == TEXT
    assert article.tags == ("harbour",)
    assert {name: value for name, (value, _) in given(article).items()} == {
        "title": "Ferry strikes pier",
        "outlet": "courier.example",
        "byline": "Ann Lee",
        "published": "2023-06-25",
        "url": "https://courier.example/ferry",
    }


def test_the_day_of_a_note_gives_way_to_the_articles(tmp_path: Path) -> None:
    """A clipping is made on the day of the article or later."""
    by_address = read_one(tmp_path, "notes.enex", enex(NOTE.format("2023/06/20/ferry")))
    assert given(by_address)["published"] == ("2023-06-20", "address")
    stated = NOTE.format("ferry").replace("<en-note>", "<en-note><p>Published June 20, 2023</p>")
    published = clean(read_one(tmp_path, "notes.enex", enex(stated))).metadata.published
    assert published and published.value == "2023-06-20"


def test_the_mail_address_of_a_notes_owner_is_no_byline(tmp_path: Path) -> None:
    article = read_one(tmp_path, "notes.enex", enex(NOTE.format("ferry").replace("Ann Lee", "ann@home.example")))
    assert article.given.byline is None


def test_notes_without_text_are_told(tmp_path: Path) -> None:
    articles, problems = read(tmp_path, "notes.enex", enex("<note><title>x</title></note>", NOTE.format("ferry")))
    assert [article.text for article in articles] == [TEXT]
    assert [str(problem.what) for problem in problems] == ["holds no text"]


# ---- Safari ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_a_page_that_safari_saved_is_read(tmp_path: Path, kind: plistlib.PlistFormat) -> None:
    main = {
        "WebResourceData": page().encode("utf-16-le"),
        "WebResourceTextEncodingName": "UTF-16LE",
        "WebResourceURL": "https://courier.example/2023/06/20/ferry",
        "WebResourceMIMEType": "text/html",
    }
    data = plistlib.dumps({"WebMainResource": main, "WebSubresources": [{"WebResourceData": b"x"}]}, fmt=kind)
    article = read_one(tmp_path, "a.webarchive", data)
    assert article.text == TEXT
    assert given(article)["published"] == ("2023-06-20", "address")


# ---- subtitles -------------------------------------------------------------------------------------------------------

VTT = """WEBVTT - Press conference

NOTE made by hand

1
00:00:01.000 --> 00:00:03.000 align:start
<v Ruth Calder>We lifted the bell on Monday

00:00:03.000 --> 00:00:05.000
<v Ruth Calder>after three days of <i>work</i> in the mud.

00:00:06.000 --> 00:00:09.000
<v.loud Jon Rusk>Who pays for it &amp; when?</v>

00:00:20.000 --> 00:00:22.000
<v Ruth Calder>The town does.
"""


def test_subtitles_with_speakers_are_a_transcript(tmp_path: Path) -> None:
    article = read_one(tmp_path, "press.vtt", VTT)
    assert article.text.split("\n\n") == [
        "Ruth Calder: We lifted the bell on Monday after three days of work in the mud.",
        "Jon Rusk: Who pays for it & when?",
        "Ruth Calder: The town does.",
    ]
    assert [part.text for part in article.removed] == ["WEBVTT - Press conference", "NOTE made by hand"]


SRT = """1
00:00:01,000 --> 00:00:03,000
>> RUTH CALDER: We lifted the bell

2
00:00:03,000 --> 00:00:05,000
We lifted the bell
on Monday.

3
00:00:12,000 --> 00:00:14,000
It weighs two tonnes: more than we thought.

4
00:00:14,500 --> 00:00:16,000
>> Who pays?

5
00:00:16,500 --> 00:00:18,000
- Jon Rusk: The town.
"""


def test_subtitles_are_read_by_turns_and_pauses_each_line_once(tmp_path: Path) -> None:
    assert read_one(tmp_path, "press.srt", SRT.replace("\n", "\r\n")).text.split("\n\n") == [
        "RUTH CALDER: We lifted the bell on Monday.",
        "It weighs two tonnes: more than we thought.",
        "Who pays?",
        "Jon Rusk: The town.",
    ]


# ---- reading lists ---------------------------------------------------------------------------------------------------

ITEM = {
    "id": "1", "slug": "ferry", "title": "Ferry strikes pier", "description": "In short.", "author": "Ann Lee",
    "url": "https://courier.example/ferry", "state": "Archived", "labels": ["harbour"],
    "savedAt": "2023-06-25T10:00:00Z",
    "publishedAt": "2023-06-20T10:00:00Z",
}  # fmt: skip
GONE = {**ITEM, "slug": "gone", "title": "A page that was not kept"}
KNOWN = {
    "title": "Ferry strikes pier",
    "outlet": "courier.example",
    "byline": "Ann Lee",
    "published": "2023-06-20",
    "url": "https://courier.example/ferry",
}
"""What such an export knows of the page that was kept."""


def test_an_export_of_omnivore_gives_its_pages_with_what_it_knows_of_them(tmp_path: Path) -> None:
    data = zipped({
        "export/metadata_0_to_20.json": json.dumps([ITEM, GONE]).encode(),
        "export/content/ferry.html": f"<div class='page'>{MARKUP}</div>".encode(),
        "export/highlights/ferry.md": b"> nothing",
    })  # fmt: skip
    articles, problems = read(tmp_path, "omnivore.zip", data)
    assert [article.text for article in articles] == [TEXT]
    assert articles[0].file == "omnivore.zip"
    assert {name: value for name, (value, _) in given(articles[0]).items()} == KNOWN
    assert ["only a summary" in problem.what for problem in problems] == [True]


def test_an_export_of_wallabag_is_read(tmp_path: Path) -> None:
    item = {
        "is_archived": 0, "tags": ["harbour"], "id": 17, "title": "Ferry strikes pier", "url": "https://courier.example/f",
        "content": MARKUP, "created_at": "2023-06-25T10:00:00+0200", "published_at": "2023-06-20T10:00:00+0200",
        "published_by": ["Ann Lee"], "reading_time": 1, "domain_name": "courier.example", "mimetype": "text/html",
        "language": "en_GB",
    }  # fmt: skip
    article = read_one(tmp_path, "wallabag.json", json.dumps([item]))
    assert article.text == TEXT
    assert {name: value for name, (value, _) in given(article).items()} == {
        "title": "Ferry strikes pier",
        "outlet": "courier.example",
        "byline": "Ann Lee",
        "published": "2023-06-20",
        "url": "https://courier.example/f",
        "language": "en-GB",
    }


def test_a_document_of_readwise_is_read(tmp_path: Path) -> None:
    item = {"id": "x1", "source_url": "https://courier.example/f", "title": "Ferry strikes pier", "author": "Ann Lee",
            "site_name": "The Alder Courier", "published_date": "2023-06-20", "html_content": MARKUP}  # fmt: skip
    article = read_one(tmp_path, "readwise.json", json.dumps({"count": 1, "results": [item]}))
    assert article.text == TEXT
    assert given(article)["published"][0] == "2023-06-20"
    assert given(article)["outlet"][0] == "The Alder Courier"


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("Highlight,Book Title,Book Author,Note,Location,Highlighted at", "list of highlights"),
        ("Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen", "list of addresses"),
    ],
)
def test_lists_without_texts_are_refused_by_what_they_are(tmp_path: Path, header: str, says: str) -> None:
    articles, problems = read(tmp_path, "a.csv", f"{header}\n{'x,' * header.count(',')}x\n")
    assert articles == []
    assert says in problems[0].what


@pytest.mark.parametrize("name", ["refs.ris", "refs.bib", "old.doc", "table.xlsx", "book.epub"])
def test_what_is_known_but_not_read_is_refused_with_what_to_choose(tmp_path: Path, name: str) -> None:
    articles, problems = read(tmp_path, name, "TY  - NEWS")
    assert articles == []
    assert problems[0].next_step.startswith(("Export", "Save"))


# ---- archives --------------------------------------------------------------------------------------------------------


def test_an_archive_of_files_is_read_each_by_its_reader(tmp_path: Path) -> None:
    data = zipped({
        "Files/Ferry strikes pier.DOCX": docx(NEW),
        "Files/b.txt": TEXT.encode(),
        "Files/broken.docx": b"x",
        "Files/c.xyz": b"x",
        "Files/inner.zip": zipped({"a.txt": TEXT.encode()}),
        "__MACOSX/._b.txt": b"x",
        "README.txt": b"x",
    })  # fmt: skip
    articles, problems = read(tmp_path, "nexis.zip", data)
    assert [article.file for article in articles] == ["nexis.zip#1", "nexis.zip#2", "nexis.zip#3"]
    assert [name for name, _ in map(lambda article: given(article).get("title", ("", "")), articles)] == [
        "Ferry strikes pier",
        "Crews wait for diesel",
        "",
    ]
    assert articles[2].wanted_id == "b"
    assert [problem.where for problem in problems] == [
        "nexis.zip/Files/broken.docx",
        "nexis.zip/Files/c.xyz",
        "nexis.zip/Files/inner.zip",
    ]


def test_an_archive_that_bursts_is_refused(tmp_path: Path) -> None:
    articles, problems = read(tmp_path, "a.zip", zipped({f"{n}.txt": b"a " * 60_000_000 for n in range(4)}))
    assert articles == []
    assert "unpacks to more than" in problems[0].what


def test_a_broken_file_of_an_archive_costs_itself(tmp_path: Path) -> None:
    data = zipped({"a.txt": TEXT.encode(), "b.txt": b"The lock will be closed for two years, the council said."})
    at = data.index(b"b.txt") + len(b"b.txt")
    broken = data[: at + 4] + bytes([data[at + 4] ^ 255]) + data[at + 5 :]
    articles, problems = read(tmp_path, "a.zip", broken)
    assert [article.text for article in articles] == [TEXT]
    assert [problem.where for problem in problems] == ["a.zip/b.txt"]
    assert "is broken inside" in problems[0].what


def test_a_file_of_an_archive_that_is_too_large_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.read.archive.FREE_TEXT", 10 * MAX_BYTES)
    item = json.dumps([{**ITEM, "slug": "ferry"}])
    data = zipped({
        "a.txt": b"a " * (MAX_BYTES // 2 + 1),
        "b.txt": TEXT.encode(),
        "metadata_0_to_1.json": item.encode(),
        "content/ferry.html": b"a " * (MAX_BYTES // 2 + 1),
        "metadata_1_to_2.json": b" " * (MAX_BYTES + 1),
    })  # fmt: skip
    opened = []
    real = zipfile.ZipFile.read

    def noted(archive: zipfile.ZipFile, name: str) -> bytes:
        opened.append(name)
        return real(archive, name)

    monkeypatch.setattr(zipfile.ZipFile, "read", noted)
    articles, problems = read(tmp_path, "a.zip", data)
    assert [article.text for article in articles] == [TEXT]
    assert opened == ["metadata_0_to_1.json", "b.txt"]
    assert {str(problem) for problem in problems} == {
        "a.zip/a.txt: is larger than 20 MB, the limit. Split it",
        "a.zip/metadata_0_to_1.json#1: is larger than 20 MB, the limit. Split it",
        "a.zip/metadata_1_to_2.json: is larger than 20 MB, the limit. Split it",
    }


def test_an_archive_of_too_many_files_is_refused_by_their_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.read.zipped.MAX_MEMBERS", 2)
    told = read(tmp_path, "a.zip", zipped({f"{number}.txt": TEXT.encode() for number in range(3)}))[1]
    assert [problem.what for problem in told] == ["holds 3 files; an archive may have 2"]
    assert not read(tmp_path, "b.zip", zipped({f"{number}.txt": TEXT.encode() for number in range(2)}))[1]


# ---- several clippings in one file -----------------------------------------------------------------------------------

CLIPPINGS = (
    ("Ferry strikes pier", "June 20, 2023", "By Ann Lee", *PARAGRAPHS),
    ("Crews wait for diesel", "June 22, 2023", "By Jon Rusk", *PARAGRAPHS[::-1]),
)


def test_clippings_below_headings_of_a_word_file_are_parted(tmp_path: Path) -> None:
    articles, problems = read(tmp_path, "press.docx", docx_of([("Press review of June", False), *parts()]))
    assert problems == []
    assert [given(article)["title"] for article in articles] == [
        ("Ferry strikes pier", "heading (Word)"),
        ("Crews wait for diesel", "heading (Word)"),
    ]
    assert [clean(article).metadata.published.value for article in articles] == ["2023-06-20", "2023-06-22"]  # type: ignore[union-attr]
    assert articles[0].removed[0].text == "Press review of June"


def test_the_headings_of_one_article_do_not_part_it(tmp_path: Path) -> None:
    lines = [("Ferry strikes pier", True), *((text, False) for text in PARAGRAPHS)]
    lines += [("What is known", True), *((text, False) for text in PARAGRAPHS[::-1])]
    assert len(read(tmp_path, "a.docx", docx_of(lines))[0]) == 1


def test_clippings_without_headings_are_refused(tmp_path: Path) -> None:
    plain = [line for clipping in CLIPPINGS for line in clipping]
    for name, data in (
        ("a.docx", docx(plain)),
        ("a.pdf", pdf([[line.encode("ascii", "replace").decode() for line in plain]])),
    ):
        articles, problems = read(tmp_path, name, data)
        assert articles == []
        assert problems[0].what == "seems to hold several articles"


def test_an_article_that_names_its_writer_and_day_twice_is_one(tmp_path: Path) -> None:
    lines = [*CLIPPINGS[0], *CLIPPINGS[0][1:3]]
    assert len(read(tmp_path, "a.docx", docx(lines))[0]) == 1


def test_an_export_of_a_database_as_pdf_is_refused_by_name(tmp_path: Path) -> None:
    articles, problems = read(tmp_path, "nexis.pdf", pdf([[line.encode("ascii", "replace").decode() for line in NEW]]))
    assert articles == []
    assert problems[0].what == "is an export of Nexis with 2 articles, which cannot be parted in a PDF"
    assert ".docx" in problems[0].next_step


def parts() -> list[tuple[str, bool]]:
    return [(line, at == 0) for clipping in CLIPPINGS for at, line in enumerate(clipping)]


def docx_of(lines: list[tuple[str, bool]]) -> bytes:
    """Return a Word file; the lines marked so are headings of the first level."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    style = '<w:pPr><w:pStyle w:val="H"/></w:pPr>'
    body = "".join(f"<w:p>{style if head else ''}<w:r><w:t>{line}</w:t></w:r></w:p>" for line, head in lines)
    return docx([], xml=f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>')


def test_an_unpacked_export_of_omnivore_gives_its_pages_with_what_it_knows_of_them(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    for part in ("content", "highlights"):
        (folder / part).mkdir(parents=True)
    (folder / "metadata_0_to_20.json").write_text(json.dumps([ITEM, GONE]))
    (folder / "content/ferry.html").write_text(f"<div class='page'>{MARKUP}</div>")
    (folder / "highlights/ferry.md").write_text("> nothing")
    articles, problems = read_folder(tmp_path)
    assert [(article.file, article.text) for article in articles] == [("export/content/ferry.html", TEXT)]
    assert {name: value for name, (value, _) in given(articles[0]).items()} == KNOWN
    assert ["only a summary" in problem.what for problem in problems] == [True]


def test_a_folder_with_such_a_list_and_nothing_beside_it_is_read_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "metadata_0_to_20.json").write_text(json.dumps([{**ITEM, "text": TEXT}]))
    (tmp_path / "content.html").write_text(page())
    assert len(read_folder(tmp_path)[0]) == 2


def test_the_list_of_wallabag_names_a_site_without_its_www(tmp_path: Path) -> None:
    item = {"title": "Ferry strikes pier", "content": MARKUP, "domain_name": "www.courier.example"}
    assert given(read_one(tmp_path, "wallabag.json", json.dumps([item])))["outlet"][0] == "courier.example"


def test_blocks_that_end_as_sentences_do_are_the_paragraphs_and_a_talk_keeps_its_dashes(tmp_path: Path) -> None:
    blocks = (
        "The hill had been coming down\non the school.",
        "- It knows the way, says the ferryman.\n- And you are pleased?",
        "[music]",
        "For Canal Nine, Ann Lee.",
    )
    times = ("00:00:01,000 --> 00:00:04,000", "00:00:05,000 --> 00:00:08,000")
    made = "\n\n".join(
        f"{n}\n{times[n % 2].replace('00:00', f'00:0{n}')}\n{block}" for n, block in enumerate(blocks, 1)
    )
    assert read_one(tmp_path, "a.srt", made).text.split("\n\n") == [block.replace("\n", " ") for block in blocks]
