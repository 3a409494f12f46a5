"""Factiva: exports as page (HTML) or RTF, with or without indexing.

With it, each part of an article has a code before it ("HD", "PD", "LP"); without, the parts stand in a fixed order
around the line that counts the words: section, headline, byline; words, day, time, publication, its code, page,
language, copyright; the text; "Document NYTF0000…".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.read.databases.clipping import Clipping, ClippingField, Export, count_of_words, parted
from generator.read.language_tag import named_language
from generator.read.page_byline import looks_like_names
from generator.read.page_text import blocks, outermost

NAME = "Factiva"
ADVICE = "Export it again from Factiva as “Article Format” in RTF, or save the page that it shows for printing"
_END = re.compile(r"(?:Document|Dokument|Documento|文档|文書|Документ)\s+(?=\S*\d{8})[A-Z0-9]{4}[A-Za-z0-9]{10,32}")
_WORDS = re.compile(
    r"\d[\d.,\u00a0 ]{0,9}\s?(?:words|mots|Wörter|palabras|parole|palavras|woorden|ord|słów|слов|語|字|个字)",
    re.IGNORECASE,
)
_CODES = {
    "HD": "title", "BY": "byline", "PD": "day", "SN": "outlet", "LA": "language", "WC": "words", "SE": "section",
    "DLN": "dateline",
}  # fmt: skip
_TEXT = ("LP", "TD")
_CODED = re.compile(r"([A-Z]{2,3})(?:\s*[|\t]\s*|\s{2,}|\s*$)(.*)")
_KNOWN = frozenset((*_CODES, *_TEXT, "CR", "ET", "SC", "ED", "PG", "VOL", "CY", "CLM", "ART", "CO", "IN", "NS", "RE",
                    "PUB", "AN", "CT", "RF", "IPC", "IPD", "CX", "RST", "TF", "GC"))  # fmt: skip
_TIME = re.compile(r"\d{1,2}:\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|Copyright\b|All rights reserved).*", re.IGNORECASE)
_LANGUAGES = {"Englisch": "en", "Anglais": "en", "Inglés": "en", "Inglese": "en", "Inglês": "en", "Deutsch": "de",
              "Français": "fr", "Französisch": "fr", "Español": "es", "Italiano": "it", "Português": "pt"}  # fmt: skip
PROVIDER_WORDS = 8  # of a last line that ends no sentence: who delivered the article
HEADER = 12  # lines after the count of words that belong to the header


def split(lines: Sequence[str]) -> Export | None:
    """Return the articles of an export; None when the lines are none."""
    kept = [line.strip().strip("|").strip() for line in lines]
    kept = _codes_parted([line for line in kept if line])
    documents = parted(kept, lambda line: _END.fullmatch(_without_code(line)) is not None)
    if len(documents) == 1:
        return None
    return Export(NAME, tuple(map(_document, filter(_is_document, documents))), ADVICE)


_SPACED = re.compile(r"([A-Z]{2,3}) (?=\S)")


def _codes_parted(lines: list[str]) -> list[str]:
    """Return the lines with a bar behind each code, where an export sets a space there: "HD Ferry sinks"."""
    spaced = {n: found.group(1) for n, line in enumerate(lines) if (found := _SPACED.match(line))}
    spaced = {n: code for n, code in spaced.items() if code in _KNOWN}
    if not _SURE_CODES.issubset(spaced.values()):
        return lines
    return [f"{spaced[n]}|{line[len(spaced[n]) :].strip()}" if n in spaced else line for n, line in enumerate(lines)]


_SURE_CODES = frozenset(("HD", "PD", "SN", "LP", "AN"))


def split_page(root: Any) -> Export | None:
    """Return the articles of an export that was saved as a page; None when it is none."""
    if not root.xpath('boolean(//*[contains(@class, "enHeadline") or contains(@class, "rticleParagraph")])'):
        return None
    found = []
    for element in outermost(root, lambda element: "Article" in (element.get("class") or "")):
        lines = [block.text for block in blocks(element)]
        if any(map(_END.fullmatch, lines[-3:])) and _is_document(lines):
            rows = _joined_rows(element)
            named = element.xpath('descendant::*[contains(@class, "Headline")]')
            headline = " ".join(named[0].text_content().split()) if named else ""
            lines = [line for line in lines if not _END.fullmatch(line)]
            signed = element.xpath('descendant::div[contains(concat(" ", @class, " "), " author ")]')
            author = " ".join(signed[0].text_content().split()) if signed else ""
            found.append(_coded(rows) if rows else _plain(lines, headline, author))
    return Export(NAME, tuple(found), ADVICE) if found else None


def _joined_rows(element: Any) -> list[str]:
    """Return the lines of an article with codes, which stand in the first cells of a table; [] when it has none."""
    lines = []
    for row in element.iter("tr"):
        cells = [child for child in row if child.tag in ("td", "th")]
        code = " ".join(cells[0].text_content().split()) if len(cells) > 1 else ""
        if code not in _KNOWN:
            continue
        parts = [block.text for cell in cells[1:] for block in blocks(cell)]
        lines += [f"{code}|{parts[0]}", *parts[1:]] if parts else []
    return lines


def _without_code(line: str) -> str:
    coded = _CODED.fullmatch(line)
    return coded.group(2).strip() if coded and coded.group(1) == "AN" else line


def _is_document(lines: Sequence[str]) -> bool:
    return any(_WORDS.fullmatch(line) for line in lines) or any(_code(line) == "HD" for line in lines)


def _code(line: str) -> str | None:
    found = _CODED.fullmatch(line)
    return found.group(1) if found and found.group(1) in _KNOWN else None


def _document(lines: list[str]) -> Clipping:
    return _coded(lines) if any(_code(line) == "HD" for line in lines) else _plain(lines)


# ---- with codes ------------------------------------------------------------------------------------------------------


def _coded(lines: list[str]) -> Clipping:
    found: dict[str, str] = {}
    body: list[str] = []
    others: list[ClippingField] = []
    for code, parts in _fields(lines):
        if code in _TEXT:
            body += parts
        elif (name := _CODES.get(code)) and name not in found:
            found[name] = " ".join(parts)
            others += [ClippingField(code, found[name])] if name in ("section", "words") else []
        else:
            others.append(ClippingField(code, "\n".join(parts)))
    words = count_of_words(found.pop("words", ""))
    found["language"] = _language(found.get("language", ""))
    return Clipping(tuple(body), words=words, others=tuple(others), **found)


def _fields(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each code with its lines. What stands above the first one is no part of the article."""
    code, parts = "", list[str]()
    for line in lines:
        if (new := _code(line)) is not None:
            if code and parts:
                yield code, parts
            code, parts = new, []
            line = line[len(new) :].strip(" |\t")
        if line.strip():
            parts.append(line.strip())
    if code and parts:
        yield code, parts


