"""Mails and files that hold many articles, or none: press reviews, alerts, reports of a library of references."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.clean import clean
from tests.read.made import PARAGRAPHS, TEXT, docx, read, read_one

SECOND = [f"{paragraph} So it was told a week later." for paragraph in PARAGRAPHS]
RULES = ("=" * 60, "- - - - - - - - - -", "*****", "_" * 70)


def mail(text: str, kind: str = "text/plain") -> str:
    return (
        "From: Press office <press@port.example>\nTo: all@port.example\nSubject: Press review 21.06.2023\n"
        f"Date: Wed, 21 Jun 2023 07:30:00 +0000\nMIME-Version: 1.0\nContent-Type: {kind}; charset=utf-8\n\n{text}"
    )


def review(rule: str, first: str, second: str, number: str = "{}.\n") -> str:
    head = "PORT OFFICE\nDaily press review, 21 June 2023\n\nCONTENTS\n1. Ferry strikes pier (Courier)\n2. Pier mended"
    foot = "For internal use only. Texts © the publishers."
    return "\n\n".join(
        (head, rule, number.format(1) + f"Ferry strikes pier\n{first}", TEXT, rule,
         number.format(2) + f"Pier to be mended\n{second}", *SECOND, rule, foot)
    )  # fmt: skip


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        ("The Courier, 20.06.2023, p. 1, Ann Lee", "Firth Post, 21.06.2023, p. 6-7, staff", "{}.\n"),
        ("The Courier | 20 June 2023 | page 1 | By Ann Lee", "Firth Post | 21 June 2023", "{}) "),
        ("(The Courier, June 20, 2023, Ann Lee)", "(Firth Post, Wednesday, June 21, 2023, page 3)", ""),
        ("Source: The Courier - 20 June 2023 - Ann Lee", "Source: Firth Post - 21 June 2023", "[{}] "),
    ],
)
def test_the_articles_of_a_press_review_are_parted(
    tmp_path: Path, rule: str, first: str, second: str, number: str
) -> None:
    articles, problems = read(tmp_path, "review.eml", mail(review(rule, first, second, number)))
    assert not problems
    assert [article.text.split("\n\n") for article in articles] == [list(PARAGRAPHS), SECOND]
    given = [[stated.value if stated else None for stated in (g.title, g.outlet, g.published, g.byline)]
             for g in (article.given for article in articles)]  # fmt: skip
    assert given == [
        ["Ferry strikes pier", "The Courier", "2023-06-20", "Ann Lee"],
        ["Pier to be mended", "Firth Post", "2023-06-21", None],
    ]
    assert "CONTENTS" in [part.text for part in articles[0].removed]
    assert "For internal use only. Texts © the publishers." in [part.text for part in articles[1].removed]


def test_the_rules_of_a_press_review_that_is_a_page_part_it(tmp_path: Path) -> None:
    text = review("=====", "The Courier, 20.06.2023, p. 1, Ann Lee", "Firth Post, 21.06.2023, p. 6-7, staff")
    body = "".join("<hr>" if line == "=====" else f"<p>{line}</p>" for line in text.split("\n") if line)
    articles, problems = read(tmp_path, "review.eml", mail(f"<html><body>{body}</body></html>", "text/html"))
    assert not problems
    assert [article.text.split("\n\n") for article in articles] == [list(PARAGRAPHS), SECOND]


def test_a_press_review_is_parted_in_a_text_and_in_a_word_file_too(tmp_path: Path) -> None:
    text = review("=" * 40, "The Courier, 20.06.2023, p. 1, Ann Lee", "Firth Post, 21.06.2023, p. 6-7, staff")
    assert len(read(tmp_path, "review.txt", text)[0]) == 2
    assert len(read(tmp_path, "review.docx", docx(line for line in text.split("\n") if line))[0]) == 2


@pytest.mark.parametrize(
    "text",
    [
        f"Ferry strikes pier\nThe Courier, 20 June 2023\n\n{TEXT}\n\n* * * * *\n\nThe council meets on Friday.\n",
        "Ferry strikes pier\nThe Courier, 20 June 2023\n\n"
        f"{PARAGRAPHS[0]}\n\n=======\n\n{PARAGRAPHS[1]}\n\n=======\n\n{SECOND[0]}\n",
    ],
)
def test_rules_within_one_article_part_nothing(tmp_path: Path, text: str) -> None:
    assert len(read(tmp_path, "a.txt", text)[0]) == 1


CUT = "The harbour of Port Alder was closed on Tuesday after a ferry struck the eastern pier, and nobody ..."
ALSO = "Its master, Ruth Calder, said on Wednesday that the pier would be open again within days, as it was …"
TOLD = "You have received this email because you have subscribed to alerts. Unsubscribe."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "<div><h3>ferry</h3><p>As-it-happens update ⋅ June 20, 2023</p><table><tr><td><a href='https://a.example/1'>"
            f"Ferry strikes pier</a><br>The Courier<br>{CUT}<br><a>Flag</a></td></tr><tr><td><a href='https://a.example/2'>"
            f"Pier opens soon</a><br>Firth Post<br>{ALSO}</td></tr></table><p>{TOLD}</p></div>",
            "text/html",
        ),
        (
            f"=== News - 2 new results for [ferry] ===\n\nFerry strikes pier\nThe Courier\n{CUT[:60]}\n{CUT[61:]}\n"
            f"<https://a.example/1>\n\nPier opens soon\nFirth Post\n{ALSO}\n<https://a.example/2>\n\n- - - -\n{TOLD}\n",
            "text/plain",
        ),
    ],
)
def test_a_mail_of_teasers_that_are_cut_off_is_refused(tmp_path: Path, text: str, kind: str) -> None:
    articles, (problem,) = read(tmp_path, "alert.eml", mail(text, kind))
    assert not articles
    assert "is a mail of teasers and holds no article" in str(problem)


def test_an_article_that_somebody_breaks_off_with_dots_is_kept(tmp_path: Path) -> None:
    assert read_one(tmp_path, "a.eml", mail(f"{CUT}\n\n{TEXT}\n\n{ALSO}")).text.count("Calder") == 2


REPORT = (
    "<html><head><title>Zotero Report</title></head><body><ul class='report combineChildItems'>{}</ul></body></html>"
)
ITEM = (
    "<li id='item_A' class='item newspaperArticle'><h2>Ferry strikes pier</h2><table><tr><th>Item Type</th>"
    "<td>Newspaper Article</td></tr><tr><th class='author'>{author}</th><td>Ann Lee</td></tr>"
    "<tr><th class='author'>{author}</th><td>Bo Orr</td></tr>"
    "<tr><th>{publication}</th><td>The Courier</td></tr><tr><th>{date}</th><td>2023-06-20</td></tr>"
    "<tr><th>URL</th><td><a href='https://courier.example/f'>https://courier.example/f</a></td></tr>"
    "<tr><th>Abstract</th><td>A ferry and a pier.</td></tr></table><h3>Notes:</h3>"
    "<ul class='notes'><li><p>See the other one.</p></li><li><div>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    + "</div></li></ul></li>"
)
ENGLISH = {"author": "Author", "publication": "Publication", "date": "Date"}


@pytest.mark.parametrize("labels", [ENGLISH, {"author": "Autor", "publication": "Publikation", "date": "Datum"}])
def test_the_text_in_a_note_of_a_library_of_references_is_the_items(tmp_path: Path, labels: dict[str, str]) -> None:
    article = read_one(tmp_path, "report.html", REPORT.format(ITEM.format(**labels)))
    assert article.text == TEXT
    given = article.given
    assert [stated.value if stated else None for stated in (given.title, given.outlet, given.published, given.url)] == [
        "Ferry strikes pier", "The Courier", "2023-06-20", "https://courier.example/f",
    ]  # fmt: skip
    assert given.byline and given.byline.value == "Ann Lee; Bo Orr"
    assert {"A ferry and a pier.", "See the other one."} <= {part.text for part in article.removed}


def test_items_without_a_text_are_told_and_cost_nothing_else(tmp_path: Path) -> None:
    bare = (
        "<li class='item newspaperArticle'><h2>Eels back</h2><table><tr><th>Item Type</th><td>x</td></tr></table></li>"
    )
    articles, (problem,) = read(tmp_path, "report.html", REPORT.format(ITEM.format(**ENGLISH) + bare))
    assert [article.text for article in articles] == [TEXT]
    assert "#2" in str(problem)
    assert "holds no text" in str(problem)


READER = (
    "# Ferry strikes pier\n\n![rw-book-cover](https://img.example/c.jpg)\n\n## Metadata\n- Author: [[Ann Lee]]\n"
    "- Full Title: Ferry strikes pier\n- Category: #articles\n- Summary: A ferry and a pier.\n- URL: https://courier.example/f\n"
    "- Published: June 20th, 2023\n\n{}## Highlights added June 21st, 2023 at 9:12 PM\n- Nobody was hurt "
    "([View Highlight](https://read.example/1))\n    - Note: use this\n"
)


def test_of_a_document_with_highlights_the_document_is_read(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.md", READER.format(f"## Full Document\n\n{TEXT}\n\n"))
    assert article.text == TEXT
    given = article.given
    assert [stated.value if stated else None for stated in (given.title, given.byline, given.published, given.url)] == [
        "Ferry strikes pier", "Ann Lee", "2023-06-20", "https://courier.example/f",
    ]  # fmt: skip
    assert any("Note: use this" in part.text for part in article.removed)


def test_highlights_alone_are_no_article(tmp_path: Path) -> None:
    articles, (problem,) = read(tmp_path, "a.md", READER.format(""))
    assert not articles
    assert "holds highlights and not the article's whole text" in str(problem)


def test_a_heading_called_metadata_in_an_article_is_its_own(tmp_path: Path) -> None:
    text = f"# Ferry strikes pier\n\n{TEXT}\n\n## Metadata\n\n- Ships: The list is long and old.\n"
    assert "The list is long" in read_one(tmp_path, "a.md", text).text


def test_links_below_a_clipped_page_are_none_of_its_words(tmp_path: Path) -> None:
    markup = "".join(f"<div>{paragraph}</div>" for paragraph in PARAGRAPHS)
    foot = "<div>You may also like</div><div><a href='x'>Ten of the best piers</a></div>"
    content = f"<content><![CDATA[<en-note>{markup}{foot}</en-note>]]></content>"
    note = f"<note><title>Ferry strikes pier</title>{content}</note>"
    article = read_one(tmp_path, "notes.enex", f"<en-export>{note}</en-export>")
    assert "Ten of the best" not in article.text
    assert "links below the story (HTML)" in {part.reason for part in article.removed}
    assert clean(article).text == TEXT


def test_notes_above_the_head_of_a_forwarded_mail_that_is_a_page_are_no_text(tmp_path: Path) -> None:
    head = "<br>".join(
        f"<b>{name}</b> {value}"
        for name, value in (
            ("Von:", "Lee, Ann &lt;ann@port.example&gt; "),
            ("Gesendet:", "Mittwoch, 21. Juni 2023 18:12"),
            ("An:", "Dr. Berg, Ola (Port)"),
            ("Betreff:", "FW: Pier"),
        )
    )
    above = "<p>Dear Ola, dear Jo – please file this with the others.</p><p>Greetings, Ann</p><p>&nbsp;</p>"
    story = "<p>&nbsp;</p>".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    body = f"<div>{above}<div style='border-top:solid'><p>{head}</p></div><p>&nbsp;</p>{story}</div>"
    article = clean(read_one(tmp_path, "fw.eml", mail(f"<html><body>{body}</body></html>", "text/html")))
    assert [span.of(article.text) for span in article.paragraphs] == list(PARAGRAPHS)
    assert any(part.text.startswith("Dear Ola") for part in article.removed)
