"""Passages that two articles print word for word, in the reporter's own words; a quotation that both have is none."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, takewhile

from generator.collate.words.runs import run_numbers
from generator.ids import normalised
from generator.records import AnnotatedArticle, ArticleId, Span

SHORTEST = 8  # words outside quotation marks of a sentence that two reporters do not write alike by chance
LONGEST_BY_CHANCE = 15  # words in a row, of a sentence told otherwise before or behind them
KEPT = 100  # articles whose words are kept while others are held against them: some 15 MB, of ten thousand a gigabyte
MAX_ARTICLES = 20  # a sentence of more articles is furniture of the trade, and would make the cost quadratic


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """Sentences in a row that both articles have, or the words in a row of one that differs elsewhere."""

    span: Span
    """In the first article."""
    other: Span
    """In the second one."""
    words: int


@dataclass(frozen=True, slots=True)
class SharedCopy:
    """What two articles print word for word."""

    left: ArticleId
    right: ArticleId
    """The shorter of the two; the share is of its words."""
    passages: tuple[SharedPassage, ...]
    share: float

    @property
    def words(self) -> int:
        """Words of all passages."""
        return sum(passage.words for passage in self.passages)


def shared_copy(articles: Sequence[AnnotatedArticle]) -> tuple[SharedCopy, ...]:
    """Return what every two articles share, most first."""
    by_id = {found.article.id: found for found in articles}
    places: defaultdict[str, dict[ArticleId, int]] = defaultdict(dict)
    for found in articles:
        for number, key in _keys(found):
            places[key].setdefault(found.article.id, number)
    pairs: defaultdict[tuple[ArticleId, ArticleId], list[tuple[int, int]]] = defaultdict(list)
    for key in sorted(places):
        holders = places[key]
        if 1 < len(holders) <= MAX_ARTICLES:
            for one, other in combinations(sorted(holders), 2):
                pairs[one, other].append((holders[one], holders[other]))
    for one, other in _pairs_of_runs(articles):
        pairs[one, other] += []

    @lru_cache(maxsize=KEPT)
    def placed(article_id: ArticleId) -> _Placed:
        return _placed(by_id[article_id])

    found_pairs = [
        _shared(by_id[one], by_id[other], numbers, placed) for (one, other), numbers in sorted(pairs.items())
    ]
    found_pairs = [shared for shared in found_pairs if shared.passages]
    return tuple(sorted(found_pairs, key=lambda shared: (-shared.share, shared.left, shared.right)))


_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Placed:
    """The words of an article as they are compared."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    """The start and end of each."""
    runs: list[int]
    """The number of the run of `SHORTEST` words that begins with each."""
    starts: dict[int, int]
    """Where each run first begins."""


def _placed(found: AnnotatedArticle) -> _Placed:
    matches = tuple(_WORD.finditer(found.article.text))
    words = tuple(match[0].casefold() for match in matches)
    runs = run_numbers(words, SHORTEST)
    starts: dict[int, int] = {}
    for at, run in enumerate(runs):
        starts.setdefault(run, at)
    return _Placed(words, tuple(match.span() for match in matches), runs, starts)


def _pairs_of_runs(articles: Sequence[AnnotatedArticle]) -> list[tuple[ArticleId, ArticleId]]:
    """Return the pairs that share so many runs of `SHORTEST` words that a long one may be among them."""
    holders: defaultdict[int, list[ArticleId]] = defaultdict(list)
    for found in articles:
        for run in _placed(found).starts:
            holders[run].append(found.article.id)
    shared = Counter(
        pair for ids in holders.values() if 1 < len(ids) <= MAX_ARTICLES for pair in combinations(sorted(ids), 2)
    )
    return sorted(pair for pair, count in shared.items() if count > LONGEST_BY_CHANCE - SHORTEST)


def _runs(
    one: AnnotatedArticle, sentences: Sequence[SharedPassage], here: _Placed, there: _Placed
) -> Iterator[SharedPassage]:
    """Yield the words in a row that both have beside whole sentences, mostly the reporter's own."""
    quoted = sorted(quote.content for quote in one.quotes if quote.kind in ("direct", "fragment"))
    at = 0
    while at < len(here.runs):
        place = there.starts.get(here.runs[at])
        length = 0 if place is None else _alike(here.words, at, there.words, place)
        if place is None or length < SHORTEST:
            at += 1
            continue
        span = Span(here.spans[at][0], here.spans[at + length - 1][1])
        told = any(_overlap(span, passage.span) for passage in sentences)
        said = _within(span, (quote for quote in quoted if quote.end > span.start))
        own = length * (1 - said / (span.end - span.start))
        if not told and own > LONGEST_BY_CHANCE:
            yield SharedPassage(span, Span(there.spans[place][0], there.spans[place + length - 1][1]), length)
        at += length


def _alike(words: Sequence[str], at: int, others: Sequence[str], place: int) -> int:
    """Return how many words in a row are the same in both from there on."""
    length = 0
    while at + length < len(words) and place + length < len(others) and words[at + length] == others[place + length]:
        length += 1
    return length


def _keys(found: AnnotatedArticle) -> Iterator[tuple[int, str]]:
    """Yield the sentences of an article that are mostly the reporter's own words: their index, and their words."""
    quoted = sorted(quote.content for quote in found.quotes if quote.kind in ("direct", "fragment"))
    first = 0
    for number, sentence in enumerate(found.sentences):
        words = normalised(sentence.span.of(found.article.text))
        while first < len(quoted) and quoted[first].end <= sentence.span.start:
            first += 1  # no later sentence has any of it: not every quote is held against every sentence
        said = _within(sentence.span, (quoted[at] for at in range(first, len(quoted))))
        own = len(words.split()) * (1 - said / max(sentence.span.end - sentence.span.start, 1))
        if own >= SHORTEST:
            yield number, words


def _within(sentence: Span, quoted: Iterable[Span]) -> int:
    """Return how much of a sentence stands in quotes, which come in their order."""
    return sum(_overlap(sentence, span) for span in takewhile(lambda span: span.start < sentence.end, quoted))


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _shared(
    one: AnnotatedArticle,
    other: AnnotatedArticle,
    numbers: Sequence[tuple[int, int]],
    placed: Callable[[ArticleId], _Placed],
) -> SharedCopy:
    if other.article.words > one.article.words:
        one, other = other, one
        numbers = [(right, left) for left, right in numbers]
    sentences = tuple(_passages(one, other, sorted(numbers)))
    runs = _runs(one, sentences, placed(one.article.id), placed(other.article.id))
    passages = tuple(sorted((*sentences, *runs), key=lambda passage: passage.span))
    words = sum(passage.words for passage in passages)
    return SharedCopy(one.article.id, other.article.id, passages, words / max(other.article.words, 1))


def _passages(
    one: AnnotatedArticle, other: AnnotatedArticle, numbers: Sequence[tuple[int, int]]
) -> Iterator[SharedPassage]:
    """Join sentences that follow one another in both articles."""
    run: list[tuple[int, int]] = []
    for pair in (*numbers, None):
        if pair is not None and run and pair == (run[-1][0] + 1, run[-1][1] + 1):
            run.append(pair)
            continue
        if run:
            span, place = (
                Span(found.sentences[run[0][side]].span.start, found.sentences[run[-1][side]].span.end)
                for side, found in enumerate((one, other))
            )
            yield SharedPassage(span, place, len(span.of(one.article.text).split()))
        run = [pair] if pair is not None else []
