"""The whole of annotating one article: what each part finds, put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.annotate import dates
from generator.annotate.confidence import NAMED, confidence_of, is_well_counted, key_of
from generator.annotate.context import Attribution, Context
from generator.annotate.kinds import kind_of
from generator.annotate.people import find_mentions
from generator.annotate.quotations import Marked, find_marked
from generator.annotate.quoted_words import WORD
from generator.annotate.reported import find_reports, reports_of
from generator.annotate.sentences import find_sentences
from generator.annotate.skeletons import Parse, parse_paragraphs, words_of
from generator.annotate.sources import Source, find_pronouns, read_source
from generator.annotate.speakers import attribute
from generator.annotate.sureness import likely_right
from generator.days import exact
from generator.ids import word_ids
from generator.language import Language
from generator.records import AnnotatedArticle, Article, ArticleId, Decision, ParsedWord, Quote, QuoteId, Span, Step

# No news paragraph is as long. In longer ones, which no parser takes, quotations are found and have no speaker.
MAX_PARAGRAPH = 20_000
# Rules that take a subject without a verb of speech: what they answer makes no word a name.
SUBJECTS = frozenset({"sentence_subject", "subject_before"})
# Only such a source may stand far from any quotation and say something: "according to Milan Foss".
_VOICE = re.compile(r"\b[Aa]ccording to [A-Z]")


def annotate(article: Article, language: Language) -> AnnotatedArticle:
    """Return the article with all that was found in it.

    Speakers are left to collation, which knows the whole folder.
    """
    text, paragraphs = article.text, article.paragraphs
    sentences = find_sentences(text, paragraphs)
    places = dates.find_times(text)
    if not article.language.lower().startswith("en"):
        return AnnotatedArticle(article, sentences, time_places=places)
    context, words, parses = _parsed(article, language)
    answers = attribute(context)
    sources = [clause.source for clauses in context.clauses.values() for clause in clauses if not clause.infinitive]
    sources += [answer.source for answer in answers if answer is not None and answer.rule not in SUBJECTS]
    near = {number: parses[number] for number in _with_a_voice(text, paragraphs) if number in parses} | context.parses
    told = find_reports(text, paragraphs, context.marked, parses, context.trees)
    voices = [each.source for each in told if each.source is not None and each.mood == "told"]
    mentions = find_mentions(text, paragraphs, context.marked, near, sources, voices)
    read = [read_source(text, answer.source, mentions) if answer else None for answer in answers]
    notes = [sentence.span for sentence in sentences if sentence.note]
    quotes = _quotes(article.id, context, answers, read, notes)
    published = exact(article.metadata.published.value) if article.metadata.published else None
    times = dates.resolve_times(text, places, published)
    pronouns = find_pronouns(text, context.marked)
    reports = reports_of(article, told, quotes, mentions)
    reports = tuple(report for report in reports if not any(note.covers(report.cue) for note in notes))
    return AnnotatedArticle(article, sentences, quotes, mentions, times, pronouns, places, words, reports)


def context_of(article: Article, language: Language) -> Context:
    """Return what the speaker rules look at, with nothing answered yet."""
    return _parsed(article, language)[0]


def _parsed(article: Article, language: Language) -> tuple[Context, tuple[ParsedWord, ...], dict[int, Parse]]:
    """Return what the speaker rules look at, near quotations, and the parse of the whole article, twice."""
    text, paragraphs = article.text, article.paragraphs
    marked = find_marked(text, paragraphs)
    parsed = parse_paragraphs(text, paragraphs, marked, _not_endless(paragraphs), language)
    near = _near_quotations(marked)
    context = Context(text, paragraphs, marked, {number: parse for number, parse in parsed.items() if number in near})
    return context, words_of(parsed), parsed


def _not_endless(paragraphs: Sequence[Span]) -> list[int]:
    return [n for n, paragraph in enumerate(paragraphs) if paragraph.end - paragraph.start <= MAX_PARAGRAPH]


def _near_quotations(marked: Sequence[Marked]) -> set[int]:
    """Return the paragraphs that hold quotations, and those before them, which lead up to them."""
    return {number for stretch in marked for number in (stretch.paragraph - 1, stretch.paragraph)}


def _with_a_voice(text: str, paragraphs: Sequence[Span]) -> set[int]:
    """Return the paragraphs that give what somebody says without quotation marks: "according to Milan Berg"."""
    return {
        number for number, paragraph in enumerate(paragraphs) if _VOICE.search(text, paragraph.start, paragraph.end)
    }


def _quotes(
    article_id: ArticleId,
    context: Context,
    answers: Sequence[Attribution | None],
    sources: Sequence[Source | None],
    notes: Sequence[Span],
) -> tuple[Quote, ...]:
    ids = word_ids(article_id, (stretch.inner.of(context.text) for stretch in context.marked))
    utterances: list[str] = []
    quotes: list[Quote] = []
    for index, (stretch, answer, source) in enumerate(zip(context.marked, answers, sources, strict=True)):
        followed = answer.follows if answer else None
        before = followed if followed is not None and followed < index else None
        utterances.append(utterances[before] if before is not None else ids[index])
        # What a correction quotes are words of the report.
        kind = "term" if any(note.covers(stretch.inner) for note in notes) else kind_of(index, context, answer)
        context.kinds.append(kind)
        quote = Quote(QuoteId(ids[index]), article_id, stretch.outer, stretch.inner, kind, utterances[index])
        if answer is not None:
            follows = QuoteId(ids[followed]) if followed is not None else None
            quote = replace(quote, step=Step(answer.rule, answer.source, answer.cue, follows))
        if answer is not None and source is not None and kind != "term":
            quote = _attributed(quote, answer, source, index, context)
            if before is not None and quotes[before].source is not None:
                quote = _no_surer(quote, quotes[before])
        quotes.append(quote)
    return tuple(quotes)


def _no_surer(quote: Quote, before: Quote) -> Quote:
    """Return a quote that goes on from another one no surer of its speaker than that one is."""
    return replace(quote, decision=replace(quote.decision, confidence=min(quote.confidence, before.confidence)))


def _attributed(quote: Quote, answer: Attribution, source: Source, index: int, context: Context) -> Quote:
    return replace(
        quote,
        cue=answer.cue,
        source=answer.source,
        source_kind=source.kind,
        source_mention=source.mention,
        decision=Decision(answer.rule, _sureness(answer, source, index, context)),
    )


def _sureness(answer: Attribution, source: Source, index: int, context: Context) -> float:
    """Return how likely an answer is right, from 0 to 1.

    What is counted of its rule decides whether anybody is named; how sure that is, all that is seen of it.
    """
    cue = answer.cue.of(context.text) if answer.cue else None
    count = len(WORD.findall(context.inner(index)))
    counted = confidence_of(key_of(answer.rule, cue, source.kind, count))
    if not is_well_counted(answer.rule):
        return counted
    likely = likely_right(index, context, answer)
    return max(likely, NAMED) if counted >= NAMED else min(likely, counted)
