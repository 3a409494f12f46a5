"""The digest for other programs: a table a kind (JSON Lines, CSV), citations (CSL-JSON, BibTeX, RIS), annotations."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from generator.config import Settings
from generator.publish.digest_json import Json, line
from generator.publish.strength import is_likely
from generator.records import AnnotatedArticle, Digest, PersonId, PublicationDay, Quote, Report, Span

KINDS = ("articles", "people", "quotes", "reports", "statements", "events", "agreements")
JOINED = " | "  # between the values of a list in one cell
ANNOTATIONS = "data/annotations.jsonld"
CONTEXT = 32  # characters beside a quoted stretch that help to find it again (W3C Web Annotation, TextQuoteSelector)

# The wide forms too: spreadsheets set to Chinese or Japanese take "＝" for "=". Where the comma is for decimals,
# tables are parted at semicolons and ends of lines, whatever quotes stand around the cell.
_FORMULA = "=+-@\t\r＝＋－＠"
_WITHIN = re.compile(r"([;\n] *)(?=[=+\-@＝＋－＠])")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ,.:/_#-]*")

ExportRow = dict[str, Any]


# ---- tables ----------------------------------------------------------------------------------------------------------


def tables(data: Json) -> dict[str, bytes]:
    """Return one JSON Lines file and one CSV a kind. `data`: what `digest_data` gives."""
    files = {}
    for kind in KINDS:
        files[f"data/{kind}.jsonl"] = "".join(line(row) + "\n" for row in data[kind]).encode()
        files[f"data/{kind}.csv"] = as_csv(COLUMNS[kind], ROWS[kind](data)).encode()
    return files


def as_csv(columns: Sequence[str], rows: Iterable[ExportRow]) -> str:
    """Return a CSV table in which no cell can act as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(row.get(column)) for column in columns])
    return out.getvalue()


def cell(value: object) -> object:
    """Return a value for a cell; text that a spreadsheet would take for a formula gets an apostrophe before it.

    An article is text from anywhere: "=HYPERLINK(...)" must not run in the spreadsheet of who opens the table.
    """
    if isinstance(value, (list, tuple)):
        value = JOINED.join(str(part) for part in value)
    if isinstance(value, str):
        if _PLAIN.fullmatch(value):
            return value  # as most are: nothing of what follows would change it
        value = value.encode("utf-8", "backslashreplace").decode()  # a lone surrogate has no place in UTF-8
        value = value.replace("\r\n", "\n").replace("\r", "\n")  # readers take a bare "\r" for the end of the row
        is_formula = value.lstrip(" ")[:1] in _FORMULA and value.strip()
        return ("'" if is_formula else "") + _WITHIN.sub(r"\1'", value)
    return value


def _articles(data: Json) -> Iterable[ExportRow]:
    yield from data["articles"]


def _people(data: Json) -> Iterable[ExportRow]:
    for person in data["people"]:
        roles = [f"{role['text']} ({role['article']})" for role in person["roles"]]
        yield {**person, "roles": roles}


def _quotes(data: Json) -> Iterable[ExportRow]:
    names = {person["id"]: person["name"] for person in data["people"]}
    articles = {article["id"]: article for article in data["articles"]}
    for quote in data["quotes"]:
        article = articles[quote["article"]]
        known = {"outlet": article["outlet"], "published": article["published"]}
        yield {**quote, **known, "speaker_name": names.get(quote["speaker"])}


def _reports(data: Json) -> Iterable[ExportRow]:
    names = {person["id"]: person["name"] for person in data["people"]}
    for report in data["reports"]:
        for part in report["parts"]:
            yield {**report, **part, "report": report["id"], "speaker_name": names.get(report["speaker"])}


def _statements(data: Json) -> Iterable[ExportRow]:
    names = {person["id"]: person["name"] for person in data["people"]}
    for statement in data["statements"]:
        speakers = [names[speaker] for speaker in statement["speakers"] if speaker in names]
        for reading in statement["readings"]:
            yield {
                **reading,
                "statement": statement["id"],
                "speakers": speakers,
                "fullest": statement["text"],
                "flags": statement["flags"],
            }


def _events(data: Json) -> Iterable[ExportRow]:
    for event in data["events"]:
        for evidence in event["evidence"]:
            yield {**event, **evidence, "event": event["id"], "event_end": event["end"]}


def _agreements(data: Json) -> Iterable[ExportRow]:
    for agreement in data["agreements"]:
        for value in agreement["values"]:
            yield {**agreement, **value, "agreement": agreement["id"]}


