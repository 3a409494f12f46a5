"""How a page is asked for, where a connection may go, and what is told word for word when none comes."""

from __future__ import annotations

import gzip
import http.client
import queue
import socket
import threading
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable, Iterable
from email.message import Message
from io import BytesIO
from typing import Any

import pytest

from generator.read import fetch as module
from generator.read.fetch import Fetched, fetch, is_public
from generator.read.input_file import Unreadable
from tests.read.test_fetch import PAGE, leading, refused, sent, serve

__all__ = ["serve"]
ADDRESS = "https://courier.example/ferry"
SAVE_IT = "Save the page in a browser and add the file"
AGAIN = "Try again, or save the page in a browser"


def told(address: str = ADDRESS) -> tuple[str, str]:
    with pytest.raises(Unreadable) as caught:
        fetch(address)
    return caught.value.what, caught.value.next_step


class Answer(BytesIO):
    """What a server sends, and how it was asked."""

    def __init__(self, data: bytes, url: str = ADDRESS, **headers: str) -> None:
        super().__init__(data)
        self.headers = Message()
        for name, value in {"Content_Type": "text/html; charset=utf-8", **headers}.items():
            self.headers[name.replace("_", "-")] = value
        self.url = url

    def geturl(self) -> str:
        return self.url


def answer_with(monkeypatch: pytest.MonkeyPatch, answer: Answer | Exception) -> list[tuple[Any, float]]:
    """Let every address answer so; return what is asked, and how long is waited."""
    asked = []

    class Opener:
        def open(self, request: urllib.request.Request, timeout: float) -> Any:
            asked.append((request, timeout))
            if isinstance(answer, Exception):
                raise answer
            return answer

    monkeypatch.setattr(urllib.request, "build_opener", lambda *handlers: Opener())
    return asked


def names(monkeypatch: pytest.MonkeyPatch, **numbers: list[str]) -> list[tuple[Any, ...]]:
    """Let names lead to these addresses; return what is looked up."""
    asked = []

    def looked_up(host: str, port: int, *arguments: Any, **named: Any) -> Any:
        asked.append((host, port, named))
        kinds = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        return [(*kinds, (number, port)) for number in numbers[host.partition(".")[0]]]

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    return asked


# ---- asking ----------------------------------------------------------------------------------------------------------


def test_a_page_is_asked_for_openly_unpacked_and_without_its_mark(serve: Any) -> None:
    asked = []

    def answer(request: Any) -> None:
        asked.append((request.path, request.headers["User-Agent"], request.headers["Accept-Encoding"]))
        sent(PAGE)(request)

    fetch(serve(answer) + "?a=b#top")
    assert asked == [("/ferry?a=b", "event-digest", "identity")]


def test_an_answer_is_waited_for_twenty_seconds_and_a_page_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer_with(monkeypatch, Answer(PAGE))
    fetch(ADDRESS)
    assert [seconds for _, seconds in asked] == [20]

    waited = []

    class Waiting(queue.Queue[Any]):
        def get(self, block: bool = True, timeout: float | None = None) -> Any:
            waited.append(timeout)
            raise queue.Empty

    monkeypatch.setattr(queue, "Queue", Waiting)
    assert told() == ("takes longer than 60 seconds", SAVE_IT)
    assert waited == [60]


def test_a_page_that_is_given_up_keeps_nobody_waiting_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    release, begun = threading.Event(), threading.Event()

    class Slow:
        def open(self, request: urllib.request.Request, timeout: float) -> Any:
            begun.set()
            release.wait(20)

    monkeypatch.setattr(module, "PATIENCE", 0.2)
    monkeypatch.setattr(urllib.request, "build_opener", lambda *handlers: Slow())
    before = {*threading.enumerate()}
    told()
    assert begun.wait(5)
    assert all(thread.daemon for thread in {*threading.enumerate()} - before)
    release.set()


