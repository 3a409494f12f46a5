"""What stands between two dashes or in brackets in reported words is mostly the reporter's: it is left out of them.

In: the stretches of one report. Out: the same without "— which is true —" and "(as others have argued)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.records import Span

SHORTEST = 3  # words in brackets: fewer are a party, a sign or an age, and belong to a name
_ASIDE = re.compile(
    r"\s?—\s?(?P<dashed>[^—“”\"]{2,160}?)\s?—\s?|\s(?:–|--?)\s(?P<short>[^–—“”\"]{2,160}?)\s(?:–|--?)\s"
    r"|\s\((?P<bracketed>[^()“”\"]{3,160})\)"
)
_ENDED = re.compile(r"[.!?]\s+[A-Z]")
_FIGURE = re.compile(r"\d")
_BESIDE = " ,;:—–-"


def without_asides(content: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """Return the stretches of a report without the asides within them; nothing is left out of words in marks."""
    return tuple(part for span in content for part in _parts(span, text))


def _parts(span: Span, text: str) -> Iterator[Span]:
    said, at = span.of(text), 0
    for found in _ASIDE.finditer(said):
        if not _is_aside(found) or _in_marks(said[: found.start()]):
            continue
        before, behind = said[at : found.start()].rstrip(_BESIDE), said[found.end() :].lstrip(_BESIDE)
        if before and behind:
            yield Span(span.start + at, span.start + at + len(before))
            at = len(said) - len(behind)
    yield Span(span.start + at, span.end)


def _is_aside(found: re.Match[str]) -> bool:
    aside = found["dashed"] or found["short"] or found["bracketed"]
    if _ENDED.search(aside) or _FIGURE.search(aside):
        return False  # two dashes of two sentences; a number that he may have given
    return found["bracketed"] is None or len(aside.split()) >= SHORTEST


def _in_marks(before: str) -> bool:
    """Return whether words in quotation marks are open where a text ends."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
