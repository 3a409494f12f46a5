"""`add`: articles come into the folder with telling names, nothing is overwritten, nothing comes twice."""

from __future__ import annotations

import gzip
import http.server
import json
import threading
import urllib.error
import urllib.request
from email.message import Message
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.clean import clean
from generator.read import read_folder
from generator.read.add import add
from generator.read.fetch import Fetched, fetch
from generator.read.input_file import MAX_BYTES, Unreadable
from tests.read.made import PARAGRAPHS, TEXT, page

HEAD = (
    '<title>Ferry: “strikes” pier #1 | Courier</title><meta property="og:site_name" content="The Alder Courier">'
    '<meta property="article:published_time" content="2023-06-20">'
)
NAME = "2023-06-20-the-alder-courier-ferry-strikes-pier-1.md"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return tmp_path / "seeds"


def put(tmp_path: Path, name: str, text: str) -> str:
    (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    return str(tmp_path / name)


def test_a_page_comes_in_with_its_words_and_what_it_states(tmp_path: Path, seeds: Path) -> None:
    added, problems = add([put(tmp_path, "saved page.html", page(head=HEAD))], seeds)
    assert problems == []
    assert [(one.file, one.new) for one in added] == [(NAME, True)]
    (article,), problems = read_folder(seeds)
    assert problems == []
    assert article.text == TEXT
    assert article.given.title and article.given.title.value == "Ferry: “strikes” pier #1"
    assert article.given.published and article.given.published.value == "2023-06-20"
    written = (seeds / NAME).read_text(encoding="utf-8")
    assert "# meta tag article:published_time" in written


def test_the_same_bytes_do_not_come_in_twice(tmp_path: Path, seeds: Path) -> None:
    file = put(tmp_path, "a.html", page(head=HEAD))
    other = put(tmp_path, "b.html", page(head=HEAD))
    add([file], seeds)
    before = (seeds / NAME).read_bytes()
    added, _ = add([file, other], seeds)
    assert [(one.file, one.new) for one in added] == [(NAME, False), (NAME, False)]
    assert [path.name for path in seeds.iterdir()] == [NAME]
    assert (seeds / NAME).read_bytes() == before


def test_a_file_that_lies_in_the_folder_already_is_known(tmp_path: Path, seeds: Path) -> None:
    seeds.mkdir()
    put(seeds, "own.txt", TEXT)
    added, _ = add([put(tmp_path, "copy.txt", TEXT)], seeds)
    assert [(one.file, one.new) for one in added] == [("own.txt", False)]


def test_another_article_of_the_same_name_gets_a_number(tmp_path: Path, seeds: Path) -> None:
    pages = [put(tmp_path, f"{n}.html", page([*PARAGRAPHS, f"It was the {n}th time this year."], HEAD)) for n in (5, 6)]
    added, _ = add(pages, seeds)
    assert [one.file for one in added] == [NAME, NAME.replace(".md", "-2.md")]


def test_pasted_text_keeps_its_dirt_for_the_cleaner(tmp_path: Path, seeds: Path) -> None:
    pasted = f"Home » Sea\n\nFerry *strikes* pier\n\nPublished June 20, 2023\n\n{TEXT}\n\n- Share this:\n"
    add([put(tmp_path, "paste.txt", pasted)], seeds)
    (article,), _ = read_folder(seeds)
    assert article.form == "scrape"
    assert article.text == pasted.strip("\n")


def test_each_article_of_a_file_becomes_one_file(tmp_path: Path, seeds: Path) -> None:
    table = "title,text,published\nFerry strikes pier,It did.,2023-06-20\nPier opens,It does.,2023-06-22\n"
    added, _ = add([put(tmp_path, "all.csv", table)] * 2, seeds)
    names = ["2023-06-20-ferry-strikes-pier.md", "2023-06-22-pier-opens.md"]
    assert [(one.file, one.new) for one in added] == [
        *((name, True) for name in names),
        *((name, False) for name in names),
    ]


@pytest.mark.parametrize("name", ["nowhere.txt", "a.jpg", "ftp://example.org/a", "file:///etc/passwd", "."])
def test_what_cannot_be_added_is_one_line(seeds: Path, name: str) -> None:
    added, problems = add([name], seeds)
    assert added == []
    assert len(problems) == 1
    assert "\n" not in str(problems[0])
    assert not seeds.exists()


LINES = st.lists(st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool), min_size=2, max_size=5)


@settings(max_examples=80)
@given(LINES, st.text(), st.text())
def test_what_is_brought_in_reads_as_before(
    tmp_path_factory: pytest.TempPathFactory, paragraphs: list[str], title: str, outlet: str
) -> None:
    folder = tmp_path_factory.mktemp("add")
    record = {"text": "\n\n".join(paragraphs), "title": title, "outlet": outlet}
    file = put(folder, "a.json", json.dumps(record))
    (folder / "before").mkdir()
    put(folder / "before", "a.json", json.dumps(record))
    before = read_folder(folder / "before")[0][0]
    added, problems = add([file], folder / "seeds")
    assume(not problems)
    (after,), wrong = read_folder(folder / "seeds")
    assert wrong == []
    assert after.text.split() == before.text.split()
    assert clean(after).text == clean(before).text
    for name in ("title", "outlet"):
        old, new = getattr(before.given, name), getattr(after.given, name)
        assert (old.value if old else None) == (new.value if new else None)
    assert all(char.isascii() and (char.isalnum() or char in "-.") for char in added[0].file)