def test_a_page_is_kept_with_its_last_address_its_kind_and_its_charset(monkeypatch: pytest.MonkeyPatch) -> None:
    url = "https://ann@b:secret@courier.example:81/a@b?c=d@e"
    answer_with(monkeypatch, Answer(b"Caf\xe9", url, Content_Type="text/plain; charset=ISO-8859-1"))
    kept = Fetched("https://courier.example:81/a@b?c=d@e", b"Caf\xe9", ".txt", "iso-8859-1")
    assert fetch(ADDRESS) == kept


# ---- where a connection may go ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "then", "looked"),
    [
        ("https://courier.example/a", "https://courier.example/b", None),
        ("https://courier.example/a", "https://courier.example:443/b", None),
        ("https://courier.example./a", "https://courier.example/b", None),
        ("http://courier.example/a", "http://courier.example:80/b", None),
        ("http://courier.example:8080/a", "http://courier.example:8080/b", None),
        ("http://courier.example/a", "https://courier.example/b", ("courier.example", 443)),
        ("https://courier.example/a", "http://courier.example/b", ("courier.example", 80)),
        ("http://courier.example/a", "http://courier.example:8080/b", ("courier.example", 8080)),
        ("http://courier.example/a", "http://herald.example./b", ("herald.example", 80)),
        ("http://courier.example/a", "http:///b", ("", 80)),
    ],
)
def test_a_page_that_leads_to_another_place_is_looked_up(
    monkeypatch: pytest.MonkeyPatch, first: str, then: str, looked: tuple[str, int] | None
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(module, "_addresses", lambda host, port: asked.append((host, port)))
    module._OnlyTheWeb(first).redirect_request(urllib.request.Request(first), None, 302, "Found", Message(), then)
    assert asked == ([looked] if looked else [])


def test_a_name_that_nobody_here_knows_is_left_to_who_connects(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(host: str, port: int, **named: Any) -> Any:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    handler, first = module._OnlyTheWeb(ADDRESS), urllib.request.Request(ADDRESS)
    assert handler.redirect_request(first, None, 302, "Found", Message(), "http://far.example/") is not None


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("::ffff:93.184.216.34", True),
        ("2002:5db8:d822::1", True),
        ("2002:a00:1::1", False),
        ("2001:0:a00:1:0:0:a247:27dd", True),  # Teredo: by 10.0.0.1, for 93.184.216.34
        ("2001:0:5db8:d822:0:0:f5ff:fffe", False),  # and the other way round
        ("4000::1", False),
        ("ff0e::1", False),
    ],
)
def test_what_an_address_carries_decides(number: str, public: bool) -> None:
    assert is_public(number) == public


def connect(allowed: Iterable[str], to: tuple[str, int], *arguments: Any, **named: Any) -> Any:
    return module._connected({host: host for host in allowed}, to, *arguments, **named)


class Connected(str):
    def getpeername(self) -> tuple[str, int]:
        return "93.184.216.34", 80


def connected(monkeypatch: pytest.MonkeyPatch, closed: tuple[str, ...] = ()) -> list[Any]:
    """Let every connection stand, but for those to some places; return those that were tried."""
    tried = []

    def try_it(to: tuple[str, int], *arguments: Any, **named: Any) -> Any:
        tried.append((to, arguments, named))
        if to[0] in closed:
            raise OSError(f"{to[0]} is closed")
        return Connected("connected")

    monkeypatch.setattr(socket, "create_connection", try_it)
    return tried


def test_a_connection_goes_to_the_address_that_was_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, tried = names(monkeypatch, courier=["93.184.216.34", "93.184.216.35"]), connected(monkeypatch)
    assert connect(frozenset(), ("courier.example", 81), 5, source_address=None) == "connected"
    assert asked == [("courier.example", 81, {"type": socket.SOCK_STREAM})]
    assert tried == [(("93.184.216.34", 81), (5,), {"source_address": None})]


def test_a_connection_goes_to_the_next_address_when_the_first_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, courier=["93.184.216.34", "93.184.216.35"])
    tried = connected(monkeypatch, ("93.184.216.34",))
    assert connect(frozenset(), ("courier.example", 80)) == "connected"
    assert [to for to, *_ in tried] == [("93.184.216.34", 80), ("93.184.216.35", 80)]


