"""Nexis, Nexis Uni, Lexis+ and LexisNexis Academic: exports as Word, RTF, text or page.

Two layouts. The new one ends each article with "End of Document": headline, publication, day, copyright, labelled
lines, "Body", the text, labelled lines. The old one begins each with "1 of 20 DOCUMENTS": publication and day centred,
then the headline, labels in capitals, the text, labels. Both are known in English, German and French.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.clean.signatures import tells_role
from generator.days import exact
from generator.read.databases.clipping import Clipping, ClippingField, Export, count_of_words, iso_day_of, parted

NAME = "Nexis"
ADVICE = "Export it again from Nexis as Word (.docx), full documents, without the list of contents"
_LABELS = {
    "byline": ("byline", "autor", "auteur", "autores", "author"),
    "section": ("section", "rubrik", "rubrique", "sección"),
    "words": ("length", "länge", "longueur", "longitud", "lengte"),
    "dateline": ("dateline", "ort", "origine"),
    "language": ("language", "sprache", "langue", "idioma", "taal"),
    "title": ("headline", "title"),
    "": (
        "highlight", "encart", "load-date", "load date", "update", "date-chargement", "publication-type",
        "publication type", "type de publication", "journal code", "journal-code", "zeitungs-code", "pub-type",
        "subject",
        "company", "organization", "organisation", "person", "personne", "country", "state", "city", "geographic",
        "industry", "ticker", "graphic", "grafik", "graphique", "type", "series", "correction", "correction-date",
        "notes",
        "distribution", "url", "acc-no", "document-type", "transmission date", "copyright", "edition", "page", "genre",
        "link", "in brief", "classification", "cite", "isin", "sector", "topic", "publication", "show", "guests",
        "anchor",
        "legal agency", "docket-number", "notice-id", "entry-date", "abstract",
    ),
}  # fmt: skip
_FIELD_OF = {label: name for name, labels in _LABELS.items() for label in labels}
_LABELLED = re.compile(r"([^\W\d_][^:\n]{1,24}?)[ \u00a0]?:[ \u00a0]*(.*)", re.DOTALL)
_END = re.compile(r"End of Document|Ende des Dokuments|Fin du document|Fin del documento|Einde van het document", re.I)
_PAGE = re.compile(r"(?:Page|Seite|Página|Pagina) \d+ (?:of|von|de|sur|van) \d+", re.IGNORECASE)
_START = re.compile(r"(?:\d+ of \d+ DOCUMENTS?|(?:Dokument|Document|Documento) \d+ (?:von|de) \d+)", re.IGNORECASE)
_BODY = re.compile(r"Body|Text|Corps|Texto|Full Text", re.IGNORECASE)
_AFTER = re.compile(r"Classification|Graphic|Correction|Notes|Load-Date|Klassifikation", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:Copyright|©|\(c\)).{0,300}", re.IGNORECASE | re.DOTALL)
_RIGHTS = re.compile(
    r"(?:Copyright\b.{0,200}\b)?(?:All Rights Reserved|Alle Rechte vorbehalten|Tous droits réservés)\.?", re.I
)
# "January 11, 2010 Monday", "Montag 27. Februar 2012 9:50 PM GMT+1": not a sentence that begins with a day.
_DAY_LINE = re.compile(r"(?:[^\W\d_]+\.?,?\s+){0,2}\d")
_EDITION = re.compile(r".*;|.*\b(?:edition|ausgabe|édition|edición)\b.*", re.IGNORECASE)
EDITION_WORDS = 5  # at most: a headline may speak of an edition
DAY_WORDS = 12  # of such a line
HEADER = 25  # lines above "Body" in which the day of an article stands


def split(lines: Sequence[str]) -> Export | None:
    """Return the articles of an export; None when the lines are none."""
    kept = [line.strip() for line in lines if line.strip() and not _PAGE.fullmatch(line.strip())]
    if sum(_START.fullmatch(line) is not None for line in kept) and any(_named(line) == "words" for line in kept):
        return Export(NAME, tuple(_old_documents(lines)), ADVICE)
    if any(_END.fullmatch(line) for line in kept) and any(_BODY.fullmatch(line) for line in kept):
        return Export(NAME, tuple(_new_documents(kept)), ADVICE)
    return None


def _field(line: str) -> tuple[str, str] | None:
    """Return a labelled line's label and value; None when it has none that is known."""
    found = _LABELLED.match(line)
    if found is None or found.group(1).casefold() not in _FIELD_OF:
        return None
    return found.group(1), found.group(2).strip()


