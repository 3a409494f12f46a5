"""Exports of news databases are split, each article with its own headline, outlet, day, byline, section and page."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.clean import clean
from generator.read.databases.clipping import given_name_first
from generator.records import RawArticle
from tests.read.made import PARAGRAPHS, docx, read, rtf

FIRST = PARAGRAPHS[:2]
SECOND = (
    "The fleet of Port Alder will not sail before Friday, since nobody knows yet who is to pay for the diesel.",
    "“We have eleven boats and no money,” said Jon Rusk, who speaks for the crews. “That is all there is to say.”",
    "The ministry did not answer a letter of the third of June.",
)


def stated(article: RawArticle) -> dict[str, str]:
    found = {name: getattr(article.given, name) for name in article.given.__slots__}
    return {name: value.value for name, value in found.items() if value}


def kept(article: RawArticle) -> dict[str, str]:
    return {part.reason.partition("”")[0].strip("“").casefold(): part.text for part in article.removed}


# ---- Nexis -----------------------------------------------------------------------------------------------------------

COVER = (
    "User Name: A. Reader", "Date and Time: Monday, July 3, 2023 7:11:00 PM CEST", "Job Number: 79565034",
    "Documents (2)", "1. Ferry strikes pier", "Client/Matter: -None-", "Search Terms: ferry AND pier",
    "2. Crews wait for diesel", "Client/Matter: -None-", "Search Terms: ferry AND pier",
)  # fmt: skip
NEW = (
    "Ferry strikes pier", "The Alder Courier", "June 20, 2023 Tuesday", "Late Edition",
    "Copyright 2023 Alder Press Ltd. All Rights Reserved", "Section: COAST; Pg. 4", "Length: 41 words",
    "Byline: Ann Lee", "Link to Image", "Dateline: PORT ALDER", "Highlight: A pier is closed.",
    "The steering is looked at.", "Body",
    *FIRST, "Graphic", "PHOTO: The pier on Tuesday", "Classification", "Language: ENGLISH",
    "Publication-Type: Newspaper", "Subject: FERRIES (90%); PORTS (89%)", "Load-Date: June 21, 2023", "End of Document",
    "Crews wait for diesel", "Sørvik Post (Norway)", "22 June 2023", "Copyright 2023 Sørvik Post", "Section: NEWS",
    "Length: 60 words", "Body", *SECOND, "Load-Date: June 23, 2023", "End of Document",
)  # fmt: skip


@pytest.mark.parametrize("name", ["nexis.docx", "nexis.rtf", "nexis.txt", "alone.docx", "alone.rtf"])
def test_an_export_of_nexis_is_split(tmp_path: Path, name: str) -> None:
    lines = NEW if name.startswith("alone") else (*COVER, *NEW)
    data = {"docx": docx, "rtf": rtf}.get(name[-4:].strip("."), lambda lines: "\n\n".join(lines).encode())(lines)
    articles, problems = read(tmp_path, name, data)
    assert problems == []
    first, second = articles
    assert stated(first) == {
        "title": "Ferry strikes pier",
        "outlet": "The Alder Courier",
        "byline": "Ann Lee",
        "dateline": "PORT ALDER",
        "published": "2023-06-20",
        "language": "en",
    }
    assert first.text == "\n\n".join(FIRST)
    assert kept(first)["section"] == "COAST; Pg. 4"
    assert kept(first)["length"] == "41 words"
    assert first.tags == ("COAST",)
    assert stated(second) == {
        "title": "Crews wait for diesel",
        "outlet": "Sørvik Post (Norway)",
        "published": "2023-06-22",
    }
    assert second.text == "\n\n".join(SECOND)
    assert "A. Reader" not in repr(articles)


def test_an_article_of_nexis_without_its_text_is_told(tmp_path: Path) -> None:
    lines = ("A picture", "The Alder Courier", "June 21, 2023", "Length: 9 words", "End of Document", *NEW)
    articles, problems = read(tmp_path, "nexis.docx", docx(lines))
    assert [stated(article)["title"] for article in articles] == ["Ferry strikes pier", "Crews wait for diesel"]
    assert [(problem.where, problem.what) for problem in problems] == [("nexis.docx#1", "holds no text")]


def test_what_nexis_says_of_an_article_is_not_body_when_it_is_cleaned(tmp_path: Path) -> None:
    first = clean(read(tmp_path, "nexis.docx", docx(NEW))[0][0])
    assert [span.of(first.text) for span in first.paragraphs] == list(FIRST)


def test_a_single_article_of_nexis_keeps_the_id_of_its_file(tmp_path: Path) -> None:
    (article,) = read(tmp_path, "ferry.docx", docx(NEW[: NEW.index("End of Document") + 1]))[0]
    assert article.file == "ferry.docx"
    assert article.wanted_id is None


def test_an_article_keeps_its_id_when_the_export_grows(tmp_path: Path) -> None:
    alone = read(tmp_path, "nexis.docx", docx(NEW))[0]
    grown = (
        "A third story",
        "The Alder Courier",
        "June 19, 2023",
        "Length: 9 words",
        "Body",
        *SECOND,
        "End of Document",
    )
    more = read(tmp_path, "nexis.docx", docx((*grown, *NEW)))[0]
    assert [article.wanted_id for article in more[1:]] == [article.wanted_id for article in alone]


OLD = """
Download Request: Selected Items: 1-2
Time Of Request: Monday, July 03, 2023  16:51:31

