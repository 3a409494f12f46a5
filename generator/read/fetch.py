"""One web page over the network, with the standard library, and only because a person asked for it by its address."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
import zlib
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit, urlunsplit

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
    """Follows redirections to web addresses, and to nothing else."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        if urlsplit(newurl).scheme not in ("http", "https"):
            raise Unreadable("leads to something that is no web page", _SAVE_IT)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(address: str) -> Fetched:
    """Return what stands at a web address. Raises `Unreadable` with what went wrong, one line."""
    if not is_web_address(address):
        raise Unreadable("is no web address", "Write it with https:// and without spaces")
    try:
        request = urllib.request.Request(
            address.partition("#")[0], headers={"User-Agent": "event-digest", "Accept-Encoding": "identity"}
        )
        with urllib.request.build_opener(_OnlyTheWeb).open(request, timeout=TIMEOUT) as answer:
            data = _read(answer)
            kind = answer.headers.get_content_type()
            charset = answer.headers.get_content_charset()
            came_from = answer.geturl()
    except urllib.error.HTTPError as error:
        raise Unreadable(f"the server answers “{error.code} {error.reason}”", _SAVE_IT) from None
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        what = f"cannot be fetched: no connection, or no such address ({str(reason) or type(error).__name__})"
        raise Unreadable(" ".join(what.split()), _SAVE_IT) from None
    extension = _EXTENSIONS.get(kind)
    if extension is None:
        raise Unreadable(f"is of the kind {kind}, which cannot be read", _SAVE_IT)
    return Fetched(_without_password(came_from), data, extension, charset)


def _read(answer: Any) -> bytes:
    """Return the body of an answer within the limits of size and time."""
    began = time.monotonic()
    coding = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    unpack = zlib.decompressobj(47) if coding in ("gzip", "x-gzip", "deflate") else None
    if unpack is None and coding != "identity":
        raise Unreadable(f"comes packed in a way that is not read ({coding[:20]})", _SAVE_IT)
    data = bytearray()
    while part := answer.read(65_536):
        data += unpack.decompress(part, MAX_BYTES + 1 - len(data)) if unpack else part
        if len(data) > MAX_BYTES:
            raise Unreadable(f"is larger than {MAX_BYTES // 1_000_000} MB, the limit", _SAVE_IT)
        if time.monotonic() - began > PATIENCE:
            raise Unreadable(f"takes longer than {PATIENCE} seconds", _SAVE_IT)
    return bytes(data)


def _without_password(address: str) -> str:
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