# ---- without ---------------------------------------------------------------------------------------------------------


def _plain(lines: list[str], headline: str = "", author: str = "") -> Clipping:
    """Return an article without codes. `headline`, `author`: what a page marks as such."""
    at = next(at for at, line in enumerate(lines) if _WORDS.fullmatch(line))
    found, others = _above(lines[:at], headline, author)
    others.append(ClippingField("words", lines[at]))
    rest = lines[at + 1 : at + HEADER]
    rights = next((n for n, line in enumerate(rest) if _COPYRIGHT.match(line)), None)
    header = rest[: rights + 1] if rights is not None else _until_text(rest)
    if header:
        found["day"] = header[0]
    named = [line for line in header[1:] if not _TIME.fullmatch(line)]
    if named:
        found["outlet"] = named[0]
    others += [ClippingField("time", line) for line in header[1:] if _TIME.fullmatch(line)]
    for line in named[1:]:
        if language := _language(line):
            found["language"] = language
        else:
            others.append(ClippingField("copyright" if _COPYRIGHT.match(line) else "publication, page", line))
    body = lines[at + 1 + len(header) :]
    if len(body) > 1 and len(body[-1].split()) <= PROVIDER_WORDS and not re.search(r"[.!?…\"”’)]$", body[-1]):
        others.append(ClippingField("provider", body.pop()))
    return Clipping(tuple(body), words=count_of_words(lines[at]), others=tuple(others), **found)


def _above(lines: list[str], headline: str, author: str = "") -> tuple[dict[str, str], list[ClippingField]]:
    """Return headline and byline of the lines above the count of words: a section may stand before, a note behind."""
    byline = lines.index(author) if author in lines else None
    if byline is None:
        byline = next((at for at, line in enumerate(lines) if at and re.match(r"(?:By|Von|Par|Por)\s", line)), None)
    if byline is None and not headline and len(lines) > 1 and _names_below(lines[-2], lines[-1]):
        byline = len(lines) - 1
    last = lines.index(headline) if headline in lines else byline - 1 if byline is not None else len(lines) - 1
    found: dict[str, str] = {}
    others: list[ClippingField] = []
    if lines:
        found["title"] = lines[last]
    if byline is not None:
        found["byline"] = lines[byline]
    others += [ClippingField("note", line) for at, line in enumerate(lines) if at > last and at != byline]
    if last > 0:
        found["section"] = lines[last - 1]
        others += [ClippingField("section", line) for line in lines[:last]]
    return found, others


def _names_below(above: str, line: str) -> bool:
    """Whether a line can only be names, as a byline without "By" is, below a line long enough for a headline."""
    return len(line.split()) > 1 and looks_like_names(line) and len(above.split()) >= HEADLINE


HEADLINE = 5  # words


def _until_text(lines: list[str]) -> list[str]:
    """Return the lines of a header without a copyright: those up to the language, or the short ones."""
    for at, line in enumerate(lines):
        if _language(line):
            return lines[: at + 1]
    return lines[: next((at for at, line in enumerate(lines) if len(line.split()) > 8), len(lines))]


def _language(line: str) -> str:
    return _LANGUAGES.get(line.strip()) or named_language(line) or ""
