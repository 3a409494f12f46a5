"""JSON, JSON Lines, CSV and CSL-JSON, by the field names of the tools that write them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.clean import clean
from generator.records import RawArticle
from tests.read.made import PARAGRAPHS, TEXT, read, read_one

LINES = "\n".join(PARAGRAPHS)
MARKUP = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def values(article: RawArticle) -> dict[str, str]:
    found = {name: getattr(article.given, name) for name in article.given.__slots__}
    return {name: stated.value for name, stated in found.items() if stated}


TRAFILATURA = {
    "title": "Ferry strikes pier", "author": "Ann Lee; Bob Ray", "hostname": "courier.example", "date": "2023-06-20",
    "fingerprint": "1f", "id": None, "license": None, "comments": "", "raw_text": LINES, "text": LINES,
    "language": "en", "image": None, "pagetype": None, "filedate": "2023-07-01", "source": "https://courier.example/ferry",
    "source-hostname": "The Alder Courier", "excerpt": "In short.", "categories": "Sea", "tags": "ferry;pier",
}  # fmt: skip
NEWS_PLEASE = {
    "authors": ["Ann Lee", "Bob Ray"], "date_download": "2023-07-01 10:00:00", "date_modify": None,
    "date_publish": "2023-06-20 09:00:00", "description": "In short.", "filename": "x.json", "image_url": None,
    "language": "en", "localpath": None, "maintext": LINES, "source_domain": "courier.example", "text": None,
    "title": "Ferry strikes pier", "title_page": None, "title_rss": None, "url": "https://courier.example/ferry",
}  # fmt: skip
NEWSAPI = {
    "source": {"id": None, "name": "The Alder Courier"}, "author": "Ann Lee", "title": "Ferry strikes pier",
    "description": "In short.", "url": "https://courier.example/ferry", "publishedAt": "2023-06-20T09:00:00Z",
    "content": TEXT,
}  # fmt: skip
GUARDIAN = {
    "id": "world/ferry", "type": "article", "webTitle": "Ferry strikes pier",
    "webPublicationDate": "2023-06-20T09:00:00Z",
    "webUrl": "https://courier.example/ferry", "fields": {"bodyText": LINES, "byline": "Ann Lee"},
}  # fmt: skip
EVENT_REGISTRY = {
    "uri": "77", "lang": "eng", "date": "2023-06-20", "url": "https://courier.example/ferry",
    "title": "Ferry strikes pier", "body": LINES, "source": {"uri": "courier.example", "title": "The Alder Courier"},
    "authors": [{"name": "Ann Lee"}],
}  # fmt: skip
PLAIN = {"headline": "Ferry strikes pier", "body": MARKUP, "outlet": "Courier", "published": "20 June 2023"}


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (TRAFILATURA, {"title": "Ferry strikes pier", "outlet": "The Alder Courier", "byline": "Ann Lee; Bob Ray",
                       "published": "2023-06-20", "url": "https://courier.example/ferry", "language": "en"}),
        (NEWS_PLEASE, {"title": "Ferry strikes pier", "outlet": "courier.example", "byline": "Ann Lee, Bob Ray",
                       "published": "2023-06-20", "url": "https://courier.example/ferry", "language": "en"}),
        (NEWSAPI, {"title": "Ferry strikes pier", "outlet": "The Alder Courier", "byline": "Ann Lee",
                   "published": "2023-06-20", "url": "https://courier.example/ferry"}),
        (GUARDIAN, {"title": "Ferry strikes pier", "outlet": "courier.example", "byline": "Ann Lee",
                    "published": "2023-06-20", "url": "https://courier.example/ferry"}),
        (EVENT_REGISTRY, {"title": "Ferry strikes pier", "outlet": "The Alder Courier", "byline": "Ann Lee",
                          "published": "2023-06-20", "url": "https://courier.example/ferry", "language": "en"}),
        (PLAIN, {"title": "Ferry strikes pier", "outlet": "Courier", "published": "2023-06-20"}),
    ],
)  # fmt: skip
def test_records_of_known_tools_are_read(tmp_path: Path, record: dict[str, Any], expected: dict[str, str]) -> None:
    alone = read_one(tmp_path, "a.json", json.dumps(record))
    assert (alone.text, alone.form, alone.file) == (TEXT, "paragraphs", "a.json")
    assert values(alone) == expected
    for name, data in (
        ("b.json", json.dumps([record, record])),
        ("c.json", json.dumps({"status": "ok", "totalResults": 2, "articles": [record, record]})),
        ("d.jsonl", f"{json.dumps(record)}\n\n{json.dumps(record)}\n"),
    ):
        articles, problems = read(tmp_path, name, data)
        assert problems == []
        assert [article.file for article in articles] == [f"{name}#1", f"{name}#2"]
        assert [values(article) for article in articles] == [expected] * 2


def test_how_a_value_is_known_names_the_field(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.json", json.dumps(NEWS_PLEASE))
    assert article.given.published and article.given.published.how == "JSON field “date_publish”"


def test_fields_without_a_use_are_kept_as_removed(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.json", json.dumps(TRAFILATURA | {"mood": {"sad": ["quite"]}}))
    assert ("In short.", "JSON field “excerpt”") in [(part.text, part.reason) for part in article.removed]
    assert ('["quite"]', "JSON field “mood.sad”") in [(part.text, part.reason) for part in article.removed]
    assert article.tags == ("ferry;pier",) or article.tags == ("ferry", "pier")


def test_where_the_file_lay_is_not_published(tmp_path: Path) -> None:
    record = NEWS_PLEASE | {"localpath": "/home/ann/secret/x.html"}
    assert "/home/ann" not in repr(read_one(tmp_path, "a.json", json.dumps(record)))
    note = f"---\ntitle: Ferry\nlatitude: 52.51670000\nlongitude: 13.3833\n---\n{TEXT}"
    assert "52.5" not in repr(read_one(tmp_path, "a.md", note))


def test_a_text_that_the_service_cut_off_is_said_to_be(tmp_path: Path) -> None:
    record = NEWSAPI | {"content": PARAGRAPHS[0][:60] + "… [+2345 chars]"}
    articles, problems = read(tmp_path, "a.json", json.dumps(record))
    assert articles[0].text == PARAGRAPHS[0][:60]
    assert articles[0].removed[0].text == "… [+2345 chars]"
    assert "2345 more characters are missing" in problems[0].what


def test_a_summary_is_not_published_as_the_article(tmp_path: Path) -> None:
    mediastack = {"title": "Ferry strikes pier", "description": "In short.", "url": "https://courier.example/ferry",
                  "source": "Courier", "published_at": "2023-06-20T09:00:00+00:00"}  # fmt: skip
    articles, problems = read(tmp_path, "a.json", json.dumps({"data": [mediastack, NEWSAPI]}))
    assert [article.file for article in articles] == ["a.json#2"]
    assert [str(problem) for problem in problems] == [
        "a.json#1: holds no text, only a summary (“description”). "
        "Add the article's text; its text goes into a field “text”"
    ]


def test_a_bad_line_costs_itself(tmp_path: Path) -> None:
    good = json.dumps(PLAIN)
    articles, problems = read(tmp_path, "a.jsonl", f"{good}\n{{bad\n[1]\n{'[' * 100_000}\n{good}\n")
    assert len(articles) == 2
    assert [problem.where for problem in problems] == ["a.jsonl:2", "a.jsonl:3", "a.jsonl:4"]


@pytest.mark.parametrize("depth", range(100, 1_000, 100))
def test_a_line_that_is_nested_deep_costs_itself_at_most(tmp_path: Path, depth: int) -> None:
    good = json.dumps(PLAIN)
    for nested in ("[" * depth + "]" * depth, '{"a":' * depth + "1" + "}" * depth):
        deep = f'{{"text": "The pier is shut.", "more": {nested}}}'
        articles, problems = read(tmp_path, "a.jsonl", f"{good}\n{deep}\n{good}\n")
        assert len(articles) + len(problems) == 3
        assert {problem.where for problem in problems} <= {"a.jsonl:2", "a.jsonl#2"}


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_a_field_that_is_given_twice_is_kept_twice(tmp_path: Path, name: str) -> None:
    record = '{"text": "The pier is shut.", "note": {"by": "x", "by": "y"}, "text": "It opens in April.", "note": "z"}'
    article = read_one(tmp_path, name, record)
    assert article.text == "It opens in April."  # the last one, as everything else reads JSON
    assert {part.text for part in article.removed} == {"The pier is shut.", "x", "y", "z"}


def test_json_lines_under_the_name_of_json_are_read(tmp_path: Path) -> None:
    articles, problems = read(tmp_path, "a.json", f"{json.dumps(PLAIN)}\n{json.dumps(PLAIN)}\n")
    assert (len(articles), problems) == (2, [])


def test_a_day_that_can_be_read_in_two_ways_is_left_open(tmp_path: Path) -> None:
    articles, problems = read(tmp_path, "a.json", json.dumps(PLAIN | {"published": "06/07/2023"}))
    assert articles[0].given.published is None
    assert "“06/07/2023”" in problems[0].what


def test_escaped_broken_characters_are_mended_and_told(tmp_path: Path) -> None:
    record = {"text": "It’s fine.".encode().decode("cp1252")}
    articles, problems = read(tmp_path, "a.json", json.dumps(record))
    assert articles[0].text == "It’s fine."
    assert "have been mended" in problems[0].what


def test_a_record_keeps_the_id_that_it_gives_itself(tmp_path: Path) -> None:
    records = [PLAIN | {"id": "Ferry/One"}, PLAIN | {"id": 17}, PLAIN | {"id": "https://courier.example/?p=18"}]
    articles, _ = read(tmp_path, "all.json", json.dumps(records))
    assert [article.wanted_id for article in articles] == ["ferry-one", "all-17", "courier-example-p-18"]


# ---- CSV -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_gives_an_article_a_row(tmp_path: Path, delimiter: str) -> None:
    quoted = [f'"{cell}"' for cell in ("Ferry strikes pier", TEXT, "2023-06-20", "Ann Lee")]
    data = "\ufeff" + delimiter.join(["Title", "Text", "Date", "Author"]) + "\r\n" + delimiter.join(quoted) + "\r\n"
    article = read_one(tmp_path, "a.csv", data)
    assert article.text == TEXT
    assert article.file == "a.csv#1"
    assert values(article) == {"title": "Ferry strikes pier", "published": "2023-06-20", "byline": "Ann Lee"}


def test_cells_of_columns_without_a_name_or_with_one_that_is_taken_are_kept(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.csv", "Text,Text,,Note\nThe pier is shut.,It opens in May.,one,two,three,four\n")
    assert article.text == "It opens in May."
    assert sorted(part.text for part in article.removed) == ["The pier is shut.", "four", "one", "three", "two"]


def test_fields_whose_names_differ_in_case_alone_are_both_kept(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.json", json.dumps({"Text": "The pier is shut.", "text": "It opens in May."}))
    assert [article.text, *(part.text for part in article.removed)] == ["The pier is shut.", "It opens in May."]


@pytest.mark.parametrize(
    "header", ["title,url,time_added,tags,status", "URL,Title,Selection,Folder,Timestamp", "Title,URL,Folder,Timestamp"]
)
def test_reading_lists_hold_no_text(tmp_path: Path, header: str) -> None:
    articles, problems = read(tmp_path, "a.csv", f"{header}\nTalks,https://example.org,1,,x\n")
    assert articles == []
    assert problems[0].what == "is a list of addresses and holds no article text"


# ---- CSL-JSON --------------------------------------------------------------------------------------------------------

CSL: dict[str, Any] = {
    "id": "http://zotero.org/users/1/items/AB12CD", "type": "article-newspaper", "title": "Ferry <i>strikes</i> pier",
    "container-title": "The Alder Courier", "URL": "https://courier.example/ferry", "language": "en-GB",
    "issued": {"date-parts": [["2023", 6, 20]]}, "author": [{"family": "Lee", "given": "Ann"}, {"literal": "Staff"}],
    "abstract": "In short.",
}  # fmt: skip


def test_a_reference_with_its_text_is_an_article(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.json", json.dumps([CSL | {"fulltext": TEXT}]))
    assert article.text == TEXT
    assert article.wanted_id == "ab12cd"
    assert values(article) == {
        "title": "Ferry strikes pier", "outlet": "The Alder Courier", "byline": "Ann Lee, Staff",
        "published": "2023-06-20", "url": "https://courier.example/ferry", "language": "en-GB",
    }  # fmt: skip
    assert [part.text for part in article.removed] == ["In short."]


def test_a_reference_without_text_is_told(tmp_path: Path) -> None:
    articles, problems = read(tmp_path, "a.json", json.dumps([CSL, CSL]))
    assert articles == []
    assert [problem.where for problem in problems] == ["a.json#1", "a.json#2"]
    assert "holds no text" in problems[0].what


def test_an_article_pasted_into_a_note_is_taken_and_said_to_be(tmp_path: Path) -> None:
    articles, problems = read(tmp_path, "a.json", json.dumps([CSL | {"note": MARKUP * 3}]))
    assert articles[0].text == "\n\n".join([TEXT] * 3)
    assert "taken from the field “note”" in problems[0].what


@pytest.mark.parametrize(
    ("issued", "expected"),
    [({"date-parts": [[2023]]}, "2023"), ({"date-parts": [[2023, 6]]}, "2023-06"),
     ({"raw": "June 20, 2023"}, "2023-06-20"), ({"date-parts": [[2023, 13]]}, None),
     ({"date-parts": []}, None), ("soon", None)],
)  # fmt: skip
def test_a_reference_is_dated_as_exactly_as_it_says(tmp_path: Path, issued: object, expected: str | None) -> None:
    article = read_one(tmp_path, "a.json", json.dumps([CSL | {"fulltext": TEXT, "issued": issued}]))
    assert (article.given.published.value if article.given.published else None) == expected


def _value(article: RawArticle, name: str) -> str | None:
    stated = getattr(article.given, name)
    return stated.value if stated else None


@pytest.mark.parametrize(
    "loaded",
    [
        {"response": {"content": {**GUARDIAN, "webTitle": "Ferry strikes pier"}}},
        {"hits": {"hits": [{"_id": "1", "_source": {"title": "Ferry strikes pier", "text": LINES}}]}},
        {"data": [{"type": "articles", "attributes": {"headline": "Ferry strikes pier", "body": LINES}}]},
        {"posts": [{"thread": {"title": "Ferry strikes pier"}, "title": "Ferry strikes pier", "text": LINES}]},
        [{"title": {"rendered": "Ferry strikes pier"}, "content": {"rendered": MARKUP}}],
        {"articleTitle": "Ferry strikes pier", "articleBody": LINES},
        {"ab": {"titre": "Ferry strikes pier", "texte": LINES}, "ac": {"titre": "Ferry strikes pier", "texte": LINES}},
    ],
)
def test_records_are_found_however_deep_a_service_lays_them(tmp_path: Path, loaded: Any) -> None:
    articles, problems = read(tmp_path, "x.json", json.dumps(loaded).encode())
    assert not problems
    for article in articles:
        assert _value(article, "title") == "Ferry strikes pier"
        assert article.text.split("\n\n") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("header", "mark", "encoding"),
    [
        (("Überschrift", "Autor", "Medium", "Datum", "Volltext"), ";", "utf-8"),
        (("Titre", "Auteur", "Journal", "Date de publication", "Texte intégral"), ";", "utf-8-sig"),
        (("Tytuł", "Autor", "Gazeta", "Data publikacji", "Treść"), "\t", "utf-16"),
        (("Título", "Autor", "Veículo", "Data", "Conteúdo"), ",", "utf-8"),
        (("Headline", "Journalist", "Newspaper", "Published on", "Article text"), "|", "utf-8"),
    ],
)
def test_columns_are_known_by_what_their_names_mean(
    tmp_path: Path, header: tuple[str, ...], mark: str, encoding: str
) -> None:
    row = ("Ferry strikes pier", "Lee, Ann", "Alder Courier", "04.03.2021", LINES)
    table = "\n".join(mark.join(f'"{cell}"' for cell in cells) for cells in (header, row))
    for above in ("", f"sep={mark}\n", f"Clippings of the week{mark * 4}\n{mark * 4}\n"):
        article = read_one(tmp_path, "x.tsv" if mark == "\t" else "x.csv", (above + table).encode(encoding))
        assert values(article) == {
            "title": "Ferry strikes pier", "byline": "Ann Lee", "outlet": "Alder Courier", "published": "2021-03-04",
        }  # fmt: skip
        assert article.text.split("\n\n") == list(PARAGRAPHS)


def test_order_of_day_and_month_is_told_by_the_other_rows(tmp_path: Path) -> None:
    def days(*printed: str) -> list[str | None]:
        rows = "".join(f'{day},"{LINES}"\n' for day in printed)
        return [_value(article, "published") for article in read(tmp_path, "x.csv", f"date,text\n{rows}".encode())[0]]

    assert days("04/03/2021", "24/03/2021") == ["2021-03-04", "2021-03-24"]
    assert days("3/4/2021", "3/24/2021") == ["2021-03-04", "2021-03-24"]
    assert days("3/4/2021", "3/24/2021", "24/3/2021") == [None, "2021-03-24", "2021-03-24"]
    assert days("3/4/2021") == [None]


def test_words_beside_a_writers_name_are_no_writers_and_the_outlet_no_part_of_a_title(tmp_path: Path) -> None:
    record = {
        "title": "Ferry strikes pier - Alder Lookout", "source": {"name": "Alder Lookout"}, "text": LINES,
        "authors": ["Ann Lee", "Ann Lee Is A Reporter", "Published June", "Maria de la Cruz", "Senior Writer"],
    }  # fmt: skip
    article = read_one(tmp_path, "x.json", json.dumps(record))
    assert values(article)["byline"] == "Ann Lee, Maria de la Cruz"
    title = clean(article).metadata.title
    assert title is not None and title.value == "Ferry strikes pier"


def test_where_a_writer_was_is_no_part_of_the_name(tmp_path: Path) -> None:
    placed = {**GUARDIAN, "fields": {"bodyText": LINES, "byline": "Ann Lee in Port Hale"}}
    assert values(read_one(tmp_path, "a.json", json.dumps(placed)))["byline"] == "Ann Lee"


def test_a_sites_letters_name_the_outlet_whose_short_name_they_are_too(tmp_path: Path) -> None:
    record = {"title": "Ferry strikes pier", "text": TEXT, "source": "scmp.com"}
    assert values(read_one(tmp_path, "a.json", json.dumps(record)))["outlet"] == "South China Morning Post"
