"""In which line of a file some words stand, whatever markup, entities and escapes lie between its letters."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_UNSEEN = ("script", "style", "head")
_TOKEN = re.compile(
    r"<(?P<tag>[/!?a-zA-Z][^<>\s/]{0,40})[^<>]{0,20000}>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});)"
    r"|\\u(?P<code>[0-9a-fA-F]{4})|\\[nrt]"
    r"|\]\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,500}\")?\)"  # where a Markdown link leads
)


@dataclass(frozen=True)
class FileText:
    """The decoded text of a file."""

    text: str

    def line_of(self, paragraph: str, at: int) -> int | None:
        """Return the line, from 1, in which the words at `at` of a paragraph stand; None where it is not found once.

        Only letters and figures are compared. What no reader sees is looked through when the rest does not have it.
        """
        wanted, before = _letters(paragraph), len(_letters(paragraph[:at]))
        for seen in (self._seen, self._all):
            first = seen[0].find(wanted) if wanted else -1
            if first >= 0:
                # The paragraph twice in what is seen: which of the two was read, nobody can tell from its words.
                if seen[0].find(wanted, first + 1) >= 0:
                    return None
                return bisect_right(self._ends, seen[1][min(first + before, len(seen[1]) - 1)]) + 1
        return None

    @cached_property
    def _ends(self) -> list[int]:
        return [found.end() - 1 for found in re.finditer("\n", self.text)]

    @cached_property
    def _seen(self) -> tuple[str, list[int]]:
        return _joined(_pieces(self.text, unseen=False))

    @cached_property
    def _all(self) -> tuple[str, list[int]]:
        return _joined(_pieces(self.text, unseen=True))


def _pieces(text: str, unseen: bool) -> Iterator[tuple[int, str]]:
    """Yield each character or entity that can be read, with its place."""
    at = 0
    lower = text.lower() if not unseen else ""
    while found := _TOKEN.search(text, at):
        yield from enumerate(text[at : found.start()], at)
        at = found.end()
        tag = (found["tag"] or "").lower()
        if tag in _UNSEEN and not unseen and len(lower) == len(text):
            end = lower.find(f"</{tag}", at)
            at = end if end >= 0 else len(text)
        elif tag.startswith("!--") and not unseen:
            end = text.find("-->", found.start())
            at = end + 3 if end >= 0 else len(text)
        elif found["entity"]:
            yield found.start(), html.unescape(found["entity"])
        elif found["code"]:
            yield found.start(), chr(int(found["code"], 16))
    yield from enumerate(text[at:], at)


def _joined(pieces: Iterator[tuple[int, str]]) -> tuple[str, list[int]]:
    letters, places = [], []
    for at, piece in pieces:
        for letter in _letters(piece):
            letters.append(letter)
            places.append(at)
    return "".join(letters), places


def _letters(text: str) -> str:
    """Return letters and figures alone, without accents and capitals."""
    return "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if c.isalnum())
