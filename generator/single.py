"""Files one at a time: each article annotated by itself, without the help of any other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.annotate.article import annotate
from generator.clean import clean
from generator.collate.people.resolve import resolve_people
from generator.errors import Problem, UsageError
from generator.ids import article_id
from generator.language import Language, SpacyLanguage
from generator.read import read_file
from generator.records import Article, ArticleId, Metadata, PersonId, Quote, RawArticle, Report, Span, Stated

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


def annotate_text(
    text: str,
    published: str | None = None,
    language: Language | None = None,
    raw: bool = True,
    file: str = "text",
) -> dict[str, Any]:
    """Return what the `annotate` command prints for one text: quotes, dates and people, with code point offsets.

    `raw`: take the text as it is, so offsets are its own; otherwise clean it first, and offsets are those of the
    cleaned text, which is returned as "text".
    """
    article = raw_article(text, published, file) if raw else _cleaned_article(text, published, file)
    return annotation_of(article, language or SpacyLanguage.load(), file)


def annotation_of(article: Article, language: Language, file: str) -> dict[str, Any]:
    """Return what the `annotate` command prints for one cleaned article; `file` as the command was given it."""
    people, resolved = resolve_people([annotate(article, language)])
    found = resolved[0]
    names = {person.id: person.name for person in people}
    spoken = [quote for quote in found.quotes if quote.kind != "term"]
    return {
        "file": file,
        "title": article.metadata.title.value if article.metadata.title else None,
        "published": article.metadata.published.value if article.metadata.published else None,
        "text": article.text,
        "quotes": [
            *(_quoted(quote, article.text, names) for quote in spoken),
            *(part for report in found.reports for part in _reported(report, article.text, names)),
        ],
        "dates": [
            {
                "start": found_date.span.start,
                "end": found_date.span.end,
                "value": found_date.value,
                "type": found_date.type,
                "text": found_date.span.of(article.text),
            }
            for found_date in found.time_expressions
        ],
        "people": [
            {
                "name": person.name,
                "kind": person.kind,
                "names": list(person.names),
                "roles": [r.text for r in person.roles],
            }
            for person in people
        ],
        # Apart from the quotes: nobody said these words, so whoever counts quotes must not meet them there.
        "terms": [
            {"start": quote.content.start, "end": quote.content.end, "text": quote.inner.of(article.text)}
            for quote in found.quotes
            if quote.kind == "term"
        ],
    }


def _quoted(quote: Quote, text: str, names: Mapping[PersonId, str]) -> Annotation:
    return {
        "start": quote.content.start,
        "end": quote.content.end,
        "kind": quote.kind,
        **_attributed(quote, text, names),
    }


def _reported(report: Report, text: str, names: Mapping[PersonId, str]) -> Iterator[Annotation]:
    """Yield what is said without marks, a stretch at a time; those of one report share `utterance`."""
    for span in report.content:
        yield {
            "start": span.start,
            "end": span.end,
            "kind": "indirect",
            **_attributed(report, text, names),
            "utterance": report.id,
            "cue_class": report.cue_class,
            "mood": report.mood,
            "within": report.within,
        }


def _attributed(said: Quote | Report, text: str, names: Mapping[PersonId, str]) -> Annotation:
    return {
        "cue": said.cue.of(text) if said.cue else None,
        "speaker": names[said.speaker] if said.speaker else None,
        "speaker_start": said.source.start if said.source else None,
        "speaker_end": said.source.end if said.source else None,
        "decided_by": said.decided_by,
        "confidence": said.confidence,
    }


def raw_article(text: str, published: str | None, file: str) -> Article:
    """Return a text as an article of which every line is a paragraph and no character is moved."""
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        start = at + len(line) - len(line.lstrip())
        end = at + len(line.rstrip())
        if end > start:
            spans.append(Span(start, end))
        at += len(line)
    metadata = Metadata(published=Stated(published, "given") if published else None)
    return Article(ArticleId(article_id(None, file)), file, "", text, tuple(spans), metadata)


def _cleaned_article(text: str, published: str | None, file: str) -> Article:
    given = Metadata(published=Stated(published, "given") if published else None)
    return clean(RawArticle(file, "", text, given=given))


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
