"""One article at a time: sentences, quotes with their sources, mentions, time expressions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.annotate import dates
from generator.annotate.confidence import Key, confidence_of, cue_class
from generator.annotate.context import Attribution, Context
from generator.annotate.cues import base_form, cue_kind
from generator.annotate.kinds import kind_of
from generator.annotate.local import Local, Source, find_pronouns, read_source
from generator.annotate.people import find_mentions
from generator.annotate.quotations import Marked, find_marked
from generator.annotate.sentences import find_sentences
from generator.annotate.skeletons import parse_paragraphs
from generator.annotate.speakers import attribute
from generator.ids import article_id, word_ids
from generator.language import Language, SpacyLanguage
from generator.records import AnnotatedArticle, Article, ArticleId, Metadata, Quote, QuoteId, Span, Stated

# No news paragraph is as long. In longer ones, which no parser takes, quotations are found and have no speaker.
MAX_PARAGRAPH = 20_000


def annotate(article: Article, language: Language) -> AnnotatedArticle:
    """Return the article with all that was found in it.

    Speakers are left to collation, which knows the whole folder.
    """
    text, paragraphs = article.text, article.paragraphs
    sentences = find_sentences(text, paragraphs)
    if not article.language.lower().startswith("en"):
        return AnnotatedArticle(article, sentences)
    marked = find_marked(text, paragraphs)
    parses = parse_paragraphs(text, paragraphs, marked, _worth_parsing(marked, paragraphs), language)
    context = Context(text, paragraphs, marked, parses)
    answers = attribute(context)
    sources = [clause.source for clauses in context.clauses.values() for clause in clauses]
    sources += [answer.source for answer in answers if answer is not None]
    mentions, cast = find_mentions(text, paragraphs, marked, parses, sources)
    read = [read_source(text, answer.source, mentions) if answer else None for answer in answers]
    quotes = _quotes(article.id, context, answers, read)
    local = Local(
        cast,
        tuple(source if quote.source else None for quote, source in zip(quotes, read, strict=True)),
        tuple(stretch.paragraph for stretch in marked),
        find_pronouns(text, marked),
        tuple(_key(text, answer, source) for answer, source in zip(answers, read, strict=True)),
    )
    published = article.metadata.published.value if article.metadata.published else None
    return AnnotatedArticle(article, sentences, quotes, mentions, dates.tag(text, published), local)


def _worth_parsing(marked: Sequence[Marked], paragraphs: Sequence[Span]) -> list[int]:
    """Return the paragraphs that hold quotations, and those before them, which lead up to them."""
    near = {number for stretch in marked for number in (stretch.paragraph - 1, stretch.paragraph) if number >= 0}
    return sorted(n for n in near if paragraphs[n].end - paragraphs[n].start <= MAX_PARAGRAPH)


def _quotes(
    article_id: ArticleId, context: Context, answers: Sequence[Attribution | None], sources: Sequence[Source | None]
) -> tuple[Quote, ...]:
    ids = word_ids(article_id, (stretch.inner.of(context.text) for stretch in context.marked))
    utterances: list[str] = []
    quotes = []
    for index, (stretch, answer) in enumerate(zip(context.marked, answers, strict=True)):
        followed = answer.follows if answer else None
        utterances.append(utterances[followed] if followed is not None else ids[index])
        kind = kind_of(index, context, answer)
        if kind == "term":
            answer = None
        quotes.append(
            Quote(
                QuoteId(ids[index]),
                article_id,
                stretch.outer,
                stretch.inner,
                kind,
                utterances[index],
                answer.cue if answer else None,
                answer.source if answer else None,
                None,
                answer.rule if answer else "none",
                confidence_of(_key(context.text, answer, sources[index])) if answer else 0.0,
            )
        )
    return tuple(quotes)


def _key(text: str, answer: Attribution | None, source: Source | None) -> Key:
    """Return what the confidence of an answer depends on."""
    if answer is None or source is None:
        return "none", "none", "none"
    cue = answer.cue.of(text).lower() if answer.cue else None
    base = cue and ("according" if cue.startswith("according") else base_form(cue))
    return answer.rule, cue_class(base, cue_kind(cue or "")), source.kind


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
    from generator.collate.people.resolve import resolve_people

    people, resolved = resolve_people([annotate(article, language)])
    found = resolved[0]
    names = {person.id: person.name for person in people}
    return {
        "file": file,
        "title": article.metadata.title.value if article.metadata.title else None,
        "published": article.metadata.published.value if article.metadata.published else None,
        "text": article.text,
        "quotes": [
            {
                "start": quote.content.start,
                "end": quote.content.end,
                "kind": quote.kind,
                "cue": quote.cue.of(article.text) if quote.cue else None,
                "speaker": names[quote.speaker] if quote.speaker else None,
                "speaker_start": quote.source.start if quote.source else None,
                "speaker_end": quote.source.end if quote.source else None,
                "decided_by": quote.decided_by,
                "confidence": quote.confidence,
            }
            for quote in found.quotes
            if quote.kind != "term"
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
    from generator.clean import clean
    from generator.records import RawArticle

    given = Metadata(published=Stated(published, "given") if published else None)
    return clean(RawArticle(file, "", text, given=given))