Send To:
2152 311G
TOWN LIBRARY


                               1 of 2 DOCUMENTS



                           The Alder Courier (Port Alder)

                            June 20, 2023 Tuesday
                                  Edition 1;
                                 National Edition

Ferry strikes pier

BYLINE: Ann Lee

SECTION: COAST; Pg. 4

LENGTH: 41 words

HIGHLIGHT: A pier is closed.

The harbour of Port Alder was closed on Tuesday after a ferry struck the
eastern pier, officials said.

“Nobody was hurt, and the pier will open again within days,” said the harbour
master, Ruth Calder.

LOAD-DATE: June 21, 2023

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                       Copyright 2023 Alder Press Ltd.
                              All Rights Reserved

                               2 of 2 DOCUMENTS



                                  Hafenbote

                            22. Juni 2023 Donnerstag

Fähre rammt Steg

AUTOR: Jon Rusk

RUBRIK: LOKALES; S. 3

LÄNGE: 21 Wörter

Die Fähre war am Morgen mit zweihundert Menschen an Bord von der Insel gekommen. Niemand wurde verletzt, sagte die
Leiterin des Hafens.

UPDATE: 23. Juni 2023

SPRACHE: GERMAN; DEUTSCH

                       Copyright 2023 Hafenbote GmbH
                              Alle Rechte vorbehalten
