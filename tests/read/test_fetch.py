"""What servers do to who fetches a page: cut it short, drip it, lead it astray. A server of this machine does it."""

from __future__ import annotations

import gzip
import http.server
import socket
import threading
import time
import urllib.request
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.read import fetch as module
from generator.read.add import add
from generator.read.fetch import fetch, is_public
from generator.read.input_file import Unreadable
from tests.read.made import page

PAGE = page().encode()


class Answers(http.server.BaseHTTPRequestHandler):
    answer: Callable[[Any], None]

    def do_GET(self) -> None:
        type(self).answer(self)

    def log_message(self, *parts: Any) -> None:
        pass


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Callable[[Any], None]], str]]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    servers = []

    def start(answer: Callable[[Any], None]) -> str:
        server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), type("Answer", (Answers,), {"answer": staticmethod(answer)})
        )
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/ferry"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def sent(body: bytes, **headers: str) -> Callable[[Any], None]:
    def answer(request: Any) -> None:
        request.send_response(200)
        for name, value in {"Content_Type": "text/html; charset=utf-8", **headers}.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def refused(address: str) -> str:
    with pytest.raises(Unreadable) as caught:
        fetch(address)
    assert "\n" not in caught.value.what
    assert caught.value.next_step
    return caught.value.what


def test_a_whole_page_comes_as_it_is(serve: Any) -> None:
    assert fetch(serve(sent(PAGE, Content_Length=str(len(PAGE))))).data == PAGE


def test_a_body_shorter_than_it_says_is_told(serve: Any) -> None:
    told = refused(serve(sent(PAGE[:-100], Content_Length=str(len(PAGE)))))
    assert told == f"arrives cut short: {len(PAGE) - 100:,} of {len(PAGE):,} bytes"


def test_a_body_in_pieces_that_ends_early_is_told(serve: Any) -> None:
    assert "cannot be fetched" in refused(serve(sent(b"400\r\n" + PAGE[:100], Transfer_Encoding="chunked")))


@pytest.mark.parametrize("cut", [1, 8, 9, 200])
def test_a_packed_body_that_is_cut_is_told(serve: Any, cut: int) -> None:
    told = refused(serve(sent(gzip.compress(PAGE)[:-cut], Content_Encoding="gzip")))
    assert told == "arrives cut short: its packed body has no end"


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "GZIP"])
def test_a_body_packed_in_several_members_comes_whole(serve: Any, coding: str) -> None:
    packed = b"".join(gzip.compress(PAGE[at : at + 300]) for at in range(0, len(PAGE), 300))
    assert fetch(serve(sent(packed + bytes(512), Content_Encoding=coding))).data == PAGE
    assert "cut short" in refused(serve(sent(packed[:-20], Content_Encoding=coding)))


def test_a_deflated_body_comes_whole(serve: Any) -> None:
    assert fetch(serve(sent(zlib.compress(PAGE), Content_Encoding="deflate"))).data == PAGE


def test_what_stands_behind_a_packed_body_is_told(serve: Any) -> None:
    assert "cannot be fetched" in refused(serve(sent(gzip.compress(PAGE) + b"more of it", Content_Encoding="gzip")))


def dripping(request: Any) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX: ")
    with pytest.raises(OSError):  # until the other side goes away
        for _ in range(600):
            request.wfile.write(b"a")
            request.wfile.flush()
            time.sleep(0.05)
        raise OSError


def test_a_server_that_drips_its_headers_does_not_outlive_the_deadline(
    serve: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 1)
    began = time.monotonic()
    assert refused(serve(dripping)) == "takes longer than 1 seconds"
    assert time.monotonic() - began < 20


def leading(to: str) -> Callable[[Any], None]:
    def answer(request: Any) -> None:
        request.send_response(302)
        request.send_header("Location", to)
        request.end_headers()

    return answer