def _named(line: str) -> str | None:
    field = _field(line)
    return _FIELD_OF[field[0].casefold()] if field else None


def _with_fields(clipping: dict[str, str], fields: Sequence[tuple[str, str]]) -> tuple[ClippingField, ...]:
    """Put the fields with a place of their own into `clipping`, and return those that are kept as removed."""
    others = []
    for label, value in fields:
        name = _FIELD_OF[label.casefold()]
        if name in ("", "section", "words") or clipping.get(name):
            others.append(ClippingField(label, value))
        if name:
            clipping[name] = clipping.get(name) or value
    return tuple(others)


def _made(
    found: dict[str, str], fields: Sequence[tuple[str, str]], others: Sequence[ClippingField], body: Sequence[str]
) -> Clipping:
    kept = _with_fields(found, fields)
    words = count_of_words(found.pop("words", ""))
    if "byline" in found:
        named = [part.strip() for part in found["byline"].split(";")]
        found["byline"] = "; ".join(part for part in named if not tells_role(part)) or found["byline"]
    return Clipping(tuple(body), words=words, others=(*others, *kept), **found)


# ---- the new layout --------------------------------------------------------------------------------------------------


def _new_documents(lines: Sequence[str]) -> Iterator[Clipping]:
    for document in parted(lines, lambda line: _END.fullmatch(line) is not None):
        if any(_BODY.fullmatch(part) for part in document):
            yield _new_document(document)
        elif any(map(_field, document)):
            yield Clipping((), title=document[0])  # it is told that it holds no text


def _new_document(lines: list[str]) -> Clipping:
    """Return one article. Above the first one stands what the file is: who saved it, what was looked for, a list."""
    body = next(at for at, line in enumerate(lines) if _BODY.fullmatch(line))
    day = next((at for at in range(body - 1, max(0, body - HEADER), -1) if _is_day(lines[at])), None)
    found: dict[str, str] = {}
    fields: list[tuple[str, str]] = []
    others: list[ClippingField] = []
    if day is None or day < 2:
        found["title"] = lines[0] if body else ""
        start = min(1, body)
    else:
        headline = _headline(lines, day)
        found |= {"title": lines[headline], "outlet": lines[day - 1], "day": lines[day]}
        others += [ClippingField("Header", line) for line in lines[headline + 1 : day - 1]]
        start = day + 1
    for line in lines[start:body]:
        if field := _field(line):
            fields.append(field)
        elif fields and not _FIELD_OF[fields[-1][0].casefold()] and not _COPYRIGHT.fullmatch(line):
            # A highlight may have several paragraphs.
            fields[-1] = (fields[-1][0], f"{fields[-1][1]} {line}".strip())
        else:
            others.append(ClippingField("Copyright" if _COPYRIGHT.fullmatch(line) else "Header", line))
    end = next((at for at in range(body + 1, len(lines)) if _ends_body(lines, at)), len(lines))
    for line in lines[end:]:
        if field := _field(line):
            fields.append(field)
        else:
            others.append(ClippingField("Classification", line))
    return _made(found, fields, others, lines[body + 1 : end])


def _headline(lines: list[str], day: int) -> int:
    """Return the place of the headline: the line that the list of contents names, when one does; else the first.

    Above the first article stands the list; there it is the one above the publication.
    """
    listed = {found.group(1).strip() for line in lines[:day] if (found := re.match(r"\d{1,5}\.\s*(\S.*)", line))}
    for at in range(max(0, day - 6), day - 1):
        if lines[at] in listed:
            return at
    return day - 2 if listed or day > 6 else 0


