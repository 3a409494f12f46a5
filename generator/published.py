"""A published `docs/data/digest.json`, read back: plain frozen records of its fields, for programs that use a digest.

These are not the records of the pipeline (`records.py`): a file has the words and ids, and no more. A field that this
version does not know is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from generator.errors import DigestError, Problem
from generator.records import Removed

VERSION = 1
"""The only version of the file that there is so far."""


@dataclass(frozen=True, slots=True)
class StretchEntry:
    """Words of one article: `article.text[start:end]` is `text`, always."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """How one article words somebody's role."""

    text: str
    article: str


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """One article. `None`: not known."""

    id: str
    file: str
    title: str | None
    outlet: str | None
    origin: str | None
    published: str | None
    published_precision: str
    published_reason: str
    byline: str | None
    dateline: str | None
    url: str | None
    language: str
    words: int
    paragraphs: tuple[str, ...]
    removed: tuple[Removed, ...]
    text_group: str
    archived: str | None = None
    """Address of a copy in a web archive."""

    @property
    def text(self) -> str:
        """The canonical text, whose code points every offset counts."""
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """Somebody, or an organisation."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    roles: tuple[RoleEntry, ...]


@dataclass(frozen=True, slots=True)
class QuoteEntry(StretchEntry):
    """One stretch of speech, its marks included. `speaker` is a person's id; None: not known."""

    id: str
    kind: str
    utterance: str
    cue: str | None
    source: str | None
    speaker: str | None
    decided_by: str
    confidence: float
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingEntry(StretchEntry):
    """One article's wording of a statement."""

    quote: str


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """One thing said, as one or several articles carry it."""

    id: str
    speakers: tuple[str, ...]
    text: str
    readings: tuple[ReadingEntry, ...]
    articles: tuple[str, ...]
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventEntry:
    """One happening on the timeline."""

    id: str
    date: str | None
    end: str | None
    precision: str
    reason: str
    label: str
    evidence: tuple[StretchEntry, ...]
    planned: bool = False
    background: bool = False
    order: int | None = None
    """Place within its day, or among what nobody can date; None: the sources do not tell."""
    when: str | None = None
    """What the sources say instead of a day that nobody can tell: "Monday"."""


@dataclass(frozen=True, slots=True)
class AgreementEntry:
    """One matter on which articles can be compared."""

    id: str
    about: str
    verdict: str
    values: tuple[StretchEntry, ...]


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """What somebody is reported to have said, without quotation marks."""

    id: str
    article: str
    kind: str
    """ "indirect"."""
    cue_class: str
    """What kind of saying it is: "says", "denies", "asks", "promises", "orders", "doubts", "believes"."""
    parts: tuple[StretchEntry, ...]
    cue: str
    source: str | None
    speaker: str | None
    decided_by: str
    confidence: float
    quotes: tuple[str, ...] = ()
    retelling: str | None = None
    """The id that the reports of one thing share; None: nobody known is named."""
    statement: str | None = None
    """The statement that quotes the same thing."""


@dataclass(frozen=True, slots=True)
class PublishedDigest:
    """The whole file."""

    version: int
    articles: tuple[ArticleEntry, ...]
    people: tuple[PersonEntry, ...]
    quotes: tuple[QuoteEntry, ...]
    statements: tuple[StatementEntry, ...]
    events: tuple[EventEntry, ...]
    agreements: tuple[AgreementEntry, ...]
    reports: tuple[ReportEntry, ...] = ()


class _Unfit(Exception):
    """What about the file is not as it must be."""


def read_digest(path: Path | str) -> PublishedDigest:
    """Return a published digest. Every offset in it was tried on its article.

    Raises `DigestError` of one line for a file that is none, cannot be read or has another version.
    """
    try:
        digest = _digest(json.loads(Path(path).read_bytes()))
        _try_offsets(digest)
    except OSError as error:
        raise _refusal(path, str(error.strerror or error).lower()) from None
    except (ValueError, RecursionError):
        raise _refusal(path, "is not JSON") from None
    except _Unfit as unfit:
        raise _refusal(path, f"is no digest: {unfit}") from None
    return digest


def _refusal(path: Path | str, what: str) -> DigestError:
    return DigestError(Problem(str(path), what, "Name the docs/data/digest.json of a digest", fatal=True))


def _digest(data: object) -> PublishedDigest:
    version = data.get("version") if isinstance(data, dict) else None
    if version is None:
        raise _Unfit("it states no version")
    if version != VERSION:
        raise _Unfit(f"it has version {json.dumps(version)[:40]}, and only {VERSION} can be read")
    digest: PublishedDigest = _made(PublishedDigest, data, "")
    return digest


def _made(kind: Any, value: object, where: str) -> Any:
    """Return a value of the file as the type that its field has. `where` leads to it: "quotes[3].speaker"."""
    if get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise _Unfit(f"{where} is no list")
        return tuple(_made(get_args(kind)[0], each, f"{where}[{number}]") for number, each in enumerate(value))
    if is_dataclass(kind):
        return _record(kind, value, where)
    kinds = get_args(kind) or ((int, float) if kind is float else (kind,))  # `str | None` has two
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        raise _Unfit(f"{where} is {json.dumps(value)[:40]}")
    return value


def _record(kind: Any, value: object, where: str) -> Any:
    if not isinstance(value, dict):
        raise _Unfit(f"{where} is no record")
    types = _types(kind)
    inside = f"{where}." if where else ""
    for field in fields(kind):
        if field.name not in value and field.default is MISSING:
            raise _Unfit(f"{inside}{field.name} is missing")
    # A digest of an earlier program lacks the fields that came later; their default is what it meant.
    given = {name: type_ for name, type_ in types.items() if name in value}
    return kind(**{name: _made(type_, value[name], f"{inside}{name}") for name, type_ in given.items()})


@cache
def _types(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _try_offsets(digest: PublishedDigest) -> None:
    texts = {article.id: article.text for article in digest.articles}
    for stretch in _stretches(digest):
        text = texts.get(stretch.article)
        if text is None:
            raise _Unfit(f"it has words of an article {stretch.article!r} and no such article")
        inside = 0 <= stretch.start <= stretch.end <= len(text)
        if not inside or text[stretch.start : stretch.end] != stretch.text:
            raise _Unfit(f"{stretch.article} has other words from {stretch.start} to {stretch.end}")


def _stretches(digest: PublishedDigest) -> Iterator[StretchEntry]:
    yield from digest.quotes
    for statement in digest.statements:
        yield from statement.readings
    for event in digest.events:
        yield from event.evidence
    for agreement in digest.agreements:
        yield from agreement.values
    for report in digest.reports:
        yield from report.parts
