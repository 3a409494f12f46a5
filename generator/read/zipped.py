"""Zip archives (.docx, .wacz) that were made to burst are refused before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

from generator.read.input_file import Unreadable, foreign

MAX_MEMBERS = 20_000
FREE = (
    64_000_000  # bytes of XML and tables: what unpacks to no more is looked through in time, however small it was made
)
MOST_TIMES = 100  # tables in XML are packed to a thirtieth of their size, a made repetition to a thousandth
FREE_TEXT = 500_000  # bytes of articles: their words are parsed, which takes a minute for a megabyte
MOST_TIMES_TEXT = 30  # text is packed to a fifth of its size, a page with its menus to a fifteenth


def refuse_bursting(unpacked: int, packed: int, free: int = FREE_TEXT, times: int = MOST_TIMES_TEXT) -> None:
    """Raise `Unreadable` for what unpacks to many `times` its size, beyond the `free` bytes."""
    if unpacked > max(free, times * packed):
        raise Unreadable(f"unpacks to {unpacked // packed:,} times its size, as no text does", "Save it again")


def open_zip(data: bytes, limit: int, kind: str, free: int = FREE, times: int = MOST_TIMES) -> zipfile.ZipFile:
    """Return the archive. Raises `Unreadable` when it is none, is locked, or holds more than `limit` bytes unpacked."""
    with foreign(f"is no {kind} that can be read", "Save it again"):
        archive = zipfile.ZipFile(io.BytesIO(data))
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise Unreadable(f"holds {len(members):,} files; an archive may have {MAX_MEMBERS:,}", "Split it")
    unpacked = sum(member.file_size for member in members)
    if unpacked > limit:
        raise Unreadable(f"unpacks to more than {limit // 1_000_000} MB, the limit", "Save only the articles")
    refuse_bursting(unpacked, len(data), free, times)
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable("is locked with a password", "Save a copy without the password")
    return archive
