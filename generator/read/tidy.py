"""Takes out of an article what no page and no data file can hold: control characters and halves of characters."""

from __future__ import annotations

import re
from dataclasses import fields, replace

from generator.records import Metadata, RawArticle, Removed, Stated

# XML forbids them (feeds are XML), UTF-8 cannot hold the surrogates. One for one, so that no offset moves.
_UNFIT = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = str.maketrans("\x0b\x0c\x1c\x1d\x1e\x1f", "\n\n\n\n\n ")
_ODD = re.compile(f"[{''.join(map(chr, _BREAKS))}{_UNFIT.pattern[1:]}")  # either of the two
_REFERENCE = re.compile(r"&#(?:x0*([\da-f]{1,8})|0*(\d{1,10}));?", re.IGNORECASE)
_LINE = re.compile(r"\s+")


def tidied(raw: RawArticle) -> RawArticle:
    """Return the article with "�" for every character that cannot be shown, and its metadata on one line each."""
    return replace(
        raw,
        text=fit(raw.text),
        given=_metadata(raw.given),
        removed=tuple(Removed(fit(part.text), part.reason) for part in raw.removed if part.text.strip()),
        tags=tuple(dict.fromkeys(tag for tag in (one_line(tag) for tag in raw.tags) if tag)),
    )


def fit(text: str) -> str:
    """Return the text with "�" for what cannot be shown."""
    if not _ODD.search(text):
        return text
    return _UNFIT.sub("�", text.translate(_BREAKS))


def fit_references(text: str) -> str:
    """Return XML with "�" for what it names by the number of half a character: lxml makes of that what is no text."""

    def fitted(found: re.Match[str]) -> str:
        number = int(found[1], 16) if found[1] else int(found[2])
        return "�" if 0xD800 <= number <= 0xDFFF else found[0]

    return _REFERENCE.sub(fitted, text) if "&#" in text else text


def one_line(text: str) -> str:
    """Return the text on one line, single-spaced."""
    return _LINE.sub(" ", fit(text)).strip()


def _metadata(given: Metadata) -> Metadata:
    values: dict[str, Stated | None] = {}
    for field in fields(given):
        stated: Stated | None = getattr(given, field.name)
        value = one_line(stated.value) if stated else ""
        values[field.name] = Stated(value, one_line(stated.how)) if stated and value else None
    return Metadata(**values)