def test_the_last_address_that_is_closed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, courier=["93.184.216.34", "93.184.216.35"], nobody=[])
    connected(monkeypatch, ("93.184.216.34", "93.184.216.35"))
    with pytest.raises(OSError, match=r"216\.35 is closed"):
        connect(frozenset(), ("courier.example", 80))
    with pytest.raises(OSError, match=r"^no address$"):
        connect(frozenset(), ("nobody.example", 80))


def test_a_name_of_the_persons_own_is_connected_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, tried = names(monkeypatch), connected(monkeypatch)
    assert connect(frozenset(["localhost"]), ("localhost", 80), 5, a=1) == "connected"
    assert (asked, tried) == ([], [(("localhost", 80), (5,), {"a": 1})])


def test_a_name_of_the_persons_own_stays_where_it_was_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server may send its reader back to its own name, which by then means the reader's machine."""
    tried, allowed = connected(monkeypatch), {"courier.example": "courier.example"}
    for _ in range(2):
        module._connected(allowed, ("courier.example", 80))
    assert [to for to, *_ in tried] == [("courier.example", 80), ("93.184.216.34", 80)]


@pytest.mark.parametrize(("scheme", "port"), [("http", 80), ("https", 443)])
def test_every_page_is_connected_to_by_the_same_guard(monkeypatch: pytest.MonkeyPatch, scheme: str, port: int) -> None:
    def guard(allowed: dict[str, str], to: tuple[str, int], *arguments: Any, **named: Any) -> Any:
        raise OSError(f"{sorted(allowed)} to {to}")

    monkeypatch.setattr(urllib.request, "getproxies", dict)
    monkeypatch.setattr(module, "_connected", guard)
    what = f"cannot be fetched: no connection, or no such address (['courier.example'] to ('courier.example', {port}))"
    assert told(f"{scheme}://courier.example/ferry") == (what, SAVE_IT)


def test_a_proxy_of_the_persons_own_may_be_this_machine(serve: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def answer(request: Any) -> None:
        asked.append(request.path)
        (sent(PAGE) if request.path.endswith("/new") else leading("http://herald.example/new"))(request)

    monkeypatch.setenv("http_proxy", serve(answer))
    monkeypatch.setenv("no_proxy", "")
    assert fetch("http://courier.example/ferry").data == PAGE
    assert asked == ["http://courier.example/ferry", "http://herald.example/new"]


# ---- what is told ----------------------------------------------------------------------------------------------------


def test_what_is_no_web_address_is_told() -> None:
    assert told("ferry") == ("is no web address", "Write it with https:// and without spaces")


def test_what_leads_elsewhere_is_told(serve: Any) -> None:
    assert told(serve(leading("ftp://courier.example/a"))) == ("leads to something that is no web page", SAVE_IT)
    assert told(serve(leading("http://10.0.0.1/"))) == ("leads to an address that is not public", SAVE_IT)


def test_what_a_server_refuses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, urllib.error.HTTPError(ADDRESS, 410, "Gone", Message(), None))
    assert told() == ("the server answers “410 Gone”", SAVE_IT)


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (urllib.error.URLError("no route to it"), "no route to it"),
        (urllib.error.URLError(OSError("two\n lines")), "two lines"),
        (TimeoutError(), "TimeoutError"),
        (http.client.BadStatusLine("HELLO"), "HELLO"),
        (ValueError("odd"), "odd"),
    ],
)
def test_why_nothing_comes_is_told_on_one_line(monkeypatch: pytest.MonkeyPatch, error: Exception, why: str) -> None:
    answer_with(monkeypatch, error)
    assert told() == (f"cannot be fetched: no connection, or no such address ({why})", SAVE_IT)


def test_a_kind_that_is_not_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, Answer(b"x", Content_Type="video/mp4; a=b"))
    assert told() == ("is of the kind video/mp4, which cannot be read", SAVE_IT)


@pytest.mark.parametrize(("coding", "shown"), [(" BR ", "br"), ("a" * 30, "a" * 20)])
def test_a_packing_that_is_not_read_is_told(monkeypatch: pytest.MonkeyPatch, coding: str, shown: str) -> None:
    answer_with(monkeypatch, Answer(b"x", Content_Encoding=coding))
    assert told() == (f"comes packed in a way that is not read ({shown})", SAVE_IT)


