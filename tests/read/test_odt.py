"""OpenDocument texts: paragraphs and headings in order, several clippings below headings, nothing of the drafts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read.made import PARAGRAPHS, TEXT, fodt, odt, read, read_one, zipped


def marked(*lines: str, heading: str = "") -> str:
    top = f'<text:h text:outline-level="1">{heading}</text:h>' if heading else ""
    return top + "".join(f"<text:p>{line}</text:p>" for line in lines)


def test_the_paragraphs_of_an_open_document_are_read_in_order(tmp_path: Path) -> None:
    one, two, three, four = PARAGRAPHS
    body = (
        "<text:tracked-changes><text:deletion><text:p>An older wording</text:p></text:deletion></text:tracked-changes>"
        f'<text:h text:outline-level="1">Ferry strikes pier</text:h><text:p>{one[:20]}'
        f"<text:span>{one[20:40]}</text:span>"
        f"<office:annotation><text:p>Check this</text:p></office:annotation>{one[40:]}</text:p>"
        f"<text:p>{two}<text:line-break/>{three.replace(' ', '<text:s/>', 1)}<text:note><text:note-body><text:p>A note"
        "</text:p></text:note-body></text:note></text:p>"
        f"<text:list><text:list-item><text:p>{four}</text:p></text:list-item></text:list>"
        "<text:p><draw:frame><draw:text-box><text:p>The pier on Tuesday</text:p></draw:text-box></draw:frame></text:p>"
    )
    article = read_one(tmp_path, "a.odt", odt(body))
    assert article.text == f"Ferry strikes pier\n\n{TEXT}"
    assert article.given.title and article.given.title.value == "Ferry strikes pier"
    assert [(part.text, part.reason) for part in article.removed] == [
        ("The pier on Tuesday", "caption (OpenDocument)"),
        ("A note", "note (OpenDocument)"),
    ]


SECOND = [f"{paragraph} So it was told a week later." for paragraph in PARAGRAPHS]


@pytest.mark.parametrize("name", ["a.odt", "a.fodt"])
def test_several_clippings_below_headings_are_parted(tmp_path: Path, name: str) -> None:
    made = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1"/>'
    body = (
        marked("Clippings for the committee")
        + marked("The Courier, 20 June 2023, page 3", *PARAGRAPHS, heading="Ferry strikes pier")
        + '<text:p text:style-name="P1">Pier to be mended</text:p>'
        + marked("The Courier, 27 June 2023, page 1", *SECOND)
    )
    data = odt(body, made) if name.endswith(".odt") else fodt(body, made)
    articles, problems = read(tmp_path, name, data)
    assert not problems
    assert [article.given.title.value for article in articles if article.given.title] == [
        "Ferry strikes pier", "Pier to be mended",
    ]  # fmt: skip
    assert [article.file for article in articles] == [f"{name}#1", f"{name}#2"]
    assert articles[1].text.split("\n\n")[1:] == SECOND
    assert articles[0].removed[0].text == "Clippings for the committee"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (zipped({"word/document.xml": b"<x/>"}), "no OpenDocument text"),
        (zipped({"content.xml": b"<x"}), "no OpenDocument text that can be read"),
        (zipped({"content.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "defines entities"),
        (zipped({"content.xml": fodt("").replace("office:text>", "office:spreadsheet>").encode()}), "but no text"),
        (odt(""), "holds no text"),
        (odt("<text:span>" * 150 + "<text:p>x</text:p>" + "</text:span>" * 150), "nested too deep"),
        (odt("<text:p>x</text:p>" * 130_000), "more than 250,000 marks"),
    ],
)
def test_what_is_no_open_document_text_is_refused(tmp_path: Path, data: bytes, told: str) -> None:
    articles, (problem,) = read(tmp_path, "a.odt", data)
    assert not articles
    assert told in str(problem)
