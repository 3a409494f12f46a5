"""Laws: whatever a file holds, it gives articles or one line each about what is wrong, and never an error."""

from __future__ import annotations

import json
import plistlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ids import article_id
from generator.read import read_file, read_folder
from generator.read.days import day_in_address, day_in_name, printed_day, stated_day
from generator.read.folder import READERS
from generator.read.language_tag import language_tag
from tests.read.made import PARAGRAPHS, TEXT, docx, fodt, odt, page, pdf, rtf, warc, zipped

FIELDS = ["text", "content", "title", "date", "source", "author", "authors", "url", "items", "articles", "version",
          "type", "issued", "id", "tags", "language", "URL", "container-title", "note", "content_html"]  # fmt: skip
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(["webpage", TEXT])
)
KEYS = st.sampled_from(FIELDS) | st.text(max_size=5)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=25
)


def hold(path: Path, data: bytes) -> None:
    """Read one file and hold what must be true of any."""
    path.write_bytes(data)
    articles, problems = read_file(path, path.name)
    assert articles or problems
    for problem in problems:
        assert problem.where.startswith(path.name)
        assert problem.what
        assert "\n" not in str(problem)
        str(problem).encode("utf-8")
    for article in articles:
        assert article.text.strip()
        assert article.file.partition("#")[0] == path.name
        repr(article).encode("utf-8")
        for part in (article.text, *(removed.text for removed in article.removed)):
            assert not any(ord(char) < 32 and char not in "\t\n\r" for char in part)
        for name in article.given.__slots__:
            stated = getattr(article.given, name)
            assert stated is None or (stated.value.strip() == stated.value != "" and "\n" not in stated.value)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("laws")


any_file = settings(max_examples=40)
# One name a reader, and those names that change what a reader does: the others lead to the very same code.
TRIED = sorted(
    {
        *{reader: extension for extension, reader in reversed(READERS.items())}.values(),
        ".mhtml",
        ".csv",
        ".tsv",
        ".jsonl",
        ".wacz",
    }
)


def test_every_reader_is_tried() -> None:
    assert {READERS[extension] for extension in TRIED} == set(READERS.values())


@pytest.mark.parametrize("extension", TRIED)
@any_file
@given(data=st.binary(max_size=300))
def test_any_bytes_under_any_name(folder: Path, extension: str, data: bytes) -> None:
    hold(folder / f"a{extension}", data)


@pytest.mark.parametrize("extension", TRIED)
@any_file
@given(text=st.text(max_size=300))
def test_any_text_under_any_name(folder: Path, extension: str, text: str) -> None:
    hold(folder / f"a{extension}", text.encode("utf-8", "surrogatepass"))


MAIL = "Subject: T\nDate: Tue, 20 Jun 2023 09:00:00 +0200\nContent-Type: text/plain; charset=utf-8\n\n"
RSS = f"<rss><channel><title>T</title><item><description>{TEXT * 9}</description></item></channel></rss>"
GOOD = {
    ".html": page().encode(),
    ".pdf": pdf([["The harbour was closed on Tuesday."]]),
    ".docx": docx([TEXT]),
    ".odt": odt(f"<text:p>{TEXT}</text:p>"),
    ".fodt": fodt(f"<text:p>{TEXT}</text:p>").encode(),
    ".warc": warc({"https://a.example/b": page()}, gzip=False),
    ".warc.gz": warc({"https://a.example/b": page()}),
    ".wacz": zipped({"archive/a.warc.gz": warc({"https://a.example/b": page()})}),
    ".md": f"---\ntitle: T\ntags: [a, b]\n---\n# T\n\n[a](b) *c* ![d](e)\n\n{TEXT}".encode(),
    ".eml": f"{MAIL}{TEXT}".encode(),
    ".mbox": f"From a@b.example Tue Jun 20 09:00:00 2023\n{MAIL}{TEXT}\n".encode(),
    ".csv": b'title,text,published\n"T","One, two.",2023-06-20\n',
    ".json": b'[{"text": "One", "id": 1}, {"text": "Two"}]',
    ".xml": RSS.encode(),
    ".rtf": rtf([TEXT]),
    ".zip": zipped({"a.txt": TEXT.encode(), "b.rtf": rtf([TEXT])}),
    ".enex": f"<en-export><note><content>&lt;p&gt;{TEXT}&lt;/p&gt;</content></note></en-export>".encode(),
    ".webarchive": plistlib.dumps({"WebMainResource": {"WebResourceData": page().encode()}}),
    ".vtt": f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Lee>{PARAGRAPHS[0]}\n".encode(),
    ".srt": f"1\n00:00:01,000 --> 00:00:02,000\n>> ANN: {PARAGRAPHS[0]}\n".encode(),
}


@pytest.mark.parametrize("extension", GOOD)
def test_each_good_file_is_good(folder: Path, extension: str) -> None:
    path = folder / f"good{extension}"
    path.write_bytes(GOOD[extension])
    articles, problems = read_file(path, path.name)
    assert articles
    assert problems == []


@pytest.mark.parametrize("extension", GOOD)
@any_file
@given(cuts=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), st.binary(max_size=12)), min_size=1, max_size=4))
def test_a_damaged_file_of_any_format(folder: Path, extension: str, cuts: list[tuple[float, int, bytes]]) -> None:
    data = GOOD[extension]
    for share, length, new in cuts:
        at = int(share * len(data))
        data = data[:at] + new + data[at + length :]
    hold(folder / f"a{extension}", data)


@any_file
@given(value=VALUES)
def test_any_json(folder: Path, value: object) -> None:
    hold(folder / "a.json", json.dumps(value).encode())


@any_file
@given(records=st.lists(st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=8), min_size=1, max_size=3))
def test_any_records(folder: Path, records: list[dict[str, object]]) -> None:
    hold(folder / "a.jsonl", "\n".join(json.dumps(record) for record in records).encode())


@any_file
@given(value=VALUES, body=st.text(max_size=50))
def test_any_front_matter(folder: Path, value: object, body: str) -> None:
    text = f"---\n{json.dumps(value)}\n---\n{body}"
    hold(folder / "a.md", text.encode("utf-8", "surrogatepass"))


@given(st.text(), st.dates())
def test_days_are_iso_or_nothing(text: str, day: object) -> None:
    for find in (stated_day, printed_day, day_in_name, day_in_address):
        for found in (find(text), find(f"{day}{text}"), find(f"/{str(day).replace('-', '/')}/{text}")):
            assert found is None or len(found) in (4, 7, 10)
    language_tag(text)


NAMES = st.text(st.characters(exclude_characters="/\x00", exclude_categories=["Cs"]), min_size=1, max_size=12)


@any_file
@given(names=st.lists(NAMES, min_size=1, max_size=5, unique=True))
def test_any_names_give_ids_that_are_apart_and_safe(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    seeds = tmp_path_factory.mktemp("names")
    for name in names:
        try:
            (seeds / f"{name}.txt").write_text(TEXT, encoding="utf-8")
        except OSError:
            continue
    ids = [article_id(article.wanted_id, article.file) for article in read_folder(seeds)[0]]
    assert len(set(ids)) == len(ids)
    assert all(made and all(char.isascii() and (char.isalnum() or char in "-_") for char in made) for made in ids)