def test_a_page_of_the_limit_is_read_and_of_a_byte_more_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 3_000_000)
    answer_with(monkeypatch, Answer(b"a" * 3_000_000))
    assert len(fetch(ADDRESS).data) == 3_000_000
    answer_with(monkeypatch, Answer(b"a" * 3_000_001))
    assert told() == ("is larger than 3 MB, the limit", SAVE_IT)


def test_what_is_cut_short_may_come_whole_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, Answer(b"abc", Content_Length="4000"))
    assert told() == ("arrives cut short: 3 of 4,000 bytes", AGAIN)
    answer_with(monkeypatch, Answer(gzip.compress(PAGE)[:-1], Content_Encoding="gzip"))
    assert told() == ("arrives cut short: its packed body has no end", AGAIN)


@pytest.mark.parametrize(
    "headers",
    [{"Content_Length": "3"}, {"Content_Length": "2"}, {"Content_Length": "-4"}, {"Content_Length": "many"},
     {"Content_Length": "4000", "Transfer_Encoding": "chunked"}, {"Content_Encoding": "Identity"}],
)  # fmt: skip
def test_a_length_that_says_nothing_keeps_no_page_out(monkeypatch: pytest.MonkeyPatch, headers: dict[str, str]) -> None:
    answer_with(monkeypatch, Answer(b"abc", **headers))
    assert fetch(ADDRESS).data == b"abc"


# ---- what is packed --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "packed",
    [
        lambda: gzip.compress(b"a" * 500_000),
        lambda: gzip.compress(b"a" * 1_001) + gzip.compress(b"a" * 500_000),
        lambda: gzip.compress(b"a" * 600) + gzip.compress(b"a" * 500_000),
    ],
)
def test_no_more_is_unpacked_than_shows_that_it_is_too_much(
    monkeypatch: pytest.MonkeyPatch, packed: Callable[[], bytes]
) -> None:
    made = []
    real = module._Unpacked.add

    def counted(unpacked: Any, part: bytes, most: int) -> bytes:
        made.append(real(unpacked, part, most))
        return made[-1]

    monkeypatch.setattr(module, "MAX_BYTES", 1_000)
    monkeypatch.setattr(module._Unpacked, "add", counted)
    answer_with(monkeypatch, Answer(packed(), Content_Encoding="gzip"))
    assert "is larger than" in told()[0]
    assert sum(map(len, made)) == 1_001


def test_what_is_packed_and_comes_in_many_parts_is_limited_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    real = module._Unpacked.add

    def counted(unpacked: Any, part: bytes, most: int) -> bytes:
        made.append(real(unpacked, part, most))
        return made[-1]

    monkeypatch.setattr(module, "MAX_BYTES", 100_000)
    monkeypatch.setattr(module._Unpacked, "add", counted)
    first = gzip.compress(bytes(range(256)) * 350, compresslevel=0)  # more than what is taken at once
    answer_with(monkeypatch, Answer(first + gzip.compress(b"a" * 500_000), Content_Encoding="gzip"))
    assert "is larger than" in told()[0]
    assert sum(map(len, made)) == 100_001


def test_a_later_member_may_repeat_what_lies_far_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    far = b"".join(number.to_bytes(4, "big") for number in range(0, 28_000 * 7919, 7919))[:30_000] * 2
    answer_with(monkeypatch, Answer(gzip.compress(b"a") + gzip.compress(far, 9), Content_Encoding="gzip"))
    assert fetch(ADDRESS).data == b"a" + far


def test_what_stands_behind_a_member_and_is_packed_otherwise_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, Answer(gzip.compress(b"a") + zlib.compress(b"b"), Content_Encoding="gzip"))
    assert told()[0].startswith("cannot be fetched")
    assert refused(ADDRESS)


def test_a_packed_body_of_nothing_has_no_end(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, Answer(b"", Content_Encoding="gzip"))
    assert told() == ("arrives cut short: its packed body has no end", AGAIN)
