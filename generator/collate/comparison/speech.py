"""Whose words the articles say they were, and where their wordings of them differ in a number or a "not"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from generator.annotate.confidence import CERTAIN
from generator.annotate.people import is_outlet
from generator.collate.comparison.matters import Matter
from generator.collate.people.same_speaker import distinct_speakers
from generator.collate.statements.variants import negations
from generator.collate.words.stops import empty_words
from generator.collate.words.tokens import words_of
from generator.records import (
    AnnotatedArticle,
    ArticleId,
    Contrast,
    FactValue,
    Person,
    PersonId,
    Quote,
    QuoteId,
    Span,
    Statement,
    VariantKind,
)

NAMED = ("name", "organisation")  # kinds of source
BESIDE = 120  # characters before some words in which those stand whose they are
# "Lind and the harbour master Ann Holt", "Lind and I": one of several speakers, and one more behind "and".
_JOINED = r"\b(?:{0})\b,? and (?:I\b|(?:[\w.'’-]+ ){{0,5}}(?:{0})\b)"


def compared_speech(
    articles: Sequence[AnnotatedArticle], people: Sequence[Person], statements: Sequence[Statement]
) -> list[Matter]:
    """Return a matter for every statement whose speaker, number or negation differs between articles."""
    quotes = {quote.id: quote for found in articles for quote in found.quotes}
    known = {person.id: person for person in people}
    texts = {found.article.id: found.article.text for found in articles}
    matters: list[Matter] = []
    for statement in statements:
        if len(statement.articles) > 1:
            speakers = [who for who in distinct_speakers(statement.speakers, known) if not _is_outlet(who, known)]
            if len(speakers) > 1 and not _is_joint(statement, speakers, quotes, known, texts):
                persons = [who for who in speakers if who in known and known[who].kind == "person"]
                contrast: Contrast = "contradiction" if len(persons) > 1 else "wording"
                matters += _speakers(statement, quotes, texts, contrast, known)
            matters += [_differing(statement, kind, texts) for kind in _differences(statement)]
    return matters


def _is_joint(
    statement: Statement,
    speakers: Sequence[PersonId],
    quotes: Mapping[QuoteId, Quote],
    people: Mapping[PersonId, Person],
    texts: Mapping[ArticleId, str],
) -> bool:
    """Return whether an article names two of the speakers together: "Lind and Holt said in a joint statement".

    Or in one breath: "told Lind and Captain Holt, who found that ...", "“Lind and I have found that ...,” Holt said".
    """
    family = {people[who].name.split()[-1].casefold() for who in speakers if who in people}
    sources = map(str.casefold, _sources(statement, quotes, texts))
    if any(sum(name in source for name in family) > 1 for source in sources):
        return True
    around = [texts[it.article_id][max(0, it.span.start - BESIDE) : it.span.end] for it in statement.readings]
    joined = re.compile(_JOINED.format("|".join(map(re.escape, sorted(family)))), re.I)
    return bool(family) and any(map(joined.search, around))


def _sources(statement: Statement, quotes: Mapping[QuoteId, Quote], texts: Mapping[ArticleId, str]) -> list[str]:
    """Return the words by which the articles name whose words they are, where they do."""
    return [
        source.of(texts[reading.article_id])
        for reading in statement.readings
        if (source := quotes[reading.quote_id].source) is not None
    ]


def _differences(statement: Statement) -> list[VariantKind]:
    kinds = {kind for column in statement.columns for kind in column.kinds}
    differences: tuple[VariantKind, ...] = ("number", "negation")
    return [kind for kind in differences if kind in kinds]


def _is_outlet(speaker: PersonId, people: Mapping[PersonId, Person]) -> bool:
    """Return whether a paper is named for words: it reported them, whoever said them."""
    who = people.get(speaker)
    return who is not None and who.kind != "person" and any(map(is_outlet, who.names))


def _speakers(
    statement: Statement,
    quotes: Mapping[QuoteId, Quote],
    texts: Mapping[ArticleId, str],
    contrast: Contrast,
    people: Mapping[PersonId, Person],
) -> list[Matter]:
    sure = [
        (reading.article_id, quote)
        for reading in statement.readings
        if (quote := quotes[reading.quote_id]).speaker is not None
        and quote.source_kind != "pronoun"
        and _is_sure(quote, contrast)
    ]
    named = [quote.speaker for _, quote in sure if quote.speaker is not None]
    if contrast == "contradiction" and len(distinct_speakers(named, people)) < 2:
        return []  # the other one is named where it is not certain
    values = tuple(FactValue(article_id, _attribution(quote)) for article_id, quote in sure)
    told = {value.span.of(texts[value.article_id]).casefold() for value in values}
    # "he said" against "he said" shows a reader nothing, and a house speaks by its spokesman.
    sources = _sources(statement, quotes, texts)
    if len(told) < 2 or (contrast == "wording" and (_is_one_source(sources) or _name_one(sources))):
        return []
    told_words = (reading.span.of(texts[reading.article_id]) for reading in statement.readings)
    shortest = min(told_words, key=lambda text: (len(text), text))
    return [Matter("speaker", f"who said: {shortest}", "differ", values, contrast)]


def _is_sure(quote: Quote, contrast: Contrast) -> bool:
    """Return whether an article says for certain whose words a quotation is, or in the clause around it.

    Two persons who are named for one saying cannot both be right, so there only what is certain is compared.
    """
    if quote.source is None and quote.cue is None:
        return False
    around = contrast == "wording" and quote.decided_by == "governing_clause" and quote.source_kind in NAMED
    return quote.confidence >= CERTAIN or around


def _is_one_source(sources: Iterable[str]) -> bool:
    """Return whether one wording holds all others: "the clinic" is in "clinic spokeswoman Ada Lind"."""
    words = [frozenset(word.strip(".,’'").lower() for word in source.split()) - empty_words() for source in sources]
    return bool(words) and max(words, key=len) >= frozenset().union(*words)


def _name_one(sources: Iterable[str]) -> bool:
    """Return whether all wordings have a name in common: "Tom Lind, a clerk" and "the council's Tom Lind"."""
    named = [frozenset(word.strip(".,’'") for word in source.split() if word[:1].isupper()) for source in sources]
    return len(named) > 1 and bool(frozenset.intersection(*named))


def _attribution(quote: Quote) -> Span:
    """Return the source and the cue beside it; the quotation itself when neither is known."""
    spans = [span for span in (quote.source, quote.cue) if span is not None]
    if not spans:
        return quote.content
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    across = Span(start, end)
    return spans[0] if across.overlaps(quote.content) else across


def _differing(statement: Statement, kind: VariantKind, texts: Mapping[ArticleId, str]) -> Matter:
    """Return the matter of all columns of one kind: each reading's words from the first of them to the last."""
    columns = [column for column in statement.columns if kind in column.kinds]
    values = []
    for number, reading in enumerate(statement.readings):
        cells = [cell for column in columns if (cell := column.cells[number]) is not None]
        span = Span(cells[0].start, cells[-1].end) if cells else reading.span
        if cells or kind == "negation":
            values.append(FactValue(reading.article_id, span))
    moved = kind == "negation" and len({_denials(value, texts) for value in values}) == 1
    contrast: Contrast = "wording" if moved else "contradiction"
    return Matter(f"{kind} in a quotation", statement.text, "differ", tuple(values), contrast)


def _denials(value: FactValue, texts: Mapping[ArticleId, str]) -> int:
    """Return how often a value says "not": "I do not feel we were ready" and "I feel we were not ready" say it once."""
    return sum(word.key in negations() for word in words_of(texts[value.article_id], value.span))
