"""Few words that articles of one event quote alike: too few for a statement, and nobody writes them by chance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.collate.comparison.matters import Matter
from generator.collate.comparison.scenes import Stage
from generator.collate.comparison.sentences import Corpus
from generator.collate.words.tokens import Word, words_of
from generator.records import ArticleId, FactValue, Quote, QuoteId, Statement

MOST_WORDS = 6  # longer ones are joined as statements
ARTICLES = frozenset(["a", "an", "the"])
CONTENT = 7  # weight of a word that says something: "he" in marks is nobody's own word


def quoted_words(stages: Mapping[ArticleId, Stage], statements: Iterable[Statement], corpus: Corpus) -> list[Matter]:
    """Return a matter for every few words that two articles have in quotation marks, and no other speaker."""
    joined = {
        reading.quote_id for statement in statements if len(statement.articles) > 1 for reading in statement.readings
    }
    told: defaultdict[tuple[str, ...], list[Quote]] = defaultdict(list)
    for identity in sorted(stages):
        for words, quote in _few_words(stages[identity]):
            told[words].append(quote)
    # A title without marks in as many articles is a name, and nobody's words.
    named = Counter(words for identity in sorted(stages) for words in {*_unmarked(stages[identity])})
    matters = [
        _matter(quotes, stages, joined, corpus)
        for words, quotes in sorted(told.items())
        if named[words] < len({quote.article_id for quote in quotes})
    ]
    return [matter for matter in (*matters, *_longer_titles(told, stages, corpus)) if matter is not None]


def _longer_titles(
    told: Mapping[tuple[str, ...], Sequence[Quote]], stages: Mapping[ArticleId, Stage], corpus: Corpus
) -> Iterator[Matter | None]:
    """Yield a matter for each title that other articles give with a word more before it: "Lights", "Harbour Lights"."""
    titles = {
        words: quotes
        for words, quotes in sorted(told.items())
        if all(quote.kind == "term" and _is_title(quote, stages) for quote in quotes)
    }
    for words, longer in titles.items():
        shorter = titles.get(words[1:], ())
        if not shorter or {quote.article_id for quote in longer} & {quote.article_id for quote in shorter}:
            continue
        found = _matter([*shorter, *longer], stages, set(), corpus)
        about = " / ".join(_printed(quotes, stages) for quotes in (shorter, longer))
        yield replace(found, kind="name", verdict="differ", about=about) if found is not None else None


def _printed(quotes: Iterable[Quote], stages: Mapping[ArticleId, Stage]) -> str:
    """Return the words of quotes as a page prints them."""
    return f"“{min(quote.inner.of(stages[quote.article_id].text).strip(' .,;:!?') for quote in quotes)}”"


def _is_title(quote: Quote, stages: Mapping[ArticleId, Stage]) -> bool:
    text = stages[quote.article_id].text
    words = words_of(text, quote.inner)
    return all(text[word.span.start].isupper() for word in words[words[0].key in ARTICLES :])


def _few_words(stage: Stage) -> Iterator[tuple[tuple[str, ...], Quote]]:
    for quote in stage.found.quotes:
        words = words_of(stage.text, quote.inner)
        says = any(word.weight >= CONTENT for word in words)
        if says and len(words) <= MOST_WORDS:
            yield _keys(words), quote


def _keys(words: Sequence[Word]) -> tuple[str, ...]:
    keys = tuple(word.key for word in words)
    return keys[1:] if keys[0] in ARTICLES else keys


def _unmarked(stage: Stage) -> Iterator[tuple[str, ...]]:
    """Yield the names that stand in an article without marks."""
    marked = [quote.content for quote in stage.found.quotes]
    for mention in stage.found.mentions:
        words = words_of(stage.text, mention.span)
        if words and not any(content.overlaps(mention.span) for content in marked):
            yield _keys(words)


def _matter(
    quotes: Sequence[Quote], stages: Mapping[ArticleId, Stage], joined: set[QuoteId], corpus: Corpus
) -> Matter | None:
    near = corpus.accompanying(sorted({quote.article_id for quote in quotes}))
    told = [quote for quote in quotes if quote.article_id in near]
    speakers = {quote.speaker for quote in told} - {None}
    if len(near) < 2 or len(speakers) > 1 or {quote.id for quote in told} <= joined:
        return None
    first: dict[ArticleId, FactValue] = {}
    for quote in told:
        first.setdefault(quote.article_id, FactValue(quote.article_id, quote.content))
    title = all(quote.kind == "term" and _is_title(quote, stages) for quote in told)
    return Matter("name" if title else "words", _printed(told, stages), "agree", tuple(first.values()))
