"""Small files made to hang the generator, each of any size, and a table of the seconds that a whole build takes:

    python -m tests.storms [NAME...]

A build of each runs in a process of its own, for at most `LIMIT` seconds and `MEMORY` bytes.
"""

from __future__ import annotations

import gzip
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty
from typing import Any

from tests.read.made import docx, page, zipped

LIMIT, MEMORY = 60, 2**30

Maker = Callable[[int], bytes]


def said(text: str) -> Maker:
    return lambda size: (text * (size // len(text.encode()) + 1)).encode()[:size]


def each(line: Callable[[int], str], before: str = "", after: str = "") -> Maker:
    def make(size: int) -> bytes:
        made, length, number = [], 0, 0
        while length < size:
            made.append(line(number))
            length += len(made[-1].encode())
            number += 1
        return (before + "".join(made) + after).encode()

    return make


def shared_pages(size: int) -> bytes:
    """Return a PDF of `size` pages that all show the same stream, as long as a page may well be."""
    import zlib

    lines = b"T*".join(b"(The harbour was closed on Tuesday.)Tj " for _ in range(3_000))
    stream = zlib.compress(b"BT /F1 10 Tf 12 TL 50 800 Td " + lines + b" ET", 9)
    leaf = b"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>>>/MediaBox[0 0 600 850]/Contents 4 0 R>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"5 0 R " * size, size),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
        leaf,
    ]
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return made + start + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(made))


