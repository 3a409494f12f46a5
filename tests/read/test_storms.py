"""Files made to stall a reader: each is read or refused in time near to linear, and within memory."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from tests.read.made import read

N = 300_000
WORDS = "<p>" + "The harbour was closed on Tuesday. " * 20
SECONDS = 10  # of CPU time; what is quadratic takes minutes

STORMS = {
    "one line.txt": "a " * N,
    "one word.txt": "a" * N,
    "names.txt": " ".join(f"Ã©{number}" for number in range(N // 8)),
    "broken.txt": "â€™" * (N // 3),
    "marks.txt": ("café “x” " * (N // 9)).encode("cp1252"),
    "signs.html": "<" * N,
    "nested.html": "<div>" * 150,
    "deep.html": "<div>" * N,
    "word.html": "<p>" + "a" * N,
    "tag.html": "<" + "a" * N,
    "links.html": "<a href=x>y</a>" * (N // 30),
    "list.html": f'<script type="application/ld+json">[{"1," * N}1]</script>{WORDS}',
    "depth.html": f'<script type="application/ld+json">{"[" * N}</script>{WORDS}',
    "menu.html": WORDS + "".join(f"<li>Some entry of a long menu, number {n}</li>" for n in range(N // 60)),
    "dates.html": "<p>June 19, 2023</p>" * (N // 60),
    "rules.md": "---\n" * (N // 4),
    "keys.md": "---\n" + "a: b\n" * 10_000 + "---\nx",
    "flow.md": "---\na: " + "{a: " * 20_000 + "\n---\nx",
    "pictures.md": "![a](b)\n" * (N // 8) + "x",
    "brackets.md": "[" * (3 * N),
    "links.md": "[[a]" * (N // 4),
    "items.md": "- a\n" * (N // 8),
    "depth.md": "> - " * (N // 4) + "x",
    "rows.md": "a|b\n-|-\n" + "c|d|e\n" * (N // 12),
    "cells.md": "|" * 500 + "\n" + "|-" * 500 + "\n" + "|\n" * (N // 2),
    "notes.md": "[a]: b\n" * (N // 7) + "x",
    "deep.json": "[" * N,
    "numbers.json": "[1" + ",1" * N + "]",
    "markup.json": json.dumps({"text": "<p>" * (N // 3) + "x"}),
    "records.jsonl": '{"text":"a"}\n' * (N // 30),
    "names.json": '{"text": "x"' + ', "a": 1' * (N // 8) + "}",
    "bad.jsonl": "{\n" * (N // 10),
    "quote.csv": "text\n" + '"' * N,
    "columns.csv": "text" + "," * N,
    "cells.csv": "text\n" + "," * N,
    "subject.eml": "Subject: " + "=?utf-8?q?a?= " * (N // 14) + "\n\nhello",
    "type.eml": "Content-Type: text/plain; " + "a=b; " * (N // 5) + "\n\nhello",
    "parts.eml": "Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n" + "--a\n\nx\n" * (N // 30),
    "depth.eml": "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000)),
    "lines.eml": "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(200)) + "a\n" * N,
    "few.eml": "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(30)) + "a\n" * N,
    "versions.eml": "".join(
        f"Content-Type: multipart/alternative; boundary=b{n}\n\n--b{n}\n\na\n--b{n}\n" for n in range(200)
    )
    + "--b199\n\na\n" * (N // 10),
    "depth.xml": "<rss>" + "<a>" * N,
    "items.xml": "<rss><channel>" + "<item><description>x</description></item>" * (N // 60) + "</channel></rss>",
    "words.rtf": "{\\rtf1 " + "a b " * N + "}",
    "groups.rtf": "{\\rtf1 " + "{" * N + "}" * N + "}",
    "marks.rtf": "{\\rtf1 " + "\\u8217? \\'e9 \\b " * (N // 10) + "}",
    "documents.txt": "1 of 2 DOCUMENTS\n\nLENGTH: 2 words\n\na\n\n" * (N // 40),
    "ends.txt": "Body\n\nEnd of Document\n\n" * (N // 25),
    "colons.txt": "Full text: " + "Title: a\n" * (N // 9) + "\nProQuest document ID: 1\n",
    "factiva.txt": "HD\n" * (N // 4) + "Document ALDC000020230620ej6k0000a\n",
    "codes.html": "<div class='enArticle'>" * 200 + "<p class='articleParagraph'>a</p>" * (N // 80),
    "parts.html": "<article><span class='DocPublicationName'>a</span>" * (N // 50),
    "notes.enex": "<en-export>" + "<note><content>a</content></note>" * (N // 40) + "</en-export>",
    "depth.enex": "<en-export><note>" + "<a>" * N,
    "cues.vtt": "WEBVTT\n\n" + "00:01.000 --> 00:02.000\na\n\n" * (N // 30),
    "line.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v A " * (N // 5),
    "names.srt": "1\n00:00:01,000 --> 00:00:02,000\n" + "A" * N,
    "names.xml": "<rss>" + "&nbsp;" * (N // 6) + "</rss>",
}


@pytest.mark.parametrize("name", STORMS)
def test_storms_pass_in_time(tmp_path: Path, name: str) -> None:
    began = time.process_time()
    articles, problems = read(tmp_path, name, STORMS[name])
    assert time.process_time() - began < SECONDS
    assert articles or problems
    assert len(problems) <= 51


def test_the_same_fault_in_every_line_is_told_fifty_times(tmp_path: Path) -> None:
    problems = read(tmp_path, "a.jsonl", "{\n" * 1000)[1]
    assert len(problems) == 51
    assert problems[-1].what == "950 more lines like these"
