"""Quotations that carry the same words of the same utterance become one statement with a reading an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from generator.collate.people.same_speaker import distinct_speakers
from generator.collate.statements.align import align
from generator.collate.statements.bonds import sure_bonds
from generator.collate.statements.candidates import contained, unnamed_in_a_row
from generator.collate.statements.likeness import UNKNOWN, WORD_FOR_WORD, ordered, said_later
from generator.collate.statements.passages import Passage, passages_of
from generator.groups import maximal_sets
from generator.overrides.statements import NO_BONDS, OverriddenPlace, StatedBonds
from generator.records import AnnotatedArticle, ArticleId, Person, PersonId, Reading, Span, Statement, StatementId

Edge = tuple[int, int]


def join_statements(
    articles: Sequence[AnnotatedArticle], people: tuple[Person, ...], stated: StatedBonds = NO_BONDS
) -> tuple[Statement, ...]:
    """Return every statement, those of one article too, sorted by id.

    The passages are sentences of quotations and fragments. Whether two of them are readings of one statement is decided
    by the two alone, so one more article may enlarge or merge statements and never splits one. A part that stands in
    two sentences which are not one is a reading of both statements. `stated`: what an editor says of that, which holds.
    """
    articles = sorted(articles, key=lambda found: found.article.id)
    texts = {found.article.id: found.article.text for found in articles}
    known = {person.id: person for person in people}
    passages = passages_of(articles)
    same, within, reasons = _as_stated(passages, *_related(passages), stated)
    statements = [
        _statement(
            [passages[number] for number in own],
            [passages[number] for number in numbers if number not in own],
            texts,
            known,
            {reasons[n] for n in numbers if n in reasons},
        )
        for own, numbers in maximal_sets(len(passages), same, within)
    ]
    return tuple(sorted(statements, key=lambda statement: statement.id))


def _related(passages: Sequence[Passage]) -> tuple[list[Edge], list[Edge], dict[int, str]]:
    """Return the pairs that are the same, the (part, whole) pairs, and the reason a passage was joined for."""
    same: list[Edge] = []
    within: list[Edge] = []
    reasons: dict[int, str] = {}
    for (left, right), found in sure_bonds(passages):
        reasons.setdefault(left, found.reason)
        reasons.setdefault(right, found.reason)
        if found.kind == "same":
            same.append((left, right))
        else:
            within.append(
                (left, right) if ordered(passages[left], passages[right])[0] is passages[left] else (right, left)
            )
    for pairs, why in ((contained(passages), WORD_FOR_WORD), (unnamed_in_a_row(passages), UNKNOWN)):
        for part, whole in pairs:
            if said_later(passages[part], passages[whole]):
                continue
            reasons.setdefault(part, why)
            reasons.setdefault(whole, why)
            (same if passages[part].stems == passages[whole].stems else within).append((part, whole))
    return same, within, reasons


def _as_stated(
    passages: Sequence[Passage], same: list[Edge], within: list[Edge], reasons: dict[int, str], stated: StatedBonds
) -> tuple[list[Edge], list[Edge], dict[int, str]]:
    """Return what `_related` found with what an editor states in its place."""
    alone = {number for place in stated.apart if (number := _passage_at(passages, place)) is not None}
    same, within = ([edge for edge in edges if alone.isdisjoint(edge)] for edges in (same, within))
    reasons = {number: reason for number, reason in reasons.items() if number not in alone}
    for one, other, where in stated.same:
        left, right = _passage_at(passages, one), _passage_at(passages, other)
        if left is not None and right is not None and left != right:
            same.append((left, right))
            reasons |= dict.fromkeys((left, right), f"joined by an editor ({where})")
    return same, within, reasons


def _passage_at(passages: Sequence[Passage], place: OverriddenPlace) -> int | None:
    """Return the number of the passage that holds most of a place."""
    article, span = place
    shared = {
        number: min(passage.span.end, span.end) - max(passage.span.start, span.start)
        for number, passage in enumerate(passages)
        if passage.article_id == article and passage.span.overlaps(span)
    }
    return min(shared, key=lambda number: (-shared[number], number), default=None)


def _statement(
    own: list[Passage],
    parts: list[Passage],
    texts: Mapping[ArticleId, str],
    people: Mapping[PersonId, Person],
    reasons: set[str],
) -> Statement:
    """Return a statement of the passages that are its own and of parts, which may stand in other statements too.

    It is named after one of its own: a part may be joined with a passage that has more words than the whole.
    """
    fullest, *rest = sorted(own, key=_fullness)
    passages = [fullest, *sorted([*rest, *parts], key=_fullness)]
    readings = tuple(Reading(passage.quote.id, passage.article_id, passage.span, passage.id) for passage in passages)
    speakers = tuple(dict.fromkeys(passage.speaker for passage in passages if passage.speaker is not None))
    table = align(passages, texts, len(distinct_speakers(speakers, people)))
    return Statement(
        StatementId(fullest.id),
        tuple(sorted(speakers)),
        _text_of([passage for passage in passages if passage.keys == fullest.keys], texts),
        readings,
        table.columns,
        table.flags,
        "; ".join(sorted(reasons)),
    )


def _fullness(passage: Passage) -> tuple[int, int, tuple[str, ...], ArticleId, Span]:
    return -passage.weight, -len(passage.keys), passage.keys, passage.article_id, passage.span


def _text_of(fullest: Sequence[Passage], texts: Mapping[ArticleId, str]) -> str:
    """Return the words of readings of one wording as most of them print them, whatever the articles are called."""
    printed = Counter(passage.span.of(texts[passage.article_id]) for passage in fullest)
    return min(printed, key=lambda text: (-printed[text], text.endswith(","), text))