def part_of_word(name: str, start: str = "<w:styles>", end: str = "</w:styles>") -> Maker:
    """Return a Word file with one part of `size` bytes, nothing else in it."""

    def make(size: int) -> bytes:
        import io
        import zipfile

        with zipfile.ZipFile(io.BytesIO(docx(["The ferry struck the pier."]))) as archive:
            files = {member: archive.read(member) for member in archive.namelist()}
        style = "<w:style w:type='paragraph' w:styleId='a'><w:name w:val='a'/></w:style>"
        files[name] = (start + style * (size // len(style)) + end).encode()
        return zipped(files)

    return make


WORD = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"

STORMS: dict[str, tuple[int, str, Maker]] = {
    "heading and spaces": (8_000, "a.md", lambda size: b"# a" + b" " * size),
    "headings of spaces": (40_000, "a.md", each(lambda n: "# a" + " " * 400 + "#\n")),
    "dates": (80_000, "a.txt", each(lambda n: f"on June {n % 28 + 1}, 2023 ")),
    "dates in paragraphs": (80_000, "a.txt", each(lambda n: f"It struck on June {n % 28 + 1}, {1990 + n % 30}.\n\n")),
    "days of the week": (80_000, "a.txt", each(lambda n: f"It struck on {'Monday' if n % 2 else 'Friday'}.\n\n")),
    "names": (80_000, "a.txt", each(lambda n: f"Ann{n} Lee{n} ")),
    "names in sentences": (80_000, "a.txt", each(lambda n: f"Mr. {_word(n)} {_word(n * 7 + 3)} met her.\n\n")),
    "surnames alike": (80_000, "a.txt", each(lambda n: f"{_word(n)} Lee met her.\n\n")),
    "speakers": (80_000, "a.txt", each(lambda n: f"“We saw it {n} times,” said {_word(n)} {_word(n + 9)}.\n\n")),
    "equal quotes": (47_000, "a.txt", said("“We will rebuild it now,” said Ann Lee, mayor.\n\n")),
    "more equal quotes": (235_000, "a.txt", said("“We will rebuild it now,” said Ann Lee, mayor.\n\n")),
    "equal quotes without a speaker": (100_000, "a.txt", said("“We will rebuild it now.”\n\n")),
    "quotes in one sentence": (40_000, "a.txt", said("“a” ")),
    "quotes nearly equal": (100_000, "a.txt", each(lambda n: f"“We will rebuild it {n} times,” said Ann Lee.\n\n")),
    "one sentence": (103_600, "a.txt", said("The ferry struck the pier on Monday. ")),
    "one sentence in paragraphs": (103_600, "a.txt", said("The ferry struck the pier on Monday.\n\n")),
    "one sentence with a number": (100_000, "a.txt", said("It killed 12 people in Lima on May 4, 2021.\n\n")),
    "numbers": (100_000, "a.txt", each(lambda n: f"The flood killed {n + 2} people in Lima.\n\n")),
    "headings of a page": (
        4_000 * 9,
        "a.html",
        lambda size: page(before="<h1>a</h1>" * (size // 9), head=f"<title>{'a ' * 2_000}</title>").encode(),
    ),
    "headings like the title": (
        200_000,
        "a.html",
        each(lambda n: f"<h1>Ferry strikes pier {n}</h1>", f"<title>{'Ferry strikes pier ' * 500}</title>" + page()),
    ),
    "spans": (16_000 * 14, "a.html", lambda size: page(after=f"<p>{'<span>a</span>' * (size // 14)}</p>").encode()),
    "nested spans": (40_000, "a.html", lambda size: page(after=f"<p>{'<span>a' * (size // 7)}</p>").encode()),
    "words in bold": (100_000, "a.html", lambda size: page(after=f"<p>{'<b>a</b> c ' * (size // 11)}</p>").encode()),
    "line breaks": (100_000, "a.html", lambda size: page(after=f"<p>{'a<br>' * (size // 5)}</p>").encode()),
    "parameters of a mail": (
        320_000 * 6,
        "a.eml",
        lambda size: b"Subject: x\rContent-Type: text/plain; " + b" a=b;\r" * (size // 6) + b"\r\rhello\r",
    ),
    "lines of a mail's header": (
        500_000,
        "a.eml",
        lambda size: b"Subject: x\nContent-Type: text/plain" + b";\n a=b" * (size // 6) + b"\n\nhello\n",
    ),
    "pages of one stream": (500, "a.pdf", shared_pages),
    "one file of an archive": (300_000_000, "a.zip", lambda size: zipped({"a.txt": bytes(size)})),
    "line of a web archive": (300_000_000, "a.warc.gz", lambda size: gzip.compress(bytes(size), 1)),
    "header of a web archive": (
        300_000_000,
        "a.warc.gz",
        lambda size: gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\n" + b"A: a\r\n" * (size // 6), 1),
    ),
    "styles of a Word file": (
        40_000_000,
        "a.docx",
        part_of_word("word/styles.xml", f"<w:styles {WORD}>"),
    ),
    "notes of a Word file": (
        40_000_000,
        "a.docx",
        part_of_word("word/comments.xml", f"<w:comments {WORD}>", "</w:comments>"),
    ),
    "text of a Word file": (
        10_000_000,
        "a.docx",
        lambda size: docx(["The ferry struck the pier on Monday."] * (size // 80)),
    ),
    "entities late in a Word file": (
        200_000,
        "a.docx",
        lambda size: docx(
            [],
            xml=f"<?xml version='1.0'?><!--{' ' * size}--><!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>"
            + "".join(f"<!ENTITY a{n + 1} '{f'&a{n or str()};' * 10}'>" for n in range(9))
            + f"]><w:document {WORD}><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>",
        ),
    ),
}


def _word(number: int) -> str:
    letters = "bcdfghklmnprstvz"
    word = ""
    number = number * 2_654_435_761 % 2**24
    for _ in range(3):
        word += letters[number % 16] + "aeiou"[number // 16 % 5]
        number //= 80
    return word.capitalize()


def build_of(name: str, data: bytes, folder: Path) -> list[str]:
    """Build the digest of a folder with this file alone; return what was told about it."""
    from generator.config import Settings
    from generator.project import Project, build

    (folder / "seeds").mkdir(parents=True, exist_ok=True)
    (folder / "seeds" / name).write_bytes(data)
    built = build(Project(Settings(), folder / "seeds", folder / "docs", folder / "cache"))
    return [str(problem) for problem in built.problems]


def _timed(name: str, data: bytes, answers: Any) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT + 5, LIMIT + 10))
    from generator.language import SpacyLanguage

    SpacyLanguage.load().parse(["The model is loaded."])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        told = build_of(name, data, Path(folder))
    seconds = time.process_time() - began
    more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    answers.put((seconds, more // 1024, told))


def measure(name: str, size: int) -> tuple[float | None, int, list[str]]:
    """Return the seconds of CPU that a build takes, the MiB that it takes more, and what was told. None: no end."""
    _, file, make = STORMS[name]
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    process = context.Process(target=_timed, args=(file, make(size), answers))
    process.start()
    try:
        while process.is_alive():  # its CPU time is limited, not the time on the wall of a busy machine
            with suppress(Empty):
                return answers.get(timeout=1)
        return None, 0, []
    finally:
        process.kill()
        process.join()


def main() -> None:
    chosen = sys.argv[1:] or [*STORMS]
    print("| input | size | seconds | MiB more | twice the size | told |\n|---|---|---|---|---|---|")
    for name in chosen:
        size = STORMS[name][0]
        once, memory, told = measure(name, size)
        twice = measure(name, 2 * size)[0] if once is not None else None
        shown = [f"{seconds:.1f}" if seconds is not None else f"> {LIMIT}" for seconds in (once, twice)]
        what = told[0].partition(": ")[2].partition(". ")[0] if told else ""
        print(f"| {name} | {size:,} | {shown[0]} | {memory} | {shown[1]} | {what} |", flush=True)


if __name__ == "__main__":
    main()