ROWS = {
    "articles": _articles,
    "people": _people,
    "quotes": _quotes,
    "reports": _reports,
    "statements": _statements,
    "events": _events,
    "agreements": _agreements,
}
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "articles": (
        *("id", "file", "title", "outlet", "origin", "published", "published_precision", "published_reason"),
        *("byline", "dateline", "url", "archived", "language", "words", "text_group"),
    ),
    "people": ("id", "name", "kind", "names", "roles"),
    "quotes": (
        *("id", "article", "outlet", "published", "start", "end", "text", "kind", "utterance", "speaker"),
        *("speaker_name", "source", "cue", "decided_by", "confidence", "statements"),
    ),
    "reports": (
        *("report", "article", "start", "end", "text", "kind", "cue_class", "speaker", "speaker_name", "source", "cue"),
        *("decided_by", "confidence", "retelling", "statement"),
    ),
    # A row is one reading, value or sentence: what is counted and compared.
    "statements": ("statement", "speakers", "quote", "article", "start", "end", "text", "fullest", "flags"),
    "events": ("event", "date", "event_end", "precision", "reason", "label", "article", "start", "end", "text", "sure"),
    "agreements": ("agreement", "about", "verdict", "class", "article", "start", "end", "text"),
}


# ---- citations -------------------------------------------------------------------------------------------------------


def citations(digest: Digest) -> dict[str, bytes]:
    """Return the articles as CSL-JSON, BibTeX and RIS."""
    pairs = list(zip(digest.articles, digest.published, strict=True))
    entries = [csl_entry(found, day) for found, day in pairs]
    return {
        "data/articles.csl.json": (json.dumps(entries, indent=1, ensure_ascii=True) + "\n").encode(),
        "data/articles.bib": "\n".join(bibtex_entry(entry) for entry in entries).encode(),
        "data/articles.ris": "".join(ris_entry(entry) for entry in entries).encode(),
    }


def csl_entry(found: AnnotatedArticle, day: PublicationDay) -> Json:
    """Return one article as CSL-JSON. A day that was inferred is marked "circa"."""
    known = found.article.metadata
    outlet = known.outlet or known.origin
    issued: Json = {"date-parts": [_date_parts(day.value)]} if day.value else {}
    if issued and day.inferred:
        issued["circa"] = True
    entry = {
        "id": found.article.id,
        "type": "article-newspaper",
        "title": known.title.value if known.title else None,
        "container-title": outlet.value if outlet else None,
        "author": [{"literal": known.byline.value}] if known.byline else None,
        "issued": issued or None,
        "URL": known.url.value if known.url else None,
        "archive_location": known.archived.value if known.archived else None,
        "language": found.article.language,
    }
    return {key: value for key, value in entry.items() if value is not None}


def _date_parts(value: str) -> list[int]:
    # A week or a quarter ("2023-W25") has no date parts: the year stands for it.
    return [int(part) for part in value.split("-") if part.isdigit()]


