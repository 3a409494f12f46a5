"""Files made to stall a reader: each is read or refused in time near to linear, and within memory."""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.sweeps import few_sweeps, only_new_swept
from tests.read.made import docx, odt, page, pdf_of, read, warc, zipped

N = 300_000
WORDS = "<p>" + "The harbour was closed on Tuesday. " * 20
SECONDS = 60  # of CPU time, on a machine that is slow and busy too; what is quadratic takes many minutes

# How much longer eight times the input may take: what is quadratic takes 64 times as long. A machine may be three times
# as slow for the longer reading as for the shorter, and what is linear still passes.
PARTS, NEAR_LINEAR = 8, 24
A_MOMENT = 0.1  # seconds: what takes less says nothing

FIELD = (
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>HYPERLINK 'https://a.example'</w:instrText></w:r>"
)
END_OF_FIELD = "<w:r><w:fldChar w:fldCharType='separate'/><w:t>a</w:t><w:fldChar w:fldCharType='end'/></w:r>"
MARK_OF_NOTE = "<w:r><w:footnoteReference w:id='1'/></w:r>"
SHORT_PDF = pdf_of(b"", b"BT /F1 9 Tf " + b"(a) Tj " * 3_000 + b"ET", times=1)
SHORT_OPEN_DOCUMENT = odt("<text:p>The harbour was closed on Tuesday.</text:p>" * 8_000)
SHORT_WORD = docx(["The harbour was closed on Tuesday."] * 8_000)
LONG_PAGE = page(after="<p>a</p>" * 10_000)