def _is_day(line: str) -> bool:
    return (
        len(line.split()) <= DAY_WORDS
        and not line.endswith(".")
        and _DAY_LINE.match(line) is not None
        and exact(iso_day_of(line)) is not None
    )


def _ends_body(lines: list[str], at: int) -> bool:
    """Return whether the text is over: a heading of what follows, or the label of when it was loaded."""
    if _AFTER.fullmatch(lines[at]):
        return all(_field(line) or len(line.split()) < 60 for line in lines[at + 1 : at + 3])
    return _field(lines[at]) is not None and re.match(r"Load-?\s?Date|Update\b", lines[at], re.IGNORECASE) is not None


# ---- the old layout --------------------------------------------------------------------------------------------------


def _old_documents(lines: Sequence[str]) -> Iterator[Clipping]:
    document: list[str] | None = None
    for line in lines:
        if _START.fullmatch(line.strip()):
            if document is not None:
                yield _old_document(_paragraphs(document))
            document = []
        elif document is not None:
            document.append(line)
    if document is not None:
        yield _old_document(_paragraphs(document))


def _paragraphs(lines: Sequence[str]) -> list[str]:
    """Return the paragraphs: lines up to a blank one. Without blank ones, as out of a page, each line is one.

    What stands centred keeps its lines, parted by a line end.
    """
    if not any(not line.strip() for line in lines):
        return [line.strip() for line in lines]
    found: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            found[-1].append(line)
        else:
            found.append([])
    joined = []
    for part in filter(None, found):
        centred = all(len(line) - len(line.lstrip()) > 4 for line in part)
        joined.append(("\n" if centred else " ").join(line.strip() for line in part))
    return joined


def _old_document(parts: list[str]) -> Clipping:
    found: dict[str, str] = {}
    fields: list[tuple[str, str]] = []
    others: list[ClippingField] = []
    day = next((at for at, part in enumerate(parts[:6]) if _is_day(part.partition("\n")[0])), None)
    at = 0
    if day is not None:
        found["outlet"] = parts[day - 1].rpartition("\n")[2] if day else ""
        found["day"], _, edition = parts[day].partition("\n")
        others += [ClippingField("Edition", edition.replace("\n", " "))] if edition else []
        others += [ClippingField("Header", part) for part in parts[: max(0, day - 1)]]
        at = day + 1
    while at < len(parts) and found and len(parts[at].split()) <= EDITION_WORDS and _EDITION.fullmatch(parts[at]):
        others.append(ClippingField("Edition", parts[at]))
        at += 1
        if others[-1].value.endswith(";") and at < len(parts):
            others.append(ClippingField("Edition", parts[at]))
            at += 1
    title: list[str] = []
    while at < len(parts) and _old_field(parts[at]) is None:
        title.append(parts[at])
        at += 1
    if at == len(parts):  # no label at all: the first line is the headline, the rest its text
        return _made(found | {"title": title[0] if title else ""}, fields, others, title[1:])
    found["title"] = " ".join(title).replace("\n", " ")
    while at < len(parts) and (field := _old_field(parts[at])):
        fields.append(field)
        at += 1
    end = next((end for end in range(at, len(parts)) if _is_tail(parts, end)), len(parts))
    for part in parts[end:]:
        if field := _old_field(part):
            fields.append(field)
        else:
            others.append(ClippingField("Copyright" if _COPYRIGHT.match(part) else "Foot", part.replace("\n", " ")))
    return _made(found, fields, others, [part.replace("\n", " ") for part in parts[at:end]])


def _old_field(part: str) -> tuple[str, str] | None:
    """Return label and value; in this layout labels are in capitals, and nothing else that ends in a colon is one."""
    field = _field(part)
    return field if field and field[0].isupper() else None


def _is_tail(parts: list[str], at: int) -> bool:
    """Return whether the text is over: what follows is labels and the copyright."""
    if _old_field(parts[at]):
        return True
    rights = _COPYRIGHT.fullmatch(parts[at]) or _RIGHTS.fullmatch(parts[at])
    return rights is not None and all(_old_field(part) or len(part.split()) < 40 for part in parts[at:])