"""


def test_an_export_of_lexisnexis_academic_is_split(tmp_path: Path) -> None:
    articles, problems = read(tmp_path, "lexis.txt", OLD)
    assert problems == []
    first, second = articles
    assert stated(first) == {
        "title": "Ferry strikes pier",
        "outlet": "The Alder Courier (Port Alder)",
        "byline": "Ann Lee",
        "published": "2023-06-20",
        "language": "en",
    }
    assert first.text == "\n\n".join(FIRST)
    assert kept(first) | {"section": "COAST; Pg. 4", "edition": "Edition 1; National Edition"} == kept(first)
    assert stated(second) == {
        "title": "Fähre rammt Steg",
        "outlet": "Hafenbote",
        "byline": "Jon Rusk",
        "published": "2023-06-22",
        "language": "de",
    }
    assert second.text.startswith("Die Fähre") and second.text.endswith("des Hafens.")


def test_the_same_export_as_a_page_is_split(tmp_path: Path) -> None:
    def shown(line: str) -> str:
        return f"<BR><DIV CLASS='c5'><P CLASS='c6'><SPAN CLASS='c2'>{line}</SPAN></P></DIV>"

    parts = [" ".join(part.split()) for part in OLD.split("\n\n") if part.strip()]
    data = f"<HTML><HEAD><TITLE>&nbsp;</TITLE></HEAD><BODY>{''.join(map(shown, parts))}</BODY></HTML>"
    data = data.replace(
        "June 20, 2023 Tuesday Edition 1; National Edition",
        shown("June 20, 2023 Tuesday") + shown("Edition 1;") + shown("National Edition"),
    )
    articles, problems = read(tmp_path, "lexis.html", data)
    assert problems == []
    assert [stated(article)["title"] for article in articles] == ["Ferry strikes pier", "Fähre rammt Steg"]
    assert [stated(article)["published"] for article in articles] == ["2023-06-20", "2023-06-22"]
    assert articles[0].text == "\n\n".join(FIRST)


# ---- Factiva ---------------------------------------------------------------------------------------------------------

FACTIVA = (
    "Coast Desk; 1", "Ferry strikes pier", "By Ann Lee", "41 words", "20 June 2023", "07:15 GMT", "The Alder Courier",
    "ALDC", "Late Edition - Final", "4", "English", "Copyright 2023 Alder Press Ltd. All Rights Reserved.", *FIRST,
    "Alder Press Digital", "Document ALDC000020230620ej6k0000a",
    "Crews wait for diesel", "60 Wörter", "22 Juni 2023", "Sørvik Post", "SORP", "Englisch", "(c) 2023 Sørvik Post",
    *SECOND, "Dokument SORP000020230622ej6m0000b",
)  # fmt: skip


def of_factiva(lines: tuple[str, ...]) -> str:
    """Return the page that Factiva shows for printing, with these lines."""
    page = ""
    for start, end in ((0, 16), (16, len(lines))):
        part = lines[start:end]
        title = next(line for line in part if line in ("Ferry strikes pier", "Crews wait for diesel"))
        shown = []
        for line in part[:-1]:
            tag = "p class='articleParagraph enarticleParagraph'" if line in (*FIRST, *SECOND) else "div"
            tag = "p" if line.endswith("Digital") else "div class='author'" if line.startswith("By ") else tag
            inner = f"<span class='enHeadline'>{line}  </span>" if line == title else line
            shown.append(
                f"<{'div id=hd' if line == title else tag}>{inner}</{'div' if line == title else tag.split()[0]}>"
            )
        whole = "".join(shown) + f"<p>{part[-1]}</p>"
        page += (
            f"<div id='article-{start}' class='article'><div class='article enArticle'><p></p>{whole}</div></div><br>"
        )
    return (
        "<html><head><title>Factiva</title></head><body><div><table><tr><td><h1>Factiva</h1></td></tr></table>"
        f"</div><form><div id='contentWrapper'>{page}</div></form></body></html>"
    )


@pytest.mark.parametrize("name", ["factiva.html", "factiva.rtf", "factiva.txt", "factiva.docx"])
def test_an_export_of_factiva_is_split(tmp_path: Path, name: str) -> None:
    made = {"html": of_factiva, "rtf": rtf, "txt": "\n\n".join, "docx": docx}[name.partition(".")[2]](FACTIVA)
    articles, problems = read(tmp_path, name, made)
    assert problems == []
    first, second = articles
    assert stated(first) == {
        "title": "Ferry strikes pier",
        "outlet": "The Alder Courier",
        "byline": "Ann Lee",
        "published": "2023-06-20",
        "language": "en",
    }
    assert first.text == "\n\n".join(FIRST)
    assert kept(first)["provider"] == "Alder Press Digital"
    assert first.tags == ("Coast Desk",)
    assert "4" in [part.text for part in first.removed]
    assert stated(second) == {
        "title": "Crews wait for diesel",
        "outlet": "Sørvik Post",
        "published": "2023-06-22",
        "language": "en",
    }
    assert second.text == "\n\n".join(SECOND)


def test_a_note_below_a_headline_that_the_page_marks_is_not_the_headline(tmp_path: Path) -> None:
    lines = tuple("Special to The Alder Courier" if line == "By Ann Lee" else line for line in FACTIVA)
    first = read(tmp_path, "factiva.html", of_factiva(lines))[0][0]
    assert stated(first)["title"] == "Ferry strikes pier"
    assert kept(first)["note"] == "Special to The Alder Courier"


def test_a_writer_whom_the_page_marks_needs_no_by(tmp_path: Path) -> None:
    lines = tuple(FACTIVA)
    page = of_factiva(lines).replace(
        "<div class='author'>By Ann Lee</div>", "<div class='author'>Ann Lee </div><div>Transport Correspondent</div>"
    )
    first = read(tmp_path, "factiva.html", page)[0][0]
    assert stated(first)["byline"] == "Ann Lee"
    assert stated(first)["title"] == "Ferry strikes pier"


def test_an_export_in_a_page_saved_in_one_file_is_split(tmp_path: Path) -> None:
    head = "Snapshot-Content-Location: https://global.factiva.example/\nContent-Type: text/html; charset=utf-8\n\n"
    articles, _ = read(tmp_path, "factiva.mhtml", head + of_factiva(FACTIVA))
    assert [stated(article)["outlet"] for article in articles] == ["The Alder Courier", "Sørvik Post"]


INDEXED = (
    ("SE", "Coast"), ("HD", "Ferry strikes pier"), ("BY", "By Ann Lee"), ("WC", "41 words"), ("PD", "20 June 2023"),
    ("SN", "The Alder Courier"), ("SC", "ALDC"), ("PG", "4"), ("LA", "English"), ("CY", "(c) 2023 Alder Press Ltd."),
    ("LP", FIRST[0]), ("TD", FIRST[1]), ("NS", "gtrans : Transport"), ("AN", "Document ALDC000020230620ej6k0000a"),
)  # fmt: skip


@pytest.mark.parametrize("name", ["factiva.html", "factiva.rtf", "factiva.txt"])
def test_an_export_of_factiva_with_its_codes_is_split(tmp_path: Path, name: str) -> None:
    rows = "".join(f"<tr><td><b>{code}</b></td><td>{value}</td></tr>" for code, value in INDEXED)
    page = f"<html><body><div class='article enArticle'><b class='enHeadline'></b><table>{rows}</table></div></body>"
    lines = [f"{code}\t{value}" for code, value in INDEXED]
    made = {"html": page, "rtf": rtf(lines * 2), "txt": "\n".join(lines * 2)}[name.partition(".")[2]]
    articles, problems = read(tmp_path, name, made)
    assert problems == []
    assert len(articles) == (1 if name.endswith("html") else 2)
    for article in articles:
        assert stated(article) == {
            "title": "Ferry strikes pier",
            "outlet": "The Alder Courier",
            "byline": "Ann Lee",
            "published": "2023-06-20",
            "language": "en",
        }
        assert article.text == "\n\n".join(FIRST)
        assert kept(article) | {"pg": "4", "se": "Coast", "wc": "41 words"} == kept(article)


def test_codes_may_stand_with_nothing_but_a_space_behind_them(tmp_path: Path) -> None:
    lines = [f"{code} {value}" for code, value in INDEXED]
    other = "HD Crews wait for diesel|PD 22 June 2023|SN Sørvik Post|LP ED Lund waits.|"
    end = "AN Document SORP000020230622ej6m0000b"
    articles, problems = read(tmp_path, "factiva.txt", "\n".join([*lines, "", *other.split("|"), end]))
    assert problems == []
    assert [stated(article)["outlet"] for article in articles] == ["The Alder Courier", "Sørvik Post"]
    assert articles[0].text == "\n\n".join(FIRST)
    assert articles[1].text == "ED Lund waits."


def test_a_story_whose_lines_begin_in_capitals_has_no_codes(tmp_path: Path) -> None:
    articles, _ = read(tmp_path, "a.txt", "\n\n".join(["IN London a ferry struck a pier.", "RE the pier: it stands."]))
    assert [article.text for article in articles] == ["IN London a ferry struck a pier.\n\nRE the pier: it stands."]


# ---- ProQuest --------------------------------------------------------------------------------------------------------

PROQUEST = """Report Information from ProQuest
July 03 2023 10:00
____________________________________________________________

