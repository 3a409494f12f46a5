"""Zip archives (.docx, .wacz) that were made to burst are refused before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

from generator.read.input_file import Unreadable, foreign

MAX_MEMBERS = 20_000
FREE = 64_000_000  # bytes: what unpacks to no more is read in time, however small it was made
MOST_TIMES = (
    100  # text is packed to a fifth of its size, tables in XML to a thirtieth, a made repetition to a thousandth
)


def open_zip(data: bytes, limit: int, kind: str) -> zipfile.ZipFile:
    """Return the archive. Raises `Unreadable` when it is none, is locked, or holds more than `limit` bytes unpacked."""
    with foreign(f"is no {kind} that can be read", "Save it again"):
        archive = zipfile.ZipFile(io.BytesIO(data))
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise Unreadable(f"holds {len(members):,} files; an archive may have {MAX_MEMBERS:,}", "Split it")
    if sum(member.file_size for member in members) > limit:
        raise Unreadable(f"unpacks to more than {limit // 1_000_000} MB, the limit", "Save only the articles")
    if (unpacked := sum(member.file_size for member in members)) > max(FREE, MOST_TIMES * len(data)):
        raise Unreadable(f"unpacks to {unpacked // len(data):,} times its size, as no text does", "Save it again")
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable("is locked with a password", "Save a copy without the password")
    return archive
