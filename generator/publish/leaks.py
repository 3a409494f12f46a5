"""Looks through every file before it is written for words that may not be published, whatever page let them through."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from urllib.parse import unquote_plus

from generator.config import Settings
from generator.errors import Problem
from generator.ids import slug
from generator.masking import MASK
from generator.publish.body import shown
from generator.publish.edition import Edition
from generator.records import Digest, Span

RUN = 12  # words in a row that count as a copy
_TAG = re.compile(r"<[^>]+>")
_BLOCK = re.compile(r"</?(?!(?:a|span|q|time|strong|em|b|i|del|ins|mark|small|cite)\b)[a-z][^>]*>")
_ATTRIBUTE = re.compile(r"=\"([^\"]{20,})\"")
_GAP = re.compile(f"[{MASK}…]+")  # an ellipsis stands where a text was cut
_WORD = re.compile(r"\w+")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_FOLD = re.compile(r"\r?\n[ \t]")  # where a calendar parts a long line (RFC 5545)
_DRAWN = re.compile(r"<t(?:ext|span)\b[^>]*>(.*?)</t(?:ext|span)>", re.DOTALL)
BINARY = (".png", ".woff2")
Run = tuple[str, ...]


def leaks(digest: Digest, settings: Settings, files: Mapping[str, bytes]) -> list[Problem]:
    """Return a fatal problem for each file that shows a run of words which the settings or an editor withhold.

    `digest`: with all its words. Nothing is looked for where all is published and nothing was taken down.
    """
    hidden = _hidden(digest, settings)
    names = [name for name in digest.taken_down.names if " " in name]
    if not hidden and not names:
        return []
    found = []
    for path in sorted(files):
        text = "" if path.endswith(BINARY) else _text(path, files[path])
        if words := _shows(path, text, hidden, names):
            what = f"would show words that are withheld: “{words}”"
            step = (
                "Nothing was written; please report this, and set `publish: quotes` or take the article out till then"
            )
            found.append(Problem(path, what, step, fatal=True))
    return found


def _hidden(digest: Digest, settings: Settings) -> set[Run]:
    """Return every run of words that is nowhere in what may be shown."""
    hidden: set[Run] = set()
    visible: set[Run] = set()
    edition = Edition(digest, settings)
    for text in digest.taken_down.texts:
        hidden |= {*_runs(text)}
    for found in digest.articles:
        text, spans = found.article.text, shown(edition, found)
        known = found.article.metadata
        for stated in (known.title, known.dateline, known.byline):
            visible |= {*_runs(stated.value)} if stated else set()
        if spans is None:
            visible |= {*_runs(text)} if hidden else set()
            continue
        at = 0
        for span in [*_joined(text, sorted(spans)), Span(len(text), len(text))]:
            hidden |= {*_runs(text[at : span.start])}
            visible |= {*_runs(span.of(text))}
            at = max(at, span.end)
    return hidden - visible


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the stretches with those as one that only white space parts: so they stand on the page."""
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _text(path: str, data: bytes) -> str:
    """Return what a reader or a program finds in a file, with a gap between what does not stand together."""
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), data.decode("utf-8", "replace"))
    if path.endswith(".csv"):
        with suppress(csv.Error):  # a cell that is too long for the reader is looked through as it stands
            return MASK.join(cell for row in csv.reader(io.StringIO(text)) for cell in row)
    if path.endswith(".ics"):
        text = _FOLD.sub("", text)
    # Once as it is read, once with what stands in attributes, of which each may have a copy too.
    attributes = (value for tag in _TAG.findall(text) for value in _ATTRIBUTE.findall(tag))
    drawn = " ".join(_TAG.sub(" ", words) for words in _DRAWN.findall(text))  # a picture sets each word by itself
    addresses = [unquote_plus(text)] if "%20" in text or "%2520" in text else []
    return html.unescape(MASK.join([_TAG.sub("", _BLOCK.sub(MASK, text)), *attributes, drawn, *addresses]))


def _shows(path: str, text: str, hidden: set[Run], names: Iterable[str]) -> str:
    """Return what a file or its address shows of what is withheld; "" for nothing."""
    for name in names:
        if name.casefold() in text.casefold() or f"-{slug(name)}-" in f"-{re.sub(r'[^a-z0-9]+', '-', path)}-":
            return name
    return next((" ".join(run) for run in _runs(f"{path}{MASK}{text}") if run in hidden), "") if hidden else ""


def _runs(text: str) -> Iterator[Run]:
    for part in _GAP.split(text.casefold()):  # what stands on either side of a gap is no run
        words = _WORD.findall(part)
        for at in range(len(words) - RUN + 1):
            yield tuple(words[at : at + RUN])


def share_shown(digest: Digest, settings: Settings) -> dict[str, int]:
    """Return for each article how many of a hundred of its words are published, rounded up."""
    edition = Edition(digest, settings)
    shares: dict[str, int] = {}
    for found in digest.articles:
        spans = shown(edition, found)
        words = sum(len(span.of(found.article.text).split()) for span in spans or ())
        shares[found.article.id] = 100 if spans is None else -(-100 * words // (found.article.words or 1))
    return shares