Table of contents

1. Ferry strikes pier

____________________________________________________________

Ferry strikes pier

Author: Lee, Ann; Calder, Ruth

Publication info: The Alder Courier ; Port Alder [Port Alder]20 June 2023: 4.

https://search.proquest.example/docview/101?accountid=1

Abstract: A pier is closed.

Links: http://x.example/?sid=ProQuest

Full text: The harbour of Port Alder was closed on Tuesday after a ferry struck the eastern pier, officials said.

“Nobody was hurt, and the pier will open again within days,” said the harbour master, Ruth Calder.

Title: Ferry strikes pier

Publication title: The Alder Courier; Port Alder

Pages: 4

Publication year: 2023

Publication date: Jun 20, 2023

Section: Coast

Language of publication: English

ProQuest document ID: 101

Document URL: https://search.proquest.example/docview/101

Copyright: Copyright Alder Press Jun 20, 2023

____________________________________________________________

Crews wait for diesel

Author: Rusk, Jon

Publication info: Sørvik Post ; Sørvik [Sørvik]22 June 2023.

Full text: The fleet of Port Alder will not sail before Friday, since nobody knows yet who is to pay for the diesel.

____________________________________________________________

A story without its text

Publication info: Sørvik Post ; Sørvik [Sørvik]23 June 2023.

Abstract: In short.

____________________________________________________________