def bibtex_entry(entry: Json) -> str:
    """Return a CSL entry as BibLaTeX's `@online`, which old BibTeX styles read as `@misc`."""
    author, archived = _author(entry), entry.get("archive_location")
    fields = {
        "title": latex(entry.get("title") or ""),
        "author": f"{{{latex(author)}}}" if author else "",
        "organization": latex(entry.get("container-title") or ""),
        "date": _iso(entry),
        "url": _verbatim(entry.get("URL") or ""),
        "note": latex(f"Archived at {archived}") if archived else "",
        "langid": latex(entry.get("language") or ""),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@online{{{entry['id']},\n{''.join(lines)}}}\n"


def _verbatim(address: str) -> str:
    return _VERBATIM.sub(lambda found: f"%{ord(found.group()):02X}", one_line(address))


_VERBATIM = re.compile(r"[ {}\\]")  # what an address may not hold, and TeX must not meet where it prints as it stands
_LATEX = {
    "\0": "{}",
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{letter: f"\\{letter}" for letter in "{}$&#_%"},
}
_UNBALANCED = {**_LATEX, "{": r"\textbraceleft{}", "}": r"\textbraceright{}"}  # BibTeX counts escaped braces too
_LIGATURES = re.compile(r"(?<=-)(?=-)|(?<=[`?!])(?=`)|(?<=')(?=')|(?<=<)(?=<)|(?<=>)(?=>)|(?<=,)(?=,)")


def latex(text: str) -> str:
    """Return text in which no letter is a command of TeX, no two become one, and no line ends."""
    words = one_line(text)
    letters = _LATEX if _is_balanced(words) else _UNBALANCED
    return "".join(letters.get(letter, letter) for letter in _LIGATURES.sub("\0", words))


def _is_balanced(text: str) -> bool:
    depth = list(accumulate((letter == "{") - (letter == "}") for letter in text))
    return not depth or (min(depth) >= 0 and depth[-1] == 0)


def ris_entry(entry: Json) -> str:
    """Return a CSL entry in the RIS format."""
    tags = {
        "TY": "NEWS",
        "ID": entry["id"],
        "TI": entry.get("title"),
        "AU": _author(entry),
        "T2": entry.get("container-title"),
        "DA": (_iso(entry) or "").replace("-", "/") or None,
        "UR": entry.get("URL"),
        "AV": entry.get("archive_location"),
        "LA": entry.get("language"),
    }
    return "".join(f"{tag}  - {one_line(str(value))}\n" for tag, value in tags.items() if value) + "ER  - \n"


def _author(entry: Json) -> str | None:
    authors = entry.get("author") or [{}]
    name: str | None = authors[0].get("literal")
    return name


def _iso(entry: Json) -> str | None:
    parts = entry.get("issued", {}).get("date-parts", [[]])[0]
    return "-".join(f"{part:02d}" for part in parts) or None


# Controls, ends of lines, and what UTF-8 or XML cannot hold. Nothing else: joiners make one character of several in an
# emoji and in Persian and Indian scripts, and of which characters there are, each version of Python knows other ones.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def one_line(text: str) -> str:
    """Return text on one line, single-spaced, without what a text file cannot hold."""
    return " ".join(_UNFIT.sub(" ", text.encode("utf-8", "backslashreplace").decode()).split())


# ---- annotations -----------------------------------------------------------------------------------------------------


def web_annotations(digest: Digest, settings: Settings) -> bytes:
    """Return every quote, and every report behind those of its article, as a W3C Web Annotation of the article's page.

    A report has a target for each of its stretches, the tag "indirect" and its cue class ("denies") as another tag; who
    said it is in its body only where that is certain. It has no permanent page: its id is a fragment of this file.
    Positions count code points of the canonical text, which is the page's visible text.
    """
    base = settings.site_url.rstrip("/") + "/" if settings.site_url else "../"
    names = {person.id: person.name for person in digest.people}
    items = [
        item
        for found in digest.articles
        for item in (
            *(
                _annotation(quote, found, names.get(quote.speaker) if quote.speaker else None, base)
                for quote in found.quotes
            ),
            *(_annotated_report(report, found, names, base) for report in found.reports if report.is_told),
        )
    ]
    rows = ",\n".join(line(item) for item in items)
    head = '{"@context": "http://www.w3.org/ns/anno.jsonld", "id": ' + json.dumps(base + ANNOTATIONS)
    return (head + ', "type": "AnnotationPage", "items": [\n' + rows + "\n]}\n").encode()


def _annotation(quote: Quote, found: AnnotatedArticle, speaker: str | None, base: str) -> Json:
    return {
        "id": f"{base}q/{quote.id}/",
        "type": "Annotation",
        "motivation": "identifying" if speaker else "tagging",
        "body": _bodies(speaker, quote.kind),
        "target": _target(quote.content, found, base),
    }


def _annotated_report(report: Report, found: AnnotatedArticle, names: Mapping[PersonId, str], base: str) -> Json:
    certain = report.speaker is not None and not is_likely(report)
    speaker = names.get(report.speaker) if report.speaker is not None and certain else None
    targets = [_target(span, found, base) for span in report.content]
    return {
        "id": f"{base}{ANNOTATIONS}#{report.id}",
        "type": "Annotation",
        "motivation": "identifying" if speaker else "tagging",
        "body": _bodies(speaker, "indirect", report.cue_class),
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _bodies(speaker: str | None, *tags: str) -> list[Json]:
    named = [{"type": "TextualBody", "purpose": "identifying", "value": speaker}] if speaker else []
    return [*named, *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags)]


def _target(span: Span, found: AnnotatedArticle, base: str) -> Json:
    text = found.article.text
    return {
        "source": f"{base}articles/{found.article.id}/",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.start - CONTEXT) : span.start],
                "suffix": text[span.end : span.end + CONTEXT],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }
