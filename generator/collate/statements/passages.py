"""The passages that statements are made of: the sentences of every quotation, and fragments whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.collate.statements.occasions import day_said
from generator.collate.words.numbers import number_words
from generator.collate.words.tokens import Word, words_of
from generator.days import exact
from generator.ids import older_form, word_ids
from generator.records import AnnotatedArticle, ArticleId, PersonId, Quote, Sentence, Span

_EDGE = re.compile(r"[\s\"“”„‟«»]")
# What ends or parts the words before: a lone stop or a comma opens nothing that anybody said, and three stops may.
_STRAY = re.compile(r"(?:[,;:]|\.(?!\s?[.\d]))\s*")
CONTEXT_WEIGHT = 8  # of a word that tells what a fragment is about; below stand the thousand commonest words or so


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a quotation, or a fragment."""

    id: str
    """Permanent: made from the quote's id and the passage's words; the quote's own id when the passage is all of it."""
    quote: Quote
    article_id: ArticleId
    span: Span
    """Without quotation marks at its ends."""
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    stems: tuple[str, ...]
    weight: int
    """Sum of the words' weights."""
    context: frozenset[str]
    """Stems of the rarer words beside the quotation in its sentence, names left out."""
    goes_on: bool
    """The utterance goes on in the same article: "A," she said, "but B." """
    day: str | None
    """The day of publication, when the article states one: YYYY-MM-DD."""
    said: str | None = None
    """The day on which the article tells that it was said, when it does: YYYY-MM-DD, never after `day`."""

    @property
    def whole_quote(self) -> bool:
        """Whether the passage is all of its quotation."""
        return self.id == self.quote.id

    @property
    def speaker(self) -> PersonId | None:
        """The person behind the quotation, when known."""
        return self.quote.speaker


def passages_of(articles: Sequence[AnnotatedArticle]) -> list[Passage]:
    """Return the passages of all spoken quotations, in the order of the articles and of the text."""
    passages: list[Passage] = []
    for found in articles:
        spoken = [quote for quote in found.quotes if quote.kind != "term"]
        # Of the quote's id as it was when hashes were shorter, so that no link to a passage of it moved.
        older = Counter(older_form(quote.id) for quote in spoken)
        for at, quote in enumerate(spoken):
            goes_on = any(following.utterance == quote.utterance for following in spoken[at + 1 : at + 2])
            seed = older_form(quote.id) if older[older_form(quote.id)] == 1 else quote.id
            passages += _passages(found, quote, seed, goes_on)
    return passages


def _passages(found: AnnotatedArticle, quote: Quote, seed: str, goes_on: bool) -> Iterator[Passage]:
    text = found.article.text
    sentences = _sentences_at(found.sentences, quote.content)
    spans = _parts(text, quote, sentences)
    ids: Sequence[str] = [quote.id] if len(spans) == 1 else word_ids(seed, [span.of(text) for span in spans])
    context = _context(found, quote, sentences)
    published = found.article.metadata.published
    day = exact(published.value) if published else None
    said = day_said(found, quote, day) if day is not None else None
    for passage_id, span in zip(ids, spans, strict=True):
        words = words_of(text, span)
        keys, stems = tuple(word.key for word in words), tuple(map(_compared, words))
        weight = sum(word.weight for word in words)
        broken_off = goes_on and span == spans[-1] and text[span.end - 1] not in ".!?"
        yield Passage(
            passage_id, quote, found.article.id, span, words, keys, stems, weight, context, broken_off, day, said
        )


def _compared(word: Word) -> str:
    """Return what a word is compared by: its stem, and "40" for "forty"."""
    return str(number_words()[word.key]) if word.key in number_words() else word.stem


def _sentences_at(sentences: Sequence[Sentence], span: Span) -> list[Sentence]:
    first = bisect_left(sentences, span.start, key=lambda sentence: sentence.span.end)
    touching = []
    for sentence in sentences[first:]:
        if sentence.span.start >= span.end:
            break
        if sentence.span.overlaps(span):
            touching.append(sentence)
    return touching


def _parts(text: str, quote: Quote, sentences: list[Sentence]) -> list[Span]:
    inner = quote.inner
    cuts = [sentence.span.start for sentence in sentences if inner.start < sentence.span.start < inner.end]
    edges = [inner.start, *cuts, inner.end]
    spans = [_trimmed(text, Span(start, end)) for start, end in pairwise(edges)]
    spoken = [span for span in spans if words_of(text, span)]
    return spoken or [inner]


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and (_EDGE.match(text[start]) or _STRAY.match(text, start)):
        start += 1
    while end > start and _EDGE.match(text[end - 1]):
        end -= 1
    return Span(start, end)


def _context(found: AnnotatedArticle, quote: Quote, sentences: list[Sentence]) -> frozenset[str]:
    text = found.article.text
    stems = set()
    for sentence in sentences:
        for word in words_of(text, sentence.span):
            outside = not quote.content.overlaps(word.span)
            if outside and word.weight >= CONTEXT_WEIGHT and text[word.span.start].islower():
                stems.add(word.stem)
    return frozenset(stems)