Contact us at: http://www.proquest.example Copyright © 2023 ProQuest LLC. All rights reserved.
"""


@pytest.mark.parametrize("name", ["proquest.txt", "proquest.docx", "proquest.rtf"])
def test_an_export_of_proquest_is_split(tmp_path: Path, name: str) -> None:
    lines = [line for line in PROQUEST.split("\n") if line]
    data = {"txt": PROQUEST, "docx": docx(lines), "rtf": rtf(lines)}[name.partition(".")[2]]
    articles, problems = read(tmp_path, name, data)
    assert [problem.what for problem in problems] == ["holds no text"]
    assert problems[0].where.endswith("#3")
    first, second = articles
    assert stated(first) == {
        "title": "Ferry strikes pier",
        "outlet": "The Alder Courier",
        "byline": "Ann Lee, Ruth Calder",
        "published": "2023-06-20",
        "url": "https://search.proquest.example/docview/101",
        "language": "en",
    }
    assert first.text == "\n\n".join(FIRST)
    assert kept(first) | {"pages": "4", "section": "Coast"} == kept(first)
    assert stated(second) == {
        "title": "Crews wait for diesel",
        "outlet": "Sørvik Post",
        "byline": "Jon Rusk",
        "published": "2023-06-22",
    }


# ---- Europresse ------------------------------------------------------------------------------------------------------

EUROPRESSE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Europresse</title></head><body>
<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">Le Quai, no. 20441</span></div>
<div><span class="DocHeader">Mer, mardi 20 juin 2023 - 16:55:20 -0000 41 mots, p. 4</span></div>
<div class="titreArticle">
<p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">Un bac heurte la jetée</p></div>
<p class="sm-margin-bottomNews">Anne Lefort</p></header>
<section><div class="DocText clearfix"><div class="docOcurrContainer">
<p>Le port a été fermé mardi après qu'un <mark>bac</mark> eut heurté la jetée de l'est, ont dit les autorités.</p>
<p>« Personne n'a été blessé », a déclaré Ruth Calder, capitaine du port, devant les journalistes sur le quai.</p>
</div></div></section><aside>Cet article est paru dans Le Quai</aside>
<footer>© 2023 Le Quai. Tous droits réservés. news·20230620·QU·17</footer></article>
<article><header><span class="DocPublicationName">Sørvik Post (site web)</span>
<span class="DocHeader">Thursday, June 22, 2023 60 words</span>
<div class="titreArticle"><p class="titreArticleVisu">Crews wait for diesel</p></div></header>
<section><div class="docOcurrContainer"><p>{}</p></div></section></article></body></html>""".format(
    "</p><p>".join(SECOND)
)


def test_an_export_of_europresse_is_split(tmp_path: Path) -> None:
    articles, problems = read(tmp_path, "europresse.HTML", EUROPRESSE)
    assert problems == []
    first, second = articles
    assert stated(first) == {
        "title": "Un bac heurte la jetée",
        "outlet": "Le Quai",
        "byline": "Anne Lefort",
        "published": "2023-06-20",
    }
    assert first.text.startswith("Le port a été fermé mardi après qu'un bac eut heurté")
    assert len(first.text.split("\n\n")) == 2
    assert kept(first)["page"] == "p. 4"
    assert clean(first).language == "fr"
    assert stated(second) == {
        "title": "Crews wait for diesel",
        "outlet": "Sørvik Post",
        "published": "2023-06-22",
    }


# ---- all -------------------------------------------------------------------------------------------------------------


def test_an_article_that_lost_most_of_its_words_is_told(tmp_path: Path) -> None:
    lines = [line.replace("41 words", "410 words") for line in NEW]
    articles, problems = read(tmp_path, "nexis.docx", docx(lines))
    assert len(articles) == 2
    assert [problem.what for problem in problems] == ["has 35 words where the export says 410"]
    assert problems[0].where.endswith("#1")


@pytest.mark.parametrize(
    "text",
    [
        "Length: 40 words is what the form allows.\n\nThe rest is for the clerk, she said.",
        "It was the end of document 12.\n\nSection: none\n\nThe clerk wrote “Body” on it.",
        "The notice read: 1 of 2 DOCUMENTS.\n\nNobody knew where the other one was.",
        "Full text: see the annex.\n\nTitle: Harbour rules",
        "HD is short for high definition.\n\n41 words\n\nThat is all that the notice had.",
    ],
)
def test_text_that_speaks_of_such_things_is_no_export(tmp_path: Path, text: str) -> None:
    articles, _ = read(tmp_path, "a.txt", text)
    assert [article.text for article in articles] == [text]
    assert articles[0].form == "scrape"


