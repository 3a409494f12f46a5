"""Markdown with front-matter: Obsidian Web Clipper's keys and plain ones. Without it, a text to clean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from generator.errors import Problem
from generator.ids import url_safe
from generator.read import noted_fields, readwise
from generator.read.days import stated_day
from generator.read.encoding import Decoded, decode
from generator.read.fields import PRIVATE
from generator.read.front_matter import FrontMatter, line_of, split, unlinked
from generator.read.input_file import MAX_CHARACTERS, Contents, InputFile, Unreadable
from generator.read.language_tag import language_tag
from generator.read.markdown_text import Plain, plain_text
from generator.read.page_metadata import is_web_address, web_address
from generator.read.page_text import compact
from generator.records import Form, Metadata, Removed, Stated

KEYS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "site", "publisher", "publication", "newspaper"),
    "origin": ("origin",),
    "byline": ("byline", "author", "authors"),
    "dateline": ("dateline",),
    "published": ("published", "date"),
    "url": ("url", "source", "link"),
    "archived": ("archived", "archive", "archive_url"),
    "language": ("language", "lang"),
}
"""Our fields and the front-matter keys that give them, the plain one first."""
KNOWN = frozenset({"id", "tags", *(key for keys in KEYS.values() for key in keys)})
AS_PASTED = "scrape"
"""Value of the key `form` of a file whose body is a page's text with its dirt, not Markdown."""


def read(source: InputFile) -> Contents:
    """Return the one article of a Markdown file. A key of the wrong type is told and left out; the rest is kept."""
    decoded = decode(source.data)
    if len(decoded.text) > 2 * MAX_CHARACTERS:
        raise Unreadable(
            f"is {len(decoded.text):,} characters long; an article may have {MAX_CHARACTERS:,}", "Split it"
        )
    front = noted_fields.split(decoded.text) or split(decoded.text, source)
    if not front.values and (kept := readwise.split(front.body)) is not None:
        plain, stated, others = kept
        text, given, removed = _body(plain, stated)
        notes = tuple(source.problem(note, "Compare it with the original") for note in decoded.notes)
        return Contents((source.article(text, "paragraphs", given, removed=others + removed),), notes + front.problems)
    return read_fronted(source, decoded, front, pasted=front.values.get("form") == AS_PASTED)


def read_fronted(source: InputFile, decoded: Decoded, front: FrontMatter, pasted: bool) -> Contents:
    """Return the article below a front-matter. `pasted`: its text is a page's text with its dirt, not Markdown."""
    given, wrong = _metadata(front, decoded.text, source)
    wanted, complaint = _wanted_id(front, source, decoded.text)
    notes = [source.problem(note, "Compare it with the original") for note in decoded.notes]
    text, removed = front.body.strip("\n"), cast(tuple[Removed, ...], ())
    if not pasted:
        text, given, removed = _body(plain_text(front.body), given)
    noted = not decoded.text.lstrip().startswith(("---", "+++"))  # a note's own lines stand below as well
    form: Form = "paragraphs" if front.values and not pasted and not noted else "scrape"
    article = source.article(
        text,
        form,
        given,
        removed=removed + _unused(front, given),
        wanted_id=wanted,
        tags=tuple(tag for tag in _listed(front.values.get("tags", [])) if tag.lower() != "clippings"),
    )
    return Contents((article,), (*notes, *front.problems, *wrong, *complaint))


def _metadata(front: FrontMatter, text: str, source: InputFile) -> tuple[Metadata, list[Problem]]:
    found: dict[str, Stated] = {}
    problems = []
    for name, keys in KEYS.items():
        for key in keys:
            if key not in front.values or name in found:
                continue
            value = ", ".join(unlinked(part) for part in _listed(front.values[key], split_at=""))
            if key == "source" and not is_web_address(value):
                found.setdefault("outlet", Stated(value, "front-matter key “source”"))
                continue
            kept, next_step = _checked(name, value)
            if kept:
                found[name] = Stated(kept, f"front-matter key “{key}”")
            else:
                what = f"front-matter key “{key}” is “{value[:60]}”"
                problems.append(source.problem(what, next_step, line_of(key, text)))
    return Metadata(**found), problems


def _checked(name: str, value: str) -> tuple[str | None, str]:
    checks: dict[str, tuple[Callable[[str], str | None], str]] = {
        "published": (stated_day, "Write the day as YYYY-MM-DD"),
        "language": (language_tag, "Write a language tag, such as en or fr-CA"),
        "url": (web_address, "Write the whole address, with https://"),
        "archived": (web_address, "Write the whole address, with https://"),
    }
    check, next_step = checks.get(name, (lambda text: text.strip() or None, "Write text"))
    return check(value.strip()), next_step


def _listed(value: str | list[str], split_at: str = ",") -> list[str]:
    if isinstance(value, list):
        return [part.strip() for part in value if part.strip()]
    parts = value.split(split_at) if split_at else [value]
    return [part.strip().lstrip("#") if split_at else part.strip() for part in parts if part.strip()]


def _body(plain: Plain, given: Metadata) -> tuple[str, Metadata, tuple[Removed, ...]]:
    """Return the words of the body, without a first heading that is the title."""
    removed = [Removed(text, "picture (Markdown)") for text in plain.pictures]
    removed += [Removed(text, "caption (Markdown)") for text in plain.captions]
    if plain.addresses:
        removed.append(Removed("\n".join(plain.addresses), "addresses of links (Markdown)"))
    if plain.markup:
        removed.append(Removed("\n".join(plain.markup), "markup (Markdown)"))
    paragraphs = list(plain.paragraphs)
    if plain.headings.get(0) == 1 and len(paragraphs) > 1:
        heading = paragraphs.pop(0)
        if given.title is None:
            given = replace(given, title=Stated(heading, "first heading"))
        elif compact(given.title.value).casefold() != compact(heading).casefold():
            removed.append(Removed(heading, "first heading (Markdown)"))
    return "\n\n".join(paragraphs), given, tuple(removed)


def _wanted_id(front: FrontMatter, source: InputFile, text: str) -> tuple[str | None, list[Problem]]:
    value = front.values.get("id")
    if value is None:
        return None, []
    if isinstance(value, str) and url_safe(value):
        return url_safe(value), []
    problem = source.problem("front-matter key “id” is no word", "Write letters, digits and -", line_of("id", text))
    return None, [problem]


def _unused(front: FrontMatter, given: Metadata) -> tuple[Removed, ...]:
    """Return the front-matter that became neither metadata nor tags: nothing of a file is dropped unseen."""
    unread = (Removed(front.unread.strip(), "front-matter that cannot be read"),) if front.unread.strip() else ()
    used = {"tags", "form", "sha256", *PRIVATE} | ({"id"} if isinstance(front.values.get("id"), str) else set())
    for name, keys in KEYS.items():
        stated: Stated | None = getattr(given, name)
        used |= {key for key in keys if stated and stated.how == f"front-matter key “{key}”"}
    outlet = given.outlet
    if outlet and outlet.how == "front-matter key “source”":
        used.add("source")
    return unread + tuple(
        Removed(f"{key}: {', '.join(_listed(value, split_at=''))}", "front-matter")
        for key, value in front.values.items()
        if key not in used
    )
