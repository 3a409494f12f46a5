"""One record of an export (a JSON object, a CSV row) to one article, by the names that tools give their fields.

Known: trafilatura, news-please, NewsAPI, mediastack, GNews, Event Registry, the Guardian's API, and the plain names of
own scrapers; beyond these every name that means one of them in a large language.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import count, islice

from generator.clean.outlets import DOMAIN, outlet_of_site
from generator.clean.signatures import byline_names, tells_role
from generator.errors import Problem
from generator.field_names import meaning_of
from generator.ids import url_safe
from generator.read import page_text
from generator.read.days import iso_day, stated_day
from generator.read.foreign_days import named_day, numeric_day
from generator.read.input_file import InputFile
from generator.read.language_tag import language_tag
from generator.read.page_byline import looks_like_name, names_nobody
from generator.read.page_metadata import web_address
from generator.read.page_text import compact
from generator.read.rich_text import in_parts, is_in_parts
from generator.records import Metadata, RawArticle, Removed, Stated

Record = Mapping[str, object]

TEXT = ("maintext", "full_text", "fulltext", "articlebody", "story_text", "article_content", "plain_text",
        "bodytext", "fields.bodytext", "content_text", "text",
        "content", "body", "fields.body", "article_text", "article", "raw_text", "content_html",
        "html_content", "html", "body_html", "content_elements", "blocks")  # fmt: skip
"""Fields that hold the article, the surest name first."""
SUMMARY = ("description", "summary", "excerpt", "abstract", "snippet", "selection")
"""Fields that hold a part or a retelling of it: never a body."""
GIVEN: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "headline.main", "webtitle", "title_page", "title_rss", "article_title", "name"),
    "outlet": ("outlet", "source.name", "source.title", "source_name", "sitename", "site_name", "source-hostname",
               "publisher.name", "publisher", "publication", "newspaper", "media_name", "source", "hostname",
               "source_domain", "source_id", "domain_name", "distributor.name", "infosource", "copyrightholder"),
    "origin": ("origin", "agency"),
    "byline": ("byline", "byline.original", "fields.byline", "authors", "author", "published_by", "creator",
               "credits.by"),
    "dateline": ("dateline",),
    "published": ("date_publish", "publishedat", "published_at", "published", "datepublished", "date_published",
                  "webpublicationdate", "display_date", "publication_date", "published_date", "pubdate", "pub_date",
                  "publish_date", "issued", "date", "datetime", "firstcreated", "versioncreated"),
    "url": ("url", "link", "weburl", "web_url", "permalink", "source_url", "canonical", "address", "source"),
    "archived": ("archived", "archive_url", "archived_url", "archive.url"),
    "language": ("language", "lang"),
}  # fmt: skip
PRIVATE = frozenset({"localpath", "filename", "file", "path", "latitude", "longitude", "altitude", "email"})
"""What tools note about whoever kept the article, not about the article: where its file lay, where the reader was."""
_TAGS = ("tags", "keywords")
_IDS = ("id", "guid", "uid")
_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+?(\d{1,7}) chars\]\s*$")  # NewsAPI and GNews end a text so
BY = re.compile(r"^by:?\s+(?=\S)", re.IGNORECASE)
"""What stands before the writers in a field that has them alone."""
_MARKUP = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|li|article|section|blockquote|span|figure|a)\b[^<>]{0,500}>", re.I)


def _filled(text: str) -> str | None:
    """Return the words of a field; names of characters and tags, which systems for pages leave in a title, are none."""
    if _CODED.search(text):
        text = html_text(text)[0].replace("\n\n", " ")
    return text.strip() or None


_CODED = re.compile(
    r"&(?:#\d{2,5}|#x[0-9a-f]{2,5}|[a-z]{2,8});|</?(?:em|i|b|strong|span|br|sup|sub|p)\b[^<>]{0,200}>", re.I
)


def _day(text: str) -> str | None:
    return stated_day(text) or named_day(text[:LONGEST_DAY]) or numeric_day(text[:LONGEST_DAY], None)


def _outlet(text: str) -> str | None:
    """Return the outlet of a field; the name that is known of a site with such an address."""
    name = text.strip().removeprefix("www.")
    known = outlet_of_site(name) if DOMAIN.fullmatch(name) else None
    return None if "://" in text else known or name or None


def _writers(text: str) -> str | None:
    """Return the writers of a field, a surname that stands first behind the given name; numbers name nobody."""
    if not _LETTER.search(text):
        return None
    name = BY.sub("", text.strip(), count=1)
    if " in " in name and (named := byline_names(name)) and all(map(looks_like_name, re.split(r", | and ", named))):
        name = named  # "Ann Lee in Port Hale and Jo Marsh"
    return None if names_nobody(text) else _SURNAME_FIRST.sub(r"\2 \1", name) or None


_LETTER = re.compile(r"[^\W\d_]")
LONGEST_DAY = 60  # characters
_SURNAME_FIRST = re.compile(r"^([^\W\d_a-z][\w’'-]+), ([^\W\d_a-z][\w’'-]+(?: [A-Z]\.)?)$")  # "Lee, Ann"
_CHECKS: dict[str, Callable[[str], str | None]] = {
    "published": _day,
    "language": language_tag,
    "url": web_address,
    "archived": web_address,
    "outlet": _outlet,
    "byline": _writers,
}


@dataclass(frozen=True, slots=True)
class Named:
    """Where a record stands, for messages, evidence and ids."""

    source: InputFile
    kind: str
    """What its fields are called in evidence: "JSON field", "CSV column"."""
    number: int | None
    """Its place among the records of the file, from 1; None when it is the only one."""

    @property
    def at(self) -> str:
        """The record as messages name it: "#3"."""
        return "" if self.number is None else f"#{self.number}"


def flattened(record: Record) -> dict[str, object]:
    """Return the record with lower-case names and "source.name" for an object in it.

    The first of equal names has the name, those behind it get a number: nothing is dropped.
    """
    flat: dict[str, object] = {}
    for key, value in record.items():
        name = str(key).strip().lower()
        if isinstance(value, Mapping):
            for inner, part in value.items():
                flat[free_name(f"{name}.{str(inner).strip().lower()}", flat)] = part
        elif value not in (None, "", []):
            flat[free_name(name, flat)] = value
    return flat


def free_name(name: str, taken: Mapping[str, object]) -> str:
    """Return the name of a field, with a number behind it where it is taken: how many there are already, or more."""
    numbered = (f"{name} ({number})" for number in count(len(taken) + 1))
    return name if name not in taken else next(each for each in numbered if each not in taken)


def order_of_days(records: Iterable[Record]) -> bool | None:
    """Return whether the days of a table have the day before the month, where some of them can be read in no other way.

    "24/03/2021" tells how "04/03/2021" beside it is meant. None when none tells, or they differ.
    """
    orders: set[bool] = set()
    for record in islice(records, MOST_DAYS):
        for name, value in record.items():
            found = _FIGURES.match(value) if isinstance(value, str) and len(value) < LONGEST_DAY else None
            if found and (int(found[1]) > TWELVE) != (int(found[2]) > TWELVE):
                orders |= (
                    {int(found[1]) > TWELVE}
                    if str(name).lower() in _DAYS or meaning_of(str(name)) == "published"
                    else set()
                )
    return orders.pop() if len(orders) == 1 else None


MOST_DAYS, TWELVE = 2_000, 12  # records that are looked at; months
_FIGURES = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_DAYS = frozenset(GIVEN["published"])


def read_record(record: Record, named: Named, day_first: bool | None = None) -> tuple[RawArticle | None, list[Problem]]:
    """Return the article of a record; None and the reason when it holds no text.

    `day_first`: what `order_of_days` tells of the records beside it.
    """
    flat = flattened(record)
    field, value, left_out = _body_field(flat)
    if not value:
        return None, [_without_text(flat, named)]
    text, removed, notes = body_text(value, named)
    removed += [Removed(words, f"part of “{field}” that is no text") for words in left_out]
    given, used, wrong = _given(flat, named, day_first)
    used |= {field, *_TAGS, *_IDS}
    removed += _unused(flat, used, text, given, named)
    article = named.source.article(
        text,
        "paragraphs",
        given,
        number=named.number,
        removed=tuple(removed),
        wanted_id=wanted_id(next((flat[name] for name in _IDS if name in flat), None), named),
        tags=tuple(tag for name in _TAGS for tag in texts_of(flat.get(name), r"[,;]")),
    )
    return article, notes + wrong


def holds_text(record: Record) -> bool:
    """Return whether a field of a record is one that holds an article."""
    return bool(_body_field(flattened(record))[0])


def _body_field(flat: dict[str, object]) -> tuple[str, str, list[str]]:
    """Return the name of the field with the article, its text, and the words in it that are none of its own."""
    for name in (*TEXT, *(name for name in flat if name not in TEXT and meaning_of(name) == "text")):
        value = flat.get(name)
        if isinstance(value, str) and value.strip():
            return name, value, []
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            return name, "\n\n".join(str(part) for part in value), []
        if is_in_parts(value) and (parts := in_parts(value)).paragraphs:
            return name, _joined(parts.paragraphs), parts.left_out
    return _prose(flat)


def _prose(flat: dict[str, object]) -> tuple[str, str, list[str]]:
    """Return the field that holds the article where no name tells it: the only one with several sentences.

    Of two that tell about as much, none is known to be the article.
    """
    sized: list[tuple[int, str, str]] = []
    for name, value in flat.items():
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            value = _joined([str(part) for part in value])
        told = len(_SENTENCE.findall(_TAG.sub(" ", value))) if isinstance(value, str) else 0
        if told >= SENTENCES and isinstance(value, str) and name not in SUMMARY and meaning_of(name) is None:
            sized.append((len(value), name, value))
    sized.sort(reverse=True)
    if not sized or (len(sized) > 1 and sized[0][0] < CLEARER * sized[1][0]):
        return "", "", []
    return sized[0][1], sized[0][2], []


SENTENCES = 5  # a summary has fewer
CLEARER = 2  # times as long as any other text of the record
_SENTENCE = re.compile(r"[^\W\d_][^.!?]{15,}[.!?][\"”’')]*(?=\s|$)")


def _joined(paragraphs: list[str]) -> str:
    """Return paragraphs as one text, as HTML where some of them are."""
    if not any(_TAG.search(paragraph) for paragraph in paragraphs):
        return "\n\n".join(paragraphs)
    return "".join(paragraph if _MARKUP.match(paragraph) else f"<p>{paragraph}</p>" for paragraph in paragraphs)


_TAG = re.compile(r"</?(?:p|br|a|b|i|em|strong|span|u|sub|sup|div|ul|ol|li|h[1-6])\b[^<>]{0,500}>", re.IGNORECASE)


def _without_text(flat: dict[str, object], named: Named) -> Problem:
    summary = next((name for name in SUMMARY if str(flat.get(name, "")).strip()), None)
    what = f"holds no text, only a summary (“{summary}”)" if summary else "holds no text"
    known = "its text goes into a field “text”" if flat else "it has no fields"
    return named.source.problem(what, f"Add the article's text; {known}", named.at)


def body_text(value: str, named: Named) -> tuple[str, list[Removed], list[Problem]]:
    """Return a body field as paragraphs parted by blank lines, whether it holds HTML or text, and what was cut off."""
    removed: list[Removed] = []
    problems: list[Problem] = []
    if cut := _CUT.search(value[-200:]):
        missing = cut.group(1)
        removed.append(Removed(cut.group().strip(), "the service's mark that the text goes on"))
        problems.append(
            named.source.problem(
                f"the service cut the text off, {missing} more characters are missing",
                "Add the whole article instead",
                named.at,
            )
        )
        value = value[: len(value) - len(cut.group())]
    if _MARKUP.search(value):
        text, captions = html_text(value)
        return text, removed + [Removed(caption, "caption (HTML)") for caption in captions], problems
    lines = value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not re.search(r"\n[ \t]*\n", lines):  # one line a paragraph, as trafilatura and news-please write it
        lines = re.sub(r"\n+", "\n\n", lines)
    return lines, removed, problems


def html_text(value: str) -> tuple[str, list[str]]:
    """Return the paragraphs of a piece of HTML that is all body, and its captions."""
    root = page_text.parse(f"<div>{value}</div>".replace("\0", ""))
    return page_text.paragraphs(root) if root is not None else ("", [])


def _given(flat: dict[str, object], named: Named, day_first: bool | None) -> tuple[Metadata, set[str], list[Problem]]:
    found: dict[str, Stated] = {}
    used: set[str] = set()
    problems = []
    for ours, names in GIVEN.items():
        check = _CHECKS.get(ours, _filled)
        for name in (*names, *(name for name in flat if name not in names and meaning_of(name) == ours)):
            values = texts_of(flat.get(name))
            value = ", ".join(_named(values) if ours == "byline" else values)
            if not value:
                continue
            kept = check(value)
            if not kept and ours == "published" and day_first is not None and (figures := _FIGURES.match(value)):
                first, second, year = figures.groups()
                kept = iso_day(year, second, first) if day_first else iso_day(year, first, second)
            if kept:
                found[ours] = Stated(kept, f"{named.kind} “{name}”")
                used.add(name)
                break
            if ours == "published":
                what = f"{named.kind} “{name}” is no day that can be read in one way: “{value[:60]}”"
                problems.append(named.source.problem(what, "Write the day as YYYY-MM-DD", named.at))
    return Metadata(**found), used, problems


_BUSY = re.compile(
    r"\d|[@:/]|\b(?:is|are|was|has|a|an|for|at|in|on|about|covers?|covering|more|published|updated|posted|min|read|follow|"
    r"view|bio|email|twitter|facebook|photo|image|source|getty|minutes?|hours?|ago|where|what|who|contact|posts|by)\b",
    re.IGNORECASE,
)


def _named(writers: list[str]) -> list[str]:
    """Return those of a list that are names: programs take every word beside one for a writer ("Min Read").

    All of them, where none has a name's form.
    """
    kept = [
        name
        for name in dict.fromkeys(writers)
        if not _BUSY.search(name) and looks_like_name(name) and not tells_role(name)
    ]
    return kept if len(writers) > 1 and kept else writers


def texts_of(value: object, separator: str = "") -> list[str]:
    """Return the texts in a field: itself, the members of a list, or the names of the objects in it."""
    if isinstance(value, list):
        return [text for part in value[:100] if not isinstance(part, list) for text in texts_of(part)]
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return []
    parts = re.split(separator, str(value)) if separator else [str(value)]
    return [part.strip() for part in parts if part.strip()]


def wanted_id(value: object, named: Named) -> str | None:
    """Return the id that a record gives itself. A bare number is put behind the file's name."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    safe = url_safe(str(value)[:200].rpartition("://")[2])
    if not safe:
        return None
    return f"{url_safe(named.source.stem) or 'article'}-{safe}" if safe.isdigit() else safe


def _unused(flat: dict[str, object], used: set[str], text: str, given: Metadata, named: Named) -> list[Removed]:
    """Return the fields that became neither body nor metadata, so that nothing of a record is dropped unseen."""
    whole = compact(text)
    removed = []
    for name, value in flat.items():
        if name in used or name in PRIVATE or isinstance(value, (bool, float, int)):
            continue
        shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
        if shown.strip() and compact(shown) not in whole:
            removed.append(Removed(shown, f"{named.kind} “{name}”"))
    return removed
