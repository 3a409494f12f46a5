"""What reporters tell in their own words: sentences cut into segments, without quotations, with the words that tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.collate.comparison.sentences import ComparedSentence, Corpus
from generator.collate.words.tokens import Word
from generator.records import AnnotatedArticle, ArticleId, Span

# A word is what the whole event is about when most articles of the event have it, and not just once ...
CENTRAL_ARTICLES = 0.6
CENTRAL_MEAN = 1.75
# ... or when one article has it again and again.
CENTRAL_SENTENCES = 3
CENTRAL_SHARE = 0.35
_TURNS = frozenset({"but", "while", "although", "though", "whereas"})
_TRAILING = " \t,;:-–—\n\"“”'‘"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a sentence between marks."""

    sentence: ComparedSentence
    span: Span
    words: tuple[tuple[str, Word], ...]
    """Its features with their words, in order, those in quotations left out."""


def segments_of(found: AnnotatedArticle, sentences: Iterable[ComparedSentence]) -> list[Segment]:
    """Return the segments of an article that tell something outside quotations."""
    quoted = [quote.content for quote in found.quotes if quote.kind in ("direct", "fragment")]
    segments = []
    for sentence in sentences:
        inside = [quote for quote in quoted if quote.overlaps(sentence.span)]
        plain = [place for place in sentence.places if not any(quote.overlaps(place[1].span) for quote in inside)]
        for span in _stretches(sentence):
            if words := tuple(place for place in plain if span.covers(place[1].span)):
                segments.append(Segment(sentence, span, words))
    return segments


def _stretches(sentence: ComparedSentence) -> list[Span]:
    """Return the sentence cut at commas, semicolons and dashes, and before "but" and its like."""
    cuts = [sentence.span.start]
    for left, right in pairwise(sentence.words):
        gap = sentence.text[left.span.end : right.span.start]
        if any(mark in gap for mark in (",", ";", " -", "–", "—")) or right.key in _TURNS:
            cuts.append(right.span.start)
    cuts.append(sentence.span.end)
    return [Span(start, _trimmed(sentence.text, start, end)) for start, end in pairwise(cuts)]


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return end


def central_words(segments: Sequence[Segment], corpus: Corpus) -> frozenset[tuple[int, str]]:
    """Return (event, feature) for what a whole event is about: too common in it to name one matter of it."""
    sentences: defaultdict[tuple[ArticleId, str], set[int]] = defaultdict(set)
    for segment in segments:
        for feature, _ in segment.words:
            sentences[segment.sentence.article_id, feature].add(segment.sentence.span.start)
    length = {sentences[0].article_id: len(sentences) for sentences in corpus.sentences if sentences}
    size = Counter(corpus.event_of[article] for article in length)
    counts: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    central = set()
    for (article, feature), starts in sentences.items():
        event = corpus.event_of[article]
        counts[event, feature].append(len(starts))
        if len(starts) > max(CENTRAL_SENTENCES, CENTRAL_SHARE * length[article]):
            central.add((event, feature))
    for (event, feature), held in counts.items():
        if len(held) >= CENTRAL_ARTICLES * size[event] and sum(held) >= CENTRAL_MEAN * len(held):
            central.add((event, feature))
    return frozenset(central)


def sentences_with(segments: Sequence[Segment]) -> Counter[tuple[str, ArticleId]]:
    """Return in how many sentences of an article a feature stands: (feature, article) to their number."""
    seen = {(feature, c.sentence.article_id, c.sentence.span.start) for c in segments for feature, _ in c.words}
    return Counter((feature, article) for feature, article, _ in seen)
