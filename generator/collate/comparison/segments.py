"""What reporters tell in their own words: sentences cut into clauses, quotations left out, with the words that tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.collate.comparison.sentences import Scene, Stage
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
class Clause:
    """A stretch of a sentence between marks."""

    scene: Scene
    span: Span
    words: tuple[tuple[str, Word], ...]
    """Its features with their words, in order, those in quotations left out."""


def clauses_of(found: AnnotatedArticle, scenes: Iterable[Scene]) -> list[Clause]:
    """Return the clauses of an article that tell something outside quotations."""
    quoted = [quote.content for quote in found.quotes if quote.kind in ("direct", "fragment")]
    clauses = []
    for scene in scenes:
        inside = [quote for quote in quoted if quote.overlaps(scene.span)]
        plain = [place for place in scene.places if not any(quote.overlaps(place[1].span) for quote in inside)]
        for span in _stretches(scene):
            if words := tuple(place for place in plain if span.covers(place[1].span)):
                clauses.append(Clause(scene, span, words))
    return clauses


def _stretches(scene: Scene) -> list[Span]:
    """Return the sentence cut at commas, semicolons and dashes, and before "but" and its like."""
    cuts = [scene.span.start]
    for left, right in pairwise(scene.words):
        gap = scene.text[left.span.end : right.span.start]
        if any(mark in gap for mark in (",", ";", " -", "–", "—")) or right.key in _TURNS:
            cuts.append(right.span.start)
    cuts.append(scene.span.end)
    return [Span(start, _trimmed(scene.text, start, end)) for start, end in pairwise(cuts)]


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return end


def central_words(clauses: Sequence[Clause], stage: Stage) -> frozenset[tuple[int, str]]:
    """Return (event, feature) for what a whole event is about: too common in it to name one matter of it."""
    sentences: defaultdict[tuple[ArticleId, str], set[int]] = defaultdict(set)
    for clause in clauses:
        for feature, _ in clause.words:
            sentences[clause.scene.article_id, feature].add(clause.scene.span.start)
    length = {scenes[0].article_id: len(scenes) for scenes in stage.scenes if scenes}
    size = Counter(stage.event_of[article] for article in length)
    counts: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    central = set()
    for (article, feature), starts in sentences.items():
        event = stage.event_of[article]
        counts[event, feature].append(len(starts))
        if len(starts) > max(CENTRAL_SENTENCES, CENTRAL_SHARE * length[article]):
            central.add((event, feature))
    for (event, feature), held in counts.items():
        if len(held) >= CENTRAL_ARTICLES * size[event] and sum(held) >= CENTRAL_MEAN * len(held):
            central.add((event, feature))
    return frozenset(central)


def sentences_with(clauses: Sequence[Clause]) -> Counter[tuple[str, ArticleId]]:
    """Return in how many sentences of an article a feature stands: (feature, article) to their number."""
    seen = {(feature, c.scene.article_id, c.scene.span.start) for c in clauses for feature, _ in c.words}
    return Counter((feature, article) for feature, article, _ in seen)
