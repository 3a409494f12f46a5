"""The sentences of the articles as the comparison of facts sees them, and which articles tell of the same event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.collate.words.stops import empty_words
from generator.collate.words.tokens import RAREST, Word, words_of
from generator.groups import Groups
from generator.records import AnnotatedArticle, ArticleId, Span, Statement

CONTENT = 7  # weight from which a word says what a sentence is about
NAME_WEIGHT = 10  # of a capitalised word, however common it is in small letters ("Baker", "Hope")
MAX_ARTICLES = 30  # a word that stands in more articles is no sign that two of them tell of one event
MIN_SHARED = 0.25  # of the smaller one's weight; the five seeds share 0.35 to 0.47, other news of a month mostly less
MIN_WORDS = 6  # words that say something and that two articles of one event have in common at least


@dataclass(frozen=True, slots=True)
class ComparedSentence:
    """One sentence of one article."""

    article_id: ArticleId
    span: Span
    text: str
    """The canonical text of the article."""
    words: tuple[Word, ...]
    features: frozenset[str]
    """Stems of the words that say what it is about. Names begin with a capital letter, so "Gang" is not "gang"."""
    places: tuple[tuple[str, Word], ...]
    """The features with their words, in order."""


def sentences_of(found: AnnotatedArticle) -> tuple[ComparedSentence, ...]:
    """Return the sentences of an article, its notes on itself left out; its paragraphs when it has none."""
    text = found.article.text
    spans = [sentence.span for sentence in found.sentences if not sentence.note]
    spans = spans if found.sentences else list(found.article.paragraphs)
    return tuple(_sentence(found.article.id, text, span) for span in spans)


def _sentence(article_id: ArticleId, text: str, span: Span) -> ComparedSentence:
    words = words_of(text, span)
    places = tuple((feature, word) for word in words if (feature := feature_of(word, text)) is not None)
    return ComparedSentence(article_id, span, text, words, frozenset(feature for feature, _ in places), places)


def feature_of(word: Word, text: str) -> str | None:
    """Return what a word tells about its sentence: its stem, capitalised for a name; None for a common word."""
    surface = text[word.span.start]
    if word.key in empty_words() or surface.isdigit():
        return None
    if surface.isupper() and (word.weight == RAREST or not _opens_sentence(word, text)):
        return word.stem.capitalize()  # a word that no table knows is a name even where a sentence begins
    return word.stem if word.weight >= CONTENT else None


def _opens_sentence(word: Word, text: str) -> bool:
    before = text[: word.span.start].rstrip(" \"“”'‘’([")[-1:] if word.span.start < 400 else _before(word, text)
    return before in ("", ".", "!", "?", "\n", ":")


def _before(word: Word, text: str) -> str:
    return text[word.span.start - 40 : word.span.start].rstrip(" \"“”'‘’([")[-1:]


ToldApart = Callable[[ArticleId, ArticleId], bool]
"""Tells of two articles whether they report two happenings of one kind."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """All sentences of the folder, and which articles tell of one event."""

    sentences: tuple[tuple[ComparedSentence, ...], ...]
    """One tuple an article, in the order of the articles."""
    siblings: frozenset[tuple[ArticleId, ArticleId]]
    """Pairs of articles, lower id first, that tell of the same event."""
    event_of: dict[ArticleId, int]
    """Article to the number of its event: articles that such pairs tie together have one number."""
    apart: ToldApart
    """Tells of two articles, lower id first, whether they report two happenings of one kind all the same."""

    def accompanied(self) -> list[tuple[ComparedSentence, ...]]:
        """Return the sentences of the articles that are not alone with their event."""
        known = {article for pair in self.siblings for article in pair}
        return [sentences for sentences in self.sentences if sentences and sentences[0].article_id in known]

    def related(self, left: ArticleId, right: ArticleId) -> bool:
        """Return whether two articles tell of one event: they tell much alike, or a third one ties them together."""
        return self.event_of[left] == self.event_of[right] and not self.are_apart(left, right)

    def are_apart(self, left: ArticleId, right: ArticleId) -> bool:
        """Return whether two articles report two happenings of one kind."""
        return self.apart(min(left, right), max(left, right))

    def accompanying(self, articles: Sequence[ArticleId]) -> frozenset[ArticleId]:
        """Return those of the articles that tell of one event with another of them, or with themselves given twice."""
        times = Counter(self.event_of[article] for article in articles)
        return frozenset(article for article in articles if times[self.event_of[article]] > 1)


def corpus_of(
    articles: Sequence[AnnotatedArticle],
    statements: Iterable[Statement],
    apart: ToldApart,
) -> Corpus:
    """Return the sentences of all articles, with the pairs of articles that tell of one event.

    `apart`: tells which do not, however alike they are, since they report two happenings of one kind.
    """
    sentences = tuple(sentences_of(found) for found in articles)
    weights: dict[str, int] = {}
    for sentence in (sentence for several in sentences for sentence in several):
        for feature, word in sentence.places:
            floor = NAME_WEIGHT if feature[0].isupper() else 0
            weights[feature] = max(weights.get(feature, floor), word.weight, floor)
    features = [frozenset().union(*(sentence.features for sentence in several)) for several in sentences]
    held_by = Counter(feature for held in features for feature in held)
    ids = [found.article.id for found in articles]
    shares = _shares(ids, features, weights, held_by)
    alike = {pair for pair, share in shares.items() if share >= MIN_SHARED and not apart(*pair)}
    siblings = alike | _quoting_the_same(statements)
    return Corpus(sentences, frozenset(siblings), _events(ids, siblings), apart)


def _events(ids: Sequence[ArticleId], siblings: Iterable[tuple[ArticleId, ArticleId]]) -> dict[ArticleId, int]:
    number = {article_id: at for at, article_id in enumerate(ids)}
    groups = Groups(len(ids))
    for left, right in siblings:
        groups.unite(number[left], number[right])
    return {article_id: groups.root(at) for article_id, at in number.items()}


def _shares(
    ids: Sequence[ArticleId], features: Sequence[frozenset[str]], weights: dict[str, int], held_by: Counter[str]
) -> dict[tuple[ArticleId, ArticleId], float]:
    """Return the share of the smaller article's weight that two articles have in common, for pairs worth it."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, held in enumerate(features):
        for feature in held:
            if 1 < held_by[feature] <= MAX_ARTICLES:
                holders[feature].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    several: Counter[tuple[int, int]] = Counter()
    for feature, numbers in holders.items():
        for pair in combinations(numbers, 2):
            shared[pair] += weights[feature]
            several[pair] += 1
    total = [sum(weights[feature] for feature in held) for held in features]
    return {
        (min(ids[a], ids[b]), max(ids[a], ids[b])): weight / min(total[a], total[b])
        for (a, b), weight in shared.items()
        if several[a, b] >= MIN_WORDS
    }


def _quoting_the_same(statements: Iterable[Statement]) -> set[tuple[ArticleId, ArticleId]]:
    return {
        (min(pair), max(pair))
        for statement in statements
        if 1 < len(statement.articles) <= MAX_ARTICLES
        for pair in combinations(statement.articles, 2)
    }
