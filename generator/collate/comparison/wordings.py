"""Where two articles print one quotation in other words: "is put on hold" and "is being put on hold"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations, permutations

from rapidfuzz.distance import Levenshtein

from generator.collate.comparison.matters import Matter
from generator.collate.comparison.scenes import Account
from generator.collate.comparison.sentences import Corpus
from generator.collate.statements.variants import negations
from generator.collate.words.numbers import number_words
from generator.collate.words.tokens import Word, words_of
from generator.groups import Groups
from generator.records import ArticleId, FactValue, Quote, QuoteId, Reading, Span, Statement

MOST = 4  # words in a row that are not the same: beyond that two passages are not one
MARKED = ("direct", "fragment")
SAME = 4  # words on the two sides that both readings have, one or more on each, so that neither ends there
LONGEST = 12  # words from the first change to the last, for a row to show them all
# Words that change little: articles and what else points, prepositions, what joins, what one says while thinking, "who"
# for "that", forms of "be", "have" and "get", and which future it is. Not "or": "talks or war" are not "talks and war".
NO_MATTER = frozenset(
    "a an the this these that those who which and but so well just like uh um er ah any some".split()  # noqa: SIM905
) | frozenset(
    "of to on in with for by at from up is are was were be been being have has had having get got will would".split()  # noqa: SIM905
)
NO_MATTER |= frozenset(["too", "also"])
NO_MATTER |= frozenset(["am", "m", "re", "ve", "ll"])  # of "I ’ m", as some feeds part them
ONE = {"gonna": "goingto", "somebody": "someone", "anybody": "anyone", "everybody": "everyone", "nobody": "no one"} | {
    short: "million" for short in ("m", "mn", "mln")
}
SLIP_LETTERS, SLIP = 6, 2  # letters of words that may be one, and by how many of them: "passersby", "passerbys"
RUN = 3  # words in a row by which two quotations are brought together
MOST_HOLDERS = 12  # quotations that have them: beyond that they are a phrase
ALIKE, LONG = 0.7, 8  # of the words of the shorter of two quotations; of a shorter one all of them
LONGEST_QUOTE = 80  # words: news quotes no more in a row, and what does is slow to compare
ENDING, ALIKE_ENDINGS = 3, 0.5  # words at the ends of two quotations, and the share of them in both that makes them one
SHOWN = 4  # words from which a reading begins
CLAUSE = 6  # words of a reading that may be an opinion: fewer are a title or a term
AROUND = 60  # code points before a quotation among which an article may tell in its own words that it is an opinion
# What makes an opinion of a statement, with a few words up to it: "I think it's", "It seems to me, first of all, from".
_STANCE = re.compile(
    r"\b(?:(?:I|we)(?:['’]m| am| are)? (?:(?:do|did)(?:n['’]t| not) )?(?:\w+ )?"
    r"(?:think|believe|guess|hope|feel|suppose|assume|suspect|imagine|not sure)"
    r"|it (?:\w+ )?seems|in my (?:\w+ )?(?:view|opinion)|maybe|perhaps|probably)\b[^.!?]{0,30}\Z",
    re.I,
)
_THINKING = re.compile(
    r"\b(?:think|thought|believ|guess|hop|feel|felt|suppos|assum|suspect|seem|opinion|view|may\b|perhaps)"
)
_APOSTROPHE = re.compile(r"['’](?:s$)?")
EDITED = frozenset('[]()…*“”"')
_Change = tuple[int, int, int, int]
"""From and to which word of the fullest reading, and of another one."""


def worded_quotations(
    accounts: Mapping[ArticleId, Account], statements: Sequence[Statement], corpus: Corpus
) -> list[Matter]:
    """Return a matter for every statement that two articles quote directly and not in the same words.

    What one of them leaves out at the ends, or marks as left out or put in, is no other wording, but for the "I think"
    that makes an opinion of it; nor are numbers and "not", which have rows of their own.
    """
    quotes = {quote.id: quote for identity in sorted(accounts) for quote in accounts[identity].found.quotes}
    told = [
        (statement.text, [reading for reading in statement.readings if quotes[reading.quote_id].kind in MARKED])
        for statement in statements
    ]
    told += _beside_statements([readings for _, readings in told], _near(quotes, accounts, corpus), accounts)
    return [
        matter
        for text, readings in told
        if len(readings) > 1
        for matter in (*_matter(text, readings, accounts), *_opinion(text, readings, accounts))
    ]


def _beside_statements(
    joined: Sequence[Sequence[Reading]],
    near: Iterable[tuple[Reading, Reading]],
    accounts: Mapping[ArticleId, Account],
) -> Iterator[tuple[str, list[Reading]]]:
    """Yield the quotations that are nearly the same and that no statement joins, with their fullest words first."""
    told_by: defaultdict[QuoteId, set[ArticleId]] = defaultdict(set)
    for readings in joined:
        for reading in readings:
            told_by[reading.quote_id] |= {each.article_id for each in readings}
    pairs = [
        (one, other)
        for one, other in near
        if other.article_id not in told_by[one.quote_id] and one.article_id not in told_by[other.quote_id]
    ]
    text_of = {reading: reading.span.of(accounts[reading.article_id].text) for pair in pairs for reading in pair}
    readings = sorted(text_of, key=lambda each: (-len(text_of[each]), text_of[each], each.article_id))
    number_of = {reading: number for number, reading in enumerate(readings)}
    groups = Groups(len(readings))
    for one, other in pairs:
        groups.unite(number_of[one], number_of[other])
    for group in groups.all():
        if len(group) > 1:
            told = [readings[number] for number in sorted(group)]
            yield text_of[told[0]], told


def _near(
    quotes: Mapping[QuoteId, Quote], accounts: Mapping[ArticleId, Account], corpus: Corpus
) -> Iterator[tuple[Reading, Reading]]:
    """Yield the quotations of one speaker, as far as anybody names one, that are the same but for a few words."""
    words = {
        identity: told
        for identity, quote in quotes.items()
        if quote.kind != "indirect"
        and SAME <= len(told := words_of(accounts[quote.article_id].text, quote.inner)) <= LONGEST_QUOTE
    }
    holders: defaultdict[tuple[str, ...], list[QuoteId]] = defaultdict(list)
    for identity, told in words.items():
        for run in {tuple(word.key for word in told[at : at + RUN]) for at in range(len(told) - RUN + 1)}:
            holders[run].append(identity)
    pairs = {pair for held in holders.values() if 1 < len(held) <= MOST_HOLDERS for pair in combinations(held, 2)}
    for pair in sorted(pairs):
        one, other = (quotes[identity] for identity in pair)
        if one.article_id == other.article_id or not corpus.related(one.article_id, other.article_id):
            continue
        speakers = {one.speaker, other.speaker} - {None}
        if len(speakers) == 1 and _are_alike(*(words[identity] for identity in pair)):
            yield Reading(one.id, one.article_id, one.inner), Reading(other.id, other.article_id, other.inner)


def _are_alike(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Return whether most words of the shorter of two quotations are those of the other, in their order."""
    matcher = SequenceMatcher(None, [word.key for word in one], [word.key for word in other], autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    short = min(len(one), len(other))
    return same >= (ALIKE * short if short >= LONG else max(SAME, short))  # "not ready to" and "not looking to expand"


def _opinion(text: str, readings: Sequence[Reading], accounts: Mapping[ArticleId, Account]) -> Iterator[Matter]:
    """Yield a matter for what one article quotes with the "I think" before it and another one without."""
    told = [words_of(accounts[reading.article_id].text, reading.span) for reading in readings]
    for (one, words), (other, others) in permutations(zip(readings, told, strict=True), 2):
        start = _begins_in(words, others)
        if one.article_id == other.article_id or not start:
            continue
        article = accounts[other.article_id].text
        stance = _STANCE.search(article, other.span.start, others[start].span.start)
        before = accounts[one.article_id].text[: one.span.start][-AROUND:]
        if stance is None or _THINKING.search(before):
            continue
        end = others[min(start + SHOWN, len(others)) - 1].span.end
        yield Matter(
            "wording of a quotation",
            text,
            "differ",
            (
                FactValue(other.article_id, Span(stance.start(), end)),
                FactValue(one.article_id, Span(one.span.start, words[min(SHOWN, len(words)) - 1].span.end)),
            ),
            "wording",
        )
        return


def _begins_in(one: Sequence[Word], other: Sequence[Word]) -> int:
    """Return at which word of another reading one begins, by its first words; 0 where it begins with it or nowhere."""
    opening = [word.key for word in one[:SHOWN]]
    keys = [word.key for word in other]
    places = (at for at in range(1, len(keys)) if keys[at : at + SHOWN] == opening)
    return next(places, 0) if len(one) >= CLAUSE else 0


def _matter(text: str, readings: Sequence[Reading], accounts: Mapping[ArticleId, Account]) -> Iterator[Matter]:
    told = [words_of(accounts[reading.article_id].text, reading.span) for reading in readings]
    if any(go_on_apart(told[0], words) for words in told[1:]):
        return
    changes = sorted(
        change
        for reading, words in zip(readings[1:], told[1:], strict=True)
        for change in _changes(told[0], words)
        if not _is_edited(readings[0], told[0], change[:2], accounts)
        and not _is_edited(reading, words, change[2:], accounts)
    )
    if not changes:
        return
    start = changes[0][0]
    end = max(change[1] for change in changes if change[1] - start <= LONGEST)
    values = [
        _value(reading, words, there)
        for reading, words in zip(readings, told, strict=True)
        if (there := _facing(told[0], words, (start, end))) is not None
        and not _is_edited(reading, words, there, accounts)
    ]
    yield Matter("wording of a quotation", text, "differ", tuple(values), "wording")


def go_on_apart(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Return whether two quotations end in other words about other things: two sentences that open alike."""
    matcher = SequenceMatcher(None, [word.key for word in one], [word.key for word in other], autojunk=False)
    runs = [block for block in matcher.get_matching_blocks() if block.size >= RUN]
    if not runs:
        return False
    ends = (one[runs[-1].a + runs[-1].size :], other[runs[-1].b + runs[-1].size :])
    here, there = ({word.stem for word in end if word.key not in NO_MATTER} for end in ends)
    return min(len(here), len(there)) >= ENDING and len(here & there) < ALIKE_ENDINGS * min(len(here), len(there))


def _facing(one: Sequence[Word], other: Sequence[Word], across: tuple[int, int]) -> tuple[int, int] | None:
    """Return from and to which word a reading has what faces words of another; None where it ends beside them."""
    matcher = SequenceMatcher(None, [word.key for word in one], [word.key for word in other], autojunk=False)
    facing = {a + at: b + at for a, b, size in matcher.get_matching_blocks() for at in range(size)}
    before, behind = facing.get(across[0] - 1), facing.get(across[1])
    return (before + 1, behind) if before is not None and behind is not None else None


def _changes(one: Sequence[Word], other: Sequence[Word]) -> Iterator[_Change]:
    """Yield where two readings have other words between words that they share."""
    here, there = [word.key for word in one], [word.key for word in other]
    runs = SequenceMatcher(None, here, there, autojunk=False).get_opcodes()
    for at, (kind, start, end, begin, stop) in enumerate(runs):
        if kind == "equal" or not 0 < at < len(runs) - 1 or max(end - start, stop - begin) > MOST:
            continue
        before, behind = runs[at - 1], runs[at + 1]
        if before[2] - before[1] + behind[2] - behind[1] < SAME:
            continue
        if _matters(one[start:end], other[begin:stop]):
            yield start, end, begin, stop


def _matters(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Return whether two runs of words are not one in other letters or forms, and hold no number and no "not"."""
    left, right = ([word for word in words if word.key not in NO_MATTER] for words in (one, other))
    if _letters(one) == _letters(other) or _are_one(_letters(left), _letters(right)):  # "onto" and "on to"
        return False
    if [word.stem for word in left] == [word.stem for word in right]:  # "want" and "wanted"
        return False
    return not any(_has_own_row(word.key) for word in (*left, *right))


def _are_one(one: str, other: str) -> bool:
    """Return whether letters are the same, or the same but for a slip."""
    long = min(len(one), len(other)) >= SLIP_LETTERS
    return one == other or (long and Levenshtein.distance(one, other, score_cutoff=SLIP) <= SLIP)


def _letters(words: Sequence[Word]) -> str:
    """Return the letters of words; "don ’ t" and "Holt ’ s", as some feeds part them, have those of "don't"."""
    return "".join(_APOSTROPHE.sub("", ONE.get(word.key, word.key)) for word in words if word.key != "s")


def _has_own_row(word: str) -> bool:
    return word[:1].isdigit() or word in number_words() or word in negations()


def _is_edited(
    reading: Reading, told: Sequence[Word], change: tuple[int, ...], accounts: Mapping[ArticleId, Account]
) -> bool:
    """Return whether marks about a place tell that words were left out there or put in."""
    start, end = told[max(0, change[0] - 1)].span.end, told[min(change[1], len(told) - 1)].span.start
    between = accounts[reading.article_id].text[start:end]
    return bool(EDITED & {*between}) or "..." in between


def _value(reading: Reading, told: Sequence[Word], words: tuple[int, int]) -> FactValue:
    """Return the changed words with the word before and the word behind them."""
    first, last = told[max(0, words[0] - 1)], told[min(words[1], len(told) - 1)]
    return FactValue(reading.article_id, Span(first.span.start, last.span.end))
