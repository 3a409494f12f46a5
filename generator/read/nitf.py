"""Stories as agencies send them in XML: NITF, alone or several within NewsML. One article a story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.clean.signatures import byline_names
from generator.read.days import stated_day
from generator.read.fields import BY
from generator.read.input_file import Contents, InputFile, Unreadable, refuse_more
from generator.read.page_byline import names_nobody
from generator.read.tidy import one_line
from generator.records import Metadata, RawArticle, Removed, Stated

_APART = frozenset(("media", "table", "fn", "nitf-table", "figure", "custom-table"))
_PARAGRAPHS = frozenset(("p", "hl2", "li", "dt", "dd", "pre", "h2", "h3", "h4"))


def stories(root: Any) -> list[Any]:
    """Return the stories in a parsed file; [] when it is of another kind."""
    return [element for element in root.iter() if _name(element) == "nitf"]


def read(found: list[Any], source: InputFile) -> Contents:
    """Return the articles of stories, and a line for each without text."""
    refuse_more(len(found))
    articles: list[RawArticle] = []
    problems = []
    for number, story in enumerate(found, start=1):
        at = number if len(found) > 1 else None
        paragraphs, apart = _text(story)
        if not paragraphs:
            problems.append(source.problem("holds no text", "Save the story again", f"#{number}" if at else ""))
            continue
        removed = tuple(Removed(text, "part of the story that is no text (NITF)") for text in apart)
        articles.append(
            source.article("\n\n".join(paragraphs), "paragraphs", _given(story), number=at, removed=removed)
        )
    if not articles:
        raise Unreadable("is NITF and holds no story with text", "Save the story again")
    return Contents(tuple(articles), tuple(problems))


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _all(story: Any, name: str) -> Iterator[Any]:
    return (element for element in story.iter() if _name(element) == name)


def _words(element: Any) -> str:
    return one_line("".join(element.itertext()))


def _names(line: Any) -> str:
    """Return the words of a byline without what its writer is, which has a part of its own."""
    parts = [
        line.text,
        *(part for child in line for part in ("" if _name(child) == "byttl" else _words(child), child.tail)),
    ]
    return one_line(" ".join(filter(None, parts)))


def _first(story: Any, *names: str) -> str:
    return next((text for name in names for element in _all(story, name) if (text := _words(element))), "")


def _attribute(story: Any, *wanted: tuple[str, str]) -> str:
    found = (element.get(name, "") for tag, name in wanted for element in _all(story, tag))
    return next(filter(None, found), "")


def _text(story: Any) -> tuple[list[str], list[str]]:
    paragraphs: list[str] = []
    apart: list[str] = []
    for name in ("body.content", "body.end"):
        for part in _all(story, name):
            for element in part.iter():
                above = {_name(each) for each in element.iterancestors()}
                if _name(element) in _APART and not above & _APART:
                    apart += filter(None, [_words(element)])
                elif _name(element) in _PARAGRAPHS and not above & (_APART | _PARAGRAPHS):
                    (paragraphs if name == "body.content" else apart).extend(filter(None, [_words(element)]))
            if name == "body.end" and not any(True for _ in _all(part, "p")):
                apart += filter(None, [_words(part)])
    return paragraphs, apart


def _given(story: Any) -> Metadata:
    def stated(value: str | None, how: str) -> Stated | None:
        return Stated(value, f"{how} (NITF)") if value else None

    day = _attribute(story, ("pubdata", "date.publication"), ("date.issue", "norm"), ("date.release", "norm"))
    writers = next((_words(each) for line in _all(story, "byline") for each in _all(line, "person")), "")
    writers = writers or next((text for line in _all(story, "byline") if (text := _names(line))), "")
    named = byline_names(BY.sub("", writers, count=1)) or ""
    named = named.title() if named.isupper() else named
    outlet = _attribute(story, ("pubdata", "name")) or _first(story, "distributor")
    return Metadata(
        title=stated(_first(story, "hl1", "hedline", "title"), "headline"),
        outlet=stated(outlet or _attribute(story, ("doc.copyright", "holder")), "publication"),
        byline=stated("" if names_nobody(named) else named, "byline"),
        dateline=stated(_first(story, "dateline"), "dateline"),
        published=stated(stated_day(day) if day else None, "day"),
    )
