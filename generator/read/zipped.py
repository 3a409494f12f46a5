"""Zip archives (.docx, .wacz) that were made to burst are refused before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

from generator.read.input_file import Unreadable, foreign

MAX_MEMBERS = 20_000


def open_zip(data: bytes, limit: int, kind: str) -> zipfile.ZipFile:
    """Return the archive. Raises `Unreadable` when it is none, is locked, or holds more than `limit` bytes unpacked."""
    with foreign(f"is no {kind} that can be read", "Save it again"):
        archive = zipfile.ZipFile(io.BytesIO(data))
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise Unreadable(f"holds {len(members):,} files; an archive may have {MAX_MEMBERS:,}", "Split it")
    if sum(member.file_size for member in members) > limit:
        raise Unreadable(f"unpacks to more than {limit // 1_000_000} MB, the limit", "Save only the articles")
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable("is locked with a password", "Save a copy without the password")
    return archive
