"""Files one at a time: each article annotated by itself, without the help of any other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.annotate import annotate_text, annotation_of
from generator.clean import clean
from generator.errors import Problem, UsageError
from generator.language import Language, SpacyLanguage
from generator.read import read_file
from generator.records import RawArticle, Stated

Annotation = dict[str, Any]


def annotate_files(
    files: Iterable[Path], raw: bool = False, published: str | None = None
) -> Iterator[Annotation | Problem]:
    """Yield the annotation of every article of each file, as plain data, or what is wrong with the file.

    `raw`: the file's text is taken as it is, so offsets are code points of the decoded file. `published`: the day that
    relative dates are told from, before any day that the file states. Raises `UsageError` when it is no day.
    """
    if published is not None and not _is_day(published):
        raise UsageError(Problem(f"--published {published}", "is no day", "Write it as 2023-06-19"))
    language = SpacyLanguage.load()
    for path in files:
        if raw:
            yield _as_it_is(path, published, language)
        else:
            yield from _cleaned(path, published, language)


def _as_it_is(path: Path, published: str | None, language: Language) -> Annotation | Problem:
    try:
        # Bytes, since opening as text would turn "\r\n" into one character and move every offset after it.
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return Problem(str(path), "is not UTF-8", "Save it as UTF-8, or leave out --raw")
    except OSError as error:
        return Problem(str(path), str(error.strerror or error).lower(), "Name a file that can be read")
    return annotate_text(text, published, language, raw=True, file=str(path))


def _cleaned(path: Path, published: str | None, language: Language) -> Iterator[Annotation | Problem]:
    articles, problems = read_file(path, path.name, str(path))
    yield from problems
    for article in articles:
        yield annotation_of(clean(_published(article, published)), language, str(path))


def _published(article: RawArticle, published: str | None) -> RawArticle:
    if published is None:
        return article
    return replace(article, given=replace(article.given, published=Stated(published, "given with --published")))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def readable(annotation: Annotation) -> str:
    """Return an annotation as lines for people."""
    text = annotation["text"]
    lines = [f"{annotation['file']}: {annotation['title'] or 'no title'}"]
    for quote in annotation["quotes"]:
        speaker = quote["speaker"] or "speaker not known"
        how = f"{quote['kind']}, {quote['decided_by']}, {quote['confidence']:.0%}"
        lines.append(f"  {speaker}: {text[quote['start'] : quote['end']]}\n      ({how})")
    lines += [f"  {found['text']}: {found['value'] or 'open'} ({found['type']})" for found in annotation["dates"]]
    lines += [f"  {person['name']} ({person['kind']})" for person in annotation["people"]]
    return "\n".join(lines)
