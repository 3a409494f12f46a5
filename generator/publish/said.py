"""What was said, for the home page: whole sentences whose speaker is beyond doubt, and many voices rather than one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from generator.clean.outlets import outlet_like, press_name
from generator.ids import normalised
from generator.publish.edition import Edition
from generator.publish.heads import Heads
from generator.publish.whole_words import stands_by_itself
from generator.records import Person, PersonId, QuoteId, Statement

MOST = 5  # statements: what a reader takes in at one sight; the rest is one link away
MOST_ALONE = 3  # where no two articles have the same
KNOWN = 2  # stems of a statement that only one article has, which the heads of the articles have
MOST_SPEAKERS = 8
TELLING_WORDS = 5  # a fragment of fewer words ("on course") says little by itself
HEADING = 0.6  # of the words of a statement that begin with a capital: a headline in quotation marks
_BEGUN = re.compile(r"[\"'“‘\[(]*(?:[A-Z]|\d|\$|£|€|[^\W\d_a-z])")  # of letters without case too
_CUT = re.compile(r"(?:…|\.\.\.?|[-–—])\W*$")


def front_statements(edition: Edition) -> list[Statement]:
    """Return the statements of the home page, at most `MOST`: those of the editor, then those that most articles carry.

    What one outlet repeats, or copies of one text have, stands there only where several outlets share nothing. Where no
    article shares one, the statements of those whom most articles quote, one of each speaker before a second.
    """
    pinned = [s for quote in edition.pinned("quote") for s in edition.statements_of.get(QuoteId(quote), ())[:1]]
    given_to = defaultdict[str, set[PersonId]](set)
    for statement in edition.digest.statements:
        given_to[normalised(statement.text)].update(statement.speakers)
    known = [
        statement
        for statement in edition.index_order
        if _is_surely_said(edition, statement) and len(given_to[normalised(statement.text)]) == 1
    ]
    surely = {statement.id for statement in known}
    several = [statement for statement in edition.in_several if statement.id in surely]
    shared = [statement for statement in edition.shared if statement.id in surely]
    chosen = _one_of_an_utterance(_telling(edition, several) or _telling(edition, shared))
    if not chosen:
        chosen = _one_of_an_utterance(_one_of_each(edition, _of_story(edition, _telling(edition, known))))[:MOST_ALONE]
    return list({statement.id: statement for statement in (*pinned, *chosen)}.values())[:MOST]


def front_speakers(edition: Edition) -> list[Person]:
    """Return who is surely quoted, at most `MOST_SPEAKERS`: those whom most articles quote first, then most quoted.

    Who is quoted once by one article stands there only where nobody is quoted more.
    """
    sure = {who for statement in edition.digest.statements for who in _sure(edition, statement)}
    ranked = sorted(
        (person for person in edition.speakers if person.id in sure and not _is_outlet(edition, person.id)),
        key=lambda person: (-len(edition.carried(person.id)), edition.rank[person.id]),
    )
    often = [who for who in ranked if edition.quote_count[who.id] > 1 or len(edition.carried(who.id)) > 1]
    return (often or ranked)[:MOST_SPEAKERS]


def _sure(edition: Edition, statement: Statement) -> list[PersonId]:
    return [who for who in statement.speakers if not edition.is_likely(statement, who)]


def _is_surely_said(edition: Edition, statement: Statement) -> bool:
    """Return whether one speaker alone is named, by some article with certainty, and is no outlet that told of it."""
    return len(statement.speakers) == 1 and any(not _is_outlet(edition, who) for who in _sure(edition, statement))


def _is_outlet(edition: Edition, who: PersonId) -> bool:
    """Return whether a speaker is a newspaper or a channel: as a rule its words are those of whom it quotes."""
    person = edition.people.get(who)
    if person is None or person.kind != "organisation":
        return False
    told_by = {name for one in edition.articles for name in (edition.outlet(one), edition.siglum(one))}
    return outlet_like(person.name) or press_name(person.name) or person.name in told_by


def _telling(edition: Edition, statements: Sequence[Statement]) -> list[Statement]:
    """Return those that say something by themselves."""
    several = [statement for statement in statements if len(statement.text.split()) >= TELLING_WORDS]
    return [one for one in several if _is_whole(edition, one) and stands_by_itself(edition.closed(one.text))]


def _of_story(edition: Edition, statements: Sequence[Statement]) -> list[Statement]:
    """Return those that tell of what the articles are about, in two of their words at least."""
    if len(edition.articles) == 1:
        return list(statements)
    heads = Heads(edition)
    known = {
        one.id: len(heads.shared(one.text, frozenset(one.articles)) | heads.titled(one.text)) for one in statements
    }
    ranked = sorted(statements, key=lambda one: -known[one.id])
    return [one for one in ranked if known[one.id] >= KNOWN]


def _is_whole(edition: Edition, statement: Statement) -> bool:
    """Return whether a statement neither begins in the middle of a sentence nor breaks off, nor is half of a quotation.

    "What I see when I wake," he said, "is the pier.": of the two neither says anything without the other.
    """
    words = statement.text.split()
    if not _BEGUN.match(statement.text) or _CUT.search(statement.text):
        return False
    if sum(word[:1].isupper() for word in words) > HEADING * len(words):
        return False
    quote = edition.quotes.get(edition.fullest(statement).quote_id)
    if quote is None or statement.text.rstrip("\"'”’")[-1:] in ".!?":
        return True
    found = edition.articles[quote.article_id]
    behind = min((other.inner for other in found.quotes if other.inner.start > quote.inner.end), default=None)
    if behind is None:
        return True
    between = found.article.text[quote.inner.end : behind.start]
    parted = "\n" in between or any(mark in between for mark in ".!?")
    return parted or _BEGUN.match(behind.of(found.article.text)) is not None


def _one_of_an_utterance(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements without those that are other sentences of a quotation that one before them is of."""
    kept, quoted = [], set[QuoteId]()
    for statement in statements:
        own = {reading.quote_id for reading in statement.readings}
        if quoted.isdisjoint(own):
            kept.append(statement)
        quoted |= own
    return kept


def _one_of_each(edition: Edition, statements: Sequence[Statement]) -> list[Statement]:
    spoken = Counter[PersonId]()
    ranked = []
    for place, statement in enumerate(statements):
        who = statement.speakers[0]
        named = len(edition.mentioned_in.get(who, ()))
        ranked.append((spoken[who], -len(edition.carried(who)), -named, place, statement))
        spoken[who] += 1
    return [statement for *_, statement in sorted(ranked, key=lambda each: each[:4])]
