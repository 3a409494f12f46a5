"""Few words that articles of one event quote alike: too few for a statement, and nobody writes them by chance."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from generator.collate.comparison.matters import Matter
from generator.collate.comparison.scenes import Account
from generator.collate.comparison.sentences import Corpus
from generator.collate.words.numbers import SCALES, number_words
from generator.collate.words.stops import is_function_stem
from generator.collate.words.tokens import Word, words_of
from generator.records import ArticleId, FactValue, Quote, QuoteId, Statement

MOST_WORDS = 6  # longer ones are joined as statements
ARTICLES = frozenset(["a", "an", "the"])
LONGEST_CALL = 3  # letters of a word that says nothing by itself: "Nah", "Wow"
CONTENT = 7  # weight of a word that says something: "he" in marks is nobody's own word


def quoted_words(
    accounts: Mapping[ArticleId, Account], statements: Iterable[Statement], corpus: Corpus
) -> list[Matter]:
    """Return a matter for every few words that two articles have in quotation marks, and no other speaker."""
    joined = {
        reading.quote_id for statement in statements if len(statement.articles) > 1 for reading in statement.readings
    }
    told: defaultdict[tuple[str, ...], list[Quote]] = defaultdict(list)
    for identity in sorted(accounts):
        for words, quote in _few_words(accounts[identity]):
            told[words].append(quote)
    # A title without marks in as many articles is a name, and nobody's words.
    named = Counter(words for identity in sorted(accounts) for words in {*_unmarked(accounts[identity])})
    # That several name a show, a book or a song tells nothing.
    matters = [
        _matter(quotes, accounts, joined, corpus)
        for words, quotes in sorted(told.items())
        if named[words] < len({quote.article_id for quote in quotes}) and not _are_titles(quotes, accounts)
    ]
    return [matter for matter in (*matters, *_longer_titles(told, accounts, corpus)) if matter is not None]


def _longer_titles(
    told: Mapping[tuple[str, ...], Sequence[Quote]], accounts: Mapping[ArticleId, Account], corpus: Corpus
) -> Iterator[Matter | None]:
    """Yield a matter for each title that other articles give with a word more before it: "Lights", "Harbour Lights"."""
    titles = {words: quotes for words, quotes in sorted(told.items()) if _are_titles(quotes, accounts)}
    for words, longer in titles.items():
        shorter = titles.get(words[1:], ())
        if not shorter or {quote.article_id for quote in longer} & {quote.article_id for quote in shorter}:
            continue
        found = _matter([*shorter, *longer], accounts, set(), corpus)
        about = " / ".join(_printed(quotes, accounts) for quotes in (shorter, longer))
        yield replace(found, kind="name", verdict="differ", about=about) if found is not None else None


def _printed(quotes: Iterable[Quote], accounts: Mapping[ArticleId, Account]) -> str:
    """Return the words of quotes as a page prints them."""
    return f"“{min(quote.inner.of(accounts[quote.article_id].text).strip(' .,;:!?') for quote in quotes)}”"


def _are_titles(quotes: Sequence[Quote], accounts: Mapping[ArticleId, Account]) -> bool:
    return all(quote.kind == "term" and _is_title(quote, accounts) for quote in quotes)


def _is_title(quote: Quote, accounts: Mapping[ArticleId, Account]) -> bool:
    text = accounts[quote.article_id].text
    words = words_of(text, quote.inner)
    return all(
        not text[word.span.start].islower() or (at and is_function_stem(word.stem))
        for at, word in enumerate(words[words[0].key in ARTICLES :])
    )


def _few_words(account: Account) -> Iterator[tuple[tuple[str, ...], Quote]]:
    for quote in account.found.quotes:
        words = words_of(account.text, quote.inner)
        says = any(word.weight >= CONTENT and not _counts(word) for word in words)
        calls = len(words) == 1 and len(words[0].key) <= LONGEST_CALL and quote.kind != "term"  # "Mo" is a name
        if says and not calls and len(words) <= MOST_WORDS:
            yield _keys(words), quote


def _counts(word: Word) -> bool:
    """Return whether a word tells how many and not of what: two articles put "dozens" in marks of two things."""
    number = word.key.removesuffix("s")
    return number in SCALES or number in number_words()


def _keys(words: Sequence[Word]) -> tuple[str, ...]:
    keys = tuple(word.key for word in words)
    return keys[1:] if keys[0] in ARTICLES else keys


def _unmarked(account: Account) -> Iterator[tuple[str, ...]]:
    """Yield the names that stand in an article without marks."""
    marked = sorted(quote.content for quote in account.found.quotes)
    reach = [*accumulate((content.end for content in marked), max)]  # how far those up to each go: some lie in others
    for mention in account.found.mentions:
        before = bisect_left(marked, mention.span.end, key=lambda content: content.start)
        if before and reach[before - 1] > mention.span.start:
            continue
        if words := words_of(account.text, mention.span):
            yield _keys(words)


def _matter(
    quotes: Sequence[Quote], accounts: Mapping[ArticleId, Account], joined: set[QuoteId], corpus: Corpus
) -> Matter | None:
    near = corpus.accompanying(sorted({quote.article_id for quote in quotes}))
    told = [quote for quote in quotes if quote.article_id in near]
    speakers = {quote.speaker for quote in told} - {None}
    if len(near) < 2 or len(speakers) > 1 or {quote.id for quote in told} <= joined:
        return None
    first: dict[ArticleId, FactValue] = {}
    for quote in told:
        first.setdefault(quote.article_id, FactValue(quote.article_id, quote.content))
    return Matter("words", _printed(told, accounts), "agree", tuple(first.values()))
