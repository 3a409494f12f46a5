"""Where words stand in a file with markup between its letters."""

from __future__ import annotations

import time

import pytest

from generator.read.line_in_file import FileText

PAGE = """<html><head><title>Wall held</title>
<script type="application/ld+json">{"articleBody": "The wall held. \\u201cIt held,\\u201d she said."}</script></head>
<body><!-- The wall held. “It held,” she said. -->
<p>A first paragraph.</p>
<p>The <a href="/w">wall</a>
held. &ldquo;It&nbsp;held,&rdquo; she said.</p>
</body></html>"""


@pytest.mark.parametrize(
    ("text", "paragraph", "words", "line"),
    [
        (PAGE, "The wall held. “It held,” she said.", "It held", 6),
        (PAGE, "The wall held. “It held,” she said.", "The wall", 5),
        (PAGE.partition("<body>")[0], "The wall held. “It held,” she said.", "It held", 2),
        ("---\ntitle: A\n---\n\nThe *wall*\n[held](https://a.example/w).", "The wall held.", "held", 6),
        ("cafe\u0301s open\n\nand close", "and close", "close", 3),
        ("one\r\n\r\ntwo", "two", "two", 3),
        ("It held.\n\nIt held.", "It held.", "held", None),
        ("The wall fell.", "The wall held.", "held", None),
        ("“”", "“”", "“”", None),
    ],
)
def test_line_is_the_one_that_shows_the_words(text: str, paragraph: str, words: str, line: int | None) -> None:
    assert FileText(text).line_of(paragraph, paragraph.index(words)) == line


@pytest.mark.parametrize("part", ["<script>", "<!--", "<a", "](", "&#", "\\u"])
def test_text_made_to_hang_it_takes_no_longer(part: str) -> None:
    started = time.perf_counter()
    assert FileText(part * 50_000).line_of("The wall held.", 0) is None
    assert time.perf_counter() - started < 60