# ---- addresses -------------------------------------------------------------------------------------------------------


class Answer(BytesIO):
    """What a server sends."""

    def __init__(self, data: bytes, kind: str = "text/html; charset=utf-8", url: str = "", coding: str = "") -> None:
        super().__init__(data)
        self.headers = Message()
        self.headers["Content-Type"] = kind
        if coding:
            self.headers["Content-Encoding"] = coding
        self.url = url

    def geturl(self) -> str:
        return self.url


def serve(monkeypatch: pytest.MonkeyPatch, answer: Any) -> None:
    class Opener:
        def open(self, request: urllib.request.Request, timeout: float) -> Any:
            assert timeout <= 60
            if isinstance(answer, Exception):
                raise answer
            return answer

    monkeypatch.setattr(urllib.request, "build_opener", lambda *handlers: Opener())


def test_an_address_is_fetched_and_kept(monkeypatch: pytest.MonkeyPatch, seeds: Path) -> None:
    serve(monkeypatch, Answer(page(head=HEAD).encode(), url="https://me:secret@courier.example/2023/ferry"))
    added, problems = add(["https://courier.example/f"], seeds)
    assert problems == []
    (article,), _ = read_folder(seeds)
    assert article.text == TEXT
    assert article.given.url and article.given.url.value == "https://courier.example/2023/ferry"
    assert "secret" not in (seeds / added[0].file).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (urllib.error.URLError(OSError("Name or service not known")), "no connection, or no such address"),
        (TimeoutError("timed out"), "cannot be fetched"),
        (urllib.error.HTTPError("https://x.example", 403, "Forbidden", Message(), None), "403 Forbidden"),
        (Answer(b"x", "video/mp4"), "of the kind video/mp4"),
        (Answer(b"a" * (MAX_BYTES + 1)), "larger than 20 MB"),
        (Answer(b"x", coding="br"), "packed"),
        (Answer(b"not gzip", coding="gzip"), "cannot be fetched"),
    ],
)
def test_what_goes_wrong_on_the_way_is_one_line(
    monkeypatch: pytest.MonkeyPatch, seeds: Path, answer: Any, says: str
) -> None:
    serve(monkeypatch, answer)
    added, problems = add(["https://courier.example/f"], seeds)
    assert added == []
    assert says in str(problems[0])
    assert "\n" not in str(problems[0])


def test_a_packed_page_cannot_burst(monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, Answer(gzip.compress(b"a" * (MAX_BYTES * 3)), coding="gzip"))
    with pytest.raises(Unreadable, match="larger than 20 MB"):
        fetch("https://courier.example/f")


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://example.org/a", "https://", "http:// x", "javascript:1"]
)
def test_only_web_addresses_are_fetched(address: str) -> None:
    with pytest.raises(Unreadable, match="no web address"):
        fetch(address)


def test_a_page_in_another_charset_is_read_by_the_servers_word(seeds: Path) -> None:
    body = [*PARAGRAPHS, "Prezydent Wałęsa spotkał się w poniedziałek z ministrem i podziękował ratownikom."]
    data = page(body).replace("<meta charset='utf-8'>", "").replace("ø", "o").replace("“", '"').replace("”", '"')
    fetched = Fetched("https://courier.example/f", data.encode("iso8859_2"), ".html", "iso-8859-2")
    add(["https://courier.example/f"], seeds, lambda address: fetched)
    assert "Prezydent Wałęsa" in read_folder(seeds)[0][0].text


class Pages(http.server.BaseHTTPRequestHandler):
    """A server of this machine: an article, a redirection to it, and one to a file."""

    def do_GET(self) -> None:
        if self.path == "/ferry":
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page(head=HEAD).encode())
        else:
            self.send_response(302)
            self.send_header("Location", {"/old": "/ferry", "/file": "file:///etc/passwd"}.get(self.path, "/lost"))
            self.end_headers()

    def log_message(self, *parts: Any) -> None:
        pass


def test_redirections_are_followed_to_pages_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site = f"http://127.0.0.1:{server.server_port}"
        fetched = fetch(f"{site}/old#top")
        assert (fetched.address, fetched.extension, fetched.charset) == (f"{site}/ferry", ".html", "utf-8")
        for path in ("/file", "/loop"):
            with pytest.raises(Unreadable) as caught:
                fetch(site + path)
            assert "\n" not in caught.value.what
        server.shutdown()
    with pytest.raises(Unreadable, match="no connection"):
        fetch(f"{site}/ferry")
