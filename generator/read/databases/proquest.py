"""ProQuest: exports as text, RTF or Word. Articles are parted by a line of underscores, their parts have labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.read.databases.clipping import Clipping, ClippingField, Export, given_name_first, iso_day_of, parted

NAME = "ProQuest"
ADVICE = "Export it again from ProQuest as text, with “Citation, abstract, full text”"
_PLACES = {
    "Title": "title", "Author": "byline", "Publication title": "outlet", "Publication date": "day",
    "Document URL": "url",
    "Language of publication": "language", "Section": "section", "Dateline": "dateline",
}  # fmt: skip
_TEXT = ("Full text", "Full Text")
_LABELS = frozenset((
    *_PLACES, *_TEXT, "Abstract", "Links", "Publication info", "Subject", "Location", "People",
    "Company / organization",
    "Company/organization", "Classification", "Identifier / keyword", "Identifier/keyword", "Alternate title", "Pages",
    "First page", "Last page", "Number of pages", "Publication year", "Year", "Volume", "Issue", "Publisher",
    "Place of publication", "Country of publication", "Publication subject", "Source type", "Document type",
    "Document feature", "ProQuest document ID", "Copyright", "Last updated", "Last Updated", "Database", "ISSN",
    "e-ISSN",
    "Source attribution", "Narrow subject", "Broad subject", "Column", "Credit", "Edition", "Supplement",
    "Illustration",
    "Web page title", "DOI", "Accession number", "Business indexing term", "Name",
))  # fmt: skip
_LABELLED = re.compile(r"([A-Z][A-Za-z/ -]{2,24}?):(?:\s+(.*)|$)", re.DOTALL)
_PARTED = re.compile(r"[_*]{20,}|Document \d+ of \d+")
# "The Quay Press ; Alder Bay [Alder Bay]20 June 2023: 4."
_INFO = re.compile(r"(?P<outlet>[^;\[]+?)\s*[;\[].*?\]\s*(?P<day>[^:\]]*?\d{4})\b")


def split(lines: Sequence[str]) -> Export | None:
    """Return the articles of an export; None when the lines are none."""
    if not any(line.lstrip().startswith("ProQuest document ID:") for line in lines) and not (
        any(_label(line.strip()) in _TEXT for line in lines)
        and any(line.lstrip().startswith(("Publication info:", "Publication title:")) for line in lines)
    ):
        return None
    documents = parted(lines, lambda line: _PARTED.fullmatch(line.strip()) is not None)
    return Export(NAME, tuple(_document(part) for part in documents if _is_document(part)), ADVICE)


def _label(line: str) -> str | None:
    found = _LABELLED.match(line)
    return found.group(1) if found and found.group(1) in _LABELS else None


def _is_document(lines: Sequence[str]) -> bool:
    labels = {_label(line.strip()) for line in lines}
    return bool(labels & {"Full text", "Full Text", "Publication title", "Publication info"})


def _document(lines: Sequence[str]) -> Clipping:
    found: dict[str, str] = {}
    body: list[str] = []
    others: list[ClippingField] = []
    for label, parts in _fields(lines):
        if label in _TEXT:
            body = parts
        elif (name := _PLACES.get(label)) and name not in found:
            found[name] = " ".join(parts)
            others += [ClippingField(label, found[name])] if name == "section" else []
        else:
            others.append(ClippingField(label, "\n".join(parts)))
    info = next((_INFO.match(field.value) for field in others if field.label == "Publication info"), None)
    if info:
        found.setdefault("outlet", info["outlet"])
        found.setdefault("day", info["day"])
    found["outlet"] = found.get("outlet", "").partition(";")[0].strip()
    found["byline"] = given_name_first(found.get("byline", ""))
    if "title" not in found and (first := next((field for field in others if not field.label), None)):
        found["title"] = first.value.partition("\n")[0]
    others = [field for field in others if field.value != found.get("title")]
    if not iso_day_of(found.get("day", "")):
        found.pop("day", None)
    return Clipping(tuple(body), words=0, others=tuple(others), **found)


def _fields(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each label with its paragraphs; "" for what stands above the first, which is the headline."""
    label, parts, gap = "", list[str](), True
    for raw in lines:
        line = raw.strip()
        new = _label(line)
        if new is not None:
            if parts:
                yield label, parts
            label, parts = new, []
            line = line[len(new) + 1 :].strip()
            gap = True
        if not line:
            gap = gap or not raw.strip()
            continue
        if gap or not parts or (label in _TEXT and not _wraps(parts[-1])):
            parts.append(line)
        else:
            parts[-1] += f" {line}"
        gap = False
    if parts:
        yield label, parts


def _wraps(paragraph: str) -> bool:
    """Return whether a line of the text goes on in the next one: it ends no sentence."""
    return re.search(r"[.!?…:][\"'”’)\]]*$", paragraph) is None
