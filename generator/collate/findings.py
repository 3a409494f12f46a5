"""What an editor should look at, out of the finished digest: where evidence was thin, missing or in conflict.

Each finding says where, what, and which entry of `overrides.yml` would settle it. Nothing here decides anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from generator.annotate.confidence import CERTAIN
from generator.clean.doubt import doubtful, unlike_sentences
from generator.collate.people.same_speaker import distinct_speakers
from generator.collate.suspects import near_names, told_before
from generator.overrides.targets import paragraph_of
from generator.records import (
    OVERRIDE,
    AnnotatedArticle,
    ArticleId,
    Digest,
    Finding,
    PersonId,
    PublicationDay,
    Quote,
    QuoteId,
    Statement,
    Thing,
)
from generator.wordlists import lines
from generator.words_alike import as_seen, disguised

# Larger is more important: a wrong or missing name is repeated by others, so names come before dates, and what is
# missing comes before what is merely inferred. An override that no longer fits (90) stands between conflict and gap.
LOOKS_ALIKE = 96
SPEAKERS_DIFFER = 95
NO_DAY = 85
NO_SPEAKER = 80
DOUBTFUL = 70
DAYS_DIFFER = 60
VALUES_DIFFER = 55
INFERRED_DAY = 50
NO_SOURCE = 40
NOT_ANNOTATED = 30
REMOVED = 20
KEPT = 15
WORTH_A_LOOK = 5  # words: below, a quote without a speaker is mostly a term, which is not worth an editor's minute
MOST_CARRIERS = 4  # further articles by which a quote comes further up; never as far as what weighs more by its kind
SHOWN_WORDS = 9
FIRST_WORDS = 14  # of a block, which name it: as many as the form on its article's page copies
SHOWN_VALUES = 6


def find_findings(digest: Digest, seeds: str = "seeds") -> tuple[Finding, ...]:
    """Return everything in `digest` that an editor should look at, most important first.

    `seeds`: the folder of the articles, as an editor knows it.
    """
    carriers = _carriers_of_quotes(digest)
    looked_at = defaultdict[Thing, set[str]](set)
    for mark in digest.marks:
        if mark.what in ("reviewed", "accepted"):
            looked_at[mark.thing].add(mark.text)
    reviewed = {thing for thing, asked in looked_at.items() if "" in asked}
    names = {person.id: person.name for person in digest.people}
    found = chain(
        _speakers(digest),
        chain.from_iterable(
            _article(article, day, seeds, carriers, names, looked_at[("article", article.article.id)])
            for article, day in zip(digest.articles, digest.published, strict=True)
        ),
        _days(digest),
        _values(digest),
        _look_alikes(digest, seeds),
        near_names(digest),
        told_before(digest),
    )
    asked = (
        each
        for each in found
        if each.about not in reviewed and not (each.about and each.asks and looked_at[each.about].issuperset(each.asks))
    )
    return tuple(sorted({*digest.findings, *asked}, key=lambda each: (-each.weight, each.where, each.what)))


def _carriers_of_quotes(digest: Digest) -> Mapping[QuoteId, int]:
    """Return how many articles carry the words of each quote: a name missing there is missed by more readers."""
    found: dict[QuoteId, int] = {}
    for statement in digest.statements:
        for reading in statement.readings:
            found[reading.quote_id] = max(len(statement.articles), found.get(reading.quote_id, 1))
    return found


def _article(
    found: AnnotatedArticle,
    day: PublicationDay,
    seeds: str,
    carriers: Mapping[QuoteId, int],
    names: Mapping[PersonId, str],
    looked_at: Collection[str],
) -> Iterator[Finding]:
    """Yield what is asked of an article and its quotes. `looked_at`: what was asked of it and found right."""
    article, metadata = found.article, found.article.metadata
    where, entry = f"{seeds}/{article.file}", f"in overrides.yml (articles, {article.id})"
    about: Thing = ("article", article.id)
    if day.value is None:
        what = f"its day of publication is not known, so {_relative(found)} cannot be dated"
        yield Finding(NO_DAY, where, what, f"State it {entry}, published: YYYY-MM-DD", about=about, asks=("published",))
    elif day.inferred:
        what = f"published {day.value}, {day.reason}"
        yield Finding(
            INFERRED_DAY,
            where,
            what,
            f"State the day {entry} if you know it",
            about=about,
            asks=(f"published {day.value}",),
        )
    if metadata.outlet is None and metadata.origin is None:
        what = "neither its outlet nor where it comes from is known"
        yield Finding(NO_SOURCE, where, what, f"State it {entry}, outlet: NAME", about=about, asks=("outlet",))
    if not article.language.lower().startswith("en"):
        what = f"is in another language ({article.language}): published without annotation"
        step, question = "Nothing to do; its quotes are not in the index", f"language {article.language}"
        yield Finding(NOT_ANNOTATED, where, what, step, about=about, asks=(question,))
    reasons = {part.text: part.reason for part in reversed(article.removed) if doubtful(part)}
    if removed := _unasked("left out", [*reversed(reasons)], looked_at):
        first, others, asks = removed
        what = f"left out as {reasons[first]}: “{_shortened(first)}”{others}"
        step = "Compare it with the original; its page lists all that was left out"
        yield Finding(REMOVED, where, what, step, about=about, offer=first, asks=asks)
    if kept := _unasked("kept", unlike_sentences(article), looked_at):
        first, others, asks = kept
        what = f"kept, though it is no sentence: “{_shortened(first)}”{others}"
        step = "Take it out if it is no part of the article: overrides.yml, blocks, remove: true"
        yield Finding(KEPT, where, what, step, about=about, offer=first, asks=asks)
    for quote in found.quotes:
        yield from _quote(found, quote, where, carriers.get(quote.id, 1), names)


def _unasked(what: str, blocks: Sequence[str], looked_at: Collection[str]) -> tuple[str, str, tuple[str, ...]] | None:
    """Return the first of the blocks that nobody has looked at, how many others there are, and what each one asks."""
    asks = {f"{what}: {' '.join(block.split()[:FIRST_WORDS])}": block for block in reversed(blocks)}
    new = {question: block for question, block in reversed(asks.items()) if question not in looked_at}
    if not new:
        return None
    return next(iter(new.values())), f" and {len(new) - 1} more" if len(new) > 1 else "", tuple(new)


def _relative(found: AnnotatedArticle) -> str:
    words = [each.span.of(found.article.text) for each in found.time_expressions if each.value is None]
    return f"“{words[0]}”" if words else "what it tells"


def _quote(
    found: AnnotatedArticle, quote: Quote, where: str, carriers: int, names: Mapping[PersonId, str]
) -> Iterator[Finding]:
    if quote.kind == "term" or quote.decided_by == OVERRIDE:
        return
    text = found.article.text
    shown = _shortened(quote.inner.of(text))
    step = "State `speaker` for these words in overrides.yml if you know better"
    where = f"{where}, paragraph {paragraph_of(quote.content, found.article)}"
    about: Thing = ("quote", quote.id)
    more = min(carriers - 1, MOST_CARRIERS)
    others = f", which {carriers} articles carry" if more else ""
    if quote.speaker is None and (quote.doubt or len(quote.inner.of(text).split()) >= WORTH_A_LOOK):
        because = f" ({quote.doubt})" if quote.doubt else ""
        yield Finding(NO_SPEAKER + more, where, f"nobody is named for “{shown}”{others}{because}", step, about=about)
    elif quote.speaker is not None and quote.confidence < CERTAIN:
        sure = f"{round(100 * quote.confidence)} of 100 such answers are right"
        what = f"it is not certain that {names.get(quote.speaker, quote.speaker)} said “{shown}”{others}: {sure}"
        yield Finding(DOUBTFUL + more, where, what, step, about=about)


def _speakers(digest: Digest) -> Iterator[Finding]:
    people = {person.id: person for person in digest.people}
    sigla = {found.article.id: found.article.siglum for found in digest.articles}
    for statement in digest.statements:
        if len(distinct_speakers(statement.speakers, people)) > 1:
            who = " or ".join(people[who].name if who in people else who for who in statement.speakers)
            what = f"the sources name different speakers, {who}, for “{_shortened(statement.text)}”"
            step = "Shown as a difference; nothing to do if it is one"
            about: Thing = ("statement", statement.id)
            yield Finding(SPEAKERS_DIFFER, _carriers(statement, sigla), what, step, about=about)


def _carriers(statement: Statement, sigla: Mapping[ArticleId, str]) -> str:
    return ", ".join(sorted(sigla.get(article, article) for article in statement.articles))


def _days(digest: Digest) -> Iterator[Finding]:
    for event in digest.events:
        if event.dissent:
            what = f"the sources do not agree on its day: {event.dissent}"
            step = "State the day in overrides.yml: events, if you know it"
            yield Finding(DAYS_DIFFER, f"event {event.id}", what, step, about=("event", event.id))


def _values(digest: Digest) -> Iterator[Finding]:
    """Tell the rows whose values cannot both be true: one article is wrong, or two things were taken for one."""
    texts = {
        found.article.id: (found.article.siglum or found.article.id, found.article.text) for found in digest.articles
    }
    for row in digest.agreements:
        if row.contrast == "contradiction":
            named = ((*texts[value.article_id], value.span) for value in row.values)
            told = dict.fromkeys(f"{siglum} “{_shortened(span.of(text))}”" for siglum, text, span in named)
            what = f"the sources do not agree: {', '.join([*told][:SHOWN_VALUES])}"
            step = (
                "Shown as a difference; hide the row in overrides.yml (rows) if it compares two things, else accept it"
            )
            yield Finding(VALUES_DIFFER, f"comparison “{row.about}”", what, step, about=("row", row.id))


def _look_alikes(digest: Digest, seeds: str) -> Iterator[Finding]:
    """Tell the outlets whose names are another's to the eye, another of the folder's or one that everybody knows."""
    stated = [(found.article, named) for found in digest.articles for named in _named(found)]
    plain = {as_seen(name): name for _, name in stated if not disguised(name)}
    known = {name.casefold(): name for name in lines("outlets.txt")}
    for article, name in stated:
        meant = (plain.get(as_seen(name)) or known.get(as_seen(name))) if disguised(name) else None
        if meant:
            what = f"“{name}” is written in letters that only look like those of “{meant}”"
            step = f"Counted as one with it; state the outlet in overrides.yml (articles, {article.id}), or take it out"
            about: Thing = ("article", article.id)
            yield Finding(LOOKS_ALIKE, f"{seeds}/{article.file}", what, step, about=about, asks=(f"outlet {name}",))


def _named(found: AnnotatedArticle) -> tuple[str, ...]:
    known = found.article.metadata
    return tuple(dict.fromkeys(stated.value for stated in (known.outlet, known.origin) if stated))


def _shortened(text: str) -> str:
    words = text.split()
    return " ".join(words[:SHOWN_WORDS]) + ("…" if len(words) > SHOWN_WORDS else "")
