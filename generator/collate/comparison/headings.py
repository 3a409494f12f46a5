"""What a row is headed by: a whole clause of a source that stands by itself, where one tells what all sources tell.

`wording` names a row by the fewest words, which a reader of the row alone may not understand: "the man raged", "vote in
that chamber". Here a longer stretch of one of its sentences takes their place if it holds them, or the label of the
happening of the timeline that the sentences tell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.collate.comparison.matters import HEADING_WORDS, Matter
from generator.collate.comparison.scenes import Account
from generator.collate.timeline.mentions.grammar import Grammar
from generator.collate.timeline.standing import Cut, stands_alone
from generator.collate.words.stems import stem_of
from generator.collate.words.stops import is_function_stem
from generator.records import ArticleId, Event, FactValue, Sentence, Span

HEADED = frozenset(
    "amount count date duration extent happening magnitude name percentage place score words".split()  # noqa: SIM905
)
"""Kinds of row that are named by what happens; the others by a person, a name or somebody's words."""
CORE = 0.8  # of what all sources of a row tell, that its heading tells
FEW = 3  # things that all sources of a row tell, fewer of which are not what it is of
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_OPENED = re.compile(r"(?<!\w)['‘]\w[^'’]*$")  # a mark that does not close
_PAUSES = (",", ":", "CC", "-LRB-", "HYPH")
_UNTOLD = ("WP", "WDT", "WP$", "VB", "VBD", "VBP", "VBZ", "MD")  # tags of what opens a clause without who does it


def headed(matters: Sequence[Matter], accounts: Mapping[ArticleId, Account], events: Sequence[Event]) -> list[Matter]:
    """Return the rows, each under a heading that stands by itself where its sources have one for it."""
    told = _told_at(accounts, events)
    return [
        replace(matter, about=heading, heading=True)
        if matter.verdict != "differ" and matter.kind in HEADED and (heading := _heading(matter, accounts, told))
        else matter
        for matter in matters
    ]


def _told_at(
    accounts: Mapping[ArticleId, Account], events: Sequence[Event]
) -> dict[tuple[ArticleId, Span], list[Event]]:
    """Return the happenings of the timeline that each sentence surely tells, whose labels a reader understands."""
    found: defaultdict[tuple[ArticleId, Span], list[Event]] = defaultdict(list)
    for event in events:
        for evidence in event.tellers if event.clear else ():
            sentence = accounts[evidence.article_id].sentence_at(evidence.span.start)
            if sentence is not None and event not in found[evidence.article_id, sentence.span]:
                found[evidence.article_id, sentence.span].append(event)
    return found


def _heading(
    matter: Matter, accounts: Mapping[ArticleId, Account], told: Mapping[tuple[ArticleId, Span], Sequence[Event]]
) -> str:
    """Return the shortest stretch that tells what a row is about; "" where there is none."""
    sentences = {
        value: sentence
        for value in matter.values
        if (sentence := accounts[value.article_id].sentence_at(value.span.start)) is not None
    }
    needed = _needed(matter, accounts)
    if not sentences or not needed:
        return ""
    share = CORE if matter.verdict == "told" and len(needed) >= FEW else 1.0
    found = {
        (broken_off, words)
        for value, sentence in sentences.items()
        for broken_off, words in _stretches(value, sentence, accounts[value.article_id])
        if _covers(words, needed, share)
    }
    labels = [told.get((value.article_id, sentence.span), ()) for value, sentence in sentences.items()]
    found |= {
        (False, event.label)
        for number, events in enumerate(labels)
        for event in events
        if any(event in others for others in labels[number + 1 :]) and _covers(event.label, needed, share)
    }
    fitting = [(broken_off, len(words.split()), words) for broken_off, words in found]
    return min((each for each in fitting if each[1] <= HEADING_WORDS), default=(False, 0, ""))[-1]


def _needed(matter: Matter, accounts: Mapping[ArticleId, Account]) -> frozenset[str]:
    """Return the stems that a heading has to have: those that all sources print, or those of the name that it has."""
    if matter.kind == "name":
        first = matter.values[0]
        return _stems(first.span.of(accounts[first.article_id].text))
    named = _stems(matter.about)
    if matter.verdict != "told":
        return named
    printed: defaultdict[ArticleId, frozenset[str]] = defaultdict(frozenset)
    for value in matter.values:
        printed[value.article_id] |= _stems(value.span.of(accounts[value.article_id].text))
    shared = frozenset.intersection(*printed.values())
    return shared if len(shared) >= FEW else shared | named


def _covers(words: str, needed: frozenset[str], share: float) -> bool:
    return len(_stems(words) & needed) >= share * len(needed)


def _stems(text: str) -> frozenset[str]:
    found = (stem_of(word) for word in _WORD.findall(text.lower().replace("’s ", " ").replace("'s ", " ")))
    return frozenset(stem for stem in found if not is_function_stem(stem))


def _stretches(value: FactValue, sentence: Sentence, account: Account) -> Iterator[tuple[bool, str]]:
    """Yield the stretches of a sentence around a value that stand by themselves, as they are printed; of each first
    whether it ends where the sentence makes no pause.
    """
    grammar = account.grammar
    inside, around = grammar.within(value.span), grammar.within(sentence.span)
    if not inside or not around:
        return
    first, last = inside[0], inside[-1]
    for start in sorted(_starts(first, last, around, grammar)):
        if grammar.words[start].tag in _UNTOLD or (start and grammar.words[start - 1].tag == "``"):
            continue
        for end in _ends(max(last, start), around, grammar):
            if end < around[-1] and grammar.words[end + 1].tag == "''":
                end += 1
            words = range(start, end + 1)
            if len(words) > 2 * HEADING_WORDS:
                break
            span = grammar.text_span(words)
            printed = " ".join(span.of(account.text).split()).rstrip(" ,;:–—-")
            if _OPENED.search(printed) and account.text[span.end : span.end + 1] in ("'", "’"):
                printed += account.text[span.end]
            if stands_alone(Cut(grammar, account.text, words), printed):
                yield end < around[-1] and grammar.words[end + 1].tag not in (*_PAUSES, "."), printed


def _starts(first: int, last: int, around: range, grammar: Grammar) -> set[int]:
    """Return where a stretch may begin: with the sentence, with a value, with the subject of a clause around it."""
    verbs = {at for word in (first, last) for at in (word, *grammar.up(word)) if grammar.is_clause(at)}
    verbs |= {at for at in range(first, last + 1) if grammar.is_clause(at)}
    subjects = [grammar.own_subject(verb) for verb in verbs]
    found = {grammar.below(subject)[0] for subject in subjects if subject is not None}
    found |= {at - 1 for at in found if at > around[0] and grammar.words[at - 1].tag == "``"}
    return {at for at in found | {first, around[0]} if at <= first and at in around}


def _ends(last: int, around: range, grammar: Grammar) -> Iterator[int]:
    """Yield where a stretch may end: behind a value, before a pause, with the sentence."""
    yield last
    for at in range(last + 1, around[-1] + 1):
        if grammar.words[at].tag in _PAUSES and at - 1 > last:
            yield at - 1
    end = around[-1]
    yield end - 1 if grammar.words[end].tag == "." and end - 1 >= last else end
