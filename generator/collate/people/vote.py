"""The vote across articles: the same words with a sure speaker in one settle an unsure one in another.

A real conflict, where two articles each name a speaker firmly, is kept and shown; nothing settles it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.records import AnnotatedArticle, ArticleId, Person, PersonId, Quote, QuoteId, Reading, Statement

SURE = 0.85  # confidence from which an article's speaker counts as a witness
UNSURE = 0.75  # below it an article's own answer yields to witnesses; between the two it neither yields nor testifies
MIN_WORDS = 4  # shorter readings ("clear-eyed") are catchphrases that two people may use
EDITOR = "override"  # what an editor decided is neither changed nor outvoted
FLAG = "speaker differs"


@dataclass(frozen=True, slots=True)
class _Witness:
    article: ArticleId
    speaker: PersonId
    confidence: float


def vote(
    people: tuple[Person, ...], articles: Sequence[AnnotatedArticle], statements: tuple[Statement, ...]
) -> tuple[list[AnnotatedArticle], tuple[Statement, ...]]:
    """Return the articles with settled speakers, and the statements with their speakers and flag brought up to date."""
    quotes = {quote.id: quote for found in articles for quote in found.quotes}
    texts = {found.article.id: found.article.text for found in articles}
    sigla = {found.article.id: found.article.siglum or found.article.id for found in articles}
    names = {person.id: person.name for person in people}
    witnesses = _witnesses(statements, quotes, texts)
    changed = {quote_id: _settled(quotes[quote_id], seen, sigla, names) for quote_id, seen in sorted(witnesses.items())}
    voted = [replace(found, quotes=tuple(changed.get(quote.id, quote) for quote in found.quotes)) for found in articles]
    now = {**quotes, **changed}
    return voted, tuple(_updated(statement, now) for statement in statements)


def _witnesses(
    statements: Sequence[Statement], quotes: Mapping[QuoteId, Quote], texts: Mapping[ArticleId, str]
) -> dict[QuoteId, set[_Witness]]:
    """Return for each quote whom the other articles with its words name, where they are sure."""
    seen: dict[QuoteId, set[_Witness]] = defaultdict(set)
    for statement in statements:
        telling = [reading for reading in statement.readings if _tells(reading, texts)]
        named = [
            _Witness(reading.article_id, quote.speaker, quote.confidence)
            for reading in telling
            if (quote := quotes[reading.quote_id]).speaker is not None and quote.confidence >= SURE
        ]
        for reading in telling:
            others = {witness for witness in named if witness.article != reading.article_id}
            if others:
                seen[reading.quote_id] |= others
    return seen


def _tells(reading: Reading, texts: Mapping[ArticleId, str]) -> bool:
    return len(reading.span.of(texts[reading.article_id]).split()) >= MIN_WORDS


def _settled(quote: Quote, seen: set[_Witness], sigla: Mapping[ArticleId, str], names: Mapping[PersonId, str]) -> Quote:
    if quote.decided_by == EDITOR:
        return quote
    ordered = sorted(seen, key=lambda witness: (-witness.confidence, sigla[witness.article], witness.speaker))
    speakers = {witness.speaker for witness in ordered}
    first = ordered[0]
    if speakers == {quote.speaker}:
        return quote
    if quote.speaker is None or quote.confidence < UNSURE:
        if len(speakers) > 1:
            return replace(quote, doubt="the same words have two speakers elsewhere")
        return replace(
            quote,
            speaker=first.speaker,
            decided_by=f"same words in {sigla[first.article]}",
            confidence=first.confidence,
            doubt="",
        )
    other = next(witness for witness in ordered if witness.speaker != quote.speaker)
    return replace(quote, doubt=f"{sigla[other.article]} names {names.get(other.speaker, other.speaker)}")


def _updated(statement: Statement, quotes: Mapping[QuoteId, Quote]) -> Statement:
    speakers = {quotes[reading.quote_id].speaker for reading in statement.readings} - {None}
    known = tuple(sorted(speaker for speaker in speakers if speaker is not None))
    flags = [flag for flag in statement.flags if flag != FLAG]
    if len(known) > 1:
        flags.insert(1 if flags[:1] == ["only in one outlet"] else 0, FLAG)
    return replace(statement, speakers=known, flags=tuple(flags))