def storms(n: int) -> dict[str, str | bytes]:
    """Return the files of a size; the longest part of each is some `n` characters long."""
    return {
        "one line.txt": "a " * n,
        "one word.txt": "a" * n,
        "names.txt": " ".join(f"Ã©{number}" for number in range(n // 8)),
        "broken.txt": "â€™" * (n // 3),
        "marks.txt": ("café “x” " * (n // 9)).encode("cp1252"),
        "signs.html": "<" * n,
        "nested.html": "<div>" * 150,
        "deep.html": "<div>" * n,
        "word.html": "<p>" + "a" * n,
        "tag.html": "<" + "a" * n,
        "links.html": "<a href=x>y</a>" * (n // 30),
        "tables.html": WORDS + "<table>a " * (n // 200),
        "cells.html": WORDS + "<table><tr><td>" * 100 + "<td>a" * (n // 10),
        "list.html": f'<script type="application/ld+json">[{"1," * n}1]</script>{WORDS}',
        "depth.html": f'<script type="application/ld+json">{"[" * n}</script>{WORDS}',
        "menu.html": WORDS
        + "".join(f"<li>Some entry of a long menu, number {number}</li>" for number in range(n // 60)),
        "dates.html": "<p>June 19, 2023</p>" * (n // 60),
        "rules.md": "---\n" * (n // 4),
        "keys.md": "---\n" + "a: b\n" * 10_000 + "---\nx",
        "flow.md": "---\na: " + "{a: " * 20_000 + "\n---\nx",
        "pictures.md": "![a](b)\n" * (n // 8) + "x",
        "brackets.md": "[" * (3 * n),
        "links.md": "[[a]" * (n // 4),
        "items.md": "- a\n" * (n // 8),
        "depth.md": "> - " * (n // 4) + "x",
        "rows.md": "a|b\n-|-\n" + "c|d|e\n" * (n // 12),
        "cells.md": "|" * 500 + "\n" + "|-" * 500 + "\n" + "|\n" * (n // 2),
        "notes.md": "[a]: b\n" * (n // 7) + "x",
        "deep.json": "[" * n,
        "numbers.json": "[1" + ",1" * n + "]",
        "markup.json": json.dumps({"text": "<p>" * (n // 3) + "x"}),
        "records.jsonl": '{"text":"a"}\n' * (n // 30),
        "names.json": '{"text": "x"' + ', "a": 1' * (n // 8) + "}",
        "bad.jsonl": "{\n" * (n // 10),
        "quote.csv": "text\n" + '"' * n,
        "columns.csv": "text" + "," * n,
        "cells.csv": "text\n" + "," * n,
        "subject.eml": "Subject: " + "=?utf-8?q?a?= " * (n // 14) + "\n\nhello",
        "type.eml": "Content-Type: text/plain; " + "a=b; " * (n // 5) + "\n\nhello",
        "parts.eml": "Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n" + "--a\n\nx\n" * (n // 30),
        "depth.eml": "".join(
            f"Content-Type: multipart/mixed; boundary=b{number}\n\n--b{number}\n" for number in range(3000)
        ),
        "lines.eml": "".join(
            f"Content-Type: multipart/mixed; boundary=b{number}\n\n--b{number}\n" for number in range(200)
        )
        + "a\n" * n,
        "few.eml": "".join(
            f"Content-Type: multipart/mixed; boundary=b{number}\n\n--b{number}\n" for number in range(30)
        )
        + "a\n" * n,
        "versions.eml": "".join(
            f"Content-Type: multipart/alternative; boundary=b{number}\n\n--b{number}\n\na\n--b{number}\n"
            for number in range(200)
        )
        + "--b199\n\na\n" * (n // 10),
        "depth.xml": "<rss>" + "<a>" * n,
        "items.xml": "<rss><channel>" + "<item><description>x</description></item>" * (n // 60) + "</channel></rss>",
        "words.rtf": "{\\rtf1 " + "a b " * n + "}",
        "groups.rtf": "{\\rtf1 " + "{" * n + "}" * n + "}",
        "marks.rtf": "{\\rtf1 " + "\\u8217? \\'e9 \\b " * (n // 10) + "}",
        "links.rtf": "{\\rtf1 " + '{\\field{\\*\\fldinst{HYPERLINK "' * (n // 100) + "a}",
        "fonts.rtf": "{\\rtf1{\\fonttbl " + "\\f1\\fcharset1 " * (n // 30) + "}a}",
        "fields.docx": docx([], body="<w:p>" + FIELD * (n // 15) + "<w:r><w:t>a</w:t></w:r></w:p>"),
        "links.docx": docx(
            [], body="<w:p>" + (FIELD + END_OF_FIELD) * (n // 60) + "</w:p><w:p><w:r><w:t>a</w:t></w:r></w:p>"
        ),
        "notes.docx": docx(
            [], body="<w:p>" + MARK_OF_NOTE * (n // 40) + "</w:p>", note="<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 100
        ),
        "pdfs.zip": zipped({f"{number}.pdf": SHORT_PDF for number in range(n // 3_000)}),
        "texts.zip": zipped({f"{number}.odt": SHORT_OPEN_DOCUMENT for number in range(n // 10_000)}),
        "words.zip": zipped({f"{number}.docx": SHORT_WORD for number in range(n // 10_000)}),
        "pages.zip": zipped(
            {f"{number}.html": page(after="<p>a</p>" * 1_000).encode() for number in range(n // 3_000)}
        ),
        "tiny.warc": warc({f"https://a.example/{number}": "<p>a</p>" for number in range(n // 100)}, gzip=False),
        "alike.warc.gz": warc({f"https://a.example/{number}": LONG_PAGE for number in range(n // 10_000)}),
        "documents.txt": "1 of 2 DOCUMENTS\n\nLENGTH: 2 words\n\na\n\n" * (n // 40),
        "ends.txt": "Body\n\nEnd of Document\n\n" * (n // 25),
        "colons.txt": "Full text: " + "Title: a\n" * (n // 9) + "\nProQuest document ID: 1\n",
        "factiva.txt": "HD\n" * (n // 4) + "Document ALDC000020230620ej6k0000a\n",
        "codes.html": "<div class='enArticle'>" * 200 + "<p class='articleParagraph'>a</p>" * (n // 80),
        "parts.html": "<article><span class='DocPublicationName'>a</span>" * (n // 50),
        "notes.enex": "<en-export>" + "<note><content>a</content></note>" * (n // 40) + "</en-export>",
        "depth.enex": "<en-export><note>" + "<a>" * n,
        "cues.vtt": "WEBVTT\n\n" + "00:01.000 --> 00:02.000\na\n\n" * (n // 30),
        "turns.vtt": "WEBVTT\n\n" + "".join(f"00:01.000 --> 00:02.000\na{number}\n\n" for number in range(n // 10)),
        "line.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v A " * (n // 5),
        "names.srt": "1\n00:00:01,000 --> 00:00:02,000\n" + "A" * n,
        "form.pdf": pdf_of(b"", b"BT /F1 9 Tf (" + b"a " * n + b") Tj ET", times=2_000),
        "blank.pdf": pdf_of(b"", b" " * n, times=n // 8),
        "lines.wacz": zipped(
            {"pages/pages.jsonl": b"\n" * (60 * n), "archive/a.warc.gz": warc({"https://a.example/": page()})}
        ),
        "names.xml": "<rss>" + "&nbsp;" * (n // 6) + "</rss>",
    }


STORMS = storms(N)
EIGHTHS = storms(N // PARTS)


# Those that are refused at a limit, which is some seconds' work, at either size.
LONG = {"texts.zip", "words.zip", "pages.zip", "pdfs.zip", "alike.warc.gz"}


@pytest.fixture
def unswept() -> Iterator[None]:
    """Sweep as a build does, and nothing that other tests have left: it would cost the longer of two readings more."""
    gc.collect()
    with few_sweeps(), only_new_swept():
        yield


@pytest.mark.usefixtures("unswept")
@pytest.mark.parametrize("name", [pytest.param(name, marks=[pytest.mark.slow] * (name in LONG)) for name in STORMS])
def test_storms_pass_in_time_and_near_to_linear(tmp_path: Path, name: str) -> None:
    began = time.process_time()
    read(tmp_path, name, EIGHTHS[name])
    eighth = time.process_time() - began
    articles, problems = read(tmp_path, name, STORMS[name])
    whole = time.process_time() - began - eighth
    assert whole < SECONDS
    assert whole < NEAR_LINEAR * max(eighth, A_MOMENT)
    assert articles or problems
    assert len(problems) <= 51


def test_the_same_fault_in_every_line_is_told_fifty_times(tmp_path: Path) -> None:
    problems = read(tmp_path, "a.jsonl", "{\n" * 1000)[1]
    assert len(problems) == 51
    assert problems[-1].what == "950 more lines like these"