@pytest.mark.parametrize(
    "host",
    ["localhost", "127.0.0.2", "[::1]", "2130706433", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[fe80::1]",
     "[::ffff:10.0.0.1]", "0.0.0.0", "[64:ff9b::7f00:1]", "printer.example", "both.example", "100.64.0.1"],
)  # fmt: skip
def test_a_page_leads_to_no_address_that_is_not_public(serve: Any, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    real = socket.getaddrinfo
    names = {"printer.example": ["192.168.1.9"], "both.example": ["93.184.216.34", "127.0.0.1"]}

    def looked_up(name: str, port: int, *arguments: Any, **named: Any) -> Any:
        if name in names:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in names[name]]
        return real(name, port, *arguments, **named)

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    inner = serve(sent(b"<p>secret"))
    port = inner.split(":")[2].partition("/")[0]
    assert refused(serve(leading(f"http://{host}:{port}/ferry"))) == "leads to an address that is not public"


def test_a_name_that_leads_elsewhere_when_it_is_connected_is_noticed(
    serve: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is public when it is looked at and this machine when it is connected to: it is looked up only once."""
    answers = iter(["93.184.216.34", "127.0.0.1"])

    def looked_up(name: str, port: int, *_: Any, **__: Any) -> Any:
        number = next(answers) if name == "courier.example" else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    assert refused(serve(leading("http://courier.example/ferry"))) == "leads to an address that is not public"


def test_a_persons_own_words_may_name_this_machine_and_its_pages_lead_on_within_it(serve: Any) -> None:
    def answer(request: Any) -> None:
        (sent(PAGE) if request.path == "/new" else leading("/new"))(request)

    assert fetch(serve(answer)).data == PAGE


@pytest.mark.parametrize(
    ("number", "public"),
    [("93.184.216.34", True), ("2606:2800:220:1::1", True), ("::1", False), ("::ffff:127.0.0.1", False),
     ("fe80::1%eth0", False), ("224.0.0.1", False), ("255.255.255.255", False), ("2002:7f00:1::", False),
     ("64:ff9b::a00:1", False), ("64:ff9b::5db8:d822", True), ("fc00::1", False), ("172.16.0.1", False)],
)  # fmt: skip
def test_which_addresses_are_public(number: str, public: bool) -> None:
    assert is_public(number) == public


def test_a_full_disk_leaves_no_half_of_an_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    real = Path.open

    def full(path: Path, mode: str = "r", *arguments: Any, **named: Any) -> Any:
        if "x" in mode:
            raise OSError(28, "No space left on device")
        return real(path, mode, *arguments, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", full)
        added, problems = add([str(tmp_path / "a.html")], tmp_path / "seeds")
    assert added == []
    assert "cannot be written into" in problems[0].what
    assert list((tmp_path / "seeds").iterdir()) == []
    assert add([str(tmp_path / "a.html")], tmp_path / "seeds")[0][0].new


def test_a_hash_in_a_body_keeps_nothing_out(tmp_path: Path) -> None:
    from hashlib import sha256

    (tmp_path / "a.html").write_bytes(PAGE)
    body = f"The ferry struck.\n\nsha256: {sha256(PAGE).hexdigest()}\n\n---\nsha256: {sha256(PAGE).hexdigest()}\n---\n"
    (tmp_path / "b.txt").write_text(body, encoding="utf-8")
    (tmp_path / "c.md").write_text(body + "\nMore.\n", encoding="utf-8")
    for name in ("b.txt", "c.md", "a.html"):
        assert add([str(tmp_path / name)], tmp_path / "seeds")[0][0].new, name


def test_the_deadline_covers_a_name_that_nobody_answers_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.2)

    class Slow:
        def open(self, request: urllib.request.Request, timeout: float) -> Any:
            time.sleep(5)

    monkeypatch.setattr(urllib.request, "build_opener", lambda *handlers: Slow())
    assert "takes longer than" in refused("https://courier.example/ferry")
