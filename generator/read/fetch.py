"""One web page over the network, with the standard library, and only because a person asked for it by its address."""

from __future__ import annotations

import http.client
import ipaddress
import queue
import socket
import threading
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import SplitResult, urlsplit, urlunsplit

from generator.read.input_file import MAX_BYTES, Unreadable
from generator.read.page_metadata import is_web_address

TIMEOUT = 20  # seconds without an answer
PATIENCE = 60  # seconds for the whole page
_SAVE_IT = "Save the page in a browser and add the file"
_EXTENSIONS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md",
    "application/json": ".json", "application/feed+json": ".json", "application/rss+xml": ".xml",
    "application/atom+xml": ".xml", "application/xml": ".xml", "text/xml": ".xml", "application/pdf": ".pdf",
    "text/csv": ".csv", "message/rfc822": ".eml", "multipart/related": ".mhtml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent."""

    address: str
    """Where it came from in the end, after redirections, without a user's name and password."""
    data: bytes
    extension: str
    charset: str | None


class _OnlyTheWeb(urllib.request.HTTPRedirectHandler):
    """Follows redirections to public web addresses, and to nothing else."""

    def __init__(self, named: str) -> None:
        self._named = _place(urlsplit(named))

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        to = urlsplit(newurl)
        if to.scheme not in ("http", "https"):
            raise Unreadable("leads to something that is no web page", _SAVE_IT)
        if _place(to) != self._named:
            with suppress(socket.gaierror):  # a proxy may know the name; who connects looks again
                _addresses(*_place(to))
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _place(address: SplitResult) -> tuple[str, int]:
    return (address.hostname or "").rstrip("."), address.port or (443 if address.scheme == "https" else 80)


def _addresses(host: str, port: int) -> list[Any]:
    """Return where a name leads. Raises `Unreadable` when any of it is this machine or a network that is not public."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if not all(is_public(str(where[4][0])) for where in found):
        raise Unreadable("leads to an address that is not public", _SAVE_IT)
    return found


def is_public(number: str) -> bool:
    """Return whether an IP address is one of the public network, in whatever form it carries another one."""
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and address in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        address = inner or address
    return address.is_global and not address.is_multicast and not address.is_reserved


_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")


def _connected(allowed: dict[str, str], to: tuple[str, int], *arguments: Any, **named: Any) -> socket.socket:
    """Connect; the name is looked up once, so that it cannot lead elsewhere between the look and the connection.

    `allowed`: the hosts of a person's own words, and where each is connected: the address of the first connection takes
    the place of the name, or its page could lead back to the same name when that means this machine.
    """
    host, port = to
    if host in allowed:
        connected = socket.create_connection((allowed[host], port), *arguments, **named)
        allowed[host] = str(connected.getpeername()[0])
        return connected
    error: Exception = OSError("no address")
    for *_, where in _addresses(host, port):
        try:
            return socket.create_connection((where[0], port), *arguments, **named)
        except OSError as failed:
            error = failed
    raise error


def _opener(address: str) -> urllib.request.OpenerDirector:
    """Return what fetches: only where a person's own words lead, a proxy of theirs, or the public network."""
    proxies = [urlsplit(proxy).hostname for proxy in urllib.request.getproxies().values()]
    allowed = {host: host for host in (urlsplit(address).hostname, *proxies) if host}

    def made(kind: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        connection = kind(*arguments, **named)
        connection._create_connection = partial(_connected, allowed)
        return connection

    class PlainHandler(urllib.request.HTTPHandler):
        def http_open(self, req: Any) -> Any:
            return self.do_open(partial(made, http.client.HTTPConnection), req)

    class Secure(urllib.request.HTTPSHandler):
        def https_open(self, req: Any) -> Any:
            return self.do_open(partial(made, http.client.HTTPSConnection), req)

    return urllib.request.build_opener(_OnlyTheWeb(address), PlainHandler, Secure)


def fetch(address: str) -> Fetched:
    """Return what stands at a web address. Raises `Unreadable` with what went wrong, one line."""
    if not is_web_address(address):
        raise Unreadable("is no web address", "Write it with https:// and without spaces")
    try:
        came_from, headers, data = _in_time(partial(_answer, address))
    except urllib.error.HTTPError as error:
        raise Unreadable(f"the server answers “{error.code} {error.reason}”", _SAVE_IT) from None
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        what = f"cannot be fetched: no connection, or no such address ({str(reason) or type(error).__name__})"
        raise Unreadable(" ".join(what.split()), _SAVE_IT) from None
    kind, charset = headers.get_content_type(), headers.get_content_charset()
    extension = _EXTENSIONS.get(kind)
    if extension is None:
        raise Unreadable(f"is of the kind {kind}, which cannot be read", _SAVE_IT)
    return Fetched(_without_password(came_from), data, extension, charset)


def _in_time(work: Callable[[], Any]) -> Any:
    """Return what some work gives. Raises `Unreadable` when it takes longer than one waits, whatever it waits for."""
    answers: queue.Queue[tuple[Any, BaseException | None]] = queue.Queue()

    def run() -> None:
        try:
            answers.put((work(), None))
        except BaseException as error:
            answers.put((None, error))

    threading.Thread(target=run, daemon=True).start()
    try:
        result, error = answers.get(timeout=PATIENCE)
    except queue.Empty:
        raise Unreadable(f"takes longer than {PATIENCE} seconds", _SAVE_IT) from None
    if error is not None:
        raise error
    return result


def _answer(address: str) -> tuple[str, Any, bytes]:
    """Return where an answer came from in the end, its headers and its body."""
    request = urllib.request.Request(
        address.partition("#")[0], headers={"User-Agent": "event-digest", "Accept-Encoding": "identity"}
    )
    with _opener(address).open(request, timeout=TIMEOUT) as answer:
        return answer.geturl(), answer.headers, _read(answer)


def _read(answer: Any) -> bytes:
    """Return the whole body of an answer, within the limit of size."""
    coding = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    unpacked = _Unpacked() if coding in ("gzip", "x-gzip", "deflate") else None
    if unpacked is None and coding != "identity":
        raise Unreadable(f"comes packed in a way that is not read ({coding[:20]})", _SAVE_IT)
    data, came = bytearray(), 0
    while part := answer.read(65_536):
        came += len(part)
        data += unpacked.add(part, MAX_BYTES + 1 - len(data)) if unpacked else part
        if len(data) > MAX_BYTES:
            raise Unreadable(f"is larger than {MAX_BYTES // 1_000_000} MB, the limit", _SAVE_IT)
    told = answer.headers.get("Content-Length") or ""
    if told.isdecimal() and came < int(told) and not answer.headers.get("Transfer-Encoding"):
        raise Unreadable(
            f"arrives cut short: {came:,} of {int(told):,} bytes", "Try again, or save the page in a browser"
        )
    if unpacked and not unpacked.whole:
        raise Unreadable("arrives cut short: its packed body has no end", "Try again, or save the page in a browser")
    return bytes(data)


class _Unpacked:
    """A body that is packed, in one member of gzip or several."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(47)
        self.whole = False

    def add(self, part: bytes, most: int) -> bytes:
        """Return what some more of it unpacks to, `most` bytes at most."""
        data = b""
        while part and len(data) < most:
            if self.whole:
                if not (part := part.lstrip(b"\0")):  # a last block filled up
                    break
                self._member, self.whole = zlib.decompressobj(31), False
            data += self._member.decompress(part, most - len(data))
            self.whole = self._member.eof
            part = self._member.unused_data
        return data


def _without_password(address: str) -> str:
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