def test_a_byline_of_factiva_without_by_is_read(tmp_path: Path) -> None:
    lines = ["Ferry strikes the eastern pier of Alder", "Ann Lee", "138 words", "20 June 2023", "The Alder Courier",
             "ALDC", "English", "(c) 2023 Alder", *PARAGRAPHS, "Document ALDC000020230620ej6k00001"]  # fmt: skip
    article = read(tmp_path, "factiva.rtf", rtf(lines))[0][0]
    assert article.given.title is not None
    assert (article.given.title.value, article.given.byline and article.given.byline.value) == (lines[0], "Ann Lee")


def test_the_stop_of_an_initial_stays_where_a_surname_stands_first() -> None:
    assert given_name_first("Rusk, Jon; Brand, Elena K.") == "Jon Rusk, Elena K. Brand"
    assert given_name_first("Rusk, Jon.") == "Jon Rusk"


@pytest.mark.parametrize(
    ("labels", "days", "between"),
    [
        (("Headline", "Newspaper", "Date", "Journalist"), ("4.3.2021", "6.5.2021"), "-------\n#2\n"),
        (("Überschrift", "Zeitung", "Erscheinungsdatum", "Autorin"), ("4. März 2021", "6. Mai 2021"), "\n"),
        (("TITULAR", "MEDIO", "FECHA", "AUTOR"), ("4 de marzo de 2021", "6 de mayo de 2021"), "\n\n"),
        (("Заголовок", "Издание", "Дата", "Автор"), ("04.03.2021", "06.05.2021"), "\n***\n"),
        (("Article title", "Media outlet", "Publication date", "Written by"), ("2021-03-04", "2021-05-06"), "2)\n"),
    ],
)
@pytest.mark.parametrize("opening", ["", "Text:\n", "\n"])
def test_list_of_articles_below_lines_with_labels_is_split(
    tmp_path: Path, labels: tuple[str, ...], days: tuple[str, str], between: str, opening: str
) -> None:
    stated = (("Ferry strikes pier", "Alder Courier", days[0], "Ann Lee"), ("Cat opens library", "?", days[1], "n/a"))
    texts = (
        ("A ferry struck the pier at dawn, and three people fell into the water.", "Nobody was hurt, a pilot said."),
        ("The mayor cut a ribbon that the cat had already bitten through on its way in.", "It sleeps under Maps."),
    )
    heads = ["".join(f"{label}: {value}\n" for label, value in zip(labels, row, strict=True)) for row in stated]
    parts = [f"{head}{opening}" + "\n".join(text) + "\n" for head, text in zip(heads, texts, strict=True)]
    articles, problems = read(tmp_path, "list.txt", between.join(parts))
    assert not problems
    assert [article.text.split("\n\n") for article in articles] == [list(text) for text in texts]
    first, second = (article.given for article in articles)
    assert [stated and stated.value for stated in (first.title, first.outlet, first.published, first.byline)] == [
        "Ferry strikes pier", "Alder Courier", "2021-03-04", "Ann Lee",
    ]  # fmt: skip
    assert (second.outlet, second.byline, second.published and second.published.value) == (None, None, "2021-05-06")


def test_turns_of_a_conversation_are_no_list_of_articles(tmp_path: Path) -> None:
    turn = "Author: Why did the ferry strike the pier at dawn, of all hours?\nEditor: It was late for the bridge.\n"
    assert len(read(tmp_path, "talk.txt", turn * 3)[0]) == 1


def test_pages_of_a_nexis_file_and_the_writers_role_are_no_part_of_an_article(tmp_path: Path) -> None:
    file = (
        "Page 1 of 1\nFerry strikes pier\nThe Alder Courier\nJune 20, 2023 Tuesday\nCopyright 2023 The Alder Courier\n"
        "Length: 12 words\nByline: Ann Lee-Rask; Harbour Correspondent\nBody\n"
        "A ferry struck the pier at dawn, and three people fell in.\nEnd of Document\n"
    )
    (article,), _ = read(tmp_path, "a.txt", file)
    assert article.given.title is not None and article.given.title.value == "Ferry strikes pier"
    assert article.given.byline is not None and article.given.byline.value == "Ann Lee-Rask"
